//! What a frame of the source text costs without a screen, for an article of 100,000 words with thousands of marked sentences:
//! layout, paint list and tessellation while scrolling, hovering and searching. A frame has 16.7 ms at 60 frames a second.
//!
//! `cargo bench --bench source`.

#[path = "../tests/support/board.rs"]
mod board;

use board::{Plan, board};
use criterion::Criterion;
use dateline::model::{Article, ArticleId, Block, BlockKind, Board, Event, Mention, Quote, Span, TimeExpression, Timex3, When};
use dateline::ui::desk::Desk;
use dateline::ui::source::{SourceState, source_ui};
use dateline::ui::theme;
use dateline::view::{Availability, Filter, Found, LaneBy, Lanes, Query, SearchIndex, Selection, Tally, TimelineView};
use std::hint::black_box;

const SENTENCE: &str = "Mira Okonkwo meets the ministers of three states on Thursday in the old town hall of Vestmar to talk about fish. ";

/// One article of `words` words: every second sentence tells an event, names an actor and says when.
fn collection(words: usize) -> Board {
    let mut board = board(Plan { events: 1, actors: 8, days: 10, undated_every: 0 });
    let template = board.events[0].clone();
    let sentences = words / SENTENCE.split_whitespace().count();
    let (mut text, mut blocks, mut spans) = (String::new(), Vec::new(), Vec::new());
    for paragraph in 0..sentences.div_ceil(6) {
        let start = text.len();
        for nth in 0..6 {
            if nth % 2 == 0 {
                spans.push(text.len());
            }
            text.push_str(SENTENCE);
        }
        let kind = if paragraph % 12 == 0 { BlockKind::Heading } else { BlockKind::Paragraph };
        blocks.extend(Span::new(start, text.len() - 1).map(|span| Block { span, kind }));
        text.push_str("\n\n");
    }
    let id = ArticleId::of(&text);
    let piece = |start: usize, words: &str| {
        let at = start + SENTENCE.find(words).expect("the words are in it");
        Span::new(at, at + words.len()).expect("words")
    };
    let event = |start: &usize| {
        let (sentence, trigger) = (Quote { article: id, span: piece(*start, SENTENCE.trim()) }, piece(*start, "meets"));
        let mention = Mention { sentence, trigger, time: Some(piece(*start, "Thursday")) };
        Event { id: dateline::model::EventId::of(id, trigger), mentions: vec![mention], ..template.clone() }
    };
    let time = |start: &usize| TimeExpression {
        quote: Quote { article: id, span: piece(*start, "Thursday") },
        kind: Timex3::Date,
        value: String::new(),
        when: When::default(),
        rule: String::new(),
    };
    board.events = spans.iter().map(event).collect();
    board.times = spans.iter().map(time).collect();
    board.actors[0].mentions = spans.iter().map(|start| Quote { article: id, span: piece(*start, "Mira Okonkwo") }).collect();
    let article = Article { id, text: text.into(), blocks, ..board.articles[0].clone() };
    board.articles = vec![article];
    board.indexed()
}

struct Panel<'a> {
    ctx: egui::Context,
    board: &'a Board,
    lanes: Lanes,
    tally: Tally,
    found: Found,
    state: SourceState,
    selection: Selection,
    frames: u32,
}

impl Panel<'_> {
    fn frame(&mut self, scroll: f32) {
        self.frames += 1;
        let mut input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(480.0, 820.0))),
            time: Some(f64::from(self.frames) / 60.0),
            ..egui::RawInput::default()
        };
        input.events.push(egui::Event::PointerMoved(egui::pos2(200.0, 300.0 + (self.frames % 90) as f32)));
        if scroll != 0.0 {
            input.events.push(egui::Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta: egui::vec2(0.0, scroll),
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
                modifiers: egui::Modifiers::NONE,
            });
        }
        let (filter, availability) = (Filter::default(), Availability::default());
        let desk = Desk {
            board: self.board,
            shown: &[],
            lanes: &self.lanes,
            view: TimelineView::default(),
            tally: &self.tally,
            filter: &filter,
            found: &self.found,
            hit: None,
            steps: 0,
            revision: 1,
            selection: &self.selection,
            hints: &[],
            availability: &availability,
        };
        let (state, mut commands) = (&mut self.state, Vec::new());
        let output = self.ctx.run_ui(input, |ui| {
            egui::CentralPanel::default().show(ui, |ui| source_ui(ui, &desk, state, &mut commands));
        });
        for command in commands {
            if let dateline::view::Command::Hover(event) = command {
                self.selection.hovered = event;
            }
        }
        black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        let mut textures = output.textures_delta;
        textures.clear();
    }
}

fn frames(criterion: &mut Criterion) {
    for words in [5_000, 100_000] {
        let board = collection(words);
        let lanes = Lanes::build(&board, &[], LaneBy::One);
        let index = SearchIndex::of(&board, None);
        let mut group = criterion.benchmark_group(format!("{words} words, {} events", board.events.len()));
        group.sample_size(30);
        for (name, query) in [("", ""), (", searching", "ministers")] {
            let ctx = egui::Context::default();
            theme::apply(&ctx);
            let found = index.find(&board, &Query::of(query));
            let mut panel = Panel {
                ctx,
                board: &board,
                lanes: lanes.clone(),
                tally: Tally::of(&board, &[], &lanes),
                found: if query.is_empty() { Found::default() } else { found },
                state: SourceState::default(),
                selection: Selection { article: board.articles.first().map(|article| article.id), ..Selection::default() },
                frames: 0,
            };
            group.bench_function(format!("scroll and hover{name}"), |bencher| {
                bencher.iter(|| {
                    let down = panel.frames % 400 < 200;
                    panel.frame(if down { -240.0 } else { 240.0 });
                });
            });
            group.bench_function(format!("select another sentence{name}"), |bencher| {
                bencher.iter(|| {
                    let at = panel.frames as usize * 37 % board.events.len();
                    panel.selection.select(&board, board.events.get(at).map(|event| event.id));
                    panel.frame(0.0);
                });
            });
        }
        group.finish();
    }
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    frames(&mut criterion);
    criterion.final_summary();
}
