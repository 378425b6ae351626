//! The source text: a whole article, with every sentence that tells an event marked in the colour of its kind.

mod job;
mod panel;
mod underline;

pub use panel::{SourceState, source_ui};
