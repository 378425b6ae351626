//! English: its words (data in `assets/lexicon/time/en.tsv`), how its text is scanned, and its rules.

mod context;
mod digits;
mod lexicon;
mod numbers;
pub(super) mod rules;
mod scan;

pub(super) use context::{Words, context};
pub(super) use lexicon::Lexicon;
pub(super) use numbers::{Glue, group};
pub(super) use scan::scan;
