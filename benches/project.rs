//! Saving and opening a large project: 1,000 articles with 50,000 events. The goals are 1 s and 2 s.
//!
//! Opening ends when the timeline can be drawn. It is measured with the findings that were kept with the project, and what
//! comes of it is held against the same project read anew. Run with `cargo bench --bench project`.

#[path = "support/articles.rs"]
mod articles;

use articles::{Random, article, texts};
use criterion::Criterion;
use dateline::model::{Board, Edit, Reading, Silent};
use dateline::pipeline::{self, KeptFindings, Memory};
use dateline::project::{self, Project, Seal};
use dateline::read;
use dateline::view::{Division, Filter, Lanes, Tally, merge_hints};
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

const ARTICLES: usize = 1000;
/// Words of an article, so that there are 50,000 events.
const LENGTH: usize = 2200;

/// The project: every article of a day of its own, and a decision on every twentieth event.
fn project() -> Result<Project, Box<dyn Error>> {
    let (texts, mut random, mut reading) = (texts()?, Random(3), Reading::default());
    let mut edits = Vec::new();
    for number in 0..ARTICLES {
        let name = format!("{number:04}.txt");
        let more = read::from_bytes(&name, article(&texts, LENGTH, &mut random).as_bytes());
        edits.extend(
            more.articles
                .first()
                .map(|article| Edit::SetPublished { article: article.id, date: dateline::model::Edtf::day(random.day(2)) }),
        );
        reading = reading.with(more);
    }
    let mut project = Project::new(reading);
    for edit in edits {
        project.edits.push(edit);
    }
    Ok(project)
}

/// From a project to its board.
fn board(project: &Project, memory: &mut Memory) -> Result<Board, Box<dyn Error>> {
    let extraction = pipeline::extract_given(&project.reading, &project.given(), memory, &Silent)?;
    Ok(project.board(extraction))
}

/// What the window works out before it draws.
fn look(board: &Board) -> (Vec<dateline::view::MergeHint>, Lanes, Tally) {
    let shown = Filter::default().shown_of(board, None);
    let lanes = Lanes::build(board, &shown, Division::default());
    let tally = Tally::of(board, &shown, &lanes);
    (merge_hints(board), lanes, tally)
}

fn save(project: &Project, kept: &KeptFindings, seal: &Seal, file: &Path) {
    let sealed = seal.close(&kept.pack());
    project::save_with(project, Some(&sealed), file).expect("the disk takes it");
}

/// What is shown, and how long each step took.
fn open(seal: &Seal, file: &Path) -> (Board, [f64; 5]) {
    let mut steps = [0.0; 5];
    let mut clock = Instant::now();
    let mut step = |at: usize| {
        steps[at] = clock.elapsed().as_secs_f64();
        clock = Instant::now();
    };
    let (project, sealed) = project::load_with(file).expect("it was saved");
    step(0);
    let mut memory = Memory::default();
    let found = seal.open(&sealed.expect("the findings were kept")).expect("the seal is ours");
    assert_eq!(memory.recall(&found), ARTICLES);
    step(1);
    let extraction = pipeline::extract_given(&project.reading, &project.given(), &mut memory, &Silent).expect("nothing stops it");
    step(2);
    let board = project.board(extraction);
    step(3);
    black_box(look(&board));
    step(4);
    (board, steps)
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("large.dateline");
    let mut project = project()?;
    let mut memory = Memory::default();
    let start = Instant::now();
    let fresh = board(&project, &mut memory)?;
    println!(
        "{ARTICLES} articles, {} events, {} actors: {:.1} s to read",
        fresh.events.len(),
        fresh.actors.len(),
        start.elapsed().as_secs_f64()
    );
    let accepted: Vec<Edit> = fresh.events.iter().step_by(20).map(|event| Edit::Accept { event: event.id }).collect();
    for edit in accepted {
        project.edits.push(edit);
    }
    let fresh = board(&project, &mut memory)?;
    let seal = Seal::in_folder(folder.path()).ok_or("no secret can be kept")?;
    let start = Instant::now();
    save(&project, &memory.kept(), &seal, &file);
    println!("saved for the first time in {:.2} s", start.elapsed().as_secs_f64());
    let whole = fs::metadata(&file)?.len();
    project::save(&project, &folder.path().join("without.dateline"))?;
    println!("{whole} bytes, {} without findings", fs::metadata(folder.path().join("without.dateline"))?.len());
    let (opened, steps) = open(&seal, &file);
    assert_eq!(opened, fresh, "what is opened is what would be found");
    println!("opening: load, take back, put together, decisions, lanes: {steps:.2?} s");
    let extraction = pipeline::extract_given(&project.reading, &project.given(), &mut memory, &Silent)?;

    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    criterion.bench_function("save 50,000 events", |bencher| bencher.iter(|| save(&project, &memory.kept(), &seal, &file)));
    criterion.bench_function("open 50,000 events", |bencher| bencher.iter_with_large_drop(|| open(&seal, &file)));
    criterion.bench_function("one edit among 50,000 events: the board", |bencher| {
        bencher.iter_with_large_drop(|| project.board(extraction.clone()));
    });
    criterion.bench_function("one edit among 50,000 events: what is worked out from it", |bencher| {
        bencher.iter_with_large_drop(|| look(&opened));
    });
    criterion.final_summary();
    Ok(())
}
