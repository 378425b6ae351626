//! An event's place in time and how it is known.

use super::{Bounds, Edtf, Precision};
use serde::{Deserialize, Serialize};

/// When something was, is or will be: a value, how it is known, and one sentence that explains it.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct When {
    /// The value.
    pub edtf: Edtf,
    /// How it is known.
    pub basis: Basis,
    /// For people: `"Thursday" in an article of 17 Mar 2025, so 20 Mar 2025`.
    pub why: String,
}

impl When {
    /// No place in time, with the reason.
    pub fn unknown(why: impl Into<String>) -> Self {
        Self { edtf: Edtf::Unknown, basis: Basis::Unknown, why: why.into() }
    }

    /// The bounds of what it can mean.
    pub fn bounds(&self) -> Bounds {
        self.edtf.bounds()
    }

    /// Its place in a chronology: by the earliest it can be, the undated last.
    pub fn order(&self) -> impl Ord + use<> {
        let bounds = self.bounds();
        (self.edtf == Edtf::Unknown, bounds.earliest.or(bounds.latest), bounds.latest)
    }

    /// How finely it is known.
    pub fn precision(&self) -> Precision {
        self.edtf.precision()
    }
}

/// How a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The text states it in full: "on 20 March 2025".
    Stated,
    /// Worked out from words that need another date: "Thursday", "last week", "March 27".
    Relative,
    /// No words say when: the article's own date stands in.
    Reported,
    /// A person set it.
    Assigned,
    /// Nothing says when.
    #[default]
    Unknown,
}

impl Basis {
    /// All of them, best known first.
    pub const ALL: [Self; 5] = [Self::Stated, Self::Relative, Self::Reported, Self::Assigned, Self::Unknown];

    /// The word for it, as in files and on screen.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Relative => "relative",
            Self::Reported => "reported",
            Self::Assigned => "assigned",
            Self::Unknown => "unknown",
        }
    }
}
