//! Craft act for whoever runs them: "the probe landed" tells of the agency, and the name of a probe is nobody's.

use super::Finder;
use crate::actor::lexicon::{Manner, lexicon};
use crate::actor::reference::Resolver;
use crate::language::{Dep, Pos, Syntax, Tag};
use crate::model::ActorKind;
use std::collections::BTreeSet;

/// The words that name craft: "Tui" after "the orbiter Tui", "the probe, Tui".
pub(in crate::actor) fn names_of_craft<'a>(syntax: &Syntax<'a>) -> BTreeSet<&'a str> {
    let craft = |index: usize| lexicon().is("craft", syntax.lower(index)) && syntax.pos(index) == Pos::Noun;
    (1..syntax.len())
        .filter(|index| {
            let apposed = syntax.dep(*index) == Dep::Appos && syntax.head(*index).is_some_and(craft);
            syntax.pos(*index) == Pos::Propn && (craft(index - 1) || apposed)
        })
        .map(|index| syntax.word(index))
        .collect()
}

impl Finder<'_, '_> {
    /// "the frigate Freya sailed. Freya ...", "the Kestrel 3 rocket": no actor, wherever it is named.
    pub(super) fn ships(&mut self) {
        let syntax = self.syntax;
        let named = |index: usize| index < syntax.len() && syntax.pos(index) == Pos::Propn && self.capitalised(index);
        let small = |index: usize, class: &str| lexicon().is(class, syntax.lower(index)) && syntax.word(index) == syntax.lower(index);
        let mut ships: BTreeSet<&str> = BTreeSet::new();
        for noun in 0..syntax.len() {
            // The parser may take the ship for an adjective of its name.
            let own = syntax.is_noun(noun) || syntax.dep(noun) == Dep::Amod;
            if small(noun, "ship") && own && named(noun + 1) {
                ships.extend((noun + 1..syntax.len()).take_while(|index| named(*index)).map(|index| syntax.word(index)));
            }
            let numbered = noun >= 2 && syntax.tag(noun - 1) == Tag::Cd && named(noun - 2);
            if numbered && (small(noun, "ship") || small(noun, "craft")) {
                ships.insert(syntax.word(noun - 2));
            }
        }
        for named in self.out.iter_mut().filter(|named| !named.known && named.manner == Manner::Name) {
            if named.tokens.clone().all(|index| ships.contains(syntax.word(index)) || syntax.tag(index) == Tag::Cd) {
                named.place = true;
            }
        }
        self.unnamed_ships();
    }

    /// "the Karl Dahl set sail": no person goes by the article, a ship does. "a Heron drone": nobody's name either.
    fn unnamed_ships(&mut self) {
        let syntax = self.syntax;
        let the = |named: &super::Named| named.tokens.start.checked_sub(1).is_some_and(|before| syntax.lower(before) == "the");
        let alone = |head: usize| !matches!(syntax.dep(head), Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Poss);
        let machine = |head: usize| {
            let noun = syntax.head(head).filter(|_| matches!(syntax.dep(head), Dep::Compound | Dep::Amod | Dep::Nmod));
            noun.is_some_and(|noun| lexicon().is("machine", syntax.lemma(noun)))
        };
        // Words that never stand but before a machine.
        let (before, elsewhere): (Vec<usize>, Vec<usize>) = (0..syntax.len()).partition(|index| machine(*index));
        let mut models: BTreeSet<&str> = before.into_iter().map(|index| syntax.word(index)).collect();
        for index in elsewhere {
            models.remove(syntax.word(index));
        }
        for named in self.out.iter_mut().filter(|named| !named.known && named.manner == Manner::Name) {
            let ship = named.kind == ActorKind::Person && named.tokens.len() > 1 && the(named) && alone(named.head);
            let single = named.tokens.len() == 1 && named.kind != ActorKind::Country;
            if ship || single && models.contains(syntax.word(named.tokens.start)) {
                named.place = true;
            }
        }
    }

    /// "USS Delmar": a ship of the navy that names its ships so acts for its state.
    pub(super) fn warships(&mut self) {
        let syntax = self.syntax;
        let prefix = |index: usize| {
            let known = Some(syntax.word(index)).filter(|word| lexicon().is("ship-prefix", word)).and_then(|word| lexicon().find(word));
            known.filter(|(_, manner)| *manner == Manner::Seat).map(|(known, _)| known.name)
        };
        for start in 0..syntax.len() {
            let Some(state) = prefix(start) else { continue };
            let named = |index: &usize| self.capitalised(*index) && syntax.pos(*index) == Pos::Propn;
            let end = (start + 1..syntax.len()).find(|index| !named(index)).unwrap_or(syntax.len());
            if end > start + 1 {
                self.push(start..end, ActorKind::Country, Manner::Seat, state.to_owned(), false);
            }
        }
    }

    /// "Cyclone Freda battered the islands": a storm is nobody.
    pub(super) fn storms(&mut self) {
        let syntax = self.syntax;
        let natural = |index: usize| lexicon().is("natural", syntax.lower(index));
        // "Cyclone Freda struck. Freda had formed": by its own name too.
        let after =
            |index: &usize| natural(index - 1) && syntax.word(index - 1) != syntax.lower(index - 1) && syntax.pos(*index) == Pos::Propn;
        let own: BTreeSet<&str> = (1..syntax.len()).filter(after).map(|index| syntax.word(index)).collect();
        for named in self.out.iter_mut().filter(|named| named.tokens.len() == 1 && !named.known) {
            named.place |= own.contains(syntax.word(named.tokens.start));
        }
        for named in self.out.iter_mut().filter(|named| !named.known) {
            let before = named.tokens.start.checked_sub(1).is_some_and(|before| natural(before) && syntax.pos(before) == Pos::Propn);
            if before || named.tokens.len() > 1 && named.tokens.clone().take(2).any(natural) {
                named.place = true;
            }
        }
    }

    /// "the lunar probe Tui", "Space Shuttle Discovery": no actor, wherever it is named.
    pub(super) fn craft(&mut self) {
        let syntax = self.syntax;
        let craft = names_of_craft(syntax);
        let with_kind = |tokens: &std::ops::Range<usize>| {
            let body = lexicon().is("body", syntax.lower(tokens.end - 1));
            !body && tokens.clone().any(|index| lexicon().is("craft", syntax.lower(index)))
        };
        for named in self.out.iter_mut().filter(|named| !named.known) {
            let single = named.tokens.len() == 1;
            named.place |= if single { craft.contains(syntax.word(named.tokens.start)) } else { with_kind(&named.tokens) };
        }
    }
}

impl Resolver<'_, '_, '_> {
    /// "the probe landed", "Tui was launched": whose it is said to be, or the only body of the article that runs such craft.
    pub(in crate::actor) fn operator(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let noun = lexicon().is("craft", syntax.lower(index)) && syntax.pos(index) == Pos::Noun;
        let named = syntax.pos(index) == Pos::Propn && self.craft.contains(syntax.word(index));
        if !noun && !named {
            return None;
        }
        let definite = named || syntax.by(index, &[Dep::Det]).any(|det| lexicon().is("definite", syntax.lower(det)));
        let owner = syntax.by(index, &[Dep::Compound, Dep::Poss]).find_map(|owner| self.names.at(owner));
        if let Some(owner) = owner {
            return self.names.of[owner].filter(|owner| self.actors[*owner].kind != ActorKind::Person);
        }
        let runs = |actor: &usize| {
            let spelt = || self.actors[*actor].spellings.keys().chain([&self.actors[*actor].name]);
            let last = |name: &String| name.rsplit(' ').next().unwrap_or_default().to_lowercase();
            self.actors[*actor].kind == ActorKind::Organisation && spelt().any(|name| lexicon().is("runs-craft", &last(name)))
        };
        let mut running = (0..self.actors.len()).filter(runs);
        let only = running.next().filter(|_| definite)?;
        running.next().is_none().then_some(only)
    }
}
