//! A collection of 1,000 articles of news length from files to board, the same stopped at eight moments, one article more, and
//! chronologies of up to 100,000 event reports. Prints seconds, seconds of processor and peak memory; `RAYON_NUM_THREADS` sets the
//! number of threads.
//!
//! The articles are put together from paragraphs of the sample and of the texts under `tests/gold`, at random but always
//! the same. The reports are those of these texts, told again and again with other dates and names; the hostile chronology
//! has all its reports on one day with the same actors. Run with `cargo bench --bench collection`.

#[path = "support/articles.rs"]
mod articles;

use articles::{Random, article, texts};
use chrono::{Days, NaiveDate};
use dateline::event::{self, ArticleFindings, read_article};
use dateline::language::analyse;
use dateline::model::{Article, ArticleId, Basis, Edtf, Reading, Silent, Watch};
use dateline::pipeline::{self, Memory};
use dateline::{project, read, time};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// Words of an article.
const LENGTH: usize = 600;
const ARTICLES: usize = 1000;

fn write_articles(folder: &Path, texts: &[Vec<String>]) -> Result<usize, Box<dyn Error>> {
    let mut random = Random(1);
    let (mut sidecar, mut words) = (String::from("file,published\n"), 0);
    for number in 0..=ARTICLES {
        let text = article(texts, LENGTH, &mut random);
        words += text.split_whitespace().count();
        fs::write(folder.join(format!("{number:04}.txt")), text)?;
        writeln!(sidecar, "{number:04}.txt,{}", random.day(2))?;
    }
    fs::write(folder.join("articles.csv"), sidecar)?;
    Ok(words)
}

fn collection(texts: &[Vec<String>]) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let words = write_articles(folder.path(), texts)?;
    let last = folder.path().join(format!("{ARTICLES:04}.txt"));
    let later = fs::read(&last)?;
    fs::remove_file(&last)?;
    let (mut memory, none) = (Memory::default(), BTreeMap::new());
    let start = Clock::start();
    let reading = read::read(&[folder.path().to_owned()], &Silent)?;
    println!("{} articles, {words} words: {} to read", reading.articles.len(), start.seconds());
    let extraction = pipeline::extract(&reading, &none, &mut memory, &Silent)?;
    let events = extraction.events.len();
    let board = project::board(extraction, &[]);
    println!("  {} from files to board: {events} events, {} actors; peak {}", start.seconds(), board.actors.len(), peak());
    println!("  {:.3} s from the wish to stop until it has stopped, at most", stopping(&reading, start.0.elapsed()));
    fs::write(&last, later)?;
    let start = Clock::start();
    let reading = reading.with(read::read(&[last], &Silent)?);
    let extraction = pipeline::extract(&reading, &none, &mut memory, &Silent)?;
    println!("  {} to add one article: {} events", start.seconds(), project::board(extraction, &[]).events.len());
    Ok(())
}

/// Stops the work at eight moments, evenly over the time that it takes. The longest time that it went on, in seconds.
fn stopping(reading: &Reading, whole: Duration) -> f64 {
    let stopped = (1..=8).map(|moment| {
        let end = Instant::now() + whole * moment / 9;
        let ended = pipeline::extract(reading, &BTreeMap::new(), &mut Memory::default(), &Until(end));
        if ended.is_err() { end.elapsed().as_secs_f64() } else { 0.0 }
    });
    stopped.fold(0.0, f64::max)
}

/// Wants the work to stop from then on.
struct Until(Instant);

impl Watch for Until {
    fn step(&self, _done: usize, _total: usize, _name: &str) {}

    fn cancelled(&self) -> bool {
        Instant::now() >= self.0
    }
}

/// The findings of the texts.
fn found(texts: &[Vec<String>]) -> Vec<ArticleFindings> {
    let read = |article: &Article| {
        let analysis = analyse(&article.text);
        let times = time::find(article.id, &article.text, &analysis, article.published.as_ref());
        read_article(article, &analysis, &times, &Silent).ok()
    };
    let readings = texts.iter().map(|text| read::from_bytes("a.txt", text.join("\n\n").as_bytes()));
    readings.flat_map(|reading| reading.articles).filter_map(|article| read(&article)).filter(|found| !found.events.is_empty()).collect()
}

/// Articles with at least this many reports of events, told after `found`; hostile ones all on one day with the same actors.
fn told(found: &[ArticleFindings], reports: usize, hostile: bool) -> Vec<ArticleFindings> {
    let (mut random, mut out, mut count) = (Random(2), Vec::new(), 0);
    while count < reports {
        let mut article = found[if hostile { 0 } else { random.below(found.len()) }].clone();
        article.article = ArticleId::of(&format!("article {}", out.len()));
        // An article of news has a dozen or two events; the long texts are cut.
        article.events.truncate(20);
        let day = if hostile { NaiveDate::default() } else { random.day(10) };
        for event in &mut article.events {
            event.mention.sentence.article = article.article;
            event.when.basis = if random.below(3) == 0 { Basis::Relative } else { Basis::Reported };
            event.when.edtf = Edtf::day(day - Days::new(if hostile { 0 } else { random.below(5) as u64 }));
        }
        if !hostile {
            let other = random.below(40);
            for actor in article.actors.iter_mut().filter(|actor| !actor.known) {
                actor.name = format!("{} {other}", actor.name);
                actor.person.given.push(other.to_string());
            }
        }
        count += article.events.len();
        out.push(article);
    }
    out
}

fn chronologies(texts: &[Vec<String>]) -> Result<(), Box<dyn Error>> {
    let found = found(texts);
    for (name, hostile, sizes) in [("", false, [10_000, 30_000, 100_000]), (", all of one day and cast", true, [10_000, 30_000, 100_000])] {
        for size in sizes {
            let told = told(&found, size, hostile);
            let start = Clock::start();
            let chronology = event::chronology(&told, &Silent)?;
            let seconds = start.seconds();
            println!(
                "{size} reports{name}: {seconds}, {} events, {} actors; peak {}",
                chronology.events.len(),
                chronology.actors.len(),
                peak()
            );
        }
    }
    Ok(())
}

/// Seconds since a start, by the clock and of the processor, where the system tells.
struct Clock(Instant, Option<f64>);

impl Clock {
    fn start() -> Self {
        Self(Instant::now(), processor())
    }

    fn seconds(&self) -> String {
        let wall = self.0.elapsed().as_secs_f64();
        let used = processor().zip(self.1).map(|(now, then)| now - then);
        used.map_or_else(|| format!("{wall:.2} s"), |used| format!("{wall:.2} s ({used:.2} s of processor)"))
    }
}

/// Seconds of processor that the process has used, all threads together; the system counts hundredths.
fn processor() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) / 100.0)
}

/// The most memory that the process has held, where the system tells.
fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |line| line.trim().to_owned())
}

fn main() -> Result<(), Box<dyn Error>> {
    let texts = texts()?;
    collection(&texts)?;
    chronologies(&texts)
}
