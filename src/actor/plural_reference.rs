//! Who is meant by "they".

use super::coreference::{Resolver, Seen};
use super::lexicon::lexicon;
use crate::language::{Dep, Tag};
use crate::model::ActorKind;

impl Resolver<'_, '_, '_> {
    /// "they", "them", "their": several joined by "and", or a body, in this sentence or the one before.
    pub(super) fn plural(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        if let Some(people) = self.people_above(index) {
            let nation = syntax.by(people, &[Dep::Amod, Dep::Compound]).find_map(|nation| self.names.at(nation));
            return nation.and_then(|mention| self.names.of[mention]).map(|state| vec![state]);
        }
        let sentence = syntax.sentence_of(index);
        let barred = self.barred(index);
        // "both sides must withdraw their troops": theirs, whoever they are.
        let verb = syntax.head(index).and_then(|noun| syntax.head(noun)).filter(|verb| syntax.is_verb(*verb));
        // "They plan to build their own bases": the verb may have its subject from the one above.
        let with_subject = |verb: usize| {
            let own = syntax.first(verb, &[Dep::Nsubj, Dep::Nsubjpass]);
            own.or_else(|| syntax.first(syntax.head(verb).filter(|_| syntax.dep(verb) == Dep::Xcomp)?, &[Dep::Nsubj]))
        };
        let own = verb.and_then(with_subject).filter(|subject| *subject < index);
        let unnamed = own.is_some_and(|own| {
            syntax.tag(own) == Tag::Nns && !self.seen.iter().rev().take(20).any(|seen| syntax.dominates(own, seen.token))
        });
        if syntax.tag(index) == Tag::PrpPoss && unnamed {
            return None;
        }
        if let Some(owners) = own.filter(|_| syntax.tag(index) == Tag::PrpPoss).and_then(|own| self.joined(own)) {
            return Some(owners);
        }
        // Coordinated subjects or objects of this or the previous sentence: "A and B ... they".
        let recent: Vec<&Seen> = self.seen.iter().rev().take_while(|seen| seen.sentence + 1 >= sentence).collect();
        // "attacked Roe and Peru's allies, accusing them": Peru owns what stands beside it.
        let owns = |token: usize| syntax.is_genitive(token);
        let best = recent.iter().filter(|seen| !seen.actors.iter().any(|actor| barred.contains(actor))).filter_map(|seen| {
            let first = syntax.first_conjunct(seen.token);
            let together: Vec<usize> = recent
                .iter()
                .filter(|other| syntax.first_conjunct(other.token) == first && (other.token == seen.token || !owns(other.token)))
                .flat_map(|other| other.actors.iter().copied())
                .collect();
            let above = self.is_object_above(index, seen.token);
            let plural = together.len() > 1 || above || together.iter().any(|actor| self.actors[*actor].kind != ActorKind::Person);
            let persons = together.iter().filter(|actor| self.actors[**actor].kind == ActorKind::Person).count();
            let mixed = persons > 0 && persons < together.len();
            (plural && !mixed && !(above && owns(seen.token)) && (seen.subject || above)).then_some((
                seen.sentence,
                lexicon().is("people", syntax.lower(seen.token)) || above,
                seen.weight,
                seen.token,
                together,
            ))
        });
        let best = best.max_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.total_cmp(&b.2)));
        let Some((.., mut best)) = best.filter(|(_, _, _, token, _)| !self.is_undergone(index, *token)) else {
            return self.met(index);
        };
        best.sort_unstable();
        best.dedup();
        Some(best)
    }

    /// "Chile expelled three Peruvian envoys, accusing them of theft": the envoys, if none of them is named, and no one told of earlier.
    fn people_above(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let verb = syntax.head(index).filter(|verb| syntax.dep(*verb) == Dep::Advcl && syntax.tag(*verb) == Tag::Vbg)?;
        let above = syntax.head(verb).filter(|_| syntax.dep(index) == Dep::Dobj)?;
        let several = |noun: usize| {
            let people = lexicon().is("people", syntax.lower(noun)) || lexicon().is("role", syntax.lemma(noun));
            syntax.tag(noun) == Tag::Nns && people && syntax.by(noun, &[Dep::Conj]).next().is_none()
        };
        let object = syntax.first(above, &[Dep::Dobj]).filter(|object| several(*object))?;
        let named = self.seen.iter().rev().take(20).any(|seen| syntax.dominates(object, seen.token));
        (!named).then_some(object)
    }

    /// "London and Paris plan to build their own bases": theirs who build them.
    fn joined(&self, subject: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let conjuncts = syntax.conjuncts(subject);
        let named = self.seen.iter().rev().take(20).filter(|seen| conjuncts.contains(&seen.token));
        let mut all: Vec<usize> = named.flat_map(|seen| seen.actors.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        (conjuncts.len() > 1 && all.len() == conjuncts.len()).then_some(all)
    }

    /// "The police arrested five. They were released": those to whom it is done are not the body that did something to several.
    fn is_undergone(&self, pronoun: usize, token: usize) -> bool {
        let syntax = self.syntax;
        let verb = syntax.head(token).filter(|verb| syntax.dep(token) == Dep::Nsubj && syntax.is_verb(*verb));
        let several = |object: usize| matches!(syntax.tag(object), Tag::Nns | Tag::Cd);
        let persons = |object: usize| syntax.tag(object) == Tag::Cd || syntax.phrase(object).any(|word| syntax.lower(word) == "who");
        let did = verb.and_then(|verb| syntax.first(verb, &[Dep::Dobj])).is_some_and(|object| several(object) && persons(object));
        syntax.dep(pronoun) == Dep::Nsubjpass && did && syntax.sentence_of(pronoun) > syntax.sentence_of(token)
    }

    /// Whether `token` is the object of the verb that the clause of the pronoun hangs on: "attacked the allies, accusing them".
    fn is_object_above(&self, pronoun: usize, token: usize) -> bool {
        let syntax = self.syntax;
        let Some(verb) = syntax.head(pronoun) else { return false };
        // "telephoned both sides and invited them"
        let Some(above) = syntax.head(verb).filter(|_| matches!(syntax.dep(verb), Dep::Advcl | Dep::Conj)) else { return false };
        syntax.by(above, &[Dep::Dobj]).any(|object| syntax.dominates(object, token))
    }
}
