//! TIMEX3 type and value of an expression.

use super::scene::{Known, Resolved};
use crate::model::Timex3;
use crate::time::meaning::{Anchor, Count, Date, Length, Meaning, Part, Recurrence, Reference, SOME, Unit};
use crate::time::stretch::part_code;

/// Type and value.
pub(in crate::time) fn write(meaning: &Meaning, resolved: &Resolved) -> (Timex3, String) {
    if let Known::Place(stretch) = resolved.known {
        let kind = if stretch.unit() < Unit::Day { Timex3::Time } else { Timex3::Date };
        return (kind, stretch.value());
    }
    match meaning {
        Meaning::Length(length) => (Timex3::Duration, length_value(length)),
        Meaning::Every(recurrence) => (Timex3::Set, recurrence_value(*recurrence)),
        Meaning::Told => (Timex3::Date, "XXXX-XX-XX".to_owned()),
        Meaning::Vague(Reference::Past | Reference::Earlier) => (Timex3::Date, "PAST_REF".to_owned()),
        Meaning::Vague(Reference::Present) | Meaning::Shift { count: Count::Exact(0), unit: Unit::Day, anchor: Anchor::Published } => {
            (Timex3::Date, "PRESENT_REF".to_owned())
        }
        Meaning::Vague(Reference::Future | Reference::Soon | Reference::Later) => (Timex3::Date, "FUTURE_REF".to_owned()),
        Meaning::Time { time, .. } => {
            let tail = match (time.minute, time.part) {
                (Some(minute), _) => format!("{:02}:{:02}", minute / 60, minute % 60),
                (None, Some(part)) => part_code(part).to_owned(),
                (None, None) => String::new(),
            };
            (Timex3::Time, format!("XXXX-XX-XXT{tail}"))
        }
        Meaning::Date(date) => (Timex3::Date, open_date(date)),
        Meaning::Weekday { day, .. } => (Timex3::Date, format!("XXXX-WXX-{day}")),
        Meaning::Shift { count: Count::Some(sign), .. } => {
            let reference = if *sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
            (Timex3::Date, reference.to_owned())
        }
        Meaning::SameDay { .. } => (Timex3::Date, open_unit(Unit::Day).to_owned()),
        Meaning::Shift { unit, .. } | Meaning::Away { unit, .. } | Meaning::Piece { unit, .. } => {
            (if *unit < Unit::Day { Timex3::Time } else { Timex3::Date }, open_unit(*unit).to_owned())
        }
    }
}

/// `P2Y6M`, `PT1.5H`, `PXD`.
fn length_value(length: &Length) -> String {
    let (code, clock) = unit_code(length.unit);
    let number = |count: Count| match count {
        Count::Some(_) => "X".to_owned(),
        Count::Exact(thousandths) if thousandths % 1000 == 0 => (thousandths / 1000).to_string(),
        Count::Exact(thousandths) => {
            let text = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
            text.trim_end_matches('0').to_owned()
        }
    };
    let count = match (length.unit, length.count) {
        (Unit::Fortnight, Count::Exact(count)) => Count::Exact(count * 2),
        (_, count) => count,
    };
    let and = length.and.map(|(count, unit)| {
        let (small, small_clock) = unit_code(unit);
        format!("{}{count}{small}", if small_clock && !clock { "T" } else { "" })
    });
    format!("P{}{}{code}{}", if clock { "T" } else { "" }, number(count), and.unwrap_or_default())
}

/// The letters of a unit in a duration, and whether it stands behind the `T`.
const fn unit_code(unit: Unit) -> (&'static str, bool) {
    match unit {
        Unit::Second => ("S", true),
        Unit::Minute => ("M", true),
        Unit::Hour => ("H", true),
        Unit::PartOfDay => ("NI", false),
        Unit::Day | Unit::Period => ("D", false),
        Unit::Weekend => ("WE", false),
        Unit::Week | Unit::Fortnight => ("W", false),
        Unit::Month => ("M", false),
        Unit::Quarter => ("Q", false),
        Unit::Season => ("S", false),
        Unit::Half => ("H", false),
        Unit::Year => ("Y", false),
        Unit::Decade => ("DE", false),
        Unit::Century => ("CE", false),
        Unit::Millennium => ("ML", false),
    }
}

fn recurrence_value(recurrence: Recurrence) -> String {
    match recurrence {
        Recurrence::Unit(count, unit) => {
            let (code, clock) = unit_code(unit);
            let count = if count == SOME { "X".to_owned() } else { count.to_string() };
            format!("P{}{count}{code}", if clock { "T" } else { "" })
        }
        Recurrence::Weekday(day) => format!("XXXX-WXX-{day}"),
        Recurrence::Month(month) => format!("XXXX-{month:02}"),
        Recurrence::Season(season) => format!("XXXX-{}", season_code(season)),
        Recurrence::DayPart(part) => format!("XXXX-XX-XXT{}", part_code(part)),
    }
}

const fn season_code(season: u8) -> &'static str {
    match season {
        1 => "SP",
        2 => "SU",
        3 => "FA",
        _ => "WI",
    }
}

/// A date whose year stays open.
fn open_date(date: &Date) -> String {
    match date.part {
        Part::Day(month, day) => format!("XXXX-{month:02}-{day:02}"),
        Part::Month(month) => format!("XXXX-{month:02}"),
        Part::DayOnly(day) => format!("XXXX-XX-{day:02}"),
        Part::Season(season) => format!("XXXX-{}", season_code(season)),
        Part::Quarter(quarter) if quarter > 0 => format!("XXXX-Q{quarter}"),
        Part::Quarter(_) => "XXXX-QX".to_owned(),
        Part::Half(half) => format!("XXXX-H{half}"),
        Part::Whole => "XXXX".to_owned(),
        Part::Holiday(_) => "XXXX-XX-XX".to_owned(),
    }
}

const fn open_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Half => "XXXX-HX",
        Unit::Season | Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century | Unit::Millennium => "XX",
        Unit::Second | Unit::Minute | Unit::Hour | Unit::PartOfDay => "XXXX-XX-XXTXX",
        Unit::Day | Unit::Period => "XXXX-XX-XX",
    }
}
