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
    /// The article; `None` to move the timeline.
    article: Option<ArticleId>,
    text: String,
    suggestions: Vec<DateSuggestion>,
}

/// A date that the article may be of, for a person to take or leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateSuggestion {
    /// The date.
    pub date: Edtf,
    /// What speaks for it, one sentence.
    pub why: String,
}

/// More suggestions than this would be a list to search in.
const MOST_SUGGESTIONS: usize = 5;

impl DateEntry {
    /// Asks where to go.
    pub const fn go_to() -> Self {
        Self { article: None, text: String::new(), suggestions: Vec::new() }
    }

    /// Asks for the date of an article, which is now this; the best suggestion stands first. None of them is taken unasked.
    pub fn of_article(article: ArticleId, now: Option<Edtf>, mut suggestions: Vec<DateSuggestion>) -> Self {
        suggestions.retain(|suggestion| Some(suggestion.date) != now);
        suggestions.truncate(MOST_SUGGESTIONS);
        Self { article: Some(article), text: now.map(|date| date.to_string()).unwrap_or_default(), suggestions }
    }
}

pub(super) fn date_ui(ctx: &Context, desk: &Desk<'_>, entry: &mut DateEntry, read_date: ReadDate<'_>, out: &mut Vec<Command>) {
    let title = if entry.article.is_some() { "When was this article published?" } else { "Go to date" };
    dialog(ctx, title, 440.0, out, |ui, out| {
        if let Some(article) = entry.article {
            about_article_ui(ui, desk, article);
        }
        let entered = field(ui, "Date", "17 March 2025", &mut entry.text);
        let read = if entry.text.trim().is_empty() { Err(String::new()) } else { read_date(&entry.text) };
        reading_ui(ui, desk, &read);
        if let Some(article) = entry.article {
            suggestions_ui(ui, desk, article, &entry.suggestions, out);
        }
        ui.horizontal(|ui| {
            let word = if entry.article.is_some() { "Set date" } else { "Go" };
            let done = main_button(ui, read.is_ok(), word).clicked() || entered;
            if let (true, Ok(date)) = (done, &read) {
                out.push(answer(desk, entry.article, *date));
                out.push(Command::CloseDialog);
            }
            if other_button(ui, "Cancel").clicked() {
                out.push(Command::CloseDialog);
            }
            let dated = entry.article.and_then(|id| desk.board.article(id)).filter(|article| article.published.is_some());
            if let Some(article) = dated
                && other_button(ui, "Remove date").on_hover_text("Treat the date of this article as unknown").clicked()
            {
                out.push(Command::Edit(Edit::SetPublished { article: article.id, date: Edtf::Unknown }));
                out.push(Command::CloseDialog);
            }
        });
    });
}

fn answer(desk: &Desk<'_>, article: Option<ArticleId>, date: Edtf) -> Command {
    if let Some(article) = article {
        return Command::Edit(Edit::SetPublished { article, date });
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

/// The dates that the article itself gives away, each a button that sets it, with the reason below.
fn suggestions_ui(ui: &mut Ui, desk: &Desk<'_>, article: ArticleId, suggestions: &[DateSuggestion], out: &mut Vec<Command>) {
    if suggestions.is_empty() {
        return;
    }
    ui.label(RichText::new("What the article gives away").text_style(crate::ui::theme::strong()));
    for suggestion in suggestions {
        let date = desk.lanes.dates().edtf(&suggestion.date);
        ui.horizontal_wrapped(|ui| {
            let button = ui.button(&date).accessible_name(format!("Set date to {date}: {}", suggestion.why));
            if button.clicked() {
                out.push(answer(desk, Some(article), suggestion.date));
                out.push(Command::CloseDialog);
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
