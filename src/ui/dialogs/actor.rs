//! Everything about one actor: its name, kind and colour, its other names, its roles, and who appears with it.

use super::frame::{dialog, field_response, other_button};
use crate::model::{Actor, ActorEdit, ActorId, ActorKind, Hue};
use crate::ui::actors::{decide, paint_kind};
use crate::ui::desk::Desk;
use crate::ui::palette::hue_color;
use crate::ui::parts::{self, counted};
use crate::ui::theme::{self, Palette, space};
use crate::view::{Command, FilterChange, companions};
use egui::{Context, Key, RichText, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};
use std::collections::BTreeSet;

/// More companions than this would be a list to search in.
const MOST_COMPANIONS: usize = 60;

/// The actor, and the name that is being typed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorEntry {
    actor: ActorId,
    name: Option<String>,
}

impl ActorEntry {
    /// Nothing typed yet.
    pub const fn new(actor: ActorId) -> Self {
        Self { actor, name: None }
    }
}

pub(super) fn actor_ui(ctx: &Context, desk: &Desk<'_>, entry: &mut ActorEntry, out: &mut Vec<Command>) {
    dialog(ctx, "Actor", 480.0, out, |ui, out| {
        if let Some(actor) = desk.board.actor(&entry.actor) {
            name_ui(ui, desk, actor, entry, out);
            look_ui(ui, desk, actor, out);
            ScrollArea::vertical().max_height(ctx.content_rect().height() * 0.5).show(ui, |ui| {
                names_ui(ui, desk, actor, out);
                roles_ui(ui, desk, actor, out);
                companions_ui(ui, desk, actor, out);
            });
        } else {
            ui.label("This actor is gone.");
        }
        ui.horizontal(|ui| {
            if other_button(ui, "Close").clicked() {
                out.extend(entry.rename(desk));
                out.push(Command::CloseDialog);
            }
            if other_button(ui, "Merge with…").clicked() {
                out.extend(entry.rename(desk));
                out.push(Command::AskMergeActor(entry.actor.clone()));
            }
            if let Some(actor) = desk.board.actor(&entry.actor)
                && other_button(ui, "Hide actor").on_hover_text("Leave it out of lists, lanes and events. The events stay").clicked()
            {
                out.push(decide(actor, ActorEdit::Hide));
                out.push(Command::CloseDialog);
            }
        });
    });
}

impl ActorEntry {
    /// The new name, if one was typed.
    fn rename(&mut self, desk: &Desk<'_>) -> Option<Command> {
        let actor = desk.board.actor(&self.actor)?;
        let typed = self.name.take()?.trim().to_owned();
        (typed != actor.name).then(|| decide(actor, ActorEdit::Rename(typed)))
    }
}

fn name_ui(ui: &mut Ui, desk: &Desk<'_>, actor: &Actor, entry: &mut ActorEntry, out: &mut Vec<Command>) {
    let mut name = entry.name.clone().unwrap_or_else(|| actor.name.clone());
    let typed = field_response(ui, "Name of the actor", "as the articles name it", &mut name);
    entry.name = Some(name);
    // Whoever goes on to something else in the dialog has finished the name; Escape gives it up.
    if typed.lost_focus() && !ui.input(|input| input.key_pressed(Key::Escape)) {
        out.extend(entry.rename(desk));
    }
    let curation = desk.board.actor_curation.get(&actor.id);
    if let Some(found) = curation.and_then(|curation| curation.found_name.as_ref()) {
        ui.horizontal(|ui| {
            ui.label(RichText::new(format!("found: {found}")).small().color(Palette::of(ui).weak));
            if parts::quiet_button(ui, "Restore", "Restore name of the actor").clicked() {
                entry.name = None;
                out.push(decide(actor, ActorEdit::Rename(String::new())));
            }
        });
    }
}

fn look_ui(ui: &mut Ui, desk: &Desk<'_>, actor: &Actor, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let curation = desk.board.actor_curation.get(&actor.id);
    let color = crate::ui::actors::color_of(desk, &actor.id, palette.dark);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 1.0;
        for kind in ActorKind::ALL {
            let on = actor.kind == kind;
            let fill = if on { palette.selection } else { palette.control };
            let response = ui.add(egui::Button::new(format!("     {}", kind.as_str())).fill(fill).corner_radius(3));
            paint_kind(ui, response.rect.left_center() + vec2(13.0, 0.0), kind, color);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, format!("Kind: {}", kind.as_str())));
            if response.clicked() && !on {
                out.push(decide(actor, ActorEdit::Kind(Some(kind))));
            }
        }
        if let Some(found) = curation.and_then(|curation| curation.found_kind) {
            ui.add_space(space::M);
            ui.label(RichText::new(format!("found: {}", found.as_str())).small().color(palette.weak));
        }
    });
    let own = curation.and_then(|curation| curation.hue);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for hue in Hue::ALL {
            let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, own == Some(hue), format!("Colour: {}", hue.as_str())));
            ui.painter().circle_filled(rect.center(), 8.0, hue_color(hue, palette.dark));
            if own == Some(hue) {
                ui.painter().circle_stroke(rect.center(), 11.0, Stroke::new(2.0, palette.strong));
            }
            parts::focus_ring(ui, &response, rect);
            if response.clicked() {
                out.push(decide(actor, ActorEdit::Colour(Some(hue))));
            }
            response.on_hover_text(hue.as_str());
        }
        if own.is_some() && parts::quiet_button(ui, "As the program chooses", "Colour: as the program chooses").clicked() {
            out.push(decide(actor, ActorEdit::Colour(None)));
        }
    });
}

/// The other names, each with the way to make an actor of its own of it.
fn names_ui(ui: &mut Ui, desk: &Desk<'_>, actor: &Actor, out: &mut Vec<Command>) {
    if actor.aliases.is_empty() {
        return;
    }
    let curation = desk.board.actor_curation.get(&actor.id);
    ui.label(RichText::new("Also called").text_style(theme::strong()));
    for alias in &actor.aliases {
        let is_merged = curation.is_some_and(|curation| curation.merged.contains(alias));
        let is_own = curation.and_then(|curation| curation.found_name.as_ref()) == Some(alias);
        ui.horizontal(|ui| {
            ui.label(alias);
            if is_merged {
                ui.weak("merged by you");
            }
            let (word, help) = if is_merged {
                ("Separate", "Take the two actors apart again")
            } else {
                ("Split off", "This name means somebody else: what goes by it becomes an actor of its own")
            };
            if !is_own && parts::quiet_button(ui, word, &format!("{word} {alias}")).on_hover_text(help).clicked() {
                out.push(decide(actor, ActorEdit::SplitOff(alias.clone())));
            }
        });
    }
}

fn roles_ui(ui: &mut Ui, desk: &Desk<'_>, actor: &Actor, out: &mut Vec<Command>) {
    if actor.roles.is_empty() {
        return;
    }
    ui.label(RichText::new("Said to be").text_style(theme::strong()));
    for role in &actor.roles {
        let Some(article) = desk.board.article(role.quote.article) else { continue };
        ui.horizontal(|ui| {
            ui.label(&role.text);
            let from = article.publisher.as_deref().unwrap_or_else(|| article.display_title());
            let from: String = from.chars().take(40).collect();
            if parts::quiet_button(ui, &from, &format!("Show the article that says {}", role.text)).clicked() {
                out.push(Command::ShowArticle(article.id));
                out.push(Command::CloseDialog);
            }
        });
    }
}

/// Who shares events with the actor; a click shows those events.
fn companions_ui(ui: &mut Ui, desk: &Desk<'_>, actor: &Actor, out: &mut Vec<Command>) {
    let companions = companions(desk.board, &actor.id);
    ui.label(RichText::new("Appears with").text_style(theme::strong()));
    if companions.is_empty() {
        ui.weak("Nobody else takes part in its events.");
    }
    for (other, events) in companions.iter().take(MOST_COMPANIONS) {
        ui.horizontal(|ui| {
            let name = desk.actor_name(other);
            let color = crate::ui::actors::color_of(desk, other, ui.visuals().dark_mode);
            let words = format!("Show {} with {name}", counted(events.len(), "event"));
            if parts::chip(ui, &name, color, false, &words).clicked() {
                out.push(Command::Filter(FilterChange::Together(BTreeSet::from([actor.id.clone(), other.clone()]))));
                out.push(Command::CloseDialog);
            }
            ui.weak(counted(events.len(), "event"));
        });
    }
    if companions.len() > MOST_COMPANIONS {
        ui.weak(format!("and {} more", companions.len() - MOST_COMPANIONS));
    }
}
