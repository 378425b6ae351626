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
        let delta = response.drag_delta();
        state.scroll -= delta.y;
        ui.set_cursor_icon(CursorIcon::Grabbing);
        let view = scene.view.pan(-f64::from(delta.x) / width * scene.view.span());
        if view != scene.view {
            send(ui, view, ViewChange::Continuous, out);
        }
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
