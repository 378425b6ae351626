//! The dates of articles: set, suggested, refused.

use crate::common::{click, event, has, open, press, sample, settle, undated};
use crate::engine::UNDATED;
use dateline::model::DateSource;
use dateline::view::Command;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

#[test]
fn a_set_date_moves_the_events_of_an_article_and_undo_takes_it_back() {
    let mut window = sample();
    assert_eq!(undated(&window), 3, "the article has no date");
    let article = window.state().board().articles.iter().find(|article| article.path == UNDATED).unwrap();
    let name = format!("Set date of {}", article.display_title());
    click(&mut window, &name);
    assert!(has(&window, "3 undated events wait for it"));
    window.get_by_label("Date").type_text("17 Mar");
    settle(&mut window);
    window.get_by_label("Date").type_text("ch 2025");
    settle(&mut window);
    assert!(has(&window, "✓  Mon 17 Mar 2025"), "says how it is understood");
    click(&mut window, "Set date");
    assert_eq!(undated(&window), 0);
    assert_eq!(event(&window, "Military strategists").when.edtf.to_string(), "2025-03-20", "\"later this week\" counts from the new date");
    press(&mut window, Modifiers::COMMAND | Modifiers::CTRL, Key::Z);
    assert_eq!(undated(&window), 3, "undo");
    press(&mut window, Modifiers::COMMAND | Modifiers::CTRL | Modifiers::SHIFT, Key::Z);
    assert_eq!(undated(&window), 0, "redo");
}

#[test]
fn without_any_date_it_says_what_helps() {
    let folder = tempfile::tempdir().unwrap();
    let article = dateline::read::sample().articles.into_iter().find(|article| article.path == UNDATED).unwrap();
    std::fs::write(folder.path().join(UNDATED), &*article.text).unwrap();
    let mut window = open(&[folder.path().to_owned()]);
    assert!(has(&window, "No event has a date yet"));
    click(&mut window, "Set date of article…");
    window.get_by_label("Date").type_text("2025-03-17");
    settle(&mut window);
    click(&mut window, "Set date");
    assert!(!has(&window, "No event has a date yet"));
    assert_eq!(undated(&window), 0);
    let view = window.state().view();
    let at = dateline::view::seconds(event(&window, "Military strategists").when.bounds().earliest.unwrap());
    assert!(view.contains(at), "the timeline goes where the events are");
}

/// An article that nobody dated, but whose last line gives its day away.
const SIGNED: &str = "Talks go on in Paris\n\nThe ministers of nine countries met in Paris on Monday.\n\nThey agreed on little.\n\nThe French \
    minister spoke of progress.\n\nHis guests did not.\n\nThey ate well.\n\nThe guns were silent.\n\nThey will meet again on Thursday.\n\n\
    17 March 2025\n";

#[test]
fn a_date_that_the_text_gives_away_is_offered_and_taken_by_mouse_or_keyboard() {
    for by_keyboard in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("talks.txt"), SIGNED).unwrap();
        let mut window = open(&[folder.path().to_owned()]);
        assert!(window.state().board().articles[0].published.is_none(), "nothing is assumed silently");
        let article = window.state().board().articles[0].id;
        window.state_mut().ask(Command::AskDate(article));
        settle(&mut window);
        let name = "Set date to Mon 17 Mar 2025: \"17 March 2025\" stands on a line of its own";
        if by_keyboard {
            window.get_by_label(name).focus();
            window.run_ok();
            press(&mut window, Modifiers::NONE, Key::Enter);
        } else {
            click(&mut window, name);
        }
        settle(&mut window);
        let published = window.state().board().articles[0].published.clone().expect("it is dated");
        assert_eq!((published.date.to_string().as_str(), published.source), ("2025-03-17", DateSource::User));
        assert!(!has(&window, "When was this article published?"), "the dialog is closed");
    }
}

#[test]
fn a_date_that_is_none_is_refused() {
    let mut window = sample();
    let article = window.state().board().articles[0].id;
    window.state_mut().ask(Command::AskDate(article));
    settle(&mut window);
    press(&mut window, Modifiers::COMMAND | Modifiers::CTRL, Key::A);
    window.get_by_label("Date").type_text("banana");
    settle(&mut window);
    assert!(has(&window, "is not understood as a date"));
    assert!(window.get_by_label("Set date").accesskit_node().is_disabled());
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!has(&window, "is not understood"), "Escape closes the dialog");
    assert!(window.state().board().articles[0].published.is_some());
}
