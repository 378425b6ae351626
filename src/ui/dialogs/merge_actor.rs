//! Asks which actor is the same as this one: likely ones first, any other by its name.

use super::frame::{dialog, field, other_button};
use crate::model::{Actor, ActorEdit, ActorId};
use crate::ui::actors::{color_of, decide, paint_kind};
use crate::ui::desk::Desk;
use crate::ui::parts::{self, RowLook, counted};
use crate::ui::theme::{Palette, space};
use crate::view::Command;
use egui::{Context, ScrollArea, TextStyle, Ui, pos2};

/// The most actors offered.
const OFFERED: usize = 60;

/// The actor that the other one goes into, and what has been typed to find that one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeEntry {
    into: ActorId,
    text: String,
}

impl MergeEntry {
    /// Nothing typed yet.
    pub const fn new(into: ActorId) -> Self {
        Self { into, text: String::new() }
    }
}

pub(super) fn merge_actor_ui(ctx: &Context, desk: &Desk<'_>, entry: &mut MergeEntry, out: &mut Vec<Command>) {
    dialog(ctx, "Merge with which actor?", 440.0, out, |ui, out| {
        let Some(actor) = desk.board.actor(&entry.into) else {
            ui.label("This actor is gone.");
            return;
        };
        ui.weak(format!("It becomes a name of {}, with all its mentions and events. You can undo it.", actor.label()));
        let entered = field(ui, "Name of the other actor", "Type some letters of its name", &mut entry.text);
        let offered = offered(desk, actor, &entry.text);
        if offered.is_empty() {
            ui.label("No other actor has a name like that.");
        }
        // Once something is typed, Enter takes the first one.
        let first = offered.first().filter(|_| !entry.text.trim().is_empty()).map(|(other, _)| *other);
        let mut chosen = first.filter(|_| entered);
        ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (other, reason) in &offered {
                let is_first = first.is_some_and(|first| first.id == other.id);
                if other_ui(ui, desk, other, reason.as_deref(), is_first) {
                    chosen = Some(other);
                }
            }
        });
        if let Some(other) = chosen {
            out.push(decide(actor, ActorEdit::Absorb(other.id.clone())));
            out.push(Command::CloseDialog);
        }
        if other_button(ui, "Cancel").clicked() {
            out.push(Command::CloseDialog);
        }
    });
}

/// A row for an actor that may be meant; `lit` is the one that Enter takes. Returns whether it was chosen.
fn other_ui(ui: &mut Ui, desk: &Desk<'_>, other: &Actor, reason: Option<&str>, lit: bool) -> bool {
    let palette = Palette::of(ui);
    let events = desk.board.actor_index(&other.id).and_then(|at| desk.tally.actors.get(at)).map_or(0, |activity| activity.total);
    let (response, rect) = parts::row(ui, space::ROW, RowLook { chosen: lit, dimmed: false }, &format!("Merge with {}", other.label()));
    paint_kind(ui, pos2(rect.left() + 12.0, rect.center().y), other.kind, color_of(desk, &other.id, palette.dark));
    let words = reason.map_or_else(|| counted(events, "event"), |reason| format!("{reason} · {}", counted(events, "event")));
    let left = rect.left() + 24.0;
    let taken = parts::line(ui, pos2(left, rect.center().y), rect.width() * 0.55, &other.label(), &TextStyle::Body, palette.text);
    let right = pos2(left + taken + space::M, rect.center().y);
    parts::line(ui, right, rect.right() - right.x, &words, &TextStyle::Small, palette.weak);
    response.clicked()
}

/// Other actors with such a name, those that may be the same first, each with what speaks for it.
fn offered<'a>(desk: &Desk<'a>, actor: &Actor, typed: &str) -> Vec<(&'a Actor, Option<String>)> {
    let typed = typed.trim().to_lowercase();
    let has_name = |other: &Actor| typed.is_empty() || other.has_letters(&typed);
    let reason = |other: &Actor| {
        let is_pair = |a: &ActorId, b: &ActorId| (*a == actor.id && *b == other.id) || (*b == actor.id && *a == other.id);
        desk.hints.iter().find(|hint| is_pair(&hint.into, &hint.other)).map(|hint| hint.reason.clone())
    };
    let others = desk.board.actors.iter().filter(|other| other.id != actor.id && has_name(other));
    let mut all: Vec<(&Actor, Option<String>)> = others.map(|other| (other, reason(other))).collect();
    all.sort_by_key(|(_, reason)| reason.is_none());
    all.truncate(OFFERED);
    all
}
