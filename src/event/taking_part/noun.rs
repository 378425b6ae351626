//! Who takes part in an event told by a noun: its owner, what stands before it, and "of", "by", "with", "on" behind it.

use super::{Reader, is_said};
use crate::event::clause::arguments::{arguments, is_passive, push_oblique};
use crate::event::lexicon::lexicon;
use crate::event::trigger::Trigger;
use crate::language::Dep;
use crate::model::{ActorKind, Kind, Role};

impl Reader<'_, '_, '_> {
    pub(super) fn read_noun(&mut self, trigger: &Trigger) {
        let syntax = self.syntax;
        let said = is_said(trigger.kind);
        let noun = trigger.head;
        let role = if said { Role::Speaker } else { Role::Agent };
        let direct = trigger.light.is_none();
        // "his arrest" is of him.
        let undergone = |owner: usize| syntax.dep(owner) == Dep::Poss && lexicon().is("undergone", syntax.lemma(noun));
        for child in syntax.by(noun, &[Dep::Poss, Dep::Amod, Dep::Compound, Dep::Nmod]) {
            let mut who = self.who(child);
            who.extend(self.joined_by_hyphen(child));
            // "the Geneva talks": where they were.
            let town = self.actors.at(child).is_some_and(|mention| mention.form == crate::actor::MentionForm::Capital);
            if town && trigger.kind == Kind::Meeting && syntax.dep(child) == Dep::Compound {
                continue;
            }
            // "a European arrest warrant": a region is no one.
            if syntax.dep(child) == Dep::Amod {
                who.retain(|actor| !(self.actors.actors[*actor].kind == ActorKind::Group && self.actors.actors[*actor].known));
            }
            // In "Ukraine's partners' deployment" the owner acts; with a light verb the subject does, and the owner is acted on.
            self.out.add(&who, if direct && !undergone(child) { role } else { Role::Patient });
            if !who.is_empty() && direct {
                self.out.has_subject = true;
            }
        }
        let owned = !self.out.roles.is_empty();
        let mut obliques = Vec::new();
        for preposition in syntax.by(noun, &[Dep::Prep, Dep::Agent]) {
            push_oblique(syntax, preposition, &mut obliques);
        }
        for (preposition, object) in obliques {
            let meeting = matches!(trigger.kind, Kind::Meeting | Kind::Agreement | Kind::Other);
            let role = match syntax.lower(preposition) {
                "by" | "from" => role,
                "between" | "among" | "with" => {
                    if said {
                        Role::Addressee
                    } else {
                        Role::Agent
                    }
                }
                "of" if meeting || trigger.kind == Kind::Deployment => Role::Agent,
                "of" if matches!(trigger.kind, Kind::Attack | Kind::Appointment | Kind::Legal | Kind::Economy) => Role::Patient,
                "of" if trigger.kind == Kind::Warning => {
                    self.threatened_with(object);
                    continue;
                }
                "against" | "on" | "at" => Role::Patient,
                "to" if said || lexicon().is("visit-noun", syntax.lemma(noun)) => Role::Addressee,
                _ => continue,
            };
            if self.is_place(object) && trigger.kind != Kind::Sanction && matches!(syntax.lower(preposition), "at" | "on") {
                continue;
            }
            let mut who = self.who(object);
            if who.is_empty() && lexicon().is("target-preposition", syntax.lower(preposition)) && trigger.kind == Kind::Attack {
                who = self.owners(object);
            }
            self.out.add(&who, role);
        }
        if matches!(trigger.kind, Kind::Meeting | Kind::Agreement) {
            self.partners(noun);
            self.mediators(noun);
            let who = self.brought_together(noun);
            self.out.add(&who, Role::Agent);
        }
        if direct {
            self.makers(noun, role);
        }
        if direct && self.out.roles.is_empty() {
            self.conveners(noun);
        }
        if direct && trigger.kind == Kind::Meeting && self.out.roles.is_empty() {
            self.invited(noun);
        }
        let others = syntax.by(noun, &[Dep::Prep]).any(|word| matches!(syntax.lower(word), "between" | "among" | "of"));
        if direct && trigger.kind == Kind::Meeting && (self.out.roles.is_empty() || !owned && !others) {
            self.present(noun);
        }
    }

    /// "Chilean-Peruvian talks": the first of two that a hyphen joins.
    fn joined_by_hyphen(&self, second: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let hyphen = second.checked_sub(2).filter(|_| syntax.word(second - 1) == "-");
        let first = hyphen.filter(|first| syntax.head(*first) == Some(second) && self.actors.at(second).is_some());
        first.map(|first| self.who(first)).unwrap_or_default()
    }

    /// "has called a conference", "plans a rally": whoever arranges it.
    fn conveners(&mut self, noun: usize) {
        let syntax = self.syntax;
        let verb = syntax.head(noun).filter(|verb| syntax.is_verb(*verb) && syntax.dep(noun) == Dep::Dobj);
        let arranges = verb.filter(|verb| crate::actor::is_word("arranging", syntax.lemma(*verb)));
        if let Some(agent) = arranges.and_then(|verb| arguments(syntax, verb).agent) {
            let who = self.who(agent);
            self.out.add(&who, Role::Agent);
        }
    }

    /// "invited Roe to a meeting", "invited both sides to Lima for talks": who invites and who is invited.
    fn invited(&mut self, noun: usize) {
        let syntax = self.syntax;
        let preposition = syntax.head(noun).filter(|word| matches!(syntax.lower(*word), "to" | "for"));
        // "invited her to the palace for talks": the parser may hang "for" on the palace.
        let mut at = preposition.and_then(|word| syntax.head(word));
        for _ in 0..3 {
            at = at
                .filter(|above| !syntax.is_verb(*above))
                .and_then(|above| syntax.head(above))
                .or(at.filter(|above| syntax.is_verb(*above)));
        }
        let Some(verb) = at.filter(|verb| lexicon().is("inviting", syntax.lemma(*verb))) else { return };
        let found = arguments(syntax, verb);
        let who: Vec<usize> = found.agent.into_iter().chain(found.patient).flat_map(|head| self.who(head)).collect();
        self.out.add(&who, Role::Agent);
    }

    /// "set out by Chile in talks", "said after a meeting with the envoy", "said at a press conference following talks with the allies":
    /// whoever did it there took part.
    fn present(&mut self, noun: usize) {
        if let Some(agent) = self.occasioned(noun).and_then(|verb| arguments(self.syntax, verb).agent) {
            let who = self.who(agent);
            self.out.add(&who, Role::Agent);
        }
    }

    /// The verb that tells what was done on an occasion, through occasions in between.
    fn occasioned(&self, noun: usize) -> Option<usize> {
        let syntax = self.syntax;
        let mut at = noun;
        for _ in 0..4 {
            let preposition = syntax.head(at).filter(|word| {
                let word = syntax.lower(*word);
                lexicon().is("simultaneous", word) || lexicon().is("occasion-preposition", word)
            })?;
            let above = syntax.head(preposition)?;
            if syntax.is_verb(above) {
                return Some(above);
            }
            let occasion = lexicon().noun(syntax.lower(above), syntax.lemma(above)).is_some_and(|(kind, _)| kind == Kind::Meeting);
            // "after": the parser may chain prepositions ("on Thursday after a meeting").
            // "emphasised the need at a press conference": the parser may hang the occasion on the object.
            let through = !syntax.is_noun(above) || syntax.dep(above) == Dep::Dobj;
            at = if occasion { above } else { return syntax.head(above).filter(|verb| syntax.is_verb(*verb) && through) };
        }
        None
    }

    /// "a raid launched by Kenya": whoever makes it.
    fn makers(&mut self, noun: usize, role: Role) {
        let syntax = self.syntax;
        for clause in syntax.by(noun, &[Dep::Acl]).filter(|clause| is_passive(syntax, *clause)) {
            if let Some(agent) = arguments(syntax, clause).agent.filter(|_| lexicon().is("making", syntax.lemma(clause))) {
                let who = self.who(agent);
                self.out.add(&who, role);
            }
        }
    }

    /// "talks brokered by Peru", "Union-brokered talks", "talks under Peruvian mediation": who brings the two sides together.
    fn mediators(&mut self, noun: usize) {
        let syntax = self.syntax;
        let brokered = |word: usize| lexicon().is("brokering", syntax.lemma(word)) || lexicon().is("brokered", syntax.lower(word));
        let by = syntax.by(noun, &[Dep::Acl]).filter(|clause| brokered(*clause) && is_passive(syntax, *clause));
        let by = by.filter_map(|clause| arguments(syntax, clause).agent);
        let joined = syntax.by(noun, &[Dep::Amod]).filter(|word| brokered(*word));
        let joined = joined.flat_map(|word| syntax.by(word, &[Dep::Npadvmod]).collect::<Vec<_>>());
        let under = syntax.by(noun, &[Dep::Prep]).filter(|word| matches!(syntax.lower(*word), "under" | "with" | "through"));
        let under = under.filter_map(|word| syntax.object_of(word)).filter(|object| lexicon().is("mediation", syntax.lower(*object)));
        let under = under.flat_map(|object| syntax.by(object, &[Dep::Amod, Dep::Poss, Dep::Compound]).collect::<Vec<_>>());
        let who: Vec<usize> = by.chain(joined).chain(under).flat_map(|head| self.who(head)).collect();
        self.out.add(&who, Role::Agent);
    }

    /// "a declaration "..." with the regime": the parser may hang "with" on any word of the phrase.
    fn partners(&mut self, noun: usize) {
        let syntax = self.syntax;
        for preposition in
            syntax.phrase(noun).filter(|index| syntax.dep(*index) == Dep::Prep && matches!(syntax.lower(*index), "with" | "between"))
        {
            let mut above = syntax.head(preposition);
            while let Some(index) = above.filter(|index| *index != noun && !syntax.is_verb(*index)) {
                above = syntax.head(index);
            }
            if above == Some(noun)
                && let Some(object) = syntax.object_of(preposition)
            {
                let who = self.who(object);
                self.out.add(&who, Role::Agent);
            }
        }
    }

    /// "a warning of a full-scale war with NATO": NATO is warned.
    fn threatened_with(&mut self, noun: usize) {
        let syntax = self.syntax;
        for preposition in syntax.by(noun, &[Dep::Prep]).filter(|index| lexicon().is("opponent-preposition", syntax.lower(*index))) {
            if let Some(object) = syntax.object_of(preposition) {
                let who = self.who(object);
                self.out.add(&who, Role::Addressee);
            }
        }
    }
}
