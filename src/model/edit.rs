//! One decision of the user.

use super::{ArticleId, Edtf, EventId};
use serde::{Deserialize, Serialize};

/// A decision, meaningful on its own. What it points at may be gone after re-reading: it is then kept and listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "kebab-case")]
pub enum Edit {
    /// This article is of that date. Its relative dates are worked out anew.
    SetPublished {
        /// The article.
        article: ArticleId,
        /// Its date; `Unknown` takes away what was found.
        date: Edtf,
    },
    /// Leave this event out of the chronology.
    Hide {
        /// The event.
        event: EventId,
    },
    /// Take a hidden event back in.
    Show {
        /// The event.
        event: EventId,
    },
}

impl Edit {
    /// What it does, for menus: "Undo {this}".
    pub const fn name(&self) -> &'static str {
        match self {
            Self::SetPublished { .. } => "set date of article",
            Self::Hide { .. } => "hide event",
            Self::Show { .. } => "show event",
        }
    }
}
