//! Small parts that several panels use: rows, chips, section titles, marks of kinds.

use super::theme::{self, Palette, space};
use super::timeline::mark::{Look, paint_mark};
use crate::model::{Kind, Modality};
use egui::{
    Align2, Color32, FontId, Frame, Margin, Popup, PopupCloseBehavior, PopupKind, Pos2, Rect, Response, RichText, Role, Sense,
    SetOpenCommand, StrokeKind, TextStyle, TextWrapMode, Ui, WidgetInfo, pos2, vec2,
};

/// The title of a panel's section, with something small at its right end.
pub fn section_title(ui: &mut Ui, title: &str, right: impl FnOnce(&mut Ui)) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.set_min_height(space::ROW);
        ui.label(RichText::new(title).text_style(theme::section()).color(palette.weak).extra_letter_spacing(0.4));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), right);
    });
}

/// The frame of a side panel: the panel's colour and room at the sides.
pub fn panel_frame(ui: &Ui) -> Frame {
    Frame::new().fill(Palette::of(ui).panel).inner_margin(Margin { left: 12, right: 12, top: 6, bottom: 6 })
}

/// What a list row looks like now.
#[derive(Clone, Copy)]
pub struct RowLook {
    /// It is chosen.
    pub chosen: bool,
    /// It stands back: nothing in it is shown.
    pub dimmed: bool,
}

/// A row of a list, as wide as the list. Returns its response and the rectangle for its contents.
pub fn row(ui: &mut Ui, height: f32, look: RowLook, name: &str) -> (Response, Rect) {
    row_sensing(ui, height, look, name, Sense::click())
}

/// The same for a row that senses more than clicks.
pub fn row_sensing(ui: &mut Ui, height: f32, look: RowLook, name: &str, sense: Sense) -> (Response, Rect) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), sense);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), look.chosen, name));
    if response.gained_focus() {
        // With the row behind it: the Tab key leads only to what is there, and lists make only the rows that are in sight.
        ui.scroll_to_rect(rect.expand2(vec2(0.0, height)), None);
    }
    if ui.is_rect_visible(rect) {
        let palette = Palette::of(ui);
        let fill = if look.chosen {
            palette.selection
        } else if response.hovered() {
            palette.hover
        } else {
            Color32::TRANSPARENT
        };
        let rect = rect.expand2(vec2(6.0, 0.0));
        ui.painter().rect_filled(rect, space::CORNER, fill);
        focus_ring(ui, &response, rect);
    }
    (response, rect)
}

/// A row that is known by `key`: it keeps the keyboard when something comes or goes above it, or the list is ordered otherwise.
pub fn keyed(ui: &mut Ui, key: impl std::hash::Hash + std::fmt::Debug, row: impl FnOnce(&mut Ui)) {
    let id = ui.scope_id().with(key);
    ui.scope_builder(egui::UiBuilder::new().scope_id(id), row);
}

/// The menu of a row, opened with the secondary button, by `wanted`, or still open from before.
pub fn row_menu(response: &Response, wanted: bool, contents: impl FnOnce(&mut Ui)) {
    let open = (wanted || response.secondary_clicked()).then_some(SetOpenCommand::Bool(true));
    Popup::from_response(response)
        .kind(PopupKind::Menu)
        .open_memory(open)
        .layout(egui::Layout::top_down_justified(egui::Align::Min))
        .style(egui::containers::menu::menu_style)
        .width(240.0)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .show(contents);
}

/// Whether F2 was pressed over a row while nothing else has the keyboard: after a click on it this is what one expects.
pub fn is_asked_for_name(ui: &Ui, row: &Response) -> bool {
    let is_free = ui.memory(|memory| memory.focused().is_none());
    is_free && row.hovered() && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::F2))
}

/// A ring around what has the keyboard focus.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect) {
    round_focus_ring(ui, response, rect, f32::from(space::CORNER));
}

/// The same around what has rounder corners.
pub fn round_focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: f32) {
    if response.has_focus() {
        // Rows of a list reach into its margin, where their sides would be cut off.
        let seen = ui.clip_rect().x_range();
        let rect = Rect::from_x_y_ranges(rect.left().max(seen.min)..=rect.right().min(seen.max), rect.y_range());
        ui.painter().rect_stroke(rect, radius, Palette::of(ui).focus(), StrokeKind::Inside);
    }
}

/// The button that does what the place is for, filled with the accent. Its ring lies outside, where it can be seen.
pub fn main_button(ui: &mut Ui, enabled: bool, text: &str, size: egui::Vec2) -> Response {
    let palette = Palette::of(ui);
    let button = egui::Button::new(RichText::new(text).color(palette.on_accent)).fill(palette.accent).min_size(size);
    let response = ui.add_enabled(enabled, button);
    focus_ring(ui, &response, response.rect.expand(4.0));
    response
}

/// Draws switches with an outline: one that is off must be seen as well (WCAG 2.2, 1.4.11).
pub fn outline_switches(ui: &mut Ui) {
    ui.visuals_mut().widgets.inactive.bg_stroke = egui::Stroke::new(1.0, Palette::of(ui).weak);
}

/// Text in one line, cut with "…" at `width`. Returns the width it took.
pub fn line(ui: &Ui, left_center: Pos2, width: f32, text: &str, style: &TextStyle, color: Color32) -> f32 {
    let galley = egui::WidgetText::from(RichText::new(text).text_style(style.clone()).color(color)).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        width.max(0.0),
        style.clone(),
    );
    let size = galley.size();
    ui.painter().galley(pos2(left_center.x, left_center.y - size.y / 2.0), galley, color);
    size.x
}

/// Short text that ends at a place.
pub fn right_text(ui: &Ui, right_center: Pos2, text: &str, style: &TextStyle, color: Color32) -> Rect {
    let font: FontId = style.resolve(ui.style());
    ui.painter().text(right_center, Align2::RIGHT_CENTER, text, font, color)
}

/// The mark of a kind as the timeline draws it: filled, or hollow if it is switched off.
pub fn kind_mark(ui: &Ui, center: Pos2, kind: Kind, on: bool) {
    let look = Look { kind, modality: Modality::Happened, hollow: !on };
    paint_mark(ui.painter(), center, 5.0, look, Palette::of(ui));
}

/// A mark of a kind in a line of widgets.
pub fn kind_dot(ui: &mut Ui, kind: Kind) {
    let (rect, _) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::hover());
    kind_mark(ui, rect.center(), kind, true);
}

/// A small rounded button with a coloured dot; `name` is what a screen reader says.
pub fn chip(ui: &mut Ui, text: &str, color: Color32, chosen: bool, name: &str) -> Response {
    let palette = Palette::of(ui);
    let font = TextStyle::Body.resolve(ui.style());
    let width = ui.available_width().min(280.0) - 26.0;
    let galley = egui::WidgetText::from(RichText::new(text).color(palette.text)).into_galley(ui, Some(TextWrapMode::Truncate), width, font);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(26.0, 6.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), chosen, name));
    if ui.is_rect_visible(rect) {
        let fill = if chosen {
            palette.selection
        } else if response.hovered() {
            palette.control_hover
        } else {
            palette.control
        };
        ui.painter().rect_filled(rect, rect.height() / 2.0, fill);
        ui.painter().circle_filled(pos2(rect.left() + 11.0, rect.center().y), 4.0, color);
        ui.painter().galley(pos2(rect.left() + 19.0, rect.top() + 3.0), galley, palette.text);
        round_focus_ring(ui, &response, rect, rect.height() / 2.0);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A label like a stamp: a word in a tinted box.
pub fn badge(ui: &mut Ui, text: &str, color: Color32) -> Response {
    let palette = Palette::of(ui);
    let font = TextStyle::Small.resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, color);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 12.0, 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let fill = palette.panel.lerp_to_gamma(color, if palette.dark { 0.18 } else { 0.12 });
    ui.painter().rect_filled(rect, 4.0, fill);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    response
}

/// A small button with an arrow.
pub fn arrow_button(ui: &mut Ui, enabled: bool, sign: &str, name: &str) -> Response {
    let text = RichText::new(sign).size(16.0);
    let response = ui.add_enabled(enabled, egui::Button::new(text).frame_when_inactive(false).min_size(vec2(26.0, 24.0)));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    response.on_hover_text(name).on_disabled_hover_text(name)
}

/// A button without a frame that names an action, for rows and titles.
pub fn quiet_button(ui: &mut Ui, text: &str, name: &str) -> Response {
    let palette = Palette::of(ui);
    let response = ui.add(egui::Button::new(RichText::new(text).small().color(palette.accent)).frame_when_inactive(false));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response
}

/// A quote in quotation marks, unless it begins with one of its own.
pub fn quoted(quote: &str) -> String {
    if quote.starts_with(['"', '“', '«', '„']) { quote.to_owned() } else { format!("“{quote}”") }
}

/// A text of which the end is cut off if it has more letters than `most`.
pub fn shortened(text: &str, most: usize) -> String {
    let mut letters = text.chars();
    let start: String = letters.by_ref().take(most).collect();
    if letters.next().is_some() { format!("{}…", start.trim_end()) } else { start }
}

/// A number with thousands separated, as in "1,204".
pub fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number with its noun: "1 event", "1,204 events".
pub fn counted(number: usize, noun: &str) -> String {
    format!("{} {noun}{}", count(number), if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_easy_to_read() {
        assert_eq!(count(0), "0");
        assert_eq!(count(999), "999");
        assert_eq!(count(1204), "1,204");
        assert_eq!(count(1_000_000), "1,000,000");
        assert_eq!(counted(1, "event"), "1 event");
        assert_eq!(counted(0, "event"), "0 events");
    }
}
