//! The timeline in a window without a screen: looks, pointer, wheel, keyboard, names for screen readers.
#![cfg(feature = "gui")]

#[path = "support/board.rs"]
mod board;

use chrono::NaiveDate;
use dateline::model::Board;
use dateline::ui::theme;
use dateline::ui::timeline::{OVERVIEW_HEIGHT, Scene, TimelineState, overview_ui, timeline_ui, undated_ui};
use dateline::view::words::edtf_words;
use dateline::view::{Arrangement, Command, DateRange, Density, Filter, FilterChange, LaneBy, Lanes, TimelineView, ViewChange};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::collections::BTreeSet;

/// A few hundred events over two years, as from some dozen articles.
const SMALL: board::Plan = board::Plan { events: 340, actors: 16, days: 730, undated_every: 23 };

/// A little application around the timeline: it applies what the panels ask for.
struct Desk {
    board: Board,
    lanes: Lanes,
    view: TimelineView,
    selected: Option<dateline::model::EventId>,
    hovered: Option<dateline::model::EventId>,
    arrangement: Arrangement,
    range: Option<DateRange>,
    around: Option<Density>,
    wheel_zooms: bool,
    state: TimelineState,
    seen: Vec<Command>,
}

impl Desk {
    fn new(board: Board, by: LaneBy) -> Self {
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

    fn filter(&mut self, range: Option<DateRange>) {
        let filter = Filter { range, ..Filter::default() };
        self.range = range;
        self.lanes = Lanes::build(&self.board, &filter.shown(&self.board), self.lanes.by());
        self.around = range.map(|_| Density::of(&self.board, &filter.shown_at_any_time(&self.board)));
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        let mut out = Vec::new();
        let scene = Scene {
            board: &self.board,
            lanes: &self.lanes,
            view: self.view,
            selected: self.selected,
            hovered: self.hovered,
            today: NaiveDate::from_ymd_opt(2025, 5, 28).expect("a date"),
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

fn small() -> Desk {
    Desk::new(board::board(SMALL), LaneBy::Actor)
}

/// A window as a user has it, with the view on the busy middle of the collection.
fn busy() -> Harness<'static, Desk> {
    let mut desk = small();
    let at = desk.lanes.all().anchor(desk.lanes.len() / 2);
    desk.view = desk.view.centered_on(at).zoom_at(at, 24.0);
    window(desk, [1100.0, 700.0], true)
}

/// The first mark in sight that is no cluster, and its name.
fn first_mark(harness: &Harness<'_, Desk>) -> (String, egui::Rect) {
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

fn canvas_width(harness: &Harness<'_, Desk>) -> f32 {
    harness.get_by_label_contains("Time shown").rect().width()
}

fn time_at(harness: &Harness<'_, Desk>, x: f32) -> f64 {
    harness.state().view.time_from_x(f64::from(x - canvas_left(harness)), f64::from(canvas_width(harness)))
}

fn turn(harness: &mut Harness<'_, Desk>, delta: egui::Vec2, modifiers: egui::Modifiers) {
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

fn press(harness: &mut Harness<'_, Desk>, from: egui::Pos2, to: egui::Pos2, modifiers: egui::Modifiers) {
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
fn empty(harness: &Harness<'_, Desk>, x: f32) -> egui::Pos2 {
    egui::pos2(x, harness.get_by_label_contains("Time shown").rect().bottom() + 1.0)
}

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
fn a_lane_header_filters_by_its_actor() {
    let mut harness = busy();
    harness.get_by_label_contains("Lane Mira Okonkwo").click();
    harness.run_ok();
    let filters = harness.state().seen.iter().any(|command| matches!(command, Command::Filter(FilterChange::Actor { add: false, .. })));
    assert!(filters, "{:?}", harness.state().seen);
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

fn lane_names(harness: &Harness<'_, Desk>) -> Vec<String> {
    harness.state().lanes.lanes().iter().map(|lane| lane.name.clone()).collect()
}

fn header(harness: &Harness<'_, Desk>, lane: &str) -> egui::Rect {
    harness.get_by_label_contains(&format!("Lane {lane}, ")).rect()
}

/// Chooses an entry of the menu of a lane, opened with the secondary button.
fn choose(harness: &mut Harness<'_, Desk>, lane: &str, entry: &str) {
    harness.get_by_label_contains(&format!("Lane {lane}, ")).click_secondary();
    harness.run_ok();
    harness.get_by_label(entry).click();
    harness.run_ok();
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
    let plan = board::Plan { events: 12_000, actors: 4_000, days: 900, undated_every: 0 };
    let mut harness = window(Desk::new(board::board(plan), LaneBy::Actor), [1100.0, 700.0], true);
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
