//! How likely two reports tell one event: what forbids it, and what speaks for it.

use super::report::Report;
use crate::event::taking_part::is_said;
use crate::model::{Kind, Modality, Precision};
use chrono::NaiveDate;

/// Likeness from which two reports are one event.
pub(crate) const SAME: f64 = 0.6;
/// Likeness from which they are one event even though they differ in their day or in who acted.
pub(crate) const SAME_DESPITE: f64 = 0.7;

/// From 0 to 1: how likely two reports tell one event, if nothing forbids it (see [`compatible`]).
pub(crate) fn likeness(a: &Report, b: &Report, weights: &[f64]) -> f64 {
    let (x, y) = (a.event, b.event);
    let shared = common(&a.actors, &b.actors);
    let smaller = a.actors.len().min(b.actors.len());
    let all = a.actors.len() + b.actors.len() - shared;
    let part = |shared: usize, of: usize| if of == 0 { 0.0 } else { shared as f64 / of as f64 };
    let cast = f64::midpoint(part(shared, smaller), part(shared, all));
    let stem = if a.stem == b.stem { 1.0 } else { 0.0 };
    let words = overlap(&a.words, &b.words, weights);
    let within = a.article == b.article;
    let headline = headline(a, b);
    if is_said(x.kind) {
        if smaller == 0 || shared < smaller {
            return 0.0;
        }
        // Two articles that let one speaker accuse the same two persons most likely tell of one statement.
        let addressed = match shared {
            0 | 1 => 0.0,
            _ if within || shared < all => 0.0,
            2 if x.kind == y.kind => 0.3,
            2 => 0.15,
            _ => 0.45,
        };
        let headline = if headline { 0.15 } else { 0.0 };
        return 0.2 * stem + 0.1 * cast + 0.75 * words + addressed + headline;
    }
    let kin = common(&a.agents, &b.agents) > 0;
    let place = match (a.place, b.place) {
        (Some(a), Some(b)) if a == b => 1.0,
        (Some(_), Some(_)) => -0.5,
        _ => 0.0,
    };
    // "the summit", and mostly "summit" alone, takes up "a summit" of the same article.
    let taken_up = within && stem > 0.0 && (x.definite || y.definite || (x.nominal && y.nominal));
    if shared == 0 && !kin && place <= 0.0 && words < 0.5 && !taken_up && !(headline && stem > 0.0) {
        return 0.0;
    }
    // Kinds that hold all sorts of things say nothing themselves.
    if is_vague(x.kind) && stem == 0.0 && words < 0.4 {
        return 0.0;
    }
    let cast = if kin { cast.max(0.6) } else { cast };
    let day = |report: &Report| report.stated() && report.event.when.precision() <= Precision::Day;
    let day = if day(a) && day(b) { 0.2 } else { 0.0 };
    let taken_up = if taken_up { 0.35 } else { 0.0 };
    let headline = if headline { 0.25 } else { 0.0 };
    // Nobody resigns, is elected or signs a treaty twice in a week.
    let once = matches!(x.kind, Kind::Agreement | Kind::Appointment | Kind::Disaster | Kind::Election) && x.kind == y.kind && cast > 0.5;
    let once = if once { 0.15 } else { 0.0 };
    0.25 * stem + 0.3 * cast + 0.15 * place + 0.45 * words + day + taken_up + headline + once
}

/// From 0 to 1: how much of what two reports say besides trigger and cast is the same. Between the share of the shorter one
/// and of both, since a short report may repeat a part of a long one; few words in common say less than many.
pub(crate) fn overlap(a: &[u32], b: &[u32], weights: &[f64]) -> f64 {
    /// About half the weight of one rare word.
    const FEW: f64 = 3.0;
    let sum = |words: &[u32]| words.iter().map(|word| weights[*word as usize]).sum::<f64>();
    let (left, right) = (sum(a), sum(b));
    let (mut shared, mut others) = (0.0, b);
    for word in a {
        others = &others[others.partition_point(|other| other < word)..];
        if others.first() == Some(word) {
            shared += weights[*word as usize];
        }
    }
    0.5 * shared / (left.min(right) + FEW) + shared / (left + right + FEW)
}

/// How many numbers two sorted lists share.
pub(crate) fn common(a: &[usize], b: &[usize]) -> usize {
    a.iter().filter(|one| b.binary_search(one).is_ok()).count()
}

/// Kinds that reports of one event may disagree about.
pub(crate) const fn family(kind: Kind) -> u8 {
    if is_said(kind) { u8::MAX } else { kind as u8 }
}

/// Kinds that hold all sorts of things.
pub(crate) const fn is_vague(kind: Kind) -> bool {
    matches!(kind, Kind::Other | Kind::Economy)
}

/// What is in the way of two reports telling one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Obstacle {
    /// Nothing.
    Nothing,
    /// They name different days or different agents: a mistake of one of them, or two events.
    Contradiction,
    /// They cannot be one.
    Bar,
}

/// Whether anything forbids that two reports tell one event.
pub(crate) fn obstacle(a: &Report, b: &Report) -> Obstacle {
    let (x, y) = (a.event, b.event);
    let kinds = family(x.kind) == family(y.kind) || (a.stem == b.stem && is_said(x.kind) == is_said(y.kind));
    if !kinds || !modalities_agree(a, b) || !same_telling(a, b) || !ends_agree(a.days, b.days) {
        return Obstacle::Bar;
    }
    // A noun without a date of its own has that of the article, though it often tells of earlier things.
    let undated = a.article == b.article && (a.is_undated_noun() || b.is_undated_noun());
    let days = if undated { 0 } else { days_apart(a.reach(), b.reach()) };
    let cast = cast_obstacle(a, b);
    match (days, cast) {
        (0, cast) => cast,
        // A day is easily mistaken, by the clock of another place or by "on Monday" for the day of the report.
        (1, Obstacle::Nothing) if a.article != b.article && !is_said(x.kind) => Obstacle::Contradiction,
        _ => Obstacle::Bar,
    }
}

fn modalities_agree(a: &Report, b: &Report) -> bool {
    let (x, y) = (a.event, b.event);
    let announced = |modality: Modality| matches!(modality, Modality::Planned | Modality::Happened);
    x.modality == y.modality
        || (announced(x.modality) && announced(y.modality) && (a.stated() || b.stated() || headline(a, b)) && !is_said(x.kind))
}

/// Whether one is the headline to the other.
fn headline(a: &Report, b: &Report) -> bool {
    a.article == b.article && a.event.evidence.heading != b.event.evidence.heading
}

/// Nobody acts in one report who is acted on in the other; and the agents are not wholly different, or it is a contradiction.
fn cast_obstacle(a: &Report, b: &Report) -> Obstacle {
    if matches!(a.event.kind, Kind::Meeting | Kind::Agreement) {
        return Obstacle::Nothing;
    }
    // A headline names its people short, or by whom they stand for.
    if headline(a, b) && a.stem == b.stem {
        return Obstacle::Nothing;
    }
    if common(&a.agents, &b.patients) > 0 || common(&b.agents, &a.patients) > 0 {
        return Obstacle::Bar;
    }
    if a.agents.is_empty() || b.agents.is_empty() || common(&a.agents, &b.agents) > 0 {
        return Obstacle::Nothing;
    }
    if a.article == b.article || is_said(a.event.kind) { Obstacle::Bar } else { Obstacle::Contradiction }
}

/// Within one article a second report takes up the first: by the same word, or by "the". Other places are other events.
fn same_telling(a: &Report, b: &Report) -> bool {
    let (x, y) = (a.event, b.event);
    if a.article != b.article {
        return true;
    }
    let places = matches!((a.place, b.place), (Some(a), Some(b)) if a != b);
    if x.mention.sentence == y.mention.sentence {
        // "will meet to discuss", "drones hit, explosions": a sentence tells a thing twice only by two words, and says each thing once.
        // "a press conference after talks": two nouns are two things.
        let nouns = x.nominal && y.nominal && x.kind == Kind::Meeting;
        return !places && a.stem != b.stem && !is_said(x.kind) && !is_vague(x.kind) && !nouns;
    }
    !places && (a.stem == b.stem || x.definite || y.definite || x.evidence.heading || y.evidence.heading)
}

/// Days between two stretches; 0 if they meet.
pub(crate) fn days_apart(a: (Option<NaiveDate>, Option<NaiveDate>), b: (Option<NaiveDate>, Option<NaiveDate>)) -> i64 {
    let gap = |end: Option<NaiveDate>, start: Option<NaiveDate>| end.zip(start).map_or(0, |(end, start)| (start - end).num_days().max(0));
    gap(a.1, b.0).max(gap(b.1, a.0))
}

/// "up to D" and "up to E" are one only if told within a fortnight; "up to D" is no event of long before.
fn ends_agree(a: (Option<NaiveDate>, Option<NaiveDate>), b: (Option<NaiveDate>, Option<NaiveDate>)) -> bool {
    match (a, b) {
        ((None, Some(x)), (None, Some(y))) | ((Some(x), None), (Some(y), None)) => (x - y).num_days().abs() <= 14,
        ((None, Some(x)), (Some(_), Some(y))) | ((Some(_), Some(y)), (None, Some(x))) => (x - y).num_days() <= 60,
        _ => true,
    }
}
