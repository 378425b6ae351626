//! Asks whether to save before edits would be lost.

use super::frame::{dialog, main_button, other_button};
use crate::view::{Command, Next};
use egui::Context;

pub(super) fn unsaved_ui(ctx: &Context, next: &Next, out: &mut Vec<Command>) {
    dialog(ctx, "Save your changes first?", 440.0, out, |ui, out| {
        ui.label("Dates you set and events you hid are not saved yet. They would be lost.");
        ui.horizontal(|ui| {
            if main_button(ui, true, "Save").clicked() {
                out.push(Command::CloseDialog);
                out.push(Command::SaveThen(next.clone()));
            }
            if other_button(ui, "Don’t save").clicked() {
                out.push(Command::CloseDialog);
                out.push(Command::Discard(next.clone()));
            }
            if other_button(ui, "Cancel").clicked() {
                out.push(Command::CloseDialog);
            }
        });
    });
}
