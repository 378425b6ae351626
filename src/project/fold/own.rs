//! The events that a person has added: how they join those that were found, and which ids lead to them.

use super::{Fold, SET_BY_PERSON, own_id};
use crate::model::{ArticleId, Basis, Curation, Edtf, Event, EventId, Mention, OwnEvent, Span, When};
use std::collections::HashMap;

/// What the confidence and the importance of such an event rest on.
const ADDED: &str = "added by you";

impl Fold {
    /// Adds an event, unless one with this id is there. A quote of an article that has another text now is the one that stands
    /// in its place; those of articles that are gone are left out. The event stays.
    pub(super) fn add(&mut self, id: EventId, own: &OwnEvent) {
        let at = self.events.len();
        if self.at.contains_key(&id) {
            return;
        }
        self.at.insert(id, at);
        let is_there = |mention: &Mention| {
            let text = self.articles.get(&mention.article()).map(|article| &self.texts[*article]);
            text.is_some_and(|text| {
                let fits = |span: Span| text.get(span.range()).is_some();
                fits(mention.sentence.span) && fits(mention.trigger) && mention.time.is_none_or(fits)
            })
        };
        let renewed = |mention: &Mention| {
            let id = *self.renewed.events.get(&own_id(mention))?;
            let event = self.events[*self.at.get(&id)?].as_ref()?;
            event.mentions.iter().find(|mention| own_id(mention) == id).cloned()
        };
        let now = |mention: &Mention| if is_there(mention) { Some(mention.clone()) } else { renewed(mention) };
        let mentions: Vec<Mention> = own.quotes.iter().filter_map(now).collect();
        for mention in &mentions {
            self.own.entry((mention.article(), mention.trigger)).or_insert(id);
        }
        let basis = if own.when == Edtf::Unknown { Basis::Unknown } else { Basis::Assigned };
        let why = if own.why.is_empty() && basis == Basis::Assigned { SET_BY_PERSON } else { &own.why };
        self.events.push(Some(Event {
            id,
            title: own.title.clone(),
            kind: own.kind,
            modality: own.modality,
            when: When { edtf: own.when, basis, why: why.to_owned() },
            place: own.place.clone(),
            participants: self.actors.current(&own.participants),
            mentions,
            confidence: 1.0,
            confidence_why: ADDED.to_owned(),
            importance: 1.0,
            importance_why: ADDED.to_owned(),
            disagreements: Vec::new(),
        }));
        self.curation.insert(id, Curation { is_own: true, tags: own.tags.clone(), ..Curation::default() });
        self.is_moved = true;
    }

    /// Takes an event away that a person has added; what was found is only hidden, and so is what it was merged with.
    pub(super) fn remove(&mut self, at: usize, id: EventId) {
        let is_own = self.curation.get(&id).is_some_and(|curation| curation.is_own);
        let quotes = self.own.values().filter(|own| **own == id).count();
        if !is_own || self.events[at].as_ref().is_some_and(|event| event.mentions.len() > quotes) {
            self.hidden.insert(id);
            return;
        }
        self.events[at] = None;
        self.at.retain(|_, place| *place != at);
        self.own.retain(|_, own| *own != id);
        self.curation.remove(&id);
        self.hidden.remove(&id);
    }

    /// Every id that led to one event leads to the other from now on.
    pub(super) fn pass_on(&mut self, from: usize, into: usize) {
        let Some(event) = &self.events[from] else { return };
        let ids: Vec<EventId> = event.mentions.iter().flat_map(|mention| ids_of(&self.own, mention)).chain([event.id]).collect();
        for id in ids {
            if let Some(place) = self.at.get_mut(&id).filter(|place| **place == from) {
                *place = into;
            }
        }
    }

    /// Notes that an event which has come apart again is a person's own, if it is.
    pub(super) fn note_own(&mut self, id: EventId, mention: Option<(ArticleId, Span)>) {
        if mention.is_some_and(|place| self.own.get(&place) == Some(&id)) {
            self.curation.entry(id).or_default().is_own = true;
        }
    }
}

/// The ids that an event with this quote alone may have: of a person's own, then that of what was found.
fn ids_of(own: &HashMap<(ArticleId, Span), EventId>, mention: &Mention) -> impl Iterator<Item = EventId> + use<> {
    own.get(&(mention.article(), mention.trigger)).copied().into_iter().chain([own_id(mention)])
}

/// The id that a quote of the event at this place gets when it is split off: one that leads to no other event, and not `taken`.
pub(super) fn id_in(
    own: &HashMap<(ArticleId, Span), EventId>,
    places: &HashMap<EventId, usize>,
    at: usize,
    mention: &Mention,
    taken: Option<EventId>,
) -> EventId {
    let is_free = |id: &EventId| Some(*id) != taken && places.get(id).is_none_or(|place| *place == at);
    let more = (0..=places.len()).map(|number| EventId::apart(mention.article(), mention.trigger, number));
    ids_of(own, mention).chain(more).find(is_free).unwrap_or_else(|| own_id(mention))
}

#[cfg(test)]
mod tests {
    use crate::model::{
        Article, ArticleEdit, ArticleId, Basis, Board, Change, Edit, Event, EventId, Extraction, Kind, Mention, Modality, OwnEvent, Quote,
        Span, When,
    };
    use crate::project::{Hues, Renewal, board, board_with};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const TEXT: &str = "one two three four";

    fn mention(start: usize) -> Mention {
        let span = Span::new(start, start + 3).unwrap();
        Mention { sentence: Quote { article: ArticleId::of(TEXT), span }, trigger: span, time: None }
    }

    /// Two found events, told at 0 and at 4.
    fn extraction() -> Extraction {
        let article = Article::of_paragraph("a.txt", TEXT);
        let event = |start| Event {
            id: EventId::of(ArticleId::of(TEXT), mention(start).trigger),
            title: format!("found {start}"),
            kind: Kind::Meeting,
            modality: Modality::Happened,
            when: When::default(),
            place: None,
            participants: vec![],
            mentions: vec![mention(start)],
            confidence: 0.5,
            confidence_why: String::new(),
            importance: 0.5,
            importance_why: String::new(),
            disagreements: vec![],
        };
        Extraction { articles: vec![article], events: vec![event(0), event(4)], ..Extraction::default() }
    }

    fn added(place: usize, quotes: Vec<Mention>) -> Edit {
        let own = OwnEvent { title: "mine".into(), quotes, ..OwnEvent::untitled("2025-03".parse().unwrap()) };
        Edit::Add { event: EventId::own(place), own: Box::new(own) }
    }

    fn ids(board: &Board) -> Vec<EventId> {
        board.events.iter().chain(&board.hidden).map(|event| event.id).collect()
    }

    #[test]
    fn an_added_event_stands_beside_the_found_ones_and_says_that_it_is_a_persons_own() {
        let id = EventId::own(0);
        let board = board(extraction(), &[added(0, vec![])]);
        let event = board.event(id).unwrap();
        assert_eq!((event.title.as_str(), event.when.basis, event.confidence), ("mine", Basis::Assigned, 1.0));
        assert_eq!(
            (board.events.len(), board.events[0].id, board.is_own(id), board.stray.len()),
            (3, id, true, 0),
            "the dated one is first"
        );
        assert!(!board.is_own(extraction().events[0].id));
    }

    #[test]
    fn it_is_changed_without_anything_to_restore_and_taken_away() {
        let event = EventId::own(0);
        let change = Edit::Change { event, change: Change::Kind(Kind::Attack) };
        let changed = board(extraction(), &[added(0, vec![]), change.clone()]);
        assert_eq!(changed.event(event).unwrap().kind, Kind::Attack);
        assert_eq!(changed.curation(event).unwrap().found, None);
        let gone = board(extraction(), &[added(0, vec![]), change.clone(), Edit::Remove { event }, change]);
        assert_eq!((ids(&gone).len(), gone.stray.len(), gone.curation.len()), (2, 1, 0), "what is said of it later is kept as stray");
    }

    #[test]
    fn what_was_found_is_never_taken_away() {
        let found = extraction().events[0].id;
        assert_eq!(board(extraction(), &[Edit::Remove { event: found }]).hidden.len(), 1);
        let own = EventId::own(0);
        let merged = board(extraction(), &[added(0, vec![]), Edit::Merge { into: own, event: found }, Edit::Remove { event: own }]);
        assert_eq!(merged.hidden.iter().map(|event| event.id).collect::<Vec<_>>(), [own], "it holds a quote that was found");
    }

    #[test]
    fn quotes_that_do_not_lie_in_a_text_are_left_out_and_the_event_stays() {
        let other = Mention { sentence: Quote { article: ArticleId::of("gone"), span: mention(0).trigger }, ..mention(0) };
        let beyond = Mention { time: Span::new(3, 99), ..mention(0) };
        let board = board(extraction(), &[added(0, vec![other, beyond, mention(8)])]);
        assert_eq!(board.event(EventId::own(0)).unwrap().mentions, [mention(8)]);
    }

    #[test]
    fn it_stays_when_every_article_is_removed() {
        let remove = Edit::Article { article: ArticleId::of(TEXT), decision: ArticleEdit::Remove };
        let board = board(extraction(), &[added(0, vec![]), added(1, vec![mention(8)]), remove]);
        assert_eq!(ids(&board), [EventId::own(0), EventId::own(1)]);
        assert!(board.events.iter().all(|event| event.mentions.is_empty() && board.is_own(event.id)));
    }

    #[test]
    fn its_quote_is_the_one_that_stands_in_its_place_after_the_article_was_read_again() {
        let (old, found) = (ArticleId::of("before"), extraction().events[1].id);
        let quote = Mention { sentence: Quote { article: old, span: mention(8).trigger }, ..mention(8) };
        let events = vec![(EventId::of(old, quote.trigger), found)];
        let renewal = Renewal { old, new: ArticleId::of(TEXT), events };
        let board = board_with(extraction(), &[added(0, vec![quote])], &[renewal], &Hues::default());
        assert_eq!(board.event(EventId::own(0)).unwrap().mentions, [mention(4)]);
    }

    #[test]
    fn with_the_words_of_a_found_event_it_is_merged_and_split_off_like_others() {
        let (own, found) = (EventId::own(0), extraction().events[0].id);
        for (into, event) in [(own, found), (found, own)] {
            let edits = [added(0, vec![mention(0)]), Edit::Merge { into, event }];
            assert_eq!(board(extraction(), &edits).event(into).unwrap().mentions.len(), 2);
            let split = Edit::SplitOff { event: into, article: ArticleId::of(TEXT), trigger: mention(0).trigger };
            let apart = board(extraction(), &[&edits[..], &[split]].concat());
            assert_eq!(BTreeSet::from_iter(ids(&apart)).len(), 3);
            assert!(apart.is_own(own) && apart.event(found).is_some() && apart.stray.is_empty());
        }
    }

    /// Any decision about any of the events; the number of an added one is its place in the log.
    fn decision() -> impl Strategy<Value = (u8, usize, usize)> {
        (0..9_u8, 0..6_usize, 0..6_usize)
    }

    fn edits(decisions: &[(u8, usize, usize)]) -> Vec<Edit> {
        let found: Vec<EventId> = extraction().events.iter().map(|event| event.id).collect();
        let id = |number: usize| found.get(number).copied().unwrap_or_else(|| EventId::own(number - 2));
        let edit = |(place, (what, a, b)): (usize, &(u8, usize, usize))| match what {
            0 => added(place, vec![]),
            1 => added(place, vec![mention(8)]),
            2 => added(place, vec![mention(0), mention(4)]),
            3 => Edit::Remove { event: id(*a) },
            4 => Edit::Hide { event: id(*a) },
            5 => Edit::Show { event: id(*a) },
            6 => Edit::Merge { into: id(*a), event: id(*b) },
            7 => Edit::SplitOff { event: id(*a), article: ArticleId::of(TEXT), trigger: mention(4 * (*b % 3)).trigger },
            _ => Edit::Change { event: id(*a), change: Change::When(format!("202{b}").parse().unwrap()) },
        };
        decisions.iter().enumerate().map(edit).collect()
    }

    proptest! {
        #[test]
        fn whatever_is_decided_no_id_is_twice_and_no_found_quote_is_lost(decisions in proptest::collection::vec(decision(), 0..12)) {
            let edits = edits(&decisions);
            for applied in 0..=edits.len() {
                let board = board(extraction(), &edits[..applied]);
                let all = ids(&board);
                prop_assert_eq!(BTreeSet::from_iter(all.clone()).len(), all.len(), "{:?}", &edits[..applied]);
                for start in [0, 4] {
                    let told = board.events.iter().chain(&board.hidden).any(|event| event.mentions.contains(&mention(start)));
                    prop_assert!(told, "the quote at {} is lost: {:?}", start, &edits[..applied]);
                }
                prop_assert!(board.curation.iter().filter(|(_, one)| one.is_own).all(|(id, _)| all.contains(id)));
                prop_assert!(board.events.windows(2).all(|pair| pair[0].when.order() <= pair[1].when.order()));
            }
            let text = serde_json::to_string(&edits).unwrap();
            prop_assert_eq!(serde_json::from_str::<Vec<Edit>>(&text).unwrap(), edits);
        }
    }
}
