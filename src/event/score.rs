//! How sure a finding is and how much a reader would want it, from evidence that can be told in words.

use super::lexicon::Class;
use super::merge::report::Report;
use crate::model::{Kind, Modality};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What speaks for an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// It was over a month or more before the article appeared.
    pub background: bool,
}

/// From 0 to 1: how likely one report is right in all of trigger, date and modality.
///
/// A sum of log-odds, rounded from a logistic regression on the events of the sample, of the invented articles, of MEANTIME (apple, gm) and of
/// the trial timelines of SemEval-2015 task 4; `tests/accuracy_events.rs` prints stated against measured.
pub(crate) fn confidence(evidence: &Evidence, modality: Modality) -> f64 {
    let mut odds = 1.6;
    odds -= match evidence.class {
        Class::Speech | Class::Act | Class::Strong => 0.0,
        Class::Weak | Class::Light => 1.2,
    };
    odds += if evidence.dated { 0.4 } else { 0.0 };
    odds -= match (evidence.agent, evidence.named_participants) {
        (true, _) => 0.0,
        (false, 0) => 0.4,
        (false, _) => 0.2,
    };
    odds -= if evidence.quoted { 0.7 } else { 0.0 };
    odds -= if evidence.content { 0.4 } else { 0.0 };
    odds -= match modality {
        Modality::Happened | Modality::Planned => 0.0,
        Modality::Negated => 0.8,
        Modality::Hypothetical => 0.7,
    };
    1.0 / (1.0 + f64::exp(-odds))
}

/// By how much a further article lessens the doubt: articles copy each other and are read by the same rules, so that they
/// are far from independent.
const FURTHER_ARTICLE: f64 = 0.7;
/// Further articles that count.
const FURTHER_ARTICLES: usize = 4;

/// What an event loses that was over long before every article that tells it: such articles recall it beside their own news.
const BACKGROUND: f64 = 0.4;

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
    background: bool,
    /// Importance of its most important actor.
    fame: f64,
    most_named: usize,
}

impl Standing {
    /// Of an event with these reports in a collection of so many articles; `fame` is the importance of its foremost actor.
    pub(crate) fn of(told: &[&Report], articles: usize, fame: f64) -> Self {
        // The surest report speaks for the event.
        let sure = told.iter().map(|report| confidence(&report.event.evidence, report.event.modality)).fold(0.0, f64::max);
        let reporting = told.iter().map(|report| report.article).collect::<BTreeSet<_>>().len();
        let doubt = (1.0 - sure) * (0..reporting.saturating_sub(1).min(FURTHER_ARTICLES)).fold(1.0, |doubt, _| doubt * FURTHER_ARTICLE);
        let any = |holds: fn(&Evidence) -> bool| told.iter().any(|report| holds(&report.event.evidence));
        Self {
            confidence: thousandths(1.0 - doubt),
            reporting,
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
            background: !any(|evidence| !evidence.background),
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
        weight -= if self.background { BACKGROUND } else { 0.0 };
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
            (self.background, "long before the news"),
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
