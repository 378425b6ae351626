//! The events as a table that is sorted, chosen from and copied: for people who know chronologies as tables.

mod bar;
mod header;
mod keys;
mod panel;
mod state;

pub(super) use panel::table_id;
pub use panel::table_ui;
pub use state::TableState;
