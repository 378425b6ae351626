//! Which day a weekday is.

use super::base::{missing, open, place};
use super::direction::direction;
use super::scene::{Grounds, Known, Resolved, Scene};
use crate::time::meaning::{Bound, Unit, Which};
use crate::time::stretch::Stretch;
use crate::time::tense::Tense;
use chrono::{Datelike as _, NaiveDate, TimeDelta};

/// "Monday of last week", "the Friday before Christmas": the weekday in a week, or the next one beside a day.
pub(super) fn weekday_beside(base: Stretch, weekday: u8, which: Which) -> Option<NaiveDate> {
    let within_week = |day: NaiveDate| Stretch::weekday_of(day, weekday);
    match which {
        Which::Previous => {
            let end = base.first()?.pred_opt()?;
            within_week(end).filter(|day| *day <= end).or_else(|| within_week(end.checked_sub_signed(TimeDelta::days(7))?))
        }
        Which::Following => {
            let start = base.last()?.succ_opt()?;
            within_week(start).filter(|day| *day >= start).or_else(|| within_week(start.checked_add_signed(TimeDelta::days(7))?))
        }
        _ => within_week(base.first()?),
    }
}

/// The second day of a range by weekdays lies behind the first: "from Friday to Monday".
pub(in crate::time) fn not_before(resolved: Resolved, from: Option<Stretch>) -> Resolved {
    match (resolved.known, from) {
        (Known::Place(Stretch::Day(day)), Some(Stretch::Day(first))) if day < first && (first - day).num_days() < 7 => day
            .checked_add_signed(TimeDelta::days(7))
            .map_or(resolved, |day| Resolved { known: Known::Place(Stretch::Day(day)), ..resolved }),
        _ => resolved,
    }
}

/// A weekday by its name alone, or with "last", "next", "that".
pub(super) fn of_weekday(weekday: u8, which: Which, bound: Option<Bound>, scene: &Scene) -> Resolved {
    if which == Which::Plain && scene.habit {
        return open();
    }
    let focus = scene.story().filter(|stretch| stretch.unit() <= Unit::Day).and_then(Stretch::first);
    // A story does not go on past the day of writing: "He met the president on Friday", at the end of a history.
    let is_written = |day: &NaiveDate| {
        let next = 7 - i64::from((day.weekday().number_from_monday() + 7 - u32::from(weekday)) % 7);
        let goes_on = which == Which::Plain && scene.tense == Tense::Past;
        !goes_on || scene.published.is_none_or(|written| (written - *day).num_days() >= next)
    };
    let focus = focus.filter(is_written);
    let told = matches!(which, Which::Previous | Which::Following | Which::That) || (which == Which::Plain && scene.narrative);
    let (day, grounds) = match (focus.filter(|_| told), scene.published) {
        (Some(day), _) => (day, Grounds::Focus(Stretch::Day(day))),
        (None, Some(day)) => (day, Grounds::Published),
        (None, None) => return missing(),
    };
    let since = (day.weekday().number_from_monday() + 7 - u32::from(weekday)) % 7;
    let step = |days: i64| day.checked_add_signed(TimeDelta::days(days)).map(Stretch::Day);
    let (back, ahead) = (-i64::from(since), i64::from((7 - since) % 7));
    let (strictly_back, strictly_ahead) = (if since == 0 { -7 } else { back }, if since == 0 { 7 } else { ahead });
    let chosen = match which {
        // "last Wednesday", said on a Thursday, is not yesterday.
        Which::Last if strictly_back == -1 && !scene.narrative => -8,
        Which::Last | Which::Previous => strictly_back,
        Which::Next => {
            // "next Tuesday", said before Tuesday, is the one of next week.
            if ahead + i64::from(day.weekday().number_from_monday()) <= 7 && ahead > 0 && weekday > 1 && ahead < 3 {
                ahead + 7
            } else {
                strictly_ahead
            }
        }
        Which::Following => strictly_ahead,
        Which::This if scene.tense != Tense::Past => ahead,
        Which::That | Which::This => back,
        Which::Plain => match direction(bound, true, scene) {
            1 => ahead,
            _ if matches!(grounds, Grounds::Focus(_)) => strictly_ahead,
            _ => back,
        },
    };
    let other = match which {
        // "next Thursday", said on a Monday, is this week's for some and next week's for others.
        Which::Next => {
            if chosen > 7 {
                chosen - 7
            } else {
                chosen + 7
            }
        }
        _ if chosen == back => ahead,
        _ => back,
    };
    let this_week = ahead > 0 && ahead + i64::from(day.weekday().number_from_monday()) <= 7;
    let doubt = match which {
        Which::Next => this_week,
        Which::Plain => other != chosen && matches!(scene.tense, Tense::Present | Tense::Arranged | Tense::Unknown),
        _ => false,
    };
    Resolved { other: step(other).filter(|_| doubt), ..place(step(chosen), grounds) }
}
