//! When an article was published and who published it: what its sources say, in order of trust.
//!
//! Everything that says a date is kept as evidence; the best of it dates the article. What only follows from the text ("it tells of
//! 3 March as past") is no evidence: `time::own_dates` makes suggestions of it, which a person takes or leaves.

use super::changed_since::weekday_told_since;
use super::full_date::full_date;
use super::html::day_in_path;
use super::sidecar::Row;
use super::structure::Structure;
use crate::model::{DateEvidence, DateSource, Edtf, Published, Span};
use chrono::{Datelike as _, NaiveDate};
use std::collections::BTreeSet;

/// Everything that says when an article was published, the most trusted first: its text, the markup of its page, the name of its file.
/// `listed` tells that `articles.csv` gives a date. What a person should know about it goes to `notes`.
pub(super) fn evidence(
    text: &str,
    structure: &Structure,
    page: Vec<DateEvidence>,
    path: &str,
    listed: bool,
    notes: &mut Vec<String>,
) -> Vec<DateEvidence> {
    let of =
        |date: Edtf, source: DateSource, span: Span| DateEvidence { date, source, words: span.text(text).to_owned(), span: Some(span) };
    let mut found = page;
    found.extend(from_front_matter(text, structure).map(|(date, span)| of(date, DateSource::DateLine, span)));
    found.extend(structure.date_line.map(|line| of(line.date, DateSource::DateLine, line.words)));
    if let Some(line) = structure.date_line.filter(|line| line.guessed && !listed) {
        let words = line.words.text(text);
        notes.push(format!("Its date line says {words}, read as {}: set the date if day and month are meant the other way.", line.date));
    }
    found.extend(structure.changed.map(|line| of(line.date, DateSource::Changed, line.words)));
    let name = path.rsplit('/').next().unwrap_or(path);
    let in_name = day_in_path(name).or_else(|| day_in_path(path));
    found.extend(in_name.map(|(date, words)| DateEvidence {
        date: Edtf::day(date),
        source: DateSource::FileName,
        words: words.to_owned(),
        span: None,
    }));
    let dated = listed || !found.is_empty();
    found.extend(from_dateline(text, structure, dated, notes).map(|(date, span)| of(date, DateSource::Dateline, span)));
    found.sort_by_key(|evidence| evidence.source);
    if !listed {
        put_change_first(text, &mut found, notes);
    }
    found
}

/// Where the text speaks from the day of its last change, that day dates it.
fn put_change_first(text: &str, found: &mut [DateEvidence], notes: &mut Vec<String>) {
    let day = |evidence: &DateEvidence| evidence.date.bounds().earliest.map(|at| at.date());
    let Some(change) = found.iter().position(|evidence| evidence.source == DateSource::Changed) else { return };
    let Some((published, changed)) = day(&found[0]).zip(day(&found[change])) else { return };
    if let Some(weekday) = weekday_told_since(text, published, changed) {
        notes.push(format!(
            "It was published on {published} and changed on {changed}. It tells of {weekday} as past, so the day of the change counts."
        ));
        found[..=change].rotate_right(1);
    }
}

/// The date and where it comes from: the sidecar, else the best evidence. What a person should know about it goes to `notes`.
pub(super) fn published(evidence: &[DateEvidence], row: Option<&Row>, notes: &mut Vec<String>) -> Option<Published> {
    let own = evidence.first().map(|best| {
        let note = if best.span.is_none() { Some(best.words.clone()) } else { None };
        Published { date: best.date, source: best.source, span: best.span, note }
    });
    let listed = row.filter(|row| row.published != Edtf::Unknown);
    let Some(listed) = listed else { return own };
    if let Some(own) = own.filter(|own| own.source < DateSource::Changed && contradict(&own.date, &listed.published)) {
        let who = if own.span.is_some() { "its own text" } else { "the page or its address" };
        notes.push(format!(
            "articles.csv says that it is of {}, {who} says {}: articles.csv counts. Correct the row if it is wrong.",
            listed.published, own.date
        ));
    }
    Some(Published { date: listed.published, source: DateSource::Sidecar, span: None, note: listed.note.clone() })
}

fn from_front_matter(text: &str, structure: &Structure) -> Option<(Edtf, Span)> {
    let span = structure.front.date?;
    let words = span.text(text);
    let date = full_date(words).map(|(day, _)| Edtf::day(day)).or_else(|| words.parse().ok().filter(|date| *date != Edtf::Unknown));
    date.map(|date| (date, span))
}

/// The day in the dateline. Agencies leave out the year: it is taken from the text if that names the same day in exactly one
/// year, and left open otherwise; that is worth a word only where nothing else dates the article.
fn from_dateline(text: &str, structure: &Structure, dated: bool, notes: &mut Vec<String>) -> Option<(Edtf, Span)> {
    let line = structure.dateline.as_ref()?;
    let (span, (month, day)) = line.words.zip(line.month_day)?;
    let date = line.date.or_else(|| only_year(text, month, day));
    if date.is_none() && !dated {
        let words = span.text(text);
        notes.push(format!("Its dateline says {words} but no year, so its date stays unknown: set it, or give it in articles.csv."));
    }
    date.map(|date| (Edtf::day(date), span))
}

/// The day in the only year in which the text names it in full.
fn only_year(text: &str, month: u32, day: u32) -> Option<NaiveDate> {
    let mut found = BTreeSet::new();
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        if !in_word && (c.is_ascii_digit() || c.is_ascii_uppercase()) {
            found.extend(full_date(&text[at..]).map(|(date, _)| date).filter(|date| (date.month(), date.day()) == (month, day)));
        }
        in_word = c.is_alphanumeric();
    }
    if found.len() == 1 { found.pop_first() } else { None }
}

fn contradict(own: &Edtf, listed: &Edtf) -> bool {
    let (own, listed_bounds) = (own.bounds(), listed.bounds());
    let before = own.latest.zip(listed_bounds.earliest).is_some_and(|(latest, earliest)| latest <= earliest);
    let after = listed_bounds.latest.zip(own.earliest).is_some_and(|(latest, earliest)| latest <= earliest);
    !listed.is_doubtful() && (before || after)
}

/// Who published it: the sidecar, else the front matter, else the site of the page, else the agency of the dateline.
pub(super) fn publisher(text: &str, structure: &Structure, site: Option<String>, row: Option<&Row>) -> Option<String> {
    let listed = row.and_then(|row| row.publisher.clone());
    let front = || structure.front.publisher.map(|span| span.text(text).to_owned());
    let agency = || structure.dateline.as_ref().and_then(|line| line.agency.clone());
    listed.or_else(front).or(site).or_else(agency)
}

#[cfg(test)]
mod tests {
    use super::super::structure::{Markup, structure};
    use super::*;
    use crate::model::BlockKind;

    fn check(text: &str, listed: &str, date: Option<(&str, DateSource)>, notes: usize) {
        let structure = structure(text, Markup::Markdown);
        let mut row = Row::default();
        row.published = listed.parse().unwrap();
        let mut found_notes = Vec::new();
        let evidence = evidence(text, &structure, Vec::new(), "talks.txt", row.published != Edtf::Unknown, &mut found_notes);
        let found = published(&evidence, Some(&row), &mut found_notes);
        assert_eq!(found.map(|found| (found.date.to_string(), found.source)), date.map(|(date, source)| (date.to_owned(), source)));
        assert_eq!(found_notes.len(), notes, "{found_notes:?}");
    }

    #[test]
    fn sources_count_in_order_of_trust() {
        let both = "date 2025-05-23 MOSCOW, May 23. /TASS/. Russia warned.";
        check(both, "2025-05-22~", Some(("2025-05-22~", DateSource::Sidecar)), 0);
        check(both, "2025-05-22", Some(("2025-05-22", DateSource::Sidecar)), 1);
        check(both, "2025-05", Some(("2025-05", DateSource::Sidecar)), 0);
        check(both, "", Some(("2025-05-23", DateSource::DateLine)), 0);
        check("---\ndate: 2025-05\n---\nText.", "", Some(("2025-05", DateSource::DateLine)), 0);
        check("PARIS, 23 May 2025 (AFP) - France warned.", "", Some(("2025-05-23", DateSource::Dateline)), 0);
        check("Text without a date.", "", None, 0);
    }

    #[test]
    fn heads_as_outlets_lay_them_out_date_and_entitle_their_text() {
        let heads = include_str!("../../tests/corpus/heads.txt").split("====\n").skip(1);
        let (mut wrong, mut untitled) = (Vec::new(), Vec::new());
        for head in heads {
            let text = format!(
                "{head}\nMinisters from both countries agreed on Monday to reopen the border, officials said.\n\nThey had met before.\n"
            );
            let structure = structure(&text, Markup::Plain);
            let evidence = evidence(&text, &structure, Vec::new(), "talks.txt", false, &mut Vec::new());
            let found = published(&evidence, None, &mut Vec::new()).map(|found| found.date.to_string());
            if found.as_deref() != Some("2025-03-03") {
                wrong.push(format!("{found:?} {head:?}"));
            }
            let title = structure.blocks.iter().find(|block| block.kind == BlockKind::Title).map_or("", |block| block.span.text(&text));
            if head.contains("inisters agree on border deal") && !title.contains("inisters agree on border deal") {
                untitled.push(title.to_owned());
            }
        }
        // One has nothing but the reporter's name above its title.
        assert_eq!(untitled, ["Jane Doe"]);
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn the_day_of_the_last_change_counts_where_the_text_speaks_from_it() {
        let head = "Published 8 February 2022 | Updated 9 February 2022\n\n";
        check(&format!("{head}She was buried on Wednesday."), "", Some(("2022-02-09", DateSource::Changed)), 1);
        check(&format!("{head}She will be buried on Wednesday."), "", Some(("2022-02-08", DateSource::DateLine)), 0);
    }

    #[test]
    fn the_year_of_a_dateline_must_stand_in_the_text() {
        check("MOSCOW, May 23. /TASS/. Russia warned.", "", None, 1);
        check("MOSCOW, May 23. /TASS/. Since 2022 it has warned.", "", None, 1);
        check("MOSCOW, May 23. /TASS/. It met on May 23, 2025.", "", Some(("2025-05-23", DateSource::Dateline)), 0);
        check("MOSCOW, May 23. /TASS/. It met on May 23, 2025, as on 23 May 2024.", "", None, 1);
    }
}
