//! Asks which event is the same as the selected one: likely ones with their quotes, and why; any other by its words.

use super::frame::{dialog, field, other_button};
use crate::model::{Edit, Event, EventId};
use crate::ui::desk::Desk;
use crate::ui::event::one_line;
use crate::ui::parts;
use crate::ui::theme::{self, Palette, space};
use crate::view::{Command, Duplicate, likely_duplicates, with_words};
use egui::{Context, Frame, Margin, RichText, ScrollArea, Ui};

/// The most letters of the name of a source.
const SOURCE: usize = 48;

/// The most events that are offered for words that were typed.
const OFFERED: usize = 40;

/// What has been typed to find the other event, and what is offered for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MergeEventEntry {
    text: String,
    /// What the offer was worked out from: looking through all events is nothing for every frame.
    key: Option<(u64, Option<EventId>, String)>,
    offered: Vec<Duplicate>,
}

impl MergeEventEntry {
    /// Works out the offer again if something has changed.
    fn refresh(&mut self, desk: &Desk<'_>, event: &Event) {
        let key = Some((desk.revision, Some(event.id), self.text.trim().to_owned()));
        if self.key != key {
            self.key = key;
            self.offered = match self.text.trim() {
                "" => likely_duplicates(desk.board, event),
                words => with_words(desk.board, event, words, desk.lanes.dates(), OFFERED),
            };
        }
    }
}

pub(super) fn merge_ui(ctx: &Context, desk: &Desk<'_>, entry: &mut MergeEventEntry, out: &mut Vec<Command>) {
    dialog(ctx, "Merge with which event?", 560.0, out, |ui, out| {
        let Some(event) = desk.selected() else {
            ui.label("No event is selected.");
            return;
        };
        event_card_ui(ui, desk, event, None);
        field(ui, "Words of the other event", "Words of its title, or its date", &mut entry.text);
        entry.refresh(desk, event);
        if entry.offered.is_empty() {
            ui.label(if entry.text.trim().is_empty() {
                "No other event has a date that fits and a participant or words in common."
            } else {
                "No other event has these words in its title or date."
            });
        }
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for duplicate in &entry.offered {
                let Some(other) = desk.board.event(duplicate.event) else { continue };
                ui.horizontal_top(|ui| {
                    if ui.button("Merge").on_hover_text(&other.title).accessible_name(format!("Merge with {}", other.title)).clicked() {
                        out.push(Command::Edit(Edit::Merge { into: event.id, event: other.id }));
                        out.push(Command::CloseDialog);
                    }
                    ui.vertical(|ui| event_card_ui(ui, desk, other, Some(&duplicate.reason)));
                });
            }
        });
        if other_button(ui, "Cancel").clicked() {
            out.push(Command::CloseDialog);
        }
    });
}

fn event_card_ui(ui: &mut Ui, desk: &Desk<'_>, event: &Event, reason: Option<&str>) {
    let palette = Palette::of(ui);
    Frame::new().fill(palette.surface).corner_radius(space::CORNER).inner_margin(Margin::symmetric(10, 6)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.horizontal(|ui| {
            parts::kind_dot(ui, event.kind);
            ui.add(egui::Label::new(RichText::new(&event.title).text_style(theme::strong())).truncate());
        });
        ui.weak(format!("{} · {}", desk.lanes.dates().edtf(&event.when.edtf), reason.unwrap_or(event.kind.as_str())));
        if let Some((mention, article)) = event.mentions.first().and_then(|mention| Some((mention, desk.board.article(mention.article())?)))
        {
            let from = parts::shortened(article.publisher.as_deref().unwrap_or_else(|| article.display_title()), SOURCE);
            let quote = one_line(mention.sentence.span.text(&article.text));
            ui.label(RichText::new(format!("{} {from}", parts::quoted(&quote))).small().color(palette.text));
        }
    });
}
