//! Which words stand in the word lists, and where in the listed phrase.

use super::super::lexicon::{Manner, lexicon};
use super::document::is_capital;
use crate::language::Syntax;
use crate::model::ActorKind;

/// Title classes of the word lists that tell something about names.
const CLASSES: &[&str] = &["honorific", "role", "leader", "body", "group", "corporate", "particle", "population", "people"];

const NATION: u32 = 0;
const ADJECTIVE: u32 = 1;
const CAPITAL: u32 = 2;
const SEAT: u32 = 3;
const BODY: u32 = 4;
const REGION: u32 = 5;
const CITY: u32 = 6;
const GIVEN: u32 = 7;
const FIRST_CLASS: u32 = 8;

/// Longest name of a city in words.
const CITY_WORDS: usize = 4;

/// For each token a bit set: list times three, plus 0 for a phrase of one word, 1 for its first word, 2 for a later one.
pub(super) fn marks(syntax: &Syntax) -> Vec<u64> {
    let lexicon = lexicon();
    let mut out = vec![0_u64; syntax.len()];
    for start in 0..syntax.len() {
        let lower = syntax.lower(start);
        for (number, class) in (FIRST_CLASS..).zip(CLASSES) {
            if lexicon.is(class, lower) {
                out[start] |= 1 << (number * 3);
            }
        }
        if !is_capital(syntax.word(start)) {
            continue;
        }
        if lexicon.given.contains_key(syntax.word(start)) {
            out[start] |= 1 << (GIVEN * 3);
        }
        let mut phrase = String::new();
        for end in start + 1..=(start + lexicon.longest.max(CITY_WORDS)).min(syntax.len()) {
            if end > start + 1 && !syntax.is_glued(end - 1) {
                phrase.push(' ');
            }
            phrase.push_str(syntax.word(end - 1));
            if let Some((known, manner)) = lexicon.find(&phrase) {
                let list = match (manner, known.kind) {
                    (Manner::Adjective, _) => ADJECTIVE,
                    (Manner::Capital, _) => CAPITAL,
                    (Manner::Seat, _) => SEAT,
                    (Manner::Name, _) if known.region => REGION,
                    (Manner::Name, ActorKind::Country) => NATION,
                    (Manner::Name, _) => BODY,
                };
                set(&mut out, start, end, list);
            }
            if lexicon.cities.contains(phrase.as_str()) {
                set(&mut out, start, end, CITY);
            }
        }
    }
    out
}

fn set(out: &mut [u64], start: usize, end: usize, list: u32) {
    for (index, slot) in out.iter_mut().enumerate().take(end).skip(start) {
        let place = match (index == start, end - start) {
            (true, 1) => 0,
            (true, _) => 1,
            (false, _) => 2,
        };
        *slot |= 1 << (list * 3 + place);
    }
}
