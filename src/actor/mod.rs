//! Who takes part: mentions in one article, who they are, and which names of a collection mean the same actor.

mod article_actors;
mod denotation;
mod lexicon;
mod link;
mod local_actor;
mod name;
mod named;
pub mod recognise;
mod reference;
mod role_phrase;
#[cfg(test)]
mod tests;

pub use article_actors::{ArticleActors, LocalMention, MentionForm};
pub use denotation::Denoted;
pub use lexicon::{is_body, is_city, is_people, is_role, is_word};
pub use link::{Linked, link};
pub use local_actor::LocalActor;
