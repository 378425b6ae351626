//! The system's file dialogs. They run beside the window; the answer comes later.

use crate::export::Format;
use crate::model::ArticleId;
use crate::project::PROJECT_ENDING;
use crate::read::ENDINGS;
use crate::view::{Next, PictureFormat};
use egui::Context;
use rfd::{AsyncFileDialog, FileHandle};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

/// Sooner than this nobody can have closed a dialog: then there was none.
const TOO_SOON: Duration = Duration::from_millis(350);

/// What is to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A folder to read.
    Folder {
        /// Keep what is open.
        add: bool,
    },
    /// Articles to read in addition.
    Articles,
    /// The file that an article is in now.
    FindAgain(ArticleId),
    /// A project to open.
    Project,
    /// Where to save, and what waits for it.
    Save(Option<Next>),
    /// Where to write an export.
    Export(Format),
    /// Where a picture goes.
    Picture(PictureFormat),
}

impl Purpose {
    /// The ending of the file that is to be written; none if something is to be read.
    pub(super) const fn new_file(&self) -> Option<&'static str> {
        match self {
            Self::Save(_) => Some(PROJECT_ENDING),
            Self::Export(format) => Some(format.ending()),
            Self::Picture(format) => Some(format.ending()),
            Self::Folder { .. } | Self::Articles | Self::FindAgain(_) | Self::Project => None,
        }
    }

    /// The path with the ending of what is written: not every system adds it. "Kyiv 20.3" has none yet.
    pub(super) fn with_ending(&self, path: PathBuf) -> PathBuf {
        let has = |ending: &str| path.extension().and_then(OsStr::to_str).is_some_and(|own| own.eq_ignore_ascii_case(ending));
        // The ending of another picture is another format.
        let is_picture = matches!(self, Self::Picture(_)) && PictureFormat::of_path(&path).is_some();
        match self.new_file() {
            Some(ending) if !is_picture && !has(ending) => path.with_added_extension(ending),
            _ => path,
        }
    }

    /// What stands above the dialog.
    pub(super) const fn title(&self) -> &'static str {
        match self {
            Self::Folder { .. } => "Folder of articles",
            Self::Articles => "Articles",
            Self::FindAgain(_) => "Where is the article?",
            Self::Project => "Dateline project",
            Self::Save(_) | Self::Export(_) | Self::Picture(_) => "Save as",
        }
    }
}

/// How a dialog ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// These were chosen.
    Chosen(Vec<PathBuf>),
    /// The person decided otherwise.
    Nothing,
    /// The system has no file dialog.
    NoDialog,
}

/// A dialog that is open.
pub(super) struct Chooser {
    purpose: Purpose,
    opened: Instant,
    answer: Receiver<Vec<PathBuf>>,
}

impl Chooser {
    /// Opens the dialog in `folder`. `name` is what a new file is called at first.
    pub(super) fn open(purpose: Purpose, name: &str, folder: &Path, ctx: &Context) -> Self {
        let (sender, answer) = channel();
        let ctx = ctx.clone();
        let deliver = move |paths: Vec<PathBuf>| {
            // If the window has gone, nobody waits for the answer.
            if sender.send(paths).is_ok() {
                ctx.request_repaint();
            }
        };
        if !has_dialogs() {
            deliver(Vec::new());
            return Self { purpose, opened: Instant::now(), answer };
        }
        // The dialog must be made on this thread (macOS), and must not be waited for on it.
        let one = |handle: Option<FileHandle>| handle.map(|handle| handle.path().to_owned()).into_iter().collect();
        let new_dialog = AsyncFileDialog::new().set_title(purpose.title()).set_directory(folder);
        match &purpose {
            Purpose::Folder { .. } => {
                let dialog = new_dialog.pick_folder();
                std::thread::spawn(move || deliver(one(pollster::block_on(dialog))));
            }
            Purpose::Articles => {
                let dialog = new_dialog.add_filter("Articles", &ENDINGS).pick_files();
                std::thread::spawn(move || {
                    let handles = pollster::block_on(dialog).unwrap_or_default();
                    deliver(handles.iter().map(|handle| handle.path().to_owned()).collect());
                });
            }
            Purpose::FindAgain(_) => {
                let dialog = new_dialog.add_filter("Articles", &ENDINGS).pick_file();
                std::thread::spawn(move || deliver(one(pollster::block_on(dialog))));
            }
            Purpose::Project => {
                let dialog = new_dialog.add_filter("Dateline project", &[PROJECT_ENDING]).pick_file();
                std::thread::spawn(move || deliver(one(pollster::block_on(dialog))));
            }
            Purpose::Save(_) | Purpose::Export(_) | Purpose::Picture(_) => {
                let (ending, words) = if let Purpose::Export(format) = &purpose {
                    (format.ending(), format.name())
                } else if let Purpose::Picture(format) = &purpose {
                    (format.ending(), "Picture of the timeline")
                } else {
                    (PROJECT_ENDING, "Dateline project")
                };
                let dialog = new_dialog.add_filter(words, &[ending]).set_file_name(format!("{name}.{ending}")).save_file();
                std::thread::spawn(move || deliver(one(pollster::block_on(dialog))));
            }
        }
        Self { purpose, opened: Instant::now(), answer }
    }

    /// The answer, once it is there, and what it is for.
    pub(super) fn poll(&self) -> Option<(Purpose, Answer)> {
        let paths = match self.answer.try_recv() {
            Ok(paths) => paths,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Vec::new(),
        };
        let answer = if !paths.is_empty() {
            Answer::Chosen(paths)
        } else if self.opened.elapsed() < TOO_SOON {
            Answer::NoDialog
        } else {
            Answer::Nothing
        };
        Some((self.purpose.clone(), answer))
    }
}

/// Whether anything is there that could show a dialog. On Linux and the like that is a portal, which is called over D-Bus, or zenity.
fn has_dialogs() -> bool {
    if !cfg!(unix) || cfg!(target_os = "macos") {
        return true;
    }
    let has_bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| PathBuf::from(folder).join("bus").exists());
    has_bus || std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join("zenity").is_file()))
}
