//! How dates are written and on which day weeks begin: as the system has it, or as a person has chosen.

use super::words::{self, DateOrder};
use crate::model::{CalendarUnit, Edtf};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The day on which a week begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WeekStart {
    /// As in ISO 8601.
    #[default]
    Monday,
    /// As in North America, Japan, India.
    Sunday,
    /// As in Egypt, Iran, the Gulf states.
    Saturday,
}

/// How dates are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Dates {
    /// The order of day, month and year.
    pub order: DateOrder,
    /// The first day of a week.
    pub week: WeekStart,
}

impl Dates {
    /// What is usual in a region, from a locale such as "en-US", "`de_DE.UTF-8`" or "C". The first days of weeks are those of the
    /// Common Locale Data Repository (CLDR 46, weekData); the order of day and month that of its English and native formats.
    pub fn of_locale(locale: &str) -> Self {
        let name = locale.split(['.', '@']).next().unwrap_or_default();
        let mut parts = name.split(['-', '_']);
        let language = parts.next().unwrap_or_default().to_ascii_lowercase();
        // A region has two letters; a script, which may stand before it, four.
        let region = parts.find(|part| part.len() == 2).unwrap_or_default().to_ascii_uppercase();
        let order = match (language.as_str(), region.as_str()) {
            (_, "US" | "PH" | "PW" | "FM" | "MH" | "GU" | "AS" | "VI" | "UM" | "MP") => DateOrder::MonthDayYear,
            ("zh" | "ja" | "ko" | "hu" | "lt" | "mn" | "sv" | "eo", _) | ("en" | "fr", "CA") | ("en", "ZA" | "SE") => DateOrder::Iso,
            _ => DateOrder::DayMonthYear,
        };
        let week = match region.as_str() {
            "AG" | "AS" | "BD" | "BR" | "BS" | "BT" | "BW" | "BZ" | "CA" | "CO" | "DM" | "DO" | "ET" | "GT" | "GU" | "HK" | "HN" | "ID"
            | "IL" | "IN" | "JM" | "JP" | "KE" | "KH" | "KR" | "LA" | "MH" | "MM" | "MO" | "MT" | "MX" | "MZ" | "NI" | "NP" | "PA"
            | "PE" | "PH" | "PK" | "PR" | "PT" | "PY" | "SA" | "SG" | "SV" | "TH" | "TT" | "TW" | "UM" | "US" | "VE" | "VI" | "WS"
            | "YE" | "ZA" | "ZW" => WeekStart::Sunday,
            "AE" | "AF" | "BH" | "DJ" | "DZ" | "EG" | "IQ" | "IR" | "JO" | "KW" | "LY" | "OM" | "QA" | "SD" | "SY" => WeekStart::Saturday,
            _ => WeekStart::Monday,
        };
        Self { order, week }
    }

    /// A date as EDTF in words.
    pub fn edtf(self, edtf: &Edtf) -> String {
        words::edtf_words_in(self.order, edtf)
    }

    /// A named stretch of the calendar.
    pub fn unit(self, unit: CalendarUnit) -> String {
        words::unit_words_in(self.order, unit)
    }

    /// A day with its weekday.
    pub fn day(self, date: NaiveDate) -> String {
        words::day_words_in(self.order, date)
    }

    /// A day without its weekday.
    pub fn short_day(self, date: NaiveDate) -> String {
        words::short_day_in(self.order, date)
    }

    /// A day of a year that is known: "20 Mar", "Mar 20", "03-20".
    pub fn day_of_year(self, date: NaiveDate) -> String {
        words::day_of_year_in(self.order, date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_have_their_customs() {
        use DateOrder::{DayMonthYear, Iso, MonthDayYear};
        use WeekStart::{Monday, Saturday, Sunday};
        for (locale, order, week) in [
            ("en-US", MonthDayYear, Sunday),
            ("en_GB.UTF-8", DayMonthYear, Monday),
            ("de-DE", DayMonthYear, Monday),
            ("en-CA", Iso, Sunday),
            ("ja_JP", Iso, Sunday),
            ("zh-Hans-CN", Iso, Monday),
            ("sv-SE", Iso, Monday),
            ("ar_EG@calendar=gregorian", DayMonthYear, Saturday),
            ("pt-BR", DayMonthYear, Sunday),
            ("C", DayMonthYear, Monday),
            ("", DayMonthYear, Monday),
        ] {
            assert_eq!(Dates::of_locale(locale), Dates { order, week }, "{locale}");
        }
    }
}
