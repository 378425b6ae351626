//! What a frame of the timeline costs without a screen: layout, paint list and tessellation; and what its index costs to build.
//!
//! `cargo bench --bench timeline`. A frame is measured while panning or zooming, so that nothing is the same as in the frame
//! before. The window has 1400 by 820 points.

#[path = "../tests/support/board.rs"]
mod board;

use board::{Plan, board};
use chrono::NaiveDate;
use criterion::{BatchSize, Criterion};
use dateline::model::Board;
use dateline::ui::theme;
use dateline::ui::timeline::{OVERVIEW_HEIGHT, Scene, TimelineState, overview_ui, timeline_ui};
use dateline::view::{LaneBy, Lanes, TimelineView};
use std::hint::black_box;

struct Desk<'a> {
    ctx: egui::Context,
    board: &'a Board,
    lanes: &'a Lanes,
    state: TimelineState,
    frames: u32,
}

impl Desk<'_> {
    fn frame(&mut self, view: TimelineView) {
        self.frames += 1;
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1400.0, 820.0))),
            time: Some(f64::from(self.frames) / 60.0),
            ..egui::RawInput::default()
        };
        let scene = Scene {
            board: self.board,
            lanes: self.lanes,
            view,
            selected: None,
            hovered: None,
            today: NaiveDate::from_ymd_opt(2025, 5, 28).expect("a date"),
            wheel_zooms: false,
            order: dateline::view::LaneOrder::default(),
            range: None,
            around: None,
        };
        let state = &mut self.state;
        let mut commands = Vec::new();
        let output = self.ctx.run_ui(input, |ui| {
            let out = &mut commands;
            egui::Panel::bottom("overview")
                .exact_size(OVERVIEW_HEIGHT)
                .frame(egui::Frame::NONE)
                .show(ui, |ui| overview_ui(ui, &scene, state, out));
            egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| timeline_ui(ui, &scene, state, out));
        });
        black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        let mut textures = output.textures_delta;
        textures.clear();
    }
}

fn plan(events: usize) -> Plan {
    Plan { events, actors: if events >= 100_000 { 500 } else { 120 }, days: 730 + events as u64 / 100, undated_every: 0 }
}

fn frames(criterion: &mut Criterion) {
    for events in sizes() {
        let board = board(plan(events));
        for (by, name) in [(LaneBy::Actor, "actors"), (LaneBy::One, "one lane")] {
            let lanes = Lanes::build(&board, &[], by);
            let mut group = criterion.benchmark_group(format!("frame of {events} events, {name}"));
            group.sample_size(30);
            for (zoom, level) in [(1.0, "everything"), (24.0, "a month"), (300.0, "days")] {
                let ctx = egui::Context::default();
                theme::apply(&ctx);
                let mut desk = Desk { ctx, board: &board, lanes: &lanes, state: TimelineState::default(), frames: 0 };
                let whole = TimelineView::fit(&lanes).unwrap_or_default();
                let at = lanes.all().anchor(lanes.len() / 2);
                let mut view = whole.centered_on(at).zoom_at(at, zoom);
                group.bench_function(format!("pan, {level}"), |bencher| {
                    bencher.iter(|| {
                        let step = if desk.frames % 40 < 20 { 0.004 } else { -0.004 };
                        view = view.pan(view.span() * step);
                        desk.frame(view);
                    });
                });
                group.bench_function(format!("zoom, {level}"), |bencher| {
                    bencher.iter(|| {
                        view = view.zoom_at(at, if desk.frames % 40 < 20 { 1.02 } else { 1.0 / 1.02 });
                        desk.frame(view);
                    });
                });
            }
            group.finish();
        }
    }
}

fn index(criterion: &mut Criterion) {
    for events in sizes() {
        let board = board(plan(events));
        let mut group = criterion.benchmark_group(format!("index of {events} events"));
        group.sample_size(10);
        for (by, name) in [(LaneBy::Actor, "actors"), (LaneBy::Place, "places"), (LaneBy::One, "one lane")] {
            group.bench_function(name, |bencher| bencher.iter_batched(|| (), |()| Lanes::build(&board, &[], by), BatchSize::PerIteration));
        }
        group.finish();
        for by in [LaneBy::Actor, LaneBy::Kind, LaneBy::Place, LaneBy::One] {
            let lanes = Lanes::build(&board, &[], by);
            println!("index of {events} events by {by:?}: {:.0} bytes an event", lanes.heap_size() as f64 / events as f64);
        }
    }
}

/// The largest size takes minutes to invent: only when asked for, by `DATELINE_BENCH_LARGE=1`.
fn sizes() -> Vec<usize> {
    if std::env::var_os("DATELINE_BENCH_LARGE").is_some() { vec![10_000, 100_000, 1_000_000] } else { vec![10_000, 100_000] }
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    frames(&mut criterion);
    index(&mut criterion);
    criterion.final_summary();
}
