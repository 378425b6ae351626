//! The date of an event whose sentence names no time: the article's own.

use crate::model::words::short_day;
use crate::model::{Basis, CalendarUnit, Edtf, Moment, Published, When};

/// How an event without time words stands to the article that tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// The article's own news: on its day.
    News,
    /// Told as past background: up to its day.
    Past,
    /// Planned, expected or only possible: from its day on.
    Future,
}

/// `D`, `[..D]` or `[D..]` with basis *reported*; around D if the article's date is only approximate.
pub fn when_reported(published: Option<&Published>, stance: Stance) -> When {
    let Some(published) = published else { return When::unknown("no time is told, and the article's date is not known") };
    let moment = match published.date {
        Edtf::On(moment) => Some(moment),
        Edtf::OneOf { to: Some(to), .. } | Edtf::Interval { to: Some(to), .. } => Some(to),
        _ => None,
    };
    let Some(moment) = moment else { return When::unknown("no time is told, and the article's date is not known") };
    let moment = match moment.unit {
        CalendarUnit::Minute(at) => Moment { unit: CalendarUnit::Day(at.date()), ..moment },
        _ => moment,
    };
    let day = match moment.unit {
        CalendarUnit::Day(day) => short_day(day),
        unit => crate::model::words::unit_words(unit),
    };
    let day = if moment.approximate { format!("about {day}") } else { day };
    let (edtf, why) = match stance {
        Stance::News => (Edtf::On(moment), format!("no time is told; it is the news of an article of {day}")),
        Stance::Past => (Edtf::until(moment), format!("no time is told; it had happened when an article of {day} told it")),
        Stance::Future => (Edtf::since(moment), format!("no time is told; it still lay ahead in an article of {day}")),
    };
    When { edtf, basis: Basis::Reported, why }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DateSource;

    #[test]
    fn the_articles_date_stands_in_and_stays_approximate() {
        let published = Published { date: "2025-03-17~".parse().unwrap(), source: DateSource::Sidecar, span: None, note: None };
        let edtf = |stance| when_reported(Some(&published), stance).edtf.to_string();
        assert_eq!(edtf(Stance::News), "2025-03-17~");
        assert_eq!(edtf(Stance::Past), "[..2025-03-17~]");
        assert_eq!(edtf(Stance::Future), "[2025-03-17~..]");
        assert_eq!(when_reported(None, Stance::News).basis, Basis::Unknown);
    }
}
