//! Offers the work that an earlier window could not save.

use super::frame::{dialog, main_button, other_button};
use crate::ui::parts::counted;
use crate::view::Command;
use egui::Context;

/// What is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// How many articles are in it.
    pub articles: usize,
    /// How many edits.
    pub edits: usize,
    /// What the last one did.
    pub last: Option<String>,
    /// When it was kept last, in words.
    pub kept: Option<String>,
    /// Whether it belongs to the project that was just opened.
    pub is_of_file: bool,
}

pub(super) fn recovery_ui(ctx: &Context, recovery: &Recovery, out: &mut Vec<Command>) {
    dialog(ctx, "Recover unsaved work?", 480.0, out, |ui, out| {
        let what = if recovery.is_of_file { "this project was" } else { "a new project was" };
        ui.label(format!("Dateline ended before {what} saved. Its last state is still there:"));
        let last = recovery.last.as_ref().map(|last| format!(", the last one: {last}")).unwrap_or_default();
        let kept = recovery.kept.as_ref().map(|kept| format!("\nKept on {kept}")).unwrap_or_default();
        ui.strong(format!("{} with {}{last}{kept}", counted(recovery.articles, "article"), counted(recovery.edits, "edit")));
        ui.horizontal(|ui| {
            if main_button(ui, true, "Recover").clicked() {
                out.push(Command::Recover);
            }
            if other_button(ui, "Not now").on_hover_text("Keep it and ask again at the next start").clicked() {
                out.push(Command::CloseDialog);
            }
            if other_button(ui, "Throw away").on_hover_text("Delete what was not saved").clicked() {
                out.push(Command::GiveUpLeftover);
            }
        });
    });
}
