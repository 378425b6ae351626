//! Titles beside marks: the most important first, and never over anything else.

use super::Drawing;
use super::lanes::ROW_HEIGHT;
use super::marks::{Canvas, HALF, Label, Mark, Picture};
use crate::model::Board;

/// The least room for a label, in points.
const LEAST: f32 = 68.0;
/// The most labels at once.
const MOST: usize = 320;
/// About the width of a letter, in points: to tell which labels need less than they could have.
const LETTER: f32 = 6.6;
/// Free space around a label, in points.
const AIR: f32 = 5.0;

/// What lies in the way of labels in one row, as stretches from left to right.
type Row = Vec<(f32, f32)>;

/// Gives titles room, the most important first: right of the mark up to whatever comes next in the row, else left of it.
pub(super) fn label(board: &Board, canvas: Canvas, starts: &[(usize, usize)], picture: &mut Picture) {
    let mut candidates: Vec<(f64, usize)> = Vec::new();
    let mut rows: std::collections::BTreeMap<(usize, u32), Row> = std::collections::BTreeMap::new();
    for (at, pair) in starts.windows(2).enumerate() {
        let lane = picture.lanes.start + at;
        for number in pair[0].0..pair[1].0 {
            let mark = &picture.marks[number];
            if mark.y < -ROW_HEIGHT || mark.y > canvas.height + ROW_HEIGHT {
                continue;
            }
            rows.entry((lane, mark.y.to_bits())).or_default().push(mark.covers());
            candidates.push((board.events[mark.event as usize].importance, number));
        }
    }
    let clusters = std::mem::take(&mut picture.clusters);
    for (&(lane, y), row) in &mut rows {
        let y = f32::from_bits(y);
        let of_lane = starts.get(lane - picture.lanes.start).zip(starts.get(lane + 1 - picture.lanes.start));
        let Some((start, end)) = of_lane else { continue };
        row.extend(clusters[start.1..end.1].iter().filter(|cluster| cluster.top < y && y < cluster.bottom).map(|c| (c.left, c.right)));
        row.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    picture.clusters = clusters;
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, number) in candidates {
        if picture.labels.len() >= MOST {
            break;
        }
        let mark = picture.marks[number];
        let Some(row) = rows.get_mut(&(mark.lane, mark.y.to_bits())) else { continue };
        let letters = board.events[mark.event as usize].title.chars().count() as f32;
        if let Some(label) = place_label(number, &mark, row, letters * LETTER + 6.0, canvas.width) {
            let at = row.partition_point(|(left, _)| *left < label.left);
            row.insert(at, (label.left, label.right));
            picture.labels.push(label);
        }
    }
}

fn place_label(number: usize, mark: &Mark, row: &Row, wanted: f32, width: f32) -> Option<Label> {
    if mark.x < -HALF || mark.x > width {
        return None;
    }
    let own = mark.covers();
    // One stretch is the mark's own; a count may cover exactly the same.
    let own_at = row.iter().position(|stretch| *stretch == own);
    let others = || row.iter().enumerate().filter(move |(at, _)| Some(*at) != own_at).map(|(_, stretch)| stretch);
    // A title that would run over the hard end of a bar stands behind it instead.
    let hard = mark.is_wide() && matches!(mark.drawing, Drawing::Bar { .. } | Drawing::Between);
    // Behind the arrow heads of "not before".
    let inside = if mark.drawing == Drawing::After { own.1 } else { mark.x + HALF } + 4.0;
    let from = if hard && inside + wanted > mark.right && mark.right < width { mark.right + AIR } else { inside };
    let from = from.max(2.0);
    let right = others().map(|(left, _)| *left).filter(|left| *left > mark.x).fold(width, f32::min) - AIR;
    let blocked = others().any(|(left, right)| *left <= mark.x && *right > from);
    if !blocked && right - from >= wanted.min(LEAST.max(wanted * 0.3)) {
        return Some(Label { mark: number, left: from, right: right.min(from + wanted), before: false });
    }
    let to = mark.x - HALF - AIR;
    let left = others().map(|(_, right)| *right).filter(|right| *right <= to + 1.0).fold(0.0, f32::max) + AIR;
    // On its own band a title may stand if it does not run out of it.
    let fades = matches!(mark.drawing, Drawing::Before | Drawing::After);
    let left = if own.0 < to - HALF && !fades { left.max(own.0 + AIR) } else { left };
    let blocked = others().any(|(left, right)| *left < to && *right > to + 1.0) || (fades && own.0 < to - HALF);
    (!blocked && to - left >= wanted).then_some(Label { mark: number, left: to - wanted, right: to, before: true })
}
