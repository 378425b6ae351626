//! The settings: each holds at once, all go back to what they were.

use crate::common::{Window, click, has, press, sample, settle, toggled};
use dateline::view::{Action, Command};
use egui::accesskit::Toggled;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

fn settings() -> Window {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND | Modifiers::CTRL, Key::Comma);
    assert!(has(&window, "Each holds at once and is remembered."));
    window
}

/// A line of the panel on the left.
const ACTOR: &str = "Donald Trump, person, 3 events";

fn is_on(window: &Window, name: &str) -> bool {
    toggled(window, name) == Some(Toggled::True)
}

#[test]
fn each_setting_holds_at_once() {
    let mut window = settings();
    click(&mut window, "Light");
    assert!(is_on(&window, "Light") && !window.ctx.global_style().visuals.dark_mode);
    click(&mut window, "Dark");
    assert!(window.ctx.global_style().visuals.dark_mode);
    click(&mut window, "Reduce motion");
    assert!(is_on(&window, "Reduce motion") && window.ctx.global_style().animation_time == 0.0);
    click(&mut window, "Wheel zooms");
    click(&mut window, "Weeks begin on Sunday");
    click(&mut window, "Year first: 2025-03-20 (ISO 8601)");
    assert!(is_on(&window, "Wheel zooms") && is_on(&window, "Weeks begin on Sunday"));
    click(&mut window, "Actors and articles");
    assert!(!has(&window, ACTOR));
    click(&mut window, "200 %");
    assert!((window.ctx.zoom_factor() - 2.0).abs() < 1e-3);
    click(&mut window, "Restore defaults");
    assert!((window.ctx.zoom_factor() - 1.0).abs() < 1e-3 && has(&window, ACTOR));
    for name in ["Reduce motion", "Wheel zooms", "Weeks begin on Sunday"] {
        assert!(!is_on(&window, name), "{name}");
    }
    assert!(is_on(&window, "As the system begins weeks") && is_on(&window, "As the system writes dates"));
    click(&mut window, "Close");
    assert!(!has(&window, "Restore defaults"));
}

#[test]
fn what_has_its_home_in_the_settings_is_not_in_the_menu_as_well() {
    let mut window = sample();
    click(&mut window, "View");
    assert!(window.query_by_label("Dates").is_none() && window.query_by_label("Wheel zooms").is_none());
    assert!(has(&window, "Larger"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Edit");
    click(&mut window, "Settings…");
    assert!(has(&window, "Restore defaults"));
}

#[test]
fn the_guide_is_reopened_goes_by_keyboard_and_ends() {
    let mut window = sample();
    assert!(!has(&window, "STEP 1 OF 3"), "it comes only where it can be remembered");
    window.state_mut().ask(Command::Action(Action::Guide));
    settle(&mut window);
    assert!(has(&window, "STEP 1 OF 3") && has(&window, "Open a folder"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(has(&window, "STEP 2 OF 3") && has(&window, "Look at an event and its source"));
    click(&mut window, "Step before of the guide");
    assert!(has(&window, "STEP 1 OF 3"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(has(&window, "STEP 3 OF 3") && has(&window, "Correct and save"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(!has(&window, "OF 3"));
    window.state_mut().ask(Command::Action(Action::Guide));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!has(&window, "OF 3"), "Escape ends it");
}
