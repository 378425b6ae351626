//! Names that another place of the article makes out: the letters in brackets behind a body, a given name alone, the paper that asks.

use super::{Finder, Named};
use crate::actor::lexicon::{Manner, lexicon};
use crate::actor::name::fold;
use crate::language::{Dep, Pos, Tag};
use crate::model::ActorKind;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The most letters of an abbreviation in brackets.
const LETTERS: usize = 8;

impl Finder<'_, '_> {
    /// "the State Security Service (KDS)": letters of another language behind a body in brackets mean that body everywhere.
    pub(super) fn bracketed_letters(&mut self) {
        let syntax = self.syntax;
        let mut full: BTreeMap<&str, String> = BTreeMap::new();
        for named in self.out.iter().filter(|named| named.kind == ActorKind::Organisation && !named.known && named.tokens.len() > 1) {
            let end = named.tokens.end;
            if end + 2 >= syntax.len() || syntax.word(end) != "(" || syntax.word(end + 2) != ")" {
                continue;
            }
            let letters = syntax.word(end + 1);
            let short = (2..=LETTERS).contains(&letters.chars().count()) && letters.chars().all(char::is_uppercase);
            if short && lexicon().find(letters).is_none() {
                full.entry(letters).or_insert_with(|| named.name.clone());
            }
        }
        for named in self.out.iter_mut().filter(|named| named.tokens.len() == 1 && !named.known) {
            if let Some(name) = full.get(syntax.word(named.tokens.start)) {
                named.kind = ActorKind::Organisation;
                named.place = false;
                named.name.clone_from(name);
            }
        }
    }

    /// "Somchai denied it", where the article names "Somchai Rattana": taken for a place or body because it stands alone.
    pub(super) fn bare_given_names(&mut self) {
        let syntax = self.syntax;
        let full = self.out.iter().filter(|named| named.kind == ActorKind::Person && named.tokens.len() > 1);
        let given: BTreeSet<String> = full.map(|named| fold(syntax.word(named.tokens.start))).collect();
        for named in self.out.iter_mut().filter(|named| named.tokens.len() == 1 && !named.known && !named.place) {
            if named.kind != ActorKind::Person && given.contains(&fold(syntax.word(named.tokens.start))) {
                named.kind = ActorKind::Person;
            }
        }
    }

    /// "Sadeghi-Nia" taken for a place or body where the article names "Ali Sadeghi-Nia": a family name of two halves.
    pub(super) fn bare_double_names(&mut self) {
        let syntax = self.syntax;
        let double = |tokens: &Range<usize>| {
            let start = tokens.end.checked_sub(3).filter(|start| *start >= tokens.start && syntax.word(*start + 1) == "-")?;
            Some([fold(syntax.word(start)), fold(syntax.word(start + 2))])
        };
        let full = self.out.iter().filter(|named| named.kind == ActorKind::Person && named.tokens.len() > 3);
        let families: BTreeSet<[String; 2]> = full.filter_map(|named| double(&named.tokens)).collect();
        for named in self.out.iter_mut().filter(|named| named.tokens.len() == 3 && !named.known && named.kind != ActorKind::Person) {
            if double(&named.tokens).is_some_and(|family| families.contains(&family)) {
                named.kind = ActorKind::Person;
                named.place = false;
            }
        }
        for start in 0..syntax.len().saturating_sub(2) {
            let tokens = start..start + 3;
            let alone = syntax.word(start + 1) == "-" && self.free(&tokens) && self.capitalised(start) && self.capitalised(start + 2);
            if alone && !families.is_empty() && double(&tokens).is_some_and(|family| families.contains(&family)) {
                let name = self.words(&tokens);
                self.push(tokens, ActorKind::Person, Manner::Name, name, false);
            }
        }
    }

    /// "said in an interview with Delovoi", "its contract with Ventra": no place.
    pub(super) fn dealing_names(&mut self) {
        let syntax = self.syntax;
        let told = |head: usize| {
            let word = syntax.head(head);
            let interview = word.filter(|word| syntax.dep(head) == Dep::Pobj && matches!(syntax.lower(*word), "with" | "to"));
            let above = interview.and_then(|word| syntax.head(word));
            // "extend its contract with Ventra": the parser may hang "with" on the verb.
            let object = above.filter(|verb| syntax.is_verb(*verb)).and_then(|verb| syntax.first(verb, &[Dep::Dobj]));
            object.or(above).is_some_and(|noun| lexicon().is("had-with-body", syntax.lemma(noun)))
        };
        let found = self.out.iter_mut().filter(|named| named.manner == Manner::Name && !named.known && told(named.head));
        let city = |named: &Named| lexicon().cities.contains(named.name.as_str());
        for named in found.filter(|named| named.kind != ActorKind::Person && !city(named)) {
            named.kind = ActorKind::Organisation;
            named.place = false;
        }
    }

    /// "Roe's Forward Party", where the article names Ann Roe: the party without her.
    pub(super) fn possessed_bodies(&mut self) {
        let syntax = self.syntax;
        let full = self.out.iter().filter(|named| named.kind == ActorKind::Person && named.tokens.len() > 1);
        let families: BTreeSet<String> = full.map(|named| fold(syntax.word(named.tokens.end - 1))).collect();
        let cut: Vec<Range<usize>> = self
            .out
            .iter()
            .filter(|named| named.kind == ActorKind::Organisation && !named.known && named.tokens.len() > 3)
            .filter(|named| syntax.tag(named.tokens.start + 1) == Tag::Pos && families.contains(&fold(syntax.word(named.tokens.start))))
            .map(|named| named.tokens.clone())
            .collect();
        for tokens in cut {
            self.out.retain(|named| named.tokens != tokens);
            self.taken[tokens.clone()].fill(false);
            let (owner, rest) = (tokens.start..tokens.start + 1, tokens.start + 2..tokens.end);
            let (name, body) = (self.words(&owner), self.words(&rest));
            self.push(owner, ActorKind::Person, Manner::Name, name, false);
            self.push(rest, ActorKind::Organisation, Manner::Name, body, false);
        }
    }

    /// "On Friday the supreme court ruled": the only one, though it is written small.
    pub(super) fn lone_courts(&mut self) {
        let syntax = self.syntax;
        for head in 2..syntax.len() {
            let start = head - 1;
            let court = syntax.word(head) == "court" && lexicon().is("court-of-the-land", syntax.word(start));
            let plain = syntax.by(head, &[Dep::Poss, Dep::Prep, Dep::Appos, Dep::Nmod]).next().is_none();
            let acts = matches!(syntax.dep(head), Dep::Nsubj | Dep::Pobj) && syntax.lower(start - 1) == "the";
            if court && plain && acts && syntax.head(start) == Some(head) {
                let capital = |word: &str| {
                    let mut letters = word.chars();
                    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
                };
                let name = format!("{} {}", capital(syntax.word(start)), capital(syntax.word(head)));
                self.push(start..head + 1, ActorKind::Organisation, Manner::Name, name, false);
            }
        }
    }

    /// "Chile's Civic Intelligence Service": the body without the state or person whose it is.
    pub(super) fn body_of_another(&mut self, tokens: Range<usize>) {
        let syntax = self.syntax;
        let Some(mark) = tokens.clone().find(|index| syntax.tag(*index) == Tag::Pos) else { return };
        let rest = mark + 1..tokens.end;
        let proper = rest
            .clone()
            .all(|index| self.capitalised(index) && syntax.pos(index) == Pos::Propn || lexicon().is("small-in-name", syntax.lower(index)));
        let state = lexicon().find(&self.words(&(tokens.start..mark))).is_some();
        let listed = lexicon().find(&self.words(&rest)).is_some();
        if rest.len() > 1 && proper && state && !listed && !self.is_portfolio(&rest) && !self.is_officials(&rest) {
            let name = self.words(&rest);
            self.push(rest, ActorKind::Organisation, Manner::Name, name, false);
        }
    }
}
