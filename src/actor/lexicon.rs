//! The word lists about actors, read from `assets/lexicon` once.

use crate::model::ActorKind;
use crate::word_list::{WordClasses, lines};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A state, region or well-known body of the lists.
#[derive(Debug)]
pub(crate) struct Known {
    /// The name to show.
    pub name: &'static str,
    /// What it is; regions are groups.
    pub kind: ActorKind,
    /// Whether it is a region ("Europe"): an actor only through its people ("European leaders").
    pub region: bool,
}

/// How a phrase names a known actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// By name: "France".
    Name,
    /// By its adjective or people: "French".
    Adjective,
    /// By its capital, which may also be just a place: "Paris".
    Capital,
    /// By a building that stands for the government: "the Kremlin".
    Seat,
}

/// Who held an office.
#[derive(Debug)]
pub(crate) struct Office {
    /// The state or body.
    pub of: &'static str,
    /// "president".
    pub title: &'static str,
    /// The person.
    pub person: &'static str,
    /// First day, ISO.
    pub from: &'static str,
    /// Last day, ISO, or empty.
    pub to: &'static str,
}

/// All lists.
pub(crate) struct Lexicon {
    /// Every known actor.
    pub known: Vec<Known>,
    /// Words of a phrase, joined by a space, to the known actor.
    pub phrases: HashMap<&'static str, (usize, Manner)>,
    /// The longest phrase in words.
    pub longest: usize,
    /// Cities whose names are not mostly persons'.
    pub(crate) cities: HashSet<&'static str>,
    /// Given names: 'm', 'f' or 'x'.
    pub given: HashMap<&'static str, char>,
    classes: WordClasses,
    /// Offices in the order of the file.
    pub offices: Vec<Office>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The lists, read at first use.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    /// Whether a word, in small letters, stands before the names of persons: "mr", "minister", "president".
    pub(super) fn is_title(&self, lower: &str) -> bool {
        self.is("honorific", lower) || self.is("role", lower) || self.is("leader", lower)
    }

    fn read() -> Self {
        let mut lexicon = Self {
            known: Vec::new(),
            phrases: HashMap::new(),
            longest: 1,
            cities: lines(include_str!("../../assets/lexicon/actor-cities.txt")).collect(),
            given: HashMap::new(),
            classes: WordClasses::read(&[
                include_str!("../../assets/lexicon/actor-titles.txt"),
                include_str!("../../assets/lexicon/actor-words.txt"),
            ]),
            offices: Vec::new(),
        };
        for line in lines(include_str!("../../assets/lexicon/actor-nations.txt")) {
            let mut cells = line.split('|');
            let mut cell = || cells.next().unwrap_or_default();
            let (name, others, adjectives, capitals, seats) = (cell(), cell(), cell(), cell(), cell());
            let index = lexicon.add(name, ActorKind::Country, false);
            lexicon.name(index, others, Manner::Name);
            lexicon.name(index, adjectives, Manner::Adjective);
            lexicon.name(index, capitals, Manner::Capital);
            lexicon.name(index, seats, Manner::Seat);
        }
        for line in lines(include_str!("../../assets/lexicon/actor-organisations.txt")) {
            let mut cells = line.split('|');
            let mut cell = || cells.next().unwrap_or_default();
            let (name, others, adjectives, kind) = (cell(), cell(), cell(), cell());
            let region = kind == "region";
            let index = lexicon.add(name, if region { ActorKind::Group } else { ActorKind::Organisation }, region);
            lexicon.name(index, others, Manner::Name);
            lexicon.name(index, adjectives, Manner::Adjective);
        }
        for line in lines(include_str!("../../assets/lexicon/actor-given-names.txt")) {
            if let Some((name, sex)) = line.split_once(' ') {
                lexicon.given.insert(name, sex.chars().next().unwrap_or('x'));
            }
        }
        for line in lines(include_str!("../../assets/lexicon/actor-offices.txt")) {
            let cells: Vec<&'static str> = line.split('|').collect();
            if let [of, title, person, from, to] = cells[..] {
                lexicon.offices.push(Office { of, title, person, from, to });
            }
        }
        lexicon
    }

    fn add(&mut self, name: &'static str, kind: ActorKind, region: bool) -> usize {
        self.known.push(Known { name, kind, region });
        let index = self.known.len() - 1;
        self.name(index, name, Manner::Name);
        index
    }

    fn name(&mut self, index: usize, names: &'static str, manner: Manner) {
        for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            self.longest = self.longest.max(name.split([' ', '-']).count() + name.matches('-').count());
            self.phrases.entry(name).or_insert((index, manner));
        }
    }

    /// Whether a lower-case word is in a class of `actor-titles.txt` or `actor-words.txt`.
    pub(crate) fn is(&self, class: &str, word: &str) -> bool {
        self.classes.is(class, word)
    }

    /// The place of a word in a class, from 0 on.
    pub(crate) fn position(&self, class: &str, word: &str) -> Option<usize> {
        self.classes.position(class, word)
    }

    /// The known actor that a phrase names, and how.
    pub(crate) fn find(&self, phrase: &str) -> Option<(&Known, Manner)> {
        let (index, manner) = *self.phrases.get(phrase)?;
        Some((&self.known[index], manner))
    }
}

/// Whether a lower-case noun names people in numbers: "officials", "troops".
pub fn is_people(noun: &str) -> bool {
    lexicon().is("people", noun)
}

/// Whether a lower-case noun names a body: "ministry", "court".
pub fn is_body(noun: &str) -> bool {
    lexicon().is("body", noun)
}

/// Whether a lower-case noun names a role: "deputy", "spokeswoman".
pub fn is_role(noun: &str) -> bool {
    lexicon().is("role", noun) || lexicon().is("leader", noun)
}

/// Whether a lower-case word is in a class of the lists about actors.
pub fn is_word(class: &str, word: &str) -> bool {
    lexicon().is(class, word)
}

/// Whether a word is the name of a city.
pub fn is_city(word: &str) -> bool {
    lexicon().cities.contains(word)
}
