//! Whom what is said is about or goes to: who is warned, asked or promised something, and who leads the interview.

use super::{Reader, is_said};
use crate::actor::{LocalMention, MentionForm};
use crate::event::clause::arguments::{Arguments, arguments};
use crate::event::lexicon::lexicon;
use crate::event::trigger::Trigger;
use crate::language::{Dep, Tag};
use crate::model::{Kind, Role};

impl Reader<'_, '_, '_> {
    /// "said in an interview with the Daily Courier": who asked is told.
    pub(super) fn interviewers(&mut self, found: &Arguments) {
        let syntax = self.syntax;
        // "During a meeting with the envoy he raised the question"
        let met = |word: usize, object: usize| {
            let meeting = lexicon().noun(syntax.lower(object), syntax.lemma(object)).is_some_and(|(kind, _)| kind == Kind::Meeting);
            meeting && lexicon().is("simultaneous", syntax.lower(word))
        };
        let asks = |object: usize| lexicon().is("interview", syntax.lemma(object));
        for (_, object) in found.oblique.iter().filter(|(word, object)| asks(*object) || met(*word, *object)) {
            for with in syntax.by(*object, &[Dep::Prep]).filter(|word| matches!(syntax.lower(*word), "with" | "to")) {
                let who = syntax.object_of(with).map(|object| self.who(object)).unwrap_or_default();
                self.out.add(&who, Role::Addressee);
            }
        }
    }

    /// "promised to defend Togo", "offered to send observers to Togo": whom it is promised to do something for or with.
    pub(super) fn promised(&mut self, verb: usize) {
        let syntax = self.syntax;
        for clause in syntax.by(verb, &[Dep::Xcomp, Dep::Ccomp]).filter(|clause| !self.page.quoted(*clause)) {
            let inner = arguments(syntax, clause);
            let with = inner.oblique.iter().filter(|(word, _)| matches!(syntax.lower(*word), "to" | "with" | "for"));
            for object in inner.patient.into_iter().chain(with.map(|(_, object)| *object)) {
                let town = self.actors.at(object).is_some_and(|mention| mention.form == MentionForm::Capital);
                if !town {
                    let who = self.actors.denoted_all(syntax, object).actors;
                    self.out.add(&who, Role::Mentioned);
                }
            }
        }
    }

    /// "threatened to close the pass if Togo bought arms": who is threatened unless he is of the speaker's own side.
    fn on_condition(&self, verb: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let condition = |index: &usize| {
            let marked = syntax.by(*index, &[Dep::Mark]).any(|mark| matches!(syntax.lower(mark), "if" | "unless"));
            syntax.dep(*index) == Dep::Advcl && marked && !self.page.quoted(*index)
        };
        let agents = syntax.phrase(verb).filter(condition).filter_map(|index| arguments(syntax, index).agent);
        let mut who: Vec<usize> = agents.flat_map(|agent| self.who(agent)).collect();
        let sides: Vec<&str> = self.out.roles.iter().filter_map(|(actor, _)| self.actors.actors[*actor].affiliation.as_deref()).collect();
        who.retain(|actor| !sides.contains(&self.actors.actors[*actor].name.as_str()));
        who
    }

    /// "said that Peruvian troops had opened fire": what it tells of another state accuses it.
    fn said_to_attack(&self, clause: usize, agent: Option<usize>) -> Vec<usize> {
        let syntax = self.syntax;
        let attacks = lexicon().verb(syntax.lemma(clause)).is_some_and(|(kind, _)| kind == Kind::Attack);
        let denied = syntax.by(clause, &[Dep::Neg, Dep::Aux]).any(|word| syntax.dep(word) == Dep::Neg || syntax.tag(word) == Tag::Md);
        let Some(agent) = agent.filter(|_| attacks && !denied) else { return Vec::new() };
        let all = &self.actors.actors;
        let own: Vec<&str> = self
            .out
            .roles
            .iter()
            .flat_map(|(actor, _)| [Some(all[*actor].name.as_str()), all[*actor].affiliation.as_deref()])
            .flatten()
            .collect();
        let mut who = self.who(agent);
        who.retain(|actor| all[*actor].kind != crate::model::ActorKind::Person && !own.contains(&all[*actor].name.as_str()));
        who
    }

    /// Actors inside what is said: whom a demand, warning or accusation is about, and whom the speaker promises to meet.
    pub(super) fn content(&mut self, trigger: &Trigger, verb: usize) {
        let syntax = self.syntax;
        if matches!(trigger.kind, Kind::Agreement | Kind::Aid | Kind::Statement) && lexicon().is("promising", syntax.lemma(verb)) {
            self.promised(verb);
        }
        if !is_said(trigger.kind) {
            return;
        }
        if trigger.head == verb && lexicon().is("threatening", syntax.lemma(verb)) {
            let who = self.on_condition(verb);
            self.out.add(&who, Role::Addressee);
        }
        // "a transfer which, he alleged, showed that Dahl had taken money": the content stands around the verb.
        let around = syntax.head(verb).filter(|_| syntax.dep(verb) == Dep::Parataxis);
        // "Peru, he warned, would be crushed": the sentence around the verb is what is said.
        let whole = around.filter(|above| syntax.phrase(*above).start + 1 < verb && syntax.word(verb + 1) == ",");
        let around = around.into_iter().flat_map(|above| syntax.by(above, &[Dep::Ccomp])).chain(whole);
        let clauses = syntax.by(verb, &[Dep::Ccomp, Dep::Xcomp]).chain(around);
        for clause in clauses.filter(|clause| !self.page.quoted(*clause)) {
            let inner = arguments(syntax, clause);
            if trigger.kind == Kind::Statement {
                let who = self.said_to_attack(clause, inner.agent);
                self.out.add(&who, Role::Mentioned);
            }
            let about = inner.agent.or(inner.patient).filter(|head| syntax.phrase(clause).contains(head));
            // "proposed that Togo open the port": asked of Togo.
            let proposes = lexicon().is("proposing", syntax.lemma(verb))
                && (syntax.tag(clause) == Tag::Vb || syntax.by(clause, &[Dep::Aux]).any(|aux| syntax.lower(aux) == "should"));
            if (matches!(trigger.kind, Kind::Demand | Kind::Warning | Kind::Accusation) || proposes)
                && let Some(about) = about
            {
                let mut who = self.who(about);
                // "Russia's minister warned that Russia would retaliate": nobody warns his own side.
                if trigger.kind == Kind::Warning {
                    let sides: Vec<&str> =
                        self.out.roles.iter().filter_map(|(actor, _)| self.actors.actors[*actor].affiliation.as_deref()).collect();
                    who.retain(|actor| !sides.contains(&self.actors.actors[*actor].name.as_str()));
                }
                self.out.add(&who, Role::Addressee);
            }
            let own = about.map(|about| self.who(about)).unwrap_or_default();
            let speakers: Vec<usize> = self.out.roles.iter().filter(|(_, role)| *role == Role::Speaker).map(|(actor, _)| *actor).collect();
            if !own.is_empty() && own.iter().all(|actor| speakers.contains(actor)) {
                for (preposition, object) in
                    inner.oblique.iter().filter(|(preposition, _)| matches!(syntax.lower(*preposition), "to" | "with"))
                {
                    let _ = preposition;
                    // "would run trains from Frankfurt to London": a town.
                    let town = |mention: &LocalMention| mention.form == MentionForm::Capital;
                    if self.actors.at(*object).is_some_and(town) {
                        continue;
                    }
                    let who = self.actors.denoted_all(syntax, *object).actors;
                    self.out.add(&who, Role::Mentioned);
                }
                if let Some(patient) = inner.patient {
                    let who = self.actors.denoted_all(syntax, patient).actors;
                    self.out.add(&who, Role::Mentioned);
                }
            }
        }
    }
}
