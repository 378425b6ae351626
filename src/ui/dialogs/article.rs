//! Asks what an article is called and who published it.

use super::frame::{dialog, field, main_button, other_button};
use crate::model::{Article, ArticleEdit, ArticleId, Edit};
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::view::Command;
use egui::{Context, RichText, TextEdit};

/// The article and what has been typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleEntry {
    article: ArticleId,
    title: String,
    publisher: String,
}

impl ArticleEntry {
    /// As it is now.
    pub fn new(article: &Article) -> Self {
        let publisher = article.publisher.clone().unwrap_or_default();
        Self { article: article.id, title: article.display_title().to_owned(), publisher }
    }

    /// What was changed, as one decision.
    fn edit(&self, article: &Article) -> Option<Edit> {
        let of = |decision| Edit::Article { article: self.article, decision };
        let mut edits = Vec::new();
        if self.title.trim() != article.display_title().trim() {
            edits.push(of(ArticleEdit::Title(self.title.trim().to_owned())));
        }
        if self.publisher.trim() != article.publisher.as_deref().unwrap_or_default() {
            edits.push(of(ArticleEdit::Publisher(self.publisher.trim().to_owned())));
        }
        match edits.len() {
            0 => None,
            1 => edits.pop(),
            _ => Some(Edit::Several { edits }),
        }
    }
}

pub(super) fn article_ui(ctx: &Context, desk: &Desk<'_>, entry: &mut ArticleEntry, out: &mut Vec<Command>) {
    dialog(ctx, "Title and publisher", 480.0, out, |ui, out| {
        let Some(article) = desk.board.article(entry.article) else {
            ui.label("This article is gone.");
            return;
        };
        ui.weak(format!("{}. Leave a field empty to go back to what was found.", article.path));
        ui.label(RichText::new("Title").text_style(theme::strong()));
        let mut entered = field(ui, "Title of the article", "", &mut entry.title);
        ui.label(RichText::new("Publisher").text_style(theme::strong()));
        let publisher = TextEdit::singleline(&mut entry.publisher)
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric(8, 6))
            .font(theme::reading());
        let response = ui.add(publisher).accessible_name("Publisher of the article");
        entered |= response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        ui.horizontal(|ui| {
            if main_button(ui, true, "Keep").clicked() || entered {
                out.extend(entry.edit(article).map(Command::Edit));
                out.push(Command::CloseDialog);
            }
            if other_button(ui, "Cancel").clicked() {
                out.push(Command::CloseDialog);
            }
        });
    });
}
