//! Who was at a meeting, named in the sentence after it: "Among those present were ...".

use super::Reader;
use crate::event::lexicon::lexicon;
use crate::event::trigger::Trigger;
use crate::language::Dep;
use crate::model::{ActorKind, Kind, Role};

impl Reader<'_, '_, '_> {
    /// "Roe hosted several Asian leaders. Among those present were Lars Dahl and Mara Popa": the persons, who then stand for the leaders.
    pub(super) fn attended(&mut self, trigger: &Trigger) {
        if trigger.kind != Kind::Meeting {
            return;
        }
        let syntax = self.syntax;
        let sentence = syntax.sentence(syntax.sentence_of(trigger.head) + 1);
        let (first, same) = (sentence.start, |index: usize| self.page.block_number(index) == self.page.block_number(trigger.head));
        if sentence.len() < 4 || syntax.lower(first) != "among" || !same(first) {
            return;
        }
        let those = syntax.object_of(first).filter(|who| {
            let here = syntax.phrase(*who).any(|word| lexicon().is("in-attendance", syntax.lower(word)));
            here || lexicon().is("attending", syntax.lower(*who))
        });
        let verb = those.and_then(|_| syntax.head(first)).filter(|verb| syntax.lemma(*verb) == "be");
        let named = verb.and_then(|verb| syntax.by(verb, &[Dep::Nsubj, Dep::Attr]).find(|name| *name > verb));
        let Some(named) = named else { return };
        let person = |actor: &usize| self.actors.actors[*actor].kind == ActorKind::Person;
        let present: Vec<usize> =
            syntax.conjuncts(named).into_iter().flat_map(|name| self.actors.denoted(syntax, name).actors).filter(person).collect();
        if present.is_empty() {
            return;
        }
        // "European and NATO leaders": now they have names.
        let leaders =
            syntax.phrase(trigger.verb(syntax).unwrap_or(trigger.head)).filter(|noun| lexicon().is("leaders", syntax.lower(*noun)));
        let bodies: Vec<usize> = leaders.flat_map(|noun| self.actors.denoted(syntax, noun).actors).filter(|actor| !person(actor)).collect();
        self.out.roles.retain(|(actor, _)| !bodies.contains(actor));
        let acts = self.out.roles.iter().any(|(_, role)| *role == Role::Patient);
        self.out.add(&present, if acts { Role::Patient } else { Role::Agent });
    }
}
