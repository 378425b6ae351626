//! The histogram of everything, drawn as one mesh, with the frame of the visible range and the years below.

use super::super::palette::kind_color;
use super::super::theme::Palette;
use super::label::first_that_fits;
use super::overview::{YEARS, frame};
use super::ruler;
use super::scene::Scene;
use crate::model::Kind;
use crate::view::calendar::Step;
use crate::view::index::KINDS;
use crate::view::{TimelineView, ticks};
use egui::epaint::Mesh;
use egui::{Color32, FontId, Rect, Shape, Stroke, StrokeKind, TextStyle, Ui, pos2, vec2};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};
use std::ops::RangeInclusive;

/// Width of a column, in points.
const COLUMN: f32 = 3.0;

/// The strip's contents as one item of its plot.
pub(super) struct OverviewItem<'a> {
    base: PlotItemBase,
    scene: Scene<'a>,
    whole: TimelineView,
    range: Option<TimelineView>,
}

impl<'a> OverviewItem<'a> {
    pub(super) fn new(scene: Scene<'a>, whole: TimelineView, range: Option<TimelineView>) -> Self {
        Self { base: PlotItemBase::new("overview".to_owned()), scene, whole, range }
    }
}

impl PlotItem for OverviewItem<'_> {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let palette = Palette::of(ui);
        let strip = *transform.frame();
        let bars = strip.with_max_y(strip.bottom() - YEARS);
        let x = |at: f64| transform.position_from_point_x(at);
        let frame = frame(x(self.scene.view.start), x(self.scene.view.end), strip);
        shapes.push(Shape::rect_filled(bars, 4.0, palette.surface));
        shapes.push(Shape::rect_filled(frame, 4.0, palette.accent.gamma_multiply(0.13)));
        shapes.push(Shape::mesh(self.histogram(bars, palette)));
        if let Some(range) = self.range {
            // What is filtered out is veiled.
            let (from, to) = (x(range.start).clamp(bars.left(), bars.right()), x(range.end).clamp(bars.left(), bars.right()));
            for outside in [bars.with_max_x(from), bars.with_min_x(to)] {
                shapes.push(Shape::rect_filled(outside, 4.0, palette.panel.gamma_multiply(0.78)));
            }
            for edge in [from, to] {
                shapes.push(Shape::vline(edge, bars.y_range(), Stroke::new(1.5, palette.strong)));
            }
        }
        let today = ruler::today(&self.scene);
        if self.whole.contains(today) {
            shapes.push(Shape::vline(x(today).round() + 0.5, bars.y_range(), Stroke::new(1.0, palette.accent)));
        }
        for fold in self.scene.lanes.axis().folds() {
            let band = Rect::from_x_y_ranges(x(fold.from)..=x(fold.to), bars.y_range());
            shapes.push(Shape::rect_filled(band, 0.0, palette.border.gamma_multiply(0.5)));
        }
        self.years(ui, strip, transform, shapes, palette);
        shapes.push(Shape::rect_stroke(frame, 4.0, Stroke::new(1.5, palette.accent), StrokeKind::Inside));
        if frame.width() > 24.0 {
            for side in [frame.left(), frame.right()] {
                let grip = Rect::from_center_size(pos2(side, frame.center().y), vec2(5.0, 16.0));
                shapes.push(Shape::rect_filled(grip, 2.5, palette.accent));
            }
        }
    }

    fn initialize(&mut self, _: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn allow_hover(&self) -> bool {
        false
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::from_min_max([self.whole.start, 0.0], [self.whole.end, 1.0])
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

impl OverviewItem<'_> {
    /// One column every three points, stacked by kind; heights by the square root, so that single events stay visible.
    fn histogram(&self, bars: Rect, palette: &Palette) -> Mesh {
        let columns = (bars.width() / COLUMN).floor().max(1.0);
        let width = bars.width() / columns;
        let all = self.scene.everything().0;
        let edge = |column: f32| self.whole.time_from_x(f64::from(column / columns), 1.0);
        let mut counts: Vec<[u32; KINDS]> = Vec::new();
        let mut place = all.range(self.whole.start, self.whole.start).start;
        let mut column = 0.0;
        while column < columns {
            let end = all.seek(place, edge(column + 1.0));
            let mut kinds = [0; KINDS];
            all.add_kinds(place..end, &mut kinds);
            counts.push(kinds);
            place = end;
            column += 1.0;
        }
        let most = counts.iter().map(|kinds| kinds.iter().sum::<u32>()).max().unwrap_or_default().max(1);
        let mut mesh = Mesh::default();
        for (at, kinds) in counts.iter().enumerate() {
            let count: u32 = kinds.iter().sum();
            let height = (bars.height() - 4.0) * (count as f32 / most as f32).sqrt();
            let left = bars.left() + at as f32 * width;
            let mut y = bars.bottom();
            for (kind, part) in Kind::ALL.iter().zip(kinds).filter(|(_, part)| **part > 0) {
                let part = height.max(3.0) * *part as f32 / count as f32;
                let rect = Rect::from_min_max(pos2(left, y - part), pos2(left + width - 0.5, y));
                mesh.add_colored_rect(rect, kind_color(*kind, palette.dark).gamma_multiply(0.8));
                y -= part;
            }
        }
        mesh
    }

    fn years(&self, ui: &Ui, strip: Rect, transform: &PlotTransform, shapes: &mut Vec<Shape>, palette: &Palette) {
        let ruler = ticks::ruler_on(self.scene.lanes.axis(), self.scene.lanes.dates(), self.whole, f64::from(strip.width()) / 1.6);
        let font = FontId::proportional(TextStyle::Small.resolve(ui.style()).size - 1.0);
        let mut free = strip.left();
        for cell in &ruler.fine {
            let (left, right) = (transform.position_from_point_x(cell.start), transform.position_from_point_x(cell.end));
            if left < free || left > strip.right() {
                continue;
            }
            let names = names(cell, &ruler);
            if let Some(galley) = first_that_fits(ui.painter(), &names, &font, palette.weak, right.min(strip.right()) - left - 4.0) {
                free = left + galley.rect.width();
                shapes.push(Shape::vline(
                    left.round() + 0.5,
                    strip.bottom() - YEARS..=strip.bottom() - YEARS + 4.0,
                    Stroke::new(1.0, palette.border),
                ));
                shapes.push(Shape::galley(pos2(left + 3.0, strip.bottom() - YEARS + 1.0), galley, palette.weak));
            }
        }
    }
}

/// "Mar 2025" for the first month of a year, the day in place of its midnight, and so on: the strip has only one row. The first that
/// fits is taken.
fn names(cell: &ticks::Cell, ruler: &ticks::Ruler) -> Vec<String> {
    let own = cell.names[1].clone();
    let above = ruler.coarse.iter().find(|coarse| coarse.start <= cell.start && cell.start < coarse.end);
    match (above.filter(|above| above.start >= cell.start), ruler.step) {
        (None, _) | (_, Step::Years(_)) => vec![own],
        (Some(day), Step::Minutes(_)) => day.names.iter().cloned().chain([own]).collect(),
        (Some(above), _) => vec![format!("{own} {}", above.names[1]), own],
    }
}
