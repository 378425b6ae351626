//! What can be done with a lane: by its menu, by keys on its name, by dragging its name.

use super::scene::Scene;
use crate::view::{Command, FilterChange, Lane, LaneChange, LaneKey};
use egui::{Button, Key, Modifiers, Popup, PopupCloseBehavior, PopupKind, Response, Role, SetOpenCommand, Ui, WidgetInfo};

/// The keys on the name of a lane, as they are written in its menu.
const KEYS: [(&str, Modifiers, Key); 5] = [
    ("P", Modifiers::NONE, Key::P),
    ("C", Modifiers::NONE, Key::C),
    ("H", Modifiers::NONE, Key::H),
    ("Alt+↑", Modifiers::ALT, Key::ArrowUp),
    ("Alt+↓", Modifiers::ALT, Key::ArrowDown),
];

/// The changes that the keys stand for, in their order; `None` where there is nothing to change.
fn changes(number: usize, scene: &Scene<'_>) -> [Option<LaneChange>; 5] {
    let lanes = scene.lanes.lanes();
    let Some(lane) = lanes.get(number) else { return Default::default() };
    let key = || lane.key.clone();
    let same = |other: usize| lanes.get(other).filter(|other| other.pinned == lane.pinned);
    let up = number.checked_sub(1).and_then(same).map(|above| LaneChange::Move { lane: key(), before: Some(above.key.clone()) });
    let down = same(number + 1).map(|_| LaneChange::Move { lane: key(), before: lanes.get(number + 2).map(|lane| lane.key.clone()) });
    // One lane that is all there is can be collapsed, but not hidden.
    let hide = (lanes.len() > 1).then(|| LaneChange::Hide(key()));
    [Some(LaneChange::Pin(key())), Some(LaneChange::Collapse(key())), hide, up, down]
}

/// What a plain click on the name does, and its words.
pub(super) fn main_command(lane: &Lane, add: bool) -> Option<(Command, &'static str)> {
    match &lane.key {
        LaneKey::Actor(actor) => Some((Command::Filter(FilterChange::Actor { actor: actor.clone(), add }), "Show only these events")),
        LaneKey::Article(article) => Some((Command::ShowArticle(*article), "Read the article")),
        LaneKey::Kind(kind) => Some((Command::Filter(FilterChange::OnlyKind(*kind)), "Show only these events")),
        LaneKey::Tag(tag) => Some((Command::Filter(FilterChange::Tag { tag: tag.clone(), add }), "Show only these events")),
        LaneKey::NoActor | LaneKey::NoArticle | LaneKey::Place(_) | LaneKey::NoPlace | LaneKey::NoTag | LaneKey::All => None,
    }
}

/// The keys of a lane whose name has the focus. Shift+F10 asks for the menu, as everywhere.
pub(super) fn keys(ui: &Ui, number: usize, scene: &Scene<'_>, out: &mut Vec<Command>) -> bool {
    for ((_, modifiers, key), change) in KEYS.into_iter().zip(changes(number, scene)) {
        if let Some(change) = change
            && ui.input_mut(|input| input.consume_key(modifiers, key))
        {
            out.push(Command::Arrange(change));
            ui.ctx().request_repaint();
        }
    }
    ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::F10))
}

/// The menu, opened with the secondary button, by `wanted`, or still open from before.
pub(super) fn menu(response: &Response, wanted: bool, number: usize, scene: &Scene<'_>, out: &mut Vec<Command>) {
    let open = (wanted || response.secondary_clicked()).then_some(SetOpenCommand::Bool(true));
    let Some(lane) = scene.lanes.lanes().get(number) else { return };
    Popup::from_response(response)
        .kind(PopupKind::Menu)
        .open_memory(open)
        .layout(egui::Layout::top_down_justified(egui::Align::Min))
        .style(egui::containers::menu::menu_style)
        .width(190.0)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .show(|ui| {
            if let Some((command, words)) = main_command(lane, false)
                && ui.button(words).clicked()
            {
                ui.close();
                out.push(command);
            }
            let names = [
                if lane.pinned { "Unpin" } else { "Pin to top" },
                if lane.collapsed { "Expand" } else { "Collapse" },
                "Hide lane",
                "Move up",
                "Move down",
            ];
            for ((name, (key, _, _)), change) in names.into_iter().zip(KEYS).zip(changes(number, scene)) {
                let enabled = change.is_some();
                let entry = ui.add_enabled(enabled, Button::new(name).shortcut_text(key));
                entry.widget_info(|| WidgetInfo::labeled(Role::MenuItem, enabled, name));
                if entry.clicked() {
                    ui.close();
                    out.extend(change.map(Command::Arrange));
                }
            }
        });
}

/// What dropping a dragged lane before another one asks for. Dropped among pinned lanes it is pinned, dropped below them not.
pub(super) fn dropped(lane: &LaneKey, boundary: usize, pinned_side: bool, scene: &Scene<'_>, out: &mut Vec<Command>) {
    let lanes = scene.lanes.lanes();
    let Some(from) = lanes.iter().position(|other| other.key == *lane) else { return };
    if lanes[from].pinned != pinned_side {
        out.push(Command::Arrange(LaneChange::Pin(lane.clone())));
    } else if boundary == from || boundary == from + 1 {
        return;
    }
    let before = lanes.get(boundary).map(|lane| lane.key.clone());
    out.push(Command::Arrange(LaneChange::Move { lane: lane.clone(), before }));
}
