//! A place in the sources: every finding holds at least one.

use super::{ArticleId, Span};
use serde::{Deserialize, Serialize};

/// An article and a span of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quote {
    /// The article.
    pub article: ArticleId,
    /// The words in it.
    pub span: Span,
}

/// One report of an event: the sentence that tells it and the words in it that matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The sentence (or headline) that tells the event.
    pub sentence: Quote,
    /// The word or light-verb phrase that names the event, inside the sentence.
    pub trigger: Span,
    /// The words that say when, if any; usually in the sentence, sometimes in an earlier one.
    pub time: Option<Span>,
}

impl Mention {
    /// The article it stands in.
    pub const fn article(&self) -> ArticleId {
        self.sentence.article
    }
}
