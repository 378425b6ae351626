//! Windows on top that ask or tell. Each has one file; this one says which are there and shows the open one.

mod about;
mod actor;
mod article;
mod changed;
mod date;
mod frame;
mod keyboard;
mod merge;
mod merge_actor;
mod merge_hints;
mod palette;
mod path;
mod picture;
mod recovery;
mod settings;
mod unsaved;
mod warnings;

pub use actor::ActorEntry;
pub use article::ArticleEntry;
pub use date::{DateEntry, DateSuggestion};
pub use merge::MergeEventEntry;
pub use merge_actor::MergeEntry;
pub use palette::PaletteEntry;
pub use path::{Instead, PathEntry};
pub use picture::PictureEntry;
pub use recovery::Recovery;

use super::desk::Desk;
use crate::model::Edtf;
use crate::view::{Command, Dialog, Next};
use egui::Context;
use std::path::PathBuf;

/// The window on top that is open, with what has been typed into it.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenDialog {
    /// The date of an article, or a date to go to.
    Date(DateEntry),
    /// A path to open.
    Path(PathEntry),
    /// All actions by name.
    Palette(PaletteEntry),
    /// What a picture is to be.
    Picture(PictureEntry),
    /// Keys, mouse and touch, and what is searched among them.
    Keyboard(String),
    /// How the window looks and moves.
    Settings,
    /// What was left out while reading.
    Warnings,
    /// Which event is the same as the selected one.
    Merge(MergeEventEntry),
    /// What is known and decided about an actor.
    Actor(ActorEntry),
    /// What an article is called, and who published it.
    Article(ArticleEntry),
    /// Which actor is the same as this one.
    MergeActor(MergeEntry),
    /// Actors that may be the same.
    MergeHints,
    /// Version and licences.
    About,
    /// Save first?
    Unsaved(Next),
    /// Another program has written this file; what waits for saving.
    Changed(PathBuf, Option<Next>),
    /// Take up what an earlier window could not save?
    Recovery(Recovery),
}

impl OpenDialog {
    /// A fresh one of this sort.
    pub fn new(dialog: Dialog) -> Self {
        match dialog {
            Dialog::Path => Self::Path(PathEntry::default()),
            Dialog::GoToDate => Self::Date(DateEntry::go_to()),
            Dialog::Palette => Self::Palette(PaletteEntry::default()),
            Dialog::Keyboard => Self::Keyboard(String::new()),
            Dialog::Settings => Self::Settings,
            Dialog::Warnings => Self::Warnings,
            Dialog::Merge => Self::Merge(MergeEventEntry::default()),
            Dialog::MergeHints => Self::MergeHints,
            Dialog::About => Self::About,
        }
    }
}

/// Reads what a person typed as a date; an error says what was not understood.
pub type ReadDate<'a> = &'a dyn Fn(&str) -> Result<Edtf, String>;

/// Shows the open dialog.
pub fn dialog_ui(ctx: &Context, desk: &Desk<'_>, open: &mut OpenDialog, read_date: ReadDate<'_>, out: &mut Vec<Command>) {
    match open {
        OpenDialog::Date(entry) => date::date_ui(ctx, desk, entry, read_date, out),
        OpenDialog::Path(entry) => path::path_ui(ctx, entry, out),
        OpenDialog::Palette(entry) => palette::palette_ui(ctx, desk, entry, out),
        OpenDialog::Picture(entry) => picture::picture_ui(ctx, desk, entry, out),
        OpenDialog::Keyboard(query) => keyboard::keyboard_ui(ctx, query, out),
        OpenDialog::Settings => settings::settings_ui(ctx, desk, out),
        OpenDialog::Warnings => warnings::warnings_ui(ctx, desk, out),
        OpenDialog::Merge(entry) => merge::merge_ui(ctx, desk, entry, out),
        OpenDialog::Actor(entry) => actor::actor_ui(ctx, desk, entry, out),
        OpenDialog::Article(entry) => article::article_ui(ctx, desk, entry, out),
        OpenDialog::MergeActor(entry) => merge_actor::merge_actor_ui(ctx, desk, entry, out),
        OpenDialog::MergeHints => merge_hints::merge_hints_ui(ctx, desk, out),
        OpenDialog::About => about::about_ui(ctx, out),
        OpenDialog::Unsaved(next) => unsaved::unsaved_ui(ctx, next, out),
        OpenDialog::Changed(path, next) => changed::changed_ui(ctx, path, next.as_ref(), out),
        OpenDialog::Recovery(recovery) => recovery::recovery_ui(ctx, recovery, out),
    }
}
