//! What comes of the work in the background: a project that was read, a picture, an event from a text, a failure.

use super::job::{Found, Outcome, Request};
use super::window::App;
use crate::model::{Draft, Warning};
use crate::project::{self, Home};
use crate::ui::banner::Notice;
use crate::ui::parts::counted;
use egui::Context;
use std::path::PathBuf;

impl App {
    /// Takes the result of the background.
    pub(super) fn finish(&mut self, ctx: &Context, request: Request, outcome: Outcome) {
        if let Request::Picture(job) = request {
            return self.drawn(&job, outcome);
        }
        if let Request::Draft(article, selection) = &request
            && !matches!(outcome, Outcome::Cancelled)
        {
            // A fault in understanding the words costs only the proposals.
            let plain = || Box::new(Draft::of_words(article, *selection));
            let draft = if let Outcome::Drafted(Some(draft)) = outcome { draft } else { plain() };
            return self.drafted(ctx, &draft);
        }
        match outcome {
            Outcome::Cancelled => self.talk.message = Some("Stopped. What was open is unchanged.".to_owned()),
            Outcome::Failed(message) => self.talk.notice = Some(Notice { offer_path: true, ..Notice::new(message) }),
            Outcome::Drawn | Outcome::Drafted(_) => {}
            Outcome::Done(done) => {
                let Found { project, extraction, kept, renewed, home, leftover } = *done;
                let used = project.given();
                let nothing = project.reading.articles.is_empty();
                match request {
                    Request::Read { add: None, .. } if nothing => return self.tell_nothing_read(&project.reading.warnings),
                    Request::Again(_) => self.session.update(project.reading, extraction, &renewed),
                    Request::Read { add: Some(_), .. } => {
                        self.session.update(project.reading, extraction, &renewed);
                        self.keep_safe();
                        self.tell_of_stray_edits();
                        self.look();
                    }
                    Request::Recover { is_of_file, .. } => {
                        self.session.recover(project, extraction, is_of_file);
                        self.show_opened();
                        self.keep_safe();
                        self.talk.message = Some("Recovered. Save it to keep it.".to_owned());
                        self.tell_of_stray_edits();
                    }
                    Request::Read { paths, add: None, .. } => self.opened(project, extraction, None, &paths),
                    Request::Open(file) => {
                        if home.is_none() {
                            self.talk.notice = Some(Notice::new(format!(
                                "This project is open in another window. Here is a copy of it: save it under another name to keep changes ({})",
                                file.display()
                            )));
                        }
                        self.opened(project, extraction, home, &[file]);
                        self.opened_with(leftover);
                    }
                    Request::Sample => self.opened(project, extraction, None, &[]),
                    Request::Picture(_) | Request::Draft(..) => {}
                }
                self.session.keep_findings(kept);
                self.refresh();
                if used != self.session.project().given() {
                    self.work_out_dates();
                }
            }
        }
    }

    /// Looks at what has been opened, with its lanes as they were arranged when it was last open.
    fn show_opened(&mut self) {
        let arrangements = self.remembered.arrangements(self.session.place());
        let division = self.division();
        self.screen.open(self.session.board(), division, arrangements);
    }

    fn opened(&mut self, project: project::Project, extraction: crate::model::Extraction, home: Option<Home>, paths: &[PathBuf]) {
        let place = paths.first().map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone()));
        self.session.open(project, extraction, home.as_ref().map(|home| home.path().to_owned()), place);
        self.keeper.hold(home);
        self.show_opened();
        self.look();
        let places: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        self.talk.message = Some(if places.is_empty() { "Sample articles".to_owned() } else { places.join(", ") });
        if let [path] = paths {
            self.remembered.opened(&std::path::absolute(path).unwrap_or_else(|_| path.clone()));
        }
        self.tell_of_stray_edits();
    }

    fn tell_of_stray_edits(&mut self) {
        let stray = self.session.board().stray.len();
        if stray > 0 {
            let text = format!("{} no longer apply, because what they changed is gone. They are kept.", counted(stray, "edit"));
            self.talk.notice = Some(Notice::new(text));
        }
    }

    /// Nothing could be read: what was open stays, and each reason is named.
    fn tell_nothing_read(&mut self, warnings: &[Warning]) {
        let mut lines: Vec<String> = warnings.iter().take(3).map(|warning| format!("{}: {}", warning.path, warning.message)).collect();
        if warnings.len() > lines.len() {
            lines.push(format!("and {} more", warnings.len() - lines.len()));
        }
        if lines.is_empty() {
            lines.push("There are no articles. Choose a folder with .txt, .md or .html files.".to_owned());
        }
        let text = format!("Nothing was read. {}", lines.join("\n"));
        self.talk.notice = Some(Notice { offer_path: true, ..Notice::new(text) });
    }
}
