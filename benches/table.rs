//! What the table costs without a screen: a frame (layout, paint list and tessellation) while scrolling, and sorting.
//!
//! `cargo bench --bench table`. The table has 1000 by 800 points: about 28 rows in view.

#[path = "../tests/support/board.rs"]
mod board;

use board::{Plan, board};
use criterion::Criterion;
use dateline::model::Board;
use dateline::ui::desk::Desk;
use dateline::ui::table::{TableState, table_ui};
use dateline::ui::theme;
use dateline::view::{
    Availability, Column, Command, Filter, Found, LaneBy, Lanes, Selection, TableChange, TableLook, Tally, TimelineView, table,
};
use std::hint::black_box;

fn frame(ctx: &egui::Context, desk: &Desk<'_>, look: &TableLook, state: &mut TableState, number: u32) {
    let pos = egui::pos2(500.0, 400.0);
    let scroll = egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, if number % 400 < 200 { -900.0 } else { 900.0 }),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: egui::Modifiers::NONE,
    };
    let input = egui::RawInput {
        screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1000.0, 800.0))),
        time: Some(f64::from(number) / 60.0),
        events: vec![egui::Event::PointerMoved(pos), scroll],
        ..egui::RawInput::default()
    };
    let mut out: Vec<Command> = Vec::new();
    let output = ctx.run_ui(input, |ui| {
        egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| table_ui(ui, desk, look, 1, state, &mut out));
    });
    black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
    let mut textures = output.textures_delta;
    textures.clear();
}

fn frames(criterion: &mut Criterion, board: &Board) {
    let lanes = Lanes::build(board, &[], LaneBy::One);
    let tally = Tally::of(board, &[], &lanes);
    let (filter, selection, availability) = (Filter::default(), Selection::default(), Availability::default());
    let view = TimelineView::default();
    let found = Found::default();
    let desk = Desk {
        board,
        shown: &[],
        lanes: &lanes,
        view,
        tally: &tally,
        filter: &filter,
        found: &found,
        hit: None,
        steps: 0,
        revision: 1,
        selection: &selection,
        hints: &[],
        availability: &availability,
    };
    let ctx = egui::Context::default();
    theme::apply(&ctx);
    let (mut state, mut number) = (TableState::default(), 0);
    criterion.bench_function(&format!("frame of {} rows while scrolling", board.events.len()), |bencher| {
        bencher.iter(|| {
            number += 1;
            frame(&ctx, &desk, &TableLook::default(), &mut state, number);
        });
    });
}

fn sorting(criterion: &mut Criterion, board: &Board) {
    for column in Column::ALL {
        let mut look = TableLook::default();
        look.apply(&TableChange::Sort(column));
        criterion.bench_function(&format!("sort {} rows by {}", board.events.len(), column.title()), |bencher| {
            bencher.iter(|| table::rows(board, &[], &look));
        });
    }
}

fn main() {
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    let board = board(Plan { events: 100_000, actors: 500, days: 1_730, undated_every: 23 });
    frames(&mut criterion, &board);
    sorting(&mut criterion, &board);
    criterion.final_summary();
}
