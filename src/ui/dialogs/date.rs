//! Asks for a date, of an article or to go to, and says while typing how it is understood.

use super::ReadDate;
use super::frame::{dialog, field, main_button, other_button};
use crate::model::{ArticleId, Basis, Edit, Edtf};
use crate::ui::desk::Desk;
use crate::ui::parts;
use crate::ui::theme::Palette;
use crate::view::{Command, DAY, TimelineView, ViewChange, seconds};
use egui::{Context, RichText, Ui};

/// What has been typed, and for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateEntry {
    /// The articles; none to move the timeline.
    articles: Vec<ArticleId>,
    text: String,
    /// Each with the article that gives it away.
    suggestions: Vec<(ArticleId, DateSuggestion)>,
    /// Of several articles: the best suggestion for each that has one.
    own: Vec<(ArticleId, Edtf)>,
}

/// A date that the article may be of, for a person to take or leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateSuggestion {
    /// The date.
    pub date: Edtf,
    /// What speaks for it, one sentence.
    pub why: String,
}

/// The most letters of the title of an article.
const TITLE: usize = 40;
/// More suggestions than this would be a list to search in.
const MOST_SUGGESTIONS: usize = 5;

impl DateEntry {
    /// Asks where to go.
    pub const fn go_to() -> Self {
        Self { articles: Vec::new(), text: String::new(), suggestions: Vec::new(), own: Vec::new() }
    }

    /// Asks for the date of articles, each with its suggestions, the best one first; `now` is the date of a single one. None of
    /// them is taken unasked.
    pub fn of_articles(suggested: Vec<(ArticleId, Vec<DateSuggestion>)>, now: Option<Edtf>) -> Self {
        let articles: Vec<ArticleId> = suggested.iter().map(|(article, _)| *article).collect();
        let several = articles.len() > 1;
        let first = |(article, all): &(ArticleId, Vec<DateSuggestion>)| Some((*article, all.first()?.date));
        let own = if several { suggested.iter().filter_map(first).collect() } else { Vec::new() };
        let mut suggestions: Vec<(ArticleId, DateSuggestion)> = Vec::new();
        for (article, suggestion) in suggested.into_iter().flat_map(|(article, all)| all.into_iter().map(move |one| (article, one))) {
            if Some(suggestion.date) != now && suggestions.iter().all(|(_, known)| known.date != suggestion.date) {
                suggestions.push((article, suggestion));
            }
        }
        suggestions.truncate(MOST_SUGGESTIONS);
        Self { articles, text: now.map(|date| date.to_string()).unwrap_or_default(), suggestions, own }
    }
}

pub(super) fn date_ui(ctx: &Context, desk: &Desk<'_>, entry: &mut DateEntry, read_date: ReadDate<'_>, out: &mut Vec<Command>) {
    let title = match entry.articles.len() {
        0 => "Go to date".to_owned(),
        1 => "When was this article published?".to_owned(),
        number => format!("When were these {number} articles published?"),
    };
    dialog(ctx, &title, 440.0, out, |ui, out| {
        match entry.articles.as_slice() {
            [] => {}
            [article] => about_article_ui(ui, desk, *article),
            several => about_articles_ui(ui, desk, several),
        }
        let entered = field(ui, "Date", "17 March 2025", &mut entry.text);
        let read = if entry.text.trim().is_empty() { Err(String::new()) } else { read_date(&entry.text) };
        reading_ui(ui, desk, &read);
        suggestions_ui(ui, desk, entry, out);
        ui.horizontal(|ui| {
            let word = if entry.articles.is_empty() { "Go" } else { "Set date" };
            let done = main_button(ui, read.is_ok(), word).clicked() || entered;
            if let (true, Ok(date)) = (done, &read) {
                out.push(answer(desk, &entry.articles, *date));
                out.push(Command::CloseDialog);
            }
            if other_button(ui, "Cancel").clicked() {
                out.push(Command::CloseDialog);
            }
            let is_dated = |id: &ArticleId| desk.board.article(*id).is_some_and(|article| article.published.is_some());
            if entry.articles.iter().any(is_dated) && other_button(ui, "Remove date").on_hover_text("Treat the date as unknown").clicked() {
                out.push(answer(desk, &entry.articles, Edtf::Unknown));
                out.push(Command::CloseDialog);
            }
        });
    });
}

/// One step back takes all of them back.
fn set_dates(dates: impl Iterator<Item = (ArticleId, Edtf)>) -> Command {
    let mut edits: Vec<Edit> = dates.map(|(article, date)| Edit::SetPublished { article, date }).collect();
    Command::Edit(if edits.len() == 1 { edits.remove(0) } else { Edit::Several { edits } })
}

fn answer(desk: &Desk<'_>, articles: &[ArticleId], date: Edtf) -> Command {
    if !articles.is_empty() {
        return set_dates(articles.iter().map(|article| (*article, date)));
    }
    let bounds = date.bounds();
    let (start, end) = (bounds.earliest.or(bounds.latest), bounds.latest.or(bounds.earliest));
    let on_axis = |at| desk.lanes.axis().of_calendar(seconds(at));
    let (start, end) = (start.map_or(0.0, on_axis), end.map_or(0.0, on_axis));
    // A single day is shown with the days around it.
    let room = if end - start <= DAY { 3.0 * DAY } else { 0.0 };
    Command::View(TimelineView::around(start - room, end + room), ViewChange::Jump)
}

fn about_article_ui(ui: &mut Ui, desk: &Desk<'_>, id: ArticleId) {
    let Some(article) = desk.board.article(id) else { return };
    ui.label(RichText::new(article.display_title()).text_style(crate::ui::theme::strong()));
    let now = article.published.as_ref().map_or_else(
        || "Its date is not known.".to_owned(),
        |published| format!("Now: {}, {}.", desk.lanes.dates().edtf(&published.date), published.source.words()),
    );
    let own = desk.board.events.iter().filter(|event| event.mentions.first().is_some_and(|mention| mention.article() == id));
    let waiting = own.filter(|event| event.when.basis == Basis::Unknown).count();
    let waits = if waiting == 0 { String::new() } else { format!(" {} wait for it.", parts::counted(waiting, "undated event")) };
    ui.weak(format!("{now}{waits}"));
}

fn about_articles_ui(ui: &mut Ui, desk: &Desk<'_>, ids: &[ArticleId]) {
    let articles: Vec<_> = ids.iter().filter_map(|id| desk.board.article(*id)).collect();
    for article in articles.iter().take(3) {
        ui.label(RichText::new(article.display_title()).text_style(crate::ui::theme::strong()));
    }
    let more = if articles.len() > 3 { format!("and {} more. ", articles.len() - 3) } else { String::new() };
    let undated = articles.iter().filter(|article| article.published.is_none()).count();
    ui.weak(format!("{more}{} of {} have no date.", undated, articles.len()));
}

/// The dates that the articles themselves give away, each a button that sets it, with the reason below.
fn suggestions_ui(ui: &mut Ui, desk: &Desk<'_>, entry: &DateEntry, out: &mut Vec<Command>) {
    if entry.articles.is_empty() || entry.suggestions.is_empty() {
        return;
    }
    let title = if entry.articles.len() == 1 { "What the article gives away" } else { "What the articles give away" };
    ui.label(RichText::new(title).text_style(crate::ui::theme::strong()));
    if !entry.own.is_empty() {
        let words = format!("Each its own: {} of {}", entry.own.len(), entry.articles.len());
        let response = ui.button(&words).accessible_name("Set for each article the date that it gives away itself");
        if response.on_hover_text("Sets for each article the first date that it gives away; the others stay as they are").clicked() {
            out.push(set_dates(entry.own.iter().copied()));
            out.push(Command::CloseDialog);
        }
    }
    let several = entry.articles.len() > 1;
    for (article, suggestion) in &entry.suggestions {
        let date = desk.lanes.dates().edtf(&suggestion.date);
        ui.horizontal_wrapped(|ui| {
            let button = ui.button(&date).accessible_name(format!("Set date to {date}: {}", suggestion.why));
            let button = if several { button.on_hover_text("Sets this date for all of them") } else { button };
            if button.clicked() {
                out.push(answer(desk, &entry.articles, suggestion.date));
                out.push(Command::CloseDialog);
            }
            if let Some(article) = desk.board.article(*article).filter(|_| several) {
                ui.label(format!("{}:", parts::shortened(article.display_title(), TITLE)));
            }
            ui.weak(&suggestion.why);
        });
    }
}

/// How the date is understood, or what is wrong with it. Nothing is said about an empty field but what can be written.
fn reading_ui(ui: &mut Ui, desk: &Desk<'_>, read: &Result<Edtf, String>) {
    let palette = Palette::of(ui);
    match read {
        Ok(date) => {
            let words = format!("✓  {}", desk.lanes.dates().edtf(date));
            ui.label(RichText::new(words).color(palette.accent));
        }
        Err(message) if message.is_empty() => {
            ui.weak("A day, month or year; ~ after it means “around”: 2025-03-17, 2025-03, 2025-03-17~");
        }
        Err(message) => {
            ui.label(RichText::new(message).color(palette.warning));
        }
    }
}
