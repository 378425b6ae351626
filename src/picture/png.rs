//! PNG: the SVG, drawn in pixels.

use super::error::PictureError;
use super::fonts::Fonts;
use crate::view::whole;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// More pixels than this are refused: they would take more than 2 GB of memory.
const MOST_PIXELS: u64 = 500_000_000;
/// More than this on a side no program opens.
const MOST_SIDE: u64 = 65_500;

/// The file as bytes, at so many pixels a point.
pub(super) fn png(svg: &str, fonts: &Fonts, scale: f32) -> Result<Vec<u8>, PictureError> {
    let options = Options { fontdb: fonts.database(), font_family: "Noto Sans".to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| PictureError::Writer(error.to_string()))?;
    let side = |points: f32| whole((points * scale).ceil()).max(1) as u64;
    let (width, height) = (side(tree.size().width()), side(tree.size().height()));
    let too_large = || PictureError::TooLarge { width, height };
    if width * height > MOST_PIXELS || width.max(height) > MOST_SIDE {
        return Err(too_large());
    }
    let (wide, high) = (u32::try_from(width).map_err(|_| too_large())?, u32::try_from(height).map_err(|_| too_large())?);
    let mut pixels = Pixmap::new(wide, high).ok_or_else(too_large)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| PictureError::Writer(error.to_string()))
}
