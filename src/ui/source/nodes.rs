//! Every marked sentence in view can be reached by keys and by a screen reader; from one of them the arrows lead to the next.
//!
//! The nodes take no clicks of the mouse, so that words can still be selected.

use super::page::Page;
use crate::ui::desk::Desk;
use crate::ui::parts;
use crate::ui::theme::{Palette, space};
use crate::view::{Command, SourceText};
use egui::{EventFilter, Id, Key, Modifiers, Role, Sense, StrokeKind, Ui, WidgetInfo};

/// Draws the nodes. `wanted` is the sentence that is to get the focus once it is in view.
pub(super) fn nodes_ui(ui: &Ui, desk: &Desk<'_>, set: &SourceText, page: &Page<'_>, wanted: &mut Option<usize>, out: &mut Vec<Command>) {
    let id = |at: usize, nth: usize| ui.scope_id().with(("sentence", at, nth));
    if let Some(sentence) = wanted.and_then(|at| set.sentences.get(at)) {
        let rect = page.around(&sentence.chars);
        if !ui.clip_rect().contains_rect(rect.shrink(1.0)) {
            ui.scroll_to_rect(rect.expand2(egui::vec2(0.0, 24.0)), None);
        }
    }
    let seen = page.chars();
    for (at, sentence) in set.sentences_in(&seen) {
        let rect = page.around(&sentence.chars);
        if !ui.is_rect_visible(rect) {
            continue;
        }
        for (nth, (event, kind, _)) in sentence.events.iter().enumerate() {
            let node = ui.interact(rect, id(at, nth), Sense::focusable_noninteractive());
            let title = desk.board.event(*event).map_or("", |event| event.title.as_str());
            let chosen = desk.selection.event == Some(*event);
            node.widget_info(|| WidgetInfo::selected(Role::Link, true, chosen, format!("Sentence, {}: {title}", kind.as_str())));
            if node.has_focus() {
                // Lit words of another sentence may lie under the ring: it stands on a ground of its own.
                ui.painter().rect_stroke(rect.expand(4.0), f32::from(space::CORNER), (4.0, Palette::of(ui).surface), StrokeKind::Inside);
            }
            parts::focus_ring(ui, &node, rect.expand(3.0));
            if nth == 0 && *wanted == Some(at) {
                // While the text still scrolls, a focus that was given too early is lost again.
                let clip = ui.clip_rect();
                let is_whole = (clip.top() <= rect.top() + 1.0 && rect.bottom() <= clip.bottom() + 1.0) || rect.height() > clip.height();
                if node.has_focus() && !node.gained_focus() && is_whole {
                    *wanted = None;
                } else {
                    node.request_focus();
                    ui.ctx().request_repaint();
                }
            }
            if node.gained_focus() {
                // Its keys are its own only from the frame after the next one on.
                ui.ctx().request_repaint();
            }
            if node.has_focus() {
                *wanted = arrows(ui, node.id, at, set.sentences.len()).or(*wanted);
            }
            let pressed = node.has_focus() && ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space));
            if pressed || ui.input(|input| input.has_accesskit_action_request(node.id, egui::accesskit::Action::Click)) {
                out.push(Command::Reveal(*event));
            }
        }
    }
}

/// The sentence that an arrow key leads to from this one.
fn arrows(ui: &Ui, id: Id, at: usize, count: usize) -> Option<usize> {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let next = ui.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
            Some(at + 1)
        } else if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
            at.checked_sub(1)
        } else {
            None
        }
    });
    let next = next.filter(|next| *next < count);
    if next.is_some() {
        ui.ctx().request_repaint();
    }
    next
}
