//! The user's work: articles and edits, what they give together, and the file they are kept in.
//!
//! The extraction is never edited: `board` is the extraction with the applied edits on top.

mod board;
mod edit_log;
mod file;
mod project_data;

pub use board::{board, dates};
pub use edit_log::EditLog;
pub use file::{PROJECT_ENDING, ProjectFileError, VERSION, is_project, load, save};
pub use project_data::Project;
