//! Folded spans, and the spans between neighbours.

use crate::board::{Plan, board};
use crate::desk::{Desk, window};
use dateline::model::Edtf;
use dateline::view::{Division, TimelineView};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// The timeline on a board with one event long before all others.
fn desk(division: Division) -> Harness<'static, Desk> {
    let mut board = board(Plan { events: 60, actors: 4, days: 300, undated_every: 0 });
    board.events[0].when.edtf = "1987-06-02".parse::<Edtf>().unwrap();
    let mut desk = Desk::new(board, division);
    desk.view = TimelineView::fit(&desk.lanes).unwrap();
    window(desk, [1200.0, 700.0], true)
}

#[test]
fn a_fold_is_named_with_its_length_and_zooming_holds_the_instant() {
    let plain = desk(Division::default());
    assert!(plain.query_by_label_contains("Folded:").is_none());
    let folded = desk(Division { folds: true, ..Division::default() });
    assert!(folded.query_by_label_contains("Folded: 36 years, Wed 3 Jun 1987 to").is_some());
    let state = folded.state();
    let busy = |desk: &Desk| {
        let marks = dateline::view::marks::picture(
            &desk.board,
            &desk.lanes,
            desk.view,
            dateline::view::marks::Canvas { width: 900.0, height: 2000.0, scroll: 0.0 },
        );
        marks.marks.iter().filter(|mark| mark.x > 0.0 && mark.x < 900.0).count()
    };
    assert!(busy(state) > 2 * busy(plain.state()), "folding gives the busy time room: {} and {}", busy(state), busy(plain.state()));
    for share in [0.1, 0.5, 0.93] {
        let at = state.view.time_from_x(share * 900.0, 900.0);
        let day = state.lanes.axis().to_calendar(at);
        let zoomed = state.view.zoom_at(at, 3.0);
        let back = state.lanes.axis().to_calendar(zoomed.time_from_x(share * 900.0, 900.0));
        assert!((back - day).abs() < 60.0, "{back} is not {day}");
    }
}

#[test]
fn spans_between_neighbours_stand_below_their_lane_on_demand() {
    assert!(desk(Division::default()).query_by_label_contains("between neighbours in lane").is_none());
    let with = desk(Division { gaps: true, folds: true, ..Division::default() });
    let words: Vec<String> = with
        .query_all_by_label_contains("between neighbours in lane")
        .filter_map(|one| one.accesskit_node().label().or_else(|| one.accesskit_node().value()))
        .collect();
    assert!(words.iter().any(|words| words.contains("days")), "{words:?}");
}
