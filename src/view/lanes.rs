//! The division of the board's events into lanes with rows: built once for a board, a filter and a division.

use super::arrangement::Arrangement;
use super::axis::Axis;
use super::dates::Dates;
use super::divide::{Places, divide, keys_of, kind_number, lane};
use super::division::{DatedBy, Division};
use super::extent::Extent;
use super::index::{Class, Column, LaneIndex, bytes};
use super::lane_by::LaneBy;
use crate::model::{ActorId, ArticleId, Board, Event, EventId, Kind};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LaneKey {
    /// This actor takes part.
    Actor(ActorId),
    /// No actor is named.
    NoActor,
    /// This article tells it.
    Article(ArticleId),
    /// No article tells it: a person has added it.
    NoArticle,
    /// It is of this kind.
    Kind(Kind),
    /// It happened here: the name of the place as written.
    Place(String),
    /// No place is named.
    NoPlace,
    /// A person has tagged it so.
    Tag(String),
    /// It has no tag.
    NoTag,
    /// Nothing: all events.
    All,
}

impl LaneKey {
    /// Whether it is the lane of what belongs to no other.
    pub const fn is_rest(&self) -> bool {
        matches!(self, Self::NoActor | Self::NoArticle | Self::NoPlace | Self::NoTag)
    }
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
    /// Its place in the order of importance, from 0.
    pub rank: u32,
    /// Where the first of its events begins, in seconds.
    pub first: f64,
    /// It stands on top, whatever the order.
    pub pinned: bool,
    /// It is shown as one row of counts.
    pub collapsed: bool,
}

impl Lane {
    /// A lane without events.
    pub(super) fn of(key: LaneKey) -> Self {
        Self {
            key,
            name: String::new(),
            rows: 1,
            short_rows: 1,
            index: LaneIndex::default(),
            rank: 0,
            first: 0.0,
            pinned: false,
            collapsed: false,
        }
    }

    /// Splits its events by length into points, which are counted where there is no room, and bars of at least so many seconds,
    /// which stand for themselves. A collapsed lane has points only, and only counts them.
    pub fn points_and_bars(&self, seconds: f64) -> (&[Class], &[Class]) {
        if self.collapsed { (self.index.classes(), &[]) } else { self.index.points_and_bars(seconds) }
    }

    /// How many rows are shown: one if it is collapsed.
    pub const fn shown_rows(&self) -> u8 {
        if self.collapsed { 1 } else { self.rows }
    }
}

/// All lanes with the places of all events on the axis.
#[derive(Clone, Debug, Default)]
pub struct Lanes {
    division: Division,
    axis: Axis,
    /// Pinned ones, other ones, hidden ones.
    list: Vec<Lane>,
    pinned: usize,
    shown: usize,
    /// Rows in all shown lanes before this one; one more than lanes.
    rows_before: Vec<u32>,
    extents: Vec<Option<Extent>>,
    all: Column,
    undated: Vec<u32>,
    /// The tags of the events that have any, in a division by tags.
    tags: BTreeMap<EventId, Vec<String>>,
    range: Option<(f64, f64)>,
    core: Option<(f64, f64)>,
}

impl Lanes {
    /// Divides the shown events of the board. `shown` has one entry for each of `board.events`; missing ones are shown.
    ///
    /// Actors stand in the board's order (most important first), articles and kinds in theirs, places and tags by the number
    /// of their events; empty lanes are left out.
    pub fn build(board: &Board, shown: &[bool], division: impl Into<Division>) -> Self {
        let division = division.into();
        let by = division.by;
        let (mut extents, mut kinds) = (Vec::new(), Vec::new());
        let place = |event: &Event| (Extent::of(&division.dated_by.date(board, event)), kind_number(event.kind));
        board.events.par_iter().map(place).unzip_into_vecs(&mut extents, &mut kinds);
        let is_shown = |at: usize| shown.get(at).copied().unwrap_or(true);
        let known = || extents.iter().enumerate().filter(|(at, _)| is_shown(*at)).filter_map(|(_, extent)| extent.as_ref());
        let axis = if division.folds { Axis::folded(known()) } else { Axis::default() };
        extents.iter_mut().flatten().for_each(|extent| *extent = axis.place(*extent));
        let range = whole_range(&extents, is_shown);
        if let Some((earliest, latest)) = range {
            extents.iter_mut().flatten().for_each(|extent| extent.reach_out(earliest, latest));
        }
        let dated = dated(board, &extents, is_shown);
        // A board of more than 4 billion events does not fit into memory.
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let undated = (0..extents.len()).filter(|at| extents[*at].is_none() && is_shown(*at)).map(number).collect();
        let places = Places { extents: &extents, kinds: &kinds };
        let all = column(&dated, places);
        let core = core_range(&all);
        let room = core.or(range).map_or(0.0, |(start, end)| (end - start) * LABEL_SHARE);
        let mut list: Vec<Lane> =
            divide(board, &dated, by).into_par_iter().map(|(key, events)| lane(board, key, &events, places, by, room)).collect();
        (0..).zip(&mut list).for_each(|(rank, lane)| lane.rank = rank);
        let tags = if by == LaneBy::Tag { tags(board) } else { BTreeMap::new() };
        let mut lanes = Self { division, axis, list, extents, all, undated, tags, range, core, ..Self::default() };
        lanes.arrange(&Arrangement::default());
        lanes
    }

    /// Puts the lanes in order, and pins, collapses and hides them. The index stays as it is, so this is quick.
    pub fn arrange(&mut self, arrangement: &Arrangement) {
        (self.pinned, self.shown) = arrangement.arrange(&mut self.list);
        self.rows_before.clear();
        self.rows_before.push(0);
        self.rows_before.extend(self.list[..self.shown].iter().scan(0, |sum, lane| {
            *sum += u32::from(lane.shown_rows());
            Some(*sum)
        }));
    }

    /// The memory that lanes and index hold beyond the board, in bytes.
    pub fn heap_size(&self) -> usize {
        let lists = bytes(&self.list) + bytes(&self.rows_before) + bytes(&self.extents) + bytes(&self.undated);
        let lanes: usize = self.list.iter().map(|lane| lane.name.capacity() + lane.index.heap_size()).sum();
        lists + self.all.heap_size() + lanes
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

    /// The lanes from top to bottom, without the hidden ones.
    pub fn lanes(&self) -> &[Lane] {
        &self.list[..self.shown]
    }

    /// The lanes that are not shown, in their order.
    pub fn hidden(&self) -> &[Lane] {
        &self.list[self.shown..]
    }

    /// How many lanes stand pinned on top.
    pub const fn pinned(&self) -> usize {
        self.pinned
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
        let lane = lane.min(self.shown);
        self.rows_before.get(lane).copied().unwrap_or_default() as f32 * ROW_HEIGHT + lane as f32 * self.around()
    }

    /// What a lane takes besides its rows, in points.
    fn around(&self) -> f32 {
        2.0 * LANE_PADDING + if self.has_gaps() { GAP_LINE } else { 0.0 }
    }

    /// The height of all lanes in points.
    pub fn height(&self) -> f32 {
        self.top(self.shown)
    }

    /// The middle of a row in points below the top of the first lane.
    pub fn row_middle(&self, lane: usize, row: u8) -> f32 {
        self.top(lane) + LANE_PADDING + (f32::from(row) + 0.5) * ROW_HEIGHT
    }

    /// The lanes that show anything between two heights in points.
    pub fn between(&self, top: f32, bottom: f32) -> Range<usize> {
        let first = partition(self.shown, |lane| self.top(lane + 1) <= top);
        let last = partition(self.shown, |lane| self.top(lane) < bottom);
        first..last.max(first)
    }

    /// The lanes in which an event stands.
    pub fn lanes_of(&self, event: &Event) -> Vec<usize> {
        let keys = keys_of(event, self.division.by, self.tags.get(&event.id).map_or(&[], Vec::as_slice));
        self.lanes().iter().enumerate().filter(|(_, lane)| keys.contains(&lane.key)).map(|(at, _)| at).collect()
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

fn tags(board: &Board) -> BTreeMap<EventId, Vec<String>> {
    let tagged = board.events.iter().filter_map(|event| Some((event.id, board.curation(event.id)?)));
    tagged.filter(|(_, curation)| !curation.tags.is_empty()).map(|(id, curation)| (id, curation.tags.iter().cloned().collect())).collect()
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

/// The shown events that have a place on the axis, by their start, of equals the more important first: the order of packing.
fn dated(board: &Board, extents: &[Option<Extent>], is_shown: impl Fn(usize) -> bool + Sync) -> Vec<u32> {
    let key = |(at, (event, extent)): (usize, (&Event, &Option<Extent>))| {
        let extent = extent.as_ref().filter(|_| is_shown(at))?;
        Some((extent.start, event.importance, u32::try_from(at).ok()?))
    };
    let mut order: Vec<(f64, f64, u32)> = board.events.par_iter().zip(extents).enumerate().filter_map(key).collect();
    // The board is sorted by the earliest date: a stable sort finds long runs.
    order.par_sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)));
    order.into_iter().map(|(_, _, event)| event).collect()
}

fn column(dated: &[u32], places: Places<'_>) -> Column {
    let anchor = |event: &u32| places.extents[*event as usize].map(|extent| (extent.anchor, *event));
    let mut order: Vec<(f64, u32)> = dated.iter().filter_map(anchor).collect();
    order.par_sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut column = Column::with_capacity(order.len());
    for (anchor, event) in order {
        column.push(anchor, event, places.kinds[event as usize]);
    }
    column
}
