//! Special cases of the tokenizer that would fall into several tokens: finds them again in tokens cut without their rule.

use super::tokenizer::Piece;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Special cases as sequences of the tokens into which they would fall without their rule, as a trie.
#[derive(Debug, Default)]
pub(super) struct Sequences {
    next: HashMap<(u32, Box<str>), u32>,
    ends: HashSet<u32>,
    firsts: HashSet<Box<str>>,
    nodes: u32,
}

impl Sequences {
    /// Add a sequence of words.
    pub(super) fn insert<'a>(&mut self, words: impl Iterator<Item = &'a str>) {
        let mut node = 0;
        for word in words {
            if node == 0 {
                self.firsts.insert(word.into());
            }
            let fresh = self.nodes + 1;
            let next = *self.next.entry((node, word.into())).or_insert(fresh);
            self.nodes = self.nodes.max(next);
            node = next;
        }
        self.ends.insert(node);
    }

    /// All ranges of pieces that spell a sequence.
    pub(super) fn matches(&self, line: &str, pieces: &[Piece]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for start in 0..pieces.len() {
            if !self.firsts.contains(&line[pieces[start].range.clone()]) {
                continue;
            }
            let mut node = 0;
            for (end, piece) in (start + 1..).zip(&pieces[start..]) {
                match self.next.get(&(node, line[piece.range.clone()].into())) {
                    Some(&next) => node = next,
                    None => break,
                }
                if self.ends.contains(&node) {
                    found.push(start..end);
                }
            }
        }
        found
    }
}
