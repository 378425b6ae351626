//! What stands around the lanes: overview, tray of the undated, keyboard, sleep, any size.

use crate::desk::{busy, first_mark, press, small, window};
use dateline::view::TimelineView;
use egui_kittest::kittest::Queryable as _;
use std::collections::BTreeSet;

#[test]
fn the_overview_moves_and_resizes_the_view() {
    let mut harness = busy();
    let strip = harness.get_by_label_contains("Overview").rect();
    let view = harness.state().view;
    let far = strip.right() - 30.0;
    press(&mut harness, egui::pos2(far, strip.center().y), egui::pos2(far, strip.center().y), egui::Modifiers::NONE);
    let jumped = harness.state().view;
    assert!(jumped.start > view.end && (jumped.span() - view.span()).abs() < 1.0);
    press(&mut harness, egui::pos2(far, strip.center().y), egui::pos2(far - 200.0, strip.center().y), egui::Modifiers::NONE);
    assert!(harness.state().view.center() < jumped.center() - jumped.span());
}

#[test]
fn a_range_brushed_on_the_overview_filters_and_its_chip_takes_it_away() {
    let mut harness = window(small(), [1100.0, 700.0], true);
    let strip = harness.get_by_label_contains("Overview").rect();
    let all = harness.state().lanes.len();
    let y = strip.center().y + 8.0;
    press(&mut harness, egui::pos2(400.0, y), egui::pos2(600.0, y), egui::Modifiers::SHIFT);
    let range = harness.state().range.expect("a range");
    let lanes = &harness.state().lanes;
    assert!(lanes.len() < all && !lanes.is_empty());
    let (view, everything) = (range.view(), lanes.all());
    let shown: BTreeSet<u32> = (0..everything.len()).map(|at| everything.event(at)).collect();
    for (number, at) in (0_u32..).zip(0..harness.state().board.events.len()) {
        let inside = lanes.extent(at).is_some_and(|extent| extent.start < view.end && extent.end > view.start);
        assert_eq!(shown.contains(&number), inside, "{at}");
    }
    // The strip still shows what is around the range.
    assert_eq!(harness.get_by_label_contains("Overview").rect(), strip);
    harness.get_by_label(&format!("Only {}: show everything again", range.words())).click();
    harness.run_ok();
    assert_eq!((harness.state().range, harness.state().lanes.len()), (None, all));
}

#[test]
fn the_tray_lists_the_undated() {
    let mut harness = busy();
    assert!(harness.state().lanes.undated().len() > 10);
    harness.get_by_label_contains("Undated: 14").click();
    harness.run_ok();
    let first = harness.state().board.events[harness.state().lanes.undated()[0] as usize].clone();
    let name = format!("{}, no date", first.title);
    harness.query_all_by_label(&name).next().expect("in the list").click();
    harness.run_ok();
    assert!(harness.state().selected.is_some());
}

#[test]
fn tab_reaches_a_mark_and_enter_selects_it() {
    let mut harness = busy();
    let (name, _) = first_mark(&harness);
    harness.get_by_label(&name).focus();
    harness.run_ok();
    assert!(harness.get_by_label(&name).is_focused());
    harness.key_press(egui::Key::Enter);
    harness.run_ok();
    assert!(harness.state().selected.is_some());
    harness.key_press(egui::Key::Tab);
    harness.run_ok();
    assert!(!harness.get_by_label(&name).is_focused());
}

#[test]
fn nothing_is_drawn_again_unless_something_changes() {
    let mut harness = busy();
    harness.hover_at(egui::pos2(700.0, 300.0));
    harness.run_ok();
    harness.run_steps(90);
    let wait = harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert!(wait > std::time::Duration::from_mins(1), "{wait:?}");
}

#[test]
fn it_bears_any_size_and_any_view() {
    for size in [[120.0, 60.0], [300.0, 140.0], [1024.0, 640.0], [3840.0, 2160.0]] {
        let mut harness = window(small(), size, true);
        for (start, end) in [(dateline::view::EARLIEST, dateline::view::LATEST), (0.0, 60.0), (-6.3e10, -6.2e10), (1.7e9, 1.7e9 + 3600.0)] {
            harness.state_mut().view = TimelineView::new(start, end);
            harness.run_ok();
        }
    }
}
