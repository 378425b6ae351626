//! What a person has made of an event or an actor: kept beside it, so that what was found stays visible.

use super::{ActorKind, Event, Field, Hue};
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

/// The decisions on one actor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActorCuration {
    /// The name that was found, if it has been given another one.
    pub found_name: Option<String>,
    /// The kind that was found, if another one has been set.
    pub found_kind: Option<ActorKind>,
    /// The hue that it was given.
    pub hue: Option<Hue>,
    /// The names of the actors that have been merged into it.
    pub merged: Vec<String>,
}
