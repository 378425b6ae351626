//! A message across the window: what went wrong, with which file, and what to do.

use super::theme::{Palette, space};
use crate::view::{Command, Dialog};
use egui::{Frame, Margin, RichText, Ui};

/// A message that stays until it is dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened, to which file, and what to do.
    pub text: String,
    /// Offer to type a path.
    pub offer_path: bool,
    /// Offer the list of warnings.
    pub offer_warnings: bool,
}

impl Notice {
    /// A message without offers.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), offer_path: false, offer_warnings: false }
    }
}

/// Draws the message. Returns whether it was dismissed.
pub fn banner_ui(ui: &mut Ui, notice: &Notice, out: &mut Vec<Command>) -> bool {
    let palette = Palette::of(ui);
    let fill = palette.panel.lerp_to_gamma(palette.error, if palette.dark { 0.16 } else { 0.10 });
    let mut dismissed = false;
    Frame::new().fill(fill).inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new("⚠").color(palette.error));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                dismissed = ui.button("Dismiss").clicked();
                if notice.offer_path && ui.button("Type a path…").clicked() {
                    out.push(Command::Dialog(Dialog::Path));
                    dismissed = true;
                }
                if notice.offer_warnings && ui.button("Show all").clicked() {
                    out.push(Command::Dialog(Dialog::Warnings));
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(egui::Label::new(RichText::new(&notice.text).color(palette.text)).wrap().selectable(true));
                });
            });
        });
    });
    dismissed
}
