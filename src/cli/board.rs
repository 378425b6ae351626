//! From the paths of the command line to a board: what `extract` and `render` begin with.

use super::exit::tell;
use super::progress::Progress;
use crate::model::{ArticleId, Board, Cancelled, Edit, Edtf, Reading};
use crate::pipeline::{self, Memory};
use crate::project::{self, ProjectFileError};
use crate::read;
use std::collections::BTreeMap;
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
    let (reading, edits) = input(paths)?;
    if reading.articles.is_empty() {
        tell(&reading.warnings);
        return Err(BoardError::Nothing);
    }
    let mut dates: BTreeMap<ArticleId, Edtf> = project::dates(&edits);
    if let Some(published) = published {
        dates = reading.articles.iter().map(|article| (article.id, published)).collect();
    }
    let extraction = pipeline::extract(&reading, &dates, &mut Memory::default(), &Progress::new("Finding events"))?;
    Ok(project::board(extraction, &edits))
}

/// What was asked for: articles from disk and from projects, and the edits of the projects.
fn input(paths: &[PathBuf]) -> Result<(Reading, Vec<Edit>), BoardError> {
    let (projects, others): (Vec<PathBuf>, Vec<PathBuf>) =
        paths.iter().cloned().partition(|path| project::is_project(path) && !path.is_dir());
    let (mut reading, mut edits) = (Reading::default(), Vec::new());
    for path in projects {
        let project = project::load(&path)?;
        edits.extend_from_slice(project.edits.applied());
        // What was skipped when the articles came into the project is no input of this run.
        reading = reading.with(Reading { articles: project.reading.articles, warnings: Vec::new() });
    }
    Ok((reading.with(read::read(&others, &Progress::new("Reading"))?), edits))
}
