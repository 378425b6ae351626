//! The key to the marks: what shape, colour, fill and line mean.

use super::super::theme::{Palette, section, space};
use super::headers::kinds;
use super::mark::{Look, paint_mark};
use crate::model::{Kind, Modality};
use egui::{Popup, PopupCloseBehavior, RichText, Sense, Ui, vec2};

/// A small button that opens the key.
pub(super) fn key_button(ui: &mut Ui) {
    let response = ui.add(egui::Button::new(RichText::new("Key").small()).small()).on_hover_text("What the marks mean");
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(key);
}

fn key(ui: &mut Ui) {
    let palette = Palette::of(ui);
    ui.set_width(380.0);
    ui.label(RichText::new("KINDS").text_style(section()).color(palette.weak));
    egui::Grid::new("key of kinds").num_columns(3).spacing(vec2(space::L, 2.0)).show(ui, |ui| {
        for (at, kind) in kinds().enumerate() {
            line(ui, Look { kind, modality: Modality::Happened, hollow: false }, kind.as_str(), palette);
            if at % 3 == 2 {
                ui.end_row();
            }
        }
    });
    ui.add_space(space::M);
    ui.label(RichText::new("DID IT HAPPEN, AND HOW IS THE DATE KNOWN?").text_style(section()).color(palette.weak));
    let look = |modality, hollow| Look { kind: Kind::Meeting, modality, hollow };
    for (look, words) in [
        (look(Modality::Happened, false), "the text says when"),
        (look(Modality::Happened, true), "no words say when: the article's own date stands in"),
        (look(Modality::Planned, false), "planned"),
        (look(Modality::Hypothetical, false), "hypothetical: if, could"),
        (look(Modality::Negated, false), "negated: did not, denied"),
    ] {
        ui.horizontal(|ui| line(ui, look, words, palette));
    }
    ui.add_space(space::M);
    ui.label(RichText::new("WHEN").text_style(section()).color(palette.weak));
    for words in [
        "A band with soft ends: some time in that month, year, decade",
        "A dotted outline: around that time",
        "A band that fades: before or after",
        "A dotted band between two lines: some time between",
        "A solid bar: it lasts all that time",
    ] {
        ui.label(RichText::new(words).color(palette.text));
    }
}

fn line(ui: &mut Ui, look: Look, words: &str, palette: &Palette) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 18.0), Sense::hover());
        paint_mark(ui.painter(), rect.center(), 5.0, look, palette);
        ui.label(RichText::new(words).color(palette.text));
    });
}
