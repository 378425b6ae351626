//! What came in from disk: the articles, and what was left out.

use super::{Article, Warning};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Articles as they were read, before anything is looked for in them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// By path; no two have the same text.
    pub articles: Vec<Article>,
    /// Every input that was left out or is doubtful, with reason and cure.
    pub warnings: Vec<Warning>,
}

impl Reading {
    /// This reading and another one together: what both have counts once, as the later reading has it.
    #[must_use]
    pub fn with(self, later: Self) -> Self {
        let mut articles: BTreeMap<_, _> = self.articles.into_iter().map(|article| (article.id, article)).collect();
        articles.extend(later.articles.into_iter().map(|article| (article.id, article)));
        let mut articles: Vec<Article> = articles.into_values().collect();
        articles.sort_by(|a, b| a.path.cmp(&b.path).then(a.id.cmp(&b.id)));
        let mut warnings = self.warnings;
        for warning in later.warnings {
            if !warnings.contains(&warning) {
                warnings.push(warning);
            }
        }
        Self { articles, warnings }
    }
}
