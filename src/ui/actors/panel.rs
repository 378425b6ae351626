//! The list: who, how often, when; a click filters, a drag merges.

use super::menu::{decide, keys, menu};
use super::sign::{paint_activity, paint_kind};
use crate::model::words::edtf_words;
use crate::model::{Actor, ActorEdit, ActorId};
use crate::ui::desk::Desk;
use crate::ui::palette::actor_color;
use crate::ui::parts::{self, RowLook, count, counted};
use crate::ui::shortcuts::words_here;
use crate::ui::theme::{self, Palette, space};
use crate::view::{Activity, Command, Dialog, FilterChange};
use egui::{DragAndDrop, Key, Modifiers, Rect, Response, RichText, ScrollArea, Sense, Stroke, TextEdit, TextStyle, Ui, pos2, vec2};

const LINE_WIDTH: f32 = 48.0;
/// With fewer actors a list needs no field to search in.
const FEW: usize = 8;

/// What the panel remembers from frame to frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActorsState {
    /// Only names with these letters are listed.
    letters: String,
    /// Whether those that were hidden are listed too.
    lists_hidden: bool,
}

/// Draws the list. It fills the height it gets.
pub fn actors_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut ActorsState, out: &mut Vec<Command>) {
    parts::section_title(ui, "ACTORS", |ui| {
        ui.weak(count(desk.board.actors.len()));
        if !desk.filter.actors.is_empty() && parts::quiet_button(ui, "Show all", "Show all actors").clicked() {
            for actor in &desk.filter.actors {
                out.push(Command::Filter(FilterChange::Actor { actor: actor.clone(), add: true }));
            }
        }
        if !desk.hints.is_empty() {
            let text = format!("{} alike", count(desk.hints.len()));
            let response = parts::quiet_button(ui, &text, "Actors that may be the same");
            if response.on_hover_text("Pairs of actors that may be the same: merge them or keep them apart").clicked() {
                out.push(Command::Dialog(Dialog::MergeHints));
            }
        }
    });
    if desk.board.actors.is_empty() && desk.board.hidden_actors.is_empty() {
        ui.weak("Nobody is named yet");
        return;
    }
    if desk.filter.together {
        ui.weak("Only events with all that are chosen");
    }
    if desk.board.actors.len() >= FEW {
        letters_ui(ui, state);
    }
    let hidden = desk.board.hidden_actors.len();
    if hidden > 0 {
        egui::Panel::bottom("hidden actors").frame(egui::Frame::NONE).show_separator_line(false).show(ui, |ui| {
            hidden_ui(ui, desk, state, out);
        });
    }
    let wanted = state.letters.trim().to_lowercase();
    let listed: Vec<usize> =
        (0..desk.board.actors.len()).filter(|at| wanted.is_empty() || desk.board.actors[*at].has_letters(&wanted)).collect();
    if listed.is_empty() {
        ui.weak("No actor has a name like that");
        return;
    }
    let peak = desk.tally.actors.iter().flat_map(|activity| &activity.steps).copied().max().unwrap_or(1);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("actors").auto_shrink(false).show_rows(ui, space::ROW, listed.len(), |ui, rows| {
        for at in listed[rows].iter().copied() {
            if let (Some(actor), Some(activity)) = (desk.board.actors.get(at), desk.tally.actors.get(at)) {
                parts::keyed(ui, &actor.id, |ui| actor_ui(ui, desk, at, (actor, activity, peak), out));
            }
        }
    });
}

fn letters_ui(ui: &mut Ui, state: &mut ActorsState) {
    let field = TextEdit::singleline(&mut state.letters).hint_text("Find an actor").desired_width(f32::INFINITY);
    let response = ui.add(field).accessible_name("Find an actor");
    if response.lost_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        state.letters.clear();
    }
    ui.add_space(space::XS);
}

fn actor_ui(ui: &mut Ui, desk: &Desk<'_>, at: usize, (actor, activity, peak): (&Actor, &Activity, u16), out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let chosen = desk.filter.actors.contains(&actor.id);
    let look = RowLook { chosen, dimmed: activity.shown == 0 };
    let name = format!("{}, {}, {}", actor.label(), actor.kind.as_str(), counted(activity.shown, "event"));
    let (response, rect) = parts::row_sensing(ui, space::ROW, look, &name, Sense::click_and_drag());
    if ui.is_rect_visible(rect) {
        let color = actor_color(desk.board, at, palette.dark);
        let text = if look.dimmed { palette.weak } else { palette.text };
        paint_kind(ui, pos2(rect.left() + 12.0, rect.center().y), actor.kind, color);
        let number =
            parts::right_text(ui, pos2(rect.right() - 8.0, rect.center().y), &count(activity.shown), &TextStyle::Small, palette.weak);
        let line = Rect::from_min_size(pos2(number.right() - 24.0 - LINE_WIDTH, rect.top() + 5.0), vec2(LINE_WIDTH, rect.height() - 10.0));
        paint_activity(ui, line, activity, peak, color);
        let left = pos2(rect.left() + 24.0, rect.center().y);
        parts::line(ui, left, line.left() - left.x - space::S, &actor.label(), &TextStyle::Body, text);
    }
    drag_ui(ui, desk, &response, rect, actor, out);
    let asked = response.has_focus() && keys(ui, actor, out);
    if parts::is_asked_for_name(ui, &response) {
        out.push(Command::AskActor(actor.id.clone()));
    }
    if response.clicked() {
        let add = ui.input(|input| input.modifiers.command || input.modifiers.shift);
        out.push(Command::Filter(FilterChange::Actor { actor: actor.id.clone(), add }));
    }
    menu(&response, asked, desk, actor, out);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui(|ui| actor_tip(ui, desk, actor, activity));
}

/// A row dragged on another one merges the two; what would happen stands at the pointer.
fn drag_ui(ui: &Ui, desk: &Desk<'_>, response: &Response, rect: Rect, actor: &Actor, out: &mut Vec<Command>) {
    response.dnd_set_drag_payload(actor.id.clone());
    if let Some(dropped) = response.dnd_release_payload::<ActorId>().filter(|dropped| **dropped != actor.id) {
        out.push(decide(actor, ActorEdit::Absorb((*dropped).clone())));
    }
    let Some(other) = response.dnd_hover_payload::<ActorId>() else { return };
    let words = if *other == actor.id {
        format!("Drop {} on the actor that is the same", actor.label())
    } else {
        let ring = rect.expand2(vec2(6.0, 0.0));
        ui.painter().rect_stroke(ring, space::CORNER, Stroke::new(2.0, Palette::of(ui).accent), egui::StrokeKind::Inside);
        format!("Merge {} into {}", desk.actor_name(&other), actor.label())
    };
    if DragAndDrop::has_any_payload(ui.ctx()) {
        egui::Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), ui.scope_id().with("dragged actor"), egui::PopupAnchor::Pointer)
            .gap(14.0)
            .show(|ui| ui.label(words));
    }
}

/// Those that were hidden, to take them back in.
fn hidden_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut ActorsState, out: &mut Vec<Command>) {
    let number = desk.board.hidden_actors.len();
    ui.horizontal(|ui| {
        ui.weak(format!("{} hidden by you", count(number)));
        let (word, name) = if state.lists_hidden { ("Close", "Close hidden actors") } else { ("List", "List hidden actors") };
        if parts::quiet_button(ui, word, name).clicked() {
            state.lists_hidden = !state.lists_hidden;
        }
    });
    if !state.lists_hidden {
        return;
    }
    ScrollArea::vertical().id_salt("hidden").max_height(4.0 * space::ROW).show(ui, |ui| {
        for actor in &desk.board.hidden_actors {
            ui.horizontal(|ui| {
                if parts::quiet_button(ui, "Show", &format!("Show {}", actor.label())).clicked() {
                    out.push(decide(actor, ActorEdit::Show));
                }
                ui.add(egui::Label::new(RichText::new(actor.label()).color(Palette::of(ui).weak)).truncate());
            });
        }
    });
}

/// What is known about an actor, for tooltips.
pub fn actor_tip(ui: &mut Ui, desk: &Desk<'_>, actor: &Actor, activity: &Activity) {
    let palette = Palette::of(ui);
    ui.label(RichText::new(actor.label()).text_style(theme::strong()));
    ui.weak(format!("{} · {} of {}", actor.kind.as_str(), count(activity.shown), counted(activity.total, "event")));
    // A role with the day of its article: nobody holds an office for ever.
    let mut roles: Vec<String> = Vec::new();
    for role in &actor.roles {
        let date = desk.board.role_date(role).map(|date| edtf_words(&date));
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
    ui.label(
        RichText::new(words_here(
            ui.ctx(),
            "Click to show only these events, Ctrl + click to add; drag on another actor to merge; right click for more",
        ))
        .small()
        .color(palette.weak),
    );
}

/// The dot of an actor for chips elsewhere.
pub fn color_of(desk: &Desk<'_>, actor: &ActorId, dark: bool) -> egui::Color32 {
    desk.board.actor_index(actor).map_or(Palette::get(dark).weak, |at| actor_color(desk.board, at, dark))
}

/// A chip for an actor; a click filters by it.
pub fn actor_chip(ui: &mut Ui, desk: &Desk<'_>, id: &ActorId, out: &mut Vec<Command>) -> Response {
    let color = color_of(desk, id, ui.visuals().dark_mode);
    let name = desk.actor_name(id);
    let chosen = desk.filter.actors.contains(id);
    let response = parts::chip(ui, &name, color, chosen, &format!("Show only events of {name}"));
    if response.clicked() {
        let add = ui.input(|input| input.modifiers.command);
        out.push(Command::Filter(FilterChange::Actor { actor: id.clone(), add }));
    }
    match desk.board.actor_index(id).and_then(|at| Some((desk.board.actors.get(at)?, desk.tally.actors.get(at)?))) {
        Some((actor, activity)) => response.on_hover_ui(|ui| actor_tip(ui, desk, actor, activity)),
        None => response,
    }
}
