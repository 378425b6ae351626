//! What confidence states against how often an event is right.

use crate::gold::{GoldArticle, GoldEvent, date_is_right, days};
use dateline::model::{Edtf, Event, Reading, Silent};
use dateline::{pipeline, read};
use serde::Deserialize;

/// An article of MEANTIME or of the timelines: text, marked in full up to a code point, and events with what is known of them.
#[derive(Deserialize)]
struct MarkedArticle {
    id: String,
    dct: String,
    text: String,
    marked: usize,
    events: Vec<MarkedEvent>,
}

#[derive(Deserialize)]
struct MarkedEvent {
    start: usize,
    end: usize,
    /// Any of these; none if nobody has said when it was.
    dates: Vec<String>,
    /// Any of these; none if nobody has said.
    modality: Vec<String>,
}

/// A day, month or year must hold the event's date or, if that is a month at most, lie in it; an open date must not be crossed.
fn date_fits(gold: &str, event: &Event) -> bool {
    let (from, to) = days(&gold.parse().expect("gold dates are EDTF"));
    let (start, end) = days(&event.when.edtf);
    match (from, to) {
        (None, Some(to)) => end.is_some_and(|end| end <= to),
        (Some(from), None) => start.is_some_and(|start| start >= from),
        (Some(from), Some(to)) => start
            .zip(end)
            .is_some_and(|(start, end)| (from <= start && end <= to) || (start <= from && to <= end && (end - start).num_days() <= 31)),
        (None, None) => true,
    }
}

/// Confidence and whether it is right, of each event of which that is known.
fn judged(articles: &[MarkedArticle], fits: impl Fn(&str, &Event) -> bool) -> Vec<(f64, bool)> {
    let readings = articles.iter().map(|article| read::from_bytes(&format!("{}.txt", article.id), article.text.as_bytes()));
    let reading = readings.fold(Reading::default(), Reading::with);
    let dates = reading.articles.iter().map(|article| {
        let gold = articles.iter().find(|gold| article.path.starts_with(&gold.id)).unwrap();
        (article.id, gold.dct.parse().unwrap())
    });
    let extraction = pipeline::extract(&reading, &dates.collect(), &mut pipeline::Memory::default(), &Silent).unwrap();
    let mut out = Vec::new();
    for event in &extraction.events {
        let (mut known, mut on_gold, mut in_time, mut as_told) = (true, false, None, None);
        for mention in &event.mentions {
            let article = extraction.article(mention.article()).unwrap();
            let gold = articles.iter().find(|gold| article.path.starts_with(&gold.id)).unwrap();
            let range = dateline::model::CodePoints::new(&article.text).range(mention.trigger);
            let mut over = gold.events.iter().filter(|marked| range.start < marked.end && marked.start < range.end).peekable();
            known &= over.peek().is_some() || range.end <= gold.marked;
            for marked in over {
                on_gold = true;
                // Some dates of MEANTIME say nothing: "XXX".
                let known: Vec<&String> = marked.dates.iter().filter(|date| date.parse::<Edtf>().is_ok()).collect();
                if !known.is_empty() {
                    *in_time.get_or_insert(false) |= known.into_iter().any(|date| fits(date, event));
                }
                if !marked.modality.is_empty() {
                    *as_told.get_or_insert(false) |= marked.modality.iter().any(|modality| modality == event.modality.as_str());
                }
            }
        }
        if known && (in_time.is_some() || !on_gold) {
            out.push((event.confidence, on_gold && in_time == Some(true) && as_told != Some(false)));
        }
    }
    out
}

#[test]
fn confidence_says_how_often_an_event_is_right() {
    let lines = |text: &str| text.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<MarkedArticle>>();
    let mut judgements = judged(&lines(include_str!("../gold/events/meantime.jsonl")), date_fits);
    judgements.extend(judged(&lines(include_str!("../gold/events/timeline.jsonl")), date_fits));
    let sample = read::sample();
    let seeds = include_str!("../gold/events/seeds.jsonl").lines().map(|line| {
        let gold: GoldArticle = serde_json::from_str(line).unwrap();
        let article = sample.articles.iter().find(|article| article.path.ends_with(&gold.id)).unwrap();
        let of =
            |event: GoldEvent| MarkedEvent { start: event.start, end: event.end, dates: vec![event.date], modality: vec![event.modality] };
        let (id, dct) = (article.path.clone(), article.published.as_ref().unwrap().date.to_string());
        MarkedArticle { id, dct, text: article.text.to_string(), marked: usize::MAX, events: gold.events.into_iter().map(of).collect() }
    });
    judgements.extend(judged(&seeds.collect::<Vec<_>>(), date_is_right));
    let fresh = include_str!("../gold/events/fresh.jsonl").lines().map(|line| {
        let gold: GoldArticle = serde_json::from_str(line).unwrap();
        let of =
            |event: GoldEvent| MarkedEvent { start: event.start, end: event.end, dates: vec![event.date], modality: vec![event.modality] };
        MarkedArticle {
            id: gold.id,
            dct: gold.date,
            text: gold.text,
            marked: usize::MAX,
            events: gold.events.into_iter().map(of).collect(),
        }
    });
    judgements.extend(judged(&fresh.collect::<Vec<_>>(), date_is_right));
    println!("{} events\nstated      n  mean  right", judgements.len());
    let mut apart = Vec::new();
    for (from, to) in [(0.0, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.0)] {
        let bin: Vec<_> = judgements.iter().filter(|(stated, _)| from <= *stated && *stated < to).collect();
        let mean = |sum: f64| sum / bin.len().max(1) as f64;
        let stated = mean(bin.iter().map(|(stated, _)| stated).sum());
        let right = mean(bin.iter().map(|(_, right)| f64::from(u8::from(*right))).sum());
        println!("{from:.2}-{to:.2} {:4}  {stated:.2}  {right:.2}", bin.len());
        if bin.len() >= 20 && (stated - right).abs() > 0.08 {
            apart.push(format!("stated {stated:.2}, right {right:.2}"));
        }
    }
    assert!(apart.is_empty(), "{apart:?}");
    assert!(judgements.len() > 200, "{}", judgements.len());
}
