//! What a lane can answer quickly about its events: how many of which kinds lie in a range, and which bars cross it.
//!
//! Events are sorted into classes by length, each four times the one before. At any zoom the short classes are points
//! on the screen: they are only counted, by binary search, until few enough remain to be drawn one by one. The long
//! classes are bars that cross the view: their starts lie no further back than the longest of the class, so that they too
//! are found by binary search, and because rows never overlap there is room for only so many of them.

use super::pack::FOLDED;
use crate::model::Kind;
use std::ops::Range;

/// How many kinds there are.
pub const KINDS: usize = Kind::ALL.len();
/// Events of each kind, in the order of `Kind::ALL`.
pub type KindCounts = [u32; KINDS];
/// Events between two stored sums.
const BLOCK: usize = 64;
/// How many classes of length there can be.
pub const MOST_CLASSES: usize = 21;

/// Events sorted by anchor, with running sums of their kinds: 14 bytes an event.
#[derive(Clone, Debug, Default)]
pub struct Column {
    anchors: Vec<f64>,
    events: Vec<u32>,
    kinds: Vec<u8>,
    /// The kinds of all events before each block but the first.
    sums: Vec<KindCounts>,
}

impl Column {
    /// Room for so many events.
    pub(super) fn with_capacity(events: usize) -> Self {
        Self {
            anchors: Vec::with_capacity(events),
            events: Vec::with_capacity(events),
            kinds: Vec::with_capacity(events),
            sums: Vec::with_capacity(events.saturating_sub(1) / BLOCK),
        }
    }

    /// Adds an event; anchors must not decrease.
    pub(super) fn push(&mut self, anchor: f64, event: u32, kind: u8) {
        if !self.is_empty() && self.len().is_multiple_of(BLOCK) {
            self.sums.push(self.before(self.len()));
        }
        self.anchors.push(anchor);
        self.events.push(event);
        self.kinds.push(kind);
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.anchors.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.anchors.is_empty()
    }

    /// The places of those with `from <= anchor < to`.
    pub fn range(&self, from: f64, to: f64) -> Range<usize> {
        let start = self.anchors.partition_point(|anchor| *anchor < from);
        start..start + self.anchors[start..].partition_point(|anchor| *anchor < to)
    }

    /// The first place at or after `hint` with `anchor >= at`; fast when it is near `hint`, which must not be beyond it.
    pub fn seek(&self, hint: usize, at: f64) -> usize {
        let mut step = 1;
        let mut low = hint;
        let mut high = hint;
        while high < self.anchors.len() && self.anchors[high] < at {
            low = high + 1;
            high += step;
            step *= 2;
        }
        let high = high.min(self.anchors.len());
        low + self.anchors[low..high].partition_point(|anchor| *anchor < at)
    }

    /// Events in a range of places, by kind, added to `counts`.
    pub fn add_kinds(&self, places: Range<usize>, counts: &mut KindCounts) {
        if places.len() <= BLOCK {
            for kind in &self.kinds[places] {
                counts[usize::from(*kind)] += 1;
            }
            return;
        }
        let (upper, lower) = (self.before(places.end), self.before(places.start));
        for ((count, upper), lower) in counts.iter_mut().zip(upper).zip(lower) {
            *count += upper - lower;
        }
    }

    /// The event at a place: its index on the board.
    pub fn event(&self, place: usize) -> u32 {
        self.events[place]
    }

    /// The anchor at a place.
    pub fn anchor(&self, place: usize) -> f64 {
        self.anchors[place]
    }

    /// The memory that it holds, in bytes.
    pub fn heap_size(&self) -> usize {
        bytes(&self.anchors) + bytes(&self.events) + bytes(&self.kinds) + bytes(&self.sums)
    }

    fn before(&self, place: usize) -> KindCounts {
        let block = (place / BLOCK).min(self.sums.len());
        let mut counts = block.checked_sub(1).map_or([0; KINDS], |before| self.sums[before]);
        for kind in &self.kinds[block * BLOCK..place] {
            counts[usize::from(*kind)] += 1;
        }
        counts
    }
}

/// Events of similar length in one lane.
#[derive(Clone, Debug, Default)]
pub struct Class {
    /// The longest of them, in seconds.
    pub longest: f64,
    /// The shortest of them, in seconds.
    pub shortest: f64,
    /// Those with a row.
    pub placed: Column,
    /// The row of each placed one.
    pub rows: Vec<u8>,
    /// Seconds from the anchor before in the same row, of whatever class, to the anchor of each placed one.
    pub gaps: Vec<f32>,
    /// Those without a row; most classes have none.
    folded: Option<Box<Folded>>,
}

/// Events without a row.
#[derive(Clone, Debug, Default)]
struct Folded {
    marks: Column,
    /// Where they begin and end, each sorted for itself.
    starts: Vec<f64>,
    ends: Vec<f64>,
}

static NONE: Column = Column { anchors: Vec::new(), events: Vec::new(), kinds: Vec::new(), sums: Vec::new() };

impl Folded {
    fn with_capacity(events: usize) -> Self {
        Self { marks: Column::with_capacity(events), starts: Vec::with_capacity(events), ends: Vec::with_capacity(events) }
    }

    fn push(&mut self, entry: &Entry) {
        self.marks.push(entry.anchor, entry.event, entry.kind);
        self.starts.push(entry.start);
        self.ends.push(entry.end);
    }

    fn heap_size(&self) -> usize {
        size_of::<Self>() + self.marks.heap_size() + bytes(&self.starts) + bytes(&self.ends)
    }
}

impl Class {
    fn with_capacity(placed: usize, folded: usize) -> Self {
        Self {
            longest: 0.0,
            shortest: f64::INFINITY,
            placed: Column::with_capacity(placed),
            rows: Vec::with_capacity(placed),
            gaps: Vec::with_capacity(placed),
            folded: (folded > 0).then(|| Box::new(Folded::with_capacity(folded))),
        }
    }

    /// Those without a row.
    pub fn folded(&self) -> &Column {
        self.folded.as_ref().map_or(&NONE, |folded| &folded.marks)
    }

    fn heap_size(&self) -> usize {
        let folded = self.folded.as_ref().map_or(0, |folded| folded.heap_size());
        self.placed.heap_size() + bytes(&self.rows) + bytes(&self.gaps) + folded
    }

    /// The places of all placed events that may cross `from..to`, and some that do not.
    pub fn crossing(&self, from: f64, to: f64) -> Range<usize> {
        self.placed.range(from - self.longest, to + self.longest)
    }

    /// How many folded events cross `from..to`: those that start before its end, less those that end before its start.
    pub fn folded_crossing(&self, from: f64, to: f64) -> usize {
        let Some(folded) = &self.folded else { return 0 };
        let begun = folded.starts.partition_point(|start| *start < to);
        let over = folded.ends.partition_point(|end| *end <= from);
        begun.saturating_sub(over)
    }
}

/// One event of a lane on its way into the index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) anchor: f64,
    pub(super) start: f64,
    pub(super) end: f64,
    pub(super) event: u32,
    pub(super) kind: u8,
    pub(super) row: u8,
}

/// The events of one lane by length, the shortest class first.
#[derive(Clone, Debug, Default)]
pub struct LaneIndex {
    classes: Vec<Class>,
    len: usize,
}

impl LaneIndex {
    /// Sorts the entries into classes.
    pub(super) fn build(mut entries: Vec<Entry>) -> Self {
        // Sorted by start already, and long events are few: a stable sort has little to do.
        entries.sort_by(|a, b| a.anchor.total_cmp(&b.anchor));
        let mut last = [f64::NEG_INFINITY; 256];
        let mut counts = [(0, 0); MOST_CLASSES];
        for entry in &entries {
            let count = &mut counts[class_of(entry.end - entry.start)];
            *(if entry.row == FOLDED { &mut count.1 } else { &mut count.0 }) += 1;
        }
        let mut classes = counts.map(|(placed, folded)| Class::with_capacity(placed, folded));
        for entry in &entries {
            let (anchor, length) = (entry.anchor, entry.end - entry.start);
            let class = &mut classes[class_of(length)];
            class.longest = class.longest.max(length);
            class.shortest = class.shortest.min(length);
            if entry.row == FOLDED {
                class.folded.get_or_insert_default().push(entry);
            } else {
                class.placed.push(anchor, entry.event, entry.kind);
                class.rows.push(entry.row);
                class.gaps.push((anchor - last[usize::from(entry.row)]) as f32);
                last[usize::from(entry.row)] = anchor;
            }
        }
        let mut classes: Vec<Class> = classes.into_iter().filter(|class| class.shortest.is_finite()).collect();
        classes.shrink_to_fit();
        for folded in classes.iter_mut().filter_map(|class| class.folded.as_mut()) {
            folded.starts.sort_by(f64::total_cmp);
            folded.ends.sort_by(f64::total_cmp);
        }
        Self { classes, len: entries.len() }
    }

    /// The classes, the shortest first.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    fn columns(&self) -> impl Iterator<Item = &Column> {
        self.classes.iter().flat_map(|class| [&class.placed, class.folded()])
    }

    /// The marks in a range with their events, in no order.
    pub fn anchors(&self, from: f64, to: f64) -> impl Iterator<Item = (f64, u32)> + '_ {
        self.columns().flat_map(move |column| column.range(from, to).map(|place| (column.anchors[place], column.events[place])))
    }

    /// Every event, as its index on the board: class by class, those without a row as well.
    pub fn events(&self) -> impl Iterator<Item = u32> + '_ {
        self.columns().flat_map(|column| column.events.iter().copied())
    }

    /// How many events there are.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The memory that it holds, in bytes.
    pub fn heap_size(&self) -> usize {
        bytes(&self.classes) + self.classes.iter().map(Class::heap_size).sum::<usize>()
    }

    /// Splits the classes into points and bars: a class counts as bars when all its events are at least so many seconds long.
    pub fn points_and_bars(&self, seconds: f64) -> (&[Class], &[Class]) {
        self.classes.split_at(self.classes.partition_point(|class| class.shortest < seconds))
    }

    /// How many events have their marks before an instant, and the last of these marks.
    pub fn before(&self, at: f64) -> (usize, Option<f64>) {
        let columns = self.classes.iter().flat_map(|class| [&class.placed, class.folded()]);
        columns.fold((0, None), |(count, nearest), column| {
            let end = column.anchors.partition_point(|anchor| *anchor < at);
            let last = end.checked_sub(1).map(|place| column.anchors[place]);
            (count + end, [nearest, last].into_iter().flatten().reduce(f64::max))
        })
    }

    /// How many events have their marks at or after an instant, and the first of these marks.
    pub fn after(&self, at: f64) -> (usize, Option<f64>) {
        let columns = self.classes.iter().flat_map(|class| [&class.placed, class.folded()]);
        columns.fold((0, None), |(count, nearest), column| {
            let start = column.anchors.partition_point(|anchor| *anchor < at);
            let first = column.anchors.get(start).copied();
            (count + column.len() - start, [nearest, first].into_iter().flatten().reduce(f64::min))
        })
    }

    /// Whether any event has no row.
    pub fn has_folded(&self) -> bool {
        self.classes.iter().any(|class| class.folded.is_some())
    }
}

/// The memory that a list holds itself, in bytes.
pub(super) const fn bytes<T>(list: &Vec<T>) -> usize {
    list.capacity() * size_of::<T>()
}

/// The class of a length in seconds: of one minute 0, and one more for every factor of four; at most 20, which is more than
/// the length of the axis.
fn class_of(length: f64) -> usize {
    let mut class = 0;
    let mut limit = 240.0;
    while length >= limit && class + 1 < MOST_CLASSES {
        class += 1;
        limit *= 4.0;
    }
    class
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn column(anchors: &[f64]) -> Column {
        let mut column = Column::default();
        for (at, anchor) in anchors.iter().enumerate() {
            column.push(*anchor, u32::try_from(at).unwrap(), u8::try_from(at % KINDS).unwrap());
        }
        column
    }

    proptest! {
        #[test]
        fn counts_are_those_of_a_plain_loop(mut anchors in proptest::collection::vec(0.0_f64..100.0, 0..400), a in 0.0_f64..100.0, b in 0.0_f64..100.0) {
            anchors.sort_by(f64::total_cmp);
            let (from, to) = (a.min(b), a.max(b));
            let column = column(&anchors);
            let places = column.range(from, to);
            let mut plain = [0; KINDS];
            for (at, _) in anchors.iter().enumerate().filter(|(_, anchor)| from <= **anchor && **anchor < to) {
                plain[at % KINDS] += 1;
            }
            let mut counts = [0; KINDS];
            column.add_kinds(places.clone(), &mut counts);
            prop_assert_eq!(counts, plain);
            prop_assert_eq!(column.seek(0, from), places.start);
            prop_assert_eq!(column.seek(places.start, to), places.end);
        }

        #[test]
        fn folded_ones_that_cross_a_range_are_counted(spans in proptest::collection::vec((0.0_f64..100.0, 0.1_f64..30.0), 0..100), a in 0.0_f64..100.0, b in 0.0_f64..100.0) {
            let (from, to) = (a.min(b), a.max(b) + 0.1);
            let mut folded = Folded { starts: spans.iter().map(|span| span.0).collect(), ..Folded::default() };
            folded.ends = spans.iter().map(|(start, length)| start + length).collect();
            folded.starts.sort_by(f64::total_cmp);
            folded.ends.sort_by(f64::total_cmp);
            let class = Class { folded: Some(Box::new(folded)), ..Class::default() };
            let plain = spans.iter().filter(|(start, length)| *start < to && start + length > from).count();
            prop_assert_eq!(class.folded_crossing(from, to), plain);
        }
    }

    #[test]
    fn classes_grow_by_four() {
        assert_eq!([1.0, 60.0, 239.0, 241.0, 86_400.0, 31_536_000.0, 6e11].map(class_of), [0, 0, 0, 1, 5, 9, 16]);
    }
}
