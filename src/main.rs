//! Hands the arguments to the library and its result to the system.
//!
//! On Windows the program belongs to the console subsystem, so that `dateline extract` can write to the terminal it was
//! started from and shells wait for it. The price is a console window behind the program when it is started by a
//! double-click.

use std::process::ExitCode;

fn main() -> ExitCode {
    dateline::run(std::env::args_os())
}
