//! Extraction + edits = what is shown.

use crate::model::{ArticleId, Board, Edit, Edtf, EventId, Extraction};
use std::collections::{BTreeMap, BTreeSet};

/// The dates of articles that these edits set; the last one counts. The pipeline works dates out anew from them.
pub fn dates(edits: &[Edit]) -> BTreeMap<ArticleId, Edtf> {
    let set = |edit: &Edit| match edit {
        Edit::SetPublished { article, date } => Some((*article, *date)),
        Edit::Hide { .. } | Edit::Show { .. } => None,
    };
    edits.iter().filter_map(set).collect()
}

/// What is shown after these edits. Edits whose target is gone are listed in `stray`.
///
/// The extraction must come from a run with the [`dates`] of the same edits.
pub fn board(extraction: Extraction, edits: &[Edit]) -> Board {
    let events: BTreeSet<EventId> = extraction.events.iter().map(|event| event.id).collect();
    let articles: BTreeSet<ArticleId> = extraction.articles.iter().map(|article| article.id).collect();
    let (mut hidden, mut stray) = (BTreeSet::new(), Vec::new());
    for edit in edits {
        let hits = match edit {
            Edit::SetPublished { article, .. } => articles.contains(article),
            Edit::Hide { event } | Edit::Show { event } => events.contains(event),
        };
        match edit {
            _ if !hits => stray.push(edit.clone()),
            Edit::Hide { event } => drop(hidden.insert(*event)),
            Edit::Show { event } => drop(hidden.remove(event)),
            Edit::SetPublished { .. } => {}
        }
    }
    let Extraction { articles, times, events, actors, warnings } = extraction;
    let (hidden, events) = events.into_iter().partition(|event| hidden.contains(&event.id));
    let mut board = Board::default();
    (board.articles, board.events, board.hidden, board.actors) = (articles, events, hidden, actors);
    (board.times, board.warnings, board.stray) = (times, warnings, stray);
    board.indexed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Event, Kind, Mention, Modality, Quote, Span, When};

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
                importance: 1.0,
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
}
