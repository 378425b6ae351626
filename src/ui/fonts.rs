//! The embedded fonts as egui takes them. Other scripts come from the system.

use crate::view::FONT_FILES;
use egui::{FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

/// The name of the bold family: egui has no weight of its own.
pub const BOLD: &str = "bold";

/// The bold family.
pub fn bold() -> FontFamily {
    FontFamily::Name(BOLD.into())
}

/// What egui is to use: our files first, in this order; whatever they lack is looked for in the system's fonts.
///
/// The first font must not cover right-to-left scripts: egui would then set the digits of a date backwards.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FONT_FILES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let chain = |first: &str| [first, "Noto Sans Math", "Noto Sans Symbols 2"].map(str::to_owned).to_vec();
    fonts.families.insert(FontFamily::Proportional, chain("Noto Sans"));
    fonts.families.insert(FontFamily::Monospace, chain("Noto Sans"));
    fonts.families.insert(bold(), chain("Noto Sans Bold"));
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covers_the_scripts_it_promises() {
        let texts = [
            ("English", "The “coalition of the willing” – £5 … it’s €3 №7 •"),
            ("Ukrainian", "Володимир Зеленський, Київ, її ґрунт, ₴"),
            ("Russian", "Сергей Лавров: объём, ₽"),
            ("Serbian", "Ђорђе Љубић, Ћирилица"),
            ("Greek", "Κυριάκος Μητσοτάκης, Ἀθῆναι"),
            ("Polish", "Łódź, Zażółć gęślą jaźń"),
            ("Turkish", "Recep Tayyip Erdoğan, İstanbul, ışık, ₺"),
            ("Vietnamese", "Nguyễn Phú Trọng, Việt Nam, ₫"),
            ("Czech and Hungarian", "Příliš žluťoučký kůň, Őrült űrhajós"),
            ("Romanian and Baltic", "Ștefan, Țară; Šiauliai, Ķekava"),
            ("signs of the window", "← → ↑ ↓ ▸ ▾ ▴ ● ○ ◆ ■ ▲ ✓ ✕ ⚠ ⌘ ⌥ ⇧ − ≈ × · …"),
        ];
        let ctx = egui::Context::default();
        ctx.set_fonts(definitions());
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            for (language, text) in texts {
                for family in [FontFamily::Proportional, FontFamily::Monospace, bold()] {
                    let font = egui::FontId::new(14.0, family);
                    let missing: String = text.chars().filter(|letter| !ui.fonts_mut(|fonts| fonts.has_glyph(&font, *letter))).collect();
                    assert_eq!(missing, "", "{language} in {font:?}");
                }
            }
        });
        output.textures_delta.clear();
    }

    #[test]
    fn leaves_other_scripts_to_the_system() {
        let ctx = egui::Context::default();
        ctx.set_fonts(definitions());
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let font = egui::FontId::new(14.0, FontFamily::Proportional);
            for letter in ['习', 'م', 'א', 'あ'] {
                assert!(!ui.fonts_mut(|fonts| fonts.has_glyph(&font, letter)), "{letter}");
            }
        });
        output.textures_delta.clear();
    }
}
