//! The help page: what keys and mouse do, from the table of actions.

use super::frame::dialog;
use crate::ui::theme::{self, Palette, space};
use crate::view::{ACTIONS, Command, MOUSE, Menu};
use egui::{Context, Grid, RichText, ScrollArea, Ui};

pub(super) fn keyboard_ui(ctx: &Context, out: &mut Vec<Command>) {
    let height = ctx.content_rect().height() - 180.0;
    dialog(ctx, "Keyboard and mouse", 760.0, out, |ui, _| {
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.columns_const(|[left, right]| {
                section_ui(left, "Mouse", &mouse());
                for menu in [Menu::Edit, Menu::Help] {
                    section_ui(left, menu.title(), &keys(left.ctx(), menu));
                }
                for menu in [Menu::Timeline, Menu::File, Menu::View] {
                    section_ui(right, menu.title(), &keys(right.ctx(), menu));
                }
            });
        });
    });
}

fn mouse() -> Vec<(String, String)> {
    MOUSE.iter().map(|(gesture, effect)| ((*gesture).to_owned(), (*effect).to_owned())).collect()
}

fn keys(ctx: &Context, menu: Menu) -> Vec<(String, String)> {
    let mac = matches!(ctx.os(), egui::os::OperatingSystem::Mac | egui::os::OperatingSystem::IOS);
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
    ui.add_space(space::S);
    ui.label(RichText::new(title.to_uppercase()).text_style(theme::section()).color(palette.weak));
    Grid::new(title).num_columns(2).spacing([space::XL, 5.0]).min_col_width(112.0).show(ui, |ui| {
        for (keys, effect) in rows {
            ui.label(RichText::new(keys).text_style(theme::strong()).color(palette.text));
            ui.label(effect);
            ui.end_row();
        }
    });
    ui.add_space(space::M);
}
