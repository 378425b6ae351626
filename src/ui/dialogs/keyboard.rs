//! The help page: what keys, mouse and fingers do, from the table of actions; found by a few words.

use super::frame::{dialog, field};
use crate::ui::shortcuts::{is_mac, words_here};
use crate::ui::theme::{self, Palette, space};
use crate::view::{ACTIONS, Command, GESTURES, Menu};
use egui::{Align, Context, Label, Layout, RichText, ScrollArea, Ui, vec2};

/// A group of lines: its title, and keys with what they do.
type Section = (&'static str, Vec<(String, String)>);

pub(super) fn keyboard_ui(ctx: &Context, query: &mut String, out: &mut Vec<Command>) {
    let height = ctx.content_rect().height() - 220.0;
    dialog(ctx, "Keyboard, mouse and touch", 840.0, out, |ui, _| {
        field(ui, "Search help", &words_here(ui.ctx(), "zoom, undo, Ctrl+S…"), query);
        let sections = sections(ui.ctx(), query);
        if sections.is_empty() {
            ui.weak("Nothing in the help has these words");
        }
        ScrollArea::vertical().max_height(height).auto_shrink([false, query.is_empty()]).show(ui, |ui| {
            ui.columns_const(|columns: &mut [Ui; 2]| {
                let mut heights = [0_usize; 2];
                for (title, rows) in &sections {
                    // Each goes into the shorter column.
                    let at = usize::from(heights[0] > heights[1]);
                    heights[at] += rows.len() + 2;
                    section_ui(&mut columns[at], title, rows);
                }
            });
        });
    });
}

/// Everything that has all words of the query.
fn sections(ctx: &Context, query: &str) -> Vec<Section> {
    let own = |rows: &[(&str, &str)]| rows.iter().map(|(keys, effect)| (words_here(ctx, keys), (*effect).to_owned())).collect();
    let mut all: Vec<Section> = GESTURES.iter().map(|(title, rows)| (*title, own(rows))).collect();
    all.extend(Menu::WITH_SETTINGS.map(|menu| (menu.title(), keys(ctx, menu))));
    let words: Vec<String> = query.to_lowercase().split_whitespace().map(ToOwned::to_owned).collect();
    for (title, rows) in &mut all {
        let fits = |(keys, effect): &(String, String)| {
            let text = format!("{title} {keys} {effect}").to_lowercase();
            words.iter().all(|word| text.contains(word))
        };
        rows.retain(fits);
    }
    all.retain(|(_, rows)| !rows.is_empty());
    all
}

fn keys(ctx: &Context, menu: Menu) -> Vec<(String, String)> {
    let mac = is_mac(ctx);
    let entries = ACTIONS.iter().filter(|entry| entry.menu == menu && !entry.chords.is_empty());
    entries
        .map(|entry| {
            let keys: Vec<String> = entry.chords.iter().map(|chord| chord.words(mac)).collect();
            (keys.join("  "), entry.name.trim_end_matches('…').to_owned())
        })
        .collect()
}

fn section_ui(ui: &mut Ui, title: &str, rows: &[(String, String)]) {
    let palette = Palette::of(ui);
    let keys_width = 168.0;
    ui.label(RichText::new(title.to_uppercase()).text_style(theme::section()).color(palette.weak));
    ui.spacing_mut().item_spacing.y = 3.0;
    for (keys, effect) in rows {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            ui.allocate_ui_with_layout(vec2(keys_width, 18.0), Layout::left_to_right(Align::Min), |ui| {
                ui.set_min_width(keys_width);
                ui.add(Label::new(RichText::new(keys).text_style(theme::strong()).color(palette.text)).wrap());
            });
            ui.add(Label::new(effect).wrap());
        });
    }
    ui.add_space(space::L);
}
