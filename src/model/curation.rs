//! What a person has made of an event: kept beside it, so that what was found stays visible.

use super::{Event, Field};
use std::collections::BTreeSet;

/// The decisions on one event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curation {
    /// The event as it was found, if something of it has been changed.
    pub found: Option<Box<Event>>,
    /// What has been changed.
    pub changed: BTreeSet<Field>,
    /// What the person wrote about it.
    pub note: String,
    /// Its tags.
    pub tags: BTreeSet<String>,
    /// Whether a person has added it: nothing of it was found.
    pub is_own: bool,
    /// Whether it has been looked at and is right.
    pub is_accepted: bool,
}
