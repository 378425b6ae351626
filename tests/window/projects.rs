//! Projects: saved, asked for before they are lost, recovered after a crash.

use crate::common::{Window, click, event, has, hide, open, press, settle, wait_for, window_of};
use crate::engine::Findings;
use dateline::model::Edit;
use dateline::view::{Action, Command, WindowOptions};
use egui::{Key, Modifiers};
use std::time::Duration;

#[test]
fn a_project_keeps_edits_and_asks_before_they_are_lost() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("work.dateline");
    let mut reading = dateline::read::sample();
    reading.articles.truncate(3);
    dateline::project::save(&dateline::project::Project::new(reading), &file).unwrap();
    let mut window = open(std::slice::from_ref(&file));
    assert_eq!(window.state().board().articles.len(), 3);
    let id = event(&window, "drones").id;
    window.state_mut().ask(Command::Edit(Edit::Hide { event: id }));
    settle(&mut window);
    window.state_mut().ask(Command::Action(Action::OpenSample));
    settle(&mut window);
    assert!(has(&window, "Save your changes first?"));
    assert_eq!(window.state().board().articles.len(), 3);
    click(&mut window, "Save");
    assert_eq!(window.state().board().articles.len(), 5, "after saving it goes on");
    let window = open(&[file]);
    assert_eq!(window.state().board().hidden.len(), 1, "the edit is in the file");
}

/// A window ends as in a crash: what it had kept stays, and nothing is tidied up.
fn crash(window: Window, folder: &std::path::Path) {
    let kept = || {
        std::fs::read_dir(folder)
            .unwrap()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .find(|path| path.to_string_lossy().ends_with(".autosave"))
    };
    let path = (0..1000)
        .find_map(|_| {
            std::thread::sleep(Duration::from_millis(5));
            kept()
        })
        .expect("the state is kept without being asked for");
    let state = std::fs::read(&path).unwrap();
    drop(window);
    std::fs::write(path, state).unwrap();
}

#[test]
fn unsaved_work_of_a_project_is_offered_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("work.dateline");
    dateline::project::save(&dateline::project::Project::new(dateline::read::sample()), &file).unwrap();
    let mut window = open(std::slice::from_ref(&file));
    hide(&mut window, "drones");
    crash(window, folder.path());

    let mut window = open(std::slice::from_ref(&file));
    assert!(has(&window, "Recover unsaved work?") && has(&window, "5 articles with 1 edit"));
    assert_eq!(window.state().board().hidden.len(), 0, "nothing is taken up unasked");
    click(&mut window, "Not now");
    drop(window);
    let mut window = open(std::slice::from_ref(&file));
    click(&mut window, "Recover");
    assert_eq!(window.state().board().hidden.len(), 1);
    press(&mut window, Modifiers::COMMAND, Key::S);
    drop(window);
    let window = open(std::slice::from_ref(&file));
    assert!(!has(&window, "Recover unsaved work?"));
    assert_eq!(window.state().board().hidden.len(), 1);
    drop(window);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing but the project is left");
}

#[test]
fn unsaved_work_without_a_file_is_offered_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let start = || {
        let mut findings = Findings::default();
        findings.unsaved = Some(folder.path().to_owned());
        window_of(findings, WindowOptions::default(), [1280.0, 800.0])
    };
    let mut window = start();
    hide(&mut window, "drones");
    crash(window, folder.path());

    let mut window = start();
    wait_for(&mut window, |window| has(window, "Recover unsaved work?"));
    click(&mut window, "Recover");
    assert_eq!(window.state().board().hidden.len(), 1);
    window.state_mut().ask(Command::Action(Action::OpenSample));
    settle(&mut window);
    assert!(has(&window, "Save your changes first?"), "it is still not saved");
    click(&mut window, "Don’t save");
    drop(window);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn of_two_works_left_behind_the_question_and_the_answer_are_about_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (unsaved, file) = (folder.path().join("unsaved"), folder.path().join("work.dateline"));
    std::fs::create_dir(&unsaved).unwrap();
    let mut reading = dateline::read::sample();
    reading.articles.truncate(3);
    dateline::project::save(&dateline::project::Project::new(reading), &file).unwrap();
    let start = |paths: &[std::path::PathBuf]| {
        let mut findings = Findings::default();
        findings.unsaved = Some(unsaved.clone());
        window_of(findings, WindowOptions { paths: paths.to_vec(), ..WindowOptions::default() }, [1280.0, 800.0])
    };
    // One beside the project, and one of the sample, which is no project.
    let mut window = start(std::slice::from_ref(&file));
    hide(&mut window, "drones");
    crash(window, folder.path());
    let mut window = start(&[]);
    hide(&mut window, "drones");
    crash(window, &unsaved);

    let mut window = start(std::slice::from_ref(&file));
    wait_for(&mut window, |window| has(window, "3 articles with 1 edit"));
    click(&mut window, "Throw away");
    wait_for(&mut window, |window| has(window, "5 articles with 1 edit"));
    let beside = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(beside, 3, "the project, its lock and the folder: what was asked about is gone");
    assert!(std::fs::read_dir(&unsaved).unwrap().count() > 0, "what was not asked about is still there");
    click(&mut window, "Recover");
    assert_eq!(window.state().board().hidden.len(), 1);
}

#[test]
fn a_project_that_is_open_elsewhere_is_shown_as_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("work.dateline");
    dateline::project::save(&dateline::project::Project::new(dateline::read::sample()), &file).unwrap();
    let _first = open(std::slice::from_ref(&file));
    let second = open(std::slice::from_ref(&file));
    assert_eq!(second.state().board().articles.len(), 5);
    assert!(has(&second, "open in another window"));
}

#[test]
fn what_another_program_saved_is_not_replaced_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("work.dateline");
    dateline::project::save(&dateline::project::Project::new(dateline::read::sample()), &file).unwrap();
    let mut window = open(std::slice::from_ref(&file));
    hide(&mut window, "drones");
    std::fs::write(&file, "another program was here").unwrap();
    press(&mut window, Modifiers::COMMAND, Key::S);
    assert!(has(&window, "Replace what another program saved?"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "another program was here");
    click(&mut window, "Replace");
    let edits = dateline::project::load(&file).unwrap().edits;
    assert_eq!(edits.applied().len(), 1);
}
