//! Text as it is searched: without case, diacritics and typographic variants; with the way back to the original.
//!
//! Letters are taken apart (Unicode NFKD) and lose their marks; what Unicode does not take apart (ø, ł, ß) is written as a
//! reader without that letter would type it. A run of white space is one space.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A text with case and diacritics folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Folded {
    text: String,
    /// Where bytes of the folded text stand in the original, wherever they stop running side by side.
    joints: Vec<Joint>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Joint {
    folded: usize,
    original: usize,
    /// What follows is one letter of the original, up to the next joint; else both run side by side.
    is_letter: bool,
}

impl Folded {
    /// Folds a text.
    pub(super) fn of(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), joints: Vec::new() };
        let mut letters = text.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            if letter.is_ascii() && !letter.is_ascii_whitespace() {
                folded.text.push(letter.to_ascii_lowercase());
                continue;
            }
            let mut end = at + letter.len_utf8();
            let start = folded.text.len();
            if letter.is_whitespace() {
                while let Some((next, space)) = letters.next_if(|(_, next)| next.is_whitespace()) {
                    end = next + space.len_utf8();
                }
                folded.text.push(' ');
                if end == at + 1 {
                    continue;
                }
            } else {
                push_folded(letter, &mut folded.text);
            }
            folded.joints.push(Joint { folded: start, original: at, is_letter: true });
            folded.joints.push(Joint { folded: folded.text.len(), original: end, is_letter: false });
        }
        folded
    }

    /// Every place of `term`, which must be folded, as ranges of bytes of the original text: in order, none overlaps another.
    pub(super) fn find<'a>(&'a self, term: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut letters = term.chars();
        let (first, second) = (letters.next(), letters.next());
        // A single letter has very many places: they are looked for in a way of their own, which is faster.
        let letter = first.filter(|_| second.is_none()).map(|letter| self.text.match_indices(letter));
        let words = second.map(|_| self.text.match_indices(term));
        let (mut joint, mut end) = (0, 0);
        let places = letter.into_iter().flatten().chain(words.into_iter().flatten()).map(move |(at, words)| {
            // Places come in order, so that the joints are gone through once.
            joint = self.joint(joint, at);
            let behind = at + words.len();
            self.first(joint, at)..self.last(self.joint(joint, behind), behind)
        });
        // Two places in one letter ("ss" in ß) are one.
        places.filter(move |range| {
            let is_free = range.start >= end && !range.is_empty();
            end = if is_free { range.end } else { end };
            is_free
        })
    }

    /// How many joints there are before or at a place; so many are known to be.
    fn joint(&self, known: usize, at: usize) -> usize {
        known + self.joints[known..].iter().take_while(|joint| joint.folded <= at).count()
    }

    /// The first byte of the letter that gave this one, which so many joints stand before.
    fn first(&self, joint: usize, at: usize) -> usize {
        match joint.checked_sub(1).map(|joint| self.joints[joint]) {
            None => at,
            Some(joint) if joint.is_letter => joint.original,
            Some(joint) => joint.original + at - joint.folded,
        }
    }

    /// The end of the letter that gave the byte before this one, which so many joints stand before.
    fn last(&self, next: usize, at: usize) -> usize {
        match next.checked_sub(1).map(|joint| self.joints[joint]) {
            Some(joint) if joint.is_letter && joint.folded < at => self.joints.get(next).map_or(joint.original, |after| after.original),
            Some(joint) if joint.is_letter => joint.original,
            _ => self.first(next, at),
        }
    }
}

/// Folds words, to be looked for.
pub(super) fn fold(text: &str) -> String {
    Folded::of(text).text
}

fn push_folded(letter: char, out: &mut String) {
    for part in letter.nfkd().filter(|part| !is_combining_mark(*part)) {
        for lower in part.to_lowercase().filter(|part| !is_combining_mark(*part)) {
            match lower {
                'ø' => out.push('o'),
                'ł' => out.push('l'),
                'đ' | 'ð' => out.push('d'),
                'ħ' => out.push('h'),
                'ı' => out.push('i'),
                'ß' => out.push_str("ss"),
                'æ' => out.push_str("ae"),
                'œ' => out.push_str("oe"),
                'þ' => out.push_str("th"),
                '‘' | '’' | 'ʼ' | '′' | '‚' => out.push('\''),
                '“' | '”' | '„' | '«' | '»' => out.push('"'),
                '‐' | '‑' | '‒' | '–' | '—' | '−' => out.push('-'),
                // Soft hyphens and joiners are not seen.
                '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
                other => out.push(other),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found<'a>(text: &'a str, words: &str) -> Vec<&'a str> {
        Folded::of(text).find(&fold(words)).map(|range| &text[range]).collect()
    }

    #[test]
    fn case_diacritics_and_typography_do_not_matter() {
        assert_eq!(found("Erdoğan met ERDOGAN", "erdogan"), ["Erdoğan", "ERDOGAN"]);
        assert_eq!(found("Łódź, Malmö, Großmann, Ångström, Æneas", "lodz"), ["Łódź"]);
        assert_eq!(found("Großmann", "grossmann"), ["Großmann"]);
        assert_eq!(found("Großmann", "s"), ["ß"], "a letter is found whole, once");
        assert_eq!(found("Kiew, Київ, київ", "КИЇВ"), ["Київ", "київ"]);
        assert_eq!(found("the UK’s “plan” — now", "uk's \"plan\" - now"), ["UK’s “plan” — now"]);
        assert_eq!(found("e\u{301}lan and élan", "elan"), ["e\u{301}lan", "élan"]);
        assert_eq!(found("military\r\n  chiefs", "military chiefs"), ["military\r\n  chiefs"]);
        assert_eq!(found("İstanbul", "istanbul"), ["İstanbul"]);
        assert_eq!(found("anything", ""), [""; 0]);
    }

    proptest! {
        #[test]
        fn every_place_is_a_piece_of_the_text_that_folds_to_the_words(text in "\\PC{0,40}", from in 0_usize..40, len in 1_usize..6) {
            let words: String = text.chars().skip(from).take(len).collect();
            let (whole, words) = (Folded::of(&text), fold(&words));
            let mut end = 0;
            for range in whole.find(&words) {
                prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
                prop_assert!(range.end > end);
                end = range.end;
                prop_assert!(fold(&text[range]).contains(&words));
            }
        }

        #[test]
        fn plain_text_is_found_where_it_stands(text in "[a-zA-Z éÉ\n]{0,60}", word in "[a-z]{1,3}") {
            let lower: String = text.chars().map(|c| if matches!(c, 'é' | 'É') { 'e' } else { c.to_ascii_lowercase() }).collect();
            let count = lower.match_indices(&word).count();
            prop_assert_eq!(Folded::of(&text).find(&word).count(), count);
        }
    }
}
