//! Dateline turns a folder of news articles into a chronology.
//!
//! Three columns that know nothing of each other meet in [`model`] below and in [`cli`] and `app` above:
//!
//! ```text
//! find    model <- language <- time, actor <- event <- pipeline -+
//! files   model <- read, project, export ------------------------+-- cli, app
//! screen  model <- view <- ui, picture --------------------------+
//! ```

pub mod actor;
#[cfg(feature = "gui")]
pub mod app;
pub mod cli;
pub mod event;
pub mod export;
pub mod language;
pub mod model;
pub mod picture;
pub mod pipeline;
pub mod project;
pub mod read;
pub mod time;
#[cfg(feature = "gui")]
pub mod ui;
pub mod view;
pub mod whole_file;
mod word_list;

/// The version of the program and, in released builds, the commit it was built from: "0.1.0 (1c000e4ab2)".
pub const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), env!("DATELINE_BUILD"));

use std::ffi::OsString;
use std::process::ExitCode;

/// Does what the arguments ask for; the first one is the name of the program. Chooses window or command line.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match cli::start(arguments) {
        cli::Start::Exit(code) => code,
        cli::Start::Window(options) => open_window(&options),
    }
}

#[cfg(feature = "gui")]
fn open_window(options: &view::WindowOptions) -> ExitCode {
    match app::run(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            cli::complain(format_args!("{error}"));
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(feature = "gui"))]
fn open_window(_options: &view::WindowOptions) -> ExitCode {
    cli::complain(format_args!("This build has no window. Use \"dateline extract\", or build it with the feature \"gui\"."));
    ExitCode::from(2)
}
