//! From an analysed article to its events, and from all articles to one chronology.

mod accept;
mod article_events;
mod chronology;
mod clause;
mod dating;
mod draft;
mod lexicon;
mod merge;
mod place;
mod score;
mod taking_part;
#[cfg(test)]
mod tests;
mod title;
mod trigger;

pub use article_events::{ArticleFindings, LocalEvent, read_article};
pub use chronology::{Chronology, chronology};
pub use draft::draft;
