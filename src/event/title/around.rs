//! What a title keeps from around its clause: who told of it, what was going on, the subject that the tree does not tell.

use super::Selection;
use crate::event::clause::arguments::is_finite;
use crate::event::clause::context::is_speech;
use crate::event::lexicon::lexicon;
use crate::language::{Dep, EntityLabel, Pos};

/// The longest clause of a circumstance that is kept, in words.
const LONG: usize = 24;

/// A title of so few words is told with what was going on.
pub(super) const FEW: usize = 6;

impl Selection<'_, '_> {
    /// Whether a phrase says who told of it: "according to the ministry".
    pub(super) fn is_source(&self, preposition: usize) -> bool {
        lexicon().is("title-source", self.syntax.lower(preposition))
    }

    /// Keeps who told of it, with the commas around.
    pub(super) fn source(&mut self, preposition: usize) {
        let syntax = self.syntax;
        self.phrase(preposition);
        self.kept.extend([syntax.comma_before(preposition), syntax.comma_after(preposition)].into_iter().flatten());
    }

    /// Keeps who told of what a verb tells: "according to the ministry, the plan provides ...".
    pub(super) fn sources(&mut self, verb: usize) {
        for preposition in self.syntax.by(verb, &[Dep::Prep]).filter(|child| self.is_source(*child)).collect::<Vec<_>>() {
            self.source(preposition);
        }
    }

    /// "At least 76 people were killed when the hotel collapsed", "In Bogota, two were killed": where little is told, what was going on.
    pub(super) fn circumstances(&mut self, verb: usize) {
        let syntax = self.syntax;
        if self.kept.len() > FEW || is_speech(syntax, verb) {
            return;
        }
        let after = syntax.by(verb, &[Dep::Advcl]).find(|clause| {
            let mark = |word: usize| lexicon().is("title-circumstance", syntax.lower(word));
            *clause > verb && syntax.phrase(*clause).len() <= LONG && mark(syntax.phrase(*clause).start)
        });
        let dates = |word: usize| {
            syntax
                .object_of(word)
                .and_then(|object| syntax.entity(object))
                .is_some_and(|entity| matches!(entity.label, EntityLabel::Date | EntityLabel::Time))
        };
        let before = syntax
            .by(verb, &[Dep::Prep])
            .find(|word| *word < verb && syntax.lower(*word) == "in" && !dates(*word) && self.size(*word) <= FEW);
        if let Some(clause) = after {
            self.kept.extend(syntax.phrase(clause));
        } else if let Some(place) = before {
            self.phrase(place);
            self.kept.extend(syntax.comma_after(place));
        }
    }

    /// Where the tree tells no subject, all that stands before the verb: a clause without one is none.
    pub(super) fn missing_subject(&mut self, verb: usize) {
        let syntax = self.syntax;
        let main = syntax.head(verb).is_none() && is_finite(syntax, verb);
        let named = |index: &usize| syntax.is_noun(*index) || syntax.pos(*index) == Pos::Pron;
        let start = syntax.sentence(syntax.sentence_of(verb)).start;
        if main && verb - start <= LONG && !self.kept.iter().any(named) {
            self.kept.extend(start..verb);
        }
    }
}
