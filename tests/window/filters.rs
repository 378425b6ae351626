//! Filters and search: what is shown, what is counted as left out.

use crate::common::{click, has, press, sample, settle};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

#[test]
fn an_actor_filters_and_another_is_added() {
    let mut window = sample();
    click(&mut window, "Donald Trump, person, 3 events");
    assert!(has(&window, "16 filtered out"));
    let with_ctrl = Modifiers::COMMAND | Modifiers::CTRL;
    window.get_by_label("Coalition of the Willing, group, 0 events").click_modifiers(with_ctrl);
    settle(&mut window);
    assert!(has(&window, "11 filtered out"), "five more events");
    click(&mut window, "Clear filters in status bar");
    assert!(!has(&window, "filtered out"));
    click(&mut window, "attack, 1 event");
    assert!(has(&window, "1 filtered out"), "a kind is left out");
}

#[test]
fn search_shows_only_what_has_the_words() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::Slash);
    window.get_by_label("Search events").type_text("drones");
    settle(&mut window);
    assert!(has(&window, "18 filtered out"));
    // While the field has the cursor, letters are text and not shortcuts.
    let view = window.state().view();
    press(&mut window, Modifiers::NONE, Key::W);
    assert_eq!(window.state().view(), view);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!has(&window, "filtered out"), "Escape empties the field");
    window.get_by_label("Search events").focus();
    window.run_ok();
    window.get_by_label("Search events").type_text("zzz");
    settle(&mut window);
    assert!(has(&window, "No event passes the filters"));
    click(&mut window, "Clear filters");
    assert!(!has(&window, "filtered out"));
}

#[test]
fn what_is_not_in_view_can_be_left_out_of_all_panels() {
    let mut window = sample();
    for _ in 0..3 {
        press(&mut window, Modifiers::NONE, Key::W);
    }
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::G);
    assert!(has(&window, "filtered out") && has(&window, ": show everything again"));
    assert!(!has(&window, "Undated: "), "the undated are not in view");
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::G);
    assert!(!has(&window, "filtered out"));
}
