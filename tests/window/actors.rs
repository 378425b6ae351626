//! The actors panel: find, merge, split, rename, hide, and who appears with whom.

use crate::common::{Window, click, fill, has, press, sample, settle};
use dateline::model::{Actor, ActorEdit, ActorId, ActorKind, Edit, Hue};
use dateline::view::Command;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

fn actor<'a>(window: &'a Window, name: &str) -> Option<&'a Actor> {
    window.state().board().actors.iter().find(|actor| actor.name == name)
}

fn decide(window: &mut Window, name: &str, decision: ActorEdit) {
    let actor = actor(window, name).unwrap().id.clone();
    window.state_mut().ask(Command::Edit(Edit::Actor { actor, decision }));
    settle(window);
}

/// Gives the row of an actor the keyboard.
fn focus(window: &mut Window, name: &str) {
    let start = format!("{name}, {}, ", actor(window, name).unwrap().kind.as_str());
    window.query_all_by_label_contains(&start).next().unwrap().focus();
    window.run_ok();
}

fn drag(window: &mut Window, from: &str, to: &str) {
    let at = |window: &Window, name: &str| window.get_by_label(name).rect().center();
    let (start, end) = (at(window, from), at(window, to));
    window.drag_at(start);
    window.run_ok();
    for step in 1..=8_u8 {
        window.hover_at(start.lerp(end, f32::from(step) / 8.0));
        window.run_ok();
    }
    assert!(has(window, "Merge Emmanuel Macron into Keir Starmer"), "what a drop would do stands at the pointer");
    window.drop_at(end);
    settle(window);
}

/// Events in which an actor takes part.
fn events(window: &Window, name: &str) -> usize {
    let id = &actor(window, name).unwrap().id;
    window.state().board().events.iter().filter(|event| event.participants.iter().any(|one| one.actor == *id)).count()
}

#[test]
fn the_list_is_searched_by_any_name() {
    let mut window = sample();
    fill(&mut window, "Find an actor", "kreml");
    assert!(has(&window, "Russia, country") && !has(&window, "Ukraine, country"));
    fill(&mut window, "Find an actor", "nobody at all");
    assert!(has(&window, "No actor has a name like that"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(has(&window, "Ukraine, country"));
}

#[test]
fn f2_after_a_click_opens_the_actor_under_the_pointer() {
    let mut window = sample();
    let row = window.query_all_by_label_contains("NATO, organisation, ").next().unwrap().rect().center();
    window.hover_at(row);
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::F2);
    assert!(has(&window, "Name of the actor"));
}

#[test]
fn one_actor_dragged_on_another_becomes_the_same_and_undo_parts_them() {
    let mut window = sample();
    let (starmer, macron) = (events(&window, "Keir Starmer"), events(&window, "Emmanuel Macron"));
    drag(&mut window, &format!("Emmanuel Macron, person, {macron} events"), &format!("Keir Starmer, person, {starmer} events"));
    assert!(actor(&window, "Emmanuel Macron").is_none());
    let merged = actor(&window, "Keir Starmer").unwrap();
    assert!(merged.aliases.contains(&"Emmanuel Macron".to_owned()) && merged.aliases.contains(&"Macron".to_owned()));
    assert_eq!(events(&window, "Keir Starmer"), 5, "all of the other one are among them");
    click(&mut window, "Undo merge of 2 actors");
    assert_eq!((events(&window, "Keir Starmer"), events(&window, "Emmanuel Macron")), (starmer, macron));
}

#[test]
fn an_actor_is_merged_by_keyboard() {
    let mut window = sample();
    focus(&mut window, "Russia");
    press(&mut window, Modifiers::NONE, Key::M);
    assert!(has(&window, "Merge with which actor?"));
    window.get_by_label("Name of the other actor").type_text("volody");
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(actor(&window, "Volodymyr Zelensky").is_none() && !has(&window, "Merge with which actor?"));
    // What was merged by hand is taken apart in the window of the actor.
    focus(&mut window, "Russia");
    press(&mut window, Modifiers::NONE, Key::F2);
    click(&mut window, "Separate Volodymyr Zelensky");
    assert!(actor(&window, "Volodymyr Zelensky").is_some());
    click(&mut window, "Close");
    assert!(has(&window, "Undo split off “Volodymyr Zelensky”"));
}

#[test]
fn actors_that_may_be_the_same_are_suggested_with_the_reason() {
    let mut window = sample();
    assert!(!has(&window, "Actors that may be the same"), "nothing to suggest");
    decide(&mut window, "Viktor Medvedchuk", ActorEdit::Rename("S. Lavrov".to_owned()));
    click(&mut window, "Actors that may be the same");
    assert!(has(&window, "both have the family name “Lavrov”"));
    click(&mut window, "Keep Sergei Lavrov and S. Lavrov apart");
    assert!(has(&window, "No two actors have a name in common any more."));
    click(&mut window, "Close");
    click(&mut window, "Undo keep 2 actors apart");
    click(&mut window, "Actors that may be the same");
    click(&mut window, "Merge S. Lavrov into Sergei Lavrov");
    assert!(actor(&window, "S. Lavrov").is_none());
}

#[test]
fn a_name_is_split_off_and_takes_its_events() {
    let mut window = sample();
    let before = events(&window, "Russia");
    focus(&mut window, "Russia");
    press(&mut window, Modifiers::NONE, Key::F2);
    click(&mut window, "Split off Kremlin");
    click(&mut window, "Close");
    let kremlin = events(&window, "Kremlin");
    assert!(kremlin > 0 && events(&window, "Russia") < before + kremlin, "{kremlin}");
    assert!(actor(&window, "Kremlin").unwrap().mentions.len() > 1);
    click(&mut window, "Undo split off “Kremlin”");
    assert_eq!(events(&window, "Russia"), before);
}

#[test]
fn an_actor_is_renamed_and_gets_another_kind_and_colour() {
    let mut window = sample();
    focus(&mut window, "NATO");
    press(&mut window, Modifiers::NONE, Key::F2);
    fill(&mut window, "Name of the actor", "North Atlantic Treaty Organization");
    press(&mut window, Modifiers::NONE, Key::Enter);
    click(&mut window, "Kind: group");
    click(&mut window, "Colour: sky blue");
    assert!(has(&window, "found: NATO") && has(&window, "found: organisation"));
    let board = window.state().board();
    let at = board.actor_index(&ActorId("NATO".to_owned())).unwrap();
    assert_eq!((board.actors[at].kind, board.hue(at)), (ActorKind::Group, Hue::Sky));
    assert!(board.actors[at].name.starts_with("North Atlantic"));
    click(&mut window, "Restore name of the actor");
    click(&mut window, "Close");
    assert!(actor(&window, "NATO").is_some());
    click(&mut window, "Undo rename actor");
    click(&mut window, "Undo colour of actor");
    click(&mut window, "Undo kind of actor");
    click(&mut window, "Undo rename actor");
    assert_eq!(actor(&window, "NATO").unwrap().kind, ActorKind::Organisation);
}

#[test]
fn who_appears_with_whom_leads_to_the_events_they_share() {
    let mut window = sample();
    focus(&mut window, "Donald Trump");
    press(&mut window, Modifiers::NONE, Key::F2);
    assert!(has(&window, "Appears with"));
    click(&mut window, "Show 2 events with Vladimir Putin");
    let shown = window.state().board().events.len() - 2;
    assert!(has(&window, &format!("{shown} filtered out")), "only events with both");
    assert!(has(&window, "Only events with all that are chosen"));
    click(&mut window, "Show all actors");
    assert!(!has(&window, "filtered out"));
}

#[test]
fn a_hidden_actor_is_out_of_the_way_and_comes_back() {
    let mut window = sample();
    let before = window.state().board().events.len();
    focus(&mut window, "NATO");
    press(&mut window, Modifiers::NONE, Key::H);
    assert!(actor(&window, "NATO").is_none() && has(&window, "1 hidden by you"));
    assert_eq!(window.state().board().events.len(), before, "the events stay");
    click(&mut window, "List hidden actors");
    click(&mut window, "Show NATO");
    assert!(actor(&window, "NATO").is_some() && has(&window, "Undo show actor"));
}

#[test]
fn the_menu_of_an_actor_opens_by_mouse_and_by_keyboard() {
    let mut window = sample();
    focus(&mut window, "Ukraine");
    press(&mut window, Modifiers::SHIFT, Key::F10);
    click(&mut window, "Show only its events");
    assert!(has(&window, "filtered out"));
    let name = format!("Ukraine, country, {} events", events(&window, "Ukraine"));
    window.get_by_label(&name).click_secondary();
    settle(&mut window);
    click(&mut window, "Hide actor");
    assert!(actor(&window, "Ukraine").is_none());
}
