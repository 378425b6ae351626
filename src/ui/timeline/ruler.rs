//! The ruler above the lanes: two rows of calendar units, the day under the pointer, today.

use super::super::theme::Palette;
use super::breaks::lengths_ui;
use super::input;
use super::label::first_that_fits;
use super::scene::{Scene, TimelineState};
use crate::model::CalendarUnit;
use crate::view::breaks::{Break, room};
use crate::view::calendar::Step;
use crate::view::ticks::{Cell, Ruler};
use crate::view::{Command, Dates, TimelineView, ViewChange, civil, seconds};
use chrono::{Datelike as _, NaiveTime, Timelike as _};
use egui::{CursorIcon, FontId, Painter, Rect, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// Height of each of the two rows, in points.
const ROW: f32 = 21.0;
/// Height of the ruler.
pub(super) const HEIGHT: f32 = 2.0 * ROW + 1.0;
/// Space left of a name.
const INSET: f32 = 5.0;

/// Draws the ruler; dragging on it zooms to the range, the wheel zooms, a double click shows the unit under the pointer.
pub(super) fn ruler_ui(
    ui: &Ui,
    rect: Rect,
    ruler: &Ruler,
    breaks: &[Break],
    scene: &Scene<'_>,
    state: &mut TimelineState,
    out: &mut Vec<Command>,
) {
    let palette = Palette::of(ui);
    let response = ui.interact(rect, ui.scope_id().with("ruler"), Sense::click_and_drag()).on_hover_cursor(CursorIcon::ResizeHorizontal);
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, format!("Time shown: {}", range_words(scene, scene.view))));
    input::wheel(ui, rect, &response, true, scene, state, out);
    input::drag(ui, rect, &response, true, scene, state, out);
    if response.double_clicked()
        && let Some(at) = response.interact_pointer_pos()
    {
        let time = scene.view.time_from_x(f64::from(at.x - rect.left()), f64::from(rect.width()));
        let row = if at.y < rect.top() + ROW { &ruler.coarse } else { &ruler.fine };
        if let Some(cell) = row.iter().find(|cell| cell.start <= time && time < cell.end) {
            input::send(ui, TimelineView::new(cell.start, cell.end), ViewChange::Jump, out);
        }
    }
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, 0.0, palette.panel);
    rows(ui, &painter, rect, ruler, breaks, scene);
    lengths_ui(ui, Rect::from_min_max(pos2(rect.left(), rect.top() + ROW), rect.max), breaks, scene);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.border));
    let today = today(scene);
    if scene.view.contains(today) {
        let x = rect.left() + scene.view.x_from_time(today, f64::from(rect.width())) as f32;
        let tip = pos2(x, rect.bottom());
        let head = [tip, tip + vec2(-4.5, -6.0), tip + vec2(4.5, -6.0)];
        painter.add(egui::Shape::convex_polygon(head.to_vec(), palette.accent, Stroke::NONE));
    }
}

/// The names of the two rows with the lines between them.
fn rows(ui: &Ui, painter: &Painter, rect: Rect, ruler: &Ruler, breaks: &[Break], scene: &Scene<'_>) {
    let palette = Palette::of(ui);
    let (coarse, fine) = (FontId::new(12.5, super::super::fonts::bold()), FontId::proportional(TextStyle::Small.resolve(ui.style()).size));
    let middle = rect.top() + ROW;
    let x = |at: f64| rect.left() + scene.view.x_from_time(at, f64::from(rect.width())).clamp(-9e3, 9e4) as f32;
    for cell in &ruler.coarse {
        let (left, right) = (x(cell.start), x(cell.end));
        // The name of the unit that begins left of the view stays in sight until the next one pushes it out.
        let from = left.max(rect.left()) + INSET;
        let room = right.min(rect.right()) - from - INSET;
        if let Some(galley) = first_that_fits(painter, &cell.names, &coarse, palette.strong, room) {
            painter.galley(pos2(from, rect.top() + (ROW - galley.rect.height()) / 2.0 + 1.0), galley, palette.strong);
        }
        painter.vline(left.round(), rect.top() + 3.0..=rect.bottom(), Stroke::new(1.0, palette.border));
    }
    for cell in &ruler.fine {
        let (left, right) = (x(cell.start), x(cell.end));
        painter.vline(left.round(), middle + 5.0..=rect.bottom(), Stroke::new(1.0, palette.border));
        let from = left.max(rect.left()) + INSET;
        let room = room(breaks, from - rect.left(), right.min(rect.right()) - rect.left());
        if let Some(galley) = first_that_fits(painter, &cell.names, &fine, palette.weak, room) {
            painter.galley(pos2(from, middle + (ROW - galley.rect.height()) / 2.0 - 1.0), galley, palette.weak);
        }
    }
}

/// Midnight at the beginning of today, on the axis.
pub(super) fn today(scene: &Scene<'_>) -> f64 {
    scene.lanes.axis().of_calendar(seconds(scene.today.and_time(NaiveTime::MIN)))
}

/// The pill with the date at the pointer, over the fine row.
pub(super) fn pointer_date(ui: &Ui, rect: Rect, x: f32, ruler: &Ruler, scene: &Scene<'_>) {
    let palette = Palette::of(ui);
    let at = scene.view.time_from_x(f64::from(x - rect.left()), f64::from(rect.width()));
    let words = words_at(scene.lanes.axis().to_calendar(at), ruler.step, scene.lanes.dates());
    let galley = ui.painter().layout_no_wrap(words, TextStyle::Small.resolve(ui.style()), palette.strong);
    let size = galley.rect.size() + vec2(12.0, 4.0);
    let left = (x - size.x / 2.0).clamp(rect.left(), (rect.right() - size.x).max(rect.left()));
    let pill = Rect::from_min_size(pos2(left, rect.bottom() - size.y - 2.0), size);
    ui.painter().rect(pill, size.y / 2.0, palette.raised, Stroke::new(1.0, palette.border), egui::StrokeKind::Inside);
    ui.painter().galley(pill.center() - galley.rect.size() / 2.0, galley, palette.strong);
}

/// An instant, as finely as the ruler shows it.
fn words_at(at: f64, step: Step, dates: Dates) -> String {
    let at = civil(at);
    let date = at.date();
    match step {
        Step::Minutes(_) => dates.unit(CalendarUnit::Minute(at.with_second(0).unwrap_or(at))),
        Step::Days(_) | Step::Weeks(_) => dates.day(date),
        Step::Months(_) => dates.short_day(date),
        Step::Years(1) => dates.unit(CalendarUnit::Month(date.year(), date.month())),
        Step::Years(_) => dates.unit(CalendarUnit::Year(date.year())),
    }
}

/// The visible range in words: "Mon 17 Mar 2025 to Thu 20 Mar 2025".
pub(super) fn range_words(scene: &Scene<'_>, view: TimelineView) -> String {
    let (axis, dates) = (scene.lanes.axis(), scene.lanes.dates());
    let day = |at: f64| dates.day(civil(axis.to_calendar(at)).date());
    format!("{} to {}", day(view.start), day(view.end - 1.0))
}

/// The edges of a row that are in view, for the lines of the canvas.
pub(super) fn lines(cells: &[Cell], view: TimelineView) -> impl Iterator<Item = f64> + '_ {
    cells.iter().map(|cell| cell.start).filter(move |at| view.contains(*at))
}
