//! The whole window without a screen: started on the sample articles or on files, driven by accessible names.
//!
//! A test of the window is a file of `tests/window`, one for each panel or duty: all are one program, which is linked once.

use crate::engine::Findings;
use chrono::NaiveDate;
use dateline::app::{App, Engine};
use dateline::model::{Edit, Event};
use dateline::view::{Command, ThemeChoice, WindowOptions};
use egui::accesskit::Toggled;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::path::PathBuf;
use std::time::Duration;

pub(crate) type Window = Harness<'static, App>;

pub(crate) fn window_of(findings: impl Engine + 'static, options: WindowOptions, size: [f32; 2]) -> Window {
    let today = NaiveDate::from_ymd_opt(2026, 1, 20).unwrap();
    let mut window = Harness::builder()
        .with_size(size)
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(400)
        .with_os(egui::os::OperatingSystem::Nix)
        .with_theme(if options.theme == ThemeChoice::Light { egui::Theme::Light } else { egui::Theme::Dark })
        .build_eframe(move |creation| App::new(creation, &options, Box::new(findings), today));
    settle(&mut window);
    window
}

/// Draws until nothing goes on in the background and nothing moves.
pub(crate) fn settle(window: &mut Window) {
    for _ in 0..2000 {
        window.run_ok();
        if !window.state().is_working() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(!window.state().is_working(), "the work in the background does not end");
    window.run_ok();
}

pub(crate) fn sample() -> Window {
    window_of(Findings::default(), WindowOptions::default(), [1280.0, 800.0])
}

/// A window that was asked for these paths, with the real reading behind it.
pub(crate) fn open(paths: &[PathBuf]) -> Window {
    let options = WindowOptions { paths: paths.to_vec(), ..WindowOptions::default() };
    window_of(Findings::default(), options, [1280.0, 800.0])
}

pub(crate) fn click(window: &mut Window, name: &str) {
    window.get_by_label(name).click();
    settle(window);
}

pub(crate) fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

/// The event with these words in its title.
pub(crate) fn event<'a>(window: &'a Window, words: &str) -> &'a Event {
    let board = window.state().board();
    board.events.iter().chain(&board.hidden).find(|event| event.title.contains(words)).unwrap_or_else(|| panic!("no event {words:?}"))
}

pub(crate) fn undated(window: &Window) -> usize {
    window
        .state()
        .board()
        .events
        .iter()
        .filter(|event| event.when.bounds().earliest.is_none() && event.when.bounds().latest.is_none())
        .count()
}

pub(crate) fn has(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

pub(crate) fn click_article(window: &mut Window, path: &str) {
    let article = window.state().board().articles.iter().find(|article| article.path.starts_with(path)).unwrap().id;
    window.state_mut().ask(Command::ShowArticle(article));
    settle(window);
}

/// Hides the event with these words.
pub(crate) fn hide(window: &mut Window, words: &str) {
    let event = event(window, words).id;
    window.state_mut().ask(Command::Edit(Edit::Hide { event }));
    settle(window);
}

/// Selects the event with these words.
pub(crate) fn select(window: &mut Window, words: &str) -> dateline::model::EventId {
    let id = event(window, words).id;
    window.state_mut().ask(Command::Select(Some(id)));
    settle(window);
    id
}

/// Types into a field instead of what is in it, and leaves it.
pub(crate) fn fill(window: &mut Window, name: &str, text: &str) {
    window.get_by_label(name).focus();
    settle(window);
    press(window, Modifiers::COMMAND, Key::A);
    window.get_by_label(name).type_text(text);
    settle(window);
}

/// Draws until this is so: for what another thread does.
pub(crate) fn wait_for(window: &mut Window, what: impl Fn(&Window) -> bool) {
    for _ in 0..1000 {
        window.run_ok();
        if what(window) {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("it does not happen");
}

pub(crate) fn toggled(window: &Window, name: &str) -> Option<Toggled> {
    window.get_by_label(name).accesskit_node().toggled()
}
