//! English: its words (data in `assets/lexicon/time/en.tsv`), how its text is scanned, and its rules.

mod digits;
mod lexicon;
mod numbers;
pub(super) mod rules;
mod scan;

pub(super) use lexicon::Lexicon;
pub(super) use numbers::{Glue, group};
pub(super) use scan::scan;
