//! Whether an article looks back: what it tells without a day then belongs to its story, not to the day on which it appeared.

use super::meaning::{Meaning, Unit};
use super::recognise::Candidate;
use crate::model::{Edtf, TimeExpression};
use chrono::Datelike as _;

/// Expressions of the head and the first sentences.
const OPENING: usize = 5;
/// Years from which the same day, week or month of then is an anniversary.
const YEARS: i32 = 5;
/// The rules that tell it: "twenty years ago this week", "ten years ago today".
const RULES: [&str; 2] = ["years-ago-this-month", "same-day"];

/// "Twenty years ago this week".
pub(super) fn is_anniversary(candidate: &Candidate) -> bool {
    matches!(candidate.phrase.meaning, Meaning::SameDay { count, unit: Unit::Year, .. } if count <= -YEARS)
}

/// Whether a text opens with the anniversary of its story, before anything in it has a date.
pub(super) fn opens(candidates: &[Candidate]) -> bool {
    candidates.iter().take(OPENING).any(is_anniversary)
}

/// Whether an article opens with the anniversary of its story.
pub(crate) fn looks_back(times: &[TimeExpression], published: &Edtf) -> bool {
    let Some(day) = published.bounds().earliest else { return false };
    let long_ago = |time: &TimeExpression| time.when.bounds().latest.is_some_and(|end| end.year() + YEARS <= day.year());
    times.iter().take(OPENING).any(|time| RULES.contains(&time.rule.as_str()) && long_ago(time))
}
