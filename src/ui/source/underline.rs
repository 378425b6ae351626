//! What lies under the words: the ground of sentences with events, the places searched for, lines under time words and actors.
//!
//! Drawn here and not by the layout: the layout of a long article then stays as it is while the pointer moves, and egui puts
//! underlines at the bottom of a row, where with this line height the background of the next row covers them.

use super::job::{Light, ground, underline};
use super::page::Page;
use crate::ui::theme::Palette;
use crate::view::SourceText;
use egui::{Rect, Stroke, StrokeKind, Ui, vec2};
use std::ops::Range;

/// From the baseline down to the line, in points.
const BELOW: f32 = 3.5;

/// Paints the ground of the sentences in view.
pub(super) fn paint_grounds(ui: &Ui, set: &SourceText, light: Light, page: &Page<'_>) {
    let (palette, seen) = (Palette::of(ui), page.chars());
    for (at, sentence) in set.sentences_in(&seen) {
        let color = ground(at, sentence, light, palette);
        for piece in page.pieces(&sentence.chars) {
            ui.painter().rect_filled(piece.expand2(vec2(1.5, 0.0)), 0.0, color);
        }
    }
}

/// Paints the lines in view.
pub(super) fn paint_underlines(ui: &Ui, set: &SourceText, light: Light, page: &Page<'_>) {
    let (palette, seen) = (Palette::of(ui), page.chars());
    let first = set.runs.partition_point(|run| run.chars.end <= seen.start);
    for run in set.runs[first..].iter().take_while(|run| run.chars.start < seen.end) {
        let Some(stroke) = underline(run, set, light, palette) else { continue };
        for (piece, baseline) in page.lines(&run.chars) {
            ui.painter().hline(piece.x_range(), ui.painter().round_to_pixel_center(baseline + BELOW), stroke);
        }
    }
}

/// Paints the places searched for, under the words; the one that is looked at stands out.
pub(super) fn paint_hits(ui: &Ui, hits: &[Range<usize>], current: Option<usize>, page: &Page<'_>) {
    let (palette, seen) = (Palette::of(ui), page.chars());
    let first = hits.partition_point(|hit| hit.end <= seen.start);
    for (at, hit) in hits.iter().enumerate().skip(first).take_while(|(_, hit)| hit.start < seen.end) {
        for piece in page.pieces(hit) {
            let rect: Rect = piece.shrink2(vec2(0.0, piece.height() * 0.12)).expand2(vec2(1.5, 0.0));
            let is_current = current == Some(at);
            ui.painter().rect_filled(rect, 3.0, palette.warning.gamma_multiply(if is_current { 0.55 } else { 0.28 }));
            if is_current {
                ui.painter().rect_stroke(rect, 3.0, Stroke::new(2.0, palette.warning), StrokeKind::Outside);
            }
        }
    }
}
