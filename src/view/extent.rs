//! From a date to a stretch of the axis and the way it is drawn. Here, and only here, a `When` becomes numbers.

use super::timeline_view::{EARLIEST, LATEST, seconds};
use crate::model::{Bounds, CalendarUnit, Edtf, Precision};

/// How an event's place in time is drawn: the table in the design document, one variant a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Drawing {
    /// A solid mark: known to the day or the minute.
    #[default]
    Mark,
    /// A mark on a band with soft ends, as wide as the doubt: a month, a season, a year, a decade.
    Band,
    /// A mark with a band that fades towards the past: `[..D]`.
    Before,
    /// A mark with a band that fades towards the future: `[D..]`.
    After,
    /// A dotted band with a mark in its middle: once, somewhere between two dates.
    Between,
    /// A solid bar: it lasts all that time. An open end fades.
    Bar {
        /// Nobody says when it began.
        open_start: bool,
        /// Nobody says when it ends.
        open_end: bool,
    },
}

/// Where on the axis an event stands, in seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The first instant it covers.
    pub start: f64,
    /// The first instant after it; later than `start`.
    pub end: f64,
    /// Where its mark stands: `start <= anchor <= end`.
    pub anchor: f64,
    /// How it is drawn.
    pub drawing: Drawing,
    /// "around" or "perhaps": drawn dotted.
    pub doubtful: bool,
}

impl Extent {
    /// The place of a date on the axis; `None` if nothing is known. What is open on one side covers only the side
    /// that is known: [`Extent::reach_out`] draws open bars to the end of the board.
    pub fn of(edtf: &Edtf) -> Option<Self> {
        let doubtful = edtf.is_doubtful();
        let (start, end, drawing) = match edtf {
            Edtf::Unknown => return None,
            Edtf::On(moment) => {
                let exact = moment.unit.precision() <= Precision::Day;
                let (start, end) = closed(moment.unit.bounds())?;
                (start, end, if exact { Drawing::Mark } else { Drawing::Band })
            }
            Edtf::OneOf { from, to } => match (from, to) {
                (Some(_), Some(_)) => {
                    let (start, end) = closed(edtf.bounds())?;
                    (start, end, Drawing::Between)
                }
                (None, Some(moment)) => {
                    let (start, end) = last_of(moment.unit)?;
                    (start, end, Drawing::Before)
                }
                (Some(moment), None) => {
                    let (start, end) = first_of(moment.unit)?;
                    (start, end, Drawing::After)
                }
                (None, None) => return None,
            },
            Edtf::Interval { from, to } => {
                let known = closed(edtf.bounds()).or_else(|| to.and_then(|moment| last_of(moment.unit)));
                let (start, end) = known.or_else(|| from.and_then(|moment| first_of(moment.unit)))?;
                (start, end, Drawing::Bar { open_start: from.is_none(), open_end: to.is_none() })
            }
        };
        let anchor = match drawing {
            Drawing::Bar { open_end: true, .. } => start,
            Drawing::Bar { open_start: true, .. } => end,
            _ => start.midpoint(end),
        };
        Some(Self { start, end, anchor, drawing, doubtful })
    }

    /// Lets the open end of a bar run to the end of what is shown, and an open beginning to its beginning.
    pub fn reach_out(&mut self, earliest: f64, latest: f64) {
        if let Drawing::Bar { open_start, open_end } = self.drawing {
            self.start = if open_start { self.start.min(earliest) } else { self.start };
            self.end = if open_end { self.end.max(latest) } else { self.end };
        }
    }

    /// How long it covers, in seconds; more than 0.
    pub fn length(&self) -> f64 {
        self.end - self.start
    }
}

/// Both bounds as seconds, inside the axis; `None` if a side is open or nothing is left.
fn closed(bounds: Bounds) -> Option<(f64, f64)> {
    let (start, end) = (seconds(bounds.earliest?), seconds(bounds.latest?));
    let (start, end) = (start.clamp(EARLIEST, LATEST), end.clamp(EARLIEST, LATEST));
    (start < end).then_some((start, end))
}

/// The last day of a unit (of a minute, the minute): where "at the latest" ends.
fn last_of(unit: CalendarUnit) -> Option<(f64, f64)> {
    let (start, end) = closed(unit.bounds())?;
    Some((start.max(end - super::timeline_view::DAY), end))
}

/// The first day of a unit (of a minute, the minute): where "not before" begins.
fn first_of(unit: CalendarUnit) -> Option<(f64, f64)> {
    let (start, end) = closed(unit.bounds())?;
    Some((start, end.min(start + super::timeline_view::DAY)))
}

#[cfg(test)]
mod tests {
    use super::super::timeline_view::DAY;
    use super::*;
    use proptest::prelude::*;

    fn extent(text: &str) -> Extent {
        Extent::of(&text.parse().unwrap()).unwrap()
    }

    #[test]
    fn every_kind_of_date_has_its_own_drawing() {
        assert_eq!(extent("2025-03-20").drawing, Drawing::Mark);
        assert_eq!(extent("2025-03-20T14:30").drawing, Drawing::Mark);
        assert_eq!(extent("2025-03").drawing, Drawing::Band);
        assert_eq!(extent("[..2025-03-20]").drawing, Drawing::Before);
        assert_eq!(extent("[2025-03-20..]").drawing, Drawing::After);
        assert_eq!(extent("[2025-03-17..2025-03-23]").drawing, Drawing::Between);
        assert_eq!(extent("2025-03-17/2025-03-20").drawing, Drawing::Bar { open_start: false, open_end: false });
        assert_eq!(extent("2022-02-24/..").drawing, Drawing::Bar { open_start: false, open_end: true });
        assert!(extent("2025-03-20~").doubtful && !extent("2025-03-20").doubtful);
        assert_eq!(Extent::of(&Edtf::Unknown), None);
    }

    #[test]
    fn an_open_side_does_not_reach_into_infinity() {
        for text in ["[..2025-03-20]", "[2025-03-20..]", "2022-02-24/..", "../2024", "[2025-03..]", "[..2025]"] {
            assert!((extent(text).length() - DAY).abs() < 1.0, "{text}");
        }
        let mut war = extent("2022-02-24/..");
        war.reach_out(0.0, war.end + 1000.0 * DAY);
        assert!((war.length() - 1001.0 * DAY).abs() < 1.0);
        assert!((war.anchor - war.start).abs() < 1.0);
    }

    #[test]
    fn a_date_before_our_era_has_its_place() {
        let ides = extent("-0043-03-15");
        assert!(ides.start < -62_000_000_000.0 && (ides.length() - DAY).abs() < 1.0);
        assert!(extent("-9999").start >= EARLIEST);
    }

    proptest! {
        #[test]
        fn the_mark_stands_inside(year in -9990_i32..9990, month in 1_u32..=12, kind in 0_usize..6) {
            let year = if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
            let text = match kind {
                0 => year.clone(),
                1 => format!("{year}-{month:02}"),
                2 => format!("[..{year}-{month:02}-03]"),
                3 => format!("[{year}-{month:02}..]"),
                4 => format!("{year}-{month:02}-01/.."),
                _ => format!("{year}-{month:02}-02~"),
            };
            let extent = extent(&text);
            prop_assert!(extent.start < extent.end && extent.start <= extent.anchor && extent.anchor <= extent.end);
        }
    }
}
