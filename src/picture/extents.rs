//! Bands and bars: how long an event lasts and how wide the doubt about its date is, as on screen.

use super::drawing::{Area, Drawing as Sheet, Form, Line, dashed, pale, solid};
use super::marks::RADIUS;
use crate::model::{Basis, Event, Modality};
use crate::view::Drawing;
use crate::view::colors::{Colors, Rgb, kind_color};
use crate::view::marks::{FADE, Mark};

/// Height of a band or bar in its row, in points.
pub(super) const BAND: f32 = 14.0;
/// From this width on, in points, the day of an event is drawn behind its mark.
const CLOSE: f32 = 30.0;

/// Draws what stands behind a mark. `limits` are the left and right edge of the canvas, `origin` its left edge and the row.
pub(super) fn extent(sheet: &mut Sheet, mark: &Mark, event: &Event, colors: &Colors, limits: (f32, f32), origin: (f32, f32)) {
    let color = kind_color(event.kind, colors.dark);
    let (x0, y) = origin;
    let (left, right) = ((x0 + mark.left).max(limits.0), (x0 + mark.right).min(limits.1));
    let band = Area::new(left, y - BAND / 2.0, right.max(left + 1.0), y + BAND / 2.0);
    match mark.drawing {
        Drawing::Before => fade(sheet, mark, color, -1.0, limits, origin),
        Drawing::After => fade(sheet, mark, color, 1.0, limits, origin),
        // Too narrow to draw, but the doubt is said all the same.
        _ if !mark.is_wide() => {
            if mark.doubtful {
                dots(sheet, (x0 + mark.x, y), color);
            }
        }
        Drawing::Mark => {
            if right - left >= CLOSE {
                sheet.rect(band, pale(color, 0.10));
            }
            if mark.doubtful {
                dotted(sheet, band, color);
            }
        }
        Drawing::Band => {
            soft(sheet, band, color, if colors.dark { 0.30 } else { 0.22 });
            if mark.doubtful {
                dotted(sheet, band, color);
            }
        }
        Drawing::Between => {
            sheet.rect(band, pale(color, 0.07));
            dotted(sheet, band, color);
            for (x, inside) in [(band.left, mark.left + x0 >= limits.0), (band.right, mark.right + x0 <= limits.1)] {
                if inside {
                    sheet.vertical(x, band.top, band.bottom, solid(color, 1.4));
                }
            }
        }
        Drawing::Bar { open_start, open_end } => {
            let open = (open_start || mark.left + x0 < limits.0, open_end || mark.right + x0 > limits.1);
            bar(sheet, band, event, open, mark.doubtful, colors);
        }
    }
}

/// A band that fades to the open side, with arrow heads, and with a line where the known side ends.
fn fade(sheet: &mut Sheet, mark: &Mark, color: Rgb, towards: f32, limits: (f32, f32), (x0, y): (f32, f32)) {
    let (known, open) = if towards > 0.0 { (mark.left, mark.right) } else { (mark.right, mark.left) };
    let (x, half) = (x0 + mark.x, BAND / 2.0 - 1.0);
    let reach = FADE + if mark.is_wide() { (open - mark.x).abs() } else { 0.0 };
    let end = (x + towards * reach).clamp(limits.0, limits.1);
    sheet.fade(Area::new(x.min(end), y - half, x.max(end), y + half), pale(color, 0.42), towards < 0.0);
    for step in [0.0_f32, 1.0] {
        let tip = x + towards * (RADIUS + 8.5 + 6.0 * step);
        let arms = vec![[tip - towards * 3.0, y - 3.5], [tip, y], [tip - towards * 3.0, y + 3.5]];
        sheet.stroke(Form::Chain(arms), Line { ink: pale(color, 0.8 - 0.35 * step), width: 1.3, dash: None });
    }
    let edge = x0 + known;
    if (known - mark.x).abs() > 2.5 * RADIUS && edge >= limits.0 && edge <= limits.1 {
        sheet.rect(Area::new(x.min(edge), y - half, x.max(edge), y + half), pale(color, 0.10));
        sheet.vertical(edge, y - BAND / 2.0, y + BAND / 2.0, solid(color, 1.6));
    }
}

/// A solid bar: it lasts all that time. Its outline says whether it happened.
fn bar(sheet: &mut Sheet, band: Area, event: &Event, (open_start, open_end): (bool, bool), doubtful: bool, colors: &Colors) {
    let color = kind_color(event.kind, colors.dark);
    let hollow = matches!(event.when.basis, Basis::Reported | Basis::Unknown);
    let fill = colors.surface.mixed(color, if hollow { 0.08 } else { 0.34 });
    let fading = (band.width() * 0.6).min(160.0) * if open_start && open_end { 0.7 } else { 1.0 };
    let whole = band.with_x(band.left + if open_start { fading } else { 0.0 }, band.right - if open_end { fading } else { 0.0 });
    sheet.rect(whole, fill);
    if open_end {
        sheet.fade(band.with_x(whole.right, band.right), fill.into(), false);
    }
    if open_start {
        sheet.fade(band.with_x(band.left, whole.left), fill.into(), true);
    }
    let line = match event.modality {
        _ if doubtful => dashed(color, 1.6, 1.6, 3.0),
        Modality::Happened | Modality::Negated => solid(color, 1.3),
        Modality::Planned => dashed(color, 1.3, 8.0, 4.0),
        Modality::Hypothetical => dashed(color, 1.3, 2.5, 3.0),
    };
    for y in [whole.top, whole.bottom] {
        sheet.horizontal(whole.left, whole.right, y, line);
    }
    if event.modality == Modality::Negated {
        sheet.horizontal(whole.left, whole.right, band.middle(), Line { ink: pale(color, 0.7), width: 1.0, dash: None });
    }
    for (x, open) in [(band.left + 1.0, open_start), (band.right - 1.0, open_end)] {
        if !open {
            sheet.vertical(x, band.top, band.bottom, solid(color, 2.5));
        }
    }
}

/// A band whose ends are soft: a quarter of its width on each side.
pub(super) fn soft(sheet: &mut Sheet, band: Area, color: Rgb, opacity: f32) {
    let soft = (band.width() * 0.25).min(60.0);
    let (left, right) = (band.left + soft, band.right - soft);
    sheet.fade(band.with_x(band.left, left), pale(color, opacity), true);
    sheet.rect(band.with_x(left, right), pale(color, opacity));
    sheet.fade(band.with_x(right, band.right), pale(color, opacity), false);
}

/// A dotted line below a mark: around that day.
pub(super) fn dots(sheet: &mut Sheet, (x, y): (f32, f32), color: Rgb) {
    sheet.horizontal(x - RADIUS - 2.0, x + RADIUS + 2.0, y + BAND / 2.0, dashed(color, 1.8, 1.8, 2.2));
}

/// A dotted line above and below a band.
pub(super) fn dotted(sheet: &mut Sheet, band: Area, color: Rgb) {
    for y in [band.top, band.bottom] {
        sheet.horizontal(band.left, band.right, y, dashed(color, 1.8, 1.8, 2.2));
    }
}
