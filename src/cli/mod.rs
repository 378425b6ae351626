//! The command line: arguments -> settings -> the same pipeline as the window -> text out.
//!
//! Results go to standard output or to a file, everything else to standard error. Exit codes: 0 all well, 1 failed,
//! 2 bad usage, 3 finished with some inputs skipped.

mod arguments;
mod board;
mod exit;
mod extract;
mod json_lines;
mod parse;
mod progress;
mod render;
mod run;
mod times;

pub(crate) use exit::complain;
pub use run::{Start, start};
