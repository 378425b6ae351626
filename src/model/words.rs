//! Dates for people: "Thu 20 Mar 2025", "March 2025", "44 BCE", "before 21 Mar 2025".

use super::{CalendarUnit, Edtf, Moment};
use chrono::{Datelike as _, NaiveDate, Timelike as _};

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];

/// An EDTF value in words.
pub fn edtf_words(edtf: &Edtf) -> String {
    match edtf {
        Edtf::Unknown => "no date".to_owned(),
        Edtf::On(moment) => moment_words(moment),
        Edtf::OneOf { from: Some(from), to: Some(to) } => format!("between {} and {}", moment_words(from), moment_words(to)),
        Edtf::OneOf { from: None, to: Some(to) } => format!("until {}", moment_words(to)),
        Edtf::OneOf { from: Some(from), to: None } => format!("from {} on", moment_words(from)),
        Edtf::Interval { from: Some(from), to: Some(to) } => format!("{} to {}", moment_words(from), moment_words(to)),
        Edtf::Interval { from: None, to: Some(to) } => format!("lasting until {}", moment_words(to)),
        Edtf::Interval { from: Some(from), to: None } => format!("since {}", moment_words(from)),
        Edtf::OneOf { .. } | Edtf::Interval { .. } => "no date".to_owned(),
    }
}

fn moment_words(moment: &Moment) -> String {
    let words = unit_words(moment.unit);
    match (moment.approximate, moment.uncertain) {
        (true, true) => format!("perhaps about {words}"),
        (true, false) => format!("about {words}"),
        (false, true) => format!("perhaps {words}"),
        (false, false) => words,
    }
}

/// A day with its weekday: "Thu 20 Mar 2025".
pub fn day_words(day: NaiveDate) -> String {
    let weekday = DAYS[day.weekday().num_days_from_monday() as usize];
    format!("{weekday} {}", short_day(day))
}

/// A day without its weekday: "20 Mar 2025".
pub fn short_day(day: NaiveDate) -> String {
    let month = MONTHS[day.month0() as usize];
    format!("{} {} {}", day.day(), &month[..3], year_words(day.year()))
}

/// A year; there is no year 0 on screen: "2025", "44 BCE".
pub fn year_words(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BCE", 1 - year) }
}

fn month_name(month: u32) -> &'static str {
    MONTHS[(month as usize + 11) % 12]
}

/// A stretch of the calendar in words.
pub fn unit_words(unit: CalendarUnit) -> String {
    let nth = |number: u32| ORDINALS[(number as usize + 3) % 4];
    match unit {
        CalendarUnit::Minute(at) => format!("{}, {:02}:{:02}", day_words(at.date()), at.hour(), at.minute()),
        CalendarUnit::Day(day) => day_words(day),
        CalendarUnit::Month(year, month) => format!("{} {}", month_name(month), year_words(year)),
        CalendarUnit::Season(year, season) => format!("{} {}", SEASONS[(season as usize + 3) % 4], year_words(year)),
        CalendarUnit::Quarter(year, quarter) => format!("{} quarter of {}", nth(quarter), year_words(year)),
        CalendarUnit::Half(year, half) => format!("{} half of {}", nth(half), year_words(year)),
        CalendarUnit::Year(year) => year_words(year),
        CalendarUnit::Decade(year) => format!("the {year}s"),
        CalendarUnit::Century(year) => format!("the {} century", ordinal(year / 100 + 1)),
    }
}

fn ordinal(number: i32) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        for (edtf, words) in [
            ("2025-03-20", "Thu 20 Mar 2025"),
            ("2025-03", "March 2025"),
            ("-0043", "44 BCE"),
            ("-0043-03-15", "Fri 15 Mar 44 BCE"),
            ("0000", "1 BCE"),
            ("202X", "the 2020s"),
            ("20XX", "the 21st century"),
            ("2025-21", "spring 2025"),
            ("2025-34", "second quarter of 2025"),
            ("2025-03-20~", "about Thu 20 Mar 2025"),
            ("[..2025-03-20]", "until Thu 20 Mar 2025"),
            ("2022-02-24/..", "since Thu 24 Feb 2022"),
            ("", "no date"),
        ] {
            assert_eq!(edtf_words(&edtf.parse().unwrap()), words);
        }
    }
}
