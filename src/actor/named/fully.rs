//! Names that another place of the article, or their own clause, shows to be fuller or of another kind than the tagger took them for.

use super::{Finder, Named};
use crate::actor::lexicon::{Manner, lexicon};
use crate::language::{Dep, Pos, Syntax, Tag};
use crate::model::ActorKind;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

impl Finder<'_, '_> {
    /// What other places of the article tell of its names.
    pub(super) fn fuller_names(&mut self) {
        self.given_names_in_front();
        self.family_names_of_places();
        self.persons_told_as_things();
    }

    /// "General Tharu Karl Dahl", "where Ola Dahl was": given names before the name of a person that no tagger took into it.
    fn given_names_in_front(&mut self) {
        let syntax = self.syntax;
        let persons: BTreeMap<String, Vec<&str>> = self
            .out
            .iter()
            .filter(|named| named.kind == ActorKind::Person && !named.place && !named.known && named.tokens.len() < 3)
            .map(|named| (named.name.clone(), named.tokens.clone().map(|index| syntax.word(index)).collect()))
            .collect();
        // Where each first word of them stands.
        let firsts: BTreeSet<&str> = persons.values().filter_map(|words| words.first().copied()).collect();
        let mut places_of: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for index in (0..syntax.len()).filter(|index| firsts.contains(syntax.word(*index))) {
            places_of.entry(syntax.word(index)).or_default().push(index);
        }
        for (name, words) in persons {
            let here = |start: &usize| (0..words.len()).all(|at| start + at < syntax.len() && syntax.word(start + at) == words[at]);
            let starts = words.first().and_then(|first| places_of.get(first)).into_iter().flatten().copied();
            let places = starts.filter(here).map(|start| start..start + words.len());
            let wider: Vec<Range<usize>> = places
                .filter(|tokens| self.free(tokens) || self.out.iter().any(|named| named.tokens == *tokens && named.name == name))
                .map(|tokens| self.front(&tokens)..tokens.end)
                .filter(|tokens| tokens.len() > words.len())
                .collect();
            let fuller: BTreeSet<String> = wider.iter().map(|tokens| self.words(tokens)).collect();
            // Of two Dahls each keeps his own.
            if fuller.len() != 1 {
                continue;
            }
            for tokens in wider {
                self.out.retain(|named| !tokens.contains(&named.tokens.start));
                self.taken[tokens.clone()].fill(false);
                let name = self.words(&tokens);
                self.push(tokens, ActorKind::Person, Manner::Name, name, false);
            }
        }
    }

    /// Where the given names before a name begin.
    fn front(&self, tokens: &Range<usize>) -> usize {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let first = syntax.sentence(syntax.sentence_of(tokens.start)).start;
        let letters = |index: usize| {
            let word = syntax.word(index);
            word.chars().all(char::is_alphabetic) && word.chars().any(char::is_lowercase)
        };
        let part = |index: usize| {
            let lower = syntax.lower(index);
            let other =
                lexicon.is_title(lower) || lexicon.is("body", lower) || lexicon.is("narrowing", lower) || lexicon.is("portfolio", lower);
            self.capitalised(index)
                && letters(index)
                && !self.taken[index]
                && syntax.tag(index) == Tag::Nnp
                && syntax.dep(index) == Dep::Compound
                && !other
                && lexicon.find(syntax.word(index)).is_none()
                && !lexicon.cities.contains(syntax.word(index))
        };
        let mut start = tokens.start;
        while start > first && start + 2 > tokens.start && part(start - 1) {
            start -= 1;
        }
        if start == tokens.start {
            return start;
        }
        let titled = start.checked_sub(1).is_some_and(|title| lexicon.is_title(syntax.lower(title)));
        // What opens a sentence may be anything: "Meanwhile Dahl".
        let given = lexicon.given.contains_key(syntax.word(start));
        // "NATO-led Kfor", "the Comet Dahl"
        let article =
            start.checked_sub(1).is_some_and(|before| matches!(syntax.pos(before), Pos::Det | Pos::Adj | Pos::Propn | Pos::Punct));
        let single = tokens.len() == 1 && start > first && !article;
        if titled || given || single { start } else { tokens.start }
    }

    /// "Lima, who retired", where the article has named Ana Lima: the person, and no capital.
    fn family_names_of_places(&mut self) {
        let syntax = self.syntax;
        let full: BTreeMap<&str, String> = self
            .out
            .iter()
            .filter(|named| named.kind == ActorKind::Person && named.tokens.len() > 1 && !named.place)
            .map(|named| (syntax.word(named.tokens.end - 1), named.name.clone()))
            .collect();
        let acts = |named: &Named| {
            let head = named.head;
            let who = syntax.by(head, &[Dep::Relcl]).any(|clause| {
                syntax.by(clause, &[Dep::Nsubj, Dep::Nsubjpass]).any(|subject| subject > head && syntax.lower(subject) == "who")
            });
            let stands_alone = syntax.by(head, &[Dep::Det]).next().is_none();
            who || stands_alone && matches!(syntax.dep(head), Dep::Nsubj | Dep::Nsubjpass | Dep::Poss | Dep::Dobj | Dep::Dative)
        };
        for named in self.out.iter_mut().filter(|named| named.tokens.len() == 1 && named.manner == Manner::Capital) {
            if let Some(name) = full.get(syntax.word(named.tokens.start)).filter(|_| acts(named)) {
                (named.kind, named.manner, named.known, named.place) = (ActorKind::Person, Manner::Name, false, false);
                named.name.clone_from(name);
            }
        }
    }

    /// "Halden, which bought the mill", "Halden Marais, which paid": no person is "which".
    fn persons_told_as_things(&mut self) {
        let syntax = self.syntax;
        let which = |named: &Named| {
            let next = named.tokens.end + 1;
            let behind = next < syntax.len() && syntax.word(next - 1) == "," && syntax.lower(next) == "which";
            behind && matches!(syntax.dep(named.head), Dep::Nsubj | Dep::Nsubjpass) && is_relative_of(syntax, next, named.head)
        };
        let unknown = |named: &Named| named.kind == ActorKind::Person && !named.known;
        let given = |named: &Named| lexicon().given.contains_key(syntax.word(named.tokens.start)) && named.tokens.len() > 1;
        let things: BTreeSet<String> = self
            .out
            .iter()
            .filter(|named| unknown(named) && !given(named) && which(named))
            .map(|named| syntax.word(named.tokens.start).to_owned())
            .collect();
        let full = |word: &str| {
            let longer = self.out.iter().filter(|named| named.tokens.len() > 1 && !named.known && syntax.word(named.tokens.start) == word);
            longer.max_by_key(|named| named.tokens.len()).map(|named| named.name.clone())
        };
        let names: BTreeMap<String, String> = things.into_iter().map(|word| (word.clone(), full(&word).unwrap_or(word))).collect();
        for named in self.out.iter_mut().filter(|named| !named.known && named.manner == Manner::Name) {
            let Some(name) = names.get(syntax.word(named.tokens.start)) else { continue };
            if named.kind == ActorKind::Person || named.tokens.len() == 1 {
                (named.kind, named.place) = (ActorKind::Organisation, false);
                named.name.clone_from(name);
            }
        }
    }

    /// "8 % of Halden" taken for a place, where the text mostly speaks of Halden as of a body.
    pub(super) fn bodies_taken_for_places(&mut self) {
        let syntax = self.syntax;
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for named in self.out.iter().filter(|named| named.kind == ActorKind::Organisation && !named.place && named.tokens.len() == 1) {
            *times.entry(named.name.clone()).or_default() += 1;
        }
        let where_it_is = |start: usize| {
            let before = start.checked_sub(1).map_or("", |before| syntax.lower(before));
            lexicon().is("place-preposition", before) || lexicon().is("place-only", before)
        };
        for named in self.out.iter_mut().filter(|named| named.place && !named.known && named.tokens.len() == 1) {
            let often = times.get(&named.name).is_some_and(|times| *times > 1);
            if often && named.kind == ActorKind::Country && !where_it_is(named.tokens.start) {
                (named.kind, named.place) = (ActorKind::Organisation, false);
            }
        }
    }

    /// "the Karanis walked out", where the text speaks of a Karani ultimatum too: a people or movement that no tagger sees.
    pub(super) fn followers(&mut self) {
        let syntax = self.syntax;
        let beside = |index: usize| matches!(syntax.dep(index), Dep::Compound | Dep::Amod | Dep::Nmod);
        let adjectives: BTreeSet<&str> =
            (0..syntax.len()).filter(|index| beside(*index) && !self.taken[*index]).map(|index| syntax.word(index)).collect();
        let plural = |index: usize| {
            let one = syntax.word(index).strip_suffix('s')?;
            let the = index.checked_sub(1).is_some_and(|before| syntax.lower(before) == "the");
            let name = self.capitalised(index) && matches!(syntax.tag(index), Tag::Nnp | Tag::Nnps) && !beside(index);
            let unknown =
                !lexicon().given.contains_key(one) && lexicon().find(one).is_none() && lexicon().find(syntax.word(index)).is_none();
            (the && name && unknown && one.chars().count() > 3 && !self.taken[index] && adjectives.contains(one)).then_some(one)
        };
        let ones: BTreeSet<&str> = (0..syntax.len()).filter_map(plural).collect();
        // "the Roes" are persons; who is called al-Karani may lead the Karanis.
        let family = |one: &str| {
            self.out.iter().any(|named| {
                let joined = named.tokens.len() > 1 && syntax.word(named.tokens.end - 2) == "-";
                named.kind == ActorKind::Person && syntax.word(named.tokens.end - 1) == one && !joined
            })
        };
        let ones: Vec<&str> = ones.into_iter().filter(|one| !family(one)).collect();
        for index in (0..syntax.len()).filter(|_| !ones.is_empty()) {
            let word = syntax.word(index);
            let Some(one) = ones.iter().find(|one| word.strip_suffix('s').unwrap_or(word) == **one) else { continue };
            let manner = if word == *one { Manner::Adjective } else { Manner::Name };
            self.push(index..index + 1, ActorKind::Group, manner, format!("{one}s"), false);
        }
    }
}

/// Whether a relative pronoun's clause hangs on this noun.
fn is_relative_of(syntax: &Syntax, pronoun: usize, noun: usize) -> bool {
    let mut at = pronoun;
    for _ in 0..4 {
        let Some(above) = syntax.head(at) else { return false };
        if syntax.dep(at) == Dep::Relcl {
            return above == noun;
        }
        at = above;
    }
    false
}
