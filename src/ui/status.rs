//! The line at the bottom: counts, what is filtered out, progress with cancel, warnings, the last message.

use super::desk::Desk;
use super::parts::{self, count, counted};
use super::theme::{Palette, space};
use crate::model::Severity;
use crate::view::{Action, Command, Dialog, review};
use egui::{ProgressBar, RichText, Ui};

/// The most hidden events listed.
const MOST_LISTED: usize = 300;

/// Where the work in the background is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// What is being done: "Reading".
    pub verb: &'static str,
    /// Articles finished.
    pub done: usize,
    /// Articles in all; 0 while nobody knows.
    pub total: usize,
    /// The article finished last.
    pub name: String,
}

/// Draws the line.
pub fn status_ui(ui: &mut Ui, desk: &Desk<'_>, progress: Option<&Progress>, message: Option<&str>, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.set_min_height(24.0);
        ui.spacing_mut().item_spacing.x = space::L;
        let board = desk.board;
        for (number, noun) in [(board.articles.len(), "article"), (board.events.len(), "event"), (board.actors.len(), "actor")] {
            ui.label(RichText::new(counted(number, noun)).small().color(palette.text));
        }
        let hidden = board.events.len() - desk.tally.shown.min(board.events.len());
        if hidden > 0 {
            ui.label(RichText::new(format!("{} filtered out", count(hidden))).small().color(palette.warning));
            if parts::quiet_button(ui, "Clear filters", "Clear filters in status bar").clicked() {
                out.push(Command::Action(Action::ClearFilters));
            }
        }
        let (reviewed, all) = review::progress(board);
        if reviewed > board.hidden.len() {
            ui.label(RichText::new(format!("{} of {} reviewed", count(reviewed), count(all))).small().color(palette.accent));
        }
        if !board.hidden.is_empty() {
            hidden_ui(ui, desk, out);
        }
        if let Some(progress) = progress {
            progress_ui(ui, progress, out);
        } else if let Some(message) = message {
            ui.add(egui::Label::new(RichText::new(message).small().color(palette.weak)).truncate());
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| warnings_ui(ui, desk, out));
    });
}

/// The events that the person has hidden, to be looked at again.
fn hidden_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    let hidden = &desk.board.hidden;
    let words = RichText::new(format!("{} hidden by you", count(hidden.len()))).small().color(Palette::of(ui).accent);
    ui.menu_button(words, |ui| {
        ui.set_min_width(320.0);
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for event in hidden.iter().take(MOST_LISTED) {
                ui.horizontal(|ui| {
                    parts::kind_dot(ui, event.kind);
                    let button = ui.add(egui::Button::new(&event.title).truncate().frame_when_inactive(false));
                    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Hidden: {}", event.title)));
                    if button.on_hover_text("Select it, to look at it or to show it again").clicked() {
                        out.push(Command::Select(Some(event.id)));
                        ui.close();
                    }
                });
            }
            if hidden.len() > MOST_LISTED {
                ui.weak(format!("and {} more", count(hidden.len() - MOST_LISTED)));
            }
        });
    });
}

fn progress_ui(ui: &mut Ui, progress: &Progress, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let share = if progress.total == 0 { 0.0 } else { progress.done as f32 / progress.total as f32 };
    let words = if progress.total == 0 {
        format!("{}…", progress.verb)
    } else {
        format!("{} {} / {}", progress.verb, count(progress.done), count(progress.total))
    };
    ui.label(RichText::new(&words).small().color(palette.text));
    let bar = ProgressBar::new(share).desired_width(140.0).desired_height(6.0).fill(palette.accent).corner_radius(3);
    ui.add(bar).accessible_name(words).on_hover_text(&progress.name);
    if ui.small_button("Cancel").on_hover_text("Stop; what was open stays open").clicked() {
        out.push(Command::CancelJob);
    }
}

fn warnings_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let skipped = desk.board.warnings.iter().filter(|warning| warning.severity == Severity::Skipped).count();
    let notes = desk.board.warnings.len() - skipped;
    let words = match (skipped, notes) {
        (0, 0) => return,
        (0, notes) => counted(notes, "note"),
        (skipped, 0) => format!("⚠ {} skipped", counted(skipped, "file")),
        (skipped, notes) => format!("⚠ {} skipped, {}", counted(skipped, "file"), counted(notes, "note")),
    };
    let color = if skipped > 0 { palette.warning } else { palette.weak };
    let button = egui::Button::new(RichText::new(&words).small().color(color)).frame_when_inactive(false);
    if ui.add(button).on_hover_text("Show each file and the reason").clicked() {
        out.push(Command::Dialog(Dialog::Warnings));
    }
}
