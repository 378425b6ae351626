//! Time expressions: recognise -> refine -> resolve.
//!
//! 1. `recognise` scans the text for known words and numbers and builds phrases of them by rules, stage by stage. It knows no
//!    calendar: "Thursday" becomes a `Meaning`.
//! 2. `refine` throws out what only looks like time, with the tags of the language analysis.
//! 3. `resolve` walks through the article with its date, the tense of each sentence and the last date told, and makes of each
//!    meaning a TIMEX3 value and a [`When`](crate::model::When) that says how it is known.
//!
//! English is the only language so far; `en` holds all that is English.

mod en;
mod find;
mod holiday;
mod item;
mod look_back;
mod meaning;
mod near;
mod own_date;
mod phrase;
mod recognise;
mod refine;
mod reported;
mod resolve;
mod rule;
mod sections;
mod stretch;
mod tense;
#[cfg(test)]
mod tests;

pub use crate::model::words::{day_words, edtf_words, short_day, unit_words, year_words};
pub use find::{find, find_watched, lines_that_tell_time};
pub(crate) use look_back::looks_back;
pub use own_date::{Evidence, OwnDate, own_dates, suggest_own_date};
pub use phrase::phrase;
pub use reported::{Stance, when_reported};
pub(crate) use sections::sections;
