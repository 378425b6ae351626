//! Asks which event is the same as the selected one: likely ones side by side with their quotes, and why.

use super::frame::{dialog, other_button};
use crate::model::{Edit, Event};
use crate::ui::desk::Desk;
use crate::ui::event::one_line;
use crate::ui::parts;
use crate::ui::theme::{self, Palette, space};
use crate::view::{Command, likely_duplicates};
use egui::{Context, Frame, Margin, RichText, ScrollArea, Ui};

/// The most letters of the name of a source.
const SOURCE: usize = 48;

pub(super) fn merge_ui(ctx: &Context, desk: &Desk<'_>, out: &mut Vec<Command>) {
    dialog(ctx, "Merge with which event?", 560.0, out, |ui, out| {
        let Some(event) = desk.selected() else {
            ui.label("No event is selected.");
            return;
        };
        event_card_ui(ui, desk, event, None);
        let likely = likely_duplicates(desk.board, event);
        if likely.is_empty() {
            ui.label("No other event has a date that fits and a participant or words in common.");
        }
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for duplicate in &likely {
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
            let from: String = article.publisher.as_deref().unwrap_or_else(|| article.display_title()).chars().take(SOURCE).collect();
            let quote = one_line(mention.sentence.span.text(&article.text));
            ui.label(RichText::new(format!("“{quote}” {from}")).small().color(palette.text));
        }
    });
}
