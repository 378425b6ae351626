//! Lines under time words and actors.
//!
//! Drawn here and not by the layout: egui puts underlines at the bottom of a row, where with this line height the
//! background of the next row covers them.

use super::job::{Light, underline};
use crate::ui::theme::Palette;
use crate::view::SourceText;
use egui::text::CharIndex;
use egui::{Galley, Pos2, Rangef, Ui};

/// From the baseline down to the line, in points.
const BELOW: f32 = 3.5;

/// Paints the lines of the rows in view.
pub(super) fn paint_underlines(ui: &Ui, set: &SourceText, light: Light, (pos, galley): (Pos2, &Galley)) {
    let palette = Palette::of(ui);
    let mut begin = 0;
    for row in &galley.rows {
        let chars = begin..begin + row.row.glyphs.len();
        begin += row.char_count_including_newline().0;
        let origin = pos + row.pos.to_vec2();
        if !ui.clip_rect().y_range().intersects(Rangef::new(origin.y, origin.y + row.row.size.y)) {
            continue;
        }
        let first = set.runs.partition_point(|run| run.chars.end <= chars.start);
        for run in set.runs[first..].iter().take_while(|run| run.chars.start < chars.end) {
            let (from, to) = (run.chars.start.max(chars.start) - chars.start, run.chars.end.min(chars.end) - chars.start);
            let (Some(stroke), Some([head, ..])) = (underline(run, set, light, palette), row.row.glyphs.get(from..to)) else { continue };
            let y = ui.painter().round_to_pixel_center(origin.y + head.pos.y + BELOW);
            let right = origin.x + row.row.x_offset(CharIndex(to));
            ui.painter().hline(origin.x + head.pos.x..=right, y, stroke);
        }
    }
}
