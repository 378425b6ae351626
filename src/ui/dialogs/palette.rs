//! Every action by its name: type a few letters, press Enter. Those used last come first.

use super::frame::{dialog, field};
use crate::ui::desk::Desk;
use crate::ui::parts::{self, RowLook};
use crate::ui::shortcuts::shortcut_words;
use crate::ui::theme::{Palette, space};
use crate::view::{ACTIONS, Action, Command, Entry, fit};
use egui::{Context, Key, Modifiers, Response, ScrollArea, TextStyle, Ui, pos2};
use std::cmp::Reverse;

/// What has been typed, and which line is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaletteEntry {
    query: String,
    at: usize,
    /// Actions that were used last, the latest first.
    recent: Vec<Action>,
}

impl PaletteEntry {
    /// A fresh one; these actions were used last, the latest first.
    pub const fn new(recent: Vec<Action>) -> Self {
        Self { query: String::new(), at: 0, recent }
    }
}

pub(super) fn palette_ui(ctx: &Context, desk: &Desk<'_>, entry: &mut PaletteEntry, out: &mut Vec<Command>) {
    dialog(ctx, "What do you want to do?", 560.0, out, |ui, out| {
        let (down, up) =
            ui.input_mut(|input| (input.consume_key(Modifiers::NONE, Key::ArrowDown), input.consume_key(Modifiers::NONE, Key::ArrowUp)));
        let before = entry.query.clone();
        let entered = field(ui, "Action", "open, zoom, theme…", &mut entry.query);
        let found = found(entry, desk);
        if before != entry.query {
            entry.at = 0;
        }
        entry.at = (entry.at + usize::from(down)).saturating_sub(usize::from(up)).min(found.len().saturating_sub(1));
        let mut chosen = found.get(entry.at).filter(|_| entered).map(|chosen| chosen.action);
        if found.is_empty() {
            ui.weak("No action has these letters");
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().max_height(360.0).auto_shrink([false, true]).show(ui, |ui| {
            for (at, candidate) in found.iter().enumerate() {
                let is_chosen = at == entry.at;
                let line = line_ui(ui, desk, candidate, is_chosen);
                if is_chosen && (down || up) {
                    line.scroll_to_me(None);
                }
                chosen = chosen.or(line.clicked().then_some(candidate.action));
            }
        });
        out.extend(chosen.filter(|action| desk.availability.is_enabled(*action)).map(Command::FromPalette));
    });
}

/// Draws one action.
fn line_ui(ui: &mut Ui, desk: &Desk<'_>, entry: &Entry, chosen: bool) -> Response {
    let palette = Palette::of(ui);
    let enabled = desk.availability.is_enabled(entry.action);
    let name = title(entry, desk);
    let words = if enabled { name.clone() } else { format!("{name}, not now: {}", entry.action.needs()) };
    let (response, rect) = parts::row(ui, space::ROW, RowLook { chosen, dimmed: !enabled }, &words);
    let mut right = rect.right() - 8.0;
    if let Some(keys) = shortcut_words(ui.ctx(), entry.action) {
        right = parts::right_text(ui, pos2(right, rect.center().y), &keys, &TextStyle::Small, palette.weak).left() - 12.0;
    }
    let left = pos2(rect.left() + 6.0, rect.center().y);
    let color = if enabled { palette.text } else { palette.weak };
    let checked = if desk.availability.is_checked(entry.action) { "✓  " } else { "" };
    let taken = parts::line(ui, left, right - left.x, &format!("{checked}{name}"), &TextStyle::Body, color);
    if !enabled {
        let why = pos2(left.x + taken + 14.0, left.y);
        parts::line(ui, why, right - why.x, entry.action.needs(), &TextStyle::Small, palette.weak);
    }
    response.on_hover_text(entry.help)
}

/// The actions that fit, the best first; of those that fit alike the ones used last, then those that are possible now.
fn found(entry: &PaletteEntry, desk: &Desk<'_>) -> Vec<&'static Entry> {
    let rank = |candidate: &'static Entry| {
        let about = format!("{} {}", candidate.menu.title(), candidate.help);
        let fit = fit(&entry.query, &title(candidate, desk), &about)?;
        let used = entry.recent.iter().position(|action| *action == candidate.action).unwrap_or(usize::MAX);
        Some(((Reverse(fit), used, !desk.availability.is_enabled(candidate.action)), candidate))
    };
    let mut found: Vec<_> = ACTIONS.iter().filter(|candidate| candidate.action != Action::Palette).filter_map(rank).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

fn title(entry: &Entry, desk: &Desk<'_>) -> String {
    let name = desk.availability.name(entry.action);
    entry.submenu.map_or_else(|| name.to_owned(), |menu| format!("{menu}: {name}"))
}
