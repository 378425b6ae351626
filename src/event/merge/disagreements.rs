//! What the reports of one event tell differently: its day, how many, who did it, where it was.
//!
//! Only what cannot both be right counts: "in March" and "on 20 March" agree, and so do "at least 12" and "15".

use super::figures::Figure;
use super::likeness::{common, days_apart};
use super::report::Report;
use crate::actor::is_city;
use crate::event::taking_part::is_said;
use crate::model::words::edtf_words;
use crate::model::{Actor, Aspect, Disagreement, Edtf, Kind, Mention, Precision, Quote, Role, Side, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Reports of one event that are held against each other; further ones cost time and add little.
const REPORTS: usize = 200;

/// Finds what these reports of one event tell differently. `number_of` gives the number of an actor of an article.
pub(crate) fn disagreements(told: &[&Report], number_of: &[Vec<usize>], actors: &[Actor]) -> Vec<Disagreement> {
    let told = &told[..told.len().min(REPORTS)];
    if told.iter().all(|report| report.article == told[0].article) {
        return Vec::new();
    }
    let mut found: Vec<Disagreement> = Vec::new();
    found.extend(dates(told));
    found.extend(numbers(told));
    found.extend(agents(told, number_of, actors));
    found.extend(places(told));
    found
}

fn quote(report: &Report, span: Span) -> Quote {
    Quote { article: report.event.mention.article(), span }
}

/// The sides of one aspect, each with its quotes in order of the articles.
fn disagreement(about: Aspect, sides: impl IntoIterator<Item = (String, Vec<Quote>)>) -> Option<Disagreement> {
    let sides: Vec<Side> = sides
        .into_iter()
        .map(|(says, mut quotes)| {
            quotes.sort_unstable();
            quotes.dedup();
            Side { says, quotes }
        })
        .collect();
    (sides.len() > 1).then_some(Disagreement { about, sides })
}

/// Days that the texts state and that lie apart.
fn dates(told: &[&Report]) -> Option<Disagreement> {
    let dated: Vec<&&Report> = told.iter().filter(|report| report.stated() && report.event.when.precision() <= Precision::Day).collect();
    let apart = dated.iter().any(|a| dated.iter().any(|b| a.article != b.article && days_apart(a.reach(), b.reach()) > 0));
    let mut sides: BTreeMap<_, (String, Vec<Quote>)> = BTreeMap::new();
    for report in dated.iter().filter(|_| apart) {
        // The hour is no matter of dispute here.
        let day = report.days.0.filter(|_| report.days.0 == report.days.1);
        let words = day.map_or_else(|| edtf_words(&report.event.when.edtf), |day| edtf_words(&Edtf::day(day)));
        let Mention { time, sentence, .. } = report.event.mention;
        let side = sides.entry(report.days).or_insert_with(|| (words, Vec::new()));
        side.1.push(quote(report, time.unwrap_or(sentence.span)));
    }
    disagreement(Aspect::Date, sides.into_values())
}

/// Figures of the same thing that cannot both be right.
fn numbers(told: &[&Report]) -> Vec<Disagreement> {
    let mut by_thing: BTreeMap<&str, Vec<(&Report, &Figure)>> = BTreeMap::new();
    for report in told {
        for figure in &report.event.figures {
            // Two figures of one thing in one report are two things.
            if report.event.figures.iter().filter(|other| other.of == figure.of).count() == 1 {
                by_thing.entry(&figure.of).or_default().push((report, figure));
            }
        }
    }
    let differ = |figures: &[(&Report, &Figure)]| {
        figures.iter().any(|(a, x)| figures.iter().any(|(b, y)| a.article != b.article && x.contradicts(y)))
    };
    let disputed = by_thing.into_values().filter(|figures| differ(figures));
    disputed
        .filter_map(|mut figures| {
            figures.sort_by(|(a, x), (b, y)| x.low.total_cmp(&y.low).then(x.high.total_cmp(&y.high)).then(a.rank().cmp(&b.rank())));
            let mut sides: Vec<(&Figure, Vec<Quote>)> = Vec::new();
            for (report, figure) in figures {
                match sides.last_mut().filter(|(known, _)| (known.low, known.high) == (figure.low, figure.high)) {
                    Some((_, quotes)) => quotes.push(quote(report, figure.span)),
                    None => sides.push((figure, vec![quote(report, figure.span)])),
                }
            }
            disagreement(Aspect::Number, sides.into_iter().map(|(figure, quotes)| (figure.words.clone(), quotes)))
        })
        .collect()
}

/// Agents of which each report names others.
fn agents(told: &[&Report], number_of: &[Vec<usize>], actors: &[Actor]) -> Option<Disagreement> {
    let named: Vec<&&Report> = told
        .iter()
        .filter(|report| {
            !report.agents.is_empty() && !matches!(report.event.kind, Kind::Meeting | Kind::Agreement) && !is_said(report.event.kind)
        })
        .collect();
    let apart = named.iter().any(|a| named.iter().any(|b| a.article != b.article && common(&a.agents, &b.agents) == 0));
    let mut sides: BTreeMap<BTreeSet<&str>, Vec<Quote>> = BTreeMap::new();
    for report in named.iter().filter(|_| apart) {
        let acting = report.event.participants.iter().filter(|(_, role)| *role == Role::Agent);
        let side: BTreeSet<&str> = acting.map(|(actor, _)| actors[number_of[report.article][*actor]].name.as_str()).collect();
        if !side.is_empty() {
            sides.entry(side).or_default().push(report.event.mention.sentence);
        }
    }
    disagreement(Aspect::Participant, sides.into_iter().map(|(names, quotes)| (names.into_iter().collect::<Vec<_>>().join(", "), quotes)))
}

/// Two cities; of other places one may lie in the other.
fn places(told: &[&Report]) -> Option<Disagreement> {
    let mut sides: BTreeMap<String, (String, Vec<Quote>)> = BTreeMap::new();
    for report in told {
        if let Some(place) = report.event.place.as_ref().filter(|place| is_city(place)) {
            let side = sides.entry(place.to_lowercase()).or_insert_with(|| (place.clone(), Vec::new()));
            side.1.push(report.event.mention.sentence);
        }
    }
    disagreement(Aspect::Place, sides.into_values())
}
