//! Where an event took place: "in", "at", "near" with the name of a place, at the trigger or at what it acts on.

use super::clause::arguments::arguments;
use super::clause::context::is_speech;
use super::lexicon::lexicon;
use super::taking_part::{Reader, is_said};
use super::trigger::Trigger;
use crate::language::{Dep, EntityLabel};
use crate::model::Kind;

impl Reader<'_, '_, '_> {
    pub(super) fn is_place(&self, head: usize) -> bool {
        if crate::actor::is_city(self.syntax.word(head)) {
            return true;
        }
        let entity = self.syntax.entity(head);
        entity.is_some_and(|entity| matches!(entity.label, EntityLabel::Gpe | EntityLabel::Loc | EntityLabel::Fac))
            && !matches!(entity.map(|entity| entity.label), Some(EntityLabel::Norp))
    }

    /// The place: "in", "at", "near" with a place name, at the trigger, its light verb, or what it acts on.
    pub(super) fn place(&mut self, trigger: &Trigger) {
        let syntax = self.syntax;
        let mut roots = vec![trigger.head];
        roots.extend(trigger.light);
        if let Some(verb) = trigger.verb(syntax) {
            let found = arguments(syntax, verb);
            if !is_said(trigger.kind) {
                roots.extend(found.patient);
                roots.extend(syntax.by(verb, &[Dep::Xcomp]));
            }
            if trigger.kind == Kind::Attack
                && let Some(patient) = found.patient.filter(|patient| self.is_place(*patient))
            {
                self.out.place = Some(self.place_name(patient));
                return;
            }
        }
        for root in roots {
            for preposition in syntax.by(root, &[Dep::Prep]) {
                let towards =
                    matches!(trigger.kind, Kind::Deployment | Kind::Aid | Kind::Other | Kind::Meeting) && !is_speech(syntax, root);
                let fits = lexicon().is("place-preposition", syntax.lower(preposition))
                    || (towards && lexicon().is("goal-preposition", syntax.lower(preposition)));
                // "on January 6 in Paris"
                let dated =
                    syntax.object_of(preposition).and_then(|date| syntax.by(date, &[Dep::Prep]).find(|inner| syntax.lower(*inner) == "in"));
                let dated = dated
                    .filter(|_| lexicon().is("date-preposition", syntax.lower(preposition)))
                    .and_then(|inner| syntax.object_of(inner))
                    .filter(|object| self.is_place(*object));
                if let Some(object) = dated.filter(|_| !is_speech(syntax, root)) {
                    self.out.place = Some(self.place_name(object));
                    return;
                }
                let object = syntax.object_of(preposition).filter(|_| fits);
                let object = object.map(|object| if self.is_place(object) { object } else { self.inner_place(object).unwrap_or(object) });
                if let Some(object) = object.filter(|object| self.is_place(*object)) {
                    self.out.place = Some(self.place_name(object));
                    return;
                }
            }
        }
    }

    /// "in a different part of the White House", "in the southern regions of Ukraine".
    fn inner_place(&self, head: usize) -> Option<usize> {
        let syntax = self.syntax;
        syntax
            .by(head, &[Dep::Prep])
            .filter(|index| lexicon().is("inner-preposition", syntax.lower(*index)))
            .find_map(|index| syntax.object_of(index).filter(|object| self.is_place(*object)))
            .or_else(|| syntax.by(head, &[Dep::Compound]).find(|index| self.is_place(*index)))
    }

    fn place_name(&self, head: usize) -> String {
        let entity = self.syntax.entity(head);
        let Some(entity) = entity else { return self.syntax.word(head).to_owned() };
        let mut start = entity.start as usize;
        let mut end = entity.end as usize;
        if start + 1 < end && self.syntax.lower(start) == "the" {
            start += 1;
        }
        if start + 1 < end && self.syntax.dep(end - 1) == Dep::Case {
            end -= 1;
        }
        let span = self.syntax.token(start).span.cover(self.syntax.token(end - 1).span);
        span.text(self.syntax.text).to_owned()
    }
}
