//! How the window starts.

use std::path::PathBuf;

/// What the command line says about the window. Everything has a default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WindowOptions {
    /// Folders and articles to read, or one project. Empty: what was open last, and the sample articles at the first start.
    pub paths: Vec<PathBuf>,
    /// Open a window of its own, even if one is open that takes what later starts open.
    pub new_window: bool,
    /// Write a picture of the window here before leaving.
    pub screenshot: Option<PathBuf>,
    /// Leave after so many frames.
    pub exit_after_frames: Option<u64>,
    /// What draws.
    pub renderer: Renderer,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Width and height of the window in points.
    pub size: Option<(f32, f32)>,
}

/// What draws the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Renderer {
    /// wgpu, and glow where that does not start.
    #[default]
    Auto,
    /// Vulkan, Metal or DirectX 12.
    Wgpu,
    /// OpenGL.
    Glow,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// As the system has it, or as the user chose last.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}
