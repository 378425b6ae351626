//! Paths that are typed: where the system shows no file dialog, the window asks for the path itself, and goes on as after a dialog.

use super::chooser::{Answer, Purpose};
use super::window::App;
use crate::ui::banner::Notice;
use crate::ui::dialogs::{Instead, OpenDialog, PathEntry};
use egui::Context;
use std::path::{Path, PathBuf};

const NO_DIALOG: &str = "This system shows no file dialog. Type the path here; xdg-desktop-portal or zenity would bring the dialog.";

/// What a typed path is for.
pub(super) struct Unanswered {
    purpose: Purpose,
    /// The file that may be replaced: the person has been told that it is there.
    replace: Option<PathBuf>,
}

impl App {
    /// No file dialog came up: asks for the path instead.
    pub(super) fn ask_for_path(&mut self, purpose: Purpose) {
        if matches!(purpose, Purpose::Picture(_)) {
            // Its own dialog has a field for the path.
            self.talk.notice = Some(Notice::new(
                "This system shows no file dialog: type the path of the picture. xdg-desktop-portal or zenity would bring the dialog.",
            ));
            return;
        }
        let text = purpose.new_file().map_or_else(String::new, |ending| {
            let name = self.session.file().map_or_else(|| home().join("chronology"), Path::to_owned);
            name.with_extension(ending).display().to_string()
        });
        self.ask_for_path_again(Unanswered { purpose, replace: None }, text, NO_DIALOG.to_owned());
    }

    /// A file of the path is there, and the person does not know it yet.
    pub(super) fn ask_before_replacing(&mut self, purpose: Purpose, path: PathBuf) {
        let text = path.display().to_string();
        let remark = "There is a file of this name already. Replace it, or type another name.".to_owned();
        self.ask_for_path_again(Unanswered { purpose, replace: Some(path) }, text, remark);
    }

    fn ask_for_path_again(&mut self, unanswered: Unanswered, text: String, remark: String) {
        let button = match (unanswered.purpose.new_file(), &unanswered.replace) {
            (None, _) => "Open",
            (Some(_), None) => "Save",
            (Some(_), Some(_)) => "Replace",
        };
        let instead = Instead { title: unanswered.purpose.title().to_owned(), remark, button };
        self.talk.dialog = Some(OpenDialog::Path(PathEntry { text, instead: Some(instead) }));
        self.talk.unanswered = Some(unanswered);
    }

    /// Takes a path that was typed; `add` if what is open is to stay.
    pub(super) fn typed(&mut self, ctx: &Context, path: &Path, add: bool) {
        let path = from_home(path);
        let Some(Unanswered { purpose, replace }) = self.talk.unanswered.take() else { return self.open(ctx, vec![path], add) };
        let path = purpose.with_ending(path);
        if purpose.new_file().is_some() && path.exists() && replace.as_ref() != Some(&path) {
            return self.ask_before_replacing(purpose, path);
        }
        self.chosen(ctx, purpose, Answer::Chosen(vec![path]));
    }
}

fn home() -> PathBuf {
    std::env::home_dir().unwrap_or_default()
}

/// "~/articles" as shells read it.
fn from_home(path: &Path) -> PathBuf {
    path.strip_prefix("~").map_or_else(|_| path.to_owned(), |rest| home().join(rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Engine;
    use crate::export::Format;
    use crate::model::{Cancelled, Extraction, Given, Reading, Watch};
    use crate::view::{PictureFormat, WindowOptions};
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    /// Finds nothing and touches nobody's work.
    struct Nothing;

    impl Engine for Nothing {
        fn read(&mut self, _paths: &[PathBuf], _watch: &dyn Watch) -> Result<Reading, Cancelled> {
            Ok(Reading::default())
        }

        fn sample(&mut self) -> Reading {
            crate::read::sample()
        }

        fn open(&mut self, path: &Path) -> Result<crate::project::Opened, String> {
            crate::project::open(path).map_err(|error| error.to_string())
        }

        fn unsaved_folder(&self) -> Option<PathBuf> {
            None
        }

        fn extract(&mut self, _reading: &Reading, _given: &Given, _watch: &dyn Watch) -> Result<Extraction, Cancelled> {
            Ok(Extraction::default())
        }
    }

    fn window() -> Harness<'static, App> {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 1, 20).unwrap();
        let mut window = Harness::builder()
            .with_size([1280.0, 800.0])
            .with_max_steps(400)
            .build_eframe(move |creation| App::new(creation, &WindowOptions::default(), Box::new(Nothing), today));
        settle(&mut window);
        window
    }

    fn settle(window: &mut Harness<'_, App>) {
        for _ in 0..1000 {
            window.run_ok();
            if !window.state().is_working() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        window.run_ok();
    }

    fn type_path(window: &mut Harness<'_, App>, path: &Path, button: &str) {
        window.get_by_label("Path").focus();
        settle(window);
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        window.get_by_label("Path").type_text(&path.display().to_string());
        settle(window);
        window.get_by_label(button).click();
        settle(window);
    }

    #[test]
    fn without_a_file_dialog_everything_is_done_by_a_typed_path_and_nothing_is_replaced_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let mut window = window();
        let ctx = window.ctx.clone();
        let file = folder.path().join("робота");
        let ask = |window: &mut Harness<'_, App>, purpose| {
            window.state_mut().chosen(&ctx, purpose, Answer::NoDialog);
            settle(window);
            assert!(window.query_by_label_contains("This system shows no file dialog").is_some());
        };
        ask(&mut window, Purpose::Save(None));
        type_path(&mut window, &file, "Save");
        let saved = file.with_extension("dateline");
        assert!(saved.exists());

        ask(&mut window, Purpose::Export(Format::Csv));
        std::fs::write(folder.path().join("theirs.csv"), "theirs").unwrap();
        type_path(&mut window, &folder.path().join("theirs"), "Save");
        assert!(window.query_by_label_contains("There is a file of this name already").is_some());
        assert_eq!(std::fs::read_to_string(folder.path().join("theirs.csv")).unwrap(), "theirs");
        std::fs::write(folder.path().join("ours.csv"), "ours").unwrap();
        type_path(&mut window, &folder.path().join("ours.csv"), "Replace");
        assert_eq!(std::fs::read_to_string(folder.path().join("ours.csv")).unwrap(), "ours", "another name is another question");
        type_path(&mut window, &folder.path().join("theirs.csv"), "Replace");
        type_path(&mut window, &folder.path().join("theirs.csv"), "Replace");
        assert!(std::fs::read_to_string(folder.path().join("theirs.csv")).unwrap().contains("title"));

        ask(&mut window, Purpose::Project);
        type_path(&mut window, &saved, "Open");
        assert_eq!(window.state().talk.message, Some(saved.display().to_string()));
    }

    #[test]
    fn a_file_gets_its_ending_and_what_the_dialog_did_not_ask_about_is_not_replaced_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for (purpose, chosen, written) in [
            (Purpose::Save(None), "Kyiv 20.3", "Kyiv 20.3.dateline"),
            (Purpose::Save(None), "Kyiv.DATELINE", "Kyiv.DATELINE"),
            (Purpose::Export(Format::Csv), "U.S. policy", "U.S. policy.csv"),
            (Purpose::Picture(PictureFormat::Png), "U.S. policy", "U.S. policy.png"),
            (Purpose::Picture(PictureFormat::Png), "policy.pdf", "policy.pdf"),
            (Purpose::Project, "Kyiv 20.3", "Kyiv 20.3"),
        ] {
            assert_eq!(purpose.with_ending(at(chosen)), at(written));
        }
        let mut window = window();
        let ctx = window.ctx.clone();
        std::fs::write(at("theirs.csv"), "theirs").unwrap();
        window.state_mut().chosen(&ctx, Purpose::Export(Format::Csv), Answer::Chosen(vec![at("theirs")]));
        settle(&mut window);
        assert_eq!(std::fs::read_to_string(at("theirs.csv")).unwrap(), "theirs");
        window.get_by_label("Replace").click();
        settle(&mut window);
        assert!(std::fs::read_to_string(at("theirs.csv")).unwrap().contains("title"));
        // The dialog itself has asked about a file of just this name.
        std::fs::write(at("theirs.csv"), "theirs").unwrap();
        window.state_mut().chosen(&ctx, Purpose::Export(Format::Csv), Answer::Chosen(vec![at("theirs.csv")]));
        assert!(std::fs::read_to_string(at("theirs.csv")).unwrap().contains("title"));
    }

    #[test]
    fn a_wave_means_the_home_folder() {
        assert_eq!(from_home(Path::new("~/a/b")), home().join("a/b"));
        for path in ["/a/~", "~a", "a/~/b"] {
            assert_eq!(from_home(Path::new(path)), Path::new(path));
        }
    }
}
