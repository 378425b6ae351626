//! `dateline extract`: articles in, events out.

use super::arguments::ExtractArguments;
use super::board::board;
use super::exit::{done, failed, tell, written};
use crate::export::{Format, export, export_to_file};
use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

pub(super) fn extract(arguments: &ExtractArguments) -> ExitCode {
    let board = match board(&arguments.paths, arguments.published) {
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
