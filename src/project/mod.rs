//! The user's work: articles and edits, what they give together, and the file they are kept in.
//!
//! The extraction is never edited: `board` is the extraction with the applied edits on top.

mod actors;
mod articles;
mod autosave;
mod board;
mod division;
mod edit_log;
mod file;
mod filters;
mod fold;
mod home;
mod hues;
mod lock;
mod origins;
mod project_data;
mod renewal;
mod seal;
mod stamp;

use articles::removed;
use autosave::beside;
pub use autosave::{Leftover, Shelter, autosave_path, leftover_of, leftovers_in};
use board::board_with;
pub use board::{board, dates, given};
pub use edit_log::EditLog;
pub use file::{PROJECT_ENDING, ProjectFileError, VERSION, is_project, load, load_with, save, save_with};
pub use home::{Home, Opened, open};
pub use hues::Hues;
pub use lock::{Lock, Locking, lock};
pub use project_data::Project;
pub use renewal::{Renewal, renewal};
pub use seal::{Seal, Sealed};
pub use stamp::Stamp;
