//! Asks for a path: the way to open something by its name, and to do what a file dialog is for where the system has none.

use super::frame::{dialog, field, main_button, other_button};
use crate::ui::theme::Palette;
use crate::view::Command;
use egui::{Context, RichText};
use std::path::PathBuf;

/// A path that is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathEntry {
    /// What has been typed.
    pub text: String,
    /// In the place of which file dialog; none: to open something.
    pub instead: Option<Instead>,
}

/// What a file dialog would have asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instead {
    /// Its title.
    pub title: String,
    /// What is special: that there is no file dialog, or that there is such a file already.
    pub remark: String,
    /// What the button says.
    pub button: &'static str,
}

pub(super) fn path_ui(ctx: &Context, entry: &mut PathEntry, out: &mut Vec<Command>) {
    let title = entry.instead.as_ref().map_or("Open path", |instead| instead.title.as_str()).to_owned();
    dialog(ctx, &title, 520.0, out, |ui, out| {
        match &entry.instead {
            None => ui.weak("A folder of articles, one article, or a .dateline project."),
            Some(instead) => ui.label(RichText::new(&instead.remark).color(Palette::of(ui).warning)),
        };
        let hint = if cfg!(windows) { "C:\\Users\\me\\articles" } else { "/home/me/articles" };
        let entered = field(ui, "Path", hint, &mut entry.text);
        // A path copied from a file manager may come in quotes or with a line break.
        let path = entry.text.trim().trim_matches('"').trim().to_owned();
        let asked = !path.is_empty();
        ui.horizontal(|ui| {
            let button = entry.instead.as_ref().map_or("Open", |instead| instead.button);
            let done = main_button(ui, asked, button).clicked() || (entered && asked);
            let add =
                entry.instead.is_none() && other_button(ui, "Add").on_hover_text("Keep the articles that are open").clicked() && asked;
            if done || add {
                out.push(Command::CloseDialog);
                out.push(Command::TypedPath { path: PathBuf::from(path), add });
            }
            if other_button(ui, "Cancel").clicked() {
                out.push(Command::CloseDialog);
            }
        });
    });
}
