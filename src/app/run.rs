//! Opens the window: wgpu first, OpenGL where that does not start.

use super::capture::{Report, is_brief};
use super::engine::Dateline;
use super::fault::{keep_reports, where_to_read};
use super::locale::system_dates;
use super::second_start::hand_over;
use super::system_theme;
use super::window::App;
use crate::view::{Renderer, WindowOptions};
use eframe::NativeOptions;
use egui::{IconData, ViewportBuilder};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError};

/// The name of the program for the system: of its windows, its settings, its desktop file. Never change it.
pub(super) const APP_ID: &str = "org.dateline.Dateline";
const ICON: &[u8] = include_bytes!("../../assets/icon/dateline-256.png");

/// The window did not open, or did not do what was asked of it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Neither renderer started.
    #[error(
        "Cannot open a window: {reason}. Check that a screen is connected (on Linux, that DISPLAY or WAYLAND_DISPLAY is set) and that graphics drivers are installed, or use \"dateline extract\", which needs no window"
    )]
    NoWindow {
        /// What the last renderer said.
        reason: String,
    },
    /// The program made a mistake.
    #[error("Dateline made a mistake and had to stop. Open it again: unsaved work is kept and offered then.{report} Please report it")]
    Fault {
        /// Where it is written down.
        report: String,
    },
    /// The picture could not be made.
    #[error("Cannot take the screenshot: {0}. Check the folder of its file, and give --exit-after-frames some more frames")]
    Screenshot(String),
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// [`Error::NoWindow`] if there is no screen or no renderer starts, [`Error::Fault`] if the program itself failed,
/// [`Error::Screenshot`] if a picture was asked for and could not be made. They are shown in a box of the system as well: who
/// starts a program by a click sees no standard error.
pub fn run(options: &WindowOptions) -> Result<(), Error> {
    if !is_brief(options) && !options.new_window && hand_over(&options.paths) {
        return Ok(());
    }
    keep_reports();
    let ended = catch_unwind(AssertUnwindSafe(|| open_with_any(options))).unwrap_or_else(|_| Err(Error::Fault { report: where_to_read() }));
    if let Err(error) = &ended
        && !is_brief(options)
    {
        rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error).set_title("Dateline").set_description(error.to_string()).show();
    }
    ended
}

fn open_with_any(options: &WindowOptions) -> Result<(), Error> {
    let renderers: &[eframe::Renderer] = match options.renderer {
        Renderer::Auto => &[eframe::Renderer::Wgpu, eframe::Renderer::Glow],
        Renderer::Wgpu => &[eframe::Renderer::Wgpu],
        Renderer::Glow => &[eframe::Renderer::Glow],
    };
    let report = Report::default();
    let mut reason = String::new();
    for renderer in renderers {
        match open(options, *renderer, &report) {
            Ok(()) => return ending(options, &report),
            Err(error) => reason = error.to_string(),
        }
    }
    Err(Error::NoWindow { reason })
}

fn open(options: &WindowOptions, renderer: eframe::Renderer, report: &Report) -> eframe::Result {
    let (asked, report) = (options.clone(), Arc::clone(report));
    let today = today();
    eframe::run_native(
        "Dateline",
        native_options(options, renderer),
        Box::new(move |creation| {
            system_theme::follow(&creation.egui_ctx, !is_brief(&asked));
            let app = App::with_report(creation, &asked, Box::<Dateline>::default(), today, system_dates(), report);
            Ok(Box::new(if is_brief(&asked) { app } else { app.with_system(&creation.egui_ctx) }))
        }),
    )
}

fn native_options(options: &WindowOptions, renderer: eframe::Renderer) -> NativeOptions {
    let (width, height) = options.size.unwrap_or((1280.0, 800.0));
    let mut viewport = ViewportBuilder::default()
        .with_title("Dateline")
        .with_app_id(APP_ID)
        .with_inner_size([width, height])
        .with_min_inner_size([720.0, 480.0])
        .with_drag_and_drop(true);
    if let Some(icon) = icon() {
        viewport = viewport.with_icon(icon);
    }
    let remember_window = !is_brief(options) && options.size.is_none();
    NativeOptions { viewport, renderer, persist_window: remember_window, centered: options.size.is_some(), ..NativeOptions::default() }
}

fn icon() -> Option<IconData> {
    let image = image::load_from_memory_with_format(ICON, image::ImageFormat::Png).ok()?.into_rgba8();
    let (width, height) = image.dimensions();
    Some(IconData { rgba: image.into_raw(), width, height })
}

fn ending(options: &WindowOptions, report: &Report) -> Result<(), Error> {
    match report.lock().unwrap_or_else(PoisonError::into_inner).take() {
        Some(Err(message)) => Err(Error::Screenshot(message)),
        None if options.screenshot.is_some() => Err(Error::Screenshot("the window was closed before the picture was taken".to_owned())),
        Some(Ok(())) | None => Ok(()),
    }
}

#[expect(clippy::disallowed_methods, reason = "the rim of the program: the clock comes in here")]
fn today() -> chrono::NaiveDate {
    chrono::Local::now().date_naive()
}
