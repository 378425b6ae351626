//! Reading in the background: progress, cancelling, what could not be read.

use crate::common::{click, has, open, press, sample, settle, window_of};
use crate::engine::Findings;
use dateline::view::{Action, Command, WindowOptions};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use std::time::Duration;

#[test]
fn long_work_shows_progress_and_can_be_stopped() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..50 {
        std::fs::write(folder.path().join(format!("{number}.txt")), format!("Article number {number}. It rained.")).unwrap();
    }
    let mut window = window_of(Findings::slow(Duration::from_millis(40)), WindowOptions::default(), [1280.0, 800.0]);
    window.state_mut().ask(Command::Open { paths: vec![folder.path().to_owned()], add: false });
    for _ in 0..200 {
        window.step();
        std::thread::sleep(Duration::from_millis(5));
        if has(&window, "Reading 2 / 50") {
            break;
        }
    }
    assert!(has(&window, "Reading") && has(&window, "/ 50"), "progress with a count");
    assert_eq!(window.state().board().articles.len(), 5, "what was open stays in view meanwhile");
    window.get_by_label("Cancel").click();
    window.run_steps(3);
    settle(&mut window);
    assert_eq!(window.state().board().articles.len(), 5);
    assert!(has(&window, "Stopped. What was open is unchanged."));
}

#[test]
fn what_was_asked_last_counts_when_two_jobs_race() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..30 {
        std::fs::write(folder.path().join(format!("{number}.txt")), format!("Article number {number}. It rained.")).unwrap();
    }
    let mut window = window_of(Findings::slow(Duration::from_millis(20)), WindowOptions::default(), [1280.0, 800.0]);
    window.state_mut().ask(Command::Open { paths: vec![folder.path().to_owned()], add: false });
    window.run_steps(2);
    window.state_mut().ask(Command::Action(Action::OpenSample));
    settle(&mut window);
    assert_eq!(window.state().board().articles.len(), 5);
    assert!(has(&window, "19 events"));
}

#[test]
fn a_missing_folder_is_named_and_what_was_open_stays() {
    let mut window = sample();
    window.state_mut().ask(Command::Open { paths: vec!["/no/such/folder".into()], add: false });
    settle(&mut window);
    assert!(has(&window, "Nothing was read.") && has(&window, "/no/such/folder"));
    assert_eq!(window.state().board().articles.len(), 5);
    click(&mut window, "Type a path…");
    assert!(has(&window, "Open path"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!has(&window, "Nothing was read."));
}

#[test]
fn skipped_files_are_listed_with_their_reasons() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("good.txt"), "Rain in Paris\n\nIt rained in Paris on Monday.").unwrap();
    std::fs::write(folder.path().join("binary.txt"), [0_u8, 159, 146, 150, 0, 1, 2, 3]).unwrap();
    std::fs::write(folder.path().join("empty.txt"), "").unwrap();
    let mut window = open(&[folder.path().to_owned()]);
    assert_eq!(window.state().board().articles.len(), 1);
    assert!(has(&window, "No events found"));
    click(&mut window, "⚠ 2 files skipped");
    assert!(has(&window, "binary.txt") && has(&window, "empty.txt"));
}
