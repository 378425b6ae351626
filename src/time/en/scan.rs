//! Cuts a text into known words, numbers and marks; all else is a gap. One pass over the bytes.
//!
//! Cuts finer than a tokenizer does: "mid-2011", "5pm", "2009-2010" fall into their parts, so that one pattern covers all spellings.

use super::digits;
use super::lexicon::{Lexicon, pack};
use crate::time::item::Item;

/// Reads the text from left to right.
struct Scanner<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    items: Vec<Item>,
    gap: bool,
    spaced: bool,
}

/// The known words, numbers and marks of a text.
pub(in crate::time) fn scan(text: &str, lexicon: &Lexicon) -> Vec<Item> {
    let mut scanner = Scanner { text, lexicon, items: Vec::with_capacity(text.len() / 16), gap: true, spaced: true };
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        at = match bytes[at] {
            b' ' | b'\t' => {
                scanner.spaced = true;
                at + 1
            }
            b'a'..=b'z' | b'A'..=b'Z' => scanner.word(at),
            b'0'..=b'9' => scanner.number(at),
            b',' | b'-' | b'/' | b'(' | b')' | b'\'' | b'+' | b':' => scanner.mark(at, at + 1, bytes[at]),
            0x80.. => scanner.wide(at),
            b'\n' | b'\r' => {
                scanner.spaced = true;
                scanner.unknown(at + 1)
            }
            _ => scanner.unknown(at + 1),
        };
    }
    scanner.items
}

impl Scanner<'_> {
    fn unknown(&mut self, next: usize) -> usize {
        self.gap = true;
        next
    }

    fn push(&mut self, mut item: Item) -> usize {
        item.gap = std::mem::replace(&mut self.gap, false);
        item.spaced = std::mem::replace(&mut self.spaced, false);
        let next = item.end as usize;
        self.items.push(item);
        next
    }

    fn mark(&mut self, start: usize, end: usize, mark: u8) -> usize {
        match self.lexicon.look_up(u128::from(mark)) {
            Some((word, _)) => self.push(Item { word, ..blank(start, end) }),
            None => self.unknown(end),
        }
    }

    /// A character beyond ASCII: typographic marks, letters, digits of other scripts.
    fn wide(&mut self, at: usize) -> usize {
        let Some(first) = self.text[at..].chars().next() else { return self.unknown(at + 1) };
        let end = at + first.len_utf8();
        match first {
            '\u{2010}'..='\u{2013}' | '\u{2212}' => self.mark(at, end, b'-'),
            '\u{2018}' | '\u{2019}' | '\u{02bc}' => self.mark(at, end, b'\''),
            '\u{a0}' | '\u{2009}' | '\u{202f}' => {
                self.spaced = true;
                end
            }
            _ if digits::foreign(first).is_some() => self.number(at),
            _ if first.is_alphabetic() => self.word(at),
            _ => self.unknown(end),
        }
    }

    fn number(&mut self, at: usize) -> usize {
        match digits::read(self.text, at) {
            (Some(item), _) => self.push(item),
            (None, next) => self.unknown(next),
        }
    }

    fn word(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = start;
        while end < bytes.len() && bytes[end].is_ascii_alphabetic() {
            end += 1;
        }
        if bytes.get(end).is_some_and(|byte| *byte >= 0x80) || end == start {
            let rest = self.text[end..].find(|letter: char| !letter.is_alphanumeric() && letter != '\u{301}');
            let stop = rest.map_or(bytes.len(), |length| end + length);
            if stop > end {
                return self.unknown(stop);
            }
        }
        if end == start + 1
            && bytes.get(end) == Some(&b'.')
            && let Some(next) = self.dotted(start)
        {
            return next;
        }
        if bytes.get(end).is_some_and(u8::is_ascii_digit) {
            return self.code(start, end);
        }
        let Some((word, entry)) = pack(&bytes[start..end]).and_then(|packed| self.lexicon.look_up(packed)) else {
            return self.unknown(end);
        };
        let capital = bytes[start].is_ascii_uppercase();
        let fits = (capital || !entry.capital) && (!entry.upper || bytes[start..end].iter().all(u8::is_ascii_uppercase));
        let classes = if fits { entry.classes } else { 0 };
        let dot = entry.abbreviation && bytes.get(end) == Some(&b'.');
        self.push(Item { word, classes, value: entry.value, unit: entry.unit, capital, ..blank(start, end + usize::from(dot)) })
    }

    /// "a.m.", "B.C.E.": single letters with dots between them.
    fn dotted(&mut self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let (mut end, mut packed, mut letters) = (start, 0_u128, 0);
        while letters < 4
            && bytes.get(end).is_some_and(u8::is_ascii_alphabetic)
            && !bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric)
        {
            packed = if letters > 0 { packed << 8 | u128::from(b'.') } else { 0 } << 8 | u128::from(bytes[end].to_ascii_lowercase());
            letters += 1;
            end += 1;
            if bytes.get(end) != Some(&b'.') {
                break;
            }
            end += 1;
        }
        let (word, entry) = self.lexicon.look_up(packed).filter(|(_, entry)| letters > 1 && entry.classes != 0)?;
        let item = Item { word, classes: entry.classes, value: entry.value, ..blank(start, end) };
        Some(self.push(item))
    }

    /// Letters with digits at once after them: "Q3", "FY25"; else a name like "A320".
    fn code(&mut self, start: usize, letters: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = letters;
        while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            end += 1;
        }
        match digits::code(&bytes[start..letters], &bytes[letters..end]) {
            Some((classes, value)) => self.push(Item { classes, value, capital: true, ..blank(start, end) }),
            None => self.unknown(end),
        }
    }
}

/// An item without properties.
pub(super) const fn blank(start: usize, end: usize) -> Item {
    Item {
        start: start as u32,
        end: end as u32,
        classes: 0,
        word: 0,
        value: 0,
        fraction: 0,
        unit: 0,
        gap: false,
        spaced: false,
        capital: false,
        phrase: None,
    }
}
