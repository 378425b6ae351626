//! A picture of the timeline, drawn from the window.

use crate::common::{Window, click, sample, settle};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

#[test]
fn a_picture_is_drawn_from_the_window_and_never_over_another_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chronology.pdf");
    let mut window = sample();
    let ask = |window: &mut Window| {
        window.key_press_modifiers(Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE }, Key::E);
        settle(window);
        window.get_by_label("PDF").click();
        settle(window);
        window.get_by_label("Picture file").focus();
        window.run_ok();
        window.key_press_modifiers(Modifiers { ctrl: true, command: true, ..Modifiers::NONE }, Key::A);
        window.run_ok();
        window.get_by_label("Picture file").type_text(path.to_str().unwrap());
        settle(window);
        click(window, "Export");
    };
    ask(&mut window);
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
    assert!(window.query_by_label_contains("Exported").is_some());
    std::fs::write(&path, "mine").unwrap();
    ask(&mut window);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    assert!(window.query_by_label_contains("exists already").is_some());
}
