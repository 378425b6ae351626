//! Who takes part: mentions in one article, who they are, and which names of a collection mean the same actor.

mod article_actors;
mod body_reference;
mod clause_subjects;
mod common_name;
mod coreference;
mod craft;
mod denotation;
mod families;
mod home;
mod lexicon;
mod link;
mod local_actor;
mod name;
mod name_edges;
#[cfg(test)]
mod name_tests;
mod named;
mod named_bodies;
mod named_by_context;
mod named_datelines;
mod named_fully;
mod named_in_office;
mod named_later;
mod named_movements;
mod named_shortly;
mod own_land;
mod pair_reference;
mod person_reference;
mod plural_reference;
mod quoted_speaker;
mod rebel_reference;
pub mod recognise;
mod role_phrase;
mod role_reference;
mod same_doer;
#[cfg(test)]
mod tests;
mod thing_reference;
mod told_as_thing;

pub use article_actors::{ArticleActors, LocalMention, MentionForm};
pub use denotation::Denoted;
pub use lexicon::{is_body, is_city, is_people, is_role, is_word};
pub use link::{Linked, link};
pub use local_actor::LocalActor;
