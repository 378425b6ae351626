//! The whole window without a screen: found by accessible names, driven by mouse and keyboard.
#![cfg(feature = "gui")]

#[path = "support/engine.rs"]
mod engine;

use chrono::NaiveDate;
use dateline::app::App;
use dateline::view::{ThemeChoice, WindowOptions};
use egui_kittest::Harness;
use engine::Findings;
use std::time::Duration;

type Window = Harness<'static, App>;

fn window_of(findings: Findings, options: WindowOptions, size: [f32; 2]) -> Window {
    let today = NaiveDate::from_ymd_opt(2026, 1, 20).unwrap();
    let mut window = Harness::builder()
        .with_size(size)
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(400)
        .build_eframe(move |creation| App::new(creation, &options, Box::new(findings), today));
    settle(&mut window);
    window
}

/// Draws until nothing goes on in the background and nothing moves.
fn settle(window: &mut Window) {
    for _ in 0..600 {
        window.run_ok();
        if !window.state().is_working() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run_ok();
}

fn sample() -> Window {
    window_of(Findings::default(), WindowOptions::default(), [1280.0, 800.0])
}

/// Pictures for the eye: `LOOK=folder cargo test --test window look -- --ignored`.
#[test]
#[ignore = "writes pictures"]
fn look() {
    let folder = std::path::PathBuf::from(std::env::var("LOOK").unwrap());
    for (theme, name) in [(ThemeChoice::Dark, "dark"), (ThemeChoice::Light, "light")] {
        for (size, wide) in [([1280.0, 800.0], "s"), ([2560.0, 1440.0], "l")] {
            let options = WindowOptions { theme, ..WindowOptions::default() };
            let mut window = window_of(Findings::default(), options, size);
            let event = window.state().board().events[10].id;
            window.state_mut().ask(dateline::view::Command::Reveal(event));
            settle(&mut window);
            window.render().unwrap().save(folder.join(format!("{name}-{wide}.png"))).unwrap();
        }
    }
}

#[test]
fn the_first_start_shows_the_sample_articles() {
    let window = sample();
    assert_eq!(window.state().board().articles.len(), 5);
}
