//! Which events are to be shown, as it is kept in a project.

use super::{ActorId, ArticleId, Basis, Kind, Modality};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A stretch of time, `from` to the instant before `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateRange {
    /// Its first instant.
    pub from: NaiveDateTime,
    /// The first instant after it; later than `from`.
    pub to: NaiveDateTime,
}

/// What a person has made of an event, as far as one can filter by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// Found, and nobody has said that it is right.
    Open,
    /// Found, and accepted.
    Accepted,
    /// Added by a person.
    Own,
}

impl Review {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Open, Self::Accepted, Self::Own];

    /// The words for it on screen.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "not reviewed",
            Self::Accepted => "accepted",
            Self::Own => "added by you",
        }
    }
}

/// Every part that is set must hold; an empty part lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Events with at least one of these actors.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub actors: BTreeSet<ActorId>,
    /// Events must have all of these actors, not just one.
    #[serde(skip_serializing_if = "is_false")]
    pub together: bool,
    /// Events told by at least one of these articles.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub articles: BTreeSet<ArticleId>,
    /// Events with at least one of these tags.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub tags: BTreeSet<String>,
    /// Events in one of these states.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub reviews: BTreeSet<Review>,
    /// Kinds left out.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub hidden_kinds: BTreeSet<Kind>,
    /// Modalities left out.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub hidden_modalities: BTreeSet<Modality>,
    /// Ways of knowing a date left out.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub hidden_bases: BTreeSet<Basis>,
    /// The least confidence, in percent.
    #[serde(skip_serializing_if = "is_zero")]
    pub least_confidence: u8,
    /// Words that must all stand in what is told of an event; in quotation marks, words that stand together.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Events that may have happened in this stretch of time; the undated are left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<DateRange>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
const fn is_false(on: &bool) -> bool {
    !*on
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
const fn is_zero(number: &u8) -> bool {
    *number == 0
}
