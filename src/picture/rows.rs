//! Rows for pictures: every event has its mark and its whole title, and nothing covers anything. A lane is as high as it must be.

use super::fonts::Fonts;
use super::marks::TITLE;
use crate::model::{Board, Modality};
use crate::view::marks::{HALF, Mark};
use crate::view::{Drawing, Lane, Lanes, TimelineView};

/// Free space after a title, in points.
const AIR: f32 = 8.0;
/// What fades takes so much room beside its mark, in points.
const ARROWS: f32 = 31.0;
/// No line of a title is narrower than this.
const MOST_NARROW: f32 = 120.0;
/// From this width on, in points, bands and bars stand below the short events.
const LONG: f32 = 160.0;

/// One event in a picture.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// Its places; y is that of its row once it is drawn.
    pub(super) mark: Mark,
    /// Its title: one line, or more if neither side of the mark has room for it.
    pub(super) title: Vec<String>,
    /// The left edge of the title, in points.
    pub(super) title_left: f32,
    covers: (f32, f32),
}

/// The rows of one lane, from top to bottom.
#[derive(Clone, Debug)]
pub(super) struct LaneRows {
    /// The lane, counted from the top of all lanes.
    pub(super) lane: usize,
    /// The events of each row.
    pub(super) rows: Vec<Vec<Placed>>,
}

/// Deals out the rows of all lanes that have anything in the range.
pub(super) fn rows(board: &Board, lanes: &Lanes, fonts: &Fonts, view: TimelineView, width: f32) -> Vec<LaneRows> {
    let lane_rows = |(number, lane): (usize, &Lane)| {
        let mut placed: Vec<Placed> =
            events(lanes, lane, view).filter_map(|event| place(board, lanes, fonts, view, width, (number, event))).collect();
        placed.sort_by(|a, b| a.covers.0.total_cmp(&b.covers.0).then(a.mark.event.cmp(&b.mark.event)));
        let (long, short): (Vec<Placed>, Vec<Placed>) = placed.into_iter().partition(|one| one.mark.right - one.mark.left > LONG);
        let mut rows = pack(short);
        rows.extend(pack(long));
        LaneRows { lane: number, rows }
    };
    lanes.lanes().iter().enumerate().map(lane_rows).filter(|lane| !lane.rows.is_empty()).collect()
}

/// The events of a lane that cross the range.
pub(super) fn events<'a>(lanes: &'a Lanes, lane: &'a Lane, view: TimelineView) -> impl Iterator<Item = u32> + 'a {
    lane.index
        .events()
        .filter(move |event| lanes.extent(*event as usize).is_some_and(|extent| extent.end > view.start && extent.start < view.end))
}

/// A width at which marks and titles cover about a third of the sheet, and the sheet is not much higher than wide.
pub(super) fn width_for(board: &Board, lanes: &Lanes, fonts: &Fonts, view: TimelineView) -> f32 {
    const FILLED: f32 = 0.4;
    const HIGH: f32 = 1.1;
    let area: f32 = lanes
        .lanes()
        .iter()
        .flat_map(|lane| events(lanes, lane, view))
        .filter_map(|event| board.events.get(event as usize))
        .map(|event| (fonts.width(&event.title, TITLE, false) + 40.0) * crate::view::ROW_HEIGHT)
        .sum();
    (area / FILLED / HIGH).sqrt().clamp(1_100.0, 12_000.0).round()
}

fn place(board: &Board, lanes: &Lanes, fonts: &Fonts, view: TimelineView, width: f32, (lane, event): (usize, u32)) -> Option<Placed> {
    let told = board.events.get(event as usize)?;
    let extent = lanes.extent(event as usize)?;
    let mut mark = Mark::on(view, width, extent, Mark { lane, event, ..Mark::default() });
    // The day at an edge may have its middle outside.
    mark.x = mark.x.clamp(HALF, width - HALF);
    let wanted = fonts.width(&told.title, TITLE, false);
    let after = match mark.drawing {
        Drawing::After => ARROWS,
        _ if told.modality == Modality::Planned => HALF + 8.0,
        _ => HALF + 4.0,
    };
    let before = if mark.drawing == Drawing::Before { ARROWS } else { HALF + 4.0 };
    // A title that would run over the hard end of a bar stands behind it instead.
    let hard = mark.is_wide() && matches!(mark.drawing, Drawing::Bar { .. } | Drawing::Between);
    let inside = mark.x + after;
    let from = if hard && inside + wanted > mark.right && mark.right < width { mark.right + AIR } else { inside };
    let left_room = mark.left.min(mark.x) - before;
    let (title, title_left) = if from + wanted <= width {
        (vec![told.title.clone()], from)
    } else if left_room >= wanted {
        (vec![told.title.clone()], left_room - wanted)
    } else {
        let after = width - from >= left_room;
        let room = if after { width - from } else { left_room };
        let title = wrapped(fonts, &told.title, room.max(MOST_NARROW));
        let start = if after { from } else { left_room - widest(fonts, &title) };
        (title, start)
    };
    let (left, right) = mark.covers();
    let covers = (left.min(title_left), right.max(title_left + widest(fonts, &title)));
    Some(Placed { mark, title, title_left, covers })
}

fn widest(fonts: &Fonts, lines: &[String]) -> f32 {
    lines.iter().map(|line| fonts.width(line, TITLE, false)).fold(0.0, f32::max)
}

/// The words on as many lines as they need.
fn wrapped(fonts: &Fonts, text: &str, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}")).filter(|line| fonts.width(line, TITLE, false) <= room);
        match (longer, lines.last_mut()) {
            (Some(longer), Some(last)) => *last = longer,
            _ => lines.push(fonts.cut(word, TITLE, false, room)),
        }
    }
    lines
}

/// First fit: each event in the first rows that are free where it begins, one for each line of its title.
fn pack(placed: Vec<Placed>) -> Vec<Vec<Placed>> {
    let mut rows: Vec<(f32, Vec<Placed>)> = Vec::new();
    for one in placed {
        let ((from, to), lines) = (one.covers, one.title.len().max(1));
        let is_free = |row: usize| rows.get(row).is_none_or(|(end, _)| *end <= from);
        let first = (0..=rows.len()).find(|first| (*first..first + lines).all(is_free)).unwrap_or(rows.len());
        if rows.len() < first + lines {
            rows.resize_with(first + lines, || (f32::NEG_INFINITY, Vec::new()));
        }
        rows[first..first + lines].iter_mut().for_each(|(end, _)| *end = to + AIR);
        rows[first].1.push(one);
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

impl Placed {
    /// A mark with a title that has its place already.
    pub(super) fn at(mark: Mark, title: String, title_left: f32) -> Self {
        Self { mark, title: vec![title], title_left, covers: (0.0, 0.0) }
    }
}
