//! Asks for a path: the way to open something where the system has no file dialog.

use super::frame::{dialog, field, main_button, other_button};
use crate::view::Command;
use egui::Context;
use std::path::PathBuf;

pub(super) fn path_ui(ctx: &Context, text: &mut String, out: &mut Vec<Command>) {
    dialog(ctx, "Open path", 520.0, out, |ui, out| {
        ui.weak("A folder of articles, one article, or a .dateline project.");
        let entered = field(ui, "Path", "/home/me/articles", text);
        // A path copied from a file manager may come in quotes or with a line break.
        let path = text.trim().trim_matches('"').trim().to_owned();
        ui.horizontal(|ui| {
            let open = main_button(ui, !path.is_empty(), "Open").clicked() || (entered && !path.is_empty());
            let add = other_button(ui, "Add").on_hover_text("Keep the articles that are open").clicked() && !path.is_empty();
            if open || add {
                out.push(Command::CloseDialog);
                out.push(Command::Open { paths: vec![PathBuf::from(path)], add });
            }
            if other_button(ui, "Cancel").clicked() {
                out.push(Command::CloseDialog);
            }
        });
    });
}
