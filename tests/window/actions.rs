//! Actions by name and by key: the palette and the help page.

use crate::common::{has, press, sample, settle};
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
fn help_lists_the_keys() {
    let mut window = sample();
    press(&mut window, Modifiers::SHIFT, Key::Questionmark);
    assert!(has(&window, "Keyboard and mouse") && has(&window, "Ctrl+Shift+Z"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!has(&window, "Ctrl+Shift+Z"));
}
