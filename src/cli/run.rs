//! Arguments -> what to do.

use super::arguments::{Arguments, Command};
use super::exit::USAGE;
use super::extract::extract;
use super::parse::parse;
use super::render::render;
use super::times::times;
use crate::view::WindowOptions;
use clap::Parser as _;
use std::ffi::OsString;
use std::process::ExitCode;

/// What the arguments ask for.
#[derive(Debug)]
pub enum Start {
    /// Open the window.
    Window(WindowOptions),
    /// Leave with this code: the work is done, or cannot be.
    Exit(ExitCode),
}

/// Reads the arguments (the first is the name of the program) and does what needs no window.
pub fn start(arguments: impl IntoIterator<Item = OsString>) -> Start {
    match Arguments::try_parse_from(arguments) {
        Err(error) => {
            // `--help` and `--version` come here as well, for standard output and with success.
            error.print().ok();
            Start::Exit(ExitCode::from(if error.use_stderr() { USAGE } else { 0 }))
        }
        Ok(Arguments { command: None, window }) => Start::Window(window.options()),
        Ok(Arguments { command: Some(Command::Extract(arguments)), .. }) => Start::Exit(extract(&arguments)),
        Ok(Arguments { command: Some(Command::Parse(arguments)), .. }) => Start::Exit(parse(&arguments)),
        Ok(Arguments { command: Some(Command::Render(arguments)), .. }) => Start::Exit(render(&arguments)),
        Ok(Arguments { command: Some(Command::Times(arguments)), .. }) => Start::Exit(times(&arguments)),
    }
}
