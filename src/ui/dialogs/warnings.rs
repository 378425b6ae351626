//! What was left out while reading, or is doubtful: each file with its reason.

use super::frame::{dialog, main_button};
use crate::model::{Severity, Warning};
use crate::ui::desk::Desk;
use crate::ui::parts::{self, counted};
use crate::ui::theme::{self, Palette, space};
use crate::view::Command;
use egui::{Context, RichText, ScrollArea, Ui};

pub(super) fn warnings_ui(ctx: &Context, desk: &Desk<'_>, out: &mut Vec<Command>) {
    let height = ctx.content_rect().height() - 240.0;
    dialog(ctx, "Warnings", 640.0, out, |ui, out| {
        let mut warnings: Vec<&Warning> = desk.board.warnings.iter().collect();
        warnings.sort_by_key(|warning| std::cmp::Reverse(warning.severity));
        let skipped = warnings.iter().filter(|warning| warning.severity == Severity::Skipped).count();
        ui.weak(match (skipped, warnings.len() - skipped) {
            (0, 0) => "Everything was read.".to_owned(),
            (0, notes) => format!("Everything was read. {} about it:", counted(notes, "note")),
            (skipped, _) => format!("{} left out. Everything else was read.", counted(skipped, "file")),
        });
        ui.spacing_mut().item_spacing.y = 0.0;
        let list = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
        list.show_rows(ui, ROW, warnings.len(), |ui, rows| {
            for at in rows {
                if let Some(warning) = warnings.get(at) {
                    warning_ui(ui, desk, warning, out);
                }
            }
        });
        ui.add_space(space::M);
        if main_button(ui, true, "Close").clicked() {
            out.push(Command::CloseDialog);
        }
    });
}

const ROW: f32 = 50.0;

fn warning_ui(ui: &mut Ui, desk: &Desk<'_>, warning: &Warning, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let name = format!("{}: {}", warning.path, warning.message);
    let (response, rect) = parts::row(ui, ROW, parts::RowLook { chosen: false, dimmed: false }, &name);
    let (sign, color) = match warning.severity {
        Severity::Skipped => ("left out", palette.warning),
        Severity::Note => ("note", palette.weak),
    };
    let right = parts::right_text(ui, egui::pos2(rect.right() - 4.0, rect.top() + 15.0), sign, &egui::TextStyle::Small, color);
    let left = rect.left() + 4.0;
    parts::line(ui, egui::pos2(left, rect.top() + 15.0), right.left() - left - 8.0, &warning.path, &theme::strong(), palette.text);
    parts::line(ui, egui::pos2(left, rect.top() + 35.0), rect.width() - 8.0, &warning.message, &egui::TextStyle::Body, palette.weak);
    let article = desk.board.articles.iter().find(|article| article.path == warning.path);
    let response = response.on_hover_ui(|ui| {
        ui.label(RichText::new(&warning.path).text_style(theme::strong()));
        ui.label(&warning.message);
    });
    if let (true, Some(article)) = (response.clicked(), article) {
        out.push(Command::CloseDialog);
        out.push(Command::ShowArticle(article.id));
    }
}
