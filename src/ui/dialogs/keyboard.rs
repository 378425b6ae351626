//! The help page: what keys and mouse do, from the table of actions.

use super::frame::dialog;
use crate::ui::theme::{self, Palette, space};
use crate::view::{ACTIONS, Command, MOUSE, Menu};
use egui::{Align, Context, Label, Layout, RichText, ScrollArea, Ui, vec2};

pub(super) fn keyboard_ui(ctx: &Context, out: &mut Vec<Command>) {
    let height = ctx.content_rect().height() - 180.0;
    dialog(ctx, "Keyboard and mouse", 800.0, out, |ui, _| {
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.columns_const(|[left, right]| {
                section_ui(left, "Mouse", 190.0, &mouse());
                for menu in [Menu::Edit, Menu::Help] {
                    section_ui(left, menu.title(), 190.0, &keys(left.ctx(), menu));
                }
                for menu in [Menu::Timeline, Menu::File, Menu::View] {
                    section_ui(right, menu.title(), 110.0, &keys(right.ctx(), menu));
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

fn section_ui(ui: &mut Ui, title: &str, keys_width: f32, rows: &[(String, String)]) {
    let palette = Palette::of(ui);
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
