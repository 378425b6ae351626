//! The filters that are saved by name: what the log says, and which actors and articles they mean now.

use crate::model::{Edit, Filter};
use std::collections::BTreeMap;

/// The filters that these edits save, by name, as they were saved.
pub(super) fn filters(edits: &[Edit]) -> BTreeMap<String, Filter> {
    let mut filters = BTreeMap::new();
    for edit in edits.iter().flat_map(Edit::each) {
        match edit {
            Edit::SaveFilter { name, filter } => drop(filters.insert(name.clone(), (**filter).clone())),
            Edit::RenameFilter { name, to } => {
                if let Some(filter) = filters.remove(name) {
                    filters.insert(to.clone(), filter);
                }
            }
            Edit::DeleteFilter { name } => drop(filters.remove(name)),
            _ => {}
        }
    }
    filters
}

#[cfg(test)]
mod tests {
    use crate::model::{Actor, ActorEdit, ActorId, ActorKind, Edit, Extraction, Filter};
    use crate::project::board;

    fn actor(name: &str) -> Actor {
        Actor {
            id: ActorId(name.to_owned()),
            name: name.to_owned(),
            state: None,
            kind: ActorKind::Person,
            aliases: Vec::new(),
            roles: Vec::new(),
            mentions: Vec::new(),
            importance: 0.5,
        }
    }

    /// The actors that the filter "f" means after these edits, and whether it wants them together.
    fn meant(edits: &[Edit]) -> (Vec<String>, bool) {
        let extraction = Extraction { actors: ["Ann", "Bob", "Cy"].map(actor).to_vec(), ..Extraction::default() };
        let board = board(extraction, edits);
        let filter = &board.filters["f"];
        (filter.actors.iter().map(ToString::to_string).collect(), filter.together)
    }

    fn save(names: &[&str]) -> Edit {
        let actors = names.iter().map(|name| ActorId((*name).to_owned())).collect();
        Edit::SaveFilter { name: "f".to_owned(), filter: Box::new(Filter { actors, together: names.len() > 1, ..Filter::default() }) }
    }

    fn decide(actor: &str, decision: ActorEdit) -> Edit {
        Edit::Actor { actor: ActorId(actor.to_owned()), decision }
    }

    #[test]
    fn a_saved_filter_follows_its_actors_through_merges_renames_and_undo() {
        let absorb = |into: &str, from: &str| decide(into, ActorEdit::Absorb(ActorId(from.to_owned())));
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let saved = save(&["Ann", "Cy"]);
        let merged = [saved.clone(), absorb("Bob", "Ann")];
        assert_eq!(meant(&merged), (names(&["Bob", "Cy"]), true));
        assert_eq!(meant(&merged[..1]), (names(&["Ann", "Cy"]), true), "undone");
        assert_eq!(meant(&[merged[1].clone(), saved.clone()]), (names(&["Bob", "Cy"]), true), "saved with the old name");
        assert_eq!(meant(&[merged.to_vec(), vec![absorb("Bob", "Cy")]].concat()), (names(&["Bob"]), false), "two that are one now");
        let twice = [saved.clone(), absorb("Bob", "Ann"), absorb("Cy", "Bob")];
        assert_eq!(meant(&twice), (names(&["Cy"]), false));
        let renamed = decide("Bob", ActorEdit::Rename("Robert".to_owned()));
        assert_eq!(meant(&[merged.to_vec(), vec![renamed]].concat()), (names(&["Bob", "Cy"]), true), "a name is no id");
        let split = decide("Bob", ActorEdit::SplitOff("Ann".to_owned()));
        assert_eq!(meant(&[merged.to_vec(), vec![split]].concat()), (names(&["Ann", "Cy"]), true));
    }

    #[test]
    fn an_actor_that_is_not_there_stays_in_its_filter_until_it_is() {
        assert_eq!(meant(&[save(&["Ann", "Dora"])]).0, ["Ann", "Dora"]);
    }
}
