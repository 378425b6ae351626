//! The date at the top of a text: `date 2025-05-23`, `Published: 23 May 2025`, or a date alone on the first line.
//!
//! Full dates only: day, month and year. What needs another date to be understood is the business of `time`.

use super::full_date::{begins_with_word, full_date};
use crate::model::{Edtf, Span};

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
    /// Whether day and month could change places, as in `3/4/2025`.
    pub(super) guessed: bool,
}

/// What a word before a date introduces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Introduced {
    /// The day of publication.
    Publication,
    /// The day of the last change.
    Change,
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
const CHANGES: &[&str] = &["last updated on", "last updated", "updated on", "updated at", "updated", "update", "last modified", "modified"];

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
    Some(DateLine { whole: Span::of(text, start..whole_end)?, words, date: Edtf::day(date), change, changed_on, guessed: false })
}

/// Whether a line begins with a word that introduces a date: `(Published: 2025-11-06 15:21)`.
pub(super) fn is_introduced(line: &str) -> bool {
    let line = line.trim_start_matches(['(', '[', ' ']);
    INTRODUCTIONS.iter().chain(CHANGES).any(|word| begins_with_word(line, word))
}

/// Words without those at their end that introduce a date, and what these introduce: `Jane Doe | Published on`.
pub(super) fn introduced_behind(words: &str) -> (&str, Option<Introduced>) {
    let bare = words.trim_end_matches([' ', '\t', ':', '\u{A0}']);
    let ends = |word: &&str| -> Option<usize> {
        let at = bare.len().checked_sub(word.len())?;
        let is_word = bare.get(at..)?.eq_ignore_ascii_case(word) && !bare[..at].ends_with(char::is_alphanumeric);
        is_word.then_some(at)
    };
    let change = CHANGES.iter().filter_map(ends).min().map(|at| (at, Introduced::Change));
    let publication = INTRODUCTIONS.iter().filter_map(ends).min().map(|at| (at, Introduced::Publication));
    match change.or(publication) {
        Some((at, introduced)) => (bare[..at].trim_end(), Some(introduced)),
        None => (words, None),
    }
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
