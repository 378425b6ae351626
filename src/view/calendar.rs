//! Steps of the civil calendar, from minutes to millennia: the edges that ticks and histogram columns share.

use super::dates::WeekStart;
use super::timeline_view::{DAY, EARLIEST, LATEST, YEAR, civil, seconds};
use chrono::{Datelike as _, NaiveDate, NaiveTime};

/// A regular division of the calendar.
///
/// Years count as people do, without a year 0: steps of more than one year have edges at 200 BCE, 100 BCE, 1, 100, 200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// So many minutes; divides a day.
    Minutes(u32),
    /// So many days, counted from Monday 5 January 1970: 1, 2, 7 or 14.
    Days(u32),
    /// Weeks that begin on this day.
    Weeks(WeekStart),
    /// So many months; divides a year.
    Months(u32),
    /// So many years.
    Years(u32),
}

impl Step {
    /// Its usual length in seconds.
    pub fn length(self) -> f64 {
        match self {
            Self::Minutes(minutes) => 60.0 * f64::from(minutes),
            Self::Days(days) => DAY * f64::from(days),
            Self::Weeks(_) => DAY * 7.0,
            Self::Months(months) => YEAR / 12.0 * f64::from(months),
            Self::Years(years) => YEAR * f64::from(years),
        }
    }

    /// The last edge at or before the instant; never before the axis begins.
    pub fn floor(self, at: f64) -> f64 {
        let edge = match self {
            Self::Minutes(_) | Self::Days(_) | Self::Weeks(_) => {
                let (origin, length) = (self.origin(), self.length());
                origin + ((at - origin) / length).floor() * length
            }
            Self::Months(months) => {
                let day = civil(at).date();
                let number = day.year() * 12 + i32::try_from(day.month0()).unwrap_or_default();
                month_edge(number.div_euclid(months.cast_signed()) * months.cast_signed())
            }
            Self::Years(years) => year_edge(floor_year(civil(at).year(), years.cast_signed())),
        };
        edge.max(EARLIEST)
    }

    /// The first edge after an edge.
    pub fn next(self, edge: f64) -> f64 {
        match self {
            Self::Minutes(_) | Self::Days(_) | Self::Weeks(_) => edge + self.length(),
            Self::Months(months) => {
                let day = civil(edge).date();
                let number = day.year() * 12 + i32::try_from(day.month0()).unwrap_or_default();
                month_edge((number.div_euclid(months.cast_signed()) + 1) * months.cast_signed())
            }
            Self::Years(years) => {
                let years = years.cast_signed();
                let year = civil(edge).year();
                let next = match year {
                    1 if years > 1 => years,
                    _ => floor_year(year, years) + years,
                };
                year_edge(next)
            }
        }
    }

    /// The edges from the last one at or before `start` to the first one at or after `end`; at most `most` of them.
    pub fn edges(self, start: f64, end: f64, most: usize) -> Vec<f64> {
        let mut edges = vec![self.floor(start.clamp(EARLIEST, LATEST))];
        while let Some(&last) = edges.last()
            && last < end.min(LATEST)
            && edges.len() < most
        {
            let next = self.next(last);
            if next <= last {
                break;
            }
            edges.push(next);
        }
        edges
    }

    /// Where counting begins: a Monday, for days.
    const fn origin(self) -> f64 {
        match self {
            Self::Days(_) | Self::Weeks(WeekStart::Monday) => 4.0 * DAY,
            Self::Weeks(WeekStart::Sunday) => 3.0 * DAY,
            Self::Weeks(WeekStart::Saturday) => 2.0 * DAY,
            _ => 0.0,
        }
    }
}

/// The first year of the step that holds this (astronomical) year.
const fn floor_year(year: i32, step: i32) -> i32 {
    if step == 1 {
        return year;
    }
    if year >= 1 {
        let floor = year.div_euclid(step) * step;
        if floor < 1 { 1 } else { floor }
    } else {
        let bce = 1 - year;
        1 - (bce + step - 1).div_euclid(step) * step
    }
}

fn year_edge(year: i32) -> f64 {
    day_edge(year, 1)
}

fn month_edge(number: i32) -> f64 {
    day_edge(number.div_euclid(12), number.rem_euclid(12).cast_unsigned() + 1)
}

fn day_edge(year: i32, month: u32) -> f64 {
    NaiveDate::from_ymd_opt(year, month, 1).map_or(LATEST, |day| seconds(day.and_time(NaiveTime::MIN)))
}

/// The division of the lanes into columns for counting, finest first.
const COLUMNS: [Step; 31] = [
    Step::Minutes(1),
    Step::Minutes(2),
    Step::Minutes(5),
    Step::Minutes(15),
    Step::Minutes(30),
    Step::Minutes(60),
    Step::Minutes(120),
    Step::Minutes(240),
    Step::Minutes(720),
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
    Step::Years(2000),
    Step::Years(5000),
    Step::Years(10_000),
    Step::Years(20_000),
];

/// The finest division whose columns are at least `least` points wide, at so many seconds a point.
pub fn column_step(seconds_per_point: f64, least: f64) -> Step {
    COLUMNS.into_iter().find(|step| step.length() / seconds_per_point >= least).unwrap_or(Step::Years(20_000))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn there_is_no_year_zero() {
        let years = |step: u32, from: i32, to: i32| -> Vec<i32> {
            Step::Years(step).edges(year_edge(from), year_edge(to), 100).into_iter().map(|edge| civil(edge).year()).collect()
        };
        assert_eq!(years(100, -250, 250), [-299, -199, -99, 1, 100, 200, 300], "300 BCE, 200 BCE, 100 BCE, 1, 100, ...");
        assert_eq!(years(1, -2, 2), [-2, -1, 0, 1, 2]);
        assert_eq!(years(10, 1985, 2015), [1980, 1990, 2000, 2010, 2020]);
    }

    #[test]
    fn weeks_begin_on_monday() {
        let edge = Step::Days(7).floor(seconds(NaiveDate::from_ymd_opt(2025, 3, 20).unwrap().and_time(NaiveTime::MIN)));
        assert_eq!(civil(edge).date(), NaiveDate::from_ymd_opt(2025, 3, 17).unwrap());
    }

    proptest! {
        #[test]
        fn every_instant_lies_between_its_edge_and_the_next(at in EARLIEST..LATEST * 0.9, step in 0_usize..COLUMNS.len()) {
            let step = COLUMNS[step];
            let edge = step.floor(at);
            let next = step.next(edge);
            prop_assert!(edge <= at && at < next, "{step:?}: {edge} <= {at} < {next}");
            prop_assert!((step.floor(edge) - edge).abs() < 1e-6 || edge <= EARLIEST);
        }
    }
}
