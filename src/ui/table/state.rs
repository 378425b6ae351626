//! What the table remembers from frame to frame: its rows in order, which are chosen, where it is scrolled.

use crate::model::{Board, Event, EventId};
use crate::ui::desk::Desk;
use crate::view::{Choice, Column, TableLook, table};
use egui::Vec2;

/// The rows in order, worked out when something changes and not each frame.
#[derive(Clone, Debug, Default)]
pub struct TableState {
    /// Which rows are chosen.
    pub(super) choice: Choice,
    /// The tag that is being typed for all of them.
    pub(super) tag: String,
    /// Events of the board, in the order of the table.
    pub(super) rows: Vec<u32>,
    /// What the rows were worked out from.
    key: Option<(u64, Column, bool)>,
    /// The place of the row that the keys move; it stays when the row goes.
    pub(super) place: usize,
    /// A row to bring into view.
    pub(super) wanted: Option<usize>,
    /// How far it is scrolled, in points.
    pub(super) offset: Vec2,
    /// The height of its rows in view, in points.
    pub(super) height: f32,
    /// The event under the pointer when it was on the table.
    pub(super) hovered: Option<EventId>,
}

impl TableState {
    /// The events chosen; what was hidden or filtered out since is not among them.
    pub fn chosen<'a>(&'a self, board: &'a Board) -> impl Iterator<Item = &'a Event> {
        self.rows.iter().filter_map(|at| board.events.get(*at as usize)).filter(|event| self.choice.events().contains(&event.id))
    }

    /// How many are chosen.
    pub fn chosen_count(&self) -> usize {
        self.choice.events().len()
    }

    /// Works out the rows again if board, filter or order have changed, and follows the selection of the window.
    pub(super) fn refresh(&mut self, desk: &Desk<'_>, look: &TableLook, revision: u64) {
        let key = Some((revision, look.sort, look.descending));
        let is_new = self.key != key;
        if is_new {
            self.key = key;
            self.rows = table::rows(desk.board, desk.shown, look);
            let shown = |event| desk.board.event_index(event).is_some_and(|at| desk.shown.get(at).copied().unwrap_or(true));
            self.choice.keep(shown);
        }
        let is_other = self.choice.follow(desk.selection.event);
        if (is_other || is_new)
            && let Some(place) = self.place_of(desk, self.choice.cursor())
        {
            (self.place, self.wanted) = (place, Some(place));
        }
    }

    /// The place of an event in the table.
    pub(super) fn place_of(&self, desk: &Desk<'_>, event: Option<EventId>) -> Option<usize> {
        let at = desk.board.event_index(event?)?;
        self.rows.iter().position(|row| *row as usize == at)
    }

    /// The event at a place.
    pub(super) fn event<'a>(&self, desk: &Desk<'a>, place: usize) -> Option<&'a Event> {
        desk.board.events.get(*self.rows.get(place)? as usize)
    }

    /// The ids of all rows in order.
    pub(super) fn order(&self, desk: &Desk<'_>) -> Vec<EventId> {
        self.rows.iter().filter_map(|at| desk.board.events.get(*at as usize)).map(|event| event.id).collect()
    }
}
