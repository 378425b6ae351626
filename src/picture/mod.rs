//! The timeline as a picture: SVG with live text, PNG, and PDF in pages, of any length, without a window.
//!
//! Lanes, places on the axis, calendar and marks are those of [`crate::view`], as on screen. [`sheet`] composes them into a
//! [`drawing::Drawing`], a list of shapes and texts in points; there is one writer of such lists for each format. The same
//! board and options give the same bytes.

mod drawing;
mod error;
mod extents;
mod fonts;
mod legend;
mod lines;
mod marks;
mod pages;
mod pdf;
mod png;
mod rows;
mod sheet;
mod svg;
mod write;

pub use error::PictureError;
pub use write::{picture, picture_to_file};
