//! Which stretch of the calendar a meaning names.

use super::scene::{Grounds, Known, Measure, Resolved, Scene};
use crate::time::holiday;
use crate::time::meaning::{Anchor, Bound, Count, Date, Meaning, Part, Unit, Which, Year};
use crate::time::stretch::Stretch;
use crate::time::tense::Tense;
use chrono::{Datelike as _, NaiveDate, TimeDelta};

/// Resolves a meaning that names a stretch of the calendar.
pub(in crate::time) fn resolve(meaning: &Meaning, bound: Option<Bound>, scene: &Scene) -> Resolved {
    let found = match meaning {
        Meaning::Date(date) => of_date(date, bound, scene),
        Meaning::Weekday { day, which, week } => match week {
            Some(week) => within(resolve(week, None, scene), |stretch| Some(Stretch::Day(Stretch::weekday_of(stretch.first()?, *day)?))),
            None => of_weekday(*day, *which, bound, scene),
        },
        Meaning::Shift { count, unit, anchor } => shift(*count, *unit, *anchor, scene),
        Meaning::Away { count, unit, base } => within(resolve(base, None, scene), |stretch| match count {
            Count::Exact(count) if *unit == Unit::Year && stretch.unit() > Unit::Day => stretch.years_on(count / 1000),
            _ => away(stretch, *count, *unit),
        }),
        Meaning::Piece { nth, unit: Unit::Period, of } => of_named(*nth, of, scene),
        Meaning::Piece { nth, unit, of } => within(resolve(of, None, scene), |stretch| piece(stretch, *nth, *unit)),
        Meaning::Time { day, time } => {
            let day = day.as_deref().map_or_else(|| time_day(time.minute.is_none(), scene), |day| resolve(day, bound, scene));
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

const fn open() -> Resolved {
    Resolved { known: Known::Open, grounds: Grounds::Stated, other: None }
}

const fn missing() -> Resolved {
    Resolved { known: Known::NeedsPublished, grounds: Grounds::Published, other: None }
}

const fn found(stretch: Stretch, grounds: Grounds) -> Resolved {
    Resolved { known: Known::Place(stretch), grounds, other: None }
}

fn place(stretch: Option<Stretch>, grounds: Grounds) -> Resolved {
    stretch.map_or_else(open, |stretch| found(stretch, grounds))
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
fn time_day(part: bool, scene: &Scene) -> Resolved {
    let reach = if scene.narrative { 6 } else { 1 };
    if let Some(focus) = scene.focus.filter(|focus| focus.stretch.unit() <= Unit::Day && focus.sentence + reach >= scene.sentence)
        && (scene.narrative || focus.paragraph == scene.paragraph)
    {
        return place(focus.stretch.first().map(Stretch::Day), Grounds::Focus(focus.stretch));
    }
    // "In the evening it buzzes" tells a habit.
    if scene.narrative || part && matches!(scene.tense, Tense::Present | Tense::Arranged) {
        return open();
    }
    scene.published.map_or_else(missing, |day| found(Stretch::Day(day), Grounds::Published))
}

fn of_date(date: &Date, bound: Option<Bound>, scene: &Scene) -> Resolved {
    match date.year {
        Year::Is(year) => place(in_year(date.part, year), Grounds::Stated),
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
        Year::Shift(years) => match scene.published {
            Some(day) => place(in_year(date.part, day.year() + years), Grounds::Published),
            None => missing(),
        },
        Year::Anaphoric(years) => match scene.dated.map(|dated| dated.stretch).or_else(|| scene.focus.map(|focus| focus.stretch)) {
            Some(stretch) => place(stretch.first().and_then(|first| in_year(date.part, first.year() + years)), Grounds::Focus(stretch)),
            None => scene.published.map_or_else(missing, |day| place(in_year(date.part, day.year() + years), Grounds::Published)),
        },
        Year::Unsaid => without_year(date, bound, scene),
    }
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

/// Direction in which an expression without a year looks: 1 ahead, -1 back, 0 to what is nearest.
fn direction(bound: Option<Bound>, weekday: bool, scene: &Scene) -> i32 {
    let ahead = matches!(scene.tense, Tense::Future | Tense::Arranged);
    // "rose in the year through September", "he served until March": over, unless a day of the week is told. But "shut until Friday",
    // "extended through June": the end of what began before lies ahead.
    let over = bound == Some(Bound::Until) && scene.tense == Tense::Past && !weekday || bound == Some(Bound::Since) && !ahead;
    let by = bound == Some(Bound::By) && scene.tense != Tense::Past;
    match () {
        () if over => -1,
        () if ahead || by || bound == Some(Bound::Until) => 1,
        () => -i32::from(bound == Some(Bound::After) || scene.tense == Tense::Past),
    }
}

fn without_year(date: &Date, bound: Option<Bound>, scene: &Scene) -> Resolved {
    if let Part::DayOnly(day) = date.part {
        return of_day_only(day, bound, scene);
    }
    if let Part::Quarter(quarter @ ..=0) = date.part {
        return scene.published.map_or_else(missing, |day| {
            place(Stretch::holding(day, Unit::Quarter).and_then(|now| now.step(i32::from(quarter))), Grounds::Published)
        });
    }
    if let Some(story) = scene.story() {
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
    let pick = match direction(bound, date.weekday.is_some(), scene) {
        1 => ahead,
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

/// Days from the middle of a stretch to a day.
fn distance(stretch: Stretch, day: NaiveDate) -> i64 {
    match (stretch.first(), stretch.last()) {
        (Some(first), Some(last)) if first > day => (first - day).num_days().max((last - day).num_days() / 2),
        (Some(_), Some(last)) if last < day => (day - last).num_days(),
        _ => 0,
    }
}

/// Days.
const HALF_A_YEAR: i64 = 182;

/// A date without a year in a story: in the year of what was told last. A story that has passed the end of a year may mean the next.
///
/// In a history, whose paragraphs go back and forth, the same year is right more often; in news a look back of some words goes forward.
fn in_story(date: &Date, story: Stretch, narrative: bool) -> Resolved {
    let Some(first) = story.first() else { return open() };
    let same = in_year(date.part, first.year());
    let passed = story.unit() <= Unit::Month && same.and_then(Stretch::last).is_some_and(|end| end < first);
    let next = if passed { in_year(date.part, first.year() + 1) } else { None };
    let far = same.and_then(Stretch::last).is_some_and(|end| (first - end).num_days() > HALF_A_YEAR);
    let (chosen, other) = if next.is_some() && far && !narrative { (next, same) } else { (same, next) };
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

fn of_weekday(weekday: u8, which: Which, bound: Option<Bound>, scene: &Scene) -> Resolved {
    let focus = scene.story().filter(|stretch| stretch.unit() <= Unit::Day).and_then(Stretch::first);
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
    let other = if chosen == back { ahead } else { back };
    let doubt = other != chosen && which == Which::Plain && matches!(scene.tense, Tense::Present | Tense::Arranged | Tense::Unknown);
    Resolved { other: step(other).filter(|_| doubt), ..place(step(chosen), grounds) }
}

fn shift(count: Count, unit: Unit, anchor: Anchor, scene: &Scene) -> Resolved {
    let published = || scene.published.map(|day| (Stretch::Day(day), Grounds::Published));
    let base = match anchor {
        Anchor::Published => published(),
        Anchor::Focus => scene.spoken_of(),
        Anchor::Either => scene.story().filter(|_| scene.narrative).map(|story| (story, Grounds::Focus(story))).or_else(published),
    };
    let Some((base, grounds)) = base else { return missing() };
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
        Count::Exact(_) => place(away(base, count, unit), grounds),
        Count::Some(_) => open(),
    }
}

/// The period that is compared with the one a year before: "5% more than a year earlier" is said of the month or quarter just told, and in a
/// report of earnings of its quarter.
fn compared(scene: &Scene) -> Option<Stretch> {
    let just = scene.focus.filter(|focus| focus.sentence + 1 > scene.sentence).map(|focus| focus.stretch);
    let quarter = scene
        .quarter
        .filter(|quarter| quarter.sentence + if scene.measure == Measure::Compared { 9 } else { 2 } > scene.sentence)
        .map(|focus| focus.stretch);
    match just.map(Stretch::unit) {
        Some(Unit::Month) if scene.measure == Measure::Compared => just,
        Some(Unit::Quarter | Unit::Half) => just,
        Some(Unit::Year | Unit::Month) => None,
        _ => quarter,
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

/// So many units from a stretch; the unit sets the precision.
fn away(base: Stretch, count: Count, unit: Unit) -> Option<Stretch> {
    let Count::Exact(thousandths) = count else { return None };
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
fn piece(whole: Stretch, nth: i32, unit: Unit) -> Option<Stretch> {
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

/// "last March", "next summer", "that Christmas".
fn of_named(nth: i32, of: &Meaning, scene: &Scene) -> Resolved {
    let Meaning::Date(date) = of else { return open() };
    let told = nth == 3 || nth.abs() == 2;
    let focus = scene.dated.or(scene.focus).map(|focus| focus.stretch);
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
