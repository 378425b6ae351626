//! Lines near the top of which one part is a date, whatever the others say: `Posted on 24 March 2026 by Ann | Filed under: Baltic | 31 comments`,
//! `West Wire with agencies – Published on 18/01/2022 at 09:15`, `No. 47 – 22 November 2019`.
//!
//! Looked for only where no line holds nothing but names and dates (`head_line`).

use super::date_line::{DateLine, Introduced, introduced_behind};
use super::full_date::{FullDate, begins_with_word, clock_length};
use super::head_line::dates;
use super::lines::ends_sentence;
use crate::model::{Edtf, Span};

/// The longest such line, in words.
const LONGEST: usize = 40;
/// The most words of a name behind the date: "by Ann Roe in Kyiv".
const LONGEST_NAME: usize = 6;
/// What parts are set apart by. A comma or colon is not enough: "Timeline: 24 February 2022".
const SEPARATORS: [&str; 14] =
    ["|", "\u{b7}", "\u{2022}", " \u{2013} ", " \u{2014} ", " - ", " -- ", " / ", "\t", "   ", "\u{bb}", " > ", " * ", "  "];

/// The date of a line one part of which is a date: with a word of publishing in front of it, or alone beside other parts.
pub(super) fn dated_part(text: &str, line: Span) -> Option<DateLine> {
    let words = line.text(text);
    if ends_sentence(words) || words.split_whitespace().take(LONGEST + 1).count() > LONGEST {
        return None;
    }
    let parts = parts(words);
    let found: Vec<_> = parts.iter().filter_map(|(at, part)| part_date(part).map(|(inner, date, word)| (at + inner, date, word))).collect();
    let counts = |word: Option<Introduced>| word.is_some() || parts.len() > 1;
    let of = |change: bool| found.iter().find(|(_, _, word)| counts(*word) && (*word == Some(Introduced::Change)) == change);
    let (published, changed) = (of(false), of(true));
    let span = |at: usize, date: FullDate| Span::of(text, line.start() + at..line.start() + at + date.length);
    let (at, date, _) = *published.or(changed)?;
    let changed_on = changed.filter(|_| published.is_some()).and_then(|(at, date, _)| Some((span(*at, *date)?, Edtf::day(date.date))));
    Some(DateLine {
        whole: line,
        words: span(at, date)?,
        date: Edtf::day(date.date),
        change: published.is_none(),
        changed_on,
        guessed: date.guessed,
    })
}

/// The parts of a line, each with its place.
fn parts(words: &str) -> Vec<(usize, &str)> {
    let mut parts = vec![(0, words)];
    for separator in SEPARATORS {
        let cut = |(at, part): (usize, &'_ str)| -> Vec<(usize, usize)> {
            let mut from = 0;
            part.split(separator)
                .map(|piece| {
                    let start = at + from;
                    from += piece.len() + separator.len();
                    (start, start + piece.len())
                })
                .collect()
        };
        parts = parts.into_iter().flat_map(cut).map(|(start, end)| (start, &words[start..end])).collect();
    }
    parts.retain(|(_, part)| part.chars().any(char::is_alphanumeric));
    parts
}

/// The date of a part that is one, its place in it, and what introduces it.
fn part_date(part: &str) -> Option<(usize, FullDate, Option<Introduced>)> {
    let (at, date) = dates(part).into_iter().next()?;
    let (before, word) = introduced_behind(part[..at].trim_end());
    // "News | 10:05 on 3 March 2025", "(3 March 2025)".
    let bare = before.trim_matches(|c: char| c.is_whitespace() || "([,:*".contains(c));
    let bare = bare.strip_suffix("on").map_or(bare, str::trim_end).trim_end_matches(',');
    let alone = bare.is_empty() || clock_length(bare) == bare.len();
    // "A weekly letter on ships. No. 214, 3 March 2025": behind the number of an issue as well.
    let word = word.or_else(|| is_issue(bare).then_some(Introduced::Publication));
    // "Sun. Posted on 3 March 2025": behind a word of publishing the date stands, whatever is in front.
    let introduced = word.is_some();
    let behind = part[at + date.length..].trim_start_matches(|c: char| c.is_whitespace() || ")],.:@".contains(c));
    let behind = if begins_with_word(behind, "at") { behind[2..].trim_start() } else { behind };
    let behind = behind[clock_length(behind)..].trim_matches(|c: char| c.is_whitespace() || ")],.:".contains(c));
    let signed = ["by", "in"].iter().any(|word| begins_with_word(behind, word)) && behind.split_whitespace().count() <= LONGEST_NAME;
    ((alone || introduced) && (behind.is_empty() || signed || introduced)).then_some((at, date, word))
}

/// "Our letter on ships. No. 214", "Vol. 3, No. 12": what tells one issue from the next.
fn is_issue(words: &str) -> bool {
    let mut last = words.split_whitespace().rev();
    let number = last.next().is_some_and(|word| word.chars().all(|c| c.is_ascii_digit()) || word.starts_with('#'));
    number && last.next().is_some_and(|word| ["no.", "nr.", "issue", "number", "vol."].contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::full_date::any_date;

    fn read(line: &str) -> Option<(String, bool)> {
        let found = dated_part(line, Span::of(line, 0..line.len()).unwrap())?;
        assert!(any_date(found.words.text(line)).is_some());
        Some((found.date.to_string(), found.change))
    }

    #[test]
    fn the_other_parts_of_a_line_may_say_anything() {
        for line in [
            "Posted on 21 January 2026 by Oskar | Filed under: ports, minehunters and procurement | 31 comments",
            "West Wire with agencies – Published on 21/01/2026 at 09:15 – Updated on 22/01/2026 at 11:40",
            "No. 47 – 21 January 2026",
            "posted 21 January 2026 in the evening by the editors",
            "Your weekly letter on ships and shipping · 21 January 2026 · no. 12",
            "the harbour letter    21 January 2026",
            "by our man in Riga — 21 January 2026, 10:05 — reading time three minutes",
            "home » all news » 21.01.2026 10:05",
            "Our weekly letter on ships. No. 12, 21 January 2026",
            "Ships and Shipping, Vol. 3, Issue 12, 21 January 2026",
        ] {
            assert_eq!(read(line), Some(("2026-01-21".to_owned(), false)), "{line}");
        }
        assert_eq!(read("last updated on 21 January 2026 by the editors"), Some(("2026-01-21".to_owned(), true)));
    }

    #[test]
    fn a_date_inside_a_part_is_none_of_the_line() {
        for line in [
            "Talks began on 21 January 2026 in Paris",
            "The war that began on 24 February 2022",
            "Timeline: 24 February 2022",
            "Day 1, 24 February 2022",
            "What the accord of 12 December 2015 says – and what it does not",
            "Ministers met on 12 December 2015 – again.",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_line_is_read_without_harm(line in "([0-9]{1,4}|[.:/,|()–—·T é»\t]|am|GMT|Mon|May|March|Updated|Posted on|by|at| - |   ){1,14}") {
            if let Some(found) = Span::of(&line, 0..line.len()).and_then(|span| dated_part(&line, span)) {
                proptest::prop_assert!(any_date(found.words.text(&line)).is_some());
            }
        }
    }
}
