//! Bodies whose followers or whose last words stand for them: "the Karani movement" and "the Karanis", "the Red Cross".

use super::Finder;
use crate::actor::lexicon::{Manner, lexicon};
use crate::language::{Dep, Pos, Tag};
use crate::model::ActorKind;
use std::collections::BTreeSet;

impl Finder<'_, '_> {
    /// "the Karani movement", where the text speaks of "the Karanis" too: one body, whatever the tagger makes of either.
    pub(super) fn movements(&mut self) {
        let syntax = self.syntax;
        let follower = |word: &str| {
            let many = format!("{word}s");
            (0..syntax.len()).any(|index| syntax.word(index) == many)
        };
        let adjective = |index: usize| {
            let noun = index + 1;
            noun < syntax.len()
                && self.capitalised(index)
                && syntax.pos(index) == Pos::Propn
                && matches!(syntax.dep(index), Dep::Compound | Dep::Amod | Dep::Nmod)
                && lexicon().is("movement", syntax.word(noun))
                && syntax.tag(noun) == Tag::Nn
                && lexicon().find(syntax.word(index)).is_none()
                && follower(syntax.word(index))
        };
        let found: Vec<usize> = (0..syntax.len()).filter(|index| adjective(*index)).collect();
        let Some(first) = found.first() else { return };
        let words: BTreeSet<&str> = found.iter().map(|index| syntax.word(*index)).collect();
        let name = self.words(&(*first..first + 2));
        self.out.retain(|named| !(named.tokens.len() == 1 && found.contains(&named.tokens.start)));
        for index in found {
            self.taken[index] = false;
            self.push(index..index + 2, ActorKind::Organisation, Manner::Name, name.clone(), false);
        }
        let stands_for = |word: &str| words.contains(word) || word.strip_suffix('s').is_some_and(|one| words.contains(one));
        for named in self.out.iter_mut().filter(|named| named.tokens.len() == 1 && stands_for(syntax.word(named.tokens.start))) {
            named.kind = ActorKind::Organisation;
            named.name.clone_from(&name);
            named.place = false;
        }
        for index in 0..syntax.len() {
            if !self.taken[index] && stands_for(syntax.word(index)) && self.capitalised(index) {
                self.push(index..index + 1, ActorKind::Organisation, Manner::Name, name.clone(), false);
            }
        }
    }

    /// "an engineer identified as Radek M.": a given name with the first letter of the family name.
    pub(super) fn shortened_for_privacy(&mut self) {
        let syntax = self.syntax;
        let initial = |index: usize| {
            let mut letters = syntax.word(index).chars();
            letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.') && letters.next().is_none()
        };
        for given in 0..syntax.len().saturating_sub(1) {
            let next = given + 2;
            let goes_on = next < syntax.len() && self.capitalised(next) && syntax.pos(next) == Pos::Propn;
            let begins = given.checked_sub(1).is_none_or(|before| !(self.capitalised(before) && syntax.pos(before) == Pos::Propn));
            if begins && !goes_on && initial(given + 1) && lexicon().given.contains_key(syntax.word(given)) {
                let name = self.words(&(given..next));
                self.push(given..next, ActorKind::Person, Manner::Name, name, false);
            }
        }
    }

    /// "the European rowing union", "the Polish skating federation": an association of a land or region by what it is for.
    pub(super) fn associations(&mut self) {
        let syntax = self.syntax;
        for head in 2..syntax.len() {
            let small = |index: usize| !self.capitalised(index) && syntax.is_noun(index) && syntax.dep(index) == Dep::Compound;
            let start = head - 2;
            let known = lexicon().find(syntax.word(start));
            // "the UN refugee agency"
            let union = known.as_ref().is_some_and(|(known, _)| known.kind == ActorKind::Organisation)
                && lexicon().is("agency-of-body", syntax.word(head));
            let land = known.is_some_and(|(_, manner)| manner == Manner::Adjective) && lexicon().is("association", syntax.word(head));
            let (land, association) = (land || union, syntax.tag(head) == Tag::Nn);
            let hangs = syntax.head(start) == Some(head) && syntax.head(start + 1) == Some(head);
            if association && land && small(start + 1) && hangs && lexicon().find(syntax.word(start + 1)).is_none() {
                let tokens = start..head + 1;
                self.out.retain(|named| !tokens.contains(&named.tokens.start));
                self.taken[tokens.clone()].fill(false);
                let name = self.words(&tokens);
                self.push(tokens, ActorKind::Organisation, Manner::Name, name, false);
            }
        }
    }

    /// "Lima-based Nordhem Pelagic said": a company by where it is at home, not seen by any tagger.
    pub(super) fn based_bodies(&mut self) {
        let syntax = self.syntax;
        let part = |index: usize| index < syntax.len() && self.capitalised(index) && syntax.pos(index) == Pos::Propn && !self.taken[index];
        let runs: Vec<std::ops::Range<usize>> = (2..syntax.len())
            .filter(|based| syntax.lower(*based) == "based" && syntax.word(*based - 1) == "-" && part(*based + 1))
            .map(|based| based + 1..(based + 1..syntax.len()).find(|index| !part(*index)).unwrap_or(syntax.len()))
            .filter(|run| !lexicon().given.contains_key(syntax.word(run.start)))
            .collect();
        for run in runs {
            let name = self.words(&run);
            self.push(run, ActorKind::Organisation, Manner::Name, name, false);
        }
    }

    /// "the leftist People's Front": whose front it is belongs to the name.
    pub(super) fn bodies_of_the_people(&mut self) {
        let syntax = self.syntax;
        let people = |index: usize| self.capitalised(index) && lexicon().is("people-in-name", syntax.lower(index));
        let marked = |start: usize| start >= 2 && syntax.tag(start - 1) == Tag::Pos && people(start - 2);
        let cut: Vec<usize> = (0..self.out.len())
            .filter(|at| {
                let named = &self.out[*at];
                named.kind != ActorKind::Person && !named.known && marked(named.tokens.start) && !self.taken[named.tokens.start - 2]
            })
            .collect();
        let mut whole: Vec<(String, String)> = Vec::new();
        for at in cut {
            let tokens = self.out[at].tokens.start - 2..self.out[at].tokens.end;
            let name = self.words(&tokens);
            self.taken[tokens.clone()].fill(true);
            whole.push((self.out[at].name.clone(), name.clone()));
            let named = &mut self.out[at];
            (named.tokens, named.kind, named.place) = (tokens, ActorKind::Organisation, false);
            named.name = name;
        }
        for named in &mut self.out {
            if let Some((_, name)) = whole.iter().find(|(short, _)| named.name == *short) {
                named.name.clone_from(name);
                named.kind = ActorKind::Organisation;
                named.place = false;
            }
        }
    }

    /// "the EU executive": the European Commission, where the article names it.
    pub(super) fn union_executive(&mut self) {
        let syntax = self.syntax;
        let whole = |name: &str| lexicon().is("union-executive", &name.to_lowercase().replace(' ', "_"));
        let Some(name) = self.out.iter().map(|named| named.name.clone()).find(|name| whole(name)) else { return };
        for named in self.out.iter_mut().filter(|named| named.known && named.name == "European Union") {
            let next = (named.tokens.end..syntax.len()).find(|index| syntax.tag(*index) != Tag::Pos);
            if next.is_some_and(|next| syntax.lower(next) == "executive" && syntax.head(named.head) == Some(next)) {
                named.name.clone_from(&name);
            }
        }
    }

    /// "the Red Cross" after "the International Committee of the Red Cross": the body that the article names in full.
    pub(super) fn known_in_full(&mut self) {
        let body = |kind: ActorKind| kind == ActorKind::Organisation;
        let full: BTreeSet<String> =
            self.out.iter().filter(|named| named.known && body(named.kind)).map(|named| named.name.clone()).collect();
        for named in self.out.iter_mut().filter(|named| named.known && body(named.kind) && named.manner == Manner::Name) {
            let longer = full.iter().filter(|name| name.strip_suffix(named.name.as_str()).is_some_and(|rest| rest.ends_with(' ')));
            if let Some(longer) = longer.max_by_key(|name| name.len()) {
                named.name.clone_from(longer);
            }
        }
    }
}
