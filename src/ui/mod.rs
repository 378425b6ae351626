//! The window's panels in egui: one function each, which reads and asks. Nothing here changes the project.

pub mod actors;
pub mod articles;
pub mod banner;
pub mod desk;
pub mod dialogs;
pub mod empty;
pub mod event;
pub mod filters;
pub mod fonts;
pub mod guide;
pub mod kinds;
pub mod menu;
pub mod palette;
pub mod panes;
pub mod parts;
pub mod shortcuts;
pub mod source;
pub mod status;
pub mod table;
pub mod theme;
pub mod timeline;
