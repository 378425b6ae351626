//! The overview strip: everything at once as a histogram by kind, and the visible range as a frame to drag and resize.

use super::super::palette::kind_color;
use super::super::theme::Palette;
use super::label::first_that_fits;
use super::scene::{Scene, TimelineState};
use super::{input, ruler};
use crate::model::Kind;
use crate::view::index::KINDS;
use crate::view::{Command, TimelineView, ViewChange, ticks};
use egui::epaint::Mesh;
use egui::{Color32, CursorIcon, FontId, Rect, Role, Sense, Shape, Stroke, StrokeKind, TextStyle, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_plot::{Plot, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};
use std::ops::RangeInclusive;

/// The height of the strip, in points.
pub const OVERVIEW_HEIGHT: f32 = 64.0;
/// Height of the years below the histogram.
const YEARS: f32 = 16.0;
/// Width of a column, in points.
const COLUMN: f32 = 3.0;
/// How near an edge of the frame must be to be dragged, in points.
const EDGE: f32 = 6.0;
/// The frame is never drawn narrower than this.
const LEAST_FRAME: f32 = 8.0;

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
/// the frame; the wheel zooms.
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
    let response = Plot::new(ui.scope_id().with("overview"))
        .width(strip.width())
        .height(strip.height())
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .set_margin_fraction(egui::Vec2::ZERO)
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .cursor_color(Color32::TRANSPARENT)
        .sense(Sense::click_and_drag())
        .show(&mut child, |plot| {
            plot.set_plot_bounds(PlotBounds::from_min_max([whole.start, 0.0], [whole.end, 1.0]));
            plot.add(OverviewItem { base: PlotItemBase::new("overview".to_owned()), scene: *scene, whole });
        })
        .response;
    let words = format!("Overview; the timeline shows {}", ruler::range_words(scene.view));
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &words));
    let x = |at: f64| strip.left() + whole.x_from_time(at, f64::from(strip.width())).clamp(-1e4, 1e5) as f32;
    let frame = frame(x(scene.view.start), x(scene.view.end), strip);
    drag(ui, strip, frame, whole, &response, scene, state, out);
    wheel(ui, strip, whole, &response, scene, state, out);
}

/// What the strip shows: everything that is dated, and the view if it reaches further (but not more than three times as far).
fn whole(scene: &Scene<'_>) -> Option<TimelineView> {
    let fit = TimelineView::fit(scene.lanes)?;
    let (least, most) = (fit.start - fit.span(), fit.end + fit.span());
    Some(TimelineView { start: fit.start.min(scene.view.start.max(least)), end: fit.end.max(scene.view.end.min(most)) })
}

fn frame(left: f32, right: f32, strip: Rect) -> Rect {
    let (left, right) = (left.clamp(strip.left(), strip.right()), right.clamp(strip.left(), strip.right()));
    let middle = left.midpoint(right).clamp(strip.left() + LEAST_FRAME / 2.0, strip.right() - LEAST_FRAME / 2.0);
    let half = ((right - left) / 2.0).max(LEAST_FRAME / 2.0);
    Rect::from_x_y_ranges(middle - half..=middle + half, strip.top()..=strip.bottom() - YEARS)
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
            FrameDrag::Start => TimelineView::new(now.min(scene.view.end - crate::view::MIN_SPAN), scene.view.end),
            FrameDrag::End => TimelineView::new(scene.view.start, now.max(scene.view.start + crate::view::MIN_SPAN)),
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
fn wheel(
    ui: &Ui,
    strip: Rect,
    whole: TimelineView,
    response: &egui::Response,
    scene: &Scene<'_>,
    state: &mut TimelineState,
    out: &mut Vec<Command>,
) {
    let _ = state;
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

struct OverviewItem<'a> {
    base: PlotItemBase,
    scene: Scene<'a>,
    whole: TimelineView,
}

impl PlotItem for OverviewItem<'_> {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let palette = Palette::of(ui);
        let strip = *transform.frame();
        let bars = strip.with_max_y(strip.bottom() - YEARS);
        let x = |at: f64| transform.position_from_point_x(at);
        let frame = frame(x(self.scene.view.start), x(self.scene.view.end), strip);
        shapes.push(Shape::rect_filled(bars, 4.0, palette.surface));
        shapes.push(Shape::rect_filled(frame, 4.0, palette.accent.gamma_multiply(0.13)));
        shapes.push(Shape::mesh(self.histogram(bars, palette)));
        let today = ruler::today(&self.scene);
        if self.whole.contains(today) {
            shapes.push(Shape::vline(x(today).round() + 0.5, bars.y_range(), Stroke::new(1.0, palette.accent)));
        }
        self.years(ui, strip, transform, shapes, palette);
        shapes.push(Shape::rect_stroke(frame, 4.0, Stroke::new(1.5, palette.accent), StrokeKind::Inside));
        if frame.width() > 24.0 {
            for side in [frame.left(), frame.right()] {
                let grip = Rect::from_center_size(pos2(side, frame.center().y), vec2(5.0, 16.0));
                shapes.push(Shape::rect_filled(grip, 2.5, palette.accent));
            }
        }
    }

    fn initialize(&mut self, _: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn allow_hover(&self) -> bool {
        false
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::from_min_max([self.whole.start, 0.0], [self.whole.end, 1.0])
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

impl OverviewItem<'_> {
    /// One column every three points, stacked by kind; heights by the square root, so that single events stay visible.
    fn histogram(&self, bars: Rect, palette: &Palette) -> Mesh {
        let columns = (bars.width() / COLUMN).floor().max(1.0);
        let width = bars.width() / columns;
        let all = self.scene.lanes.all();
        let edge = |column: f32| self.whole.time_from_x(f64::from(column / columns), 1.0);
        let mut counts: Vec<[u32; KINDS]> = Vec::new();
        let mut place = all.range(self.whole.start, self.whole.start).start;
        let mut column = 0.0;
        while column < columns {
            let end = all.seek(place, edge(column + 1.0));
            let mut kinds = [0; KINDS];
            all.add_kinds(place..end, &mut kinds);
            counts.push(kinds);
            place = end;
            column += 1.0;
        }
        let most = counts.iter().map(|kinds| kinds.iter().sum::<u32>()).max().unwrap_or_default().max(1);
        let mut mesh = Mesh::default();
        for (at, kinds) in counts.iter().enumerate() {
            let count: u32 = kinds.iter().sum();
            let height = (bars.height() - 4.0) * (count as f32 / most as f32).sqrt();
            let left = bars.left() + at as f32 * width;
            let mut y = bars.bottom();
            for (kind, part) in Kind::ALL.iter().zip(kinds).filter(|(_, part)| **part > 0) {
                let part = height.max(3.0) * *part as f32 / count as f32;
                let rect = Rect::from_min_max(pos2(left, y - part), pos2(left + width - 0.5, y));
                mesh.add_colored_rect(rect, kind_color(*kind, palette.dark).gamma_multiply(0.8));
                y -= part;
            }
        }
        mesh
    }

    fn years(&self, ui: &Ui, strip: Rect, transform: &PlotTransform, shapes: &mut Vec<Shape>, palette: &Palette) {
        let ruler = ticks::ruler(self.whole, f64::from(strip.width()) / 1.6);
        let font = FontId::proportional(TextStyle::Small.resolve(ui.style()).size - 1.0);
        let mut free = strip.left();
        for cell in &ruler.fine {
            let (left, right) = (transform.position_from_point_x(cell.start), transform.position_from_point_x(cell.end));
            if left < free || left > strip.right() {
                continue;
            }
            let names = [with_context(cell, &ruler), cell.names[1].clone()];
            if let Some(galley) = first_that_fits(ui.painter(), &names, &font, palette.weak, right.min(strip.right()) - left - 4.0) {
                free = left + galley.rect.width();
                shapes.push(Shape::vline(
                    left.round() + 0.5,
                    strip.bottom() - YEARS..=strip.bottom() - YEARS + 4.0,
                    Stroke::new(1.0, palette.border),
                ));
                shapes.push(Shape::galley(pos2(left + 3.0, strip.bottom() - YEARS + 1.0), galley, palette.weak));
            }
        }
    }
}

/// "Mar 2025" for the first month of a year, and so on: the strip has only one row.
fn with_context(cell: &ticks::Cell, ruler: &ticks::Ruler) -> String {
    let above = ruler.coarse.iter().find(|coarse| coarse.start <= cell.start && cell.start < coarse.end);
    match above {
        Some(above) if !matches!(ruler.step, crate::view::calendar::Step::Years(_)) && above.start >= cell.start => {
            format!("{} {}", cell.names[1], above.names[1])
        }
        _ => cell.names[1].clone(),
    }
}
