//! When the file of an article has another text: which article and which events come after those of before, so that what was
//! decided on them stands.
//!
//! An article is named by its text and an event by its place, so both get other ids. The log of decisions is not rewritten: it
//! says what was decided, and a renewal says what that means now.

use crate::model::{ArticleId, Event, EventId, Extraction, Mention};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Two sentences with less than this share of their words in common do not tell the same.
const ALIKE: f64 = 0.5;

/// One article in the place of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewal {
    /// The one of before.
    pub old: ArticleId,
    /// The one that stands in its place.
    pub new: ArticleId,
    /// Events of the one with those of the other that are told by the same words.
    pub events: Vec<(EventId, EventId)>,
}

/// What ids of before mean now.
#[derive(Default)]
pub(super) struct Renewed {
    pub(super) articles: HashMap<ArticleId, ArticleId>,
    pub(super) events: HashMap<EventId, EventId>,
}

impl Renewed {
    /// The renewals in the order in which they were made.
    pub(super) fn new(renewals: &[Renewal]) -> Self {
        let mut all = Self::default();
        for renewal in renewals.iter().rev() {
            let article = all.article(renewal.new);
            all.articles.insert(renewal.old, article);
            for (old, new) in &renewal.events {
                let event = all.event(*new);
                all.events.insert(*old, event);
            }
        }
        all
    }

    /// The article that this one is now.
    pub(super) fn article(&self, id: ArticleId) -> ArticleId {
        self.articles.get(&id).copied().unwrap_or(id)
    }

    /// The event, named by its trigger, that this one is now.
    pub(super) fn event(&self, id: EventId) -> EventId {
        self.events.get(&id).copied().unwrap_or(id)
    }
}

/// Which events of the old article are told in the new one: by the same trigger in sentences that are alike, the most alike
/// first, and of those in their order.
pub fn renewal(before: &Extraction, after: &Extraction, old: ArticleId, new: ArticleId) -> Renewal {
    let (before, after) = (told(before, old), told(after, new));
    let mut by_trigger: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, report) in after.iter().enumerate() {
        by_trigger.entry(&report.trigger).or_default().push(at);
    }
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (place, report) in before.iter().enumerate() {
        for at in by_trigger.get(report.trigger.as_str()).into_iter().flatten() {
            let alike = report.alike(&after[*at]);
            if alike >= ALIKE {
                pairs.push((alike, place, *at));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1.abs_diff(a.2), a.1).cmp(&(b.1.abs_diff(b.2), b.1))));
    let (mut used, mut taken, mut events) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for (_, place, at) in pairs {
        if !used.contains(&place) && !taken.contains(&at) {
            used.insert(place);
            taken.insert(at);
            events.push((before[place].id, after[at].id));
        }
    }
    events.sort_unstable();
    Renewal { old, new, events }
}

/// One report in an article, by its words.
struct Report {
    id: EventId,
    start: usize,
    trigger: String,
    sentence: Vec<String>,
}

impl Report {
    /// The share of words in common, from 0 to 1.
    fn alike(&self, other: &Self) -> f64 {
        let (mine, theirs): (BTreeSet<&String>, BTreeSet<&String>) = (self.sentence.iter().collect(), other.sentence.iter().collect());
        let common = mine.intersection(&theirs).count();
        common as f64 / mine.union(&theirs).count().max(1) as f64
    }
}

fn told(extraction: &Extraction, id: ArticleId) -> Vec<Report> {
    let Some(article) = extraction.article(id) else { return Vec::new() };
    let words =
        |text: &str| text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let report = |mention: &Mention| Report {
        id: EventId::of(id, mention.trigger),
        start: mention.trigger.start(),
        trigger: mention.trigger.text(&article.text).to_lowercase(),
        sentence: words(mention.sentence.span.text(&article.text)),
    };
    let mentions = extraction.events.iter().flat_map(|event: &Event| &event.mentions).filter(|mention| mention.article() == id);
    let mut all: Vec<Report> = mentions.map(report).collect();
    all.sort_by_key(|report| report.start);
    all
}
