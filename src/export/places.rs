//! Byte places inside -> code points outside.

use crate::model::{Article, ArticleId, Board, CodePoints, Quote, Span};
use serde::Serialize;
use std::collections::BTreeMap;

/// The articles of a board with their counts of code points.
pub(super) struct Places<'a>(BTreeMap<ArticleId, (&'a Article, CodePoints<'a>)>);

/// A place in a text, in code points, with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Place<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'a str,
}

/// A place in a text with the path of its article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Quoted<'a> {
    pub(super) article: &'a str,
    #[serde(flatten)]
    pub(super) place: Place<'a>,
}

impl<'a> Quoted<'a> {
    /// The place of a quote, if the board has its article.
    pub(super) fn of(places: &Places<'a>, quote: Quote) -> Option<Self> {
        places.quote(quote).map(|(article, place)| Self { article, place })
    }
}

impl<'a> Places<'a> {
    pub(super) fn of(board: &'a Board) -> Self {
        Self(board.articles.iter().map(|article| (article.id, (article, CodePoints::new(&article.text)))).collect())
    }

    /// The article, if the board has it.
    pub(super) fn article(&self, id: ArticleId) -> Option<&'a Article> {
        self.0.get(&id).map(|(article, _)| *article)
    }

    /// A span of this article in code points.
    pub(super) fn place(&self, article: ArticleId, span: Span) -> Option<Place<'a>> {
        let (article, points) = self.0.get(&article)?;
        let range = points.range(span);
        Some(Place { start: range.start, end: range.end, text: span.text(&article.text) })
    }

    /// The path of the article and the place in it.
    pub(super) fn quote(&self, quote: Quote) -> Option<(&'a str, Place<'a>)> {
        Some((self.article(quote.article)?.path.as_str(), self.place(quote.article, quote.span)?))
    }
}
