//! How the project is looked at: filter, selection, lanes, the visible range, and what follows from them.

use crate::model::{Board, EventId};
use crate::view::{Division, Filter, FilterChange, Flight, Lanes, Selection, Tally, TimelineView, ViewChange, ViewHistory};

/// The state of looking. What is worked out from the board is worked out when something changes, not each frame.
#[derive(Default)]
pub(super) struct Screen {
    /// What is filtered.
    pub(super) filter: Filter,
    /// What is selected.
    pub(super) selection: Selection,
    /// For each event of the board, whether the filter lets it through.
    pub(super) shown: Vec<bool>,
    /// The timeline's division.
    pub(super) lanes: Lanes,
    /// Counts for the lists.
    pub(super) tally: Tally,
    /// Views before and after.
    pub(super) history: ViewHistory,
    /// The visible range.
    view: TimelineView,
    /// On the way to another one.
    flight: Option<Flight>,
    /// Changes whenever board or filter do.
    revision: u64,
}

impl Screen {
    /// A board of another project: everything from the start.
    pub(super) fn open(&mut self, board: &Board, division: Division) {
        *self = Self { revision: self.revision, ..Self::default() };
        self.refresh(board, division);
        self.look_at_all();
    }

    /// The first view of a board, or of one whose events have just got their dates.
    pub(super) fn look_at_all(&mut self) {
        self.view = TimelineView::first(&self.lanes).unwrap_or_default();
    }

    /// Works out again what follows from board, filter and division.
    pub(super) fn refresh(&mut self, board: &Board, division: Division) {
        self.revision += 1;
        self.filter.keep_valid(board);
        self.selection.keep_valid(board);
        self.shown = self.filter.shown(board);
        let lanes = Lanes::build(board, &self.shown, division);
        self.keep_place(&lanes);
        self.lanes = lanes;
        self.tally = Tally::of(board, &self.shown, &self.lanes);
    }

    /// Changes the filter.
    pub(super) fn filter(&mut self, change: FilterChange, board: &Board, division: Division) {
        self.filter.apply(change);
        self.refresh(board, division);
    }

    /// Keeps the same dates in view when folds come or go. Views before and after are of the old axis: they are forgotten.
    fn keep_place(&mut self, lanes: &Lanes) {
        let (old, new) = (self.lanes.axis(), lanes.axis());
        if old != new {
            let [start, end] = [self.view.start, self.view.end].map(|at| new.of_calendar(old.to_calendar(at)));
            self.view = TimelineView::new(start, end);
            (self.flight, self.history) = (None, ViewHistory::default());
        }
    }

    /// Goes to another range of time.
    pub(super) fn go(&mut self, to: TimelineView, change: ViewChange, now: f64) {
        let from = self.view_at(now);
        self.history.leave(self.flight.map_or(from, |flight| flight.target()), change);
        self.move_to(from, to, change, now);
    }

    fn move_to(&mut self, from: TimelineView, to: TimelineView, change: ViewChange, now: f64) {
        self.view = to;
        self.flight = (change == ViewChange::Jump).then(|| Flight::new(from, to, now));
    }

    /// One step back or forward through the views.
    pub(super) fn step(&mut self, forward: bool, now: f64) {
        let from = self.view_at(now);
        let to = if forward { self.history.forward(self.view) } else { self.history.back(self.view) };
        if let Some(to) = to {
            self.move_to(from, to, ViewChange::Jump, now);
        }
    }

    /// Selects an event and brings it into view, moving only if it is not.
    pub(super) fn reveal(&mut self, event: EventId, board: &Board, now: f64) {
        self.selection.select(board, Some(event));
        let Some(extent) = board.event_index(event).and_then(|at| self.lanes.extent(at)) else { return };
        let room = self.view.span() * 0.06;
        if extent.anchor < self.view.start + room || extent.anchor > self.view.end - room {
            self.go(self.view.centered_on(extent.anchor), ViewChange::Jump, now);
        }
    }

    /// The visible range now.
    pub(super) fn view_at(&self, now: f64) -> TimelineView {
        self.flight.map_or(self.view, |flight| flight.at(now))
    }

    /// The visible range once every movement has come to rest.
    pub(super) const fn target(&self) -> TimelineView {
        self.view
    }

    /// Ends a movement that has arrived. Returns whether one is still going on.
    pub(super) fn settle(&mut self, now: f64) -> bool {
        self.flight = self.flight.filter(|flight| !flight.is_over(now));
        self.flight.is_some()
    }

    /// Changes whenever board or filter do.
    pub(super) const fn revision(&self) -> u64 {
        self.revision
    }
}
