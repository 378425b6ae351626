//! The painting of the lanes: one item of the plot, from what [`crate::view::marks`] has laid out.

use super::super::palette::kind_color;
use super::super::theme::Palette;
use super::breaks::zigzags;
use super::label::one_line;
use super::mark::{Look, RADIUS, mark_shapes, own_sign, ring};
use super::ruler;
use super::scene::Scene;
use crate::model::{Event, EventId, Kind, Modality};
use crate::view::ROW_HEIGHT;
use crate::view::breaks::Break;
use crate::view::marks::{Cluster, Label, Mark, Picture, Sort};
use crate::view::ticks::Ruler;
use crate::view::words::short_count;
use egui::epaint::Mesh;
use egui::{Color32, FontId, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};
use std::ops::RangeInclusive;

/// Size of titles.
const TITLE: f32 = 12.0;
/// Height of the kinds at the foot of a column.
const STRIP: f32 = 4.0;
/// How many kinds a column shows.
const KINDS_SHOWN: usize = 4;
/// Size of counts.
const COUNT: f32 = 11.0;

/// Everything in the lanes as one item of the plot.
pub(super) struct LanesItem<'a> {
    base: PlotItemBase,
    pub(super) scene: Scene<'a>,
    pub(super) picture: &'a Picture,
    ruler: &'a Ruler,
    breaks: &'a [Break],
    scroll: f32,
}

impl<'a> LanesItem<'a> {
    pub(super) fn new(scene: Scene<'a>, picture: &'a Picture, ruler: &'a Ruler, breaks: &'a [Break], scroll: f32) -> Self {
        Self { base: PlotItemBase::new("lanes".to_owned()), scene, picture, ruler, breaks, scroll }
    }
}

impl LanesItem<'_> {
    /// The hovered and the selected event, if they are shown, with all their places.
    fn lit(&self, palette: &Palette) -> Vec<Lit> {
        let wanted = [(self.scene.hovered, palette.weak), (self.scene.selected, palette.accent)];
        let found = wanted.into_iter().filter_map(|(id, color)| {
            let (event, extent) = self.scene.placed(id?)?;
            let marks = || self.picture.marks.iter().filter(|mark| self.scene.event(mark.event).is_some_and(|other| other.id == event.id));
            Some(Lit {
                id: event.id,
                color,
                anchor: extent.anchor,
                lanes: self.scene.lanes.lanes_of(event),
                marks: marks().map(|mark| (mark.lane, mark.y)).collect(),
                x: marks().next().map(|mark| mark.x),
            })
        });
        found.collect()
    }
}

impl PlotItem for LanesItem<'_> {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let canvas = *transform.frame();
        let palette = Palette::of(ui);
        let painting = Painting { item: self, ui, canvas, palette, transform, lit: self.lit(palette) };
        painting.grid(shapes);
        zigzags(ui.painter(), canvas, self.breaks, palette, shapes);
        painting.extents(shapes);
        painting.clusters(shapes);
        painting.links(shapes);
        for mark in &self.picture.marks {
            painting.mark(mark, shapes);
        }
        for label in &self.picture.labels {
            painting.label(label, shapes);
        }
        painting.selected_title(shapes);
    }

    fn initialize(&mut self, _: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn allow_hover(&self) -> bool {
        false // marks are widgets of their own
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        let view = self.scene.view;
        PlotBounds::from_min_max([view.start, -f64::from(self.scene.lanes.height())], [view.end, 0.0])
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// One painting of the lanes.
pub(super) struct Painting<'a> {
    pub(super) item: &'a LanesItem<'a>,
    pub(super) canvas: Rect,
    pub(super) palette: &'a Palette,
    ui: &'a Ui,
    transform: &'a PlotTransform,
    lit: Vec<Lit>,
}

/// An event to be found at a glance: the selected or the hovered one.
struct Lit {
    id: EventId,
    color: Color32,
    anchor: f64,
    lanes: Vec<usize>,
    /// Lanes where it has a mark of its own, with the middle of the row.
    marks: Vec<(usize, f32)>,
    /// Where its marks stand.
    x: Option<f32>,
}

impl Painting<'_> {
    /// A place on the screen.
    pub(super) fn at(&self, x: f32, y: f32) -> Pos2 {
        pos2(self.canvas.left() + x, self.canvas.top() + y)
    }

    /// The event of a mark.
    pub(super) fn event(&self, mark: &Mark) -> Option<&Event> {
        self.item.scene.event(mark.event)
    }

    /// Lines of the calendar, weak ones for the fine row, stronger ones for the coarse; lines between lanes; today.
    fn grid(&self, shapes: &mut Vec<Shape>) {
        let (scene, palette) = (&self.item.scene, self.palette);
        let mut line = |at: f64, stroke: Stroke| {
            let x = self.transform.position_from_point_x(at).round() + 0.5;
            shapes.push(Shape::vline(x, self.canvas.y_range(), stroke));
        };
        ruler::lines(&self.item.ruler.fine, scene.view).for_each(|at| line(at, Stroke::new(1.0, palette.grid)));
        ruler::lines(&self.item.ruler.coarse, scene.view).for_each(|at| line(at, Stroke::new(1.0, palette.border)));
        for lane in self.item.picture.lanes.clone() {
            let y = self.canvas.top() + scene.lanes.top(lane + 1) - self.item.scroll;
            shapes.push(Shape::hline(self.canvas.x_range(), y.round() - 0.5, Stroke::new(1.0, palette.grid)));
        }
        let today = ruler::today(scene);
        if scene.view.contains(today) {
            let x = self.transform.position_from_point_x(today).round() + 0.5;
            shapes.push(Shape::vline(x, self.canvas.y_range(), Stroke::new(1.5, palette.accent.gamma_multiply(0.8))));
        }
    }

    /// Columns of what has no room of its own: as high as the logarithm of their count, which stands above; the kinds at the
    /// foot. "+3" beside marks.
    fn clusters(&self, shapes: &mut Vec<Shape>) {
        let mut mesh = Mesh::default();
        let mut texts = Vec::new();
        for cluster in &self.item.picture.clusters {
            match cluster.sort {
                Sort::Column => self.column(cluster, &mut mesh, &mut texts),
                Sort::Beside => self.beside(cluster, &mut texts),
                Sort::Across => {} // they belong to no place on the axis: their count stands in the header
            }
        }
        shapes.push(Shape::mesh(mesh));
        shapes.extend(texts);
    }

    fn column(&self, cluster: &Cluster, mesh: &mut Mesh, texts: &mut Vec<Shape>) {
        let (palette, lanes) = (self.palette, self.item.scene.lanes);
        let (whole, collapsed) = lanes.lanes().get(cluster.lane).map_or((1, false), |lane| (lane.index.len(), lane.collapsed));
        let share = ((1.0 + cluster.count as f32).ln() / (1.0 + whole as f32).ln()).clamp(0.0, 1.0);
        // In the one row of a collapsed lane there is no room for heights: the more, the darker, and the count stands inside.
        let text = if collapsed { 0.0 } else { 12.0 };
        let height = if collapsed { ROW_HEIGHT } else { ((cluster.bottom - cluster.top - text) * share).max(4.0) };
        let strength = if collapsed { 0.06 + 0.2 * share } else { 0.17 };
        let (left, right) = (self.canvas.left() + cluster.left + 1.0, self.canvas.left() + cluster.right - 1.0);
        let bottom = self.canvas.top() + cluster.bottom;
        let y = bottom - height;
        let body = palette.surface.lerp_to_gamma(palette.text, if palette.dark { strength * 1.4 } else { strength });
        mesh.add_colored_rect(Rect::from_min_max(pos2(left, y), pos2(right.max(left + 2.0), bottom)), body);
        self.kinds(cluster, Rect::from_min_max(pos2(left, bottom - STRIP.min(height)), pos2(right.max(left + 2.0), bottom)), mesh);
        if right - left >= 12.0 {
            let galley = self.text(&short_count(cluster.count as usize), FontId::proportional(COUNT), palette.text, f32::INFINITY);
            let inside = y.midpoint(bottom - STRIP) - galley.rect.height() / 2.0;
            let above = if collapsed { inside } else { y - galley.rect.height() + 1.0 };
            let at = pos2(left.midpoint(right) - galley.rect.width() / 2.0, above);
            texts.push(Shape::galley(at, galley, palette.text));
        }
        if self.holds_lit(cluster) {
            let rect = Rect::from_min_max(pos2(left, y - text), pos2(right, self.canvas.top() + cluster.bottom)).expand(1.5);
            texts.push(Shape::rect_stroke(rect, 2.0, Stroke::new(2.0, palette.accent), StrokeKind::Outside));
        }
    }

    /// The most frequent kinds of a column side by side; the others stay grey.
    fn kinds(&self, cluster: &Cluster, strip: Rect, mesh: &mut Mesh) {
        let mut kinds: Vec<(u32, Kind)> =
            cluster.kinds.into_iter().zip(Kind::ALL.iter().copied()).filter(|(count, _)| *count > 0).collect();
        kinds.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let mut x = strip.left();
        for (count, kind) in kinds.into_iter().take(KINDS_SHOWN) {
            let part = strip.width() * count as f32 / cluster.count as f32;
            mesh.add_colored_rect(Rect::from_x_y_ranges(x..=x + part, strip.y_range()), kind_color(kind, self.palette.dark));
            x += part;
        }
        mesh.add_colored_rect(Rect::from_x_y_ranges(x..=strip.right(), strip.y_range()), self.palette.weak);
    }

    fn beside(&self, cluster: &Cluster, texts: &mut Vec<Shape>) {
        let palette = self.palette;
        let galley =
            self.text(&format!("+{}", short_count(cluster.count as usize)), FontId::proportional(COUNT), palette.text, f32::INFINITY);
        let center = self.at(cluster.left.midpoint(cluster.right), cluster.top.midpoint(cluster.bottom));
        let pill = Rect::from_center_size(center, vec2(galley.rect.width() + 10.0, ROW_HEIGHT - 4.0));
        let border = if self.holds_lit(cluster) { Stroke::new(2.0, palette.accent) } else { Stroke::new(1.0, palette.border) };
        texts.push(Shape::rect_filled(pill, 7.0, palette.control));
        texts.push(Shape::rect_stroke(pill, 7.0, border, StrokeKind::Inside));
        texts.push(Shape::galley(pill.center() - galley.rect.size() / 2.0, galley, palette.text));
    }

    /// Whether the selected or the hovered event is among those of a cluster.
    fn holds_lit(&self, cluster: &Cluster) -> bool {
        self.lit.iter().any(|lit| {
            let inside = cluster.from <= lit.anchor && lit.anchor < cluster.to && lit.lanes.contains(&cluster.lane);
            inside && !lit.marks.iter().any(|(lane, _)| *lane == cluster.lane)
        })
    }

    /// A thin line between the lanes of the selected or hovered event: it is one event.
    fn links(&self, shapes: &mut Vec<Shape>) {
        let lanes = self.item.scene.lanes;
        for lit in &self.lit {
            let middle = |lane: usize| lanes.top(lane).midpoint(lanes.top(lane + 1)) - self.item.scroll;
            let own = |lane: usize| lit.marks.iter().find(|(other, _)| *other == lane).map(|(_, y)| *y);
            let ys = || lit.lanes.iter().map(|lane| own(*lane).unwrap_or_else(|| middle(*lane)));
            let (Some(top), Some(bottom)) = (ys().reduce(f32::min), ys().reduce(f32::max)) else { continue };
            let x = lit.x.map_or_else(|| self.transform.position_from_point_x(lit.anchor), |x| self.canvas.left() + x);
            if bottom > top && self.canvas.x_range().contains(x) {
                let (from, to) = ((self.canvas.top() + top).max(self.canvas.top()), (self.canvas.top() + bottom).min(self.canvas.bottom()));
                shapes.push(Shape::vline(x, from..=to, Stroke::new(1.4, lit.color)));
            }
        }
    }

    fn mark(&self, mark: &Mark, shapes: &mut Vec<Shape>) {
        let Some(event) = self.event(mark) else { return };
        let center = self.at(mark.x, mark.y);
        if let Some(color) = self.lit_color(event.id) {
            ring(shapes, center, RADIUS, color, self.palette);
        }
        mark_shapes(shapes, center, RADIUS, Look::of(event), self.palette);
        if self.item.scene.board.is_own(event.id) {
            own_sign(shapes, center, RADIUS, self.palette);
        }
    }

    fn lit_color(&self, id: EventId) -> Option<Color32> {
        self.lit.iter().rfind(|lit| lit.id == id).map(|lit| lit.color)
    }

    fn label(&self, label: &Label, shapes: &mut Vec<Shape>) {
        let mark = &self.item.picture.marks[label.mark];
        let Some(event) = self.event(mark) else { return };
        let color = if self.lit_color(event.id).is_some() { self.palette.strong } else { self.palette.text };
        let shift = if event.modality == Modality::Planned && !label.before { 4.0 } else { 0.0 };
        let galley = self.text(&event.title, FontId::proportional(TITLE), color, label.right - label.left - shift);
        let x = if label.before { label.right - galley.rect.width() } else { label.left + shift };
        let at = self.at(x, mark.y) - vec2(0.0, galley.rect.height() / 2.0);
        shapes.push(Shape::galley(at, galley, color));
    }

    /// The title of the selected event, even where there is no room: it then covers what is below.
    fn selected_title(&self, shapes: &mut Vec<Shape>) {
        let (scene, picture) = (&self.item.scene, self.item.picture);
        let is_selected = |mark: &Mark| scene.event(mark.event).is_some_and(|event| scene.selected == Some(event.id));
        let has_label = |at: usize| picture.labels.iter().any(|label| label.mark == at);
        let mut marks =
            picture.marks.iter().enumerate().filter(|(_, mark)| is_selected(mark) && (0.0..self.canvas.width()).contains(&mark.x));
        let Some((at, mark)) = marks.clone().find(|(at, _)| has_label(*at)).or_else(|| marks.next()) else { return };
        let Some(event) = self.event(mark).filter(|_| !has_label(at)) else { return };
        let galley = self.text(&event.title, FontId::proportional(TITLE), self.palette.strong, 240.0);
        let size = galley.rect.size() + vec2(10.0, 3.0);
        let after = mark.x + RADIUS + 7.0;
        let x = if after + size.x <= self.canvas.width() { after } else { mark.x - RADIUS - 7.0 - size.x };
        let plate = Rect::from_min_size(self.at(x, mark.y) - vec2(0.0, size.y / 2.0), size);
        shapes.push(Shape::rect_filled(plate, 4.0, self.palette.selection));
        shapes.push(Shape::galley(plate.center() - galley.rect.size() / 2.0, galley, self.palette.strong));
    }

    fn text(&self, text: &str, font: FontId, color: Color32, room: f32) -> std::sync::Arc<egui::Galley> {
        one_line(self.ui.painter(), text, font, color, room)
    }
}
