//! The whole sentence as a title, where the clause that was kept of it would not stand alone.

use super::Selection;
use super::fit::ROOM;
use crate::event::clause::arguments::{is_finite, is_main_participle};
use crate::event::lexicon::lexicon;
use crate::language::{Dep, Pos, Tag};
use std::collections::BTreeSet;

impl Selection<'_, '_> {
    /// Keeps the sentence of a verb if its clause has lost what a clause needs, or leaves open whom a pronoun means that the sentence tells.
    pub(super) fn whole_if_needed(&mut self, verb: usize) {
        let syntax = self.syntax;
        let sentence = self.told_words(syntax.sentence_of(verb));
        let length = sentence.len() + sentence.iter().map(|word| syntax.word(*word).chars().count()).sum::<usize>();
        if length <= ROOM && (!self.is_clause(verb) || self.leaves_open()) {
            self.kept = sentence;
            self.filled.clear();
        }
    }

    /// The words of a sentence without the stop at its end and the place that a report begins with: "LIMA - ".
    fn told_words(&self, number: usize) -> BTreeSet<usize> {
        let syntax = self.syntax;
        let mut range = syntax.sentence(number);
        while range.len() > 1 && matches!(syntax.word(range.end - 1), "." | ";" | ",") {
            range.end -= 1;
        }
        let dash = range.clone().take(4).find(|word| matches!(syntax.word(*word), "-" | "–" | "—") && !syntax.is_glued(*word));
        if let Some(dash) =
            dash.filter(|dash| (range.start..*dash).all(|word| matches!(syntax.pos(word), Pos::Propn | Pos::Noun | Pos::Punct)))
        {
            range.start = dash + 1;
        }
        range.collect()
    }

    /// Whether what is kept has a verb in a tense that is not a relative clause's, and does not begin inside one ("Of which only one").
    fn is_clause(&self, verb: usize) -> bool {
        let syntax = self.syntax;
        // "the ministers, who want to send troops"
        let of_somebody = |clause: usize| {
            let somebody = |noun: usize| crate::actor::is_role(syntax.lemma(noun)) || self.actors.at(noun).is_some();
            syntax.dominates(clause, verb) && syntax.head(clause).is_some_and(somebody)
        };
        let told = |word: &usize| {
            let finite = syntax.is_verb(*word) && is_finite(syntax, syntax.first_conjunct(*word)) || syntax.pos(*word) == Pos::Aux;
            finite && (*word == verb || syntax.dep(*word) != Dep::Relcl || of_somebody(*word))
        };
        let mut first = self.kept.iter().filter(|word| syntax.pos(**word) != Pos::Punct);
        let begins = first.next().zip(first.next());
        let within =
            begins.is_some_and(|(first, second)| syntax.pos(*first) == Pos::Adp && matches!(syntax.tag(*second), Tag::Wdt | Tag::Wp));
        (self.kept.iter().any(told) || is_main_participle(syntax, verb)) && !within
    }

    /// Whether a pronoun is left that nobody is shown for, while a noun was left out that it may mean.
    fn leaves_open(&self) -> bool {
        let syntax = self.syntax;
        self.kept.iter().any(|&pronoun| {
            let several = lexicon().is("plural-pronoun", syntax.lower(pronoun));
            let thing = lexicon().is("thing-pronoun", syntax.lower(pronoun));
            if !several && !thing || self.actors.at(pronoun).is_some() || syntax.dep(pronoun) == Dep::Expl {
                return false;
            }
            let fits = |noun: &usize| {
                let plural = matches!(syntax.tag(*noun), Tag::Nns | Tag::Nnps);
                syntax.is_noun(*noun) && syntax.dep(*noun) != Dep::Compound && plural == several
            };
            let start = syntax.sentence(syntax.sentence_of(pronoun)).start;
            let mut nouns = (start..pronoun).filter(fits).peekable();
            nouns.peek().is_some() && !nouns.any(|noun| self.kept.contains(&noun))
        })
    }
}
