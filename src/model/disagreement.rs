//! What reports of one event tell differently. Nothing is decided: every side is kept with the words that say it.

use super::Quote;
use serde::{Deserialize, Serialize};

/// One thing that the reports of an event tell differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disagreement {
    /// What it is about.
    pub about: Aspect,
    /// At least two; in order of their value or, if it has none, of the articles.
    pub sides: Vec<Side>,
}

/// One of the things told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// What it says: a date in words, a number in the words of the text, a name.
    pub says: String,
    /// The words that say so; never empty.
    pub quotes: Vec<Quote>,
}

/// What reports may disagree about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// When it was.
    Date,
    /// How many, or how much.
    Number,
    /// Who did it.
    Participant,
    /// Where it was.
    Place,
}

impl Aspect {
    /// The word for it, as in files and on screen.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Number => "number",
            Self::Participant => "participant",
            Self::Place => "place",
        }
    }
}
