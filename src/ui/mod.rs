//! The window's panels in egui: one function each, which reads and asks. Nothing here changes the project.

pub mod actors;
pub mod articles;
pub mod desk;
pub mod fonts;
pub mod kinds;
pub mod palette;
pub mod parts;
pub mod theme;
