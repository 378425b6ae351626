//! Short lines near the top that say only who wrote the text, where it appeared and when: `Jane Doe — Wednesday, 21 January 2026, 09:15`,
//! `Updated 11:40 PM PHT, September 23, 2025`, `By Jane Doe | Published 17 March 2025 | 3 min read`.

use super::date_line::{DateLine, Introduced, introduced_behind};
use super::full_date::{FullDate, any_date, clock_length};
use super::line_looks::is_page;
use super::lines::ends_sentence;
use crate::model::{Edtf, Span};
use chrono::Weekday;

/// The longest such line, in words.
const LONGEST: usize = 24;
/// The longest name of a person, paper or section in it, in words.
const LONGEST_NAME: usize = 8;
/// The longest name of a paper in front of a date, in words.
const LONGEST_MASTHEAD: usize = 4;
/// The longest name of a section in front of a date with a time of day, in words.
const LONGEST_SECTION: usize = 4;
/// What stands between its parts.
const MARKS: [char; 16] = ['|', '\u{b7}', '\u{2022}', '\u{2014}', '\u{2013}', '/', ';', ':', ',', '(', ')', '[', ']', '\t', '\u{A0}', ' '];

/// What stands between the parts where a line has nothing but names and dates.
const BAR: char = '|';

/// Gaps between columns, which no sentence or title has: white space, and a row of dots.
const GAPS: [&str; 3] = ["   ", "\t", ". . ."];

/// What stands between a name and the date. "Timeline: 24 February 2022" and "Day 1, 24 February 2022" are headings.
const APART: [char; 9] = ['|', '\u{b7}', '\u{2022}', '\u{2014}', '\u{2013}', '/', ',', '(', ')'];

/// Whether a line may be the title of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is the first.
    First,
    /// It is the first, and a title stands below it.
    AboveTitle,
    /// It is not the first.
    Below,
}

/// The date of a line that holds nothing but dates, times of day and names. The first line of a text may be its title: there, names count
/// only beside a word of publishing, a weekday or a time of day, or above a title.
pub(super) fn head_line(text: &str, line: Span, place: Place) -> Option<DateLine> {
    let words = line.text(text);
    let told = words.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    if told.take(LONGEST + 1).count() > LONGEST {
        return None;
    }
    let (mut cursor, mut introduced, mut only_dates, mut telling) = (0, false, true, true);
    let (mut published, mut changed) = (None, None);
    let (mut to_the_hour, mut opens) = (false, false);
    for (at, found) in dates(words) {
        // "Published - June 05, 2023".
        let before = words[cursor..at].trim_end_matches(MARKS).trim_end_matches(" -").trim_end_matches(MARKS);
        // "7:14 pm on 17 November 2025".
        let to_hour = before.strip_suffix(" on").filter(|hour| without_clock(hour).len() < hour.len()).unwrap_or(before);
        let before_hour = without_clock(to_hour);
        let hour = before_hour.len() < to_hour.len();
        let (before, word) = introduced_behind(before_hour);
        introduced |= word.is_some();
        only_dates &= before.trim_matches(MARKS).is_empty();
        // "Paris talks 17 March 2025" tells something; a name and a date have a mark between them.
        let between = words[cursor..at].trim_end();
        let named = (between.ends_with(APART) || between.ends_with(" -")) && !before.contains(|c: char| c.is_ascii_digit());
        let named = named || GAPS.into_iter().any(|gap| words[cursor..at].ends_with(gap) || words[cursor..at].trim_end().ends_with(gap));
        to_the_hour |= hour || says_hour_or_weekday(&words[at..at + found.length], &words[at + found.length..]);
        // "World Mar 3, 2025 2:05 PM": no sentence is told to the minute.
        let section = cursor == 0 && to_the_hour && before.split(' ').count() <= LONGEST_SECTION && !before.contains(char::is_numeric);
        let apart = word.is_some() || before.is_empty() || named || section || begins_with_by(before);
        telling &= apart && names_only(before, cursor == 0);
        let span = Span::of(text, line.start() + at..line.start() + at + found.length)?;
        let slot = if word == Some(Introduced::Change) { &mut changed } else { &mut published };
        *slot = slot.or(Some((span, found)));
        cursor = at + found.length;
        opens |= at == 0;
    }
    // "updated 16:40": the hour of a change, on the day that is told.
    let (behind, _) = introduced_behind(without_clock(&words[cursor..]));
    only_dates &= behind.trim_matches(MARKS).trim_matches('.').is_empty();
    telling &= names_only(behind, false) && (only_dates || !ends_sentence(words));
    // "SCIENCE | July 11, 2025", "October 9, 2024 | Metro & State | Page B1", "THE LEDGER . . . . MARCH 12, 2026": no title is written so.
    let barred = || {
        let before = words.split(BAR).next().unwrap_or_default().trim();
        words.contains(BAR) && (any_date(before).is_some() || !before.contains(char::is_lowercase))
    };
    let in_columns = || GAPS.into_iter().any(|gap| words.contains(gap));
    let named = || words.split(APART).next().is_some_and(|name| name.split_whitespace().count() <= LONGEST_MASTHEAD);
    let is_masthead = match place {
        Place::Below => true,
        Place::First => to_the_hour,
        Place::AboveTitle => to_the_hour || named(),
    };
    // "12.03.2024 16:41 | ECUADOR | lead, reactions added": a wire's own head.
    let of_a_wire = to_the_hour && words.contains(BAR) && opens;
    if !(only_dates || of_a_wire || telling && (introduced || is_masthead || barred() || in_columns())) {
        return None;
    }
    let (span, found) = published.or(changed)?;
    let changed_on = changed.filter(|_| published.is_some()).map(|(span, found)| (span, Edtf::day(found.date)));
    Some(DateLine {
        whole: line,
        words: span,
        date: Edtf::day(found.date),
        change: published.is_none(),
        changed_on,
        guessed: found.guessed,
    })
}

/// "Friday 4.10.2024", "16/11/2020, 19:30": no title says so much.
fn says_hour_or_weekday(date: &str, behind: &str) -> bool {
    let first = date.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let weekday = first.parse::<Weekday>().is_ok();
    weekday || date.contains(':') || clock_length(behind.trim_start_matches(MARKS)) > 0
}

/// The dates in a line, each with its place, without overlap.
pub(super) fn dates(words: &str) -> Vec<(usize, FullDate)> {
    let mut found: Vec<(usize, FullDate)> = Vec::new();
    let mut in_word = false;
    for (at, c) in words.char_indices() {
        let free = found.last().is_none_or(|(start, date)| start + date.length <= at);
        // "PublishedMAR 3 2025": pages lose the gap.
        let glued = in_word && c.is_ascii_uppercase() && introduced_behind(&words[..at]).1.is_some();
        if free && (!in_word || glued) && c.is_ascii_alphanumeric() {
            found.extend(any_date(&words[at..]).map(|date| (at, date)));
        }
        in_word = c.is_alphanumeric();
    }
    found
}

/// The words without the times of day at their end: `Updated 11:40 PM PHT`, `1405 GMT (2205 HKT`.
fn without_clock(words: &str) -> &str {
    let once = without_one_clock(words);
    without_one_clock(once)
}

fn without_one_clock(words: &str) -> &str {
    let starts = words.char_indices().filter(|(at, c)| c.is_ascii_digit() && !words[..*at].ends_with(|c: char| c.is_alphanumeric()));
    let clock = starts.into_iter().find(|(at, _)| clock_length(&words[*at..]) == words.len() - at);
    clock.map_or(words, |(at, _)| words[..at].trim_end_matches(MARKS))
}

fn begins_with_by(words: &str) -> bool {
    words.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "))
}

/// Whether words are names of persons, papers or sections: every longer word has a capital. Behind "By" a person may be described.
pub(super) fn names_only(words: &str, opens: bool) -> bool {
    let by = opens && begins_with_by(words);
    words.split(&MARKS[..MARKS.len() - 2]).flat_map(|part| part.split(" - ")).map(str::trim).all(|part| {
        let long = |word: &str| word.chars().count() > 3;
        let lower = |word: &str| word.starts_with(char::is_lowercase) && long(word);
        let reading_time = says_how_long(part) || is_page(part) || is_desk(part) || is_slug(part);
        let counted = part.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).take(LONGEST_NAME + 1).count();
        counted <= LONGEST_NAME && (by || reading_time || !part.split_whitespace().any(lower))
    })
}

/// "4 min read", "Reading Time: 3 mins read", "Updated 3 hours ago".
fn says_how_long(words: &str) -> bool {
    let lower = words.to_lowercase();
    let ends = ["min read", "mins read", "minute read", "minutes read", " min", " mins", " minutes", " ago"];
    lower.contains(|c: char| c.is_ascii_digit())
        && ends.iter().any(|end| lower.ends_with(end))
        && words.split_whitespace().count() <= LONGEST_NAME
}

/// Last words of the name of a desk or edition.
const DESKS: [&str; 7] = ["desk", "news", "staff", "edition", "bureau", "section", "service"];

/// "City desk", "World news", "English edition".
fn is_desk(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    words.starts_with(char::is_uppercase) && words.split(' ').count() <= 3 && DESKS.contains(&last)
}

/// "airways-q2": the short name that an agency gives a story.
fn is_slug(words: &str) -> bool {
    !words.contains(char::is_whitespace) && words.contains('-') && !words.contains(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str, is_first: bool) -> Option<(String, bool, Option<String>)> {
        let found = head_line(line, Span::of(line, 0..line.len()).unwrap(), if is_first { Place::First } else { Place::Below })?;
        Some((found.date.to_string(), found.change, found.changed_on.map(|(_, date)| date.to_string())))
    }

    #[test]
    fn names_and_times_of_day_may_stand_around_the_date() {
        for line in [
            "Jane Doe — Wednesday, 21 January 2026, 09:15",
            "By Jane Doe, diplomatic correspondent | 21 January 2026",
            "Published on 21/01/2026 - 17:31 GMT+1 · Trade & Agri Brief",
            "Published 9:15 AM EST, Wed January 21, 2026",
            "09:15 GMT, Wednesday, 21 January 2026",
            "Jan 21, 2026 / 07:12 AM EST / CBS News",
            "January 21, 2026 | 3 min read",
            "(21 January 2026)",
            "By Jane Doe 21 January 2026",
            "Jane Doe in Kyiv and John Roe, 21 January 2026",
            "First published on Wed 21 Jan 2026 09.15 GMT",
            "PUBLISHED JANUARY 21, 2026 BY JANE DOE",
            "COLOMBO | Published - January 21, 2026 09:14 pm IST",
            "Islamabad. Published on 21 January 2026, 17:05",
            "7:14 pm on 21 January 2026",
            "January 21, 20262:05 PM ET",
            "PublishedJAN 21 2026",
            "Lyon - JAN 21, 2026 - 14:05 CET",
            "World Jan 21, 2026 2:05 PM EST",
            "All News 14:05 January 21, 2026",
            "The Daily Harbour Post / 05:40 AM January 21, 2026",
            "LYON, 21. JAN 2026, 14:05",
            "Jan.21.2026 2:05PM",
            "by Jane Doe   January 21, 2026   Reading Time: 3 mins read",
            "January 21, 2026 2:05 PM GMT+1 Updated 3 hours ago",
        ] {
            assert_eq!(read(line, false), Some(("2026-01-21".to_owned(), false, None)), "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_line_is_read_without_harm(line in "[ -~]{0,30}|([0-9]{1,4}|[.:/,|()–—·T é]|am|p\\.m\\.|GMT|EST|Mon|May|March|Updated|by|at){1,14}", first: bool) {
            if let Some(found) = Span::of(&line, 0..line.len()).and_then(|span| head_line(&line, span, if first { Place::AboveTitle } else { Place::Below })) {
                proptest::prop_assert!(any_date(found.words.text(&line)).is_some());
            }
        }
    }

    #[test]
    fn the_day_of_the_last_change_counts_only_without_another() {
        assert_eq!(read("Updated 1405 GMT (2205 HKT) September 23, 2025", false), Some(("2025-09-23".to_owned(), true, None)));
        assert_eq!(read("Updated 11:40 PM PHT, September 23, 2025", false), Some(("2025-09-23".to_owned(), true, None)));
        for line in [
            "Jane Doe | 23.09.2025 - Update : 24.09.2025",
            "Published 23 September 2025 | Updated 24 September 2025",
            "Updated 24 September 2025, published 23 September 2025",
        ] {
            assert_eq!(read(line, false), Some(("2025-09-23".to_owned(), false, Some("2025-09-24".to_owned()))), "{line}");
        }
    }

    #[test]
    fn a_line_that_tells_something_is_none() {
        for (line, is_first) in [
            ("Talks in Paris: 21 January 2026", true),
            ("Talks began on 21 January 2026 in Paris", false),
            ("The war that began on 24 February 2022", false),
            ("He was born on 3 March 1950.", false),
            ("Paris Agreement 12 December 2015 explained", false),
            ("Jane Doe", false),
            ("Timeline: 24 February 2022", false),
            ("Day 1, 24 February 2022", false),
        ] {
            assert_eq!(read(line, is_first), None, "{line}");
        }
        assert_eq!(read("Paris Talks | 21 January 2026", true), None);
        assert_eq!(read("Timeline | 24 February 2022", true), None);
        for line in
            ["21 January 2026, 09:15", "SCIENCE | January 21, 2026 | 3:15 p.m. PT", "Wednesday, January 21, 2026 | Metro & State | Page B1"]
        {
            assert!(read(line, true).is_some(), "{line}");
        }
        assert!(read("Published: 21 January 2026 | The Daily Record", true).is_some());
        for line in
            ["The Harbour Post – World Desk            21/01/2026", "THE POST . . . . NO. 12 . . . . JANUARY 21, 2026 . . . . PAGE 3"]
        {
            assert!(read(line, true).is_some(), "{line}");
        }
    }

    #[test]
    fn mastheads_and_heads_of_wires_are_told_from_titles() {
        for line in [
            "City desk | First published Wednesday 21 January 2026, 10:05 | updated 16:40",
            "The Harbour Courier          Wednesday 21 January 2026          Courts, page 5",
            "HARBOUR POST / Riga edition / 21/01/2026, 18:00",
            "2026-01-21T08:40Z | MARKETS | airways-q2 | v3",
            "21.01.2026 16:41 | CHILE-PERU | lead, reactions added",
            "Harbour Report – 21/01/2026, 19:30 (Riga)",
            "Harbour Ledger – Wednesday 21.1.2026",
        ] {
            assert_eq!(read(line, true).map(|found| found.0), Some("2026-01-21".to_owned()), "{line}");
        }
        let masthead = "The Harbour Post, 21 January 2026";
        let line = Span::of(masthead, 0..masthead.len()).unwrap();
        assert!(head_line(masthead, line, Place::First).is_none() && head_line(masthead, line, Place::AboveTitle).is_some());
    }
}
