//! The word lists about events, read from `assets/lexicon` once.

use crate::model::Kind;
use crate::word_list::{WordClasses, lines, sections};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// How far a word alone is a sign of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Class {
    /// A verb of saying.
    Speech,
    /// A verb of doing or happening.
    Act,
    /// A noun that names events.
    Strong,
    /// A word that needs other evidence.
    Weak,
    /// A noun that needs a light verb.
    Light,
}

/// What a word says about the event.
pub(crate) type Entry = (Kind, Class);

/// All lists.
pub(crate) struct Lexicon {
    verbs: HashMap<&'static str, Entry>,
    nouns: HashMap<&'static str, Entry>,
    light: HashMap<&'static str, HashSet<&'static str>>,
    classes: WordClasses,
    states: HashSet<&'static str>,
    /// Verb and object, or verb and subject marked by `<`, with a space between.
    senses: HashMap<String, Kind>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The lists, read at first use.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

fn entry(class: &str) -> Option<Entry> {
    let (kind, class) = class.split_once(' ')?;
    let kind = Kind::ALL.iter().find(|known| known.as_str() == kind)?;
    let class = match class {
        "speech" => Class::Speech,
        "act" => Class::Act,
        "strong" => Class::Strong,
        "weak" => Class::Weak,
        "light" => Class::Light,
        _ => return None,
    };
    Some((*kind, class))
}

/// Every verb with its object, or with its subject behind "<", and the kind of both, in the order of the list. No pair stands there twice.
fn senses() -> impl Iterator<Item = (String, Kind)> {
    lines(include_str!("../../assets/lexicon/event-senses.txt")).filter_map(sense_line).flatten()
}

fn sense_line(line: &'static str) -> Option<impl Iterator<Item = (String, Kind)>> {
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    let [verbs, nouns, kind] = cells[..] else { return None };
    let kind = *Kind::ALL.iter().find(|known| known.as_str() == kind)?;
    let (mark, nouns) = nouns.strip_prefix("subject ").map_or(("", nouns), |nouns| ("<", nouns));
    let pairs = verbs.split_whitespace().flat_map(move |verb| nouns.split_whitespace().map(move |noun| (verb, noun)));
    Some(pairs.map(move |(verb, noun)| (format!("{verb} {mark}{noun}"), kind)))
}

impl Lexicon {
    fn read() -> Self {
        let table = |text| {
            let mut table = HashMap::new();
            for (class, word) in sections(text) {
                if let Some(entry) = entry(class) {
                    table.entry(word).or_insert(entry);
                }
            }
            table
        };
        let light = lines(include_str!("../../assets/lexicon/event-light-verbs.txt")).filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.collect()))
        });
        Self {
            senses: senses().collect(),
            verbs: table(include_str!("../../assets/lexicon/event-verbs.txt")),
            nouns: table(include_str!("../../assets/lexicon/event-nouns.txt")),
            light: light.collect(),
            classes: WordClasses::read(&[
                include_str!("../../assets/lexicon/event-modality.txt"),
                include_str!("../../assets/lexicon/event-words.txt"),
            ]),
            states: lines(include_str!("../../assets/lexicon/event-states.txt")).flat_map(str::split_whitespace).collect(),
        }
    }

    /// A verb by lemma, or by lemma and particle or preposition joined with `_`.
    pub(crate) fn verb(&self, lemma: &str) -> Option<Entry> {
        self.verbs.get(lemma).copied()
    }

    /// The kind that an object or a subject gives to a verb.
    pub(crate) fn sense(&self, verb: &str, object: &str, subject: &str) -> Option<Kind> {
        self.senses.get(&format!("{verb} {object}")).or_else(|| self.senses.get(&format!("{verb} <{subject}"))).copied()
    }

    /// A noun by lemma or by its form in lower case.
    pub(crate) fn noun(&self, lower: &str, lemma: &str) -> Option<Entry> {
        self.nouns.get(lower).or_else(|| self.nouns.get(lemma)).copied()
    }

    /// Whether `verb` is light with `noun` (form or lemma). `None` if it is no light verb at all.
    pub(crate) fn light(&self, verb: &str, noun: &str, lemma: &str) -> Option<bool> {
        let nouns = self.light.get(verb)?;
        Some(nouns.contains("*") || nouns.contains(noun) || nouns.contains(lemma))
    }

    /// Whether a word is in a class of `event-modality.txt` or `event-words.txt`.
    pub(crate) fn is(&self, class: &str, word: &str) -> bool {
        self.classes.is(class, word)
    }

    /// The place of a word in such a class, from 0 on.
    pub(crate) fn position(&self, class: &str, word: &str) -> Option<usize> {
        self.classes.position(class, word)
    }

    /// Whether a verb names a state.
    pub(crate) fn is_state(&self, lemma: &str) -> bool {
        self.states.contains(lemma)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_senses_is_read_and_none_tells_a_pair_twice() {
        let mut seen = HashSet::new();
        let twice: Vec<String> = senses().map(|(company, _)| company).filter(|company| !seen.insert(company.clone())).collect();
        assert!(twice.is_empty(), "told twice: {twice:?}");
        let unread: Vec<&str> =
            lines(include_str!("../../assets/lexicon/event-senses.txt")).filter(|line| sense_line(line).is_none()).collect();
        assert!(unread.is_empty(), "{unread:?}");
    }
}
