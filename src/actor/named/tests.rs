//! Names in full and names that are nobody's, with sentences of their own.

use crate::actor::tests::names;

#[test]
fn a_given_name_may_go_on_in_small_letters() {
    assert_eq!(names(&["On Monday Lars Dahl visited President Cho Tae-in and pleaded with Cho to stay."]), ["Cho Tae-in", "Lars Dahl"]);
}

#[test]
fn given_names_in_front_belong_to_the_name() {
    assert_eq!(names(&["General Tharu Karl Dahl resigned on Monday."]), ["Tharu Karl Dahl"]);
}

#[test]
fn the_article_of_an_arabic_name_is_left_out_later() {
    assert_eq!(names(&["President Abdel Karim al-Hadi spoke. Hadi, who left on Monday, was ill."]), ["Abdel Karim al-Hadi"]);
}

#[test]
fn a_dateline_within_the_text_is_nobody() {
    let text = "(Adds comment)\nHALDENBURG, Feb 6 (Nordpress) - Paper maker Kestrel AG on Thursday rejected a bid.";
    assert_eq!(names(&[text]), ["Kestrel AG"]);
}

#[test]
fn a_warship_acts_for_its_state_and_no_ship_is_a_person() {
    assert_eq!(names(&["HMS Delmar sailed from Lunde on Friday."]), ["United Kingdom"]);
    assert_eq!(names(&["Ann Roe said that the Karl Dahl had set sail."]), ["Ann Roe"]);
}

#[test]
fn who_is_which_is_no_person() {
    let found = crate::actor::tests::actors(&["Halden, which bought a mill on Monday, said that it would sue."]);
    assert!(found.iter().all(|actor| actor.kind != crate::model::ActorKind::Person));
}

#[test]
fn a_family_name_is_no_capital() {
    assert_eq!(names(&["Prime Minister Ana Lima spoke on Monday. Lima, who is to retire, left."]), ["Ana Lima"]);
}

#[test]
fn those_who_go_by_a_word_of_theirs_are_one_group() {
    assert!(names(&["The Karani ultimatum expires at noon. The Karanis walked out of the talks."]).contains(&"Karanis".to_owned()));
}

#[test]
fn a_firm_goes_by_its_first_partner() {
    let text = "Watchdogs blocked the takeover of Harrow & Lisle, a maker of beds, on Monday. Shares in Harrow fell. Harrow sued.";
    assert_eq!(names(&[text]), ["Harrow & Lisle"]);
}

#[test]
fn what_a_body_is_for_may_be_two_things() {
    let text = "The Competition and Markets Authority said on Monday that it would appeal. The CMA declined to comment.";
    assert!(names(&[text]).contains(&"Competition and Markets Authority".to_owned()), "{:?}", names(&[text]));
}

#[test]
fn a_church_goes_by_its_first_or_its_last_word() {
    let text = "The Church of Scientology denied the charge on Monday. The Church called it a lie. Scientology sued.";
    assert_eq!(names(&[text]), ["Church of Scientology"]);
    assert_eq!(names(&["The Bank of England raised its rate on Monday. The Bank called it a first step."]), ["Bank of England"]);
}

#[test]
fn a_spacecraft_is_nobody_and_an_administrator_is_no_name() {
    assert_eq!(names(&["NASA Administrator Carla Whitmer said that Space Shuttle Meridian would land."]), ["Carla Whitmer", "NASA"]);
}

#[test]
fn whoever_bears_the_name_of_a_capital_is_no_state() {
    let text = "Valeska Paris sued the company on Monday. Paris was born in Bern.";
    assert!(!names(&[text]).contains(&"France".to_owned()));
}
