//! The source text: a whole article, with every sentence that tells an event marked in the colour of its kind.

mod job;
mod nodes;
mod page;
mod panel;
mod underline;
mod words;

pub use panel::{SourceState, source_ui};
