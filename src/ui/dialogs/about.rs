//! Version and licences.

use super::frame::{dialog, main_button};
use crate::view::Command;
use egui::Context;

pub(super) fn about_ui(ctx: &Context, out: &mut Vec<Command>) {
    dialog(ctx, "Dateline", 440.0, out, |ui, out| {
        ui.weak(format!("Version {}", crate::VERSION));
        ui.label("Turns a folder of news articles into a chronology. Every event shows its source, every date shows how it is known. It works offline: nothing you open leaves this computer.");
        ui.label("Licensed under MIT or Apache 2.0, as you like. The fonts are Noto Sans, under the SIL Open Font License 1.1. Language model, lexicons and their licences: see assets/SOURCES.md.");
        if main_button(ui, true, "Close").clicked() {
            out.push(Command::CloseDialog);
        }
    });
}
