//! The outcomes of resolving, in short.

use super::scene::{Grounds, Known, Resolved};
use crate::time::stretch::Stretch;

/// Nothing on the calendar.
pub(super) const fn open() -> Resolved {
    Resolved { known: Known::Open, grounds: Grounds::Stated, other: None }
}

/// It would need the article's date.
pub(super) const fn missing() -> Resolved {
    Resolved { known: Known::NeedsPublished, grounds: Grounds::Published, other: None }
}

/// A stretch, and on what it rests.
pub(super) const fn found(stretch: Stretch, grounds: Grounds) -> Resolved {
    Resolved { known: Known::Place(stretch), grounds, other: None }
}

/// A stretch if there is one.
pub(super) fn place(stretch: Option<Stretch>, grounds: Grounds) -> Resolved {
    stretch.map_or_else(open, |stretch| found(stretch, grounds))
}
