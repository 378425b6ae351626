//! Names, and the actors of the sample articles.

use crate::gold::extract;
use dateline::actor::recognise::recognise;
use dateline::language::{Syntax, analyse};
use dateline::model::ActorKind;
use dateline::read;
use serde::Deserialize;
use std::collections::BTreeSet;

#[test]
fn every_actor_of_the_sample_that_a_reader_would_list_is_there() {
    let extraction = extract(&read::sample());
    let expect = [
        ("Donald Trump", ActorKind::Person),
        ("Vladimir Putin", ActorKind::Person),
        ("Viktor Medvedchuk", ActorKind::Person),
        ("Dmitry Medvedev", ActorKind::Person),
        ("Ursula von der Leyen", ActorKind::Person),
        ("Keir Starmer", ActorKind::Person),
        ("Emmanuel Macron", ActorKind::Person),
        ("Kaja Kallas", ActorKind::Person),
        ("Russia", ActorKind::Country),
        ("Ukraine", ActorKind::Country),
        ("United Kingdom", ActorKind::Country),
        ("NATO", ActorKind::Organisation),
        ("European Union", ActorKind::Organisation),
        ("Coalition of the willing", ActorKind::Group),
    ];
    for (name, kind) in expect {
        let found: Vec<_> = extraction.actors.iter().filter(|actor| actor.name == name).collect();
        assert_eq!(found.iter().map(|actor| actor.kind).collect::<Vec<_>>(), [kind], "{name}");
    }
    let lavrov: Vec<_> = extraction.actors.iter().filter(|actor| actor.name.ends_with("Lavrov")).collect();
    assert_eq!(lavrov.len(), 1, "Sergey and Sergei Lavrov are one");
}

#[derive(Deserialize)]
struct NamesGold {
    id: String,
    sentences: Vec<Vec<String>>,
    entities: Vec<NameGold>,
}

#[derive(Deserialize)]
struct NameGold {
    sent: usize,
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    class: String,
}

#[test]
fn names_are_found_in_text_that_was_not_learnt_from() {
    let floors = [("uner-ewt", 0.70), ("crossner-politics", 0.84)];
    for (line, (id, floor)) in include_str!("../gold/events/names.jsonl").lines().zip(floors) {
        let document: NamesGold = serde_json::from_str(line).unwrap();
        assert_eq!(document.id, id);
        let mut text = String::new();
        let mut bounds: Vec<Vec<(usize, usize)>> = Vec::new();
        for sentence in &document.sentences {
            let mut words = Vec::new();
            for word in sentence {
                words.push((text.len(), text.len() + word.len()));
                text.push_str(word);
                text.push(' ');
            }
            text.push('\n');
            bounds.push(words);
        }
        let gold: BTreeSet<(usize, usize, &str)> = document
            .entities
            .iter()
            .map(|name| (bounds[name.sent][name.start].0, bounds[name.sent][name.end - 1].1, name.class.as_str()))
            .collect();
        let analysis = analyse(&text);
        let place = |token: usize| analysis.tokens[token].span;
        let ours: BTreeSet<(usize, usize, &str)> = recognise(&Syntax::new(&text, &analysis))
            .into_iter()
            .map(|name| (place(name.tokens.start).start(), place(name.tokens.end - 1).end(), name.class.as_str()))
            .collect();
        let f1 = 2.0 * ours.intersection(&gold).count() as f64 / (ours.len() + gold.len()) as f64;
        println!("names, {id}: {f1:.3} (floor {floor})");
        assert!(f1 >= floor, "names, {id}: {f1:.3} is below {floor}");
    }
}
