//! The titles of the columns: a click sorts, the edge between two of them sets the width.

use crate::ui::parts;
use crate::ui::theme::{self, Palette};
use crate::view::{Column, Command, TableChange, TableLook};
use egui::accesskit::SortDirection;
use egui::{CursorIcon, Event, Key, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// The height of the titles, in points.
pub(super) const HEIGHT: f32 = 28.0;
/// How wide the edge between two columns is for the pointer, in points.
const EDGE: f32 = 8.0;
/// How much wider or narrower a key makes a column, in points.
const STEP: f32 = 16.0;

/// Draws the titles in `area`; the columns are scrolled by `scroll` points to the left.
pub(super) fn header_ui(ui: &mut Ui, area: Rect, scroll: f32, look: &TableLook, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    ui.painter().rect_filled(area, 0.0, palette.panel);
    ui.painter().hline(area.x_range(), area.bottom() - 0.5, (1.0, palette.border));
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        ui.shrink_clip_rect(area);
        let mut left = area.left() - scroll;
        for (column, width) in look.columns_in(area.width()) {
            let rect = Rect::from_min_size(pos2(left, area.top()), vec2(width, HEIGHT));
            left += width;
            title_ui(ui, rect, column, width, look, out);
            edge_ui(ui, rect, column, width, out);
        }
    });
}

fn title_ui(ui: &Ui, rect: Rect, column: Column, width: f32, look: &TableLook, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let response = ui.interact(rect.shrink2(vec2(EDGE / 2.0, 0.0)), ui.scope_id().with(("title", column)), Sense::click());
    let sorted = (look.sort == column).then_some(look.descending);
    let how = match sorted {
        None => String::new(),
        Some(false) => ", sorted from first to last".to_owned(),
        Some(true) => ", sorted from last to first".to_owned(),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, format!("Sort by {}{how}", column.title().to_lowercase())));
    ui.ctx().accesskit_node_builder(response.id, |node| match sorted {
        None => {}
        Some(false) => node.set_sort_direction(SortDirection::Ascending),
        Some(true) => node.set_sort_direction(SortDirection::Descending),
    });
    if !ui.is_rect_visible(rect) && !response.has_focus() {
        return;
    }
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, palette.hover);
    }
    let color = if sorted.is_some() { palette.strong } else { palette.text };
    let taken = parts::line(ui, pos2(rect.left() + 8.0, rect.center().y), width - 28.0, column.title(), &theme::strong(), color);
    if let Some(descending) = sorted {
        let (at, half) = (pos2(rect.left() + 16.0 + taken, rect.center().y), if descending { -3.0 } else { 3.0 });
        let points = vec![at + vec2(-4.0, half), at + vec2(4.0, half), at + vec2(0.0, -half)];
        ui.painter().add(egui::Shape::convex_polygon(points, palette.accent, egui::Stroke::NONE));
    }
    parts::focus_ring(ui, &response, rect);
    if response.has_focus() {
        width_keys(ui, column, width, out);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    if response.on_hover_text("Sort. Drag the edge, or press Shift+← or Shift+→, for another width").clicked() {
        out.push(Command::Table(TableChange::Sort(column)));
    }
}

/// Shift and an arrow make the column of the focused title narrower or wider.
fn width_keys(ui: &Ui, column: Column, width: f32, out: &mut Vec<Command>) {
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let step = match event {
                Event::Key { key: Key::ArrowLeft, pressed: true, modifiers, .. } if modifiers.shift_only() => -STEP,
                Event::Key { key: Key::ArrowRight, pressed: true, modifiers, .. } if modifiers.shift_only() => STEP,
                _ => return true,
            };
            out.push(Command::Table(TableChange::Width(column, width + step)));
            false
        });
    });
}

fn edge_ui(ui: &Ui, rect: Rect, column: Column, width: f32, out: &mut Vec<Command>) {
    let edge = Rect::from_center_size(pos2(rect.right(), rect.center().y), vec2(EDGE, HEIGHT));
    let response = ui.interact(edge, ui.scope_id().with(("edge", column)), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, format!("Width of {}", column.title().to_lowercase())));
    let palette = Palette::of(ui);
    let color = if response.hovered() || response.dragged() { palette.accent } else { palette.border };
    ui.painter().vline(rect.right() - 0.5, edge.shrink2(vec2(0.0, 6.0)).y_range(), (1.0, color));
    if response.dragged() {
        out.push(Command::Table(TableChange::Width(column, width + response.drag_delta().x)));
    }
    if response.double_clicked() {
        out.push(Command::Table(TableChange::OwnWidth(column)));
    }
    response.on_hover_cursor(CursorIcon::ResizeColumn);
}
