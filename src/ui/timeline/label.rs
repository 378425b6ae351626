//! Text that is cut to the room it has.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, FontId, Galley, Painter};
use std::sync::Arc;

/// Widths are cut down to multiples of this, in points, so that a text is not laid out anew for every pixel of a zoom.
const STEP: f32 = 12.0;

/// The text on one line, cut with "…" if it is wider than `room` points. egui's cache makes a second call cheap.
pub(super) fn one_line(painter: &Painter, text: &str, font: FontId, color: Color32, room: f32) -> Arc<Galley> {
    let whole = painter.layout_job(LayoutJob::simple_singleline(text.to_owned(), font.clone(), color));
    if whole.rect.width() <= room {
        return whole;
    }
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = TextWrapping::truncate_at_width(((room / STEP).floor() * STEP).max(1.0));
    painter.layout_job(job)
}

/// The first of some names that fits into `room` points, if any does.
pub(super) fn first_that_fits(painter: &Painter, names: &[String], font: &FontId, color: Color32, room: f32) -> Option<Arc<Galley>> {
    names
        .iter()
        .map(|name| painter.layout_job(LayoutJob::simple_singleline(name.clone(), font.clone(), color)))
        .find(|galley| galley.rect.width() <= room)
}
