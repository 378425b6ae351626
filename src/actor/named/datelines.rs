//! Names in a dateline inside a paragraph, which act for nobody: "LIMA, Feb 6 (Nordpress) - The maker".

use super::Finder;

/// The most words of a dateline.
const WORDS: usize = 14;

impl Finder<'_, '_> {
    /// The town and the agency before the dash; a state there is told of like anywhere else.
    pub(super) fn datelines(&mut self) {
        let syntax = self.syntax;
        let begins = |index: usize| {
            let start = syntax.token(index).span.start();
            start == 0 || syntax.text.get(..start).is_some_and(|before| before.trim_end_matches(' ').ends_with('\n'))
        };
        let shouted = |index: usize| {
            let word = syntax.word(index);
            word.chars().count() > 2 && word.chars().all(char::is_uppercase)
        };
        for start in (0..syntax.len()).filter(|index| begins(*index) && shouted(*index)) {
            let end = (start + WORDS).min(syntax.len());
            let town = (start..end).find(|index| !shouted(*index)).unwrap_or(end);
            let dash = (town..end.saturating_sub(1)).find(|index| syntax.word(*index) == ")").map(|bracket| bracket + 1);
            let Some(dash) = dash.filter(|dash| town < end && syntax.word(town) == "," && is_dash(syntax.word(*dash))) else { continue };
            for named in self.out.iter_mut().filter(|named| (start..dash).contains(&named.tokens.start)) {
                let of_town = named.tokens.end <= town;
                named.place |= !named.known || of_town && named.kind == crate::model::ActorKind::Organisation;
            }
        }
    }
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "--" | "–" | "—")
}
