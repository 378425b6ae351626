//! The source text: its marked sentences lead to their events.

use crate::common::{click, click_article, event, press, sample};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

#[test]
fn a_click_on_a_marked_sentence_selects_its_event() {
    let mut window = sample();
    click_article(&mut window, "002");
    let id = event(&window, "Kremlin warns").id;
    click(&mut window, "Sentence, warning: Kremlin warns of a full-scale war with NATO");
    assert_eq!(window.state().selection().event, Some(id));
    // By keyboard: the node takes the focus, Enter selects.
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().selection().event, None);
    let other = event(&window, "Kremlin warns").id;
    window.get_by_label_contains("Sentence, warning: Kremlin warns").focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().selection().event, Some(other));
}
