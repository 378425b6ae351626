//! Which reports tell the same event: like pairs are linked, the surest first, and a link never joins what cannot be one
//! event. The result depends on the reports alone, not on their order, and takes near-linear time.

#[cfg(test)]
mod accuracy;
pub(super) mod disagreements;
pub(super) mod figures;
mod likeness;
mod pairs;
pub(super) mod report;
#[cfg(test)]
mod tests;

use self::likeness::{Obstacle, SAME, SAME_DESPITE, common, days_apart, is_vague, likeness, obstacle};
use self::pairs::pairs;
use self::report::{Report, Words};
use crate::event::taking_part::is_said;
use crate::model::{Cancelled, Kind, Quote, Watch};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;

/// Different casts that are remembered of one event; further ones are not compared.
const CASTS: usize = 8;

/// For each report the number of its event: that of the event's first report. Sorts the reports by rank.
///
/// # Errors
/// `Cancelled` if the watch says so.
pub(crate) fn merge(reports: &mut [Report], words: &Words, watch: &dyn Watch) -> Result<Vec<usize>, Cancelled> {
    reports.sort_by_cached_key(Report::rank);
    let reports = &*reports;
    let weights = words.weights();
    let mut links: Vec<Link> = Vec::new();
    let (mut seen, mut cancelled) = (0_usize, false);
    pairs(reports, &weights, |left, right| {
        seen += 1;
        if seen % 4096 == 0 {
            cancelled = cancelled || watch.cancelled();
        }
        if !cancelled {
            links.extend(Link::between(left, right, reports, &weights));
        }
    });
    if cancelled {
        return Err(Cancelled);
    }
    // The surest first, so that a doubtful link cannot bar a sure one; contradictions last, when it is known who tells both.
    links.sort_by(|a, b| a.despite.cmp(&b.despite).then(b.score.total_cmp(&a.score)).then((a.left, a.right).cmp(&(b.left, b.right))));
    links.dedup_by_key(|link| (link.left, link.right));
    let mut clusters = Clusters::new(reports);
    for (count, link) in links.iter().enumerate() {
        if count % 4096 == 0 && watch.cancelled() {
            return Err(Cancelled);
        }
        clusters.link(link);
    }
    Ok((0..reports.len()).map(|index| clusters.find(index)).collect())
}

#[derive(Clone, Copy, Debug)]
struct Link {
    score: f64,
    left: usize,
    right: usize,
    /// The reports contradict each other.
    despite: bool,
}

impl Link {
    fn between(left: usize, right: usize, reports: &[Report], weights: &[f64]) -> Option<Self> {
        let (a, b) = (&reports[left], &reports[right]);
        let obstacle = obstacle(a, b);
        if obstacle == Obstacle::Bar {
            return None;
        }
        let despite = obstacle == Obstacle::Contradiction;
        let score = if despite { likeness_despite(a, b, weights) } else { likeness(a, b, weights) };
        (score >= if despite { SAME_DESPITE } else { SAME }).then_some(Self { score, left, right, despite })
    }
}

/// Reports that differ in day or agent are one event only if what they tell besides is the same and particular: the words,
/// the trigger, and the place or who is acted on.
fn likeness_despite(a: &Report, b: &Report, weights: &[f64]) -> f64 {
    let words = likeness::overlap(&a.words, &b.words, weights);
    let shared = a.words.iter().filter(|word| b.words.binary_search(word).is_ok()).count();
    let anchored = (a.place.is_some() && a.place == b.place) || common(&a.patients, &b.patients) > 0;
    if a.stem == b.stem && anchored && shared >= 3 { words } else { 0.0 }
}

/// What is known of an event while its reports come together.
#[derive(Debug, Default)]
struct Cluster {
    /// The stretch in which all its reports may lie.
    reach: (Option<NaiveDate>, Option<NaiveDate>),
    /// Earliest and latest "up to".
    until: Option<(NaiveDate, NaiveDate)>,
    /// Earliest and latest "from then on".
    since: Option<(NaiveDate, NaiveDate)>,
    /// Earliest end of a closed date.
    closed: Option<NaiveDate>,
    /// Every cast, once.
    casts: Vec<(Vec<usize>, Vec<usize>)>,
    /// Article -> place that it names.
    places: BTreeMap<usize, u32>,
    /// Sentences that tell it in a kind of which a sentence tells each thing once.
    sentences: HashSet<Quote>,
    /// Articles with a report of it.
    articles: HashSet<usize>,
    /// Whether agents say nothing about identity: those who meet or agree are named in any choice.
    free_cast: bool,
    /// What it tells of somebody being put into an office or out of it.
    choice: Choice,
    /// It holds reports that contradict each other.
    contradicted: bool,
}

/// Who is put into an office or out of it: "Ann Roe was elected" and "Karl Dahl was elected" are two events, and "the election" is a third.
#[derive(Debug, Default)]
struct Choice {
    /// Those of each report, sorted.
    chosen: Vec<Vec<usize>>,
    /// Whether it tells of a vote, and not for whom.
    is_vote: bool,
}

impl Choice {
    fn of(report: &Report) -> Self {
        let event = report.event;
        let chooses = matches!(event.kind, Kind::Election | Kind::Appointment) && !report.patients.is_empty();
        let is_vote = event.kind == Kind::Election && event.nominal && report.actors.is_empty();
        Self { chosen: if chooses { vec![report.patients.clone()] } else { vec![] }, is_vote }
    }

    fn agrees(&self, other: &Self) -> bool {
        let vote_apart = |a: &Self, b: &Self| a.is_vote && !b.chosen.is_empty();
        let shared = |a: &Vec<usize>| other.chosen.iter().all(|b| common(a, b) > 0);
        !vote_apart(self, other) && !vote_apart(other, self) && self.chosen.iter().all(shared)
    }

    fn take_in(&mut self, other: Self) {
        for chosen in other.chosen {
            if self.chosen.len() < CASTS && !self.chosen.contains(&chosen) {
                self.chosen.push(chosen);
            }
        }
        self.is_vote |= other.is_vote;
    }
}

impl Cluster {
    fn of(report: &Report) -> Self {
        let (from, to) = report.days;
        let once = is_said(report.event.kind) || is_vague(report.event.kind);
        let both = |day: Option<NaiveDate>| day.map(|day| (day, day));
        Self {
            reach: if report.is_undated_noun() { (None, None) } else { report.reach() },
            until: if from.is_none() { both(to) } else { None },
            since: if to.is_none() { both(from) } else { None },
            closed: from.and(to),
            casts: if report.event.evidence.heading { vec![] } else { vec![(report.agents.clone(), report.patients.clone())] },
            places: report.place.map(|place| (report.article, place)).into_iter().collect(),
            sentences: once.then_some(report.event.mention.sentence).into_iter().collect(),
            articles: HashSet::from([report.article]),
            free_cast: matches!(report.event.kind, Kind::Meeting | Kind::Agreement),
            choice: Choice::of(report),
            contradicted: false,
        }
    }

    /// Whether every report of the one may be one event with every report of the other. Pairs of stretches that all meet
    /// have a day in common (Helly), so the common stretch stands for all of them.
    fn agrees(&self, other: &Self) -> bool {
        let apart = |a: Option<(NaiveDate, NaiveDate)>, b: Option<(NaiveDate, NaiveDate)>| {
            a.zip(b).is_some_and(|(a, b)| (a.1.max(b.1) - a.0.min(b.0)).num_days() > 14)
        };
        let late = |until: Option<(NaiveDate, NaiveDate)>, closed: Option<NaiveDate>| {
            until.zip(closed).is_some_and(|(until, end)| (until.1 - end).num_days() > 60)
        };
        days_apart(self.reach, other.reach) == 0
            && !apart(self.until, other.until)
            && !apart(self.since, other.since)
            && !late(self.until, other.closed)
            && !late(other.until, self.closed)
            && self.casts_agree(other)
            && self.choice.agrees(&other.choice)
            && self.places_agree(other)
            && apart_from(&self.sentences, &other.sentences)
    }

    fn casts_agree(&self, other: &Self) -> bool {
        if self.free_cast || other.free_cast {
            return true;
        }
        let agree = |a: &(Vec<usize>, Vec<usize>), b: &(Vec<usize>, Vec<usize>)| {
            let same = a.0.is_empty() || b.0.is_empty() || common(&a.0, &b.0) > 0;
            same && common(&a.0, &b.1) == 0 && common(&b.0, &a.1) == 0
        };
        self.casts.iter().all(|a| other.casts.iter().all(|b| agree(a, b)))
    }

    fn places_agree(&self, other: &Self) -> bool {
        let (few, many) = if self.places.len() <= other.places.len() { (self, other) } else { (other, self) };
        few.places.iter().all(|(article, place)| many.places.get(article).is_none_or(|known| known == place))
    }

    /// Whether no article tells both as two events.
    fn disjoint(&self, other: &Self) -> bool {
        apart_from(&self.articles, &other.articles)
    }

    fn take_in(&mut self, other: Self) {
        let wider = |a: Option<(NaiveDate, NaiveDate)>, b: Option<(NaiveDate, NaiveDate)>| match (a, b) {
            (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
            (one, None) | (None, one) => one,
        };
        self.reach = (self.reach.0.max(other.reach.0), [self.reach.1, other.reach.1].into_iter().flatten().min());
        self.until = wider(self.until, other.until);
        self.since = wider(self.since, other.since);
        self.closed = [self.closed, other.closed].into_iter().flatten().min();
        for cast in other.casts {
            if self.casts.len() < CASTS && !self.casts.contains(&cast) {
                self.casts.push(cast);
            }
        }
        self.places.extend(other.places);
        self.sentences.extend(other.sentences);
        self.articles.extend(other.articles);
        self.free_cast |= other.free_cast;
        self.choice.take_in(other.choice);
        self.contradicted |= other.contradicted;
    }
}

/// Whether two sets share nothing; takes as long as the smaller one.
fn apart_from<T: Eq + Hash>(a: &HashSet<T>, b: &HashSet<T>) -> bool {
    if a.len() <= b.len() { a.is_disjoint(b) } else { b.is_disjoint(a) }
}

/// Disjoint sets of reports with what is known of each.
struct Clusters {
    parent: Vec<usize>,
    size: Vec<usize>,
    known: Vec<Cluster>,
    /// Pairs that were refused; they stay refused until one of them grows.
    refused: HashSet<(usize, usize)>,
}

impl Clusters {
    fn new(reports: &[Report]) -> Self {
        Self {
            parent: (0..reports.len()).collect(),
            size: vec![1; reports.len()],
            known: reports.iter().map(Cluster::of).collect(),
            refused: HashSet::new(),
        }
    }

    fn find(&mut self, mut index: usize) -> usize {
        while self.parent[index] != index {
            self.parent[index] = self.parent[self.parent[index]];
            index = self.parent[index];
        }
        index
    }

    /// Joins the events of two like reports, if all their reports may be one.
    fn link(&mut self, link: &Link) {
        let (a, b) = (self.find(link.left), self.find(link.right));
        let (low, high) = (a.min(b), a.max(b));
        if low == high || self.refused.contains(&(low, high)) {
            return;
        }
        let (one, other) = (&self.known[low], &self.known[high]);
        let fits = if link.despite { !one.contradicted && !other.contradicted && one.disjoint(other) } else { one.agrees(other) };
        if !fits {
            self.refused.insert((low, high));
            return;
        }
        // What is known moves from the smaller to the larger set, so that each report moves few times.
        let (mut large, small) = (std::mem::take(&mut self.known[low]), std::mem::take(&mut self.known[high]));
        let small = if self.size[low] < self.size[high] { std::mem::replace(&mut large, small) } else { small };
        large.take_in(small);
        large.contradicted |= link.despite;
        self.known[low] = large;
        self.parent[high] = low;
        self.size[low] += self.size[high];
    }
}
