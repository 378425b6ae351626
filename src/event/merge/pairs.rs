//! Which reports are compared at all: those that share a time and an actor, a place or a telling word. Near-linear, since
//! a report meets at most [`NEAR`] others under each of its keys.

use super::likeness::family;
use super::report::Report;
use chrono::{Datelike as _, NaiveDate};

/// How many of the reports before it, in order of rank, a report meets under one key.
const NEAR: usize = 12;
/// Actors of one report that give keys.
const ACTORS: usize = 6;
/// Words of one report that give keys: the most telling ones.
const TELLING: usize = 3;

/// What reports have in common that are compared.
#[derive(Clone, Copy)]
enum Key {
    ActorAndStem = 1,
    ActorAndKind,
    ActorAndWord,
    PlaceAndKind,
    StemAndWord,
    StemInArticle,
    KindInArticle,
    Long,
}

/// Calls `meet` with pairs of places in `reports`, which must be in order of rank; a pair may come more than once.
/// Numbers of words are compared by weight and place only, so that the pairs depend on the reports alone.
pub(crate) fn pairs(reports: &[Report], weights: &[f64], mut meet: impl FnMut(usize, usize)) {
    let mut entries: Vec<(u64, u32)> = Vec::new();
    for (index, report) in reports.iter().enumerate() {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        keys(report, weights, |key| entries.push((key, index)));
    }
    entries.sort_unstable();
    entries.dedup();
    for (position, &(key, right)) in entries.iter().enumerate() {
        for &(other, left) in entries[position.saturating_sub(NEAR)..position].iter().rev() {
            if other != key {
                break;
            }
            meet(left as usize, right as usize);
        }
    }
}

fn keys(report: &Report, weights: &[f64], mut add: impl FnMut(u64)) {
    let kind = u64::from(family(report.event.kind));
    let stem = u64::from(report.stem);
    let mut telling = report.words.clone();
    telling.sort_by(|a, b| weights[*b as usize].total_cmp(&weights[*a as usize]).then(a.cmp(b)));
    telling.truncate(TELLING);
    let article = report.article as u64;
    add(mix(Key::StemInArticle, [stem, article, 0]));
    add(mix(Key::KindInArticle, [kind, article, u64::from(report.event.evidence.heading)]));
    let months = months(report);
    if months.is_empty() {
        for actor in report.actors.iter().chain(&report.agents).take(ACTORS) {
            add(mix(Key::Long, [stem, *actor as u64, 0]));
        }
    }
    for month in months {
        for actor in report.actors.iter().chain(&report.agents).take(ACTORS) {
            let actor = *actor as u64;
            add(mix(Key::ActorAndStem, [month, actor, stem]));
            add(mix(Key::ActorAndKind, [month, actor, kind]));
            for word in &telling {
                add(mix(Key::ActorAndWord, [month, actor, u64::from(*word)]));
            }
        }
        if let Some(place) = report.place {
            add(mix(Key::PlaceAndKind, [month, u64::from(place), kind]));
        }
        for word in &telling {
            add(mix(Key::StemAndWord, [month, stem, u64::from(*word)]));
        }
    }
}

/// The months that a report may lie in, if they are few; an open date counts by its known end.
fn months(report: &Report) -> Vec<u64> {
    let (from, to) = report.reach();
    let (Some(first), Some(last)) = (from.or(to), to.or(from)) else { return Vec::new() };
    let month = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let (first, last) = (month(first), month(last));
    if last - first > 2 { Vec::new() } else { (first..=last).map(i64::cast_unsigned).collect() }
}

/// One number of a key. Two keys may share it: that costs a comparison, no more.
fn mix(key: Key, parts: [u64; 3]) -> u64 {
    parts.iter().fold(key as u64, |hash, part| {
        let mixed = (hash ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed ^ (mixed >> 29)
    })
}
