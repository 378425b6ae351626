//! The overview strip: everything at once as a histogram by kind, and the visible range as a frame to drag and resize.

use super::super::parts::round_focus_ring;
use super::super::theme::Palette;
use super::histogram::OverviewItem;
use super::plot::bare_plot;
use super::scene::{Scene, TimelineState};
use super::{input, ruler};
use crate::view::{Command, DateRange, FilterChange, MIN_SPAN, TimelineView, ViewChange};
use egui::{CursorIcon, PointerButton, Rect, Role, Sense, Stroke, TextStyle, Ui, UiBuilder, WidgetInfo, vec2};
use egui_plot::PlotBounds;

/// The height of the strip, in points.
pub const OVERVIEW_HEIGHT: f32 = 64.0;
/// Height of the years below the histogram.
pub(super) const YEARS: f32 = 16.0;
/// How near an edge of the frame must be to be dragged, in points.
const EDGE: f32 = 6.0;
/// The frame is never drawn narrower than this.
const LEAST_FRAME: f32 = 8.0;
/// A range must be brushed at least so far, in points, to count; a shorter one takes the filter away.
const LEAST_BRUSH: f64 = 6.0;

/// What part of the frame is being dragged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum FrameDrag {
    /// The start of the range.
    Start,
    /// Its end.
    End,
    /// The whole, held at so many seconds after its middle.
    Whole(f64),
}

/// Draws the strip in the room that is left, at most [`OVERVIEW_HEIGHT`] high. A click goes there; dragging moves or resizes
/// the frame; dragging with Shift filters by the range; the wheel zooms.
pub fn overview_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut TimelineState, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let available = ui.available_rect_before_wrap();
    let rect = Rect::from_min_size(available.min, vec2(available.width(), available.height().min(OVERVIEW_HEIGHT)));
    ui.advance_cursor_after_rect(rect);
    ui.painter().rect_filled(rect, 0.0, palette.panel);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, palette.border));
    let Some(whole) = whole(scene) else { return };
    let strip = rect.shrink2(vec2(12.0, 0.0)).with_min_y(rect.top() + 5.0);
    let mut child = ui.new_child(UiBuilder::new().max_rect(strip).id_salt("overview"));
    let bounds = PlotBounds::from_min_max([whole.start, 0.0], [whole.end, 1.0]);
    let brushed = state.overview_brush.map(|(from, to)| TimelineView::new(from.min(to), from.max(to)));
    let item = OverviewItem::new(*scene, whole, brushed.or_else(|| scene.range.map(DateRange::view)));
    let response = bare_plot(&mut child, ui.scope_id().with("overview"), bounds, item);
    let words = format!("Overview; the timeline shows {}", ruler::range_words(scene, scene.view));
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &words));
    let x = |at: f64| strip.left() + whole.x_from_time(at, f64::from(strip.width())).clamp(-1e4, 1e5) as f32;
    let frame = frame(x(scene.view.start), x(scene.view.end), strip);
    if !brush(ui, strip, whole, &response, scene, state, out) {
        drag(ui, strip, frame, whole, &response, scene, state, out);
    }
    chip(ui, strip, whole, scene, out);
    wheel(ui, strip, whole, &response, scene, out);
}

/// What the strip shows: everything that is dated, and the view if it reaches further (but not more than three times as far).
fn whole(scene: &Scene<'_>) -> Option<TimelineView> {
    let (start, end) = scene.everything().1?;
    let fit = TimelineView::around(start, end);
    let (least, most) = (fit.start - fit.span(), fit.end + fit.span());
    Some(TimelineView { start: fit.start.min(scene.view.start.max(least)), end: fit.end.max(scene.view.end.min(most)) })
}

/// The frame on the strip, from edge to edge of the view, but never too narrow to see.
pub(super) fn frame(left: f32, right: f32, strip: Rect) -> Rect {
    let (left, right) = (left.clamp(strip.left(), strip.right()), right.clamp(strip.left(), strip.right()));
    let middle = left.midpoint(right).clamp(strip.left() + LEAST_FRAME / 2.0, strip.right() - LEAST_FRAME / 2.0);
    let half = ((right - left) / 2.0).max(LEAST_FRAME / 2.0);
    Rect::from_x_y_ranges(middle - half..=middle + half, strip.top()..=strip.bottom() - YEARS)
}

/// Dragging with Shift or the secondary button brushes a range: every panel then shows only what may lie in it. Returns whether
/// the pointer is brushing.
fn brush(
    ui: &Ui,
    strip: Rect,
    whole: TimelineView,
    response: &egui::Response,
    scene: &Scene<'_>,
    state: &mut TimelineState,
    out: &mut Vec<Command>,
) -> bool {
    let time =
        |at: egui::Pos2| whole.time_from_x(f64::from(at.x.clamp(strip.left(), strip.right()) - strip.left()), f64::from(strip.width()));
    let wanted = ui.input(|input| input.modifiers.shift) || response.dragged_by(PointerButton::Secondary);
    if response.drag_started() && wanted {
        state.overview_brush = ui.input(|input| input.pointer.press_origin()).map(|at| (time(at), time(at)));
    }
    let Some((from, _)) = state.overview_brush else { return false };
    if let (true, Some(at)) = (response.dragged(), response.interact_pointer_pos()) {
        state.overview_brush = Some((from, time(at)));
        ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        state.overview_brush = None;
    } else if !response.dragged()
        && let Some((from, to)) = state.overview_brush.take()
    {
        let view = TimelineView::new(from.min(to), from.max(to));
        let wide_enough = view.span() / whole.span() * f64::from(strip.width()) >= LEAST_BRUSH;
        let range = wide_enough.then(|| DateRange::of(view));
        if range.is_some() || scene.range.is_some() {
            out.push(Command::Filter(FilterChange::Range(range)));
            ui.ctx().request_repaint();
        }
    }
    true
}

/// The range that everything is filtered by, with a button to take it away.
fn chip(ui: &mut Ui, strip: Rect, whole: TimelineView, scene: &Scene<'_>, out: &mut Vec<Command>) {
    let Some(range) = scene.range else { return };
    let palette = Palette::of(ui);
    let view = range.view();
    let x = |at: f64| strip.left() + whole.x_from_time(at.clamp(whole.start, whole.end), f64::from(strip.width())) as f32;
    let words = format!("Only {}  ✕", range.words());
    let galley = ui.painter().layout_no_wrap(words, TextStyle::Small.resolve(ui.style()), palette.strong);
    let size = galley.rect.size() + vec2(14.0, 4.0);
    // Beside the range where there is room, so that it covers nothing that is shown.
    let (before, after) = (x(view.start) - 6.0 - size.x, x(view.end) + 6.0);
    let left = if after + size.x <= strip.right() { after } else { before.max(strip.left()) };
    let pill = Rect::from_min_size(egui::pos2(left, strip.top() + 3.0), size);
    let response = ui.interact(pill, ui.scope_id().with("range chip"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Only {}: show everything again", range.words())));
    let line = Stroke::new(1.0, if response.hovered() { palette.accent } else { palette.border });
    ui.painter().rect(pill, size.y / 2.0, palette.selection, line, egui::StrokeKind::Inside);
    round_focus_ring(ui, &response, pill, size.y / 2.0);
    ui.painter().galley(pill.center() - galley.rect.size() / 2.0, galley, palette.strong);
    if response.on_hover_text("All panels show only events of this time. Click to show everything again").clicked() {
        out.push(Command::Filter(FilterChange::Range(None)));
    }
}

#[expect(clippy::too_many_arguments, reason = "one place for all of the frame's handling")]
fn drag(
    ui: &Ui,
    strip: Rect,
    frame: Rect,
    whole: TimelineView,
    response: &egui::Response,
    scene: &Scene<'_>,
    state: &mut TimelineState,
    out: &mut Vec<Command>,
) {
    let time = |x: f32| whole.time_from_x(f64::from(x - strip.left()), f64::from(strip.width()));
    let part = |x: f32| {
        let slack = EDGE.min(frame.width() / 3.0);
        let (left, right) = ((x - frame.left()).abs(), (x - frame.right()).abs());
        if left <= slack && left <= right && frame.width() > LEAST_FRAME {
            Some(FrameDrag::Start)
        } else if right <= slack && frame.width() > LEAST_FRAME {
            Some(FrameDrag::End)
        } else if frame.x_range().contains(x) {
            Some(FrameDrag::Whole(time(x) - scene.view.center()))
        } else {
            None
        }
    };
    if response.drag_started() {
        let origin = ui.input(|input| input.pointer.press_origin());
        state.frame_drag = origin.map(|at| part(at.x).unwrap_or(FrameDrag::Whole(0.0)));
    }
    if let (true, Some(at), Some(held)) = (response.dragged(), response.interact_pointer_pos(), state.frame_drag) {
        let now = time(at.x.clamp(strip.left(), strip.right()));
        let view = match held {
            FrameDrag::Start => TimelineView::new(now.min(scene.view.end - MIN_SPAN), scene.view.end),
            FrameDrag::End => TimelineView::new(scene.view.start, now.max(scene.view.start + MIN_SPAN)),
            FrameDrag::Whole(offset) => scene.view.centered_on(now - offset),
        };
        if view != scene.view {
            input::send(ui, view, ViewChange::Continuous, out);
        }
    } else if !response.dragged() {
        state.frame_drag = None;
    }
    if let (true, Some(at)) = (response.clicked(), response.interact_pointer_pos()) {
        let view = scene.view.centered_on(time(at.x));
        if view != scene.view && !frame.x_range().contains(at.x) {
            input::send(ui, view, ViewChange::Jump, out);
        }
    }
    let under = response.hover_pos().and_then(|at| part(at.x));
    match state.frame_drag.or(under) {
        Some(FrameDrag::Start | FrameDrag::End) => ui.set_cursor_icon(CursorIcon::ResizeHorizontal),
        Some(FrameDrag::Whole(_)) if state.frame_drag.is_some() => ui.set_cursor_icon(CursorIcon::Grabbing),
        Some(FrameDrag::Whole(_)) => ui.set_cursor_icon(CursorIcon::Grab),
        None => {}
    }
}

/// The wheel over the strip zooms at the instant under the pointer if it is in view, else around the middle.
fn wheel(ui: &Ui, strip: Rect, whole: TimelineView, response: &egui::Response, scene: &Scene<'_>, out: &mut Vec<Command>) {
    let (true, Some(at)) = (response.contains_pointer(), ui.ctx().pointer_hover_pos()) else { return };
    let (pinch, scroll) = ui.input(|input| (f64::from(input.zoom_delta()), input.smooth_scroll_delta()));
    let time = whole.time_from_x(f64::from(at.x - strip.left()), f64::from(strip.width()));
    let fixed = if scene.view.contains(time) { time } else { scene.view.center() };
    let factor = if (pinch - 1.0).abs() > 1e-6 { pinch } else { f64::from((scroll.y / 200.0).exp()) };
    let view = if scroll.x != 0.0 && scroll.x.abs() > scroll.y.abs() {
        scene.view.pan(-f64::from(scroll.x / strip.width()) * whole.span())
    } else {
        scene.view.zoom_at(fixed, factor.clamp(0.67, 1.5))
    };
    if view != scene.view {
        input::send(ui, view, ViewChange::Continuous, out);
    }
}
