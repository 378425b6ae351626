//! What a picture cannot be.

use crate::view::PictureOptions;
use std::io;
use std::path::PathBuf;

/// There is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// A side out of bounds.
    #[error("Cannot make the picture: {0} points are not between {low} and {high}. Choose another width or height", low = PictureOptions::SIDES.start(), high = PictureOptions::SIDES.end())]
    Side(f32),
    /// A scale out of bounds.
    #[error("Cannot make the picture: a scale of {0} is not between {low} and {high}. Choose another scale", low = PictureOptions::SCALES.start(), high = PictureOptions::SCALES.end())]
    Scale(f32),
    /// Too many pixels.
    #[error(
        "Cannot make the picture: {width} x {height} pixels are too many for a PNG here. Choose a smaller scale, a shorter range, or SVG or PDF, which have no pixels"
    )]
    TooLarge {
        /// Pixels across.
        width: u64,
        /// Pixels down.
        height: u64,
    },
    /// Nothing has a place in time.
    #[error("Cannot make the picture: {0}")]
    Empty(&'static str),
    /// A writer has failed.
    #[error("Cannot make the picture: {0}. Choose another format, or a shorter range")]
    Writer(String),
    /// Stopped by the user.
    #[error(transparent)]
    Cancelled(#[from] crate::model::Cancelled),
    /// The file could not be written.
    #[error("Cannot write the picture: {source}. What was there before is unchanged; choose another place or free some space ({path})", path = path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}
