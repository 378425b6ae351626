//! The division of the board's events into lanes with rows: built once for a board, a filter and a division.

use super::axis::Axis;
use super::dates::Dates;
use super::divide::{divide, keys_of, lane};
use super::division::{DatedBy, Division};
use super::extent::Extent;
use super::index::{Column, LaneIndex};
use super::lane_by::LaneBy;
use crate::model::{ActorId, ArticleId, Board, Event, EventId, Kind};
use std::ops::Range;

/// Height of one row of marks, in points.
pub const ROW_HEIGHT: f32 = 18.0;
/// Space above the first and below the last row of a lane, in points each.
pub const LANE_PADDING: f32 = 5.0;
/// Height of the line for the spans between neighbours, in points.
pub(super) const GAP_LINE: f32 = 12.0;
/// How much of the time in which most events lie a label may ask for when rows are dealt out.
const LABEL_SHARE: f64 = 0.13;

/// What all events of a lane have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LaneKey {
    /// This actor takes part.
    Actor(ActorId),
    /// No actor is named.
    NoActor,
    /// This article tells it.
    Article(ArticleId),
    /// It is of this kind.
    Kind(Kind),
    /// Nothing: all events.
    All,
}

/// One lane.
#[derive(Clone, Debug)]
pub struct Lane {
    /// What its events have in common.
    pub key: LaneKey,
    /// Its name on screen.
    pub name: String,
    /// How many rows it has, at least 1. If events are folded, the last row is for their counts.
    pub rows: u8,
    /// How many of them, from the top, are for short events; the rest is for long bands and bars.
    pub short_rows: u8,
    /// Its events.
    pub index: LaneIndex,
}

/// All lanes with the places of all events on the axis.
#[derive(Clone, Debug, Default)]
pub struct Lanes {
    division: Division,
    axis: Axis,
    list: Vec<Lane>,
    /// Rows in all lanes before this one; one more than lanes.
    rows_before: Vec<u32>,
    extents: Vec<Option<Extent>>,
    all: Column,
    undated: Vec<u32>,
    range: Option<(f64, f64)>,
    core: Option<(f64, f64)>,
}

impl Lanes {
    /// Divides the shown events of the board. `shown` has one entry for each of `board.events`; missing ones are shown.
    ///
    /// Actors stand in the board's order (most important first), articles and kinds in theirs; empty lanes are left out.
    pub fn build(board: &Board, shown: &[bool], division: impl Into<Division>) -> Self {
        let division = division.into();
        let by = division.by;
        let mut extents: Vec<Option<Extent>> = board.events.iter().map(|event| Extent::of(&division.dated_by.date(board, event))).collect();
        let is_shown = |at: usize| shown.get(at).copied().unwrap_or(true);
        let known = || extents.iter().enumerate().filter(|(at, _)| is_shown(*at)).filter_map(|(_, extent)| extent.as_ref());
        let axis = if division.folds { Axis::folded(known()) } else { Axis::default() };
        extents.iter_mut().flatten().for_each(|extent| *extent = axis.place(*extent));
        let range = whole_range(&extents, is_shown);
        if let Some((earliest, latest)) = range {
            extents.iter_mut().flatten().for_each(|extent| extent.reach_out(earliest, latest));
        }
        let (mut dated, mut undated) = (Vec::new(), Vec::new());
        for (at, extent) in extents.iter().enumerate().filter(|(at, _)| is_shown(*at)) {
            // A board of more than 4 billion events does not fit into memory.
            let number = u32::try_from(at).unwrap_or(u32::MAX);
            match extent {
                Some(extent) => dated.push((number, *extent)),
                None => undated.push(number),
            }
        }
        dated.sort_by(|(a, left), (b, right)| {
            let importance = || board.events[*b as usize].importance.total_cmp(&board.events[*a as usize].importance);
            left.start.total_cmp(&right.start).then_with(importance).then(a.cmp(b))
        });
        let all = column(board, &dated);
        let core = core_range(&all);
        let room = core.or(range).map_or(0.0, |(start, end)| (end - start) * LABEL_SHARE);
        let list = divide(board, &dated, by).into_iter().map(|(key, entries)| lane(board, key, entries, by, room)).collect::<Vec<_>>();
        let mut rows_before = vec![0];
        rows_before.extend(list.iter().scan(0, |sum, lane| {
            *sum += u32::from(lane.rows);
            Some(*sum)
        }));
        Self { division, axis, list, rows_before, extents, all, undated, range, core }
    }

    /// What the lanes are divided by.
    pub const fn by(&self) -> LaneBy {
        self.division.by
    }

    /// By which date events stand on the axis.
    pub const fn dated_by(&self) -> DatedBy {
        self.division.dated_by
    }

    /// How dates are to be written.
    pub const fn dates(&self) -> Dates {
        self.division.dates
    }

    /// Whether every lane has a line for the spans between neighbours.
    pub const fn has_gaps(&self) -> bool {
        self.division.gaps
    }

    /// The axis that all places are on.
    pub const fn axis(&self) -> &Axis {
        &self.axis
    }

    /// The lanes from top to bottom.
    pub fn lanes(&self) -> &[Lane] {
        &self.list
    }

    /// Whether there is no dated event.
    pub const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many dated events there are, each once.
    pub const fn len(&self) -> usize {
        self.all.len()
    }

    /// Every dated event once, by the place of its mark.
    pub const fn all(&self) -> &Column {
        &self.all
    }

    /// The shown events that have no place in time, as indices of `board.events`, in the board's order.
    pub fn undated(&self) -> &[u32] {
        &self.undated
    }

    /// The place of the board's event number `at` on the axis, if it has one.
    pub fn extent(&self, at: usize) -> Option<&Extent> {
        self.extents.get(at)?.as_ref()
    }

    /// From the first to the last instant that any shown event is known to cover; open sides do not count.
    pub const fn range(&self) -> Option<(f64, f64)> {
        self.range
    }

    /// The range in which nine of ten events have their marks: for a first view that is not mostly empty.
    pub const fn core(&self) -> Option<(f64, f64)> {
        self.core
    }

    /// The top of a lane in points below the top of the first; of one beyond the last, the height of them all.
    pub fn top(&self, lane: usize) -> f32 {
        let lane = lane.min(self.list.len());
        self.rows_before.get(lane).copied().unwrap_or_default() as f32 * ROW_HEIGHT + lane as f32 * self.around()
    }

    /// What a lane takes besides its rows, in points.
    fn around(&self) -> f32 {
        2.0 * LANE_PADDING + if self.has_gaps() { GAP_LINE } else { 0.0 }
    }

    /// The height of all lanes in points.
    pub fn height(&self) -> f32 {
        self.top(self.list.len())
    }

    /// The middle of a row in points below the top of the first lane.
    pub fn row_middle(&self, lane: usize, row: u8) -> f32 {
        self.top(lane) + LANE_PADDING + (f32::from(row) + 0.5) * ROW_HEIGHT
    }

    /// The lanes that show anything between two heights in points.
    pub fn between(&self, top: f32, bottom: f32) -> Range<usize> {
        let first = partition(self.list.len(), |lane| self.top(lane + 1) <= top);
        let last = partition(self.list.len(), |lane| self.top(lane) < bottom);
        first..last.max(first)
    }

    /// The lanes in which an event stands.
    pub fn lanes_of(&self, event: &Event) -> Vec<usize> {
        let keys = keys_of(event, self.division.by);
        self.list.iter().enumerate().filter(|(_, lane)| keys.contains(&lane.key)).map(|(at, _)| at).collect()
    }

    /// The event after (or before) the one at `from` in time; with none, the first (last) one in `view`, or of all.
    pub fn neighbour(&self, board: &Board, from: Option<EventId>, forward: bool, view: super::TimelineView) -> Option<EventId> {
        let place = from.and_then(|id| self.place_of(board, id));
        let len = self.all.len();
        let next = match (place, forward) {
            (Some(place), true) => place.checked_add(1).filter(|next| *next < len)?,
            (Some(place), false) => place.checked_sub(1)?,
            (None, true) => Some(self.all.seek(0, view.start)).filter(|next| *next < len).unwrap_or(0),
            (None, false) => self.all.seek(0, view.end).checked_sub(1).unwrap_or(len.checked_sub(1)?),
        };
        let event = self.all.event((next < len).then_some(next)?);
        board.events.get(event as usize).map(|event| event.id)
    }

    fn place_of(&self, board: &Board, id: EventId) -> Option<usize> {
        let index = board.event_index(id)?;
        let anchor = self.extent(index)?.anchor;
        let first = self.all.seek(0, anchor);
        (first..self.all.len()).take_while(|place| self.all.anchor(*place) <= anchor).find(|place| self.all.event(*place) as usize == index)
    }
}

fn partition(len: usize, before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, len);
    while low < high {
        let middle = low.midpoint(high);
        if before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

fn whole_range(extents: &[Option<Extent>], is_shown: impl Fn(usize) -> bool) -> Option<(f64, f64)> {
    extents
        .iter()
        .enumerate()
        .filter(|(at, _)| is_shown(*at))
        .filter_map(|(_, extent)| extent.as_ref())
        .map(|extent| (extent.start, extent.end))
        .reduce(|(a, b), (c, d)| (a.min(c), b.max(d)))
}

fn core_range(all: &Column) -> Option<(f64, f64)> {
    let (first, last) = (all.len() / 20, all.len().checked_sub(1)? - all.len() / 20);
    Some((all.anchor(first), all.anchor(last)))
}

fn column(board: &Board, dated: &[(u32, Extent)]) -> Column {
    let mut order: Vec<(f64, u32)> = dated.iter().map(|(event, extent)| (extent.anchor, *event)).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut column = Column::default();
    for (anchor, event) in order {
        column.push(anchor, event, kind_number(board.events[event as usize].kind));
    }
    column
}

/// The place of a kind in `Kind::ALL`.
pub(super) fn kind_number(kind: Kind) -> u8 {
    Kind::ALL.iter().position(|other| *other == kind).and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
}
