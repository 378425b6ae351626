//! Looking for words in everything that is told: which events have them, and every place of the articles that does.

use super::folded::{Folded, fold};
use crate::model::{Actor, Article, ArticleId, Board, Event};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

/// What is looked for: every term must be there. Words in quotation marks are one term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<String>,
}

impl Query {
    /// Reads what a person typed.
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        let mut terms: Vec<String> = Vec::new();
        for (nth, part) in folded.split('"').enumerate() {
            // Every second part stands in quotation marks; one that is not closed yet is a term as far as it goes.
            if nth % 2 == 1 {
                terms.push(part.trim().to_owned());
            } else {
                terms.extend(part.split_whitespace().map(str::to_owned));
            }
        }
        terms.retain(|term| !term.is_empty());
        terms.sort();
        terms.dedup();
        Self { terms }
    }

    /// Whether nothing is looked for.
    pub const fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

/// A place in an article that has a word looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The article, as an index of the board.
    pub article: usize,
    /// First byte of its text.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// For each event of the board, in its order, whether it has all words.
    pub events: Vec<bool>,
    /// Every place of the articles: of each paragraph or heading with all words, every one of them. By article and place.
    pub hits: Vec<Hit>,
}

impl Found {
    /// The hits in one article of the board.
    pub fn hits_in(&self, article: usize) -> Range<usize> {
        self.hits.partition_point(|hit| hit.article < article)..self.hits.partition_point(|hit| hit.article <= article)
    }
}

/// Everything on a board that is searched, folded. Made when a search begins and whenever the board changes during one.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    articles: Vec<(ArticleId, Arc<Folded>)>,
    article_at: HashMap<ArticleId, usize>,
    /// For each event its title and place.
    titles: Vec<String>,
    /// For each actor all its names.
    names: Vec<String>,
    /// Notes and tags, by event.
    remarks: BTreeMap<usize, String>,
}

impl SearchIndex {
    /// Folds what is on the board; texts that `before` has folded already are taken over.
    pub fn of(board: &Board, before: Option<&Self>) -> Self {
        let article = |article: &Article| {
            let known = before.and_then(|before| before.articles.get(*before.article_at.get(&article.id)?));
            (article.id, known.map_or_else(|| Arc::new(Folded::of(&article.text)), |(_, folded)| Arc::clone(folded)))
        };
        let title = |event: &Event| fold(&[event.title.as_str(), event.place.as_deref().unwrap_or_default()].join("\n"));
        let articles: Vec<_> = board.articles.par_iter().map(article).collect();
        let remarks = board.curation.iter().filter(|(_, curation)| !(curation.note.is_empty() && curation.tags.is_empty()));
        let remarks = remarks.filter_map(|(id, curation)| {
            let words: Vec<&str> = curation.tags.iter().map(String::as_str).chain([curation.note.as_str()]).collect();
            Some((board.event_index(*id)?, fold(&words.join("\n"))))
        });
        let names = |actor: &Actor| {
            let label = actor.label();
            let all: Vec<&str> = std::iter::once(label.as_ref()).chain(actor.aliases.iter().map(String::as_str)).collect();
            fold(&all.join("\n"))
        };
        Self {
            article_at: articles.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect(),
            articles,
            titles: board.events.par_iter().map(title).collect(),
            names: board.actors.par_iter().map(names).collect(),
            remarks: remarks.collect(),
        }
    }

    /// Looks for words on the board that this index is of.
    pub fn find(&self, board: &Board, query: &Query) -> Found {
        if query.is_empty() {
            return Found { events: vec![true; board.events.len()], hits: Vec::new() };
        }
        let terms: Vec<Places> = query.terms.iter().map(|term| self.places(term)).collect();
        let has = |at: usize, event: &Event| query.terms.iter().zip(&terms).all(|(term, places)| self.has(board, at, event, term, places));
        let events = board.events.par_iter().enumerate().map(|(at, event)| has(at, event)).collect();
        let hits = board.articles.par_iter().enumerate().flat_map_iter(|(at, article)| hits(at, article, &terms)).collect();
        Found { events, hits }
    }

    fn places(&self, term: &str) -> Places {
        Places {
            articles: self.articles.par_iter().map(|(_, folded)| folded.find(term).collect()).collect(),
            actors: self.names.iter().map(|names| names.contains(term)).collect(),
        }
    }

    /// Whether an event has a term: in its title, place, note, tags, the names of its actors or the words of its quotes.
    fn has(&self, board: &Board, at: usize, event: &Event, term: &str, places: &Places) -> bool {
        let named = |actor| board.actor_index(actor).is_some_and(|actor| places.actors[actor]);
        self.titles.get(at).is_some_and(|title| title.contains(term))
            || event.participants.iter().any(|participant| named(&participant.actor))
            || self.remarks.get(&at).is_some_and(|remarks| remarks.contains(term))
            || event.mentions.iter().any(|mention| {
                let found = self.article_at.get(&mention.article()).map_or(&[][..], |article| &places.articles[*article]);
                !within(found, mention.sentence.span.range()).is_empty()
            })
    }
}

/// Where one term stands.
struct Places {
    /// For each article, in order.
    articles: Vec<Vec<Range<usize>>>,
    /// For each actor, whether a name has it.
    actors: Vec<bool>,
}

/// Those of the places, which are in order, that lie in a stretch of the text.
fn within(places: &[Range<usize>], stretch: Range<usize>) -> &[Range<usize>] {
    let from = &places[places.partition_point(|place| place.start < stretch.start)..];
    &from[..from.partition_point(|place| place.end <= stretch.end)]
}

fn hits(at: usize, article: &Article, terms: &[Places]) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    for block in &article.blocks {
        let found: Vec<&[Range<usize>]> = terms.iter().map(|places| within(&places.articles[at], block.span.range())).collect();
        if found.iter().any(|places| places.is_empty()) {
            continue;
        }
        // The places of one term are in order already; a single letter has very many.
        let mut places: Cow<'_, [Range<usize>]> = match found[..] {
            [only] => Cow::Borrowed(only),
            _ => Cow::Owned(found.concat()),
        };
        if let Cow::Owned(several) = &mut places {
            several.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
        }
        for place in places.iter() {
            // A term in another one ("war" in "warning") is one place.
            match hits.last_mut() {
                Some(last) if place.start < last.end => last.end = last.end.max(place.end),
                _ => hits.push(Hit { article: at, start: place.start, end: place.end }),
            }
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_quotation_marks_are_one_term() {
        let terms = |text: &str| Query::of(text).terms.join("|");
        assert_eq!(terms("  Trump  Łódź "), "lodz|trump");
        assert_eq!(terms("“Military  chiefs” London"), "london|military chiefs");
        assert_eq!(terms("\"not closed"), "not closed");
        assert!(Query::of(" \" \" ").is_empty());
    }
}
