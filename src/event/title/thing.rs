//! What a noun with no more than "the" before it means: the fuller phrase by which the text told of the thing before.

use super::{Selection, phrase};
use crate::actor::is_word;
use crate::event::lexicon::lexicon;
use crate::language::{Dep, EntityLabel, Pos, Syntax, Tag};
use std::collections::BTreeSet;

/// The longest phrase that is shown, in words.
const LONG: usize = 9;

/// So many sentences back the thing may have been told of.
const BACK: usize = 12;

impl Selection<'_, '_> {
    /// Shows in brackets which one each thing is, unless the title says it elsewhere.
    pub(super) fn things(&mut self) {
        let syntax = self.syntax;
        let nouns = self.kept.iter().copied().filter(|noun| self.actors.at(*noun).is_none());
        let fuller: Vec<_> = nouns.filter_map(|noun| Some((noun, fuller(syntax, noun)?))).collect();
        for (noun, words) in fuller {
            let same = |word: usize, other: usize| syntax.lower(word) == syntax.lower(other);
            let telling = words.iter().filter(|word| syntax.is_noun(**word) && !same(**word, noun));
            let is_told = telling.into_iter().any(|word| self.kept.iter().any(|other| same(*word, *other)));
            if !is_told {
                self.filled.entry(noun).or_insert(words);
            }
        }
    }
}

/// The words that say which one "the contract" is: "for six helicopters" of "a contract for six helicopters". The phrase told of last is
/// taken; none is where the text has told of two such things since.
fn fuller(syntax: &Syntax, noun: usize) -> Option<Vec<usize>> {
    let bare = syntax.children(noun).all(|child| syntax.dep(child) == Dep::Det && is_word("definite", syntax.lower(child)));
    let single = matches!(syntax.tag(noun), Tag::Nn | Tag::Nns) && syntax.children(noun).next().is_some();
    let dates = lexicon().is("title-not-shown", syntax.lower(noun)) || syntax.entity(noun).is_some();
    if !bare || !single || dates || crate::actor::is_role(syntax.lower(noun)) || syntax.dep(noun) == Dep::Compound {
        return None;
    }
    let sentence = syntax.sentence_of(noun);
    let start = syntax.sentence(sentence.saturating_sub(BACK)).start;
    let alike = |other: &usize| syntax.lemma(*other) == syntax.lemma(noun) && syntax.tag(*other) == syntax.tag(noun);
    let head = |other: &usize| syntax.is_noun(*other) && syntax.dep(*other) != Dep::Compound;
    let mut told = (start..noun).rev().filter(alike).filter(head).filter(|other| says_which(syntax, *other));
    let last = told.next()?;
    // "a new contract": two things.
    if told.any(|other| syntax.sentence_of(other) < syntax.sentence_of(last) && is_new(syntax, last)) {
        return None;
    }
    shown(syntax, last)
}

/// Whether a phrase says which thing it means: "the Polish border", "the lorry drivers", "a contract for six helicopters".
fn says_which(syntax: &Syntax, noun: usize) -> bool {
    let telling = |child: usize| match syntax.dep(child) {
        Dep::Compound => true,
        Dep::Poss => !matches!(syntax.tag(child), Tag::PrpPoss | Tag::WpPoss),
        Dep::Amod => syntax.word(child).starts_with(char::is_uppercase) && child > syntax.sentence(syntax.sentence_of(noun)).start,
        Dep::Prep => child == noun + 1 && places(syntax, child),
        _ => false,
    };
    syntax.children(noun).any(telling)
}

/// Whether a preposition and its object say which one: "in Dallas", "between the navies"; not "on fire", not "on Monday".
fn places(syntax: &Syntax, preposition: usize) -> bool {
    let Some(object) = syntax.object_of(preposition) else { return false };
    let full = syntax.pos(object) == Pos::Propn || syntax.tag(object) == Tag::Nns || syntax.children(object).next().is_some();
    let dates = syntax.entity(object).is_some_and(|entity| matches!(entity.label, EntityLabel::Date | EntityLabel::Time));
    full && !dates && lexicon().is("title-which", syntax.lower(preposition))
}

/// Whether a phrase tells of something for the first time: "a contract", "another contract".
fn is_new(syntax: &Syntax, noun: usize) -> bool {
    syntax.by(noun, &[Dep::Det]).any(|word| lexicon().is("title-indefinite", syntax.lower(word)))
}

/// What is shown of a phrase: what follows its noun, or all of it where something stands before the noun.
fn shown(syntax: &Syntax, noun: usize) -> Option<Vec<usize>> {
    let mut kept = BTreeSet::new();
    phrase(syntax, noun, &mut kept, 0);
    let before = syntax.by(noun, &[Dep::Compound, Dep::Poss, Dep::Amod, Dep::Nummod]).any(|child| child < noun);
    let own = |word: &usize| syntax.head(*word) == Some(noun) && matches!(syntax.dep(*word), Dep::Det | Dep::Case);
    let mark = |word: &usize| !syntax.word(*word).contains(char::is_alphanumeric) && syntax.word(*word) != "-";
    let words: Vec<usize> =
        kept.into_iter().filter(|word| if before { !own(word) } else { *word > noun }).filter(|word| !mark(word)).collect();
    let listed = words.windows(2).any(|pair| (pair[0] + 1..pair[1]).any(|between| syntax.word(between) == ","));
    let plain = !listed && !words.iter().any(|word| syntax.is_verb(*word) || matches!(syntax.tag(*word), Tag::Prp | Tag::PrpPoss));
    (plain && !words.is_empty() && words.len() <= LONG).then_some(words)
}
