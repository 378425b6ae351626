//! How the command line ends: exit codes, and messages on standard error.

use crate::model::{Severity, Warning};
use std::fmt;
use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

/// Something failed.
pub(super) const FAILED: u8 = 1;
/// The arguments do not go together.
pub(super) const USAGE: u8 = 2;
/// Done, but some inputs were skipped.
pub(super) const SKIPPED: u8 = 3;

/// Tells what failed.
pub(super) fn failed(reason: impl fmt::Display) -> ExitCode {
    complain(format_args!("{reason}"));
    ExitCode::from(FAILED)
}

/// One line on standard error. If nobody can read it there is nobody to tell.
pub(crate) fn complain(words: fmt::Arguments<'_>) {
    writeln!(io::stderr().lock(), "dateline: {words}").ok();
}

/// Names every input that was skipped or is doubtful.
pub(super) fn tell(warnings: &[Warning]) {
    for warning in warnings {
        match warning.severity {
            Severity::Skipped => complain(format_args!("skipped {}: {}", warning.path, warning.message)),
            Severity::Note => complain(format_args!("note on {}: {}", warning.path, warning.message)),
        }
    }
}

/// The code for results with these warnings.
pub(super) fn done(warnings: &[Warning]) -> ExitCode {
    let skipped = warnings.iter().any(|warning| warning.severity == Severity::Skipped);
    ExitCode::from(if skipped { SKIPPED } else { 0 })
}

/// The end of writing to standard output. A reader who has had enough (`| head`) is no failure.
pub(super) fn written(result: io::Result<()>, warnings: &[Warning]) -> ExitCode {
    match result {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            failed(format_args!("Cannot write the results: {error}. Check where standard output goes, or write a file with -o"))
        }
        _ => done(warnings),
    }
}
