//! The timeline in the window: zoom, views before and after, lanes, selection.

use crate::common::{Window, click, event, has, press, sample, settle};
use chrono::NaiveDate;
use dateline::model::Edit;
use dateline::view::{Action, Command};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

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
fn lanes_can_be_divided_otherwise() {
    let mut window = sample();
    click(&mut window, "Lanes by kind");
    assert!(has(&window, "warning"));
    click(&mut window, "Lanes by one");
    click(&mut window, "Lanes by actor");
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
