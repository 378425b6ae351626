//! Who acts where the subject names nobody: whose statement or trial it is, between whom the talks are, whom the members make up.

use super::{Reader, is_said};
use crate::event::clause::arguments::{self, arguments};
use crate::event::clause::context;
use crate::event::lexicon::lexicon;
use crate::event::trigger::Trigger;
use crate::language::{Dep, Syntax, Tag};
use crate::model::{ActorKind, Kind};

impl Reader<'_, '_, '_> {
    /// Who acts where the subject itself names nobody.
    pub(super) fn stand_in(&self, trigger: &Trigger, verb: usize, agent: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let above = syntax.head(verb);
        // "the statement by the ministry, which urged", "a letter from the union said"
        if is_said(trigger.kind) && syntax.is_noun(agent) && lexicon().is("medium", syntax.lemma(agent)) {
            return self.owners(agent);
        }
        // "Her second act was to dismiss the director"
        if syntax.dep(verb) == Dep::Xcomp && above.is_some_and(|be| syntax.lemma(be) == "be") {
            return syntax.by(agent, &[Dep::Poss]).flat_map(|owner| self.who(owner)).collect();
        }
        // "The ministry confirmed that a review took place but denied that ...": the parser joins the second verb to the content.
        if is_said(trigger.kind) && syntax.dep(verb) == Dep::Conj {
            let outer = above.filter(|content| syntax.dep(*content) == Dep::Ccomp).and_then(|content| syntax.head(content));
            let speaker = outer.filter(|outer| context::is_speech(syntax, *outer)).and_then(|outer| arguments(syntax, outer).agent);
            return speaker.map(|speaker| self.who(speaker)).unwrap_or_default();
        }
        // "Controllers have switched off an engine, the agency announced"
        if crate::actor::is_word("staff", syntax.lower(agent)) && syntax.dep(verb) == Dep::Ccomp {
            let speaker = above.filter(|outer| context::is_speech(syntax, *outer)).and_then(|outer| arguments(syntax, outer).agent);
            let who = speaker.map(|speaker| self.who(speaker)).unwrap_or_default();
            return who.into_iter().filter(|actor| self.actors.actors[*actor].kind == ActorKind::Organisation).collect();
        }
        // "The league consists of nine states that have promised help": the league has.
        if let Some(whole) = made_up_of(syntax, agent) {
            return self.who(whole);
        }
        // "Her trial opened in May"
        if trigger.kind == Kind::Legal && crate::actor::is_word("trial", syntax.lower(agent)) {
            return self.owners(agent);
        }
        // "Roe was the first leader to call her", "Dahl is a constable who left"
        let same = self.said_to_be(agent);
        if !same.is_empty() {
            return same;
        }
        // "talks with the employer broke up"
        self.dealers(agent)
    }

    /// "Dahl is a former constable who was dismissed", "Roe was the first leader to call": of whom it is said what he is.
    pub(super) fn said_to_be(&self, attribute: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let be = syntax.head(attribute).filter(|be| syntax.dep(attribute) == Dep::Attr && syntax.lemma(*be) == "be");
        let subject = be.and_then(|be| syntax.first(be, &[Dep::Nsubj]));
        subject.filter(|subject| !is_plural(syntax, attribute) && !is_plural(syntax, *subject)).map(|one| self.who(one)).unwrap_or_default()
    }

    /// "broke off relations with Chile", "suspended trade with Peru": with whom one has what is broken off.
    pub(super) fn related(&self, noun: usize) -> Vec<usize> {
        let syntax = self.syntax;
        if !lexicon().is("tie", syntax.lemma(noun)) {
            return Vec::new();
        }
        let with = syntax.by(noun, &[Dep::Prep]).filter(|word| syntax.lower(*word) == "with");
        with.filter_map(|word| syntax.object_of(word)).flat_map(|object| self.who(object)).collect()
    }

    /// "talks with the employer", "a truce that the two sides concluded", "talks which bring together Peru and Chile": those between whom
    /// they are.
    pub(super) fn dealers(&self, noun: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let kind = lexicon().noun(syntax.lower(noun), syntax.lemma(noun)).map(|(kind, _)| kind);
        if !syntax.is_noun(noun) || !kind.is_some_and(|kind| matches!(kind, Kind::Meeting | Kind::Agreement)) {
            return Vec::new();
        }
        let with = syntax.by(noun, &[Dep::Prep]).filter(|word| matches!(syntax.lower(*word), "with" | "between"));
        let mut who: Vec<usize> = syntax.by(noun, &[Dep::Poss]).flat_map(|owner| self.who(owner)).collect();
        who.extend(with.filter_map(|word| syntax.object_of(word)).flat_map(|object| self.who(object)));
        who.extend(self.brought_together(noun));
        who
    }

    /// "talks in a new format, which bring together Peru and Chile", "a truce that the two sides concluded": whom the clause names.
    pub(super) fn brought_together(&self, noun: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let talks = lexicon().noun(syntax.lower(noun), syntax.lemma(noun)).is_some_and(|(kind, _)| kind == Kind::Meeting);
        // "talks in the new format, which bring together": the parser may hang the clause on the word just before.
        let inside = syntax.by(noun, &[Dep::Prep]).filter_map(|word| syntax.object_of(word));
        let mut who = Vec::new();
        for (bearer, own) in std::iter::once((noun, true)).chain(inside.map(|inner| (inner, false))) {
            for clause in syntax.by(bearer, &[Dep::Relcl, Dep::Acl]) {
                let (verb, found) = (syntax.lemma(clause), arguments(syntax, clause));
                if talks
                    && lexicon().is("bringing-together", verb)
                    && !found.passive
                    && found.agent.is_some_and(|agent| agent == bearer || agent == noun)
                {
                    let all = found.patient.map(|object| self.who(object)).unwrap_or_default();
                    who.extend(all.into_iter().filter(|actor| self.actors.actors[*actor].kind != ActorKind::Person));
                } else if own && lexicon().is("brokering", verb) {
                    // "talks that Oman brokered between Peru and Chile"
                    let between = found.oblique.iter().filter(|(word, _)| syntax.lower(*word) == "between");
                    who.extend(between.flat_map(|(_, object)| self.who(*object)));
                } else if own && lexicon().is("concluding", verb) && found.agent != Some(bearer) {
                    who.extend(found.agent.map(|agent| self.who(agent)).unwrap_or_default());
                }
            }
        }
        who
    }
}

/// Whether a noun is in the plural.
fn is_plural(syntax: &Syntax, noun: usize) -> bool {
    matches!(syntax.tag(noun), Tag::Nns | Tag::Nnps)
}

/// "The league consists of nine states that": what the members make up.
fn made_up_of(syntax: &Syntax, members: usize) -> Option<usize> {
    let of = syntax.head(members).filter(|of| syntax.dep(members) == Dep::Pobj && syntax.lower(*of) == "of")?;
    let verb = syntax.head(of).filter(|verb| lexicon().is("made-up-of", syntax.lemma(*verb)))?;
    arguments::subject(syntax, verb, 0)
}
