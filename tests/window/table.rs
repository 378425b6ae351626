//! The table: the same events in rows that are sorted, chosen by pointer and keys, copied, and decided on together.

use crate::common::{Window, click, event, has, press, sample, settle};
use dateline::model::Kind;
use dateline::view::{Action, Command, Middle, TableLook, table};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

fn with_table() -> Window {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND, Key::T);
    window
}

/// The titles of the rows from top to bottom.
fn rows(window: &Window) -> Vec<String> {
    let mut rows: Vec<(f32, String)> = window
        .query_all_by_role(egui::accesskit::Role::Row)
        .map(|row| (row.rect().top(), row.accesskit_node().label().unwrap_or_default()))
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, label)| label).collect()
}

fn click_row(window: &mut Window, words: &str, modifiers: Modifiers) {
    let row =
        window.query_all_by_role(egui::accesskit::Role::Row).find(|row| row.accesskit_node().label().unwrap_or_default().contains(words));
    row.unwrap_or_else(|| panic!("no row {words:?}")).click_modifiers(modifiers);
    settle(window);
}

fn copied(window: &mut Window) -> Option<String> {
    window.event(egui::Event::Copy);
    window.step();
    let text = window.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    settle(window);
    text
}

/// The titles of all events by the bounds of their dates.
fn by_date_titles(window: &Window) -> Vec<String> {
    let board = window.state().board();
    table::rows(board, &[], &TableLook::default()).into_iter().map(|at| board.events[at as usize].title.clone()).collect()
}

/// The selected event's title.
fn selected(window: &Window) -> String {
    let board = window.state().board();
    board.event(window.state().selection().event.unwrap()).unwrap().title.clone()
}

#[test]
fn the_table_takes_the_place_of_the_timeline_or_stands_below_it() {
    let mut window = with_table();
    assert!(!has(&window, "Time shown: ") && has(&window, "Events, 19 rows"));
    assert_eq!(rows(&window).len(), 19);
    click(&mut window, "Show timeline and table");
    assert!(has(&window, "Time shown: ") && has(&window, "Events, 19 rows"));
    click(&mut window, "Show timeline alone");
    assert!(has(&window, "Time shown: ") && !has(&window, "Events, 19 rows"));
}

#[test]
fn rows_are_sorted_by_any_column_and_back() {
    let mut window = with_table();
    let by_date = rows(&window);
    let titles = by_date_titles(&window);
    assert!(by_date.iter().zip(&titles).all(|(row, title)| row.contains(title)), "{by_date:?}");
    assert!(by_date[16..].iter().all(|row| row.contains("unknown")), "the undated come last");
    click(&mut window, "Sort by title");
    let titles: Vec<String> = {
        let mut titles: Vec<String> = window.state().board().events.iter().map(|event| event.title.to_lowercase()).collect();
        titles.sort();
        titles
    };
    let shown = rows(&window);
    assert!(shown.iter().zip(&titles).all(|(row, title)| row.to_lowercase().contains(title)), "{shown:?}");
    click(&mut window, "Sort by title, sorted from first to last");
    assert_eq!(rows(&window), shown.into_iter().rev().collect::<Vec<_>>());
    click(&mut window, "Sort by date");
    assert_eq!(rows(&window), by_date);
    click(&mut window, "Sort by date, sorted from first to last");
    assert_eq!(rows(&window)[16..], by_date[16..], "the undated stay last");
}

#[test]
fn selection_goes_from_table_to_text_and_from_timeline_to_table() {
    let mut window = with_table();
    let id = event(&window, "drones").id;
    click_row(&mut window, "drones", Modifiers::NONE);
    assert_eq!(window.state().selection().event, Some(id));
    assert!(has(&window, "Reported by 1 article"));
    click(&mut window, "Show timeline and table");
    let other = event(&window, "hosted Zelensky").id;
    window.state_mut().ask(Command::Select(Some(other)));
    settle(&mut window);
    let selected: Vec<String> = window
        .query_all_by_role(egui::accesskit::Role::Row)
        .filter(|row| row.accesskit_node().is_selected() == Some(true))
        .map(|row| row.accesskit_node().label().unwrap_or_default())
        .collect();
    assert!(selected.len() == 1 && selected[0].contains("hosted Zelensky"), "{selected:?}");
}

#[test]
fn keys_walk_choose_open_and_copy() {
    let mut window = with_table();
    window.get_by_label("Events, 19 rows").focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::End);
    let titles = by_date_titles(&window);
    assert_eq!(selected(&window), titles[18]);
    press(&mut window, Modifiers::NONE, Key::Home);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(selected(&window), titles[1], "arrows move the row and not the timeline");
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    assert!(has(&window, "3 of 19 events selected"));
    let text = copied(&mut window).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((lines.len(), lines[0].starts_with("Date\tHow known\tTitle")), (4, true));
    assert!(lines[1].contains(&titles[1]));
    press(&mut window, Modifiers::COMMAND, Key::A);
    assert!(has(&window, "19 of 19 events selected"));
    assert_eq!(copied(&mut window).unwrap().lines().count(), 20);
    assert!(has(&window, "Copied 19 rows for a spreadsheet"), "one is told");
    press(&mut window, Modifiers::NONE, Key::Home);
    window.state_mut().ask(Command::Action(Action::ToggleRight));
    settle(&mut window);
    assert!(!has(&window, "Reported by "));
    window.get_by_label("Events, 19 rows").focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(has(&window, "Reported by "), "Enter shows the event beside the table");
}

#[test]
fn several_rows_are_decided_on_in_one_step() {
    let mut window = with_table();
    let words = ["drones", "Kremlin warns", "hosted Zelensky"];
    click_row(&mut window, words[0], Modifiers::NONE);
    let command = Modifiers::COMMAND | Modifiers::CTRL;
    for word in &words[1..] {
        click_row(&mut window, word, command);
    }
    assert!(has(&window, "3 of 19 events selected"));
    let ids = words.map(|words| event(&window, words).id);

    click(&mut window, "Tag selected");
    window.get_by_label("Tag for selected").focus();
    window.run_ok();
    window.get_by_label("Tag for selected").type_text("key");
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let tagged =
        |window: &Window| ids.iter().filter(|id| window.state().board().curation(**id).is_some_and(|one| one.tags.contains("key"))).count();
    assert_eq!(tagged(&window), 3);
    press(&mut window, command, Key::Z);
    assert_eq!(tagged(&window), 0, "one step back takes all of them back");

    click(&mut window, "Kind of selected");
    window.get_all_by_label("disaster").last().unwrap().click();
    settle(&mut window);
    assert!(ids.iter().all(|id| window.state().board().event(*id).unwrap().kind == Kind::Disaster));
    press(&mut window, command, Key::Z);
    assert!(ids.iter().any(|id| window.state().board().event(*id).unwrap().kind != Kind::Disaster));

    click(&mut window, "Accept selected");
    assert!(ids.iter().all(|id| window.state().board().curation(*id).unwrap().is_accepted));
    click(&mut window, "Undo accept 3 events");

    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(window.state().board().hidden.len(), 3, "the key hides all of them");
    assert_eq!(rows(&window).len(), 16);
    click(&mut window, "Undo hide 3 events");
    assert_eq!(window.state().board().hidden.len(), 0);
}

#[test]
fn columns_are_chosen_and_made_wider() {
    let mut window = with_table();
    assert!(!has(&window, "Sort by quote"));
    click(&mut window, "Columns");
    click(&mut window, "Column quote");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(has(&window, "Sort by quote"));
    let width = |window: &Window| window.get_by_label("Sort by date, sorted from first to last").rect().width();
    let before = width(&window);
    window.get_by_label("Sort by date, sorted from first to last").focus();
    window.run_ok();
    press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    assert!((width(&window) - before - 16.0).abs() < 0.5);
    let edge = window.get_by_label("Width of date").rect().center();
    window.drag_at(edge);
    window.run_ok();
    window.hover_at(edge + egui::vec2(40.0, 0.0));
    window.run_ok();
    window.drop_at(edge + egui::vec2(40.0, 0.0));
    settle(&mut window);
    assert!((width(&window) - before - 56.0).abs() < 2.0, "{} {before}", width(&window));
}

#[test]
fn filters_hold_for_the_table_as_well() {
    let mut window = with_table();
    click(&mut window, "Donald Trump, person, 3 events");
    assert_eq!(rows(&window).len(), 3);
    window.state_mut().ask(Command::Action(Action::Middle(Middle::Both)));
    settle(&mut window);
    assert_eq!(rows(&window).len(), 3);
}
