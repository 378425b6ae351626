//! The whole window without a screen: found by accessible names, driven by mouse and keyboard.
#![cfg(feature = "gui")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/engine.rs"]
mod engine;

use chrono::NaiveDate;
use dateline::app::App;
use dateline::model::{DateSource, Edit, Event, Modality};
use dateline::view::{Action, Command, ThemeChoice, WindowOptions};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use engine::{Findings, UNDATED};
use std::path::PathBuf;
use std::time::Duration;

type Window = Harness<'static, App>;

fn window_of(findings: Findings, options: WindowOptions, size: [f32; 2]) -> Window {
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
fn settle(window: &mut Window) {
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

fn sample() -> Window {
    window_of(Findings::default(), WindowOptions::default(), [1280.0, 800.0])
}

/// A window that was asked for these paths, with the real reading behind it.
fn open(paths: &[PathBuf]) -> Window {
    let options = WindowOptions { paths: paths.to_vec(), ..WindowOptions::default() };
    window_of(Findings::default(), options, [1280.0, 800.0])
}

fn click(window: &mut Window, name: &str) {
    window.get_by_label(name).click();
    settle(window);
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

/// The event with these words in its title.
fn event<'a>(window: &'a Window, words: &str) -> &'a Event {
    let board = window.state().board();
    board.events.iter().chain(&board.hidden).find(|event| event.title.contains(words)).unwrap_or_else(|| panic!("no event {words:?}"))
}

fn undated(window: &Window) -> usize {
    window
        .state()
        .board()
        .events
        .iter()
        .filter(|event| event.when.bounds().earliest.is_none() && event.when.bounds().latest.is_none())
        .count()
}

fn has(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn the_first_start_shows_the_sample_articles() {
    let window = sample();
    assert_eq!(window.state().board().articles.len(), 5);
    for name in ["5 articles", "19 events", "Russia, country, 6 events", "ACTORS", "ARTICLES", "KINDS", "Open folder…", "Search events"] {
        assert!(has(&window, name), "{name}");
    }
}

#[test]
fn zoom_pan_back_and_fit_by_keyboard() {
    let mut window = sample();
    let whole = window.state().view();
    press(&mut window, Modifiers::NONE, Key::W);
    let near = window.state().view();
    assert!(near.span() < whole.span() * 0.9, "W zooms in");
    press(&mut window, Modifiers::NONE, Key::D);
    assert!(window.state().view().start > near.start, "D moves on");
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.state().view(), near, "Alt+Left goes back");
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.state().view(), whole);
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(window.state().view(), near);
    click(&mut window, "Fit everything");
    assert!(window.state().view().span() >= whole.span());
}

#[test]
fn a_click_on_the_timeline_selects_and_the_text_follows() {
    let mut window = sample();
    let wanted = event(&window, "hosted Zelensky");
    let (id, article) = (wanted.id, wanted.mentions[0].article());
    let name = format!("{}, Mon 18 Aug 2025", wanted.title);
    window.get_all_by_label(&name).next().unwrap().click();
    settle(&mut window);
    assert_eq!(window.state().selection().event, Some(id));
    assert_eq!(window.state().selection().article, Some(article));
    assert!(has(&window, "Reported by 1 article"));
    assert!(has(&window, "Mon 18 Aug 2025"));
    // The lit sentence is in view: only sentences in view have a node.
    assert!(has(&window, "Sentence, meeting: Trump hosted Zelensky"));
}

#[test]
fn a_click_on_a_marked_sentence_selects_its_event() {
    let mut window = sample();
    click_article(&mut window, "002");
    let id = event(&window, "Kremlin warns").id;
    click(&mut window, "Sentence, warning: Kremlin warns of a full-scale war with NATO");
    assert_eq!(window.state().selection().event, Some(id));
    // By keyboard: the node takes the focus, Enter selects.
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().selection().event, None);
    let other = event(&window, "Kremlin warns").id;
    window.get_by_label_contains("Sentence, warning: Kremlin warns").focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().selection().event, Some(other));
}

fn click_article(window: &mut Window, path: &str) {
    let article = window.state().board().articles.iter().find(|article| article.path.starts_with(path)).unwrap().id;
    window.state_mut().ask(Command::ShowArticle(article));
    settle(window);
}

#[test]
fn next_and_previous_event_go_through_time() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::Period);
    let first = window.state().selection().event.unwrap();
    press(&mut window, Modifiers::NONE, Key::Period);
    let second = window.state().selection().event.unwrap();
    assert_ne!(first, second);
    press(&mut window, Modifiers::NONE, Key::Comma);
    assert_eq!(window.state().selection().event, Some(first));
}

#[test]
fn an_actor_filters_and_another_is_added() {
    let mut window = sample();
    click(&mut window, "Donald Trump, person, 3 events");
    assert!(has(&window, "16 filtered out"));
    let with_ctrl = Modifiers::COMMAND | Modifiers::CTRL;
    window.get_by_label("Coalition of the Willing, group, 0 events").click_modifiers(with_ctrl);
    settle(&mut window);
    assert!(has(&window, "11 filtered out"), "five more events");
    click(&mut window, "Clear filters in status bar");
    assert!(!has(&window, "filtered out"));
    click(&mut window, "attack, 1 event");
    assert!(has(&window, "1 filtered out"), "a kind is left out");
}

#[test]
fn search_shows_only_what_has_the_words() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::Slash);
    window.get_by_label("Search events").type_text("drones");
    settle(&mut window);
    assert!(has(&window, "18 filtered out"));
    // While the field has the cursor, letters are text and not shortcuts.
    let view = window.state().view();
    press(&mut window, Modifiers::NONE, Key::W);
    assert_eq!(window.state().view(), view);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!has(&window, "filtered out"), "Escape empties the field");
    window.get_by_label("Search events").focus();
    window.run_ok();
    window.get_by_label("Search events").type_text("zzz");
    settle(&mut window);
    assert!(has(&window, "No event passes the filters"));
    click(&mut window, "Clear filters");
    assert!(!has(&window, "filtered out"));
}

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

#[test]
fn a_hidden_event_can_be_shown_again() {
    let mut window = sample();
    let id = event(&window, "drones").id;
    window.state_mut().ask(Command::Reveal(id));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(window.state().board().events.len(), 18);
    assert!(has(&window, "1 hidden by you") && has(&window, "Hidden by you"));
    click(&mut window, "Show event");
    assert_eq!(window.state().board().events.len(), 19);
    click(&mut window, "Undo show event");
    assert_eq!(window.state().board().hidden.len(), 1);
    click(&mut window, "Undo hide event");
    assert_eq!(window.state().board().hidden.len(), 0);
}

#[test]
fn what_reports_disagree_about_is_shown_and_leads_to_each_side() {
    let mut window = sample();
    let id = event(&window, "Summit of").id;
    window.state_mut().ask(Command::Reveal(id));
    settle(&mut window);
    assert!(has(&window, "Reports disagree about the number:") && has(&window, "30 countries met ("));
    assert!(has(&window, "1 article, no date in its clause, named agent"), "what the finding rests on");
    let before = window.state().selection().article;
    let other = window.query_all_by_label_contains("25 countries met (").next().unwrap();
    other.click_accesskit();
    settle(&mut window);
    assert_ne!(window.state().selection().article, before, "a side leads to its article");
}

#[test]
fn lanes_can_be_divided_otherwise() {
    let mut window = sample();
    click(&mut window, "Lanes by kind");
    assert!(has(&window, "warning"));
    click(&mut window, "Lanes by one");
    click(&mut window, "Lanes by actor");
}

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
fn without_articles_the_window_says_what_to_do() {
    let mut window = open(&["/no/such/folder".into()]);
    assert!(has(&window, "From articles to a chronology"));
    window.get_all_by_label("Open sample articles").last().unwrap().click();
    settle(&mut window);
    assert_eq!(window.state().board().articles.len(), 5);
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

/// Hides the event with these words.
fn hide(window: &mut Window, words: &str) {
    let event = event(window, words).id;
    window.state_mut().ask(Command::Edit(Edit::Hide { event }));
    settle(window);
}

/// Selects the event with these words.
fn select(window: &mut Window, words: &str) -> dateline::model::EventId {
    let id = event(window, words).id;
    window.state_mut().ask(Command::Select(Some(id)));
    settle(window);
    id
}

/// Types into a field instead of what is in it, and leaves it.
fn fill(window: &mut Window, name: &str, text: &str) {
    window.get_by_label(name).focus();
    settle(window);
    press(window, Modifiers::COMMAND, Key::A);
    window.get_by_label(name).type_text(text);
    settle(window);
}

#[test]
fn an_event_is_corrected_in_place_and_what_was_found_is_one_click_away() {
    let mut window = sample();
    let id = select(&mut window, "drones");
    let found = window.state().board().event(id).unwrap().clone();
    press(&mut window, Modifiers::NONE, Key::E);
    fill(&mut window, "Title", "Drones over the city");
    press(&mut window, Modifiers::NONE, Key::Enter);
    fill(&mut window, "Date", "3 April 2024");
    assert!(has(&window, "✓  Wed 3 Apr 2024"), "the date is read while it is typed");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let edited = window.state().board().event(id).unwrap();
    assert_eq!((edited.title.as_str(), edited.when.edtf.to_string()), ("Drones over the city", "2024-04-03".to_owned()));
    assert!(has(&window, &format!("found: {}", found.title)));

    fill(&mut window, "Date", "nonsense");
    assert!(has(&window, "is not understood as a date"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().selection().event, Some(id), "Escape only gives up what was typed");
    assert_eq!(window.state().board().event(id).unwrap().when.edtf.to_string(), "2024-04-03");

    click(&mut window, "Restore title");
    click(&mut window, "Restore date");
    assert_eq!(window.state().board().event(id), Some(&found));
    click(&mut window, "Edit");
    assert!(has(&window, "Undo restore date of event"));
}

#[test]
fn what_is_typed_is_not_lost_when_another_event_is_chosen() {
    let mut window = sample();
    let id = select(&mut window, "drones");
    window.get_by_label("Note").focus();
    settle(&mut window);
    window.get_by_label("Note").type_text("ask the ministry");
    settle(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::G);
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.state_mut().ask(Command::Action(Action::NextEvent));
    settle(&mut window);
    assert_ne!(window.state().selection().event, Some(id));
    assert_eq!(window.state().board().curation(id).unwrap().note, "ask the ministry");
}

#[test]
fn tags_and_participants_are_added_and_taken_away() {
    let mut window = sample();
    let id = select(&mut window, "drones");
    fill(&mut window, "Add a tag", "key");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.state().board().curation(id).unwrap().tags.contains("key"));
    window.get_by_label("Take away tag key").click_accesskit();
    settle(&mut window);
    assert!(window.state().board().curation(id).unwrap().tags.is_empty());

    press(&mut window, Modifiers::NONE, Key::Escape);
    let before = select(&mut window, "drones");
    press(&mut window, Modifiers::NONE, Key::F2);
    let count = |window: &Window| window.state().board().event(before).unwrap().participants.len();
    let had = count(&window);
    fill(&mut window, "Add an actor", "trump");
    window.get_all_by_label_contains("Add Donald Trump").next().unwrap().click();
    settle(&mut window);
    assert_eq!(count(&window), had + 1);
    window.get_all_by_label_contains("Remove Donald Trump").next().unwrap().click();
    settle(&mut window);
    assert_eq!(count(&window), had);
}

#[test]
fn review_goes_by_importance_and_counts() {
    let mut window = sample();
    press(&mut window, Modifiers::NONE, Key::J);
    let first = window.state().selection().event.unwrap();
    let importance = |window: &Window, id| window.state().board().event(id).unwrap().importance;
    let most = window.state().board().events.iter().map(|event| event.importance).fold(0.0, f64::max);
    assert!(importance(&window, first) >= most);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let second = window.state().selection().event.unwrap();
    assert_ne!(second, first);
    assert!(window.state().board().curation(first).unwrap().is_accepted);
    let all = window.state().board().events.len();
    assert!(has(&window, &format!("1 of {all} reviewed")));
    press(&mut window, Modifiers::NONE, Key::K);
    assert_ne!(window.state().selection().event, Some(first), "what is reviewed is passed over");
}

#[test]
fn events_are_merged_by_choice_and_a_quote_is_split_off_again() {
    let mut window = sample();
    let board = window.state().board();
    let pair = board.events.iter().find_map(|event| {
        let other = dateline::view::likely_duplicates(board, event).first()?.event;
        (event.mentions.len() == 1).then_some((event.id, other))
    });
    let (id, other) = pair.expect("some two events of the sample are alike");
    let (all, title) = (board.events.len(), board.event(other).unwrap().title.clone());
    window.state_mut().ask(Command::Select(Some(id)));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::M);
    assert!(has(&window, "Merge with which event?"));
    window.get_all_by_label(&format!("Merge with {title}")).next().unwrap().click();
    settle(&mut window);
    assert_eq!(window.state().board().events.len(), all - 1);
    assert!(window.state().board().event(id).unwrap().mentions.len() > 1);
    window.state_mut().ask(Command::Select(Some(id)));
    settle(&mut window);
    window.get_by_label("Split off quote 1").click_accesskit();
    settle(&mut window);
    assert_eq!(window.state().board().events.len(), all);
}

/// Draws until this is so: for what another thread does.
fn wait_for(window: &mut Window, what: impl Fn(&Window) -> bool) {
    for _ in 0..1000 {
        window.run_ok();
        if what(window) {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("it does not happen");
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

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_dropped_folder_is_read() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("one.txt"), "Rain in Paris\n\nIt rained in Paris on Monday.").unwrap();
    let mut window = sample();
    window.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(folder.path().to_owned())));
    window.run_steps(2);
    settle(&mut window);
    assert_eq!(window.state().board().articles.len(), 1);
}

#[test]
fn the_palette_finds_an_action_by_a_few_letters() {
    let mut window = sample();
    press(&mut window, Modifiers::COMMAND | Modifiers::CTRL | Modifiers::SHIFT, Key::P);
    assert!(has(&window, "What do you want to do?"));
    window.get_by_label("Action").type_text("lanes kind");
    settle(&mut window);
    assert!(has(&window, "Lanes: By kind"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(!has(&window, "What do you want to do?"));
    assert_eq!(window.get_by_label("Lanes by kind").accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
}

#[test]
fn help_lists_the_keys() {
    let mut window = sample();
    press(&mut window, Modifiers::SHIFT, Key::Questionmark);
    assert!(has(&window, "Keyboard and mouse") && has(&window, "Ctrl+Shift+Z"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!has(&window, "Ctrl+Shift+Z"));
}

#[test]
fn planned_events_say_so() {
    let mut window = sample();
    let planned = event(&window, "Trump will speak");
    assert_eq!(planned.modality, Modality::Planned);
    let id = planned.id;
    window.state_mut().ask(Command::Reveal(id));
    settle(&mut window);
    assert!(has(&window, "planned") && has(&window, "worked out"));
}

#[test]
fn lanes_are_arranged_and_a_step_back_takes_it_back() {
    let mut window = sample();
    click(&mut window, "Lanes by kind");
    let lane = window.get_all_by_label_contains("Lane Meeting, ").next().unwrap();
    lane.focus();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::H);
    assert!(!has(&window, "Lane Meeting, ") && has(&window, "1 hidden lane: show"));
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert!(has(&window, "Lane Meeting, ") && !has(&window, "1 hidden lane: show"), "the lane is back");
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert!(has(&window, "Lane Russia, "), "the division before is back");
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert!(!has(&window, "Lane Meeting, "));
    window.state_mut().ask(Command::Action(Action::ShowHiddenLanes));
    settle(&mut window);
    assert!(has(&window, "Lane Meeting, "));
    let height = |window: &Window| window.get_all_by_label_contains("Lane Meeting, ").next().unwrap().rect().height();
    let tall = height(&window);
    window.state_mut().ask(Command::Action(Action::CollapseLanes));
    settle(&mut window);
    assert!(height(&window) < tall);
}

#[test]
fn what_is_not_in_view_can_be_left_out_of_all_panels() {
    let mut window = sample();
    for _ in 0..3 {
        press(&mut window, Modifiers::NONE, Key::W);
    }
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::G);
    assert!(has(&window, "filtered out") && has(&window, ": show everything again"));
    assert!(!has(&window, "Undated: "), "the undated are not in view");
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::G);
    assert!(!has(&window, "filtered out"));
}

#[test]
fn without_motion_a_view_is_there_at_once() {
    let mut window = sample();
    let mut zoom = |motion: bool| {
        if !motion {
            window.state_mut().ask(Command::Action(Action::ToggleReduceMotion));
            settle(&mut window);
        }
        window.key_press(Key::W);
        window.run_steps(4);
        let shown = |window: &Window| window.get_by_label_contains("Time shown: ").accesskit_node().label().unwrap();
        let soon = shown(&window);
        settle(&mut window);
        (soon, shown(&window))
    };
    let (soon, late) = zoom(true);
    assert_ne!(soon, late, "it moves");
    let (soon, late) = zoom(false);
    assert_eq!(soon, late, "it jumps");
}

#[test]
fn go_to_date_takes_any_phrase_and_the_view_stays_inside_the_calendar() {
    let mut window = sample();
    window.state_mut().ask(Command::Action(Action::ToggleReduceMotion));
    settle(&mut window);
    let today = NaiveDate::from_ymd_opt(2026, 1, 20).unwrap();
    let thursday = today - chrono::Days::new(5);
    for (phrase, day) in [
        ("last Thursday", thursday),
        ("17 March 2025", NaiveDate::from_ymd_opt(2025, 3, 17).unwrap()),
        ("-0043-03-15", NaiveDate::from_ymd_opt(-43, 3, 15).unwrap()),
    ] {
        press(&mut window, Modifiers::COMMAND, Key::G);
        window.get_by_label("Date").type_text(phrase);
        settle(&mut window);
        press(&mut window, Modifiers::NONE, Key::Enter);
        let view = window.state().view();
        let noon = dateline::view::seconds(day.and_hms_opt(12, 0, 0).unwrap());
        assert!((view.center() - noon).abs() < dateline::view::DAY && view.span() < 15.0 * dateline::view::DAY, "{phrase}: {view:?}");
    }
    for _ in 0..40 {
        window.key_press(Key::W);
        window.run_ok();
    }
    assert!((window.state().view().span() - 60.0).abs() < 1e-3, "a minute is the narrowest");
    for _ in 0..70 {
        window.key_press(Key::S);
        window.run_ok();
    }
    let whole = window.state().view();
    assert_eq!((whole.start, whole.end), (dateline::view::EARLIEST, dateline::view::LATEST));
    assert!(has(&window, "Time shown: "));
}

#[test]
fn lanes_by_tag_follow_the_tags() {
    let mut window = sample();
    let id = event(&window, "hosted Zelensky").id;
    click(&mut window, "Lanes by tag");
    assert!(has(&window, "Lane No tag, "));
    window.state_mut().ask(Command::Edit(Edit::Tag { event: id, tag: "key".to_owned() }));
    settle(&mut window);
    assert!(has(&window, "Lane key, 1 event"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(!has(&window, "Lane key, "));
}
