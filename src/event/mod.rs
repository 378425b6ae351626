//! From an analysed article to its events, and from all articles to one chronology.

mod accept;
mod anchor;
mod arguments;
mod article_events;
mod chronology;
mod context;
mod disagreements;
mod figures;
#[cfg(test)]
mod identity;
mod lexicon;
mod likeness;
mod merge;
mod modality;
mod pairs;
mod participants;
mod quotation;
mod report;
mod score;
mod sense;
#[cfg(test)]
mod tests;
mod title;
mod trigger;

pub use article_events::{ArticleFindings, LocalEvent, read_article};
pub use chronology::{Chronology, chronology};
