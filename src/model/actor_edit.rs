//! What a person can decide on an actor.

use super::{ActorId, ActorKind, Hue};
use serde::{Deserialize, Serialize};

/// A decision on one actor. Actors are named by the id they had; one that has another id by now is found by its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", content = "value", rename_all = "kebab-case")]
pub enum ActorEdit {
    /// Show it under this name; an empty one goes back to the name that was found.
    Rename(String),
    /// This other actor is the same: its names, mentions and parts in events become those of the first.
    Absorb(ActorId),
    /// This one of its names means another actor: what goes by that name becomes an actor of its own.
    SplitOff(String),
    /// It is noise: leave it out of lists, lanes and events. The events stay.
    Hide,
    /// Take it back in.
    Show,
    /// Draw it in this hue; none: as the program chooses.
    Colour(Option<Hue>),
    /// It is of this kind; none: as found.
    Kind(Option<ActorKind>),
    /// This other actor is not the same, whatever their names say: do not suggest it again.
    KeepApart(ActorId),
}

impl ActorEdit {
    /// What it does, for menus: "Undo {this}".
    pub fn name(&self) -> String {
        match self {
            Self::Rename(_) => "rename actor".to_owned(),
            Self::Absorb(_) => "merge of 2 actors".to_owned(),
            Self::SplitOff(alias) => format!("split off “{alias}”"),
            Self::Hide => "hide actor".to_owned(),
            Self::Show => "show actor".to_owned(),
            Self::Colour(_) => "colour of actor".to_owned(),
            Self::Kind(_) => "kind of actor".to_owned(),
            Self::KeepApart(_) => "keep 2 actors apart".to_owned(),
        }
    }
}
