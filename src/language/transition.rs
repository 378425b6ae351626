//! The network that scores the next move of a transition system (spaCy's `TransitionBasedParser.v2`): each token's
//! part of the hidden layer is computed once for each place that it can take in a state, and a state adds these up.

use super::encoder::WIDTH;
use super::linear::Linear;
use super::weights::Weights;

/// Units of the hidden layer.
const HIDDEN: usize = 64;
/// Pieces of a maxout unit.
const PIECES: usize = 2;
/// Numbers of the hidden layer before maxout: piece by piece.
const WIDE: usize = HIDDEN * PIECES;

/// The scorer of a transition system.
#[derive(Debug)]
pub(super) struct Scorer {
    places: usize,
    reduce: Linear,
    state: Linear,
    /// What an empty place adds.
    pad: Vec<f32>,
    bias: Vec<f32>,
    score: Linear,
}

/// What the tokens of some lines add to the hidden layer in each place of a state.
#[derive(Debug)]
pub(super) struct Parts {
    numbers: Vec<f32>,
}

impl Scorer {
    /// Read the scorer `name` for states of `places` tokens and a number of moves.
    pub(super) fn new(weights: &Weights, name: &str, places: usize, moves: usize) -> Self {
        let read = |what: &str| weights.numbers(&format!("{name}.{what}"));
        let reduce = read("reduce.weight");
        let state = read("state.weight");
        let (pad, bias) = (read("state.pad"), read("state.bias"));
        let score = read("score.weight");
        // The file holds the pieces of a unit side by side; here a piece of all units stands together.
        let unit = |number: usize| number / WIDE * WIDE + number % HIDDEN * PIECES + number % WIDE / HIDDEN;
        Self {
            places,
            reduce: Linear::new(WIDTH, HIDDEN, |output, input| reduce[output * WIDTH + input]).with_bias(read("reduce.bias").into_iter()),
            state: Linear::new(HIDDEN, places * WIDE, |output, input| state[unit(output) * HIDDEN + input]),
            pad: (0..places * WIDE).map(|number| pad[unit(number)]).collect(),
            bias: (0..WIDE).map(|number| bias[unit(number)]).collect(),
            score: Linear::new(HIDDEN, moves, |output, input| score[output * HIDDEN + input]).with_bias(read("score.bias").into_iter()),
        }
    }

    /// What the tokens with these vectors add.
    pub(super) fn parts(&self, vectors: &[f32]) -> Parts {
        let count = vectors.len() / WIDTH;
        let mut reduced = vec![0.0; count * HIDDEN];
        self.reduce.apply(vectors, WIDTH, &mut reduced);
        let mut numbers = vec![0.0; count * self.state.outputs()];
        self.state.apply(&reduced, HIDDEN, &mut numbers);
        Parts { numbers }
    }

    /// Scores of all moves in a state that holds these tokens.
    pub(super) fn scores(&self, parts: &Parts, tokens: &[Option<usize>], scores: &mut Vec<f32>) {
        let mut wide = [0.0; WIDE];
        for (place, token) in tokens.iter().enumerate() {
            let row = match token {
                Some(token) => &parts.numbers[token * self.places * WIDE..],
                None => &self.pad[..],
            };
            for (sum, value) in wide.iter_mut().zip(&row[place * WIDE..][..WIDE]) {
                *sum += value;
            }
        }
        let mut hidden = [0.0; HIDDEN];
        for (unit, best) in hidden.iter_mut().enumerate() {
            let (a, b) = (wide[unit] + self.bias[unit], wide[unit + HIDDEN] + self.bias[unit + HIDDEN]);
            *best = if b > a { b } else { a };
        }
        scores.resize(self.score.outputs(), 0.0);
        self.score.apply(&hidden, HIDDEN, scores);
    }
}

/// The first best-scored move among those that are allowed.
pub(super) fn best_move(scores: &[f32], allowed: impl Fn(usize) -> bool) -> Option<usize> {
    let mut best: Option<(usize, f32)> = None;
    for (number, &score) in scores.iter().enumerate() {
        if best.is_none_or(|(_, top)| score > top) && allowed(number) {
            best = Some((number, score));
        }
    }
    best.map(|(number, _)| number)
}
