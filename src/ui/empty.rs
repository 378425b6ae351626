//! What the middle of the window says when there is nothing to plot, and while files are dragged over it.

use super::desk::Desk;
use super::parts::main_button;
use super::theme::{self, Palette, space};
use crate::view::{Action, Command};
use egui::{Align2, Button, RichText, Stroke, StrokeKind, Ui, UiBuilder, vec2};
use std::path::PathBuf;

/// Nothing is open: says what to do and offers the sample articles.
pub fn welcome_ui(ui: &mut Ui, recent: &[PathBuf], out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    centered(ui, 420.0, 300.0, |ui| {
        ui.label(RichText::new("From articles to a chronology").text_style(theme::reading_title()).color(palette.strong));
        ui.add_space(space::S);
        ui.label("Open a folder of news articles (.txt, .md or .html). Dateline finds the events in them, places them on a timeline and shows for each the sentence that tells it. Nothing leaves this computer.");
        ui.add_space(space::XL);
        ui.horizontal(|ui| {
            if main_button(ui, true, "Open folder…", vec2(160.0, 32.0)).clicked() {
                out.push(Command::Action(Action::OpenFolder));
            }
            if ui.add(Button::new("Open sample articles").min_size(vec2(160.0, 32.0))).clicked() {
                out.push(Command::Action(Action::OpenSample));
            }
        });
        ui.add_space(space::M);
        ui.weak("or drop a folder or articles on this window");
        if !recent.is_empty() {
            ui.add_space(space::XL);
            ui.label(RichText::new("RECENT").text_style(theme::section()).color(palette.weak));
            for path in recent.iter().take(6) {
                let button =
                    Button::new(RichText::new(path.display().to_string()).color(palette.accent)).frame_when_inactive(false).truncate();
                if ui.add(button).clicked() {
                    out.push(Command::Open { paths: vec![path.clone()], add: false });
                }
            }
        }
    });
}

/// Articles are open, but no event is to be seen: says why and what to do.
pub fn no_events_ui(ui: &mut Ui, desk: &Desk<'_>, reading: bool, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let filtered = !desk.board.events.is_empty();
    centered(ui, 360.0, 140.0, |ui| {
        if filtered {
            ui.label(RichText::new("No event passes the filters").text_style(theme::reading_heading()).color(palette.strong));
            ui.weak(format!("{} are filtered out.", super::parts::counted(desk.board.events.len(), "event")));
            ui.add_space(space::M);
            if ui.button("Clear filters").clicked() {
                out.push(Command::Action(Action::ClearFilters));
            }
        } else if reading {
            ui.label(RichText::new("Reading…").text_style(theme::reading_heading()).color(palette.strong));
            ui.weak("The timeline appears as soon as the articles are read.");
        } else {
            ui.label(RichText::new("No events found").text_style(theme::reading_heading()).color(palette.strong));
            ui.weak("The articles tell nothing that Dateline understands as an event. It reads English news best.");
        }
    });
}

/// Events are found, but none has a place in time: says what helps.
pub fn no_dates_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let undated = desk.board.articles.iter().find(|article| article.published.is_none());
    centered(ui, 380.0, 150.0, |ui| {
        ui.label(RichText::new("No event has a date yet").text_style(theme::reading_heading()).color(palette.strong));
        let found = super::parts::counted(desk.tally.shown, "event");
        ui.weak(match undated {
            Some(_) => format!(
                "{found} wait for the date of their article: words like “Thursday” count from it. Set it, and they move onto the timeline."
            ),
            None => format!("{found} are in the list below: no words say when they happened."),
        });
        ui.add_space(space::M);
        if let Some(article) = undated
            && main_button(ui, true, "Set date of article…", vec2(0.0, 0.0)).clicked()
        {
            out.push(Command::AskDate(article.id));
        }
    });
}

/// A column of this size in the middle.
fn centered(ui: &mut Ui, width: f32, height: f32, contents: impl FnOnce(&mut Ui)) {
    let area = ui.available_rect_before_wrap();
    ui.painter().rect_filled(area, 0.0, Palette::of(ui).surface);
    let size = vec2(width.min(area.width() - 2.0 * space::XL), height.min(area.height()));
    let rect = egui::Rect::from_center_size(area.center() - vec2(0.0, area.height() * 0.06), size);
    ui.scope_builder(UiBuilder::new().max_rect(rect), contents);
    ui.advance_cursor_after_rect(area);
}

/// While files are dragged over the window: a frame and a word, on top of everything.
pub fn drop_ui(ui: &Ui, files: usize, adds: bool) {
    let palette = Palette::of(ui);
    let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop target"));
    let painter = ui.ctx().layer_painter(layer);
    let rect = ui.ctx().content_rect();
    painter.rect_filled(rect, 0.0, palette.surface.gamma_multiply(0.86));
    let frame = rect.shrink(24.0);
    painter.rect_stroke(frame, 12.0, Stroke::new(3.0, palette.accent), StrokeKind::Inside);
    let what = if files == 1 { "a folder, article or project".to_owned() } else { format!("{files} files") };
    let words = format!("Drop {what} to read");
    painter.text(
        frame.center() - vec2(0.0, 12.0),
        Align2::CENTER_CENTER,
        words,
        theme::reading_title().resolve(ui.style()),
        palette.strong,
    );
    let below = if adds { "Shift: add to what is open" } else { "" };
    painter.text(frame.center() + vec2(0.0, 16.0), Align2::CENTER_CENTER, below, egui::TextStyle::Body.resolve(ui.style()), palette.weak);
}
