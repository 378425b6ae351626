//! Articles with what careful readers list of them, and when a date is right.

use chrono::{Days, NaiveDate};
use dateline::model::{DateSource, Edtf, Event, Extraction, Modality, Published, Reading, Silent};
use dateline::{pipeline, read};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
pub(crate) struct GoldArticle {
    pub(crate) id: String,
    /// The article, where it is no sample.
    #[serde(default)]
    pub(crate) text: String,
    /// Its day.
    pub(crate) date: String,
    /// Whether a person gave its day, because the text tells none with a year.
    #[serde(default)]
    pub(crate) given: bool,
    pub(crate) events: Vec<GoldEvent>,
}

#[derive(Deserialize)]
pub(crate) struct GoldEvent {
    pub(crate) tier: String,
    pub(crate) group: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: String,
    pub(crate) date: String,
    pub(crate) modality: String,
    pub(crate) actors: Vec<String>,
}

/// First day and the day after the last one; `None` is open.
pub(crate) fn days(edtf: &Edtf) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let bounds = edtf.bounds();
    (bounds.earliest.map(|at| at.date()), bounds.latest.map(|at| at.date()))
}

/// A day must be that day, three days off if approximate; an open date must be open or end (begin) within the year; a range must be met by half.
pub(crate) fn date_is_right(gold: &str, event: &Event) -> bool {
    let (from, to) = days(&gold.parse().expect("gold dates are EDTF"));
    let (start, end) = days(&event.when.edtf);
    let slack: u32 = if gold.contains('~') { 3 } else { 0 };
    let close = |a: NaiveDate, b: NaiveDate| (a - b).num_days().abs() <= i64::from(slack);
    match (from, to) {
        _ if start.is_none() && end.is_none() => event.modality == Modality::Hypothetical,
        (None, Some(to)) => end.is_some_and(|end| end <= to + Days::new(u64::from(slack)) && end >= to - Days::new(366)),
        (Some(from), None) => {
            start.is_some_and(|start| start >= from - Days::new(u64::from(slack)) && start <= from + Days::new(366))
                && end.is_none_or(|end| end > from + Days::new(1))
        }
        (Some(from), Some(to)) => match (start, end) {
            (None, Some(end)) => slack > 0 && close(end, to),
            (Some(start), Some(end)) if (to - from).num_days() <= 1 => close(start, from) && close(end, to),
            (Some(start), Some(end)) => {
                let shared = (to.min(end) - from.max(start)).num_days();
                (gold.starts_with('[') && from <= start && end <= to) || shared * 2 >= (to.max(end) - from.min(start)).num_days()
            }
            _ => false,
        },
        (None, None) => true,
    }
}

pub(crate) fn extract(reading: &Reading) -> Extraction {
    pipeline::extract(reading, &BTreeMap::new(), &mut pipeline::Memory::default(), &Silent).expect("nothing cancels it")
}

/// The articles of gold that holds their text.
pub(crate) fn read_gold(gold: &str) -> Reading {
    let articles = gold.lines().map(|line| serde_json::from_str::<GoldArticle>(line).unwrap());
    let reading = articles.map(|article| {
        let mut reading = read::from_bytes(&article.id, article.text.as_bytes());
        for read in reading.articles.iter_mut().filter(|_| article.given) {
            read.published = Some(Published { date: article.date.parse().unwrap(), source: DateSource::Sidecar, span: None, note: None });
        }
        reading
    });
    reading.fold(Reading::default(), Reading::with)
}
