//! What is open: the project, what was found in it, and whether it is saved.

use crate::model::{ArticleId, Board, Edit, Extraction, Reading};
use crate::pipeline::KeptFindings;
use crate::project::{self, EditLog, Project};
use std::path::{Path, PathBuf};

/// The open project. Everything that changes what is shown goes through here.
#[derive(Default)]
pub(super) struct Session {
    project: Project,
    extraction: Extraction,
    board: Board,
    /// What was found in single articles, to be kept in the file.
    findings: KeptFindings,
    file: Option<PathBuf>,
    /// What it was opened from first: a folder, an article or a file. None for the sample articles.
    place: Option<PathBuf>,
    /// The edits as they are in the file.
    saved: EditLog,
    /// Whether articles have come that are not in the file.
    has_new_articles: bool,
}

impl Session {
    /// A project that was just read or opened.
    pub(super) fn open(&mut self, project: Project, extraction: Extraction, file: Option<PathBuf>, place: Option<PathBuf>) {
        self.saved = project.edits.clone();
        self.has_new_articles = false;
        self.file = file;
        self.place = place;
        self.project = project;
        self.extraction = extraction;
        self.show_findings();
    }

    /// The same project with more articles or with dates worked out anew. Edits made meanwhile are kept.
    pub(super) fn update(&mut self, reading: Reading, extraction: Extraction, renewed: &[(ArticleId, ArticleId)]) {
        let renewals = renewed.iter().map(|(old, new)| project::renewal(&self.extraction, &extraction, *old, *new));
        self.project.renewals.extend(renewals);
        self.has_new_articles |= self.file.is_some() && reading != self.project.reading;
        self.project.reading = reading;
        self.extraction = extraction;
        self.show_findings();
    }

    /// After new findings: actors get colours, which they keep.
    fn show_findings(&mut self) {
        self.project.hues.give(&self.extraction.actors);
        self.rebuild();
    }

    fn rebuild(&mut self) {
        self.board = self.project.board(self.extraction.clone());
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

    /// What was saved into this file, which is the project's from now on. Edits made while it was written are still unsaved.
    pub(super) fn saved(&mut self, project: &Project, file: PathBuf) {
        self.place = Some(file.clone());
        self.file = Some(file);
        self.saved = project.edits.clone();
        self.has_new_articles = project.reading != self.project.reading;
    }

    /// A state that was never saved: of this project's file, or of a project without one.
    pub(super) fn recover(&mut self, project: Project, extraction: Extraction, is_of_file: bool) {
        if !is_of_file {
            (self.file, self.place, self.saved) = (None, None, EditLog::default());
        }
        self.has_new_articles = !is_of_file || project.reading != self.project.reading;
        self.project = project;
        self.extraction = extraction;
        self.show_findings();
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

    /// What was found in single articles.
    pub(super) const fn findings(&self) -> &KeptFindings {
        &self.findings
    }

    /// The findings of single articles, as they are since the last reading.
    pub(super) fn keep_findings(&mut self, findings: KeptFindings) {
        self.findings = findings;
    }

    /// What is shown.
    pub(super) const fn board(&self) -> &Board {
        &self.board
    }

    /// The project's file, if it has one.
    pub(super) fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// What it was opened from or saved in last; none for the sample articles.
    pub(super) fn place(&self) -> Option<&Path> {
        self.place.as_deref()
    }

    /// Whether decisions of the user would be lost. One that was taken back is none.
    pub(super) fn is_unsaved(&self) -> bool {
        self.has_new_articles || self.project.edits.applied() != self.saved.applied()
    }

    /// Whether nothing is open.
    pub(super) fn is_empty(&self) -> bool {
        self.project.reading.articles.is_empty()
    }
}
