//! What a person adds to an event: whether it is right, tags, a note.

use super::entry::{Entry, EventState, entry_ui};
use crate::model::{Edit, Event};
use crate::ui::desk::Desk;
use crate::ui::dialogs::ReadDate;
use crate::ui::parts;
use crate::ui::theme::{Palette, space};
use crate::view::{Action, Command, Dialog};
use egui::{RichText, Ui};

/// Draws the decisions: accept, hide, merge, change.
pub(super) fn decisions_ui(ui: &mut Ui, desk: &Desk<'_>, event: &Event, state: &mut EventState, out: &mut Vec<Command>) {
    let is_hidden = desk.board.event(event.id).is_none();
    let is_accepted = desk.board.curation(event.id).is_some_and(|curation| curation.is_accepted);
    ui.horizontal_wrapped(|ui| {
        if is_hidden {
            ui.label(RichText::new("Hidden by you").color(Palette::of(ui).warning));
            if ui.button("Show event").clicked() {
                out.push(Command::Edit(Edit::Show { event: event.id }));
            }
            return;
        }
        let is_own = desk.board.is_own(event.id);
        if is_own {
            ui.label(RichText::new("✓ Added by you").color(Palette::of(ui).accent));
        } else if is_accepted {
            ui.label(RichText::new("✓ Accepted").color(Palette::of(ui).accent));
            if parts::quiet_button(ui, "Reopen", "Mark as not reviewed").clicked() {
                out.push(Command::Edit(Edit::Reopen { event: event.id }));
            }
        } else if ui.button("Accept").on_hover_text("It is right. Goes on to the next event that nobody has reviewed").clicked() {
            out.push(Command::Action(Action::AcceptEvent));
        }
        let word = if state.is_editing { "Done" } else { "Edit" };
        if ui.button(word).on_hover_text("Change title, date, kind, place and actors").clicked() {
            out.push(Command::Action(Action::EditEvent));
        }
        if ui.button("Merge…").on_hover_text("It is the same event as another one").clicked() {
            out.push(Command::Dialog(Dialog::Merge));
        }
        let (word, hint) = if is_own {
            ("Remove event", "Take the event away that you have added. You can undo this")
        } else {
            ("Hide event", "Leave it out of the chronology. You can undo this")
        };
        if ui.button(word).on_hover_text(hint).clicked() {
            out.push(Command::Action(Action::HideEvent));
        }
    });
}

/// Draws tags and note.
pub(super) fn remarks_ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    event: &Event,
    state: &mut EventState,
    read_date: ReadDate<'_>,
    out: &mut Vec<Command>,
) {
    let curation = desk.board.curation(event.id);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for tag in curation.iter().flat_map(|curation| &curation.tags) {
            parts::badge(ui, tag, Palette::of(ui).accent);
            if parts::quiet_button(ui, "×", &format!("Take away tag {tag}")).clicked() {
                out.push(Command::Edit(Edit::Untag { event: event.id, tag: tag.clone() }));
            }
        }
        ui.scope(|ui| {
            ui.set_max_width(120.0);
            let entered = entry_ui(ui, state, (event.id, Entry::Tag), ("Add a tag", "add a tag"), "", read_date);
            if let Some(edit) = entered.edit {
                out.push(Command::Edit(edit));
                // The next tag can be typed at once.
                if entered.with_enter {
                    entered.response.request_focus();
                }
            }
        });
    });
    let note = curation.map_or("", |curation| curation.note.as_str());
    let entered = entry_ui(ui, state, (event.id, Entry::Note), ("Note", "write a note"), note, read_date);
    out.extend(entered.edit.map(Command::Edit));
}
