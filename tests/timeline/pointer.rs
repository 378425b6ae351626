//! Mouse, wheel and fingers: zoom, pan, selection.

use crate::desk::{Desk, busy, canvas_width, empty, first_mark, header, lane_names, press, small, time_at, turn, window};
use dateline::view::words::edtf_words;
use dateline::view::{Command, ViewChange};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

#[test]
fn the_wheel_with_control_zooms_and_the_instant_under_the_pointer_stays() {
    let mut harness = busy();
    let at = egui::pos2(700.0, 300.0);
    harness.hover_at(at);
    harness.run_ok();
    let (before, span) = (time_at(&harness, at.x), harness.state().view.span());
    for _ in 0..5 {
        turn(&mut harness, egui::vec2(0.0, 60.0), egui::Modifiers::CTRL);
    }
    let after = harness.state().view;
    assert!(after.span() < span * 0.7, "{} of {span}", after.span());
    let moved = (time_at(&harness, at.x) - before).abs() / after.span() * f64::from(canvas_width(&harness));
    assert!(moved < 0.1, "the instant moved by {moved} points");
}

#[test]
fn the_plain_wheel_scrolls_the_lanes_and_with_shift_it_pans() {
    let mut harness = busy();
    harness.hover_at(egui::pos2(700.0, 300.0));
    harness.run_ok();
    let (view, lane) = (harness.state().view, harness.get_by_label_contains("Lane Mira Okonkwo").rect().bottom());
    turn(&mut harness, egui::vec2(0.0, -40.0), egui::Modifiers::NONE);
    assert_eq!(harness.state().view, view);
    let scrolled = harness.get_by_label_contains("Lane Mira Okonkwo").rect().bottom();
    assert!((lane - scrolled - 40.0).abs() < 2.0, "{lane} to {scrolled}");
    turn(&mut harness, egui::vec2(0.0, -90.0), egui::Modifiers::SHIFT);
    let panned = harness.state().view;
    let points = (panned.start - view.start) / view.span() * f64::from(canvas_width(&harness));
    assert!((points - 90.0).abs() < 2.0 && (panned.span() - view.span()).abs() < 1.0, "{points}");
}

#[test]
fn the_plain_wheel_zooms_if_that_is_wanted_and_scrolls_over_the_names() {
    let mut harness = busy();
    harness.state_mut().wheel_zooms = true;
    harness.hover_at(egui::pos2(700.0, 300.0));
    harness.run_ok();
    let (span, at) = (harness.state().view.span(), time_at(&harness, 700.0));
    turn(&mut harness, egui::vec2(0.0, 80.0), egui::Modifiers::NONE);
    let view = harness.state().view;
    assert!(view.span() < span * 0.8 && (time_at(&harness, 700.0) - at).abs() < view.span() * 1e-4);
    let names = lane_names(&harness);
    let before = header(&harness, &names[1]);
    harness.hover_at(before.center());
    harness.run_ok();
    turn(&mut harness, egui::vec2(0.0, -30.0), egui::Modifiers::NONE);
    assert!((before.bottom() - header(&harness, &names[1]).bottom() - 30.0).abs() < 2.0);
    assert_eq!(harness.state().view, view);
}

#[test]
fn a_click_selects_and_a_double_click_opens_the_source() {
    let mut harness = busy();
    let (name, rect) = first_mark(&harness);
    harness.get_by_label(&name).click();
    harness.run_ok();
    let selected = harness.state().selected.expect("selected");
    let event = harness.state().board.event(selected).expect("on the board").clone();
    assert_eq!(format!("{}, {}", event.title, edtf_words(&event.when.edtf)), name);
    // A click beside all marks takes the selection away.
    let beside = empty(&harness, 420.0);
    press(&mut harness, beside, beside, egui::Modifiers::NONE);
    assert_eq!(harness.state().selected, None);
    harness.run_steps(60);
    for _ in 0..2 {
        for pressed in [true, false] {
            let pos = rect.center();
            harness.event(egui::Event::PointerMoved(pos));
            harness.event(egui::Event::PointerButton {
                pos,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: egui::Modifiers::NONE,
            });
            harness.step();
        }
    }
    harness.run_ok();
    assert!(harness.state().seen.contains(&Command::Reveal(selected)), "{:?}", harness.state().seen);
}

#[test]
fn dragging_on_the_ruler_or_with_shift_zooms_to_the_range() {
    for (on_ruler, modifiers) in [(true, egui::Modifiers::NONE), (false, egui::Modifiers::SHIFT)] {
        let mut harness = busy();
        let y = if on_ruler { 20.0 } else { empty(&harness, 0.0).y };
        let (from, to) = (time_at(&harness, 400.0), time_at(&harness, 650.0));
        press(&mut harness, egui::pos2(400.0, y), egui::pos2(650.0, y), modifiers);
        let view = harness.state().view;
        let off = ((view.start - from).abs() + (view.end - to).abs()) / (to - from);
        assert!(off < 0.02, "ruler {on_ruler}: off by {off}");
        assert!(matches!(harness.state().seen.last(), Some(Command::View(_, ViewChange::Jump))));
    }
}

#[test]
fn dragging_the_canvas_pans() {
    let mut harness = busy();
    let (view, y) = (harness.state().view, empty(&harness, 0.0).y);
    press(&mut harness, egui::pos2(700.0, y), egui::pos2(600.0, y), egui::Modifiers::NONE);
    let panned = harness.state().view;
    let points = (panned.start - view.start) / view.span() * f64::from(canvas_width(&harness));
    assert!((points - 100.0).abs() < 8.0, "{points}");
    assert!((panned.span() - view.span()).abs() < 1.0);
}

#[test]
fn a_drag_that_goes_straight_does_not_wobble() {
    let mut harness = busy();
    let names = lane_names(&harness);
    let (view, before) = (harness.state().view, header(&harness, &names[1]));
    let y = empty(&harness, 0.0).y;
    press(&mut harness, egui::pos2(700.0, y), egui::pos2(620.0, y - 24.0), egui::Modifiers::NONE);
    assert!(harness.state().view.start > view.start);
    assert_eq!(header(&harness, &names[1]), before);
    let panned = harness.state().view;
    let y = empty(&harness, 0.0).y;
    press(&mut harness, egui::pos2(700.0, y), egui::pos2(712.0, y - 60.0), egui::Modifiers::NONE);
    assert_eq!(harness.state().view, panned);
    assert!((before.bottom() - header(&harness, &names[1]).bottom() - 60.0).abs() < 8.0);
}

#[test]
fn two_fingers_zoom_where_they_are() {
    let mut harness = busy();
    let before = harness.state().view;
    let touch = |harness: &mut Harness<'_, Desk>, half: f32, phase: egui::TouchPhase| {
        for (id, x) in [(1, 700.0 - half), (2, 700.0 + half)] {
            let pos = egui::pos2(x, 300.0);
            harness.event(egui::Event::Touch { device_id: egui::TouchDeviceId(7), id: egui::TouchId(id), phase, pos, force: None });
        }
        // The system sends the first finger as a pointer as well.
        harness.event(egui::Event::PointerMoved(egui::pos2(700.0, 300.0)));
        harness.step();
    };
    let at = time_at(&harness, 700.0);
    touch(&mut harness, 60.0, egui::TouchPhase::Start);
    for half in [70.0, 80.0, 90.0, 100.0, 110.0, 120.0] {
        touch(&mut harness, half, egui::TouchPhase::Move);
    }
    touch(&mut harness, 120.0, egui::TouchPhase::End);
    harness.run_ok();
    let after = harness.state().view;
    assert!((after.span() / before.span() - 0.5).abs() < 0.06, "{}", after.span() / before.span());
    assert!((time_at(&harness, 700.0) - at).abs() / after.span() < 0.01);
}

#[test]
fn hovering_a_mark_lights_it_everywhere_and_explains_it() {
    let mut harness = busy();
    let (name, rect) = first_mark(&harness);
    harness.hover_at(rect.center());
    harness.run_ok();
    let hovered = harness.state().hovered.expect("hovered");
    let event = harness.state().board.event(hovered).expect("on the board").clone();
    assert!(name.starts_with(&event.title));
    harness.run_steps(60);
    assert!(harness.query_by_label_contains(&event.when.why).is_some(), "the card says why");
    harness.hover_at(egui::pos2(2.0, 2.0));
    harness.run_ok();
    assert_eq!(harness.state().hovered, None);
}

#[test]
fn a_click_on_a_count_zooms_in() {
    let desk = small();
    let mut harness = window(desk, [1100.0, 700.0], false);
    let span = harness.state().view.span();
    let (id, rect) = {
        let node = harness.query_all_by_label_contains("events in lane Mira Okonkwo, ").next().expect("a count in sight");
        (node.accesskit_node().label().unwrap_or_default(), node.rect())
    };
    assert!(id.starts_with(|first: char| first.is_ascii_digit()), "{id}");
    press(&mut harness, rect.center(), rect.center(), egui::Modifiers::NONE);
    assert!(harness.state().view.span() < span / 4.0);
}
