//! The events of an extraction while the user's decisions are laid on them, one after the other.

use super::Hues;
use super::actors::Actors;
use super::articles::Articles;
use super::renewal::Renewed;
use crate::model::{
    Actor, Article, ArticleId, Basis, Board, Change, Curation, Edit, Event, EventId, Field, Mention, Participant, Span, When,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

mod own;

use own::id_in;

/// What stands in place of a reason when a person has set a date.
const SET_BY_PERSON: &str = "you set this date";

/// Events with decisions on them.
pub(super) struct Fold {
    /// None where an event has gone into another one.
    events: Vec<Option<Event>>,
    /// The event that each trigger tells, by the id that an event with this trigger alone would have.
    at: HashMap<EventId, usize>,
    articles: HashMap<ArticleId, usize>,
    /// The texts of the articles, to check the quotes of what a person has added.
    texts: Vec<Arc<str>>,
    /// The events that a person has added with quotes, by the triggers of these.
    own: HashMap<(ArticleId, Span), EventId>,
    renewed: Renewed,
    actors: Actors,
    decided: Articles,
    curation: BTreeMap<EventId, Curation>,
    hidden: BTreeSet<EventId>,
    /// Whether the order of time may have changed.
    is_moved: bool,
}

impl Fold {
    /// Nothing decided yet.
    pub(super) fn new(events: Vec<Event>, actors: Vec<Actor>, articles: &[Article], renewed: Renewed) -> Self {
        // The id is that of a trigger in an article that is left out, if that one told it first.
        let triggers =
            |(at, event): (usize, &Event)| event.mentions.iter().map(own_id).chain([event.id]).map(move |id| (id, at)).collect::<Vec<_>>();
        Self {
            at: events.iter().enumerate().flat_map(triggers).collect(),
            articles: articles.iter().enumerate().map(|(at, article)| (article.id, at)).collect(),
            events: events.into_iter().map(Some).collect(),
            texts: articles.iter().map(|article| Arc::clone(&article.text)).collect(),
            own: HashMap::new(),
            renewed,
            actors: Actors::new(actors, articles),
            decided: Articles::default(),
            curation: BTreeMap::new(),
            hidden: BTreeSet::new(),
            is_moved: false,
        }
    }

    /// Lays one more decision on. Returns whether what it is about is there.
    pub(super) fn apply(&mut self, edit: &Edit) -> bool {
        match edit {
            Edit::SetPublished { article, .. } => return self.articles.contains_key(&self.renewed.article(*article)),
            Edit::Article { article, decision } => {
                let article = self.renewed.article(*article);
                self.decided.apply(article, decision);
                return self.articles.contains_key(&article);
            }
            Edit::Actor { actor, decision } => return self.actors.apply(actor, decision, &mut self.events, &mut self.curation),
            // Each is laid on, also where what another one is about is gone.
            Edit::Several { edits } => {
                let mut is_there = true;
                for edit in edits {
                    is_there &= self.apply(edit);
                }
                return is_there;
            }
            Edit::SaveFilter { .. } | Edit::RenameFilter { .. } | Edit::DeleteFilter { .. } => return true,
            Edit::Add { event, own } => self.add(*event, own),
            _ => {}
        }
        let Some(found) = edit.events().iter().map(|id| self.place(*id)).collect::<Option<Vec<usize>>>() else { return false };
        let Some((at, id)) = found.first().and_then(|at| Some((*at, self.events[*at].as_ref()?.id))) else { return false };
        match edit {
            // Done with above.
            Edit::SetPublished { .. }
            | Edit::Actor { .. }
            | Edit::Article { .. }
            | Edit::Several { .. }
            | Edit::Add { .. }
            | Edit::SaveFilter { .. }
            | Edit::RenameFilter { .. }
            | Edit::DeleteFilter { .. } => {}
            Edit::Remove { .. } => self.remove(at, id),
            Edit::Hide { .. } => drop(self.hidden.insert(id)),
            Edit::Show { .. } => drop(self.hidden.remove(&id)),
            Edit::Change { change, .. } => self.change(at, change),
            Edit::Restore { field, .. } => self.restore(at, *field),
            Edit::Note { text, .. } => self.curation.entry(id).or_default().note.clone_from(text),
            Edit::Tag { tag, .. } => drop(self.curation.entry(id).or_default().tags.insert(tag.clone())),
            Edit::Untag { tag, .. } => drop(self.curation.entry(id).or_default().tags.remove(tag)),
            Edit::Accept { .. } => self.curation.entry(id).or_default().is_accepted = true,
            Edit::Reopen { .. } => self.curation.entry(id).or_default().is_accepted = false,
            Edit::Merge { .. } => self.merge(at, found[1]),
            Edit::SplitOff { article, trigger, .. } => return self.split_off(at, *article, *trigger),
        }
        true
    }

    /// Puts what has become of it on the board, which has articles, time expressions and filters already. Actors whose colour nobody
    /// chose have these.
    pub(super) fn finish(mut self, board: &mut Board, hues: &Hues) {
        for filter in board.filters.values_mut() {
            filter.actors = std::mem::take(&mut filter.actors).into_iter().map(|actor| self.actors.now(actor)).collect();
            filter.together &= filter.actors.len() > 1;
            filter.articles = filter.articles.iter().map(|article| self.renewed.article(*article)).collect();
        }
        board.articles_now = self.renewed.articles.iter().map(|(old, new)| (*old, *new)).collect();
        let mut events: Vec<Event> = self.events.into_iter().flatten().collect();
        if self.is_moved {
            events.sort_by_key(|event| event.when.order());
        }
        let (hidden, shown) = events.into_iter().partition(|event| self.hidden.contains(&event.id));
        (board.hidden, board.events, board.curation) = (hidden, shown, self.curation);
        self.actors.finish(board, hues);
        self.decided.finish(board);
    }

    /// Where the event stands that this id names, or that stands in its place after the article was read again.
    fn place(&self, id: EventId) -> Option<usize> {
        self.at.get(&id).or_else(|| self.at.get(&self.renewed.event(id))).copied()
    }

    fn change(&mut self, at: usize, change: &Change) {
        let Some(event) = &mut self.events[at] else { return };
        let curation = self.curation.entry(event.id).or_default();
        // Of what a person has added nothing was found that could be restored.
        if !curation.is_own {
            curation.found.get_or_insert_with(|| Box::new(event.clone()));
            curation.changed.insert(change.field());
        }
        match change {
            Change::Title(title) => event.title.clone_from(title),
            Change::When(edtf) => {
                event.when = When { edtf: *edtf, basis: Basis::Assigned, why: SET_BY_PERSON.to_owned() };
                self.is_moved = true;
            }
            Change::Kind(kind) => event.kind = *kind,
            Change::Modality(modality) => event.modality = *modality,
            Change::Place(place) => event.place.clone_from(place),
            Change::Participants(participants) => event.participants = self.actors.current(participants),
        }
    }

    fn restore(&mut self, at: usize, field: Field) {
        let Some(event) = &mut self.events[at] else { return };
        let Some(curation) = self.curation.get_mut(&event.id) else { return };
        let Some(found) = curation.found.as_deref().filter(|_| curation.changed.remove(&field)) else { return };
        match field {
            Field::Title => event.title.clone_from(&found.title),
            Field::When => {
                event.when.clone_from(&found.when);
                self.is_moved = true;
            }
            Field::Kind => event.kind = found.kind,
            Field::Modality => event.modality = found.modality,
            Field::Place => event.place.clone_from(&found.place),
            Field::Participants => event.participants.clone_from(&found.participants),
        }
        if curation.changed.is_empty() {
            curation.found = None;
        }
    }

    fn merge(&mut self, into: usize, from: usize) {
        if into == from {
            return;
        }
        self.pass_on(from, into);
        let Some(from) = self.events[from].take() else { return };
        let Some(event) = &mut self.events[into] else { return };
        event.mentions.extend(from.mentions);
        event.mentions.sort_by_key(|mention| (self.articles.get(&mention.article()).copied(), mention.trigger));
        let known = |participant: &Participant| event.participants.iter().any(|other| other.actor == participant.actor);
        let new: Vec<Participant> = from.participants.into_iter().filter(|participant| !known(participant)).collect();
        event.participants.extend(new);
        if event.place.is_none() {
            event.place = from.place;
        }
        event.disagreements.extend(from.disagreements);
        event.confidence = event.confidence.max(from.confidence);
        event.importance = event.importance.max(from.importance);
        self.hidden.remove(&from.id);
        if let Some(other) = self.curation.remove(&from.id) {
            let curation = self.curation.entry(event.id).or_default();
            curation.tags.extend(other.tags);
            let notes = [curation.note.as_str(), other.note.as_str()];
            curation.note = notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join("\n");
        }
    }

    /// The quote and the rest become two events; the one that the id belongs to keeps its place. Returns whether the quote is there.
    fn split_off(&mut self, at: usize, article: ArticleId, trigger: Span) -> bool {
        let next = self.events.len();
        let Some(event) = &mut self.events[at] else { return false };
        let wanted = self.renewed.event(EventId::of(article, trigger));
        let Some(quote) = event.mentions.iter().position(|mention| own_id(mention) == wanted) else {
            return false;
        };
        if event.mentions.len() < 2 {
            return true;
        }
        let mut apart = vec![event.mentions.remove(quote)];
        let id_of = |mention: &Mention, taken| id_in(&self.own, &self.at, at, mention, taken);
        if id_of(&apart[0], None) == event.id {
            std::mem::swap(&mut apart, &mut event.mentions);
        }
        let mut new = event.clone();
        new.id = id_of(&apart[0], Some(event.id));
        let ids: Vec<EventId> = apart.iter().map(|mention| id_of(mention, Some(event.id))).collect();
        for id in ids {
            self.at.insert(id, next);
        }
        let first = apart.first().map(|mention| (mention.article(), mention.trigger));
        let id = new.id;
        new.mentions = apart;
        event.settle_disagreements();
        new.settle_disagreements();
        self.events.push(Some(new));
        self.note_own(id, first);
        self.is_moved = true;
        true
    }
}

/// The id of an event that only this quote tells.
fn own_id(mention: &Mention) -> EventId {
    EventId::of(mention.article(), mention.trigger)
}
