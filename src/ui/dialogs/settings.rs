//! The settings: how the window looks and moves, from the table of actions. Each holds at once and is remembered.

use super::frame::{dialog, main_button, other_button};
use crate::ui::desk::Desk;
use crate::ui::parts;
use crate::ui::shortcuts::shortcut_words;
use crate::ui::theme::{self, Palette, space};
use crate::view::words::DateOrder;
use crate::view::{Action, Command, DatedBy, LaneBy, Middle, SCALES, WeekStart};
use egui::{Context, RichText, ScrollArea, Ui};

/// Of several only one is on.
const THEMES: [Action; 3] = [Action::ThemeSystem, Action::ThemeLight, Action::ThemeDark];
const ORDERS: [Action; 4] = [
    Action::Order(None),
    Action::Order(Some(DateOrder::DayMonthYear)),
    Action::Order(Some(DateOrder::MonthDayYear)),
    Action::Order(Some(DateOrder::Iso)),
];
const WEEKS: [Action; 4] = [
    Action::Week(None),
    Action::Week(Some(WeekStart::Monday)),
    Action::Week(Some(WeekStart::Sunday)),
    Action::Week(Some(WeekStart::Saturday)),
];

pub(super) fn settings_ui(ctx: &Context, desk: &Desk<'_>, out: &mut Vec<Command>) {
    let height = ctx.content_rect().height() - 210.0;
    dialog(ctx, "Settings", 640.0, out, |ui, out| {
        ui.weak("Each holds at once and is remembered.");
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            parts::outline_switches(ui);
            ui.columns_const(|[left, right]| {
                looks_ui(left, desk, out);
                times_ui(right, desk, out);
            });
        });
        ui.horizontal(|ui| {
            if main_button(ui, true, "Close").clicked() {
                out.push(Command::CloseDialog);
            }
            if other_button(ui, "Restore defaults").on_hover_text(help(Action::RestoreSettings)).clicked() {
                out.push(Command::Action(Action::RestoreSettings));
            }
        });
    });
}

fn looks_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    section(ui, "Theme");
    choices_ui(ui, desk, &THEMES, out);
    section(ui, "Size of everything");
    let now = ui.ctx().zoom_factor();
    ui.horizontal_wrapped(|ui| {
        for percent in SCALES {
            let on = (now * 100.0 - f32::from(percent)).abs() < 0.5;
            if ui.radio(on, format!("{percent} %")).clicked() {
                out.push(Command::Scale(percent));
            }
        }
    });
    section(ui, "Movement and wheel");
    switch_ui(ui, desk, Action::ToggleReduceMotion, out);
    switch_ui(ui, desk, Action::ToggleWheelZooms, out);
    section(ui, "Files");
    switch_ui(ui, desk, Action::LookForNew, out);
    switch_ui(ui, desk, Action::OneWindow, out);
    section(ui, "Panels");
    switch_ui(ui, desk, Action::ToggleLeft, out);
    switch_ui(ui, desk, Action::ToggleRight, out);
    choices_ui(ui, desk, &Middle::ALL.map(Action::Middle), out);
}

fn times_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    section(ui, "Dates");
    choices_ui(ui, desk, &ORDERS, out);
    section(ui, "First day of the week");
    choices_ui(ui, desk, &WEEKS, out);
    section(ui, "Timeline");
    let by_publication = desk.lanes.dated_by() == DatedBy::Publication;
    for (on, name) in [(!by_publication, "By date of happening"), (by_publication, "By date of publication")] {
        if ui.radio(on, name).on_hover_text(help(Action::ByPublication)).clicked() && !on {
            out.push(Command::Action(Action::ByPublication));
        }
    }
    switch_ui(ui, desk, Action::FoldSpans, out);
    switch_ui(ui, desk, Action::ShowGaps, out);
    section(ui, "Lanes");
    ui.horizontal_wrapped(|ui| choices_ui(ui, desk, &LaneBy::ALL.map(Action::Lanes), out));
}

fn section(ui: &mut Ui, title: &str) {
    ui.add_space(space::S);
    ui.label(RichText::new(title.to_uppercase()).text_style(theme::section()).color(Palette::of(ui).weak));
}

/// One of these is on.
fn choices_ui(ui: &mut Ui, desk: &Desk<'_>, actions: &[Action], out: &mut Vec<Command>) {
    for action in actions {
        let on = desk.availability.is_checked(*action);
        if ui.radio(on, action.name()).on_hover_text(help(*action)).clicked() && !on {
            out.push(Command::Action(*action));
        }
    }
}

/// On or off.
fn switch_ui(ui: &mut Ui, desk: &Desk<'_>, action: Action, out: &mut Vec<Command>) {
    let mut on = desk.availability.is_checked(action);
    let keys = shortcut_words(ui.ctx(), action).map(|keys| format!("   ({keys})")).unwrap_or_default();
    if ui.checkbox(&mut on, action.name()).on_hover_text(format!("{}{keys}", help(action))).changed() {
        out.push(Command::Action(action));
    }
}

fn help(action: Action) -> &'static str {
    action.entry().map_or("", |entry| entry.help)
}
