//! How the project is looked at: filter, selection, lanes, the visible range, and what follows from them.

use super::search::Search;
use crate::model::{Board, EventId};
use crate::view::{
    Arrangements, Density, Division, Filter, FilterChange, Flight, LaneBy, LaneChange, LaneOrder, Lanes, MergeHint, Outlook, Selection,
    Tally, TimelineView, ViewChange, ViewHistory, merge_hints,
};
use std::sync::Arc;

/// The state of looking. What is worked out from the board is worked out when something changes, not each frame.
#[derive(Default)]
pub(super) struct Screen {
    /// What is filtered.
    pub(super) filter: Filter,
    /// The same as it was asked for: what an undo brings back is filtered by again.
    asked: Filter,
    /// What is looked for, and where it was found.
    pub(super) search: Search,
    /// What is selected.
    pub(super) selection: Selection,
    /// For each event of the board, whether the filter lets it through.
    pub(super) shown: Vec<bool>,
    /// The timeline's division.
    pub(super) lanes: Lanes,
    /// Counts for the lists.
    pub(super) tally: Tally,
    /// Actors that may be the same.
    pub(super) hints: Vec<MergeHint>,
    /// While a range of time is filtered: the events around it, for the overview.
    pub(super) around: Option<Density>,
    /// Views before and after.
    pub(super) history: ViewHistory,
    /// Jumps go at once.
    pub(super) reduce_motion: bool,
    /// The visible range, the division into lanes and their arrangements.
    outlook: Outlook,
    /// Where things stand on the timeline, whatever it is divided by.
    division: Division,
    /// On the way to another one.
    flight: Option<Flight>,
    /// Changes whenever board or filter do.
    revision: u64,
}

impl Screen {
    /// Before anything is open.
    pub(super) fn new(reduce_motion: bool) -> Self {
        Self { reduce_motion, ..Self::default() }
    }

    /// A board of another project: everything from the start.
    pub(super) fn open(&mut self, board: &Board, division: Division, arrangements: Arrangements) {
        let outlook = Outlook { by: division.by, arrangements: Arc::new(arrangements), ..Outlook::default() };
        *self = Self { revision: self.revision, reduce_motion: self.reduce_motion, outlook, division, ..Self::default() };
        self.refresh(board);
        self.look_at_all();
    }

    /// The first view of a board, or of one whose events have just got their dates.
    pub(super) fn look_at_all(&mut self) {
        self.outlook.view = TimelineView::first(&self.lanes).unwrap_or_default();
    }

    /// Works out again what follows from the board.
    pub(super) fn refresh(&mut self, board: &Board) {
        self.hints = merge_hints(board);
        self.selection.keep_valid(board);
        self.follow(board, true);
    }

    /// Works out again what follows from filter and division; `is_new` if the board has changed.
    fn follow(&mut self, board: &Board, is_new: bool) {
        self.revision += 1;
        self.filter = self.asked.on(board);
        self.search.look(board, &self.filter.text, is_new);
        let found = self.search.events();
        self.shown = self.filter.shown_of(board, found);
        self.around = self.filter.range.map(|_| Density::of(board, &self.filter.shown_at_any_time(board, found)));
        self.divide(board);
        self.tally = Tally::of(board, &self.shown, &self.lanes);
    }

    fn divide(&mut self, board: &Board) {
        let mut lanes = Lanes::build(board, &self.shown, Division { by: self.outlook.by, ..self.division });
        self.keep_place(&lanes);
        lanes.arrange(&self.outlook.arrangement());
        self.lanes = lanes;
    }

    /// What the timeline is divided by.
    pub(super) const fn by(&self) -> LaneBy {
        self.outlook.by
    }

    /// What the lanes are ordered by.
    pub(super) fn order(&self) -> LaneOrder {
        self.arrangements().get(&self.by()).map_or(LaneOrder::default(), |lanes| lanes.order)
    }

    /// The arrangements of the lanes.
    pub(super) fn arrangements(&self) -> &Arrangements {
        &self.outlook.arrangements
    }

    /// Divides the timeline otherwise.
    pub(super) fn set_lanes(&mut self, board: &Board, by: LaneBy) {
        if by != self.outlook.by {
            self.history.leave(self.outlook.clone(), ViewChange::Jump);
            self.outlook.by = by;
            self.divide(board);
        }
    }

    /// Arranges the lanes otherwise.
    pub(super) fn arrange(&mut self, change: LaneChange) {
        let mut arrangement = self.outlook.arrangement();
        arrangement.apply(change);
        if arrangement != self.outlook.arrangement() {
            self.history.leave(self.outlook.clone(), ViewChange::Jump);
            self.lanes.arrange(&arrangement);
            Arc::make_mut(&mut self.outlook.arrangements).insert(self.outlook.by, arrangement);
        }
    }

    /// Changes the filter.
    pub(super) fn filter(&mut self, change: FilterChange, board: &Board) {
        self.asked.clone_from(&self.filter);
        self.asked.apply(change);
        self.follow(board, false);
    }

    /// Shows the next place that has the words looked for, or the one before: the first one from where the text stands.
    pub(super) fn step_hit(&mut self, forward: bool, board: &Board) {
        let here = self.selection.article.and_then(|article| board.articles.iter().position(|known| known.id == article));
        if let Some(hit) = self.search.step(forward, here) {
            self.selection.article = board.articles.get(hit.article).map(|article| article.id);
        }
    }

    /// Places events, folds, gaps and dates otherwise.
    pub(super) fn set_division(&mut self, board: &Board, division: Division) {
        self.division = division;
        self.follow(board, false);
    }

    /// Keeps the same dates in view when folds come or go. Views before and after are of the old axis: they are forgotten.
    fn keep_place(&mut self, lanes: &Lanes) {
        let (old, new) = (self.lanes.axis(), lanes.axis());
        if old != new {
            let view = &mut self.outlook.view;
            let [start, end] = [view.start, view.end].map(|at| new.of_calendar(old.to_calendar(at)));
            *view = TimelineView::new(start, end);
            (self.flight, self.history) = (None, ViewHistory::default());
        }
    }

    /// Goes to another range of time.
    pub(super) fn go(&mut self, to: TimelineView, change: ViewChange, now: f64) {
        let from = self.view_at(now);
        let left = self.flight.map_or(from, |flight| flight.target());
        self.history.leave(Outlook { view: left, ..self.outlook.clone() }, change);
        self.move_to(from, to, change, now);
    }

    fn move_to(&mut self, from: TimelineView, to: TimelineView, change: ViewChange, now: f64) {
        self.outlook.view = to;
        self.flight = (change == ViewChange::Jump && !self.reduce_motion).then(|| Flight::new(from, to, now));
    }

    /// One step back or forward through the views.
    pub(super) fn step(&mut self, forward: bool, board: &Board, now: f64) {
        let from = self.view_at(now);
        let here = self.outlook.clone();
        let to = if forward { self.history.forward(here) } else { self.history.back(here) };
        let Some(to) = to else { return };
        let before = std::mem::replace(&mut self.outlook, to);
        if before.by != self.outlook.by {
            self.divide(board);
        } else if before.arrangements != self.outlook.arrangements {
            self.lanes.arrange(&self.outlook.arrangement());
        }
        if before.view != self.outlook.view {
            self.move_to(from, self.outlook.view, ViewChange::Jump, now);
        }
    }

    /// Selects an event and brings it into view, moving only if it is not.
    pub(super) fn reveal(&mut self, event: EventId, board: &Board, now: f64) {
        self.selection.select(board, Some(event));
        let Some(extent) = board.event_index(event).and_then(|at| self.lanes.extent(at)) else { return };
        let room = self.outlook.view.span() * 0.06;
        if extent.anchor < self.outlook.view.start + room || extent.anchor > self.outlook.view.end - room {
            self.go(self.outlook.view.centered_on(extent.anchor), ViewChange::Jump, now);
        }
    }

    /// The visible range now.
    pub(super) fn view_at(&self, now: f64) -> TimelineView {
        self.flight.map_or(self.outlook.view, |flight| flight.at(now))
    }

    /// The visible range once every movement has come to rest.
    pub(super) const fn target(&self) -> TimelineView {
        self.outlook.view
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
