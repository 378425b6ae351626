//! Happening and publication, and dates as they are written.

use crate::common::{Window, click, sample, settle, toggled};
use dateline::view::{Action, DatedBy, Division, Lanes, spans};
use egui::accesskit::Toggled;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// An event with a lag that is in view, by its name on the timeline.
fn late(window: &Window) -> (String, String) {
    let board = window.state().board();
    let lanes = Lanes::build(board, &[], Division::default());
    let view = window.state().view();
    let found = board.events.iter().enumerate().find_map(|(at, event)| {
        let extent = lanes.extent(at).filter(|extent| extent.drawing == dateline::view::Drawing::Mark)?;
        let lag = spans::lag(board, &lanes, event)?;
        let name = format!("{}, {}", event.title, dateline::view::words::edtf_words(&event.when.edtf));
        (view.contains(extent.anchor) && window.query_by_label(&name).is_some()).then_some((name, lag.words))
    });
    found.unwrap()
}

#[test]
fn events_move_to_their_publication_and_back() {
    let mut window = sample();
    let (name, lag) = late(&window);
    let place = |window: &Window| window.get_by_label(&name).rect().center().x;
    window.get_by_label(&name).hover();
    window.run_ok();
    assert!(window.query_all_by_label_contains(&lag).next().is_some(), "{lag}");
    click(&mut window, "Fit everything");
    let before = place(&window);
    click(&mut window, "By date of publication");
    assert_eq!(toggled(&window, "By date of publication"), Some(Toggled::True));
    assert_ne!(window.query_by_label(&name).map(|node| node.rect().center().x), Some(before));
    window.key_press_modifiers(Modifiers::NONE, Key::P);
    settle(&mut window);
    click(&mut window, "Fit everything");
    assert_eq!(toggled(&window, "By date of happening"), Some(Toggled::True));
    assert!((before - place(&window)).abs() < 1.0);
}

#[test]
fn dates_are_written_as_chosen_everywhere() {
    let mut window = sample();
    let (name, _) = late(&window);
    for (entry, part) in
        [("Year first: 2025-03-20 (ISO 8601)", "2025-"), ("Month first: Mar 20, 2025", ", 2025"), ("Day first: 20 Mar 2025", " 2025")]
    {
        window.key_press_modifiers(Modifiers { ctrl: true, command: true, ..Modifiers::NONE }, Key::Comma);
        settle(&mut window);
        click(&mut window, entry);
        window.key_press_modifiers(Modifiers::NONE, Key::Escape);
        settle(&mut window);
        let title = name.rsplit_once(", ").unwrap().0;
        let shown = window.query_all_by_label_contains(title).filter_map(|node| node.accesskit_node().label()).collect::<Vec<_>>();
        assert!(shown.iter().any(|label| label.contains(part)), "{entry}: {shown:?}");
    }
    assert!(window.query_by_label(&name).is_some());
}

#[test]
fn publication_is_the_first_report() {
    let window = sample();
    let board = window.state().board();
    let lanes = Lanes::build(board, &[], Division { dated_by: DatedBy::Publication, ..Division::default() });
    for (at, event) in board.events.iter().enumerate() {
        let dates = event.mentions.iter().filter_map(|mention| board.article(mention.article())?.published.as_ref());
        let first = dates.filter_map(|one| one.date.bounds().earliest).min();
        assert_eq!(lanes.extent(at).map(|extent| extent.start), first.map(dateline::view::seconds), "{}", event.title);
    }
    assert!(Action::ByPublication.entry().is_some());
}
