//! What has become of the files of the articles: told at the head of the list, with what can be done about it.

use crate::model::ArticleId;
use crate::ui::parts::{self, counted};
use crate::ui::theme::Palette;
use crate::view::Command;
use egui::{RichText, Ui};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What was seen when the files were looked at last.
#[derive(Clone, Copy)]
pub struct Files<'a> {
    /// Articles whose files have another text now.
    pub changed: &'a BTreeSet<ArticleId>,
    /// Articles whose files are gone.
    pub missing: &'a BTreeSet<ArticleId>,
    /// Articles beside them that have not been read.
    pub new: &'a [PathBuf],
}

impl Files<'_> {
    /// What is to be said beside an article.
    pub(super) fn of(&self, article: ArticleId) -> Option<&'static str> {
        if self.changed.contains(&article) { Some("changed on disk") } else { self.missing.contains(&article).then_some("file missing") }
    }
}

/// Says what has changed on disk. What is missing is said beside each article, too.
pub(super) fn files_ui(ui: &mut Ui, files: Files<'_>, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    if !files.changed.is_empty() {
        ui.horizontal(|ui| {
            ui.label(RichText::new(format!("{} changed on disk", counted(files.changed.len(), "article"))).small().color(palette.warning));
            if parts::quiet_button(ui, "Re-read", "Re-read what has changed on disk").clicked() {
                out.push(Command::Reread(files.changed.iter().copied().collect()));
            }
        });
    }
    if !files.missing.is_empty() {
        let words = RichText::new(format!("{} missing", counted(files.missing.len(), "file"))).small().color(palette.warning);
        ui.horizontal(|ui| {
            ui.label(words).on_hover_text("The text is here all the same");
            if let Some(article) = files.missing.first()
                && parts::quiet_button(ui, "Find…", "Find a missing file again").clicked()
            {
                out.push(Command::FindAgain(*article));
            }
        });
    }
    if !files.new.is_empty() {
        ui.horizontal(|ui| {
            ui.label(RichText::new(format!("{} beside them", counted(files.new.len(), "new file"))).small().color(palette.accent));
            let names: Vec<String> = files.new.iter().take(12).map(|file| file.display().to_string()).collect();
            if parts::quiet_button(ui, "Read in", "Read in new files").on_hover_text(names.join("\n")).clicked() {
                out.push(Command::Open { paths: files.new.to_vec(), add: true });
            }
        });
    }
}
