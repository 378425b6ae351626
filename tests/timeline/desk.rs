//! A little application around the timeline, and the hands that work on it.

use crate::board::{Plan, board};
use chrono::NaiveDate;
use dateline::model::Board;
use dateline::ui::theme;
use dateline::ui::timeline::{OVERVIEW_HEIGHT, Scene, TimelineState, overview_ui, timeline_ui, undated_ui};
use dateline::view::words::edtf_words;
use dateline::view::{Arrangement, Command, DateRange, Density, Division, Filter, FilterChange, LaneBy, Lanes, TimelineView};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

/// A few hundred events over two years, as from some dozen articles.
pub(crate) const SMALL: Plan = Plan { events: 340, actors: 16, days: 730, undated_every: 23 };

/// A little application around the timeline: it applies what the panels ask for.
pub(crate) struct Desk {
    pub(crate) board: Board,
    pub(crate) lanes: Lanes,
    pub(crate) view: TimelineView,
    pub(crate) selected: Option<dateline::model::EventId>,
    pub(crate) hovered: Option<dateline::model::EventId>,
    pub(crate) arrangement: Arrangement,
    pub(crate) range: Option<DateRange>,
    pub(crate) around: Option<Density>,
    pub(crate) wheel_zooms: bool,
    pub(crate) state: TimelineState,
    pub(crate) seen: Vec<Command>,
}

impl Desk {
    pub(crate) fn new(board: Board, by: impl Into<Division>) -> Self {
        let lanes = Lanes::build(&board, &[], by);
        let view = TimelineView::first(&lanes).unwrap_or_default();
        Self {
            board,
            lanes,
            view,
            selected: None,
            hovered: None,
            arrangement: Arrangement::default(),
            range: None,
            around: None,
            wheel_zooms: false,
            state: TimelineState::default(),
            seen: Vec::new(),
        }
    }

    pub(crate) fn filter(&mut self, range: Option<DateRange>) {
        let filter = Filter { range, ..Filter::default() };
        self.range = range;
        self.lanes = Lanes::build(&self.board, &filter.shown(&self.board), self.lanes.by());
        self.around = range.map(|_| Density::of(&self.board, &filter.shown_at_any_time(&self.board, None)));
    }

    pub(crate) fn ui(&mut self, ui: &mut egui::Ui) {
        let mut out = Vec::new();
        let scene = Scene {
            board: &self.board,
            lanes: &self.lanes,
            view: self.view,
            selected: self.selected,
            hovered: self.hovered,
            today: NaiveDate::from_ymd_opt(2025, 5, 28).unwrap(),
            wheel_zooms: self.wheel_zooms,
            order: self.arrangement.order,
            range: self.range,
            around: self.around.as_ref(),
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
                Command::Arrange(change) => {
                    self.arrangement.apply(change.clone());
                    self.lanes.arrange(&self.arrangement);
                }
                Command::Filter(FilterChange::Range(range)) => self.filter(*range),
                _ => {}
            }
            self.seen.push(command);
        }
    }
}

pub(crate) fn window(desk: Desk, size: [f32; 2], dark: bool) -> Harness<'static, Desk> {
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

pub(crate) fn small() -> Desk {
    Desk::new(board(SMALL), LaneBy::Actor)
}

/// A window as a user has it, with the view on the busy middle of the collection.
pub(crate) fn busy() -> Harness<'static, Desk> {
    let mut desk = small();
    let at = desk.lanes.all().anchor(desk.lanes.len() / 2);
    desk.view = desk.view.centered_on(at).zoom_at(at, 24.0);
    window(desk, [1100.0, 700.0], true)
}

/// The first mark in sight that is no cluster, and its name.
pub(crate) fn first_mark(harness: &Harness<'_, Desk>) -> (String, egui::Rect) {
    let desk = harness.state();
    let names: Vec<String> = desk.board.events.iter().map(|event| format!("{}, {}", event.title, edtf_words(&event.when.edtf))).collect();
    let found = names.iter().filter(|name| names.iter().filter(|other| other == name).count() == 1).find_map(|name| {
        let rect = harness.query_by_label(name.as_str())?.rect();
        (rect.width() > 10.0 && rect.top() > 60.0 && rect.bottom() < 560.0 && rect.left() > 260.0 && rect.right() < 1000.0)
            .then_some((name.clone(), rect))
    });
    found.expect("a mark in sight")
}

fn canvas_left(harness: &Harness<'_, Desk>) -> f32 {
    harness.get_by_label_contains("Time shown").rect().left()
}

pub(crate) fn canvas_width(harness: &Harness<'_, Desk>) -> f32 {
    harness.get_by_label_contains("Time shown").rect().width()
}

pub(crate) fn time_at(harness: &Harness<'_, Desk>, x: f32) -> f64 {
    harness.state().view.time_from_x(f64::from(x - canvas_left(harness)), f64::from(canvas_width(harness)))
}

pub(crate) fn turn(harness: &mut Harness<'_, Desk>, delta: egui::Vec2, modifiers: egui::Modifiers) {
    harness.event(egui::Event::ModifiersChanged(modifiers));
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers,
    });
    harness.run_ok();
    harness.event(egui::Event::ModifiersChanged(egui::Modifiers::NONE));
}

pub(crate) fn press(harness: &mut Harness<'_, Desk>, from: egui::Pos2, to: egui::Pos2, modifiers: egui::Modifiers) {
    let button = |pos, pressed| egui::Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers };
    harness.hover_at(from);
    harness.run_ok();
    harness.event(egui::Event::ModifiersChanged(modifiers));
    harness.event(button(from, true));
    harness.step();
    for step in 1..=8_u8 {
        harness.event(egui::Event::PointerMoved(from + (to - from) * (f32::from(step) / 8.0)));
        harness.step();
    }
    harness.event(button(to, false));
    harness.step();
    harness.event(egui::Event::ModifiersChanged(egui::Modifiers::NONE));
    harness.run_ok();
}

/// A place on the canvas where no mark is: just below the ruler's line, between two lanes.
pub(crate) fn empty(harness: &Harness<'_, Desk>, x: f32) -> egui::Pos2 {
    egui::pos2(x, harness.get_by_label_contains("Time shown").rect().bottom() + 1.0)
}

pub(crate) fn lane_names(harness: &Harness<'_, Desk>) -> Vec<String> {
    harness.state().lanes.lanes().iter().map(|lane| lane.name.clone()).collect()
}

pub(crate) fn header(harness: &Harness<'_, Desk>, lane: &str) -> egui::Rect {
    harness.get_by_label_contains(&format!("Lane {lane}, ")).rect()
}

/// Chooses an entry of the menu of a lane, opened with the secondary button.
pub(crate) fn choose(harness: &mut Harness<'_, Desk>, lane: &str, entry: &str) {
    harness.get_by_label_contains(&format!("Lane {lane}, ")).click_secondary();
    harness.run_ok();
    harness.get_by_label(entry).click();
    harness.run_ok();
}
