//! What can be done with an actor: by its menu, by keys on its row.

use crate::model::{Actor, ActorEdit, ActorKind, Edit, Hue};
use crate::ui::desk::Desk;
use crate::ui::palette::hue_color;
use crate::ui::parts;
use crate::ui::shortcuts::words_here;
use crate::view::{Command, FilterChange};
use egui::{Button, Key, Modifiers, Response, RichText, Role, Ui, WidgetInfo};

/// The decision on this actor as a wish.
pub(in crate::ui) fn decide(actor: &Actor, decision: ActorEdit) -> Command {
    Command::Edit(Edit::Actor { actor: actor.id.clone(), decision })
}

/// The keys of a row that has the focus: F2, M and H; Shift+F10 asks for the menu, as everywhere.
pub(super) fn keys(ui: &Ui, actor: &Actor, out: &mut Vec<Command>) -> bool {
    let taken = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if taken(Key::F2) {
        out.push(Command::AskActor(actor.id.clone()));
    }
    if taken(Key::M) {
        out.push(Command::AskMergeActor(actor.id.clone()));
    }
    if taken(Key::H) {
        out.push(decide(actor, ActorEdit::Hide));
    }
    ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::F10))
}

/// The menu of an actor that is shown.
pub(super) fn menu(response: &Response, wanted: bool, desk: &Desk<'_>, actor: &Actor, out: &mut Vec<Command>) {
    parts::row_menu(response, wanted, |ui| {
        let chosen = desk.filter.actors.contains(&actor.id);
        let alone = if chosen { "Show other events too" } else { "Show only its events" };
        if entry(ui, alone, "Enter") {
            out.push(Command::Filter(FilterChange::Actor { actor: actor.id.clone(), add: false }));
        }
        if !chosen && !desk.filter.actors.is_empty() && entry(ui, "Show its events too", &words_here(ui.ctx(), "Ctrl+Enter")) {
            out.push(Command::Filter(FilterChange::Actor { actor: actor.id.clone(), add: true }));
        }
        ui.separator();
        if entry(ui, "Names, roles, companions…", "F2") {
            out.push(Command::AskActor(actor.id.clone()));
        }
        if entry(ui, "Merge with…", "M") {
            out.push(Command::AskMergeActor(actor.id.clone()));
        }
        ui.menu_button("Kind", |ui| kinds_ui(ui, actor, out));
        ui.menu_button("Colour", |ui| hues_menu_ui(ui, desk, actor, out));
        ui.separator();
        if entry(ui, "Hide actor", "H") {
            out.push(decide(actor, ActorEdit::Hide));
        }
    });
}

fn entry(ui: &mut Ui, name: &str, key: &str) -> bool {
    let response = ui.add(Button::new(name).shortcut_text(key));
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, name));
    if response.clicked() {
        // A click closes the menu by itself, the enter key does not.
        ui.close();
    }
    response.clicked()
}

fn kinds_ui(ui: &mut Ui, actor: &Actor, out: &mut Vec<Command>) {
    for kind in ActorKind::ALL {
        let is_now = actor.kind == kind;
        let response = ui.button(if is_now { format!("✓  {}", kind.as_str()) } else { kind.as_str().to_owned() });
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_now, format!("Kind: {}", kind.as_str())));
        if response.clicked() {
            out.push(decide(actor, ActorEdit::Kind(Some(kind))));
            ui.close();
        }
    }
}

fn hues_menu_ui(ui: &mut Ui, desk: &Desk<'_>, actor: &Actor, out: &mut Vec<Command>) {
    let dark = ui.visuals().dark_mode;
    let own = desk.board.actor_curation.get(&actor.id).and_then(|curation| curation.hue);
    for hue in Hue::ALL {
        let text = RichText::new(format!("⬤  {}", hue.as_str())).color(hue_color(hue, dark));
        let response = ui.button(text);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, own == Some(hue), format!("Colour: {}", hue.as_str())));
        if response.clicked() {
            out.push(decide(actor, ActorEdit::Colour(Some(hue))));
            ui.close();
        }
    }
    if own.is_some() && ui.button("As the program chooses").clicked() {
        out.push(decide(actor, ActorEdit::Colour(None)));
        ui.close();
    }
}
