//! Whose ambassador it was, whose border: the other state of a step between two that names only one of them.

use super::Reader;
use crate::event::clause::arguments::{Arguments, arguments};
use crate::event::lexicon::lexicon;
use crate::event::trigger::Trigger;
use crate::language::{Dep, Syntax};
use crate::model::{ActorKind, Role};

impl Reader<'_, '_, '_> {
    /// "closed the border with Peru", "recalled its ambassador, accused Peru of theft and shut the border": Peru.
    pub(super) fn broken_ties(&mut self, trigger: &Trigger, verb: usize, found: &Arguments) {
        let syntax = self.syntax;
        let between = |noun: usize| lexicon().is("between-states", syntax.lemma(noun));
        let tie = found.patient.is_some_and(|object| {
            let compound = syntax.by(object, &[Dep::Compound]).any(between);
            between(object) || compound
        });
        let steps = lexicon().is("breaking-off", syntax.lemma(verb));
        if !tie || !steps || trigger.head != verb || found.passive {
            return;
        }
        let agents: Vec<usize> = self.out.roles.iter().map(|(actor, _)| *actor).collect();
        if agents.len() != 1 {
            return;
        }
        let own = |actor: usize| {
            let actor = &self.actors.actors[actor];
            if actor.kind == ActorKind::Country { Some(actor.name.as_str()) } else { actor.affiliation.as_deref() }
        };
        let states: Vec<Option<&str>> = agents.iter().map(|actor| own(*actor)).collect();
        let mut others = self.away(found);
        if others.is_empty() {
            others = self.beside_in_chain(verb);
        }
        others.retain(|actor| {
            let state = &self.actors.actors[*actor];
            state.kind == ActorKind::Country && !states.contains(&Some(state.name.as_str()))
        });
        others.dedup();
        if others.len() == 1 {
            self.out.add(&others, Role::Patient);
        }
    }

    /// "its border with Peru", "its ambassador to Peru": the other state. "Recalled its ambassador from Lima" says where he was.
    fn away(&self, found: &Arguments) -> Vec<usize> {
        let syntax = self.syntax;
        let within = found.patient.into_iter().flat_map(|object| syntax.by(object, &[Dep::Prep]).collect::<Vec<_>>());
        let within = within.filter_map(|word| Some((word, syntax.object_of(word)?)));
        let all = found.oblique.iter().copied().chain(within);
        let all = all.filter(|(word, _)| matches!(syntax.lower(*word), "with" | "to"));
        all.flat_map(|(_, object)| self.actors.denoted(syntax, object).actors).collect()
    }

    /// The states that the verbs joined to this one act on or speak of.
    fn beside_in_chain(&self, verb: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let chain = chain_of(syntax, verb);
        let objects = chain.into_iter().filter(|other| *other != verb).flat_map(|other| {
            let found = arguments(syntax, other);
            let at = found.oblique.iter().filter(|(word, _)| matches!(syntax.lower(*word), "on" | "against" | "at")).map(|(_, noun)| *noun);
            found.patient.filter(|_| !found.passive).into_iter().chain(found.dative).chain(at.collect::<Vec<_>>()).collect::<Vec<_>>()
        });
        objects.flat_map(|object| self.who(object)).collect()
    }
}

/// The verbs that "and" and commas join, this one included.
fn chain_of(syntax: &Syntax, verb: usize) -> Vec<usize> {
    let mut first = verb;
    while let Some(above) = syntax.head(first).filter(|above| syntax.dep(first) == Dep::Conj && syntax.is_verb(*above)) {
        first = above;
    }
    let mut chain = vec![first];
    let mut at = 0;
    while at < chain.len() {
        let joined: Vec<usize> = syntax.by(chain[at], &[Dep::Conj]).filter(|next| syntax.is_verb(*next)).collect();
        chain.extend(joined);
        at += 1;
    }
    chain
}
