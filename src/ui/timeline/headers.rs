//! The frozen names of the lanes.

use super::super::palette::actor_color;
use super::super::theme::{Palette, strong};
use super::label::one_line;
use super::lane_menu;
use super::mark::{Look, mark_shapes};
use super::pane::{Pane, boundary};
use super::scene::{Scene, TimelineState};
use crate::view::marks::{Picture, Sort};
use crate::view::words::long_count;
use crate::view::{Command, Lane, LaneKey};
use egui::text::LayoutJob;
use egui::{CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// Room for the count of events that cross everything in sight, in points.
const ASIDE: f32 = 38.0;
/// How near the edge a dragged lane makes the others scroll, in points, and how fast, in points a second.
const SCROLL_EDGE: f32 = 24.0;
const SCROLL_SPEED: f32 = 360.0;

/// Draws the names of the lanes of one pane. A click on one filters by it (Ctrl or Cmd adds to the filter), or opens the
/// article; dragging moves it; its menu and keys pin, collapse, hide and move it.
pub(super) fn headers_ui(
    ui: &mut Ui,
    rect: Rect,
    pane: &Pane,
    picture: &Picture,
    scene: &Scene<'_>,
    state: &mut TimelineState,
    out: &mut Vec<Command>,
) {
    let palette = Palette::of(ui);
    ui.painter().rect_filled(rect, 0.0, palette.panel);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    for number in scene.lanes.between(pane.scroll, pane.scroll + rect.height()) {
        let Some(lane) = scene.lanes.lanes().get(number) else { continue };
        let top = rect.top() + scene.lanes.top(number) - pane.scroll;
        let bottom = rect.top() + scene.lanes.top(number + 1) - pane.scroll;
        let area = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), bottom)).intersect(rect);
        let response = ui.interact(area, id_of(ui, &lane.key), Sense::click_and_drag());
        name(&response, lane);
        let lit = response.hovered() || response.has_focus() || response.dragged();
        if lit {
            painter.rect_filled(area, 0.0, palette.hover);
        }
        let crossed = lane.collapsed && picture.clusters.iter().any(|cluster| cluster.lane == number && cluster.sort == Sort::Across);
        header(ui, &painter, area, (top, bottom), lane, scene, if crossed { ASIDE } else { 0.0 });
        painter.hline(rect.x_range(), bottom.round() - 0.5, Stroke::new(1.0, palette.grid));
        if response.has_focus() {
            painter.rect_stroke(area.shrink(1.0), 3.0, palette.focus(), egui::StrokeKind::Inside);
        }
        let asked = lit && (dots(ui, area, lane, palette) | focused(ui, &response, number, scene, out));
        answer(ui, &response, lane, state, out);
        lane_menu::menu(&response, asked, number, scene, out);
        if response.hovered() && !response.dragged() {
            explain(response, lane);
        }
    }
    painter.vline(rect.right() - 0.5, rect.y_range(), Stroke::new(1.0, palette.border));
    if pane.is_frozen {
        painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.weak));
    }
    drag_ui(ui, rect, pane, scene, state, out);
}

fn id_of(ui: &Ui, key: &LaneKey) -> Id {
    ui.scope_id().with(("lane", key))
}

fn name(response: &Response, lane: &Lane) {
    let state = match (lane.pinned, lane.collapsed) {
        (false, false) => "",
        (true, false) => ", pinned",
        (false, true) => ", collapsed",
        (true, true) => ", pinned, collapsed",
    };
    response.widget_info(|| {
        let events = super::super::parts::counted(lane.index.len(), "event");
        WidgetInfo::labeled(Role::Button, true, format!("Lane {}, {events}{state}", lane.name))
    });
}

/// Three dots at the right of the name under the pointer: they open the menu for those who do not try the other button.
fn dots(ui: &Ui, area: Rect, lane: &Lane, palette: &Palette) -> bool {
    let spot = Rect::from_center_size(pos2(area.right() - 15.0, area.bottom() - 12.0), vec2(24.0, 16.0));
    let response = ui.interact(spot, id_of(ui, &lane.key).with("menu"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Menu of lane {}", lane.name)));
    // In a lane of one row they stand where the count was.
    ui.painter().rect_filled(spot, 0.0, palette.hover);
    let color = if response.hovered() { palette.strong } else { palette.weak };
    for x in [-4.0, 0.0, 4.0] {
        ui.painter().circle_filled(spot.center() + vec2(x, 0.0), 1.3, color);
    }
    response.clicked()
}

/// The keys of the name that has the focus: those of its menu, and the arrows from name to name.
fn focused(ui: &Ui, response: &Response, number: usize, scene: &Scene<'_>, out: &mut Vec<Command>) -> bool {
    if !response.has_focus() {
        return false;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let asked = lane_menu::keys(ui, number, scene, out);
    for (key, other) in [(Key::ArrowUp, number.checked_sub(1)), (Key::ArrowDown, number.checked_add(1))] {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
            && let Some(lane) = other.and_then(|other| scene.lanes.lanes().get(other))
        {
            ui.memory_mut(|memory| memory.request_focus(id_of(ui, &lane.key)));
        }
    }
    asked
}

fn answer(ui: &Ui, response: &Response, lane: &Lane, state: &mut TimelineState, out: &mut Vec<Command>) {
    if response.clicked() {
        let add = ui.input(|input| input.modifiers.command);
        out.extend(lane_menu::main_command(lane, add).map(|(command, _)| command));
    }
    if response.drag_started() {
        state.lane_drag = Some(lane.key.clone());
    }
}

fn explain(response: Response, lane: &Lane) {
    response.on_hover_ui(|ui| {
        ui.label(egui::RichText::new(&lane.name).text_style(strong()));
        ui.label(super::super::parts::counted(lane.index.len(), "event"));
        if let Some((_, words)) = lane_menu::main_command(lane, false) {
            ui.weak(format!("Click: {}", words.to_lowercase()));
        }
        ui.weak("Drag to move, right click for more");
    });
}

/// A lane that is being dragged: a line where it would stand, and the others scroll at the edges.
fn drag_ui(ui: &Ui, rect: Rect, pane: &Pane, scene: &Scene<'_>, state: &mut TimelineState, out: &mut Vec<Command>) {
    let Some(lane) = state.lane_drag.clone() else { return };
    let Some(at) = ui.ctx().pointer_latest_pos().filter(|at| rect.y_range().contains(at.y)) else { return };
    let Some(boundary) = boundary(pane, scene, at.y) else { return };
    ui.set_cursor_icon(CursorIcon::Grabbing);
    let y = rect.top() + scene.lanes.top(boundary) - pane.scroll;
    let painter = ui.painter().with_clip_rect(rect.expand2(vec2(0.0, 2.0)));
    painter.hline(rect.x_range(), y, Stroke::new(3.0, Palette::of(ui).accent));
    if !pane.is_frozen {
        let (above, below) = (rect.top() + SCROLL_EDGE - at.y, at.y - rect.bottom() + SCROLL_EDGE);
        let speed = if above > 0.0 {
            -SCROLL_SPEED
        } else if below > 0.0 {
            SCROLL_SPEED
        } else {
            0.0
        };
        state.scroll += speed * ui.input(|input| input.stable_dt).min(0.1);
        if speed != 0.0 {
            ui.ctx().request_repaint();
        }
    }
    if ui.input(|input| input.pointer.any_released()) {
        lane_menu::dropped(&lane, boundary, pane.is_frozen, scene, out);
    }
}

/// Name, count and second line of a lane; `aside` points of the first line are kept free for a count of the canvas.
fn header(ui: &Ui, painter: &egui::Painter, area: Rect, (top, bottom): (f32, f32), lane: &Lane, scene: &Scene<'_>, aside: f32) {
    let palette = Palette::of(ui);
    let height = 18.0;
    // The name of a lane that is taller than what is in sight stays in sight.
    let middle = (top.max(area.top()) + 5.0 + height / 2.0).min(bottom - 5.0 - height / 2.0);
    let count = one_line(painter, &long_count(lane.index.len()), TextStyle::Small.resolve(ui.style()), palette.weak, 60.0);
    let count_left = area.right() - 10.0 - count.rect.width();
    let sign = pos2(area.left() + 15.0, middle);
    match &lane.key {
        LaneKey::Actor(id) => {
            let color = scene.board.actor_index(id).map_or(palette.weak, |index| actor_color(scene.board, index, palette.dark));
            let chip = Rect::from_min_max(pos2(area.left(), top + 3.0), pos2(area.left() + 3.0, bottom - 3.0));
            painter.rect_filled(chip, 1.5, color);
        }
        LaneKey::Kind(kind) => {
            let mut shapes = Vec::new();
            mark_shapes(&mut shapes, sign, 5.0, Look::plain(*kind), palette);
            painter.extend(shapes);
        }
        LaneKey::NoActor
        | LaneKey::Article(_)
        | LaneKey::NoArticle
        | LaneKey::Place(_)
        | LaneKey::NoPlace
        | LaneKey::Tag(_)
        | LaneKey::NoTag
        | LaneKey::All => {}
    }
    let left = area.left() + if matches!(lane.key, LaneKey::Kind(_)) { 26.0 } else { 12.0 };
    let room = bottom - middle + height / 2.0 - 4.0;
    let wide = count_left - left - 8.0 - aside;
    // A word that is too long for a line is cut, not broken.
    let font = strong().resolve(ui.style());
    let fits = |word: &str| painter.layout_no_wrap(word.to_owned(), font.clone(), palette.text).rect.width() <= wide;
    let two = room >= 2.0 * height && lane.name.split_whitespace().all(fits);
    let mut job = LayoutJob::simple(lane.name.clone(), font.clone(), palette.text, wide);
    job.wrap.max_rows = if two { 2 } else { 1 };
    job.wrap.break_anywhere = job.wrap.max_rows == 1;
    let name = painter.layout_job(job);
    let below = middle - height / 2.0 + name.rect.height();
    painter.galley(pos2(left, middle - height / 2.0), name, palette.text);
    painter.galley(pos2(count_left, middle - count.rect.height() / 2.0), count, palette.weak);
    if bottom - below >= 14.0
        && let Some(second) = second_line(lane, scene)
    {
        let second = one_line(painter, &second, TextStyle::Small.resolve(ui.style()), palette.weak, area.right() - left - 10.0);
        painter.galley(pos2(left, below), second, palette.weak);
    }
}

/// What a lane is, in a few words.
fn second_line(lane: &Lane, scene: &Scene<'_>) -> Option<String> {
    match &lane.key {
        LaneKey::Actor(id) => {
            let actor = scene.board.actor(id)?;
            Some(actor.roles.first().map_or_else(|| actor.kind.as_str().to_owned(), |role| role.text.clone()))
        }
        LaneKey::Article(id) => {
            let article = scene.board.article(*id)?;
            let date =
                article.published.as_ref().map_or_else(|| "no date".to_owned(), |published| scene.lanes.dates().edtf(&published.date));
            Some(article.publisher.as_ref().map_or(date.clone(), |publisher| format!("{publisher}, {date}")))
        }
        _ => None,
    }
}
