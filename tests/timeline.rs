//! The timeline in a window without a screen: looks, pointer, wheel, keyboard, names for screen readers.
#![cfg(feature = "gui")]

#[path = "support/board.rs"]
mod board;

use chrono::NaiveDate;
use dateline::model::Board;
use dateline::ui::theme;
use dateline::ui::timeline::{OVERVIEW_HEIGHT, Scene, TimelineState, overview_ui, timeline_ui, undated_ui};
use dateline::view::{Command, LaneBy, Lanes, TimelineView};
use egui_kittest::Harness;

/// A little application around the timeline: it applies what the panels ask for.
struct Desk {
    board: Board,
    lanes: Lanes,
    view: TimelineView,
    selected: Option<dateline::model::EventId>,
    hovered: Option<dateline::model::EventId>,
    state: TimelineState,
    seen: Vec<Command>,
}

impl Desk {
    fn new(board: Board, by: LaneBy) -> Self {
        let lanes = Lanes::build(&board, &[], by);
        let view = TimelineView::first(&lanes).unwrap_or_default();
        Self { board, lanes, view, selected: None, hovered: None, state: TimelineState::default(), seen: Vec::new() }
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        let mut out = Vec::new();
        let scene = Scene {
            board: &self.board,
            lanes: &self.lanes,
            view: self.view,
            selected: self.selected,
            hovered: self.hovered,
            today: NaiveDate::from_ymd_opt(2025, 5, 28).unwrap(),
            reduce_motion: true,
            wheel_zooms: false,
        };
        let state = &mut self.state;
        egui::Panel::bottom("overview")
            .exact_size(OVERVIEW_HEIGHT)
            .frame(egui::Frame::NONE)
            .show(ui, |ui| overview_ui(ui, &scene, state, &mut out));
        egui::Panel::bottom("tray").frame(egui::Frame::NONE).show(ui, |ui| undated_ui(ui, &scene, state, &mut out));
        egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| timeline_ui(ui, &scene, state, &mut out));
        for command in out {
            match &command {
                Command::View(view, _) => self.view = *view,
                Command::Select(event) => self.selected = *event,
                Command::Reveal(event) => self.selected = Some(*event),
                Command::Hover(event) => self.hovered = *event,
                _ => {}
            }
            self.seen.push(command);
        }
    }
}

fn window(desk: Desk, size: [f32; 2], dark: bool) -> Harness<'static, Desk> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(400)
        .with_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light })
        .with_context_setup(theme::apply)
        .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk);
    harness.run_ok();
    harness
}

/// Pictures for people: `SHOTS=folder cargo test --test timeline shots`.
#[test]
fn shots() {
    let Ok(folder) = std::env::var("SHOTS") else { return };
    let only = std::env::var("ONLY").unwrap_or_default();
    std::fs::create_dir_all(&folder).unwrap();
    for (name, by, zoom, size, dark) in [
        ("far", LaneBy::Actor, 1.0, [900.0, 620.0], false),
        ("quarter", LaneBy::Actor, 6.0, [900.0, 620.0], true),
        ("weeks", LaneBy::Actor, 22.0, [900.0, 620.0], false),
        ("days", LaneBy::Actor, 90.0, [900.0, 620.0], true),
        ("hours", LaneBy::Actor, 700.0, [900.0, 620.0], false),
        ("kinds", LaneBy::Kind, 14.0, [900.0, 620.0], true),
        ("one", LaneBy::One, 30.0, [900.0, 620.0], false),
        ("article", LaneBy::Article, 5.0, [900.0, 620.0], true),
    ] {
        if !name.contains(&only) {
            continue;
        }
        let mut desk = Desk::new(board::board(board::SMALL), by);
        let middle = desk.lanes.all().len() / 2;
        let at = desk.lanes.all().anchor(middle);
        desk.view = desk.view.centered_on(at).zoom_at(at, zoom);
        if name == "far" {
            desk.view = TimelineView::fit(&desk.lanes).unwrap();
        }
        if name != "far" {
            desk.selected = desk.board.events.get(desk.lanes.all().event(middle) as usize).map(|event| event.id);
        }
        let mut harness = window(desk, size, dark);
        harness.render().unwrap().save(format!("{folder}/{name}.png")).unwrap();
    }
}
