//! Words that tell when, with their normalised value.

use super::{Quote, When};
use serde::{Deserialize, Serialize};

/// A time expression after TIMEX3 (ISO 24617-1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeExpression {
    /// The words.
    pub quote: Quote,
    /// DATE, TIME, DURATION or SET.
    pub kind: Timex3,
    /// The TIMEX3 value: `2025-03-20`, `P2D`, `PAST_REF`, `2025-W12`, `XXXX-WXX-4` where it stays open.
    pub value: String,
    /// Its place on the calendar, if it names one.
    pub when: When,
    /// The name of the rule that found it.
    pub rule: String,
}

/// The four types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Timex3 {
    /// A day or longer.
    Date,
    /// Shorter than a day, or a part of one.
    Time,
    /// A length of time.
    Duration,
    /// Something that comes again.
    Set,
}

impl Timex3 {
    /// As TIMEX3 writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}
