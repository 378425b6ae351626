//! One decision of the user.

use super::{ActorEdit, ActorId, ArticleEdit, ArticleId, Edtf, EventId, Filter, Kind, Modality, OwnEvent, Participant, Span};
use serde::{Deserialize, Serialize};

/// A decision, meaningful on its own. What it points at may be gone after re-reading: it is then kept and listed.
///
/// An event is named by any trigger that tells it, so that a decision also finds an event that has been joined with others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "kebab-case")]
pub enum Edit {
    /// This article is of that date. Its relative dates are worked out anew.
    SetPublished {
        /// The article.
        article: ArticleId,
        /// Its date; `Unknown` takes away what was found.
        date: Edtf,
    },
    /// A decision on an actor.
    Actor {
        /// The actor.
        actor: ActorId,
        /// What is decided.
        #[serde(flatten)]
        decision: ActorEdit,
    },
    /// A decision on an article, apart from its date.
    Article {
        /// The article.
        article: ArticleId,
        /// What is decided.
        #[serde(flatten)]
        decision: ArticleEdit,
    },
    /// Several decisions made in one go: one step back takes them all back.
    Several {
        /// The decisions, in the order in which they hold.
        edits: Vec<Self>,
    },
    /// Leave this event out of the chronology.
    Hide {
        /// The event.
        event: EventId,
    },
    /// Take a hidden event back in.
    Show {
        /// The event.
        event: EventId,
    },
    /// Say something else of this event than was found.
    Change {
        /// The event.
        event: EventId,
        /// What is said of it now.
        #[serde(flatten)]
        change: Change,
    },
    /// Go back to what was found.
    Restore {
        /// The event.
        event: EventId,
        /// In what.
        field: Field,
    },
    /// Write this note on an event; an empty one takes it away.
    Note {
        /// The event.
        event: EventId,
        /// The whole note.
        text: String,
    },
    /// Give an event this tag.
    Tag {
        /// The event.
        event: EventId,
        /// The tag.
        tag: String,
    },
    /// Take this tag from an event.
    Untag {
        /// The event.
        event: EventId,
        /// The tag.
        tag: String,
    },
    /// The event has been looked at and is right.
    Accept {
        /// The event.
        event: EventId,
    },
    /// It has not.
    Reopen {
        /// The event.
        event: EventId,
    },
    /// Two events are one: the quotes and participants of `event` go to `into`.
    Merge {
        /// The one that stays.
        into: EventId,
        /// The one that goes into it.
        event: EventId,
    },
    /// One quote tells another event than the rest.
    SplitOff {
        /// The event with several quotes.
        event: EventId,
        /// The article of the quote.
        article: ArticleId,
        /// Its trigger.
        trigger: Span,
    },
    /// An event that was not found.
    Add {
        /// Its id: [`EventId::own`].
        event: EventId,
        /// What is said of it.
        #[serde(flatten)]
        own: Box<OwnEvent>,
    },
    /// Take away an event that a person has added. What was found is hidden instead.
    Remove {
        /// The event.
        event: EventId,
    },
    /// Keep this filter by this name, in place of one of that name.
    SaveFilter {
        /// The name.
        name: String,
        /// The filter.
        filter: Box<Filter>,
    },
    /// Call a saved filter by another name, in place of one of that name.
    RenameFilter {
        /// The name until now.
        name: String,
        /// The name from now on.
        to: String,
    },
    /// Forget a saved filter.
    DeleteFilter {
        /// Its name.
        name: String,
    },
}

/// One field of an event with what a person says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "field", content = "value", rename_all = "kebab-case")]
pub enum Change {
    /// Its title.
    Title(String),
    /// When it was.
    When(Edtf),
    /// What kind of thing it is.
    Kind(Kind),
    /// Whether it happened.
    Modality(Modality),
    /// Where; none: nowhere in particular.
    Place(Option<String>),
    /// Who takes part, most important first.
    Participants(Vec<Participant>),
}

/// What can be said of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Its title.
    Title,
    /// When it was.
    When,
    /// Its kind.
    Kind,
    /// Its modality.
    Modality,
    /// Its place.
    Place,
    /// Its participants.
    Participants,
}

impl Field {
    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::When => "date",
            Self::Kind => "kind",
            Self::Modality => "modality",
            Self::Place => "place",
            Self::Participants => "participants",
        }
    }
}

impl Change {
    /// The field it changes.
    pub const fn field(&self) -> Field {
        match self {
            Self::Title(_) => Field::Title,
            Self::When(_) => Field::When,
            Self::Kind(_) => Field::Kind,
            Self::Modality(_) => Field::Modality,
            Self::Place(_) => Field::Place,
            Self::Participants(_) => Field::Participants,
        }
    }
}

impl Edit {
    /// What it does, for menus: "Undo {this}".
    pub fn name(&self) -> String {
        match self {
            Self::SetPublished { .. } => "set date of article".to_owned(),
            Self::Actor { decision, .. } => decision.name(),
            Self::Article { decision, .. } => decision.name().to_owned(),
            Self::Several { edits } => several(edits),
            Self::Hide { .. } => "hide event".to_owned(),
            Self::Show { .. } => "show event".to_owned(),
            Self::Change { change, .. } => format!("change {} of event", change.field().as_str()),
            Self::Restore { field, .. } => format!("restore {} of event", field.as_str()),
            Self::Note { .. } => "note on event".to_owned(),
            Self::Tag { tag, .. } => format!("tag “{tag}”"),
            Self::Untag { tag, .. } => format!("take away tag “{tag}”"),
            Self::Accept { .. } => "accept event".to_owned(),
            Self::Reopen { .. } => "mark event as not reviewed".to_owned(),
            Self::Merge { .. } => "merge of 2 events".to_owned(),
            Self::SplitOff { .. } => "split off a quote".to_owned(),
            Self::Add { .. } => "new event".to_owned(),
            Self::Remove { .. } => "remove event".to_owned(),
            Self::SaveFilter { name, .. } => format!("save filter “{name}”"),
            Self::RenameFilter { name, .. } => format!("rename filter “{name}”"),
            Self::DeleteFilter { name } => format!("delete filter “{name}”"),
        }
    }

    /// The article it is about, if it is about one.
    pub const fn article(&self) -> Option<ArticleId> {
        if let Self::SetPublished { article, .. } | Self::Article { article, .. } = self { Some(*article) } else { None }
    }

    /// Whether the findings follow from it: a date of an article, or which articles there are.
    pub fn changes_findings(&self) -> bool {
        match self {
            Self::SetPublished { .. } => true,
            Self::Article { decision, .. } => matches!(decision, ArticleEdit::Remove | ArticleEdit::Return),
            Self::Several { edits } => edits.iter().any(Self::changes_findings),
            _ => false,
        }
    }

    /// The single decisions in it.
    pub fn each(&self) -> Vec<&Self> {
        match self {
            Self::Several { edits } => edits.iter().flat_map(Self::each).collect(),
            one => vec![one],
        }
    }

    /// Whether it is about saved filters: these apply whatever the articles say.
    pub const fn is_about_filters(&self) -> bool {
        matches!(self, Self::SaveFilter { .. } | Self::RenameFilter { .. } | Self::DeleteFilter { .. })
    }

    /// The events it is about.
    pub fn events(&self) -> Vec<EventId> {
        match self {
            Self::SetPublished { .. }
            | Self::Actor { .. }
            | Self::Article { .. }
            | Self::SaveFilter { .. }
            | Self::RenameFilter { .. }
            | Self::DeleteFilter { .. } => Vec::new(),
            Self::Several { edits } => edits.iter().flat_map(Self::events).collect(),
            Self::Merge { into, event } => vec![*into, *event],
            Self::Hide { event }
            | Self::Show { event }
            | Self::Change { event, .. }
            | Self::Restore { event, .. }
            | Self::Note { event, .. }
            | Self::Tag { event, .. }
            | Self::Untag { event, .. }
            | Self::Accept { event }
            | Self::Reopen { event }
            | Self::SplitOff { event, .. }
            | Self::Add { event, .. }
            | Self::Remove { event } => vec![*event],
        }
    }
}

/// The name of decisions made in one go: of what they have in common.
fn several(edits: &[Edit]) -> String {
    let (number, Some(first)) = (edits.len(), edits.first()) else { return "no decisions".to_owned() };
    let name = first.name();
    if number == 1 {
        return name;
    }
    // Each takes one more actor into the same one.
    if edits.iter().all(|edit| matches!(edit, Edit::Actor { decision: ActorEdit::Absorb(_), .. })) {
        return format!("merge of {} actors", number + 1);
    }
    if first.is_about_filters() || edits.iter().any(|edit| edit.name() != name) {
        return format!("{number} decisions");
    }
    let noun = match first {
        Edit::Actor { .. } => "actor",
        Edit::Article { .. } | Edit::SetPublished { .. } => "article",
        _ => "event",
    };
    // Words in quotation marks are the user's.
    if !name.contains('“') && name.split(' ').any(|word| word == noun) {
        let words = name.split(' ').map(|word| if word == noun { format!("{number} {noun}s") } else { word.to_owned() });
        return words.collect::<Vec<_>>().join(" ");
    }
    format!("{name} on {number} {noun}s")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ActorKind, Hue};

    #[test]
    fn decisions_in_one_go_are_named_by_what_they_have_in_common() {
        let events = [0, 1].map(|at| EventId::of(ArticleId::of("text"), Span::new(at, at + 1).unwrap()));
        let all = |edit: &dyn Fn(EventId) -> Edit| Edit::Several { edits: events.map(edit).to_vec() };
        let kind = |event| Edit::Change { event, change: Change::Kind(Kind::Attack) };
        assert_eq!(all(&|event| Edit::Hide { event }).name(), "hide 2 events");
        assert_eq!(all(&kind).name(), "change kind of 2 events");
        assert_eq!(all(&|event| Edit::Tag { event, tag: "key".to_owned() }).name(), "tag “key” on 2 events");
        let mixed = Edit::Several { edits: vec![kind(events[0]), Edit::Accept { event: events[1] }] };
        assert_eq!((mixed.name().as_str(), mixed.events(), mixed.each().len()), ("2 decisions", events.to_vec(), 2));
        let written = serde_json::to_string(&mixed).unwrap();
        assert_eq!(serde_json::from_str::<Edit>(&written).unwrap(), mixed);
    }

    #[test]
    fn decisions_on_actors_and_articles_are_written_and_read() {
        let actor = ActorId("NATO".to_owned());
        let of = |decision| Edit::Actor { actor: actor.clone(), decision };
        let article = ArticleId::of("text");
        let edits = vec![
            of(ActorEdit::Rename("Nato".to_owned())),
            of(ActorEdit::Absorb(ActorId("Alliance".to_owned()))),
            of(ActorEdit::SplitOff("Brussels".to_owned())),
            of(ActorEdit::Hide),
            of(ActorEdit::Show),
            of(ActorEdit::Colour(Some(Hue::Sky))),
            of(ActorEdit::Colour(None)),
            of(ActorEdit::Kind(Some(ActorKind::Group))),
            of(ActorEdit::KeepApart(ActorId("Nate".to_owned()))),
            Edit::Article { article, decision: ArticleEdit::Remove },
            Edit::Article { article, decision: ArticleEdit::Title("Talks".to_owned()) },
        ];
        let all = Edit::Several { edits: edits.clone() };
        let written = serde_json::to_string(&all).unwrap();
        assert_eq!(serde_json::from_str::<Edit>(&written).unwrap(), all, "{written}");
        assert!(written.contains(r#"{"edit":"actor","actor":"NATO","decision":"hide"}"#), "{written}");
        assert_eq!((all.each().len(), all.name().as_str(), edits[1].name().as_str()), (11, "11 decisions", "merge of 2 actors"));
        let dates = [2024, 2025].map(|year| Edit::SetPublished { article, date: format!("{year}").parse().unwrap() });
        assert_eq!(Edit::Several { edits: dates.to_vec() }.name(), "set date of 2 articles");
        let each = |decision: &ArticleEdit| Edit::Several { edits: vec![Edit::Article { article, decision: decision.clone() }; 2] }.name();
        assert_eq!([ArticleEdit::Remove, ArticleEdit::Return].map(|one| each(&one)), ["remove 2 articles", "take 2 articles back"]);
        let absorb = of(ActorEdit::Absorb(ActorId("Alliance".to_owned())));
        assert_eq!(Edit::Several { edits: vec![absorb; 2] }.name(), "merge of 3 actors");
    }
}
