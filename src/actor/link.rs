//! Which actors of different articles are the same one.
//!
//! Known states and bodies meet by their listed name; persons by folded family name and agreeing given name; other bodies
//! by folded name or acronym, those of a name that every state has ("police") only within a state. A bare family name joins
//! the only person of the collection who bears it. Similarity alone never joins: Medvedev and Medvedchuk, Iran and Iraq
//! stay apart.

use super::lexicon::lexicon;
use super::local_actor::{LocalActor, Owner};
use super::name::{PersonName, SamePerson, body_key, initials};
use super::named::common_name::is_common;
use crate::model::{Actor, ActorId, ActorKind, ActorRole, ArticleId, Cancelled, OwnerState, Quote, Watch};
use std::collections::{BTreeMap, BTreeSet};

/// The actors of a collection.
#[derive(Debug, Default)]
pub struct Linked {
    /// Most important first.
    pub actors: Vec<Actor>,
    /// For each article, for each of its local actors, the index into `actors`.
    pub of: Vec<Vec<usize>>,
}

/// Links the actors of all articles. Near-linear: only actors that share a key are compared.
///
/// # Errors
/// `Cancelled` if the watch says so.
pub fn link(articles: &[(ArticleId, &[LocalActor])], watch: &dyn Watch) -> Result<Linked, Cancelled> {
    let flat: Vec<(usize, &LocalActor)> =
        articles.iter().enumerate().flat_map(|(article, (_, actors))| actors.iter().map(move |actor| (article, actor))).collect();
    let mut sets = Sets::new(flat.len());
    join_persons(&flat, &mut sets, watch)?;
    join_others(&flat, &mut sets);
    if watch.cancelled() {
        return Err(Cancelled);
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in 0..flat.len() {
        members.entry(sets.find(index)).or_default().push(index);
    }
    let mut built: Vec<(Actor, Vec<usize>)> = Vec::with_capacity(members.len());
    for (count, group) in members.into_values().enumerate() {
        if count % 1024 == 0 && watch.cancelled() {
            return Err(Cancelled);
        }
        built.push((build(articles, &flat, &group), group));
    }
    weigh(&mut built, articles.len());
    built.sort_by(|(a, _), (b, _)| b.importance.total_cmp(&a.importance).then_with(|| a.name.cmp(&b.name)).then(a.kind.cmp(&b.kind)));
    let mut used = BTreeSet::new();
    let mut place = vec![0; flat.len()];
    for (number, (actor, group)) in built.iter_mut().enumerate() {
        let called = actor.with_state(&actor.name);
        let mut id = called.clone();
        if !used.insert(id.clone()) {
            id = (2..=u32::MAX)
                .map(|count| format!("{called} ({} {count})", actor.kind.as_str()))
                .find(|id| !used.contains(id))
                .unwrap_or_default();
            used.insert(id.clone());
        }
        actor.id = ActorId(id);
        for index in group {
            place[*index] = number;
        }
    }
    let mut rest = place.as_slice();
    let mut of = Vec::with_capacity(articles.len());
    for (_, actors) in articles {
        let (head, tail) = rest.split_at(actors.len());
        of.push(head.to_vec());
        rest = tail;
    }
    Ok(Linked { actors: built.into_iter().map(|(actor, _)| actor).collect(), of })
}

/// Disjoint sets with path halving.
struct Sets(Vec<usize>);

impl Sets {
    fn new(length: usize) -> Self {
        Self((0..length).collect())
    }

    fn find(&mut self, mut index: usize) -> usize {
        while self.0[index] != index {
            self.0[index] = self.0[self.0[index]];
            index = self.0[index];
        }
        index
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        let (low, high) = (a.min(b), a.max(b));
        self.0[high] = low;
    }
}

fn join_persons(flat: &[(usize, &LocalActor)], sets: &mut Sets, watch: &dyn Watch) -> Result<(), Cancelled> {
    let mut families: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, (_, actor)) in flat.iter().enumerate().filter(|(_, (_, actor))| actor.kind == ActorKind::Person) {
        families.entry(&actor.person.family).or_default().push(index);
    }
    for (count, family) in families.values().enumerate() {
        if count % 256 == 0 && watch.cancelled() {
            return Err(Cancelled);
        }
        // One representative for every given name; the number of different persons of one family name is small.
        let mut persons: Vec<(usize, &PersonName, BTreeSet<&str>)> = Vec::new();
        for index in family.iter().copied().filter(|index| !flat[*index].1.person.given.is_empty()) {
            let actor = flat[index].1;
            let same = persons.iter_mut().find(|(_, name, _)| name.same(&actor.person) == SamePerson::Yes);
            match same {
                Some((first, _, owners)) => {
                    sets.join(*first, index);
                    owners.extend(actor.affiliation.as_deref());
                }
                None => persons.push((index, &actor.person, actor.affiliation.as_deref().into_iter().collect())),
            }
        }
        let bare: Vec<usize> = family.iter().copied().filter(|index| flat[*index].1.person.given.is_empty()).collect();
        for index in &bare {
            let owner = flat[*index].1.affiliation.as_deref();
            let agreeing: Vec<usize> = persons
                .iter()
                .filter(|(_, _, owners)| owner.is_some_and(|owner| owners.contains(owner)))
                .map(|(first, ..)| *first)
                .collect();
            match (persons.as_slice(), agreeing.as_slice()) {
                ([(only, ..)], _) | (_, [only]) => sets.join(*only, *index),
                ([], _) => sets.join(bare[0], *index),
                _ => {}
            }
        }
    }
    Ok(())
}

fn join_others(flat: &[(usize, &LocalActor)], sets: &mut Sets) {
    let lexicon = lexicon();
    let corporate = |word: &str| lexicon.is("corporate", word);
    let mut keys: BTreeMap<(String, &Owner), usize> = BTreeMap::new();
    let mut by_initials: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let others = || flat.iter().enumerate().filter(|(_, (_, actor))| actor.kind != ActorKind::Person);
    for (index, (_, actor)) in others() {
        let mut own: BTreeSet<String> = BTreeSet::new();
        if actor.known {
            own.insert(format!("={}", actor.name));
        } else {
            own.extend(actor.spellings.keys().chain([&actor.name]).map(|name| body_key(name, corporate)).filter(|key| !key.is_empty()));
        }
        for key in own {
            let first = *keys.entry((key, &actor.owner)).or_insert(index);
            sets.join(first, index);
        }
    }
    join_ownerless(&keys, sets);
    for (index, (_, actor)) in others().filter(|(_, (_, actor))| actor.name.contains(' ')) {
        let letters = initials(&actor.name);
        if letters.len() >= 2 {
            by_initials.entry(letters).or_default().insert(sets.find(index));
        }
    }
    for (index, (_, actor)) in others().filter(|(_, (_, actor))| !actor.known && !actor.name.contains(' ')) {
        let letters = actor.name.replace('.', "");
        let acronym = letters.len() >= 2 && letters.chars().all(char::is_uppercase);
        if let Some(owners) = by_initials.get(&letters).filter(|owners| acronym && owners.len() == 1) {
            for owner in owners {
                sets.join(*owner, index);
            }
        }
    }
}

/// Bodies of which no text says whose they are, where it can only be one: "police" beside the police of one state.
fn join_ownerless(keys: &BTreeMap<(String, &Owner), usize>, sets: &mut Sets) {
    // For each of them, by all its names, one body of every state that has one of these.
    let mut candidates: BTreeMap<usize, BTreeMap<&str, usize>> = BTreeMap::new();
    for ((key, _), ownerless) in keys.iter().filter(|((_, owner), _)| **owner == Owner::Unknown) {
        let alike = keys.range((key.clone(), &Owner::Unknown)..).take_while(|((other, _), _)| other == key);
        let of_states =
            alike.filter_map(|((_, owner), index)| if let Owner::State(state) = owner { Some((&**state, *index)) } else { None });
        candidates.entry(sets.find(*ownerless)).or_default().extend(of_states);
    }
    for (ownerless, of_states) in candidates {
        if let [only] = of_states.values().copied().collect::<Vec<_>>()[..] {
            sets.join(only, ownerless);
        }
    }
}

fn build(articles: &[(ArticleId, &[LocalActor])], flat: &[(usize, &LocalActor)], group: &[usize]) -> Actor {
    let mut spellings: BTreeMap<&str, usize> = BTreeMap::new();
    let mut kinds: BTreeMap<ActorKind, usize> = BTreeMap::new();
    let mut mentions = Vec::new();
    let mut roles: Vec<ActorRole> = Vec::new();
    let mut known = None;
    let mut state = None;
    for index in group {
        let (article, actor) = flat[*index];
        let id = articles[article].0;
        for (name, count) in &actor.spellings {
            *spellings.entry(name).or_default() += count;
        }
        *kinds.entry(actor.kind).or_default() += actor.spans.len();
        if let Owner::State(name) = &actor.owner {
            state = state.or(Some(name));
        }
        known = known.or_else(|| (actor.known || actor.kind == ActorKind::Group).then(|| actor.name.clone()));
        mentions.extend(actor.spans.iter().map(|span| Quote { article: id, span: *span }));
        for role in &actor.roles {
            if !roles.iter().any(|other| other.text.eq_ignore_ascii_case(&role.text)) {
                roles.push(ActorRole { text: role.text.clone(), quote: Quote { article: id, span: role.span } });
            }
        }
    }
    let kind =
        kinds.iter().max_by_key(|(kind, count)| (**count, std::cmp::Reverse(**kind))).map_or(ActorKind::Organisation, |(kind, _)| *kind);
    let words = |name: &str| name.split(' ').count();
    let best = if kind == ActorKind::Person {
        // The commonest full name; a name of one word only if there is no other.
        spellings.iter().max_by_key(|(name, count)| (words(name).min(2), **count, std::cmp::Reverse(name.len()), std::cmp::Reverse(**name)))
    } else {
        // The fullest that is given: "Halvorsen Packaging" rather than "Halvorsen", "Brantholm AB" rather than "Brantholm".
        let acronym = |name: &str| name.chars().all(|c| c.is_uppercase() || c == '.');
        let telling = |name: &str| words(&body_key(name, |word| lexicon().is("corporate", word)));
        spellings.iter().max_by_key(|(name, count)| (!acronym(name), telling(name), words(name), **count, std::cmp::Reverse(**name)))
    };
    let name = known.or_else(|| best.map(|(name, _)| (*name).to_owned())).unwrap_or_else(|| flat[group[0]].1.name.clone());
    let aliases = spellings.keys().filter(|spelling| **spelling != name).map(|spelling| (*spelling).to_owned()).collect();
    mentions.sort_unstable();
    mentions.dedup();
    let state = state.filter(|_| is_common(&name)).map(|name| OwnerState { name: name.clone(), is_shown: false });
    Actor { id: ActorId(name.clone()), name, state, kind, aliases, roles, mentions, importance: 0.0 }
}

/// Says of every actor how much of the collection is about it.
fn weigh(built: &mut [(Actor, Vec<usize>)], articles: usize) {
    let most = built.iter().map(|(actor, _)| actor.mentions.len()).max().unwrap_or(1);
    for (actor, _) in built {
        actor.importance = Actor::weight(&actor.mentions, articles, most);
    }
}
