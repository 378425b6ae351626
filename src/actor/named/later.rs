//! Whom a text tells of before it names them: "A former minister was jailed on Tuesday. Ivan Petrov, 54, had taken bribes."

use super::Named;
use super::by_context::is_aged;
use crate::actor::lexicon::lexicon;
use crate::actor::reference::Resolver;
use crate::actor::role_phrase::role_phrase;
use crate::language::{Dep, Tag};
use crate::model::{ActorKind, BlockKind};

/// So many sentences later the name may come.
const LATER: usize = 2;

impl Resolver<'_, '_, '_> {
    /// The person whom "a former minister" is going to be, if nobody has been named yet: the subject of one of the next sentences, if
    /// the text gives an age, which it does once, or says that the person is a minister.
    pub(in crate::actor) fn named_later(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        // "The former finance chief of a chain was jailed" tells of somebody new as well, where nobody has been named.
        let opens = |det: usize| lexicon().is("indefinite", syntax.lower(det)) || syntax.lower(det) == "the";
        // "China's ambassador was summoned. Ambassador Gao Weimin": of a state, and in an office
        let of_state = syntax
            .first(index, &[Dep::Poss])
            .and_then(|owner| self.names.at(owner))
            .is_some_and(|mention| self.names.named[mention].kind == ActorKind::Country && lexicon().is("in-office", syntax.lower(index)));
        let indefinite = of_state || syntax.by(index, &[Dep::Det]).any(opens);
        let subject = matches!(syntax.dep(index), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj) && syntax.depth(index) <= 2;
        if !indefinite || !subject || syntax.tag(index) == Tag::Nns {
            return None;
        }
        let noun = role_phrase(syntax, self.names, index).map(|phrase| phrase.noun);
        // "A dealer who helped a gang": whoever is "who" is a person.
        let who = syntax.phrase(index).any(|word| word > index && syntax.lower(word) == "who");
        let noun =
            noun.or_else(|| Some(syntax.lemma(index).to_lowercase()).filter(|noun| who || lexicon().is("person-to-be-named", noun)))?;
        let is_person = |actor: &usize| self.actors[*actor].kind == ActorKind::Person;
        if self.seen.iter().any(|seen| seen.actors.iter().any(is_person) && !self.in_heading(seen.token)) {
            return None;
        }
        let sentence = syntax.sentence_of(index);
        let later = |token: usize| (sentence + 1..=sentence + LATER).contains(&syntax.sentence_of(token));
        let named = self.names.named.iter().zip(self.names.of);
        let persons: Vec<_> = named
            .filter(|(named, _)| named.kind == ActorKind::Person && later(named.head))
            .filter_map(|(named, actor)| Some((named, (*actor)?)))
            .collect();
        let aged = |named: &Named| is_aged(syntax, named.tokens.end);
        // "The judge ordered Gregory Stamm, 58, to repay it": whoever has an age and no role of his own.
        let undergoes =
            |named: &Named, actor: usize| syntax.dep(named.head) == Dep::Dobj && aged(named) && self.actors[actor].roles.is_empty();
        // "The arrest of Gregory Stamm, 58, was ordered by a judge"
        let told_of = |named: &Named| {
            let noun = syntax.head(named.head).filter(|word| syntax.lower(*word) == "of").and_then(|word| syntax.head(word));
            aged(named) && noun.is_some_and(|noun| matches!(syntax.dep(noun), Dep::Nsubj | Dep::Nsubjpass))
        };
        let (named, actor) =
            persons.iter().copied().find(|(named, actor)| undergoes(named, *actor)).or_else(|| persons.first().copied())?;
        let acts = matches!(syntax.dep(named.head), Dep::Nsubj | Dep::Nsubjpass) && syntax.depth(named.head) <= 1;
        let own = syntax.sentence(sentence);
        let object = syntax.dep(index) == Dep::Dobj;
        if !(acts && (!object || of_state || aged(named)) || undergoes(named, actor) || told_of(named))
            || self.names.named.iter().zip(self.names.of).any(|(other, of)| own.contains(&other.head) && *of == Some(actor))
        {
            return None;
        }
        let entry = &self.actors[actor];
        let sex = match noun.as_str() {
            noun if lexicon().is("male", noun) => Some('m'),
            noun if lexicon().is("female", noun) => Some('f'),
            _ => None,
        };
        if sex.is_some() && entry.sex.is_some() && sex != entry.sex {
            return None;
        }
        let age = aged(named);
        // "The foreign minister warned Peru. Ann Roe, who ...": nothing else tells who she is, so the first paragraph has told it.
        let first = self.article.blocks.iter().position(|block| block.kind == BlockKind::Paragraph);
        let opens = first.is_some_and(|first| self.article.blocks[first].span.contains(syntax.token(index).span));
        let the = syntax.by(index, &[Dep::Det]).any(|det| syntax.lower(det) == "the");
        let unexplained = opens && the && acts && entry.roles.is_empty() && syntax.sentence_of(named.head) == sentence + 1;
        let role = unexplained || entry.roles.iter().any(|role| role.phrase.noun == noun);
        let told = syntax.phrase(named.head).any(|token| syntax.is_noun(token) && syntax.lemma(token).eq_ignore_ascii_case(&noun));
        (age || role || told).then(|| vec![actor])
    }
}
