//! The analysis of English: sentences, tokens, tags, lemmas, dependency tree, named entities.

mod affix;
mod analyse;
mod analysis;
mod attributes;
mod chars;
mod encoder;
mod form;
mod form_cache;
mod hash;
mod identify;
mod lemma;
mod linear;
mod lines;
mod mend;
mod model;
mod ner;
mod parser;
mod sequences;
mod syntax;
mod tokenizer;
mod transition;
mod tree;
mod url;
mod weights;

pub use analyse::{analyse, analyse_watched};
pub use analysis::{Analysis, Dep, Entity, EntityLabel, Pos, Tag, Token};
pub(crate) use lines::lines;
pub use model::Model;
pub use syntax::Syntax;
