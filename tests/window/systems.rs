//! The manners of other systems: keys as macOS writes them, and what stands in its own menu instead of the window's.

use crate::common::{Window, click, has, press, settle};
use crate::engine::Findings;
use chrono::NaiveDate;
use dateline::app::App;
use dateline::view::WindowOptions;
use egui::os::OperatingSystem;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

fn window_on(system: OperatingSystem) -> Window {
    let today = NaiveDate::from_ymd_opt(2026, 1, 20).unwrap();
    let mut window = Harness::builder()
        .with_size([1280.0, 1600.0])
        .with_max_steps(400)
        .with_os(system)
        .build_eframe(move |creation| App::new(creation, &WindowOptions::default(), Box::new(Findings::default()), today));
    settle(&mut window);
    window
}

#[test]
fn quit_settings_and_about_stand_where_each_system_keeps_them() {
    let quit = if cfg!(windows) { "Exit" } else { "Quit" };
    for (system, in_window) in [(OperatingSystem::Nix, true), (OperatingSystem::Windows, true), (OperatingSystem::Mac, false)] {
        let mut window = window_on(system);
        for (menu, own, entry) in [("File", "Save project", quit), ("Edit", "Undo", "Settings…"), ("Help", "Guide", "About Dateline")] {
            click(&mut window, menu);
            assert!(window.query_all_by_label_contains(own).next().is_some(), "{menu} is open");
            assert_eq!(window.query_by_label(entry).is_some(), in_window, "{entry} on {system:?}");
            press(&mut window, Modifiers::NONE, Key::Escape);
        }
    }
}

#[test]
fn keys_are_written_as_the_system_writes_them() {
    for (system, wanted, foreign) in [(OperatingSystem::Mac, "⌘", "Ctrl"), (OperatingSystem::Windows, "Ctrl", "⌘")] {
        let mut window = window_on(system);
        press(&mut window, Modifiers::NONE, Key::F1);
        assert!(has(&window, "Zoom at the pointer"), "the help page is open");
        assert!(has(&window, wanted) && !has(&window, foreign), "{system:?}");
    }
}
