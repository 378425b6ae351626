//! One article in the list, and its menu.

use super::chosen::ArticlesState;
use super::files::Files;
use super::panel::{ROW, decide, show_only};
use crate::model::{Article, ArticleEdit, ArticleId, Published};
use crate::ui::desk::Desk;
use crate::ui::parts::{self, RowLook, count, counted};
use crate::ui::theme::{self, Palette, space};
use crate::view::{Command, Dates};
use egui::{Button, Key, Modifiers, Rect, Role, TextStyle, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// Width of "no date" and "Set date…" together.
const DATE_BUTTON: f32 = 134.0;

/// When an article was published, in words.
pub fn date_words(dates: Dates, published: Option<&Published>) -> String {
    published.map_or_else(|| "no date".to_owned(), |published| dates.edtf(&published.date))
}

/// Draws a row; the numbers are its shown and all its events.
pub(super) fn article_ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    (files, state): (Files<'_>, &mut ArticlesState),
    article: &Article,
    (shown, total): (usize, usize),
    out: &mut Vec<Command>,
) {
    let palette = Palette::of(ui);
    let chosen = state.chosen.contains(&article.id) || desk.filter.articles.contains(&article.id);
    let open = desk.selection.article == Some(article.id);
    let title = article.display_title();
    let date = date_words(desk.lanes.dates(), article.published.as_ref());
    let on_disk = files.of(article.id).map(|word| format!(", {word}")).unwrap_or_default();
    let name = format!("{title}, {date}, {}{on_disk}", counted(shown, "event"));
    let (response, rect) = parts::row(ui, ROW, RowLook { chosen, dimmed: shown == 0 }, &name);
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
        let date = if undated { None } else { Some(date.as_str()) };
        // The source comes last: of it the end may be cut off.
        let words: Vec<&str> = date.into_iter().chain(files.of(article.id)).chain([source]).collect();
        let words = words.join("  ·  ");
        let width = rect.width() - if undated { DATE_BUTTON + 12.0 } else { 20.0 };
        parts::line(ui, pos2(left, below), width, &words, &TextStyle::Small, palette.weak);
        if undated {
            let right = pos2(rect.right() - 2.0, below);
            date_button(ui, Rect::from_min_max(pos2(right.x - DATE_BUTTON, below - 14.0), pos2(right.x, below + 14.0)), article, out);
        }
    }
    if response.clicked() {
        let modifiers = ui.input(|input| input.modifiers);
        if state.click(desk.board, article.id, modifiers) {
            out.push(Command::ShowArticle(article.id));
        }
    }
    let asked = response.has_focus() && keys(ui, desk, state, article.id, out);
    if parts::is_asked_for_name(ui, &response) {
        out.push(Command::AskArticle(article.id));
    }
    parts::row_menu(&response, asked, |ui| article_menu(ui, desk, (files, state), article, out));
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui(|ui| article_tip(ui, desk.lanes.dates(), article, total));
}

fn date_button(ui: &mut Ui, rect: Rect, article: &Article, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).layout(egui::Layout::right_to_left(egui::Align::Center)));
    ui.spacing_mut().item_spacing.x = space::XS;
    ui.spacing_mut().button_padding = vec2(5.0, 1.0);
    if parts::quiet_button(&mut ui, "Set date…", &format!("Set date of {}", article.display_title())).clicked() {
        out.push(Command::AskDates(vec![article.id]));
    }
    parts::badge(&mut ui, "no date", palette.warning);
}

/// The keys of a row that has the focus. Shift+F10 asks for the menu, as everywhere.
fn keys(ui: &Ui, desk: &Desk<'_>, state: &mut ArticlesState, article: ArticleId, out: &mut Vec<Command>) -> bool {
    let taken = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if taken(Modifiers::NONE, Key::F2) {
        out.push(Command::AskArticle(article));
    }
    if taken(Modifiers::NONE, Key::D) {
        out.push(Command::AskDates(state.with(article)));
    }
    if taken(Modifiers::NONE, Key::Delete) {
        out.push(Command::Edit(decide(&state.with(article), &ArticleEdit::Remove)));
    }
    if taken(Modifiers::COMMAND, Key::A) {
        state.chosen = desk.board.articles.iter().map(|article| article.id).collect();
    }
    taken(Modifiers::SHIFT, Key::F10)
}

fn article_menu(ui: &mut Ui, desk: &Desk<'_>, (files, state): (Files<'_>, &ArticlesState), article: &Article, out: &mut Vec<Command>) {
    let these = state.with(article.id);
    if entry(ui, "Show text", "Enter") {
        out.push(Command::ShowArticle(article.id));
    }
    let all_filtered = these.iter().all(|id| desk.filter.articles.contains(id)) && desk.filter.articles.len() == these.len();
    let only = match (all_filtered, these.len()) {
        (true, _) => "Show events of other articles too".to_owned(),
        (false, 1) => "Show only events of this article".to_owned(),
        (false, number) => format!("Show only events of {number} articles"),
    };
    if entry(ui, &only, "") {
        if all_filtered {
            out.extend(these.iter().map(|id| Command::Filter(crate::view::FilterChange::Article { article: *id, add: true })));
        } else {
            show_only(&these, out);
        }
    }
    ui.separator();
    let number = these.len();
    let [date, remove] = if number == 1 {
        ["Set date…".to_owned(), "Remove article".to_owned()]
    } else {
        ["Set date of", "Remove"].map(|word| format!("{word} {number} articles"))
    };
    if entry(ui, &date, "D") {
        out.push(Command::AskDates(these.clone()));
    }
    if files.changed.contains(&article.id) && entry(ui, "Re-read", "") {
        out.push(Command::Reread(vec![article.id]));
    }
    if files.missing.contains(&article.id) && entry(ui, "Find it again…", "") {
        out.push(Command::FindAgain(article.id));
    }
    if entry(ui, "Title and publisher…", "F2") {
        out.push(Command::AskArticle(article.id));
    }
    ui.separator();
    if entry(ui, &remove, "Delete") {
        out.push(Command::Edit(decide(&these, &ArticleEdit::Remove)));
    }
}

fn entry(ui: &mut Ui, name: &str, key: &str) -> bool {
    let response = ui.add(Button::new(name).shortcut_text(key));
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, name));
    response.clicked()
}

fn article_tip(ui: &mut Ui, dates: Dates, article: &Article, total: usize) {
    ui.label(egui::RichText::new(article.display_title()).text_style(theme::strong()));
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
