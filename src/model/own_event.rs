//! An event that a person adds to what was found.

use super::{Article, Edtf, Kind, Mention, Modality, Participant, Quote, Role, Span, When};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// All that a person says of an event of their own. Only title and kind must be there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnEvent {
    /// What happened.
    pub title: String,
    /// When it was.
    #[serde(default)]
    pub when: Edtf,
    /// Why it is thought to be then, for people; empty if only the person knows.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Whether it happened.
    pub modality: Modality,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who takes part, most important first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Participant>,
    /// Its tags.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub tags: BTreeSet<String>,
    /// The words of articles that tell it; none if only the person knows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Mention>,
}

impl OwnEvent {
    /// What a new event is called until it is given a title.
    pub const UNTITLED: &'static str = "New event";

    /// An event of which nothing is known but when it was.
    pub fn untitled(when: Edtf) -> Self {
        Self {
            title: Self::UNTITLED.to_owned(),
            when,
            why: String::new(),
            kind: Kind::Other,
            modality: Modality::Happened,
            place: None,
            participants: Vec::new(),
            tags: BTreeSet::new(),
            quotes: Vec::new(),
        }
    }
}

/// What an event told by some words of an article would be, as far as they are understood. Who takes part is named by the
/// places that name them: the actors of a collection are linked later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The words, the trigger and the time words.
    pub mention: Mention,
    /// Original words.
    pub title: String,
    /// When it was, with the reason.
    pub when: When,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Whether it happened.
    pub modality: Modality,
    /// Where, as written.
    pub place: Option<String>,
    /// Who takes part: for each actor every place of the article that names it, and the part.
    pub participants: Vec<(Vec<Span>, Role)>,
}

/// The most letters of a title made of selected words.
const LONGEST_TITLE: usize = 80;

impl Draft {
    /// Only the words, not understood at all.
    pub fn of_words(article: &Article, selection: Span) -> Self {
        Self {
            mention: Mention { sentence: Quote { article: article.id, span: selection }, trigger: selection, time: None },
            title: shortened(selection.text(&article.text)),
            when: When::default(),
            kind: Kind::Other,
            modality: Modality::Happened,
            place: None,
            participants: Vec::new(),
        }
    }
}

/// The words in one line, without punctuation around them, cut after a word where they are too many.
fn shortened(text: &str) -> String {
    let mut title = String::new();
    let bare = text.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '.' | ',' | ';' | ':' | '!' | '?'));
    for word in bare.split_whitespace() {
        if title.chars().count() + word.chars().count() > LONGEST_TITLE {
            return title + "…";
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_selection_has_a_short_title() {
        assert_eq!(shortened("  one\n two. "), "one two");
        let long = shortened(&"word ".repeat(60));
        assert!(long.chars().count() <= LONGEST_TITLE + 2 && long.ends_with("word…"), "{long}");
    }
}
