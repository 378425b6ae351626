//! The ruler: two rows of calendar labels, coarse above fine, in natural units from minutes to millennia.

use super::axis::Axis;
use super::calendar::Step;
use super::dates::Dates;
use super::timeline_view::{TimelineView, civil};
use super::words::{DateOrder, LONG_MONTHS, MONTHS, month, weekday, year_words};
use chrono::{Datelike as _, NaiveDate, Timelike as _};

/// The most cells a row may have: more than fit on any screen.
const MOST: usize = 2_000;

/// One cell of a row: the stretch from an edge to the next, with its name in three lengths.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The instant at its left edge, in seconds.
    pub start: f64,
    /// The instant at its right edge.
    pub end: f64,
    /// Its name, longest first: the painter takes the first that fits, or none. An empty one is not painted.
    pub names: [String; 3],
}

/// The two rows. They always name different units, and within one coarse cell no two fine cells have the same name.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruler {
    /// Months above days, years above months, ...
    pub coarse: Vec<Cell>,
    /// The smallest unit that has room for its names.
    pub fine: Vec<Cell>,
    /// What the fine row counts.
    pub step: Step,
}

/// Fine steps with the least width of a cell in points (at a text size of about 12) and the coarse step above.
const LADDER: [(Step, f64, Step); 23] = [
    (Step::Minutes(1), 44.0, Step::Minutes(60)),
    (Step::Minutes(5), 44.0, Step::Minutes(60)),
    (Step::Minutes(15), 44.0, Step::Days(1)),
    (Step::Minutes(60), 44.0, Step::Days(1)),
    (Step::Minutes(180), 44.0, Step::Days(1)),
    (Step::Minutes(360), 44.0, Step::Days(1)),
    (Step::Days(1), 24.0, Step::Months(1)),
    (Step::Days(7), 28.0, Step::Months(1)),
    (Step::Months(1), 34.0, Step::Years(1)),
    (Step::Months(3), 34.0, Step::Years(1)),
    (Step::Years(1), 44.0, Step::Years(10)),
    (Step::Years(2), 44.0, Step::Years(10)),
    (Step::Years(5), 48.0, Step::Years(10)),
    (Step::Years(10), 48.0, Step::Years(100)),
    (Step::Years(20), 48.0, Step::Years(100)),
    (Step::Years(50), 48.0, Step::Years(100)),
    (Step::Years(100), 60.0, Step::Years(1000)),
    (Step::Years(200), 60.0, Step::Years(1000)),
    (Step::Years(500), 60.0, Step::Years(1000)),
    (Step::Years(1000), 80.0, Step::Years(20_000)),
    (Step::Years(2000), 80.0, Step::Years(20_000)),
    (Step::Years(5000), 80.0, Step::Years(20_000)),
    (Step::Years(10_000), 0.0, Step::Years(20_000)),
];
/// Years with an era behind them ("9,990 BCE", "476 CE") need so much more room.
const ERA: f64 = 30.0;
/// Seconds on the axis of the year 1000, from which years go without an era.
const YEAR_1000: f64 = -30_610_224_000.0;

/// The two rows for a view on a canvas of this width in points.
pub fn ruler(view: TimelineView, width: f64) -> Ruler {
    ruler_on(&Axis::default(), Dates::default(), view, width)
}

/// The same on an axis with folds, with dates as they are to be written. Cells end where a fold begins, and begin where it ends.
pub fn ruler_on(axis: &Axis, dates: Dates, view: TimelineView, width: f64) -> Ruler {
    let per_point = view.span() / width.max(1.0);
    let era = if axis.to_calendar(view.start) < YEAR_1000 { ERA } else { 0.0 };
    let fits = |(step, least, _): &&(Step, f64, Step)| {
        let room = step.length() / per_point;
        room >= if matches!(step, Step::Years(_)) { least + era } else { *least }
    };
    let (step, _, above) = LADDER.iter().find(fits).or_else(|| LADDER.last()).copied().unwrap_or(LADDER[0]);
    let step = if step == Step::Days(7) { Step::Weeks(dates.week) } else { step };
    let (mut coarse, mut fine) = (Vec::new(), Vec::new());
    let stretches = axis.open(view.start, view.end);
    for (number, (start, end)) in stretches.iter().copied().enumerate() {
        let stretch = TimelineView { start, end };
        let (above, mut below) = (cells(stretch, above, dates, true), cells(stretch, step, dates, false));
        // The week at the left edge may have begun in the month before: "27" below "March" would be a day of March.
        if let (Some(first), Some(above)) = (below.first_mut(), above.first())
            && first.start < above.start
        {
            first.names[1..].fill(String::new());
        }
        let (least, most) =
            (if number == 0 { f64::NEG_INFINITY } else { start }, if number + 1 == stretches.len() { f64::INFINITY } else { end });
        let placed =
            |cell: Cell| Cell { start: axis.of_calendar(cell.start.max(least)), end: axis.of_calendar(cell.end.min(most)), ..cell };
        coarse.extend(above.into_iter().map(placed));
        fine.extend(below.into_iter().map(placed));
    }
    Ruler { coarse, fine, step }
}

fn cells(view: TimelineView, step: Step, dates: Dates, coarse: bool) -> Vec<Cell> {
    let edges = step.edges(view.start, view.end, MOST);
    edges
        .windows(2)
        .map(|pair| Cell {
            start: pair[0],
            end: pair[1],
            names: if coarse { coarse_names(pair[0], step, dates) } else { fine_names(pair[0], step, dates) },
        })
        .collect()
}

fn fine_names(start: f64, step: Step, dates: Dates) -> [String; 3] {
    let at = civil(start);
    let date = at.date();
    match step {
        Step::Minutes(_) => std::array::from_fn(|_| format!("{:02}:{:02}", at.hour(), at.minute())),
        Step::Days(1) => [format!("{} {}", weekday(date), date.day()), date.day().to_string(), date.day().to_string()],
        Step::Days(_) | Step::Weeks(_) => [dates.day_of_year(date), date.day().to_string(), date.day().to_string()],
        Step::Months(1) => {
            let name = LONG_MONTHS[date.month0() as usize];
            [name.to_owned(), month(date).to_owned(), month(date).to_owned()]
        }
        Step::Months(months) => {
            let (first, last) = (date.month0() as usize, (date.month0() + months - 1) as usize % 12);
            let quarter = format!("Q{}", date.month0() / 3 + 1);
            [format!("{} to {}", MONTHS[first], MONTHS[last]), quarter.clone(), quarter]
        }
        Step::Years(_) => {
            let name = era_words(date.year());
            [name.clone(), name.clone(), name]
        }
    }
}

fn coarse_names(start: f64, step: Step, dates: Dates) -> [String; 3] {
    let at = civil(start);
    let date = at.date();
    let year = date.year();
    match step {
        Step::Minutes(_) => {
            let time = format!("{:02}:{:02}", at.hour(), at.minute());
            [format!("{}, {time}", dates.day(date)), format!("{}, {time}", dates.day_of_year(date)), time]
        }
        Step::Days(_) | Step::Weeks(_) => [long_day(date, dates), dates.day(date), dates.day_of_year(date)],
        Step::Months(_) => [
            format!("{} {}", LONG_MONTHS[date.month0() as usize], year_words(year)),
            format!("{} {}", month(date), year_words(year)),
            month(date).to_owned(),
        ],
        Step::Years(1) => std::array::from_fn(|_| year_words(year)),
        Step::Years(20_000) => {
            if year >= 1 {
                ["Common era".to_owned(), "CE".to_owned(), "CE".to_owned()]
            } else {
                ["Before the common era".to_owned(), "BCE".to_owned(), "BCE".to_owned()]
            }
        }
        Step::Years(10) if year >= 10 => std::array::from_fn(|_| format!("{year}s")),
        Step::Years(years) => {
            let years = years.cast_signed();
            let range = if year >= 1 {
                let last = if year == 1 { years - 1 } else { year + years - 1 };
                if last < 1000 { format!("{year} to {last} CE") } else { format!("{year} to {last}") }
            } else {
                let first = 1 - year;
                format!("{first} to {} BCE", first - years + 1)
            };
            [range.clone(), range.clone(), range]
        }
    }
}

/// "Thu 20 March 2025" where the month is written by name after the day.
fn long_day(date: NaiveDate, dates: Dates) -> String {
    if dates.order == DateOrder::DayMonthYear {
        format!("{} {} {} {}", weekday(date), date.day(), LONG_MONTHS[date.month0() as usize], year_words(date.year()))
    } else {
        dates.day(date)
    }
}

/// A year on the fine row: with thousands marked only before our era, where years have five digits too.
fn era_words(year: i32) -> String {
    let bce = 1 - year;
    if year < 1 && bce >= 10_000 { format!("{},{:03} BCE", bce / 1000, bce % 1000) } else { year_words(year) }
}

#[cfg(test)]
mod tests {
    use super::super::timeline_view::{EARLIEST, LATEST, seconds};
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn view(from: (i32, u32, u32), to: (i32, u32, u32)) -> TimelineView {
        let at = |(year, month, day)| seconds(NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(0, 0, 0).unwrap());
        TimelineView::new(at(from), at(to))
    }

    fn row(cells: &[Cell]) -> Vec<&str> {
        cells.iter().map(|cell| cell.names[1].as_str()).collect()
    }

    #[test]
    fn units_are_natural_at_every_zoom() {
        let weeks = ruler(view((2025, 3, 1), (2025, 5, 10)), 400.0);
        assert_eq!(row(&weeks.coarse), ["Mar 2025", "Apr 2025", "May 2025"]);
        assert_eq!(row(&weeks.fine)[..4], ["", "3", "10", "17"]);
        let days = ruler(view((2025, 3, 18), (2025, 3, 22)), 400.0);
        assert_eq!(row(&days.fine), ["18", "19", "20", "21"]);
        let months = ruler(view((2024, 11, 1), (2025, 3, 1)), 400.0);
        assert_eq!((row(&months.coarse), row(&months.fine)), (vec!["2024", "2025"], vec!["Nov", "Dec", "Jan", "Feb"]));
        let rome = ruler(view((-99, 1, 1), (101, 1, 1)), 400.0);
        assert_eq!(row(&rome.fine), ["100 BCE", "50 BCE", "1 CE", "50 CE", "100 CE"]);
        assert_eq!(row(&rome.coarse), ["100 to 1 BCE", "1 to 99 CE", "100 to 199 CE"]);
        let whole = ruler(TimelineView::new(EARLIEST, LATEST), 400.0);
        assert_eq!(row(&whole.coarse), ["BCE", "CE"]);
        let minutes = ruler(TimelineView::new(seconds(civil(1_742_480_000.0)), 1_742_480_060.0), 400.0);
        assert_eq!(minutes.fine.len(), 2);
    }

    #[test]
    fn weeks_and_days_follow_the_customs_of_the_reader() {
        let dates = Dates { order: DateOrder::MonthDayYear, week: super::super::dates::WeekStart::Sunday };
        let weeks = ruler_on(&Axis::default(), dates, view((2025, 3, 1), (2025, 3, 31)), 300.0);
        assert_eq!(weeks.fine.iter().map(|cell| cell.names[0].as_str()).collect::<Vec<_>>()[1..4], ["Mar 2", "Mar 9", "Mar 16"]);
        let iso = Dates { order: DateOrder::Iso, ..dates };
        let hours = ruler_on(&Axis::default(), iso, view((2025, 3, 1), (2025, 3, 2)), 400.0);
        assert_eq!(hours.coarse[0].names[0], "Sat 2025-03-01");
    }

    #[test]
    fn the_era_limit_is_the_year_1000() {
        assert_eq!(civil(YEAR_1000), NaiveDate::from_ymd_opt(1000, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap());
    }

    proptest! {
        #[test]
        fn names_have_room_and_are_never_alike(start in EARLIEST..LATEST, log in 1.8_f64..11.8, width in 200.0_f64..4000.0) {
            let view = TimelineView::new(start, start + 10.0_f64.powf(log));
            let ruler = ruler(view, width);
            prop_assert!(!ruler.fine.is_empty() && !ruler.coarse.is_empty());
            // Wide letters at 12 points take about 7.2 points; the gap between names at least 2.
            for pair in ruler.fine.windows(2) {
                let room = (pair[1].start - pair[0].start) / view.span() * width;
                let name = pair[0].names[2].chars().count() as f64 * 7.2 + 2.0;
                let short_first = matches!(ruler.step, Step::Years(_)) && civil(pair[0].start).year() == 1;
                prop_assert!(room >= name || short_first || ruler.fine.len() <= 4, "{:?} has {room}", pair[0].names);
            }
            let mut seen = BTreeSet::new();
            for cell in &ruler.fine {
                let under = ruler.coarse.iter().find(|coarse| coarse.end > cell.start).map(|coarse| coarse.names[0].clone());
                prop_assert!(seen.insert((under, cell.names[2].clone())), "{:?} twice", cell.names);
            }
            let coarse: BTreeSet<&String> = ruler.coarse.iter().map(|cell| &cell.names[0]).collect();
            prop_assert_eq!(coarse.len(), ruler.coarse.len());
            for row in [&ruler.fine, &ruler.coarse] {
                prop_assert!(row.windows(2).all(|pair| (pair[0].end - pair[1].start).abs() < 1e-6));
                prop_assert!(row[0].start <= view.start && row[row.len() - 1].end >= view.end.min(LATEST));
            }
        }
    }
}
