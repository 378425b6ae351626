//! Whose words a word stands in: nobody speaks of himself as "he".

use super::coreference::{Resolver, speaks};

/// The longest stretch of a paragraph in which a quotation is looked for, in words.
const LONGEST: usize = 120;

impl Resolver<'_, '_, '_> {
    /// Whether a word stands in a quotation that its paragraph opens.
    fn is_quoted(&self, index: usize) -> bool {
        let (syntax, block) = (self.syntax, self.block(index));
        let before = (0..index).rev().take(LONGEST).take_while(|word| self.block(*word) == block);
        let (mut straight, mut curly) = (0, None);
        for word in before {
            match syntax.word(word) {
                "\"" => straight += 1,
                mark @ ("“" | "”") => curly = curly.or(Some(mark)),
                _ => {}
            }
        }
        straight % 2 == 1 || curly == Some("“")
    }

    /// Whoever says what a word is quoted in, if a name tells: nobody speaks of himself as "he".
    pub(super) fn who_is_quoted(&self, index: usize) -> Option<usize> {
        if !self.is_quoted(index) {
            return None;
        }
        let (syntax, block) = (self.syntax, self.block(index));
        let says = |word: &usize| !self.is_quoted(*word) && speaks(syntax, *word);
        let within = |word: &usize| self.block(*word) == block;
        let own = syntax.sentence(syntax.sentence_of(index)).find(says);
        let after = || (index..syntax.len()).take(LONGEST).take_while(within).find(says);
        let speaker = own.or_else(after)?;
        let named = self.names.at(speaker).and_then(|mention| self.names.of[mention]);
        named.or_else(|| self.seen_at(speaker).and_then(|seen| seen.first().copied()))
    }
}
