//! Events of one's own, by mouse and keyboard: from the empty timeline and from words of the text.

use crate::common::{Window, click, event, has, press, sample, settle, window_of};
use crate::engine::UNDATED;
use dateline::app::{Dateline, Engine};
use dateline::model::{Article, Basis, Cancelled, Draft, Event, Extraction, Given, Kind, Precision, Reading, Role, Span, Watch};
use dateline::project::Opened;
use dateline::view::{Command, WindowOptions};
use egui::{Key, Modifiers, Pos2, pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

/// A place on the canvas that has no mark: right of everything, in the lane with this name.
fn empty_place(window: &Window, lane: &str) -> Pos2 {
    let canvas = window.get_all_by_label_contains("Timeline, ").next().unwrap().rect();
    let is_header = |rect: egui::Rect| rect.max.x <= canvas.min.x + 1.0 && rect.max.x > canvas.min.x - 16.0;
    let lane = window.get_all_by_label_contains(lane).map(|node| node.rect()).find(|rect| is_header(*rect)).expect("the lane");
    let marks: Vec<egui::Rect> = window.get_all_by_role(egui::accesskit::Role::Button).map(|node| node.rect()).collect();
    let places = (6..60).map(|step| pos2(canvas.max.x - step as f32 * 9.0, lane.center().y));
    places.into_iter().find(|at| canvas.contains(*at) && marks.iter().all(|mark| !mark.expand(3.0).contains(*at))).expect("an empty place")
}

fn double_click(window: &mut Window, pos: Pos2) {
    // Long after the click before: three in a row would be something else.
    window.run_steps(60);
    window.hover_at(pos);
    window.step();
    for pressed in [true, false, true, false] {
        window.event(egui::Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
        window.step();
    }
    settle(window);
}

fn own(window: &Window) -> Vec<&Event> {
    let board = window.state().board();
    board.events.iter().filter(|event| board.is_own(event.id)).collect()
}

fn rename(window: &mut Window, title: &str) {
    window.get_by_label("Title").type_text(title);
    settle(window);
    press(window, Modifiers::NONE, Key::Enter);
}

#[test]
fn a_double_click_on_the_empty_timeline_adds_an_event_there() {
    let mut window = sample();
    let at = empty_place(&window, "Donald Trump");
    double_click(&mut window, at);
    let added = own(&window);
    assert_eq!(added.len(), 1);
    let (id, when) = (added[0].id, added[0].when.clone());
    assert_eq!((added[0].title.as_str(), when.basis), ("New event", Basis::Assigned));
    assert!(
        matches!(when.precision(), Precision::Day | Precision::Month | Precision::Year),
        "as precise as one can point: {:?}",
        when.edtf
    );
    assert_eq!(added[0].participants.len(), 1, "the lane gives the actor");
    assert_eq!((added[0].participants[0].actor.0.as_str(), added[0].participants[0].role), ("Donald Trump", Role::Agent));
    assert_eq!(window.state().selection().event, Some(id));
    assert!(has(&window, "No article tells it") && has(&window, "added by you"));
    // The title has the cursor, and what is typed replaces the proposal.
    assert!(window.get_by_label("Title").accesskit_node().is_focused());
    rename(&mut window, "Trump lands in Ankara");
    assert_eq!(own(&window)[0].title, "Trump lands in Ankara");
    assert!(has(&window, "Trump lands in Ankara, "), "it has a mark on the timeline");
    assert_eq!(window.state().board().curation(id).unwrap().found, None, "nothing was found that could be restored");
}

#[test]
fn escape_takes_a_new_event_back_and_undo_does_too() {
    let mut window = sample();
    let at = empty_place(&window, "Donald Trump");
    double_click(&mut window, at);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(own(&window).len(), 0, "Escape in the title that nobody has changed");
    assert!(window.query_by_label("Title").is_none(), "and the fields are closed again");
    double_click(&mut window, at);
    rename(&mut window, "Kept");
    press(&mut window, CTRL, Key::Z);
    assert_eq!(own(&window)[0].title, "New event");
    click(&mut window, "Undo new event");
    assert_eq!(own(&window).len(), 0);
    click(&mut window, "Redo new event");
    assert_eq!(own(&window).len(), 1);
}

#[test]
fn the_key_n_adds_an_event_in_the_middle_and_delete_removes_it() {
    let mut window = sample();
    let middle = window.state().view();
    press(&mut window, Modifiers::NONE, Key::N);
    let added = own(&window)[0].clone();
    let bounds = added.when.bounds();
    let (from, to) = (dateline::view::seconds(bounds.earliest.unwrap()), dateline::view::seconds(bounds.latest.unwrap()));
    let at = middle.start.midpoint(middle.end);
    assert!(from <= at && at <= to, "{:?}", added.when.edtf);
    rename(&mut window, "Something of mine");
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!((own(&window).len(), window.state().board().hidden.len()), (0, 0), "it is gone, not hidden");
    click(&mut window, "Undo remove event");
    assert_eq!(own(&window)[0].title, "Something of mine");
    // What was found is only hidden.
    let found = event(&window, "drones").id;
    window.state_mut().ask(Command::Reveal(found));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(window.state().board().hidden.len(), 1);
}

#[test]
fn a_lane_of_kinds_gives_the_kind() {
    let mut window = sample();
    click(&mut window, "Lanes by kind");
    let at = empty_place(&window, "Warning");
    double_click(&mut window, at);
    assert_eq!(own(&window)[0].kind, Kind::Warning);
}

#[test]
fn a_double_click_on_an_event_still_opens_its_source() {
    let mut window = sample();
    let wanted = event(&window, "hosted Zelensky");
    let (id, article) = (wanted.id, wanted.mentions[0].article());
    let name = format!("{}, Mon 18 Aug 2025", wanted.title);
    let at = window.get_all_by_label(&name).next().unwrap().rect().center();
    double_click(&mut window, at);
    assert_eq!(own(&window).len(), 0);
    assert_eq!((window.state().selection().event, window.state().selection().article), (Some(id), Some(article)));
}

/// The engine of the program, which keeps nothing of this window for the next one.
#[derive(Default)]
struct Real(Dateline);

impl Engine for Real {
    fn read(&mut self, paths: &[PathBuf], watch: &dyn Watch) -> Result<Reading, Cancelled> {
        self.0.read(paths, watch)
    }

    fn sample(&mut self) -> Reading {
        self.0.sample()
    }

    fn open(&mut self, path: &Path) -> Result<Opened, String> {
        self.0.open(path)
    }

    fn unsaved_folder(&self) -> Option<PathBuf> {
        None
    }

    fn extract(&mut self, reading: &Reading, given: &Given, watch: &dyn Watch) -> Result<Extraction, Cancelled> {
        self.0.extract(reading, given, watch)
    }

    fn draft(&mut self, article: &Article, selection: Span, watch: &dyn Watch) -> Result<Option<Draft>, Cancelled> {
        self.0.draft(article, selection, watch)
    }
}

/// An article read by the real engine.
const TALKS: &str = "Talks go on in Paris\n\nMilitary chiefs of thirty countries will meet in London on 20 March 2025, officials said.\n\n\
    The guns were silent.\n";

fn talks() -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("talks.txt"), TALKS).unwrap();
    let options = WindowOptions { paths: vec![folder.path().to_owned()], ..WindowOptions::default() };
    (window_of(Real::default(), options, [1280.0, 800.0]), folder)
}

/// Selects the words between two places of the text panel with the mouse.
fn select(window: &mut Window, from: Pos2, to: Pos2) {
    window.run_steps(60);
    window.hover_at(from);
    window.step();
    window.drag_at(from);
    window.step();
    for share in [0.3, 0.7, 1.0] {
        window.hover_at(from + (to - from) * share);
        window.step();
    }
    window.drop_at(to);
    settle(window);
}

fn text_rect(window: &Window) -> egui::Rect {
    window.get_all_by_label_contains("Text of ").next().unwrap().rect()
}

#[test]
fn words_selected_with_the_mouse_become_an_event_with_what_extraction_says() {
    let (mut window, _folder) = talks();
    let text = text_rect(&window);
    assert!(window.query_by_label("New event from selection").is_none(), "nothing is selected yet");
    // The second paragraph, from its first letter to the end of its last row.
    let rows = window.get_all_by_label_contains("Sentence, ").next().expect("a marked sentence").rect();
    select(&mut window, rows.left_top() + vec2(1.0, 8.0), pos2(text.max.x, rows.max.y - 6.0));
    click(&mut window, "New event from selection");
    let added = own(&window)[0].clone();
    assert_eq!((added.kind, added.when.edtf.to_string()), (Kind::Meeting, "2025-03-20".to_owned()));
    assert_eq!(added.when.basis, Basis::Assigned);
    assert_eq!(added.place.as_deref(), Some("London"));
    assert!(added.title.contains("will meet in London"), "{}", added.title);
    assert_eq!(added.mentions.len(), 1);
    assert!(added.mentions[0].sentence.span.text(TALKS).starts_with("Military chiefs"), "the quote is the selection");
    assert!(window.get_by_label("Title").accesskit_node().is_focused(), "ready to be edited");
    assert!(has(&window, "Quote 1 of 1: Military chiefs"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(own(&window).len(), 0, "Escape takes it back");
}

#[test]
fn words_are_selected_with_the_keyboard_too() {
    let (mut window, _folder) = talks();
    window.get_all_by_label_contains("Text of ").next().unwrap().focus();
    window.run_ok();
    // To the last line, and over its words.
    press(&mut window, CTRL, Key::End);
    press(&mut window, Modifiers::NONE, Key::Home);
    press(&mut window, Modifiers::SHIFT, Key::End);
    press(&mut window, CTRL, Key::E);
    let added = own(&window)[0].clone();
    assert_eq!(added.title, "The guns were silent");
    assert_eq!(added.mentions[0].sentence.span.text(TALKS), "The guns were silent.");
}

#[test]
fn an_own_event_is_exported_and_survives_saving_and_new_dates() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::N);
    rename(&mut window, "A day of mine");
    let id = own(&window)[0].id;
    // The pipeline works the dates of an article out anew: the event stays.
    let article = window.state().board().articles.iter().find(|article| article.path == UNDATED).unwrap().id;
    let date = "2025-03-17".parse().unwrap();
    window.state_mut().ask(Command::Edit(dateline::model::Edit::SetPublished { article, date }));
    settle(&mut window);
    std::thread::sleep(Duration::from_millis(5));
    settle(&mut window);
    assert_eq!(own(&window)[0].id, id);
    let mut out = Vec::new();
    dateline::export::export(window.state().board(), dateline::export::Format::Jsonl, &mut out).unwrap();
    let lines = String::from_utf8(out).unwrap();
    let line = lines.lines().find(|line| line.contains("A day of mine")).expect("it is exported");
    assert!(line.contains(r#""basis":"assigned""#) && line.contains(r#""mentions":[]"#), "{line}");
}
