//! The breaks in the axis: where a long empty span is folded, and how long it is.

use super::super::theme::Palette;
use super::scene::Scene;
use crate::view::spans::span_words;
use crate::view::{Fold, civil};
use egui::{FontId, Rect, Role, Sense, Shape, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// From tooth to tooth of the break, in points.
const TOOTH: f32 = 6.0;

/// Draws the breaks over the canvas, with their lengths at the foot of the ruler above it.
pub(super) fn breaks_ui(ui: &Ui, rect: Rect, scene: &Scene<'_>) {
    let view = scene.view;
    for (number, fold) in scene.lanes.axis().folds().iter().enumerate().filter(|(_, fold)| fold.to > view.start && fold.from < view.end) {
        let x = |at: f64| rect.left() + view.x_from_time(at, f64::from(rect.width())).clamp(-9e3, 9e4) as f32;
        let band = Rect::from_x_y_ranges(x(fold.from)..=x(fold.to), rect.y_range()).intersect(rect);
        break_ui(ui, number, rect, band, fold, scene);
    }
}

fn break_ui(ui: &Ui, number: usize, rect: Rect, band: Rect, fold: &Fold, scene: &Scene<'_>) {
    let palette = Palette::of(ui);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(band, 0.0, palette.border.gamma_multiply(0.35));
    for side in [-2.0, 2.0] {
        let (mut teeth, mut y, mut right) = (Vec::new(), band.top(), false);
        while y <= band.bottom() + TOOTH {
            teeth.push(pos2(band.center().x + side + if right { 2.5 } else { -2.5 }, y));
            (y, right) = (y + TOOTH, !right);
        }
        painter.add(Shape::line(teeth, Stroke::new(1.0, palette.weak)));
    }
    let words = span_words(civil(fold.start), civil(fold.end));
    let font = FontId::proportional(TextStyle::Small.resolve(ui.style()).size);
    let galley = ui.painter().layout_no_wrap(words.clone(), font, palette.text);
    let size = galley.rect.size() + vec2(12.0, 3.0);
    let least = rect.left() + size.x / 2.0;
    let center = pos2(band.center().x.clamp(least, (rect.right() - size.x / 2.0).max(least)), rect.top() - 11.0);
    let pill = Rect::from_center_size(center, size);
    ui.painter().rect(pill, size.y / 2.0, palette.raised, Stroke::new(1.0, palette.border), StrokeKind::Inside);
    ui.painter().galley(pill.center() - galley.rect.size() / 2.0, galley, palette.text);
    let response = ui.interact(pill, ui.scope_id().with(("break", number)), Sense::hover());
    let dates = scene.lanes.dates();
    let range = format!("{} to {}", dates.day(civil(fold.start).date()), dates.day(civil(fold.end - 1.0).date()));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("Folded: {words} without events, {range}")));
    response.on_hover_text(format!("{words} without events: {range}"));
}
