//! Bands and bars: how long an event lasts, and how wide the doubt about its date is.

use super::super::palette::kind_color;
use super::mark::{Look, RADIUS};
use super::paint::Painting;
use crate::model::{Event, Modality};
use crate::view::Drawing;
use crate::view::marks::{FADE, Mark};
use egui::epaint::Mesh;
use egui::{Color32, Rect, Shape, Stroke, pos2, vec2};
use std::ops::RangeInclusive;

/// Height of a band or bar in its row, in points.
pub(super) const BAND: f32 = 14.0;

/// From this width on, in points, the day of an event is drawn behind its mark.
const CLOSE: f32 = 30.0;

impl Painting<'_> {
    /// Bands and bars behind the marks, each kind of date in its own way.
    pub(super) fn extents(&self, below: &mut Vec<Shape>) {
        let mut mesh = Mesh::default();
        let mut lines = Vec::new();
        let shapes = &mut lines;
        for mark in &self.item.picture.marks {
            let Some(event) = self.event(mark) else { continue };
            let color = kind_color(event.kind, self.palette.dark);
            let (left, right) = (mark.left.max(-60.0), mark.right.min(self.canvas.width() + 60.0));
            let band = Rect::from_center_size(self.at(left.midpoint(right), mark.y), vec2((right - left).max(1.0), BAND));
            match mark.drawing {
                Drawing::Before => self.fade(&mut mesh, shapes, mark, color, -1.0),
                Drawing::After => self.fade(&mut mesh, shapes, mark, color, 1.0),
                // Too narrow to draw, but the doubt is said all the same.
                _ if !mark.is_wide() => {
                    if mark.doubtful {
                        let foot = self.at(mark.x, mark.y + BAND / 2.0);
                        dots(&mut mesh, foot.x - RADIUS - 2.0..=foot.x + RADIUS + 2.0, foot.y, color);
                    }
                }
                Drawing::Mark => {
                    if right - left >= CLOSE {
                        mesh.add_colored_rect(band, color.gamma_multiply(0.10));
                    }
                    if mark.doubtful {
                        dotted(&mut mesh, band, color);
                    }
                }
                Drawing::Band => {
                    soft(&mut mesh, band, color.gamma_multiply(if self.palette.dark { 0.30 } else { 0.22 }));
                    if mark.doubtful {
                        dotted(&mut mesh, band, color);
                    }
                }
                Drawing::Between => {
                    mesh.add_colored_rect(band, color.gamma_multiply(0.07));
                    dotted(&mut mesh, band, color);
                    for x in [band.left(), band.right()] {
                        shapes.push(Shape::vline(x, band.y_range(), Stroke::new(1.4, color)));
                    }
                }
                Drawing::Bar { open_start, open_end } => self.bar(&mut mesh, shapes, band, event, (open_start, open_end), mark.doubtful),
            }
        }
        below.push(Shape::mesh(mesh));
        below.append(&mut lines);
    }

    /// A band that fades to the open side, with arrow heads; close up also with a line where the known side ends.
    fn fade(&self, mesh: &mut Mesh, shapes: &mut Vec<Shape>, mark: &Mark, color: Color32, towards: f32) {
        let (known, open) = if towards > 0.0 { (mark.left, mark.right) } else { (mark.right, mark.left) };
        let (center, half) = (self.at(mark.x, mark.y), BAND / 2.0 - 1.0);
        let reach = FADE + if mark.is_wide() { (open - mark.x).abs() } else { 0.0 };
        let band = Rect::from_two_pos(center - vec2(0.0, half), center + vec2(towards * reach, half));
        gradient(mesh, band, color.gamma_multiply(0.42), towards < 0.0);
        for step in 0..2_u8 {
            let tip = center + vec2(towards * (RADIUS + 8.5 + 6.0 * f32::from(step)), 0.0);
            let arms = [tip + vec2(-towards * 3.0, -3.5), tip, tip + vec2(-towards * 3.0, 3.5)];
            let weaker = color.gamma_multiply(0.8 - 0.35 * f32::from(step));
            shapes.push(Shape::line(arms.to_vec(), Stroke::new(1.3, weaker)));
        }
        if (known - mark.x).abs() > 2.5 * RADIUS {
            let x = self.canvas.left() + known;
            mesh.add_colored_rect(
                Rect::from_two_pos(pos2(center.x, center.y - half), pos2(x, center.y + half)),
                color.gamma_multiply(0.10),
            );
            shapes.push(Shape::vline(x, center.y - BAND / 2.0..=center.y + BAND / 2.0, Stroke::new(1.6, color)));
        }
    }

    /// A solid bar: it lasts all that time. Its outline says whether it happened.
    fn bar(
        &self,
        mesh: &mut Mesh,
        shapes: &mut Vec<Shape>,
        band: Rect,
        event: &Event,
        (open_start, open_end): (bool, bool),
        doubtful: bool,
    ) {
        let color = kind_color(event.kind, self.palette.dark);
        let hollow = Look::of(event).hollow;
        let strength = if hollow { 0.08 } else { 0.34 };
        // Not see-through, so that the lines of the calendar do not cross the title.
        let fill = self.palette.surface.lerp_to_gamma(color, strength);
        let fading = (band.width() * 0.6).min(160.0);
        let solid = Rect::from_min_max(
            pos2(band.left() + if open_start { fading } else { 0.0 }, band.top()),
            pos2(band.right() - if open_end { fading } else { 0.0 }, band.bottom()),
        );
        mesh.add_colored_rect(solid, fill);
        if open_end {
            gradient(mesh, Rect::from_min_max(solid.right_top(), band.right_bottom()), fill, false);
        }
        if open_start {
            gradient(mesh, Rect::from_min_max(band.left_top(), solid.left_bottom()), fill, true);
        }
        let stroke = Stroke::new(1.3, color);
        let edges = [[solid.left_top(), solid.right_top()], [solid.left_bottom(), solid.right_bottom()]];
        for edge in edges {
            match event.modality {
                _ if doubtful => shapes.extend(Shape::dotted_line(&edge, color, 4.0, 0.9)),
                Modality::Happened | Modality::Negated => shapes.push(Shape::line_segment(edge, stroke)),
                Modality::Planned => shapes.extend(Shape::dashed_line(&edge, stroke, 8.0, 4.0)),
                Modality::Hypothetical => shapes.extend(Shape::dashed_line(&edge, stroke, 2.5, 3.0)),
            }
        }
        if event.modality == Modality::Negated {
            shapes.push(Shape::hline(solid.x_range(), band.center().y, Stroke::new(1.0, color.gamma_multiply(0.7))));
        }
        if !open_start {
            shapes.push(Shape::vline(band.left() + 1.0, band.y_range(), Stroke::new(2.5, color)));
        }
        if !open_end {
            shapes.push(Shape::vline(band.right() - 1.0, band.y_range(), Stroke::new(2.5, color)));
        }
    }
}

/// From the colour to nothing, to the right or to the left.
pub(super) fn gradient(mesh: &mut Mesh, rect: Rect, color: Color32, to_left: bool) {
    let (left, right) = if to_left { (Color32::TRANSPARENT, color) } else { (color, Color32::TRANSPARENT) };
    let first = u32::try_from(mesh.vertices.len()).unwrap_or_default();
    mesh.colored_vertex(rect.left_top(), left);
    mesh.colored_vertex(rect.right_top(), right);
    mesh.colored_vertex(rect.left_bottom(), left);
    mesh.colored_vertex(rect.right_bottom(), right);
    mesh.add_triangle(first, first + 1, first + 2);
    mesh.add_triangle(first + 1, first + 2, first + 3);
}

/// A band whose ends are soft: a quarter of its width on each side.
pub(super) fn soft(mesh: &mut Mesh, rect: Rect, color: Color32) {
    let soft = (rect.width() * 0.25).min(60.0);
    let (left, right) = (rect.left() + soft, rect.right() - soft);
    gradient(mesh, Rect::from_min_max(rect.left_top(), pos2(left, rect.bottom())), color, true);
    mesh.add_colored_rect(Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom())), color);
    gradient(mesh, Rect::from_min_max(pos2(right, rect.top()), rect.right_bottom()), color, false);
}

/// A dotted line above and below a band: small squares, which cost far less than round dots.
pub(super) fn dotted(mesh: &mut Mesh, rect: Rect, color: Color32) {
    for y in [rect.top(), rect.bottom()] {
        dots(mesh, rect.x_range().into(), y, color);
    }
}

/// One dotted line.
pub(super) fn dots(mesh: &mut Mesh, across: RangeInclusive<f32>, y: f32, color: Color32) {
    let (dot, step) = (1.8, 4.0);
    let mut x = *across.start();
    while x <= *across.end() {
        mesh.add_colored_rect(Rect::from_center_size(pos2(x, y), vec2(dot, dot)), color);
        x += step;
    }
}
