//! What a keystroke in the search field and a click on a filter cost in a collection of 1,000 articles of news length: finding
//! the words, sifting the events, dividing what is left into lanes, counting it. The goal is 50 ms for all of it.
//!
//! `cargo bench --bench search`.

#[path = "../tests/support/board.rs"]
mod board;

use board::{Plan, board};
use criterion::Criterion;
use dateline::model::{Block, BlockKind, Board, Filter, Span};
use dateline::view::{FilterChange, LaneBy, Lanes, Query, SearchIndex, Tally};
use std::hint::black_box;

/// A paragraph of 80 words that tells no event; nine of them make an article of news length.
const FILLER: &str = "People in the harbour quarter said that they had heard nothing of the kind, and that the boats went out in the \
    morning as they always did. The council has not met since the spring; its members could not be reached, and a spokeswoman \
    referred to a statement of last year. “We will see,” said Łukasz, who mends nets. Prices on the quay have risen by a fifth, \
    mostly for cod, and the ferry to Kirkholm runs twice a day until the end of the season.";

/// A thousand articles with some ten events and 700 words each.
fn collection() -> Board {
    let mut board = board(Plan { events: 10_000, actors: 500, days: 900, undated_every: 0 });
    for article in &mut board.articles {
        let mut text = article.text.to_string();
        for _ in 0..9 {
            let start = text.len() + 2;
            text.push_str("\n\n");
            text.push_str(FILLER);
            article.blocks.extend(Span::new(start, text.len()).map(|span| Block { span, kind: BlockKind::Paragraph }));
        }
        article.text = text.into();
    }
    board
}

/// Everything that follows from a changed filter.
fn follow(board: &Board, filter: &Filter, index: &SearchIndex) -> usize {
    let query = Query::of(&filter.text);
    let found = (!query.is_empty()).then(|| index.find(board, &query));
    let shown = filter.shown_of(board, found.as_ref().map(|found| found.events.as_slice()));
    let lanes = Lanes::build(board, &shown, LaneBy::Actor);
    let hits = found.map_or(0, |found| found.hits.len());
    black_box(Tally::of(board, &shown, &lanes)).shown + hits
}

fn search(criterion: &mut Criterion) {
    let board = collection();
    let bytes: usize = board.articles.iter().map(|article| article.text.len()).sum();
    println!("{} articles, {} events, {:.1} MB of text", board.articles.len(), board.events.len(), bytes as f64 / 1e6);
    let index = SearchIndex::of(&board, None);
    let mut group = criterion.benchmark_group("1,000 articles");
    group.sample_size(20);
    group.bench_function("the first keystroke folds everything", |bencher| bencher.iter(|| black_box(SearchIndex::of(&board, None))));
    group.bench_function("an edit during a search folds the titles again", |bencher| {
        bencher.iter(|| black_box(SearchIndex::of(&board, Some(&index))));
    });
    for words in ["e", "the", "lukasz", "meets the ministers", "\"according to two people\" vestmar", "nowhere to be found"] {
        let filter = Filter { text: words.to_owned(), ..Filter::default() };
        group.bench_function(format!("search {words}"), |bencher| bencher.iter(|| follow(&board, &filter, &index)));
    }
    let mut filter = Filter::default();
    filter.apply(FilterChange::Confidence(50));
    filter.apply(FilterChange::Actor { actor: board.actors[0].id.clone(), add: false });
    filter.apply(FilterChange::Modality(dateline::model::Modality::Negated));
    group.bench_function("filter by actor, modality and confidence", |bencher| bencher.iter(|| follow(&board, &filter, &index)));
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    search(&mut criterion);
    criterion.final_summary();
}
