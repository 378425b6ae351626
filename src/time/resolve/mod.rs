//! From meaning to calendar: what an expression names, given the article's date and what the text has spoken of.

mod base;
mod date;
mod direction;
mod explain;
mod scene;
mod shift;
mod timex;
mod weekday;
mod when;

pub(super) use scene::{Ahead, Grounds, Known, Measure, Scene};
pub(super) use timex::write;
pub(super) use when::{join, period, place};

pub(super) use date::resolve;
pub(super) use weekday::not_before;
