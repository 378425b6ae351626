//! The stretch of time that the timeline shows, and how it moves.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// A visible range in seconds since 1970-01-01T00:00 of the proleptic Gregorian calendar, without time zones.
///
/// `f64` holds such seconds to better than a millisecond for 10,000 years around the epoch.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineView {
    /// The instant at the left edge, in seconds.
    pub start: f64,
    /// The instant at the right edge, in seconds; after `start`.
    pub end: f64,
}

/// Seconds on the timeline's axis of a civil date and time.
pub fn seconds(at: NaiveDateTime) -> f64 {
    at.and_utc().timestamp() as f64
}
