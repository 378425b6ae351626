//! How the text around writes a word: capitals inside sentences, lower case, and what the language model took it for.

use crate::language::{EntityLabel, Syntax};
use std::collections::HashMap;

/// Tokens in a block; a word is compared with its own block and the ones beside it, so that a long text is like a short one.
const BLOCK: usize = 1_000;

/// What a block says about a word in lower case.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Use {
    /// Capitalised inside a sentence.
    pub capital: u32,
    /// In lower case.
    pub small: u32,
    /// Taken for a person, body, place, anything else, or no name while capitalised.
    pub taken: [u32; 5],
}

/// The uses of all words.
pub(super) struct Document<'s> {
    blocks: Vec<HashMap<&'s str, Use>>,
}

/// The class that the language model's label comes to: 0 person, 1 body, 2 place, 3 anything else.
pub(super) const fn class_of(label: EntityLabel) -> usize {
    match label {
        EntityLabel::Person => 0,
        EntityLabel::Org => 1,
        EntityLabel::Gpe | EntityLabel::Loc | EntityLabel::Fac => 2,
        _ => 3,
    }
}

/// Whether a word begins with a capital letter.
pub(super) fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

impl<'s> Document<'s> {
    pub(super) fn read(syntax: &'s Syntax) -> Self {
        let mut blocks = vec![HashMap::new(); syntax.len() / BLOCK + 1];
        let mut before = None;
        for index in 0..syntax.len() {
            let word = syntax.word(index);
            let sentence = syntax.sentence_of(index);
            let inside = before == Some(sentence);
            if word.chars().any(char::is_alphanumeric) {
                before = Some(sentence);
            }
            if !word.chars().next().is_some_and(char::is_alphabetic) {
                continue;
            }
            let found: &mut Use = blocks[index / BLOCK].entry(syntax.lower(index)).or_default();
            if !is_capital(word) {
                found.small += 1;
                continue;
            }
            found.capital += u32::from(inside);
            found.taken[syntax.entity(index).map_or(4, |entity| class_of(entity.label))] += 1;
        }
        Self { blocks }
    }

    /// The uses of the word of a token near it.
    pub(super) fn near(&self, index: usize, lower: &str) -> Use {
        let block = index / BLOCK;
        let mut sum = Use::default();
        for uses in self.blocks.iter().take(block + 2).skip(block.saturating_sub(1)) {
            if let Some(found) = uses.get(lower) {
                sum.capital += found.capital;
                sum.small += found.small;
                for (total, count) in sum.taken.iter_mut().zip(found.taken) {
                    *total += count;
                }
            }
        }
        sum
    }
}
