//! Counts on the canvas as widgets: a click zooms the events apart, or lists those that no zoom parts.

use super::super::parts::round_focus_ring;
use super::super::theme::{Palette, space, strong};
use super::label::one_line;
use super::mark::{Look, paint_mark};
use super::ruler;
use super::scene::{Scene, TimelineState};
use crate::view::listing;
use crate::view::marks::{Cluster, Picture, Sort};
use crate::view::words::long_count;
use crate::view::{Command, TimelineView, ViewChange, civil, words};
use egui::{Align2, CursorIcon, Id, Key, Order, Rect, Role, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// The most events in a list.
const MOST: usize = 2_000;
/// How many titles the tooltip shows.
const TITLES: usize = 6;

/// Makes every cluster in sight a widget.
pub(super) fn cluster_widgets(
    ui: &Ui,
    id: Id,
    rect: Rect,
    picture: &Picture,
    scene: &Scene<'_>,
    state: &mut TimelineState,
    out: &mut Vec<Command>,
) {
    let per_point = scene.view.span() / f64::from(rect.width());
    for cluster in picture.clusters.iter().filter(|cluster| cluster.sort != Sort::Across) {
        let area = Rect::from_min_max(
            rect.min + vec2(cluster.left, cluster.top),
            rect.min + vec2(cluster.right.max(cluster.left + 12.0), cluster.bottom),
        )
        .intersect(rect);
        if !area.is_positive() {
            continue;
        }
        let response = ui.interact(area, id.with(("cluster", cluster.lane, cluster.from.to_bits(), cluster.sort)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name(cluster, scene)));
        round_focus_ring(ui, &response, area, 3.0);
        if response.clicked() {
            match listing::spread(scene.lanes, cluster, per_point) {
                Some((from, to)) => {
                    let room = ((to - from) * 0.15).max(per_point);
                    super::input::send(ui, TimelineView::new(from - room, to + room), ViewChange::Jump, out);
                }
                None => state.open_cluster = Some((*cluster, pos2(area.center().x, area.bottom()))),
            }
        }
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
            response.on_hover_ui(|ui| tooltip(ui, cluster, per_point, scene));
        }
    }
}

/// Where the events of lanes are that are empty in this view: "12 earlier" at the left edge, "3 later" at the right. A click
/// goes there.
pub(super) fn aside_widgets(ui: &Ui, id: Id, rect: Rect, picture: &Picture, scene: &Scene<'_>, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let font = TextStyle::Small.resolve(ui.style());
    for aside in &picture.asides {
        let y = rect.top() + aside.y;
        for (later, (count, target)) in [(false, aside.before), (true, aside.after)] {
            let Some(target) = target.filter(|_| count > 0) else { continue };
            let words = if later { format!("{} later ▸", long_count(count)) } else { format!("◂ {} earlier", long_count(count)) };
            let galley = painter.layout_no_wrap(words, font.clone(), palette.weak);
            let left = if later { rect.right() - super::scroll::WIDTH - 8.0 - galley.rect.width() } else { rect.left() + 10.0 };
            let area = Rect::from_min_size(pos2(left, y - galley.rect.height() / 2.0), galley.rect.size());
            let response = ui.interact(area.expand(4.0).intersect(rect), id.with(("aside", aside.lane, later)), Sense::click());
            let lane = scene.lanes.lanes().get(aside.lane).map_or("", |lane| lane.name.as_str());
            let direction = if later { "later" } else { "earlier" };
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{} {direction} in lane {lane}", long_count(count))));
            let color = if response.hovered() { palette.accent } else { palette.weak };
            painter.galley_with_override_text_color(area.min, galley, color);
            round_focus_ring(ui, &response, response.rect, 3.0);
            if response.hovered() {
                ui.set_cursor_icon(CursorIcon::PointingHand);
            }
            if response.clicked() {
                super::input::send(ui, scene.view.centered_on(target), ViewChange::Jump, out);
            }
        }
    }
}

/// Counts of events that cross the whole view and have no row, in the headers of their lanes. A click lists them.
pub(super) fn across_widgets(ui: &Ui, id: Id, headers: Rect, picture: &Picture, scene: &Scene<'_>, state: &mut TimelineState) {
    let palette = Palette::of(ui);
    let painter = ui.painter().with_clip_rect(headers.intersect(ui.clip_rect()));
    for cluster in picture.clusters.iter().filter(|cluster| cluster.sort == Sort::Across) {
        let words = format!("+{}", words::short_count(cluster.count as usize));
        let galley = painter.layout_no_wrap(words, TextStyle::Small.resolve(ui.style()), palette.text);
        let size = vec2(galley.rect.width() + 10.0, 14.0);
        let middle = headers.top() + cluster.top.midpoint(cluster.bottom);
        // Beside the count of a lane of one row, else below it.
        let lane = scene.lanes.lanes().get(cluster.lane).filter(|lane| lane.collapsed);
        let count =
            lane.map(|lane| one_line(&painter, &long_count(lane.index.len()), TextStyle::Small.resolve(ui.style()), palette.weak, 60.0));
        let right = headers.right() - count.map_or(8.0, |count| 16.0 + count.rect.width());
        let pill = Rect::from_min_size(pos2(right - size.x, middle - size.y / 2.0), size);
        if !headers.contains_rect(pill) {
            continue;
        }
        let response = ui.interact(pill, id.with(("across", cluster.lane)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name(cluster, scene)));
        let border = if response.hovered() { palette.accent } else { palette.border };
        let border = if response.has_focus() { palette.focus() } else { egui::Stroke::new(1.0, border) };
        painter.rect(pill, 7.0, palette.control, border, egui::StrokeKind::Inside);
        painter.galley(pill.center() - galley.rect.size() / 2.0, galley, palette.text);
        if response.clicked() {
            state.open_cluster = Some((*cluster, pill.center_bottom()));
        }
        response.on_hover_text("Events without a row of their own that cross everything in sight. Click to list them.");
    }
}

/// "37 events in lane Donald Trump, Mon 17 Mar 2025 to Thu 20 Mar 2025".
fn name(cluster: &Cluster, scene: &Scene<'_>) -> String {
    let lane = scene.lanes.lanes().get(cluster.lane).map_or("", |lane| lane.name.as_str());
    let more = if cluster.sort == Sort::Column { "" } else { "more " };
    format!("{} {more}{} in lane {lane}, {}", long_count(cluster.count as usize), plural(cluster.count), range(cluster, scene))
}

const fn plural(count: u32) -> &'static str {
    if count == 1 { "event" } else { "events" }
}

fn range(cluster: &Cluster, scene: &Scene<'_>) -> String {
    let at = |at: f64| civil(scene.lanes.axis().to_calendar(at));
    let (first, last) = (at(cluster.from), at(cluster.to - 1.0));
    if first.date() == last.date() {
        scene.lanes.dates().day(first.date())
    } else {
        ruler::range_words(scene, TimelineView { start: cluster.from, end: cluster.to })
    }
}

fn tooltip(ui: &mut Ui, cluster: &Cluster, per_point: f64, scene: &Scene<'_>) {
    let palette = Palette::of(ui);
    ui.set_max_width(340.0);
    let heading = format!("{} {}", long_count(cluster.count as usize), plural(cluster.count));
    ui.label(egui::RichText::new(heading).text_style(strong()).color(palette.strong));
    ui.label(egui::RichText::new(range(cluster, scene)).small().color(palette.weak));
    // The most important of a sample: enough to say what it is about.
    let mut events: Vec<_> =
        listing::events_in(scene.lanes, cluster, per_point, 500).into_iter().filter_map(|event| scene.event(event)).collect();
    events.sort_by(|a, b| b.importance.total_cmp(&a.importance));
    for event in events.iter().take(TITLES) {
        row(ui, event, 320.0, false, scene);
    }
    let apart = listing::spread(scene.lanes, cluster, per_point).is_some();
    ui.add_space(space::XS);
    ui.label(egui::RichText::new(if apart { "Click to zoom in" } else { "Click to list them" }).small().color(palette.weak));
}

/// A line of a list: mark, title, date. Returns whether it was clicked.
fn row(ui: &mut Ui, event: &crate::model::Event, width: f32, date: bool, scene: &Scene<'_>) -> bool {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 22.0), if date { Sense::click() } else { Sense::hover() });
    if date {
        let name = format!("{}, {}", event.title, scene.lanes.dates().edtf(&event.when.edtf));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.hovered() {
            ui.painter().rect_filled(rect, 4.0, palette.hover);
        }
        round_focus_ring(ui, &response, rect, 4.0);
    }
    paint_mark(ui.painter(), pos2(rect.left() + 9.0, rect.center().y), 4.5, Look::of(event), palette);
    let small = TextStyle::Small.resolve(ui.style());
    let mut right = rect.right() - 4.0;
    if date {
        let words = one_line(ui.painter(), &scene.lanes.dates().edtf(&event.when.edtf), small, palette.weak, width * 0.45);
        right -= words.rect.width();
        ui.painter().galley(pos2(right, rect.center().y - words.rect.height() / 2.0), words, palette.weak);
    }
    let title = one_line(ui.painter(), &event.title, TextStyle::Body.resolve(ui.style()), palette.text, right - rect.left() - 30.0);
    ui.painter().galley(pos2(rect.left() + 22.0, rect.center().y - title.rect.height() / 2.0), title, palette.text);
    response.clicked()
}

/// The list of a cluster whose events no zoom parts; Escape or a click elsewhere closes it.
pub(super) fn open_list(ui: &Ui, id: Id, rect: Rect, scene: &Scene<'_>, state: &mut TimelineState, out: &mut Vec<Command>) {
    let Some((cluster, at)) = state.open_cluster else { return };
    let per_point = scene.view.span() / f64::from(rect.width());
    let events = listing::events_in(scene.lanes, &cluster, per_point, MOST);
    let area = egui::Area::new(id.with("cluster list")).order(Order::Foreground).fixed_pos(at).pivot(Align2::CENTER_TOP).constrain(true);
    let shown = area.show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).show(ui, |ui| {
            let palette = Palette::of(ui);
            ui.set_width(360.0);
            let heading = format!("{} {}, {}", long_count(events.len()), plural(cluster.count), range(&cluster, scene));
            ui.label(egui::RichText::new(heading).small().color(palette.weak));
            egui::ScrollArea::vertical().max_height(260.0).show_rows(ui, 22.0, events.len(), |ui, rows| {
                for event in events[rows].iter().filter_map(|event| scene.event(*event)) {
                    if row(ui, event, 350.0, true, scene) {
                        out.push(Command::Select(Some(event.id)));
                    }
                }
            });
        });
    });
    let elsewhere =
        ui.input(|input| input.pointer.any_pressed() && !input.pointer.interact_pos().is_some_and(|at| shown.response.rect.contains(at)));
    if elsewhere || ui.input(|input| input.key_pressed(Key::Escape)) {
        state.open_cluster = None;
    }
}
