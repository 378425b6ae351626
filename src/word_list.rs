//! How the word lists under `assets/lexicon` are written: a line a word, `#` for remarks, `@class` before the words of a class.

use std::collections::HashMap;

/// Classes of words by name.
#[derive(Debug, Default)]
pub(crate) struct WordClasses(HashMap<&'static str, HashMap<&'static str, usize>>);

impl WordClasses {
    /// Reads the sections of several lists; a class may go on from list to list.
    pub(crate) fn read(texts: &[&'static str]) -> Self {
        let mut classes: HashMap<&'static str, HashMap<&'static str, usize>> = HashMap::new();
        for (class, word) in texts.iter().flat_map(|text| sections(text)) {
            let words = classes.entry(class).or_default();
            let next = words.len();
            words.entry(word).or_insert(next);
        }
        Self(classes)
    }

    /// Whether a word is in a class. A class that no list has is a mistake in the program.
    pub(crate) fn is(&self, class: &str, word: &str) -> bool {
        self.position(class, word).is_some()
    }

    /// The place of a word in its class, from 0 on.
    pub(crate) fn position(&self, class: &str, word: &str) -> Option<usize> {
        let words = self.0.get(class);
        debug_assert!(words.is_some(), "no list has the class {class}");
        words?.get(word).copied()
    }
}

/// The lines of a word list without blank ones and remarks.
pub(crate) fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Reads sections opened by "@class": each class with its words.
pub(crate) fn sections(text: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut class = "";
    let mut out = Vec::new();
    for line in lines(text) {
        match line.strip_prefix('@') {
            Some(name) => class = name,
            None => out.extend(line.split_whitespace().map(|word| (class, word))),
        }
    }
    out
}
