//! What is filtered by: the parts as chips below the toolbar, and the choice of them with the filters saved by name.

use super::desk::Desk;
use super::parts::{self, count, counted};
use super::shortcuts::shortcut_words;
use super::theme::{self, Palette, space};
use crate::model::{Basis, Edit, Modality, Review};
use crate::view::chips::basis_words;
use crate::view::{Action, Command, FilterChange, chips};
use egui::{
    Button, Id, Key, Popup, PopupCloseBehavior, RectAlign, Response, RichText, Role, ScrollArea, Slider, Stroke, TextEdit, TextStyle,
    TextWrapMode, Ui, WidgetInfo, pos2, vec2,
};

/// The width of the choice, in points.
const WIDTH: f32 = 460.0;

/// What is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterState {
    /// The name to save the filter by.
    name: String,
    /// The name field is to get the cursor.
    wants_name: bool,
    /// The saved filter that is being renamed, and its new name.
    renaming: Option<(String, String)>,
}

/// The id of the choice, so that a shortcut can open it.
pub fn filters_id() -> Id {
    Id::unique("filters")
}

/// Draws the button that opens the choice.
pub fn button_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut FilterState, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let enabled = desk.availability.is_enabled(Action::Filters);
    let set = chips(desk.filter, desk.board).len();
    let text = if set == 0 { "Filter ▾".to_owned() } else { format!("Filter: {set} ▾") };
    let color = if set == 0 { palette.text } else { palette.accent };
    // As wide with a number as without: what stands beside it keeps its place.
    let response = ui.add_enabled(enabled, Button::new(RichText::new(text).color(color)).min_size(vec2(84.0, 0.0)));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, Action::Filters.name()));
    parts::focus_ring(ui, &response, response.rect);
    let keys = shortcut_words(ui.ctx(), Action::Filters).unwrap_or_default();
    let response = response.on_hover_text(format!("Choose what is shown   ({keys})"));
    Popup::from_toggle_button_response(&response)
        .id(filters_id())
        .align(RectAlign::BOTTOM_END)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name("Filters")
        .show(|ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing = vec2(space::M, 6.0);
            ui.visuals_mut().text_edit_bg_color = Some(palette.control);
            ui.scope(|ui| {
                parts::outline_switches(ui);
                choice_ui(ui, desk, out);
            });
            ui.separator();
            saved_ui(ui, desk, state, out);
        });
}

fn choice_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    ui.columns(2, |columns| {
        let ui = &mut columns[0];
        title(ui, "It");
        for one in Modality::ALL {
            let on = !desk.filter.hidden_modalities.contains(one);
            let words = match one {
                Modality::Happened => "happened",
                Modality::Planned => "is planned",
                Modality::Hypothetical => "is only possible",
                Modality::Negated => "did not happen",
            };
            switch(ui, on, words, desk.tally.modalities.get(one).copied().unwrap_or_default().1, FilterChange::Modality(*one), out);
        }
        title(ui, "Review");
        for one in Review::ALL {
            let on = desk.filter.reviews.contains(&one);
            let total = desk.tally.reviews.get(&one).copied().unwrap_or_default().1;
            switch(ui, on, one.as_str(), total, FilterChange::Review { review: one, add: true }, out);
        }
        let ui = &mut columns[1];
        title(ui, "Its date is");
        for one in Basis::ALL {
            let on = !desk.filter.hidden_bases.contains(&one);
            switch(ui, on, basis_words(one), desk.tally.bases.get(&one).copied().unwrap_or_default().1, FilterChange::Basis(one), out);
        }
        title(ui, "Time");
        let range = desk.filter.range.is_some();
        let mut on = range;
        if ui.checkbox(&mut on, Action::OnlyInView.name()).changed() {
            out.push(Command::Action(Action::OnlyInView));
        }
    });
    confidence_ui(ui, desk, out);
    tags_ui(ui, desk, out);
    ui.label(RichText::new("Actors, articles and kinds: click them in the lists on the left.").small().color(Palette::of(ui).weak));
}

fn title(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).text_style(theme::strong()).color(Palette::of(ui).strong));
}

/// A check box with the number of events it is about.
fn switch(ui: &mut Ui, on: bool, words: &str, total: usize, change: FilterChange, out: &mut Vec<Command>) {
    let mut now = on;
    ui.horizontal(|ui| {
        if ui.checkbox(&mut now, words).changed() {
            out.push(Command::Filter(change));
        }
        ui.label(RichText::new(count(total)).small().color(Palette::of(ui).weak));
    });
}

fn confidence_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    title(ui, "How sure the finding is");
    ui.horizontal(|ui| {
        let mut least = desk.filter.least_confidence;
        ui.spacing_mut().slider_width = 190.0;
        let slider = ui.add(Slider::new(&mut least, 0..=100).step_by(5.0).suffix(" %").text("at least"));
        if slider.changed() {
            out.push(Command::Filter(FilterChange::Confidence(least)));
        }
    });
}

fn tags_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    if desk.tally.tags.is_empty() {
        return;
    }
    title(ui, "Tags");
    ScrollArea::vertical().id_salt("filter tags").max_height(110.0).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            for (tag, (_, total)) in &desk.tally.tags {
                let on = desk.filter.tags.contains(tag);
                switch(ui, on, tag, *total, FilterChange::Tag { tag: tag.clone(), add: true }, out);
            }
        });
    });
}

/// The filters saved by name, and the field to save the one in force.
fn saved_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut FilterState, out: &mut Vec<Command>) {
    title(ui, "Saved filters");
    if desk.board.filters.is_empty() {
        ui.weak("None yet. They are kept with the project.");
    }
    ScrollArea::vertical().id_salt("saved filters").max_height(150.0).show(ui, |ui| {
        for (name, filter) in &desk.board.filters {
            if state.renaming.as_ref().is_some_and(|(old, _)| old == name) {
                rename_ui(ui, name, state, out);
                continue;
            }
            ui.horizontal(|ui| {
                let chosen = filter == desk.filter;
                let button = ui.add(Button::selectable(chosen, name).truncate().min_size(vec2(200.0, 0.0)));
                button.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, format!("Apply filter {name}")));
                let words: Vec<String> = chips(filter, desk.board).into_iter().map(|chip| chip.words).collect();
                if button.on_hover_text(words.join(" · ")).clicked() {
                    out.push(Command::Filter(FilterChange::Use(Box::new(filter.clone()))));
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if parts::quiet_button(ui, "Delete", &format!("Delete filter {name}")).clicked() {
                        out.push(Command::Edit(Edit::DeleteFilter { name: name.clone() }));
                    }
                    if parts::quiet_button(ui, "Rename", &format!("Rename filter {name}")).clicked() {
                        state.renaming = Some((name.clone(), name.clone()));
                        state.wants_name = true;
                    }
                });
            });
        }
    });
    if desk.filter.is_empty() {
        return;
    }
    ui.horizontal(|ui| {
        let field = ui.add(TextEdit::singleline(&mut state.name).hint_text("Name of the filter in force").desired_width(250.0));
        let field = field.accessible_name("Name of the filter");
        if state.renaming.is_none() {
            take_focus(&field, &mut state.wants_name);
        }
        let name = state.name.trim().to_owned();
        let word = if desk.board.filters.contains_key(&name) { "Save over it" } else { "Save filter" };
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if (ui.add_enabled(!name.is_empty(), Button::new(word)).clicked() || entered) && !name.is_empty() {
            out.push(Command::Edit(Edit::SaveFilter { name, filter: Box::new(desk.filter.clone()) }));
            state.name.clear();
        }
    });
}

fn rename_ui(ui: &mut Ui, name: &str, state: &mut FilterState, out: &mut Vec<Command>) {
    let Some((_, to)) = &mut state.renaming else { return };
    let field = ui.add(TextEdit::singleline(to).desired_width(250.0)).accessible_name("New name of the filter");
    take_focus(&field, &mut state.wants_name);
    if field.lost_focus() {
        let to = to.trim().to_owned();
        if ui.input(|input| input.key_pressed(Key::Enter)) && !to.is_empty() && to != name {
            out.push(Command::Edit(Edit::RenameFilter { name: name.to_owned(), to }));
        }
        state.renaming = None;
    }
}

/// Gives a field the cursor that is wanted. A popup that has just been opened is not there for the keyboard in its first frame.
fn take_focus(field: &Response, wanted: &mut bool) {
    if *wanted && field.has_focus() {
        *wanted = false;
    } else if *wanted {
        field.request_focus();
    }
}

/// Draws the parts of the filter in force, each of which can be taken away.
pub fn chips_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut FilterState, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, space::S);
        let all = desk.board.events.len();
        let words = format!("{} of {} shown", count(desk.tally.shown), counted(all, "event"));
        ui.label(RichText::new(words).color(palette.strong));
        for chip in chips(desk.filter, desk.board) {
            if removable_chip(ui, &chip.words).clicked() {
                out.push(Command::Filter(chip.remove));
            }
        }
        let keys = shortcut_words(ui.ctx(), Action::ClearFilters).unwrap_or_default();
        let clear = ui.button("Clear all").on_hover_text(format!("Show all events   ({keys})"));
        clear.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Clear all filters"));
        if clear.clicked() {
            out.push(Command::Action(Action::ClearFilters));
        }
        let saved = desk.board.filters.iter().find(|(_, filter)| *filter == desk.filter);
        match saved {
            Some((name, _)) => drop(ui.label(RichText::new(format!("saved as {name}")).small().color(palette.weak))),
            None => {
                if parts::quiet_button(ui, "Save…", "Save filter…").clicked() {
                    state.wants_name = true;
                    Popup::open_id(ui.ctx(), filters_id());
                }
            }
        }
    });
}

/// A chip with a cross: a click takes it away.
fn removable_chip(ui: &mut Ui, text: &str) -> Response {
    let palette = Palette::of(ui);
    let font = TextStyle::Body.resolve(ui.style());
    let words = egui::WidgetText::from(RichText::new(text).color(palette.text));
    let galley = words.into_galley(ui, Some(TextWrapMode::Truncate), 260.0, font);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(34.0, 6.0), egui::Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Take away filter {text}")));
    let fill = if response.hovered() { palette.control_hover } else { palette.selection };
    ui.painter().rect_filled(rect, rect.height() / 2.0, fill);
    ui.painter().galley(pos2(rect.left() + 11.0, rect.top() + 3.0), galley, palette.text);
    let (center, arm) = (pos2(rect.right() - 13.0, rect.center().y), 3.2);
    for side in [vec2(arm, arm), vec2(arm, -arm)] {
        ui.painter().line_segment([center - side, center + side], Stroke::new(1.4, palette.weak));
    }
    parts::round_focus_ring(ui, &response, rect, rect.height() / 2.0);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text("Take this filter away")
}
