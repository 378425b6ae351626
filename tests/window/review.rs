//! The review: unreviewed events one after the other.

use crate::common::{Window, has, press, sample};
use egui::{Key, Modifiers};

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
