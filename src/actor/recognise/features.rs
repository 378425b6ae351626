//! What the tagger sees of each token, as hashes.

use super::document::{Document, Use, class_of, is_capital};
use super::marks::marks;
use super::runs::{runs, spelled_out};
use crate::language::{Dep, Syntax};
use std::ops::Range;

/// FNV-1a over the parts of a feature.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    const fn new(template: u8) -> Self {
        Self(0xcbf2_9ce4_8422_2325).byte(template)
    }

    const fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3))
    }

    fn text(self, text: &str) -> Self {
        text.bytes().fold(self, Self::byte).byte(0xff)
    }

    fn number(self, number: u64) -> Self {
        number.to_le_bytes().into_iter().fold(self, Self::byte)
    }

    const fn end(self) -> u32 {
        (self.0 ^ (self.0 >> 32)) as u32
    }
}

/// The form of a word with like letters drawn together: `McCain` is `XxXx`, `SDI` `X`, `1990s` `dx`.
fn shape(word: &str) -> String {
    let mut out = String::new();
    for letter in word.chars() {
        let kind = match letter {
            _ if letter.is_uppercase() => 'X',
            _ if letter.is_alphabetic() => 'x',
            _ if letter.is_numeric() => 'd',
            _ => letter,
        };
        if !out.ends_with(kind) && out.len() < 12 {
            out.push(kind);
        }
    }
    out
}

/// Few steps for many counts.
const fn step(count: u32) -> u8 {
    match count {
        0 => 0,
        1 => 1,
        2 => 2,
        3..=5 => 3,
        _ => 4,
    }
}

/// The hashes of what is seen of each token of a text.
pub fn features(syntax: &Syntax) -> Vec<Vec<u32>> {
    let view = View {
        syntax,
        shapes: (0..syntax.len()).map(|index| shape(syntax.word(index))).collect(),
        taken: (0..syntax.len()).map(|index| taken(syntax, index)).collect(),
        marks: marks(syntax),
        runs: runs(syntax),
        document: Document::read(syntax),
    };
    (0..syntax.len()).map(|index| view.token(index)).collect()
}

/// What the language model takes a token for: class times four plus begin, inside, last, unit; 0 for nothing.
fn taken(syntax: &Syntax, index: usize) -> u8 {
    let Some(entity) = syntax.entity(index) else { return 0 };
    let (start, end) = (entity.start as usize, entity.end as usize);
    let place = match (index == start, index + 1 == end) {
        (true, true) => 3,
        (true, false) => 0,
        (false, false) => 1,
        (false, true) => 2,
    };
    4 + 4 * entity.label as u8 + place
}

struct View<'v, 's> {
    syntax: &'v Syntax<'s>,
    shapes: Vec<String>,
    taken: Vec<u8>,
    marks: Vec<u64>,
    runs: Vec<Option<Range<usize>>>,
    document: Document<'v>,
}

impl View<'_, '_> {
    /// The token at a distance, if it is in the same sentence.
    fn beside(&self, index: usize, by: isize) -> Option<usize> {
        let other = index.checked_add_signed(by)?;
        (other < self.syntax.len() && self.syntax.sentence_of(other) == self.syntax.sentence_of(index)).then_some(other)
    }

    fn lower(&self, index: Option<usize>) -> &str {
        index.map_or("", |index| self.syntax.lower(index))
    }

    fn taken(&self, index: Option<usize>) -> u8 {
        index.map_or(1, |index| self.taken[index])
    }

    fn token(&self, index: usize) -> Vec<u32> {
        let mut out = Vec::with_capacity(96);
        self.words(index, &mut out);
        self.forms(index, &mut out);
        self.grammar(index, &mut out);
        self.model(index, &mut out);
        self.lists(index, &mut out);
        self.run(index, &mut out);
        self.around(index, &mut out);
        out
    }

    fn words(&self, index: usize, out: &mut Vec<u32>) {
        let at = |by| self.lower(self.beside(index, by));
        let own = self.syntax.lower(index);
        out.push(Hash::new(0).end());
        out.push(Hash::new(1).text(own).end());
        for (template, by) in [(2, -1), (3, 1), (4, -2), (5, 2)] {
            out.push(Hash::new(template).text(at(by)).end());
        }
        out.push(Hash::new(6).text(at(-1)).text(own).end());
        out.push(Hash::new(7).text(own).text(at(1)).end());
        out.push(Hash::new(8).text(at(-2)).text(at(-1)).end());
        out.push(Hash::new(9).text(at(1)).text(at(2)).end());
        out.push(Hash::new(10).text(self.syntax.word(index)).end());
    }

    fn forms(&self, index: usize, out: &mut Vec<u32>) {
        let own = self.syntax.lower(index);
        let shape = |by| self.beside(index, by).map_or("", |other| self.shapes[other].as_str());
        let cuts: Vec<usize> = own.char_indices().map(|(at, _)| at).chain([own.len()]).collect();
        for length in 1..=4.min(cuts.len() - 1) {
            let number = length as u64;
            out.push(Hash::new(11).number(number).text(&own[..cuts[length]]).end());
            out.push(Hash::new(12).number(number).text(&own[cuts[cuts.len() - 1 - length]..]).end());
        }
        out.push(Hash::new(13).text(shape(0)).end());
        out.push(Hash::new(14).text(shape(-1)).text(shape(0)).text(shape(1)).end());
        out.push(Hash::new(15).text(shape(0)).text(self.lower(self.beside(index, 1))).end());
        out.push(Hash::new(16).text(self.lower(self.beside(index, -1))).text(shape(0)).end());
        let first = u64::from(self.beside(index, -1).is_none());
        out.push(Hash::new(17).number(first).text(shape(0)).end());
        let range = self.syntax.sentence(self.syntax.sentence_of(index));
        let words = range.clone().filter(|other| self.shapes[*other].starts_with(['X', 'x'])).count();
        let capitals = range.filter(|other| self.shapes[*other].starts_with('X')).count();
        let loud = u64::from(capitals * 3 > words * 2);
        out.push(Hash::new(18).number(loud).text(shape(0)).end());
        out.push(Hash::new(19).number(loud).number(u64::from(self.taken[index])).end());
    }

    fn grammar(&self, index: usize, out: &mut Vec<u32>) {
        let tag = |by| self.beside(index, by).map_or("", |other| self.syntax.tag(other).as_str());
        let dep = self.syntax.dep(index);
        let head = self.syntax.head(index);
        out.push(Hash::new(20).text(tag(0)).end());
        out.push(Hash::new(21).text(tag(-1)).text(tag(0)).end());
        out.push(Hash::new(22).text(tag(0)).text(tag(1)).end());
        out.push(Hash::new(23).text(tag(-1)).text(tag(0)).text(tag(1)).end());
        out.push(Hash::new(24).text(dep.as_str()).text(tag(0)).end());
        out.push(Hash::new(25).text(dep.as_str()).text(self.lower(head)).end());
        // The verb or preposition that the whole name hangs on.
        let mut top = index;
        while let Some(above) = self.syntax.head(top).filter(|_| matches!(self.syntax.dep(top), Dep::Compound | Dep::Amod | Dep::Nmod)) {
            top = above;
        }
        let outer = self.syntax.head(top);
        out.push(Hash::new(26).text(self.syntax.dep(top).as_str()).text(outer.map_or("", |outer| self.syntax.lemma(outer))).end());
        out.push(Hash::new(27).text(self.syntax.lower(top)).number(u64::from(self.taken[index])).end());
    }

    fn model(&self, index: usize, out: &mut Vec<u32>) {
        let own = self.taken[index];
        let (before, after) = (self.taken(self.beside(index, -1)), self.taken(self.beside(index, 1)));
        let it = |template: u8| Hash::new(template).byte(own);
        out.push(it(30).end());
        out.push(it(31).byte(before).end());
        out.push(it(32).byte(after).end());
        out.push(it(33).byte(before).byte(after).end());
        out.push(it(34).text(self.syntax.lower(index)).end());
        out.push(it(35).text(&self.shapes[index]).end());
        out.push(it(36).text(self.syntax.tag(index).as_str()).end());
        out.push(it(37).text(self.lower(self.beside(index, -1))).end());
        out.push(it(38).text(self.lower(self.beside(index, 1))).end());
        if let Some(entity) = self.syntax.entity(index) {
            let (start, end) = (entity.start as usize, entity.end as usize);
            let length = (end - start).min(6) as u64;
            out.push(it(40).number(length).end());
            out.push(it(41).text(self.syntax.lower(end - 1)).end());
            out.push(it(42).text(self.syntax.lower(start)).end());
            out.push(it(43).text(self.lower(self.beside(start, -1))).end());
            out.push(it(44).text(self.lower(self.beside(end - 1, 1))).end());
            out.push(it(45).text(&self.shapes[start]).text(&self.shapes[end - 1]).end());
        }
    }

    fn lists(&self, index: usize, out: &mut Vec<u32>) {
        let at = |by| self.beside(index, by).map_or(0, |other| self.marks[other]);
        let own = at(0);
        let mut left = own;
        while left != 0 {
            let bit = u64::from(left.trailing_zeros());
            out.push(Hash::new(50).number(bit).end());
            out.push(Hash::new(51).number(bit).byte(self.taken[index]).end());
            left &= left - 1;
        }
        out.push(Hash::new(52).number(own).text(&self.shapes[index]).end());
        for (template, by) in [(53, -1), (54, 1), (55, -2), (56, 2)] {
            out.push(Hash::new(template).number(at(by)).text(&self.shapes[index]).end());
        }
        out.push(Hash::new(57).number(at(-1)).number(own).end());
        out.push(Hash::new(58).number(own).number(at(1)).end());
    }

    fn run(&self, index: usize, out: &mut Vec<u32>) {
        let Some(run) = &self.runs[index] else { return };
        let own = self.taken[index];
        let (first, last) = (run.start, run.end - 1);
        let place = match (index == first, index == last) {
            (true, true) => 3,
            (true, false) => 0,
            (false, false) => 1,
            (false, true) => 2,
        };
        let it = |template: u8| Hash::new(template).byte(place);
        out.push(it(60).number(run.len().min(7) as u64).byte(own).end());
        out.push(it(61).text(self.syntax.lower(last)).end());
        out.push(it(62).text(self.syntax.lower(first)).end());
        out.push(it(63).text(self.lower(self.beside(last, 1))).end());
        out.push(it(64).text(self.lower(self.beside(first, -1))).end());
        out.push(it(65).text(self.syntax.lower(last)).byte(own).end());
        out.push(it(66).number(self.marks[first]).number(self.marks[last]).end());
        let mut classes: u32 =
            run.clone().fold(0, |set, other| set | self.syntax.entity(other).map_or(0, |entity| 1 << class_of(entity.label)));
        classes |= u32::from(run.clone().all(|other| self.taken[other] != 0)) << 5;
        out.push(it(67).number(u64::from(classes)).byte(own).end());
        let listed = run.clone().fold(0, |set, other| set | self.marks[other]);
        out.push(it(68).number(listed).end());
    }

    fn around(&self, index: usize, out: &mut Vec<u32>) {
        let own = self.taken[index];
        if let Some(long) = spelled_out(self.syntax, &self.runs, index) {
            let class = self.syntax.entity(long.end - 1).map_or(9, |entity| class_of(entity.label) as u8);
            out.push(Hash::new(70).byte(class).end());
            out.push(Hash::new(71).text(self.syntax.lower(long.end - 1)).end());
        }
        if !is_capital(self.syntax.word(index)) {
            return;
        }
        let Use { capital, small, taken } = self.document.near(index, self.syntax.lower(index));
        out.push(Hash::new(72).byte(step(capital)).byte(step(small)).end());
        out.push(Hash::new(73).byte(step(capital)).byte(step(small)).byte(own).end());
        let steps = taken.map(step);
        out.push(steps.into_iter().fold(Hash::new(74), Hash::byte).end());
        let top = (0..5_u8).max_by_key(|class| (taken[usize::from(*class)], 5 - class)).unwrap_or(4);
        let sure = taken.iter().sum::<u32>() == taken[usize::from(top)];
        out.push(Hash::new(75).byte(top).byte(u8::from(sure)).byte(step(taken[usize::from(top)])).byte(own).end());
    }
}
