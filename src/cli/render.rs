//! `dateline render`: articles in, a picture of their timeline out.

use super::arguments::RenderArguments;
use super::board::board;
use super::exit::{USAGE, complain, done, failed, tell};
use super::progress::Progress;
use crate::model::Edtf;
use crate::picture::picture_to_file;
use crate::view::{Dates, Division, Lanes, PictureFormat, PictureOptions, ThemeChoice, seconds};
use std::path::PathBuf;
use std::process::ExitCode;

pub(super) fn render(arguments: &RenderArguments) -> ExitCode {
    let (path, format) = &arguments.output;
    if *format == PictureFormat::Pdf && arguments.height.is_some() {
        complain(format_args!("--height does not go with a PDF, which has pages: leave it out or write .svg or .png"));
        return ExitCode::from(USAGE);
    }
    let range = match arguments.range.map(bounds).transpose() {
        Ok(range) => range,
        Err(reason) => {
            complain(format_args!("{reason}"));
            return ExitCode::from(USAGE);
        }
    };
    let board = match board(&arguments.paths, arguments.published) {
        Ok(board) => board,
        Err(error) => return failed(error),
    };
    tell(&board.warnings);
    let options = PictureOptions {
        title: arguments.title.clone().unwrap_or_else(|| title(&arguments.paths)),
        range,
        width: arguments.width,
        height: arguments.height,
        scale: arguments.scale,
        dark: arguments.theme == ThemeChoice::Dark,
        page: arguments.page,
    };
    let dates = Dates { order: arguments.dates, ..Dates::default() };
    let division = Division { by: arguments.lanes, dated_by: arguments.dated_by, folds: arguments.fold, gaps: false, dates };
    let lanes = Lanes::build(&board, &[], division);
    match picture_to_file(&board, &lanes, &options, *format, path, &Progress::new("Drawing")) {
        Ok(()) => done(&board.warnings),
        Err(error) => failed(error),
    }
}

/// Both ends of a range on the axis, in seconds.
fn bounds(range: Edtf) -> Result<(f64, f64), &'static str> {
    let bounds = range.bounds();
    let ends = bounds.earliest.zip(bounds.latest).map(|(start, end)| (seconds(start), seconds(end)));
    ends.ok_or("--range needs a beginning and an end: 2025-03-17/2025-05, 2025 or 2025-03")
}

/// The name of what was given first.
fn title(paths: &[PathBuf]) -> String {
    let absolute = paths.first().and_then(|path| std::path::absolute(path).ok());
    let name = absolute.as_deref().and_then(|path| path.file_stem()).map(|name| name.to_string_lossy().into_owned());
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| PictureOptions::default().title)
}
