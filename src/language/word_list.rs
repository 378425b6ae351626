//! How the word lists under `assets/lexicon` are written: a line a word, `#` for remarks, `@class` before the words of a class.

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
