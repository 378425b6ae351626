//! How many events each actor, article and kind has, and when: what the lists on the left show.

use super::Lanes;
use super::filter::review;
use crate::model::{Basis, Board, Kind, Modality, Review};
use std::collections::BTreeMap;

/// Steps of an activity line.
pub const STEPS: usize = 32;

/// Events of one actor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    /// Shown events.
    pub shown: usize,
    /// All events, filtered out or not.
    pub total: usize,
    /// Shown events in equal steps of time over the range in which most events lie; those outside count at the ends.
    pub steps: Vec<u16>,
}

/// The counts for one board, filter and division into lanes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// For each actor of the board, in its order.
    pub actors: Vec<Activity>,
    /// For each article of the board, in its order: shown and all events.
    pub articles: Vec<(usize, usize)>,
    /// Kinds that occur: shown and all events.
    pub kinds: BTreeMap<Kind, (usize, usize)>,
    /// Modalities that occur: shown and all events.
    pub modalities: BTreeMap<Modality, (usize, usize)>,
    /// The same for ways of knowing a date.
    pub bases: BTreeMap<Basis, (usize, usize)>,
    /// The same for what a person has made of events.
    pub reviews: BTreeMap<Review, (usize, usize)>,
    /// The same for tags.
    pub tags: BTreeMap<String, (usize, usize)>,
    /// Shown events.
    pub shown: usize,
}

impl Tally {
    /// Counts.
    pub fn of(board: &Board, shown: &[bool], lanes: &Lanes) -> Self {
        let mut tally = Self {
            actors: vec![Activity { steps: vec![0; STEPS], ..Activity::default() }; board.actors.len()],
            articles: vec![(0, 0); board.articles.len()],
            ..Self::default()
        };
        let articles: BTreeMap<_, _> = board.articles.iter().enumerate().map(|(at, article)| (article.id, at)).collect();
        for (at, event) in board.events.iter().enumerate() {
            let is_shown = shown.get(at).copied().unwrap_or(true);
            let step = lanes.extent(at).zip(lanes.core()).map(|(extent, core)| step_of(extent.anchor, core));
            tally.shown += usize::from(is_shown);
            let add = |counts: &mut (usize, usize)| *counts = (counts.0 + usize::from(is_shown), counts.1 + 1);
            add(tally.kinds.entry(event.kind).or_default());
            add(tally.modalities.entry(event.modality).or_default());
            add(tally.bases.entry(event.when.basis).or_default());
            add(tally.reviews.entry(review(board, event)).or_default());
            for tag in board.curation(event.id).into_iter().flat_map(|curation| &curation.tags) {
                add(tally.tags.entry(tag.clone()).or_default());
            }
            let mut actors: Vec<usize> =
                event.participants.iter().filter_map(|participant| board.actor_index(&participant.actor)).collect();
            actors.sort_unstable();
            actors.dedup();
            for actor in actors {
                tally.actors[actor].count(is_shown, step);
            }
            let mut told: Vec<usize> = event.mentions.iter().filter_map(|mention| articles.get(&mention.article()).copied()).collect();
            told.sort_unstable();
            told.dedup();
            for article in told {
                add(&mut tally.articles[article]);
            }
        }
        tally
    }
}

impl Activity {
    fn count(&mut self, is_shown: bool, step: Option<usize>) {
        self.total += 1;
        if !is_shown {
            return;
        }
        self.shown += 1;
        if let Some(count) = step.and_then(|step| self.steps.get_mut(step)) {
            *count = count.saturating_add(1);
        }
    }
}

fn step_of(at: f64, (start, end): (f64, f64)) -> usize {
    let share = if end > start { (at - start) / (end - start) } else { 0.5 };
    let step = (share * STEPS as f64).floor().clamp(0.0, STEPS as f64 - 1.0);
    (0..STEPS).rev().find(|candidate| *candidate as f64 <= step).unwrap_or(0)
}
