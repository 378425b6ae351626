//! The event panel: what it shows, and every field changed in place.

use crate::common::{Window, click, event, fill, has, press, sample, select, settle};
use dateline::model::Modality;
use dateline::view::{Action, Command};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

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

#[test]
fn any_event_is_found_by_its_words_to_be_merged() {
    let mut window = sample();
    let wanted = window.state().board().events.iter().find(|event| event.title.contains("Kremlin warns")).unwrap().clone();
    let all = window.state().board().events.len();
    select(&mut window, "drones");
    press(&mut window, Modifiers::NONE, Key::M);
    fill(&mut window, "Words of the other event", "no such words");
    assert!(has(&window, "No other event has these words in its title or date."));
    fill(&mut window, "Words of the other event", "WARNS kremlin");
    click(&mut window, &format!("Merge with {}", wanted.title));
    assert_eq!(window.state().board().events.len(), all - 1);
    assert!(window.state().board().event(wanted.id).is_none());
}

#[test]
fn the_quote_stands_above_the_fold_of_a_small_window() {
    let mut window = sample();
    select(&mut window, "drones");
    let quote = window.get_by_label_contains("Quote 1 of 1: ").rect();
    assert!(quote.bottom() < window.get_by_label("Accept").rect().top(), "before what was made of it");
    assert!(quote.bottom() < window.get_by_label("SOURCE").rect().top(), "in full");
}
