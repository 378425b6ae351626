//! The selected event: what is known of it, what a person says of it, and every quote that tells it.

mod edit;
mod entry;
mod panel;
mod remarks;

pub use entry::EventState;
pub use panel::{event_ui, one_line};
