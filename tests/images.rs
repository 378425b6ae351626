//! How the window looks, compared with small pictures. Recorded on Mesa's software renderer (lavapipe): the truth is Linux.
//!
//! After a wanted change: `UPDATE_SNAPSHOTS=1 cargo test --test images`, and look at what changed.
#![cfg(all(feature = "gui", target_os = "linux"))]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/engine.rs"]
mod engine;

use chrono::NaiveDate;
use dateline::app::App;
use dateline::view::{Command, ThemeChoice, WindowOptions};
use egui_kittest::Harness;
use engine::{Findings, UNDATED};
use std::time::Duration;

fn picture(name: &str, theme: ThemeChoice) {
    let options = WindowOptions { theme, ..WindowOptions::default() };
    let mut window = Harness::builder()
        .with_size([1000.0, 620.0])
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(400)
        .with_os(egui::os::OperatingSystem::Nix)
        .with_theme(if theme == ThemeChoice::Light { egui::Theme::Light } else { egui::Theme::Dark })
        .build_eframe(move |creation| {
            App::new(creation, &options, Box::new(Findings::slow(Duration::ZERO)), NaiveDate::from_ymd_opt(2026, 1, 20).unwrap())
        });
    while window.state().is_working() {
        window.run_ok();
        std::thread::sleep(Duration::from_millis(5));
    }
    let undated = window.state().board().articles.iter().filter(|article| article.path == UNDATED).count();
    assert_eq!(undated, 1);
    let event = window.state().board().events.iter().find(|event| event.title.contains("hosted Zelensky")).unwrap().id;
    window.state_mut().ask(Command::Reveal(event));
    window.run_ok();
    window.run_ok();
    window.snapshot(name);
}

#[test]
fn the_window_in_the_dark() {
    picture("window-dark", ThemeChoice::Dark);
}

#[test]
fn the_window_in_the_light() {
    picture("window-light", ThemeChoice::Light);
}
