//! Who takes part in events.

use super::{ArticleId, Quote};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

/// Names an actor by its most telling name, so that it stays the same when articles are added.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActorId(pub String);

impl fmt::Display for ActorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A person, organisation, country or group, with all its names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// Stable across readings.
    pub id: ActorId,
    /// The name to show: the fullest common one.
    pub name: String,
    /// The state whose body it is, if it goes by a name that every state has: "police".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<OwnerState>,
    /// What it is.
    pub kind: ActorKind,
    /// Every other name found for it, sorted.
    pub aliases: Vec<String>,
    /// What it is said to be: "Russian Foreign Minister".
    pub roles: Vec<ActorRole>,
    /// Every place that names it, in reading order.
    pub mentions: Vec<Quote>,
    /// From 0 to 1: how much of the collection is about it.
    pub importance: f64,
}

/// The state whose body an actor is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerState {
    /// Its name.
    pub name: String,
    /// Whether it is shown, since it tells the actor apart from another one.
    pub is_shown: bool,
}

/// An office or description of an actor, with the place that gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorRole {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub quote: Quote,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActorKind {
    /// One human being.
    Person,
    /// A body with a name: party, company, ministry, alliance.
    Organisation,
    /// A state, or a city or building that stands for its government.
    Country,
    /// People without a body: "representatives of about 30 countries", "Ukrainian forces".
    Group,
}

impl Actor {
    /// Its name as it is shown beside others: "police (Peru)" where several are called so.
    pub fn label(&self) -> Cow<'_, str> {
        let shown = self.state.as_ref().is_some_and(|state| state.is_shown);
        if shown { Cow::Owned(self.with_state(&self.name)) } else { Cow::Borrowed(&self.name) }
    }

    /// A name of it with its state, if it has one: "police (Peru)".
    pub fn with_state(&self, name: &str) -> String {
        self.state.as_ref().map_or_else(|| name.to_owned(), |state| format!("{name} ({})", state.name))
    }

    /// Whether one of its names has these letters, given in lower case, in it.
    pub fn has_letters(&self, letters: &str) -> bool {
        let has = |name: &str| name.to_lowercase().contains(letters);
        has(&self.label()) || self.aliases.iter().any(|alias| has(alias))
    }

    /// Half by the share of articles that name it, half by how often it is named, on a logarithmic scale: `most` is how often
    /// the most named actor is.
    pub fn weight(mentions: &[Quote], articles: usize, most: usize) -> f64 {
        let named_in: BTreeSet<ArticleId> = mentions.iter().map(|quote| quote.article).collect();
        let share = named_in.len() as f64 / articles.max(1) as f64;
        let volume = (mentions.len() as f64).ln_1p() / (most.max(1) as f64).ln_1p();
        (f64::midpoint(share, volume) * 1000.0).round() / 1000.0
    }
}

impl ActorKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Person, Self::Organisation, Self::Country, Self::Group];

    /// The word for it, as in files and on screen.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Country => "country",
            Self::Group => "group",
        }
    }
}
