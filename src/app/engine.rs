//! The work behind the window, as the background thread sees it. Tests put their own in its place.

use super::run::APP_ID;
use crate::model::{Article, Cancelled, Draft, Extraction, Given, Reading, Span, Watch};
use crate::pipeline::{self, Memory};
use crate::{project, read};
use std::path::{Path, PathBuf};

/// Reads and extracts. Lives on the background thread.
pub trait Engine: Send {
    /// Reads files and folders.
    ///
    /// # Errors
    /// `Cancelled` if the watch says so; everything else is a warning in the reading.
    fn read(&mut self, paths: &[PathBuf], watch: &dyn Watch) -> Result<Reading, Cancelled>;

    /// The sample articles.
    fn sample(&mut self) -> Reading;

    /// Opens a project file and holds it.
    ///
    /// # Errors
    /// What is wrong with the file, and what to do.
    fn open(&mut self, path: &Path) -> Result<project::Opened, String>;

    /// Where unsaved work of projects without a file is kept, if anywhere.
    fn unsaved_folder(&self) -> Option<PathBuf>;

    /// Finds everything in these articles; `given` is what the user has decided.
    ///
    /// # Errors
    /// `Cancelled` if the watch says so.
    fn extract(&mut self, reading: &Reading, given: &Given, watch: &dyn Watch) -> Result<Extraction, Cancelled>;

    /// What an event told by these words of an article would be.
    ///
    /// # Errors
    /// `Cancelled` if the watch says so.
    fn draft(&mut self, article: &Article, selection: Span, watch: &dyn Watch) -> Result<Option<Draft>, Cancelled> {
        pipeline::draft(article, selection, &mut Memory::default(), watch)
    }
}

/// The engine of the program: disk and pipeline, with what was found before kept in memory.
#[derive(Default)]
pub struct Dateline {
    memory: Memory,
}

impl Engine for Dateline {
    fn read(&mut self, paths: &[PathBuf], watch: &dyn Watch) -> Result<Reading, Cancelled> {
        read::read(paths, watch)
    }

    fn sample(&mut self) -> Reading {
        read::sample()
    }

    fn open(&mut self, path: &Path) -> Result<project::Opened, String> {
        project::open(path).map_err(|error| error.to_string())
    }

    fn unsaved_folder(&self) -> Option<PathBuf> {
        eframe::storage_dir(APP_ID).map(|folder| folder.join("unsaved"))
    }

    fn extract(&mut self, reading: &Reading, given: &Given, watch: &dyn Watch) -> Result<Extraction, Cancelled> {
        pipeline::extract_given(reading, given, &mut self.memory, watch)
    }

    fn draft(&mut self, article: &Article, selection: Span, watch: &dyn Watch) -> Result<Option<Draft>, Cancelled> {
        pipeline::draft(article, selection, &mut self.memory, watch)
    }
}
