//! What all dialogs have in common: a title, a width, Escape closes.

use crate::ui::parts;
use crate::ui::theme::{self, Palette, space};
use crate::view::Command;
use egui::{Button, Context, Frame, Id, Modal, Response, RichText, Ui};

/// Shows a dialog of this width. A click beside it and Escape close it.
pub(super) fn dialog(ctx: &Context, title: &str, width: f32, out: &mut Vec<Command>, contents: impl FnOnce(&mut Ui, &mut Vec<Command>)) {
    let frame = Frame::window(&ctx.global_style()).inner_margin(20.0);
    let width = width.min(ctx.content_rect().width() - 80.0);
    let modal = Modal::new(Id::unique("dialog")).frame(frame).show(ctx, |ui| {
        ui.set_width(width);
        ui.set_max_height(ctx.content_rect().height() - 80.0);
        ui.spacing_mut().item_spacing.y = space::M;
        // A dialog has the colour that fields have elsewhere: here they need another to be seen.
        ui.visuals_mut().text_edit_bg_color = Some(Palette::of(ui).control);
        ui.label(RichText::new(title).heading().color(Palette::of(ui).strong));
        contents(ui, out);
    });
    if modal.should_close() {
        out.push(Command::CloseDialog);
    }
}

/// The button that does what the dialog is for.
pub(super) fn main_button(ui: &mut Ui, enabled: bool, text: &str) -> Response {
    parts::main_button(ui, enabled, text, egui::vec2(88.0, 28.0))
}

/// Any other button.
pub(super) fn other_button(ui: &mut Ui, text: &str) -> Response {
    ui.add(Button::new(text).min_size(egui::vec2(88.0, 28.0)))
}

/// A field for one line that has the cursor when the dialog opens. Returns whether Enter was pressed in it.
pub(super) fn field(ui: &mut Ui, name: &str, hint: &str, text: &mut String) -> bool {
    let response = field_response(ui, name, hint, text);
    response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
}

/// The same field with what was done to it.
pub(super) fn field_response(ui: &mut Ui, name: &str, hint: &str, text: &mut String) -> Response {
    // Each field has an id of its own: one dialog may open out of another.
    let id = Id::unique(format!("dialog field {name}"));
    let field = egui::TextEdit::singleline(text)
        .id(id)
        .hint_text(hint.to_owned())
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(8, 6))
        .font(theme::reading());
    let response = ui.add(field).accessible_name(name);
    if is_new(ui.ctx(), id) {
        response.request_focus();
    }
    response
}

/// Whether this was not there in the pass before: it has just been opened.
fn is_new(ctx: &Context, id: Id) -> bool {
    let now = ctx.cumulative_pass_nr();
    let last = ctx.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<u64>(id), now));
    now > last + 1
}
