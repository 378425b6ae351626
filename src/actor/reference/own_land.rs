//! Whose state is meant by what it is to somebody: "his country", "his government", "Ann Roe, whose country".

use super::Resolver;
use crate::actor::article_actors::ArticleActors;
use crate::actor::lexicon::lexicon;
use crate::language::{Dep, Tag};
use crate::model::ActorKind;

impl Resolver<'_, '_, '_> {
    /// "Ann Roe, whose country left the talks", "he said that his government would wait": the state of a person. "Peru, whose army": Peru.
    pub(super) fn own_land(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let noun = syntax.lower(index);
        let owner = syntax.first(index, &[Dep::Poss])?;
        let organ = super::is_organ(noun) && matches!(syntax.tag(owner), Tag::PrpPoss | Tag::WpPoss);
        if !lexicon().is("own-land", noun) && !organ {
            return None;
        }
        if syntax.by(index, &[Dep::Amod, Dep::Compound]).next().is_some() {
            return None;
        }
        let bearer = ArticleActors::owner_by_whose(syntax, owner).unwrap_or(owner);
        let named = self.names.at(bearer).and_then(|mention| self.names.of[mention]);
        let told = || self.seen.iter().rev().find(|seen| seen.token == bearer && seen.actors.len() == 1).map(|seen| seen.actors[0]);
        // "its foreign minister, Ann Roe, whose country": the clause may hang on the office.
        let apposed = || syntax.by(bearer, &[Dep::Appos]).find_map(|name| self.names.at(name)).and_then(|mention| self.names.of[mention]);
        let person = named.or_else(told).or_else(apposed)?;
        if organ && self.actors[person].kind == ActorKind::Country {
            return Some(person);
        }
        let state = self.actors[person].affiliation.as_ref().filter(|_| self.actors[person].kind == ActorKind::Person)?;
        self.actors.iter().position(|actor| actor.kind == ActorKind::Country && actor.name == *state)
    }
}

impl Resolver<'_, '_, '_> {
    /// "whose country gave up its own mediation": its own is whose who does it.
    pub(super) fn its_own(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let noun = syntax.head(index).filter(|_| syntax.dep(index) == Dep::Poss)?;
        let own = syntax.by(noun, &[Dep::Amod]).any(|word| syntax.lower(word) == "own");
        let verb = syntax.head(noun).filter(|verb| own && syntax.dep(noun) == Dep::Dobj && syntax.is_verb(*verb))?;
        syntax.first(verb, &[Dep::Nsubj]).filter(|subject| syntax.is_noun(*subject))
    }
}

impl Resolver<'_, '_, '_> {
    /// "The Chilean minister, Ann Roe, said that the navy would wait": the state of who says it.
    pub(super) fn state_of_speaker(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let mut at = index;
        for _ in 0..8 {
            let above = syntax.head(at)?;
            if syntax.dep(at) == Dep::Ccomp && lexicon().is("telling", syntax.lemma(above)) {
                let subject = syntax.first(above, &[Dep::Nsubj])?;
                let seen = self.seen.iter().rev().find(|seen| seen.token == subject && seen.actors.len() == 1)?;
                let person = &self.actors[seen.actors[0]];
                let state = person.affiliation.as_ref().filter(|_| person.kind == ActorKind::Person)?;
                return self.actors.iter().position(|actor| actor.kind == ActorKind::Country && actor.name == *state);
            }
            at = above;
        }
        None
    }
}
