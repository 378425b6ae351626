//! Speed of the analysis of English: loading the model, whole articles on one thread, many articles on all cores.

use criterion::{Criterion, Throughput};
use dateline::language::{Model, analyse};
use rayon::prelude::*;
use std::hint::black_box;
use std::path::Path;

/// The five sample articles.
fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("the samples are there").flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a sample can be read")).collect()
}

fn benches(criterion: &mut Criterion) {
    criterion.bench_function("language/load", |bencher| bencher.iter(|| black_box(Model::load())));
    let articles = articles();
    let tokens: usize = articles.iter().map(|text| analyse(text).tokens.len()).sum();
    let mut group = criterion.benchmark_group("language/tokens");
    group.throughput(Throughput::Elements(tokens as u64));
    group.bench_function("one thread", |bencher| {
        bencher.iter(|| articles.iter().map(|text| analyse(black_box(text)).tokens.len()).sum::<usize>());
    });
    let many: Vec<&String> = articles.iter().cycle().take(10 * articles.len()).collect();
    group.throughput(Throughput::Elements(10 * tokens as u64));
    group.bench_function("all cores, fifty articles", |bencher| {
        bencher.iter(|| many.par_iter().map(|text| analyse(black_box(text)).tokens.len()).sum::<usize>());
    });
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    benches(&mut criterion);
    criterion.final_summary();
}
