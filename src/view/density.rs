//! Where events lie in time, and of which kinds: what the overview shows.

use super::divide::kind_number;
use super::extent::Extent;
use super::index::Column;
use crate::model::Board;

/// The events of a board by the place of their marks, with the range that they cover.
#[derive(Clone, Debug, Default)]
pub struct Density {
    /// The events by the place of their marks.
    pub marks: Column,
    /// From the first to the last instant that is covered; `None` without dated events.
    pub range: Option<(f64, f64)>,
}

impl Density {
    /// Of the shown events of a board. `shown` has one entry for each of `board.events`.
    pub fn of(board: &Board, shown: &[bool]) -> Self {
        let dated = (0..).zip(&board.events).zip(shown).filter(|(_, shown)| **shown);
        let mut events: Vec<(Extent, u32, u8)> =
            dated.filter_map(|((at, event), _)| Some((Extent::of(&event.when.edtf)?, at, kind_number(event.kind)))).collect();
        events.sort_by(|a, b| a.0.anchor.total_cmp(&b.0.anchor));
        let mut marks = Column::with_capacity(events.len());
        for (extent, event, kind) in &events {
            marks.push(extent.anchor, *event, *kind);
        }
        let ends = events.iter().map(|(extent, _, _)| (extent.start, extent.end));
        Self { marks, range: ends.reduce(|(a, b), (c, d)| (a.min(c), b.max(d))) }
    }
}
