//! The only code that reads articles from disk: folder walk, decoding, structure, metadata.
//!
//! Reading never fails as a whole. What cannot be read becomes a [`Warning`](crate::model::Warning) that names the
//! file, the reason and the cure; the rest is read. Nothing here looks for events.

mod assemble;
mod changed_since;
mod date_line;
mod dated_part;
mod dateline;
mod decode;
mod disk;
mod front_matter;
mod full_date;
mod head;
mod head_line;
mod html;
mod line_looks;
mod lines;
mod look;
mod markdown;
mod pasted;
mod published;
mod reading;
mod sample;
mod shown_path;
mod sidecar;
mod standing_line;
mod structure;
mod walk;

pub use disk::MAX_FILE_BYTES;
pub use look::{Places, Sight, look};
pub use pasted::from_bytes;
pub use reading::read;
pub use sample::sample;
pub use walk::ENDINGS;
