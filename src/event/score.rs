//! How sure a finding is and how much a reader would want it, from evidence that can be told in words.

use super::lexicon::Class;
use super::report::Report;
use crate::model::{Kind, Modality};
use std::collections::BTreeMap;

/// What speaks for an event.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent observation")]
pub struct Evidence {
    /// A date stands in its clause.
    pub dated: bool,
    /// Its date was taken from the story before.
    pub date_taken_up: bool,
    /// How many actors take part.
    pub named_participants: usize,
    /// One of them acts or speaks.
    pub agent: bool,
    /// How sure the word alone is.
    pub class: Class,
    /// It stands in direct speech.
    pub quoted: bool,
    /// It stands in the content of a statement.
    pub content: bool,
    /// It stands in a headline.
    pub heading: bool,
    /// Its verb has a tense.
    pub finite: bool,
    /// It stands at the head of the article.
    pub first_block: bool,
}

/// From 0 to 1: how sure one report is. A weighted sum, to be read with the table of stated against measured.
pub(crate) fn confidence(evidence: &Evidence, modality: Modality) -> f64 {
    let mut sum: f64 = match evidence.class {
        Class::Speech => 0.62,
        Class::Act | Class::Strong => 0.60,
        Class::Light => 0.5,
        Class::Weak => 0.40,
    };
    sum += if evidence.dated { 0.15 } else { 0.0 };
    sum += if evidence.agent {
        0.15
    } else if evidence.named_participants > 0 {
        0.08
    } else {
        0.0
    };
    sum += if evidence.finite { 0.05 } else { 0.0 };
    sum -= if evidence.quoted { 0.12 } else { 0.0 };
    sum -= if evidence.content { 0.08 } else { 0.0 };
    sum -= if modality == Modality::Hypothetical { 0.15 } else { 0.0 };
    sum.clamp(0.05, 0.98)
}

/// All that speaks for an event, from all its reports.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent observation")]
pub(crate) struct Standing {
    /// From 0 to 1: how sure the finding is.
    pub confidence: f64,
    reporting: usize,
    articles: usize,
    dated: bool,
    date_taken_up: bool,
    agent: bool,
    named: bool,
    only_quoted: bool,
    only_content: bool,
    open: bool,
    weak_word: bool,
    head: bool,
    /// Importance of its most important actor.
    fame: f64,
    most_named: usize,
}

impl Standing {
    /// Of an event with these reports in a collection of so many articles; `fame` is the importance of its foremost actor.
    pub(crate) fn of(told: &[&Report], articles: usize, fame: f64) -> Self {
        // The surest report of an article speaks for it; articles are taken to err independently.
        let mut doubts: BTreeMap<usize, f64> = BTreeMap::new();
        for report in told {
            let doubt = 1.0 - confidence(&report.event.evidence, report.event.modality);
            let least = doubts.entry(report.article).or_insert(1.0);
            *least = least.min(doubt);
        }
        let any = |holds: fn(&Evidence) -> bool| told.iter().any(|report| holds(&report.event.evidence));
        Self {
            confidence: thousandths(1.0 - doubts.values().product::<f64>()),
            reporting: doubts.len(),
            articles,
            dated: any(|evidence| evidence.dated),
            date_taken_up: any(|evidence| evidence.date_taken_up),
            agent: any(|evidence| evidence.agent),
            named: any(|evidence| evidence.named_participants > 0),
            only_quoted: !any(|evidence| !evidence.quoted),
            only_content: !any(|evidence| !evidence.content),
            open: told.iter().all(|report| report.event.modality == Modality::Hypothetical),
            weak_word: !any(|evidence| !matches!(evidence.class, Class::Weak | Class::Light)),
            head: any(|evidence| evidence.first_block || evidence.heading),
            fame,
            most_named: told.iter().map(|report| report.event.evidence.named_participants).max().unwrap_or(0),
        }
    }

    /// What the confidence rests on, in words: "2 articles, explicit date, named agent".
    pub(crate) fn confidence_why(&self) -> String {
        let articles = if self.reporting == 1 { "1 article".to_owned() } else { format!("{} articles", self.reporting) };
        let date = match (self.dated, self.date_taken_up) {
            (true, _) => "explicit date",
            (false, true) => "date from the story before",
            (false, false) => "no date in its clause",
        };
        let cast = match (self.agent, self.named) {
            (true, _) => "named agent",
            (false, true) => "named participant, no agent",
            (false, false) => "nobody named",
        };
        let doubts = [
            (self.weak_word, "the word alone is a weak sign"),
            (self.only_quoted, "only in direct speech"),
            (!self.only_quoted && self.only_content, "only as told by someone"),
            (self.open, "only possible"),
        ];
        let doubts = doubts.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words);
        [articles.as_str(), date, cast].into_iter().chain(doubts).collect::<Vec<_>>().join(", ")
    }

    /// From 0 to 1: how much it would be wanted in a short list. The kind, the place in the article and the cast of its best
    /// report count for 0.6, the share of the articles for 0.25, the fame of its foremost actor for 0.15.
    pub(crate) fn importance(&self, kind: Kind) -> f64 {
        let mut weight = kind_weight(kind);
        weight += if self.dated { 0.15 } else { 0.0 };
        weight += if self.head { 0.15 } else { 0.0 };
        weight += 0.05 * self.most_named.min(3) as f64;
        weight -= if self.only_quoted || self.only_content { 0.1 } else { 0.0 };
        weight -= if self.open { 0.1 } else { 0.0 };
        let spread = if self.articles > 1 { (self.reporting as f64).ln_1p() / (self.articles as f64).ln_1p() } else { 0.0 };
        thousandths(0.6 * weight.clamp(0.0, 1.0) + 0.25 * spread + 0.15 * self.fame)
    }

    /// What the importance rests on, in words: "attack, 2 of 5 articles, at the head of an article, explicit date".
    pub(crate) fn importance_why(&self, kind: Kind) -> String {
        let mut parts = vec![kind.as_str().to_owned(), format!("{} of {} articles", self.reporting, self.articles)];
        let grounds = [
            (self.head, "at the head of an article"),
            (self.dated, "explicit date"),
            (self.most_named > 1, "several participants"),
            (self.fame >= 0.5, "an actor that the articles are about"),
            (self.only_quoted || self.only_content, "only as told by someone"),
            (self.open, "only possible"),
        ];
        parts.extend(grounds.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words.to_owned()));
        parts.join(", ")
    }
}

/// What a reader of news looks for first.
const fn kind_weight(kind: Kind) -> f64 {
    match kind {
        Kind::Attack | Kind::Agreement | Kind::Election | Kind::Disaster => 0.5,
        Kind::Meeting | Kind::Sanction | Kind::Deployment | Kind::Appointment | Kind::Legal | Kind::Protest | Kind::Aid => 0.45,
        Kind::Warning | Kind::Demand | Kind::Rejection | Kind::Economy => 0.35,
        Kind::Accusation => 0.3,
        Kind::Statement | Kind::Other => 0.2,
    }
}

fn thousandths(value: f64) -> f64 {
    (value.clamp(0.0, 1.0) * 1000.0).round() / 1000.0
}
