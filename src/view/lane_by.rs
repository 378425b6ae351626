//! What the timeline is divided by.

use serde::{Deserialize, Serialize};

/// The division of the timeline into lanes. An event stands in every lane it belongs to and is one event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LaneBy {
    /// One lane for each actor, most important first.
    #[default]
    Actor,
    /// One lane for each article that tells it.
    Article,
    /// One lane for each kind of event.
    Kind,
    /// One lane for each place, the one with most events first.
    Place,
    /// One lane for each tag that a person has given, the one with most events first.
    Tag,
    /// Everything in one lane.
    One,
}

impl LaneBy {
    /// All of them, as the window offers them.
    pub const ALL: [Self; 6] = [Self::Actor, Self::Article, Self::Kind, Self::Place, Self::Tag, Self::One];

    /// Its name on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Article => "article",
            Self::Kind => "kind",
            Self::Place => "place",
            Self::Tag => "tag",
            Self::One => "one",
        }
    }
}
