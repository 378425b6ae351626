//! The colours that actors have got without anybody choosing them. An actor keeps its colour when articles come or go.

use crate::model::{Actor, ActorId, Hue};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// So many of the most important actors get colours that tell them apart; those of the others follow from their names.
const TOLD_APART: usize = 64;

/// The colours of the actors that were among the most important ones once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hues(BTreeMap<ActorId, Hue>);

impl Hues {
    /// Gives colours to those of the first of these actors, the most important first, that have none yet: of the eight, one that the
    /// fewest of the eight first and of those before it have.
    pub fn give(&mut self, actors: &[Actor]) {
        let mut taken = [0_usize; Hue::ALL.len()];
        for hue in actors.iter().take(taken.len()).filter_map(|actor| self.known(actor)) {
            taken[hue as usize] += 1;
        }
        for (place, actor) in actors.iter().take(TOLD_APART).enumerate() {
            let known = self.known(actor);
            let hue = known.unwrap_or_else(|| Hue::ALL.into_iter().min_by_key(|hue| taken[*hue as usize]).unwrap_or(Hue::Blue));
            self.0.entry(actor.id.clone()).or_insert(hue);
            if known.is_none() || place >= taken.len() {
                taken[hue as usize] += 1;
            }
        }
    }

    /// The colour of an actor.
    pub(super) fn of(&self, actor: &Actor) -> Hue {
        self.known(actor).unwrap_or_else(|| Hue::turn(actor.id.0.bytes().map(usize::from).sum()))
    }

    /// Takes over the colours of others; its own count more.
    pub fn join(&mut self, other: &Self) {
        for (actor, hue) in &other.0 {
            self.0.entry(actor.clone()).or_insert(*hue);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// An actor is named by its commonest name, which one more article may change: then its other names lead to its colour.
    fn known(&self, actor: &Actor) -> Option<Hue> {
        let by_alias = || actor.aliases.iter().find_map(|alias| self.0.get(&ActorId(alias.clone())));
        self.0.get(&actor.id).or_else(by_alias).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ActorKind;

    fn actors(names: &[&str]) -> Vec<Actor> {
        let actor = |name: &&str| Actor {
            id: ActorId((*name).to_owned()),
            name: (*name).to_owned(),
            state: None,
            kind: ActorKind::Person,
            aliases: vec![],
            roles: vec![],
            mentions: vec![],
            importance: 0.0,
        };
        names.iter().map(actor).collect()
    }

    fn after(hues: &mut Hues, names: &[&str]) -> Vec<Hue> {
        let actors = actors(names);
        hues.give(&actors);
        actors.iter().map(|actor| hues.of(actor)).collect()
    }

    #[test]
    fn the_most_important_actors_look_different_and_stay_as_they_are() {
        let mut hues = Hues::default();
        assert_eq!(after(&mut hues, &["a", "b", "c"]), Hue::ALL[..3]);
        let [first, second, third, ..] = Hue::ALL;
        let [new, ..] = after(&mut hues, &["new", "c", "a", "b"])[..] else { panic!() };
        assert_eq!(after(&mut hues, &["c", "a", "b", "new"]), [third, first, second, new], "nobody is repainted");
        assert!(![first, second, third].contains(&new));
    }

    #[test]
    fn an_actor_with_another_commonest_name_keeps_its_colour() {
        let mut hues = Hues::default();
        after(&mut hues, &["a", "Lavrov"]);
        let mut actor = actors(&["Sergei Lavrov"]);
        actor[0].aliases = vec!["Lavrov".to_owned()];
        hues.give(&actor);
        assert_eq!(hues.of(&actor[0]), Hue::ALL[1]);
    }

    #[test]
    fn the_rest_have_colours_of_their_names() {
        let names: Vec<String> = (0..100).map(|number| format!("actor {number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (all, few) = (after(&mut Hues::default(), &names), after(&mut Hues::default(), &names[99..]));
        assert_eq!(few, [Hue::Blue], "the most important one there");
        let last = &actors(&names)[99];
        assert_eq!(all[99], Hues::default().of(last));
    }
}
