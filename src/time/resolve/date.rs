//! Which stretch of the calendar a meaning names.

use super::base::{found, missing, open, place};
use super::direction::direction;
use super::scene::{Focus, Grounds, Known, Measure, Resolved, Scene};
use super::shift::{away, piece, same_day, shift};
use super::weekday::{of_weekday, weekday_beside};
use crate::time::holiday;
use crate::time::meaning::{Bound, Count, Date, DayPart, Meaning, Part, TimeOfDay, Unit, Year};
use crate::time::stretch::Stretch;
use crate::time::tense::Tense;
use chrono::{Datelike as _, NaiveDate};

/// Resolves a meaning that names a stretch of the calendar.
pub(in crate::time) fn resolve(meaning: &Meaning, bound: Option<Bound>, scene: &Scene) -> Resolved {
    let found = match meaning {
        Meaning::Date(date) => of_date(date, bound, scene),
        Meaning::Weekday { day, which, week } => match week {
            Some(base) => within(resolve(base, None, scene), |stretch| weekday_beside(stretch, *day, *which).map(Stretch::Day)),
            None => of_weekday(*day, *which, bound, scene),
        },
        Meaning::Shift { count, unit, anchor } => shift(*count, *unit, *anchor, scene),
        Meaning::Away { count, unit, base } => within(resolve(base, None, scene), |stretch| match count {
            Count::Exact(count) if *unit == Unit::Year && stretch.unit() > Unit::Day => stretch.years_on(count / 1000),
            _ => away(stretch, *count, *unit),
        }),
        Meaning::SameDay { count, unit, base } => within(resolve(base, bound, scene), |stretch| same_day(stretch, *count, *unit)),
        Meaning::Piece { nth, unit: Unit::Period, of } => of_named(*nth, of, scene),
        Meaning::Piece { nth, unit, of } => within(resolve(of, None, scene), |stretch| piece(stretch, *nth, *unit)),
        Meaning::Time { day, time } => {
            let day = day.as_deref().map_or_else(|| time_day(*time, scene), |day| resolve(day, bound, scene));
            within(day, |stretch| match (stretch, time.minute, time.part) {
                (Stretch::Day(day) | Stretch::Part(day, _) | Stretch::Minute(day, ..), Some(minute), _) => {
                    Some(Stretch::Minute(day, minute, time.zone))
                }
                (Stretch::Day(day) | Stretch::Part(day, _) | Stretch::Minute(day, ..), None, Some(part)) => Some(Stretch::Part(day, part)),
                _ => None,
            })
        }
        Meaning::Told => scene.focus.map_or_else(open, |focus| found(focus.stretch, Grounds::Focus(focus.stretch))),
        Meaning::Length(_) | Meaning::Every(_) | Meaning::Vague(_) => open(),
    };
    let sane = |stretch: &Stretch| stretch.first().is_some() && stretch.last().is_some();
    match found.known {
        Known::Place(stretch) if !sane(&stretch) => open(),
        _ => found,
    }
}

/// Something inside or beside an already resolved stretch.
fn within(base: Resolved, make: impl Fn(Stretch) -> Option<Stretch>) -> Resolved {
    match base.known {
        Known::Place(stretch) => match make(stretch) {
            Some(stretch) => Resolved { known: Known::Place(stretch), other: base.other.and_then(make), ..base },
            None => open(),
        },
        _ => base,
    }
}

/// The day for a time of day that names none.
fn time_day(time: TimeOfDay, scene: &Scene) -> Resolved {
    let part = time.minute.is_none();
    if let Some(section @ Stretch::Day(_)) = scene.section {
        return found(section, Grounds::Focus(section));
    }
    // "was boarded on 1 July. Nobody was hurt. It was released in the afternoon": what is told as past stays on the day that it has come to.
    let gone = |focus: Focus| focus.stretch.first().zip(scene.published).is_some_and(|(told, day)| told < day);
    let told = part && scene.tense == Tense::Past && scene.focus.is_some_and(gone);
    let reach = match (scene.narrative, told) {
        (true, _) => 6,
        (_, true) => 5,
        _ => 1,
    };
    // "They are due on Thursday, and others landed overnight": what is past does not wait for Thursday.
    let ahead = |focus: &Focus| {
        scene.tense == Tense::Past && !scene.narrative && focus.stretch.first().zip(scene.published).is_some_and(|(first, day)| first > day)
    };
    if let Some(focus) = scene.focus.filter(|focus| focus.stretch.unit() <= Unit::Day && focus.sentence + reach >= scene.sentence)
        && (scene.narrative || focus.paragraph == scene.paragraph)
        && !ahead(&focus)
    {
        // "met at six on Tuesday evening and rose at half past three in the morning": of the next day.
        let next = focus.sentence == scene.sentence && is_evening(focus.stretch) && is_before_dawn(time);
        let day = focus.stretch.first().and_then(|day| if next { day.succ_opt() } else { Some(day) });
        return place(day.map(Stretch::Day), Grounds::Focus(focus.stretch));
    }
    // News often tells the day in its first paragraph and the hour in the next: "erupted on Sunday. ... The eruption began at 7 p.m."
    if let (Some(focus), Some(day)) = (scene.day, scene.published)
        && !scene.narrative
        && !part
        && matches!(scene.tense, Tense::Past | Tense::Unknown)
        // With or without a blank line between them.
        && (focus.paragraph + 1..=focus.paragraph + 2).contains(&scene.paragraph)
        && focus.sentence + 2 >= scene.sentence
        && let Stretch::Day(told) | Stretch::Part(told, _) = focus.stretch
        && (1..7).contains(&(day - told).num_days())
    {
        return place(Some(Stretch::Day(told)), Grounds::Focus(focus.stretch));
    }
    // "In the evening it buzzes" and "Daily 08:00 - 20:00" tell a habit.
    if scene.narrative || scene.habit || part && matches!(scene.tense, Tense::Present | Tense::Arranged) {
        return open();
    }
    scene.published.map_or_else(missing, |day| found(Stretch::Day(day), Grounds::Published))
}

/// The hour from which a day is in its evening.
const EVENING: u16 = 17 * 60;
/// The hour before which nobody counts it to the new day's work.
const DAWN: u16 = 6 * 60;

fn is_evening(stretch: Stretch) -> bool {
    matches!(stretch, Stretch::Part(_, DayPart::Evening | DayPart::Night))
        || matches!(stretch, Stretch::Minute(_, minute, _) if minute >= EVENING)
}

/// A clock time before dawn, on the dial of 24 hours.
fn is_before_dawn(time: TimeOfDay) -> bool {
    (time.sure || time.part == Some(DayPart::Morning)) && time.minute.is_some_and(|minute| minute < DAWN)
}

fn of_date(date: &Date, bound: Option<Bound>, scene: &Scene) -> Resolved {
    match date.year {
        Year::Is(year) if date.part == Part::Quarter(0) => reported_in(year, scene),
        Year::Is(year) => place(in_year(date.part, year), Grounds::Stated),
        Year::Known(year) => {
            let told = in_year(date.part, year);
            let later = |first| scene.published.is_none_or(|day| first <= day);
            if told.and_then(Stretch::first).is_some_and(later) { place(told, Grounds::Stated) } else { without_year(date, bound, scene) }
        }
        Year::Short(two) => {
            let near = scene.published.map_or(2000, |day| day.year());
            let century = near - near.rem_euclid(100);
            let century = match scene.dated.and_then(|dated| dated.stretch.first()) {
                Some(first) if scene.narrative => first.year() - first.year().rem_euclid(100),
                _ if century + two > near + 10 => century - 100,
                _ => century,
            };
            place(in_year(date.part, century + two), Grounds::Stated)
        }
        Year::Decade(first) => found(Stretch::Decade(first), Grounds::Stated),
        Year::ShortDecade(two) => {
            let near = scene.published.map_or(2000, |day| day.year());
            let century = near - near.rem_euclid(100);
            let first = if century + two > near { century - 100 + two } else { century + two };
            found(Stretch::Decade(first), Grounds::Stated)
        }
        Year::Century(first) => found(Stretch::Century(first), Grounds::Stated),
        // "in May of this year", in a history.
        Year::Shift(0) if scene.narrative && scene.dated.is_some() => of_date(&Date { year: Year::Anaphoric(0), ..*date }, bound, scene),
        Year::Shift(years) => match scene.published {
            Some(day) => place(in_year(date.part, day.year() + years), Grounds::Published),
            None => missing(),
        },
        Year::Anaphoric(years) => match scene.told() {
            Some(stretch) => place(stretch.first().and_then(|first| in_year(date.part, first.year() + years)), Grounds::Focus(stretch)),
            None => scene.published.map_or_else(missing, |day| place(in_year(date.part, day.year() + years), Grounds::Published)),
        },
        Year::Unsaid => without_year(date, bound, scene),
    }
}

/// "the 1988 quarter": the period that the report is about, in another year.
fn reported_in(year: i32, scene: &Scene) -> Resolved {
    let last = || scene.published.and_then(|day| Stretch::holding(day, Unit::Quarter)?.step(-1));
    let period = scene.quarter.map(|focus| focus.stretch).or_else(last);
    let Some((period, own)) = period.and_then(|period| Some((period, period.first()?.year()))) else { return missing() };
    place(period.years_on(year - own), Grounds::Focus(period))
}

/// A part of a known year.
fn in_year(part: Part, year: i32) -> Option<Stretch> {
    Some(match part {
        Part::Whole => Stretch::Year(year),
        Part::Month(month) => Stretch::Month(year, u32::from(month)),
        Part::Day(month, day) => Stretch::Day(NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))?),
        Part::Season(season) => Stretch::Season(year, u32::from(season)),
        Part::Quarter(quarter) => Stretch::Quarter(year, u32::try_from(quarter).ok().filter(|quarter| *quarter > 0)?),
        Part::Half(half) => Stretch::Half(year, u32::from(half)),
        Part::Holiday(number) => Stretch::Day(holiday::day(number, year)?),
        Part::DayOnly(_) => return None,
    })
}

fn without_year(date: &Date, bound: Option<Bound>, scene: &Scene) -> Resolved {
    if let Part::DayOnly(day) = date.part {
        return of_day_only(day, bound, scene);
    }
    // "The rains come in July", in a guide.
    if scene.habit && matches!(date.part, Part::Month(_) | Part::Day(..) | Part::Season(_) | Part::Holiday(_)) {
        return open();
    }
    if let Part::Quarter(quarter @ ..=0) = date.part {
        return scene.published.map_or_else(missing, |day| {
            place(Stretch::holding(day, Unit::Quarter).and_then(|now| now.step(i32::from(quarter))), Grounds::Published)
        });
    }
    let goes_on = |story: &Stretch| {
        let same = in_year(date.part, story.first().map_or(0, |first| first.year())).and_then(Stretch::last);
        scene.narrative || same.zip(story.first()).is_none_or(|(end, first)| end >= first || (first - end).num_days() > HALF_A_YEAR)
    };
    // News goes on from what it told of another year, over its end too ("elected in November, took office in January"), but not
    // backwards: "arrested in May 2020 ... the trial, which opened in March".
    // "is scheduled to begin on March 16" looks ahead from the day of writing, in a history too.
    if let Some(story) = scene.story().filter(goes_on).filter(|_| !scene.from_now) {
        return in_story(date, story, scene.narrative);
    }
    let Some(day) = scene.published else { return missing() };
    let year = day.year();
    let candidates: Vec<_> = (year - 1..=year + 1).filter_map(|year| in_year(date.part, year)).collect();
    let fits = |stretch: &&Stretch| match (date.weekday, stretch) {
        (Some(weekday), Stretch::Day(day)) => day.weekday().number_from_monday() == u32::from(weekday),
        _ => true,
    };
    let nearest = |stretches: &mut dyn Iterator<Item = &Stretch>| stretches.min_by_key(|stretch| distance(**stretch, day)).copied();
    let agreeing = nearest(&mut candidates.iter().filter(fits)).filter(|_| date.weekday.is_some());
    let back = candidates.iter().rev().find(|stretch| stretch.first().is_some_and(|first| first <= day)).copied();
    let ahead = candidates.iter().find(|stretch| stretch.last().is_some_and(|last| last >= day)).copied();
    let close = nearest(&mut candidates.iter());
    let compared = scene.measure == Measure::Compared && matches!(date.part, Part::Quarter(_) | Part::Half(_));
    let pick = match direction(bound, date.weekday.is_some(), scene) {
        // "lower than in the first half", "up from the second quarter".
        _ if compared => back,
        1 if is_just_over(date.part, back, day) => back,
        1 => ahead,
        // "announced a rally on June 9", on June 5: nobody tells last year's day so. "Has offered it until the end of March", in February.
        -1 if is_just_ahead(date.part, bound, (back, ahead), day) => ahead,
        -1 => back,
        0 if matches!(date.part, Part::Quarter(_) | Part::Half(_)) => back,
        // Words without a tense: what lies nearest, the past first.
        _ => close.or(back),
    };
    let stretch = agreeing.or(pick);
    let other = if stretch == back { ahead } else { back }.filter(|other| Some(*other) != stretch);
    let other = other.filter(|_| matches!(scene.tense, Tense::Present | Tense::Arranged | Tense::Unknown));
    Resolved { other, ..place(stretch, Grounds::Published) }
}

/// Days from which a day or an end lies too far back to be told without its year, if the next one is near.
const NEARLY_A_YEAR: i64 = 300;
/// Days to that next one.
const SOON: i64 = 45;

/// Whether a day without a year, or a month at the end of a stretch, is the coming one though the verb is in the past.
fn is_just_ahead(part: Part, bound: Option<Bound>, (back, ahead): (Option<Stretch>, Option<Stretch>), day: NaiveDate) -> bool {
    let end = matches!(part, Part::Month(_)) && bound == Some(Bound::Until);
    let since = back.and_then(Stretch::last).map(|end| (day - end).num_days());
    let until = ahead.and_then(Stretch::first).map(|first| (first - day).num_days());
    (matches!(part, Part::Day(..)) || end) && since.zip(until).is_some_and(|(since, until)| since > NEARLY_A_YEAR && until < SOON)
}

/// Days in which the results of a quarter are still to come.
const SEASON_OF_RESULTS: i64 = 90;

/// Whether words that look ahead speak of the quarter or half that has just ended: "it will report a third-quarter loss" in October.
fn is_just_over(part: Part, back: Option<Stretch>, day: NaiveDate) -> bool {
    let since = back.and_then(Stretch::last).map(|end| (day - end).num_days());
    matches!(part, Part::Quarter(_) | Part::Half(_)) && since.is_some_and(|since| (1..=SEASON_OF_RESULTS).contains(&since))
}

/// Days from the middle of a stretch to a day.
fn distance(stretch: Stretch, day: NaiveDate) -> i64 {
    match (stretch.first(), stretch.last()) {
        (Some(first), Some(last)) if first > day => (first - day).num_days().max((last - day).num_days() / 2),
        (Some(_), Some(last)) if last < day => (day - last).num_days(),
        _ => 0,
    }
}

/// Days after which a month that lies back in news is the next year's.
const HALF_A_YEAR: i64 = 182;

/// The same in a history, whose paragraphs go back and forth: from autumn to the first months only.
const EIGHT_MONTHS: i64 = 240;

/// A date without a year in a story: in the year of what was told last. A story that has passed the end of a year may mean the next.
///
/// In a history, whose paragraphs go back and forth, the same year is right more often; in news a look back of some words goes forward.
fn in_story(date: &Date, story: Stretch, narrative: bool) -> Resolved {
    let Some(first) = story.first() else { return open() };
    let same = in_year(date.part, first.year());
    let passed = story.unit() <= Unit::Month && same.and_then(Stretch::last).is_some_and(|end| end < first);
    let next = if passed { in_year(date.part, first.year() + 1) } else { None };
    let limit = if narrative { EIGHT_MONTHS } else { HALF_A_YEAR };
    let far = same.and_then(Stretch::last).is_some_and(|end| (first - end).num_days() > limit);
    let (chosen, other) = if next.is_some() && far { (next, same) } else { (same, next) };
    Resolved { other, ..place(chosen, Grounds::Focus(story)) }
}

/// "the 20th": of the month that is spoken of.
fn of_day_only(day: u8, bound: Option<Bound>, scene: &Scene) -> Resolved {
    let base = scene.story().or_else(|| scene.focus.map(|focus| focus.stretch)).filter(|stretch| stretch.unit() <= Unit::Month);
    let in_month = |first: NaiveDate| NaiveDate::from_ymd_opt(first.year(), first.month(), u32::from(day)).map(Stretch::Day);
    if let Some(stretch) = base {
        return place(stretch.first().and_then(in_month), Grounds::Focus(stretch));
    }
    let Some(published) = scene.published else { return missing() };
    let this = in_month(published);
    let months = if direction(bound, true, scene) > 0 && u32::from(day) < published.day() {
        1
    } else {
        -i32::from(direction(bound, true, scene) < 0 && u32::from(day) > published.day())
    };
    let month = Stretch::Month(published.year(), published.month()).step(months).and_then(Stretch::first);
    place(month.and_then(in_month).or(this), Grounds::Published)
}

/// "last March", "next summer", "that Christmas".
fn of_named(nth: i32, of: &Meaning, scene: &Scene) -> Resolved {
    let Meaning::Date(date) = of else { return open() };
    let told = nth == 3 || nth.abs() == 2;
    let focus = scene.told();
    let (base, grounds) = match (told.then_some(focus).flatten(), scene.published) {
        (Some(stretch), _) => (stretch, Grounds::Focus(stretch)),
        (None, Some(day)) => (Stretch::Day(day), Grounds::Published),
        (None, None) => return missing(),
    };
    let (Some(first), Some(last)) = (base.first(), base.last()) else { return open() };
    let years = || (first.year() - 2..=last.year() + 2).filter_map(|year| in_year(date.part, year));
    let holds = |stretch: &Stretch| stretch.first().is_some_and(|start| start <= first) && stretch.last().is_some_and(|end| end >= last);
    let stretch = match nth {
        -1 | -2 => years().rfind(|stretch| stretch.last().is_some_and(|end| end < first)),
        1 | 2 => years().find(|stretch| stretch.first().is_some_and(|start| start > last)),
        3 => in_year(date.part, first.year()),
        _ => years().find(holds).or_else(|| in_year(date.part, first.year())),
    };
    place(stretch, grounds)
}
