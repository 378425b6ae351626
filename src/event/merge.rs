//! Which reports tell the same event: candidates meet in blocks (kind, actor, month), pairs are scored, a link never joins
//! two different stated dates. Deterministic; near-linear, since a report is compared with at most `BLOCK` others a block.

use super::article_events::LocalEvent;
use super::participants::is_said;
use crate::model::{Basis, Kind, Modality, Precision, Role, When};
use chrono::{Datelike as _, NaiveDate, TimeDelta};
use std::collections::{BTreeMap, HashMap};

/// Comparisons per report and block.
const BLOCK: usize = 40;
/// Score from which two reports are one event.
const SAME: f64 = 0.62;

/// A report as the merger sees it.
#[derive(Debug)]
pub(crate) struct Report<'e> {
    /// The event as one article tells it.
    pub event: &'e LocalEvent,
    /// Number of the article.
    pub article: usize,
    /// Its actors, by collection-wide number, sorted.
    pub actors: Vec<usize>,
    /// Those of them that act.
    pub(crate) agents: Vec<usize>,
    /// Those of them that are acted on.
    pub(crate) patients: Vec<usize>,
    /// Bounds of its date in days; `None` is open.
    pub days: (Option<NaiveDate>, Option<NaiveDate>),
}

impl<'e> Report<'e> {
    /// Prepares a report.
    pub(crate) fn new(event: &'e LocalEvent, article: usize, number_of: &[usize]) -> Self {
        let with = |wanted: fn(Role) -> bool| {
            let mut actors: Vec<usize> =
                event.participants.iter().filter(|(_, role)| wanted(*role)).map(|(actor, _)| number_of[*actor]).collect();
            actors.sort_unstable();
            actors.dedup();
            actors
        };
        let bounds = event.when.bounds();
        let days = (bounds.earliest.map(|at| at.date()), bounds.latest.map(|at| (at - TimeDelta::seconds(1)).date()));
        Self {
            event,
            article,
            actors: with(|_| true),
            agents: with(|role| matches!(role, Role::Agent | Role::Speaker)),
            patients: with(|role| matches!(role, Role::Patient | Role::Addressee)),
            days,
        }
    }

    fn stated(&self) -> bool {
        stated(&self.event.when)
    }
}

/// Whether a date comes from words of the text.
pub(crate) fn stated(when: &When) -> bool {
    matches!(when.basis, Basis::Stated | Basis::Relative | Basis::Assigned)
}

/// For each report the number of its event; numbers are those of the event's first report.
pub(crate) fn merge(reports: &[Report]) -> Vec<usize> {
    let rarity = rarity(reports);
    let mut parent: Vec<usize> = (0..reports.len()).collect();
    let mut members: Vec<Vec<usize>> = (0..reports.len()).map(|index| vec![index]).collect();
    let mut links: Vec<(f64, usize, usize)> = Vec::new();
    for block in blocks(reports).into_values() {
        for (position, &right) in block.iter().enumerate() {
            for &left in block[..position].iter().rev().take(BLOCK) {
                let score = similarity(&reports[left], &reports[right], &rarity);
                if score >= SAME {
                    links.push((score, left, right));
                }
            }
        }
    }
    // The surest first, so that a doubtful link cannot bar a sure one.
    links.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    links.dedup_by(|a, b| (a.1, a.2) == (b.1, b.2));
    for (_, left, right) in links {
        let (a, b) = (find(&mut parent, left), find(&mut parent, right));
        if a == b || members[a].len() + members[b].len() > 200 {
            continue;
        }
        let agree = members[a].iter().all(|x| members[b].iter().all(|y| compatible(&reports[*x], &reports[*y])));
        if agree {
            let (low, high) = (a.min(b), a.max(b));
            parent[high] = low;
            let moved = std::mem::take(&mut members[high]);
            members[low].extend(moved);
        }
    }
    (0..reports.len()).map(|index| find(&mut parent, index)).collect()
}

fn find(parent: &mut [usize], mut index: usize) -> usize {
    while parent[index] != index {
        parent[index] = parent[parent[index]];
        index = parent[index];
    }
    index
}

/// Kinds that reports of one event may disagree about.
const fn family(kind: Kind) -> u8 {
    match kind {
        Kind::Statement | Kind::Accusation | Kind::Warning | Kind::Demand | Kind::Rejection => 0,
        Kind::Meeting => 1,
        Kind::Agreement => 2,
        Kind::Attack => 3,
        Kind::Deployment => 4,
        Kind::Aid => 5,
        Kind::Protest => 6,
        Kind::Sanction => 7,
        Kind::Election => 8,
        Kind::Appointment => 9,
        Kind::Legal => 10,
        Kind::Economy => 11,
        Kind::Disaster => 12,
        Kind::Other => 13,
    }
}

/// Blocks by family, actor (or place or trigger, if nobody takes part) and month; months next to each other meet.
fn blocks(reports: &[Report]) -> BTreeMap<(u8, String, i32), Vec<usize>> {
    let mut blocks: BTreeMap<(u8, String, i32), Vec<usize>> = BTreeMap::new();
    for (index, report) in reports.iter().enumerate() {
        let mut keys: Vec<String> = report.actors.iter().take(6).map(|actor| format!("a{actor}")).collect();
        keys.extend(report.event.place.as_ref().map(|place| format!("p{}", place.to_lowercase())));
        if keys.is_empty() {
            keys.push(format!("l{}", report.event.lemma));
        }
        let day = match report.days {
            (Some(from), Some(to)) if to - from < TimeDelta::days(40) => Some(from),
            (None, Some(to)) => Some(to),
            (Some(from), None) => Some(from),
            _ => None,
        };
        let months: Vec<i32> = match day {
            Some(day) => {
                let month = day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0);
                if day.day() <= 8 { vec![month, month - 1] } else { vec![month] }
            }
            None => vec![i32::MIN],
        };
        for key in keys {
            for month in &months {
                blocks.entry((family(report.event.kind), key.clone(), *month)).or_default().push(index);
            }
        }
    }
    blocks
}

/// How telling each word is: the logarithm of the share of reports without it.
fn rarity<'e>(reports: &[Report<'e>]) -> HashMap<&'e str, f64> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for report in reports {
        for word in &report.event.words {
            *counts.entry(word).or_default() += 1;
        }
    }
    let total = reports.len() as f64 + 1.0;
    counts.into_iter().map(|(word, count)| (word, (total / count as f64).ln())).collect()
}

/// From 0 to 1: how likely two reports tell one event. 0 if they cannot.
fn similarity(a: &Report, b: &Report, rarity: &HashMap<&str, f64>) -> f64 {
    if !compatible(a, b) {
        return 0.0;
    }
    let (x, y) = (a.event, b.event);
    let shared = a.actors.iter().filter(|actor| b.actors.contains(actor)).count();
    let smaller = a.actors.len().min(b.actors.len());
    let actors = if smaller == 0 { 0.0 } else { shared as f64 / smaller as f64 };
    let all = a.actors.len() + b.actors.len() - shared;
    let jaccard = if all == 0 { 0.0 } else { shared as f64 / all as f64 };
    let words = overlap(&x.words, &y.words, rarity);
    let place = match (&x.place, &y.place) {
        (Some(a), Some(b)) if a.eq_ignore_ascii_case(b) => 1.0,
        (Some(_), Some(_)) => -0.5,
        _ => 0.0,
    };
    let lemma = if x.lemma == y.lemma { 1.0 } else { 0.0 };
    let same_day = a.stated() && b.stated() && x.when.precision() <= Precision::Day && y.when.precision() <= Precision::Day;
    if is_said(x.kind) {
        // One may say many things in a day: the words must agree.
        if actors < 1.0 || smaller == 0 {
            return 0.0;
        }
        // Two articles that let one speaker accuse the same two persons most likely tell of one statement.
        let cast = match shared {
            _ if a.article == b.article || jaccard < 0.99 => 0.0,
            0 | 1 => 0.0,
            2 if x.kind == y.kind => 0.3,
            2 => 0.15,
            _ => 0.45,
        };
        return 0.25 * lemma + 0.15 * jaccard + 0.75 * words + cast;
    }
    if shared == 0 && place <= 0.0 && words < 0.5 {
        return 0.0;
    }
    let day = if same_day { 0.25 } else { 0.0 };
    let definite = if a.article == b.article && (x.definite || y.definite) { 0.15 } else { 0.0 };
    0.25 * lemma + 0.15 * actors + 0.2 * jaccard + 0.1 * place + 0.45 * words + day + definite
}

fn overlap(a: &[String], b: &[String], rarity: &HashMap<&str, f64>) -> f64 {
    let weight = |word: &String| rarity.get(word.as_str()).copied().unwrap_or(1.0);
    let shared: f64 = a.iter().filter(|word| b.binary_search(word).is_ok()).map(weight).sum();
    let (left, right) = (a.iter().map(weight).sum::<f64>(), b.iter().map(weight).sum::<f64>());
    // Between the share of the shorter and of both: a short report may repeat a part of a long one.
    let least = left.min(right);
    if least <= 0.0 { 0.0 } else { 0.5 * shared / least + shared / (left + right) }
}

/// Whether nothing forbids that two reports tell one event.
fn compatible(a: &Report, b: &Report) -> bool {
    let (x, y) = (a.event, b.event);
    if family(x.kind) != family(y.kind) {
        return false;
    }
    let announced = |m: Modality| matches!(m, Modality::Planned | Modality::Happened);
    let modality =
        x.modality == y.modality || (announced(x.modality) && announced(y.modality) && (a.stated() || b.stated()) && !is_said(x.kind));
    modality && times_meet(a, b) && casts_agree(a, b) && same_telling(a, b)
}

/// Whether nobody acts in one report who is acted on in the other, and the agents are not wholly different.
fn casts_agree(a: &Report, b: &Report) -> bool {
    if matches!(a.event.kind, Kind::Meeting | Kind::Agreement) {
        return true;
    }
    let disjoint = |x: &[usize], y: &[usize]| !x.iter().any(|actor| y.contains(actor));
    let other_agents = !a.agents.is_empty() && !b.agents.is_empty() && disjoint(&a.agents, &b.agents);
    let reversed = !disjoint(&a.agents, &b.patients) || !disjoint(&b.agents, &a.patients);
    !other_agents && !reversed
}

/// Within one article a second report takes up the first: by the same word, by "the", or in the same sentence. Other places are other events.
fn same_telling(a: &Report, b: &Report) -> bool {
    let (x, y) = (a.event, b.event);
    let places = matches!((&x.place, &y.place), (Some(a), Some(b)) if !a.eq_ignore_ascii_case(b));
    if a.article != b.article {
        return true;
    }
    !places
        && (x.lemma == y.lemma
            || x.definite
            || y.definite
            || x.mention.sentence == y.mention.sentence
            || x.evidence.heading
            || y.evidence.heading)
}

fn times_meet(a: &Report, b: &Report) -> bool {
    let (slack_a, slack_b) = (slack(a), slack(b));
    let from = |report: &Report, slack: i64| report.days.0.map(|day| day - TimeDelta::days(slack));
    let to = |report: &Report, slack: i64| report.days.1.map(|day| day + TimeDelta::days(slack.min(1)));
    let before = |end: Option<NaiveDate>, start: Option<NaiveDate>| matches!((end, start), (Some(end), Some(start)) if end < start);
    let apart = before(to(a, slack_a), from(b, slack_b)) || before(to(b, slack_b), from(a, slack_a));
    let far = match (a.days, b.days) {
        // "up to D" and "up to E" meet only if told within a fortnight.
        ((None, Some(x)), (None, Some(y))) | ((Some(x), None), (Some(y), None)) => (x - y).num_days().abs() > 14,
        ((None, Some(x)), (Some(_), Some(y))) | ((Some(_), Some(y)), (None, Some(x))) => (x - y).num_days() > 60,
        _ => false,
    };
    !apart && !far
}

/// Days by which a date that is only the article's may be late, or an approximate one off.
fn slack(report: &Report) -> i64 {
    if !report.stated() {
        if is_said(report.event.kind) { 2 } else { 4 }
    } else if report.event.when.edtf.is_doubtful() {
        3
    } else {
        0
    }
}
