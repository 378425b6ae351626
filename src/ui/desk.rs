//! What the panels beside the timeline may look at.

use crate::model::{ActorId, Board, Event};
use crate::view::{Availability, Filter, Found, Lanes, MergeHint, Selection, Tally, TimelineView};
use std::borrow::Cow;

/// One look at everything: built for each frame from the state of the window, borrowed by every panel.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// Findings and edits.
    pub board: &'a Board,
    /// For each event of the board, whether the filter lets it through.
    pub shown: &'a [bool],
    /// The division of the timeline.
    pub lanes: &'a Lanes,
    /// The stretch of time in view once every movement has come to rest.
    pub view: TimelineView,
    /// Counts for lists.
    pub tally: &'a Tally,
    /// What is filtered.
    pub filter: &'a Filter,
    /// What was found of the words searched for.
    pub found: &'a Found,
    /// Which of its hits is looked at.
    pub hit: Option<usize>,
    /// Changes with every step from hit to hit.
    pub steps: usize,
    /// Changes with board and filter.
    pub revision: u64,
    /// What is selected.
    pub selection: &'a Selection,
    /// Actors that may be the same.
    pub hints: &'a [MergeHint],
    /// What can be done now.
    pub availability: &'a Availability,
}

impl<'a> Desk<'a> {
    /// The selected event.
    pub fn selected(&self) -> Option<&'a Event> {
        self.selection.event(self.board)
    }

    /// How an actor is shown; its id if the board has lost it.
    pub fn actor_name<'n>(&'n self, id: &'n ActorId) -> Cow<'n, str> {
        self.board.actor_label(id)
    }
}
