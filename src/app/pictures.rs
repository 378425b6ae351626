//! Pictures of the timeline: from the wish to the work in the background.

use super::chooser::{Chooser, Purpose};
use super::job::{Outcome, PictureJob, Request};
use super::window::App;
use crate::ui::banner::Notice;
use crate::ui::dialogs::{OpenDialog, PictureEntry};
use crate::view::{PictureLook, PictureOptions, PictureWish};
use egui::Context;
use std::path::{Path, PathBuf};

impl App {
    /// Opens the dialog: the picture goes beside the project, else into the home folder, and never over another file.
    pub(super) fn ask_for_picture(&mut self, ctx: &Context) {
        let project = self.session.file().map(ToOwned::to_owned);
        let title = project.as_deref().and_then(Path::file_stem).map(|name| name.to_string_lossy().into_owned());
        let title = title.unwrap_or_else(|| PictureOptions::default().title);
        let folder = self.folder_for(&Purpose::Picture(self.remembered.picture.format));
        let dark = ctx.theme() == egui::Theme::Dark;
        let entry = PictureEntry::new(&free_name(&folder, &title), title, self.remembered.picture, dark);
        self.talk.dialog = Some(OpenDialog::Picture(entry));
    }

    /// Does what the dialog asks for.
    pub(super) fn picture(&mut self, ctx: &Context, wish: PictureWish) {
        match wish {
            PictureWish::Choose(path, format) => {
                let name = path.file_stem().map_or_else(|| "timeline".into(), |name| name.to_string_lossy().into_owned());
                let purpose = Purpose::Picture(format);
                let folder = path.parent().filter(|folder| folder.is_dir()).map_or_else(|| self.folder_for(&purpose), Path::to_owned);
                self.talk.chooser = Some(Chooser::open(purpose, &name, &folder, ctx));
            }
            PictureWish::Draw { path, replace: false, .. } if path.exists() => {
                let text = format!("{} exists already. Write another name, or choose the file to replace it.", path.display());
                self.talk.notice = Some(Notice::new(text));
            }
            PictureWish::Draw { options, format, path, .. } => {
                self.talk.dialog = None;
                let is_dark = ctx.theme() == egui::Theme::Dark;
                let dark = (options.dark != is_dark).then_some(options.dark);
                self.remembered.picture = PictureLook { format, scale: options.scale, page: options.page, dark };
                let (board, lanes) = (self.session.board().clone(), self.screen.lanes.clone());
                let given = self.session.project().given();
                self.worker.begin(Request::Picture(Box::new(PictureJob { board, lanes, options, format, path, given })));
            }
        }
    }

    /// Takes the end of the work in the background.
    pub(super) fn drawn(&mut self, job: &PictureJob, outcome: Outcome) {
        match outcome {
            Outcome::Failed(message) => self.talk.notice = Some(Notice::new(message)),
            Outcome::Cancelled => self.talk.message = Some("Stopped. No picture was written.".to_owned()),
            Outcome::Drawn | Outcome::Done(_) | Outcome::Drafted(_) => self.talk.message = Some(format!("Exported {}", job.path.display())),
        }
        // A date that was set meanwhile has waited.
        if job.given != self.session.project().given() {
            self.work_out_dates();
        }
    }

    /// Takes the file that was chosen for a picture.
    pub(super) fn picture_file(&mut self, path: &Path, may_replace: bool) {
        if let Some(OpenDialog::Picture(entry)) = &mut self.talk.dialog {
            entry.choose(path, may_replace);
        }
    }
}

/// The path without an ending that no picture in the folder has: "name", "name 2", "name 3".
fn free_name(folder: &Path, name: &str) -> PathBuf {
    let taken = |path: &Path| ["svg", "png", "pdf"].iter().any(|ending| path.with_added_extension(ending).exists());
    let named = |number: usize| folder.join(if number == 1 { name.to_owned() } else { format!("{name} {number}") });
    (1..100).map(named).find(|path| !taken(path)).unwrap_or_else(|| named(1))
}
