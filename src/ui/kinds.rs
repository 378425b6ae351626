//! The kinds of events: legend of the timeline and filter at once.

use super::desk::Desk;
use super::parts::{self, count, counted};
use super::shortcuts::words_here;
use super::theme::Palette;
use crate::model::Kind;
use crate::view::{Command, FilterChange};
use egui::{Role, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};

const ROW: f32 = 22.0;

/// How high the list will be.
pub fn height(desk: &Desk<'_>) -> f32 {
    42.0 + ROW * desk.tally.kinds.len().div_ceil(2).max(1) as f32
}

/// Draws the kinds that occur, in two columns.
pub fn kinds_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    parts::section_title(ui, "KINDS", |ui| {
        ui.weak(count(desk.tally.kinds.len()));
        if !desk.filter.hidden_kinds.is_empty() && parts::quiet_button(ui, "Show all", "Show all kinds").clicked() {
            for kind in &desk.filter.hidden_kinds {
                out.push(Command::Filter(FilterChange::Kind(*kind)));
            }
        }
    });
    if desk.tally.kinds.is_empty() {
        ui.weak("No events yet");
        return;
    }
    let kinds: Vec<(Kind, (usize, usize))> = desk.tally.kinds.iter().map(|(kind, counts)| (*kind, *counts)).collect();
    let rows = kinds.len().div_ceil(2);
    let width = ui.available_width() / 2.0;
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), rows as f32 * ROW), Sense::hover());
    for (at, (kind, (shown, total))) in kinds.iter().enumerate() {
        let corner = area.left_top() + vec2((at / rows) as f32 * width, (at % rows) as f32 * ROW);
        let rect = egui::Rect::from_min_size(corner, vec2(width - 4.0, ROW));
        let on = !desk.filter.hidden_kinds.contains(kind);
        let response = ui.interact(rect, ui.scope_id().with(kind.as_str()), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, format!("{}, {}", kind.as_str(), counted(*total, "event"))));
        if response.hovered() {
            ui.painter().rect_filled(rect.expand2(vec2(4.0, 0.0)), super::theme::space::CORNER, palette.hover);
        }
        parts::kind_mark(ui, pos2(rect.left() + 8.0, rect.center().y), *kind, on);
        let color = if on { palette.text } else { palette.weak };
        let number = parts::right_text(ui, pos2(rect.right() - 2.0, rect.center().y), &count(*shown), &TextStyle::Small, palette.weak);
        let left = pos2(rect.left() + 20.0, rect.center().y);
        let taken = parts::line(ui, left, number.left() - left.x - 4.0, kind.as_str(), &TextStyle::Body, color);
        if !on {
            ui.painter().hline(left.x..=left.x + taken, left.y, egui::Stroke::new(1.0, palette.weak));
        }
        parts::focus_ring(ui, &response, rect.expand2(vec2(4.0, 0.0)));
        if response.clicked() {
            let only = ui.input(|input| input.modifiers.command);
            out.push(Command::Filter(if only { FilterChange::OnlyKind(*kind) } else { FilterChange::Kind(*kind) }));
        }
        response.on_hover_text(words_here(ui.ctx(), "Click to leave out or show, Ctrl + click to show alone"));
    }
}
