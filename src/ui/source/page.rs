//! The part of a laid out article that is in view, and where its letters stand.
//!
//! Everything drawn over the text asks here, so that the cost of a frame follows what is seen and not the article's length.

use egui::text::CharIndex;
use egui::{Galley, Pos2, Rangef, Rect, pos2};
use std::ops::Range;

/// An article as it is laid out in this frame.
pub(super) struct Page<'a> {
    pub(super) galley: &'a Galley,
    /// Where the galley stands on the screen.
    pub(super) pos: Pos2,
    /// The code point that each row begins with, and one more for the end.
    starts: Vec<usize>,
    /// The rows in view.
    rows: Range<usize>,
}

impl<'a> Page<'a> {
    /// `clip` is the part of the screen that is seen.
    pub(super) fn new(galley: &'a Galley, pos: Pos2, clip: Rangef) -> Self {
        let mut starts = Vec::with_capacity(galley.rows.len() + 1);
        let mut begin = 0;
        for row in &galley.rows {
            starts.push(begin);
            begin += row.row.char_count_excluding_newline().0 + usize::from(row.ends_with_newline);
        }
        starts.push(begin);
        let first = galley.rows.partition_point(|row| pos.y + row.pos.y + row.row.size.y < clip.min);
        let last = galley.rows.partition_point(|row| pos.y + row.pos.y <= clip.max);
        Self { galley, pos, starts, rows: first..last.max(first) }
    }

    /// The code points in view.
    pub(super) fn chars(&self) -> Range<usize> {
        self.starts[self.rows.start.min(self.starts.len() - 1)]..self.starts[self.rows.end.min(self.starts.len() - 1)]
    }

    /// Where a code point stands: its left edge, as high as its row.
    pub(super) fn place(&self, char_index: usize) -> Rect {
        let row = self.starts.partition_point(|start| *start <= char_index).saturating_sub(1);
        self.pieces_of_row(row, &(char_index..char_index)).unwrap_or_else(|| Rect::from_min_size(self.pos, egui::Vec2::ZERO))
    }

    /// What these code points cover, row by row, as far as it is in view.
    pub(super) fn pieces<'b>(&'b self, chars: &'b Range<usize>) -> impl Iterator<Item = Rect> + 'b {
        self.rows
            .clone()
            .filter(|row| self.starts[*row] < chars.end && chars.start < self.starts[row + 1])
            .filter_map(|row| self.pieces_of_row(row, chars))
    }

    /// The same with the baseline of each row.
    pub(super) fn lines<'b>(&'b self, chars: &'b Range<usize>) -> impl Iterator<Item = (Rect, f32)> + 'b {
        let baseline = |piece: &Rect| {
            let row = self.galley.rows.partition_point(|row| self.pos.y + row.pos.y <= piece.top() + 0.5).checked_sub(1)?;
            self.galley.rows[row].row.glyphs.first().map(|glyph| piece.top() + glyph.pos.y)
        };
        self.pieces(chars).filter_map(move |piece| Some((piece, baseline(&piece)?)))
    }

    /// The smallest rectangle around these code points: over the whole width if they stand in several rows.
    pub(super) fn around(&self, chars: &Range<usize>) -> Rect {
        let (first, last) = (self.place(chars.start), self.place(chars.end.saturating_sub(1).max(chars.start)));
        if first.top() < last.top() - 1.0 {
            Rect::from_min_max(pos2(self.pos.x, first.top()), pos2(self.pos.x + self.galley.size().x, last.bottom()))
        } else {
            first.union(last)
        }
    }

    /// The code point at a place, if there is one near it: right of the last letter of a row is not in the text.
    pub(super) fn char_at(&self, at: Pos2) -> Option<usize> {
        let index = self.galley.cursor_from_pos(at - self.pos).index.0;
        self.place(index).expand2(egui::vec2(14.0, 2.0)).contains(at).then_some(index)
    }

    fn pieces_of_row(&self, row: usize, chars: &Range<usize>) -> Option<Rect> {
        let placed = self.galley.rows.get(row)?;
        let start = self.starts[row];
        let origin = self.pos + placed.pos.to_vec2();
        let x = |at: usize| {
            origin.x + placed.row.x_offset(CharIndex(at.saturating_sub(start).min(placed.row.char_count_excluding_newline().0)))
        };
        Some(Rect::from_min_max(pos2(x(chars.start), origin.y), pos2(x(chars.end), origin.y + placed.row.size.y)))
    }
}
