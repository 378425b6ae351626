//! The window's panels in egui: one function each, which reads and asks. Nothing here changes the project.

pub mod fonts;
pub mod palette;
pub mod theme;
pub mod timeline;
