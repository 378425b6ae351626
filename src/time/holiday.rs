//! Holidays: their numbers in the lexicon and the rules, and on which day they fall.

use crate::time::meaning::Year;
use chrono::{Datelike as _, Days, NaiveDate, Weekday};

/// How the day of a holiday is found.
#[derive(Clone, Copy, Debug)]
enum Falls {
    /// The same day every year.
    On(u32, u32),
    /// So many days after Easter Sunday of the western churches.
    Easter(i64),
    /// The nth such weekday of a month; -1 is the last.
    Nth(i32, Weekday, u32),
    /// So many days after another one.
    After(i64, &'static Falls),
    /// Once in history.
    Once(i32, u32, u32),
}

const THANKSGIVING: Falls = Falls::Nth(4, Weekday::Thu, 11);

/// Names as the rules see them (lower case, apostrophes left out), at the place of their number.
const HOLIDAYS: &[(&str, Falls)] = &[
    ("christmas", Falls::On(12, 25)),
    ("christmas eve", Falls::On(12, 24)),
    ("new year s day", Falls::On(1, 1)),
    ("new year s eve", Falls::On(12, 31)),
    ("easter", Falls::Easter(0)),
    ("good friday", Falls::Easter(-2)),
    ("thanksgiving", THANKSGIVING),
    ("independence day", Falls::On(7, 4)),
    ("labor day", Falls::Nth(1, Weekday::Mon, 9)),
    ("memorial day", Falls::Nth(-1, Weekday::Mon, 5)),
    ("halloween", Falls::On(10, 31)),
    ("valentine s day", Falls::On(2, 14)),
    ("ash wednesday", Falls::Easter(-46)),
    ("palm sunday", Falls::Easter(-7)),
    ("pentecost", Falls::Easter(49)),
    ("boxing day", Falls::On(12, 26)),
    ("veterans day", Falls::On(11, 11)),
    ("martin luther king day", Falls::Nth(3, Weekday::Mon, 1)),
    ("presidents day", Falls::Nth(3, Weekday::Mon, 2)),
    ("columbus day", Falls::Nth(2, Weekday::Mon, 10)),
    ("may day", Falls::On(5, 1)),
    ("epiphany", Falls::On(1, 6)),
    ("easter monday", Falls::Easter(1)),
    ("bastille day", Falls::On(7, 14)),
    ("guy fawkes night", Falls::On(11, 5)),
    ("international women s day", Falls::On(3, 8)),
    ("maundy thursday", Falls::Easter(-3)),
    ("easter sunday", Falls::Easter(0)),
    ("groundhog day", Falls::On(2, 2)),
    ("juneteenth", Falls::On(6, 19)),
    ("april fools day", Falls::On(4, 1)),
    ("armistice day", Falls::On(11, 11)),
    ("earth day", Falls::On(4, 22)),
    ("victory day", Falls::On(5, 9)),
    ("st patrick s day", Falls::On(3, 17)),
    ("black friday", Falls::After(1, &THANKSGIVING)),
    ("mother s day", Falls::Nth(2, Weekday::Sun, 5)),
    ("father s day", Falls::Nth(3, Weekday::Sun, 6)),
    ("anzac day", Falls::On(4, 25)),
    ("canada day", Falls::On(7, 1)),
    ("australia day", Falls::On(1, 26)),
    ("remembrance day", Falls::On(11, 11)),
    ("all saints day", Falls::On(11, 1)),
    ("shrove tuesday", Falls::Easter(-47)),
    ("9 / 11", Falls::Once(2001, 9, 11)),
    ("september 11 attacks", Falls::Once(2001, 9, 11)),
    ("black monday", Falls::Once(1987, 10, 19)),
    ("black tuesday", Falls::Once(1929, 10, 29)),
    ("the ides of march", Falls::On(3, 15)),
    ("new year s", Falls::On(1, 1)),
    ("super tuesday", Falls::Nth(1, Weekday::Tue, 3)),
];

/// The number of a holiday by its name.
pub(super) fn number(name: &str) -> Option<u8> {
    HOLIDAYS.iter().position(|(known, _)| *known == name).and_then(|place| u8::try_from(place).ok())
}

/// The year of a named day that happened once.
pub(super) fn fixed(number: u8) -> Option<Year> {
    match HOLIDAYS.get(usize::from(number))?.1 {
        Falls::Once(year, ..) => Some(Year::Is(year)),
        _ => None,
    }
}

/// The day of a holiday in a year.
pub(super) fn day(number: u8, year: i32) -> Option<NaiveDate> {
    falls(HOLIDAYS.get(usize::from(number))?.1, year)
}

fn falls(rule: Falls, year: i32) -> Option<NaiveDate> {
    match rule {
        Falls::On(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Falls::Once(year, month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Falls::Easter(days) => add(easter(year)?, days),
        Falls::After(days, other) => add(falls(*other, year)?, days),
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
