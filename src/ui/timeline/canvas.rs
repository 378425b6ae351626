//! The timeline as a whole: corner, ruler, headers, and the canvas, which is a plot whose view the app owns.

use super::super::theme::Palette;
use super::card::card;
use super::corner::corner_ui;
use super::paint::LanesItem;
use super::pane::{Pane, panes};
use super::plot::bare_plot;
use super::scene::{Scene, TimelineState};
use super::{breaks, cluster, headers, input, ruler, scroll, spans};
use crate::model::EventId;
use crate::view::breaks::Break;
use crate::view::marks::{self, Canvas, Mark, Picture};
use crate::view::new_event::{date_at, event_in};
use crate::view::{Command, ticks};
use egui::{CursorIcon, Id, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2};
use egui_plot::PlotBounds;
use std::collections::HashSet;

/// Half the size of what can be hit around a mark, in points: at least 16 by 18.
const REACH: f32 = 8.0;

/// The whole timeline in the room that is left: lane headers, ruler, canvas.
pub fn timeline_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut TimelineState, out: &mut Vec<Command>) {
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    let split = whole.left() + state.header_width(whole.width());
    let ruler_rect = Rect::from_min_max(pos2(split, whole.top()), pos2(whole.right(), whole.top() + ruler::HEIGHT));
    let canvas = Rect::from_min_max(pos2(split, ruler_rect.bottom()), whole.max);
    if canvas.width() < 40.0 || canvas.height() < 20.0 {
        return;
    }
    let ruler = ticks::ruler_on(scene.lanes.axis(), scene.lanes.dates(), scene.view, f64::from(canvas.width()));
    let breaks = breaks::breaks_in(ui, canvas.width(), scene);
    let panes = panes(canvas, scene, state);
    ui.painter().rect_filled(canvas, 0.0, Palette::of(ui).surface);
    ruler::ruler_ui(ui, ruler_rect, &ruler, &breaks, scene, state, out);
    let mut pointer = Pointer::default();
    for pane in &panes {
        let picture = canvas_ui(ui, pane, (&ruler, &breaks), scene, state, &mut pointer, out);
        let beside = Rect::from_x_y_ranges(whole.left()..=split, pane.rect.y_range());
        headers::headers_ui(ui, beside, pane, &picture, scene, state, out);
        cluster::across_widgets(ui, ui.scope_id(), beside, &picture, scene, state);
    }
    if ui.input(|input| input.pointer.any_released()) {
        state.lane_drag = None;
    }
    let beside = Rect::from_x_y_ranges(whole.left()..=split, canvas.y_range());
    input::scroll_beside(ui, beside, state);
    cluster::open_list(ui, ui.scope_id(), canvas, scene, state, out);
    report_hover(pointer.on, scene, state, out);
    overlay(ui, canvas, &ruler, &pointer, scene, state);
    if let Some(pane) = panes.iter().find(|pane| !pane.is_frozen) {
        let above = pane.scroll - state.scroll;
        scroll::scroll_bar(ui, pane.rect, scene.lanes.height() - above, state, Palette::of(ui));
    }
    corner_ui(ui, Rect::from_min_max(whole.min, pos2(split, canvas.top())), scene, out);
    divider(ui, Rect::from_x_y_ranges(split - 3.0..=split + 3.0, whole.y_range()), whole, state);
}

/// Where the pointer is on the canvas.
#[derive(Default)]
struct Pointer {
    /// The event under it.
    on: Option<EventId>,
    /// Where it rests, if no button is down.
    rests: Option<egui::Pos2>,
    /// Events that have a mark with their plain name already.
    named: HashSet<u32>,
}

/// The edge between headers and canvas can be dragged.
fn divider(ui: &Ui, rect: Rect, whole: Rect, state: &mut TimelineState) {
    let response = ui.interact(rect, ui.scope_id().with("header edge"), Sense::DRAG).on_hover_cursor(CursorIcon::ResizeHorizontal);
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, "Width of the names of lanes"));
    if let (true, Some(at)) = (response.dragged(), response.interact_pointer_pos()) {
        state.header_width = Some(at.x - whole.left());
    }
}

fn canvas_ui(
    ui: &mut Ui,
    pane: &Pane,
    (ruler, breaks): (&ticks::Ruler, &[Break]),
    scene: &Scene<'_>,
    state: &mut TimelineState,
    pointer: &mut Pointer,
    out: &mut Vec<Command>,
) -> Picture {
    let (rect, id) = (pane.rect, ui.scope_id().with("canvas"));
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("canvas", pane.is_frozen)));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    let canvas = Canvas { width: rect.width(), height: rect.height(), scroll: pane.scroll };
    let picture = marks::picture(scene.board, scene.lanes, scene.view, canvas);
    let (top, bottom) = (-f64::from(pane.scroll), -f64::from(pane.scroll + rect.height()));
    let bounds = PlotBounds::from_min_max([scene.view.start, bottom], [scene.view.end, top]);
    let item = LanesItem::new(*scene, &picture, ruler, breaks, pane.scroll);
    let response = bare_plot(&mut child, id.with(pane.is_frozen), bounds, item);
    response.widget_info(|| {
        let words = if pane.is_frozen { "Pinned lanes" } else { "Timeline" };
        WidgetInfo::labeled(Role::Group, true, format!("{words}, {}", ruler::range_words(scene, scene.view)))
    });
    input::wheel(ui, rect, &response, scene.wheel_zooms, scene, state, out);
    input::drag(ui, rect, &response, false, scene, state, out);
    mark_widgets(&child, id, rect, &picture, scene, pointer, out);
    cluster::cluster_widgets(&child, id, rect, &picture, scene, state, out);
    cluster::aside_widgets(&child, id, rect, &picture, scene, out);
    spans::gaps_ui(&child, rect, Canvas { width: rect.width(), height: rect.height(), scroll: pane.scroll }, scene);
    spans::lag_ui(&child, rect, &picture, scene);
    if response.double_clicked()
        && let Some(at) = response.interact_pointer_pos()
    {
        let width = f64::from(rect.width());
        let when = date_at(scene.lanes, scene.view, width, scene.view.time_from_x(f64::from(at.x - rect.left()), width));
        let y = pane.scroll + at.y - rect.top();
        let lane = scene.lanes.between(y, y + 1.0).next().and_then(|lane| scene.lanes.lanes().get(lane));
        out.push(Command::NewEvent(Box::new(event_in(lane.map(|lane| &lane.key), when))));
    } else if response.clicked() && scene.selected.is_some() {
        out.push(Command::Select(None));
    }
    if pane.is_frozen {
        child.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, Palette::of(ui).weak));
    }
    pointer.rests = pointer.rests.or_else(|| response.hover_pos().filter(|_| !response.dragged()));
    picture
}

/// Every mark is a widget: it can be hit, reached by Tab, read aloud. An event in several lanes has its plain name once; its
/// other marks name their lane.
fn mark_widgets(ui: &Ui, id: Id, rect: Rect, picture: &Picture, scene: &Scene<'_>, pointer: &mut Pointer, out: &mut Vec<Command>) {
    let mut labels: Vec<Option<(f32, f32)>> = vec![None; picture.marks.len()];
    for label in &picture.labels {
        labels[label.mark] = Some((label.left, label.right));
    }
    for (mark, label) in picture.marks.iter().zip(labels) {
        let Some(event) = scene.event(mark.event) else { continue };
        let area = hit_area(rect, mark, label).intersect(rect);
        if !area.is_positive() {
            continue;
        }
        let response = ui.interact(area, id.with((event.id.number(), mark.lane)), Sense::click());
        let first = pointer.named.insert(mark.event);
        response.widget_info(|| {
            let name = scene.accessible_name(event);
            let lane = || scene.lanes.lanes().get(mark.lane).map_or("", |lane| lane.name.as_str());
            let name = if first { name } else { format!("{name}, again in lane {}", lane()) };
            WidgetInfo::selected(Role::Button, true, scene.selected == Some(event.id), name)
        });
        answer(ui, &response, event.id, out);
        if response.has_focus() {
            focus_ring(ui, rect, mark);
        }
        if response.hovered() {
            pointer.on = Some(event.id);
            ui.set_cursor_icon(CursorIcon::PointingHand);
            response.on_hover_ui(|ui| card(ui, event, scene));
        }
    }
}

fn answer(ui: &Ui, response: &Response, id: EventId, out: &mut Vec<Command>) {
    if response.double_clicked() {
        out.push(Command::Reveal(id));
    } else if response.clicked() {
        out.push(Command::Select(Some(id)));
        ui.ctx().request_repaint();
    }
}

fn hit_area(rect: Rect, mark: &Mark, label: Option<(f32, f32)>) -> Rect {
    let (mut left, mut right) = (mark.x - REACH, mark.x + REACH);
    if mark.is_wide() {
        (left, right) = (left.min(mark.left), right.max(mark.right));
    }
    if let Some((from, to)) = label {
        (left, right) = (left.min(from), right.max(to));
    }
    let y = rect.top() + mark.y;
    Rect::from_x_y_ranges(rect.left() + left..=rect.left() + right, y - REACH - 1.0..=y + REACH + 1.0)
}

fn focus_ring(ui: &Ui, rect: Rect, mark: &Mark) {
    let center = rect.min + egui::vec2(mark.x, mark.y);
    let mut shapes = Vec::new();
    super::mark::ring(&mut shapes, center, super::mark::RADIUS, Palette::of(ui).accent, Palette::of(ui));
    ui.painter().extend(shapes);
}

/// Says once that another event is under the pointer; never takes away what another panel has said.
fn report_hover(pointed: Option<EventId>, scene: &Scene<'_>, state: &mut TimelineState, out: &mut Vec<Command>) {
    if pointed != state.pointing {
        let ours = scene.hovered.is_none() || scene.hovered == state.pointing;
        if pointed.is_some() || ours {
            out.push(Command::Hover(pointed));
        }
        state.pointing = pointed;
    }
}

/// What floats over the lanes: the line at the pointer with its date, and the range that is being dragged out.
fn overlay(ui: &Ui, rect: Rect, ruler: &ticks::Ruler, under: &Pointer, scene: &Scene<'_>, state: &TimelineState) {
    let palette = Palette::of(ui);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let ruler_rect = Rect::from_min_max(pos2(rect.left(), rect.top() - ruler::HEIGHT), rect.right_top());
    if let Some((from, to)) = state.brush {
        let x = |at: f64| rect.left() + scene.view.x_from_time(at, f64::from(rect.width())) as f32;
        let band = Rect::from_x_y_ranges(x(from.min(to))..=x(from.max(to)), rect.y_range());
        painter.rect_filled(band, 0.0, palette.accent.gamma_multiply(0.14));
        for edge in [band.left(), band.right()] {
            painter.vline(edge, rect.y_range(), Stroke::new(1.5, palette.accent));
        }
        ruler::pointer_date(ui, ruler_rect, x(to), ruler, scene);
        return;
    }
    if let Some(at) = under.rests.filter(|_| under.on.is_none()) {
        painter.vline(at.x.round() + 0.5, rect.y_range(), Stroke::new(1.0, palette.border));
        ruler::pointer_date(ui, ruler_rect, at.x, ruler, scene);
    }
}
