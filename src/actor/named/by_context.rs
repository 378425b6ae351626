//! Names that the recogniser missed or took for something else, found by the words around them and by the rest of the article.

use super::{Finder, Named, is_company_word};
use crate::actor::lexicon::{Manner, lexicon};
use crate::actor::name::fold;
use crate::language::{Dep, Pos, Syntax};
use crate::model::ActorKind;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

impl Finder<'_, '_> {
    /// "Macron" left untagged, or taken for a body or place, where the article names "Emmanuel Macron".
    pub(super) fn bare_family_names(&mut self) {
        let mut families: BTreeMap<String, usize> = BTreeMap::new();
        for named in self.out.iter().filter(|named| named.kind == ActorKind::Person && named.tokens.len() > 1) {
            *families.entry(fold(self.syntax.word(named.tokens.end - 1))).or_default() += 1;
        }
        for named in &mut self.out {
            if named.tokens.len() == 1 && !named.known && families.contains_key(&fold(self.syntax.word(named.tokens.start))) {
                named.kind = ActorKind::Person;
                named.place = false;
            }
        }
        for index in 0..self.syntax.len() {
            let word = self.syntax.word(index);
            if !self.taken[index]
                && self.capitalised(index)
                && word.len() > 2
                && families.contains_key(&fold(word))
                && (self.syntax.is_noun(index) || self.is_odd_family_name(index))
            {
                self.push(index..index + 1, ActorKind::Person, Manner::Name, word.to_owned(), false);
            }
        }
        self.titled_names();
        self.bare_double_names();
        self.dealing_names();
        self.possessed_bodies();
    }

    /// "Oliver, 61, declined", "arrested Oliver": a family name that the parser took for an adverb.
    fn is_odd_family_name(&self, index: usize) -> bool {
        let syntax = self.syntax;
        let subject = matches!(syntax.dep(index), Dep::Nsubj | Dep::Nsubjpass | Dep::Poss);
        let begins = syntax.sentence(syntax.sentence_of(index)).start == index;
        // "Aldous, who holds a visa, was held": taken for an adjective
        let who = syntax.by(index, &[Dep::Relcl]).any(|clause| syntax.by(clause, &[Dep::Nsubj]).any(|who| syntax.lower(who) == "who"));
        syntax.pos(index) == Pos::Adv && (subject || !begins || who) || syntax.pos(index) == Pos::Adj && who
    }

    /// "Cartesio's shares", "carton maker Cartesio", "Brantholm" where the article names "Brantholm AB": companies taken for persons.
    pub(super) fn companies(&mut self) {
        let lexicon = lexicon();
        let syntax = self.syntax;
        let word = |index: usize| fold(syntax.word(index));
        let (mut companies, mut families) = (BTreeSet::new(), BTreeSet::new());
        for named in self.out.iter().filter(|named| !named.known) {
            let bodily = named.kind == ActorKind::Organisation && is_company_word(syntax.lower(named.tokens.end - 1));
            if named.tokens.len() > 1 && bodily || named.kind == ActorKind::Person && self.is_shown_company(named) {
                companies.insert(word(named.tokens.start));
            }
            // "its rival Nordhem" may be a company.
            let title = |word: &str| lexicon.is_title(word) && !lexicon.is("body-or-person", word);
            let titled = named.tokens.start.checked_sub(1).is_some_and(|before| title(syntax.lower(before)));
            if named.kind == ActorKind::Person && (titled || lexicon.given.contains_key(syntax.word(named.tokens.start))) {
                families.insert(word(named.tokens.end - 1));
            }
        }
        // "Shares in Nordhem closed lower"
        let held = |index: &usize| {
            let noun = syntax.head(*index).filter(|word| matches!(syntax.lower(*word), "in" | "of")).and_then(|word| syntax.head(word));
            syntax.pos(*index) == Pos::Propn
                && syntax.dep(*index) == Dep::Pobj
                && noun.is_some_and(|noun| lexicon.is("held-in-company", syntax.lower(noun)))
        };
        companies.extend((0..syntax.len()).filter(held).map(word));
        for named in self.out.iter_mut().filter(|named| named.kind == ActorKind::Person && !named.known) {
            if companies.contains(&word(named.tokens.start)) && !families.contains(&word(named.tokens.end - 1)) {
                named.kind = ActorKind::Organisation;
            }
        }
    }

    /// Whether the words beside a name say that it is a company's.
    fn is_shown_company(&self, named: &Named) -> bool {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let first = named.tokens.start;
        if lexicon.given.contains_key(syntax.word(first)) {
            return false;
        }
        let owned = syntax.dep(named.head) == Dep::Poss
            && syntax.head(named.head).is_some_and(|noun| lexicon.is("owned-by-company", syntax.lower(noun)));
        let before = first.checked_sub(1).is_some_and(|before| {
            syntax.sentence_of(before) == syntax.sentence_of(first)
                && syntax.is_noun(before)
                && lexicon.is("company-noun", syntax.lower(before))
        });
        let full =
            |other: &Named| other.kind == ActorKind::Person && other.tokens.len() > 1 && other.tokens.end - 1 != named.tokens.end - 1;
        let alone = !self.out.iter().any(|other| full(other) && syntax.word(other.tokens.end - 1) == syntax.word(named.tokens.end - 1));
        owned
            || before
            || alone && self.is_thing(named.head)
            || syntax.by(named.head, &[Dep::Appos]).any(|noun| noun > named.head && lexicon.is("company-noun", syntax.lower(noun)))
    }

    /// "the Commission", "Parliament": bodies of the European Union by one word, where the article names them in full and no other of
    /// that name.
    pub(super) fn union_bodies(&mut self) {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let whole = |named: &Named| named.name.strip_prefix("European ").map(str::to_lowercase);
        let lone = |named: &Named| named.tokens.len() == 1 && lexicon.is("union-body", syntax.lower(named.tokens.start));
        let mut bodies: BTreeSet<String> = self.out.iter().filter_map(whole).filter(|body| lexicon.is("union-body", body)).collect();
        for other in self.out.iter().filter(|named| whole(named).is_none() && !lone(named)) {
            bodies.remove(syntax.lower(other.tokens.end - 1));
        }
        for named in self.out.iter_mut().filter(|named| lone(named) && bodies.contains(syntax.lower(named.tokens.start))) {
            named.name = format!("European {}", syntax.word(named.tokens.start));
            named.kind = ActorKind::Organisation;
            named.place = false;
        }
        for index in 1..syntax.len() {
            let begins = syntax.sentence(syntax.sentence_of(index)).start == index && syntax.pos(index) != Pos::Propn;
            if self.taken[index] || !self.capitalised(index) || begins || !bodies.contains(syntax.lower(index)) {
                continue;
            }
            // "the Commission of Inquiry", "Parliament Square", "the UK Parliament" are others.
            let next = index + 1;
            let goes_on = next < syntax.len() && (self.capitalised(next) || syntax.lower(next) == "of");
            if !goes_on && syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Poss]).next().is_none() {
                let name = format!("European {}", syntax.word(index));
                self.push(index..next, ActorKind::Organisation, Manner::Name, name, false);
            }
        }
    }

    /// "Mr Lavrov": a capitalised word after an honorific is a person, whatever the recogniser says.
    fn titled_names(&mut self) {
        let lexicon = lexicon();
        for index in 1..self.syntax.len() {
            let before = self.syntax.lower(index - 1);
            let titled = lexicon.is("honorific", before)
                && self.capitalised(index - 1)
                && self.capitalised(index)
                && self.syntax.pos(index) == Pos::Propn;
            if !titled {
                continue;
            }
            if self.taken[index] {
                if let Some(named) = self.out.iter_mut().find(|named| named.tokens == (index..index + 1) && !named.known) {
                    named.kind = ActorKind::Person;
                    named.place = false;
                }
            } else {
                let mut end = index + 1;
                while end < self.syntax.len()
                    && !self.taken[end]
                    && self.capitalised(end)
                    && self.syntax.pos(end) == Pos::Propn
                    && self.syntax.sentence_of(end) == self.syntax.sentence_of(index)
                {
                    end += 1;
                }
                let name = self.words(&(index..end));
                self.push(index..end, ActorKind::Person, Manner::Name, name, false);
            }
        }
    }

    /// Names that only the words beside them give away: "the politician Ilya Yashin", "Sumar, a junior partner in the coalition",
    /// a bank joined by "and" with another one.
    pub(super) fn apposed_names(&mut self) {
        let lexicon = lexicon();
        let is_free = |found: &Self, index: usize| {
            !found.taken[index] && found.capitalised(index) && found.syntax.pos(index) == Pos::Propn && found.syntax.word(index).len() > 2
        };
        let mut index = 0;
        while index < self.syntax.len() {
            let start = index;
            index += 1;
            if !is_free(self, start) || self.syntax.dep(start) == Dep::Compound && start > 0 && is_free(self, start - 1) {
                continue;
            }
            let mut end = start + 1;
            while end < self.syntax.len() && is_free(self, end) && self.syntax.sentence_of(end) == self.syntax.sentence_of(start) {
                end += 1;
            }
            index = end;
            let role = start.checked_sub(1).is_some_and(|before| {
                lexicon.is("role", self.syntax.lower(before)) && !self.capitalised(before) && self.syntax.is_noun(before)
            });
            // "an electrician named Bishal Tamang"
            let named = start > 0 && self.syntax.lower(start - 1) == "named";
            let many = end - start > 1;
            let kind = if many && (role || named || is_aged(self.syntax, end)) || is_aged_between_commas(self.syntax, end) {
                ActorKind::Person
            } else if self.is_apposed_body(&(start..end)) || self.is_beside_body(end - 1) {
                ActorKind::Organisation
            } else {
                continue;
            };
            let name = self.words(&(start..end));
            self.push(start..end, kind, Manner::Name, name, false);
        }
    }

    /// "Grandval, the French dairy group" taken for a place or person.
    pub(super) fn described_bodies(&mut self) {
        let bodies: Vec<bool> = self.out.iter().map(|named| self.is_apposed_body(&named.tokens)).collect();
        for (named, _) in self.out.iter_mut().zip(bodies).filter(|(named, body)| *body && !named.known) {
            named.kind = ActorKind::Organisation;
            named.place = false;
        }
    }

    /// "Lars Henrik Aamodt, 66", "Milica, 54, a teacher" taken for a place or body.
    pub(super) fn aged_names(&mut self) {
        let is_person = |named: &Named| {
            let end = named.tokens.end;
            !named.known && (named.tokens.len() > 1 && is_aged(self.syntax, end) || is_aged_between_commas(self.syntax, end))
        };
        let aged: Vec<bool> = self.out.iter().map(is_person).collect();
        for (named, _) in self.out.iter_mut().zip(aged).filter(|(_, aged)| *aged) {
            named.kind = ActorKind::Person;
            named.place = false;
        }
    }

    /// "Sumar, a junior partner".
    fn is_apposed_body(&self, tokens: &Range<usize>) -> bool {
        let head = self.head_of(tokens);
        let indefinite = |noun: usize| self.syntax.by(noun, &[Dep::Det]).any(|det| matches!(self.syntax.lower(det), "a" | "an" | "the"));
        self.syntax
            .by(head, &[Dep::Appos])
            .any(|noun| noun > head && indefinite(noun) && lexicon().is("apposed-body", &self.hyphened(noun)))
    }

    /// A word with what a hyphen joins to it: "start-up", which is three tokens.
    fn hyphened(&self, noun: usize) -> String {
        let joined = noun >= 2 && self.syntax.word(noun - 1) == "-";
        let first = if joined { self.syntax.lower(noun - 2) } else { "" };
        format!("{first}{}{}", if joined { "-" } else { "" }, self.syntax.lower(noun))
    }

    /// "Barclays and NatWest": joined by "and" with a name that is a body's.
    fn is_beside_body(&self, index: usize) -> bool {
        let first = self.syntax.first_conjunct(index);
        self.syntax.conjuncts(first).into_iter().filter(|other| *other != index).any(|other| {
            self.out.iter().any(|named| named.tokens.contains(&other) && named.kind == ActorKind::Organisation && !named.place)
        })
    }
}

/// Whether the age of a person stands behind a name that ends here: "Lars Henrik Aamodt, 66, will". Ages are told of persons only.
pub(super) fn is_aged(syntax: &Syntax, end: usize) -> bool {
    let comma = |index: usize| index < syntax.len() && matches!(syntax.word(index), "," | ".");
    let age = |index: usize| syntax.word(index).parse::<u8>().is_ok_and(|years| (10..110).contains(&years));
    comma(end) && comma(end + 2) && age(end + 1)
}

/// The same with commas around it: of one word nothing less tells that it is a person.
fn is_aged_between_commas(syntax: &Syntax, end: usize) -> bool {
    is_aged(syntax, end) && syntax.word(end) == "," && syntax.word(end + 2) == ","
}
