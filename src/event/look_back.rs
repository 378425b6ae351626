//! Whether an article looks back: what it tells without a day then belongs to its story, not to the day on which it appeared.

use crate::model::{Article, TimeExpression};
use chrono::Datelike as _;

/// Expressions of the head and the first sentences.
const OPENING: usize = 5;
/// The rules of time by which an anniversary is told: "twenty years ago this week", "ten years ago today".
const ANNIVERSARY: [&str; 2] = ["years-ago-this-month", "same-day"];
/// Years from which it is one.
const YEARS: i32 = 5;

/// Whether an article opens with the anniversary of its story.
pub(super) fn looks_back(article: &Article, times: &[TimeExpression]) -> bool {
    let Some(day) = article.published.as_ref().and_then(|published| published.date.bounds().earliest) else { return false };
    let long_ago = |time: &TimeExpression| time.when.bounds().latest.is_some_and(|end| end.year() + YEARS <= day.year());
    times.iter().take(OPENING).any(|time| ANNIVERSARY.contains(&time.rule.as_str()) && long_ago(time))
}
