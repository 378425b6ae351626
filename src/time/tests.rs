//! Every rule's examples and traps, run.

use super::en::rules::STAGES;
use super::find::find;
use crate::language::Analysis;
use crate::model::{ArticleId, DateSource, Published};

fn published() -> Published {
    Published { date: "2025-03-17".parse().unwrap(), source: DateSource::User, span: None, note: None }
}

/// `(expression, value, rule)` of a text in an article of Monday 17 March 2025, without a language analysis.
fn times(text: &str) -> Vec<(String, String, String)> {
    let found = find(ArticleId::of(text), text, &Analysis::default(), Some(&published()));
    found.into_iter().map(|time| (time.quote.span.text(text).to_owned(), time.value, time.rule)).collect()
}

#[test]
fn every_example_runs() {
    let mut wrong = Vec::new();
    for rule in STAGES.iter().copied().flatten().copied().flatten() {
        assert!(!rule.examples.is_empty(), "{} has no example", rule.name);
        for (example, value) in rule.examples {
            let text = example.replace(['[', ']'], "");
            let words = example.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map(|(words, _)| words).unwrap();
            let found = times(&text);
            if !found.iter().any(|(found, with, _)| found == words && with == value) {
                wrong.push(format!("{}: {example:?} should give {value}, found {found:?}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_trap_snaps() {
    let mut wrong = Vec::new();
    for rule in STAGES.iter().copied().flatten().copied().flatten() {
        for trap in rule.traps {
            let found = times(trap);
            if found.iter().any(|(_, _, by)| by == rule.name) {
                wrong.push(format!("{} is trapped by {trap:?}: {found:?}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
