//! The forms of export, and writing in one of them.

use super::{csv, json, jsonl, markdown};
use crate::model::Board;
use crate::whole_file::write_whole;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A form in which findings leave the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// One event a line: for scripts.
    #[default]
    Jsonl,
    /// Everything in one object: articles, events, actors, time expressions, warnings.
    Json,
    /// One event a row: for spreadsheets.
    Csv,
    /// A chronology to read.
    Markdown,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Jsonl, Self::Json, Self::Csv, Self::Markdown];

    /// Its name on the command line, which is also the ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "md",
        }
    }

    /// For menus.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jsonl => "JSON lines, one event a line",
            Self::Json => "JSON, everything",
            Self::Csv => "Spreadsheet (CSV)",
            Self::Markdown => "Chronology to read (Markdown)",
        }
    }

    /// The form that a file name asks for by its ending.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }
}

/// A file could not be written.
#[derive(Debug, thiserror::Error)]
#[error("Cannot write the export: {source}. What was there before is unchanged; choose another place or free some space ({path})", path = path.display())]
pub struct ExportError {
    /// The file.
    pub path: PathBuf,
    /// What the system says.
    pub source: io::Error,
}

/// Writes the board in this form.
///
/// # Errors
/// What `out` says.
pub fn export(board: &Board, format: Format, mut out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Jsonl => jsonl::write(board, &mut out),
        Format::Json => json::write(board, &mut out),
        Format::Csv => csv::write(board, &mut out),
        Format::Markdown => markdown::write(board, &mut out),
    }
}

/// Writes the board to a file, whole or not at all.
///
/// # Errors
/// [`ExportError`]; the file that stood there is then untouched.
pub fn export_to_file(board: &Board, format: Format, path: &Path) -> Result<(), ExportError> {
    write_whole(path, |out| export(board, format, out)).map_err(|source| ExportError { path: path.to_owned(), source })
}
