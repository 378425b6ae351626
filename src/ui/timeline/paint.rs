//! The painting of the lanes: one item of the plot, from what [`crate::view::marks`] has laid out.

use super::super::palette::kind_color;
use super::super::theme::Palette;
use super::label::one_line;
use super::mark::{Look, RADIUS, mark_shapes, ring};
use super::ruler;
use super::scene::Scene;
use crate::model::{Event, EventId, Kind, Modality};
use crate::view::marks::{Cluster, FADE, Label, Mark, Picture, Sort};
use crate::view::ticks::Ruler;
use crate::view::words::short_count;
use crate::view::{Drawing, ROW_HEIGHT};
use egui::epaint::Mesh;
use egui::{Color32, FontId, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};
use std::ops::RangeInclusive;

/// Height of a band or bar in its row, in points.
const BAND: f32 = 14.0;
/// Size of titles.
const TITLE: f32 = 12.0;
/// Height of the kinds at the foot of a column.
const STRIP: f32 = 4.0;
/// Size of counts.
const COUNT: f32 = 11.0;

/// Everything in the lanes as one item of the plot.
pub(super) struct LanesItem<'a> {
    base: PlotItemBase,
    scene: Scene<'a>,
    picture: &'a Picture,
    ruler: &'a Ruler,
    scroll: f32,
}

impl<'a> LanesItem<'a> {
    pub(super) fn new(scene: Scene<'a>, picture: &'a Picture, ruler: &'a Ruler, scroll: f32) -> Self {
        Self { base: PlotItemBase::new("lanes".to_owned()), scene, picture, ruler, scroll }
    }
}

impl PlotItem for LanesItem<'_> {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let canvas = *transform.frame();
        let painting = Painting { item: self, ui, canvas, palette: Palette::of(ui), transform };
        painting.grid(shapes);
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

struct Painting<'a> {
    item: &'a LanesItem<'a>,
    ui: &'a Ui,
    canvas: Rect,
    palette: &'a Palette,
    transform: &'a PlotTransform,
}

impl Painting<'_> {
    fn at(&self, x: f32, y: f32) -> Pos2 {
        pos2(self.canvas.left() + x, self.canvas.top() + y)
    }

    fn event(&self, mark: &Mark) -> Option<&Event> {
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

    /// Bands and bars behind the marks, each kind of date in its own way.
    fn extents(&self, shapes: &mut Vec<Shape>) {
        let mut mesh = Mesh::default();
        for mark in &self.item.picture.marks {
            let Some(event) = self.event(mark) else { continue };
            let color = kind_color(event.kind, self.palette.dark);
            let (left, right) = (mark.left.max(-60.0), mark.right.min(self.canvas.width() + 60.0));
            let band = Rect::from_center_size(self.at(left.midpoint(right), mark.y), vec2((right - left).max(1.0), BAND));
            match mark.drawing {
                Drawing::Before => self.fade(&mut mesh, shapes, mark, color, -1.0),
                Drawing::After => self.fade(&mut mesh, shapes, mark, color, 1.0),
                _ if !mark.is_wide() => {}
                Drawing::Mark => {
                    mesh.add_colored_rect(band, color.gamma_multiply(0.10));
                    if mark.doubtful {
                        dotted(shapes, band, color);
                    }
                }
                Drawing::Band => {
                    soft(&mut mesh, band, color.gamma_multiply(if self.palette.dark { 0.30 } else { 0.22 }));
                    if mark.doubtful {
                        dotted(shapes, band, color);
                    }
                }
                Drawing::Between => {
                    mesh.add_colored_rect(band, color.gamma_multiply(0.07));
                    dotted(shapes, band, color);
                    for x in [band.left(), band.right()] {
                        shapes.push(Shape::vline(x, band.y_range(), Stroke::new(1.4, color)));
                    }
                }
                Drawing::Bar { open_start, open_end } => self.bar(&mut mesh, shapes, band, event, (open_start, open_end), mark.doubtful),
            }
        }
        shapes.push(Shape::mesh(mesh));
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
        let strength = if hollow { 0.08 } else { 0.38 };
        let fill = color.gamma_multiply(strength);
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

    /// Columns of what has no room of its own: as high as the logarithm of their count, which stands above; the kinds at the
    /// foot. "+3" beside marks.
    fn clusters(&self, shapes: &mut Vec<Shape>) {
        let mut mesh = Mesh::default();
        let mut texts = Vec::new();
        for cluster in &self.item.picture.clusters {
            if cluster.sort == Sort::Column { self.column(cluster, &mut mesh, &mut texts) } else { self.beside(cluster, &mut texts) }
        }
        shapes.push(Shape::mesh(mesh));
        shapes.extend(texts);
    }

    fn column(&self, cluster: &Cluster, mesh: &mut Mesh, texts: &mut Vec<Shape>) {
        let (palette, lanes) = (self.palette, self.item.scene.lanes);
        let whole = lanes.lanes().get(cluster.lane).map_or(1, |lane| lane.index.len());
        let share = ((1.0 + cluster.count as f32).ln() / (1.0 + whole as f32).ln()).clamp(0.0, 1.0);
        let text = 12.0;
        let height = ((cluster.bottom - cluster.top - text) * share).max(4.0);
        let (left, right) = (self.canvas.left() + cluster.left + 1.0, self.canvas.left() + cluster.right - 1.0);
        let bottom = self.canvas.top() + cluster.bottom;
        let y = bottom - height;
        let body = palette.surface.lerp_to_gamma(palette.text, if palette.dark { 0.24 } else { 0.17 });
        mesh.add_colored_rect(Rect::from_min_max(pos2(left, y), pos2(right.max(left + 2.0), bottom)), body);
        let mut x = left;
        for (kind, count) in Kind::ALL.iter().zip(cluster.kinds).filter(|(_, count)| *count > 0) {
            let part = (right.max(left + 2.0) - left) * count as f32 / cluster.count as f32;
            let strip = Rect::from_min_max(pos2(x, bottom - STRIP.min(height)), pos2(x + part, bottom));
            mesh.add_colored_rect(strip, kind_color(*kind, palette.dark));
            x += part;
        }
        if right - left >= 12.0 {
            let galley = self.text(&short_count(cluster.count as usize), FontId::proportional(COUNT), palette.text, f32::INFINITY);
            let at = pos2(left.midpoint(right) - galley.rect.width() / 2.0, y - galley.rect.height() + 1.0);
            texts.push(Shape::galley(at, galley, palette.text));
        }
        if self.holds_lit(cluster) {
            let rect = Rect::from_min_max(pos2(left, y), pos2(right, self.canvas.top() + cluster.bottom)).expand(1.5);
            texts.push(Shape::rect_stroke(rect, 2.0, Stroke::new(2.0, palette.accent), StrokeKind::Outside));
        }
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
        let scene = &self.item.scene;
        [scene.selected, scene.hovered].into_iter().flatten().filter_map(|id| scene.placed(id)).any(|(event, extent)| {
            let inside = cluster.from <= extent.anchor && extent.anchor < cluster.to;
            let drawn = || {
                self.item
                    .picture
                    .marks
                    .iter()
                    .any(|mark| mark.lane == cluster.lane && scene.event(mark.event).is_some_and(|e| e.id == event.id))
            };
            inside && scene.lanes.lanes_of(event).contains(&cluster.lane) && !drawn()
        })
    }

    /// A thin line between the lanes of the selected or hovered event: it is one event.
    fn links(&self, shapes: &mut Vec<Shape>) {
        let scene = &self.item.scene;
        for (id, color) in [(scene.hovered, self.palette.weak), (scene.selected, self.palette.accent)] {
            let Some((event, extent)) = id.and_then(|id| scene.placed(id)) else { continue };
            let lanes = scene.lanes.lanes_of(event);
            let marks = || self.item.picture.marks.iter().filter(|mark| scene.event(mark.event).is_some_and(|other| other.id == event.id));
            let drawn = |lane: usize| marks().find(|mark| mark.lane == lane).map(|mark| mark.y);
            let middle = |lane: usize| scene.lanes.top(lane).midpoint(scene.lanes.top(lane + 1)) - self.item.scroll;
            let ys: Vec<f32> = lanes.iter().map(|lane| drawn(*lane).unwrap_or_else(|| middle(*lane))).collect();
            let (Some(top), Some(bottom)) = (ys.iter().copied().reduce(f32::min), ys.iter().copied().reduce(f32::max)) else { continue };
            let x = marks().next().map_or_else(|| self.transform.position_from_point_x(extent.anchor), |mark| self.canvas.left() + mark.x);
            if bottom > top && self.canvas.x_range().contains(x) {
                let (from, to) = (self.canvas.top() + top, self.canvas.top() + bottom);
                shapes.push(Shape::vline(x, from.max(self.canvas.top())..=to.min(self.canvas.bottom()), Stroke::new(1.4, color)));
            }
        }
    }

    fn mark(&self, mark: &Mark, shapes: &mut Vec<Shape>) {
        let Some(event) = self.event(mark) else { return };
        let center = self.at(mark.x, mark.y);
        if let Some(color) = self.lit(event.id) {
            ring(shapes, center, RADIUS, color, self.palette);
        }
        mark_shapes(shapes, center, RADIUS, Look::of(event), self.palette);
    }

    fn lit(&self, id: EventId) -> Option<Color32> {
        let scene = &self.item.scene;
        (scene.selected == Some(id)).then_some(self.palette.accent).or_else(|| (scene.hovered == Some(id)).then_some(self.palette.weak))
    }

    fn label(&self, label: &Label, shapes: &mut Vec<Shape>) {
        let mark = &self.item.picture.marks[label.mark];
        let Some(event) = self.event(mark) else { return };
        let color = if self.lit(event.id).is_some() { self.palette.strong } else { self.palette.text };
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

/// From the colour to nothing, to the right or to the left.
fn gradient(mesh: &mut Mesh, rect: Rect, color: Color32, to_left: bool) {
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
fn soft(mesh: &mut Mesh, rect: Rect, color: Color32) {
    let soft = (rect.width() * 0.25).min(60.0);
    let (left, right) = (rect.left() + soft, rect.right() - soft);
    gradient(mesh, Rect::from_min_max(rect.left_top(), pos2(left, rect.bottom())), color, true);
    mesh.add_colored_rect(Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom())), color);
    gradient(mesh, Rect::from_min_max(pos2(right, rect.top()), rect.right_bottom()), color, false);
}

/// A dotted line above and below a band.
fn dotted(shapes: &mut Vec<Shape>, rect: Rect, color: Color32) {
    for edge in [[rect.left_top(), rect.right_top()], [rect.left_bottom(), rect.right_bottom()]] {
        shapes.extend(Shape::dotted_line(&edge, color, 4.0, 0.9));
    }
}
