//! The window as a program: it owns the project and how it is looked at, applies commands, works in the background.
//!
//! [`App`] is the whole state. Each frame: results of the background come in, panels draw and ask, commands are applied.

mod actions;
mod apply;
mod available;
mod capture;
mod chooser;
mod engine;
mod fault;
mod finish;
mod job;
mod keeper;
mod keeping;
mod layout;
mod locale;
mod lookout;
mod own_events;
mod pictures;
mod remembered;
mod room;
mod run;
mod screen;
mod search;
mod second_start;
mod session;
mod system_menu;
mod system_theme;
mod typed;
mod window;

pub use engine::{Dateline, Engine};
pub use run::{Error, run};
pub use window::App;
