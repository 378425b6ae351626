//! Nothing is lost: saving, the state kept for a crash, and what earlier windows left behind.

use super::job::Request;
use super::keeper::{News, Save};
use super::window::App;
use crate::project::{Leftover, ProjectFileError};
use crate::ui::banner::Notice;
use crate::ui::dialogs::{OpenDialog, Recovery};
use crate::view::Next;
use chrono::{DateTime, Local};
use egui::Context;
use std::path::PathBuf;

impl App {
    /// Saves into this file, and then does what waits for it. `replace`: what another program wrote there may be lost.
    pub(super) fn save_to(&mut self, path: PathBuf, replace: bool, next: Option<Next>) {
        self.talk.message = Some(format!("Saving {}…", path.display()));
        self.talk.after_save = next;
        let (project, findings) = (self.session.project().clone(), self.session.findings().clone());
        self.keeper.save(Save { project, findings, to: path, replace });
    }

    /// Has the state kept that a crash would lose.
    pub(super) fn keep_safe(&self) {
        if self.session.is_unsaved() {
            self.keeper.autosave(self.session.project().clone());
        } else {
            self.keeper.forget();
        }
    }

    /// Takes in how saving went.
    pub(super) fn kept(&mut self, ctx: &Context, news: News) {
        match news {
            News::Saved(project, path) => {
                self.talk.message = Some(format!("Saved {}", path.display()));
                self.remembered.opened(&std::path::absolute(&path).unwrap_or_else(|_| path.clone()));
                self.session.saved(&project, path);
                self.keep_safe();
                if let Some(next) = self.talk.after_save.take() {
                    self.when_saved(ctx, next);
                }
            }
            News::NotSaved(ProjectFileError::Changed { path }) => {
                self.talk.message = None;
                self.talk.dialog = Some(OpenDialog::Changed(path, self.talk.after_save.take()));
            }
            News::NotSaved(error) => {
                (self.talk.message, self.talk.after_save) = (None, None);
                self.talk.notice = Some(Notice::new(error.to_string()));
            }
            News::Unsafe(error) => self.talk.notice = Some(Notice::new(error.to_string())),
            News::Leftovers(leftovers) => {
                self.talk.leftovers.extend(leftovers);
                self.offer_leftover();
            }
        }
    }

    /// Asks about what an earlier window left behind, if there is more of it: always about that which the buttons act on.
    pub(super) fn offer_leftover(&mut self) {
        if matches!(self.talk.dialog, None | Some(OpenDialog::Recovery(_))) {
            self.talk.dialog = self.talk.leftovers.front().map(|leftover| OpenDialog::Recovery(words(leftover)));
        }
    }

    /// A project was opened: what its own earlier window left behind comes first; that of another project is no longer in question.
    pub(super) fn opened_with(&mut self, leftover: Option<Leftover>) {
        self.talk.leftovers.retain(|other| other.shelter.is_some());
        if let Some(own) = leftover {
            self.talk.leftovers.push_front(own);
        }
        self.offer_leftover();
    }

    /// Takes it up: it is what is open then, unsaved.
    pub(super) fn recover(&mut self) {
        let Some(Leftover { project, shelter, .. }) = self.talk.leftovers.pop_front() else { return };
        let is_of_file = shelter.is_none();
        if !is_of_file {
            self.keeper.hold(None);
            self.keeper.shelter(shelter);
        }
        // What else was left behind waits for the next start: one window has one project.
        self.talk.leftovers.clear();
        self.worker.begin(Request::Recover { project, is_of_file });
    }

    /// Throws it away.
    pub(super) fn give_up_leftover(&mut self) {
        if let Some(leftover) = self.talk.leftovers.pop_front() {
            leftover.remove();
        }
        self.offer_leftover();
    }

    /// Leaves it where it is, for the next start.
    pub(super) fn leave_leftovers(&mut self) {
        let is_of_file = self.talk.leftovers.front().is_some_and(|leftover| leftover.shelter.is_none());
        if is_of_file {
            self.keeper.shelter(None);
        }
        self.talk.leftovers.clear();
    }
}

fn words(leftover: &Leftover) -> Recovery {
    let edits = leftover.project.edits.applied();
    Recovery {
        articles: leftover.project.reading.articles.len(),
        edits: edits.len(),
        last: edits.last().map(crate::model::Edit::name),
        kept: leftover.kept.map(|time| DateTime::<Local>::from(time).format("%-d %B %Y, %H:%M").to_string()),
        is_of_file: leftover.shelter.is_none(),
    }
}
