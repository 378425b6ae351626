//! The timeline: lanes with frozen headers, the ruler, the canvas, the overview strip and the tray of undated events.
//!
//! What stands where is decided in [`crate::view::marks`]; here it is painted, and pointer and wheel become commands.

mod breaks;
mod canvas;
mod card;
mod cluster;
mod corner;
mod extents;
mod headers;
mod histogram;
mod input;
mod key;
mod label;
mod lane_menu;
pub mod mark;
mod overview;
mod paint;
mod pane;
mod plot;
mod ruler;
mod scene;
mod scroll;
mod spans;
mod undated;

pub use canvas::timeline_ui;
pub use overview::{OVERVIEW_HEIGHT, overview_ui};
pub use scene::{Scene, TimelineState};
pub use undated::undated_ui;
