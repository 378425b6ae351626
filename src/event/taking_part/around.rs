//! Who takes part through the verbs around: who was telephoned when it was promised, who forced another to act, whose appointment a
//! company announced.

use super::{Reader, is_said};
use crate::actor::MentionForm;
use crate::event::clause::arguments::{Arguments, arguments};
use crate::event::clause::context::is_speech;
use crate::event::lexicon::lexicon;
use crate::event::trigger::Trigger;
use crate::language::Dep;
use crate::model::{ActorKind, Kind, Role};

impl Reader<'_, '_, '_> {
    /// Adds those whom only a verb beside, above or below names.
    pub(super) fn around(&mut self, trigger: &Trigger, verb: usize, found: &Arguments) {
        if is_said(trigger.kind) || matches!(trigger.kind, Kind::Agreement | Kind::Aid) {
            self.told_on_the_occasion(trigger, verb);
        }
        self.made_to_act(verb, found);
        self.requested(found);
        if !is_said(trigger.kind) {
            self.between(found);
        }
        if trigger.kind == Kind::Demand {
            self.demanded_of(found);
        }
        if trigger.kind == Kind::Rejection {
            self.declined(verb);
        }
        if trigger.kind == Kind::Appointment {
            self.announced(verb);
        }
    }

    /// "telephoned Dahl on Sunday and promised two ships": to whom it was said.
    fn told_on_the_occasion(&mut self, trigger: &Trigger, verb: usize) {
        let syntax = self.syntax;
        let promises = lexicon().is("promising", syntax.lemma(verb));
        let addressed = self.out.roles.iter().any(|(_, role)| matches!(role, Role::Addressee | Role::Patient));
        let above = syntax.head(verb).filter(|above| syntax.dep(verb) == Dep::Conj && syntax.is_verb(*above));
        let Some(above) = above.filter(|_| trigger.head == verb && promises && !addressed) else { return };
        if syntax.by(verb, &[Dep::Nsubj, Dep::Nsubjpass]).next().is_some() {
            return;
        }
        let met = lexicon().verb(syntax.lemma(above)).is_some_and(|(kind, _)| kind == Kind::Meeting);
        if met || crate::actor::is_word("mutual-verb", syntax.lemma(above)) {
            let met = arguments(syntax, above);
            let with = met.oblique.iter().filter(|(word, _)| matches!(syntax.lower(*word), "with" | "to")).map(|(_, object)| *object);
            let mut who: Vec<usize> = met.patient.into_iter().chain(with).flat_map(|object| self.who(object)).collect();
            who.retain(|actor| self.actors.actors[*actor].kind == ActorKind::Person);
            self.out.add(&who, Role::Addressee);
        }
    }

    /// "brokered a mechanism between the two states": between whom it is.
    fn between(&mut self, found: &Arguments) {
        let syntax = self.syntax;
        let Some(object) = found.patient else { return };
        for word in syntax.by(object, &[Dep::Prep]).filter(|word| syntax.lower(*word) == "between") {
            let who = syntax.object_of(word).map(|object| self.who(object)).unwrap_or_default();
            let towns = syntax.object_of(word).into_iter().flat_map(|object| syntax.conjuncts(object));
            // "a railway between Lima and Santiago"
            let town = towns.into_iter().any(|town| self.actors.at(town).is_some_and(|mention| mention.form == MentionForm::Capital));
            // "hosted contacts between Lima and Santiago": of states.
            let talks = lexicon().is("dealing", syntax.lemma(object)) || lexicon().is("contacts", syntax.lower(object));
            if who.len() > 1 && (!town || talks) {
                self.out.add(&who, Role::Patient);
            }
        }
    }

    /// "called for the withdrawal of Peruvian troops": who is to withdraw.
    fn demanded_of(&mut self, found: &Arguments) {
        let syntax = self.syntax;
        let addressed = self.out.roles.iter().any(|(_, role)| *role != Role::Speaker);
        let for_it = found.oblique.iter().filter(|(word, _)| syntax.lower(*word) == "for").map(|(_, noun)| *noun);
        // "asked for a session of the Council"
        let meeting =
            |noun: &usize| lexicon().noun(syntax.lower(*noun), syntax.lemma(*noun)).is_some_and(|(kind, _)| kind == Kind::Meeting);
        let sessions: Vec<usize> = for_it.clone().chain(found.patient).filter(meeting).collect();
        let of = |noun: usize| {
            syntax
                .by(noun, &[Dep::Prep])
                .filter(|word| syntax.lower(*word) == "of")
                .filter_map(|of| syntax.object_of(of))
                .collect::<Vec<_>>()
        };
        let mut bodies: Vec<usize> = sessions.into_iter().flat_map(of).flat_map(|body| self.who(body)).collect();
        bodies.retain(|actor| self.actors.actors[*actor].kind == ActorKind::Organisation);
        self.out.add(&bodies, Role::Addressee);
        for noun in for_it.chain(found.patient).filter(|noun| !addressed && lexicon().is("pulling-out", syntax.lemma(*noun))) {
            let who = self.owners(noun);
            self.out.add(&who, Role::Addressee);
        }
    }

    /// "was arrested at Peru's request", "met at the invitation of Chile": who asked for it.
    fn requested(&mut self, found: &Arguments) {
        let syntax = self.syntax;
        let asked = found.oblique.iter().filter(|(word, noun)| syntax.lower(*word) == "at" && lexicon().is("behest", syntax.lower(*noun)));
        for noun in asked.map(|(_, noun)| *noun) {
            let of = syntax.by(noun, &[Dep::Prep]).filter(|word| syntax.lower(*word) == "of").filter_map(|of| syntax.object_of(of));
            let who: Vec<usize> = syntax.by(noun, &[Dep::Poss]).chain(of).flat_map(|owner| self.who(owner)).collect();
            self.out.add(&who, Role::Agent);
        }
    }

    /// "Chile forced Peru to withdraw its envoys": Chile.
    fn made_to_act(&mut self, verb: usize, found: &Arguments) {
        let syntax = self.syntax;
        let above = syntax.head(verb).filter(|above| syntax.dep(verb) == Dep::Xcomp && lexicon().is("forcing", syntax.lemma(*above)));
        if let Some(agent) = above.and_then(|above| arguments(syntax, above).agent).filter(|agent| Some(*agent) != found.agent) {
            let who = self.who(agent);
            self.out.add(&who, Role::Agent);
        }
    }

    /// "declined to extend its contract with the shipyard", "refused to meet Dahl": with whom.
    fn declined(&mut self, verb: usize) {
        let syntax = self.syntax;
        for clause in syntax.by(verb, &[Dep::Xcomp]).filter(|clause| syntax.tag(*clause) == crate::language::Tag::Vb) {
            let inner = arguments(syntax, clause);
            let deals = inner.patient.map(|object| self.dealers(object)).unwrap_or_default();
            self.out.add(&deals, Role::Patient);
            let meets = lexicon().verb(syntax.lemma(clause)).is_some_and(|(kind, _)| kind == Kind::Meeting);
            let with = |noun: usize| syntax.by(noun, &[Dep::Prep]).filter(|word| syntax.lower(*word) == "with").collect::<Vec<_>>();
            let beside = with(clause).into_iter().chain(inner.patient.into_iter().flat_map(with)).filter_map(|word| syntax.object_of(word));
            // "refused to follow him"
            let person = |actor: &usize| self.actors.actors[*actor].kind == ActorKind::Person;
            let whom: Vec<usize> = inner.patient.into_iter().flat_map(|object| self.who(object)).filter(person).collect();
            self.out.add(&whom, Role::Patient);
            let who: Vec<usize> = inner.patient.filter(|_| meets).into_iter().chain(beside).flat_map(|object| self.who(object)).collect();
            self.out.add(&who, Role::Patient);
        }
    }

    /// "Ann Roe was named chief executive, the company announced": the company whose office it is.
    fn announced(&mut self, verb: usize) {
        let syntax = self.syntax;
        let body = |actor: usize| self.actors.actors[actor].kind == ActorKind::Organisation;
        if self.out.roles.iter().any(|(actor, _)| body(*actor)) {
            return;
        }
        let above = syntax.head(verb).filter(|above| syntax.dep(verb) == Dep::Ccomp && is_speech(syntax, *above));
        // "was named chief, the company announced": the parser may take the company for what she was named.
        let beside = syntax.by(verb, &[Dep::Oprd]).find(|noun| {
            let says = |clause: usize| clause == noun + 1 && is_speech(syntax, clause);
            *noun > verb + 1 && syntax.by(*noun, &[Dep::Acl]).any(says)
        });
        let speaker = above.and_then(|above| arguments(syntax, above).agent).or(beside);
        let who: Vec<usize> = speaker.map(|speaker| self.who(speaker)).unwrap_or_default();
        let bodies: Vec<usize> = who.into_iter().filter(|actor| body(*actor)).collect();
        self.out.add(&bodies, Role::Patient);
    }

    /// "arrested Oliver the next day": a family name behind the verb that the parser took for an adverb.
    pub(super) fn missed_object(&self, verb: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let next = Some(verb + 1).filter(|next| *next < syntax.len() && syntax.head(*next) == Some(verb));
        let adverb = next.filter(|next| syntax.dep(*next) == Dep::Advmod && syntax.word(*next) != syntax.lower(*next));
        adverb.map(|name| self.who(name)).unwrap_or_default()
    }

    /// Whoever the object of a verb means: itself, those with whom it is had, and those whose it is.
    pub(super) fn acted_on(&self, trigger: &Trigger, found: &Arguments, patient: usize) -> Vec<usize> {
        let syntax = self.syntax;
        // "The earthquake shook the coast of Chile": nobody does anything to anybody.
        let natural = |word: usize| crate::actor::is_word("natural", syntax.lower(word));
        let nature = found.agent.is_some_and(|agent| natural(agent) || syntax.by(agent, &[Dep::Compound]).any(natural));
        let mut who = self.who(patient);
        who.extend(self.related(patient));
        if nature {
            who.retain(|actor| self.actors.actors[*actor].kind != ActorKind::Country);
        }
        if who.is_empty() && found.passive {
            who = self.said_to_be(patient);
        }
        // "Two Peruvian men were charged": not Peru.
        let individuals = crate::actor::is_word("individual", syntax.lower(patient));
        if who.is_empty() && !nature && !individuals && self.takes_owners(trigger, patient) {
            who = self.owners(patient);
        }
        // "attended talks with the allies" is told by the talks too.
        if who.is_empty() && trigger.kind != Kind::Meeting {
            who = self.dealers(patient);
        }
        who
    }
}
