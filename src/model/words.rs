//! Dates in words for people: in English, without a year 0, and in files with the day before the month. The same words everywhere.

use super::{CalendarUnit, Edtf, Moment};
use chrono::{Datelike as _, NaiveDate, Timelike as _};
use serde::{Deserialize, Serialize};

/// The order in which a date is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 20 Mar 2025
    #[default]
    DayMonthYear,
    /// Mar 20, 2025
    MonthDayYear,
    /// 2025-03-20, after ISO 8601
    Iso,
}

/// The months, as used in dates.
pub const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// The months in full.
pub const LONG_MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// The first full year of the Gregorian calendar: before it, weekdays would be worked out for dates that nobody used.
const GREGORIAN: i32 = 1583;

/// A date as EDTF in words: "Thu 20 Mar 2025", "around March 2025", "on or before Thu 20 Mar 2025", "since Thu 24 Feb 2022".
pub fn edtf_words(edtf: &Edtf) -> String {
    edtf_words_in(DateOrder::default(), edtf)
}

/// The same in this order.
pub fn edtf_words_in(order: DateOrder, edtf: &Edtf) -> String {
    let moment_words = |moment| moment_words(order, moment);
    match edtf {
        Edtf::Unknown | Edtf::OneOf { from: None, to: None } | Edtf::Interval { from: None, to: None } => "no date".to_owned(),
        Edtf::On(moment) => moment_words(*moment),
        Edtf::OneOf { from: Some(from), to: Some(to) } => format!("between {} and {}", moment_words(*from), moment_words(*to)),
        Edtf::OneOf { from: None, to: Some(to) } if is_short(*to) => format!("on or before {}", moment_words(*to)),
        Edtf::OneOf { from: None, to: Some(to) } => format!("in or before {}", moment_words(*to)),
        Edtf::OneOf { from: Some(from), to: None } if is_short(*from) => format!("on or after {}", moment_words(*from)),
        Edtf::OneOf { from: Some(from), to: None } => format!("in or after {}", moment_words(*from)),
        Edtf::Interval { from: Some(from), to: Some(to) } => format!("{} to {}", moment_words(*from), moment_words(*to)),
        Edtf::Interval { from: Some(from), to: None } => format!("since {}", moment_words(*from)),
        Edtf::Interval { from: None, to: Some(to) } => format!("until {}", moment_words(*to)),
    }
}

const fn is_short(moment: Moment) -> bool {
    matches!(moment.unit, CalendarUnit::Day(_) | CalendarUnit::Minute(_))
}

fn moment_words(order: DateOrder, moment: Moment) -> String {
    let words = unit_words_in(order, moment.unit);
    match (moment.approximate, moment.uncertain) {
        (false, false) => words,
        (true, false) => format!("around {words}"),
        (false, true) => format!("perhaps {words}"),
        (true, true) => format!("perhaps around {words}"),
    }
}

/// A named stretch of the calendar in words: "Thu 20 Mar 2025", "March 2025", "spring 2025", "1990s", "44 BCE".
pub fn unit_words(unit: CalendarUnit) -> String {
    unit_words_in(DateOrder::default(), unit)
}

/// The same in this order.
pub fn unit_words_in(order: DateOrder, unit: CalendarUnit) -> String {
    match unit {
        CalendarUnit::Minute(at) => format!("{}, {:02}:{:02}", day_words_in(order, at.date()), at.hour(), at.minute()),
        CalendarUnit::Day(date) => day_words_in(order, date),
        CalendarUnit::Month(year, month) if order == DateOrder::Iso && year >= 0 => format!("{year:04}-{month:02}"),
        CalendarUnit::Month(year, month) => {
            format!("{} {}", LONG_MONTHS.get(month as usize - 1).copied().unwrap_or_default(), year_words(year))
        }
        CalendarUnit::Season(year, season) => {
            let name = ["spring", "summer", "autumn", "winter"].get(season.wrapping_sub(21) as usize).copied().unwrap_or_default();
            format!("{name} {}", year_words(year))
        }
        CalendarUnit::Quarter(year, quarter) => format!("Q{quarter} {}", year_words(year)),
        CalendarUnit::Half(year, half) => format!("{} half of {}", if half == 1 { "first" } else { "second" }, year_words(year)),
        CalendarUnit::Year(year) => year_words(year),
        CalendarUnit::Decade(year) if year >= 0 => format!("{year}s"),
        CalendarUnit::Decade(year) => format!("{} to {}", year_words(year), year_words(year + 9)),
        CalendarUnit::Century(year) if year >= 0 => format!("{} century", ordinal(year / 100 + 1)),
        CalendarUnit::Century(year) => format!("{} to {}", year_words(year), year_words(year + 99)),
    }
}

/// A day: "Thu 20 Mar 2025", "15 Mar 44 BCE".
pub fn day_words(date: NaiveDate) -> String {
    day_words_in(DateOrder::default(), date)
}

/// The same in this order: "Thu Mar 20, 2025", "Thu 2025-03-20".
pub fn day_words_in(order: DateOrder, date: NaiveDate) -> String {
    let weekday = if date.year() >= GREGORIAN { format!("{} ", weekday(date)) } else { String::new() };
    format!("{weekday}{}", short_day_in(order, date))
}

/// A day without its weekday: "20 Mar 2025", "15 Mar 44 BCE".
pub fn short_day(date: NaiveDate) -> String {
    short_day_in(DateOrder::default(), date)
}

/// The same in this order: "Mar 20, 2025", "2025-03-20". Years before our era have no ISO date that people read: they are
/// written with the month by name.
pub fn short_day_in(order: DateOrder, date: NaiveDate) -> String {
    let year = year_words(date.year());
    match order {
        DateOrder::Iso if date.year() >= 0 => date.format("%Y-%m-%d").to_string(),
        DateOrder::DayMonthYear | DateOrder::Iso => format!("{} {} {year}", date.day(), month(date)),
        DateOrder::MonthDayYear => format!("{} {}, {year}", month(date), date.day()),
    }
}

/// A day of a year that stands elsewhere: "20 Mar", "Mar 20", "03-20".
pub fn day_of_year_in(order: DateOrder, date: NaiveDate) -> String {
    match order {
        DateOrder::DayMonthYear => format!("{} {}", date.day(), month(date)),
        DateOrder::MonthDayYear => format!("{} {}", month(date), date.day()),
        DateOrder::Iso => date.format("%m-%d").to_string(),
    }
}

/// "Mon" to "Sun".
pub fn weekday(date: NaiveDate) -> &'static str {
    WEEKDAYS[date.weekday().num_days_from_monday() as usize]
}

/// "Jan" to "Dec".
pub fn month(date: NaiveDate) -> &'static str {
    MONTHS[date.month0() as usize]
}

/// An astronomical year for people: "2025", "476 CE", "44 BCE" (which is -43).
pub fn year_words(year: i32) -> String {
    match year {
        1000.. => year.to_string(),
        1.. => format!("{year} CE"),
        _ => format!("{} BCE", i64::from(year).abs() + 1),
    }
}

fn ordinal(number: i32) -> String {
    let ending = match (number % 10, number % 100) {
        (1, last) if last != 11 => "st",
        (2, last) if last != 12 => "nd",
        (3, last) if last != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_say_them() {
        for (edtf, words) in [
            ("2025-03-20", "Thu 20 Mar 2025"),
            ("2025-03-20T14:30", "Thu 20 Mar 2025, 14:30"),
            ("2025-03", "March 2025"),
            ("2025-21", "spring 2025"),
            ("2025-34", "Q2 2025"),
            ("2025-40", "first half of 2025"),
            ("199X", "1990s"),
            ("19XX", "20th century"),
            ("-0043-03-15", "15 Mar 44 BCE"),
            ("0000", "1 BCE"),
            ("0476", "476 CE"),
            ("2025-03-20~", "around Thu 20 Mar 2025"),
            ("[..2025-03-20]", "on or before Thu 20 Mar 2025"),
            ("[2025-03..]", "in or after March 2025"),
            ("[2025-03-17..2025-03-23]", "between Mon 17 Mar 2025 and Sun 23 Mar 2025"),
            ("2025-03-17/2025-03-20", "Mon 17 Mar 2025 to Thu 20 Mar 2025"),
            ("2022-02-24/..", "since Thu 24 Feb 2022"),
            ("", "no date"),
        ] {
            assert_eq!(edtf_words(&edtf.parse().unwrap()), words, "{edtf}");
        }
    }
    #[test]
    fn dates_are_written_in_the_order_that_was_chosen() {
        use DateOrder::{Iso, MonthDayYear};
        for (edtf, american, iso) in [
            ("2025-03-20", "Thu Mar 20, 2025", "Thu 2025-03-20"),
            ("2025-03-20T14:30", "Thu Mar 20, 2025, 14:30", "Thu 2025-03-20, 14:30"),
            ("2025-03", "March 2025", "2025-03"),
            ("2025-03-20~", "around Thu Mar 20, 2025", "around Thu 2025-03-20"),
            ("2025-03-17/2025-03-20", "Mon Mar 17, 2025 to Thu Mar 20, 2025", "Mon 2025-03-17 to Thu 2025-03-20"),
            ("-0043-03-15", "Mar 15, 44 BCE", "15 Mar 44 BCE"),
            ("0476-09-04", "Sep 4, 476 CE", "0476-09-04"),
        ] {
            let edtf = edtf.parse().unwrap();
            assert_eq!((edtf_words_in(MonthDayYear, &edtf), edtf_words_in(Iso, &edtf)), (american.to_owned(), iso.to_owned()));
        }
    }
}
