//! Going through events that nobody has looked at: which comes next, how far one is, and what may be the same event.

use super::Dates;
use super::folded::fold;
use crate::model::{Board, Edtf, Event, EventId};
use std::collections::BTreeSet;

/// The most likely duplicates offered.
const OFFERED: usize = 8;
/// Less alike than this is no duplicate: half of the score two reports of one event usually have.
const ALIKE: f64 = 0.3;

/// How many events have been accepted or hidden, and how many there are.
pub fn progress(board: &Board) -> (usize, usize) {
    let accepted = board.events.iter().filter(|event| is_reviewed(board, event)).count();
    (accepted + board.hidden.len(), board.events.len() + board.hidden.len())
}

fn is_reviewed(board: &Board, event: &Event) -> bool {
    board.curation(event.id).is_some_and(|curation| curation.is_accepted || curation.is_own)
}

/// The next event that nobody has reviewed, or the one before: the most important first, round and round.
pub fn next(board: &Board, shown: &[bool], selected: Option<EventId>, forward: bool) -> Option<EventId> {
    let mut order: Vec<usize> = (0..board.events.len()).filter(|at| shown.get(*at).copied().unwrap_or(true)).collect();
    order.sort_by(|a, b| board.events[*b].importance.total_cmp(&board.events[*a].importance).then(a.cmp(b)));
    if !forward {
        order.reverse();
    }
    let here = selected.and_then(|id| order.iter().position(|at| board.events[*at].id == id));
    let start = here.map_or(0, |here| here + 1);
    let (before, after) = order.split_at(start);
    let open = after.iter().chain(before).map(|at| &board.events[*at]).find(|event| !is_reviewed(board, event));
    open.map(|event| event.id).filter(|id| Some(*id) != selected)
}

/// An event that may be the same as another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Duplicate {
    /// It.
    pub event: EventId,
    /// What speaks for it: "same day, same kind, Emmanuel Macron, 3 words in common".
    pub reason: String,
    /// From 0 to 1: how much they are alike.
    score: f64,
}

/// Events that may be the same as this one, the likeliest first.
pub fn likely_duplicates(board: &Board, event: &Event) -> Vec<Duplicate> {
    let mut found: Vec<Duplicate> =
        board.events.iter().filter(|other| other.id != event.id).filter_map(|other| compare(board, event, other)).collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found.truncate(OFFERED);
    found
}

/// Other events that have all these words in their title or date as it is written, at most `most`: those that may be the same as this
/// one first, then in the order of time.
pub fn with_words(board: &Board, event: &Event, words: &str, dates: Dates, most: usize) -> Vec<Duplicate> {
    let words = fold(words);
    let has_words = |other: &&Event| {
        let told = fold(&format!("{} {}", other.title, dates.edtf(&other.when.edtf)));
        words.split_whitespace().all(|word| told.contains(word))
    };
    let others = board.events.iter().filter(|other| other.id != event.id).filter(has_words);
    let plain = |other: &Event| Duplicate { event: other.id, reason: other.kind.as_str().to_owned(), score: 0.0 };
    let mut found: Vec<Duplicate> = others.map(|other| compare(board, event, other).unwrap_or_else(|| plain(other))).collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found.truncate(most);
    found
}

/// Compatible dates must be; kind, participants and words each count a third.
fn compare(board: &Board, event: &Event, other: &Event) -> Option<Duplicate> {
    let (mine, theirs) = (event.when.bounds(), other.when.bounds());
    let before = |end: Option<_>, start: Option<_>| end.zip(start).is_some_and(|(end, start)| end <= start);
    if before(mine.latest, theirs.earliest) || before(theirs.latest, mine.earliest) {
        return None;
    }
    let is_same_kind = event.kind == other.kind;
    let actors = |event: &Event| event.participants.iter().map(|participant| participant.actor.clone()).collect::<BTreeSet<_>>();
    let (own_actors, other_actors) = (actors(event), actors(other));
    let common: Vec<_> = own_actors.intersection(&other_actors).filter_map(|id| Some(board.actor(id)?.label())).collect();
    let (own_words, other_words) = (title_words(event), title_words(other));
    let same_words = own_words.intersection(&other_words).count();
    let share = |part: usize, a: usize, b: usize| if a.min(b) == 0 { 0.0 } else { part as f64 / a.min(b) as f64 };
    let score = (f64::from(u8::from(is_same_kind))
        + share(common.len(), own_actors.len(), other_actors.len())
        + share(same_words, own_words.len(), other_words.len()))
        / 3.0;
    if score < ALIKE || (common.is_empty() && same_words == 0) {
        return None;
    }
    let mut reasons = Vec::new();
    let is_undated = |event: &Event| event.when.edtf == Edtf::Unknown;
    let date = match (is_undated(event) || is_undated(other), event.when.edtf == other.when.edtf) {
        (true, _) => "no date against it",
        (false, true) => "same date",
        (false, false) => "dates that fit",
    };
    reasons.push(date.to_owned());
    if is_same_kind {
        reasons.push("same kind".to_owned());
    }
    reasons.extend(common.iter().take(2).map(|name| name.clone().into_owned()));
    if same_words > 0 {
        reasons.push(format!("{same_words} word{} in common", if same_words == 1 { "" } else { "s" }));
    }
    Some(Duplicate { event: other.id, reason: reasons.join(", "), score })
}

/// The words of a title that tell something: four letters and more.
fn title_words(event: &Event) -> BTreeSet<String> {
    let words = event.title.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.chars().count() >= 4).map(str::to_lowercase).collect()
}
