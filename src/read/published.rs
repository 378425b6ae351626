//! When an article was published and who published it: what its sources say, in order of trust.

use super::date_line::full_date;
use super::sidecar::Row;
use super::structure::Structure;
use crate::model::{DateSource, Edtf, Published, Span};
use chrono::{Datelike as _, NaiveDate};
use std::collections::BTreeSet;

/// The date and where it comes from: the sidecar, else a date line, else the dateline of an agency. What a person should
/// know about it goes to `notes`.
pub(super) fn published(text: &str, structure: &Structure, row: Option<&Row>, notes: &mut Vec<String>) -> Option<Published> {
    let own = from_date_line(text, structure).or_else(|| from_dateline(text, structure, notes));
    let listed = row.filter(|row| row.published != Edtf::Unknown);
    let Some(listed) = listed else { return own };
    if let Some(own) = own.filter(|own| contradict(&own.date, &listed.published)) {
        notes.push(format!(
            "articles.csv says that it is of {}, its own text says {}: articles.csv counts. Correct the row if it is wrong.",
            listed.published, own.date
        ));
    }
    Some(Published { date: listed.published, source: DateSource::Sidecar, span: None, note: listed.note.clone() })
}

fn from_date_line(text: &str, structure: &Structure) -> Option<Published> {
    let of = |date: Edtf, span: Span| Published { date, source: DateSource::DateLine, span: Some(span), note: None };
    if let Some(span) = structure.front.date {
        let words = span.text(text);
        let date = full_date(words).map(|(day, _)| Edtf::day(day)).or_else(|| words.parse().ok().filter(|date| *date != Edtf::Unknown));
        if let Some(date) = date {
            return Some(of(date, span));
        }
    }
    structure.date_line.map(|line| of(line.date, line.words))
}

/// The day in the dateline. Agencies leave out the year: it is taken from the text if that names the same day in exactly one
/// year, and left open otherwise.
fn from_dateline(text: &str, structure: &Structure, notes: &mut Vec<String>) -> Option<Published> {
    let line = structure.dateline.as_ref()?;
    let (span, (month, day)) = line.words.zip(line.month_day)?;
    let date = line.date.or_else(|| only_year(text, month, day));
    if date.is_none() {
        let words = span.text(text);
        notes.push(format!("Its dateline says {words} but no year, so its date stays unknown: set it, or give it in articles.csv."));
    }
    date.map(|date| Published { date: Edtf::day(date), source: DateSource::Dateline, span: Some(span), note: None })
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

/// Who published it: the sidecar, else the front matter, else the agency of the dateline.
pub(super) fn publisher(text: &str, structure: &Structure, row: Option<&Row>) -> Option<String> {
    let listed = row.and_then(|row| row.publisher.clone());
    let front = || structure.front.publisher.map(|span| span.text(text).to_owned());
    let agency = || structure.dateline.as_ref().and_then(|line| line.agency.clone());
    listed.or_else(front).or_else(agency)
}

#[cfg(test)]
mod tests {
    use super::super::structure::{Markup, structure};
    use super::*;

    fn check(text: &str, listed: &str, date: Option<(&str, DateSource)>, notes: usize) {
        let structure = structure(text, Markup::Markdown);
        let mut row = Row::default();
        row.published = listed.parse().unwrap();
        let mut found_notes = Vec::new();
        let found = published(text, &structure, Some(&row), &mut found_notes);
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
    fn the_year_of_a_dateline_must_stand_in_the_text() {
        check("MOSCOW, May 23. /TASS/. Russia warned.", "", None, 1);
        check("MOSCOW, May 23. /TASS/. Since 2022 it has warned.", "", None, 1);
        check("MOSCOW, May 23. /TASS/. It met on May 23, 2025.", "", Some(("2025-05-23", DateSource::Dateline)), 0);
        check("MOSCOW, May 23. /TASS/. It met on May 23, 2025, as on 23 May 2024.", "", None, 1);
    }
}
