//! Who is meant by a noun for several told of before: "the two leaders", "both sides", "the neighbours", "these leaders".

use super::{Resolver, Seen, WINDOW};
use crate::actor::lexicon::lexicon;
use crate::actor::local_actor::LocalActor;
use crate::actor::named::Named;
use crate::actor::role_phrase::RolePhrase;
use crate::language::Dep;
use crate::model::ActorKind;

/// What being named side by side counts for, in mentions.
const BESIDE: usize = 2;

/// So many sentences back "both" may have been told of.
const NEAR: usize = 2;

/// The most words between two names that "and" joins.
const JOINED: usize = 5;

/// Whether an office is that of a deputy.
fn is_second(phrase: &RolePhrase) -> bool {
    phrase.narrowing.iter().any(|word| matches!(word.as_str(), "vice" | "deputy" | "assistant"))
}

impl Resolver<'_, '_, '_> {
    /// "The neighbours broke off relations": the two states that the article told of last.
    fn neighbours(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        // "The neighbours, which fought in May": a clause behind a comma tells something more of them.
        let aside = |child: usize| syntax.dep(child) == Dep::Relcl && self.is_aside(child);
        let plain = syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Poss, Dep::Prep, Dep::Relcl]).all(aside);
        if !plain || !lexicon().is("mutual", syntax.lower(index)) {
            return None;
        }
        if let Some(two) = self.two_states_before(index) {
            return Some(two);
        }
        let states =
            self.salience(index).into_iter().map(|(actor, _)| actor).filter(|actor| self.actors[*actor].kind == ActorKind::Country);
        let mut states: Vec<usize> = states.collect();
        states.sort_unstable();
        (states.len() == 2).then_some(states)
    }

    /// "Thailand's prime minister will visit China. The two countries will sign": the only states that the sentence before names, if it is of
    /// the same paragraph.
    fn two_states_before(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let before = syntax.sentence_of(index).checked_sub(1)?;
        let range = syntax.sentence(before);
        if self.block(range.start) != self.block(index) {
            return None;
        }
        let named = self.names.named.iter().zip(self.names.of);
        let within = named.filter(|(named, _)| range.contains(&named.head) && named.kind == ActorKind::Country && !named.place);
        let mut states: Vec<usize> = within.filter_map(|(_, actor)| *actor).collect();
        states.sort_unstable();
        states.dedup();
        (states.len() == 2).then_some(states)
    }

    /// "the two leaders", "both sides", "the four men": as many persons, bodies or states told of last.
    pub(super) fn several(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let counted = syntax.children(index).find_map(|child| match syntax.lower(child) {
            "both" => Some(2),
            word => lexicon().position("counted", word).map(|place| place + 2),
        });
        // "The negotiators rose at dawn": of both sides.
        let plain = syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Poss, Dep::Prep]).next().is_none();
        if counted.is_none() && plain && lexicon().is("of-both-sides", syntax.lower(index)) {
            return self.opponents(&self.barred(index));
        }
        let Some(number) = counted else {
            return self
                .these(index)
                .or_else(|| self.neighbours(index))
                .or_else(|| self.office_of_each(index))
                .or_else(|| self.all_in_office(index))
                .or_else(|| self.states_in_office(index));
        };
        let noun = syntax.lower(index);
        let kind = if lexicon().is("pair-of-persons", noun) {
            ActorKind::Person
        } else if lexicon().is("pair-of-states", noun) {
            ActorKind::Country
        } else if lexicon().is("pair-of-bodies", noun) || number == 2 && lexicon().is("dealing-party", noun) {
            ActorKind::Organisation
        } else {
            return None;
        };
        let owned = syntax.by(index, &[Dep::Poss, Dep::Amod, Dep::Compound]).any(|owner| self.names.at(owner).is_some());
        if owned {
            return None;
        }
        let barred = self.barred_with_own_state(index);
        if number == 2 && (lexicon().is("opponents", noun) || lexicon().is("dealing-party", noun)) {
            // "senators from both parties" are of parties that nobody may have named.
            let of_people = syntax.dep(index) == Dep::Pobj
                && syntax
                    .head(index)
                    .and_then(|word| syntax.head(word))
                    .is_some_and(|above| lexicon().is("people", syntax.lower(above)) || lexicon().is("role", syntax.lemma(above)));
            return if of_people { None } else { self.opponents(&self.barred(index)) };
        }
        if let Some(two) = self
            .two_states_before(index)
            .filter(|two| number == 2 && kind == ActorKind::Country && !two.iter().any(|state| barred.contains(state)))
        {
            return Some(two);
        }
        let persons = number == 2 && kind == ActorKind::Person && !lexicon().is("leader", syntax.lemma(index));
        if let Some(two) = self.two_persons_near(index).filter(|_| persons) {
            return Some(two);
        }
        if let Some(listed) = self.listed(number, kind).filter(|_| number > 2) {
            return Some(listed);
        }
        let fits = |actor: &usize| {
            let official = kind == ActorKind::Organisation && self.is_official(*actor);
            self.actors[*actor].kind == kind && !barred.contains(actor) && !official
        };
        let mut fitting: Vec<usize> = self.salience(index).into_iter().map(|(actor, _)| actor).filter(fits).collect();
        // "both companies" are those that the text is about rather than those named last in passing.
        if kind == ActorKind::Organisation {
            let told = |actor: &usize| self.seen.iter().filter(|seen| seen.actors.contains(actor)).count();
            fitting = (0..self.actors.len()).filter(|actor| fits(actor) && told(actor) > 0).collect();
            fitting.sort_by_key(|actor| (std::cmp::Reverse(told(actor)), *actor));
        }
        if kind != ActorKind::Person && fitting.len() < number {
            self.add_theme_states(&mut fitting, fits);
        }
        // "the leaders" are those who are called so, if they are enough.
        let called: Vec<usize> = fitting.iter().copied().filter(|actor| self.leads(*actor)).collect();
        let fitting = if lexicon().is("leader", syntax.lemma(index)) && called.len() >= number { called } else { fitting };
        let mut several: Vec<usize> = fitting.into_iter().take(number).collect();
        several.sort_unstable();
        if several.len() < number { self.states_in_office(index).filter(|_| number == 2) } else { Some(several) }
    }

    /// "Peru, Chile and Bolivia met. ... The three countries": as many as the text named side by side last.
    fn listed(&self, number: usize, kind: ActorKind) -> Option<Vec<usize>> {
        let mut rest = self.seen.as_slice();
        while let Some(last) = rest.last() {
            let first = self.syntax.first_conjunct(last.token);
            let begin = rest.iter().rposition(|seen| self.syntax.first_conjunct(seen.token) != first).map_or(0, |before| before + 1);
            let mut all: Vec<usize> = rest[begin..].iter().flat_map(|seen| seen.actors.iter().copied()).collect();
            all.sort_unstable();
            all.dedup();
            if rest.len() - begin == number && all.len() == number && all.iter().all(|actor| self.actors[*actor].kind == kind) {
                return Some(all);
            }
            rest = &rest[..begin];
        }
        None
    }

    /// "between the Presidents of Chile and Peru": the persons who hold that office, if the article names one of each state.
    fn office_of_each(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let office = syntax.lower(index).strip_suffix('s').filter(|office| lexicon().is("in-office", office))?;
        let of = syntax.by(index, &[Dep::Prep]).find(|word| syntax.lower(*word) == "of")?;
        let states = syntax.object_of(of).map(|object| syntax.conjuncts(object)).unwrap_or_default();
        let named: Vec<usize> =
            states.iter().filter_map(|state| self.names.at(*state)).filter_map(|mention| self.names.of[mention]).collect();
        let holder = |state: &usize| {
            (0..self.actors.len()).find(|actor| {
                let roles = self.actors[*actor].roles.iter().map(|role| &role.phrase);
                roles.clone().any(|phrase| {
                    let own = phrase.of.and_then(|mention| self.names.of[mention]) == Some(*state);
                    own && phrase.noun == office && !phrase.former && !is_second(phrase)
                })
            })
        };
        let holders: Vec<usize> = named.iter().filter_map(holder).collect();
        (states.len() > 1 && holders.len() == states.len()).then_some(holders)
    }

    /// "The presidents signed it", "the ministers agreed": all persons of that office of whom the text has told just before.
    fn all_in_office(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let plain = syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Poss, Dep::Prep, Dep::Relcl, Dep::Nummod]).next().is_none();
        let office = syntax.lower(index).strip_suffix('s').filter(|office| plain && lexicon().is("in-office", office))?;
        let holds = |actor: &usize| {
            let roles = &self.actors[*actor].roles;
            self.actors[*actor].kind == ActorKind::Person
                && (roles.iter().any(|role| role.phrase.noun == office && !role.phrase.former && !is_second(&role.phrase))
                    || office == "leader" && self.leads(*actor))
        };
        let barred = self.barred(index);
        let near = self.salience(index).into_iter().map(|(actor, _)| actor);
        let mut all: Vec<usize> = near.filter(|actor| holds(actor) && !barred.contains(actor)).collect();
        // "Among those present were A, B and C. ... He met the leaders": those told of together, not everyone who leads something.
        if office == "leader" {
            let together = self.told_together(index);
            all.retain(|actor| together.contains(actor));
        }
        all.sort_unstable();
        (all.len() > 1).then_some(all)
    }

    /// The largest group of actors joined by "and" or commas that the text has told of just before.
    fn told_together(&self, index: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let sentence = syntax.sentence_of(index);
        let near: Vec<&Seen> = self.seen.iter().filter(|seen| seen.sentence + WINDOW >= sentence).collect();
        let group = |seen: &&Seen| {
            let first = syntax.first_conjunct(seen.token);
            let joined = near.iter().filter(|other| syntax.first_conjunct(other.token) == first);
            joined.flat_map(|other| other.actors.iter().copied()).collect::<Vec<usize>>()
        };
        near.iter().map(group).max_by_key(Vec::len).unwrap_or_default()
    }

    /// "He spoke to Roe and Dahl and told both", "the two men quarrelled. She invited both": the two told of together last.
    pub(super) fn both_told(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let (sentence, barred) = (syntax.sentence_of(index), self.barred(index));
        let near: Vec<&Seen> = self.seen.iter().rev().take_while(|seen| seen.sentence + NEAR >= sentence).collect();
        near.iter().find_map(|seen| {
            let first = syntax.first_conjunct(seen.token);
            let joined = near.iter().filter(|other| syntax.first_conjunct(other.token) == first);
            let mut two: Vec<usize> = joined.flat_map(|other| other.actors.iter().copied()).collect();
            two.sort_unstable();
            two.dedup();
            (two.len() == 2 && !two.iter().any(|actor| barred.contains(actor))).then_some(two)
        })
    }

    /// "Roe spoke with Dahl, and the two men agreed": the only two persons of whom this sentence, or else the one before, has told.
    fn two_persons_near(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let (sentence, barred) = (syntax.sentence_of(index), self.barred(index));
        let men = lexicon().is("male", syntax.lemma(index));
        let fits = |actor: &usize| {
            let person = &self.actors[*actor];
            person.kind == ActorKind::Person && !(men && person.sex == Some('f')) && !barred.contains(actor)
        };
        let within = |back: usize| {
            let told = self.seen.iter().filter(|seen| seen.sentence + back == sentence).flat_map(|seen| seen.actors.iter().copied());
            let mut two: Vec<usize> = told.filter(fits).collect();
            two.sort_unstable();
            two.dedup();
            two
        };
        let goes_on = sentence.checked_sub(1).is_some_and(|before| self.block(syntax.sentence(before).start) == self.block(index));
        let back = if goes_on { 0..2 } else { 0..1 };
        back.map(within).find(|told| !told.is_empty()).filter(|two| two.len() == 2)
    }

    /// Those whom "both allies" cannot mean: whoever calls on them, and his own state.
    fn barred_with_own_state(&self, index: usize) -> Vec<usize> {
        let mut barred = self.barred(index);
        let own = |actor: &usize| self.actors[*actor].affiliation.as_ref().filter(|_| self.actors[*actor].kind == ActorKind::Person);
        let states = barred.iter().filter_map(own).filter_map(|state| self.actors.iter().position(|actor| actor.name == *state));
        let states: Vec<usize> = states.filter(|state| self.actors[*state].kind == ActorKind::Country).collect();
        barred.extend(states);
        barred
    }

    /// The states that the article names most, behind those told of last: "a deal that the two sides hope to sign".
    fn add_theme_states(&self, states: &mut Vec<usize>, fits: impl Fn(&usize) -> bool) {
        let mut all: Vec<usize> = (0..self.actors.len()).filter(|actor| fits(actor) && self.actors[*actor].spans.len() > 2).collect();
        all.sort_by_key(|actor| std::cmp::Reverse(self.actors[*actor].spans.len()));
        for actor in all {
            if !states.contains(&actor) {
                states.push(actor);
            }
        }
    }

    /// "delegations of Peru's government and the Karani movement", "between Peru and Chile": the first two states or bodies that the text
    /// joins by "and".
    fn side_by_side(&self) -> Option<[usize; 2]> {
        let syntax = self.syntax;
        let named: Vec<(&Named, usize)> = self
            .names
            .named
            .iter()
            .zip(self.names.of)
            .filter_map(|(named, actor)| Some((named, (*actor).filter(|actor| self.actors[*actor].kind != ActorKind::Person)?)))
            .collect();
        let joined = |one: usize, other: usize| {
            let between = one..other;
            let near = between.len() <= JOINED && syntax.sentence_of(one - 1) == syntax.sentence_of(other);
            let stops = |index: usize| syntax.is_verb(index) || matches!(syntax.word(index), "," | ";" | "(" | ")");
            near && between.clone().any(|index| syntax.lower(index) == "and") && !between.clone().any(stops)
        };
        let mut pairs = named.windows(2).filter(|pair| pair[0].1 != pair[1].1 && joined(pair[0].0.tokens.end, pair[1].0.tokens.start));
        pairs.next().map(|pair| [pair[0].1, pair[1].1])
    }

    /// Whether the text has told of two states more often than of any other.
    fn only_two_states(&self) -> bool {
        let state = |actor: &usize| self.actors[*actor].kind == ActorKind::Country;
        let told = |actor: usize| self.seen.iter().filter(|seen| seen.actors.contains(&actor)).count();
        let mut times: Vec<usize> = (0..self.actors.len()).filter(state).map(told).collect();
        times.sort_unstable_by(|a, b| b.cmp(a));
        times.len() > 1 && times.get(2).is_none_or(|third| *third < times[1])
    }

    /// "The foreign ministers will meet", "the two presidents": where none of them is named, the two states that deal with each other.
    fn states_in_office(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let office = syntax.lower(index).strip_suffix('s').filter(|office| lexicon().is("in-office", office))?;
        let field = |child: usize| lexicon().is("narrowing", syntax.lower(child)) || syntax.tag(child) == crate::language::Tag::Cd;
        let plain = syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Poss, Dep::Prep, Dep::Relcl, Dep::Appos]).all(field);
        let held = |actor: &LocalActor| actor.roles.iter().any(|role| role.phrase.noun == office);
        // Of more than two states as many mean nobody.
        let counted = syntax.by(index, &[Dep::Nummod]).next().is_some();
        let plain = plain && office != "leader" && (counted || self.only_two_states());
        let some = self.actors.iter().any(|actor| actor.kind == ActorKind::Person && held(actor));
        let both = self.opponents(&[]).filter(|_| plain && !some)?;
        both.iter().all(|actor| self.actors[*actor].kind == ActorKind::Country).then_some(both)
    }

    /// "both sides", "the two parties": the two states or bodies that the text has told of most by then.
    fn opponents(&self, barred: &[usize]) -> Option<Vec<usize>> {
        let told = |actor: usize| self.seen.iter().filter(|seen| seen.actors.contains(&actor)).count();
        // Those whom the text names side by side deal with each other; who is named as often may have brought them together.
        let pair = self.side_by_side();
        let beside = |actor: usize| if pair.is_some_and(|pair| pair.contains(&actor)) { BESIDE } else { 0 };
        let mut all: Vec<(usize, usize)> = (0..self.actors.len())
            .filter(|actor| self.actors[*actor].kind != ActorKind::Person && !barred.contains(actor))
            .map(|actor| (told(actor), actor))
            .filter(|(times, _)| *times > 0)
            .map(|(times, actor)| (times + beside(actor), actor))
            .collect();
        // A state rather than the paper that stands at the head of the text.
        all.sort_by_key(|(times, actor)| (std::cmp::Reverse(*times), self.actors[*actor].kind != ActorKind::Country, *actor));
        let mut two: Vec<usize> = all.into_iter().map(|(_, actor)| actor).take(2).collect();
        two.sort_unstable();
        (two.len() == 2).then_some(two)
    }

    /// "Each army accused the other": both.
    pub(super) fn each(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let one = syntax.by(index, &[Dep::Det]).any(|det| lexicon().is("one-of-two", syntax.lower(det)));
        let side = syntax.lower(index);
        let plural = |class: &str| lexicon().is(class, &format!("{side}s")) || lexicon().is("state-organ", side);
        if one && (plural("pair-of-states") || plural("opponents")) { self.opponents(&self.barred(index)) } else { None }
    }

    /// "He urged these leaders": those of the sentence before who are called so, without whoever urges.
    fn these(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let near = syntax.by(index, &[Dep::Det]).any(|det| lexicon().is("near", syntax.lower(det)));
        if !near
            || !lexicon().is("leader", syntax.lemma(index))
            || syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Poss, Dep::Prep]).next().is_some()
        {
            return None;
        }
        let (sentence, barred) = (syntax.sentence_of(index), self.barred(index));
        let before = |back: usize| {
            let told = self.seen.iter().filter(|seen| seen.sentence + back == sentence).flat_map(|seen| seen.actors.iter().copied());
            let mut leaders: Vec<usize> = told.filter(|actor| !barred.contains(actor) && self.leads(*actor)).collect();
            leaders.sort_unstable();
            leaders.dedup();
            leaders
        };
        [1, 2].into_iter().map(before).find(|leaders| leaders.len() > 1)
    }
}
