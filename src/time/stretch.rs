//! A stretch of the calendar as TIMEX3 names them, and how to walk from one to the next.

use super::meaning::{DayPart, Unit};
use crate::model::{CalendarUnit, Edtf, Moment};
use chrono::{Datelike as _, Days, NaiveDate, TimeDelta};

/// A stretch of the proleptic Gregorian calendar; years are astronomical.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    /// A minute of a day (24:00 is 1440), with the zone in minutes east of UTC.
    Minute(NaiveDate, u16, Option<i16>),
    Part(NaiveDate, DayPart),
    Day(NaiveDate),
    /// By its Monday.
    Weekend(NaiveDate),
    /// By its Monday.
    Week(NaiveDate),
    Month(i32, u32),
    /// 1 spring to 4 winter; a winter by the year in which it begins.
    Season(i32, u32),
    Quarter(i32, u32),
    Half(i32, u32),
    Year(i32),
    /// By its first year.
    Decade(i32),
    /// By its first year.
    Century(i32),
}

use Stretch::{Century, Day, Decade, Half, Minute, Month, Quarter, Season, Week, Weekend, Year};

fn plus(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::try_days(days)?)
}

fn monday(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))
}

/// The first day of a month counted from the year 0 on.
fn month_at(months: i32) -> (i32, u32) {
    (months.div_euclid(12), months.rem_euclid(12).unsigned_abs() + 1)
}

fn month_number(year: i32, month: u32) -> i32 {
    year * 12 + month.cast_signed() - 1
}

impl Stretch {
    /// The stretch of a unit that holds a day.
    pub(super) fn holding(day: NaiveDate, unit: Unit) -> Option<Self> {
        let (year, month) = (day.year(), day.month());
        Some(match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::PartOfDay | Unit::Day => Day(day),
            Unit::Weekend => Weekend(monday(day)?),
            Unit::Week | Unit::Fortnight => Week(monday(day)?),
            Unit::Month => Month(year, month),
            Unit::Quarter => Quarter(year, month.div_ceil(3)),
            Unit::Season => Self::season(year, month),
            Unit::Half => Half(year, month.div_ceil(6)),
            Unit::Year => Year(year),
            Unit::Decade => Decade(year.div_euclid(10) * 10),
            Unit::Century => Century(year.div_euclid(100) * 100),
            Unit::Millennium | Unit::Period => return None,
        })
    }

    const fn season(year: i32, month: u32) -> Self {
        match month {
            3..=5 => Season(year, 1),
            6..=8 => Season(year, 2),
            9..=11 => Season(year, 3),
            12 => Season(year, 4),
            _ => Season(year - 1, 4),
        }
    }

    /// The first day.
    pub(super) fn first(self) -> Option<NaiveDate> {
        match self {
            Day(day) | Self::Part(day, _) | Minute(day, ..) | Week(day) => Some(day),
            Weekend(monday) => plus(monday, 5),
            Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            Season(year, season) => NaiveDate::from_ymd_opt(year, 3 * season, 1),
            Quarter(year, quarter) => NaiveDate::from_ymd_opt(year, 3 * quarter - 2, 1),
            Half(year, half) => NaiveDate::from_ymd_opt(year, 6 * half - 5, 1),
            Year(year) | Decade(year) | Century(year) => NaiveDate::from_ymd_opt(year, 1, 1),
        }
    }

    /// The last day.
    pub(super) fn last(self) -> Option<NaiveDate> {
        let before = |year: i32, month: u32, months: i32| {
            let (year, month) = month_at(month_number(year, month) + months);
            NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
        };
        match self {
            Day(day) | Self::Part(day, _) | Minute(day, ..) => Some(day),
            Weekend(monday) | Week(monday) => plus(monday, 6),
            Month(year, month) => before(year, month, 1),
            Season(year, season) => before(year, 3 * season, 3),
            Quarter(year, quarter) => before(year, 3 * quarter - 2, 3),
            Half(year, half) => before(year, 6 * half - 5, 6),
            Year(year) => before(year, 1, 12),
            Decade(year) => before(year, 1, 120),
            Century(year) => before(year, 1, 1200),
        }
    }

    /// The unit it is one of.
    pub(super) const fn unit(self) -> Unit {
        match self {
            Minute(..) => Unit::Minute,
            Self::Part(..) => Unit::PartOfDay,
            Day(_) => Unit::Day,
            Weekend(_) => Unit::Weekend,
            Week(_) => Unit::Week,
            Month(..) => Unit::Month,
            Season(..) => Unit::Season,
            Quarter(..) => Unit::Quarter,
            Half(..) => Unit::Half,
            Year(_) => Unit::Year,
            Decade(_) => Unit::Decade,
            Century(_) => Unit::Century,
        }
    }

    /// The same kind of stretch, so many further on.
    pub(super) fn step(self, count: i32) -> Option<Self> {
        let days = i64::from(count);
        Some(match self {
            Minute(day, minute, zone) => Minute(plus(day, days)?, minute, zone),
            Self::Part(day, part) => Self::Part(plus(day, days)?, part),
            Day(day) => Day(plus(day, days)?),
            Weekend(monday) => Weekend(plus(monday, 7 * days)?),
            Week(monday) => Week(plus(monday, 7 * days)?),
            Month(year, month) => {
                let (year, month) = month_at(month_number(year, month).checked_add(count)?);
                Month(year, month)
            }
            Season(year, season) => {
                let at = year * 4 + season.cast_signed() - 1 + count;
                Season(at.div_euclid(4), at.rem_euclid(4).unsigned_abs() + 1)
            }
            Quarter(year, quarter) => {
                let at = year * 4 + quarter.cast_signed() - 1 + count;
                Quarter(at.div_euclid(4), at.rem_euclid(4).unsigned_abs() + 1)
            }
            Half(year, half) => {
                let at = year * 2 + half.cast_signed() - 1 + count;
                Half(at.div_euclid(2), at.rem_euclid(2).unsigned_abs() + 1)
            }
            Year(year) => Year(year.checked_add(count)?),
            Decade(year) => Decade(year.checked_add(count.checked_mul(10)?)?),
            Century(year) => Century(year.checked_add(count.checked_mul(100)?)?),
        })
    }

    /// The same stretch so many years further on.
    pub(super) fn years_on(self, count: i32) -> Option<Self> {
        let day_in = |day: NaiveDate| {
            let year = day.year().checked_add(count)?;
            day.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
        };
        Some(match self {
            Minute(day, minute, zone) => Minute(day_in(day)?, minute, zone),
            Self::Part(day, part) => Self::Part(day_in(day)?, part),
            Day(day) => Day(day_in(day)?),
            Weekend(day) => Weekend(monday(day_in(day)?)?),
            Week(day) => Week(monday(day_in(day)?)?),
            Month(year, month) => Month(year.checked_add(count)?, month),
            Season(year, season) => Season(year.checked_add(count)?, season),
            Quarter(year, quarter) => Quarter(year.checked_add(count)?, quarter),
            Half(year, half) => Half(year.checked_add(count)?, half),
            Year(year) => Year(year.checked_add(count)?),
            Decade(year) => Decade(year.checked_add(count)?),
            Century(year) => Century(year.checked_add(count)?),
        })
    }

    /// The weekday of this number (1 Monday) in the week that begins with `monday`.
    pub(super) fn weekday_of(day: NaiveDate, weekday: u8) -> Option<NaiveDate> {
        plus(monday(day)?, i64::from(weekday) - 1)
    }

    /// As EDTF; what has no name there is a range of its days.
    pub(super) fn edtf(self) -> Edtf {
        let range = || Edtf::OneOf {
            from: self.first().map(|day| Moment::exact(CalendarUnit::Day(day))),
            to: self.last().map(|day| Moment::exact(CalendarUnit::Day(day))),
        };
        let years = |year: i32, count: i32| Edtf::OneOf {
            from: Some(Moment::exact(CalendarUnit::Year(year))),
            to: Some(Moment::exact(CalendarUnit::Year(year.saturating_add(count - 1)))),
        };
        match self {
            Minute(day, minute, _) => match day.and_hms_opt(u32::from(minute / 60), u32::from(minute % 60), 0) {
                Some(at) => Edtf::on(CalendarUnit::Minute(at)),
                None => Edtf::day(plus(day, 1).unwrap_or(day)),
            },
            Self::Part(day, DayPart::Overnight) => Edtf::OneOf {
                from: plus(day, -1).map(|day| Moment::exact(CalendarUnit::Day(day))),
                to: Some(Moment::exact(CalendarUnit::Day(day))),
            },
            Day(day) | Self::Part(day, _) => Edtf::day(day),
            Week(_) | Weekend(_) => range(),
            Month(year, month) => Edtf::on(CalendarUnit::Month(year, month)),
            Season(year, season) => Edtf::on(CalendarUnit::Season(year, 20 + season)),
            Quarter(year, quarter) => Edtf::on(CalendarUnit::Quarter(year, quarter)),
            Half(year, half) => Edtf::on(CalendarUnit::Half(year, half)),
            Year(year) => Edtf::on(CalendarUnit::Year(year)),
            Decade(year) if year >= 0 && year % 10 == 0 => Edtf::on(CalendarUnit::Decade(year)),
            Decade(year) => years(year, 10),
            Century(year) if year >= 0 && year % 100 == 0 => Edtf::on(CalendarUnit::Century(year)),
            Century(year) => years(year, 100),
        }
    }

    /// As TIMEX3.
    pub(super) fn value(self) -> String {
        match self {
            Minute(day, minute, zone) => {
                let zone = match zone {
                    None => String::new(),
                    Some(0) => "Z".to_owned(),
                    Some(east) => format!("{}{:02}:{:02}", if east < 0 { '-' } else { '+' }, east.abs() / 60, east.abs() % 60),
                };
                format!("{}T{:02}:{:02}{zone}", Day(day).value(), minute / 60, minute % 60)
            }
            Self::Part(day, part) => format!("{}T{}", Day(day).value(), part_code(part)),
            Day(day) => format!("{}-{:02}-{:02}", Year(day.year()).value(), day.month(), day.day()),
            Weekend(monday) => format!("{}-WE", Week(monday).value()),
            Week(monday) => {
                let week = monday.iso_week();
                format!("{}-W{:02}", Year(week.year()).value(), week.week())
            }
            Month(year, month) => format!("{}-{month:02}", Year(year).value()),
            Season(year, season) => format!("{}-{}", Year(year).value(), ["SP", "SU", "FA", "WI"][(season as usize + 3) % 4]),
            Quarter(year, quarter) => format!("{}-Q{quarter}", Year(year).value()),
            Half(year, half) => format!("{}-H{half}", Year(year).value()),
            Year(year) if year <= 0 => format!("BC{:04}", 1 - year),
            Year(year) => format!("{year:04}"),
            Decade(year) if year < 0 => format!("BC{:03}", (1 - (year + 9)) / 10),
            Decade(year) => format!("{:03}", year / 10),
            Century(year) if year < 0 => format!("BC{:02}", (1 - (year + 99)) / 100),
            Century(year) => format!("{:02}", year / 100),
        }
    }
}

/// The code of TIMEX3 for a part of the day.
pub(super) const fn part_code(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Midday => "MI",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night | DayPart::Overnight => "NI",
        DayPart::Daytime => "DT",
    }
}
