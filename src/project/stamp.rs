//! Whether a file is still the one that was read or written: its size and time of change.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// What tells a file from what another program made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    bytes: u64,
    changed: Option<SystemTime>,
}

impl Stamp {
    /// That of this file; none if it is not there.
    pub fn of(path: &Path) -> Option<Self> {
        let data = fs::metadata(path).ok()?;
        Some(Self { bytes: data.len(), changed: data.modified().ok() })
    }
}
