//! Named days: the table of their names, and on which day they fall.

use crate::time::meaning::Year;
use crate::word_list::lines;
use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use std::sync::LazyLock;

/// How the day of a holiday is found.
#[derive(Clone, Debug)]
enum Falls {
    /// The same day every year.
    On(u32, u32),
    /// So many days after Easter Sunday of the western churches.
    Easter(i64),
    /// The nth such weekday of a month; -1 is the last.
    Nth(i32, Weekday, u32),
    /// So many days after another one.
    After(i64, Box<Falls>),
    /// Once in history.
    Once(i32, u32, u32),
}

/// A named day.
#[derive(Clone, Debug)]
struct Holiday {
    /// Its words in lower case, apostrophes as words of their own: `new year ' s day`.
    pattern: String,
    falls: Falls,
    /// Other names of one word.
    others: Vec<&'static str>,
}

/// The named days of the table, in its order: their numbers are their places.
static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    let table = include_str!("../../assets/lexicon/time/en-holidays.tsv");
    lines(table).map(|line| read(line).expect("the table of named days is checked by a test")).collect()
});

fn read(line: &'static str) -> Option<Holiday> {
    let mut cells = line.split('\t');
    let pattern = cells.next()?.replace('\'', " ' ").replace('-', " - ").split_whitespace().collect::<Vec<_>>().join(" ");
    let falls = Falls::read(cells.next()?)?;
    let others = cells.next().unwrap_or_default().split('|').filter(|name| !name.is_empty()).collect();
    Some(Holiday { pattern, falls, others })
}

impl Falls {
    fn read(words: &str) -> Option<Self> {
        if let Some(days) = words.strip_prefix("easter") {
            return days.parse().ok().map(Self::Easter);
        }
        if let Some((days, other)) = words.split_once(" after ") {
            return Some(Self::After(days.parse().ok()?, Box::new(Self::read(other)?)));
        }
        if let [nth, weekday, month] = words.split(' ').collect::<Vec<_>>()[..] {
            return Some(Self::Nth(nth.parse().ok()?, weekday.parse().ok()?, month.parse().ok()?));
        }
        let numbers: Vec<u32> = words.split('-').filter_map(|number| number.parse().ok()).collect();
        match numbers[..] {
            [month, day] => Some(Self::On(month, day)),
            [year, month, day] => Some(Self::Once(i32::try_from(year).ok()?, month, day)),
            _ => None,
        }
    }
}

/// The names of one word, with their numbers.
pub(super) fn single_words() -> impl Iterator<Item = (&'static str, i32)> {
    HOLIDAYS.iter().zip(0..).flat_map(|(holiday, number)| {
        let own = Some(holiday.pattern.as_str()).filter(|name| !name.contains(' '));
        own.into_iter().chain(holiday.others.iter().copied()).map(move |name| (name, number))
    })
}

/// The names of several words as patterns, with a year that may follow.
pub(super) fn patterns() -> impl Iterator<Item = String> {
    HOLIDAYS.iter().filter(|holiday| holiday.pattern.contains(' ')).map(|holiday| format!("{} ,? YEAR?", holiday.pattern))
}

/// The number of a holiday by its words as a match gives them: apostrophes left out.
pub(super) fn number(name: &str) -> Option<u8> {
    let is = |holiday: &Holiday| holiday.pattern.split(' ').filter(|word| *word != "'").eq(name.split(' '));
    HOLIDAYS.iter().position(is).and_then(|place| u8::try_from(place).ok())
}

/// The year of a named day that happened once.
pub(super) fn fixed(number: u8) -> Option<Year> {
    match HOLIDAYS.get(usize::from(number))?.falls {
        Falls::Once(year, ..) => Some(Year::Is(year)),
        _ => None,
    }
}

/// The day of a holiday in a year.
pub(super) fn day(number: u8, year: i32) -> Option<NaiveDate> {
    falls(&HOLIDAYS.get(usize::from(number))?.falls, year)
}

/// A day that news names without its year.
struct KnownDay {
    month: u8,
    day: u8,
    year: i32,
    /// Words behind the date that tell which one is meant.
    behind: Vec<&'static str>,
}

static KNOWN: LazyLock<Vec<KnownDay>> = LazyLock::new(|| {
    let table = include_str!("../../assets/lexicon/time/en-known-days.tsv");
    lines(table).map(|line| read_known(line).expect("the table of known days is checked by a test")).collect()
});

fn read_known(line: &'static str) -> Option<KnownDay> {
    let mut cells = line.split('\t');
    let (month, day) = cells.next()?.split_once('-')?;
    let year = cells.next()?.parse().ok()?;
    Some(KnownDay { month: month.parse().ok()?, day: day.parse().ok()?, year, behind: cells.next()?.split('|').collect() })
}

/// The year of a month and day by the word behind them: "the Sept. 11 attacks".
pub(super) fn known_year(month: u8, day: u8, behind: &str) -> Option<i32> {
    let named = |known: &&KnownDay| known.behind.iter().any(|word| behind.eq_ignore_ascii_case(word));
    KNOWN.iter().filter(|known| (known.month, known.day) == (month, day)).find(named).map(|known| known.year)
}

fn falls(rule: &Falls, year: i32) -> Option<NaiveDate> {
    match *rule {
        Falls::On(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Falls::Once(year, month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Falls::Easter(days) => add(easter(year)?, days),
        Falls::After(days, ref other) => add(falls(other, year)?, days),
        Falls::Nth(nth @ 1.., weekday, month) => NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(nth).ok()?),
        Falls::Nth(_, weekday, month) => {
            let last = (22..=31).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day))?;
            let back = (7 + last.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
            last.checked_sub_days(Days::new(u64::from(back)))
        }
    }
}

fn add(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(chrono::TimeDelta::days(days))
}

/// Easter Sunday of the western churches, by the anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms", chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let leap = century.div_euclid(4);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap - moon + 15).rem_euclid(30);
    let letter = (32 + 2 * (century.rem_euclid(4)) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let shift = (golden + 11 * epact + 22 * letter) / 451;
    let number = epact + letter - 7 * shift + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(number / 31).ok()?, u32::try_from(number % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        assert!(HOLIDAYS.len() > 50);
        assert!(KNOWN.iter().all(|known| NaiveDate::from_ymd_opt(known.year, known.month.into(), known.day.into()).is_some()));
        assert_eq!(known_year(9, 11, "Attacks"), Some(2001));
        assert_eq!(known_year(9, 11, "meeting"), None);
        for (name, _) in single_words() {
            assert!(name.len() <= 16 && !name.is_empty());
        }
        let years = [1900, 2024, 2025];
        assert!((0..u8::try_from(HOLIDAYS.len()).unwrap()).all(|number| years.iter().all(|year| day(number, *year).is_some())));
    }

    #[test]
    fn movable_feasts_fall_where_they_fell() {
        let on = |name: &str, year| day(number(name).unwrap(), year).unwrap().to_string();
        assert_eq!(on("easter", 2024), "2024-03-31");
        assert_eq!(on("easter", 1943), "1943-04-25");
        assert_eq!(on("good friday", 2025), "2025-04-18");
        assert_eq!(on("thanksgiving", 2025), "2025-11-27");
        assert_eq!(on("black friday", 2025), "2025-11-28");
        assert_eq!(on("memorial day", 2025), "2025-05-26");
        assert_eq!(on("labor day", 2024), "2024-09-02");
    }
}
