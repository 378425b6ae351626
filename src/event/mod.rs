//! From an analysed article to its events, and from all articles to one chronology.

mod accept;
mod accept_noun;
#[cfg(test)]
mod accept_rules;
mod accept_speech;
mod accept_verb;
mod anchor;
mod arguments;
#[cfg(test)]
mod arguments_accuracy;
mod around;
mod article_events;
mod attended;
#[cfg(test)]
mod both_sides_tests;
mod broken_ties;
mod by_occasion;
mod chronology;
mod companies;
mod context;
mod dated_before;
mod dated_beside;
mod dating;
#[cfg(test)]
mod dating_tests;
mod dealing;
mod disagreements;
mod distance;
mod draft;
mod figures;
mod handed_on;
#[cfg(test)]
mod identity;
mod interview;
mod lexicon;
mod likeness;
mod merge;
#[cfg(test)]
mod merging_tests;
mod modality;
mod noun_participants;
mod own_anchor;
mod pairs;
mod participants;
mod place;
mod polling_day;
mod quotation;
mod reacted_to;
mod report;
mod said_about;
mod score;
mod sections;
mod sense;
mod stand_in;
mod taken_up;
#[cfg(test)]
mod taking_part_tests;
#[cfg(test)]
mod tests;
mod title;
mod title_around;
mod title_clause;
mod title_fit;
mod title_frame;
mod title_marks;
mod title_relative;
#[cfg(test)]
mod title_tests;
mod title_words;
mod trigger;

pub use article_events::{ArticleFindings, LocalEvent, read_article};
pub use chronology::{Chronology, chronology};
pub use draft::draft;
