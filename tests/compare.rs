//! Happening and publication, folds, spans, dates as they are written, and pictures: in the window, found by accessible names.
#![cfg(feature = "gui")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/board.rs"]
mod board;
#[path = "support/engine.rs"]
mod engine;

use board::Plan;
use chrono::NaiveDate;
use dateline::app::App;
use dateline::model::{Board, Edtf};
use dateline::ui::timeline::{Scene, TimelineState, timeline_ui};
use dateline::view::{Action, Command, DatedBy, Division, Lanes, TimelineView, WindowOptions, spans};
use egui::accesskit::Toggled;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use engine::Findings;
use std::time::Duration;

type Window = Harness<'static, App>;

fn sample() -> Window {
    let today = NaiveDate::from_ymd_opt(2026, 1, 20).unwrap();
    let mut window = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(400)
        .with_os(egui::os::OperatingSystem::Nix)
        .build_eframe(move |creation| App::new(creation, &WindowOptions::default(), Box::new(Findings::slow(Duration::ZERO)), today));
    settle(&mut window);
    window
}

fn settle(window: &mut Window) {
    for _ in 0..2000 {
        window.run_ok();
        if !window.state().is_working() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run_ok();
}

fn click(window: &mut Window, name: &str) {
    window.get_by_label(name).click();
    settle(window);
}

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

fn toggled(window: &Window, name: &str) -> Option<Toggled> {
    window.get_by_label(name).accesskit_node().toggled()
}

#[test]
fn dates_are_written_as_chosen_everywhere() {
    let mut window = sample();
    let (name, _) = late(&window);
    for (entry, part) in
        [("Year first: 2025-03-20 (ISO 8601)", "2025-"), ("Month first: Mar 20, 2025", ", 2025"), ("Day first: 20 Mar 2025", " 2025")]
    {
        click(&mut window, "View");
        click(&mut window, "Dates");
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
fn a_picture_is_drawn_from_the_window_and_never_over_another_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chronology.pdf");
    let mut window = sample();
    let ask = |window: &mut Window| {
        window.key_press_modifiers(Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE }, Key::E);
        settle(window);
        window.get_by_label("PDF").click();
        settle(window);
        window.get_by_label("Picture file").focus();
        window.run_ok();
        window.key_press_modifiers(Modifiers { ctrl: true, command: true, ..Modifiers::NONE }, Key::A);
        window.run_ok();
        window.get_by_label("Picture file").type_text(path.to_str().unwrap());
        settle(window);
        click(window, "Export");
    };
    ask(&mut window);
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
    assert!(window.query_by_label_contains("Exported").is_some());
    std::fs::write(&path, "mine").unwrap();
    ask(&mut window);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    assert!(window.query_by_label_contains("exists already").is_some());
}

/// The timeline alone, on a board with one event long before all others.
struct Desk {
    board: Board,
    lanes: Lanes,
    view: TimelineView,
    state: TimelineState,
}

fn desk(division: Division) -> Harness<'static, Desk> {
    let mut board = board::board(Plan { events: 60, actors: 4, days: 300, undated_every: 0 });
    board.events[0].when.edtf = "1987-06-02".parse::<Edtf>().unwrap();
    let lanes = Lanes::build(&board, &[], division);
    let view = TimelineView::fit(&lanes).unwrap();
    let desk = Desk { board, lanes, view, state: TimelineState::default() };
    let mut harness = Harness::builder().with_size([1200.0, 700.0]).with_context_setup(dateline::ui::theme::apply).build_ui_state(
        |ui, desk: &mut Desk| {
            let mut out = Vec::new();
            let scene = Scene {
                board: &desk.board,
                lanes: &desk.lanes,
                view: desk.view,
                selected: None,
                hovered: None,
                today: NaiveDate::from_ymd_opt(2025, 5, 28).unwrap(),
                wheel_zooms: false,
                order: dateline::view::LaneOrder::default(),
                range: None,
                around: None,
            };
            timeline_ui(ui, &scene, &mut desk.state, &mut out);
            for command in out {
                if let Command::View(view, _) = command {
                    desk.view = view;
                }
            }
        },
        desk,
    );
    harness.run_ok();
    harness
}

#[test]
fn a_fold_is_named_with_its_length_and_zooming_holds_the_instant() {
    let plain = desk(Division::default());
    assert!(plain.query_by_label_contains("Folded:").is_none());
    let folded = desk(Division { folds: true, ..Division::default() });
    let node = folded.get_by_label_contains("Folded:").accesskit_node();
    let label = node.label().or_else(|| node.value()).unwrap();
    assert!(label.contains(" years without events, Wed 3 Jun 1987 to"), "{label}");
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
