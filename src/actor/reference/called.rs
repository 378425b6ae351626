//! What an article calls its bodies, "the union SITAP", "Corvane Partners, a hedge fund", and which of them a noun may mean for it.

use super::Resolver;
use crate::actor::article_actors::Names;
use crate::actor::lexicon::lexicon;
use crate::actor::named::Named;
use crate::language::{Dep, Syntax};
use crate::model::ActorKind;
use std::collections::BTreeSet;

/// So many sentences later the name of a body may come that is told of before it is named.
const LATER: usize = 12;

/// What a body is that has "Inc." in its name.
const COMPANY: &str = "company";

/// The nouns beside a name that say what it is: "the union SITAP", "Corvane Partners, a hedge fund", "a hedge fund, Corvane Partners".
fn beside<'s>(syntax: &'s Syntax, name: &Named) -> impl Iterator<Item = usize> + 's {
    let (head, start) = (name.head, name.tokens.start);
    let before = (syntax.dep(head) == Dep::Appos).then(|| syntax.head(head)).flatten();
    let directly = start.checked_sub(1).filter(|word| syntax.sentence_of(*word) == syntax.sentence_of(start));
    syntax.children(head).filter(|child| syntax.dep(*child) == Dep::Appos).chain(before).chain(directly)
}

/// The nouns that an article calls each of its actors by, beside the name or as its last word.
pub(super) fn descriptions<'a>(syntax: &'a Syntax, names: &Names, actors: usize) -> Vec<BTreeSet<&'a str>> {
    let lexicon = lexicon();
    let lists = ["generic-body", "generic-part", "company-noun", "body", "ship", "craft"];
    let tells = |noun: &&str| lists.iter().any(|list| lexicon.is(list, noun));
    let mut all = vec![BTreeSet::new(); actors];
    for (named, actor) in names.named.iter().zip(names.of) {
        let Some(actor) = *actor else { continue };
        let nouns = beside(syntax, named).filter(|noun| names.at(*noun).is_none() && syntax.is_noun(*noun));
        let last = named.tokens.end.checked_sub(1).filter(|_| named.tokens.len() > 1);
        all[actor].extend(nouns.chain(last).map(|noun| syntax.lower(noun)).filter(tells));
        // "Nordbank plc"
        all[actor].extend(last.filter(|word| lexicon.is("corporate", syntax.lower(*word))).map(|_| COMPANY));
    }
    all
}

impl Resolver<'_, '_, '_> {
    /// Whether a noun may mean a body for what the article calls it: no union is "the company", no ferry either, and no builder "the insurer".
    pub(super) fn may_be_called(&self, actor: usize, noun: &str) -> bool {
        let lexicon = lexicon();
        if self.described[actor].contains(noun) {
            return true;
        }
        if lexicon.is("no-firm", noun) {
            return false;
        }
        let mut called = self.described[actor].iter();
        // NASA is no company.
        if called.len() == 0 {
            return !self.actors[actor].known || !lexicon.is("company-noun", noun);
        }
        let no_body = |word: &str| lexicon.is("ship", word) || lexicon.is("craft", word);
        if lexicon.is("any-body", noun) {
            return !called.all(|word| no_body(word));
        }
        if lexicon.is("kind-of-firm", noun) {
            return called.all(|word| lexicon.is("firm", word));
        }
        !called.all(|word| no_body(word) || lexicon.is("no-firm", word))
    }

    /// "the fund" after "Corvane Partners, an activist hedge fund": the body that the article calls so.
    pub(super) fn called(&self, index: usize) -> Option<usize> {
        let mut before = self.names.named.iter().zip(self.names.of).rev().filter(|(named, _)| named.head < index && !named.place);
        before.find_map(|(named, actor)| actor.filter(|_| self.is_called(named, index)))
    }

    /// "the union" whose name comes later: "their union said ... The union, SIGMA, denied".
    pub(super) fn called_later(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let later = |head: usize| head > index && syntax.sentence_of(head) <= syntax.sentence_of(index) + LATER;
        let mut after = self.names.named.iter().zip(self.names.of).filter(|(named, _)| later(named.head));
        after.find_map(|(named, actor)| actor.filter(|_| self.is_called(named, index)))
    }

    /// Whether a body stands beside the same noun as the one at a token.
    fn is_called(&self, named: &Named, index: usize) -> bool {
        let syntax = self.syntax;
        named.kind == ActorKind::Organisation && beside(syntax, named).any(|noun| syntax.lower(noun) == syntax.lower(index))
    }
}
