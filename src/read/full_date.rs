//! A whole date at the start of a text: day, month and year in the orders and scripts of datelines and date lines, with the weekday
//! before it and the time of day and its zone after it.

use chrono::{Datelike as _, NaiveDate};

/// A date and how it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FullDate {
    /// The day.
    pub(super) date: NaiveDate,
    /// The length of its words in bytes, with weekday, time of day and zone.
    pub(super) length: usize,
    /// Whether day and month could change places: `3/4/2025`, read by its weekday or by how the time of day is written.
    pub(super) guessed: bool,
}

/// A day, month and year at the start of `text`, with the length in bytes: `2025-05-23`, `2025/05/23`, `23 May 2025`, `23-May-2025`,
/// `May 23, 2025`, `23.05.2025`, `23/05/2025`, with a weekday before or a time of day after. Numbers whose order is a matter of
/// country are left alone.
pub(super) fn full_date(text: &str) -> Option<(NaiveDate, usize)> {
    any_date(text).filter(|found| !found.guessed).map(|found| (found.date, found.length))
}

/// The same, and `3/4/2025` where weekday or time of day tell the order: an "am" or "pm" stands with the month first, the 24 hours
/// with the day first.
pub(super) fn any_date(text: &str) -> Option<FullDate> {
    let (weekday, gap) = weekday(text).unwrap_or((0, 0));
    let rest = &text[gap..];
    let sure = iso_date(rest).or_else(|| day_month_year(rest)).or_else(|| month_day_year(rest)).or_else(|| ordered_numbers(rest));
    if let Some((date, length)) = sure {
        let length = gap + length;
        return Some(FullDate { date, length: length + time_length(&text[length..]), guessed: false });
    }
    let (first, second, year, _, length) = numbers(rest)?;
    let orders = [(first, second), (second, first)].map(|(day, month)| NaiveDate::from_ymd_opt(year, month, day));
    let [Some(day_first), Some(month_first)] = orders else { return None };
    let length = gap + length;
    let time = time_length(&text[length..]);
    let agrees = |date: NaiveDate| date.weekday().number_from_monday() == weekday;
    let date = match (weekday, time) {
        (1.., _) if agrees(day_first) != agrees(month_first) => {
            if agrees(day_first) {
                day_first
            } else {
                month_first
            }
        }
        (_, 1..) => {
            if has_halves(&text[length..length + time]) {
                month_first
            } else {
                day_first
            }
        }
        _ => return None,
    };
    Some(FullDate { date, length: length + time, guessed: true })
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
    let gap = after_day + between(&text[after_day..])?;
    let (month, month_length) = month_name(&text[gap..])?;
    Some((day, month, gap + month_length))
}

/// `May 23` at the start of `text`: month, day, length in bytes.
pub(super) fn month_day(text: &str) -> Option<(u32, u32, usize)> {
    let (month, after_month) = month_name(text)?;
    // "Mar.3".
    let stop = text[..after_month].ends_with('.').then_some(0);
    let gap = after_month + spaces(&text[after_month..]).or(stop)?;
    let (day, day_length) = day_number(&text[gap..])?;
    Some((month, day, gap + day_length))
}

fn with_year(text: &str, day: u32, month: u32, length: usize) -> Option<(NaiveDate, usize)> {
    let rest = &text[length..];
    let spaced = rest.len() - rest.trim_start_matches([' ', ',', '-', '/', '\u{A0}']).len();
    // "3.mar.2025", "Mar.3.2025"; a full stop and a space end a sentence.
    let gap = if spaced == 0 && rest.starts_with('.') { 1 } else { spaced };
    let stopped = text[..length].ends_with('.');
    let year = rest[gap..].get(..4).and_then(|year| number(year, 4))?;
    // "27 Nov 202327 Nov 2023": a page that says it twice, for readers and for screen readers.
    let written = &text[..length + gap + 4];
    let behind = rest[gap + 4..].strip_prefix(written).unwrap_or(&rest[gap + 4..]);
    // "March 3, 20252:05 PM": pages lose the gap before the time of day.
    let ends = (gap > 0 || stopped) && (!behind.starts_with(|c: char| c.is_alphanumeric()) || clock_length(behind) > 0);
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    ends.then_some((date, text.len() - behind.len()))
}

/// `23.05.2025`, `23/05/2025`, `05/23/2025`: where only one order gives a date. With full stops the day comes first everywhere.
fn ordered_numbers(text: &str) -> Option<(NaiveDate, usize)> {
    let (first, second, year, mark, length) = numbers(text)?;
    let day_first = NaiveDate::from_ymd_opt(year, second, first);
    let month_first = NaiveDate::from_ymd_opt(year, first, second);
    let date = match (day_first, month_first) {
        (Some(date), _) if mark == '.' || first == second => date,
        (Some(date), None) => date,
        (None, Some(date)) if mark != '.' => date,
        _ => return None,
    };
    Some((date, length))
}

/// Two numbers of at most two digits and a year, with the mark between them and their length: `3/4/2025`.
fn numbers(text: &str) -> Option<(u32, u32, i32, char, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let short = |text: &str| text.get(..digits(text)).filter(|digits| matches!(digits.len(), 1 | 2))?.parse::<u32>().ok();
    let first = short(text)?;
    let at = digits(text);
    let mark = text[at..].chars().next().filter(|mark| matches!(mark, '.' | '/' | '-'))?;
    let rest = &text[at + 1..];
    let second = short(rest)?;
    let rest = rest[digits(rest)..].strip_prefix(mark)?;
    let year = rest.get(..digits(rest)).filter(|digits| digits.len() == 4)?.parse().ok()?;
    let rest = &rest[4..];
    (!rest.starts_with(char::is_alphanumeric)).then_some((first, second, year, mark, text.len() - rest.len()))
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

/// The number of a weekday from Monday = 1, and its length with what follows it: `Tue, `.
fn weekday(text: &str) -> Option<(u32, usize)> {
    const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let written =
        |day: &str| [day, &day[..5], &day[..4], &day[..3]].into_iter().find(|written| begins_with_word(text, written)).map(str::len);
    let (number, length) = (1..).zip(WEEKDAYS).find_map(|(number, day)| Some((number, written(day)?)))?;
    let rest = &text[length..];
    Some((number, length + rest.len() - rest.trim_start_matches([' ', ',', '.', '\u{A0}']).len()))
}

/// The length of a time of day behind a date, with its zone and what is between: `T14:30:00Z`, ` - 14:30`, ` at 2:30 pm GMT`.
fn time_length(text: &str) -> usize {
    let marks = [' ', ',', 'T', '-', '\u{2013}', '\u{2014}', '|', '/', '\u{b7}', '\u{2022}', '@', '\u{A0}'];
    let mut gap = text.len() - text.trim_start_matches(marks).len();
    if gap > 0 && begins_with_word(&text[gap..], "at") {
        gap += 2;
        gap += text[gap..].len() - text[gap..].trim_start().len();
    }
    match clock_length(&text[gap..]) {
        _ if gap == 0 && !text.starts_with(|c: char| c.is_ascii_digit()) => 0,
        0 => 0,
        clock => gap + clock,
    }
}

/// The length of a time of day at the start of a text, with its zone: `14:05`, `09.15 GMT`, `2:30 p.m. ET`, `9am`; 0 if there is none.
pub(super) fn clock_length(text: &str) -> usize {
    let digits = |at: usize| text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let hour = digits(0);
    // "1405 GMT".
    if hour == 4 && text[..2].parse::<u8>().is_ok_and(|hour| hour < 24) && text[2..4].parse::<u8>().is_ok_and(|minute| minute < 60) {
        let zone = zone_length(&text[4..]);
        return if zone > 0 && !text[4 + zone..].starts_with(char::is_alphanumeric) { 4 + zone } else { 0 };
    }
    if !matches!(hour, 1 | 2) || text[..hour].parse::<u8>().is_ok_and(|hour| hour > 24) {
        return 0;
    }
    let mut length = hour;
    // Minutes behind a colon or full stop, seconds behind a colon.
    for marks in [[':', '.'], [':', ':']] {
        if text[length..].starts_with(marks) && digits(length + 1) == 2 {
            length += 3;
        }
    }
    let has_minutes = length > hour;
    if has_minutes && text[length..].starts_with('.') && digits(length + 1) > 0 {
        // Parts of a second; `12.05.2024` is no time of day.
        if !text[hour..].starts_with(':') {
            return 0;
        }
        length += 1 + digits(length + 1);
    }
    let half = half_length(&text[length..]);
    if !has_minutes && half == 0 {
        return 0;
    }
    length += half;
    length += zone_length(&text[length..]);
    if text[length..].starts_with(char::is_alphanumeric) { 0 } else { length }
}

/// The length of `am`, ` p.m.` at the start of a text.
fn half_length(text: &str) -> usize {
    let space = usize::from(text.starts_with(' '));
    let rest = &text[space..];
    let found = ["a.m.", "p.m.", "am", "pm"].into_iter().find(|half| begins_with_word(rest, half));
    found.map_or(0, |half| space + half.len())
}

/// Whether a time of day is told in two halves.
fn has_halves(time: &str) -> bool {
    (0..time.len())
        .any(|at| time.is_char_boundary(at) && time[..at].ends_with(|c: char| c.is_ascii_digit()) && half_length(&time[at..]) > 0)
}

/// The length of a time zone at the start of a text: `Z`, ` GMT`, ` UTC+03:00`, `+02:00`, ` (EDT)`, ` local time`; a name that is not known
/// to be one only where nothing but a mark follows it.
fn zone_length(text: &str) -> usize {
    let space = text.len() - text.trim_start_matches([' ', '\u{A0}']).len();
    let rest = &text[space..];
    if begins_with_word(rest, "local time") {
        return space + "local time".len();
    }
    let bracket = usize::from(rest.starts_with('('));
    let rest = &rest[bracket..];
    let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    let offset = offset_length(&rest[letters..]);
    let behind = &rest[letters + offset..];
    let ends = behind.trim_start_matches([' ', '\u{A0}']).chars().next().is_none_or(|next| !next.is_alphanumeric() && next != '&');
    let known = matches!(&rest[..letters], "Z" | "GMT" | "UTC") && !behind.starts_with(char::is_alphanumeric);
    let named = known || (2..=5).contains(&letters) && ends;
    let closes = bracket == 0 || behind.starts_with(')');
    if closes && (named || letters == 0 && offset > 0 && !behind.starts_with(char::is_alphanumeric)) {
        space + 2 * bracket + letters + offset
    } else {
        0
    }
}

/// The length of an offset from universal time: `+3`, `-0500`, `+02:00`.
fn offset_length(text: &str) -> usize {
    let Some(rest) = text.strip_prefix(['+', '-']) else { return 0 };
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = digits(rest);
    let minutes = rest[hours..].strip_prefix(':').filter(|minutes| digits(minutes) == 2).map_or(0, |_| 3);
    if matches!(hours, 1 | 2 | 4) { 1 + hours + minutes } else { 0 }
}

/// Whether `text` begins with a word, in capitals or not.
pub(super) fn begins_with_word(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
        && !text[word.len()..].starts_with(|c: char| c.is_alphanumeric())
}

/// What stands between day and month: spaces, or one hyphen or slash, or the full stop of a number in its order ("3. May", "3.may").
fn between(text: &str) -> Option<usize> {
    let stop = || text.strip_prefix('.').map(|rest| 1 + spaces(rest).unwrap_or(0));
    spaces(text).or_else(|| text.starts_with(['-', '/']).then_some(1)).or_else(stop)
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

    #[test]
    fn a_date_ends_behind_its_time_of_day_and_zone() {
        for (text, date, words) in [
            ("2025-05-23T14:30:00Z", "2025-05-23", "2025-05-23T14:30:00Z"),
            ("2025-05-23 14:30:00.123+02:00 x", "2025-05-23", "2025-05-23 14:30:00.123+02:00"),
            ("Wed 21 Jan 2026 09.15 GMT", "2026-01-21", "Wed 21 Jan 2026 09.15 GMT"),
            ("Friday 3 October 2025, 16:05 BST", "2025-10-03", "Friday 3 October 2025, 16:05 BST"),
            ("Jan. 29, 2026 7:12 am ET", "2026-01-29", "Jan. 29, 2026 7:12 am ET"),
            ("January 29, 2026 at 7:12 p.m. (EST)", "2026-01-29", "January 29, 2026 at 7:12 p.m. (EST)"),
            ("29 January 2026 - 07:12 UTC+3, x", "2026-01-29", "29 January 2026 - 07:12 UTC+3"),
            ("29 January 2026 | 9am | x", "2026-01-29", "29 January 2026 | 9am"),
            ("29-Jan-2026 | 3 min read", "2026-01-29", "29-Jan-2026"),
            ("Thu, 29 Jan 2026 07:12:33 GMT The talks", "2026-01-29", "Thu, 29 Jan 2026 07:12:33 GMT"),
            ("29 January 2026 07:12 NATO met", "2026-01-29", "29 January 2026 07:12"),
            ("23.05.2025, 14:30 local time", "2025-05-23", "23.05.2025, 14:30 local time"),
            ("23/05/2025", "2025-05-23", "23/05/2025"),
            ("05/23/2025", "2025-05-23", "05/23/2025"),
            ("May 23, 2025 2,000 people", "2025-05-23", "May 23, 2025"),
            ("27 Nov 202327 Nov 2023 | x", "2023-11-27", "27 Nov 202327 Nov 2023"),
        ] {
            let (day, length) = full_date(text).unwrap_or_else(|| panic!("no date in {text:?}"));
            assert_eq!((day.to_string().as_str(), &text[..length]), (date, words));
        }
    }

    #[test]
    fn numbers_of_either_order_are_read_by_weekday_or_time_of_day_only() {
        for (text, date) in [
            ("12/02/2026 - 17:31 GMT+1", Some("2026-02-12")),
            ("12/02/2026 5:31 PM", Some("2026-12-02")),
            ("Thursday, 12/02/2026", Some("2026-02-12")),
            ("Wednesday, 12/02/2026", Some("2026-12-02")),
            ("12/02/2026", None),
            ("31/02/2026", None),
        ] {
            let found = any_date(text);
            assert_eq!(found.map(|found| found.date.to_string()).as_deref(), date, "{text}");
            assert!(found.is_none_or(|found| found.guessed) && full_date(text).is_none());
        }
    }

    #[test]
    fn what_only_looks_like_a_time_of_day_is_none() {
        for text in ["12.05.2024", "25:00", "7", "14:5", "3 min read", "1,500", "2:30x", ""] {
            assert_eq!(clock_length(text), 0, "{text}");
        }
    }
}
