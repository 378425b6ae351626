//! Which rows of a list are chosen, by mouse and keyboard.

use crate::model::EventId;
use std::collections::BTreeSet;

/// Which rows are chosen, as in every list: one by a click, a run with shift, single ones with the command key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    chosen: BTreeSet<EventId>,
    /// Where a run begins.
    anchor: Option<EventId>,
    /// The row that the keys move: it is the selected event of the window.
    cursor: Option<EventId>,
}

impl Choice {
    /// The events chosen.
    pub const fn events(&self) -> &BTreeSet<EventId> {
        &self.chosen
    }

    /// The row that the keys move.
    pub const fn cursor(&self) -> Option<EventId> {
        self.cursor
    }

    /// Follows the selection of the window. Returns whether it was another one.
    pub fn follow(&mut self, selected: Option<EventId>) -> bool {
        if self.cursor == selected {
            return false;
        }
        *self = Self { chosen: selected.into_iter().collect(), anchor: selected, cursor: selected };
        true
    }

    /// This row alone.
    pub fn only(&mut self, event: EventId) {
        *self = Self { chosen: [event].into(), anchor: Some(event), cursor: Some(event) };
    }

    /// This row as well, or no longer.
    pub fn toggle(&mut self, event: EventId) {
        if !self.chosen.remove(&event) {
            self.chosen.insert(event);
        }
        (self.anchor, self.cursor) = (Some(event), Some(event));
    }

    /// All rows from where the run begins to this one; `order` is that of the table.
    pub fn extend(&mut self, event: EventId, order: &[EventId]) {
        let place = |id: Option<EventId>| id.and_then(|id| order.iter().position(|other| *other == id));
        let (Some(to), from) = (place(Some(event)), place(self.anchor)) else { return };
        let from = from.unwrap_or(to);
        self.chosen = order[from.min(to)..=from.max(to)].iter().copied().collect();
        self.anchor = order.get(from).copied();
        self.cursor = Some(event);
    }

    /// Every row.
    pub fn all(&mut self, order: &[EventId]) {
        self.chosen = order.iter().copied().collect();
        self.anchor = self.anchor.or_else(|| order.first().copied());
        self.cursor = self.cursor.or_else(|| order.first().copied());
    }

    /// Forgets what the table no longer has.
    pub fn keep(&mut self, has: impl Fn(EventId) -> bool) {
        self.chosen.retain(|event| has(*event));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Span};

    fn id(at: usize) -> EventId {
        EventId::of(ArticleId::of("a"), Span::new(at, at + 1).unwrap())
    }

    #[test]
    fn rows_are_chosen_as_in_every_list() {
        let order: Vec<EventId> = (0..6).map(id).collect();
        let mut choice = Choice::default();
        choice.only(id(1));
        choice.extend(id(3), &order);
        assert_eq!(choice.events().len(), 3);
        choice.extend(id(0), &order);
        assert_eq!(*choice.events(), [id(0), id(1)].into(), "the run turns round where it began");
        choice.toggle(id(5));
        choice.toggle(id(0));
        assert_eq!(*choice.events(), [id(1), id(5)].into());
        assert!(choice.follow(Some(id(4))) && !choice.follow(Some(id(4))));
        assert_eq!(*choice.events(), [id(4)].into());
        choice.all(&order);
        assert_eq!(choice.events().len(), 6);
        choice.keep(|event| event != id(4));
        assert_eq!(choice.events().len(), 5);
    }
}
