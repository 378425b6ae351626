//! The list of actors: who, how often, when; a click filters.

use super::desk::Desk;
use super::palette::actor_color;
use super::parts::{self, RowLook, count, counted};
use super::theme::{Palette, space};
use crate::model::{Actor, ActorKind};
use crate::view::{Activity, Command, FilterChange};
use egui::{Rect, Response, RichText, ScrollArea, TextStyle, Ui, pos2, vec2};

const LINE_WIDTH: f32 = 48.0;

/// Draws the list. It fills the height it gets.
pub fn actors_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    parts::section_title(ui, "ACTORS", |ui| {
        ui.weak(count(desk.board.actors.len()));
        if !desk.filter.actors.is_empty() && parts::quiet_button(ui, "Show all", "Show all actors").clicked() {
            for actor in &desk.filter.actors {
                out.push(Command::Filter(FilterChange::Actor { actor: actor.clone(), add: true }));
            }
        }
    });
    if desk.board.actors.is_empty() {
        ui.weak("Nobody is named yet");
        return;
    }
    let peak = desk.tally.actors.iter().flat_map(|activity| &activity.steps).copied().max().unwrap_or(1);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("actors").auto_shrink(false).show_rows(ui, space::ROW, desk.board.actors.len(), |ui, rows| {
        for at in rows {
            if let (Some(actor), Some(activity)) = (desk.board.actors.get(at), desk.tally.actors.get(at)) {
                actor_ui(ui, desk, at, (actor, activity, peak), out);
            }
        }
    });
}

fn actor_ui(ui: &mut Ui, desk: &Desk<'_>, at: usize, (actor, activity, peak): (&Actor, &Activity, u16), out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let chosen = desk.filter.actors.contains(&actor.id);
    let look = RowLook { chosen, dimmed: activity.shown == 0 };
    let name = format!("{}, {}, {}", actor.name, actor.kind.as_str(), counted(activity.shown, "event"));
    let (response, rect) = parts::row(ui, space::ROW, look, &name);
    if ui.is_rect_visible(rect) {
        let color = actor_color(at, palette.dark);
        let text = if look.dimmed { palette.weak } else { palette.text };
        paint_kind(ui, pos2(rect.left() + 12.0, rect.center().y), actor.kind, color);
        let number =
            parts::right_text(ui, pos2(rect.right() - 8.0, rect.center().y), &count(activity.shown), &TextStyle::Small, palette.weak);
        let line = Rect::from_min_size(pos2(number.right() - 24.0 - LINE_WIDTH, rect.top() + 5.0), vec2(LINE_WIDTH, rect.height() - 10.0));
        paint_activity(ui, line, activity, peak, color);
        let left = pos2(rect.left() + 24.0, rect.center().y);
        parts::line(ui, left, line.left() - left.x - space::S, &actor.name, &TextStyle::Body, text);
    }
    if response.clicked() {
        let add = ui.input(|input| input.modifiers.command || input.modifiers.shift);
        out.push(Command::Filter(FilterChange::Actor { actor: actor.id.clone(), add }));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui(|ui| actor_tip(ui, desk, actor, activity));
}

/// What is known about an actor, for tooltips.
pub fn actor_tip(ui: &mut Ui, desk: &Desk<'_>, actor: &Actor, activity: &Activity) {
    let palette = Palette::of(ui);
    ui.label(RichText::new(&actor.name).text_style(super::theme::strong()));
    ui.weak(format!("{} · {} of {}", actor.kind.as_str(), count(activity.shown), counted(activity.total, "event")));
    // A role with the day of its article: nobody holds an office for ever.
    let mut roles: Vec<String> = Vec::new();
    for role in &actor.roles {
        let date = desk.board.role_date(role).map(|date| crate::model::words::edtf_words(&date));
        let words = date.map_or_else(|| role.text.clone(), |date| format!("{} ({date})", role.text));
        if !roles.contains(&words) {
            roles.push(words);
        }
    }
    if !roles.is_empty() {
        ui.label(roles[..roles.len().min(6)].join(" · "));
    }
    if !actor.aliases.is_empty() {
        ui.label(format!("Also: {}", actor.aliases.join(", ")));
    }
    ui.label(RichText::new("Click to show only these events, Ctrl + click to add").small().color(palette.weak));
}

/// A person is a disc, an organisation a square, a country a flag-like bar, a group two discs.
fn paint_kind(ui: &Ui, center: egui::Pos2, kind: ActorKind, color: egui::Color32) {
    let painter = ui.painter();
    match kind {
        ActorKind::Person => {
            painter.circle_filled(center, 4.5, color);
        }
        ActorKind::Organisation => {
            painter.rect_filled(Rect::from_center_size(center, vec2(8.0, 8.0)), 1.5, color);
        }
        ActorKind::Country => {
            painter.rect_filled(Rect::from_center_size(center, vec2(11.0, 7.0)), 1.0, color);
        }
        ActorKind::Group => {
            painter.circle_filled(center - vec2(2.5, 0.0), 3.0, color);
            painter.circle_filled(center + vec2(3.0, 0.0), 3.0, color);
        }
    }
}

fn paint_activity(ui: &Ui, rect: Rect, activity: &Activity, peak: u16, color: egui::Color32) {
    let palette = Palette::of(ui);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, palette.border));
    let width = rect.width() / activity.steps.len().max(1) as f32;
    for (at, number) in activity.steps.iter().enumerate().filter(|(_, number)| **number > 0) {
        // The square root keeps single events visible beside an actor with dozens of them.
        let share = (f32::from(*number) / f32::from(peak.max(1))).sqrt();
        let height = (rect.height() * share).max(3.0);
        let left = rect.left() + at as f32 * width;
        let bar = Rect::from_min_max(pos2(left, rect.bottom() - height), pos2(left + width.max(2.0), rect.bottom()));
        ui.painter().rect_filled(bar, 0.0, color);
    }
}

/// The dot of an actor for chips elsewhere.
pub fn color_of(desk: &Desk<'_>, actor: &crate::model::ActorId, dark: bool) -> egui::Color32 {
    desk.board.actor_index(actor).map_or(Palette::get(dark).weak, |at| actor_color(at, dark))
}

/// A chip for an actor; a click filters by it.
pub fn actor_chip(ui: &mut Ui, desk: &Desk<'_>, id: &crate::model::ActorId, out: &mut Vec<Command>) -> Response {
    let color = color_of(desk, id, ui.visuals().dark_mode);
    let name = desk.board.actor(id).map_or(id.0.as_str(), |actor| actor.name.as_str());
    let chosen = desk.filter.actors.contains(id);
    let response = parts::chip(ui, name, color, chosen, &format!("Show only events of {name}"));
    if response.clicked() {
        let add = ui.input(|input| input.modifiers.command);
        out.push(Command::Filter(FilterChange::Actor { actor: id.clone(), add }));
    }
    match desk.board.actor_index(id).and_then(|at| Some((desk.board.actors.get(at)?, desk.tally.actors.get(at)?))) {
        Some((actor, activity)) => response.on_hover_ui(|ui| actor_tip(ui, desk, actor, activity)),
        None => response,
    }
}
