//! What is remembered from run to run, so that a changed date or an added article costs only its own work.

use crate::event::ArticleFindings;
use crate::language::Analysis;
use crate::model::{Article, ArticleId, Cancelled, TimeExpression};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// What is remembered from run to run.
#[derive(Default)]
pub struct Memory {
    pub(super) analyses: BTreeMap<ArticleId, Arc<Analysis>>,
    pub(super) findings: BTreeMap<ArticleId, Arc<Findings>>,
}

/// Analyses are kept up to this many tokens together (about 64 bytes each); those of further articles are made anew when needed.
const MOST_TOKENS_KEPT: usize = 4_000_000;

/// What one article gives.
pub(super) struct Findings {
    /// What they follow from.
    pub(super) ground: Ground,
    pub(super) english: bool,
    /// An error in the program kept it from being understood.
    pub(super) failed: bool,
    pub(super) times: Vec<TimeExpression>,
    pub(super) events: Option<ArticleFindings>,
    /// The same for a file, once it was asked for.
    pub(super) packed: OnceLock<Box<[u8]>>,
}

/// Everything that the findings of an article follow from, as a hash: two articles with the same one give the same findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ground(pub(super) [u8; 32]);

impl Ground {
    /// That of this article, with the date that it has now. Where its file lies does not matter.
    pub(super) fn of(article: &Article) -> Self {
        let Article { id, path: _, title, publisher, url, published, dates, text: _, blocks } = article;
        // The id is a hash of the text. What cannot be written would not be found again: that costs time only.
        let said = postcard::to_allocvec(&(id, title, publisher, url, published, dates, blocks)).unwrap_or_default();
        Self(Sha256::digest(said).into())
    }
}

/// The findings of an article and, unless they were remembered without it, its analysis.
pub(super) type Done = (Arc<Findings>, Option<Arc<Analysis>>);

impl Findings {
    /// Nothing, because the program failed on this article.
    pub(super) fn failed(article: &Article) -> Done {
        let nothing =
            Self { ground: Ground::of(article), english: true, failed: true, times: Vec::new(), events: None, packed: OnceLock::new() };
        (Arc::new(nothing), None)
    }
}

impl Memory {
    /// What is known of this article as it is now.
    pub(super) fn of(&self, article: &Article) -> Option<Done> {
        let known = self.findings.get(&article.id).filter(|known| known.ground == Ground::of(article))?;
        Some((Arc::clone(known), self.analyses.get(&article.id).cloned()))
    }

    /// Remembers what was made, and forgets articles that are gone.
    pub(super) fn keep(&mut self, articles: &[Article], results: &[Result<Done, Cancelled>]) {
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
