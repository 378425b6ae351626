//! The subjects of the clauses around a word, from the innermost outwards: whom a pronoun there may mean (after Hobbs, 1978: in his walk
//! through the tree the subject of the nearest clause comes first).

use super::Resolver;
use crate::actor::lexicon::lexicon;
use crate::language::{Dep, Syntax, Tag};

/// So many steps up the tree are looked at.
const UP: usize = 12;

/// Whether a noun is what a pronoun means.
pub(super) enum Fit {
    /// It is, and means these.
    Actors(Vec<usize>),
    /// It may well be, and names nobody.
    Unnamed,
    /// It cannot be.
    None,
}

/// Whether a word stands for a noun before it: "which", "who", "that".
fn is_relative(syntax: &Syntax, index: usize) -> bool {
    matches!(syntax.tag(index), Tag::Wdt | Tag::Wp) || syntax.lower(index) == "that"
}

/// The subject of a verb: its own, that which a relative pronoun stands for, or the noun that a participle hangs on.
fn subject(syntax: &Syntax, verb: usize) -> Option<usize> {
    match syntax.first(verb, &[Dep::Nsubj, Dep::Nsubjpass]) {
        Some(own) if is_relative(syntax, own) => syntax.antecedent(own),
        Some(own) => Some(own),
        // "soldiers serving under their officers"
        None => syntax.head(verb).filter(|_| syntax.dep(verb) == Dep::Acl && matches!(syntax.tag(verb), Tag::Vbg | Tag::Vbn)),
    }
}

impl Resolver<'_, '_, '_> {
    /// The heads of the subjects of the clauses around a pronoun that stand before it. What does or suffers the same as the pronoun is
    /// left out: in "Chile denied it" "it" is not Chile.
    pub(super) fn subjects_around(&self, pronoun: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let possessive = syntax.tag(pronoun) == Tag::PrpPoss;
        let mut out = Vec::new();
        let (mut at, mut is_own) = (pronoun, true);
        for _ in 0..UP {
            let Some(above) = syntax.head(at) else { break };
            if syntax.is_verb(above) {
                let found = subject(syntax, above);
                let before = |noun: &usize| *noun < pronoun && *noun != at && syntax.dep(*noun) != Dep::Poss;
                if !is_own || possessive {
                    out.extend(found.filter(before));
                    // "told Chile to withdraw its soldiers": whoever is to do it.
                    let told = syntax.head(above).filter(|_| syntax.dep(above) == Dep::Xcomp && found.is_none());
                    out.extend(told.and_then(|told| syntax.first(told, &[Dep::Dobj])).filter(before));
                }
                is_own &= found.is_none();
            }
            at = above;
        }
        out.dedup();
        out
    }

    /// The head of the subject of the main clause of the sentence before.
    pub(super) fn subject_before(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let range = syntax.sentence(syntax.sentence_of(index).checked_sub(1)?);
        let root = range.clone().find(|word| syntax.head(*word).is_none())?;
        subject(syntax, root).filter(|noun| range.contains(noun))
    }

    /// The nearest noun that a pronoun can mean: a subject around it, else that of the sentence before.
    pub(super) fn nearest(&self, pronoun: usize, meant: impl Fn(usize) -> Fit) -> Fit {
        let nouns = self.subjects_around(pronoun).into_iter().chain(self.subject_before(pronoun));
        nouns.map(meant).find(|fit| !matches!(fit, Fit::None)).unwrap_or(Fit::None)
    }

    /// "Roe thanked Dahl for his role": the object of the verb that has the "for".
    pub(super) fn judged_for(&self, possessive: usize) -> Option<usize> {
        let syntax = self.syntax;
        let noun = syntax.head(possessive).filter(|_| syntax.tag(possessive) == Tag::PrpPoss)?;
        let word = syntax.head(noun).filter(|word| syntax.dep(noun) == Dep::Pobj && lexicon().is("ground", syntax.lower(*word)))?;
        let verb = syntax.head(word).filter(|verb| syntax.is_verb(*verb))?;
        syntax.first(verb, &[Dep::Dobj]).filter(|object| *object < word)
    }

    /// Who was seen at a noun, or at the name beside it: "the regional bloc ECOWAS".
    pub(super) fn seen_at(&self, noun: usize) -> Option<&[usize]> {
        // They are seen from left to right.
        let seen = |token: usize| {
            let mut back = self.seen.iter().rev().take_while(|seen| seen.token >= token);
            back.find(|seen| seen.token == token).map(|seen| seen.actors.as_slice())
        };
        seen(noun).or_else(|| self.syntax.by(noun, &[Dep::Appos]).find_map(seen))
    }
}
