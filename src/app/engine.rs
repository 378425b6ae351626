//! The work behind the window, as the background thread sees it. Tests put their own in its place.

use crate::model::{ArticleId, Cancelled, Edtf, Extraction, Reading, Watch};
use crate::pipeline::{self, Memory};
use crate::{project, read};
use std::collections::BTreeMap;
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

    /// Opens a project file.
    ///
    /// # Errors
    /// What is wrong with the file, and what to do.
    fn open(&mut self, path: &Path) -> Result<project::Project, String>;

    /// Finds everything in these articles; `dates` are those that the user has set.
    ///
    /// # Errors
    /// `Cancelled` if the watch says so.
    fn extract(&mut self, reading: &Reading, dates: &BTreeMap<ArticleId, Edtf>, watch: &dyn Watch) -> Result<Extraction, Cancelled>;
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

    fn open(&mut self, path: &Path) -> Result<project::Project, String> {
        project::load(path).map_err(|error| error.to_string())
    }

    fn extract(&mut self, reading: &Reading, dates: &BTreeMap<ArticleId, Edtf>, watch: &dyn Watch) -> Result<Extraction, Cancelled> {
        pipeline::extract(reading, dates, &mut self.memory, watch)
    }
}
