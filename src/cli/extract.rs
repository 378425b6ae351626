//! `dateline extract`: articles in, events out.

use super::arguments::ExtractArguments;
use super::exit::{done, failed, tell, written};
use super::progress::Progress;
use crate::export::{Format, export, export_to_file};
use crate::model::{ArticleId, Board, Cancelled, Edit, Edtf, Reading};
use crate::pipeline::{self, Memory};
use crate::project::{self, ProjectFileError};
use crate::read;
use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// Why there is no board.
#[derive(Debug, thiserror::Error)]
enum ExtractError {
    #[error(transparent)]
    Project(#[from] ProjectFileError),
    #[error("No article could be read.")]
    Nothing,
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

pub(super) fn extract(arguments: &ExtractArguments) -> ExitCode {
    let board = match board(arguments) {
        Ok(board) => board,
        Err(error) => return failed(error),
    };
    tell(&board.warnings);
    let named = arguments.output.as_deref().and_then(Format::of_path);
    let format = arguments.format.or(named).unwrap_or_default();
    if let Some(path) = &arguments.output {
        return match export_to_file(&board, format, path) {
            Ok(()) => done(&board.warnings),
            Err(error) => failed(error),
        };
    }
    let mut out = BufWriter::new(io::stdout().lock());
    let result = export(&board, format, &mut out).and_then(|()| out.flush());
    written(result, &board.warnings)
}

fn board(arguments: &ExtractArguments) -> Result<Board, ExtractError> {
    let (reading, edits) = input(&arguments.paths)?;
    if reading.articles.is_empty() {
        tell(&reading.warnings);
        return Err(ExtractError::Nothing);
    }
    let mut dates: BTreeMap<ArticleId, Edtf> = project::dates(&edits);
    if let Some(published) = arguments.published {
        dates = reading.articles.iter().map(|article| (article.id, published)).collect();
    }
    let extraction = pipeline::extract(&reading, &dates, &mut Memory::default(), &Progress::new("Finding events"))?;
    Ok(project::board(extraction, &edits))
}

/// What was asked for: articles from disk and from projects, and the edits of the projects.
fn input(paths: &[PathBuf]) -> Result<(Reading, Vec<Edit>), ExtractError> {
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
