//! One article that does not come from disk: pasted text.

use super::assemble::Collector;
use crate::model::Reading;

/// Reads these bytes as the article that is shown as `path`, by the same rules as a file of that name.
pub fn from_bytes(path: &str, bytes: &[u8]) -> Reading {
    let mut collector = Collector::default();
    collector.add(path, Ok(bytes.to_vec()), None);
    collector.finish()
}
