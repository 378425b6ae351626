//! The breaks that folded spans leave on a canvas: where they stand, and which of their lengths have room to be written.

use super::axis::{Axis, Fold};
use super::spans::span_words;
use super::timeline_view::{TimelineView, civil};

/// Space between two lengths, in points.
const APART: f32 = 4.0;

/// A folded span that is in sight.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    /// What is folded.
    pub fold: Fold,
    /// Its left edge on the canvas, in points.
    pub left: f32,
    /// Its right edge.
    pub right: f32,
    /// How long it is: "5 years".
    pub words: String,
    /// The stretch of the canvas where its length is written, if there is room: the longest spans come first.
    pub label: Option<(f32, f32)>,
}

/// The breaks in sight on a canvas of this width, from early to late. `measure` tells how wide a length is when it is written, in points.
pub fn breaks(axis: &Axis, view: TimelineView, width: f32, mut measure: impl FnMut(&str) -> f32) -> Vec<Break> {
    let x = |at: f64| view.x_from_time(at, f64::from(width)) as f32;
    let in_sight = axis.folds().iter().filter(|fold| fold.to > view.start && fold.from < view.end);
    let mut all: Vec<Break> = in_sight
        .map(|fold| Break {
            fold: *fold,
            left: x(fold.from).max(0.0),
            right: x(fold.to).min(width),
            words: span_words(civil(fold.start), civil(fold.end)),
            label: None,
        })
        .collect();
    let mut order: Vec<usize> = (0..all.len()).collect();
    let length = |one: &Break| one.fold.end - one.fold.start;
    order.sort_by(|a, b| length(&all[*b]).total_cmp(&length(&all[*a])).then(a.cmp(b)));
    let mut taken: Vec<(f32, f32)> = Vec::new();
    for number in order {
        let one = &mut all[number];
        let half = measure(&one.words) / 2.0;
        let center = one.left.midpoint(one.right).clamp(half, (width - half).max(half));
        let stretch = (center - half, center + half);
        if taken.iter().all(|other| stretch.1 + APART <= other.0 || other.1 + APART <= stretch.0) {
            taken.push(stretch);
            one.label = Some(stretch);
        }
    }
    all
}

/// The room for a name that begins at `from` and may reach to `to` between the lengths that are written in its row; 0 if it
/// would begin below one.
pub fn room(breaks: &[Break], from: f32, to: f32) -> f32 {
    let mut end = to;
    for (left, right) in breaks.iter().filter_map(|one| one.label) {
        if right + APART > from {
            end = end.min(left - APART);
        }
    }
    (end - from).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::super::extent::{Drawing, Extent};
    use super::super::timeline_view::DAY;
    use super::*;

    fn axis(days: &[f64]) -> Axis {
        let on = |day: &f64| Extent {
            start: day * DAY,
            end: (day + 1.0) * DAY,
            anchor: (day + 0.5) * DAY,
            drawing: Drawing::Mark,
            doubtful: false,
        };
        Axis::folded(days.iter().map(on).collect::<Vec<_>>().iter())
    }

    #[test]
    fn of_two_breaks_too_near_to_write_both_the_longer_one_is_named() {
        let axis = axis(&[-9000.0, -8998.0, -8996.0, -8990.0, 0.0, 2.0, 4.0, 1000.0, 1003.0, 1007.0]);
        let view = TimelineView::new(axis.of_calendar(-9000.0 * DAY), 1008.0 * DAY);
        let wide = breaks(&axis, view, 2000.0, |_| 60.0);
        assert_eq!(
            wide.iter().map(|one| (one.words.as_str(), one.label.is_some())).collect::<Vec<_>>(),
            [("24 years", true), ("2 years", true)]
        );
        let narrow = breaks(&axis, view, 90.0, |_| 60.0);
        assert_eq!(narrow.iter().map(|one| one.label.is_some()).collect::<Vec<_>>(), [true, false]);
        assert!(narrow.iter().all(|one| one.left < one.right && one.left >= 0.0 && one.right <= 90.0));
    }

    #[test]
    fn names_end_before_a_length_and_do_not_begin_below_one() {
        let fold = Fold { start: 0.0, end: 100.0 * DAY, from: 0.0, to: DAY };
        let one = Break { fold, left: 50.0, right: 60.0, words: "3 months".to_owned(), label: Some((40.0, 70.0)) };
        assert!((room(std::slice::from_ref(&one), 10.0, 100.0) - 26.0).abs() < 1e-3);
        assert!(room(std::slice::from_ref(&one), 50.0, 100.0).abs() < 1e-3);
        assert!((room(&[one], 80.0, 100.0) - 20.0).abs() < 1e-3);
    }
}
