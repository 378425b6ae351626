//! Who "the rebels" are: the armed movement that the article names.

use super::Resolver;
use crate::actor::article_actors::Names;
use crate::actor::lexicon::lexicon;
use crate::language::{Dep, Syntax};
use crate::model::ActorKind;

impl Resolver<'_, '_, '_> {
    /// "the rebels": the only armed movement of the article.
    pub(super) fn rebels(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let definite = syntax.by(index, &[Dep::Det]).any(|det| lexicon().is("definite", syntax.lower(det)));
        let described = syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Poss, Dep::Nummod, Dep::Prep]).next().is_some();
        self.movement.filter(|_| definite && !described && lexicon().is("rebels", syntax.lower(index)))
    }
}

/// The movement of which the article says "fighters of the Karani Front", "the rebel Karani Front" or "Karani Front rebels", if there is
/// only one.
pub(super) fn only_movement(syntax: &Syntax, names: &Names) -> Option<usize> {
    let is_body = |kind: ActorKind| !matches!(kind, ActorKind::Person | ActorKind::Country);
    let armed = names.named.iter().zip(names.of).filter(|(named, _)| is_body(named.kind) && is_armed(syntax, named.head));
    let mut movements: Vec<usize> = armed.filter_map(|(_, actor)| *actor).collect();
    movements.sort_unstable();
    movements.dedup();
    if let [only] = movements[..] { Some(only) } else { None }
}

/// Whether the text says of a name that those of that name fight.
fn is_armed(syntax: &Syntax, name: usize) -> bool {
    let rebels = |word: usize| lexicon().is("rebels", syntax.lower(word)) || lexicon().is("rebel", syntax.lower(word));
    let beside = [Dep::Amod, Dep::Compound, Dep::Nmod, Dep::Appos];
    let head = syntax.head(name);
    let below = syntax.by(name, &beside).any(rebels);
    let above = head.is_some_and(|noun| beside.contains(&syntax.dep(name)) && rebels(noun));
    // "fighters of the Front", "rebels from the Front"
    let of = head.filter(|word| syntax.dep(name) == Dep::Pobj && matches!(syntax.lower(*word), "of" | "from"));
    below || above || of.and_then(|word| syntax.head(word)).is_some_and(rebels)
}
