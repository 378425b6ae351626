//! Persons told of together by one family name or by one word: "the brothers Karl and Leo Dahl", "the Dahls", "the pair".

use super::Finder;
use crate::actor::lexicon::{Manner, lexicon};
use crate::actor::name::fold;
use crate::actor::reference::Resolver;
use crate::language::{Dep, Pos};
use crate::model::ActorKind;

impl Finder<'_, '_> {
    /// "the brothers Karl and Leo Dahl": a given name joined with a full one has its family name too.
    pub(super) fn shared_family_names(&mut self) {
        let syntax = self.syntax;
        let full = |start: usize, words: usize| start >= 2 && words == 2 && syntax.lower(start - 1) == "and";
        let pairs: Vec<(usize, String)> = self
            .out
            .iter()
            .filter(|named| named.kind == ActorKind::Person && !named.known && full(named.tokens.start, named.tokens.len()))
            .map(|named| (named.tokens.start - 2, syntax.word(named.tokens.end - 1).to_owned()))
            .collect();
        for (given, family) in pairs {
            let alone = given.checked_sub(1).is_none_or(|before| {
                !(lexicon().is_title(syntax.lower(before)) || self.capitalised(before) && syntax.pos(before) == Pos::Propn)
            });
            if !alone || !self.capitalised(given) || !lexicon().given.contains_key(syntax.word(given)) {
                continue;
            }
            let name = format!("{} {family}", syntax.word(given));
            if !self.taken[given] {
                self.push(given..given + 1, ActorKind::Person, Manner::Name, name, false);
            } else if let Some(named) = self.out.iter_mut().find(|named| named.tokens == (given..given + 1) && !named.known) {
                named.kind = ActorKind::Person;
                named.place = false;
                named.name = name;
            }
        }
    }
}

impl Resolver<'_, '_, '_> {
    /// "the Dahls": all of that family name whom the article names in full.
    pub(in crate::actor) fn family(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let word = syntax.word(index).strip_suffix('s').filter(|_| syntax.pos(index) == Pos::Propn)?;
        let the = syntax.by(index, &[Dep::Det]).any(|det| syntax.lower(det) == "the");
        let families = [fold(word), fold(word.strip_suffix('e').unwrap_or(word))];
        let members: Vec<usize> = (0..self.actors.len())
            .filter(|actor| {
                let person = &self.actors[*actor].person;
                !person.given.is_empty() && families.contains(&person.family)
            })
            .collect();
        (the && members.len() > 1).then_some(members)
    }

    /// "Ferrer met her on Monday. They agreed": the two persons of the sentence before who did something with each other.
    pub(in crate::actor) fn met(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let before = syntax.sentence_of(index).checked_sub(1)?;
        let person = |token: usize| {
            let seen = self.seen.iter().rev().find(|seen| seen.token == token).filter(|seen| seen.actors.len() == 1)?;
            Some(seen.actors[0]).filter(|actor| self.actors[*actor].kind == ActorKind::Person)
        };
        let verbs = syntax.sentence(before).filter(|verb| syntax.is_verb(*verb) && lexicon().is("mutual-verb", syntax.lemma(*verb)));
        verbs.into_iter().find_map(|verb| {
            let one = person(syntax.first(verb, &[Dep::Nsubj])?)?;
            let with = syntax.by(verb, &[Dep::Prep]).filter(|word| matches!(syntax.lower(*word), "with" | "to"));
            let other = syntax.by(verb, &[Dep::Dobj]).chain(with.filter_map(|word| syntax.object_of(word))).find_map(person)?;
            (one != other).then(|| vec![one.min(other), one.max(other)])
        })
    }

    /// "the pair", "the brothers": the two persons joined by "and" who were named last, of one family if they are kin.
    pub(in crate::actor) fn together(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let kin = lexicon().is("kin", syntax.lower(index));
        let told = kin || lexicon().is("told-together", syntax.lower(index));
        let plain = syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Poss, Dep::Prep, Dep::Appos]).next().is_none();
        let the = syntax.by(index, &[Dep::Det]).any(|det| lexicon().is("definite", syntax.lower(det)));
        if !(told && plain && the) {
            return None;
        }
        let persons: Vec<(&super::Named, usize)> = (0..self.names.named.len())
            .filter(|mention| self.names.is_person(*mention) && self.names.named[*mention].head < index)
            .filter_map(|mention| Some((&self.names.named[mention], self.names.of[mention]?)))
            .collect();
        let joined = |first: usize, second: usize| first + 1 == second && syntax.lower(first) == "and";
        let named = persons
            .windows(2)
            .rev()
            .filter(|pair| joined(pair[0].0.tokens.end, pair[1].0.tokens.start) && pair[0].1 != pair[1].1)
            .map(|pair| [pair[0].1, pair[1].1])
            .find(|[one, other]| !kin || self.actors[*one].person.family == self.actors[*other].person.family)
            .map(|pair| pair.to_vec());
        named.or_else(|| self.met(index))
    }
}
