//! Everything is reachable by keyboard, shows the focus, and has a name and a role.

use crate::common::{Window, click, has, press, sample, select, settle};
use dateline::view::{ACTIONS, Action, Command, Dialog, Middle};
use egui::accesskit::{Action as Deed, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::collections::BTreeSet;

/// What a screen reader could not say: controls that take the focus or a click without a name, or without a role.
fn nameless(window: &Window) -> Vec<String> {
    let mut found = Vec::new();
    for node in window.root().children_recursive() {
        let node = node.accesskit_node();
        if !node.data().supports_action(Deed::Focus) && !node.data().supports_action(Deed::Click) {
            continue;
        }
        // The bars of lists have a role, no name, and are no stop of the tab key: arrows and wheel scroll.
        if node.role() == Role::ScrollBar && !node.data().supports_action(Deed::Focus) {
            continue;
        }
        let name = node.label().or_else(|| node.value()).unwrap_or_default();
        let has_role = !matches!(node.role(), Role::Unknown | Role::GenericContainer);
        if name.trim().is_empty() || !has_role {
            found.push(format!("{:?} {name:?} {:?}", node.role(), node.raw_bounds()));
        }
    }
    found
}

fn check(window: &Window, place: &str) {
    let found = nameless(window);
    assert!(found.is_empty(), "{place}: {found:#?}");
    let controls = window.root().children_recursive().filter(|node| node.accesskit_node().data().supports_action(Deed::Focus)).count();
    assert!(controls > 1, "{place}: only {controls} controls");
}

#[test]
fn every_control_of_the_window_has_a_name_and_a_role() {
    let mut window = sample();
    check(&window, "the window");
    select(&mut window, "drones");
    check(&window, "a selected event");
    press(&mut window, Modifiers::NONE, Key::E);
    check(&window, "the fields of an event");
    press(&mut window, Modifiers::NONE, Key::Escape);
    for middle in [Middle::Table, Middle::Both] {
        window.state_mut().ask(Command::Action(Action::Middle(middle)));
        settle(&mut window);
        check(&window, "the table");
    }
    click(&mut window, "Columns");
    check(&window, "the columns");
}

#[test]
fn every_control_of_every_dialog_has_a_name_and_a_role() {
    for dialog in [
        Dialog::Path,
        Dialog::GoToDate,
        Dialog::Palette,
        Dialog::Keyboard,
        Dialog::Settings,
        Dialog::Warnings,
        Dialog::Merge,
        Dialog::About,
    ] {
        let mut window = sample();
        select(&mut window, "drones");
        window.state_mut().ask(Command::Dialog(dialog));
        settle(&mut window);
        check(&window, &format!("{dialog:?}"));
    }
    let mut window = sample();
    window.state_mut().ask(Command::Action(Action::ExportPicture));
    settle(&mut window);
    check(&window, "the picture");
    let article = window.state().board().articles[0].id;
    window.state_mut().ask(Command::AskDate(article));
    settle(&mut window);
    check(&window, "the date of an article");
    window.state_mut().ask(Command::CloseDialog);
    window.state_mut().ask(Command::Guide(Some(0)));
    settle(&mut window);
    check(&window, "the guide");
}

#[test]
fn tab_goes_through_the_whole_window_and_comes_back() {
    let mut window = sample();
    select(&mut window, "drones");
    let mut seen = BTreeSet::new();
    for _ in 0..400 {
        press(&mut window, Modifiers::NONE, Key::Tab);
        let focused = window.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        seen.extend(focused.and_then(|node| node.accesskit_node().label()));
    }
    for name in ["File", "Search events", "Open folder…", "Donald Trump, person, 3 events", "attack, 1 event", "Hide event", "Next event"]
    {
        assert!(seen.contains(name), "tab does not reach {name:?}: {seen:#?}");
    }
}

#[test]
fn f6_goes_from_pane_to_pane_and_tab_on_from_there() {
    let mut window = sample();
    select(&mut window, "drones");
    let focused = |window: &Window| {
        let node = window.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    let mut round = Vec::new();
    for _ in 0..8 {
        press(&mut window, Modifiers::NONE, Key::F6);
        round.push(focused(&window));
    }
    let panes = ["Tools", "Actors pane", "Articles pane", "Kinds pane", "Timeline pane", "Event pane", "Source text pane", "Tools"];
    assert_eq!(round, panes);
    press(&mut window, Modifiers::SHIFT, Key::F6);
    assert_eq!(focused(&window), "Source text pane");
    press(&mut window, Modifiers::NONE, Key::F6);
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert_eq!(focused(&window), "Open folder…", "tab goes on inside the pane");
    press(&mut window, Modifiers::NONE, Key::F6);
    assert_eq!(focused(&window), "Actors pane", "from a control to the pane after its own");
    window.state_mut().ask(Command::Action(Action::Middle(Middle::Table)));
    settle(&mut window);
    for _ in 0..3 {
        press(&mut window, Modifiers::NONE, Key::F6);
    }
    assert_eq!(focused(&window), "Events, 19 rows", "the table takes the keys itself");
}

#[test]
fn what_cannot_be_done_says_why() {
    let window = sample();
    drop(window);
    for action in [Action::Undo, Action::Redo, Action::Back, Action::Forward, Action::HideEvent, Action::ClearFilters, Action::Save] {
        assert_ne!(action.needs(), Action::Quit.needs(), "{action:?}");
    }
    let mut window = sample();
    window.state_mut().ask(Command::Action(Action::Palette));
    settle(&mut window);
    window.get_by_label("Action").type_text("redo");
    settle(&mut window);
    assert!(has(&window, "Redo, not now: nothing has been taken back"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(has(&window, "What do you want to do?"), "Enter does nothing then");
    assert!(ACTIONS.len() > 60);
}
