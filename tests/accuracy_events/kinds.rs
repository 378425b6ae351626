//! Kinds of events against the records of PLOVER.

use crate::gold::extract;
use dateline::model::Kind;
use dateline::read;
use serde::Deserialize;

#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
    kind: String,
    trigger: String,
}

/// The categories of PLOVER that our kinds stand for.
const fn plover(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Agreement => &["AGREE", "COOPERATE"],
        Kind::Demand => &["DEMAND"],
        Kind::Rejection => &["REJECT"],
        Kind::Warning => &["THREATEN"],
        Kind::Protest => &["PROTEST"],
        Kind::Accusation => &["DISAPPROVE"],
        Kind::Sanction => &["SANCTION"],
        Kind::Attack => &["FIGHT", "ASSAULT"],
        Kind::Legal => &["COERCE", "INVESTIGATE"],
        Kind::Deployment => &["MOBILIZE", "RETREAT"],
        Kind::Meeting => &["CONSULT"],
        Kind::Aid => &["AID"],
        Kind::Statement => &["SUPPORT"],
        Kind::Appointment => &["CONCEDE"],
        Kind::Election | Kind::Economy | Kind::Disaster | Kind::Other => &[],
    }
}

#[test]
fn the_kind_of_an_event_is_plovers() {
    let records: Vec<Record> =
        include_str!("../gold/events/plover.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut right = 0;
    for record in &records {
        let extraction = extract(&read::from_bytes(&record.id, record.text.as_bytes()));
        let words: Vec<String> = record.trigger.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let text = &extraction.articles[0].text;
        let mut told: Vec<(usize, bool, Kind)> = Vec::new();
        for event in &extraction.events {
            for mention in &event.mentions {
                let trigger = mention.trigger.text(text).to_lowercase();
                told.push((mention.trigger.start(), words.iter().any(|word| trigger.split(' ').any(|part| part == word)), event.kind));
            }
        }
        told.sort_unstable_by_key(|(at, on, _)| (!*on, *at));
        right += usize::from(told.first().is_some_and(|(_, _, kind)| plover(*kind).contains(&record.kind.as_str())));
    }
    let share = f64::from(u32::try_from(right).unwrap()) / records.len() as f64;
    println!("kind by PLOVER: {share:.3}");
    assert!(share >= 0.57, "{share:.3}");
}
