//! Goes through actors that may be the same: each pair with what speaks for it, to merge or to keep apart.

use super::frame::{dialog, other_button};
use crate::model::{Actor, ActorEdit};
use crate::ui::actors::decide;
use crate::ui::desk::Desk;
use crate::ui::parts::counted;
use crate::ui::theme::{self, Palette, space};
use crate::view::Command;
use egui::{Context, Frame, Margin, RichText, ScrollArea};

pub(super) fn merge_hints_ui(ctx: &Context, desk: &Desk<'_>, out: &mut Vec<Command>) {
    dialog(ctx, "Actors that may be the same", 560.0, out, |ui, out| {
        if desk.hints.is_empty() {
            ui.label("No two actors have a name in common any more.");
        }
        let palette = Palette::of(ui);
        ScrollArea::vertical().max_height(ctx.content_rect().height() * 0.6).show(ui, |ui| {
            for hint in desk.hints {
                let Some((one, other)) = desk.board.actor(&hint.into).zip(desk.board.actor(&hint.other)) else { continue };
                let (name, other_name) = (one.label(), other.label());
                Frame::new().fill(palette.surface).corner_radius(space::CORNER).inner_margin(Margin::symmetric(10, 6)).show(ui, |ui| {
                    ui.set_min_width(ui.available_width());
                    ui.spacing_mut().item_spacing.y = space::XS;
                    ui.label(RichText::new(format!("{name} – {other_name}")).text_style(theme::strong()));
                    ui.weak(format!("{}; {} and {}", hint.reason, events(desk, one), events(desk, other)));
                    ui.horizontal(|ui| {
                        let merge = ui.button("Merge").accessible_name(format!("Merge {other_name} into {name}"));
                        if merge.on_hover_text(format!("{other_name} becomes a name of {name}")).clicked() {
                            out.push(decide(one, ActorEdit::Absorb(other.id.clone())));
                        }
                        let apart = ui.button("Keep apart").accessible_name(format!("Keep {name} and {other_name} apart"));
                        if apart.on_hover_text("They are two: do not suggest it again").clicked() {
                            out.push(decide(one, ActorEdit::KeepApart(other.id.clone())));
                        }
                    });
                });
            }
        });
        if other_button(ui, "Close").clicked() {
            out.push(Command::CloseDialog);
        }
    });
}

fn events(desk: &Desk<'_>, actor: &Actor) -> String {
    let total = desk.board.actor_index(&actor.id).and_then(|at| desk.tally.actors.get(at)).map_or(0, |activity| activity.total);
    counted(total, "event")
}
