//! What is found in each sample article, sentence by sentence, so that a person can read and judge it.
//!
//! Under every sentence: its time expressions, then its events with trigger, kind, modality, date and how it is known,
//! participants, place and title. To accept a change: `INSTA_UPDATE=always cargo test --no-default-features --test golden`.

use dateline::model::{Article, Event, Extraction, Mention, Silent, Span};
use dateline::{pipeline, read};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The words between two places, on one line.
fn words(article: &Article, span: Span) -> String {
    span.text(&article.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn told(article: &Article, event: &Event, mention: &Mention) -> String {
    let cast: Vec<String> = event.participants.iter().map(|one| format!("{} ({})", one.actor, one.role.as_str())).collect();
    let mut line = format!(
        "  «{}» {} {}, {} ({})",
        words(article, mention.trigger),
        event.kind.as_str(),
        event.modality.as_str(),
        event.when.edtf,
        event.when.basis.as_str()
    );
    for (label, text) in [("by", cast.join(", ")), ("in", event.place.clone().unwrap_or_default())] {
        if !text.is_empty() {
            let _ = write!(line, " | {label} {text}");
        }
    }
    let _ = write!(line, "\n      {}", event.title);
    line
}

fn page(extraction: &Extraction, article: &Article) -> String {
    let mut sentences: BTreeMap<Span, Vec<(Span, String)>> = BTreeMap::new();
    for event in &extraction.events {
        for mention in event.mentions.iter().filter(|mention| mention.article() == article.id) {
            sentences.entry(mention.sentence.span).or_default().push((mention.trigger, told(article, event, mention)));
        }
    }
    let mut out = String::new();
    for block in &article.blocks {
        let mut inside: Vec<_> = sentences.iter().filter(|(span, _)| block.span.overlaps(**span)).collect();
        inside.sort();
        if inside.is_empty() {
            let _ = writeln!(out, "[{:?}] {}\n", block.kind, words(article, block.span));
        }
        for (span, events) in inside {
            let _ = writeln!(out, "{}", words(article, *span));
            let times = extraction.times.iter().filter(|time| time.quote.article == article.id && span.contains(time.quote.span));
            for time in times {
                let _ = writeln!(out, "  time «{}» {} {}", words(article, time.quote.span), time.kind.as_str(), time.when.edtf);
            }
            let mut events = events.clone();
            events.sort();
            for (_, line) in events {
                let _ = writeln!(out, "{line}");
            }
            out.push('\n');
        }
    }
    out
}

#[test]
fn sample_articles() {
    let extraction =
        pipeline::extract(&read::sample(), &BTreeMap::new(), &mut pipeline::Memory::default(), &Silent).expect("nothing cancels it");
    for article in &extraction.articles {
        let name = article.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".txt").to_owned();
        insta::assert_snapshot!(name, page(&extraction, article));
    }
    let mut actors = String::new();
    for actor in &extraction.actors {
        let roles: Vec<&str> = actor.roles.iter().map(|role| role.text.as_str()).collect();
        let _ = writeln!(
            actors,
            "{} {} | also {} | {} | {} mentions",
            actor.kind.as_str(),
            actor.name,
            actor.aliases.join(", "),
            roles.join("; "),
            actor.mentions.len()
        );
    }
    insta::assert_snapshot!("actors", actors);
}
