//! Runs of capitalised words, joined through "of", "the", "for" and the like: "Movement for the Left".

use super::super::lexicon::lexicon;
use super::document::is_capital;
use crate::language::Syntax;
use std::ops::Range;

/// For each token the run that it is in, if any.
pub(super) fn runs(syntax: &Syntax) -> Vec<Option<Range<usize>>> {
    let mut out: Vec<Option<Range<usize>>> = vec![None; syntax.len()];
    let mut start = 0;
    while start < syntax.len() {
        if !is_capital(syntax.word(start)) {
            start += 1;
            continue;
        }
        let sentence = syntax.sentence_of(start);
        let mut end = start + 1;
        let mut ahead = end;
        while ahead < syntax.len() && ahead < end + 3 && syntax.sentence_of(ahead) == sentence {
            if is_capital(syntax.word(ahead)) {
                end = ahead + 1;
            } else if !lexicon().is("joint", syntax.lower(ahead)) {
                break;
            }
            ahead += 1;
        }
        out[start..end].fill(Some(start..end));
        start = end;
    }
    out
}

/// "Democratic Socialists (SDI)": the run before the bracket that an abbreviation in it stands for.
pub(super) fn spelled_out(syntax: &Syntax, runs: &[Option<Range<usize>>], index: usize) -> Option<Range<usize>> {
    let word = syntax.word(index);
    let letters = word.chars().filter(|letter| letter.is_uppercase()).count();
    let bracket = index.checked_sub(1).filter(|before| syntax.word(*before) == "(")?;
    let run = runs.get(bracket.checked_sub(1)?)?.clone()?;
    (letters >= 2 && letters * 2 > word.chars().count() && run.end == bracket).then_some(run)
}
