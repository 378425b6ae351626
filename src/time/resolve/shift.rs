//! What lies so many units from an anchor, and numbered pieces of a stretch.

use super::base::{missing, open, place};
use super::scene::{Grounds, Measure, Resolved, Scene};
use crate::time::meaning::{Anchor, Count, Meaning, Unit};
use crate::time::stretch::Stretch;
use crate::time::tense::Tense;
use chrono::{Datelike as _, Months, NaiveDate, TimeDelta};

/// "last week", "two years ago", "the next day", "that month".
pub(super) fn shift(count: Count, unit: Unit, anchor: Anchor, scene: &Scene) -> Resolved {
    let published = || scene.published.map(|day| (Stretch::Day(day), Grounds::Published));
    let base = match anchor {
        Anchor::Published => published(),
        // "would appeal before the end of the month", after what September brought: the month of the article. "Is expected to rule before the
        // end of the year", whatever the sentence told before.
        Anchor::Focus
            if count == Count::whole(0) && scene.tense == Tense::Future && (!scene.narrative || scene.from_now) && is_over(unit, scene) =>
        {
            published()
        }
        Anchor::Focus => scene.spoken_of(),
        Anchor::Either => scene.story().filter(|_| scene.narrative).map(|story| (story, Grounds::Focus(story))).or_else(published),
    };
    // "that decade": the last one told.
    if let Some(age) = scene.age.filter(|age| age.unit() == unit && count == Count::whole(0) && anchor == Anchor::Focus) {
        return place(Some(age), Grounds::Focus(age));
    }
    let Some((base, grounds)) = base else { return missing() };
    // "In March 2021 those who had joined two years earlier fled; the following month": the month told just before the year.
    let just = scene.month.filter(|month| month.sentence + 1 >= scene.sentence && unit == Unit::Month && base.unit() > unit);
    let (base, grounds) = match just.filter(|_| anchor == Anchor::Focus && !scene.narrative && matches!(count, Count::Exact(_))) {
        Some(month) => (month.stretch, Grounds::Focus(month.stretch)),
        None => (base, grounds),
    };
    // In a story, "today" stands in somebody's words, or means these days.
    if scene.narrative && anchor == Anchor::Published && unit <= Unit::Day {
        return open();
    }
    if unit == Unit::Weekend && count == Count::whole(0) {
        return of_weekend(scene);
    }
    match count {
        // "the same period": as long as what the text spoke of.
        Count::Exact(0) if unit == Unit::Period => place(
            match grounds {
                _ if base.unit() > Unit::Day => Some(base),
                Grounds::Published => base.first().and_then(|day| Stretch::holding(day, Unit::Quarter)?.step(-1)),
                _ => base.first().and_then(|day| Stretch::holding(day, Unit::Quarter)),
            },
            grounds,
        ),
        // "the quarter" of a business story is the one reported, which has ended.
        Count::Exact(0) if unit == Unit::Quarter && grounds == Grounds::Published && scene.tense != Tense::Future => {
            let quarter = base.first().and_then(|day| Stretch::holding(day, Unit::Quarter));
            place(quarter.and_then(|quarter| quarter.step(-1)), grounds)
        }
        Count::Exact(-1000) if unit == Unit::Year && scene.measure != Measure::None && compared(scene).is_some() => {
            let period = compared(scene);
            place(period.and_then(|period| period.years_on(-1)), period.map_or(grounds, Grounds::Focus))
        }
        Count::Exact(0) if base.unit() > unit => open(),
        // "Two hours earlier" counts from a time of day or from nothing.
        Count::Exact(_) if unit < Unit::Day => away(base, count, unit).map_or_else(open, |stretch| place(Some(stretch), grounds)),
        // "A week later", told in the past of news that spoke of some month: in that month, as near as can be said.
        Count::Exact(1..) if later_in_the_past(base, unit, anchor, scene) => place(Some(base), grounds),
        // "A day earlier" in news that has only spoken of something longer counts from the article's day.
        Count::Exact(_) if base.unit() > unit && unit <= Unit::Week && !scene.narrative => {
            published().map_or_else(missing, |(day, grounds)| place(away(day, count, unit), grounds))
        }
        Count::Exact(_) => place(away(base, count, unit), grounds),
        Count::Some(_) => open(),
    }
}

/// The longest time for which "the month" may be mistaken for one of the article's own time, in days.
const LATELY: i64 = 400;

/// Whether the unit that the text spoke of last was over when the article appeared: not long ago, or in another paragraph.
fn is_over(unit: Unit, scene: &Scene) -> bool {
    let told = scene.spoken_of().and_then(|(stretch, _)| Stretch::holding(stretch.last()?, unit)?.last());
    let apart = scene.from_now || scene.focus.is_some_and(|focus| focus.paragraph != scene.paragraph);
    told.zip(scene.published).is_some_and(|(last, day)| last < day && (apart || (day - last).num_days() < LATELY))
}

/// The day that lies whole weeks from another: "a week ago", "three weeks earlier".
///
/// The calendar week, which the TIMEX3 value names, says less than these words, and at its ends leaves out what they mean.
pub(super) fn day_weeks_away(meaning: &Meaning, scene: &Scene) -> Option<NaiveDate> {
    let Meaning::Shift { count: Count::Exact(thousandths), unit: unit @ (Unit::Week | Unit::Fortnight), anchor } = meaning else {
        return None;
    };
    let base = match anchor {
        Anchor::Focus => scene.spoken_of()?.0,
        _ => Stretch::Day(scene.published?),
    };
    let weeks = thousandths / 1000 * if *unit == Unit::Fortnight { 2 } else { 1 };
    let told = scene.measure != Measure::None && thousandths % 1000 == 0 && weeks != 0 && base.unit() <= Unit::Day;
    match same_day(base, weeks, Unit::Week).filter(|_| told)? {
        Stretch::Day(day) => Some(day),
        _ => None,
    }
}

/// Whether days or weeks are counted on from a month or year of the past, so that the article's day, which lies after it, is no anchor.
fn later_in_the_past(base: Stretch, unit: Unit, anchor: Anchor, scene: &Scene) -> bool {
    let over = scene.published.zip(base.last()).is_some_and(|(day, last)| last < day);
    // "in 2017 ... a month later": in that year.
    let within = unit <= Unit::Week || unit == Unit::Month && base.unit() == Unit::Year;
    anchor == Anchor::Focus && base.unit() > unit && within && scene.tense == Tense::Past && over && !scene.narrative
}

/// Sentences in which a figure is still that of the month just told: "fell in September ... down from 15.6% a year earlier".
const REACH_OF_A_MONTH: usize = 3;

/// The period that is compared with the one a year before: "5% more than a year earlier" is said of the month or quarter just told, and in a
/// report of earnings of its quarter.
fn compared(scene: &Scene) -> Option<Stretch> {
    let just = scene.focus.filter(|focus| focus.sentence + 1 > scene.sentence).map(|focus| focus.stretch);
    let quarter = scene
        .quarter
        .filter(|quarter| quarter.sentence + if scene.measure == Measure::Compared { 9 } else { 2 } > scene.sentence)
        .map(|focus| focus.stretch);
    let month = scene
        .month
        .filter(|month| scene.measure == Measure::Compared && month.sentence + REACH_OF_A_MONTH >= scene.sentence)
        .map(|month| month.stretch);
    match just.map(Stretch::unit) {
        Some(Unit::Month) if scene.measure == Measure::Compared => just,
        Some(Unit::Quarter | Unit::Half) => just,
        Some(Unit::Year | Unit::Month) => None,
        _ => quarter.or(month),
    }
}

/// "the weekend", "this weekend": the last one in a sentence about the past, else the coming one.
fn of_weekend(scene: &Scene) -> Resolved {
    if matches!(scene.tense, Tense::Present) {
        return open();
    }
    let Some(day) = scene.published else { return missing() };
    let this = Stretch::holding(day, Unit::Weekend);
    let inside = day.weekday().number_from_monday() >= 6;
    let back = if inside { 0 } else { -1 };
    place(this.and_then(|this| this.step(if scene.tense == Tense::Past { back } else { 0 })), Grounds::Published)
}

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// So many units from a stretch; the unit sets the precision.
pub(super) fn away(base: Stretch, count: Count, unit: Unit) -> Option<Stretch> {
    let Count::Exact(thousandths) = count else { return None };
    // "two hours earlier", said of a time of day.
    if let (Stretch::Minute(day, minute, zone), Unit::Hour | Unit::Minute) = (base, unit) {
        let minutes = i64::from(thousandths) * if unit == Unit::Hour { 60 } else { 1 } / 1000 + i64::from(minute);
        let day = day.checked_add_signed(TimeDelta::try_days(minutes.div_euclid(DAY))?)?;
        return Some(Stretch::Minute(day, u16::try_from(minutes.rem_euclid(DAY)).ok()?, zone));
    }
    if thousandths % 1000 != 0 {
        let (smaller, per) = match unit {
            Unit::Year => (Unit::Month, 12),
            Unit::Decade => (Unit::Year, 10),
            Unit::Century => (Unit::Year, 100),
            _ => return None,
        };
        return away(base, Count::whole(thousandths.checked_mul(per)? / 1000), smaller);
    }
    let count = thousandths / 1000;
    // "a year earlier" said of a quarter or a month keeps its size.
    if unit == Unit::Year && count != 0 && matches!(base, Stretch::Quarter(..) | Stretch::Half(..)) {
        return base.years_on(count);
    }
    let first = base.first()?;
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::PartOfDay | Unit::Period => None,
        Unit::Fortnight => Stretch::holding(first, Unit::Week)?.step(2 * count),
        Unit::Millennium => Stretch::holding(first, Unit::Year)?.step(count.checked_mul(1000)?),
        _ if base.unit() > unit => None,
        _ => Stretch::holding(first, unit)?.step(count),
    }
}

/// A numbered piece of a stretch.
pub(super) fn piece(whole: Stretch, nth: i32, unit: Unit) -> Option<Stretch> {
    let (first, last) = (whole.first()?, whole.last()?);
    let piece = if nth > 0 { Stretch::holding(first, unit)?.step(nth - 1)? } else { Stretch::holding(last, unit)?.step(nth + 1)? };
    // A week belongs where most of its days lie.
    let astray = |week: Stretch| {
        matches!(week, Stretch::Week(_))
            && !week
                .first()
                .and_then(|monday| monday.checked_add_signed(TimeDelta::days(3)))
                .is_some_and(|middle| middle >= first && middle <= last)
    };
    let piece = if astray(piece) { piece.step(nth.signum())? } else { piece };
    let inside = piece.first()? <= last && piece.last()? >= first;
    inside.then_some(piece)
}

/// The same day so many units before or after: "two years ago today".
pub(super) fn same_day(base: Stretch, count: i32, unit: Unit) -> Option<Stretch> {
    let day = base.first()?;
    let months = |count: i32| {
        let months = Months::new(count.unsigned_abs());
        if count < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
    };
    let day: Option<NaiveDate> = match unit {
        Unit::Day => day.checked_add_signed(TimeDelta::try_days(i64::from(count))?),
        Unit::Week => day.checked_add_signed(TimeDelta::try_weeks(i64::from(count))?),
        Unit::Month => months(count),
        Unit::Year => months(count.checked_mul(12)?),
        _ => None,
    };
    match base {
        Stretch::Week(_) | Stretch::Month(..) if unit == Unit::Year => Stretch::holding(day?, base.unit()),
        _ => day.map(Stretch::Day),
    }
}
