//! Who "the rebels" are: the armed movement that the article names.

use super::coreference::Resolver;
use super::lexicon::lexicon;
use crate::language::Dep;
use crate::model::ActorKind;

impl Resolver<'_, '_, '_> {
    /// "the rebels" after "fighters of the Karani Front", "the rebel Karani Front" or "Karani Front rebels": that movement, if it is the
    /// only one of which the article says so.
    pub(super) fn rebels(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let definite = syntax.by(index, &[Dep::Det]).any(|det| lexicon().is("definite", syntax.lower(det)));
        let described = syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Poss, Dep::Nummod, Dep::Prep]).next().is_some();
        if !definite || described || !lexicon().is("rebels", syntax.lower(index)) {
            return None;
        }
        let named = self.names.named.iter().zip(self.names.of);
        let armed =
            named.filter(|(named, _)| named.kind != ActorKind::Person && named.kind != ActorKind::Country && self.is_armed(named.head));
        let mut movements: Vec<usize> = armed.filter_map(|(_, actor)| *actor).collect();
        movements.sort_unstable();
        movements.dedup();
        if let [only] = movements[..] { Some(only) } else { None }
    }

    /// Whether the text says of a name that those of that name fight.
    fn is_armed(&self, name: usize) -> bool {
        let syntax = self.syntax;
        let rebels = |word: usize| lexicon().is("rebels", syntax.lower(word)) || lexicon().is("rebel", syntax.lower(word));
        let beside = syntax.by(name, &[Dep::Amod, Dep::Compound, Dep::Nmod, Dep::Appos]).any(rebels);
        let head = syntax.head(name);
        let before =
            head.is_some_and(|noun| matches!(syntax.dep(name), Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Appos) && rebels(noun));
        // "fighters of the Front", "rebels from the Front"
        let of = head.filter(|word| syntax.dep(name) == Dep::Pobj && matches!(syntax.lower(*word), "of" | "from"));
        before || beside || of.and_then(|word| syntax.head(word)).is_some_and(rebels)
    }
}
