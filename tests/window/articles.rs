//! The articles panel: dates of one or many, title and publisher, removing and taking back.

use crate::common::{Window, click, fill, has, press, sample, settle, undated};
use crate::engine::UNDATED;
use dateline::model::Article;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

fn article<'a>(window: &'a Window, path: &str) -> &'a Article {
    window.state().board().articles.iter().find(|article| article.path.starts_with(path)).unwrap()
}

/// The accessible name of an article's row starts with this.
fn row(window: &Window, path: &str) -> String {
    format!("{}, ", article(window, path).display_title())
}

fn click_row(window: &mut Window, path: &str, modifiers: Modifiers) {
    let name = row(window, path);
    window.query_all_by_label_contains(&name).next().unwrap().click_modifiers(modifiers);
    settle(window);
}

fn focus(window: &mut Window, path: &str) {
    let name = row(window, path);
    window.query_all_by_label_contains(&name).next().unwrap().focus();
    window.run_ok();
}

const CTRL: Modifiers = Modifiers { alt: false, ctrl: true, shift: false, mac_cmd: false, command: true };

#[test]
fn many_articles_get_one_date_in_one_step() {
    let mut window = sample();
    click_row(&mut window, "000", CTRL);
    click_row(&mut window, "002", Modifiers::SHIFT);
    assert!(has(&window, "3 selected"));
    click(&mut window, "Set date of selected articles");
    assert!(has(&window, "When were these 3 articles published?") && has(&window, "1 of 3 have no date."));
    window.get_by_label("Date").type_text("20 May 2025");
    settle(&mut window);
    click(&mut window, "Set date");
    for path in ["000", "001", "002"] {
        assert_eq!(article(&window, path).published.as_ref().unwrap().date.to_string(), "2025-05-20", "{path}");
    }
    assert_eq!(undated(&window), 0);
    click(&mut window, "Undo set date of 3 articles");
    assert_eq!((undated(&window), article(&window, "001").published.is_none()), (3, true));
}

#[test]
fn articles_are_selected_and_dated_by_keyboard() {
    let mut window = sample();
    focus(&mut window, "003");
    press(&mut window, CTRL, Key::Space);
    focus(&mut window, "004");
    press(&mut window, Modifiers::SHIFT, Key::Space);
    assert!(has(&window, "2 selected"));
    // The row has kept the keys, though the list has got a line below it.
    press(&mut window, Modifiers::NONE, Key::D);
    assert!(has(&window, "When were these 2 articles published?"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    focus(&mut window, "001");
    press(&mut window, CTRL, Key::A);
    assert!(has(&window, "5 selected"));
    click(&mut window, "Clear selection of articles");
    assert!(!has(&window, "5 selected"));
}

#[test]
fn each_article_can_be_given_the_date_it_gives_away() {
    let folder = tempfile::tempdir().unwrap();
    let text = |day: &str| {
        format!(
            "Talks go on\n\nThe ministers met in Paris on Monday.\n\nThey agreed on little.\n\nThe guests did not.\n\nThey ate well.\n\nThe guns were silent.\n\nThey will meet again on Thursday.\n\n{day} March 2025\n"
        )
    };
    std::fs::write(folder.path().join("a.txt"), text("17")).unwrap();
    std::fs::write(folder.path().join("b.txt"), text("24")).unwrap();
    std::fs::write(folder.path().join("c.txt"), "Nobody knows when.\n\nThe ministers met in Paris on Monday.\n").unwrap();
    let mut window = crate::common::open(&[folder.path().to_owned()]);
    assert!(window.state().board().articles.iter().all(|article| article.published.is_none()));
    let all: Vec<_> = window.state().board().articles.iter().map(|article| article.id).collect();
    window.state_mut().ask(dateline::view::Command::AskDates(all));
    settle(&mut window);
    click(&mut window, "Set for each article the date that it gives away itself");
    let dates: Vec<_> =
        window.state().board().articles.iter().map(|article| article.published.as_ref().map(|one| one.date.to_string())).collect();
    assert_eq!(dates, [Some("2025-03-17".to_owned()), Some("2025-03-24".to_owned()), None]);
    click(&mut window, "Undo set date of 2 articles");
    assert!(window.state().board().articles.iter().all(|article| article.published.is_none()));
}

#[test]
fn the_list_grows_with_its_articles_and_rows_that_get_the_keys_come_into_sight() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), "Talks go on\n\nThe ministers met in Paris on Monday.\n").unwrap();
    let mut window = crate::common::open(&[folder.path().to_owned()]);
    let top = |window: &Window| window.get_by_label("ARTICLES").rect().top();
    let before = top(&window);
    window.state_mut().ask(dateline::view::Command::Action(dateline::view::Action::OpenSample));
    settle(&mut window);
    assert!(top(&window) < before - 40.0, "five articles have more room than one");
    for path in ["000", "001", "002", "003", "004"] {
        focus(&mut window, path);
        settle(&mut window);
        let name = row(&window, path);
        let place = window.query_all_by_label_contains(&name).next().unwrap().rect();
        let title = window.get_by_label("ARTICLES").rect();
        assert!(title.bottom() <= place.top() + 1.0, "{path} lies below the title of its list");
    }
}

#[test]
fn title_and_publisher_are_corrected() {
    let mut window = sample();
    focus(&mut window, "000");
    press(&mut window, Modifiers::NONE, Key::F2);
    fill(&mut window, "Title of the article", "Medvedchuk on the coalition");
    fill(&mut window, "Publisher of the article", "The Sound Gazette");
    click(&mut window, "Keep");
    let now = article(&window, "000");
    assert_eq!((now.display_title(), now.publisher.as_deref()), ("Medvedchuk on the coalition", Some("The Sound Gazette")));
    click(&mut window, "Undo 2 decisions");
    assert_ne!(article(&window, "000").display_title(), "Medvedchuk on the coalition");
}

#[test]
fn a_removed_article_goes_with_its_events_and_comes_back() {
    let mut window = sample();
    let (events, actors) = (window.state().board().events.len(), window.state().board().actors.len());
    focus(&mut window, "002");
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(window.state().board().articles.len(), 4);
    assert!(window.state().board().events.len() < events && has(&window, "1 removed by you"));
    click(&mut window, "List removed articles");
    let title = window.state().board().removed[0].display_title().to_owned();
    click(&mut window, &format!("Take back {title}"));
    assert_eq!((window.state().board().events.len(), window.state().board().actors.len()), (events, actors));
    click(&mut window, "Undo take article back");
    click(&mut window, "Undo remove article");
    assert_eq!(window.state().board().articles.len(), 5);
}

#[test]
fn the_menu_of_an_article_is_about_all_that_are_selected() {
    let mut window = sample();
    click_row(&mut window, "000", CTRL);
    click_row(&mut window, "004", CTRL);
    focus(&mut window, "004");
    press(&mut window, Modifiers::SHIFT, Key::F10);
    click(&mut window, "Show only events of 2 articles");
    assert!(has(&window, "filtered out"));
    click(&mut window, "Show all articles");
    assert!(!has(&window, "filtered out"));
    assert!(article(&window, UNDATED).published.is_none());
}

/// A folder with the second sample article in it, and a window on it.
fn on_disk() -> (tempfile::TempDir, std::path::PathBuf, String, Window) {
    let folder = tempfile::tempdir().unwrap();
    let sample = dateline::read::sample().articles.into_iter().find(|article| article.path.starts_with("002")).unwrap();
    let file = folder.path().join("002.txt");
    std::fs::write(&file, &*sample.text).unwrap();
    let window = crate::common::open(&[folder.path().to_owned()]);
    (folder, file, sample.text.to_string(), window)
}

/// The window goes behind others and comes to the front again.
fn come_back(window: &mut Window) {
    for focused in [false, true] {
        window.input_mut().focused = focused;
        window.run_ok();
    }
    settle(window);
}

#[test]
fn a_file_that_has_changed_is_read_again_and_what_was_decided_stays() {
    let (_folder, file, text, mut window) = on_disk();
    crate::common::hide(&mut window, "Kremlin warns");
    let noted = crate::common::event(&window, "drones").id;
    window.state_mut().ask(dateline::view::Command::Edit(dateline::model::Edit::Note { event: noted, text: "key".to_owned() }));
    settle(&mut window);
    let events = window.state().board().events.len();
    assert!(!has(&window, "changed on disk"));
    std::fs::write(&file, format!("An update stands before everything else.\n\n{text}")).unwrap();
    come_back(&mut window);
    assert!(has(&window, "1 article changed on disk"));
    click(&mut window, "Re-read what has changed on disk");
    let board = window.state().board();
    assert!(board.articles.len() == 1 && board.articles[0].text.starts_with("An update"));
    assert_eq!((board.events.len(), board.hidden.len(), board.stray.len()), (events, 1, 0), "still hidden");
    let event = crate::common::event(&window, "drones");
    assert_ne!(event.id, noted, "the place is another one");
    assert_eq!(board.curation(event.id).unwrap().note, "key");
    assert!(!has(&window, "changed on disk"));
    click(&mut window, "Undo note on event");
    click(&mut window, "Undo hide event");
    assert_eq!(window.state().board().hidden.len(), 0);
}

#[test]
fn a_missing_file_is_marked_and_new_ones_beside_it_are_offered_when_wanted() {
    let (folder, file, text, mut window) = on_disk();
    std::fs::write(folder.path().join("003.txt"), dateline::read::sample().articles[3].text.as_bytes()).unwrap();
    come_back(&mut window);
    assert!(!has(&window, "new file"), "nobody has asked for it");
    window.state_mut().ask(dateline::view::Command::Action(dateline::view::Action::LookForNew));
    settle(&mut window);
    assert!(has(&window, "1 new file beside them"));
    click(&mut window, "Read in new files");
    assert_eq!(window.state().board().articles.len(), 2);
    assert!(!has(&window, "new file beside them"));
    std::fs::remove_file(&file).unwrap();
    press(&mut window, Modifiers::NONE, Key::F5);
    assert!(has(&window, "file missing"));
    assert_eq!(&*article(&window, "002").text, text, "its text is here all the same");
    focus(&mut window, "002");
    press(&mut window, Modifiers::SHIFT, Key::F10);
    assert!(has(&window, "Find it again…"));
}
