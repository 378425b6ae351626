//! From the paths of the command line to a board: what `extract` and `render` begin with.

use super::exit::tell;
use super::progress::Progress;
use crate::model::{Board, Cancelled, Edtf, Reading};
use crate::pipeline::{self, Memory};
use crate::project::{self, Project, ProjectFileError};
use crate::read;
use std::path::PathBuf;

/// Why there is no board.
#[derive(Debug, thiserror::Error)]
pub(super) enum BoardError {
    #[error(transparent)]
    Project(#[from] ProjectFileError),
    #[error("No article could be read. Give a folder with .txt, .md or .html files, or mend what is named above.")]
    Nothing,
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// Reads the paths and finds the events; with `published`, as if all articles were of that date.
pub(super) fn board(paths: &[PathBuf], published: Option<Edtf>) -> Result<Board, BoardError> {
    let project = input(paths)?;
    let reading = &project.reading;
    if reading.articles.is_empty() {
        tell(&reading.warnings);
        return Err(BoardError::Nothing);
    }
    let mut given = project.given();
    if let Some(published) = published {
        given.dates = reading.articles.iter().map(|article| (article.id, published)).collect();
    }
    let extraction = pipeline::extract_given(reading, &given, &mut Memory::default(), &Progress::new("Finding events"))?;
    Ok(project.board(extraction))
}

/// What was asked for, as one project: articles from disk and from projects, and the edits of the projects.
fn input(paths: &[PathBuf]) -> Result<Project, BoardError> {
    let (projects, others): (Vec<PathBuf>, Vec<PathBuf>) =
        paths.iter().cloned().partition(|path| project::is_project(path) && !path.is_dir());
    let (mut reading, mut all) = (Reading::default(), Project::default());
    for path in projects {
        let project = project::load(&path)?;
        project.edits.applied().iter().for_each(|edit| all.edits.push(edit.clone()));
        all.renewals.extend(project.renewals);
        all.hues.join(&project.hues);
        // What was skipped when the articles came into the project is no input of this run.
        reading = reading.with(Reading { articles: project.reading.articles, ..Reading::default() });
    }
    all.reading = reading.with(read::read(&others, &Progress::new("Reading"))?);
    Ok(all)
}
