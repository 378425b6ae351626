//! What a person can decide on an article, apart from its date.

use serde::{Deserialize, Serialize};

/// A decision on one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", content = "value", rename_all = "kebab-case")]
pub enum ArticleEdit {
    /// It has this title; an empty one goes back to what was found.
    Title(String),
    /// This one published it; an empty name goes back to what was found.
    Publisher(String),
    /// Leave it out. Events that others tell too stay, told by those.
    Remove,
    /// Take it back in.
    Return,
}

impl ArticleEdit {
    /// What it does, for menus: "Undo {this}".
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Title(_) => "change title of article",
            Self::Publisher(_) => "change publisher of article",
            Self::Remove => "remove article",
            Self::Return => "take article back",
        }
    }
}
