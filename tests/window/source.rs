//! The source text: its marked sentences lead to their events.

use crate::common::{click, click_article, event, has, open, press, sample};
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

#[test]
fn a_title_below_the_name_of_the_paper_is_shown_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deal.txt");
    let text =
        "THE HARBOUR POST\n\nMinisters agree on border deal\n\nBy Ann Roe\n19 March 2021\n\nMinisters met on Monday.\n\nThey left.\n";
    std::fs::write(&path, text).unwrap();
    let mut window = open(&[path]);
    click_article(&mut window, "deal.txt");
    assert!(has(&window, "Text of Ministers agree on border deal"));
    assert_eq!(window.query_all_by_label("Ministers agree on border deal").count(), 0, "the text itself shows it");
}
