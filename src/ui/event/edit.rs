//! The fields of an event as they can be changed; what was found stands beside what was changed, one click away.

use super::entry::{Entry, EventState, entry_ui};
use crate::model::{Actor, Change, Edit, Event, Field, Kind, Modality, Participant, Role};
use crate::ui::desk::Desk;
use crate::ui::dialogs::ReadDate;
use crate::ui::parts;
use crate::ui::theme::{Palette, space};
use crate::view::Command;
use crate::view::words::DateOrder;
use egui::{ComboBox, RichText, Ui, WidgetInfo, vec2};

/// The width of the names of fields.
const NAMES: f32 = 64.0;
/// The most actors offered while a name is typed.
const OFFERED: usize = 6;

/// The height of an open list of choices, in points: all kinds of events fit.
const LIST: f32 = 460.0;

/// Draws the fields.
pub(super) fn fields_ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    event: &Event,
    state: &mut EventState,
    read_date: ReadDate<'_>,
    out: &mut Vec<Command>,
) {
    let mut texts = |ui: &mut Ui, entry: Entry, label: &str, name: (&str, &str), now: &str, out: &mut Vec<Command>| {
        row(ui, label, |ui| {
            let entered = entry_ui(ui, state, (event.id, entry), name, now, read_date);
            if entry == Entry::Title && entered.response.lost_focus() && state.title_left(event.id) && entered.is_given_up {
                out.push(Command::TakeBack(event.id));
            }
            out.extend(entered.edit.map(Command::Edit));
        });
    };
    texts(ui, Entry::Title, "title", ("Title", "what happened, in the words of the text"), &event.title, out);
    found_ui(ui, desk, event, Field::Title, out);
    // What stands in the field must be understood again when it is changed.
    let dates = desk.lanes.dates();
    let date = if dates.order == DateOrder::Iso { event.when.edtf.to_string() } else { dates.edtf(&event.when.edtf) };
    texts(ui, Entry::When, "date", ("Date", "20 March 2025"), &date, out);
    if let Some(typed) = state.typed(event.id, Entry::When).filter(|typed| !typed.trim().is_empty()) {
        read_ui(ui, desk, read_date(typed));
    }
    found_ui(ui, desk, event, Field::When, out);
    choice_ui(ui, event, "kind", "Kind", (Kind::ALL, event.kind, Kind::as_str), Change::Kind, out);
    found_ui(ui, desk, event, Field::Kind, out);
    choice_ui(ui, event, "modality", "Modality", (Modality::ALL, event.modality, Modality::as_str), Change::Modality, out);
    found_ui(ui, desk, event, Field::Modality, out);
    row(ui, "place", |ui| {
        let now = event.place.as_deref().unwrap_or_default();
        let entered = entry_ui(ui, state, (event.id, Entry::Place), ("Place", "nowhere in particular"), now, read_date);
        out.extend(entered.edit.map(Command::Edit));
    });
    found_ui(ui, desk, event, Field::Place, out);
    participants_ui(ui, desk, event, state, read_date, out);
    found_ui(ui, desk, event, Field::Participants, out);
}

/// The name of a field, and the field.
fn row(ui: &mut Ui, name: &str, field: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.allocate_ui_with_layout(vec2(NAMES, 24.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(NAMES);
            ui.weak(name);
        });
        field(ui);
    });
}

/// Something below a field, in line with it.
fn below(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.add_space(NAMES + ui.spacing().item_spacing.x);
        // More lines than one begin below the field as well.
        ui.vertical(contents);
    });
}

/// How a typed date is understood.
fn read_ui(ui: &mut Ui, desk: &Desk<'_>, read: Result<crate::model::Edtf, String>) {
    let palette = Palette::of(ui);
    let (words, color) = match read {
        Ok(date) => (format!("✓  {}", desk.lanes.dates().edtf(&date)), palette.accent),
        Err(message) => (message, palette.warning),
    };
    below(ui, |ui| drop(ui.label(RichText::new(words).small().color(color))));
}

fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    event: &Event,
    label: &str,
    name: &str,
    (all, now, as_str): (&[T], T, fn(T) -> &'static str),
    change: impl Fn(T) -> Change,
    out: &mut Vec<Command>,
) {
    row(ui, label, |ui| {
        let mut chosen = now;
        let response =
            ComboBox::from_id_salt((name, event.id.number())).selected_text(as_str(now)).width(150.0).height(LIST).show_ui(ui, |ui| {
                for one in all {
                    if ui.selectable_value(&mut chosen, *one, as_str(*one)).clicked() {
                        ui.close();
                    }
                }
            });
        response.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, format!("{name}: {}", as_str(now))));
        if chosen != now {
            out.push(Command::Edit(Edit::Change { event: event.id, change: change(chosen) }));
        }
    });
}

/// What was found, if something else is said now, and the way back to it.
fn found_ui(ui: &mut Ui, desk: &Desk<'_>, event: &Event, field: Field, out: &mut Vec<Command>) {
    let Some(curation) = desk.board.curation(event.id).filter(|curation| curation.changed.contains(&field)) else { return };
    let Some(found) = curation.found.as_deref() else { return };
    let words = match field {
        Field::Title => found.title.clone(),
        Field::When => desk.lanes.dates().edtf(&found.when.edtf),
        Field::Kind => found.kind.as_str().to_owned(),
        Field::Modality => found.modality.as_str().to_owned(),
        Field::Place => found.place.clone().unwrap_or_else(|| "no place".to_owned()),
        Field::Participants => names(desk, &found.participants),
    };
    below(ui, |ui| {
        // The way back keeps its place at the right; long words are cut, and told whole by the pointer.
        let row = egui::Layout::right_to_left(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), ui.spacing().interact_size.y), row, |ui| {
            if parts::quiet_button(ui, "Restore", &format!("Restore {}", field.as_str())).clicked() {
                out.push(Command::Edit(Edit::Restore { event: event.id, field }));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let found = RichText::new(format!("found: {words}")).small().color(Palette::of(ui).weak);
                ui.add(egui::Label::new(found).truncate()).on_hover_text(words);
            });
        });
    });
}

fn names(desk: &Desk<'_>, participants: &[Participant]) -> String {
    if participants.is_empty() {
        return "nobody".to_owned();
    }
    participants.iter().map(|participant| desk.actor_name(&participant.actor)).collect::<Vec<_>>().join(", ")
}

fn participants_ui(ui: &mut Ui, desk: &Desk<'_>, event: &Event, state: &mut EventState, read_date: ReadDate<'_>, out: &mut Vec<Command>) {
    let set = |participants: Vec<Participant>| Command::Edit(Edit::Change { event: event.id, change: Change::Participants(participants) });
    for (at, participant) in event.participants.iter().enumerate() {
        let name = desk.actor_name(&participant.actor);
        row(ui, if at == 0 { "actors" } else { "" }, |ui| {
            let mut role = participant.role;
            let response =
                ComboBox::from_id_salt(("role", at, event.id.number())).selected_text(role.as_str()).width(90.0).show_ui(ui, |ui| {
                    for one in Role::ALL {
                        if ui.selectable_value(&mut role, *one, one.as_str()).clicked() {
                            ui.close();
                        }
                    }
                });
            let label = format!("Role of {name}: {}", participant.role.as_str());
            response.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, &label));
            if role != participant.role {
                let mut participants = event.participants.clone();
                participants[at].role = role;
                out.push(set(participants));
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if parts::quiet_button(ui, "Remove", &format!("Remove {name}")).clicked() {
                    let mut participants = event.participants.clone();
                    participants.remove(at);
                    out.push(set(participants));
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| ui.add(egui::Label::new(name).truncate()));
            });
        });
    }
    let label = if event.participants.is_empty() { "actors" } else { "" };
    let mut entered = false;
    row(ui, label, |ui| {
        entered = entry_ui(ui, state, (event.id, Entry::Actor), ("Add an actor", "add an actor"), "", read_date).with_enter;
    });
    let Some(typed) = state.typed(event.id, Entry::Actor).map(str::to_lowercase).filter(|typed| !typed.trim().is_empty()) else { return };
    let offered = offered(desk, event, typed.trim());
    let add = |actor: &Actor| {
        let new = Participant { actor: actor.id.clone(), role: Role::Agent };
        set([event.participants.clone(), vec![new]].concat())
    };
    let mut chosen = None;
    below(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
        if offered.is_empty() {
            ui.weak("Nobody in these articles has a name like that.");
        }
        for actor in &offered {
            if parts::quiet_button(ui, &actor.label(), &format!("Add {}", actor.label())).clicked() {
                chosen = Some(*actor);
            }
        }
    });
    if let Some(actor) = chosen.or_else(|| offered.first().copied().filter(|_| entered)) {
        out.push(add(actor));
        state.clear();
    }
}

/// Actors with such a name that do not take part yet, most important first.
fn offered<'a>(desk: &Desk<'a>, event: &Event, typed: &str) -> Vec<&'a Actor> {
    let takes_part = |actor: &Actor| event.participants.iter().any(|participant| participant.actor == actor.id);
    desk.board.actors.iter().filter(|actor| actor.has_letters(typed) && !takes_part(actor)).take(OFFERED).collect()
}
