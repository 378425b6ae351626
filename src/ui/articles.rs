//! The list of articles: title, publisher, date and how it is known, number of events.

use super::desk::Desk;
use super::parts::{self, RowLook, count, counted};
use super::theme::{Palette, space};
use crate::model::{Article, Published};
use crate::view::{Command, Dates, FilterChange};
use egui::{Rect, ScrollArea, TextStyle, Ui, UiBuilder, pos2, vec2};

const ROW: f32 = 42.0;
/// Width of "no date" and "Set date…" together.
const DATE_BUTTON: f32 = 134.0;

/// Draws the list. It fills the height it gets.
pub fn articles_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    parts::section_title(ui, "ARTICLES", |ui| {
        ui.weak(count(desk.board.articles.len()));
        if !desk.filter.articles.is_empty() && parts::quiet_button(ui, "Show all", "Show all articles").clicked() {
            for article in &desk.filter.articles {
                out.push(Command::Filter(FilterChange::Article { article: *article, add: true }));
            }
        }
    });
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("articles").auto_shrink(false).show_rows(ui, ROW, desk.board.articles.len(), |ui, rows| {
        for at in rows {
            if let Some(article) = desk.board.articles.get(at) {
                article_ui(ui, desk, article, desk.tally.articles.get(at).copied().unwrap_or_default(), out);
            }
        }
    });
}

/// When an article was published, in words.
pub fn date_words(dates: Dates, published: Option<&Published>) -> String {
    published.map_or_else(|| "no date".to_owned(), |published| dates.edtf(&published.date))
}

fn article_ui(ui: &mut Ui, desk: &Desk<'_>, article: &Article, (shown, total): (usize, usize), out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let filtered = desk.filter.articles.contains(&article.id);
    let open = desk.selection.article == Some(article.id);
    let title = article.display_title();
    let date = date_words(desk.lanes.dates(), article.published.as_ref());
    let name = format!("{title}, {date}, {}", counted(shown, "event"));
    let (response, rect) = parts::row(ui, ROW, RowLook { chosen: filtered, dimmed: shown == 0 }, &name);
    let undated = article.published.is_none();
    if ui.is_rect_visible(rect) {
        if open {
            let bar = Rect::from_min_size(rect.left_top() + vec2(1.0, 6.0), vec2(3.0, rect.height() - 12.0));
            ui.painter().rect_filled(bar, 1.5, palette.accent);
        }
        let number = parts::right_text(ui, pos2(rect.right() - 8.0, rect.top() + 13.0), &count(shown), &TextStyle::Small, palette.weak);
        let left = rect.left() + 10.0;
        parts::line(ui, pos2(left, rect.top() + 13.0), number.left() - left - space::M, title, &TextStyle::Body, palette.text);
        let source = article.publisher.as_deref().unwrap_or(&article.path);
        let below = rect.top() + 30.0;
        let words = if undated { source.to_owned() } else { format!("{date}  ·  {source}") };
        let width = rect.width() - if undated { DATE_BUTTON + 12.0 } else { 20.0 };
        parts::line(ui, pos2(left, below), width, &words, &TextStyle::Small, palette.weak);
        if undated {
            let right = pos2(rect.right() - 2.0, below);
            date_button(ui, Rect::from_min_max(pos2(right.x - DATE_BUTTON, below - 14.0), pos2(right.x, below + 14.0)), article, out);
        }
    }
    if response.clicked() {
        if ui.input(|input| input.modifiers.command) {
            out.push(Command::Filter(FilterChange::Article { article: article.id, add: true }));
        } else {
            out.push(Command::ShowArticle(article.id));
        }
    }
    response.context_menu(|ui| article_menu(ui, article, filtered, out));
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui(|ui| article_tip(ui, desk.lanes.dates(), article, total));
}

fn date_button(ui: &mut Ui, rect: Rect, article: &Article, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).layout(egui::Layout::right_to_left(egui::Align::Center)));
    ui.spacing_mut().item_spacing.x = space::XS;
    ui.spacing_mut().button_padding = vec2(5.0, 1.0);
    if parts::quiet_button(&mut ui, "Set date…", &format!("Set date of {}", article.display_title())).clicked() {
        out.push(Command::AskDate(article.id));
    }
    parts::badge(&mut ui, "no date", palette.warning);
}

fn article_menu(ui: &mut Ui, article: &Article, filtered: bool, out: &mut Vec<Command>) {
    if ui.button("Show text").clicked() {
        out.push(Command::ShowArticle(article.id));
    }
    let only = if filtered { "Show events of other articles too" } else { "Show only events of this article" };
    if ui.button(only).clicked() {
        out.push(Command::Filter(FilterChange::Article { article: article.id, add: false }));
    }
    ui.separator();
    if ui.button("Set date…").clicked() {
        out.push(Command::AskDate(article.id));
    }
}

fn article_tip(ui: &mut Ui, dates: Dates, article: &Article, total: usize) {
    ui.label(egui::RichText::new(article.display_title()).text_style(super::theme::strong()));
    ui.weak(format!("{} · {}", article.path, counted(total, "event")));
    match &article.published {
        Some(published) => {
            ui.label(format!("{}, {}", dates.edtf(&published.date), published.source.words()));
            if let Some(note) = &published.note {
                ui.weak(note);
            }
        }
        None => {
            ui.label("Nobody knows yet when it was published: dates like “Thursday” stay open until you set its date");
        }
    }
    if let Some(url) = &article.url {
        ui.weak(url);
    }
}
