//! The mark of an event: its kind by shape and colour, how its date is known by the fill, whether it happened by the line.
//!
//! | sign | meaning |
//! | --- | --- |
//! | filled | the text says when |
//! | hollow | the article's own date stands in (basis *reported*), or nothing says when |
//! | an arrow head after it | planned |
//! | a broken outline | hypothetical |
//! | a stroke through it | negated |
//! | a dot at its upper right | added by a person |

use super::super::palette::{KindShape, kind_color, kind_shape};
use super::super::theme::Palette;
use crate::model::Modality;
use crate::view::colors::regular;
pub use crate::view::key::Look;
use egui::epaint::{PathShape, PathStroke};
use egui::{Color32, Painter, Pos2, Shape, Stroke, vec2};

/// The radius of a mark on the canvas, in points.
pub const RADIUS: f32 = 5.0;

/// Paints the mark of an event, for lists and panels.
pub fn paint_mark(painter: &Painter, center: Pos2, radius: f32, look: Look, palette: &Palette) {
    let mut shapes = Vec::new();
    mark_shapes(&mut shapes, center, radius, look, palette);
    painter.extend(shapes);
}

/// Adds the shapes of a mark.
pub(super) fn mark_shapes(shapes: &mut Vec<Shape>, center: Pos2, radius: f32, look: Look, palette: &Palette) {
    let color = kind_color(look.kind, palette.dark);
    let outline = outline(kind_shape(look.kind), center, radius);
    let broken = look.modality == Modality::Hypothetical;
    // A negated event is pale, so that the stroke through it stands out from its own colour.
    let color = if look.modality == Modality::Negated { palette.surface.lerp_to_gamma(color, 0.6) } else { color };
    let fill = if look.hollow { palette.surface } else { color };
    match (&outline, broken) {
        (None, false) if look.hollow => {
            shapes.push(Shape::circle_filled(center, radius, palette.surface));
            shapes.push(Shape::circle_stroke(center, radius - 0.8, Stroke::new(1.6, color)));
        }
        (None, false) => shapes.push(Shape::circle_filled(center, radius, color)),
        (Some(points), false) => {
            let (line, points) = if look.hollow { (1.6, inset(points, center, 0.8)) } else { (0.0, points.clone()) };
            shapes.push(Shape::Path(PathShape::convex_polygon(points, fill, PathStroke::new(line, color))));
        }
        (_, true) => {
            let closed = outline.unwrap_or_else(|| around(center, regular(radius, 16, 0.0)));
            shapes.push(Shape::convex_polygon(closed.clone(), palette.surface, Stroke::NONE));
            let mut around = inset(&closed, center, 0.6);
            around.extend(around.first().copied());
            shapes.extend(Shape::dashed_line(&around, Stroke::new(1.5, color), 2.4, 2.0));
            if !look.hollow {
                shapes.push(Shape::circle_filled(center, radius * 0.36, color));
            }
        }
    }
    match look.modality {
        Modality::Planned => {
            let tip = center + vec2(radius + 4.6, 0.0);
            let (upper, lower) = (tip + vec2(-2.9, -3.4), tip + vec2(-2.9, 3.4));
            shapes.push(Shape::line(vec![upper, tip, lower], Stroke::new(1.5, color)));
        }
        Modality::Negated => {
            let arm = vec2(radius + 1.4, -radius - 1.4);
            shapes.push(Shape::line_segment([center - arm, center + arm], Stroke::new(3.4, palette.surface)));
            shapes.push(Shape::line_segment([center - arm, center + arm], Stroke::new(1.5, palette.text)));
        }
        Modality::Happened | Modality::Hypothetical => {}
    }
}

/// The sign of an event that a person has added: a dot at the upper right.
pub(super) fn own_sign(shapes: &mut Vec<Shape>, center: Pos2, radius: f32, palette: &Palette) {
    let at = center + vec2(radius * 0.95, -radius * 0.95);
    shapes.push(Shape::circle_filled(at, 3.4, palette.surface));
    shapes.push(Shape::circle_filled(at, 2.3, palette.accent));
}

/// A ring around a mark: selected, hovered, or focused by the keyboard.
pub(super) fn ring(shapes: &mut Vec<Shape>, center: Pos2, radius: f32, color: Color32, palette: &Palette) {
    shapes.push(Shape::circle_stroke(center, radius + 2.6, Stroke::new(1.4, palette.surface)));
    shapes.push(Shape::circle_stroke(center, radius + 4.0, Stroke::new(2.0, color)));
}

/// The corners of a shape around a place; `None` for a circle.
fn outline(shape: KindShape, center: Pos2, radius: f32) -> Option<Vec<Pos2>> {
    shape.corners(radius).map(|corners| around(center, corners))
}

fn around(center: Pos2, corners: Vec<[f32; 2]>) -> Vec<Pos2> {
    corners.into_iter().map(|[x, y]| center + vec2(x, y)).collect()
}

fn inset(points: &[Pos2], center: Pos2, by: f32) -> Vec<Pos2> {
    points.iter().map(|point| *point - (*point - center).normalized() * by).collect()
}
