//! Cuts a line into tokens: white space, special cases ("don't", "a.m.", ":-)"), prefixes, suffixes and infixes.
//!
//! The algorithm is that of spaCy's rule-based tokenizer (`spacy.Tokenizer.v1`), with the model's own rules.

use super::affix::Rules;
use super::chars::{CharSet, Classes};
use super::sequences::Sequences;
use super::url::is_url;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A token of a line: a byte range, the norm that a special case gives it, and whether one space follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) range: Range<usize>,
    /// Number of the special norm in [`Tokenizer::norm`].
    pub(super) norm: Option<u32>,
    pub(super) space_after: bool,
}

/// A token of a special case: its length in bytes and its norm.
#[derive(Debug, Clone)]
struct Part {
    length: usize,
    norm: Option<u32>,
}

/// The tokenizer with its rules.
#[derive(Debug)]
pub(super) struct Tokenizer {
    sets: Vec<CharSet>,
    prefixes: Rules,
    suffixes: Rules,
    infixes: Rules,
    specials: HashMap<Box<str>, Box<[Part]>>,
    longest_special: usize,
    norms: Vec<Box<str>>,
    sequences: Sequences,
}

/// The three kinds of affix rules.
#[derive(Debug)]
pub(super) struct Affixes {
    pub(super) prefixes: Rules,
    pub(super) suffixes: Rules,
    pub(super) infixes: Rules,
}

impl Tokenizer {
    /// Build from the tables. `specials` holds for each chunk its tokens with their norms.
    pub(super) fn new(
        sets: Vec<CharSet>,
        affixes: Affixes,
        specials: HashMap<String, Vec<(String, Option<String>)>>,
        classes: &Classes,
    ) -> Self {
        let mut chunks: Vec<_> = specials.into_iter().collect();
        chunks.sort_unstable();
        let mut norms = Vec::new();
        let mut table = HashMap::with_capacity(chunks.len());
        for (chunk, tokens) in &chunks {
            let part = |(text, norm): &(String, Option<String>)| {
                let norm = norm.as_ref().map(|norm| {
                    norms.push(norm.as_str().into());
                    u32::try_from(norms.len() - 1).expect("there are fewer than 2^32 special cases")
                });
                Part { length: text.len(), norm }
            };
            table.insert(chunk.as_str().into(), tokens.iter().map(part).collect());
        }
        let Affixes { prefixes, suffixes, infixes } = affixes;
        let longest_special = chunks.iter().map(|(chunk, _)| chunk.len()).max().unwrap_or(0);
        let sequences = Sequences::default();
        let mut built = Self { sets, prefixes, suffixes, infixes, specials: table, longest_special, norms, sequences };
        for (chunk, _) in &chunks {
            if built.prefixes.prefix(chunk, &built.sets) > 0
                || built.suffixes.suffix(chunk, &built.sets) > 0
                || !built.infixes.infixes(chunk, &built.sets).is_empty()
                || chunk.contains(' ')
            {
                let pieces = built.split_line(chunk, classes, false);
                built.sequences.insert(pieces.iter().map(|piece| &chunk[piece.range.clone()]));
            }
        }
        built
    }

    /// A special norm by its number.
    pub(super) fn norm(&self, number: u32) -> &str {
        &self.norms[number as usize]
    }

    /// The tokens of a line, white space that is more than one space included.
    pub(super) fn tokenize(&self, line: &str, classes: &Classes) -> Vec<Piece> {
        let pieces = self.split_line(line, classes, true);
        self.join_specials(line, pieces)
    }

    fn special(&self, text: &str) -> Option<&[Part]> {
        if text.len() > self.longest_special { None } else { self.specials.get(text).map(AsRef::as_ref) }
    }

    /// Runs of white space and of other characters; a run that is one space only marks the token before it.
    fn split_line(&self, line: &str, classes: &Classes, specials: bool) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let is_space = |c: char| classes.space.contains(c);
        let Some(mut inside_space) = line.chars().next().map(is_space) else { return pieces };
        let mut start = 0;
        for (at, char) in line.char_indices() {
            if is_space(char) == inside_space {
                continue;
            }
            if start < at {
                self.split_chunk(line, start..at, classes, specials, &mut pieces);
            }
            start = at;
            if char == ' ' {
                if let Some(last) = pieces.last_mut() {
                    last.space_after = true;
                }
                start += 1;
            }
            inside_space = !inside_space;
        }
        if start < line.len() {
            self.split_chunk(line, start..line.len(), classes, specials, &mut pieces);
        }
        pieces
    }

    /// Cut a chunk without white space into affixes and what stands between them.
    fn split_chunk(&self, line: &str, chunk: Range<usize>, classes: &Classes, specials: bool, out: &mut Vec<Piece>) {
        let special = |text: &str| if specials { self.special(text) } else { None };
        let mut suffixes = Vec::new();
        let Range { mut start, mut end } = chunk;
        while start < end {
            let text = &line[start..end];
            if special(text).is_some() {
                break;
            }
            let prefix = self.prefixes.prefix(text, &self.sets);
            if prefix > 0 && special(&text[prefix..]).is_some() {
                out.push(Piece { range: start..start + prefix, norm: None, space_after: false });
                start += prefix;
                break;
            }
            let suffix = self.suffixes.suffix(&text[prefix..], &self.sets);
            if suffix > 0 && special(&text[..text.len() - suffix]).is_some() {
                suffixes.push(end - suffix..end);
                end -= suffix;
                break;
            }
            if prefix == 0 && suffix == 0 {
                break;
            }
            if prefix > 0 {
                out.push(Piece { range: start..start + prefix, norm: None, space_after: false });
            }
            if suffix > 0 {
                suffixes.push(end - suffix..end);
            }
            start += prefix;
            end -= suffix;
        }
        if start < end {
            self.split_middle(line, start..end, classes, special(&line[start..end]), out);
        }
        out.extend(suffixes.into_iter().rev().map(|range| Piece { range, norm: None, space_after: false }));
    }

    fn split_middle(&self, line: &str, middle: Range<usize>, classes: &Classes, special: Option<&[Part]>, out: &mut Vec<Piece>) {
        let mut push = |range: Range<usize>, norm| {
            if !range.is_empty() {
                out.push(Piece { range, norm, space_after: false });
            }
        };
        let Range { mut start, end } = middle;
        if let Some(parts) = special {
            for part in parts {
                push(start..start + part.length, part.norm);
                start += part.length;
            }
            return;
        }
        let text = &line[middle.clone()];
        if !is_url(text, &classes.alpha_lower) {
            for infix in self.infixes.infixes(text, &self.sets) {
                // An infix at the very start splits nothing.
                if infix.start > 0 {
                    push(start..middle.start + infix.start, None);
                    push(middle.start + infix.start..middle.start + infix.end, None);
                    start = middle.start + infix.end;
                }
            }
        }
        push(start..end, None);
    }

    /// Give sequences of tokens that together spell a special case the tokens of that special case.
    fn join_specials(&self, line: &str, pieces: Vec<Piece>) -> Vec<Piece> {
        let mut matches = self.sequences.matches(line, &pieces);
        if matches.is_empty() {
            return pieces;
        }
        // The longest first; among equals the leftmost. A span that overlaps one seen before is left out.
        matches.sort_by_key(|range| (std::cmp::Reverse(range.len()), range.start));
        let mut seen = HashSet::new();
        let mut chosen: Vec<Range<usize>> = Vec::new();
        for range in matches {
            if !seen.contains(&range.start) && !seen.contains(&(range.end - 1)) {
                chosen.push(range.clone());
            }
            seen.extend(range);
        }
        chosen.sort_by_key(|range| range.start);
        let mut out = Vec::with_capacity(pieces.len());
        let mut done = 0;
        for range in chosen {
            let bytes = pieces[range.start].range.start..pieces[range.end - 1].range.end;
            if let Some(parts) = self.special(&line[bytes.clone()]) {
                out.extend_from_slice(&pieces[done..range.start]);
                done = range.end;
                let mut start = bytes.start;
                for part in parts {
                    out.push(Piece { range: start..start + part.length, norm: part.norm, space_after: false });
                    start += part.length;
                }
                if let Some(last) = out.last_mut() {
                    last.space_after = pieces[range.end - 1].space_after;
                }
            }
        }
        out.extend_from_slice(&pieces[done..]);
        out
    }
}
