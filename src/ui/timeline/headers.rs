//! The frozen names of the lanes.

use super::super::palette::actor_color;
use super::super::theme::{Palette, strong};
use super::label::one_line;
use super::mark::{Look, mark_shapes};
use super::scene::{Scene, TimelineState};
use crate::model::{Kind, Modality};
use crate::view::words::long_count;
use crate::view::{Command, FilterChange, Lane, LaneBy, LaneKey};
use egui::text::LayoutJob;
use egui::{CursorIcon, Rect, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo, pos2};

/// Draws the headers of the lanes in sight; a click on one filters by it (Ctrl or Cmd adds to the filter), or opens the article.
pub(super) fn headers_ui(ui: &mut Ui, rect: Rect, scene: &Scene<'_>, state: &TimelineState, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    ui.painter().rect_filled(rect, 0.0, palette.panel);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let in_sight = scene.lanes.between(state.scroll, state.scroll + rect.height());
    for number in in_sight {
        let Some(lane) = scene.lanes.lanes().get(number) else { continue };
        let top = rect.top() + scene.lanes.top(number) - state.scroll;
        let bottom = rect.top() + scene.lanes.top(number + 1) - state.scroll;
        let area = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), bottom)).intersect(rect);
        let response = ui.interact(area, ui.scope_id().with(("lane", number)), Sense::click());
        let command = command(lane, ui.input(|input| input.modifiers.command));
        let events = if lane.index.len() == 1 { "event" } else { "events" };
        let name = format!("Lane {}, {} {events}", lane.name, long_count(lane.index.len()));
        response.widget_info(|| WidgetInfo::labeled(if command.is_some() { Role::Button } else { Role::Label }, true, &name));
        if command.is_some() && (response.hovered() || response.has_focus()) {
            painter.rect_filled(area, 0.0, palette.hover);
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
        header(ui, &painter, area, (top, bottom), lane, scene, palette);
        painter.hline(rect.x_range(), bottom.round() - 0.5, Stroke::new(1.0, palette.grid));
        if response.clicked() {
            out.extend(command);
        }
        if response.hovered() {
            let hint = hint(lane);
            response.on_hover_ui(|ui| {
                ui.label(egui::RichText::new(&lane.name).text_style(strong()));
                ui.label(format!("{} {events}", long_count(lane.index.len())));
                if let Some(hint) = hint {
                    ui.weak(hint);
                }
            });
        }
    }
    painter.vline(rect.right() - 0.5, rect.y_range(), Stroke::new(1.0, palette.border));
}

fn header(ui: &Ui, painter: &egui::Painter, area: Rect, (top, bottom): (f32, f32), lane: &Lane, scene: &Scene<'_>, palette: &Palette) {
    let height = 18.0;
    // The name of a lane that is taller than what is in sight stays in sight.
    let middle = (top.max(area.top()) + 5.0 + height / 2.0).min(bottom - 5.0 - height / 2.0);
    let count = one_line(painter, &long_count(lane.index.len()), TextStyle::Small.resolve(ui.style()), palette.weak, 60.0);
    let count_left = area.right() - 10.0 - count.rect.width();
    let sign = pos2(area.left() + 15.0, middle);
    match &lane.key {
        LaneKey::Actor(id) => {
            let color = scene.board.actor_index(id).map_or(palette.weak, |index| actor_color(index, palette.dark));
            let chip = Rect::from_min_max(pos2(area.left(), top + 3.0), pos2(area.left() + 3.0, bottom - 3.0));
            painter.rect_filled(chip, 1.5, color);
        }
        LaneKey::Kind(kind) => {
            let mut shapes = Vec::new();
            mark_shapes(&mut shapes, sign, 5.0, Look { kind: *kind, modality: Modality::Happened, hollow: false }, palette);
            painter.extend(shapes);
        }
        LaneKey::NoActor | LaneKey::Article(_) | LaneKey::All => {}
    }
    let left = area.left() + if matches!(lane.key, LaneKey::Kind(_)) { 26.0 } else { 12.0 };
    let room = bottom - middle + height / 2.0 - 4.0;
    let mut job = LayoutJob::simple(lane.name.clone(), strong().resolve(ui.style()), palette.text, count_left - left - 8.0);
    job.wrap.max_rows = if room >= 2.0 * height { 2 } else { 1 };
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
        LaneKey::NoActor | LaneKey::Kind(_) | LaneKey::All => None,
    }
}

fn command(lane: &Lane, add: bool) -> Option<Command> {
    match &lane.key {
        LaneKey::Actor(actor) => Some(Command::Filter(FilterChange::Actor { actor: actor.clone(), add })),
        LaneKey::Article(article) => Some(Command::ShowArticle(*article)),
        LaneKey::NoActor | LaneKey::Kind(_) | LaneKey::All => None,
    }
}

const fn hint(lane: &Lane) -> Option<&'static str> {
    match lane.key {
        LaneKey::Actor(_) => Some("Click to show only these events"),
        LaneKey::Article(_) => Some("Click to read the article"),
        LaneKey::NoActor | LaneKey::Kind(_) | LaneKey::All => None,
    }
}

/// What the lanes are, for the corner above them.
pub(super) const fn title(by: LaneBy) -> &'static str {
    match by {
        LaneBy::Actor => "Actors",
        LaneBy::Article => "Articles",
        LaneBy::Kind => "Kinds",
        LaneBy::One => "Events",
    }
}

/// Every kind, for the key.
pub(super) fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied()
}
