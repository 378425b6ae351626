//! Who is meant by "they".

use super::clause_subjects::Fit;
use super::{Resolver, speaks};
use crate::actor::lexicon::lexicon;
use crate::language::{Dep, Tag};
use crate::model::ActorKind;

impl Resolver<'_, '_, '_> {
    /// "they", "them", "their": whom the nearest subject names that is several; nobody where that one has no name.
    pub(super) fn plural(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        if let Some(people) = self.people_above(index) {
            let nation = syntax.by(people, &[Dep::Amod, Dep::Compound]).find_map(|nation| self.names.at(nation));
            return nation.and_then(|mention| self.names.of[mention]).map(|state| vec![state]);
        }
        let barred = self.barred(index);
        if let Some(object) = self.object_above(index) {
            return self.several_at(object, &barred);
        }
        match self.nearest(index, |noun| self.meant_by_they(noun, &barred)) {
            Fit::Actors(several) => return Some(several),
            Fit::Unnamed => return None,
            Fit::None => {}
        }
        self.body_speaking(index).or_else(|| self.met(index))
    }

    /// "The ministry warns Chile. They added": a body that goes on speaking.
    fn body_speaking(&self, index: usize) -> Option<Vec<usize>> {
        let before = self.subject_before(index).filter(|before| speaks(self.syntax, index) && speaks(self.syntax, *before))?;
        let body = |one: &[usize]| one.len() == 1 && self.actors[one[0]].kind != ActorKind::Person;
        self.seen_at(before).filter(|seen| body(seen)).map(<[usize]>::to_vec)
    }

    /// Whether a noun can be "they": several.
    fn meant_by_they(&self, noun: usize, barred: &[usize]) -> Fit {
        let syntax = self.syntax;
        let fits = |several: &[usize]| !several.iter().any(|one| barred.contains(one));
        let known = |several: Option<Vec<usize>>| several.map_or(Fit::Unnamed, Fit::Actors);
        if syntax.by(noun, &[Dep::Conj]).next().is_some() {
            return known(self.joined(noun).filter(|several| fits(several)));
        }
        let seen = self.seen_at(noun).filter(|several| fits(several)).map(<[usize]>::to_vec);
        let named_several = seen.as_ref().is_some_and(|several| several.len() > 1);
        let several = matches!(syntax.tag(noun), Tag::Nns | Tag::Nnps)
            || lexicon().is("people", syntax.lower(noun))
            || lexicon().is("they", syntax.lower(noun));
        if several || named_several { known(seen) } else { Fit::None }
    }

    /// "attacked the allies, accusing them", "telephoned both sides and invited them": the object of the verb above, if it is several.
    fn object_above(&self, pronoun: usize) -> Option<usize> {
        let syntax = self.syntax;
        let verb =
            syntax.head(pronoun).filter(|verb| syntax.dep(pronoun) == Dep::Dobj && matches!(syntax.dep(*verb), Dep::Advcl | Dep::Conj))?;
        let object = syntax.first(syntax.head(verb)?, &[Dep::Dobj])?;
        let several = matches!(syntax.tag(object), Tag::Nns | Tag::Nnps) || syntax.by(object, &[Dep::Conj]).next().is_some();
        (several && object < pronoun).then_some(object)
    }

    /// Those of several nouns side by side who are named; not who owns what stands beside: "attacked Roe and Peru's allies".
    fn several_at(&self, noun: usize, barred: &[usize]) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        // The parser may hang the first of them on the last.
        let before = syntax.by(noun, &[Dep::Nmod]).filter(|one| !syntax.is_genitive(*one));
        let named = before.chain(syntax.conjuncts(noun)).filter_map(|one| self.seen_at(one)).flatten();
        let mut all: Vec<usize> = named.copied().filter(|actor| !barred.contains(actor)).collect();
        all.sort_unstable();
        all.dedup();
        (!all.is_empty()).then_some(all)
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
}
