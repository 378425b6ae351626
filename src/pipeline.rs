//! The order of the stages, progress and cancelling. Read this first.
//!
//! Each article goes through `language` -> `time` -> `event` on its own, several at a time; then the findings of all
//! articles become one chronology. The result does not depend on the number of threads: articles are taken in the order
//! of their paths, and nothing is shared between them before the last step.

mod kept;
mod memory;

pub use crate::model::{Cancelled, Silent, Watch};
pub use kept::KeptFindings;
pub use memory::Memory;

use crate::event::{self, ArticleFindings, Chronology};
use crate::language;
use crate::model::{
    Article, ArticleId, BlockKind, DateSource, Draft, Edtf, Event, EventId, Extraction, Given, Mention, Published, Reading, Severity, Span,
    Warning,
};
use crate::time;
use memory::{Done, Findings, Ground};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Finds everything in these articles. `dates` are those that the user has set; `Unknown` takes away what was found.
///
/// # Errors
/// `Cancelled` if the watch says so. What was finished until then is remembered.
pub fn extract(
    reading: &Reading,
    dates: &BTreeMap<ArticleId, Edtf>,
    memory: &mut Memory,
    watch: &dyn Watch,
) -> Result<Extraction, Cancelled> {
    extract_given(reading, &Given { dates: dates.clone(), removed: BTreeSet::new() }, memory, watch)
}

/// The same for everything that a person has decided. Articles left out are still among the articles, but tell nothing; an
/// event that others tell too keeps the id that it has with them, so that decisions on it stand.
///
/// # Errors
/// As [`extract`].
pub fn extract_given(reading: &Reading, given: &Given, memory: &mut Memory, watch: &dyn Watch) -> Result<Extraction, Cancelled> {
    let mut articles: Vec<Article> = reading.articles.iter().map(|article| dated(article, &given.dates)).collect();
    articles.sort_by(|a, b| a.path.cmp(&b.path).then(a.id.cmp(&b.id)));
    let done = Mutex::new(0);
    let results: Vec<_> = articles
        .par_iter()
        .map(|article| {
            if watch.cancelled() {
                return Err(Cancelled);
            }
            let result = guarded(|| read_article(article, memory, watch)).unwrap_or_else(|| Ok(Findings::failed(article)))?;
            let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
            *done += 1;
            watch.step(*done, articles.len(), &article.path);
            Ok(result)
        })
        .collect();
    memory.keep(&articles, &results);
    let findings: Vec<Arc<Findings>> = results.into_iter().map(|result| result.map(|(findings, _)| findings)).collect::<Result<_, _>>()?;
    if watch.cancelled() {
        return Err(Cancelled);
    }
    let stays = |article: &Article| !given.removed.contains(&article.id);
    if articles.iter().all(stays) {
        return combine(articles, &findings, reading.warnings.clone(), watch);
    }
    let (some, told) =
        articles.iter().zip(&findings).filter(|(article, _)| stays(article)).map(|(a, f)| (a.clone(), Arc::clone(f))).unzip();
    let (some, told): (Vec<Article>, Vec<Arc<Findings>>) = (some, told);
    let mut rest = combine(some, &told, reading.warnings.clone(), watch)?;
    let all = combine(articles, &findings, Vec::new(), watch)?;
    keep_ids(&mut rest.events, &all.events);
    Ok(Extraction { articles: all.articles, ..rest })
}

/// Gives events the ids that they have when all articles are there.
fn keep_ids(events: &mut [Event], all: &[Event]) {
    let own = |mention: &Mention| EventId::of(mention.article(), mention.trigger);
    let whole: BTreeMap<EventId, EventId> =
        all.iter().flat_map(|event| event.mentions.iter().map(move |mention| (own(mention), event.id))).collect();
    let mut taken: BTreeSet<EventId> = events.iter().map(|event| event.id).collect();
    for event in events {
        if let Some(id) = whole.get(&event.id).filter(|id| taken.insert(**id)) {
            event.id = *id;
        }
    }
}

/// The article with the date that the user has set.
fn dated(article: &Article, dates: &BTreeMap<ArticleId, Edtf>) -> Article {
    let mut article = article.clone();
    if let Some(date) = dates.get(&article.id) {
        let set = Published { date: *date, source: DateSource::User, span: None, note: None };
        article.published = if *date == Edtf::Unknown { None } else { Some(set) };
    }
    article
}

/// Runs the work, or gives `None` if it panics: an error in the program that one article brings to light must not cost the others.
fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// The stages that need one article alone, or what is remembered of them.
fn read_article(article: &Article, memory: &Memory, watch: &dyn Watch) -> Result<Done, Cancelled> {
    if let Some(known) = memory.of(article) {
        return Ok(known);
    }
    let analysis = match memory.analyses.get(&article.id) {
        Some(known) => Arc::clone(known),
        None => Arc::new(language::analyse_watched(&without_metadata(article), watch)?),
    };
    let times = time::find_watched(article.id, &article.text, &analysis, article.published.as_ref(), watch)?;
    let events = event::read_article(article, &analysis, &times, watch)?;
    let (ground, english, events, packed) = (Ground::of(article), analysis.english, Some(events), OnceLock::new());
    Ok((Arc::new(Findings { ground, english, failed: false, times, events, packed }), Some(analysis)))
}

/// What an event told by these words of an article would be, understood in the article's context. `article` must have the date
/// that the user has set; `None` if the span does not lie in its text, or an error in the program kept it from being understood.
///
/// # Errors
/// `Cancelled` if the watch says so.
pub fn draft(article: &Article, selection: Span, memory: &mut Memory, watch: &dyn Watch) -> Result<Option<Draft>, Cancelled> {
    if selection.text(&article.text).is_empty() {
        return Ok(None);
    }
    let Some(read) = guarded(|| read_article(article, memory, watch)) else { return Ok(None) };
    let (findings, analysis) = read?;
    let analysis = analysis.unwrap_or_else(|| Arc::new(language::analyse(&without_metadata(article))));
    Ok(guarded(|| event::draft(article, &analysis, &findings.times, findings.events.as_ref(), selection)))
}

/// The text with its metadata blanked out byte by byte, so that a date line is not read as the start of the first sentence.
fn without_metadata(article: &Article) -> Cow<'_, str> {
    let metadata: Vec<_> =
        article.blocks.iter().filter(|block| block.kind == BlockKind::Metadata).map(|block| block.span.range()).collect();
    if metadata.is_empty() {
        return Cow::Borrowed(&article.text);
    }
    let mut bytes = article.text.as_bytes().to_vec();
    for byte in metadata.into_iter().flatten() {
        if let Some(byte) = bytes.get_mut(byte).filter(|byte| **byte != b'\n') {
            *byte = b' ';
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(&*article.text), Cow::Owned)
}

/// One extraction from the findings of all articles.
fn combine(
    articles: Vec<Article>,
    findings: &[Arc<Findings>],
    mut warnings: Vec<Warning>,
    watch: &dyn Watch,
) -> Result<Extraction, Cancelled> {
    for (article, findings) in articles.iter().zip(findings) {
        let mut warn = |severity, message: &str| {
            warnings.push(Warning { path: article.path.clone(), quote: None, severity, message: message.to_owned() });
        };
        if findings.failed {
            warn(
                Severity::Skipped,
                "An error in Dateline kept it from being understood: it has no events. Please report it with the article.",
            );
        }
        if !findings.english {
            warn(Severity::Note, "It does not seem to be English: events may be missing or wrong. Dateline reads English.");
        }
    }
    let times = findings.iter().flat_map(|findings| findings.times.iter().cloned()).collect();
    let told: Vec<&ArticleFindings> = findings.iter().filter_map(|findings| findings.events.as_ref()).collect();
    let Chronology { events, actors } = guarded(|| event::chronology(&told, watch)).unwrap_or_else(|| {
        let message = "An error in Dateline kept the events from being put together. Please report it with the articles.".to_owned();
        warnings.push(Warning { path: "all articles".to_owned(), quote: None, severity: Severity::Skipped, message });
        Ok(Chronology::default())
    })?;
    Ok(Extraction { articles, times, events, actors, warnings })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

    fn reading() -> Reading {
        let texts =
            ["The ministers met on Tuesday.", "Russia attacked Kyiv last week.", "Le ministre a rencontré son homologue mardi à Paris."];
        let articles = texts.iter().zip(["c.txt", "a.txt", "b.txt"]).map(|(text, path)| Article::of_paragraph(path, text)).collect();
        Reading { articles, ..Reading::default() }
    }

    #[derive(Default)]
    struct Recorder {
        steps: Mutex<Vec<(usize, usize)>>,
        cancelled: AtomicBool,
        cancel_after: Option<usize>,
    }

    impl Watch for Recorder {
        fn step(&self, done: usize, total: usize, _name: &str) {
            self.steps.lock().unwrap().push((done, total));
            self.cancelled.fetch_or(self.cancel_after == Some(done), Ordering::Relaxed);
        }

        fn cancelled(&self) -> bool {
            self.cancelled.load(Ordering::Relaxed)
        }
    }

    #[test]
    fn articles_come_by_path_and_each_is_a_step() {
        let recorder = Recorder::default();
        let found = extract(&reading(), &BTreeMap::new(), &mut Memory::default(), &recorder).unwrap();
        assert_eq!(found.articles.iter().map(|article| article.path.as_str()).collect::<Vec<_>>(), ["a.txt", "b.txt", "c.txt"]);
        assert_eq!(*recorder.steps.lock().unwrap(), [(1, 3), (2, 3), (3, 3)]);
        assert_eq!(found.warnings.iter().map(|warning| warning.path.as_str()).collect::<Vec<_>>(), ["b.txt"]);
    }

    #[test]
    fn a_cancelled_run_keeps_what_it_has() {
        let recorder = Recorder { cancel_after: Some(1), ..Recorder::default() };
        let mut memory = Memory::default();
        let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        assert_eq!(one_thread.install(|| extract(&reading(), &BTreeMap::new(), &mut memory, &recorder)), Err(Cancelled));
        assert_eq!(memory.findings.len(), 1);
    }

    /// Asks to stop at the given question.
    struct Impatient {
        questions: AtomicUsize,
        patience: usize,
    }

    impl Watch for Impatient {
        fn step(&self, _done: usize, _total: usize, _name: &str) {}

        fn cancelled(&self) -> bool {
            self.questions.fetch_add(1, Ordering::Relaxed) >= self.patience
        }
    }

    #[test]
    fn work_stops_within_a_long_article_and_while_reports_are_merged() {
        let text = "Russia attacked Kyiv on Monday. The ministers met in Paris. ".repeat(150);
        let reading = Reading { articles: vec![Article::of_paragraph("a.txt", &text)], ..Reading::default() };
        let none = BTreeMap::new();
        let asked = Impatient { questions: AtomicUsize::new(0), patience: usize::MAX };
        extract(&reading, &none, &mut Memory::default(), &asked).unwrap();
        let questions = asked.questions.into_inner();
        assert!(questions >= 8, "asked only {questions} times");
        for patience in (0..questions).step_by(1 + questions / 40).chain([questions - 1]) {
            let impatient = Impatient { questions: AtomicUsize::new(0), patience };
            assert_eq!(extract(&reading, &none, &mut Memory::default(), &impatient), Err(Cancelled), "after {patience} questions");
        }
    }

    /// Counts the questions, and the longest time between two of them.
    #[derive(Default)]
    struct Meter {
        seen: Mutex<(usize, Option<std::time::Instant>, std::time::Duration)>,
    }

    impl Watch for Meter {
        fn step(&self, _done: usize, _total: usize, _name: &str) {}

        fn cancelled(&self) -> bool {
            let mut seen = self.seen.lock().unwrap();
            let now = std::time::Instant::now();
            let stretch = seen.1.map_or_else(std::time::Duration::default, |last| now - last);
            *seen = (seen.0 + 1, Some(now), seen.2.max(stretch));
            false
        }
    }

    #[test]
    fn the_watch_is_asked_at_every_sentence_and_at_every_few_events() {
        let sentences = 600;
        let text = "Russia attacked Kyiv on Monday. The ministers met in Paris. ".repeat(sentences / 2);
        let reading = Reading { articles: vec![Article::of_paragraph("a.txt", &text)], ..Reading::default() };
        let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        let mut memory = Memory::default();
        let cold = Meter::default();
        let found = one_thread.install(|| extract(&reading, &BTreeMap::new(), &mut memory, &cold)).unwrap();
        let (questions, _, stretch) = cold.seen.into_inner().unwrap();
        let mentions: usize = found.events.iter().map(|event| event.mentions.len()).sum();
        assert!(questions >= sentences + mentions / 16, "asked {questions} times in {sentences} sentences with {mentions} reports");
        // 6,600 words, ten times a long article, by a program built without optimisation on a busy machine.
        assert!(stretch.as_secs() < 20, "{stretch:?} between two questions");
        println!("asked {questions} times in {sentences} sentences; at most {stretch:?} apart");
    }

    #[test]
    fn a_date_that_the_user_sets_costs_one_article() {
        let (reading, mut memory) = (reading(), Memory::default());
        let id = reading.articles[1].id;
        let times = |found: &Extraction| found.times.iter().map(|time| time.when.edtf.to_string()).collect::<Vec<_>>();
        let before = extract(&reading, &BTreeMap::new(), &mut memory, &Silent).unwrap();
        let (analyses, findings) = (memory.analyses.clone(), memory.findings.clone());
        let dates = BTreeMap::from([(id, "2025-03-20".parse().unwrap())]);
        let after = extract(&reading, &dates, &mut memory, &Silent).unwrap();
        assert_ne!(times(&before), times(&after));
        assert_eq!(after.articles[0].published.as_ref().map(|published| published.source), Some(DateSource::User));
        for article in &reading.articles {
            assert!(Arc::ptr_eq(&analyses[&article.id], &memory.analyses[&article.id]));
            assert_eq!(Arc::ptr_eq(&findings[&article.id], &memory.findings[&article.id]), article.id != id);
        }
        assert_eq!(extract(&reading, &BTreeMap::new(), &mut memory, &Silent).unwrap(), before);
    }

    #[test]
    fn an_unknown_date_takes_away_what_was_found() {
        let mut reading = reading();
        let date = "2025-03-20".parse().unwrap();
        reading.articles[0].published = Some(Published { date, source: DateSource::Sidecar, span: None, note: None });
        let dates = BTreeMap::from([(reading.articles[0].id, Edtf::Unknown)]);
        let found = extract(&reading, &dates, &mut Memory::default(), &Silent).unwrap();
        assert!(found.articles.iter().all(|article| article.published.is_none()));
    }

    #[test]
    fn articles_that_are_gone_are_forgotten() {
        let (mut reading, mut memory) = (reading(), Memory::default());
        extract(&reading, &BTreeMap::new(), &mut memory, &Silent).unwrap();
        reading.articles.truncate(1);
        extract(&reading, &BTreeMap::new(), &mut memory, &Silent).unwrap();
        assert_eq!((memory.analyses.len(), memory.findings.len()), (1, 1));
    }

    #[test]
    fn a_panic_costs_only_its_own_article() {
        assert_eq!(guarded(|| 1), Some(1));
        assert_eq!(guarded(|| -> i32 { panic!("as a stage might") }), None);
        let article = Article::of_paragraph("a.txt", "Text.");
        let (nothing, _) = Findings::failed(&article);
        let found = combine(vec![article], &[nothing], Vec::new(), &Silent).unwrap();
        assert_eq!(found.warnings.iter().map(|warning| warning.severity).collect::<Vec<_>>(), [Severity::Skipped]);
    }
}
