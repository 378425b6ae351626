//! The tray of events that have no place in time: a thin bar that opens into a list.

use super::super::parts::round_focus_ring;
use super::super::theme::{Palette, space};
use super::label::one_line;
use super::mark::{Look, paint_mark};
use super::scene::{Scene, TimelineState};
use crate::model::Event;
use crate::view::Command;
use crate::view::words::long_count;
use egui::{CursorIcon, Rect, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// Height of the closed tray, in points.
const BAR: f32 = 26.0;
/// Height of a line of the list.
const LINE: f32 = 24.0;
/// The most lines before the list scrolls.
const LINES: usize = 7;

/// Draws the tray; nothing at all if every event has a date. A click on an event selects it, a double click opens its source.
pub fn undated_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut TimelineState, out: &mut Vec<Command>) {
    let undated = scene.lanes.undated();
    if undated.is_empty() {
        return;
    }
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::click());
    let name = format!("Undated: {}", long_count(undated.len()));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, state.tray_open, &name));
    if response.clicked() {
        state.tray_open = !state.tray_open;
    }
    let fill = if response.hovered() { palette.hover } else { palette.panel };
    ui.painter().rect_filled(rect, 0.0, fill);
    round_focus_ring(ui, &response, rect, 3.0);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, palette.border));
    arrow(ui, pos2(rect.left() + 16.0, rect.center().y), state.tray_open, palette);
    let text = one_line(ui.painter(), &name, TextStyle::Body.resolve(ui.style()), palette.text, rect.width() - 60.0);
    let (at, width) = (pos2(rect.left() + 28.0, rect.center().y - text.rect.height() / 2.0), text.rect.width());
    ui.painter().galley(at, text, palette.text);
    let why = "no words say when, or the article has no date yet";
    let why = one_line(ui.painter(), why, TextStyle::Small.resolve(ui.style()), palette.weak, rect.right() - at.x - width - 24.0);
    ui.painter().galley(pos2(at.x + width + 12.0, rect.center().y - why.rect.height() / 2.0), why, palette.weak);
    response.on_hover_cursor(CursorIcon::PointingHand);
    if state.tray_open {
        let height = LINE * undated.len().min(LINES) as f32 + space::S;
        egui::ScrollArea::vertical().id_salt("undated").max_height(height).min_scrolled_height(height).auto_shrink(false).show_rows(
            ui,
            LINE,
            undated.len(),
            |ui, rows| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for event in undated[rows].iter().filter_map(|event| scene.event(*event)) {
                    line(ui, event, scene, out);
                }
            },
        );
    }
}

fn line(ui: &mut Ui, event: &Event, scene: &Scene<'_>, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click());
    let selected = scene.selected == Some(event.id);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, scene.accessible_name(event)));
    let ground = rect.shrink2(vec2(6.0, 1.0));
    if selected || response.hovered() {
        ui.painter().rect_filled(ground, 4.0, if selected { palette.selection } else { palette.hover });
    }
    round_focus_ring(ui, &response, ground, 4.0);
    paint_mark(ui.painter(), pos2(rect.left() + 38.0, rect.center().y), 4.5, Look::of(event), palette);
    let left = rect.left() + 52.0;
    let small = TextStyle::Small.resolve(ui.style());
    let why = one_line(ui.painter(), &event.when.why, small, palette.weak, rect.width() * 0.4);
    let why_left = rect.right() - 14.0 - why.rect.width();
    let title = one_line(ui.painter(), &event.title, TextStyle::Body.resolve(ui.style()), palette.text, why_left - left - 12.0);
    ui.painter().galley(pos2(left, rect.center().y - title.rect.height() / 2.0), title, palette.text);
    ui.painter().galley(pos2(why_left, rect.center().y - why.rect.height() / 2.0), why, palette.weak);
    if response.double_clicked() {
        out.push(Command::Reveal(event.id));
    } else if response.clicked() {
        out.push(Command::Select(Some(event.id)));
    }
}

fn arrow(ui: &Ui, center: egui::Pos2, open: bool, palette: &Palette) {
    let reach = Rect::from_center_size(center, vec2(8.0, 8.0));
    let points = if open {
        vec![reach.left_top() + vec2(0.0, 2.0), reach.right_top() + vec2(0.0, 2.0), reach.center_bottom() - vec2(0.0, 1.0)]
    } else {
        vec![reach.left_top() + vec2(1.0, 0.0), reach.right_center(), reach.left_bottom() + vec2(1.0, 0.0)]
    };
    ui.painter().add(egui::Shape::convex_polygon(points, palette.weak, Stroke::NONE));
}
