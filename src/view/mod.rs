//! What is looked at, without egui: the visible range, lanes, marks, ticks, filter, and the commands that panels send.

mod action;
pub mod calendar;
mod command;
pub mod extent;
mod filter;
mod flight;
mod history;
pub mod index;
mod lane_by;
mod lanes;
pub mod marks;
mod motion;
pub mod pack;
pub mod ticks;
mod timeline_view;
pub mod words;

pub use action::Action;
pub use command::{Command, FilterChange, ViewChange};
pub use extent::{Drawing, Extent};
pub use filter::Filter;
pub use flight::Flight;
pub use history::ViewHistory;
pub use lane_by::LaneBy;
pub use lanes::{LANE_PADDING, Lane, LaneKey, Lanes, ROW_HEIGHT};
pub use motion::Motion;
pub use timeline_view::{DAY, EARLIEST, LATEST, MIN_SPAN, TimelineView, YEAR, civil, seconds};
