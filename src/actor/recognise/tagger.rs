//! The best legal row of labels for each sentence (Viterbi 1967), and the names it tells.

use super::features::features;
use super::labels::{Label, RecognisedName, from_labels, may_follow};
use super::weights::{LABELS, Weights};
use crate::language::Syntax;
use std::sync::LazyLock;

static WEIGHTS: LazyLock<Weights> =
    LazyLock::new(|| Weights::unpack(include_bytes!("../../../assets/names/names.bin")).expect("the embedded weights are whole"));

/// The labels whose scores and transitions sum highest. The first row of `transitions` is for the start of a sentence.
pub fn best_path(scores: &[[f32; LABELS]], transitions: &[[f32; LABELS]; LABELS + 1]) -> Vec<Label> {
    let numbered = || (0_u8..).take(LABELS);
    let Some(first) = scores.first() else { return Vec::new() };
    let mut best = [f32::NEG_INFINITY; LABELS];
    for label in numbered().filter(|label| may_follow(None, Some(*label))) {
        best[usize::from(label)] = first[usize::from(label)] + transitions[0][usize::from(label)];
    }
    let mut came: Vec<[Label; LABELS]> = Vec::with_capacity(scores.len());
    for row in &scores[1..] {
        let mut next = [f32::NEG_INFINITY; LABELS];
        let mut from = [0; LABELS];
        for label in numbered() {
            for before in numbered().filter(|before| may_follow(Some(*before), Some(label))) {
                let (to, at) = (usize::from(label), usize::from(before));
                let score = best[at] + transitions[at + 1][to] + row[to];
                if score > next[to] {
                    (next[to], from[to]) = (score, before);
                }
            }
        }
        came.push(from);
        best = next;
    }
    let ends = numbered().filter(|label| may_follow(Some(*label), None));
    let mut last = ends.max_by(|a, b| best[usize::from(*a)].total_cmp(&best[usize::from(*b)])).unwrap_or_default();
    let mut path = vec![last];
    for from in came.iter().rev() {
        last = from[usize::from(last)];
        path.push(last);
    }
    path.reverse();
    path
}

impl Weights {
    /// The labels of a sentence whose tokens have these features.
    pub fn label(&self, features: &[Vec<u32>]) -> Vec<Label> {
        let scores: Vec<_> = features.iter().map(|row| self.scores(row)).collect();
        best_path(&scores, self.transitions())
    }
}

/// The names of a text in order, without overlap.
pub fn recognise(syntax: &Syntax) -> Vec<RecognisedName> {
    let weights = &*WEIGHTS;
    let features = features(syntax);
    let mut labels = vec![0; syntax.len()];
    for number in 0..syntax.analysis.sentences.len() {
        let range = syntax.sentence(number);
        labels[range.clone()].copy_from_slice(&weights.label(&features[range]));
    }
    from_labels(&labels)
}
