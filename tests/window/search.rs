//! Search and filters, by mouse and keyboard: what is shown, what is counted, what is kept.

use crate::common::{Window, click, event, has, press, sample, settle, window_of};
use crate::engine::Findings;
use dateline::model::Edit;
use dateline::view::{Command, FilterChange, WindowOptions};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

fn search(window: &mut Window, words: &str) {
    press(window, Modifiers::NONE, Key::Slash);
    window.get_by_label("Search events").type_text(words);
    settle(window);
}

/// The path of the article in the source panel.
fn article(window: &Window) -> String {
    let shown = window.state().selection().article.unwrap();
    window.state().board().article(shown).unwrap().path.clone()
}

#[test]
fn places_with_the_words_are_counted_and_stepped_through_across_articles() {
    let mut window = sample();
    let texts: Vec<String> = window.state().board().articles.iter().map(|article| article.text.to_lowercase()).collect();
    let total: usize = texts.iter().map(|text| text.matches("zelensk").count()).sum();
    assert!(total > 3, "the sample tells of him in several articles");
    search(&mut window, "ZÉLENSK");
    assert!(has(&window, &format!("{total} places")), "case and diacritics do not matter");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.get_by_label("Search events").accesskit_node().is_focused(), "the field keeps the cursor");
    assert!(has(&window, &format!("1 of {total}")) || has(&window, &format!("of {total}")));
    let mut seen = std::collections::BTreeSet::from([article(&window)]);
    for _ in 1..total {
        press(&mut window, Modifiers::NONE, Key::F3);
        seen.insert(article(&window));
    }
    assert_eq!(seen.len(), texts.iter().filter(|text| text.contains("zelensk")).count(), "every article with the words was shown");
    press(&mut window, Modifiers::SHIFT, Key::F3);
    press(&mut window, Modifiers::SHIFT, Key::Enter);
    assert!(has(&window, &format!(" of {total}")));
    click(&mut window, "Clear search");
    assert!(!has(&window, &format!(" of {total}")));
}

#[test]
fn the_first_place_is_in_the_article_that_is_read() {
    let mut window = sample();
    let other = window.state().board().articles.iter().rfind(|article| article.text.contains("Zelensky")).unwrap().clone();
    window.state_mut().ask(Command::ShowArticle(other.id));
    settle(&mut window);
    search(&mut window, "zelensky");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(article(&window), other.path);
}

#[test]
fn words_that_only_a_note_or_a_tag_has_are_found() {
    let mut window = sample();
    let id = event(&window, "Kremlin warns").id;
    window.state_mut().ask(Command::Edit(Edit::Note { event: id, text: "Überprüfen".to_owned() }));
    window.state_mut().ask(Command::Edit(Edit::Tag { event: id, tag: "zebra crossing".to_owned() }));
    settle(&mut window);
    search(&mut window, "uberpruf");
    assert!(has(&window, "1 of 19 events shown") && has(&window, "not in the texts"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    search(&mut window, "zebra kremlin");
    assert!(has(&window, "1 of 19 events shown"));
}

#[test]
fn filters_combine_and_each_is_a_chip_that_can_be_taken_away() {
    let mut window = sample();
    click(&mut window, "Donald Trump, person, 3 events");
    assert!(has(&window, "3 of 19 events shown"));
    press(&mut window, CTRL, Key::L);
    click(&mut window, "is planned");
    click(&mut window, "is only possible");
    click(&mut window, "did not happen");
    press(&mut window, Modifiers::NONE, Key::Escape);
    for chip in ["Take away filter Donald Trump", "Take away filter only happened"] {
        assert!(window.query_by_label(chip).is_some(), "{chip}");
    }
    click(&mut window, "Take away filter Donald Trump");
    let happened = window.state().board().events.iter().filter(|event| event.modality == dateline::model::Modality::Happened).count();
    assert!(has(&window, &format!("{happened} of 19 events shown")));
    press(&mut window, CTRL | Modifiers::SHIFT, Key::F);
    assert!(!has(&window, "events shown"), "one key clears all");
}

#[test]
fn filters_by_date_confidence_review_and_tag() {
    let mut window = sample();
    let board = window.state().board();
    let reported = board.events.iter().filter(|event| event.when.basis == dateline::model::Basis::Reported).count();
    let id = event(&window, "Kremlin warns").id;
    window.state_mut().ask(Command::Edit(Edit::Tag { event: id, tag: "key".to_owned() }));
    window.state_mut().ask(Command::Edit(Edit::Accept { event: id }));
    settle(&mut window);
    press(&mut window, CTRL, Key::L);
    click(&mut window, "date of the article");
    assert!(has(&window, &format!("{} of 19 events shown", 19 - reported)));
    click(&mut window, "date of the article");
    click(&mut window, "accepted");
    assert!(has(&window, "1 of 19 events shown"));
    click(&mut window, "not reviewed");
    assert!(has(&window, "19 of 19 events shown"));
    click(&mut window, "accepted");
    assert!(has(&window, "18 of 19 events shown"));
    click(&mut window, "not reviewed");
    click(&mut window, "key");
    assert!(has(&window, "1 of 19 events shown"));
    click(&mut window, "key");
    assert!(!has(&window, "events shown"));
    // The hand-made findings are all 80 % sure.
    window.state_mut().ask(Command::Filter(FilterChange::Confidence(85)));
    settle(&mut window);
    assert!(has(&window, "0 of 19 events shown") && has(&window, "Take away filter at least 85 % sure"));
}

#[test]
fn a_filter_is_saved_by_name_applied_renamed_and_deleted_with_the_project() {
    let mut window = sample();
    search(&mut window, "drones");
    press(&mut window, Modifiers::NONE, Key::Tab);
    click(&mut window, "Save filter…");
    assert!(window.get_by_label("Name of the filter").accesskit_node().is_focused());
    window.get_by_label("Name of the filter").type_text("Drone war");
    settle(&mut window);
    click(&mut window, "Save filter");
    assert_eq!(window.state().board().filters.keys().collect::<Vec<_>>(), ["Drone war"]);
    assert!(has(&window, "saved as Drone war"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, CTRL | Modifiers::SHIFT, Key::F);
    assert!(!has(&window, "events shown"));
    press(&mut window, CTRL, Key::L);
    click(&mut window, "Apply filter Drone war");
    assert!(has(&window, "1 of 19 events shown"));
    click(&mut window, "Rename filter Drone war");
    press(&mut window, CTRL, Key::A);
    window.get_by_label("New name of the filter").type_text("Drones");
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().board().filters.keys().collect::<Vec<_>>(), ["Drones"]);
    click(&mut window, "Delete filter Drones");
    assert!(window.state().board().filters.is_empty());
    press(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Undo delete filter “Drones”");
    assert_eq!(window.state().board().filters.len(), 1);
}

#[test]
fn saved_filters_are_in_the_project_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.dateline");
    let mut project = dateline::project::Project::new(dateline::read::sample());
    let filter = Box::new(dateline::model::Filter { text: "drones".to_owned(), ..Default::default() });
    project.edits.push(Edit::SaveFilter { name: "Drone war".to_owned(), filter: filter.clone() });
    dateline::project::save(&project, &file).unwrap();
    let options = WindowOptions { paths: vec![file], ..WindowOptions::default() };
    let window = window_of(Findings::default(), options, [1280.0, 800.0]);
    assert_eq!(window.state().board().filters.get("Drone war"), Some(&*filter));
}

#[test]
fn filters_follow_actors_that_are_merged_and_come_back_with_undo() {
    let mut window = sample();
    let actor =
        |window: &Window, name: &str| window.state().board().actors.iter().find(|actor| actor.name.starts_with(name)).unwrap().id.clone();
    let (starmer, trump) = (actor(&window, "Keir Starmer"), actor(&window, "Donald Trump"));
    window.state_mut().ask(Command::Filter(FilterChange::Actor { actor: starmer.clone(), add: false }));
    settle(&mut window);
    let filter = dateline::model::Filter { actors: [starmer.clone()].into(), ..Default::default() };
    window.state_mut().ask(Command::Edit(Edit::SaveFilter { name: "UK".to_owned(), filter: Box::new(filter) }));
    settle(&mut window);
    assert!(has(&window, "saved as UK") && has(&window, "Take away filter Keir Starmer"));
    let absorb = dateline::model::ActorEdit::Absorb(starmer.clone());
    window.state_mut().ask(Command::Edit(Edit::Actor { actor: trump.clone(), decision: absorb }));
    settle(&mut window);
    assert!(has(&window, "Take away filter Donald Trump") && has(&window, "saved as UK"), "in force and saved say the same");
    assert_eq!(window.state().board().filters["UK"].actors, [trump].into());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(has(&window, "Take away filter Keir Starmer") && has(&window, "saved as UK"));
    assert_eq!(window.state().board().filters["UK"].actors, [starmer].into());
}

#[test]
fn hidden_events_are_listed_and_can_be_looked_at_again() {
    let mut window = sample();
    let id = event(&window, "drones").id;
    window.state_mut().ask(Command::Edit(Edit::Hide { event: id }));
    settle(&mut window);
    click(&mut window, "1 hidden by you");
    window.run_steps(10);
    let title = event(&window, "drones").title.clone();
    click(&mut window, &format!("Hidden: {title}"));
    assert_eq!(window.state().selection().event, Some(id));
    click(&mut window, "Show event");
    assert_eq!(window.state().board().hidden.len(), 0);
}

#[test]
fn one_key_goes_from_source_to_source() {
    let mut window = sample();
    let merged = (event(&window, "Kremlin warns").id, event(&window, "drones").id);
    window.state_mut().ask(Command::Edit(Edit::Merge { into: merged.0, event: merged.1 }));
    window.state_mut().ask(Command::Reveal(merged.0));
    settle(&mut window);
    assert!(has(&window, "1 OF 2 SOURCES") || has(&window, "2 OF 2 SOURCES"));
    let before = window.state().selection().mention;
    press(&mut window, Modifiers::NONE, Key::Q);
    assert_ne!(window.state().selection().mention, before);
    press(&mut window, Modifiers::SHIFT, Key::Q);
    assert_eq!(window.state().selection().mention, before);
}

#[test]
fn the_keyboard_goes_into_the_text_and_from_sentence_to_sentence() {
    let mut window = sample();
    let id = event(&window, "Kremlin warns").id;
    window.state_mut().ask(Command::Reveal(id));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::T);
    window.run_steps(4);
    let focused = |window: &Window| {
        let mut sentences = window.query_all_by_label_contains("Sentence, ");
        sentences.find(|node| node.accesskit_node().is_focused()).and_then(|node| node.accesskit_node().label())
    };
    let first = focused(&window).expect("a sentence has the focus");
    let key = if window.state().selection().event == first_event(&window) { Key::ArrowDown } else { Key::ArrowUp };
    press(&mut window, Modifiers::NONE, key);
    window.run_steps(60);
    let second = focused(&window).expect("another sentence has the focus");
    assert_ne!(first, second);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let title = second.split_once(": ").unwrap().1.to_owned();
    let chosen = window.state().selection().event.and_then(|id| window.state().board().event(id)).unwrap();
    assert_eq!(chosen.title, title);
}

/// The event that the article in the source panel tells first.
fn first_event(window: &Window) -> Option<dateline::model::EventId> {
    let shown = window.state().selection().article?;
    let events = window.state().board().events.iter();
    let told = events
        .flat_map(|event| event.mentions.iter().filter(|one| one.article() == shown).map(|one| (one.sentence.span.start(), event.id)));
    told.min().map(|(_, id)| id)
}
