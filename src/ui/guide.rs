//! The guide of the first start: three cards beside the parts of the window that they speak of.

use super::shortcuts::words_here;
use super::theme::{self, Palette, space};
use crate::view::Command;
use egui::{Area, Context, Frame, Id, LayerId, Order, Pos2, Rect, RichText, Role, Shadow, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// A part of the window that a card stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The button that opens a folder.
    Open,
    /// The panel of the selected event, or the middle while it is closed.
    Event,
    /// The button that saves.
    Save,
}

/// What the cards say.
const STEPS: [(Anchor, &str, &str); 3] = [
    (
        Anchor::Open,
        "Open a folder",
        "Dateline reads the articles in it (.txt, .md, .html) and finds what happened when. It works offline: nothing leaves this computer. Five sample articles, always in the File menu, are there to try.",
    ),
    (
        Anchor::Event,
        "Look at an event and its source",
        "Click a mark on the timeline, or press . for the next one. Here stands when it was, how that is known, and the very sentence that tells it. A click on the sentence lights it in the article below.",
    ),
    (
        Anchor::Save,
        "Correct and save",
        "E changes what was found, Delete hides it, Ctrl+Z takes any step back. Saving puts articles and corrections into one .dateline file. Press ? for all keys.",
    ),
];

/// The width of a card, in points.
const WIDTH: f32 = 330.0;

/// How many cards there are.
pub const CARDS: usize = STEPS.len();

/// Notes where a part of the window is in this frame.
pub fn anchor(ctx: &Context, anchor: Anchor, rect: Rect) {
    ctx.data_mut(|data| data.insert_temp(Id::unique(("guide anchor", anchor)), rect));
}

/// Draws the card of a step, counted from 0, beside what it speaks of.
pub fn guide_ui(ctx: &Context, step: usize, out: &mut Vec<Command>) {
    let Some((place, title, text)) = STEPS.get(step) else { return };
    let window = ctx.content_rect();
    let target: Option<Rect> = ctx.data(|data| data.get_temp(Id::unique(("guide anchor", *place))));
    let target = target.unwrap_or(Rect::from_center_size(window.center(), vec2(0.0, 0.0))).intersect(window);
    let id = Id::unique("guide");
    let area = Area::new(id).order(Order::Foreground).fixed_pos(beside(target, window));
    area.show(ctx, |ui| {
        let palette = Palette::of(ui);
        let shadow = Shadow { offset: [0, 6], blur: 24, spread: 0, color: egui::Color32::from_black_alpha(90) };
        let frame = Frame::new().fill(palette.raised).stroke(Stroke::new(1.0, palette.accent)).corner_radius(10.0).inner_margin(16.0);
        frame.shadow(shadow).show(ui, |ui| {
            ui.set_width(WIDTH - 32.0);
            ui.spacing_mut().item_spacing.y = space::S;
            card_ui(ui, step, title, text, out);
        });
        let painter = ui.ctx().layer_painter(LayerId::new(Order::Middle, id.with("ring")));
        painter.rect_stroke(target.expand(2.0), 6.0, Stroke::new(2.0, palette.accent), StrokeKind::Outside);
    });
}

fn card_ui(ui: &mut Ui, step: usize, title: &str, text: &str, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    ui.label(RichText::new(format!("STEP {} OF {CARDS}", step + 1)).text_style(theme::section()).color(palette.weak));
    ui.label(RichText::new(title).text_style(theme::reading_heading()).color(palette.strong));
    ui.label(words_here(ui.ctx(), text));
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        let last = step + 1 == CARDS;
        let words = if last { "Done" } else { "Next" };
        let next = super::parts::main_button(ui, true, words, vec2(84.0, 28.0));
        next.widget_info(|| WidgetInfo::labeled(Role::Button, true, if last { "End the guide" } else { "Next step of the guide" }));
        // The card that has just come takes the keys: Enter goes on.
        let fresh = ui.data_mut(|data| data.get_temp_mut_or_default::<Option<usize>>(Id::unique("guide step")).replace(step)) != Some(step);
        if fresh {
            next.request_focus();
        }
        if next.clicked() {
            out.push(Command::Guide((!last).then_some(step + 1)));
        }
        if step > 0 {
            let back = ui.button("Back");
            back.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Step before of the guide"));
            if back.clicked() {
                out.push(Command::Guide(Some(step - 1)));
            }
        }
        if !last && ui.button("Skip guide").clicked() {
            out.push(Command::Guide(None));
        }
    });
}

/// Forgets which card was shown, so that the first one takes the keys again.
pub fn end(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<Option<usize>>(Id::unique("guide step")));
}

/// Where a card stands: below what it speaks of, or left of it where that is tall, always inside the window.
fn beside(target: Rect, window: Rect) -> Pos2 {
    const HEIGHT: f32 = 190.0;
    let tall = target.height() > window.height() * 0.3;
    let at = if tall { target.left_top() + vec2(-WIDTH - 14.0, 40.0) } else { target.left_bottom() + vec2(0.0, 10.0) };
    let most = window.max - vec2(WIDTH + 12.0, HEIGHT + 12.0);
    at.clamp(window.min + vec2(12.0, 12.0), most.max(window.min + vec2(12.0, 12.0)))
}
