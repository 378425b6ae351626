//! What came in from disk: the articles, and what was left out.

use super::{Article, ArticleId, Edtf, Warning};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Articles as they were read, before anything is looked for in them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// By path; no two have the same text.
    pub articles: Vec<Article>,
    /// Every input that was left out or is doubtful, with reason and cure.
    pub warnings: Vec<Warning>,
    /// The files that articles were read from.
    #[serde(default)]
    pub origins: BTreeMap<ArticleId, Origin>,
}

/// The file of an article as it was when it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Where it is.
    pub file: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// When it was written: milliseconds since 1970, 0 if the system does not tell.
    pub changed: u64,
    /// How many folders up the one lies that was opened to read it: 1 for the folder it stands in, 0 if it was opened itself.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub depth: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
const fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// What a person has decided that the findings follow from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The dates of articles; `Unknown` takes away what was found.
    pub dates: BTreeMap<ArticleId, Edtf>,
    /// Articles that are left out.
    pub removed: BTreeSet<ArticleId>,
}

impl Reading {
    /// The same with an article in the place of another one, which had an older text. It keeps the path, and what is known of it
    /// that its own file does not tell.
    pub fn replace(&mut self, old: ArticleId, new: ArticleId) {
        let Some(at) = self.articles.iter().position(|article| article.id == old).filter(|_| old != new) else { return };
        let before = self.articles.remove(at);
        self.origins.remove(&old);
        if let Some(article) = self.articles.iter_mut().find(|article| article.id == new) {
            article.path = before.path;
            article.title = article.title.take().or(before.title);
            article.publisher = article.publisher.take().or(before.publisher);
            article.url = article.url.take().or(before.url);
            article.published = article.published.take().or(before.published.filter(|published| published.span.is_none()));
        }
        self.articles.sort_by(|a, b| a.path.cmp(&b.path).then(a.id.cmp(&b.id)));
    }

    /// This reading and another one together: what both have counts once, as the later reading has it.
    #[must_use]
    pub fn with(self, later: Self) -> Self {
        let mut articles: BTreeMap<_, _> = self.articles.into_iter().map(|article| (article.id, article)).collect();
        articles.extend(later.articles.into_iter().map(|article| (article.id, article)));
        let mut articles: Vec<Article> = articles.into_values().collect();
        articles.sort_by(|a, b| a.path.cmp(&b.path).then(a.id.cmp(&b.id)));
        let mut origins = self.origins;
        origins.extend(later.origins);
        let mut warnings = self.warnings;
        for warning in later.warnings {
            if !warnings.contains(&warning) {
                warnings.push(warning);
            }
        }
        Self { articles, warnings, origins }
    }
}
