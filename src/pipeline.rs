//! The order of the stages, progress and cancelling. Read this first.
//!
//! Each article goes through `language` -> `time` -> `event` on its own, several at a time; then the findings of all
//! articles become one chronology. The result does not depend on the number of threads: articles are taken in the order
//! of their paths, and nothing is shared between them before the last step.

pub use crate::model::{Cancelled, Silent, Watch};

use crate::language::{self, Analysis};
use crate::model::{Article, ArticleId, DateSource, Edtf, Extraction, Published, Reading, Severity, TimeExpression, Warning};
use crate::time;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// What is remembered from run to run, so that a changed date or an added article costs only its own work.
#[derive(Default)]
pub struct Memory {
    analyses: BTreeMap<ArticleId, Arc<Analysis>>,
    findings: BTreeMap<ArticleId, Arc<Findings>>,
}

/// Analyses are kept up to this many tokens together (about 64 bytes each); those of further articles are made anew when needed.
const MOST_TOKENS_KEPT: usize = 4_000_000;

/// What one article gives.
struct Findings {
    /// What the dates were worked out from.
    published: Option<Published>,
    english: bool,
    times: Vec<TimeExpression>,
}

/// The findings of an article and, unless they were remembered without it, its analysis.
type Done = (Arc<Findings>, Option<Arc<Analysis>>);

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
    let mut articles: Vec<Article> = reading.articles.iter().map(|article| dated(article, dates)).collect();
    articles.sort_by(|a, b| a.path.cmp(&b.path).then(a.id.cmp(&b.id)));
    let done = Mutex::new(0);
    let results: Vec<_> = articles
        .par_iter()
        .map(|article| {
            if watch.cancelled() {
                return Err(Cancelled);
            }
            let result = read_article(article, memory);
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
    Ok(combine(articles, &findings, reading.warnings.clone()))
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

/// The stages that need one article alone, or what is remembered of them.
fn read_article(article: &Article, memory: &Memory) -> Done {
    if let Some(known) = memory.findings.get(&article.id).filter(|known| known.published == article.published) {
        return (Arc::clone(known), memory.analyses.get(&article.id).cloned());
    }
    let analysis = memory.analyses.get(&article.id).cloned().unwrap_or_else(|| Arc::new(language::analyse(&article.text)));
    let times = time::find(article.id, &article.text, &analysis, article.published.as_ref());
    let findings = Findings { published: article.published.clone(), english: analysis.english, times };
    (Arc::new(findings), Some(analysis))
}

/// One extraction from the findings of all articles.
fn combine(articles: Vec<Article>, findings: &[Arc<Findings>], mut warnings: Vec<Warning>) -> Extraction {
    for (article, findings) in articles.iter().zip(findings) {
        if !findings.english {
            let message = "It does not seem to be English: events may be missing or wrong. Dateline reads English.".to_owned();
            warnings.push(Warning { path: article.path.clone(), quote: None, severity: Severity::Note, message });
        }
    }
    let times = findings.iter().flat_map(|findings| findings.times.iter().cloned()).collect();
    Extraction { articles, times, warnings, ..Extraction::default() }
}

impl Memory {
    /// Remembers what was made, and forgets articles that are gone.
    fn keep(&mut self, articles: &[Article], results: &[Result<Done, Cancelled>]) {
        let present: BTreeSet<ArticleId> = articles.iter().map(|article| article.id).collect();
        self.analyses.retain(|id, _| present.contains(id));
        self.findings.retain(|id, _| present.contains(id));
        let mut tokens: usize = self.analyses.values().map(|analysis| analysis.tokens.len()).sum();
        for (article, result) in articles.iter().zip(results) {
            let Ok((findings, analysis)) = result else { continue };
            self.findings.insert(article.id, Arc::clone(findings));
            let Some(analysis) = analysis else { continue };
            if tokens + analysis.tokens.len() <= MOST_TOKENS_KEPT && self.analyses.insert(article.id, Arc::clone(analysis)).is_none() {
                tokens += analysis.tokens.len();
            }
        }
    }
}
