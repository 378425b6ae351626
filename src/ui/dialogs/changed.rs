//! Asks what to do when another program has written the project's file.

use super::frame::{dialog, main_button, other_button};
use crate::view::{Action, Command, Next};
use egui::Context;
use std::path::Path;

pub(super) fn changed_ui(ctx: &Context, path: &Path, next: Option<&Next>, out: &mut Vec<Command>) {
    dialog(ctx, "Replace what another program saved?", 500.0, out, |ui, out| {
        ui.label(format!("{} has changed since it was opened or saved here. Saving would replace what is in it now.", path.display()));
        ui.horizontal(|ui| {
            if main_button(ui, true, "Save as…").clicked() {
                out.push(Command::CloseDialog);
                out.push(Command::Action(Action::SaveAs));
            }
            if other_button(ui, "Replace").clicked() {
                out.push(Command::CloseDialog);
                out.push(Command::SaveOver(next.cloned()));
            }
            if other_button(ui, "Cancel").clicked() {
                out.push(Command::CloseDialog);
            }
        });
    });
}
