//! The parts of the canvas: pinned lanes, which stay where they are, and the others, which scroll below them.

use super::scene::{Scene, TimelineState};
use egui::Rect;

/// Pinned lanes that would take more than this share of the height scroll with the others.
const MOST_PINNED: f32 = 0.6;

/// One part of the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pane {
    /// Where it is.
    pub(super) rect: Rect,
    /// What stands at its top, in points below the top of the first lane.
    pub(super) scroll: f32,
    /// Whether it holds the pinned lanes and does not scroll.
    pub(super) is_frozen: bool,
}

/// The height of the lanes that do not scroll, on a canvas of this height.
fn frozen(scene: &Scene<'_>, height: f32) -> f32 {
    let pinned = scene.lanes.top(scene.lanes.pinned());
    if pinned <= height * MOST_PINNED { pinned } else { 0.0 }
}

/// Divides the canvas. Keeps the scroll position inside.
pub(super) fn panes(canvas: Rect, scene: &Scene<'_>, state: &mut TimelineState) -> Vec<Pane> {
    scroll_to_selection(scene, state, canvas.height());
    state.scroll = state.scroll.clamp(0.0, (scene.lanes.height() - canvas.height()).max(0.0));
    let frozen = frozen(scene, canvas.height());
    let edge = canvas.top() + frozen;
    let scrolling = Pane { rect: canvas.with_min_y(edge), scroll: frozen + state.scroll, is_frozen: false };
    let pinned = Pane { rect: canvas.with_max_y(edge), scroll: 0.0, is_frozen: true };
    if frozen > 0.0 { vec![pinned, scrolling] } else { vec![scrolling] }
}

/// The lane boundary next to a height on the screen: the number of the lane that begins there. None outside the pane.
pub(super) fn boundary(pane: &Pane, scene: &Scene<'_>, y: f32) -> Option<usize> {
    let lanes = scene.lanes;
    let lane = lanes.between(pane.scroll + y - pane.rect.top(), pane.scroll + y - pane.rect.top() + 1.0).next();
    let inside = pane.rect.y_range().contains(y);
    let lane = lane.filter(|_| inside).or_else(|| (inside && !pane.is_frozen).then_some(lanes.lanes().len()))?;
    let middle = lanes.top(lane).midpoint(lanes.top(lane + 1)) - pane.scroll + pane.rect.top();
    Some(if y > middle { (lane + 1).min(lanes.lanes().len()) } else { lane })
}

/// Brings a lane of a newly selected event into sight.
fn scroll_to_selection(scene: &Scene<'_>, state: &mut TimelineState, height: f32) {
    if state.seen_selection == scene.selected {
        return;
    }
    state.seen_selection = scene.selected;
    let Some((event, _)) = scene.selected.and_then(|id| scene.placed(id)) else { return };
    let frozen = frozen(scene, height);
    let room = height - frozen;
    let place = |lane: usize| (scene.lanes.top(lane) - frozen, scene.lanes.top(lane + 1) - frozen);
    let in_sight = |lane: &usize| {
        let (top, bottom) = place(*lane);
        bottom <= 0.0 || (top >= state.scroll - 1.0 && bottom <= state.scroll + room + 1.0)
    };
    let lanes = scene.lanes.lanes_of(event);
    if let Some(first) = lanes.first()
        && !lanes.iter().any(in_sight)
    {
        let (top, bottom) = place(*first);
        state.scroll = if bottom - top >= room { top } else { (top.midpoint(bottom) - room / 2.0).max(0.0) };
    }
}
