//! What the middle of the window shows.

use serde::{Deserialize, Serialize};

/// The timeline, the table of the same events, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Middle {
    /// The timeline.
    #[default]
    Timeline,
    /// The table.
    Table,
    /// The timeline above the table.
    Both,
}

impl Middle {
    /// In the order of the menu.
    pub const ALL: [Self; 3] = [Self::Timeline, Self::Table, Self::Both];

    /// Its name on the switch.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Timeline => "Timeline",
            Self::Table => "Table",
            Self::Both => "Both",
        }
    }
}
