//! The features of a word form that the networks see: norm, prefix, suffix and shape, each as a string identifier.

use super::chars::Classes;
use super::hash::string_hash;
use std::collections::HashMap;

/// Strings whose identifier is a small number instead of a hash, and norms that are not the lower-case form.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pub(super) symbols: HashMap<String, u64>,
    pub(super) norms: HashMap<u64, String>,
}

/// A word form with its features.
#[derive(Debug)]
pub(super) struct Form {
    /// Identifiers of norm, prefix (first character), suffix (last three characters) and shape.
    pub(super) features: [u64; 4],
    /// The lower-case form.
    pub(super) lower: Box<str>,
    /// Whether it is all white space.
    pub(super) is_space: bool,
}

impl Vocabulary {
    /// Identifier of a string.
    pub(super) fn id(&self, text: &str) -> u64 {
        match self.symbols.get(text) {
            Some(&symbol) => symbol,
            None => string_hash(text),
        }
    }

    /// The features of a form; `norm` is the one that a special case of the tokenizer gives it.
    pub(super) fn form(&self, text: &str, norm: Option<&str>, classes: &Classes) -> Form {
        let lower = text.to_lowercase().into_boxed_str();
        let norm = norm.or_else(|| self.norms.get(&self.id(text)).map(String::as_str)).unwrap_or(&lower);
        let prefix = text.chars().next().map_or("", |first| &text[..first.len_utf8()]);
        let suffix = text.char_indices().nth_back(2).map_or(text, |(at, _)| &text[at..]);
        let features = [self.id(norm), self.id(prefix), self.id(suffix), self.id(&shape(text, classes))];
        Form { features, is_space: classes.space.contains_all(text), lower }
    }
}

/// The shape of a form: `X` for upper-case letters, `x` for other letters, `d` for digits, everything else as it is;
/// of equal characters in a row only the first four. Forms of a hundred characters or more are all `LONG`.
fn shape(text: &str, classes: &Classes) -> String {
    if text.chars().nth(99).is_some() {
        return "LONG".into();
    }
    let mut shape = String::with_capacity(text.len());
    let mut last = None;
    let mut repeats = 0;
    for char in text.chars() {
        let kind = match char {
            _ if classes.alphabetic.contains(char) => {
                if char.is_uppercase() {
                    'X'
                } else {
                    'x'
                }
            }
            _ if classes.digit.contains(char) => 'd',
            _ => char,
        };
        repeats = if last == Some(kind) { repeats + 1 } else { 0 };
        last = Some(kind);
        if repeats < 4 {
            shape.push(kind);
        }
    }
    shape
}
