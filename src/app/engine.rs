//! The work behind the window, as the background thread sees it. Tests put their own in its place.

use super::run::APP_ID;
use crate::model::{Article, Cancelled, Draft, Extraction, Given, Reading, Span, Watch};
use crate::pipeline::{self, KeptFindings, Memory};
use crate::project::{self, Seal};
use crate::read;
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

    /// Where unsaved work of projects without a file is kept, and the secret of the seal on kept findings, if anywhere.
    fn unsaved_folder(&self) -> Option<PathBuf>;

    /// Finds everything in these articles; `given` is what the user has decided.
    ///
    /// # Errors
    /// `Cancelled` if the watch says so.
    fn extract(&mut self, reading: &Reading, given: &Given, watch: &dyn Watch) -> Result<Extraction, Cancelled>;

    /// What was found in single articles, to be kept with the project.
    fn kept(&self) -> KeptFindings {
        KeptFindings::default()
    }

    /// What an event told by these words of an article would be.
    ///
    /// # Errors
    /// `Cancelled` if the watch says so.
    fn draft(&mut self, article: &Article, selection: Span, watch: &dyn Watch) -> Result<Option<Draft>, Cancelled> {
        pipeline::draft(article, selection, &mut Memory::default(), watch)
    }
}

/// The engine of the program: disk and pipeline, with what was found before kept in memory.
pub struct Dateline {
    memory: Memory,
    folder: Option<PathBuf>,
}

impl Dateline {
    /// One that keeps its own things in this folder, if there is one.
    pub fn in_folder(folder: Option<PathBuf>) -> Self {
        Self { memory: Memory::default(), folder }
    }
}

impl Default for Dateline {
    fn default() -> Self {
        Self::in_folder(eframe::storage_dir(APP_ID).map(|folder| folder.join("unsaved")))
    }
}

impl Engine for Dateline {
    fn read(&mut self, paths: &[PathBuf], watch: &dyn Watch) -> Result<Reading, Cancelled> {
        read::read(paths, watch)
    }

    fn sample(&mut self) -> Reading {
        read::sample()
    }

    fn open(&mut self, path: &Path) -> Result<project::Opened, String> {
        let opened = project::open(path).map_err(|error| error.to_string())?;
        if let Some(sealed) = &opened.findings
            && let Some(found) = self.folder.as_deref().and_then(Seal::known).and_then(|seal| seal.open(sealed))
        {
            self.memory.recall(&found);
        }
        Ok(opened)
    }

    fn unsaved_folder(&self) -> Option<PathBuf> {
        self.folder.clone()
    }

    fn extract(&mut self, reading: &Reading, given: &Given, watch: &dyn Watch) -> Result<Extraction, Cancelled> {
        pipeline::extract_given(reading, given, &mut self.memory, watch)
    }

    fn draft(&mut self, article: &Article, selection: Span, watch: &dyn Watch) -> Result<Option<Draft>, Cancelled> {
        pipeline::draft(article, selection, &mut self.memory, watch)
    }

    fn kept(&self) -> KeptFindings {
        self.memory.kept()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Board, Edit, Silent};
    use crate::project::{Project, load, save, save_with};
    use std::fs;

    fn shown(engine: &mut Dateline, project: &Project) -> Board {
        let extraction = engine.extract(&project.reading, &project.given(), &Silent).unwrap();
        project.board(extraction)
    }

    fn opened(folder: &Path, file: &Path) -> (bool, Board) {
        let mut engine = Dateline::in_folder(Some(folder.to_owned()));
        let project = engine.open(file).unwrap().project;
        (!engine.kept().is_empty(), shown(&mut engine, &project))
    }

    #[test]
    fn a_project_opens_with_what_was_found_and_looks_as_if_it_had_been_read_anew() {
        let folder = tempfile::tempdir().unwrap();
        let (own, other) = (folder.path().join("own"), folder.path().join("other"));
        let file = folder.path().join("a.dateline");
        let mut engine = Dateline::in_folder(Some(own.clone()));
        let mut project = Project::new(engine.sample());
        let (dated, removed) = (project.reading.articles[1].id, project.reading.articles[3].id);
        project.edits.push(Edit::SetPublished { article: dated, date: "2025-03-18".parse().unwrap() });
        project.edits.push(Edit::Article { article: removed, decision: crate::model::ArticleEdit::Remove });
        let board = shown(&mut engine, &project);
        let seal = Seal::in_folder(&own).unwrap();
        save_with(&project, Some(&seal.close(&engine.kept().pack())), &file).unwrap();
        assert_eq!(opened(&own, &file), (true, board.clone()));
        assert_eq!(opened(&other, &file), (false, board.clone()), "what somebody else says was found is not believed");
        // Whatever stands in the file: it opens, and shows what is in the articles.
        let text = fs::read_to_string(&file).unwrap();
        let at = text.find("\"findings\"").unwrap() + 200;
        fs::write(&file, format!("{}{}{}", &text[..at], if &text[at..=at] == "A" { "B" } else { "A" }, &text[at + 1..])).unwrap();
        assert_eq!(opened(&own, &file), (false, board.clone()), "damaged");
        save(&load(&file).unwrap(), &file).unwrap();
        assert_eq!(opened(&own, &file), (false, board), "without");
    }
}
