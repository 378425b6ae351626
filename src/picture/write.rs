//! From a board to a picture: checks what was asked for, composes, writes.

use super::drawing::Drawing;
use super::error::PictureError;
use super::fonts::Fonts;
use super::marks::Plan;
use super::{pages, pdf, png, sheet, svg};
use crate::model::{Board, Cancelled, Watch};
use crate::view::colors::Colors;
use crate::view::{Lanes, PictureFormat, PictureOptions};
use crate::whole_file::write_whole;
use std::path::Path;

/// The picture of what `lanes` show of the board, as the bytes of a file.
///
/// # Errors
/// [`PictureError`], if sides or scale are out of bounds, nothing is dated, or it was stopped.
pub fn picture(
    board: &Board,
    lanes: &Lanes,
    options: &PictureOptions,
    format: PictureFormat,
    watch: &dyn Watch,
) -> Result<Vec<u8>, PictureError> {
    check(lanes, options, format)?;
    let fonts = Fonts::new();
    let plan = Plan { board, lanes, fonts: &fonts, colors: Colors::get(options.dark), options };
    let stopped = || if watch.cancelled() { Err(PictureError::Cancelled(Cancelled)) } else { Ok(()) };
    if format == PictureFormat::Pdf {
        let pages: Vec<Drawing> = pages::pages(&plan, watch);
        stopped()?;
        return pdf::pdf(&pages, &options.title, &fonts, watch);
    }
    let drawing = sheet::sheet(&plan, watch);
    stopped()?;
    let svg = svg::svg(&drawing, &options.title);
    match format {
        PictureFormat::Png => {
            // Looks for the fonts of all letters first, so that the writer finds them.
            drawing.texts().for_each(|text| drop(fonts.runs(&text.words, text.bold)));
            png::png(&svg, &fonts, options.scale)
        }
        PictureFormat::Svg | PictureFormat::Pdf => Ok(svg.into_bytes()),
    }
}

/// The same into a file, whole or not at all.
///
/// # Errors
/// [`PictureError`]; the file that stood there is then untouched.
pub fn picture_to_file(
    board: &Board,
    lanes: &Lanes,
    options: &PictureOptions,
    format: PictureFormat,
    path: &Path,
    watch: &dyn Watch,
) -> Result<(), PictureError> {
    let bytes = picture(board, lanes, options, format, watch)?;
    write_whole(path, |out| out.write_all(&bytes)).map_err(|source| PictureError::Disk { path: path.to_owned(), source })
}

fn check(lanes: &Lanes, options: &PictureOptions, format: PictureFormat) -> Result<(), PictureError> {
    if let Some(side) = [options.width, options.height].into_iter().flatten().find(|side| !PictureOptions::SIDES.contains(side)) {
        return Err(PictureError::Side(side));
    }
    if format == PictureFormat::Png && !PictureOptions::SCALES.contains(&options.scale) {
        return Err(PictureError::Scale(options.scale));
    }
    if lanes.is_empty() {
        return Err(PictureError::Empty("no event has a date. Set the dates of the articles and try again"));
    }
    Ok(())
}
