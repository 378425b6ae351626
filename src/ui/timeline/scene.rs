//! What the timeline shows, and what its widgets remember.

use crate::model::{Board, Event, EventId};
use crate::view::index::Column;
use crate::view::marks::Cluster;
use crate::view::{DateRange, Density, Extent, LaneKey, LaneOrder, Lanes, TimelineView};
use chrono::NaiveDate;

/// Everything the timeline shows. It only reads.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What is shown.
    pub board: &'a Board,
    /// The same, divided into lanes.
    pub lanes: &'a Lanes,
    /// The visible range.
    pub view: TimelineView,
    /// The selected event.
    pub selected: Option<EventId>,
    /// The event under the pointer, here or in another panel.
    pub hovered: Option<EventId>,
    /// For the "today" line.
    pub today: NaiveDate,
    /// The plain wheel zooms instead of scrolling the lanes.
    pub wheel_zooms: bool,
    /// What the lanes are ordered by.
    pub order: LaneOrder,
    /// The range of time that everything is filtered by.
    pub range: Option<DateRange>,
    /// While there is one: where events lie around it too.
    pub around: Option<&'a Density>,
}

impl<'a> Scene<'a> {
    /// The board's event with this index.
    pub(super) fn event(&self, index: u32) -> Option<&'a Event> {
        self.board.events.get(index as usize)
    }

    /// All events by the place of their marks, with the range that they cover: what the overview shows.
    pub(super) fn everything(&self) -> (&'a Column, Option<(f64, f64)>) {
        self.around.map_or((self.lanes.all(), self.lanes.range()), |around| (&around.marks, around.range))
    }

    /// An event with its place on the axis, if it is shown there.
    pub(super) fn placed(&self, id: EventId) -> Option<(&'a Event, &'a Extent)> {
        let index = self.board.event_index(id)?;
        Some((self.board.events.get(index)?, self.lanes.extent(index)?))
    }

    /// The name of an event for screen readers: "Military chiefs will meet in London, Thu 20 Mar 2025".
    pub(super) fn accessible_name(&self, event: &Event) -> String {
        let own = if self.board.is_own(event.id) { ", added by you" } else { "" };
        format!("{}, {}{own}", event.title, self.lanes.dates().edtf(&event.when.edtf))
    }
}

/// What the widgets of the timeline remember from frame to frame. Nothing in it needs saving.
#[derive(Clone, Debug, Default)]
pub struct TimelineState {
    /// How far the lanes are scrolled up, in points.
    pub(super) scroll: f32,
    /// Width of the lane headers, if the user has set one.
    pub(super) header_width: Option<f32>,
    /// A range that is being dragged out for zooming, in seconds: where it began and where the pointer is.
    pub(super) brush: Option<(f64, f64)>,
    /// The axis that the running wheel gesture is locked to, and when it last moved.
    pub(super) gesture: Option<(super::input::Axis, f64)>,
    /// The event that this panel last reported as hovered.
    pub(super) pointing: Option<EventId>,
    /// The selection that has been scrolled to.
    pub(super) seen_selection: Option<EventId>,
    /// The list of a cluster that does not come apart by zooming, and where it opened.
    pub(super) open_cluster: Option<(Cluster, egui::Pos2)>,
    /// What part of the overview's frame is being dragged.
    pub(super) frame_drag: Option<super::overview::FrameDrag>,
    /// The range that is being brushed on the overview, in seconds: where it began and where the pointer is.
    pub(super) overview_brush: Option<(f64, f64)>,
    /// The lane whose name is being dragged.
    pub(super) lane_drag: Option<LaneKey>,
    /// The axis that the running drag of the canvas is locked to, once it is known.
    pub(super) drag_axis: Option<super::input::DragAxis>,
    /// Whether the list of undated events is open.
    pub(super) tray_open: bool,
}

impl TimelineState {
    /// Scrolls the lanes at the next frame so that a lane of the selected event is in sight, even if it was before.
    pub fn reveal_selection(&mut self) {
        self.seen_selection = None;
    }

    /// The width of the lane headers beside a timeline of this width.
    pub(super) fn header_width(&self, whole: f32) -> f32 {
        self.header_width.unwrap_or(whole * 0.19).clamp(96.0, (whole * 0.4).clamp(96.0, 320.0)).round()
    }
}
