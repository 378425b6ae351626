//! Titles of relative clauses: what the pronoun stands for is shown in brackets where it would stand, or before the clause.

use super::Selection;
use crate::language::{Dep, EntityLabel, Tag};

/// The longest noun phrase that is shown in brackets, in words.
const LONG: usize = 9;

impl Selection<'_, '_> {
    /// "the pact which Italy signed": "Italy signed [the pact]"; a long phrase stays before the clause.
    pub(super) fn fill_gap(&mut self, verb: usize, thing: usize) {
        let syntax = self.syntax;
        let thing = self.whole_thing(thing);
        let mut at = verb;
        // "a round that Oman has offered to host": behind the last verb.
        while let Some(below) = syntax.by(at, &[Dep::Xcomp]).find(|below| *below > at && syntax.is_verb(*below)) {
            at = below;
        }
        let open = syntax.by(at, &[Dep::Dobj]).all(|object| matches!(syntax.tag(object), Tag::Wdt | Tag::Wp))
            && syntax.by(at, &[Dep::Ccomp]).next().is_none();
        let words = self.bare(thing, verb);
        if !open || words.len() > LONG {
            self.phrase(thing);
            return;
        }
        // "fell out with", "carried out": behind what goes with the verb.
        let bare = |word: &usize| *word > at && (syntax.dep(*word) == Dep::Prt || syntax.children(*word).next().is_none());
        let behind = syntax.by(at, &[Dep::Prt, Dep::Prep]).rfind(bare).unwrap_or(at);
        self.kept.insert(behind);
        self.filled.insert(behind, words);
    }

    /// The words of a noun without the clause of a verb.
    fn bare(&self, noun: usize, verb: usize) -> Vec<usize> {
        let clause = self.syntax.phrase(verb);
        let clause = if clause.contains(&noun) { noun + 1..clause.end } else { clause };
        self.of_phrase(noun).into_iter().filter(|word| !clause.contains(word)).collect()
    }

    /// "the league, whose board meets": "[the league’s] board meets".
    fn whose(&mut self, verb: usize) {
        let syntax = self.syntax;
        let Some(whose) = self.kept.iter().copied().find(|word| syntax.tag(*word) == Tag::WpPoss && syntax.dominates(verb, *word)) else {
            return;
        };
        let Some(owner) = syntax.antecedent(whose) else { return };
        let words = self.bare(owner, verb);
        if words.len() <= LONG {
            self.filled.insert(whose, words);
        } else {
            self.phrase(owner);
        }
    }

    /// "Taiwan, with which Kiribati cut ties": "Kiribati cut ties [with Taiwan]".
    fn with_which(&mut self, verb: usize) {
        let syntax = self.syntax;
        let which = |word: usize| syntax.object_of(word).filter(|object| matches!(syntax.tag(*object), Tag::Wdt | Tag::Wp));
        let Some((word, pronoun)) = syntax.by(verb, &[Dep::Prep]).filter(|word| *word < verb).find_map(|word| Some((word, which(word)?)))
        else {
            return;
        };
        // "an agreement on the principles of a peace, under which": the parser hangs the clause on the last noun.
        let inner = |thing: usize| syntax.dep(thing) == Dep::Pobj && syntax.head(thing).is_some_and(|of| syntax.lower(of) == "of");
        // The parser may hang the clause on the verb.
        let beside = || syntax.comma_before(verb).and_then(|comma| comma.checked_sub(1)).filter(|noun| syntax.is_noun(*noun));
        let dates = |thing: usize| syntax.entity(thing).is_some_and(|entity| matches!(entity.label, EntityLabel::Date | EntityLabel::Time));
        let thing = syntax.antecedent(pronoun).or_else(beside).filter(|thing| !inner(*thing) && !dates(*thing));
        let Some(thing) = thing else { return };
        let mut words = self.bare(thing, verb);
        // "The course of the border would be discussed at a meeting, to which": what stands before something else is not meant.
        let far = words.last().is_none_or(|last| syntax.phrase(*last).end + 1 < word);
        if words.len() > LONG || far {
            return;
        }
        words.insert(0, word);
        let object = syntax.by(verb, &[Dep::Dobj]).rfind(|object| *object > verb);
        let behind = object.and_then(|object| self.kept.range(object..syntax.phrase(object).end).last().copied()).unwrap_or(verb);
        self.kept.remove(&word);
        self.kept.remove(&pronoun);
        self.filled.insert(behind, words);
    }

    /// "the pact on migration which Italy signed": the parser hangs the clause on "migration", a noun that nothing makes one thing.
    fn whole_thing(&self, noun: usize) -> usize {
        let syntax = self.syntax;
        let bare = syntax.dep(noun) == Dep::Pobj && syntax.tag(noun) == Tag::Nn && syntax.by(noun, &[Dep::Det, Dep::Poss]).next().is_none();
        let above = syntax.head(noun).and_then(|preposition| syntax.head(preposition)).filter(|above| bare && syntax.is_noun(*above));
        above.unwrap_or(noun)
    }

    /// "which Brussels accuses of carrying oil" does not stand alone: what the pronoun stands for comes before it.
    pub(super) fn relative(&mut self, verb: usize) {
        let syntax = self.syntax;
        self.whose(verb);
        self.with_which(verb);
        let is_pronoun = |index: &usize| matches!(syntax.tag(*index), Tag::Wdt | Tag::Wp);
        let Some(pronoun) = self.kept.iter().copied().find(is_pronoun).filter(|index| syntax.dominates(verb, *index) && *index < verb)
        else {
            return;
        };
        let mut clause = verb;
        for _ in 0..4 {
            match (syntax.dep(clause), syntax.head(clause)) {
                (Dep::Relcl, Some(noun)) if noun < pronoun => {
                    self.phrase(noun);
                    self.kept.retain(|index| {
                        *index == pronoun || !syntax.dominates(noun, *index) || *index < pronoun || syntax.dominates(clause, *index)
                    });
                    return;
                }
                (Dep::Conj | Dep::Xcomp | Dep::Ccomp, Some(head)) => clause = head,
                _ => return,
            }
        }
    }
}
