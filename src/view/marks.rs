//! What is drawn where: the marks, counts and labels of the lanes in sight, in points, without any drawing.
//!
//! The calendar is cut into columns of at least [`COLUMN`] points, at places that do not depend on the view's edges, so that
//! panning never regroups anything. Where the events of a column have room beside each other in their rows they are marks;
//! where they do not, the whole column is one cluster with its count. Every event that crosses the view is in exactly one
//! mark or cluster of each of its lanes.

use super::calendar::column_step;
use super::extent::{Drawing, Extent};
use super::index::{Class, KINDS, KindCounts, MOST_CLASSES};
use super::lanes::{LANE_PADDING, Lane, Lanes, ROW_HEIGHT};
use super::listing;
use super::timeline_view::TimelineView;
use crate::model::Board;
use std::ops::Range;

/// The least width of a column for counting, in points.
pub const COLUMN: f64 = 22.0;
/// The least distance of two marks in a row, in points.
pub const GAP: f64 = 15.0;
/// From this width on, in points, the extent of an event is drawn behind its mark.
pub const WIDE: f32 = 15.0;
/// Half the width of a mark, with a little air.
pub const HALF: f32 = 7.0;
/// How far a band that is open on one side fades, in points.
pub const FADE: f32 = 40.0;
/// How far beyond the edges things are still drawn, in points.
const MARGIN: f64 = 64.0;

/// The window onto the lanes, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Canvas {
    /// Width of the time axis.
    pub width: f32,
    /// Height in sight.
    pub height: f32,
    /// How far the lanes are scrolled up.
    pub scroll: f32,
}

/// One event in one lane.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mark {
    /// Its lane, counted from the top of all lanes.
    pub lane: usize,
    /// Its index on the board.
    pub event: u32,
    /// Where the mark itself stands, from the left edge of the canvas. Inside a band wider than the view it stays in sight.
    pub x: f32,
    /// The middle of its row, from the top of the canvas.
    pub y: f32,
    /// The left edge of its extent; may be outside the canvas by a little.
    pub left: f32,
    /// The right edge of its extent.
    pub right: f32,
    /// How it is drawn.
    pub drawing: Drawing,
    /// "around" or "perhaps".
    pub doubtful: bool,
}

impl Mark {
    /// This mark with the places of an extent on an axis of this width.
    #[must_use]
    pub fn on(view: TimelineView, width: f32, extent: &Extent, mark: Self) -> Self {
        let (left, right) = (x_on(view, width, extent.start), x_on(view, width, extent.end));
        let mut x = x_on(view, width, extent.anchor);
        if right - left >= WIDE {
            let (from, to) = (left.max(0.0) + HALF, right.min(width) - HALF);
            let free = if let Drawing::Bar { .. } = extent.drawing { from } else { x };
            x = if from <= to { free.clamp(from, to) } else { left.midpoint(right) };
        }
        Self { x, left, right, drawing: extent.drawing, doubtful: extent.doubtful, ..mark }
    }

    /// Whether the extent is wide enough to be drawn.
    pub fn is_wide(&self) -> bool {
        self.right - self.left >= WIDE
    }

    /// What it covers of its row, from left to right, with the fading sides.
    pub fn covers(&self) -> (f32, f32) {
        let (left, right) =
            if self.is_wide() { (self.left.min(self.x - HALF), self.right.max(self.x + HALF)) } else { (self.x - HALF, self.x + HALF) };
        match self.drawing {
            Drawing::Before => (left - FADE * 0.5, right),
            Drawing::After => (left, right + FADE * 0.5),
            _ => (left, right),
        }
    }
}

/// Events that have no room of their own, with their count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// Their lane.
    pub lane: usize,
    /// The stretch of time that they lie in, in seconds.
    pub from: f64,
    /// Its end.
    pub to: f64,
    /// The left edge in points.
    pub left: f32,
    /// The right edge.
    pub right: f32,
    /// The upper edge from the top of the canvas.
    pub top: f32,
    /// The lower edge.
    pub bottom: f32,
    /// How many events.
    pub count: u32,
    /// How many of each kind, in the order of `Kind::ALL`.
    pub kinds: KindCounts,
    /// Whose they are.
    pub sort: Sort,
}

/// What a cluster stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// All events with their marks in its stretch that are too short to stand for themselves: a column.
    Column,
    /// Events without a row, with their marks in its stretch; others of that time are drawn. Shown as "+3" in the last row.
    Beside,
    /// Events without a row that cross its stretch, which is all that is in sight, and have their marks outside it. Their
    /// count has no place on the axis: it stands left of the canvas.
    Across,
}

/// Room for the title of a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// The mark, as its place in [`Picture::marks`].
    pub mark: usize,
    /// From here, in points.
    pub left: f32,
    /// To here. The title is cut to fit.
    pub right: f32,
    /// The title stands left of the mark and ends at `right`.
    pub before: bool,
}

/// What a lane that is empty in this view has before and after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aside {
    /// The lane.
    pub lane: usize,
    /// How many events are earlier, and where the last of them stands.
    pub before: (usize, Option<f64>),
    /// How many events are later, and where the first of them stands.
    pub after: (usize, Option<f64>),
    /// The middle of the lane, from the top of the canvas.
    pub y: f32,
}

/// What is in sight.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The lanes in sight.
    pub lanes: Range<usize>,
    /// The events drawn one by one, lane by lane.
    pub marks: Vec<Mark>,
    /// The events that are only counted.
    pub clusters: Vec<Cluster>,
    /// The titles, the most important first.
    pub labels: Vec<Label>,
    /// Where the events of the empty lanes are.
    pub asides: Vec<Aside>,
}

/// The place of an instant in points; what is far outside the canvas stands a little outside.
fn x_on(view: TimelineView, width: f32, at: f64) -> f32 {
    let x = view.x_from_time(at, f64::from(width));
    x.clamp(-MARGIN * 2.0, f64::from(width) + MARGIN * 2.0) as f32
}

/// Lays out what is in sight.
pub fn picture(board: &Board, lanes: &Lanes, view: TimelineView, canvas: Canvas) -> Picture {
    let in_sight = lanes.between(canvas.scroll, canvas.scroll + canvas.height);
    let mut picture = Picture { lanes: in_sight.clone(), ..Picture::default() };
    let per_point = view.span() / f64::from(canvas.width.max(1.0));
    let margin = MARGIN * per_point;
    let edges = column_step(per_point, COLUMN).edges(view.start - margin, view.end + margin, 4_000);
    let layout = Layout { lanes, view, canvas, per_point, edges: &edges };
    let mut starts = Vec::with_capacity(in_sight.len() + 1);
    for number in in_sight {
        starts.push((picture.marks.len(), picture.clusters.len()));
        if let Some(lane) = lanes.lanes().get(number) {
            layout.bars(number, lane, &mut picture);
            layout.columns(number, lane, &mut picture);
            layout.aside(number, lane, &mut picture);
        }
    }
    starts.push((picture.marks.len(), picture.clusters.len()));
    super::labels::label(board, canvas, &starts, &mut picture);
    picture
}

/// How far the columns have come in one class.
#[derive(Clone, Copy, Default)]
struct Hint {
    placed: usize,
    folded: usize,
}

struct Layout<'a> {
    lanes: &'a Lanes,
    view: TimelineView,
    canvas: Canvas,
    per_point: f64,
    edges: &'a [f64],
}

impl Layout<'_> {
    fn x(&self, at: f64) -> f32 {
        x_on(self.view, self.canvas.width, at)
    }

    fn mark(&self, lane: usize, row: u8, event: u32, extent: &Extent) -> Mark {
        let y = self.lanes.row_middle(lane, row) - self.canvas.scroll;
        Mark::on(self.view, self.canvas.width, extent, Mark { lane, event, y, ..Mark::default() })
    }

    /// The events that are long enough on the screen to stand for themselves.
    fn bars(&self, number: usize, lane: &Lane, picture: &mut Picture) {
        let (_, bars) = self.split(lane);
        for class in bars {
            for place in class.crossing(self.view.start, self.view.end) {
                let event = class.placed.event(place);
                let Some(extent) = self.lanes.extent(event as usize) else { continue };
                if extent.end > self.view.start && extent.start < self.view.end {
                    picture.marks.push(self.mark(number, class.rows[place], event, extent));
                }
            }
        }
    }

    fn split<'a>(&self, lane: &'a Lane) -> (&'a [Class], &'a [Class]) {
        lane.points_and_bars(GAP * self.per_point)
    }

    /// The events that are points at this zoom: one by one where there is room, else counted by column. What has no row is
    /// counted in the column of its anchor; what crosses the view from outside, at the left edge.
    fn columns(&self, number: usize, lane: &Lane, picture: &mut Picture) {
        let (Some(&first), Some(&last)) = (self.edges.first(), self.edges.last()) else { return };
        let mut hints: [Hint; MOST_CLASSES] = [Hint::default(); MOST_CLASSES];
        let mut from_outside = 0;
        for (class, hint) in lane.index.classes().iter().zip(&mut hints) {
            let folded = class.folded().range(first, last);
            from_outside += class.folded_crossing(first, last) - folded.len();
            if lane.collapsed {
                from_outside += listing::placed_across(self.lanes, class, first, last).count();
            }
            *hint = Hint { placed: class.placed.range(first, first).start, folded: folded.start };
        }
        if from_outside > 0 {
            let mut kinds = [0; KINDS];
            // Which kinds they are is not known without a walk over them; the count is.
            kinds[KINDS - 1] = u32::try_from(from_outside).unwrap_or(u32::MAX);
            self.push_cluster(number, lane, (first, last), kinds, Sort::Across, picture);
        }
        for pair in self.edges.windows(2) {
            self.column(number, lane, (pair[0], pair[1]), &mut hints, picture);
        }
    }

    fn column(&self, number: usize, lane: &Lane, (from, to): (f64, f64), hints: &mut [Hint; MOST_CLASSES], picture: &mut Picture) {
        let points = self.split(lane).0.len();
        let mut folded = [0; KINDS];
        let mut ranges: [(usize, usize); MOST_CLASSES] = [(0, 0); MOST_CLASSES];
        let mut count = 0;
        for (at, (class, hint)) in lane.index.classes().iter().zip(hints).enumerate() {
            if !class.folded().is_empty() {
                let end = class.folded().seek(hint.folded, to);
                class.folded().add_kinds(hint.folded..end, &mut folded);
                hint.folded = end;
            }
            if at < points {
                let end = class.placed.seek(hint.placed, to);
                ranges[at] = (hint.placed, end);
                count += end - hint.placed;
                hint.placed = end;
            }
        }
        let pairs = || lane.index.classes()[..points].iter().zip(ranges);
        let columns = (to - from) / self.per_point / GAP + 2.0;
        let crowded = count as f64 > columns * f64::from(lane.rows);
        let gap = (GAP * self.per_point) as f32;
        // One alone is a mark if it only touches its neighbour: a count of 1 says less.
        let gap = if count == 1 { gap * 0.6 } else { gap };
        let fits =
            !crowded && !lane.collapsed && pairs().all(|(class, (start, end))| class.gaps[start..end].iter().all(|before| *before >= gap));
        if fits {
            for (class, (start, end)) in pairs() {
                for place in start..end {
                    let event = class.placed.event(place);
                    if let Some(extent) = self.lanes.extent(event as usize) {
                        picture.marks.push(self.mark(number, class.rows[place], event, extent));
                    }
                }
            }
        } else {
            for (class, (start, end)) in pairs() {
                class.placed.add_kinds(start..end, &mut folded);
            }
        }
        self.push_cluster(number, lane, (from, to), folded, if fits { Sort::Beside } else { Sort::Column }, picture);
    }

    /// Says where the events of a lane are if none is in sight.
    fn aside(&self, number: usize, lane: &Lane, picture: &mut Picture) {
        let width = self.canvas.width;
        let marks = picture.marks.iter().rev().take_while(|mark| mark.lane == number);
        let mut seen =
            marks.map(Mark::covers).chain(picture.clusters.iter().rev().take_while(|c| c.lane == number).map(|c| (c.left, c.right)));
        if seen.any(|(left, right)| right > 0.0 && left < width) {
            return;
        }
        let y = self.lanes.top(number).midpoint(self.lanes.top(number + 1)) - self.canvas.scroll;
        let (before, after) = (lane.index.before(self.view.start), lane.index.after(self.view.start));
        picture.asides.push(Aside { lane: number, before, after, y });
    }

    fn push_cluster(&self, number: usize, lane: &Lane, (from, to): (f64, f64), kinds: KindCounts, sort: Sort, picture: &mut Picture) {
        let count = kinds.iter().sum();
        if count == 0 {
            return;
        }
        let top = self.lanes.top(number) + LANE_PADDING - self.canvas.scroll;
        let bottom = top + f32::from(lane.shown_rows()) * ROW_HEIGHT;
        let rows = if lane.short_rows > 0 { lane.short_rows } else { lane.rows }.min(lane.shown_rows());
        let (top, bottom) = if sort == Sort::Column { (top, top + f32::from(rows) * ROW_HEIGHT) } else { (bottom - ROW_HEIGHT, bottom) };
        let (left, right) = if sort == Sort::Across { (-40.0, 0.0) } else { (self.x(from), self.x(to)) };
        picture.clusters.push(Cluster { lane: number, from, to, left, right, top, bottom, count, kinds, sort });
    }
}
