//! How well reports of one event are brought together: MEANTIME's events of two topics, given those of its mentions whose identity is marked.
//!
//! MUC, B³ and CEAF-e and their mean, the measure of CoNLL-2011/2012. CEAF-e aligns greedily, best pairs first.

use super::merge;
use crate::actor::link;
use crate::event::article_events::{ArticleFindings, read_marked};
use crate::event::chronology::reports;
use crate::language::analyse;
use crate::model::{Article, ArticleId, Block, BlockKind, DateSource, Published, Silent, Span};
use crate::time::find;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
struct Document {
    id: String,
    dct: String,
    text: String,
    events: Vec<Marked>,
}

#[derive(Deserialize)]
struct Marked {
    start: usize,
    end: usize,
    instance: Option<String>,
}

type Place = (usize, Span);
type Sets = Vec<BTreeSet<Place>>;

fn article(document: &Document) -> Article {
    let text = &document.text;
    let mut at = 0;
    let mut blocks = Vec::new();
    for (number, line) in text.split('\n').enumerate() {
        let kind = if number == 0 { BlockKind::Heading } else { BlockKind::Paragraph };
        blocks.extend(Span::new(at, at + line.len()).map(|span| Block { span, kind }));
        at += line.len() + 1;
    }
    let published = Published { date: document.dct.parse().unwrap(), source: DateSource::Sidecar, span: None, note: None };
    Article {
        id: ArticleId::of(text),
        path: document.id.clone(),
        title: None,
        publisher: None,
        url: None,
        published: Some(published),
        dates: Vec::new(),
        text: text.as_str().into(),
        blocks,
    }
}

/// Precision, recall and their harmonic mean.
fn harmonic(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

fn by_member(sets: &Sets) -> BTreeMap<Place, usize> {
    sets.iter().enumerate().flat_map(|(number, set)| set.iter().map(move |place| (*place, number))).collect()
}

fn muc(key: &Sets, other: &BTreeMap<Place, usize>) -> f64 {
    let parts = |set: &BTreeSet<Place>| set.iter().map(|place| other[place]).collect::<BTreeSet<_>>().len();
    let kept: usize = key.iter().map(|set| set.len() - parts(set)).sum();
    kept as f64 / key.iter().map(|set| set.len() - 1).sum::<usize>().max(1) as f64
}

fn b_cubed(key: &Sets, sets: &Sets, other: &BTreeMap<Place, usize>) -> f64 {
    let share = |set: &BTreeSet<Place>| {
        set.iter().map(|place| set.intersection(&sets[other[place]]).count() as f64).sum::<f64>() / set.len() as f64
    };
    key.iter().map(share).sum::<f64>() / key.iter().map(BTreeSet::len).sum::<usize>() as f64
}

fn ceaf(gold: &Sets, system: &Sets) -> (f64, f64) {
    let of = by_member(system);
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (number, set) in gold.iter().enumerate() {
        for other in set.iter().map(|place| of[place]).collect::<BTreeSet<_>>() {
            let shared = set.intersection(&system[other]).count() as f64;
            pairs.push((2.0 * shared / (set.len() + system[other].len()) as f64, number, other));
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut left, mut right, mut sum) = (BTreeSet::new(), BTreeSet::new(), 0.0);
    for (score, a, b) in pairs {
        if !left.contains(&a) && !right.contains(&b) {
            left.insert(a);
            right.insert(b);
            sum += score;
        }
    }
    (sum / system.len() as f64, sum / gold.len() as f64)
}

#[test]
fn reports_of_one_event_come_together_and_others_stay_apart() {
    let (mut gold, mut findings): (BTreeMap<String, BTreeSet<Place>>, Vec<_>) = (BTreeMap::new(), Vec::new());
    for (number, line) in include_str!("../../../tests/gold/events/meantime.jsonl").lines().enumerate() {
        let mut document: Document = serde_json::from_str(line).unwrap();
        // Of the others nobody has said whether they tell an event that is told elsewhere too.
        document.events.retain(|event| event.instance.is_some());
        let article = article(&document);
        let byte = |point: usize| document.text.char_indices().nth(point).map_or(document.text.len(), |(byte, _)| byte);
        let marked: Vec<Span> = document.events.iter().map(|event| Span::new(byte(event.start), byte(event.end)).unwrap()).collect();
        for (span, event) in marked.iter().zip(&document.events) {
            let instance = event.instance.clone().unwrap_or_else(|| format!("{number} {span:?}"));
            gold.entry(instance).or_default().insert((number, *span));
        }
        let analysis = analyse(&document.text);
        let times = find(article.id, &article.text, &analysis, article.published.as_ref());
        findings.push(read_marked(&article, &analysis, &times, &marked));
    }
    let findings: Vec<&ArticleFindings> = findings.iter().collect();
    let linked = link(&findings.iter().map(|found| (found.article, found.actors.as_slice())).collect::<Vec<_>>(), &Silent).unwrap();
    let (mut reports, words) = reports(&findings, &linked, &Silent).unwrap();
    let cluster = merge(&mut reports, &words, &Silent).unwrap();
    let mut groups: BTreeMap<usize, BTreeSet<Place>> = BTreeMap::new();
    for (report, first) in reports.iter().zip(cluster) {
        groups.entry(first).or_default().insert((report.article, report.event.mention.trigger));
    }
    let mut system: Sets = groups.into_values().collect();
    let gold: Sets = gold.into_values().collect();
    let known = by_member(&system);
    system.extend(gold.iter().flatten().filter(|place| !known.contains_key(*place)).map(|place| BTreeSet::from([*place])));
    let (gold_of, system_of) = (by_member(&gold), by_member(&system));
    assert_eq!(gold_of.len(), system_of.len(), "every mention is in one event");
    let (precise, complete) = (muc(&system, &gold_of), muc(&gold, &system_of));
    let muc = harmonic(precise, complete);
    let b_cubed = harmonic(b_cubed(&system, &gold, &gold_of), b_cubed(&gold, &system, &system_of));
    let (precision, recall) = ceaf(&gold, &system);
    let mean = (muc + b_cubed + harmonic(precision, recall)) / 3.0;
    println!("MUC {muc:.3} (P {precise:.3}, R {complete:.3}), B³ {b_cubed:.3}, CEAF-e {:.3}, mean {mean:.3}", harmonic(precision, recall));
    assert!(mean >= 0.78, "{mean:.3}");
}
