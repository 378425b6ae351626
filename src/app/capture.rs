//! A start that only shows itself: draws so many frames, takes a picture if asked to, and leaves.

use crate::view::WindowOptions;
use egui::{ColorImage, Context, ViewportCommand};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, PoisonError};

/// How a brief start ended: written by the window, read when it has closed.
pub(super) type Report = Arc<Mutex<Option<Result<(), String>>>>;

/// Whether the window only shows itself and leaves: then nothing is remembered from or for other starts.
pub(super) const fn is_brief(options: &WindowOptions) -> bool {
    options.screenshot.is_some() || options.exit_after_frames.is_some()
}

/// The countdown of a brief start.
pub(super) struct Capture {
    frames: u64,
    file: Option<PathBuf>,
    picture: Option<Receiver<Arc<ColorImage>>>,
    report: Report,
}

impl Capture {
    /// The countdown that the options ask for.
    pub(super) fn new(options: &WindowOptions, report: Report) -> Option<Self> {
        let frames = options.exit_after_frames.unwrap_or(3);
        is_brief(options).then(|| Self { frames, file: options.screenshot.clone(), picture: None, report })
    }

    /// Counts a frame in which nothing was going on in the background.
    pub(super) fn frame(&mut self, ctx: &Context, at_rest: bool) {
        ctx.request_repaint();
        if let Some(picture) = &self.picture {
            if let (Ok(image), Some(file)) = (picture.try_recv(), &self.file) {
                self.leave(ctx, write(&image, file));
            }
            return;
        }
        if !at_rest {
            return;
        }
        self.frames = self.frames.saturating_sub(1);
        if self.frames > 0 {
            return;
        }
        if self.file.is_none() {
            self.leave(ctx, Ok(()));
            return;
        }
        let (sender, picture) = channel();
        let wake = ctx.clone();
        ctx.request_screenshot(move |image| {
            if sender.send(image).is_ok() {
                wake.request_repaint();
            }
        });
        self.picture = Some(picture);
    }

    fn leave(&self, ctx: &Context, result: Result<(), String>) {
        *self.report.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }
}

fn write(image: &ColorImage, file: &Path) -> Result<(), String> {
    let [width, height] = image.size;
    let pixels: Vec<u8> = image.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
    let (width, height) = (u32::try_from(width).unwrap_or(0), u32::try_from(height).unwrap_or(0));
    let picture = image::RgbImage::from_raw(width, height, pixels).ok_or("the window gave an empty picture")?;
    picture.save_with_format(file, image::ImageFormat::Png).map_err(|error| format!("cannot write the picture {}: {error}", file.display()))
}
