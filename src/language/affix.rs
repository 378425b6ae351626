//! Tokenizer rules for what splits off at the start, at the end and inside a chunk of text without white space.
//!
//! Each rule is a short sequence of character sets with a look-behind and a look-ahead of one or two characters
//! (`assets/language/convert.py` makes them from the model's regular expressions), so a chunk of any length is
//! scanned in linear time.

use super::chars::CharSet;
use serde::Deserialize;
use std::ops::Range;

/// One rule: the sets of successive characters, and what must stand around them. A rule that repeats its last
/// character is a run of one kind of character, at least as long as its body.
#[derive(Debug, Deserialize)]
pub(super) struct Rule {
    behind: Vec<usize>,
    body: Vec<usize>,
    repeat_last: bool,
    ahead: Option<usize>,
    not_ahead: Option<usize>,
}

/// The rules of one kind, in order of precedence, indexed by the ASCII characters that can start or end a match.
#[derive(Debug)]
pub(super) struct Rules {
    all: Vec<Rule>,
    by_ascii: Vec<Vec<u16>>,
    others: Vec<u16>,
}

impl Rules {
    /// Index rules by their first (or last, for suffixes) character.
    pub(super) fn new(rules: Vec<Rule>, sets: &[CharSet], by_last: bool) -> Self {
        let key = |rule: &Rule| if by_last { rule.body[rule.body.len() - 1] } else { rule.body[0] };
        let with = |code: u8| {
            let holds = |&(_, rule): &(u16, &Rule)| sets[key(rule)].contains(char::from(code));
            (0..).zip(&rules).filter(holds).map(|(number, _)| number).collect()
        };
        let by_ascii = (0..128).map(with).collect();
        let others = (0..).take(rules.len()).collect();
        Self { all: rules, by_ascii, others }
    }

    fn candidates(&self, char: char) -> impl Iterator<Item = &Rule> {
        let numbers = self.by_ascii.get(char as usize).unwrap_or(&self.others);
        numbers.iter().map(|&number| &self.all[usize::from(number)])
    }

    /// Bytes of the longest match by the first rule that fits at the start of `text`; 0 if none does.
    pub(super) fn prefix(&self, text: &str, sets: &[CharSet]) -> usize {
        let Some(first) = text.chars().next() else { return 0 };
        self.candidates(first).find_map(|rule| match_at(rule, text, 0, sets)).unwrap_or(0)
    }

    /// Bytes of the longest match of a rule that ends with `text`; 0 if there is none.
    pub(super) fn suffix(&self, text: &str, sets: &[CharSet]) -> usize {
        let Some(last) = text.chars().next_back() else { return 0 };
        self.candidates(last).filter_map(|rule| match_end(rule, text, sets)).max().unwrap_or(0)
    }

    /// Matches inside `text` from left to right, none overlapping another.
    pub(super) fn infixes(&self, text: &str, sets: &[CharSet]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut free = 0;
        for (at, char) in text.char_indices() {
            if at >= free
                && let Some(length) = self.candidates(char).find_map(|rule| match_at(rule, text, at, sets))
            {
                found.push(at..at + length);
                free = at + length;
            }
        }
        found
    }
}

/// Bytes that a rule matches at a byte offset.
fn match_at(rule: &Rule, text: &str, at: usize, sets: &[CharSet]) -> Option<usize> {
    let before = text[..at].chars().rev();
    if rule.behind.len() > before.clone().take(rule.behind.len()).count()
        || !rule.behind.iter().rev().zip(before).all(|(&set, char)| sets[set].contains(char))
    {
        return None;
    }
    let mut rest = text[at..].chars();
    for &set in &rule.body {
        if !sets[set].contains(rest.next()?) {
            return None;
        }
    }
    if rule.repeat_last {
        let last = &sets[rule.body[rule.body.len() - 1]];
        rest = rest.as_str().trim_start_matches(|char| last.contains(char)).chars();
    }
    let next = rest.clone().next();
    let ahead = |set: usize| next.is_some_and(|char| sets[set].contains(char));
    let fits = rule.ahead.is_none_or(ahead) && !rule.not_ahead.is_some_and(ahead);
    fits.then(|| text.len() - at - rest.as_str().len())
}

/// Bytes that a rule matches at the end of a text.
fn match_end(rule: &Rule, text: &str, sets: &[CharSet]) -> Option<usize> {
    if rule.repeat_last {
        let run = text.trim_end_matches(|char| sets[rule.body[0]].contains(char)).len();
        let enough = text[run..].chars().nth(rule.body.len() - 1).is_some();
        return enough.then_some(text.len() - run);
    }
    let mut rest = text.chars();
    for &set in rule.body.iter().rev() {
        if !sets[set].contains(rest.next_back()?) {
            return None;
        }
    }
    let start = rest.as_str().len();
    for &set in rule.behind.iter().rev() {
        if !sets[set].contains(rest.next_back()?) {
            return None;
        }
    }
    Some(text.len() - start)
}
