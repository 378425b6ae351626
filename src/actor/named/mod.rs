//! Finding named mentions: the entity recogniser's spans corrected by the word lists and by the rest of the article.

mod bodies;
mod by_context;
pub(super) mod common_name;
pub(super) mod craft;
mod datelines;
pub(super) mod edges;
mod families;
mod fully;
mod in_office;
mod later;
mod movements;
mod shortly;
#[cfg(test)]
mod tests;
mod told_as_thing;

use self::edges::without_letters;
use crate::actor::lexicon::{Manner, lexicon};
use crate::actor::recognise::{NameClass, RecognisedName, recognise};
use crate::language::{Dep, EntityLabel, Pos, Syntax, Tag};
use crate::model::{ActorKind, Cancelled, Watch};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A name in the text.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// Its tokens, without titles, articles and "'s".
    pub tokens: Range<usize>,
    /// The token that the rest hangs on.
    pub head: usize,
    /// What it names.
    pub kind: ActorKind,
    /// How, if it is a known actor.
    pub manner: Manner,
    /// The name of the known actor, or the words.
    pub name: String,
    /// Whether the lists know it.
    pub known: bool,
    /// A place that is no state: never an actor.
    pub place: bool,
}

/// All names of an article in order, without overlap.
///
/// # Errors
/// `Cancelled` if the watch says so; it is asked between the steps, each of which goes once through the words.
pub(crate) fn find(syntax: &Syntax, watch: &dyn Watch) -> Result<Vec<Named>, Cancelled> {
    let mut found = Finder { syntax, recognised: recognise(syntax), taken: vec![false; syntax.len()], out: Vec::new() };
    let go_on = || if watch.cancelled() { Err(Cancelled) } else { Ok(()) };
    go_on()?;
    found.groups();
    found.cities();
    found.halves();
    found.populations();
    go_on()?;
    found.abbreviated_bodies();
    found.numbered_bodies();
    found.shortened_for_privacy();
    found.warships();
    found.whole_entities();
    found.known_phrases();
    go_on()?;
    found.other_entities();
    found.other_persons();
    found.other_bodies();
    found.persons_in_office();
    found.bodies_by_last_word();
    found.bodies_after_noun();
    found.companies();
    found.described_bodies();
    found.described_persons();
    found.aged_names();
    found.shared_family_names();
    found.shortened_bodies();
    found.followers();
    found.bare_family_names();
    found.union_bodies();
    found.apposed_names();
    found.based_bodies();
    found.bodies_of_clauses();
    found.acting_names();
    found.bare_given_names();
    found.bracketed_letters();
    found.fuller_names();
    found.named_again();
    found.bodies_taken_for_places();
    found.places_of_clauses();
    found.settlements();
    found.craft();
    found.ships();
    found.storms();
    found.datelines();
    found.movements();
    found.known_in_full();
    found.bodies_of_the_people();
    found.associations();
    found.union_executive();
    found.lone_bodies();
    go_on()?;
    found.out.sort_by_key(|named| named.tokens.start);
    Ok(found.out)
}

/// Whether a word, in lower case, ends the names of companies only: "Packaging", "AB".
pub(super) fn is_company_word(word: &str) -> bool {
    lexicon().is("business", word) || lexicon().is("corporate", word)
}

pub(super) struct Finder<'s, 'a> {
    pub(super) syntax: &'s Syntax<'a>,
    pub(super) recognised: Vec<RecognisedName>,
    pub(super) taken: Vec<bool>,
    pub(super) out: Vec<Named>,
}

impl Finder<'_, '_> {
    pub(super) fn words(&self, tokens: &Range<usize>) -> String {
        let mut text = String::new();
        for index in tokens.clone() {
            if index > tokens.start && !self.syntax.is_glued(index) {
                text.push(' ');
            }
            text.push_str(self.syntax.word(index));
        }
        text
    }

    pub(super) fn free(&self, tokens: &Range<usize>) -> bool {
        !tokens.is_empty() && tokens.end <= self.taken.len() && !self.taken[tokens.clone()].contains(&true)
    }

    pub(super) fn head_of(&self, tokens: &Range<usize>) -> usize {
        let outside = |index: &usize| self.syntax.head(*index).is_none_or(|head| !tokens.contains(&head));
        tokens
            .clone()
            .rev()
            .find(|index| outside(index) && self.syntax.is_noun(*index))
            .or_else(|| tokens.clone().rev().find(outside))
            .unwrap_or(tokens.start)
    }

    pub(super) fn push(&mut self, tokens: Range<usize>, kind: ActorKind, manner: Manner, name: String, place: bool) {
        let organ = kind == ActorKind::Organisation && self.is_state_organ(&tokens);
        // "LIMA, Peru — Negotiators agreed": a capital does not make a name of it.
        let people =
            tokens.len() == 1 && self.syntax.tag(tokens.start) == Tag::Nnps && lexicon().is("people", self.syntax.lower(tokens.start));
        if organ || people || !self.free(&tokens) {
            return;
        }
        self.taken[tokens.clone()].fill(true);
        let head = self.head_of(&tokens);
        let known = lexicon().find(&name).is_some_and(|(known, _)| known.name == name);
        self.out.push(Named { tokens, head, kind, manner, name, known, place });
    }

    /// "the so-called "coalition of the willing"": a body named by what it is, taken for a name if the article quotes or capitalises it once.
    fn groups(&mut self) {
        let lexicon = lexicon();
        let mut places: BTreeMap<String, Vec<Range<usize>>> = BTreeMap::new();
        let mut marked: BTreeSet<String> = BTreeSet::new();
        for start in 0..self.syntax.len() {
            if !lexicon.is("group", self.syntax.lower(start))
                || start + 3 >= self.syntax.len()
                || self.syntax.lower(start + 1) != "of"
                || self.syntax.lower(start + 2) != "the"
                || self.goes_on_from_before(start)
            {
                continue;
            }
            let end = start + 4;
            if !self.syntax.word(start + 3).chars().all(|c| c.is_alphabetic() || c == '-') {
                continue;
            }
            let key = self.words(&(start..end)).to_lowercase();
            let before = start.saturating_sub(4)..start;
            let quoted = before
                .clone()
                .any(|index| matches!(self.syntax.tag(index), Tag::OpenQuote) || matches!(self.syntax.word(index), "\"" | "“" | "‘"))
                || before.clone().any(|index| self.syntax.lower(index) == "called");
            let capital = |index: usize| self.syntax.word(index).chars().next().is_some_and(char::is_uppercase);
            if quoted || (capital(start) && capital(start + 3)) {
                marked.insert(key.clone());
            }
            places.entry(key).or_default().push(start..end);
        }
        for key in marked {
            let mut letters = key.chars();
            let name: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            for tokens in places.remove(&key).unwrap_or_default() {
                let head = tokens.start;
                self.push(tokens, ActorKind::Group, Manner::Name, name.clone(), false);
                if let Some(last) = self.out.last_mut() {
                    last.head = head;
                }
            }
        }
    }

    pub(super) fn capitalised(&self, index: usize) -> bool {
        self.syntax.word(index).chars().next().is_some_and(char::is_uppercase)
    }

    /// Persons, and bodies of more than one word: they win over shorter known names inside ("Russian Foreign Ministry").
    fn whole_entities(&mut self) {
        for name in std::mem::take(&mut self.recognised) {
            let person = name.class == NameClass::Person;
            let mut tokens = self.trimmed(self.with_partner(self.with_first_half(name.tokens.clone())), person);
            if person {
                let whole = self.with_small_half(self.with_hyphen(self.without_platform(tokens)));
                tokens = self.with_generation(self.with_particles(self.with_given_names(whole)));
            } else if name.class == NameClass::Organisation && !tokens.is_empty() {
                tokens = self.with_hyphen(tokens);
                tokens = self.with_half_of_entity(&tokens).unwrap_or(tokens);
            }
            let unknown = lexicon().find(&self.words(&tokens)).is_none() && tokens.clone().any(|index| self.capitalised(index));
            let firm = tokens.clone().any(|index| self.syntax.word(index) == "&");
            match name.class {
                _ if self.is_natural(&tokens) => {}
                _ if self.is_part_of_known(&tokens) => {}
                _ if firm && unknown => self.body(tokens),
                NameClass::Person if unknown => {
                    let tokens = self.without_nation(tokens);
                    self.person(tokens);
                }
                NameClass::Organisation if unknown && tokens.len() > 1 => self.body(tokens),
                _ => self.recognised.push(name),
            }
        }
    }

    /// "an Ebola outbreak", "Hurricane Milton": a disease or a storm acts for nobody.
    fn is_natural(&self, tokens: &Range<usize>) -> bool {
        let Some(last) = tokens.clone().next_back() else { return false };
        let natural = |index: usize| lexicon().is("natural", self.syntax.lower(index));
        let of = self.syntax.head(last).filter(|head| !tokens.contains(head));
        let within = self
            .syntax
            .head(last)
            .filter(|preposition| self.syntax.lower(*preposition) == "of")
            .and_then(|preposition| self.syntax.head(preposition));
        natural(tokens.start) || (self.syntax.dep(last) == Dep::Compound && of.is_some_and(natural)) || within.is_some_and(natural)
    }

    pub(super) fn person(&mut self, tokens: Range<usize>) {
        let sane = !tokens.is_empty()
            && tokens.len() <= 6
            && tokens.clone().all(|index| self.syntax.pos(index) != Pos::Verb || self.capitalised(index));
        let last = tokens.clone().next_back();
        let bodily = last.is_some_and(|last| {
            tokens.len() > 1
                && (lexicon().is("body", self.syntax.lower(last)) || is_company_word(self.syntax.lower(last)))
                && !lexicon().given.contains_key(self.syntax.word(tokens.start))
        });
        // "NATO Secretary" before "General Mark Rutte" is what he is.
        let title = self.titles_end(&tokens) == tokens.end
            || tokens.clone().all(|index| {
                let lower = self.syntax.lower(index);
                lexicon().is("role", lower) || lexicon().is("leader", lower) || lexicon().find(self.syntax.word(index)).is_some()
            });
        if sane && !title && !self.is_law(&tokens) {
            let name = self.words(&without_letters(self.syntax, tokens.clone()));
            self.push(tokens, if bodily { ActorKind::Organisation } else { ActorKind::Person }, Manner::Name, name, false);
        }
    }

    fn body(&mut self, mut tokens: Range<usize>) {
        let lexicon = lexicon();
        let office = tokens.len() == 1 && lexicon.is("prime-minister", self.syntax.lower(tokens.start));
        if office || self.is_portfolio(&tokens) || self.is_officials(&tokens) {
            return;
        }
        // "Chief Executive Maja Dahl": a person behind an office.
        let bare = self.trimmed(tokens.clone(), true);
        let behind_office =
            bare.start > tokens.start && (2..=3).contains(&bare.len()) && lexicon.given.contains_key(self.syntax.word(bare.start));
        if behind_office && bare.clone().all(|index| self.capitalised(index) && self.syntax.tag(index) == Tag::Nnp) {
            return self.person(bare);
        }
        // "the New Dawn party": what it is, not what it is called.
        while tokens.len() > 2 && !self.capitalised(tokens.end - 1) && lexicon.is("body", self.syntax.lower(tokens.end - 1)) {
            tokens.end -= 1;
        }
        let Some(last) = tokens.clone().next_back() else { return };
        let given = lexicon.given.contains_key(self.syntax.word(tokens.start));
        let plain =
            tokens.len() <= 3 && tokens.clone().all(|index| self.capitalised(index)) && !lexicon.is("body", self.syntax.lower(last));
        let personal = given
            && plain
            && tokens.len() >= 2
            && tokens
                .clone()
                .skip(1)
                .all(|index| self.syntax.tag(index) == Tag::Nnp && !self.syntax.word(index).chars().any(|c| c.is_ascii_digit()));
        let possessive = tokens
            .clone()
            .any(|index| self.syntax.dep(index) == Dep::Case && index + 1 < tokens.end && !lexicon.is("body", self.syntax.lower(last)));
        let all_known = tokens.clone().all(|index| {
            lexicon.find(self.syntax.word(index)).is_some() || self.syntax.pos(index) == Pos::Cconj || self.syntax.pos(index) == Pos::Punct
        });
        let prefixed = self.syntax.lower(tokens.start) == "non";
        if possessive && !all_known {
            return self.body_of_another(tokens);
        }
        if possessive || all_known || prefixed {
            return;
        }
        let name = self.words(&tokens);
        let law = self.is_law(&tokens);
        self.push(tokens, if personal { ActorKind::Person } else { ActorKind::Organisation }, Manner::Name, name, law);
    }

    /// "Odesa" taken for a person or body: the list of cities knows better, unless a title or given name stands before it.
    fn cities(&mut self) {
        for entity in &self.syntax.analysis.entities {
            let tokens = self.trimmed(entity.start as usize..entity.end as usize, false);
            let words = self.words(&tokens);
            let titled = tokens.start > 0 && lexicon().is("honorific", self.syntax.lower(tokens.start - 1));
            if matches!(entity.label, EntityLabel::Person | EntityLabel::Org | EntityLabel::Product)
                && !titled
                && lexicon().cities.contains(words.as_str())
            {
                self.push(tokens, ActorKind::Country, Manner::Name, words, true);
            }
        }
    }

    fn known_phrases(&mut self) {
        let lexicon = lexicon();
        let mut start = 0;
        while start < self.syntax.len() {
            let mut next = start + 1;
            let longest = lexicon.longest.min(self.syntax.len() - start);
            for length in (1..=longest).rev() {
                let tokens = start..start + length;
                if !self.free(&tokens) || self.syntax.sentence_of(start) != self.syntax.sentence_of(start + length - 1) {
                    continue;
                }
                let words = self.words(&tokens);
                if let Some((known, manner)) = lexicon.find(&words).filter(|_| !self.is_field_of_office(&tokens)) {
                    // "Russia's Security Council" is not the one that goes by these words alone.
                    let owned = start >= 2
                        && known.kind == ActorKind::Organisation
                        && known.name != words
                        && self.taken[start - 2]
                        && self.syntax.tag(start - 1) == Tag::Pos;
                    let (kind, name) = (known.kind, if owned { words.clone() } else { known.name.to_owned() });
                    // "Brussels police" are a town's, not a union's or a state's.
                    let town = (manner == Manner::Capital || lexicon.cities.contains(words.as_str()))
                        && start + length < self.syntax.len()
                        && lexicon.is("town-body", self.syntax.lower(start + length));
                    if town {
                        self.push(tokens, ActorKind::Country, Manner::Name, words, true);
                        next = start + length;
                        break;
                    }
                    // "its Peace and Security Council" is not the one that is known.
                    if let Some(whole) = self.with_half_before(&tokens).filter(|_| known.kind == ActorKind::Organisation) {
                        let name = self.words(&whole);
                        self.push(whole, kind, Manner::Name, name, false);
                        next = start + length;
                        break;
                    }
                    // "us" is no state, and a word in a longer name ("Paris Hilton") is part of that name.
                    if self.capitalised(start) && self.stands_alone(&tokens) {
                        self.push(tokens, kind, manner, name, false);
                        next = start + length;
                    }
                    break;
                }
            }
            start = next;
        }
    }

    /// Whether no capitalised name word that is no title or body follows directly: "Jordan Smith", "Chad Hurley" are no states.
    fn stands_alone(&self, tokens: &Range<usize>) -> bool {
        let first = tokens.start;
        let entity = self.syntax.entity(first);
        !entity.is_some_and(|entity| {
            entity.label == EntityLabel::Person
                && (entity.end - entity.start) as usize > tokens.len()
                && self.syntax.dep(first) == Dep::Compound
                && lexicon().given.contains_key(self.syntax.word(first))
        })
    }

    /// Bodies of several words that only the model of the language analysis sees: "the World Food Programme".
    fn other_bodies(&mut self) {
        for entity in &self.syntax.analysis.entities {
            if entity.label != EntityLabel::Org {
                continue;
            }
            let tokens = self.trimmed(entity.start as usize..entity.end as usize, false);
            let small = |index: usize| matches!(self.syntax.tag(index), Tag::In | Tag::Dt);
            let named = tokens.clone().all(|index| self.capitalised(index) || small(index));
            let words = tokens.clone().filter(|index| self.capitalised(*index)).count();
            if named && words > 1 && self.free(&tokens) && !self.is_natural(&tokens) {
                self.body(tokens);
            }
        }
    }

    /// "the Coordination of Azawad Movements": the body that ends with a name taken for a place, where the entity recogniser sees one.
    fn body_of(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let syntax = self.syntax;
        let start = tokens.start.checked_sub(2).filter(|start| syntax.lower(start + 1) == "of" && self.capitalised(*start))?;
        let entity = syntax.entity(start).filter(|entity| entity.label == EntityLabel::Org && entity.end as usize == tokens.end)?;
        let whole = self.trimmed(entity.start as usize..tokens.end, false);
        let place = lexicon().is("place-of", syntax.lower(start)) || lexicon().find(&self.words(tokens)).is_some();
        (!place && tokens.len() > 1 && self.free(&whole)).then_some(whole)
    }

    /// Single bodies, places, and peoples, where nothing better is known.
    fn other_entities(&mut self) {
        for name in std::mem::take(&mut self.recognised) {
            let tokens = self.trimmed(name.tokens, false);
            if !self.free(&tokens) || !tokens.clone().any(|index| self.capitalised(index)) {
                continue;
            }
            match name.class {
                NameClass::Organisation if self.is_natural(&tokens) => {}
                NameClass::Organisation => self.body(tokens),
                NameClass::Location => {
                    if let Some(body) = self.body_of(&tokens) {
                        self.body(body);
                        continue;
                    }
                    let name = self.words(&tokens);
                    self.push(tokens, ActorKind::Country, Manner::Name, name, true);
                }
                NameClass::Person => {}
            }
        }
        for entity in self.syntax.analysis.entities.iter().filter(|entity| entity.label == EntityLabel::Norp) {
            let tokens = self.trimmed(entity.start as usize..entity.end as usize, false);
            let beside = |index: usize| matches!(self.syntax.dep(index), Dep::Amod | Dep::Compound);
            let creed = tokens.len() == 1 && lexicon().is("creed", self.syntax.lower(tokens.start)) && beside(tokens.start);
            // "Paraguayans voted": the people of a state are many, and no body.
            let people = tokens.len() == 1
                && self.syntax.word(tokens.start).strip_suffix('s').is_some_and(|one| {
                    lexicon().find(one).is_some_and(|(known, manner)| manner == Manner::Adjective && known.kind == ActorKind::Country)
                });
            // "a Liberal who had served": one of them.
            let one = tokens.len() == 1
                && !beside(tokens.start)
                && self.syntax.by(tokens.start, &[Dep::Det]).any(|det| lexicon().is("indefinite", self.syntax.lower(det)));
            if self.free(&tokens) && !creed && !people && !one && tokens.clone().any(|index| self.capitalised(index)) {
                let name = self.words(&tokens);
                self.push(tokens, ActorKind::Group, Manner::Name, name, false);
            }
        }
    }
}
