//! What is shown -> files for others: JSON lines, JSON, CSV, Markdown. One writer per file.
//!
//! Everything here counts places in Unicode code points.

mod csv;
mod format;
mod json;
mod jsonl;
mod markdown;
mod places;
mod record;

pub use format::{ExportError, Format, export, export_to_file};
