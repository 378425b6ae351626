//! How the window looks, compared with small pictures. Recorded on Mesa's software renderer (lavapipe): the truth is Linux.
//!
//! After a wanted change: `UPDATE_SNAPSHOTS=1 cargo test --test images`, and look at what changed.
#![cfg(all(feature = "gui", target_os = "linux"))]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/board.rs"]
mod board;
#[path = "support/engine.rs"]
mod engine;

use chrono::NaiveDate;
use dateline::app::App;
use dateline::model::{Basis, Board, Kind, Modality};
use dateline::ui::theme;
use dateline::ui::timeline::{Scene, TimelineState, timeline_ui};
use dateline::view::{Arrangement, Command, LaneBy, LaneChange, LaneKey, LaneOrder, Lanes, ThemeChoice, TimelineView, WindowOptions};
use egui_kittest::Harness;
use engine::{Findings, UNDATED};
use std::time::Duration;

fn picture(name: &str, theme: ThemeChoice) {
    let options = WindowOptions { theme, ..WindowOptions::default() };
    let mut window = Harness::builder()
        .with_size([1000.0, 620.0])
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(400)
        .with_os(egui::os::OperatingSystem::Nix)
        .with_theme(if theme == ThemeChoice::Light { egui::Theme::Light } else { egui::Theme::Dark })
        .build_eframe(move |creation| {
            App::new(creation, &options, Box::new(Findings::slow(Duration::ZERO)), NaiveDate::from_ymd_opt(2026, 1, 20).unwrap())
        });
    while window.state().is_working() {
        window.run_ok();
        std::thread::sleep(Duration::from_millis(5));
    }
    let undated = window.state().board().articles.iter().filter(|article| article.path == UNDATED).count();
    assert_eq!(undated, 1);
    let event = window.state().board().events.iter().find(|event| event.title.contains("hosted Zelensky")).unwrap().id;
    window.state_mut().ask(Command::Reveal(event));
    window.run_ok();
    window.run_ok();
    window.snapshot(name);
}

#[test]
fn the_window_in_the_dark() {
    picture("window-dark", ThemeChoice::Dark);
}

#[test]
fn the_window_in_the_light() {
    picture("window-light", ThemeChoice::Light);
}

/// Every way of being dated, in a lane of its own, by every way of having happened.
const DATES: [(&str, &str); 9] = [
    ("On a day", "2025-03-20"),
    ("In a month", "2025-03"),
    ("Around a day", "2025-03-20~"),
    ("Around a month", "2025-03~"),
    ("Before", "[..2025-03-20]"),
    ("After", "[2025-03-20..]"),
    ("Between", "[2025-03-12..2025-03-26]"),
    ("From - to", "2025-03-12/2025-03-26"),
    ("Since", "2025-03-12/.."),
];

fn dates() -> Board {
    let looks = [
        ("happened", Modality::Happened, Basis::Stated),
        ("reported", Modality::Happened, Basis::Reported),
        ("planned", Modality::Planned, Basis::Stated),
        ("hypothetical", Modality::Hypothetical, Basis::Stated),
        ("negated", Modality::Negated, Basis::Stated),
    ];
    let events = DATES.len() * looks.len();
    let mut board = board::board(board::Plan { events, actors: 3, days: 300, undated_every: 0 });
    for (at, event) in board.events.iter_mut().enumerate() {
        let ((place, date), (word, modality, basis)) = (DATES[at / looks.len()], looks[at % looks.len()]);
        event.when.edtf = date.parse().unwrap();
        (event.when.basis, event.modality, event.kind) = (basis, modality, Kind::ALL[5 + at % looks.len()]);
        (event.place, event.title, event.importance) = (Some(place.to_owned()), word.to_owned(), 0.5);
    }
    board.indexed()
}

/// One lane for each way of being dated; one strip for each way of having happened.
fn dates_picture(name: &str, dark: bool) {
    let board = dates();
    let strip = |column: usize| {
        let shown: Vec<bool> = (0..board.events.len()).map(|at| at % 5 == column).collect();
        let mut lanes = Lanes::build(&board, &shown, LaneBy::Place);
        let mut arrangement = Arrangement::default();
        for (place, _) in DATES {
            arrangement.apply(LaneChange::Move { lane: LaneKey::Place(place.to_owned()), before: None });
        }
        lanes.arrange(&arrangement);
        lanes
    };
    let strips: Vec<Lanes> = (0..5).map(strip).collect();
    let at = |month: u32| dateline::view::seconds(NaiveDate::from_ymd_opt(2025, month, 1).unwrap().and_hms_opt(0, 0, 0).unwrap());
    let view = TimelineView::new(at(2), at(5));
    let mut states = vec![TimelineState::default(); strips.len()];
    let mut harness = Harness::builder()
        .with_size([1400.0, 420.0])
        .with_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light })
        .with_context_setup(theme::apply)
        .build_ui(move |ui| {
            for (at, (lanes, state)) in strips.iter().zip(&mut states).enumerate() {
                let area = egui::Rect::from_min_size(egui::pos2(280.0 * at as f32, 0.0), egui::vec2(280.0, 420.0));
                let today = NaiveDate::from_ymd_opt(2026, 1, 20).unwrap();
                let (order, wheel_zooms) = (LaneOrder::default(), false);
                let scene = Scene {
                    board: &board,
                    lanes,
                    view,
                    selected: None,
                    hovered: None,
                    today,
                    wheel_zooms,
                    order,
                    range: None,
                    around: None,
                };
                let builder = egui::UiBuilder::new().max_rect(area).id_salt(at);
                ui.scope_builder(builder, |ui| timeline_ui(ui, &scene, state, &mut Vec::new()));
            }
        });
    harness.run();
    harness.snapshot(name);
}

#[test]
fn every_date_in_the_dark() {
    dates_picture("dates-dark", true);
}

#[test]
fn every_date_in_the_light() {
    dates_picture("dates-light", false);
}
