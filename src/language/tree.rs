//! The dependency trees of a line after parsing: edges of subtrees, starts of sentences, and the arcs that the parser
//! marked as lifted put back where they belong (pseudo-projective parsing, Nivre and Nilsson 2005).

use super::analysis::Dep;

/// The label of an arc as the parser learned it: `prep||nsubj` is a `prep` whose true head is a `nsubj`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    dep: Dep,
    lifted_from: Option<Dep>,
}

impl Default for Label {
    fn default() -> Self {
        Self { dep: Dep::Root, lifted_from: None }
    }
}

impl Label {
    /// Parse a label; an unknown one is the scheme's unspecific `dep`.
    pub(super) fn parse(text: &str) -> Self {
        let parse = |text: &str| text.parse().unwrap_or(Dep::Dep);
        match text.split_once("||") {
            Some((dep, from)) => Self { dep: parse(dep), lifted_from: Some(parse(from)) },
            None => Self { dep: parse(text), lifted_from: None },
        }
    }
}

/// Heads, labels and sentence starts of the tokens of a line.
#[derive(Debug)]
pub(super) struct Tree {
    heads: Vec<usize>,
    labels: Vec<Label>,
    left_edges: Vec<usize>,
    right_edges: Vec<usize>,
    /// Which tokens start a sentence.
    pub(super) starts: Vec<bool>,
}

impl Tree {
    /// From the arcs of a parse; a token without a head is the root of a sentence.
    pub(super) fn new(heads: &[Option<usize>], labels: Vec<Label>, is_space: &[bool]) -> Self {
        let heads: Vec<usize> = heads.iter().enumerate().map(|(token, head)| head.unwrap_or(token)).collect();
        let mut tree = Self { heads, labels, left_edges: Vec::new(), right_edges: Vec::new(), starts: Vec::new() };
        for token in 0..tree.heads.len() {
            if tree.heads[token] == token {
                tree.labels[token] = Label::default();
            }
        }
        tree.find_edges();
        tree.undo_lifts(is_space);
        tree
    }

    /// The head of a token; itself for a root.
    pub(super) fn head(&self, token: usize) -> usize {
        self.heads[token]
    }

    /// The label of a token.
    pub(super) fn dep(&self, token: usize) -> Dep {
        self.labels[token].dep
    }

    /// Find the edges of all subtrees and from these the starts of sentences. Trees that cross need several rounds.
    fn find_edges(&mut self) {
        let count = self.heads.len();
        self.left_edges = (0..count).collect();
        self.right_edges = (0..count).collect();
        for _ in 0..12 {
            for child in (0..count).chain((0..count).rev()) {
                let head = self.heads[child];
                self.left_edges[head] = self.left_edges[head].min(self.left_edges[child]);
                self.right_edges[head] = self.right_edges[head].max(self.right_edges[child]);
            }
            self.starts = vec![false; count];
            for token in 0..count {
                if self.heads[token] == token {
                    self.starts[self.left_edges[token]] = true;
                }
            }
            if self.heads_are_inside() {
                break;
            }
        }
    }

    /// Whether every head is in the sentence of its child.
    fn heads_are_inside(&self) -> bool {
        let count = self.heads.len();
        let mut start = 0;
        for end in 0..count {
            if end > 0 && self.starts[end] || end + 1 == count {
                if (start..end).any(|token| !(start..=end).contains(&self.heads[token])) {
                    return false;
                }
                start = end;
            }
        }
        true
    }

    /// Give lifted arcs the head that their label names: the first token with that label below the present head, level
    /// by level.
    fn undo_lifts(&mut self, is_space: &[bool]) {
        let mut changed = false;
        for token in 0..self.heads.len() {
            if let Some(from) = self.labels[token].lifted_from {
                let wanted = Label { dep: from, lifted_from: None };
                self.heads[token] = self.find_below(token, wanted, is_space);
                self.labels[token].lifted_from = None;
                changed = true;
            }
        }
        if changed {
            self.find_edges();
        }
    }

    fn find_below(&self, token: usize, wanted: Label, is_space: &[bool]) -> usize {
        let mut level = vec![self.heads[token]];
        while !level.is_empty() {
            let mut below = Vec::new();
            for head in level {
                let inside = self.left_edges[head]..=self.right_edges[head];
                let is_child = |&child: &usize| child != head && child != token && self.heads[child] == head && !is_space[child];
                for child in inside.filter(is_child) {
                    if self.labels[child] == wanted {
                        return child;
                    }
                    below.push(child);
                }
            }
            level = below;
        }
        self.heads[token]
    }
}
