//! Bodies whose followers or whose last words stand for them: "the Karani movement" and "the Karanis", "the Red Cross".

use super::lexicon::{Manner, lexicon};
use super::named::Finder;
use crate::language::{Dep, Pos, Tag};
use crate::model::ActorKind;
use std::collections::BTreeSet;

impl Finder<'_, '_> {
    /// "the Karani movement", where the text speaks of "the Karanis" too: one body, whatever the tagger makes of either.
    pub(super) fn movements(&mut self) {
        let syntax = self.syntax;
        let follower = |word: &str| {
            let many = format!("{word}s");
            (0..syntax.len()).any(|index| syntax.word(index) == many)
        };
        let adjective = |index: usize| {
            let noun = index + 1;
            noun < syntax.len()
                && self.capitalised(index)
                && syntax.pos(index) == Pos::Propn
                && matches!(syntax.dep(index), Dep::Compound | Dep::Amod | Dep::Nmod)
                && lexicon().is("movement", syntax.word(noun))
                && syntax.tag(noun) == Tag::Nn
                && lexicon().find(syntax.word(index)).is_none()
                && follower(syntax.word(index))
        };
        let found: Vec<usize> = (0..syntax.len()).filter(|index| adjective(*index)).collect();
        let Some(first) = found.first() else { return };
        let words: BTreeSet<&str> = found.iter().map(|index| syntax.word(*index)).collect();
        let name = self.words(&(*first..first + 2));
        self.out.retain(|named| !(named.tokens.len() == 1 && found.contains(&named.tokens.start)));
        for index in found {
            self.taken[index] = false;
            self.push(index..index + 2, ActorKind::Organisation, Manner::Name, name.clone(), false);
        }
        let stands_for = |word: &str| words.contains(word) || word.strip_suffix('s').is_some_and(|one| words.contains(one));
        for named in self.out.iter_mut().filter(|named| named.tokens.len() == 1 && stands_for(syntax.word(named.tokens.start))) {
            named.kind = ActorKind::Organisation;
            named.name.clone_from(&name);
            named.place = false;
        }
        for index in 0..syntax.len() {
            if !self.taken[index] && stands_for(syntax.word(index)) && self.capitalised(index) {
                self.push(index..index + 1, ActorKind::Organisation, Manner::Name, name.clone(), false);
            }
        }
    }

    /// "the Red Cross" after "the International Committee of the Red Cross": the body that the article names in full.
    pub(super) fn known_in_full(&mut self) {
        let body = |kind: ActorKind| kind == ActorKind::Organisation;
        let full: BTreeSet<String> =
            self.out.iter().filter(|named| named.known && body(named.kind)).map(|named| named.name.clone()).collect();
        for named in self.out.iter_mut().filter(|named| named.known && body(named.kind) && named.manner == Manner::Name) {
            let longer = full.iter().filter(|name| name.strip_suffix(named.name.as_str()).is_some_and(|rest| rest.ends_with(' ')));
            if let Some(longer) = longer.max_by_key(|name| name.len()) {
                named.name.clone_from(longer);
            }
        }
    }
}
