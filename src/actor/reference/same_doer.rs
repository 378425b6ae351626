//! Pronouns that mean the doer of a clause: "himself", "its own" of whoever is told to act, and "he" who goes on doing the same.

use super::{Resolver, WINDOW};
use crate::actor::lexicon::lexicon;
use crate::language::Dep;

impl Resolver<'_, '_, '_> {
    /// "himself", "themselves": the subject of the same clause.
    pub(super) fn reflexive(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let mut verb = syntax.head(index)?;
        for _ in 0..6 {
            if let Some(subject) = syntax.first(verb, &[Dep::Nsubj, Dep::Nsubjpass]).filter(|_| syntax.is_verb(verb)) {
                return self.seen.iter().rev().find(|seen| seen.token == subject).map(|seen| seen.actors.clone());
            }
            // "countries buying a war for themselves": theirs, whoever they are.
            if matches!(syntax.dep(verb), Dep::Acl | Dep::Relcl) {
                return None;
            }
            verb = syntax.head(verb)?;
        }
        None
    }

    /// "The court ordered Togo to withdraw its soldiers": whoever is to do the act owns what it is done with.
    pub(super) fn who_is_to_act(&self, owner: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let mut verb = syntax.head(owner)?;
        for _ in 0..6 {
            if syntax.is_verb(verb) {
                break;
            }
            verb = syntax.head(verb)?;
        }
        let told = syntax.head(verb).filter(|_| syntax.dep(verb) == Dep::Xcomp && syntax.first(verb, &[Dep::Nsubj]).is_none())?;
        let doer = syntax.first(told, &[Dep::Dobj]).filter(|doer| *doer < verb)?;
        self.seen.iter().rev().find(|seen| seen.token == doer).map(|seen| seen.actors.clone())
    }

    /// "Trump paused to take a call with Putin. ... He took the call": who was last told to do the same with the same thing.
    pub(super) fn doer_before(&self, pronoun: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let verb = syntax.head(pronoun).filter(|verb| syntax.is_verb(*verb) && syntax.dep(pronoun) == Dep::Nsubj)?;
        let object = syntax.first(verb, &[Dep::Dobj])?;
        let definite = syntax.by(object, &[Dep::Det]).any(|det| lexicon().is("definite", syntax.lower(det)));
        let from = syntax.sentence(syntax.sentence_of(pronoun).saturating_sub(WINDOW)).start;
        let same = |other: &usize| {
            syntax.lemma(*other) == syntax.lemma(verb)
                && syntax.is_verb(*other)
                && syntax.first(*other, &[Dep::Dobj]).is_some_and(|thing| syntax.lemma(thing) == syntax.lemma(object))
        };
        let mut doing = (from..pronoun).rev().find(same).filter(|_| definite)?;
        for _ in 0..4 {
            if let Some(subject) = syntax.first(doing, &[Dep::Nsubj]) {
                return self.seen.iter().rev().find(|seen| seen.token == subject).map(|seen| seen.actors.clone());
            }
            doing = syntax.head(doing).filter(|head| syntax.is_verb(*head))?;
        }
        None
    }
}
