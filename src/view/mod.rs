//! What is looked at, without egui: the visible range, lanes, marks, ticks, filter, and the commands that panels send.

mod action;
mod command;
mod filter;
mod lane_by;
mod timeline_view;
mod window_options;

pub use action::Action;
pub use command::{Command, FilterChange, ViewChange};
pub use filter::Filter;
pub use lane_by::LaneBy;
pub use timeline_view::{TimelineView, seconds};
pub use window_options::{Renderer, ThemeChoice, WindowOptions};
