//! The list of actors: who, how often, when; filter, merge, menu.

mod menu;
mod panel;
mod sign;

pub(super) use menu::decide;
pub use panel::{ActorsState, actor_chip, actor_tip, actors_ui, color_of};
pub(super) use sign::paint_kind;
