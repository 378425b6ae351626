//! What is looked at, without egui: the visible range, lanes, marks, ticks, filter, and the commands that panels send.

mod action;
mod chord;
mod command;
mod filter;
mod lane_by;
mod selection;
mod timeline_view;

pub use action::{ACTIONS, Action, Entry, MOUSE, Menu};
pub use chord::{Chord, Shift};
pub use command::{Command, Dialog, FilterChange, Next, ViewChange};
pub use filter::Filter;
pub use lane_by::LaneBy;
pub use selection::Selection;
pub use timeline_view::{TimelineView, seconds};
