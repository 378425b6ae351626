//! Pointer, wheel and touch over the timeline become commands. The view itself belongs to the app.

use super::scene::{Scene, TimelineState};
use crate::view::{Command, TimelineView, ViewChange};
use egui::{CursorIcon, Key, PointerButton, Rect, Response, Ui};

/// How far the wheel turns for a zoom by e, in points.
const ZOOM_POINTS: f32 = 200.0;
/// The most that one frame zooms: a jerk of a trackpad must not throw the view away.
const MOST_ZOOM: f64 = 1.5;
/// A gesture that has rested so long, in seconds, is over.
const REST: f64 = 0.18;
/// A range must be dragged at least so far, in points, to count.
const LEAST_BRUSH: f64 = 6.0;

/// The direction that a wheel or trackpad gesture is locked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    /// Through time.
    Horizontal,
    /// Through the lanes.
    Vertical,
}

/// How far a drag must go before its direction is taken, in points.
const TAKEN: f32 = 6.0;

/// The direction that a drag of the canvas is locked to: one that goes straight along an axis does not wobble off it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DragAxis {
    /// Through time only.
    Horizontal,
    /// Through the lanes only.
    Vertical,
    /// Slanting: both.
    Free,
}

impl DragAxis {
    /// The axis of a drag that has come so far; `None` while it may still be a click.
    fn of(way: egui::Vec2) -> Option<Self> {
        let (x, y) = (way.x.abs(), way.y.abs());
        match () {
            () if x.max(y) < TAKEN => None,
            () if x > 2.0 * y => Some(Self::Horizontal),
            () if y > 2.0 * x => Some(Self::Vertical),
            () => Some(Self::Free),
        }
    }
}

/// The wheel over the names of the lanes always scrolls them.
pub(super) fn scroll_beside(ui: &Ui, rect: Rect, state: &mut TimelineState) {
    let scroll = ui.input(egui::InputState::smooth_scroll_delta).y;
    if scroll != 0.0 && ui.rect_contains_pointer(rect) {
        state.scroll -= scroll;
        ui.ctx().request_repaint();
    }
}

/// Wheel, trackpad and pinch over a strip whose time axis is `rect`. `zooms` makes the plain wheel zoom.
pub(super) fn wheel(
    ui: &Ui,
    rect: Rect,
    response: &Response,
    zooms: bool,
    scene: &Scene<'_>,
    state: &mut TimelineState,
    out: &mut Vec<Command>,
) {
    if !response.contains_pointer() {
        return;
    }
    let Some(at) = ui.ctx().pointer_hover_pos() else { return };
    let (pinch, scroll, now) = ui.input(|input| (f64::from(input.zoom_delta()), input.smooth_scroll_delta(), input.time));
    let time = scene.view.time_from_x(f64::from(at.x - rect.left()), f64::from(rect.width()));
    let mut view = scene.view;
    if (pinch - 1.0).abs() > 1e-6 {
        view = view.zoom_at(time, pinch.clamp(1.0 / MOST_ZOOM, MOST_ZOOM));
    } else if scroll != egui::Vec2::ZERO {
        // With Shift held egui has turned the wheel sideways already.
        let axis = if ui.input(|input| input.modifiers.shift) { Axis::Horizontal } else { lock(state, scroll, now) };
        match axis {
            Axis::Horizontal => view = view.pan(-f64::from(scroll.x / rect.width()) * view.span()),
            Axis::Vertical if zooms => {
                view = view.zoom_at(time, f64::from((scroll.y / ZOOM_POINTS).exp()).clamp(1.0 / MOST_ZOOM, MOST_ZOOM));
            }
            Axis::Vertical => {
                state.scroll -= scroll.y;
                ui.ctx().request_repaint();
            }
        }
    }
    if view != scene.view {
        send(ui, view, ViewChange::Continuous, out);
    }
}

/// One axis for one gesture: the stronger one of its beginning.
fn lock(state: &mut TimelineState, scroll: egui::Vec2, now: f64) -> Axis {
    let running = state.gesture.filter(|(_, last)| now - last < REST).map(|(axis, _)| axis);
    let axis = running.unwrap_or(if scroll.x.abs() > scroll.y.abs() { Axis::Horizontal } else { Axis::Vertical });
    state.gesture = Some((axis, now));
    axis
}

/// Dragging on the canvas: pans; with Shift or the secondary button it drags out a range to zoom to.
pub(super) fn drag(
    ui: &Ui,
    rect: Rect,
    response: &Response,
    brushes: bool,
    scene: &Scene<'_>,
    state: &mut TimelineState,
    out: &mut Vec<Command>,
) {
    let width = f64::from(rect.width());
    let time = |at: egui::Pos2| scene.view.time_from_x(f64::from(at.x.clamp(rect.left(), rect.right()) - rect.left()), width);
    let brushing = brushes || ui.input(|input| input.modifiers.shift) || response.dragged_by(PointerButton::Secondary);
    if response.drag_started() && brushing {
        state.brush = ui.input(|input| input.pointer.press_origin()).map(|at| (time(at), time(at)));
    }
    if let (Some((from, _)), Some(at)) = (state.brush, response.interact_pointer_pos())
        && response.dragged()
    {
        state.brush = Some((from, time(at)));
    } else if response.dragged() && state.brush.is_none() && !brushes {
        let way = response.total_drag_delta().unwrap_or_default();
        let fresh = state.drag_axis.is_none();
        state.drag_axis = state.drag_axis.or_else(|| DragAxis::of(way));
        // What was held back until the direction was known is made up for.
        let delta = match state.drag_axis {
            None => egui::Vec2::ZERO,
            Some(axis) => {
                let delta = if fresh { way } else { response.drag_delta() };
                egui::vec2(if axis == DragAxis::Vertical { 0.0 } else { delta.x }, if axis == DragAxis::Horizontal { 0.0 } else { delta.y })
            }
        };
        state.scroll -= delta.y;
        ui.set_cursor_icon(CursorIcon::Grabbing);
        let view = scene.view.pan(-f64::from(delta.x) / width * scene.view.span());
        if view != scene.view {
            send(ui, view, ViewChange::Continuous, out);
        }
    }
    if response.drag_stopped() {
        state.drag_axis = None;
    }
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        state.brush = None;
    }
    if response.drag_stopped()
        && let Some((from, to)) = state.brush.take()
    {
        let (start, end) = (from.min(to), from.max(to));
        if (end - start) / scene.view.span() * width >= LEAST_BRUSH {
            send(ui, TimelineView::new(start, end), ViewChange::Jump, out);
        }
    }
}

/// Asks for a view, and for a frame that shows it.
pub(super) fn send(ui: &Ui, view: TimelineView, change: ViewChange, out: &mut Vec<Command>) {
    out.push(Command::View(view, change));
    ui.ctx().request_repaint();
}
