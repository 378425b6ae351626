//! Extraction + edits = what is shown.

use super::filters::filters;
use super::fold::Fold;
use super::renewal::Renewed;
use super::{Hues, Renewal, removed};
use crate::model::{ArticleId, Board, Edit, Edtf, Extraction, Given};
use std::collections::BTreeMap;

/// The dates of articles that these edits set; the last one counts. The pipeline works dates out anew from them.
pub fn dates(edits: &[Edit]) -> BTreeMap<ArticleId, Edtf> {
    let set = |edit: &Edit| match edit {
        Edit::SetPublished { article, date } => Some((*article, *date)),
        _ => None,
    };
    edits.iter().flat_map(Edit::each).filter_map(set).collect()
}

/// What these edits decide that the findings follow from.
pub fn given(edits: &[Edit]) -> Given {
    Given { dates: dates(edits), removed: removed(edits) }
}

/// What is shown after these edits. Edits whose target is gone are listed in `stray`.
///
/// The extraction must come from a run with what the same edits have [`given`].
pub fn board(extraction: Extraction, edits: &[Edit]) -> Board {
    board_with(extraction, edits, &[], &Hues::default())
}

/// The same after articles have been read again: decisions on what was there before hold for what stands in its place. Actors have
/// the colours that they were given before.
pub(super) fn board_with(extraction: Extraction, edits: &[Edit], renewals: &[Renewal], hues: &Hues) -> Board {
    let Extraction { articles, times, events, actors, warnings } = extraction;
    let mut hues = hues.clone();
    hues.give(&actors);
    let mut fold = Fold::new(events, actors, &articles, Renewed::new(renewals));
    let stray = edits.iter().filter(|edit| !fold.apply(edit)).cloned().collect();
    let mut board = Board::default();
    (board.articles, board.times, board.warnings, board.stray) = (articles, times, warnings, stray);
    board.filters = filters(edits);
    fold.finish(&mut board, &hues);
    board.indexed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Basis, Change, Event, EventId, Field, Kind, Mention, Modality, Quote, Span, When};

    fn extraction() -> Extraction {
        let article = ArticleId::of("text");
        let event = |start| {
            let span = Span::new(start, start + 1).unwrap();
            Event {
                id: EventId::of(article, span),
                title: format!("event {start}"),
                kind: Kind::Meeting,
                modality: Modality::Happened,
                when: When::default(),
                place: None,
                participants: vec![],
                mentions: vec![Mention { sentence: Quote { article, span }, trigger: span, time: None }],
                confidence: 1.0,
                confidence_why: String::new(),
                importance: 1.0,
                importance_why: String::new(),
                disagreements: vec![],
            }
        };
        Extraction { events: (0..3).map(event).collect(), ..Extraction::default() }
    }

    fn shown(edits: &[Edit]) -> (Vec<String>, Vec<String>, usize) {
        let board = board(extraction(), edits);
        let titles = |events: &[Event]| events.iter().map(|event| event.title.clone()).collect();
        (titles(&board.events), titles(&board.hidden), board.stray.len())
    }

    fn owned(titles: &[&str]) -> Vec<String> {
        titles.iter().map(|title| (*title).to_owned()).collect()
    }

    #[test]
    fn decisions_in_one_go_are_laid_on_one_by_one() {
        let [a, b] = [0, 2].map(|at| EventId::of(ArticleId::of("text"), Span::new(at, at + 1).unwrap()));
        let gone = EventId::of(ArticleId::of("other"), Span::new(0, 1).unwrap());
        let hide = |events: &[EventId]| Edit::Several { edits: events.iter().map(|event| Edit::Hide { event: *event }).collect() };
        assert_eq!(shown(&[hide(&[a, b])]).1.len(), 2);
        let (_, hidden, stray) = shown(&[hide(&[gone, b])]);
        assert_eq!((hidden.len(), stray), (1, 1), "what is there is hidden, and the rest is not forgotten");
    }

    #[test]
    fn hiding_moves_an_event_and_showing_brings_it_back() {
        let event = extraction().events[1].id;
        assert_eq!(shown(&[Edit::Hide { event }]), (owned(&["event 0", "event 2"]), owned(&["event 1"]), 0));
        assert_eq!(shown(&[Edit::Hide { event }, Edit::Show { event }]), (owned(&["event 0", "event 1", "event 2"]), vec![], 0));
    }

    #[test]
    fn edits_without_a_target_are_listed() {
        let gone = ArticleId::of("gone");
        let event = EventId::of(gone, Span::new(0, 1).unwrap());
        let date = "2025".parse().unwrap();
        assert_eq!(shown(&[Edit::Hide { event }, Edit::SetPublished { article: gone, date }]).2, 2);
    }

    #[test]
    fn the_last_date_of_an_article_counts() {
        let article = ArticleId::of("text");
        let set = |date: &str| Edit::SetPublished { article, date: date.parse().unwrap() };
        assert_eq!(dates(&[set("2024"), set("2025")]), BTreeMap::from([(article, "2025".parse().unwrap())]));
    }

    /// Ids of the three events, and the board after these edits.
    fn after(edits: impl Fn([EventId; 3]) -> Vec<Edit>) -> (Board, [EventId; 3]) {
        let extraction = extraction();
        let ids = [0, 1, 2].map(|at| extraction.events[at].id);
        (board(extraction, &edits(ids)), ids)
    }

    #[test]
    fn what_was_found_stays_beside_what_was_changed_and_can_be_restored() {
        let when = Change::When("2025-03".parse().unwrap());
        let title = Change::Title("Talks".to_owned());
        let changes = |event| vec![Edit::Change { event, change: title.clone() }, Edit::Change { event, change: when.clone() }];
        let (edited, [id, ..]) = after(|[event, ..]| changes(event));
        let event = edited.event(id).unwrap();
        assert_eq!((event.title.as_str(), event.when.edtf.to_string(), event.when.basis), ("Talks", "2025-03".to_owned(), Basis::Assigned));
        let curation = edited.curation(id).unwrap();
        assert_eq!(curation.found.as_ref().unwrap().title, "event 0");
        assert_eq!(curation.changed.iter().copied().collect::<Vec<_>>(), [Field::Title, Field::When]);

        let back = |event, field| Edit::Restore { event, field };
        let (again, [id, ..]) = after(|[event, ..]| [changes(event), vec![back(event, Field::Title), back(event, Field::When)]].concat());
        assert_eq!(again.event(id), Some(&extraction().events[0]));
        assert_eq!(again.curation(id).unwrap().found, None);
    }

    #[test]
    fn a_date_that_is_set_moves_the_event_to_its_place() {
        let change = Change::When("2020".parse().unwrap());
        let (board, ids) = after(|[.., last]| vec![Edit::Change { event: last, change: change.clone() }]);
        assert_eq!(board.events.iter().map(|event| event.id).collect::<Vec<_>>(), [ids[2], ids[0], ids[1]]);
    }

    #[test]
    fn merged_events_are_one_with_all_quotes_and_a_quote_can_be_split_off_again() {
        let merge = |[a, b, _]: [EventId; 3]| Edit::Merge { into: a, event: b };
        let (merged, ids) = after(|ids| vec![Edit::Tag { event: ids[1], tag: "key".to_owned() }, merge(ids)]);
        assert_eq!(merged.events.iter().map(|event| event.mentions.len()).collect::<Vec<_>>(), [2, 1]);
        assert!(merged.curation(ids[0]).unwrap().tags.contains("key"));

        // What is said of the event that is gone now holds for the one it went into.
        let (named, ids) = after(|ids| vec![merge(ids), Edit::Note { event: ids[1], text: "two reports".to_owned() }]);
        assert_eq!((named.curation(ids[0]).unwrap().note.as_str(), named.stray.len()), ("two reports", 0));

        for quote in [0, 1] {
            let mention = extraction().events[quote].mentions[0].clone();
            let split = |event| Edit::SplitOff { event, article: mention.article(), trigger: mention.trigger };
            let (split, ids) = after(|ids| vec![merge(ids), split(ids[0])]);
            let mut apart: Vec<EventId> = split.events.iter().map(|event| event.id).collect();
            apart.sort();
            let mut all = ids.to_vec();
            all.sort();
            assert_eq!(apart, all, "each quote is an event of its own again");
            assert!(split.events.iter().all(|event| event.mentions.len() == 1));
        }
    }

    #[test]
    fn notes_tags_and_review_are_kept_beside_the_event() {
        let (board, [id, ..]) = after(|[event, ..]| {
            let tag = |tag: &str| Edit::Tag { event, tag: tag.to_owned() };
            let untag = Edit::Untag { event, tag: "b".to_owned() };
            vec![tag("b"), tag("a"), untag, Edit::Accept { event }, Edit::Note { event, text: "see page 3".to_owned() }]
        });
        let curation = board.curation(id).unwrap();
        assert_eq!((curation.tags.iter().cloned().collect::<Vec<_>>(), curation.is_accepted), (vec!["a".to_owned()], true));
        assert_eq!(curation.note, "see page 3");
        assert_eq!(board.event(id), Some(&extraction().events[0]), "the finding itself is untouched");
    }
}
