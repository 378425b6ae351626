//! Who is meant by "it".

use super::clause_subjects::Fit;
use super::{Resolver, Seen};
use crate::actor::lexicon::lexicon;
use crate::language::{Dep, Tag};
use crate::model::ActorKind;

impl Resolver<'_, '_, '_> {
    /// "it", "its": a body or state; nobody if it may be a thing.
    pub(super) fn neuter(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let possessive = syntax.tag(index) == Tag::PrpPoss;
        let verb = syntax.head(index)?;
        // "It is due to land": "due", unlike "clear", is said of something.
        let due = syntax.by(verb, &[Dep::Acomp]).any(|word| lexicon().is("said-of-someone", syntax.lower(word)));
        if !possessive
            && (syntax.dep(index) != Dep::Nsubj || !syntax.is_verb(verb) || lexicon().is("impersonal-verb", syntax.lemma(verb)) && !due)
        {
            return None;
        }
        let sentence = syntax.sentence_of(index);
        if let Some(subject) = self.its_own(index) {
            return self.seen_at(subject).map(<[usize]>::to_vec);
        }
        let barred = self.barred(index);
        let body = |actor: &usize| self.actors[*actor].kind != ActorKind::Person;
        if let Some(speaker) = self.speaker_above(index).filter(|speaker| speaker.iter().all(body)) {
            return Some(speaker);
        }
        if let Some(doer) = self.who_is_to_act(index).filter(|doer| possessive && doer.iter().all(body)) {
            return Some(doer);
        }
        match self.nearest(index, |noun| self.meant_by_it(noun, &barred)) {
            Fit::Actors(actors) => return Some(actors),
            Fit::Unnamed => return None,
            Fit::None => {}
        }
        let fits = |seen: &&Seen| {
            seen.subject
                && seen.actors.len() == 1
                && seen.actors.iter().all(|actor| self.actors[*actor].kind != ActorKind::Person && !barred.contains(actor))
        };
        let best = self.seen.iter().rev().take_while(|seen| seen.sentence + 1 >= sentence).find(fits)?;
        // "Chile will wait until Peru has gone. It denies": the subject of the sentence before, not of a clause in it.
        let opens = !possessive && syntax.dep(verb) == Dep::Root && best.sentence < sentence;
        let within = self.seen.iter().rev().take_while(|seen| seen.sentence >= best.sentence).filter(fits);
        let main = within.filter(|seen| syntax.head(syntax.first_conjunct(seen.token)).is_some_and(|verb| syntax.dep(verb) == Dep::Root));
        Some(main.last().filter(|_| opens).unwrap_or(best).actors.clone())
    }

    /// Whether a noun can be "it": a body or state, or a thing.
    fn meant_by_it(&self, noun: usize, barred: &[usize]) -> Fit {
        let syntax = self.syntax;
        if syntax.by(noun, &[Dep::Conj]).next().is_some() {
            return Fit::None;
        }
        match self.seen_at(noun) {
            Some([actor]) if self.actors[*actor].kind != ActorKind::Person && !barred.contains(actor) => return Fit::Actors(vec![*actor]),
            Some(_) => return Fit::None,
            None => {}
        }
        let thing = matches!(syntax.tag(noun), Tag::Nn | Tag::Nnp) && !self.is_person(noun);
        let it = lexicon().is("it", syntax.lower(noun));
        if thing || it { Fit::Unnamed } else { Fit::None }
    }

    /// Whether a noun is a person whom nothing names: "the spokesman", "a man".
    fn is_person(&self, noun: usize) -> bool {
        let word = self.syntax.lower(noun);
        crate::actor::is_role(word) || crate::actor::is_people(word) || lexicon().is("individual", word)
    }
}
