//! Whose words a word stands in: nobody speaks of himself as "he".

use super::{Resolver, speaks};

/// The longest stretch of a paragraph before and behind a word in which a quotation is looked for, in words.
const LONGEST: usize = 120;

impl Resolver<'_, '_, '_> {
    /// Whoever says what a word is quoted in, if a name tells: the speaker of its sentence, else the next one of its paragraph.
    pub(super) fn who_is_quoted(&self, index: usize) -> Option<usize> {
        let (syntax, block) = (self.syntax, self.block(index));
        let within = |word: &usize| self.block(*word) == block;
        let start = (index.saturating_sub(LONGEST)..index).find(within).unwrap_or(index);
        let (mut inside, mut is_quoted) = (false, false);
        let mut speakers = Vec::new();
        for word in (start..syntax.len().min(index + LONGEST)).take_while(within) {
            match syntax.word(word) {
                "\"" => inside = !inside,
                "“" => inside = true,
                "”" => inside = false,
                _ if word == index && !inside => return None,
                _ if word == index => is_quoted = true,
                _ if !inside && speaks(syntax, word) => speakers.push(word),
                _ => {}
            }
        }
        let own = speakers.iter().find(|word| syntax.sentence_of(**word) == syntax.sentence_of(index));
        let speaker = *own.or_else(|| speakers.iter().find(|word| **word > index)).filter(|_| is_quoted)?;
        let named = self.names.at(speaker).and_then(|mention| self.names.of[mention]);
        named.or_else(|| self.seen_at(speaker).and_then(|seen| seen.first().copied()))
    }
}
