//! How long it is from one event to another: between neighbours in a lane, and from the happening to the first report.

use super::division::published;
use super::extent::{Drawing, Extent};
use super::lanes::{GAP_LINE, Lanes};
use super::marks::Canvas;
use super::timeline_view::{DAY, TimelineView, YEAR, seconds};
use super::whole;
use super::words::plural;
use crate::model::{Board, Event};
use chrono::{Datelike as _, NaiveDateTime};

/// More neighbours than this in a lane have no room for words.
const MOST: usize = 800;
/// About the width of a letter of the words, in points.
const LETTER: f32 = 5.6;

/// A length of time in words: "5 hours", "11 days", "7 months", "37 years".
pub fn span_words(from: NaiveDateTime, to: NaiveDateTime) -> String {
    let (from, to) = (from.min(to), from.max(to));
    let length = seconds(to) - seconds(from);
    // Lengths are below 20,000 years: the numbers are small.
    let units = |unit: f64| whole(length / unit);
    let months = (to.year() - from.year()) * 12 + to.month().cast_signed() - from.month().cast_signed() - i32::from(to.day() < from.day());
    let months = usize::try_from(months).unwrap_or_default();
    if length < 3600.0 {
        plural(units(60.0), "minute")
    } else if length < DAY {
        plural(units(3600.0), "hour")
    } else if length < 60.0 * DAY {
        plural(units(DAY), "day")
    } else if months < 24 {
        plural(months, "month")
    } else if length < 1.5 * YEAR * 1000.0 {
        plural(months / 12, "year")
    } else {
        format!("{} years", super::words::long_count(months / 12))
    }
}

/// The span between two events, by their marks: "about" if the day of either is not known.
fn between(board_of: (&Extent, &Extent), lanes: &Lanes) -> Option<String> {
    let (one, other) = board_of;
    let at = |extent: &Extent| super::civil(lanes.axis().to_calendar(extent.anchor));
    let exact = |extent: &Extent| extent.drawing == Drawing::Mark && !extent.doubtful;
    let (from, to) = (at(one), at(other));
    let about = if exact(one) && exact(other) { "" } else { "about " };
    (from != to).then(|| format!("{about}{}", span_words(from, to)))
}

/// The span between two neighbouring events of a lane, below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The lane.
    pub lane: usize,
    /// Where the earlier one stands, in points.
    pub left: f32,
    /// Where the later one stands.
    pub right: f32,
    /// The height of the line, from the top of the canvas.
    pub y: f32,
    /// "11 days"; empty where there is no room for it.
    pub words: String,
}

/// The spans between neighbours in the lanes in sight. Nothing if the lanes have no line for them.
pub fn gaps(lanes: &Lanes, view: TimelineView, canvas: Canvas) -> Vec<Gap> {
    let mut found = Vec::new();
    if !lanes.has_gaps() {
        return found;
    }
    let x = |at: f64| view.x_from_time(at, f64::from(canvas.width)) as f32;
    for number in lanes.between(canvas.scroll, canvas.scroll + canvas.height) {
        let Some(lane) = lanes.lanes().get(number) else { continue };
        let mut places: Vec<(f64, u32)> = lane.index.anchors(view.start - view.span(), view.end + view.span()).collect();
        if places.len() > MOST {
            continue;
        }
        places.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let y = lanes.top(number + 1) - canvas.scroll - GAP_LINE / 2.0 - 1.0;
        for pair in places.windows(2) {
            let (left, right) = (x(pair[0].0), x(pair[1].0));
            let (from, to) = (lanes.extent(pair[0].1 as usize), lanes.extent(pair[1].1 as usize));
            let words = from.zip(to).and_then(|ends| between(ends, lanes));
            let (Some(words), true) = (words, right > 0.0 && left < canvas.width) else { continue };
            let room = right.min(canvas.width) - left.max(0.0);
            let words = if words.chars().count() as f32 * LETTER + 10.0 <= room { words } else { String::new() };
            if room >= 6.0 {
                found.push(Gap { lane: number, left, right, y, words });
            }
        }
    }
    found
}

/// From an event's happening to its first report.
#[derive(Clone, Debug, PartialEq)]
pub struct Lag {
    /// Where its happening stands on the axis.
    pub happened: f64,
    /// Where its first report stands.
    pub published: f64,
    /// "reported 11 days later", "reported 3 days before".
    pub words: String,
}

/// The lag of an event; `None` if either date is not known, or both are the same.
pub fn lag(board: &Board, lanes: &Lanes, event: &Event) -> Option<Lag> {
    let on_axis = |edtf| Extent::of(&edtf).map(|extent| lanes.axis().place(extent));
    let (happened, published) = (on_axis(event.when.edtf)?, on_axis(published(board, event))?);
    // Within what is known of its date, there is no lag to speak of.
    if happened.start <= published.anchor && published.anchor < happened.end {
        return None;
    }
    let words = between((&happened, &published), lanes)?;
    let side = if published.anchor > happened.anchor { "later" } else { "before" };
    Some(Lag { happened: happened.anchor, published: published.anchor, words: format!("reported {words} {side}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_as_people_say_them() {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        for (from, to, words) in [
            ("2025-03-17 10:00", "2025-03-17 10:01", "1 minute"),
            ("2025-03-17 10:00", "2025-03-17 15:00", "5 hours"),
            ("2025-03-17 12:00", "2025-03-28 12:00", "11 days"),
            ("2025-03-17 12:00", "2025-03-18 12:00", "1 day"),
            ("2025-01-31 12:00", "2025-05-30 12:00", "3 months"),
            ("1987-06-02 12:00", "2024-06-01 12:00", "36 years"),
            ("2024-06-03 12:00", "1987-06-02 12:00", "37 years"),
        ] {
            assert_eq!(span_words(at(from), at(to)), words);
        }
    }
}
