//! The analysis of English: sentences, tokens, tags, lemmas, dependency tree, named entities.

mod analysis;

pub use analysis::{Analysis, Dep, Entity, EntityLabel, Pos, Tag, Token};
