//! The `When` of a resolved expression: EDTF with its modifier and bound, basis, and the sentence that explains it.

use super::explain;
use super::scene::{Ahead, Grounds, Known, Resolved, Scene};
use super::shift::{away, day_weeks_away, same_day};
use crate::model::{Basis, CalendarUnit, Edtf, Moment, When};
use crate::time::en::context;
use crate::time::meaning::{Anchor, Bound, Count, Length, Meaning, Modifier, Reference, Unit};
use crate::time::rule::{Phrase, Side};
use crate::time::stretch::Stretch;
use crate::time::tense::Tense;
use chrono::{Datelike as _, NaiveDate};

/// The place on the calendar of an expression with these words.
pub(in crate::time) fn place(words: &str, phrase: &Phrase, resolved: &Resolved, scene: &Scene) -> When {
    let stretch = match (resolved.known, &phrase.meaning) {
        (Known::Place(stretch), _) => stretch,
        (_, Meaning::Vague(_)) if attributive(words) => return explain::unknown(words, &phrase.meaning),
        (_, Meaning::Vague(reference)) => return vague(words, *reference, scene),
        (Known::NeedsPublished, _) => return explain::needs_published(words),
        (Known::Open, Meaning::Length(length)) => {
            return to_come(words, length, scene).unwrap_or_else(|| explain::unknown(words, &phrase.meaning));
        }
        (Known::Open, Meaning::Date(_) | Meaning::Weekday { .. }) if scene.habit => return explain::habit(words),
        (Known::Open, meaning) => return explain::unknown(words, meaning),
    };
    let approximate = scene.approximate && resolved.grounds == Grounds::Published && stretch.unit() <= Unit::Week;
    let edtf = match (stretch, phrase.bound) {
        // "before dawn Monday", "after 8 p.m. on Friday": still that day.
        (Stretch::Part(day, _) | Stretch::Minute(day, ..), Some(Bound::Before | Bound::After)) if phrase.side.is_none() => Edtf::day(day),
        // "had been cancelled by noon": on that day.
        (Stretch::Part(day, _) | Stretch::Minute(day, ..), Some(Bound::By)) if scene.tense == Tense::Past => Edtf::day(day),
        (Stretch::Week(_), None)
            if matches!(phrase.modifier, None | Some(Modifier::About))
                && let Some(day) = day_weeks_away(&phrase.meaning, scene) =>
        {
            Edtf::day(day).about()
        }
        // "signed less than three months ago"
        (_, None)
            if phrase.modifier == Some(Modifier::LessThan)
                && let Some(day) = days_back(&phrase.meaning, scene) =>
        {
            scene.published.map_or(stretch.edtf(), |published| days(day, published))
        }
        // "In October they found a notebook. Two weeks later": two weeks after any day of October.
        (_, None) if let Some((from, to)) = counted_on(&phrase.meaning, stretch, resolved) => days(from, to),
        // "before the end of the year": within it.
        _ if phrase.modifier == Some(Modifier::End) && phrase.bound == Some(Bound::Before) => {
            bind(narrow(stretch, phrase.modifier, scene), Some(Bound::By), phrase.side)
        }
        _ => bind(narrow(stretch, phrase.modifier, scene), phrase.bound, phrase.side),
    };
    let edtf = if approximate || phrase.modifier == Some(Modifier::About) { edtf.about() } else { edtf };
    let basis = if resolved.grounds == Grounds::Stated { Basis::Stated } else { Basis::Relative };
    When { edtf, basis, why: explain::why(words, phrase, resolved, &edtf, scene) }
}

/// The day that so many whole units before the article's is: "three months ago".
fn days_back(meaning: &Meaning, scene: &Scene) -> Option<NaiveDate> {
    let Meaning::Shift { count: Count::Exact(thousandths @ ..0), unit, anchor: Anchor::Published } = meaning else { return None };
    match same_day(Stretch::Day(scene.published?), thousandths / 1000, *unit).filter(|_| thousandths % 1000 == 0)? {
        Stretch::Day(day) => Some(day),
        _ => None,
    }
}

/// First and last day of what is counted on from any day of a longer stretch.
fn counted_on(meaning: &Meaning, stretch: Stretch, resolved: &Resolved) -> Option<(NaiveDate, NaiveDate)> {
    let Meaning::Shift { count: Count::Exact(thousandths @ 1..), unit, anchor: Anchor::Focus } = meaning else { return None };
    let told = resolved.grounds == Grounds::Focus(stretch) && stretch.unit() > *unit && stretch.unit() <= Unit::Month;
    let on = |day: NaiveDate| match same_day(Stretch::Day(day), thousandths / 1000, *unit)? {
        Stretch::Day(day) => Some(day),
        _ => None,
    };
    Some((on(stretch.first().filter(|_| told && thousandths % 1000 == 0)?)?, on(stretch.last()?)?))
}

/// The end of a length that begins at the moment of writing: "in three weeks" is a week as far ahead, because the unit sets the precision;
/// "within ten days" and "in the next ten days" are one of those days.
fn to_come(words: &str, length: &Length, scene: &Scene) -> Option<When> {
    let day = scene.published?;
    let Count::Exact(thousandths) = length.count else { return None };
    let whole = thousandths % 1000 == 0 && length.and.is_none();
    let edtf = match scene.ahead {
        Some(Ahead::In) if length.towards == 0 => away(Stretch::Day(day), length.count, length.unit)?.edtf(),
        None if scene.tense == Tense::Past => return None,
        _ if !whole || (length.towards <= 0 && scene.ahead != Some(Ahead::Within)) => return None,
        _ => match same_day(Stretch::Day(day), thousandths / 1000, length.unit)? {
            Stretch::Day(last) => days(day, last),
            _ => return None,
        },
    };
    let edtf = if scene.approximate { edtf.about() } else { edtf };
    Some(When { edtf, basis: Basis::Relative, why: explain::vague(words, &edtf, scene) })
}

/// Adjectives say nothing of when the sentence happens: "the former minister", "a recent attack".
fn attributive(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    context().attributive.has(last)
}

/// "recently", "soon", "earlier".
fn vague(words: &str, reference: Reference, scene: &Scene) -> When {
    let Some(day) = scene.published else { return explain::needs_published(words) };
    let moment = |day| if scene.approximate { Moment::about(CalendarUnit::Day(day)) } else { Moment::exact(CalendarUnit::Day(day)) };
    let edtf = match reference {
        Reference::Past => Edtf::until(moment(day)),
        Reference::Earlier => Edtf::until(moment(day.pred_opt().unwrap_or(day))),
        Reference::Present => Edtf::On(moment(day)),
        Reference::Future | Reference::Soon => Edtf::since(moment(day)),
        // "later" may follow anything that was told before.
        Reference::Later => return When::unknown(format!("\"{words}\" does not say when")),
    };
    When { edtf, basis: Basis::Relative, why: explain::vague(words, &edtf, scene) }
}

const fn days(first: NaiveDate, last: NaiveDate) -> Edtf {
    Edtf::OneOf { from: Some(Moment::exact(CalendarUnit::Day(first))), to: Some(Moment::exact(CalendarUnit::Day(last))) }
}

/// The part of a stretch that a modifier leaves: thirds for early, mid and late, a sixth for the beginning and the end.
fn narrow(stretch: Stretch, modifier: Option<Modifier>, scene: &Scene) -> Edtf {
    let whole = stretch.edtf();
    let (Some(modifier), Some(first), Some(last)) = (modifier, stretch.first(), stretch.last()) else { return whole };
    let length = (last - first).num_days() + 1;
    if length < 3 {
        return whole;
    }
    let at = |share: i64, of: i64| first.checked_add_signed(chrono::TimeDelta::days(length * share / of)).unwrap_or(last);
    let (from, to) = match modifier {
        Modifier::Start => (first, at(1, 3).pred_opt().unwrap_or(last)),
        Modifier::Mid => (at(1, 3), at(2, 3).pred_opt().unwrap_or(last)),
        Modifier::Late => (at(2, 3), last),
        Modifier::End => (at(5, 6), last),
        Modifier::FirstHalf => (first, at(1, 2).pred_opt().unwrap_or(last)),
        Modifier::SecondHalf => (at(1, 2), last),
        Modifier::EarlierIn => (first, scene.published.filter(|day| *day >= first && *day <= last).unwrap_or(last)),
        Modifier::LaterIn => (scene.published.filter(|day| *day >= first && *day <= last).unwrap_or(first), last),
        Modifier::About | Modifier::MoreThan | Modifier::LessThan => return whole,
    };
    rounded(stretch, from, to)
}

/// A range of days, by months or years where the stretch is long.
fn rounded(stretch: Stretch, from: NaiveDate, to: NaiveDate) -> Edtf {
    let unit = |day: NaiveDate| match stretch.unit() {
        Unit::Decade | Unit::Century => CalendarUnit::Year(day.year()),
        Unit::Year | Unit::Half => CalendarUnit::Month(day.year(), day.month()),
        _ => CalendarUnit::Day(day),
    };
    let (from, to) = (unit(from), unit(to));
    match (from, to) {
        (CalendarUnit::Day(from), CalendarUnit::Day(to)) if from == to => Edtf::day(from),
        (CalendarUnit::Day(from), CalendarUnit::Day(to)) => days(from, to),
        (from, to) if from == to => Edtf::on(from),
        (from, to) => Edtf::OneOf { from: Some(Moment::exact(from)), to: Some(Moment::exact(to)) },
    }
}

/// First and last moment of a value that has both.
fn ends(edtf: Edtf) -> Option<(Moment, Moment)> {
    match edtf {
        Edtf::On(moment) => Some((moment, moment)),
        Edtf::OneOf { from: Some(from), to: Some(to) } | Edtf::Interval { from: Some(from), to: Some(to) } => Some((from, to)),
        _ => None,
    }
}

fn bind(edtf: Edtf, bound: Option<Bound>, side: Option<Side>) -> Edtf {
    let (None, Some(bound), Some((first, last))) = (side, bound, ends(edtf)) else { return edtf };
    let before = |moment: Moment| moment.unit.bounds().earliest.and_then(|at| at.date().pred_opt()).map(|day| coarse(day, moment.unit));
    let after = |moment: Moment| moment.unit.bounds().latest.map(|at| coarse(at.date(), moment.unit));
    match bound {
        Bound::Since => Edtf::Interval { from: Some(first), to: None },
        Bound::Until => Edtf::Interval { from: None, to: Some(last) },
        Bound::By => Edtf::until(last),
        Bound::Before => before(first).map_or(edtf, Edtf::until),
        Bound::After => after(last).map_or(edtf, Edtf::since),
        Bound::Throughout => Edtf::Interval { from: Some(first), to: Some(last) },
    }
}

/// A day named as coarsely as its neighbour is.
fn coarse(day: NaiveDate, like: CalendarUnit) -> Moment {
    Moment::exact(match like {
        CalendarUnit::Year(_) | CalendarUnit::Decade(_) | CalendarUnit::Century(_) => CalendarUnit::Year(day.year()),
        CalendarUnit::Month(..) | CalendarUnit::Season(..) | CalendarUnit::Quarter(..) | CalendarUnit::Half(..) => {
            CalendarUnit::Month(day.year(), day.month())
        }
        CalendarUnit::Day(_) | CalendarUnit::Minute(_) => CalendarUnit::Day(day),
    })
}

/// The period of a length that is told by its last day: "the three months to the end of December".
pub(in crate::time) fn period(length: &Length, end: &When, words: &str) -> Option<When> {
    let Count::Exact(thousandths) = length.count else { return None };
    if thousandths % 1000 != 0 || length.and.is_some() {
        return None;
    }
    let after = ends(end.edtf)?.1.unit.bounds().latest?.date();
    let (count, unit) = match length.unit {
        Unit::Quarter => (thousandths / 1000 * 3, Unit::Month),
        Unit::Half => (thousandths / 1000 * 6, Unit::Month),
        unit => (thousandths / 1000, unit),
    };
    let Stretch::Day(first) = same_day(Stretch::Day(after), -count, unit)? else { return None };
    let last = after.pred_opt()?;
    let whole = first.day() == 1 && after.day() == 1;
    let unit = |day: NaiveDate| if whole { CalendarUnit::Month(day.year(), day.month()) } else { CalendarUnit::Day(day) };
    let edtf = Edtf::Interval { from: Some(Moment::exact(unit(first))), to: Some(Moment::exact(unit(last))) };
    Some(When { edtf, basis: end.basis, why: format!("\"{words}\" is {}", crate::model::words::edtf_words(&edtf)) })
}

/// One range of two expressions: all the time from the first to the second, or once between them.
pub(in crate::time) fn join(from: &When, to: &When, side: Side, words: &str) -> Option<When> {
    let ((first, _), (_, last)) = (ends(from.edtf)?, ends(to.edtf)?);
    if first.unit.bounds().earliest? >= last.unit.bounds().latest? {
        return None;
    }
    let edtf = match side {
        Side::Between => Edtf::OneOf { from: Some(first), to: Some(last) },
        Side::From | Side::To => Edtf::Interval { from: Some(first), to: Some(last) },
    };
    let basis = if from.basis == Basis::Relative || to.basis == Basis::Relative { Basis::Relative } else { Basis::Stated };
    Some(When { edtf, basis, why: format!("\"{words}\" is {}", crate::model::words::edtf_words(&edtf)) })
}
