//! Reports of several articles: what becomes one event, what stays apart, and what the reports tell differently.

use crate::event::tests::read;
use crate::model::{Event, Kind};

#[test]
fn reports_of_one_event_in_two_articles_become_one() {
    let a = "On 3 June 2025 France and Italy signed a treaty on migration in Rome.";
    let b = "France and Italy signed a migration treaty in Rome last week, on 3 June 2025. France also sold 12 jets to Egypt.";
    let found = read(&[a, b]);
    let treaty: Vec<&Event> = found.events.iter().filter(|event| event.kind == Kind::Agreement).collect();
    assert_eq!(treaty.len(), 1);
    assert_eq!((treaty[0].article_count(), treaty[0].participants.len()), (2, 2));
}

#[test]
fn different_dates_places_or_agents_stay_different_events() {
    let a = "On 3 June 2025 Russia attacked Odesa with drones.";
    for b in ["On 4 June 2025 Russia attacked Odesa with drones.", "On 3 June 2025 Ukraine attacked Kursk with drones."] {
        let found = read(&[a, b]);
        assert_eq!(found.events.iter().filter(|event| event.kind == Kind::Attack).count(), 2, "{b}");
    }
}

#[test]
fn everybody_elected_is_elected_once() {
    let text = "On 3 June 2025 Maia Sandu was elected. On 3 June 2025 Igor Dodon was elected. The election was on 3 June 2025.";
    let found = read(&[text]);
    let casts: Vec<usize> =
        found.events.iter().filter(|event| event.kind == Kind::Election).map(|event| event.participants.len()).collect();
    assert!(casts.len() >= 2 && casts.iter().all(|cast| *cast <= 1), "{casts:?}");
    let again = read(&["On 3 June 2025 Maia Sandu was elected.", "Maia Sandu was elected on 3 June 2025."]);
    assert_eq!(again.events.len(), 1);
}

#[test]
fn the_same_articles_give_the_same_chronology() {
    let texts = ["Kenya accused Uganda of spying on Monday.", "Uganda rejected the claim. France and Kenya held talks."];
    let (a, b) = (read(&texts), read(&texts));
    assert_eq!((a.events, a.actors), (b.events, b.actors));
}

#[test]
fn two_statements_of_one_speaker_stay_two_unless_they_say_the_same() {
    let text = "Macron said that the army would get new jets. Macron said that taxes would not rise.";
    assert_eq!(read(&[text]).events.len(), 2);
    let again = "The army would get new jets, Macron said on Thursday.";
    let found = read(&[text, again]);
    assert_eq!(found.events.iter().map(Event::article_count).filter(|count| *count == 2).count(), 1);
}

#[test]
fn a_headline_joins_what_it_is_the_headline_of() {
    let text = "# Kenya buys French jets\nThe government of Kenya bought twelve jets from France on Tuesday.";
    let found = read(&[text]);
    assert_eq!(found.events.len(), 1, "{:?}", found.events.iter().map(|event| &event.title).collect::<Vec<_>>());
    assert_eq!(found.events[0].when.edtf.to_string(), "2025-06-10");
}

/// What the reports of the only attack that two articles tell disagree about: aspect and sides.
fn disputed(a: &str, b: &str) -> Vec<(&'static str, Vec<String>)> {
    let found = read(&[a, b]);
    let events: Vec<&Event> = found.events.iter().filter(|event| event.kind == Kind::Attack && event.article_count() == 2).collect();
    assert_eq!(events.len(), 1, "{:?}", found.events.iter().map(|event| (&event.title, event.kind)).collect::<Vec<_>>());
    for side in events[0].disagreements.iter().flat_map(|one| &one.sides) {
        assert!(!side.quotes.is_empty() && !side.says.is_empty());
    }
    let says = |one: &crate::model::Disagreement| one.sides.iter().map(|side| side.says.clone()).collect();
    events[0].disagreements.iter().map(|one| (one.about.as_str(), says(one))).collect()
}

#[test]
fn reports_that_differ_in_day_number_or_agent_are_one_event_with_every_side() {
    let told = "Gunmen killed 12 people at a wedding in Kano on 3 June 2025.";
    assert_eq!(
        disputed(told, "At least 15 people were killed by gunmen at a wedding in Kano on 3 June 2025."),
        [("number", vec!["killed 12 people".to_owned(), "At least 15 people were killed".to_owned()])]
    );
    assert_eq!(
        disputed(
            "On 3 June 2025 a missile hit a maternity hospital near the railway station in Odesa.",
            "On 4 June 2025 a missile hit a maternity hospital near the railway station in Odesa."
        ),
        [("date", vec!["Tue 3 Jun 2025".to_owned(), "Wed 4 Jun 2025".to_owned()])]
    );
    assert_eq!(
        disputed(
            "On 3 June 2025 Israel bombed a maternity hospital near the railway station in Beirut.",
            "On 3 June 2025 Syria bombed a maternity hospital near the railway station in Beirut."
        ),
        [("participant", vec!["Israel".to_owned(), "Syria".to_owned()])]
    );
}

#[test]
fn what_can_both_be_right_is_no_disagreement() {
    let told = "Gunmen killed 12 people at a wedding in Kano on 3 June 2025.";
    for other in [
        "Gunmen killed at least ten people at a wedding in Kano on 3 June 2025.",
        "Gunmen killed 12 people at a wedding in Kano in June 2025.",
    ] {
        assert_eq!(disputed(told, other), [], "{other}");
    }
}
