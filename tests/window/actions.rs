//! Actions by name and by key: the palette and the help page.

use crate::common::{Window, has, press, sample, settle};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

#[test]
fn the_palette_finds_an_action_by_a_few_letters() {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND | Modifiers::CTRL | Modifiers::SHIFT, Key::P);
    assert!(has(&window, "What do you want to do?"));
    window.get_by_label("Action").type_text("lanes kind");
    settle(&mut window);
    assert!(has(&window, "Lanes: By kind"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(!has(&window, "What do you want to do?"));
    assert_eq!(window.get_by_label("Lanes by kind").accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
}

#[test]
fn the_palette_shows_what_was_used_last_and_takes_scattered_letters() {
    let mut window = sample();
    let palette = Modifiers::COMMAND | Modifiers::CTRL | Modifiers::SHIFT;
    press(&mut window, palette, Key::P);
    window.get_by_label("Action").type_text("lnki");
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.get_by_label("Lanes by kind").accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    press(&mut window, palette, Key::P);
    let top = |name: &str, window: &Window| window.get_by_label(name).rect().top();
    assert!(top("Lanes: By kind", &window) < top("Open path…", &window));
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.state_mut().ask(dateline::view::Command::Action(dateline::view::Action::About));
    settle(&mut window);
    assert!(has(&window, "Works offline") && has(&window, "SIL Open Font License") && has(&window, "en_core_web_sm"));
}

#[test]
fn a_dialog_has_no_tip_above_it() {
    let mut window = sample();
    window.query_all_by_label_contains("NATO, organisation").next().unwrap().hover();
    for _ in 0..60 {
        window.step();
    }
    let tip = "drag on another actor to merge";
    assert!(has(&window, tip), "a tip is there to begin with");
    press(&mut window, Modifiers::SHIFT, Key::Questionmark);
    assert!(has(&window, "Keyboard, mouse and touch"));
    assert!(!has(&window, tip));
}

#[test]
fn help_lists_the_keys() {
    let mut window = sample();
    press(&mut window, Modifiers::SHIFT, Key::Questionmark);
    for name in ["Keyboard, mouse and touch", "Ctrl+Shift+Z", "TOUCH AND TRACKPAD", "Pinch", "Select all rows"] {
        assert!(has(&window, name), "{name}");
    }
    window.get_by_label("Search help").type_text("undo");
    settle(&mut window);
    assert!(has(&window, "Ctrl+Z") && !has(&window, "Pinch"));
    window.get_by_label("Search help").type_text("zzz");
    settle(&mut window);
    assert!(has(&window, "Nothing in the help has these words"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!has(&window, "Ctrl+Shift+Z"));
}
