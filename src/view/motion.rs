//! Moving over the timeline without the pointer: what the keys and the toolbar do.

use super::{Command, Lanes, TimelineView, ViewChange};
use crate::model::{Board, EventId};

/// How much one press zooms.
const ZOOM: f64 = 1.6;
/// How much of the view one press moves.
const PAN: f64 = 0.2;

/// One press of a key that moves over the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// Show less time, around the selected event if it is in view, else around the middle.
    ZoomIn,
    /// Show more time.
    ZoomOut,
    /// Move towards the past.
    Earlier,
    /// Move towards the future.
    Later,
    /// Show everything.
    Fit,
    /// Bring the selected event to the middle, close enough to read the days; if it is there already, show everything.
    FocusSelection,
    /// Select the next event in time.
    NextEvent,
    /// Select the event before.
    PreviousEvent,
}

impl Motion {
    /// What is asked for; `None` if there is nothing to move to.
    pub fn command(self, board: &Board, lanes: &Lanes, view: TimelineView, selected: Option<EventId>) -> Option<Command> {
        let anchor = selected.and_then(|id| board.event_index(id)).and_then(|at| lanes.extent(at));
        let fixed = anchor.map(|extent| extent.anchor).filter(|at| view.contains(*at)).unwrap_or_else(|| view.center());
        let jump = |to: TimelineView| (to != view).then_some(Command::View(to, ViewChange::Jump));
        match self {
            Self::ZoomIn => jump(view.zoom_at(fixed, ZOOM)),
            Self::ZoomOut => jump(view.zoom_at(fixed, 1.0 / ZOOM)),
            Self::Earlier => jump(view.pan(-view.span() * PAN)),
            Self::Later => jump(view.pan(view.span() * PAN)),
            Self::Fit => TimelineView::fit(lanes).and_then(jump),
            Self::FocusSelection => {
                let extent = anchor?;
                let close = TimelineView::focus(extent.start, extent.end);
                let there = (view.center() - close.center()).abs() < view.span() * 0.01 && view.span() <= close.span() * 1.01;
                if there { TimelineView::fit(lanes).and_then(jump) } else { jump(close) }
            }
            Self::NextEvent => lanes.neighbour(board, selected, true, view).map(Command::Reveal),
            Self::PreviousEvent => lanes.neighbour(board, selected, false, view).map(Command::Reveal),
        }
    }
}
