//! What Dateline promises, its version, and what is inside with its licences.

use super::frame::{dialog, main_button};
use crate::ui::theme::{self, Palette, space};
use crate::view::Command;
use egui::{Context, Label, RichText, ScrollArea};

/// What is inside: what it is, where it is from, its licence. As in `assets/SOURCES.md`.
const INSIDE: &[(&str, &str, &str)] = &[
    ("Language model", "spaCy’s English pipeline en_core_web_sm 3.8.0, by Explosion", "MIT; its lemma tables: WordNet 3.0 licence"),
    ("Names", "a tagger trained on wikigold, GUM, WNUT17, CrossNER and UNER English EWT", "CC BY-SA 4.0"),
    ("Cities", "GeoNames, geonames.org", "CC BY 4.0"),
    ("Given names", "US census of 1990, and own additions", "public domain"),
    ("Words of time, events, states and offices", "compiled for Dateline", "MIT or Apache 2.0"),
    ("Fonts", "Noto Sans, Noto Sans Math and Noto Sans Symbols 2", "SIL Open Font License 1.1"),
    ("Window", "egui and egui_plot", "MIT or Apache 2.0"),
];

pub(super) fn about_ui(ctx: &Context, out: &mut Vec<Command>) {
    let height = ctx.content_rect().height() - 260.0;
    dialog(ctx, "Dateline", 560.0, out, |ui, out| {
        let palette = Palette::of(ui);
        ui.weak(format!("Version {}, licensed under MIT or Apache 2.0, as you like", crate::VERSION));
        ui.label("Turns a folder of news articles into a chronology. Every event shows its source, every date shows how it is known, and you have the last word.");
        ui.label(RichText::new("Works offline").text_style(theme::strong()).color(palette.strong));
        ui.label("Nothing you open leaves this computer. The program has no part that could use the network, sends no reports of its use, and asks for no account.");
        ui.label(RichText::new("What is inside").text_style(theme::strong()).color(palette.strong));
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            for (what, from, licence) in INSIDE {
                ui.add(Label::new(RichText::new(format!("{what}: {from}. {licence}"))).wrap().selectable(true));
            }
        });
        if main_button(ui, true, "Close").clicked() {
            out.push(Command::CloseDialog);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_inside_is_what_the_sources_say() {
        let sources = include_str!("../../../assets/SOURCES.md");
        for words in ["en_core_web_sm", "WordNet 3.0", "CC BY-SA 4.0", "CC BY 4.0", "SIL Open Font License 1.1", "wikigold", "GeoNames"] {
            assert!(sources.contains(words), "{words} is not in assets/SOURCES.md");
            assert!(INSIDE.iter().any(|(_, from, licence)| from.contains(words) || licence.contains(words)), "{words}");
        }
    }
}
