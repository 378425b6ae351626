//! The date at the top of a text: `date 2025-05-23`, `Published: 23 May 2025`, or a date alone on the first line.
//!
//! Full dates only: day, month and year. What needs another date to be understood is the business of `time`.

use crate::model::{Edtf, Span};
use chrono::NaiveDate;

/// A date line and what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateLine {
    /// All of it: `date 2025-05-23`.
    pub(super) whole: Span,
    /// The date in it: `2025-05-23`.
    pub(super) words: Span,
    /// What that means.
    pub(super) date: Edtf,
    /// Whether it is the day of the last change, not of publication.
    pub(super) change: bool,
    /// The day of the last change that the same line names as well: `Published 3 March 2025 | Updated 4 March 2025`.
    pub(super) changed_on: Option<(Span, Edtf)>,
}

/// Words that introduce the day of publication.
const INTRODUCTIONS: &[&str] = &[
    "date published",
    "first published on",
    "first published",
    "originally published",
    "published on",
    "published at",
    "publication date",
    "date",
    "dated",
    "published",
    "posted on",
    "posted",
    "issued on",
    "issued",
];

/// Words that introduce the day of the last change.
const CHANGES: &[&str] = &["last updated on", "last updated", "updated on", "updated at", "updated", "last modified", "modified"];

/// The date line that begins at byte `from`, white space aside. The text may run on after it on the same line.
pub(super) fn date_line(text: &str, from: usize) -> Option<DateLine> {
    let start = from + text.get(from..)?.find(|c: char| !c.is_whitespace())?;
    let line_end = start + text[start..].find(['\n', '\r']).unwrap_or(text.len() - start);
    let line = &text[start..line_end];
    let introduced = |words: &[&str]| words.iter().find(|word| begins_with_word(line, word)).map_or(0, |word| word.len());
    let change = introduced(CHANGES) > 0;
    let introduction = introduced(INTRODUCTIONS).max(introduced(CHANGES));
    let rest = &line[introduction..];
    let gap = rest.len() - rest.trim_start_matches([' ', '\t', ':', '\u{A0}']).len();
    let (date, length) = full_date(&rest[gap..])?;
    let after = &rest[gap + length..];
    let changed_on = change_behind(text, line_end - after.len(), line_end);
    let stands_alone = after.trim().trim_end_matches('.').is_empty() || changed_on.is_some();
    if introduction == 0 && !stands_alone {
        return None;
    }
    let words = Span::of(text, start + introduction + gap..start + introduction + gap + length)?;
    let whole_end = if stands_alone { start + line.trim_end().len() } else { words.end() };
    Some(DateLine { whole: Span::of(text, start..whole_end)?, words, date: Edtf::day(date), change, changed_on })
}

/// The day of the last change in the rest of a date line, which holds nothing else.
fn change_behind(text: &str, from: usize, to: usize) -> Option<(Span, Edtf)> {
    let rest =
        text[from..to].trim_start_matches([' ', '\t', '|', '\u{b7}', '\u{2022}', ',', ';', '/', '-', '\u{2013}', '\u{2014}', '(', '.']);
    let word = CHANGES.iter().find(|word| begins_with_word(rest, word))?;
    let behind = rest[word.len()..].trim_start_matches([' ', '\t', ':', '\u{A0}']);
    let (date, length) = full_date(behind)?;
    let at = to - behind.len();
    let alone = behind[length..].trim().trim_end_matches(['.', ')']).is_empty();
    Span::of(text, at..at + length).filter(|_| alone).map(|span| (span, Edtf::day(date)))
}

/// The first full date inside a short line that is metadata as a whole: `By Jane Doe | 17 March 2025`.
pub(super) fn date_in_line(text: &str, line: Span) -> Option<DateLine> {
    let words = line.text(text);
    let starts = words.char_indices().filter(|(at, c)| c.is_ascii_alphanumeric() && !words[..*at].ends_with(|c: char| c.is_alphanumeric()));
    let (at, (date, length)) = starts.into_iter().find_map(|(at, _)| Some((at, full_date(&words[at..])?)))?;
    let change = CHANGES.iter().any(|word| words[..at].to_ascii_lowercase().trim_end_matches([' ', ':']).ends_with(word));
    let span = Span::of(text, line.start() + at..line.start() + at + length)?;
    Some(DateLine { whole: line, words: span, date: Edtf::day(date), change, changed_on: None }).filter(|_| !change)
}

fn begins_with_word(line: &str, word: &str) -> bool {
    line.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
        && !line[word.len()..].starts_with(|c: char| c.is_alphanumeric())
}

/// A day, month and year at the start of `text`, with the length in bytes: `2025-05-23`, `2025/05/23`, `23 May 2025`,
/// `May 23, 2025`, with a weekday before or a time of day after. Numbers whose order is a matter of country are left alone.
pub(super) fn full_date(text: &str) -> Option<(NaiveDate, usize)> {
    let weekday = weekday_length(text);
    let rest = &text[weekday..];
    let (date, length) = iso_date(rest).or_else(|| day_month_year(rest)).or_else(|| month_day_year(rest))?;
    let length = weekday + length;
    Some((date, length + time_length(&text[length..])))
}

fn iso_date(text: &str) -> Option<(NaiveDate, usize)> {
    let date = text.get(..10)?;
    let mark = date.get(4..5).filter(|mark| matches!(*mark, "-" | "/" | "."))?;
    let mut parts = date.split(mark);
    let (year, month, day) = (number(parts.next()?, 4)?, number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    let ends = !text[10..].starts_with(|c: char| c.is_alphanumeric() && c != 'T');
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    ends.then_some((date, 10))
}

fn day_month_year(text: &str) -> Option<(NaiveDate, usize)> {
    let (day, month, length) = day_month(text)?;
    with_year(text, day, month, length)
}

fn month_day_year(text: &str) -> Option<(NaiveDate, usize)> {
    let (month, day, length) = month_day(text)?;
    with_year(text, day, month, length)
}

/// `23 May` at the start of `text`: day, month, length in bytes.
pub(super) fn day_month(text: &str) -> Option<(u32, u32, usize)> {
    let (day, after_day) = day_number(text)?;
    let gap = after_day + spaces(&text[after_day..])?;
    let (month, month_length) = month_name(&text[gap..])?;
    Some((day, month, gap + month_length))
}

/// `May 23` at the start of `text`: month, day, length in bytes.
pub(super) fn month_day(text: &str) -> Option<(u32, u32, usize)> {
    let (month, after_month) = month_name(text)?;
    let gap = after_month + spaces(&text[after_month..])?;
    let (day, day_length) = day_number(&text[gap..])?;
    Some((month, day, gap + day_length))
}

fn with_year(text: &str, day: u32, month: u32, length: usize) -> Option<(NaiveDate, usize)> {
    let rest = &text[length..];
    let gap = rest.len() - rest.trim_start_matches([' ', ',', '\u{A0}']).len();
    let year = rest[gap..].get(..4).and_then(|year| number(year, 4))?;
    let ends = gap > 0 && !rest[gap + 4..].starts_with(|c: char| c.is_alphanumeric());
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    ends.then_some((date, length + gap + 4))
}

fn day_number(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let day = text.get(..digits).filter(|digits| matches!(digits.len(), 1 | 2))?.parse().ok().filter(|day| (1..=31).contains(day))?;
    let rest = &text[digits..];
    let suffix = ["st", "nd", "rd", "th"].iter().find(|suffix| begins_with_word(rest, suffix)).map_or(0, |suffix| suffix.len());
    let ends = !rest[suffix..].starts_with(|c: char| c.is_alphanumeric());
    ends.then_some((day, digits + suffix))
}

fn month_name(text: &str) -> Option<(u32, usize)> {
    const MONTHS: [(&str, &[&str]); 12] = [
        ("january", &["jan"]),
        ("february", &["feb"]),
        ("march", &["mar"]),
        ("april", &["apr"]),
        ("may", &[]),
        ("june", &["jun"]),
        ("july", &["jul"]),
        ("august", &["aug"]),
        ("september", &["sept", "sep"]),
        ("october", &["oct"]),
        ("november", &["nov"]),
        ("december", &["dec"]),
    ];
    (1..).zip(MONTHS).find_map(|(number, (full, short))| {
        if begins_with_word(text, full) {
            return Some((number, full.len()));
        }
        let short = short.iter().find(|short| begins_with_word(text, short))?;
        Some((number, short.len() + usize::from(text[short.len()..].starts_with('.'))))
    })
}

/// The length of a weekday and the comma after it.
fn weekday_length(text: &str) -> usize {
    const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let length = WEEKDAYS.iter().flat_map(|day| [*day, &day[..3]]).find(|day| begins_with_word(text, day)).map_or(0, str::len);
    let rest = &text[length..];
    if length == 0 { 0 } else { length + rest.len() - rest.trim_start_matches([' ', ',', '.', '\u{A0}']).len() }
}

/// The length of a time of day with its zone: `T14:30:00Z`, ` 14:30`, `, 2:30 pm GMT`.
fn time_length(text: &str) -> usize {
    let gap = text.len() - text.trim_start_matches([' ', ',', 'T', '\u{A0}']).len();
    let clock = text[gap..].bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.')).count();
    let clock = text[gap..gap + clock].trim_end_matches('.').len();
    if gap == 0 || clock < 4 || !text[gap..gap + clock].contains(':') {
        return 0;
    }
    let mut length = gap + clock;
    for word in ["am", "pm", "a.m.", "p.m.", "Z", "UTC", "GMT", "+00:00"] {
        let rest = &text[length..];
        let space = usize::from(rest.starts_with(' '));
        let found = rest[space..].get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if found && !rest[space + word.len()..].starts_with(|c: char| c.is_alphanumeric()) {
            length += space + word.len();
        }
    }
    length
}

fn spaces(text: &str) -> Option<usize> {
    let length = text.len() - text.trim_start_matches([' ', '\u{A0}']).len();
    (length > 0).then_some(length)
}

fn number(text: &str, length: usize) -> Option<u32> {
    if text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, whole: &str, words: &str, date: &str) {
        let found = date_line(text, 0).unwrap_or_else(|| panic!("no date line in {text:?}"));
        assert_eq!((found.whole.text(text), found.words.text(text), found.date.to_string().as_str()), (whole, words, date));
    }

    #[test]
    fn a_word_that_introduces_the_date_lets_the_text_run_on() {
        check(" date 2025-05-23 MOSCOW, May 23.", "date 2025-05-23", "2025-05-23", "2025-05-23");
        check("Published: 23 May 2025\nText", "Published: 23 May 2025", "23 May 2025", "2025-05-23");
        check("DATE: Friday, May 23rd, 2025 The", "DATE: Friday, May 23rd, 2025", "Friday, May 23rd, 2025", "2025-05-23");
        check("Posted on Sept. 3, 2024 at noon", "Posted on Sept. 3, 2024", "Sept. 3, 2024", "2024-09-03");
        check("published 2025-05-23T14:30:00Z\r\nText", "published 2025-05-23T14:30:00Z", "2025-05-23T14:30:00Z", "2025-05-23");
        check("Published 2025/05/23, 2:30 pm GMT\n", "Published 2025/05/23, 2:30 pm GMT", "2025/05/23, 2:30 pm GMT", "2025-05-23");
    }

    #[test]
    fn the_day_of_the_last_change_is_told_apart() {
        let text = "Published 3 March 2025, 14:05 GMT | Updated 4 March 2025\nText";
        let line = date_line(text, 0).unwrap();
        assert_eq!((line.whole.text(text), line.date.to_string().as_str()), (text.trim_end_matches("\nText"), "2025-03-03"));
        assert_eq!(
            line.changed_on.map(|(words, date)| (words.text(text), date.to_string())),
            Some(("4 March 2025", "2025-03-04".to_owned()))
        );
        assert!(date_line("Last updated: March 4, 2025", 0).is_some_and(|line| line.change));
        let byline = "By Jane Doe | 17 March 2025";
        let line = date_in_line(byline, Span::of(byline, 0..byline.len()).unwrap()).unwrap();
        assert_eq!(line.words.text(byline), "17 March 2025");
    }

    #[test]
    fn a_bare_date_must_stand_alone_on_its_line() {
        check("\n\n23 May 2025.\nText", "23 May 2025.", "23 May 2025", "2025-05-23");
        assert_eq!(date_line("23 May 2025 was a sunny day.", 0), None);
    }

    #[test]
    fn what_only_looks_like_a_date_line_is_none() {
        for text in [
            "",
            "date",
            "Date palms grow.",
            "date 2025-13-01",
            "date 2025-02-30 x",
            "date 03/04/2025",
            "dated May 23",
            "date 2025-05-2311",
            "Posted by May 2, 2025",
        ] {
            assert_eq!(date_line(text, 0), None, "{text}");
        }
    }
}
