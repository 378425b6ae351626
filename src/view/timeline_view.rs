//! The stretch of time that the timeline shows, and how it moves.

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// Seconds in a civil day.
pub const DAY: f64 = 86_400.0;
/// Seconds in a mean Gregorian year of 365.2425 days.
pub const YEAR: f64 = 365.2425 * DAY;
/// 1 January 10,000 BCE (the year -9999 of astronomers): nothing earlier is shown.
pub const EARLIEST: f64 = -377_705_116_800.0;
/// The end of 10,000 CE: nothing later is shown.
pub const LATEST: f64 = 253_433_923_200.0;
/// The narrowest view: one minute.
pub const MIN_SPAN: f64 = 60.0;
/// How much room [`TimelineView::around`] leaves on each side, as a share of the view.
const MARGIN: f64 = 0.04;

/// A visible range in seconds since 1970-01-01T00:00 of the proleptic Gregorian calendar, without time zones.
///
/// `f64` holds such seconds to better than a millisecond for 10,000 years around the epoch. All movements end in
/// [`TimelineView::clamped`], so a view is always valid.
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

/// The civil date and time at a place on the axis, to the second below; outside the calendar its nearest end.
pub fn civil(at: f64) -> NaiveDateTime {
    let inside = if at.is_finite() { at.clamp(EARLIEST, LATEST) } else { 0.0 };
    DateTime::from_timestamp(inside.floor() as i64, 0).map(|moment| moment.naive_utc()).unwrap_or_default()
}

impl Default for TimelineView {
    /// The years 2000 to 2030: only where there is nothing to show.
    fn default() -> Self {
        Self { start: 30.0 * YEAR, end: 60.0 * YEAR }
    }
}

impl TimelineView {
    /// The view of exactly this range, as far as the limits allow.
    pub fn new(start: f64, end: f64) -> Self {
        Self { start, end }.clamped()
    }

    /// A view of this range with a little room on both sides; of a single instant, the days around it.
    pub fn around(start: f64, end: f64) -> Self {
        let (start, end) =
            if end - start < DAY { (start.midpoint(end) - 1.5 * DAY, start.midpoint(end) + 1.5 * DAY) } else { (start, end) };
        let room = (end - start) * MARGIN / (1.0 - 2.0 * MARGIN);
        Self::new(start - room, end + room)
    }

    /// Everything that is dated, with a little room around it.
    pub fn fit(lanes: &super::Lanes) -> Option<Self> {
        lanes.range().map(|(start, end)| Self::around(start, end))
    }

    /// The first view of a board: everything, unless most of the width would be nearly empty because few events lie far off.
    /// Then the range in which nine of ten events lie.
    pub fn first(lanes: &super::Lanes) -> Option<Self> {
        let (whole, (start, end)) = (Self::fit(lanes)?, lanes.core()?);
        let core = Self::around(start, end);
        Some(if core.span() * 2.5 < whole.span() { Self::around(start - core.span() * 0.1, end + core.span() * 0.1) } else { whole })
    }

    /// A view of one day with the days around it.
    pub fn on_day(day: NaiveDate) -> Self {
        let noon = seconds(day.and_time(chrono::NaiveTime::MIN)) + DAY / 2.0;
        Self::new(noon - 3.5 * DAY, noon + 3.5 * DAY)
    }

    /// A view in which an event of this extent can be read: a month around a day, more around what is longer.
    pub fn focus(start: f64, end: f64) -> Self {
        let (center, span) = (start.midpoint(end), ((end - start) * 3.0).max(31.0 * DAY));
        Self::new(center - span / 2.0, center + span / 2.0)
    }

    /// This view moved, and widened only if it must be, until the extent is well inside: what revealing an event asks for.
    #[must_use]
    pub fn revealing(self, start: f64, end: f64) -> Self {
        let room = self.span() * 0.1;
        if start >= self.start + room && end <= self.end - room {
            return self;
        }
        if end - start > self.span() * 0.8 { Self::around(start, end) } else { self.centered_on(start.midpoint(end)) }
    }

    /// Its width in seconds; at least [`MIN_SPAN`].
    pub fn span(self) -> f64 {
        self.end - self.start
    }

    /// The instant in the middle.
    pub fn center(self) -> f64 {
        self.start.midpoint(self.end)
    }

    /// Whether the instant is in view, both edges included.
    pub fn contains(self, at: f64) -> bool {
        self.start <= at && at <= self.end
    }

    /// Keeps the span between one minute and 20,000 years and the range inside the calendar. Moves before it cuts,
    /// so that panning against the end does not zoom.
    #[must_use]
    pub fn clamped(self) -> Self {
        let whole = LATEST - EARLIEST;
        let finite = self.start.is_finite() && self.end.is_finite() && self.start <= self.end;
        let Self { start, end } = if finite { self } else { Self::default() };
        let span = (end - start).clamp(MIN_SPAN, whole);
        let start = (start.midpoint(end) - span / 2.0).clamp(EARLIEST, LATEST - span);
        Self { start, end: start + span }
    }

    /// Zooms by `factor` (2 shows half as much) so that the instant `at` keeps its place on the screen.
    #[must_use]
    pub fn zoom_at(self, at: f64, factor: f64) -> Self {
        if !factor.is_finite() || factor <= 0.0 {
            return self;
        }
        let span = (self.span() / factor).clamp(MIN_SPAN, LATEST - EARLIEST);
        let share = (at - self.start) / self.span();
        let start = at - share * span;
        Self { start, end: start + span }.clamped()
    }

    /// Moves later by so many seconds, earlier if negative.
    #[must_use]
    pub fn pan(self, by: f64) -> Self {
        Self { start: self.start + by, end: self.end + by }.clamped()
    }

    /// The same width with this instant in the middle.
    #[must_use]
    pub fn centered_on(self, at: f64) -> Self {
        self.pan(at - self.center())
    }

    /// Where an instant stands on a canvas of this width in points: 0 at its left edge.
    pub fn x_from_time(self, at: f64, width: f64) -> f64 {
        (at - self.start) / self.span() * width
    }

    /// The instant that stands at `x` points on a canvas of this width.
    pub fn time_from_x(self, x: f64, width: f64) -> f64 {
        self.start + x / width * self.span()
    }

    /// The view at `share` (0 to 1) of the way to `to`. The width changes by equal factors in equal times, and the
    /// centre moves in proportion to the widths, so that the middle of a long zoom does not race.
    #[must_use]
    pub fn towards(self, to: Self, share: f64) -> Self {
        let share = share.clamp(0.0, 1.0);
        if share >= 1.0 {
            return to;
        }
        let ratio = to.span() / self.span();
        let span = self.span() * ratio.powf(share);
        let moved = if (ratio - 1.0).abs() < 1e-6 { share } else { (ratio.powf(share) - 1.0) / (ratio - 1.0) };
        let center = self.center() + (to.center() - self.center()) * moved;
        Self { start: center - span / 2.0, end: center + span / 2.0 }.clamped()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_view() -> impl Strategy<Value = TimelineView> {
        (EARLIEST..LATEST, 1.0_f64..12.0).prop_map(|(start, log)| TimelineView::new(start, start + 10.0_f64.powf(log)))
    }

    #[test]
    fn the_limits_are_whole_years() {
        assert_eq!(civil(EARLIEST), NaiveDate::from_ymd_opt(-9999, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap());
        assert_eq!(civil(LATEST), NaiveDate::from_ymd_opt(10_001, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap());
        assert!((seconds(civil(LATEST)) - LATEST).abs() < 1e-9);
    }

    #[test]
    fn a_broken_view_becomes_a_valid_one() {
        for (start, end) in [(f64::NAN, 1.0), (f64::NEG_INFINITY, f64::INFINITY), (5.0, -5.0)] {
            let view = TimelineView { start, end }.clamped();
            assert!(view.span() >= MIN_SPAN && view.start >= EARLIEST && view.end <= LATEST);
        }
    }

    proptest! {
        #[test]
        fn x_and_time_are_inverse(view in any_view(), x in 0.0_f64..4000.0) {
            let back = view.x_from_time(view.time_from_x(x, 4000.0), 4000.0);
            prop_assert!((back - x).abs() < 0.01, "{back} is not {x}");
        }

        #[test]
        fn zoom_keeps_the_instant_under_the_pointer(view in any_view(), share in 0.0_f64..1.0, factor in 0.2_f64..5.0) {
            let x = share * 1000.0;
            let at = view.time_from_x(x, 1000.0);
            let zoomed = view.zoom_at(at, factor);
            prop_assert!(zoomed.span() >= MIN_SPAN * 0.999_999 && zoomed.start >= EARLIEST && zoomed.end <= LATEST);
            let free = zoomed.start > EARLIEST && zoomed.end < LATEST;
            if free {
                prop_assert!((zoomed.x_from_time(at, 1000.0) - x).abs() < 0.05);
            }
        }

        #[test]
        fn a_pan_keeps_the_width(view in any_view(), by in -1e12_f64..1e12) {
            let panned = view.pan(by);
            prop_assert!((panned.span() - view.span()).abs() <= 1e-3);
            prop_assert!(panned.start >= EARLIEST && panned.end <= LATEST + 1e-3);
        }

        #[test]
        fn a_flight_starts_and_ends_where_it_should(from in any_view(), to in any_view(), share in 0.0_f64..1.0) {
            prop_assert_eq!(from.towards(to, 1.0), to);
            let begun = from.towards(to, 0.0);
            prop_assert!((begun.start - from.start).abs() <= 1e-3 + from.span() * 1e-6);
            let between = from.towards(to, share).span();
            prop_assert!(between >= from.span().min(to.span()) * 0.999 && between <= from.span().max(to.span()) * 1.001);
        }
    }
}
