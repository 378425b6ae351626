//! What is looked at, without egui: the visible range, lanes, marks, ticks, filter, and the commands that panels send.

mod action;
mod availability;
pub mod calendar;
mod chord;
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
mod selection;
mod source_text;
pub mod tally;
pub mod ticks;
mod timeline_view;
pub mod words;

pub use action::{ACTIONS, Action, Entry, MOUSE, Menu};
pub use availability::Availability;
pub use chord::{Chord, Shift};
pub use command::{Command, Dialog, FilterChange, Next, ViewChange};
pub use extent::{Drawing, Extent};
pub use filter::Filter;
pub use flight::Flight;
pub use history::ViewHistory;
pub use lane_by::LaneBy;
pub use lanes::{LANE_PADDING, Lane, LaneKey, Lanes, ROW_HEIGHT};
pub use motion::Motion;
pub use selection::Selection;
pub use source_text::{MarkedSentence, Run, SourceText};
pub use tally::{Activity, Tally};
pub use timeline_view::{DAY, EARLIEST, LATEST, MIN_SPAN, TimelineView, YEAR, civil, seconds};
