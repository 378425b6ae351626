//! Rows within a lane: chosen once for a board, so that nothing jumps while zooming.
//!
//! Two events whose extents overlap never share a row. Short events stand in the upper rows, in turn, so that each has
//! as much room for its label as can be; long bands and bars stand in the lower rows. What finds no free row is folded:
//! it has no mark of its own, and is counted where it would stand.

/// The row of an event that found none.
pub const FOLDED: u8 = u8::MAX;
/// Longer than this, in seconds, an event counts as long: two days.
pub const LONG: f64 = 2.0 * super::timeline_view::DAY;

/// How many rows a lane may have, of each sort: as many as labels would like, and as many as overlaps may force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Rows for short events: for labels, and at most.
    pub short: (u8, u8),
    /// Rows for long events: for labels, and at most.
    pub long: (u8, u8),
}

/// What is packed: `start <= end`, sorted by start; of equals the more important first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// First instant.
    pub start: f64,
    /// First instant after it.
    pub end: f64,
}

/// The rows of a lane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// The row of each item, or [`FOLDED`].
    pub rows: Vec<u8>,
    /// How many rows there are for short items; they come first.
    pub short: u8,
    /// How many there are for long ones.
    pub long: u8,
}

/// Deals out the rows. `room` is how many seconds a label would like.
pub fn pack(items: &[Item], limits: Limits, room: f64) -> Packed {
    let is_long = |item: &Item| item.end - item.start > LONG;
    let rows_for = |long: bool, (soft, hard): (u8, u8)| {
        let items = || items.iter().filter(move |item| is_long(item) == long);
        depth(items(), 0.0, hard).max(depth(items(), room, soft))
    };
    let short = rows_for(false, limits.short);
    let long = rows_for(true, limits.long);
    let (mut upper, mut lower) = (vec![f64::NEG_INFINITY; short.into()], vec![f64::NEG_INFINITY; long.into()]);
    let rows = items
        .iter()
        .map(|item| {
            if is_long(item) {
                take_row(&mut lower, item).map_or(FOLDED, |row| short + row)
            } else {
                take_row(&mut upper, item).unwrap_or(FOLDED)
            }
        })
        .collect();
    Packed { rows, short, long }
}

/// How many rows first-fit needs when each item asks for `room` more; at most `cap`.
fn depth<'a>(items: impl Iterator<Item = &'a Item>, room: f64, cap: u8) -> u8 {
    let mut ends: Vec<f64> = Vec::new();
    for item in items {
        if let Some(end) = ends.iter_mut().find(|end| **end <= item.start) {
            *end = item.end + room;
        } else if ends.len() < usize::from(cap) {
            ends.push(item.end + room);
        }
    }
    u8::try_from(ends.len()).unwrap_or(cap)
}

/// The free row that has been free for longest.
fn take_row(ends: &mut [f64], item: &Item) -> Option<u8> {
    let (row, end) = ends.iter_mut().enumerate().filter(|(_, end)| **end <= item.start).min_by(|a, b| a.1.total_cmp(b.1))?;
    *end = item.end;
    u8::try_from(row).ok()
}

#[cfg(test)]
mod tests {
    use super::super::timeline_view::DAY;
    use super::*;
    use proptest::prelude::*;

    const LIMITS: Limits = Limits { short: (3, 6), long: (2, 6) };

    fn items(mut pairs: Vec<(f64, f64)>) -> Vec<Item> {
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        pairs.into_iter().map(|(start, length)| Item { start: start * DAY, end: (start + length) * DAY }).collect()
    }

    #[test]
    fn few_far_apart_need_one_row_and_neighbours_take_turns() {
        let far = items(vec![(0.0, 1.0), (100.0, 1.0), (200.0, 1.0)]);
        assert_eq!(pack(&far, LIMITS, 20.0 * DAY), Packed { rows: vec![0, 0, 0], short: 1, long: 0 });
        let near = items(vec![(0.0, 1.0), (1.0, 1.0), (2.0, 1.0), (3.0, 1.0)]);
        assert_eq!(pack(&near, LIMITS, 20.0 * DAY), Packed { rows: vec![0, 1, 2, 0], short: 3, long: 0 });
    }

    #[test]
    fn long_ones_stand_below_and_too_many_are_folded() {
        let mixed = items(vec![(0.0, 30.0), (0.0, 1.0), (0.5, 1.0)]);
        assert_eq!(pack(&mixed, LIMITS, 0.0), Packed { rows: vec![2, 0, 1], short: 2, long: 1 });
        let many = pack(&items(vec![(0.0, 1.0); 9]), LIMITS, 0.0);
        assert_eq!((many.short, many.rows.iter().filter(|row| **row == FOLDED).count()), (6, 3));
        assert_eq!(pack(&[], LIMITS, 0.0), Packed::default());
    }

    proptest! {
        #[test]
        fn no_two_in_a_row_overlap(pairs in proptest::collection::vec((0.0_f64..400.0, 0.01_f64..90.0), 0..200), room in 0.0_f64..60.0) {
            let items = items(pairs);
            let Packed { rows, short, long } = pack(&items, LIMITS, room * DAY);
            prop_assert_eq!(rows.len(), items.len());
            for (at, row) in rows.iter().enumerate().filter(|(_, row)| **row != FOLDED) {
                prop_assert!(*row < short + long);
                for later in at + 1..items.len() {
                    prop_assert!(rows[later] != *row || items[later].start >= items[at].end);
                }
            }
        }
    }
}
