//! Names that only their own clause gives away as a body's or a place's: "Unison, which represents", "Nordbank suspended its payments",
//! "rebels retook Palma".

use super::{Finder, Named};
use crate::actor::lexicon::{Manner, lexicon};
use crate::actor::name::{fold, is_firm};
use crate::language::{Dep, Pos};
use crate::model::ActorKind;
use std::collections::BTreeSet;

/// The fewest letters of such a name: shorter ones are mostly abbreviations.
const SHORTEST: usize = 5;

impl Finder<'_, '_> {
    /// Bodies of one word that no list and no tagger knows, and every other place that names them.
    pub(super) fn bodies_of_clauses(&mut self) {
        let syntax = self.syntax;
        let free = |found: &Self, index: usize| {
            !found.taken[index]
                && found.capitalised(index)
                && syntax.pos(index) == Pos::Propn
                && syntax.word(index).chars().count() >= SHORTEST
                && syntax.word(index).chars().all(char::is_alphabetic)
        };
        let whole = |index: usize| {
            syntax.dep(index) != Dep::Compound && syntax.by(index, &[Dep::Compound, Dep::Amod, Dep::Det, Dep::Nummod]).next().is_none()
        };
        let is_body = |index: &usize| {
            let subject = matches!(syntax.dep(*index), Dep::Nsubj | Dep::Nsubjpass);
            subject && (has_inner_capital(syntax.word(*index)) || self.is_thing(*index))
        };
        let words: BTreeSet<String> = (0..syntax.len())
            .filter(|index| free(self, *index) && whole(*index) && !lexicon().given.contains_key(syntax.word(*index)))
            .filter(is_body)
            .map(|index| syntax.word(index).to_owned())
            .collect();
        for index in 0..syntax.len() {
            if words.contains(syntax.word(index)) && free(self, index) {
                self.push(index..index + 1, ActorKind::Organisation, Manner::Name, syntax.word(index).to_owned(), false);
            }
        }
    }

    /// Whether the clause of a name speaks of it as of a thing: "which", "its".
    pub(super) fn is_thing(&self, head: usize) -> bool {
        let syntax = self.syntax;
        let which = syntax.by(head, &[Dep::Relcl]).any(|clause| {
            syntax.by(clause, &[Dep::Nsubj, Dep::Nsubjpass]).any(|subject| subject > head && syntax.lower(subject) == "which")
        });
        let subject = matches!(syntax.dep(head), Dep::Nsubj);
        let verb = syntax.head(head).filter(|verb| subject && syntax.is_verb(*verb));
        let owns = |object: usize| syntax.by(object, &[Dep::Poss]).any(|owner| syntax.lower(owner) == "its");
        let to_own = |of: usize| syntax.by(of, &[Dep::Prep]).filter_map(|preposition| syntax.object_of(preposition)).any(owns);
        let acts = |verb: usize| syntax.by(verb, &[Dep::Dobj]).any(|object| owns(object) || to_own(object));
        which || verb.is_some_and(|verb| acts(verb) || to_own(verb))
    }

    /// "Hocking Valley", "Sportivo", "Dalmer", "Karvel" after "Hocking Valley Health Partners", "Sportivo Global", "Costruzioni Dalmer", "Karvel
    /// & Lowe": taken for a place or a person.
    pub(super) fn shortened_bodies(&mut self) {
        let syntax = self.syntax;
        let bodies: Vec<(usize, Vec<String>)> = self
            .out
            .iter()
            .filter(|named| named.kind == ActorKind::Organisation && !named.known && named.tokens.len() > 1)
            .map(|named| (named.tokens.start, named.name.split(' ').map(str::to_owned).collect()))
            .collect();
        for named in self.out.iter_mut().filter(|named| !named.known && named.kind != ActorKind::Organisation) {
            let short: Vec<String> = named.tokens.clone().map(|index| syntax.word(index).to_owned()).collect();
            let begins = |(at, long): &(usize, Vec<String>)| {
                let either = long.starts_with(&short) || long.len() == 2 && long.ends_with(&short);
                let longer = long.len() > short.len() && either && *at < named.tokens.start;
                let firm = is_firm(long) && long.starts_with(&short);
                longer && (short.len() > 1 || firm || long.len() == 2 && named.kind == ActorKind::Person)
            };
            if bodies.iter().any(begins) {
                named.kind = ActorKind::Organisation;
                named.place = false;
            }
        }
    }

    /// "Rebels retook Palma", "camps near Quissanga": a place that the tagger took for a person. Nobody of that name is named in full.
    pub(super) fn places_of_clauses(&mut self) {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let full: BTreeSet<String> = self
            .out
            .iter()
            .filter(|named| named.kind == ActorKind::Person && named.tokens.len() > 1)
            .map(|named| fold(syntax.word(named.tokens.end - 1)))
            .collect();
        let lone = |named: &Named| {
            let titled = named.tokens.start.checked_sub(1).is_some_and(|before| lexicon.is_title(syntax.lower(before)));
            let word = syntax.word(named.tokens.start);
            named.kind == ActorKind::Person
                && named.tokens.len() == 1
                && !named.known
                && !titled
                && !lexicon.given.contains_key(word)
                && !full.contains(&fold(word))
        };
        let taken = |head: usize| {
            let Some(above) = syntax.head(head) else { return false };
            let object = syntax.dep(head) == Dep::Dobj && lexicon.is("place-taking", syntax.lemma(above));
            let near = syntax.dep(head) == Dep::Pobj && lexicon.is("place-only", syntax.lower(above));
            object || near
        };
        let places: BTreeSet<String> = self
            .out
            .iter()
            .filter(|named| lone(named) && taken(named.head))
            .map(|named| syntax.word(named.tokens.start).to_owned())
            .collect();
        for named in self.out.iter_mut().filter(|named| named.tokens.len() == 1) {
            if named.kind == ActorKind::Person && places.contains(syntax.word(named.tokens.start)) {
                named.kind = ActorKind::Country;
                named.place = true;
            }
        }
    }
}

/// A capital inside a word of some length, as in `TotalEnergies`; that of `McArthur` or `DeSantis` stands behind a particle.
fn has_inner_capital(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let inner = letters.iter().skip(1).position(|c| c.is_uppercase()).map(|at| at + 1);
    inner.is_some_and(|at| at > 3 && letters[1..at].iter().all(|c| c.is_lowercase()) && letters[at + 1..].iter().any(|c| c.is_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::has_inner_capital;

    #[test]
    fn a_capital_inside_a_word_is_a_companys() {
        for (word, expected) in
            [("TotalEnergies", true), ("GlaxoSmith", true), ("McArthur", false), ("DeSantis", false), ("UNESCO", false), ("Paris", false)]
        {
            assert_eq!(has_inner_capital(word), expected, "{word}");
        }
    }
}
