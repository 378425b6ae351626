//! Speed of the time tagger: recognising alone, the rules with the analysis given, and everything together, over long articles.

use criterion::{Criterion, Throughput};
use dateline::language::{Analysis, analyse};
use dateline::model::{ArticleId, DateSource, Published};
use dateline::time::{find, lines_that_tell_time, own_dates};
use serde::Deserialize;
use std::hint::black_box;
use std::path::Path;

#[derive(Deserialize)]
struct Document {
    dct: String,
    text: String,
}

/// A text with its analysis and its date.
struct Article {
    id: ArticleId,
    text: String,
    analysis: Analysis,
    published: Published,
}

/// The histories of `tests/gold`.
fn articles() -> Vec<Article> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/timex/wikiwars.jsonl");
    let lines = std::fs::read_to_string(path).expect("the gold data are there");
    let documents = lines.lines().map(|line| serde_json::from_str::<Document>(line).expect("a document a line"));
    let article = |Document { dct, text }: Document| Article {
        id: ArticleId::of(&text),
        analysis: analyse(&text),
        published: Published { date: dct.parse().expect("a date"), source: DateSource::Sidecar, span: None, note: None },
        text,
    };
    documents.map(article).collect()
}

/// A single article of a megabyte: nothing can be stopped within one call, so it must be short.
fn one_megabyte(criterion: &mut Criterion, articles: &[Article]) {
    let text = articles.iter().map(|article| article.text.as_str()).cycle().flat_map(|text| [text, "\n\n"]);
    let mut long = String::new();
    for part in text {
        if long.len() >= 1 << 20 {
            break;
        }
        long.push_str(part);
    }
    let id = ArticleId::of(&long);
    let mut group = criterion.benchmark_group("one megabyte");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(long.len() as u64));
    let published = &articles[0].published;
    group.bench_function("lines that tell time", |bencher| bencher.iter(|| lines_that_tell_time(black_box(&long)).len()));
    group.bench_function("find", |bencher| bencher.iter(|| find(id, black_box(&long), &Analysis::default(), Some(published)).len()));
    group.bench_function("own dates", |bencher| bencher.iter(|| own_dates(black_box(&long)).len()));
    group.finish();
}

fn benches(criterion: &mut Criterion) {
    let articles = articles();
    let mut group = criterion.benchmark_group("time");
    group.sample_size(20);
    group.throughput(Throughput::Bytes(articles.iter().map(|article| article.text.len() as u64).sum()));
    group.bench_function("recognise", |bencher| {
        bencher.iter(|| articles.iter().map(|article| lines_that_tell_time(black_box(&article.text)).len()).sum::<usize>());
    });
    group.bench_function("rules, analysis given", |bencher| {
        let rules = |article: &Article| find(article.id, black_box(&article.text), &article.analysis, Some(&article.published)).len();
        bencher.iter(|| articles.iter().map(rules).sum::<usize>());
    });
    group.finish();
    one_megabyte(criterion, &articles);
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    benches(&mut criterion);
    criterion.final_summary();
}
