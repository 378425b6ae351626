//! The actors of an extraction while the user's decisions are laid on them, one after the other.
//!
//! A decision changes the parts in events that are there when it is made, so that what a person says of an event later
//! stands. Undo takes decisions back by laying the others on anew: nothing here has to be reversible.

use super::Hues;
use super::division::{Division, divide};
use crate::model::{
    Actor, ActorCuration, ActorEdit, ActorId, Article, ArticleId, Board, Curation, Event, EventId, Participant, Quote, Role,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// An actor that went into another one.
struct Merged {
    into: usize,
    /// As it was then.
    actor: Actor,
    /// The name that it is known by there.
    name: String,
    /// The names that the other one did not have before.
    new: BTreeSet<String>,
    /// The parts that both had in the events of the one that went: of the other one and its own.
    parts: BTreeMap<EventId, (Option<Role>, Role)>,
}

/// Actors with decisions on them.
pub(super) struct Actors {
    /// None where an actor has gone into another one.
    all: Vec<Option<Actor>>,
    /// The actor that each id means, those of actors that have gone into another one among them.
    at: HashMap<ActorId, usize>,
    /// The id of the only actor that was found with a name, in small letters; made when it is needed.
    named: Option<HashMap<String, Option<ActorId>>>,
    /// What went into which actor.
    merged: Vec<Merged>,
    texts: HashMap<ArticleId, Arc<str>>,
    curation: BTreeMap<ActorId, ActorCuration>,
    hidden: BTreeSet<ActorId>,
    apart: BTreeSet<(ActorId, ActorId)>,
    /// How often the most named one was found.
    most: usize,
    /// Whether the order of importance may have changed.
    is_moved: bool,
}

impl Actors {
    /// Nothing decided yet.
    pub(super) fn new(actors: Vec<Actor>, articles: &[Article]) -> Self {
        Self {
            most: actors.iter().map(|actor| actor.mentions.len()).max().unwrap_or(1),
            at: actors.iter().enumerate().map(|(at, actor)| (actor.id.clone(), at)).collect(),
            all: actors.into_iter().map(Some).collect(),
            named: None,
            merged: Vec::new(),
            texts: articles.iter().map(|article| (article.id, Arc::clone(&article.text))).collect(),
            curation: BTreeMap::new(),
            hidden: BTreeSet::new(),
            apart: BTreeSet::new(),
            is_moved: false,
        }
    }

    /// Lays one more decision on. Returns whether what it is about is there.
    pub(super) fn apply(
        &mut self,
        id: &ActorId,
        decision: &ActorEdit,
        events: &mut [Option<Event>],
        curation: &mut BTreeMap<EventId, Curation>,
    ) -> bool {
        let Some(at) = self.find(id) else { return false };
        let Some(id) = self.all[at].as_ref().map(|actor| actor.id.clone()) else { return false };
        match decision {
            ActorEdit::Rename(name) => self.rename(at, name.trim()),
            ActorEdit::Absorb(other) => {
                let Some(other) = self.find(other) else { return false };
                self.absorb(at, other, &mut told(events, curation));
            }
            ActorEdit::SplitOff(alias) => return self.split_off(at, alias, &mut told(events, curation)),
            ActorEdit::Hide => drop(self.hidden.insert(id)),
            ActorEdit::Show => drop(self.hidden.remove(&id)),
            ActorEdit::Colour(hue) => self.curation.entry(id).or_default().hue = *hue,
            ActorEdit::Kind(kind) => self.set_kind(at, *kind),
            ActorEdit::KeepApart(other) => {
                let Some(other) = self.find(other).and_then(|other| self.all[other].as_ref()) else { return false };
                self.apart.insert(pair(id, other.id.clone()));
            }
        }
        true
    }

    /// The same participants by the ids that their actors have now; each actor once.
    pub(super) fn current(&mut self, participants: &[Participant]) -> Vec<Participant> {
        let mut now: Vec<Participant> = Vec::with_capacity(participants.len());
        for participant in participants {
            let actor = self.now(participant.actor.clone());
            if now.iter().all(|other| other.actor != actor) {
                now.push(Participant { actor, role: participant.role });
            }
        }
        now
    }

    /// The id that this actor has now; its own if it is not there.
    pub(super) fn now(&mut self, id: ActorId) -> ActorId {
        let known = self.find(&id).and_then(|at| self.all[at].as_ref());
        known.map(|actor| actor.id.clone()).unwrap_or(id)
    }

    /// Puts the actors on the board, the most important first, and takes the hidden ones out of its events.
    pub(super) fn finish(self, board: &mut Board, hues: &Hues) {
        let gone = self.at.iter().filter_map(|(id, at)| Some((id, &self.all[*at].as_ref()?.id))).filter(|(id, now)| id != now);
        board.actors_now = gone.map(|(id, now)| (id.clone(), now.clone())).collect();
        let mut actors: Vec<Actor> = self.all.into_iter().flatten().collect();
        let is_renamed = |id: &ActorId| self.curation.get(id).is_some_and(|curation| curation.found_name.is_some());
        show_states(&mut actors, is_renamed);
        if self.is_moved {
            actors.sort_by(|a, b| b.importance.total_cmp(&a.importance).then_with(|| a.id.cmp(&b.id)));
        }
        let hidden = self.hidden;
        if !hidden.is_empty() {
            for event in board.events.iter_mut().chain(&mut board.hidden) {
                event.participants.retain(|participant| !hidden.contains(&participant.actor));
            }
        }
        for actor in actors {
            if hidden.contains(&actor.id) {
                board.hidden_actors.push(actor);
            } else {
                let own = self.curation.get(&actor.id).and_then(|curation| curation.hue);
                board.hues.push(own.unwrap_or_else(|| hues.of(&actor)));
                board.actors.push(actor);
            }
        }
        (board.actor_curation, board.apart) = (self.curation, self.apart);
    }

    /// The actor with this id or, if articles that came later have changed its id, the only one that was found with that name.
    fn find(&mut self, id: &ActorId) -> Option<usize> {
        if let Some(at) = self.at.get(id) {
            return Some(*at);
        }
        let actors = &self.all;
        let named = self.named.get_or_insert_with(|| by_name(actors.iter().flatten()));
        let id = named.get(&id.0.to_lowercase())?.as_ref()?;
        self.at.get(id).copied()
    }

    fn rename(&mut self, at: usize, name: &str) {
        let Some(actor) = &mut self.all[at] else { return };
        let curation = self.curation.entry(actor.id.clone()).or_default();
        let found = curation.found_name.clone().unwrap_or_else(|| actor.name.clone());
        let name = if name.is_empty() { found.as_str() } else { name };
        if name == actor.name {
            return;
        }
        let old = std::mem::replace(&mut actor.name, name.to_owned());
        // A name that a person gave is gone with the next one; one that was found stays a name of the actor.
        let mut aliases: BTreeSet<String> = std::mem::take(&mut actor.aliases).into_iter().collect();
        if curation.found_name.is_none() {
            aliases.insert(old);
        }
        aliases.insert(found.clone());
        aliases.remove(&actor.name);
        actor.aliases = aliases.into_iter().collect();
        curation.found_name = (actor.name != found).then_some(found);
    }

    fn set_kind(&mut self, at: usize, kind: Option<crate::model::ActorKind>) {
        let Some(actor) = &mut self.all[at] else { return };
        let curation = self.curation.entry(actor.id.clone()).or_default();
        let found = curation.found_kind.unwrap_or(actor.kind);
        actor.kind = kind.unwrap_or(found);
        curation.found_kind = (actor.kind != found).then_some(found);
    }

    fn absorb(&mut self, into: usize, from: usize, told: &mut [&mut Event]) {
        if into == from {
            return;
        }
        let Some(other) = self.all[from].take() else { return };
        let Some(actor) = self.all[into].as_mut() else { return };
        let mut parts = BTreeMap::new();
        for event in told {
            if let Some(own) = role_of(event, &other.id) {
                parts.entry(event.id).or_insert((role_of(event, &actor.id), own));
                give(event, &other.id, &actor.id);
            }
        }
        let mut aliases: BTreeSet<String> = std::mem::take(&mut actor.aliases).into_iter().collect();
        // The police of another state come in as "police (Chile)", so that they can be split off again.
        let is_taken = other.name == actor.name || aliases.contains(&other.name);
        let name = if is_taken { other.with_state(&other.name) } else { other.name.clone() };
        let is_new = |name: &&String| **name != actor.name && !aliases.contains(*name);
        let new: BTreeSet<String> = other.aliases.iter().chain([&name]).filter(is_new).cloned().collect();
        aliases.extend(new.iter().cloned());
        actor.aliases = aliases.into_iter().collect();
        for role in &other.roles {
            if actor.roles.iter().all(|known| !known.text.eq_ignore_ascii_case(&role.text)) {
                actor.roles.push(role.clone());
            }
        }
        actor.mentions.extend(other.mentions.iter().copied());
        actor.mentions.sort_unstable();
        actor.mentions.dedup();
        self.at.values_mut().filter(|at| **at == from).for_each(|at| *at = into);
        self.merged.iter_mut().filter(|merged| merged.into == from).for_each(|merged| merged.into = into);
        self.hidden.remove(&other.id);
        let before = self.curation.remove(&other.id).unwrap_or_default();
        let curation = self.curation.entry(actor.id.clone()).or_default();
        curation.merged.push(name.clone());
        curation.merged.extend(before.merged);
        self.merged.push(Merged { into, actor: other, name, new, parts });
        self.weigh(&[into]);
    }

    /// Returns whether the actor goes by that name.
    fn split_off(&mut self, at: usize, alias: &str, told: &mut [&mut Event]) -> bool {
        let Some(actor) = self.all[at].as_mut().filter(|actor| actor.aliases.iter().any(|known| known == alias)) else { return false };
        // What was merged by hand is taken apart again as it was; else the name alone decides.
        let place = self.merged.iter().position(|merged| merged.into == at && merged.name == alias);
        let undone = place.map(|place| self.merged.remove(place));
        let goes: BTreeSet<Quote> = if let Some(merged) = &undone {
            merged.actor.mentions.iter().copied().collect()
        } else {
            let reads = |quote: &&Quote| self.texts.get(&quote.article).is_some_and(|text| quote.span.text(text) == alias);
            actor.mentions.iter().filter(reads).copied().collect()
        };
        let id = if let Some(merged) = &undone {
            merged.actor.id.clone()
        } else if !self.at.contains_key(&ActorId(alias.to_owned())) {
            ActorId(alias.to_owned())
        } else {
            ActorId(format!("{alias} (split off {})", actor.id))
        };
        let division = Division::new(std::mem::take(&mut actor.mentions), goes);
        for event in told {
            match &undone {
                Some(merged) => merged.parts.get(&event.id).into_iter().for_each(|parts| give_back(event, &actor.id, &id, *parts)),
                None => divide(event, &actor.id, &id, &division),
            }
        }
        let (roles, own_roles) = std::mem::take(&mut actor.roles).into_iter().partition(|role| division.goes_near(role.quote));
        let (mentions, own_mentions) = division.parts();
        (actor.roles, actor.mentions) = (own_roles, own_mentions);
        let gone = |name: &String| name == alias || undone.as_ref().is_some_and(|merged| merged.new.contains(name));
        actor.aliases.retain(|known| !gone(known));
        if let Some(curation) = self.curation.get_mut(&actor.id) {
            curation.merged.retain(|name| name != alias);
        }
        let (id_of_part, name) = (id.clone(), alias.to_owned());
        let (state, kind, aliases) = (actor.state.clone(), actor.kind, Vec::new());
        let part = Actor { id: id_of_part, name, state, kind, aliases, roles, mentions, importance: 0.0 };
        let new = match undone {
            Some(Merged { actor, .. }) => Actor { name: actor.name, state: actor.state, kind: actor.kind, aliases: actor.aliases, ..part },
            None => part,
        };
        self.apart.insert(pair(actor.id.clone(), id.clone()));
        let next = self.all.len();
        self.at.insert(id, next);
        self.all.push(Some(new));
        self.weigh(&[at, next]);
        true
    }

    /// Says anew how much of the collection is about these actors.
    fn weigh(&mut self, at: &[usize]) {
        for at in at {
            if let Some(actor) = &mut self.all[*at] {
                actor.importance = Actor::weight(&actor.mentions, self.texts.len(), self.most);
            }
        }
        self.is_moved = true;
    }
}

/// Every event as it is and, where something of it was changed, as it was found.
fn told<'a>(events: &'a mut [Option<Event>], curation: &'a mut BTreeMap<EventId, Curation>) -> Vec<&'a mut Event> {
    let found = curation.values_mut().filter_map(|curation| curation.found.as_deref_mut());
    events.iter_mut().flatten().chain(found).collect()
}

/// Gives the part of one actor to another. Who takes part twice then does so once, in the stronger role.
fn give(event: &mut Event, from: &ActorId, to: &ActorId) {
    let Some(place) = event.participants.iter().position(|participant| participant.actor == *from) else { return };
    let role = event.participants.iter().filter(|one| one.actor == *to || one.actor == *from).map(|one| one.role).min();
    let first = event.participants.iter().position(|participant| participant.actor == *to).map_or(place, |known| known.min(place));
    event.participants[first] = Participant { actor: to.clone(), role: role.unwrap_or(event.participants[place].role) };
    let mut at = 0;
    event.participants.retain(|participant| {
        at += 1;
        at - 1 == first || (participant.actor != *from && participant.actor != *to)
    });
}

fn role_of(event: &Event, actor: &ActorId) -> Option<Role> {
    event.participants.iter().find(|participant| participant.actor == *actor).map(|participant| participant.role)
}

/// Parts what was given: `own` is the role of the one that went, `other` that of the one it went into, if that had one.
fn give_back(event: &mut Event, from: &ActorId, to: &ActorId, (other, own): (Option<Role>, Role)) {
    let Some(at) = event.participants.iter().position(|participant| participant.actor == *from) else { return };
    let participant = Participant { actor: to.clone(), role: own };
    match other {
        None => event.participants[at] = participant,
        Some(role) => {
            event.participants[at].role = role;
            event.participants.insert(at + 1, participant);
        }
    }
}

/// A state is shown where it tells actors apart: where another one bears one of its names, unless a person has given it a name.
fn show_states(actors: &mut [Actor], is_renamed: impl Fn(&ActorId) -> bool) {
    let names = |actor: &Actor| -> BTreeSet<String> {
        std::iter::once(&actor.name).chain(&actor.aliases).map(|name| name.to_lowercase()).collect()
    };
    let mut bearers: HashMap<String, usize> = HashMap::new();
    for name in actors.iter().flat_map(names) {
        *bearers.entry(name).or_default() += 1;
    }
    for actor in actors {
        let shared = || names(actor).iter().any(|name| bearers[name] > 1);
        let is_shown = actor.state.is_some() && !is_renamed(&actor.id) && shared();
        if let Some(state) = &mut actor.state {
            state.is_shown = is_shown;
        }
    }
}

fn by_name<'a>(actors: impl Iterator<Item = &'a Actor>) -> HashMap<String, Option<ActorId>> {
    let mut named: HashMap<String, Option<ActorId>> = HashMap::new();
    for actor in actors {
        let spellings = std::iter::once(&actor.name).chain(&actor.aliases);
        // By what it was called when it had another commonest name: "Justice Ministry (Peru)".
        let with_state = spellings.clone().map(|name| actor.with_state(name));
        for name in spellings.cloned().chain(with_state) {
            let owner = named.entry(name.to_lowercase()).or_insert_with(|| Some(actor.id.clone()));
            if owner.as_ref() != Some(&actor.id) {
                *owner = None;
            }
        }
    }
    named
}

fn pair(one: ActorId, other: ActorId) -> (ActorId, ActorId) {
    if one <= other { (one, other) } else { (other, one) }
}

#[cfg(test)]
mod tests {
    use super::{Actor, ActorEdit, ActorId};
    use crate::model::{ActorKind, Edit, Extraction, OwnerState};
    use crate::project::board;

    fn police(state: &str) -> Actor {
        Actor {
            id: ActorId(format!("police ({state})")),
            name: "police".to_owned(),
            state: Some(OwnerState { name: state.to_owned(), is_shown: false }),
            kind: ActorKind::Organisation,
            aliases: Vec::new(),
            roles: Vec::new(),
            mentions: Vec::new(),
            importance: 0.5,
        }
    }

    fn decide(state: &str, decision: ActorEdit) -> Edit {
        Edit::Actor { actor: police(state).id, decision }
    }

    /// How the police of these states are shown after these edits.
    fn labels(states: &[&str], edits: &[Edit]) -> Vec<String> {
        let extraction = Extraction { actors: states.iter().map(|state| police(state)).collect(), ..Extraction::default() };
        let mut labels: Vec<String> = board(extraction, edits).actors.iter().map(|actor| actor.label().into_owned()).collect();
        labels.sort();
        labels
    }

    #[test]
    fn a_state_is_shown_where_it_tells_actors_apart() {
        assert_eq!(labels(&["Peru"], &[]), ["police"]);
        assert_eq!(labels(&["Peru", "Chile"], &[]), ["police (Chile)", "police (Peru)"]);
        let renamed = decide("Peru", ActorEdit::Rename("Lima's police".to_owned()));
        assert_eq!(labels(&["Peru", "Chile"], &[renamed]), ["Lima's police", "police (Chile)"], "the other one is still called so");
    }

    #[test]
    fn actors_of_one_name_can_be_merged_and_split_again() {
        let merged = decide("Peru", ActorEdit::Absorb(police("Chile").id));
        assert_eq!(labels(&["Peru", "Chile"], std::slice::from_ref(&merged)), ["police"]);
        let split = decide("Peru", ActorEdit::SplitOff("police (Chile)".to_owned()));
        assert_eq!(labels(&["Peru", "Chile"], &[merged, split]), ["police (Chile)", "police (Peru)"]);
    }
}
