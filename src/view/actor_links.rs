//! How actors stand to each other: who may be the same, and who appears with whom.

use crate::model::{Actor, ActorId, ActorKind, Board, EventId};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The most suggestions that are made: a longer list is not gone through.
const MOST_HINTS: usize = 40;
/// Names that more actors than this share tell nothing.
const MOST_OF_A_NAME: usize = 6;

/// Two actors that may be the same one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeHint {
    /// The more important one.
    pub into: ActorId,
    /// The other one.
    pub other: ActorId,
    /// What speaks for it, in words.
    pub reason: String,
}

/// Actors that may be the same by their names, the most important first. Pairs that the user keeps apart are left out.
pub fn merge_hints(board: &Board) -> Vec<MergeHint> {
    let mut by_name: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut by_family: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut by_initials: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, actor) in board.actors.iter().enumerate() {
        for name in names(actor) {
            by_name.entry(folded(name)).or_default().insert(at);
            if actor.kind != ActorKind::Person {
                by_initials.entry(initials(name)).or_default().insert(at);
            }
        }
        if actor.kind == ActorKind::Person {
            by_family.entry(family(&actor.name)).or_default().insert(at);
        }
    }
    let mut found: BTreeMap<(usize, usize), String> = BTreeMap::new();
    let mut add = |one: usize, other: usize, reason: String| {
        let (into, other) = (one.min(other), one.max(other));
        let ids = (&board.actors[into].id, &board.actors[other].id);
        let pair = if ids.0 <= ids.1 { (ids.0.clone(), ids.1.clone()) } else { (ids.1.clone(), ids.0.clone()) };
        let state = |at: usize| board.actors[at].state.as_ref().map(|state| &state.name);
        let of_two_states = state(into).zip(state(other)).is_some_and(|(one, other)| one != other);
        if into != other && !of_two_states && !board.apart.contains(&pair) {
            found.entry((into, other)).or_insert(reason);
        }
    };
    for owners in by_name.values().filter(|owners| owners.len() <= MOST_OF_A_NAME) {
        for (one, other) in pairs(owners) {
            let shared = shared_name(&board.actors[one], &board.actors[other]);
            add(one, other, format!("both are called “{shared}”"));
        }
    }
    for (at, actor) in board.actors.iter().enumerate().filter(|(_, actor)| actor.kind != ActorKind::Person) {
        for short in names(actor).filter(|name| is_acronym(name)) {
            let letters: String = short.chars().filter(|letter| *letter != '.').collect();
            let Some(owners) = by_initials.get(&letters).filter(|owners| owners.len() <= MOST_OF_A_NAME) else { continue };
            for owner in owners {
                let long = names(&board.actors[*owner]).find(|name| initials(name) == letters).unwrap_or_default();
                add(at, *owner, format!("“{short}” are the first letters of “{long}”"));
            }
        }
    }
    for (family, owners) in by_family.iter().filter(|(family, owners)| !family.is_empty() && owners.len() <= MOST_OF_A_NAME) {
        for (one, other) in pairs(owners) {
            if given_names_agree(&board.actors[one].name, &board.actors[other].name) {
                let name = board.actors[one].name.split_whitespace().last().unwrap_or(family);
                add(one, other, format!("both have the family name “{name}”"));
            }
        }
    }
    let hint = |((into, other), reason): ((usize, usize), String)| MergeHint {
        into: board.actors[into].id.clone(),
        other: board.actors[other].id.clone(),
        reason,
    };
    found.into_iter().take(MOST_HINTS).map(hint).collect()
}

/// Who takes part in events of this actor, with those events: the most events first.
pub fn companions(board: &Board, actor: &ActorId) -> Vec<(ActorId, Vec<EventId>)> {
    let mut shared: BTreeMap<&ActorId, Vec<EventId>> = BTreeMap::new();
    for event in board.events.iter().filter(|event| event.participants.iter().any(|one| one.actor == *actor)) {
        let others: BTreeSet<&ActorId> = event.participants.iter().map(|one| &one.actor).filter(|other| *other != actor).collect();
        for other in others {
            shared.entry(other).or_default().push(event.id);
        }
    }
    let mut all: Vec<(ActorId, Vec<EventId>)> = shared.into_iter().map(|(id, events)| (id.clone(), events)).collect();
    all.sort_by_key(|(id, events)| (std::cmp::Reverse(events.len()), board.actor_index(id)));
    all
}

fn names(actor: &Actor) -> impl Iterator<Item = &str> {
    std::iter::once(actor.name.as_str()).chain(actor.aliases.iter().map(String::as_str))
}

/// Small letters without accents and signs.
fn folded(name: &str) -> String {
    let plain = name.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
    plain.filter(|letter| letter.is_alphanumeric() || *letter == ' ').collect()
}

fn family(name: &str) -> String {
    name.split_whitespace().last().map(folded).unwrap_or_default()
}

/// The first letters of the words that begin with a capital; empty for a single word.
fn initials(name: &str) -> String {
    let letters: String = name.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|letter| letter.is_uppercase()).collect();
    if letters.chars().count() > 1 { letters } else { String::new() }
}

fn is_acronym(name: &str) -> bool {
    let letters = name.chars().filter(|letter| *letter != '.').count();
    (2..=7).contains(&letters) && name.chars().all(|letter| letter.is_uppercase() || letter == '.')
}

/// Whether two names of persons may be of one: a bare family name agrees with all, else the given names must begin alike.
fn given_names_agree(one: &str, other: &str) -> bool {
    let given = |name: &str| name.split_whitespace().rev().nth(1).and_then(|_| folded(name).chars().next());
    given(one).zip(given(other)).is_none_or(|(a, b)| a == b)
}

fn shared_name<'a>(one: &'a Actor, other: &Actor) -> &'a str {
    let theirs: BTreeSet<String> = names(other).map(folded).collect();
    names(one).find(|name| theirs.contains(&folded(name))).unwrap_or_default()
}

fn pairs(owners: &BTreeSet<usize>) -> Vec<(usize, usize)> {
    owners.iter().flat_map(|one| owners.range(one + 1..).map(|other| (*one, *other))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ActorKind::{Country, Organisation, Person};

    fn board(actors: &[(&str, ActorKind, &[&str])]) -> Board {
        let mut board = Board::default();
        for (name, kind, aliases) in actors {
            board.actors.push(Actor {
                id: ActorId((*name).to_owned()),
                name: (*name).to_owned(),
                state: None,
                kind: *kind,
                aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
                roles: vec![],
                mentions: vec![],
                importance: 0.5,
            });
        }
        board.indexed()
    }

    fn reasons(board: &Board) -> Vec<String> {
        merge_hints(board).into_iter().map(|hint| format!("{} < {}: {}", hint.into, hint.other, hint.reason)).collect()
    }

    #[test]
    fn shared_names_initials_and_family_names_are_suggested_with_their_reason() {
        let board = board(&[
            ("Mira Okonkwo", Person, &[]),
            ("Okonkwo", Person, &[]),
            ("Ada Okonkwo", Person, &[]),
            ("United Harbour Workers", Organisation, &["Dockers"]),
            ("UHW", Organisation, &[]),
            ("dockers", Organisation, &[]),
            ("Iran", Country, &[]),
            ("Iraq", Country, &[]),
        ]);
        assert_eq!(
            reasons(&board),
            [
                "Mira Okonkwo < Okonkwo: both have the family name “Okonkwo”",
                "Okonkwo < Ada Okonkwo: both have the family name “Okonkwo”",
                "United Harbour Workers < UHW: “UHW” are the first letters of “United Harbour Workers”",
                "United Harbour Workers < dockers: both are called “Dockers”",
            ],
            "Mira and Ada are two, and so are Iran and Iraq"
        );
    }

    #[test]
    fn what_is_kept_apart_is_not_suggested_again() {
        let mut board = board(&[("M. Żmijewski", Person, &[]), ("Maria Zmijewski", Person, &[])]);
        assert_eq!(reasons(&board).len(), 1);
        board.apart.insert((ActorId("M. Żmijewski".to_owned()), ActorId("Maria Zmijewski".to_owned())));
        assert_eq!(reasons(&board), [""; 0]);
    }
}
