//! From the calendar to the axis of the timeline and back: the one place where long empty spans are folded.
//!
//! Everything that is laid out (extents, views, marks, columns) counts in seconds of the axis. Only here, in the ruler, and where an
//! instant is put into words do they become dates. Unfolded, an axis second is a calendar second since 1970. With folds, whole
//! weeks are taken out of empty spans: later dates keep their places, earlier ones move up. So zooming, hit tests, marks and
//! overview agree without knowing of folds, and the instant under the pointer stays under it.

use super::extent::{Drawing, Extent};
use super::timeline_view::DAY;

/// Spans shorter than this are never folded.
const LEAST: f64 = 14.0 * DAY;
/// What is left of a folded span, as a part of the time that is not empty.
const LEFT: f64 = 0.05;
/// How many times as long as usual a span must be.
const TIMES_USUAL: f64 = 8.0;
/// The least part of the time that is not empty that a span must last.
const PART: f64 = 0.1;
/// How many spans must be shorter before one can count as long.
const SHORTER: usize = 3;
/// Folds are whole weeks, so that days and weeks stay where columns are cut.
const WEEK: f64 = 7.0 * DAY;

/// An empty span that is drawn shorter than it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fold {
    /// Its beginning in calendar seconds.
    pub start: f64,
    /// Its end in calendar seconds.
    pub end: f64,
    /// Its beginning on the axis.
    pub from: f64,
    /// Its end on the axis; later than `from`.
    pub to: f64,
}

/// The axis: without folds, or with some.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// From early to late; they do not touch.
    folds: Vec<Fold>,
}

impl Axis {
    /// Folds the long spans in which nothing is: no date nor a stretch that a date leaves open. What lasts ("from 2014 to 2022") is
    /// there only where it begins and ends, else one war would keep everything unfolded.
    ///
    /// A span is long if it lasts many times as long as it usually is here from one event to the next (the median of what is at least
    /// a day), if there are some to compare with, and if it would take a good part of the room that all the rest has.
    pub fn folded<'a>(extents: impl Iterator<Item = &'a Extent> + Clone) -> Self {
        let spacings = spacings(extents.clone());
        let usual = spacings.get(spacings.len() / 2).copied().unwrap_or_default();
        let (gaps, mut busy) = gaps(taken(extents));
        let (mut long, short): (Vec<_>, Vec<_>) = gaps.into_iter().partition(|(start, end)| {
            let length = end - start;
            length > LEAST.max(usual * TIMES_USUAL) && spacings.partition_point(|other| *other < length) >= SHORTER
        });
        busy += short.iter().map(|(start, end)| end - start).sum::<f64>();
        long.retain(|(start, end)| end - start > busy * PART);
        // Many folds share the room of a few.
        let left = busy * LEFT / (long.len() as f64 / 4.0).max(1.0);
        Self { folds: placed(long.into_iter().map(|(start, end)| (start, end, left.max(DAY)))) }
    }

    /// The folds, from early to late.
    pub fn folds(&self) -> &[Fold] {
        &self.folds
    }

    /// Where a calendar second stands on the axis.
    pub fn of_calendar(&self, at: f64) -> f64 {
        let next = self.folds.partition_point(|fold| fold.end <= at);
        let Some(fold) = self.folds.get(next) else { return at };
        if at >= fold.start {
            fold.from + (at - fold.start) / (fold.end - fold.start) * (fold.to - fold.from)
        } else {
            at + (fold.from - fold.start)
        }
    }

    /// The calendar second at a place on the axis.
    pub fn to_calendar(&self, at: f64) -> f64 {
        let next = self.folds.partition_point(|fold| fold.to <= at);
        let Some(fold) = self.folds.get(next) else { return at };
        if at >= fold.from {
            fold.start + (at - fold.from) / (fold.to - fold.from) * (fold.end - fold.start)
        } else {
            at - (fold.from - fold.start)
        }
    }

    /// An extent with its places on the axis.
    #[must_use]
    pub fn place(&self, extent: Extent) -> Extent {
        if self.folds.is_empty() {
            return extent;
        }
        let [start, anchor, end] = [extent.start, extent.anchor, extent.end].map(|at| self.of_calendar(at));
        Extent { start, end, anchor, ..extent }
    }

    /// The stretches of the calendar that are drawn in full between two places of the axis.
    pub fn open(&self, from: f64, to: f64) -> Vec<(f64, f64)> {
        let mut stretches = Vec::with_capacity(self.folds.len() + 1);
        let mut start = from;
        for fold in self.folds.iter().filter(|fold| fold.to > from && fold.from < to) {
            if fold.from > start {
                stretches.push((self.to_calendar(start), fold.start));
            }
            start = fold.to;
        }
        if start < to {
            stretches.push((self.to_calendar(start), self.to_calendar(to)));
        }
        stretches
    }
}

/// How long it is from event to event by their marks, the shortest first. Less than a day apart is one time.
fn spacings<'a>(extents: impl Iterator<Item = &'a Extent>) -> Vec<f64> {
    let mut anchors: Vec<f64> = extents.map(|extent| extent.anchor).collect();
    anchors.sort_by(f64::total_cmp);
    let mut spacings: Vec<f64> = anchors.windows(2).map(|pair| pair[1] - pair[0]).filter(|length| *length >= DAY).collect();
    spacings.sort_by(f64::total_cmp);
    spacings
}

/// The stretches of the calendar that are taken by what is known of these dates, in the order of their beginnings.
fn taken<'a>(extents: impl Iterator<Item = &'a Extent>) -> Vec<(f64, f64)> {
    let mut taken = Vec::new();
    for extent in extents {
        if matches!(extent.drawing, Drawing::Bar { .. }) {
            taken.extend([extent.start, extent.anchor, extent.end].map(|at| (at, at)));
        } else {
            taken.push((extent.start, extent.end));
        }
    }
    taken.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    taken
}

/// What lies between them, from early to late, and how much of the calendar they take.
fn gaps(taken: Vec<(f64, f64)>) -> (Vec<(f64, f64)>, f64) {
    let (mut gaps, mut busy) = (Vec::new(), 0.0);
    let mut until = f64::NEG_INFINITY;
    for (start, end) in taken {
        if start > until && until.is_finite() {
            gaps.push((until, start));
        }
        busy += (end - start.max(until)).max(0.0);
        until = until.max(end);
    }
    (gaps, busy)
}

/// Places on the axis for spans of the calendar with what is to be left of each: the last one ends where it ends in the calendar.
fn placed(long: impl DoubleEndedIterator<Item = (f64, f64, f64)>) -> Vec<Fold> {
    let mut taken = 0.0;
    let mut folds: Vec<Fold> = Vec::new();
    for (start, end, left) in long.rev() {
        let out = (((end - start) - left) / WEEK).floor() * WEEK;
        if out <= 0.0 {
            continue;
        }
        let to = end + taken;
        taken += out;
        folds.push(Fold { start, end, from: start + taken, to });
    }
    folds.reverse();
    folds
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn on(day: f64) -> Extent {
        Extent { start: day * DAY, end: (day + 1.0) * DAY, anchor: (day + 0.5) * DAY, drawing: Drawing::Mark, doubtful: false }
    }

    fn folded(days: &[f64]) -> Axis {
        Axis::folded(days.iter().map(|day| on(*day)).collect::<Vec<_>>().iter())
    }

    #[test]
    fn only_long_empty_spans_are_folded() {
        let regular: Vec<f64> = (0..10).map(|number| f64::from(number) * 300.0).collect();
        assert_eq!(folded(&regular), Axis::default());
        assert_eq!(folded(&[0.0, 4000.0]).folds().len(), 0, "two events have nothing to compare with");
        let axis = folded(&[-13_000.0, 0.0, 20.0, 50.0, 90.0, 110.0]);
        let [fold] = axis.folds() else { panic!("{axis:?}") };
        assert_eq!((fold.start, fold.end, fold.to), (-12_999.0 * DAY, 0.0, 0.0));
        assert!(fold.to - fold.from < 20.0 * DAY, "{fold:?}");
        assert!(((fold.from - fold.start) / WEEK).fract().abs() < 1e-9);
        assert!((axis.of_calendar(50.0 * DAY) - 50.0 * DAY).abs() < 1e-9);
        assert_eq!(axis.open(axis.of_calendar(-13_000.0 * DAY), 111.0 * DAY), [(-13_000.0 * DAY, -12_999.0 * DAY), (0.0, 111.0 * DAY)]);
    }

    #[test]
    fn nothing_is_folded_inside_a_stretch_that_a_date_leaves_open() {
        let near: Vec<Extent> = [0.0, 2.0, 5.0, 9.0, 11.0].map(on).to_vec();
        let band = Extent { start: -5000.0 * DAY, end: -20.0 * DAY, anchor: -2500.0 * DAY, drawing: Drawing::Band, doubtful: false };
        assert_eq!(Axis::folded(near.iter().chain([&band])), Axis::default());
        let bar = Extent { drawing: Drawing::Bar { open_start: false, open_end: false }, anchor: band.start, ..band };
        assert_eq!(Axis::folded(near.iter().chain([&bar])).folds().len(), 1, "what lasts may be cut short");
    }

    proptest! {
        #[test]
        fn the_way_back_leads_home_and_order_is_kept(
            mut days in proptest::collection::vec(-900_000.0_f64..900_000.0, 0..40), a in -1e6_f64..1e6, b in -1e6_f64..1e6
        ) {
            days.extend([0.0, 10.0, 20.0, 30.0, 40.0]);
            let axis = folded(&days);
            let (a, b) = (a.min(b) * DAY, a.max(b) * DAY);
            // A minute is the finest that is ever shown; in a fold of millennia less than that is lost to rounding.
            prop_assert!((axis.to_calendar(axis.of_calendar(a)) - a).abs() < 60.0);
            prop_assert!(axis.of_calendar(a) <= axis.of_calendar(b));
            for fold in axis.folds() {
                prop_assert!(fold.to > fold.from && fold.to - fold.from < fold.end - fold.start);
            }
            for pair in axis.folds().windows(2) {
                prop_assert!(pair[0].to <= pair[1].from && pair[0].end <= pair[1].start);
            }
        }
    }
}
