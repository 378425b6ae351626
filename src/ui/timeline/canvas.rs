//! The timeline as a whole: corner, ruler, headers, and the canvas, which is a plot whose view the app owns.

use super::super::theme::{Palette, section};
use super::card::card;
use super::paint::LanesItem;
use super::scene::{Scene, TimelineState};
use super::{breaks, cluster, headers, input, key, ruler, scroll, spans};
use crate::model::EventId;
use crate::view::marks::{self, Canvas, Mark, Picture};
use crate::view::{Command, ticks};
use egui::{CursorIcon, Id, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2};
use egui_plot::{Plot, PlotBounds};

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
    scroll_to_selection(scene, state, canvas.height());
    ui.painter().rect_filled(canvas, 0.0, Palette::of(ui).surface);
    ruler::ruler_ui(ui, ruler_rect, &ruler, scene, state, out);
    let picture = canvas_ui(ui, canvas, &ruler, scene, state, out);
    let headers_rect = Rect::from_min_max(pos2(whole.left(), canvas.top()), pos2(split, whole.bottom()));
    headers::headers_ui(ui, headers_rect, scene, state, out);
    cluster::across_widgets(ui, ui.scope_id(), headers_rect, &picture, scene, state);
    corner(ui, Rect::from_min_max(whole.min, pos2(split, canvas.top())), scene);
    divider(ui, Rect::from_x_y_ranges(split - 3.0..=split + 3.0, whole.y_range()), whole, state);
}

/// What the lanes are, and the key to the marks.
fn corner(ui: &mut Ui, rect: Rect, scene: &Scene<'_>) {
    let palette = Palette::of(ui);
    ui.painter().rect_filled(rect, 0.0, palette.panel);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.border));
    ui.painter().vline(rect.right() - 0.5, rect.y_range(), Stroke::new(1.0, palette.border));
    ui.scope_builder(UiBuilder::new().max_rect(rect.shrink2(egui::vec2(12.0, 6.0))), |ui| {
        ui.horizontal_centered(|ui| {
            let lanes = scene.lanes.lanes().len();
            ui.label(
                egui::RichText::new(format!("{}  {lanes}", headers::title(scene.lanes.by()))).text_style(section()).color(palette.weak),
            );
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), key::key_button);
        });
    });
}

/// The edge between headers and canvas can be dragged.
fn divider(ui: &Ui, rect: Rect, whole: Rect, state: &mut TimelineState) {
    let response = ui.interact(rect, ui.scope_id().with("header edge"), Sense::drag()).on_hover_cursor(CursorIcon::ResizeHorizontal);
    if let (true, Some(at)) = (response.dragged(), response.interact_pointer_pos()) {
        state.header_width = Some(at.x - whole.left());
    }
}

/// Brings a lane of a newly selected event into sight.
fn scroll_to_selection(scene: &Scene<'_>, state: &mut TimelineState, height: f32) {
    if state.seen_selection == scene.selected {
        return;
    }
    state.seen_selection = scene.selected;
    let Some((event, _)) = scene.selected.and_then(|id| scene.placed(id)) else { return };
    let lanes = scene.lanes.lanes_of(event);
    let in_sight = |lane: &usize| scene.lanes.top(*lane) >= state.scroll - 1.0 && scene.lanes.top(lane + 1) <= state.scroll + height + 1.0;
    if let Some(first) = lanes.first()
        && !lanes.iter().any(in_sight)
    {
        let (top, bottom) = (scene.lanes.top(*first), scene.lanes.top(first + 1));
        state.scroll = if bottom - top >= height { top } else { (top.midpoint(bottom) - height / 2.0).max(0.0) };
    }
}

fn canvas_ui(
    ui: &mut Ui,
    rect: Rect,
    ruler: &ticks::Ruler,
    scene: &Scene<'_>,
    state: &mut TimelineState,
    out: &mut Vec<Command>,
) -> Picture {
    let id = ui.scope_id().with("canvas");
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("canvas"));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    state.scroll = state.scroll.clamp(0.0, (scene.lanes.height() - rect.height()).max(0.0));
    let picture =
        marks::picture(scene.board, scene.lanes, scene.view, Canvas { width: rect.width(), height: rect.height(), scroll: state.scroll });
    let bounds =
        PlotBounds::from_min_max([scene.view.start, -f64::from(state.scroll + rect.height())], [scene.view.end, -f64::from(state.scroll)]);
    let plot = Plot::new(id)
        .width(rect.width())
        .height(rect.height())
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
        .cursor_color(egui::Color32::TRANSPARENT)
        .sense(Sense::click_and_drag());
    let item = LanesItem::new(*scene, &picture, ruler, state.scroll);
    let response = plot
        .show(&mut child, |plot| {
            plot.set_plot_bounds(bounds);
            plot.add(item);
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, format!("Timeline, {}", ruler::range_words(scene, scene.view))));
    input::wheel(ui, rect, &response, scene.wheel_zooms, scene, state, out);
    input::drag(ui, rect, &response, false, scene, state, out);
    let pointed = mark_widgets(&child, id, rect, &picture, scene, out);
    cluster::cluster_widgets(&child, id, rect, &picture, scene, state, out);
    cluster::aside_widgets(&child, id, rect, &picture, scene, out);
    cluster::open_list(ui, id, rect, scene, state, out);
    report_hover(pointed, scene, state, out);
    spans::gaps_ui(&child, rect, Canvas { width: rect.width(), height: rect.height(), scroll: state.scroll }, scene);
    breaks::breaks_ui(ui, rect, scene);
    spans::lag_ui(&child, rect, &picture, scene);
    if response.clicked() && scene.selected.is_some() {
        out.push(Command::Select(None));
    }
    overlay(ui, rect, ruler, &response, pointed.is_some(), scene, state);
    scroll::scroll_bar(ui, rect, scene.lanes.height(), state, Palette::of(ui));
    picture
}

/// Every mark is a widget: it can be hit, reached by Tab, read aloud. An event in several lanes has its plain name once; its
/// other marks name their lane. Returns the event under the pointer.
fn mark_widgets(ui: &Ui, id: Id, rect: Rect, picture: &Picture, scene: &Scene<'_>, out: &mut Vec<Command>) -> Option<EventId> {
    let mut pointed = None;
    let mut named = std::collections::HashSet::with_capacity(picture.marks.len());
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
        let first = named.insert(mark.event);
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
            pointed = Some(event.id);
            ui.set_cursor_icon(CursorIcon::PointingHand);
            response.on_hover_ui(|ui| card(ui, event, scene));
        }
    }
    pointed
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
fn overlay(ui: &Ui, rect: Rect, ruler: &ticks::Ruler, response: &Response, on_mark: bool, scene: &Scene<'_>, state: &TimelineState) {
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
    if let Some(at) = response.hover_pos().filter(|_| !response.dragged() && !on_mark) {
        painter.vline(at.x.round() + 0.5, rect.y_range(), Stroke::new(1.0, palette.border));
        ruler::pointer_date(ui, ruler_rect, at.x, ruler, scene);
    }
}
