//! The names of the lanes: menu, keys, dragging, order, pinned ones.

use crate::board::{Plan, board};
use crate::desk::{Desk, busy, choose, header, lane_names, press, turn, window};
use dateline::view::words::edtf_words;
use dateline::view::{Command, FilterChange, LaneBy};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

#[test]
fn a_lane_header_filters_by_its_actor() {
    let mut harness = busy();
    harness.get_by_label_contains("Lane Mira Okonkwo").click();
    harness.run_ok();
    let filters = harness.state().seen.iter().any(|command| matches!(command, Command::Filter(FilterChange::Actor { add: false, .. })));
    assert!(filters, "{:?}", harness.state().seen);
}

#[test]
fn the_menu_of_a_lane_pins_collapses_hides_and_moves_it() {
    let mut harness = busy();
    let names = lane_names(&harness);
    choose(&mut harness, &names[2], "Pin to top");
    assert_eq!(lane_names(&harness)[0], names[2]);
    assert!(
        harness
            .query_by_label_contains(&format!("Lane {}, ", names[2]))
            .is_some_and(|node| { node.accesskit_node().label().unwrap_or_default().ends_with(", pinned") })
    );
    choose(&mut harness, &names[2], "Unpin");
    assert_eq!(lane_names(&harness), names);
    let tall = header(&harness, &names[0]).height();
    choose(&mut harness, &names[0], "Collapse");
    assert!(header(&harness, &names[0]).height() < tall - 17.0);
    choose(&mut harness, &names[0], "Expand");
    assert!((header(&harness, &names[0]).height() - tall).abs() < 0.5);
    choose(&mut harness, &names[0], "Move down");
    assert_eq!(lane_names(&harness)[..2], [names[1].clone(), names[0].clone()]);
    choose(&mut harness, &names[0], "Hide lane");
    assert!(harness.query_by_label_contains(&format!("Lane {}, ", names[0])).is_none());
    harness.get_by_label("1 hidden lane: show").click();
    harness.run_ok();
    assert_eq!(lane_names(&harness)[1], names[0]);
}

#[test]
fn the_keys_of_a_lane_do_the_same_and_arrows_walk_through_the_names() {
    let mut harness = busy();
    let names = lane_names(&harness);
    harness.get_by_label_contains(&format!("Lane {}, ", names[0])).focus();
    harness.run_ok();
    harness.key_press(egui::Key::ArrowDown);
    harness.run_ok();
    assert!(harness.get_by_label_contains(&format!("Lane {}, ", names[1])).is_focused());
    harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowUp);
    harness.run_ok();
    assert_eq!(lane_names(&harness)[..2], [names[1].clone(), names[0].clone()]);
    harness.key_press(egui::Key::C);
    harness.run_ok();
    assert!(harness.state().lanes.lanes()[0].collapsed);
    harness.key_press(egui::Key::P);
    harness.run_ok();
    assert!(harness.state().lanes.lanes()[0].pinned);
    harness.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::F10);
    harness.run_ok();
    assert!(harness.query_by_label("Unpin").is_some(), "the menu");
    harness.key_press(egui::Key::Escape);
    harness.run_ok();
    harness.get_by_label_contains(&format!("Lane {}, ", names[1])).focus();
    harness.run_ok();
    harness.key_press(egui::Key::H);
    harness.run_ok();
    assert!(!lane_names(&harness).contains(&names[1]));
}

#[test]
fn a_lane_is_dragged_to_another_place() {
    let mut harness = busy();
    let names = lane_names(&harness);
    let (from, to) = (header(&harness, &names[0]).center(), header(&harness, &names[2]));
    press(&mut harness, from, to.center_bottom() - egui::vec2(0.0, 4.0), egui::Modifiers::NONE);
    assert_eq!(lane_names(&harness)[..3], [names[1].clone(), names[2].clone(), names[0].clone()]);
}

#[test]
fn the_order_of_the_lanes_is_chosen_in_the_corner() {
    let mut harness = busy();
    harness.get_by_label("Order of lanes: by importance").click();
    harness.run_ok();
    harness.get_by_label("By name").click();
    harness.run_ok();
    let names: Vec<String> = lane_names(&harness).iter().map(|name| name.to_lowercase()).collect();
    assert!(names.windows(2).all(|pair| pair[0] <= pair[1]), "{names:?}");
    assert!(harness.query_by_label("Order of lanes: by name").is_some());
}

#[test]
fn pinned_lanes_stay_while_the_others_scroll() {
    let mut harness = busy();
    let names = lane_names(&harness);
    choose(&mut harness, &names[3], "Pin to top");
    let (pinned, other) = (header(&harness, &names[3]), header(&harness, &names[1]));
    harness.hover_at(egui::pos2(700.0, 400.0));
    harness.run_ok();
    turn(&mut harness, egui::vec2(0.0, -40.0), egui::Modifiers::NONE);
    assert_eq!(header(&harness, &names[3]), pinned);
    assert!((other.bottom() - header(&harness, &names[1]).bottom() - 40.0).abs() < 2.0);
    // What scrolls is cut off at their edge.
    let others = harness.state().board.events.iter().filter(|event| !harness.state().lanes.lanes_of(event).contains(&0));
    for event in others {
        for node in harness.query_all_by_label(&format!("{}, {}", event.title, edtf_words(&event.when.edtf))) {
            let rect = node.rect();
            assert!(rect.top() >= pinned.bottom() - 1.0 || rect.bottom() <= pinned.top() + 1.0, "{rect:?}");
        }
    }
}

#[test]
fn thousands_of_lanes_scroll_and_only_those_in_sight_are_drawn() {
    let plan = Plan { events: 12_000, actors: 4_000, days: 900, undated_every: 0 };
    let mut harness = window(Desk::new(board(plan), LaneBy::Actor), [1100.0, 700.0], true);
    let lanes = lane_names(&harness);
    assert!(lanes.len() > 2_000, "{}", lanes.len());
    let in_sight = |harness: &Harness<'_, Desk>| harness.query_all_by_label_contains("Lane ").count();
    assert!((5..60).contains(&in_sight(&harness)), "{}", in_sight(&harness));
    harness.hover_at(egui::pos2(700.0, 400.0));
    harness.run_ok();
    for _ in 0..4 {
        turn(&mut harness, egui::vec2(0.0, -100_000.0), egui::Modifiers::NONE);
    }
    assert!(harness.query_by_label_contains(&format!("Lane {}, ", lanes.last().expect("lanes"))).is_some());
    assert!((5..60).contains(&in_sight(&harness)));
}

#[test]
fn selecting_an_event_elsewhere_scrolls_its_lane_into_sight() {
    let mut harness = busy();
    let desk = harness.state_mut();
    let last = desk.lanes.lanes().last().expect("lanes").key.clone();
    let event = desk.board.events.iter().find(|event| {
        event.when.edtf != dateline::model::Edtf::Unknown
            && desk.lanes.lanes_of(event).iter().all(|lane| desk.lanes.lanes()[*lane].key == last)
    });
    let id = event.expect("an event of the last lane only").id;
    let name = desk.lanes.lanes().last().expect("lanes").name.clone();
    desk.selected = Some(id);
    harness.run_ok();
    assert!(harness.query_by_label_contains(&format!("Lane {name}")).is_some());
}
