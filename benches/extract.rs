//! How long the sample articles take through the whole pipeline, from memory: the first time, and after one date was set.

#![expect(missing_docs, reason = "Criterion's macro makes a public function")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dateline::model::{Edtf, Silent};
use dateline::pipeline::{self, Memory};
use dateline::read;
use std::collections::BTreeMap;
use std::hint::black_box;

fn extract(criterion: &mut Criterion) {
    let reading = read::sample();
    let bytes = reading.articles.iter().map(|article| article.text.len() as u64).sum();
    let mut group = criterion.benchmark_group("extract the sample");
    group.throughput(Throughput::Bytes(bytes));

    group.bench_function("cold", |bencher| {
        bencher.iter(|| pipeline::extract(black_box(&reading), &BTreeMap::new(), &mut Memory::default(), &Silent));
    });

    let dates: Vec<BTreeMap<_, Edtf>> = ["2025-03-17", "2025-03-18"]
        .iter()
        .map(|date| BTreeMap::from([(reading.articles[1].id, date.parse().expect("both are dates"))]))
        .collect();
    group.bench_function("one date set", |bencher| {
        let (mut memory, mut round) = (Memory::default(), 0);
        bencher.iter(|| {
            round += 1;
            pipeline::extract(black_box(&reading), &dates[round % 2], &mut memory, &Silent)
        });
    });

    group.bench_function("read from memory", |bencher| bencher.iter(|| black_box(read::sample())));
    group.finish();
}

criterion_group!(benches, extract);
criterion_main!(benches);
