//! The eight hues that actors can have.

use serde::{Deserialize, Serialize};

/// A hue of the palette. What it looks like in which theme is decided where it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hue {
    /// Blue.
    Blue,
    /// Orange.
    Orange,
    /// Bluish green.
    Green,
    /// Reddish purple.
    Purple,
    /// Vermilion.
    Vermilion,
    /// Sky blue.
    Sky,
    /// Yellow.
    Yellow,
    /// A grey.
    Slate,
}

impl Hue {
    /// All of them, in the order in which actors take them.
    pub const ALL: [Self; 8] = [Self::Blue, Self::Orange, Self::Green, Self::Purple, Self::Vermilion, Self::Sky, Self::Yellow, Self::Slate];

    /// The hue of the actor at this place if nobody has chosen another one. Eight take turns.
    pub const fn turn(index: usize) -> Self {
        Self::ALL[index % Self::ALL.len()]
    }

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Blue => "blue",
            Self::Orange => "orange",
            Self::Green => "green",
            Self::Purple => "purple",
            Self::Vermilion => "vermilion",
            Self::Sky => "sky blue",
            Self::Yellow => "yellow",
            Self::Slate => "grey",
        }
    }
}
