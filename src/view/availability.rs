//! Which actions can be done now, which are switched on, and which have a name for the occasion.

use super::Action;
use std::collections::{BTreeMap, BTreeSet};

/// What menus and shortcuts need to know about the moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Availability {
    disabled: BTreeSet<Action>,
    checked: BTreeSet<Action>,
    names: BTreeMap<Action, String>,
}

impl Availability {
    /// Notes that an action can be done only if `enabled`.
    pub fn enable(&mut self, action: Action, enabled: bool) {
        if !enabled {
            self.disabled.insert(action);
        }
    }

    /// Notes that what the action switches is on.
    pub fn check(&mut self, action: Action) {
        self.checked.insert(action);
    }

    /// Calls the action by another name: "Undo hide event".
    pub fn rename(&mut self, action: Action, name: String) {
        self.names.insert(action, name);
    }

    /// Whether the action can be done.
    pub fn is_enabled(&self, action: Action) -> bool {
        !self.disabled.contains(&action)
    }

    /// Whether what it switches is on.
    pub fn is_checked(&self, action: Action) -> bool {
        self.checked.contains(&action)
    }

    /// Its name now.
    pub fn name(&self, action: Action) -> &str {
        self.names.get(&action).map_or_else(|| action.name(), String::as_str)
    }
}
