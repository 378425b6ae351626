//! The breaks in the axis, where long empty spans are folded: a zigzag behind the lanes, and how long each span is in the ruler.

use super::super::theme::Palette;
use super::scene::Scene;
use crate::view::breaks::{Break, breaks};
use crate::view::civil;
use egui::{Painter, Rect, Role, Sense, Shape, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// From tooth to tooth of the break, in points.
const TOOTH: f32 = 6.0;
/// Space between a length and the edge of its pill.
const INSET: f32 = 6.0;
/// The least width of what shows the length of a break under the pointer.
const REACH: f32 = 12.0;

/// The breaks in sight on a canvas of this width.
pub(super) fn breaks_in(ui: &Ui, width: f32, scene: &Scene<'_>) -> Vec<Break> {
    let (painter, font) = (ui.painter(), TextStyle::Small.resolve(ui.style()));
    let measure = |words: &str| painter.layout_no_wrap(words.to_owned(), font.clone(), egui::Color32::BLACK).rect.width() + 2.0 * INSET;
    breaks(scene.lanes.axis(), scene.view, width, measure)
}

/// The zigzags behind the lanes.
pub(super) fn zigzags(painter: &Painter, rect: Rect, breaks: &[Break], palette: &Palette, shapes: &mut Vec<Shape>) {
    let pixel = painter.pixels_per_point().recip();
    for one in breaks {
        let band = Rect::from_x_y_ranges(rect.left() + one.left..=rect.left() + one.right, rect.y_range());
        shapes.push(Shape::rect_filled(band, 0.0, palette.border.gamma_multiply(0.35)));
        for side in [-2.0, 2.0] {
            let (mut teeth, mut y, mut right) = (Vec::new(), band.top(), false);
            while y <= band.bottom() + TOOTH {
                teeth.push(pos2(band.center().x + side + if right { 2.5 } else { -2.5 }, y));
                (y, right) = (y + TOOTH, !right);
            }
            shapes.push(Shape::line(teeth, Stroke::new(pixel.max(0.8), palette.border)));
        }
    }
}

/// The lengths in the lower row of the ruler; each break tells its dates under the pointer, whether its length has room or not.
pub(super) fn lengths_ui(ui: &Ui, row: Rect, breaks: &[Break], scene: &Scene<'_>) {
    let palette = Palette::of(ui);
    let painter = ui.painter().with_clip_rect(row.intersect(ui.clip_rect()));
    let dates = scene.lanes.dates();
    for (number, one) in breaks.iter().enumerate() {
        let middle = row.left() + one.left.midpoint(one.right);
        let half = ((one.right - one.left) / 2.0).max(REACH / 2.0);
        let mut area = Rect::from_x_y_ranges(middle - half..=middle + half, row.y_range());
        if let Some((left, right)) = one.label {
            let galley = painter.layout_no_wrap(one.words.clone(), TextStyle::Small.resolve(ui.style()), palette.text);
            let height = galley.rect.height() + 3.0;
            let center = pos2(row.left() + left.midpoint(right), row.center().y - 0.5);
            let pill = Rect::from_center_size(center, vec2(right - left, height));
            painter.rect(pill, height / 2.0, palette.raised, Stroke::new(1.0, palette.border), StrokeKind::Inside);
            painter.galley(pill.center() - galley.rect.size() / 2.0, galley, palette.text);
            area = area.union(pill);
        }
        let response = ui.interact(area.intersect(row), ui.scope_id().with(("break", number)), Sense::hover());
        let range = format!("{} to {}", dates.day(civil(one.fold.start).date()), dates.day(civil(one.fold.end - 1.0).date()));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("Folded: {}, {range}", one.words)));
        response.on_hover_text(format!("{} folded: {range}", one.words));
    }
}
