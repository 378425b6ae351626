//! The list with its head and foot.

use super::chosen::ArticlesState;
use super::files::{Files, files_ui};
use super::row::article_ui;
use crate::model::{Article, ArticleEdit, ArticleId, Edit};
use crate::ui::desk::Desk;
use crate::ui::parts::{self, count};
use crate::ui::theme::{Palette, space};
use crate::view::{Command, FilterChange};
use egui::{RichText, ScrollArea, Ui};

/// Height of a row in the list, in points.
pub(super) const ROW: f32 = 42.0;

/// Draws the list. It fills the height it gets.
pub fn articles_ui(ui: &mut Ui, desk: &Desk<'_>, files: Files<'_>, state: &mut ArticlesState, out: &mut Vec<Command>) {
    state.keep_valid(desk.board);
    parts::section_title(ui, "ARTICLES", |ui| {
        ui.weak(count(desk.board.articles.len()));
        if !desk.filter.articles.is_empty() && parts::quiet_button(ui, "Show all", "Show all articles").clicked() {
            for article in &desk.filter.articles {
                out.push(Command::Filter(FilterChange::Article { article: *article, add: true }));
            }
        }
    });
    files_ui(ui, files, out);
    if !desk.board.removed.is_empty() {
        foot(ui, "removed articles", |ui| removed_ui(ui, desk, state, out));
    }
    if state.chosen.len() > 1 {
        foot(ui, "chosen articles", |ui| chosen_ui(ui, state, out));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("articles").auto_shrink(false).show_rows(ui, ROW, desk.board.articles.len(), |ui, rows| {
        for at in rows {
            if let Some(article) = desk.board.articles.get(at) {
                let numbers = desk.tally.articles.get(at).copied().unwrap_or_default();
                parts::keyed(ui, article.id, |ui| article_ui(ui, desk, (files, state), article, numbers, out));
            }
        }
    });
}

fn foot(ui: &mut Ui, name: &'static str, contents: impl FnOnce(&mut Ui)) {
    egui::Panel::bottom(name).frame(egui::Frame::NONE).show_separator_line(false).show(ui, contents);
}

/// What can be done with several articles at once.
fn chosen_ui(ui: &mut Ui, state: &mut ArticlesState, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.spacing_mut().button_padding.x = space::XS;
        ui.label(RichText::new(format!("{} selected", count(state.chosen.len()))).small());
        ui.add_space(space::S);
        let all: Vec<ArticleId> = state.chosen.iter().copied().collect();
        if parts::quiet_button(ui, "Set date…", "Set date of selected articles").clicked() {
            out.push(Command::AskDates(all.clone()));
        }
        if parts::quiet_button(ui, "Only these", "Show only events of selected articles").clicked() {
            show_only(&all, out);
        }
        if parts::quiet_button(ui, "Remove", "Remove selected articles").clicked() {
            out.push(Command::Edit(decide(&all, &ArticleEdit::Remove)));
        }
        if parts::quiet_button(ui, "✕", "Clear selection of articles").clicked() {
            state.chosen.clear();
        }
    });
}

/// Articles that were removed, to take them back.
fn removed_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut ArticlesState, out: &mut Vec<Command>) {
    let removed = &desk.board.removed;
    ui.horizontal(|ui| {
        ui.weak(format!("{} removed by you", count(removed.len())));
        let (word, name) = if state.lists_removed { ("Close", "Close removed articles") } else { ("List", "List removed articles") };
        if parts::quiet_button(ui, word, name).clicked() {
            state.lists_removed = !state.lists_removed;
        }
    });
    if !state.lists_removed {
        return;
    }
    ScrollArea::vertical().id_salt("removed").max_height(2.0 * ROW).show(ui, |ui| {
        for article in removed {
            ui.horizontal(|ui| {
                if parts::quiet_button(ui, "Take back", &format!("Take back {}", article.display_title())).clicked() {
                    out.push(Command::Edit(decide(&[article.id], &ArticleEdit::Return)));
                }
                ui.add(egui::Label::new(RichText::new(name(article)).color(Palette::of(ui).weak)).truncate());
            });
        }
    });
}

fn name(article: &Article) -> String {
    article
        .publisher
        .as_ref()
        .map_or_else(|| article.display_title().to_owned(), |publisher| format!("{}, {publisher}", article.display_title()))
}

/// Shows only the events of these.
pub(super) fn show_only(articles: &[ArticleId], out: &mut Vec<Command>) {
    for (at, article) in articles.iter().enumerate() {
        out.push(Command::Filter(FilterChange::Article { article: *article, add: at > 0 }));
    }
}

/// One decision on these articles, to be taken back in one step.
pub(super) fn decide(articles: &[ArticleId], decision: &ArticleEdit) -> Edit {
    let mut edits: Vec<Edit> = articles.iter().map(|article| Edit::Article { article: *article, decision: decision.clone() }).collect();
    if edits.len() == 1 { edits.remove(0) } else { Edit::Several { edits } }
}
