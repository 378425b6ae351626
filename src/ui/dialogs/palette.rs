//! Every action by its name: type a few letters, press Enter.

use super::frame::{dialog, field};
use crate::ui::desk::Desk;
use crate::ui::parts::{self, RowLook};
use crate::ui::shortcuts::shortcut_words;
use crate::ui::theme::{Palette, space};
use crate::view::{ACTIONS, Action, Command, Entry};
use egui::{Context, Key, Modifiers, ScrollArea, TextStyle, pos2};

/// What has been typed, and which line is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaletteEntry {
    query: String,
    at: usize,
}

pub(super) fn palette_ui(ctx: &Context, desk: &Desk<'_>, entry: &mut PaletteEntry, out: &mut Vec<Command>) {
    dialog(ctx, "What do you want to do?", 480.0, out, |ui, out| {
        let (down, up) =
            ui.input_mut(|input| (input.consume_key(Modifiers::NONE, Key::ArrowDown), input.consume_key(Modifiers::NONE, Key::ArrowUp)));
        let before = entry.query.clone();
        let entered = field(ui, "Action", "open, zoom, theme…", &mut entry.query);
        let found: Vec<&Entry> = ACTIONS.iter().filter(|candidate| fits(candidate, &entry.query, desk)).collect();
        if before != entry.query {
            entry.at = 0;
        }
        entry.at = (entry.at + usize::from(down)).saturating_sub(usize::from(up)).min(found.len().saturating_sub(1));
        if let (true, Some(chosen)) = (entered, found.get(entry.at)) {
            out.push(Command::CloseDialog);
            out.push(Command::Action(chosen.action));
        }
        if found.is_empty() {
            ui.weak("No action has these words");
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
            for (at, candidate) in found.iter().enumerate() {
                let chosen = at == entry.at;
                let name = title(candidate, desk);
                let (response, rect) = parts::row(ui, space::ROW, RowLook { chosen, dimmed: false }, &name);
                let palette = Palette::of(ui);
                if let Some(keys) = shortcut_words(ui.ctx(), candidate.action) {
                    parts::right_text(ui, pos2(rect.right() - 8.0, rect.center().y), &keys, &TextStyle::Small, palette.weak);
                }
                parts::line(ui, pos2(rect.left() + 6.0, rect.center().y), rect.width() - 110.0, &name, &TextStyle::Body, palette.text);
                if chosen && (down || up) {
                    response.scroll_to_me(None);
                }
                if response.on_hover_text(candidate.help).clicked() {
                    out.push(Command::CloseDialog);
                    out.push(Command::Action(candidate.action));
                }
            }
        });
    });
}

fn title(entry: &Entry, desk: &Desk<'_>) -> String {
    let name = desk.availability.name(entry.action);
    entry.submenu.map_or_else(|| name.to_owned(), |menu| format!("{menu}: {name}"))
}

fn fits(entry: &Entry, query: &str, desk: &Desk<'_>) -> bool {
    if entry.action == Action::Palette || !desk.availability.is_enabled(entry.action) {
        return false;
    }
    let text = format!("{} {} {}", entry.menu.title(), title(entry, desk), entry.help).to_lowercase();
    query.to_lowercase().split_whitespace().all(|word| text.contains(word))
}
