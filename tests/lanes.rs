//! What the lanes show: everything is counted, nothing overlaps, nothing jumps.

#[path = "support/board.rs"]
mod board;

use board::{Plan, board};
use dateline::model::{Board, Curation};
use dateline::view::listing::events_in;
use dateline::view::marks::{Canvas, Picture, Sort, picture};
use dateline::view::{
    Arrangement, Command, DAY, LaneBy, LaneChange, LaneKey, LaneOrder, Lanes, Motion, ROW_HEIGHT, TimelineView, ViewChange,
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A few hundred events over two years, as from some dozen articles.
const SMALL: Plan = Plan { events: 340, actors: 16, days: 730, undated_every: 23 };

const WIDTH: f32 = 900.0;

static BOARD: LazyLock<Board> = LazyLock::new(|| tagged(board(SMALL)));
static CROWD: LazyLock<Board> = LazyLock::new(|| tagged(board(Plan { events: 4_000, actors: 9, days: 300, undated_every: 50 })));

/// Some events have one tag, some two, most none.
fn tagged(mut board: Board) -> Board {
    for (at, event) in board.events.iter().enumerate() {
        let tags = [(5, "to check"), (7, "for the article"), (11, "źródło")].into_iter().filter(|(every, _)| at % every == 0);
        let tags = tags.map(|(_, tag)| tag.to_owned()).collect();
        board.curation.insert(event.id, Curation { tags, ..Curation::default() });
    }
    board
}

fn all_heights(lanes: &Lanes) -> Canvas {
    Canvas { width: WIDTH, height: lanes.height().max(1.0), scroll: 0.0 }
}

/// How many events with their marks in view are drawn or counted, by lane.
fn tally(lanes: &Lanes, view: TimelineView, picture: &Picture) -> BTreeMap<usize, usize> {
    let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
    for mark in &picture.marks {
        let extent = lanes.extent(mark.event as usize).expect("drawn, so dated");
        if extent.anchor >= view.start && extent.anchor < view.end {
            *seen.entry(mark.lane).or_default() += 1;
        }
    }
    for cluster in &picture.clusters {
        let per_point = view.span() / f64::from(WIDTH);
        let events = events_in(lanes, cluster, per_point, usize::MAX);
        let anchors = events.iter().filter_map(|event| lanes.extent(*event as usize)).map(|extent| extent.anchor);
        *seen.entry(cluster.lane).or_default() += anchors.filter(|at| *at >= view.start && *at < view.end).count();
    }
    seen.retain(|_, count| *count > 0);
    seen
}

fn expected(lanes: &Lanes, view: TimelineView) -> BTreeMap<usize, usize> {
    let count = |lane: &dateline::view::Lane| -> usize {
        let columns = lane.index.classes().iter().flat_map(|class| [&class.placed, class.folded()]);
        columns.map(|column| column.range(view.start, view.end).len()).sum()
    };
    lanes.lanes().iter().enumerate().map(|(at, lane)| (at, count(lane))).filter(|(_, count)| *count > 0).collect()
}

fn any_view(lanes: &Lanes) -> impl Strategy<Value = TimelineView> + use<> {
    let (start, end) = lanes.range().expect("dated events");
    (start..end, 2.0_f64..9.5).prop_map(|(at, log)| {
        let span = 10.0_f64.powf(log);
        TimelineView::new(at - span / 2.0, at + span / 2.0)
    })
}

static BY: [LaneBy; 6] = [LaneBy::Actor, LaneBy::Article, LaneBy::Kind, LaneBy::Place, LaneBy::Tag, LaneBy::One];
/// Both boards in every division; with some lanes collapsed, pinned and hidden besides.
static LANES: LazyLock<Vec<(&'static Board, Lanes)>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for board in [&*BOARD, &*CROWD] {
        for by in BY {
            let mut lanes = Lanes::build(board, &[], by);
            all.push((board, lanes.clone()));
            let mut arrangement = Arrangement::default();
            arrangement.apply(LaneChange::Order(LaneOrder::Name));
            for (at, lane) in lanes.lanes().iter().enumerate() {
                match at % 5 {
                    0 | 1 => arrangement.apply(LaneChange::Collapse(lane.key.clone())),
                    2 => arrangement.apply(LaneChange::Pin(lane.key.clone())),
                    3 => arrangement.apply(LaneChange::Hide(lane.key.clone())),
                    _ => {}
                }
            }
            lanes.arrange(&arrangement);
            all.push((board, lanes));
        }
    }
    all
});

fn any_scene() -> impl Strategy<Value = (usize, TimelineView)> {
    (0..LANES.len()).prop_flat_map(|at| (Just(at), any_view(&LANES[at].1)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_event_is_a_mark_or_counted((at, view) in any_scene()) {
        let (board, lanes) = &LANES[at];
        let picture = picture(board, lanes, view, all_heights(lanes));
        prop_assert_eq!(tally(lanes, view, &picture), expected(lanes, view));
        for cluster in &picture.clusters {
            prop_assert_eq!(cluster.count, cluster.kinds.iter().sum::<u32>());
            let events = events_in(lanes, cluster, view.span() / f64::from(WIDTH), usize::MAX);
            prop_assert_eq!(events.len(), cluster.count as usize);
        }
    }

    #[test]
    fn marks_and_titles_do_not_overlap((at, view) in any_scene()) {
        let (board, lanes) = &LANES[at];
        let picture = picture(board, lanes, view, all_heights(lanes));
        let mut rows: BTreeMap<(usize, u32), Vec<(f32, f32)>> = BTreeMap::new();
        for mark in &picture.marks {
            rows.entry((mark.lane, mark.y.to_bits())).or_default().push((mark.x - 4.0, mark.x + 4.0));
        }
        for label in &picture.labels {
            let mark = &picture.marks[label.mark];
            prop_assert!(label.right > label.left && label.left >= 0.0 && label.right <= WIDTH);
            rows.entry((mark.lane, mark.y.to_bits())).or_default().push((label.left, label.right));
        }
        for row in rows.values_mut() {
            row.sort_by(|a, b| a.0.total_cmp(&b.0));
            for pair in row.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].0 + 0.5, "{:?} over {:?}", pair[0], pair[1]);
            }
        }
        for label in &picture.labels {
            let mark = &picture.marks[label.mark];
            let over = picture.clusters.iter().find(|c| {
                c.lane == mark.lane && c.top < mark.y && mark.y < c.bottom && c.left < label.right - 0.5 && label.left + 0.5 < c.right
            });
            prop_assert!(over.is_none(), "a title over a count: {label:?} {mark:?} {over:?}");
        }
    }

    #[test]
    fn panning_regroups_nothing((at, view) in any_scene(), share in -0.3_f64..0.3) {
        let (board, lanes) = &LANES[at];
        let panned = view.pan(share * view.span());
        prop_assume!((panned.span() - view.span()).abs() < 1e-6 * view.span());
        let groups = |view: TimelineView| -> BTreeMap<(usize, u64, Sort), u32> {
            let picture = picture(board, lanes, view, all_heights(lanes));
            picture.clusters.iter().filter(|c| c.sort != Sort::Across).map(|c| ((c.lane, c.from.to_bits(), c.sort), c.count)).collect()
        };
        let (before, after) = (groups(view), groups(panned));
        let inside = |from: &f64| *from > view.start.max(panned.start) && *from < view.end.min(panned.end) - 3.0 * DAY;
        for (key, count) in before.iter().filter(|(key, _)| inside(&f64::from_bits(key.1))) {
            prop_assert_eq!(after.get(key), Some(count));
        }
    }

    #[test]
    fn rows_stay_where_they_are((at, view) in any_scene(), factor in 0.2_f64..5.0) {
        let (board, lanes) = &LANES[at];
        let rows = |view: TimelineView| -> BTreeMap<(usize, u32), u32> {
            picture(board, lanes, view, all_heights(lanes)).marks.iter().map(|mark| ((mark.lane, mark.event), mark.y.to_bits())).collect()
        };
        let zoomed = rows(view.zoom_at(view.center(), factor));
        for (key, y) in rows(view) {
            prop_assert!(zoomed.get(&key).is_none_or(|other| *other == y));
        }
    }
}

#[test]
fn an_event_stands_in_the_lane_of_each_of_its_actors() {
    let lanes = Lanes::build(&BOARD, &[], LaneBy::Actor);
    let event = BOARD.events.iter().find(|event| event.participants.len() >= 2).expect("such an event");
    let keys: Vec<&LaneKey> = lanes.lanes_of(event).into_iter().map(|lane| &lanes.lanes()[lane].key).collect();
    assert_eq!(keys.len(), event.participants.len());
    for participant in &event.participants {
        assert!(keys.contains(&&LaneKey::Actor(participant.actor.clone())));
    }
}

#[test]
fn the_filter_and_the_undated_are_respected() {
    let shown: Vec<bool> = (0..BOARD.events.len()).map(|at| at % 3 == 0).collect();
    for by in BY {
        let lanes = Lanes::build(&BOARD, &shown, by);
        let undated =
            BOARD.events.iter().enumerate().filter(|(at, event)| at % 3 == 0 && event.when.edtf == dateline::model::Edtf::Unknown);
        assert_eq!(lanes.undated().len(), undated.count());
        assert_eq!(lanes.len() + lanes.undated().len(), shown.iter().filter(|shown| **shown).count());
        assert!(lanes.lanes().iter().all(|lane| !lane.index.is_empty()));
    }
    let nothing = Lanes::build(&BOARD, &vec![false; BOARD.events.len()], LaneBy::Actor);
    assert!(nothing.is_empty() && nothing.lanes().is_empty() && nothing.range().is_none());
    let empty = Board::default();
    let lanes = Lanes::build(&empty, &[], LaneBy::One);
    assert_eq!(picture(&empty, &lanes, TimelineView::default(), all_heights(&lanes)), Picture::default());
}

#[test]
fn an_open_end_does_not_widen_the_fit() {
    let lanes = Lanes::build(&BOARD, &[], LaneBy::One);
    let fit = TimelineView::fit(&lanes).expect("dated events");
    assert!(fit.span() < 5.0 * dateline::view::YEAR, "{} years", fit.span() / dateline::view::YEAR);
    for event in 0..BOARD.events.len() {
        if let Some(extent) = lanes.extent(event) {
            assert!(extent.start >= fit.start && extent.end <= fit.end);
        }
    }
}

#[test]
fn the_first_view_does_not_follow_a_few_stragglers() {
    let mut board = board(SMALL);
    let whole = |board: &Board| {
        let lanes = Lanes::build(board, &[], LaneBy::One);
        (TimelineView::first(&lanes).expect("dated"), TimelineView::fit(&lanes).expect("dated"))
    };
    let (first, fit) = whole(&board);
    assert_eq!(first, fit);
    board.events[0].when.edtf = "1914-07-28".parse().expect("a date");
    let (first, fit) = whole(&board.indexed());
    assert!(fit.span() > 100.0 * dateline::view::YEAR && first.span() < 4.0 * dateline::view::YEAR);
}

#[test]
fn lanes_are_found_by_height() {
    let lanes = Lanes::build(&BOARD, &[], LaneBy::Article);
    for lane in 0..lanes.lanes().len() {
        let (top, bottom) = (lanes.top(lane), lanes.top(lane + 1));
        assert!(bottom - top >= ROW_HEIGHT);
        assert_eq!(lanes.between(top + 0.5, bottom - 0.5), lane..lane + 1);
        assert!(lanes.row_middle(lane, lanes.lanes()[lane].rows - 1) < bottom);
    }
    assert_eq!(lanes.between(lanes.height() + 1.0, lanes.height() + 100.0).len(), 0);
}

#[test]
fn next_and_previous_walk_through_all_events_in_time() {
    let lanes = Lanes::build(&BOARD, &[], LaneBy::Actor);
    let view = TimelineView::fit(&lanes).expect("dated events");
    let step = |motion: Motion, from| match motion.command(&BOARD, &lanes, view, from) {
        Some(Command::Reveal(id)) => Some(id),
        _ => None,
    };
    let mut walked = Vec::new();
    let mut at = step(Motion::NextEvent, None);
    while let Some(id) = at {
        walked.push(id);
        at = step(Motion::NextEvent, Some(id));
    }
    assert_eq!(walked.len(), lanes.len());
    let mut back = walked.last().copied();
    for id in walked.iter().rev() {
        assert_eq!(back, Some(*id));
        back = step(Motion::PreviousEvent, back);
    }
    assert_eq!(back, None);
}

#[test]
fn focus_brings_the_event_to_the_middle_and_then_shows_everything() {
    let lanes = Lanes::build(&BOARD, &[], LaneBy::Actor);
    let fit = TimelineView::fit(&lanes).expect("dated events");
    let place = lanes.len() / 3;
    let id = BOARD.events[lanes.all().event(place) as usize].id;
    let Some(Command::View(close, ViewChange::Jump)) = Motion::FocusSelection.command(&BOARD, &lanes, fit, Some(id)) else {
        panic!("no view")
    };
    assert!(close.span() < fit.span() && (close.center() - lanes.all().anchor(place)).abs() < close.span() * 0.5);
    assert_eq!(Motion::FocusSelection.command(&BOARD, &lanes, close, Some(id)), Some(Command::View(fit, ViewChange::Jump)));
    assert_eq!(Motion::FocusSelection.command(&BOARD, &lanes, fit, None), None);
    assert_eq!(Motion::Fit.command(&BOARD, &lanes, fit, None), None);
}

#[test]
fn the_index_is_small() {
    let big = board(Plan { events: 20_000, actors: 100, days: 2_000, undated_every: 0 });
    for by in BY {
        let lanes = Lanes::build(&big, &[], by);
        let bytes = lanes.heap_size() as f64 / big.events.len() as f64;
        assert!(bytes > 40.0 && bytes <= 200.0, "{by:?}: {bytes} bytes an event");
    }
}

#[test]
fn the_index_is_the_same_however_many_threads_build_it() {
    let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    for by in BY {
        let build = || format!("{:?}", Lanes::build(&CROWD, &[], by));
        assert!(pool(1).install(build) == pool(4).install(build), "{by:?}");
    }
}

#[test]
fn places_stand_by_the_number_of_their_events_and_those_without_last() {
    let lanes = Lanes::build(&CROWD, &[], LaneBy::Place);
    let list = lanes.lanes();
    assert_eq!(list.last().map(|lane| &lane.key), Some(&LaneKey::NoPlace));
    assert!(list[..list.len() - 1].windows(2).all(|pair| pair[0].index.len() >= pair[1].index.len()));
    let events: usize = list.iter().map(|lane| lane.index.len()).sum();
    assert_eq!(events, lanes.len(), "an event has one place");
    for lane in list {
        let LaneKey::Place(place) = &lane.key else { continue };
        let here =
            CROWD.events.iter().filter(|event| event.place.as_ref() == Some(place) && event.when.edtf != dateline::model::Edtf::Unknown);
        assert_eq!(here.count(), lane.index.len(), "{place}");
    }
}

#[test]
fn an_event_stands_in_the_lane_of_each_of_its_tags() {
    let lanes = Lanes::build(&CROWD, &[], LaneBy::Tag);
    let names: Vec<&str> = lanes.lanes().iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(names, ["to check", "for the article", "źródło", "No tag"]);
    let of = |at: usize| -> Vec<&str> { lanes.lanes_of(&CROWD.events[at]).into_iter().map(|lane| names[lane]).collect() };
    assert_eq!((of(1), of(5), of(35)), (vec!["No tag"], vec!["to check"], vec!["to check", "for the article"]));
}
