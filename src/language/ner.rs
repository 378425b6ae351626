//! The named entity recogniser: a transition system that reads the line once and begins, continues, ends or leaves out
//! an entity at each token (BILUO scheme, as in spaCy's `BiluoPushDown`; greedy).

use super::analysis::EntityLabel;
use super::transition::{Parts, Scorer, best_move};
use super::weights::Weights;

/// Tokens of a state that the scorer looks at.
const PLACES: usize = 3;

/// Moves.
#[derive(Debug, Clone, Copy)]
enum Move {
    Begin(EntityLabel),
    In(EntityLabel),
    Last(EntityLabel),
    Unit(EntityLabel),
    Out,
    /// A move that only entities set beforehand allow.
    Never,
}

/// The recogniser.
#[derive(Debug)]
pub(super) struct Recogniser {
    scorer: Scorer,
    moves: Vec<Move>,
}

/// An entity of a line: first token, the token after the last one, label.
pub(super) type Found = (usize, usize, EntityLabel);

impl Recogniser {
    /// Read the recogniser; `names` are its moves, such as `B-ORG`, in the order of the scores.
    pub(super) fn new(weights: &Weights, names: &[String]) -> Self {
        let parse = |name: &String| {
            let parsed = name.split_once('-').map(|(kind, label)| (kind, label.parse()));
            match parsed {
                Some(("B", Ok(label))) => Move::Begin(label),
                Some(("I", Ok(label))) => Move::In(label),
                Some(("L", Ok(label))) => Move::Last(label),
                Some(("U", Ok(label))) => Move::Unit(label),
                None => Move::Out,
                _ => Move::Never,
            }
        };
        let moves: Vec<Move> = names.iter().map(parse).collect();
        Self { scorer: Scorer::new(weights, "ner", PLACES, moves.len()), moves }
    }

    /// What tokens with these vectors add to the scores.
    pub(super) fn parts(&self, vectors: &[f32]) -> Parts {
        self.scorer.parts(vectors)
    }

    /// The entities of a line. None starts or goes on past the start of a sentence, none starts with white space.
    pub(super) fn recognise(&self, parts: &Parts, starts: &[bool], is_space: &[bool]) -> Vec<Found> {
        let count = starts.len();
        let mut found = Vec::new();
        let mut open: Option<(usize, EntityLabel)> = None;
        let mut scores = Vec::new();
        for token in 0..count {
            let first = open.map(|(start, _)| start);
            // The third place is the token before, and only inside an entity.
            let places = [Some(token), first, first.and_then(|_| token.checked_sub(1))];
            self.scorer.scores(parts, &places, &mut scores);
            let at_end = token + 1 >= count || starts[token + 1];
            let allowed = |number: usize| match (self.moves[number], open) {
                (Move::Begin(_), None) => !at_end && !is_space[token],
                (Move::In(label), Some((_, current))) => !at_end && label == current,
                (Move::Last(label), Some((_, current))) => label == current,
                (Move::Unit(_), None) => !is_space[token],
                (Move::Out, None) => true,
                _ => false,
            };
            match best_move(&scores, allowed).map(|best| self.moves[best]) {
                Some(Move::Begin(label)) => open = Some((token, label)),
                Some(Move::Last(label)) => {
                    if let Some((start, _)) = open.take() {
                        found.push((start, token + 1, label));
                    }
                }
                Some(Move::Unit(label)) => found.push((token, token + 1, label)),
                _ => {}
            }
        }
        found
    }
}
