//! A chronology to read: by year and date, each event with who took part, what the sources say and how its date is known.

use super::places::Places;
use super::record::EventRecord;
use crate::model::words::{edtf_words, year_words};
use crate::model::{Article, Basis, Board, Disagreement, Edtf, Event, Modality, Side};
use chrono::Datelike as _;
use std::io::{self, Write};

/// Titles of articles are cut after so many words: one without a headline is shown by its first paragraph.
const LONGEST_TITLE: usize = 14;

pub(super) fn write(board: &Board, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::of(board);
    let mut parts = vec!["# Chronology".to_owned()];
    let (mut year, mut date) = (None, None);
    for event in &board.events {
        let heading = year_of(&event.when.edtf);
        if year.as_ref() != Some(&heading) {
            parts.push(format!("## {heading}"));
            date = Some(heading.clone());
            year = Some(heading);
        }
        let day = edtf_words(&event.when.edtf);
        if event.when.edtf != Edtf::Unknown && date.as_ref() != Some(&day) {
            parts.push(format!("### {}", first_upper(&day)));
            date = Some(day);
        }
        parts.extend(event_parts(board, &places, event));
    }
    parts.push("## Sources".to_owned());
    parts.push(board.articles.iter().map(source_line).collect::<Vec<_>>().join("\n"));
    writeln!(out, "{}", parts.join("\n\n"))
}

fn year_of(edtf: &Edtf) -> String {
    let bounds = edtf.bounds();
    let last = bounds.latest.and_then(|latest| latest.checked_sub_signed(chrono::TimeDelta::seconds(1)));
    bounds.earliest.or(last).map_or_else(|| "Undated".to_owned(), |at| year_words(at.year()))
}

/// The paragraphs of one event.
fn event_parts(board: &Board, places: &Places<'_>, event: &Event) -> Vec<String> {
    let record = EventRecord::of(board, places, event);
    let modality = if event.modality == Modality::Happened { String::new() } else { format!("{}, ", record.modality) };
    let place = record.place.map(|place| format!(", {}", escaped(place))).unwrap_or_default();
    let mut parts = vec![format!("**{}** ({modality}{}{place})", escaped(record.title), record.kind)];
    let names: Vec<String> = record.actors.iter().map(|actor| escaped(&actor.label)).collect();
    if !names.is_empty() {
        parts.push(names.join(", "));
    }
    for (mention, shown) in event.mentions.iter().zip(&record.mentions) {
        let words: Vec<&str> = shown.sentence.text.split_whitespace().collect();
        let source = places.article(mention.article()).map(source).unwrap_or_default();
        parts.push(format!("> {}  \n> — {source}", escaped(&words.join(" "))));
    }
    for disagreement in &event.disagreements {
        parts.push(format!("*Reports disagree about the {}*: {}", disagreement.about.as_str(), sides(places, disagreement)));
    }
    if event.when.basis != Basis::Stated && !record.when.why.is_empty() {
        parts.push(format!("*Date {}: {}*", record.when.basis, escaped(record.when.why)));
    }
    if !record.note.is_empty() {
        parts.push(format!("Note: {}", escaped(record.note)));
    }
    if !record.tags.is_empty() {
        parts.push(format!("Tags: {}", escaped(&record.tags.join(", "))));
    }
    parts
}

/// `killed 12 people (Reuters) / killed 15 people (TASS, AFP)`.
fn sides(places: &Places<'_>, disagreement: &Disagreement) -> String {
    let side = |side: &Side| {
        let mut sources: Vec<String> = Vec::new();
        for article in side.quotes.iter().filter_map(|quote| places.article(quote.article)) {
            let name = escaped(article.publisher.as_deref().unwrap_or(&article.path));
            if !sources.contains(&name) {
                sources.push(name);
            }
        }
        format!("{} ({})", escaped(&side.says), sources.join(", "))
    };
    disagreement.sides.iter().map(side).collect::<Vec<_>>().join(" / ")
}

/// `Publisher, title, 20 Mar 2025 (path)`.
fn source(article: &Article) -> String {
    let date = article.published.as_ref().map(|published| edtf_words(&published.date));
    let known: Vec<String> =
        [article.publisher.clone(), article.title.clone(), date].into_iter().flatten().map(|part| escaped(&part)).collect();
    let path = escaped(&article.path);
    if known.is_empty() { path } else { format!("{} ({path})", known.join(", ")) }
}

/// An article in the list at the end, with how its date is known.
fn source_line(article: &Article) -> String {
    let date = match &article.published {
        Some(published) => format!("{}, {}", edtf_words(&published.date), published.source.words()),
        None => "no date".to_owned(),
    };
    let by = article.publisher.as_deref().map(|name| format!("{}, ", escaped(name))).unwrap_or_default();
    let url = article.url.as_deref().map(|url| format!(", <{}>", url.replace(['<', '>', ' '], ""))).unwrap_or_default();
    let mut title = article.display_title().split_whitespace().take(LONGEST_TITLE).collect::<Vec<_>>().join(" ");
    if article.display_title().split_whitespace().count() > LONGEST_TITLE {
        title.push_str(" ...");
    }
    format!("- {}: {by}{} ({date}){url}", escaped(&article.path), escaped(&title))
}

/// The words as words: marks that Markdown or HTML would act on are escaped.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let begins_block = words.starts_with(['#', '-', '+', '=', '~'])
        || words.split_once(['.', ')']).is_some_and(|(number, _)| number.parse::<u32>().is_ok());
    if begins_block && !words.starts_with(|c: char| c.is_ascii_digit()) {
        out.push('\\');
    }
    let mut leading_number = begins_block && words.starts_with(|c: char| c.is_ascii_digit());
    for c in words.chars() {
        let ends_number = leading_number && matches!(c, '.' | ')');
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|') || ends_number {
            out.push('\\');
            leading_number = false;
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

fn first_upper(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_markdown_stay_marks_of_the_text() {
        for (words, wanted) in [
            ("a *b* [c](d) <e>", "a \\*b\\* \\[c\\](d) \\<e\\>"),
            ("# no heading", "\\# no heading"),
            ("1. no list", "1\\. no list"),
            ("3.5 million", "3\\.5 million"),
            ("two\nlines", "two lines"),
        ] {
            assert_eq!(escaped(words), wanted);
        }
    }

    #[test]
    fn an_open_end_counts_by_its_last_year() {
        for (edtf, wanted) in [("2025-03-20", "2025"), ("[..2024]", "2024"), ("", "Undated"), ("-0043-03-15", "44 BCE")] {
            assert_eq!(year_of(&edtf.parse().unwrap()), wanted, "{edtf}");
        }
    }
}
