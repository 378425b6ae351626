//! Dates as precise as they are known: the part of EDTF (ISO 8601-2:2019, level 2) that news needs.

use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An EDTF value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Edtf {
    /// Nothing is known. Printed as the empty text.
    #[default]
    Unknown,
    /// At one moment, which may be as wide as a century: `2025-03-20`, `2025-03`, `202X`, `2025-03-20~`.
    On(Moment),
    /// Once, somewhere in this range: `[2025-03-17..2025-03-23]`, `[..2025-03-20]`, `[2025-03-20..]`.
    OneOf {
        /// Not before this moment begins; `None` is open.
        from: Option<Moment>,
        /// Not after this moment ends; `None` is open.
        to: Option<Moment>,
    },
    /// All this time: `2025-03-17/2025-03-20`, `2022-02-24/..`.
    Interval {
        /// Begins with this moment; `None` is open.
        from: Option<Moment>,
        /// Ends with this moment; `None` is open.
        to: Option<Moment>,
    },
}

/// A stretch of the calendar that has a name, with the doubts about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The stretch.
    pub unit: CalendarUnit,
    /// "around": `~` in EDTF.
    pub approximate: bool,
    /// "perhaps": `?` in EDTF.
    pub uncertain: bool,
}

/// A named stretch of the proleptic Gregorian calendar. Years are astronomical: 0 is 1 BCE, -43 is 44 BCE.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CalendarUnit {
    /// `2025-03-20T14:30`: one minute of local time.
    Minute(NaiveDateTime),
    /// `2025-03-20`.
    Day(NaiveDate),
    /// `2025-03`: year and month 1 to 12.
    Month(i32, u32),
    /// `2025-21` to `2025-24`: spring to winter of the northern hemisphere, by whole months; winter runs into the next year.
    Season(i32, u32),
    /// `2025-33` to `2025-36`: year and quarter 1 to 4.
    Quarter(i32, u32),
    /// `2025-40`, `2025-41`: year and half 1 or 2.
    Half(i32, u32),
    /// `2025`.
    Year(i32),
    /// `202X`: the first year of ten.
    Decade(i32),
    /// `20XX`: the first year of a hundred.
    Century(i32),
}

/// How finely a date is known, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// To the minute.
    Minute,
    /// To the day.
    Day,
    /// To some days: a week, a weekend, a range of days.
    Week,
    /// To the month.
    Month,
    /// To the season, quarter or half of a year.
    Season,
    /// To the year.
    Year,
    /// To the decade.
    Decade,
    /// To the century or more.
    Century,
    /// Not at all, or open on one side.
    Open,
}

/// `earliest <= t < latest`; `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// The first instant it can be.
    pub earliest: Option<NaiveDateTime>,
    /// The first instant it can no longer be.
    pub latest: Option<NaiveDateTime>,
}

/// A text that is not a date in the part of EDTF that Dateline reads.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not an EDTF date: write for example 2025-03-20, 2025-03, 2025-03-20~, [..2025-03-20] or 2025-03-17/2025-03-20")]
pub struct EdtfError(pub String);

impl Edtf {
    /// A single day.
    pub const fn day(date: NaiveDate) -> Self {
        Self::On(Moment::exact(CalendarUnit::Day(date)))
    }

    /// A single named stretch, known exactly.
    pub const fn on(unit: CalendarUnit) -> Self {
        Self::On(Moment::exact(unit))
    }

    /// The same value, marked "around".
    #[must_use]
    pub fn about(self) -> Self {
        let about = |moment: Moment| Moment { approximate: true, ..moment };
        match self {
            Self::Unknown => Self::Unknown,
            Self::On(moment) => Self::On(about(moment)),
            Self::OneOf { from, to } => Self::OneOf { from: from.map(about), to: to.map(about) },
            Self::Interval { from, to } => Self::Interval { from: from.map(about), to: to.map(about) },
        }
    }

    /// Some time up to and including this moment.
    pub const fn until(moment: Moment) -> Self {
        Self::OneOf { from: None, to: Some(moment) }
    }

    /// Some time from this moment on.
    pub const fn since(moment: Moment) -> Self {
        Self::OneOf { from: Some(moment), to: None }
    }

    /// The bounds of what this can mean.
    pub fn bounds(&self) -> Bounds {
        match self {
            Self::Unknown => Bounds { earliest: None, latest: None },
            Self::On(moment) => moment.unit.bounds(),
            Self::OneOf { from, to } | Self::Interval { from, to } => Bounds {
                earliest: from.and_then(|moment| moment.unit.bounds().earliest),
                latest: to.and_then(|moment| moment.unit.bounds().latest),
            },
        }
    }

    /// How finely it is known.
    pub fn precision(&self) -> Precision {
        match self {
            Self::On(moment) => moment.unit.precision(),
            Self::OneOf { from: Some(from), to: Some(to) } | Self::Interval { from: Some(from), to: Some(to) } => {
                let bounds = self.bounds();
                let days = match (bounds.earliest, bounds.latest) {
                    (Some(earliest), Some(latest)) => (latest - earliest).num_days(),
                    _ => i64::MAX,
                };
                let width = match days {
                    ..=1 => Precision::Day,
                    2..=14 => Precision::Week,
                    15..=45 => Precision::Month,
                    46..=200 => Precision::Season,
                    201..=750 => Precision::Year,
                    751..=4000 => Precision::Decade,
                    _ => Precision::Century,
                };
                width.max(from.unit.precision()).max(to.unit.precision())
            }
            Self::Unknown | Self::OneOf { .. } | Self::Interval { .. } => Precision::Open,
        }
    }

    /// Whether any part of it is marked "around" or "perhaps".
    pub fn is_doubtful(&self) -> bool {
        let doubtful = |moment: &Moment| moment.approximate || moment.uncertain;
        match self {
            Self::Unknown => false,
            Self::On(moment) => doubtful(moment),
            Self::OneOf { from, to } | Self::Interval { from, to } => from.iter().chain(to).any(doubtful),
        }
    }
}

impl Moment {
    /// Without doubts.
    pub const fn exact(unit: CalendarUnit) -> Self {
        Self { unit, approximate: false, uncertain: false }
    }

    /// "around".
    pub const fn about(unit: CalendarUnit) -> Self {
        Self { unit, approximate: true, uncertain: false }
    }
}

impl CalendarUnit {
    /// First instant, and the first one after it. Open where the calendar itself ends.
    pub fn bounds(self) -> Bounds {
        let months = |year: i32, month: u32, count: u32| {
            let first = NaiveDate::from_ymd_opt(year, month, 1);
            Bounds { earliest: first.map(midnight), latest: first.and_then(|day| day.checked_add_months(Months::new(count))).map(midnight) }
        };
        match self {
            Self::Minute(at) => Bounds { earliest: Some(at), latest: at.checked_add_signed(chrono::TimeDelta::minutes(1)) },
            Self::Day(date) => Bounds { earliest: Some(midnight(date)), latest: date.checked_add_days(Days::new(1)).map(midnight) },
            Self::Month(year, month) => months(year, month, 1),
            Self::Season(year, season) => months(year, 3 * (season - 20), 3),
            Self::Quarter(year, quarter) => months(year, 3 * quarter - 2, 3),
            Self::Half(year, half) => months(year, 6 * half - 5, 6),
            Self::Year(year) => months(year, 1, 12),
            Self::Decade(year) => months(year, 1, 120),
            Self::Century(year) => months(year, 1, 1200),
        }
    }

    /// How fine it is.
    pub const fn precision(self) -> Precision {
        match self {
            Self::Minute(_) => Precision::Minute,
            Self::Day(_) => Precision::Day,
            Self::Month(..) => Precision::Month,
            Self::Season(..) | Self::Quarter(..) | Self::Half(..) => Precision::Season,
            Self::Year(_) => Precision::Year,
            Self::Decade(_) => Precision::Decade,
            Self::Century(_) => Precision::Century,
        }
    }
}

fn midnight(date: NaiveDate) -> NaiveDateTime {
    date.and_time(NaiveTime::MIN)
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |moment: &Option<Moment>| moment.map(|moment| moment.to_string()).unwrap_or_default();
        let open = |moment: &Option<Moment>| moment.map_or_else(|| "..".to_owned(), |moment| moment.to_string());
        match self {
            Self::Unknown => Ok(()),
            Self::On(moment) => moment.fmt(f),
            Self::OneOf { from, to } => write!(f, "[{}..{}]", side(from), side(to)),
            Self::Interval { from, to } => write!(f, "{}/{}", open(from), open(to)),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.unit.fmt(f)?;
        f.write_str(match (self.approximate, self.uncertain) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        })
    }
}

impl fmt::Display for CalendarUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Minute(at) => {
                Self::Day(at.date()).fmt(f)?;
                write!(f, "T{:02}:{:02}", at.hour(), at.minute())
            }
            Self::Day(date) => write!(f, "{}-{:02}-{:02}", Year(date.year()), date.month(), date.day()),
            Self::Month(year, month) => write!(f, "{}-{month:02}", Year(year)),
            Self::Season(year, season) => write!(f, "{}-{season}", Year(year)),
            Self::Quarter(year, quarter) => write!(f, "{}-{}", Year(year), 32 + quarter),
            Self::Half(year, half) => write!(f, "{}-{}", Year(year), 39 + half),
            Self::Year(year) => Year(year).fmt(f),
            Self::Decade(year) => write!(f, "{}{:03}X", if year < 0 { "-" } else { "" }, year.abs() / 10),
            Self::Century(year) => write!(f, "{}{:02}XX", if year < 0 { "-" } else { "" }, year.abs() / 100),
        }
    }
}

/// A year in four digits and, before the year 0, a sign.
struct Year(i32);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:04}", if self.0 < 0 { "-" } else { "" }, self.0.abs())
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let text = text.trim();
        let side = |part: &str| if part.is_empty() || part == ".." { Ok(None) } else { part.parse().map(Some) };
        let parsed = if text.is_empty() {
            Self::Unknown
        } else if let Some(inner) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            match inner.split_once("..") {
                Some((from, to)) => Self::OneOf { from: side(from)?, to: side(to)? },
                None => Self::On(inner.parse()?),
            }
        } else if let Some((from, to)) = text.split_once('/') {
            Self::Interval { from: side(from)?, to: side(to)? }
        } else {
            Self::On(text.parse()?)
        };
        let backwards = matches!(parsed.bounds(), Bounds { earliest: Some(earliest), latest: Some(latest) } if earliest >= latest);
        let both_open = matches!(parsed, Self::OneOf { from: None, to: None } | Self::Interval { from: None, to: None });
        if backwards || both_open { Err(EdtfError(text.to_owned())) } else { Ok(parsed) }
    }
}

impl FromStr for Moment {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let bare = text.trim_end_matches(['~', '?', '%']);
        let marks = &text[bare.len()..];
        if marks.len() > 1 {
            return Err(EdtfError(text.to_owned()));
        }
        let unit = bare.parse().map_err(|EdtfError(_)| EdtfError(text.to_owned()))?;
        Ok(Self { unit, approximate: matches!(marks, "~" | "%"), uncertain: matches!(marks, "?" | "%") })
    }
}

impl FromStr for CalendarUnit {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        parse_unit(text).ok_or_else(|| EdtfError(text.to_owned()))
    }
}

fn parse_unit(text: &str) -> Option<CalendarUnit> {
    let (sign, rest) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    if let Some((date, time)) = rest.split_once('T') {
        let CalendarUnit::Day(date) = parse_unit(date)? else { return None };
        let date = if sign < 0 { date.with_year(-date.year())? } else { date };
        let (hour, minute) = (digits(time.get(0..2)?)?, digits(time.get(3..5)?)?);
        let tail = &time[5..];
        let plain = time.get(2..3) == Some(":") && matches!(tail, "" | ":00" | "Z" | ":00Z");
        return plain.then(|| date.and_hms_opt(hour, minute, 0)).flatten().map(CalendarUnit::Minute);
    }
    let mut parts = rest.split('-');
    let year = parts.next().filter(|part| part.len() == 4)?;
    let (second, third) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    if second.is_none() {
        if let Some(century) = year.strip_suffix("XX") {
            return Some(CalendarUnit::Century(sign * 100 * signed(century)?));
        }
        if let Some(decade) = year.strip_suffix('X') {
            return Some(CalendarUnit::Decade(sign * 10 * signed(decade)?));
        }
    }
    let year = sign * signed(year)?;
    let two = |part: &str| if part.len() == 2 { digits(part) } else { None };
    match (second, third) {
        (None, _) => Some(CalendarUnit::Year(year)),
        (Some(month), Some(day)) => NaiveDate::from_ymd_opt(year, two(month)?, two(day)?).map(CalendarUnit::Day),
        (Some(part), None) => match two(part)? {
            month @ 1..=12 => Some(CalendarUnit::Month(year, month)),
            season @ 21..=24 => Some(CalendarUnit::Season(year, season)),
            quarter @ 33..=36 => Some(CalendarUnit::Quarter(year, quarter - 32)),
            half @ 40..=41 => Some(CalendarUnit::Half(year, half - 39)),
            _ => None,
        },
    }
}

fn digits(text: &str) -> Option<u32> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

fn signed(text: &str) -> Option<i32> {
    digits(text).and_then(|number| i32::try_from(number).ok())
}

impl From<Edtf> for String {
    fn from(edtf: Edtf) -> Self {
        edtf.to_string()
    }
}

impl TryFrom<String> for Edtf {
    type Error = EdtfError;

    fn try_from(text: String) -> Result<Self, EdtfError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_reads() {
        for text in [
            "",
            "2025-03-20",
            "2025-03-20T14:30",
            "2025-03",
            "2025",
            "202X",
            "20XX",
            "2025-21",
            "2025-34",
            "2025-41",
            "2025-03-20~",
            "2025?",
            "1914%",
            "-0043-03-15",
            "0000",
            "[..2025-03-20]",
            "[2025-03-20..]",
            "[2025-03-17..2025-03-23]",
            "2025-03-17/2025-03-20",
            "2022-02-24/..",
            "../2024",
            "2025-03-17~/2025-03-20",
        ] {
            assert_eq!(text.parse::<Edtf>().map(|edtf| edtf.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "tomorrow",
            "2025-13",
            "2025-02-30",
            "25-03-20",
            "2025-03-20..",
            "[..]",
            "../..",
            "2025-03-23/2025-03-17",
            "2025-3-1",
            "2025~~",
            "２０２５",
        ] {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
    }

    #[test]
    fn bounds_are_half_open() {
        let bounds = |text: &str| {
            let bounds = text.parse::<Edtf>().unwrap().bounds();
            let day = |at: Option<NaiveDateTime>| at.map(|at| CalendarUnit::Day(at.date()).to_string()).unwrap_or_default();
            (day(bounds.earliest), day(bounds.latest))
        };
        assert_eq!(bounds("2025-03-20"), ("2025-03-20".into(), "2025-03-21".into()));
        assert_eq!(bounds("202X"), ("2020-01-01".into(), "2030-01-01".into()));
        assert_eq!(bounds("2025-24"), ("2025-12-01".into(), "2026-03-01".into()));
        assert_eq!(bounds("2025-33"), ("2025-01-01".into(), "2025-04-01".into()));
        assert_eq!(bounds("[..2025-03]"), (String::new(), "2025-04-01".into()));
        assert_eq!(bounds("2022-02-24/.."), ("2022-02-24".into(), String::new()));
        assert_eq!(bounds("-0043-03-15"), ("-0043-03-15".into(), "-0043-03-16".into()));
    }
}
