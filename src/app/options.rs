//! What the command line asks of the window.

use chrono::NaiveDate;
use std::path::PathBuf;

/// How to start the window. Everything may be left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WindowOptions {
    /// A folder, articles, or a project; the sample articles at the first start if empty.
    pub paths: Vec<PathBuf>,
    /// Write a picture of the window here, as PNG, then leave.
    pub screenshot: Option<PathBuf>,
    /// Leave after so many frames without work in the background.
    pub exit_after_frames: Option<u32>,
    /// Colours, for this start.
    pub theme: Option<ThemeChoice>,
    /// Inner size of the window in points.
    pub size: Option<(f32, f32)>,
    /// What draws.
    pub renderer: Option<RendererChoice>,
    /// The day of the "today" line; the clock's if left out.
    pub today: Option<NaiveDate>,
}

impl WindowOptions {
    /// Whether the window only shows itself and leaves: then nothing is remembered from or for other starts.
    pub const fn is_brief(&self) -> bool {
        self.screenshot.is_some() || self.exit_after_frames.is_some()
    }
}

/// The colours of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ThemeChoice {
    /// As the system is set.
    System,
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}

/// What draws the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum RendererChoice {
    /// Vulkan, Metal or Direct3D 12.
    Wgpu,
    /// OpenGL.
    Glow,
}
