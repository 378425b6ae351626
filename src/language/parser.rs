//! The dependency parser: an arc-eager transition system that also cuts the line into sentences (Honnibal and Johnson
//! 2015, as in spaCy's `ArcEager`; greedy, non-monotonic).

use super::transition::{Parts, Scorer, best_move};
use super::tree::{Label, Tree};
use super::weights::Weights;

/// Tokens of a state that the scorer looks at.
const PLACES: usize = 8;

/// Kinds of moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Shift,
    Reduce,
    Left,
    Right,
    Break,
}

/// A move with the label of the arc that it makes.
#[derive(Debug, Clone)]
struct Move {
    kind: Kind,
    label: Label,
}

/// The parser.
#[derive(Debug)]
pub(super) struct Parser {
    scorer: Scorer,
    moves: Vec<Move>,
}

impl Parser {
    /// Read the parser; `names` are its moves, such as `L-nsubj`, in the order of the scores.
    pub(super) fn new(weights: &Weights, names: &[String]) -> Self {
        let parse = |name: &String| {
            let (kind, label) = name.split_once('-').unwrap_or((name, "ROOT"));
            let kind = match kind {
                "S" => Kind::Shift,
                "D" => Kind::Reduce,
                "L" => Kind::Left,
                "R" => Kind::Right,
                _ => Kind::Break,
            };
            Move { kind, label: Label::parse(label) }
        };
        let moves: Vec<Move> = names.iter().map(parse).collect();
        Self { scorer: Scorer::new(weights, "parser", PLACES, moves.len()), moves }
    }

    /// What tokens with these vectors add to the scores.
    pub(super) fn parts(&self, vectors: &[f32]) -> Parts {
        self.scorer.parts(vectors)
    }

    /// Heads and labels of the tokens of a line. `is_space` tells which of them are white space.
    pub(super) fn parse(&self, parts: &Parts, is_space: &[bool]) -> Tree {
        let mut state = State::new(is_space.len());
        let mut scores = Vec::new();
        while !state.is_final() {
            self.scorer.scores(parts, &state.places(), &mut scores);
            let allowed = state.allowed();
            let Some(best) = best_move(&scores, |number| allowed[self.moves[number].kind as usize]) else { break };
            let Move { kind, label } = &self.moves[best];
            state.apply(*kind, *label);
        }
        Tree::new(&state.heads, state.labels, is_space)
    }
}

/// The state of a parse: a stack, a buffer, and the arcs made so far.
#[derive(Debug)]
struct State {
    length: usize,
    stack: Vec<usize>,
    /// Tokens put back from the stack; the last one is the front of the buffer.
    returned: Vec<usize>,
    /// The first token that was never on the stack.
    next: usize,
    heads: Vec<Option<usize>>,
    labels: Vec<Label>,
    /// The child attached last to the left and to the right of each token, and for each child the one before it.
    last_left: Vec<Option<usize>>,
    last_right: Vec<Option<usize>>,
    previous: Vec<Option<usize>>,
    was_returned: Vec<bool>,
    sentence_start: Vec<bool>,
}

impl State {
    fn new(length: usize) -> Self {
        Self {
            length,
            stack: Vec::new(),
            returned: Vec::new(),
            next: 0,
            heads: vec![None; length],
            labels: vec![Label::default(); length],
            last_left: vec![None; length],
            last_right: vec![None; length],
            previous: vec![None; length],
            was_returned: vec![false; length],
            sentence_start: vec![false; length],
        }
    }

    fn stack(&self, depth: usize) -> Option<usize> {
        self.stack.len().checked_sub(depth + 1).map(|at| self.stack[at])
    }

    fn buffer(&self, place: usize) -> Option<usize> {
        match self.returned.len().checked_sub(place + 1) {
            Some(at) => Some(self.returned[at]),
            None => Some(self.next + place - self.returned.len()).filter(|&token| token < self.length),
        }
    }

    fn buffer_length(&self) -> usize {
        self.length - self.next + self.returned.len()
    }

    fn is_final(&self) -> bool {
        self.stack.is_empty() && self.buffer_length() == 0
    }

    fn starts_sentence(&self, token: Option<usize>) -> bool {
        token.is_some_and(|token| self.sentence_start[token])
    }

    /// Front and second of the buffer, the three top tokens of the stack, the leftmost child of the front, and the
    /// leftmost and rightmost children of the top.
    fn places(&self) -> [Option<usize>; PLACES] {
        let (front, top) = (self.buffer(0), self.stack(0));
        [
            front,
            self.buffer(1),
            top,
            self.stack(1),
            self.stack(2),
            front.and_then(|token| self.last_left[token]),
            top.and_then(|token| self.last_left[token]),
            top.and_then(|token| self.last_right[token]),
        ]
    }

    /// Which kinds of moves are allowed, in the order of [`Kind`].
    fn allowed(&self) -> [bool; 5] {
        let (front, second) = (self.buffer(0), self.buffer(1));
        let stacked = !self.stack.is_empty();
        let closed = self.starts_sentence(front);
        let returned = front.is_some_and(|token| self.was_returned[token]);
        let shift = !stacked || self.buffer_length() >= 2 && !closed && !returned;
        let arc = stacked && front.is_some() && !closed;
        let adjacent = front.zip(second).is_some_and(|(front, second)| second == front + 1);
        [shift, stacked, arc, arc, adjacent && !self.starts_sentence(second)]
    }

    fn apply(&mut self, kind: Kind, label: Label) {
        match kind {
            Kind::Shift => self.push(),
            Kind::Reduce => self.reduce(),
            Kind::Left => {
                if let (Some(front), Some(top)) = (self.buffer(0), self.stack.pop()) {
                    self.attach(front, top, label);
                    self.was_returned[front] = false;
                }
            }
            Kind::Right => {
                if let (Some(front), Some(top)) = (self.buffer(0), self.stack(0)) {
                    self.attach(top, front, label);
                    self.push();
                }
            }
            Kind::Break => {
                if let Some(second) = self.buffer(1) {
                    self.sentence_start[second] = true;
                }
            }
        }
    }

    fn push(&mut self) {
        let token = self.returned.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        self.stack.push(token);
    }

    /// Pop the top of the stack; without a head it goes back to the buffer, unless it is alone.
    fn reduce(&mut self) {
        let alone = self.stack.len() == 1;
        if let Some(top) = self.stack.pop()
            && self.heads[top].is_none()
            && !alone
        {
            self.was_returned[top] = true;
            self.returned.push(top);
        }
    }

    /// Make an arc. An older head of the child is to its left and has no later right child, so the older arc is the
    /// last one of its head.
    fn attach(&mut self, head: usize, child: usize, label: Label) {
        if let Some(old) = self.heads[child] {
            let last = if old > child { &mut self.last_left[old] } else { &mut self.last_right[old] };
            *last = self.previous[child];
        }
        let last = if head > child { &mut self.last_left[head] } else { &mut self.last_right[head] };
        self.previous[child] = last.replace(child);
        self.heads[child] = Some(head);
        self.labels[child] = label;
    }
}
