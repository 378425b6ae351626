//! Above the table: how many rows are chosen, what can be done with all of them, and which columns there are.

use super::state::TableState;
use crate::model::{Change, Edit, Event, Kind};
use crate::ui::desk::Desk;
use crate::ui::parts;
use crate::ui::shortcuts::words_here;
use crate::ui::theme::space;
use crate::view::table::tsv;
use crate::view::{Column, Command, TableChange, TableLook};
use egui::containers::menu::{MenuButton, MenuConfig, SubMenuButton, is_in_menu};
use egui::{Button, Key, PopupCloseBehavior, Role, TextEdit, Ui, WidgetInfo};
use std::collections::BTreeSet;

/// Draws the bar.
pub(super) fn bar_ui(ui: &mut Ui, desk: &Desk<'_>, look: &TableLook, state: &mut TableState, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let (chosen, all) = (state.chosen_count(), state.rows.len());
        let words = match chosen {
            0 | 1 => parts::counted(all, "event"),
            _ => format!("{} of {} selected", parts::count(chosen), parts::counted(all, "event")),
        };
        // What follows stays where it is, whatever is selected.
        let longest = format!("{} of {} selected", parts::count(all), parts::counted(all, "event"));
        let font = egui::TextStyle::Body.resolve(ui.style());
        let room = ui.painter().layout_no_wrap(longest, font, egui::Color32::PLACEHOLDER).size().x;
        let left = ui.cursor().left();
        ui.label(words);
        ui.add_space((left + room - ui.cursor().left()).max(0.0) + space::S);
        ui.add_enabled_ui(chosen > 0, |ui| actions_ui(ui, desk, look, state, out));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| columns_ui(ui, look, out));
    });
}

/// What can be done with the chosen rows; also the menu of a row.
pub(super) fn actions_ui(ui: &mut Ui, desk: &Desk<'_>, look: &TableLook, state: &mut TableState, out: &mut Vec<Command>) {
    let is_open = |event: &Event| !desk.board.curation(event.id).is_some_and(|curation| curation.is_accepted);
    if button(ui, "Accept", "Accept selected", "They are right") {
        out.extend(edits(state, desk, |event| is_open(event).then_some(Edit::Accept { event: event.id })));
    }
    if button(ui, "Hide", "Hide selected", "Leave them out of the chronology. You can undo this") {
        out.extend(edits(state, desk, |event| Some(Edit::Hide { event: event.id })));
    }
    menu(ui, "Tag ▾", "Tag selected", |ui| tags_ui(ui, desk, state, out));
    menu(ui, "Kind ▾", "Kind of selected", |ui| {
        for kind in Kind::ALL {
            if ui.button(kind.as_str()).clicked() {
                let change = |event: &Event| (event.kind != *kind).then_some(Edit::Change { event: event.id, change: Change::Kind(*kind) });
                out.extend(edits(state, desk, change));
                ui.close();
            }
        }
    });
    if button(ui, "Copy", "Copy selected rows", &words_here(ui.ctx(), "As a table for a spreadsheet   (Ctrl+C)")) {
        out.extend(copy(desk, look, state));
    }
}

/// Puts the chosen rows on the clipboard.
pub(super) fn copy(desk: &Desk<'_>, look: &TableLook, state: &TableState) -> Option<Command> {
    let text = || tsv(desk.board, state.chosen(desk.board), look, desk.lanes.dates());
    let number = state.chosen_count();
    (number > 0).then(|| Command::Copy { text: text(), what: format!("{} for a spreadsheet", parts::counted(number, "row")) })
}

fn button(ui: &mut Ui, text: &str, name: &str, help: &str) -> bool {
    let response = ui.add(Button::new(text));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    parts::focus_ring(ui, &response, response.rect);
    response.on_hover_text(help).clicked()
}

/// A button with a menu that stays open while one works in it.
fn menu(ui: &mut Ui, text: &str, name: &str, contents: impl FnOnce(&mut Ui)) {
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let response = if is_in_menu(ui) {
        SubMenuButton::new(text.trim_end_matches(" ▾")).config(config).ui(ui, contents).0
    } else {
        MenuButton::new(text).config(config).ui(ui, contents).0
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    parts::focus_ring(ui, &response, response.rect);
}

fn tags_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TableState, out: &mut Vec<Command>) {
    let response =
        ui.add(TextEdit::singleline(&mut state.tag).hint_text("add a tag").desired_width(200.0)).accessible_name("Tag for selected");
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut tag = (entered && !state.tag.trim().is_empty()).then(|| state.tag.trim().to_owned());
    let known: BTreeSet<&String> = desk.board.curation.values().flat_map(|curation| &curation.tags).collect();
    if !known.is_empty() {
        ui.separator();
    }
    for known in known {
        if ui.button(known).clicked() {
            tag = Some(known.clone());
        }
    }
    if let Some(tag) = tag {
        let has = |event: &Event| desk.board.curation(event.id).is_some_and(|curation| curation.tags.contains(&tag));
        out.extend(edits(state, desk, |event| (!has(event)).then(|| Edit::Tag { event: event.id, tag: tag.clone() })));
        state.tag.clear();
        ui.close();
    }
}

/// One decision on all chosen events: one step back takes it back. None if it would change nothing.
fn edits(state: &TableState, desk: &Desk<'_>, edit: impl Fn(&Event) -> Option<Edit>) -> Option<Command> {
    let mut edits: Vec<Edit> = state.chosen(desk.board).filter_map(edit).collect();
    match edits.len() {
        0 => None,
        1 => edits.pop().map(Command::Edit),
        _ => Some(Command::Edit(Edit::Several { edits })),
    }
}

fn columns_ui(ui: &mut Ui, look: &TableLook, out: &mut Vec<Command>) {
    menu(ui, "Columns ▾", "Columns", |ui| {
        parts::outline_switches(ui);
        for column in Column::ALL {
            let mut on = look.shows(column);
            let response = ui.checkbox(&mut on, column.title());
            response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, format!("Column {}", column.title().to_lowercase())));
            if response.changed() {
                out.push(Command::Table(TableChange::Column(column)));
            }
        }
        ui.separator();
        if ui.button("Restore columns").clicked() {
            out.push(Command::Table(TableChange::Restore));
            ui.close();
        }
    });
}
