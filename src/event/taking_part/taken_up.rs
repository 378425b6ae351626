//! Who takes part in an event that goes on telling the one before: "the attack", "he took the call".

use crate::event::article_events::{Candidate, Reader};
use crate::event::clause::arguments;
use crate::event::lexicon::lexicon;
use crate::event::trigger::Trigger;
use crate::language::{Dep, Tag};
use crate::model::{ActorKind, Kind, Modality, Role};

impl Reader<'_, '_, '_> {
    /// What an attack told without its author takes from the attack told just before, in the same paragraph.
    pub(in crate::event) fn take_up(&self, candidate: &mut Candidate) {
        if candidate.trigger.kind != Kind::Attack || candidate.modality != Modality::Happened {
            return;
        }
        // "On Monday a missile struck a ship": another attack, of which nobody says whose it was.
        if candidate.own.is_some() && self.is_another(candidate.trigger) {
            return;
        }
        let block = self.page.block_number(candidate.trigger.head);
        let agent = candidate.cast.roles.iter().any(|(_, role)| *role == Role::Agent);
        let before = self
            .out
            .iter()
            .rev()
            .take_while(|(_, other, _)| *other == block)
            .find(|(event, ..)| event.kind == Kind::Attack && event.modality == Modality::Happened);
        if let Some((event, _, head)) = before.filter(|_| !agent) {
            let near = self.page.syntax.sentence_of(candidate.trigger.head) <= self.page.syntax.sentence_of(*head) + 2;
            let anonymous = self.anonymous_agent(candidate.trigger);
            if near && anonymous {
                for (actor, role) in &event.participants {
                    if !candidate.cast.roles.iter().any(|(known, _)| known == actor) {
                        candidate.cast.roles.push((*actor, *role));
                    }
                }
                if candidate.cast.place.is_none() {
                    candidate.cast.place.clone_from(&event.place);
                }
            }
        }
    }

    /// "In the town a drone struck a school", "forty drones were shot down": of the only state that the text has told of as attacking.
    pub(in crate::event) fn attacker(&self, candidate: &mut Candidate) {
        let syntax = self.page.syntax;
        let trigger = candidate.trigger;
        let Some(verb) = trigger.verb(syntax).filter(|_| trigger.kind == Kind::Attack && candidate.modality == Modality::Happened) else {
            return;
        };
        let found = arguments::arguments(syntax, verb);
        let weapon = |index: usize| {
            let part = syntax.by(index, &[Dep::Prep]).filter(|word| syntax.lower(*word) == "of").find_map(|of| syntax.object_of(of));
            let noun = part.filter(|_| syntax.tag(index) == Tag::Cd).unwrap_or(index);
            lexicon().is("weapon", syntax.lemma(noun)) && self.actors.denoted(syntax, noun).actors.is_empty()
        };
        let strikes = found.agent.is_some_and(weapon) && !candidate.cast.roles.iter().any(|(_, role)| *role == Role::Agent);
        // "shot down or jammed forty drones": the object may hang on the second verb.
        let shared = syntax.by(verb, &[Dep::Conj]).find_map(|other| syntax.first(other, &[Dep::Dobj]));
        let downed = found.patient.or(shared).is_some_and(weapon) && lexicon().is("downing", syntax.lemma(verb));
        if !strikes && !downed {
            return;
        }
        if let Some(only) = self.only_attacker() {
            candidate.cast.add(&[only], if downed { Role::Patient } else { Role::Agent });
        }
    }

    /// The only state that the text has told of as attacking so far.
    pub(super) fn only_attacker(&self) -> Option<usize> {
        let state = |actor: &usize| self.actors.actors[*actor].kind == ActorKind::Country;
        let told = self.out.iter().filter(|(event, ..)| event.kind == Kind::Attack && !lexicon().is("downing", &event.lemma));
        let agents = told.flat_map(|(event, ..)| event.participants.iter().filter(|(_, role)| *role == Role::Agent));
        let mut states: Vec<usize> = agents.map(|(actor, _)| *actor).filter(state).collect();
        states.sort_unstable();
        states.dedup();
        if let [only] = states[..] { Some(only) } else { None }
    }

    /// "Throughout the trial, which opened in May": of whom the article has told that he was charged or tried.
    pub(in crate::event) fn tried(&self, candidate: &mut Candidate) {
        let syntax = self.page.syntax;
        let trigger = candidate.trigger;
        if trigger.kind != Kind::Legal || !candidate.cast.roles.is_empty() {
            return;
        }
        let subject = trigger.verb(syntax).map(|verb| arguments::arguments(syntax, verb));
        let nouns = [Some(trigger.head), subject.as_ref().and_then(|found| found.agent), subject.as_ref().and_then(|found| found.patient)];
        let definite = |noun: usize| syntax.by(noun, &[Dep::Det]).any(|det| lexicon().is("definite", syntax.lower(det)));
        let trial = |noun: &usize| definite(*noun) && crate::actor::is_word("trial", syntax.lower(*noun));
        if !nouns.into_iter().flatten().any(|noun| trial(&noun)) {
            return;
        }
        let person = |actor: usize| self.actors.actors[actor].kind == ActorKind::Person;
        let tried = self.out.iter().rev().filter(|(event, ..)| event.kind == Kind::Legal).find_map(|(event, ..)| {
            event.participants.iter().find(|(actor, role)| *role == Role::Patient && person(*actor)).map(|(actor, _)| *actor)
        });
        candidate.cast.roles.extend(tried.map(|actor| (actor, Role::Patient)));
    }

    /// "interrupted the meeting to take a call ... he took the call": the pronoun means who took it before.
    pub(in crate::event) fn same_agent(&self, candidate: &mut Candidate) {
        let syntax = self.page.syntax;
        let Some(light) = candidate.trigger.light else { return };
        let head = candidate.trigger.head;
        let definite = syntax.by(head, &[Dep::Det]).any(|index| lexicon().is("definite", syntax.lower(index)));
        let pronoun = syntax.by(light, &[Dep::Nsubj]).any(|index| syntax.tag(index) == Tag::Prp);
        if !definite || !pronoun {
            return;
        }
        let before = self.out.iter().rev().find(|(event, ..)| event.lemma == syntax.lemma(head) && event.kind == candidate.trigger.kind);
        if let Some((event, ..)) = before {
            candidate.cast.roles.clone_from(&event.participants);
        }
    }

    /// Whether a single weapon is told of that was not told of before: "a missile".
    fn is_another(&self, trigger: &Trigger) -> bool {
        let syntax = self.page.syntax;
        let agent = trigger.verb(syntax).and_then(|verb| arguments::arguments(syntax, verb).agent);
        agent.is_some_and(|agent| syntax.by(agent, &[Dep::Det]).any(|det| lexicon().is("indefinite", syntax.lower(det))))
    }

    /// Whether the attack has no author of its own, or only a weapon.
    fn anonymous_agent(&self, trigger: &Trigger) -> bool {
        let syntax = self.page.syntax;
        let weapon = |index: usize| lexicon().is("weapon", syntax.lemma(index));
        match trigger.verb(syntax) {
            Some(verb) => arguments::arguments(syntax, verb).agent.is_none_or(|agent| weapon(agent) || agent == trigger.head),
            None => true,
        }
    }
}
