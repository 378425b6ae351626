//! What is open: the project, what was found in it, and whether it is saved.

use crate::model::{Board, Edit, Extraction, Reading};
use crate::project::{self, EditLog, Project, ProjectFileError};
use std::path::{Path, PathBuf};

/// The open project. Everything that changes what is shown goes through here.
#[derive(Default)]
pub(super) struct Session {
    project: Project,
    extraction: Extraction,
    board: Board,
    file: Option<PathBuf>,
    /// The edits as they are in the file.
    saved: EditLog,
    /// Whether articles have come that are not in the file.
    has_new_articles: bool,
}

impl Session {
    /// A project that was just read or opened.
    pub(super) fn open(&mut self, project: Project, extraction: Extraction, file: Option<PathBuf>) {
        self.saved = project.edits.clone();
        self.has_new_articles = false;
        self.file = file;
        self.project = project;
        self.extraction = extraction;
        self.rebuild();
    }

    /// The same project with more articles or with dates worked out anew. Edits made meanwhile are kept.
    pub(super) fn update(&mut self, reading: Reading, extraction: Extraction) {
        self.has_new_articles |= self.file.is_some() && reading != self.project.reading;
        self.project.reading = reading;
        self.extraction = extraction;
        self.rebuild();
    }

    fn rebuild(&mut self) {
        self.board = project::board(self.extraction.clone(), self.project.edits.applied());
    }

    /// Makes an edit.
    pub(super) fn edit(&mut self, edit: Edit) {
        self.project.edits.push(edit);
        self.rebuild();
    }

    /// Takes the last edit back and returns it.
    pub(super) fn undo(&mut self) -> Option<Edit> {
        let edit = self.project.edits.undo();
        self.rebuild();
        edit
    }

    /// Makes it again and returns it.
    pub(super) fn redo(&mut self) -> Option<Edit> {
        let edit = self.project.edits.redo();
        self.rebuild();
        edit
    }

    /// Saves into this file from now on.
    ///
    /// # Errors
    /// What the disk says; the project stays unsaved.
    pub(super) fn save(&mut self, path: &Path) -> Result<(), ProjectFileError> {
        project::save(&self.project, path)?;
        self.file = Some(path.to_owned());
        self.forget_changes();
        Ok(())
    }

    /// Takes what is there for saved: a person said it may be lost.
    pub(super) fn forget_changes(&mut self) {
        self.saved = self.project.edits.clone();
        self.has_new_articles = false;
    }

    /// Articles and edits.
    pub(super) const fn project(&self) -> &Project {
        &self.project
    }

    /// What is shown.
    pub(super) const fn board(&self) -> &Board {
        &self.board
    }

    /// The project's file, if it has one.
    pub(super) fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Whether decisions of the user would be lost.
    pub(super) fn is_unsaved(&self) -> bool {
        self.has_new_articles || self.project.edits != self.saved
    }

    /// Whether nothing is open.
    pub(super) fn is_empty(&self) -> bool {
        self.project.reading.articles.is_empty()
    }
}
