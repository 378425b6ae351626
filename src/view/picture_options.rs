//! What a picture of the timeline is to be.

use serde::{Deserialize, Serialize};
use std::path::Path;

/// The format of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureFormat {
    /// Vectors with live text, one sheet of any size.
    #[default]
    Svg,
    /// Pixels, one sheet.
    Png,
    /// Vectors with text that can be selected, in pages.
    Pdf,
}

impl PictureFormat {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Pdf];

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// The format that a file name asks for by its ending.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }
}

/// The paper of a PDF, turned sideways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PageSize {
    /// 297 x 210 mm (ISO 216).
    #[default]
    A4,
    /// 11 x 8.5 in.
    Letter,
}

impl PageSize {
    /// Width and height in points of 1/72 inch.
    pub const fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (841.89, 595.28),
            Self::Letter => (792.0, 612.0),
        }
    }
}

/// How pictures were made last; the next one is offered like that.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PictureLook {
    /// The format.
    pub format: PictureFormat,
    /// Pixels a point, for PNG.
    pub scale: f32,
    /// The paper of a PDF.
    pub page: PageSize,
    /// Light on dark; `None` as the window is.
    pub dark: Option<bool>,
}

impl Default for PictureLook {
    fn default() -> Self {
        let PictureOptions { scale, page, .. } = PictureOptions::default();
        Self { format: PictureFormat::default(), scale, page, dark: None }
    }
}

/// What a picture is to be. Everything has a default.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureOptions {
    /// Stands above the timeline.
    pub title: String,
    /// Only this range, in calendar seconds since 1970; `None` for everything that is dated.
    pub range: Option<(f64, f64)>,
    /// The width in points, of all pages of a PDF side by side; `None` for one at which every title has room.
    pub width: Option<f32>,
    /// The height in points; `None` for as much as all events need. With a height, what has no room is counted, as on screen.
    /// Pages have their own.
    pub height: Option<f32>,
    /// Pixels a point, for PNG.
    pub scale: f32,
    /// Light on dark.
    pub dark: bool,
    /// The paper of a PDF.
    pub page: PageSize,
}

impl PictureOptions {
    /// Widths and heights that can be asked for, in points.
    pub const SIDES: std::ops::RangeInclusive<f32> = 400.0..=100_000.0;
    /// Pixels a point that can be asked for.
    pub const SCALES: std::ops::RangeInclusive<f32> = 0.25..=8.0;
}

impl Default for PictureOptions {
    fn default() -> Self {
        Self { title: "Chronology".to_owned(), range: None, width: None, height: None, scale: 2.0, dark: false, page: PageSize::A4 }
    }
}
