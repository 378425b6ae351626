//! How well time expressions are found and resolved, with a floor for each corpus under `tests/gold/timex`.
//!
//! Two measures: `value` is the attribute F1 of TempEval-3 (an overlapping expression with the same value); `cal` counts only
//! expressions that name a stretch of the calendar, right if first and last day agree: what a timeline shows.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use dateline::language::analyse;
use dateline::model::{ArticleId, CodePoints, DateSource, Published};
use dateline::time::{find, lines_that_tell_time};
use serde::Deserialize;

#[derive(Deserialize)]
struct Document {
    dct: Option<String>,
    text: String,
    timexes: Vec<Timex>,
}

#[derive(Clone, Deserialize)]
struct Timex {
    start: usize,
    end: usize,
    value: Option<String>,
}

impl Timex {
    fn value(&self) -> &str {
        self.value.as_deref().unwrap_or_default()
    }
}

#[derive(Default)]
struct Count {
    gold: usize,
    found: usize,
    right: usize,
}

impl Count {
    /// F1 in per cent.
    fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }
}

/// First and last day of a TIMEX3 value; seasons stay names, because their days differ by convention.
fn days(value: &str) -> Option<(String, String)> {
    if let Some((from, to)) = value.split_once('/') {
        return Some((days(from)?.0, days(to)?.1)).filter(|(from, _)| !from.contains("season"));
    }
    let date = value.split('T').next().unwrap_or_default();
    let (first, last) = match date.split('-').collect::<Vec<_>>()[..] {
        [year, part] if part.len() == 2 && ["SP", "SU", "FA", "AU", "WI"].contains(&part) => {
            let season = format!("season {year} {}", if part == "AU" { "FA" } else { part });
            return Some((season.clone(), season));
        }
        [year, week] if week.starts_with('W') => {
            let monday = NaiveDate::from_isoywd_opt(year.parse().ok()?, week[1..].parse().ok()?, Weekday::Mon)?;
            (monday, monday + Days::new(6))
        }
        [year, week, "WE"] => {
            let monday = NaiveDate::from_isoywd_opt(year.parse().ok()?, week[1..].parse().ok()?, Weekday::Mon)?;
            (monday + Days::new(5), monday + Days::new(6))
        }
        [year, part] => {
            let number = part.trim_start_matches(['Q', 'H']).parse::<u32>().ok()?;
            let (month, months) = match part.as_bytes().first()? {
                b'Q' => (3 * number - 2, 3),
                b'H' => (6 * number - 5, 6),
                _ => (number, 1),
            };
            let first = NaiveDate::from_ymd_opt(year.parse().ok()?, month, 1)?;
            (first, first + Months::new(months) - Days::new(1))
        }
        [year, month, day] if day.len() == 2 => {
            let day = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
            (day, day)
        }
        [years] if (2..=4).contains(&years.len()) && !value.contains('T') => {
            let (number, scale) = (years.parse::<i32>().ok()?, 10_i32.pow(4 - u32::try_from(years.len()).ok()?));
            let first = NaiveDate::from_ymd_opt((number * scale).max(1), 1, 1)?;
            (first, NaiveDate::from_ymd_opt((number + 1) * scale - 1, 12, 31)?)
        }
        _ => return None,
    };
    let text = |day: NaiveDate| format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day());
    Some((text(first), text(last)))
}

/// Pairs of overlapping expressions, each used once: equal extents first, then the longest overlap.
fn pairs(gold: &[Timex], found: &[Timex]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (g, one) in gold.iter().enumerate() {
        for (f, other) in found.iter().enumerate() {
            let overlap = one.end.min(other.end).saturating_sub(one.start.max(other.start));
            if overlap > 0 {
                let differs = (one.start, one.end) != (other.start, other.end);
                all.push((differs, usize::MAX - overlap, one.start, other.start, g, f));
            }
        }
    }
    all.sort_unstable();
    let (mut pairs, mut used) = (Vec::new(), (vec![false; gold.len()], vec![false; found.len()]));
    for (.., g, f) in all {
        if !used.0[g] && !used.1[f] {
            (used.0[g], used.1[f]) = (true, true);
            pairs.push((g, f));
        }
    }
    pairs
}

fn expressions(document: &Document) -> Vec<Timex> {
    let text = document.text.as_str();
    let dct = document.dct.as_deref().and_then(|dct| dct.parse().ok());
    let published = dct.map(|date| Published { date, source: DateSource::User, span: None, note: None });
    let points = CodePoints::new(text);
    let analysis = analyse(&lines_that_tell_time(text));
    let found = find(ArticleId::of(text), text, &analysis, published.as_ref());
    let timex = |time: dateline::model::TimeExpression| {
        let range = points.range(time.quote.span);
        Timex { start: range.start, end: range.end, value: Some(time.value) }
    };
    found.into_iter().map(timex).collect()
}

/// Value F1 and cal F1 of a corpus.
fn score(corpus: &str) -> (f64, f64) {
    let (mut value, mut cal) = (Count::default(), Count::default());
    for line in corpus.lines() {
        let document: Document = serde_json::from_str(line).expect("a gold document a line");
        let (gold, found) = (&document.timexes, expressions(&document));
        value.gold += gold.len();
        value.found += found.len();
        value.right += pairs(gold, &found).into_iter().filter(|(g, f)| gold[*g].value() == found[*f].value()).count();
        let named = |all: &[Timex]| all.iter().filter(|timex| days(timex.value()).is_some()).cloned().collect::<Vec<_>>();
        let (gold, found) = (named(gold), named(&found));
        cal.gold += gold.len();
        cal.found += found.len();
        cal.right += pairs(&gold, &found).into_iter().filter(|(g, f)| days(gold[*g].value()) == days(found[*f].value())).count();
    }
    (value.f1(), cal.f1())
}

fn check(name: &str, corpus: &str, floor: (f64, f64)) {
    let (value, cal) = score(corpus);
    println!("{name}: value {value:.1}, cal {cal:.1}");
    assert!(value >= floor.0 && cal >= floor.1, "{name}: value {value:.1} (floor {}), cal {cal:.1} (floor {})", floor.0, floor.1);
}

#[test]
fn news() {
    check("meantime-dev", include_str!("gold/timex/meantime-dev.jsonl"), (80.4, 89.2));
}

#[test]
fn history() {
    check("wikiwars", include_str!("gold/timex/wikiwars.jsonl"), (88.75, 93.35));
}

#[test]
fn other_genres() {
    check("gum", include_str!("gold/timex/gum-ccother.jsonl"), (56.75, 85.35));
}

#[test]
fn styles_of_news() {
    check("styles", include_str!("gold/timex/styles.jsonl"), (91.5, 93.3));
}
