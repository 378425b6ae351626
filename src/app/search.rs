//! The search that is going on: what was found, and which place is looked at.

use crate::model::Board;
use crate::view::{Found, Hit, Query, SearchIndex};

/// A search. The texts are folded when it begins, and again what has changed when the board does.
#[derive(Default)]
pub(super) struct Search {
    query: Query,
    index: Option<SearchIndex>,
    found: Found,
    /// The place that is looked at, as an index of the hits.
    at: Option<usize>,
    /// How many steps there were.
    steps: usize,
}

impl Search {
    /// Looks for these words; `is_new` says that the board has changed.
    pub(super) fn look(&mut self, board: &Board, text: &str, is_new: bool) {
        let query = Query::of(text);
        if query == self.query && !is_new {
            return;
        }
        let kept = self.at.and_then(|at| self.found.hits.get(at).copied()).filter(|_| query == self.query);
        self.query = query;
        if self.query.is_empty() {
            (self.found, self.at) = (Found::default(), None);
            if is_new {
                self.index = None;
            }
            return;
        }
        if is_new || self.index.is_none() {
            self.index = Some(SearchIndex::of(board, self.index.as_ref()));
        }
        self.found = self.index.as_ref().map(|index| index.find(board, &self.query)).unwrap_or_default();
        self.at = kept.and_then(|kept| self.found.hits.binary_search(&kept).ok());
    }

    /// For each event, whether it has the words; none while nothing is looked for.
    pub(super) fn events(&self) -> Option<&[bool]> {
        (!self.query.is_empty()).then_some(self.found.events.as_slice())
    }

    /// What was found.
    pub(super) const fn found(&self) -> &Found {
        &self.found
    }

    /// Which of the hits is looked at.
    pub(super) const fn at(&self) -> Option<usize> {
        self.at
    }

    /// Changes with every step from hit to hit.
    pub(super) const fn steps(&self) -> usize {
        self.steps
    }

    /// Goes to the next hit or the one before, round and round; first to one in the article `here`, if it has any.
    pub(super) fn step(&mut self, forward: bool, here: Option<usize>) -> Option<Hit> {
        let count = self.found.hits.len();
        let last = count.checked_sub(1)?;
        let next = match self.at {
            Some(at) if forward => {
                if at >= last {
                    0
                } else {
                    at + 1
                }
            }
            Some(at) => at.checked_sub(1).unwrap_or(last),
            None => {
                let inside = here.map(|here| self.found.hits_in(here)).filter(|inside| !inside.is_empty()).unwrap_or(0..count);
                if forward { inside.start } else { inside.end - 1 }
            }
        };
        self.at = Some(next);
        self.steps += 1;
        self.found.hits.get(next).copied()
    }
}
