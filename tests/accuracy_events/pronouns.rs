//! Whom pronouns mean: of those that get an actor, how many get the right one, and of those that mean a named actor, how many get it.

use crate::gold::read_gold;
use dateline::actor::{ArticleActors, LocalActor, MentionForm};
use dateline::language::{Syntax, analyse};
use dateline::model::Silent;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Gold {
    id: String,
    pronouns: Vec<Pronoun>,
}

#[derive(Deserialize)]
struct Pronoun {
    /// In code points.
    start: usize,
    end: usize,
    /// Full names; "Peru: army" for a body of a state that has no name. Empty where the text names nobody.
    who: Vec<String>,
}

/// Set it to see every pronoun of the articles that are for tuning which is not understood as in the gold.
const VERBOSE: &str = "DATELINE_PRONOUNS";

/// Articles whose errors are not looked at, by the batch they belong to.
fn is_sealed(id: &str) -> bool {
    id.starts_with(|first: char| "beiln".contains(first)) && id[1..].starts_with(|second: char| second.is_ascii_digit())
}

/// Whether the errors are unseen, the pronouns, and how right they must be at least: of those that get an actor, of those that mean one.
/// "They" is mostly said of people whom no name tells; what of it means a nation's people counts as wrong here.
const FLOORS: [(bool, &str, f64, f64); 6] = [
    (false, "he, she", 0.90, 0.91),
    (false, "it", 0.81, 0.67),
    (false, "they", 0.30, 0.14),
    (true, "he, she", 0.89, 0.89),
    (true, "it", 0.78, 0.58),
    (true, "they", 0.15, 0.06),
];

/// How many pronouns there are, mean a named actor, get an actor, and get the right one.
#[derive(Clone, Copy, Default)]
struct Tally {
    all: usize,
    named: usize,
    found: usize,
    right: usize,
}

/// Whether an actor goes by the name, or one of them by the other's last word; a state stands for its bodies.
fn is_called(actor: &LocalActor, name: &str) -> bool {
    let plain = |name: &str| name.to_lowercase().trim_start_matches("the ").to_owned();
    let (full, name) = (plain(&actor.name), plain(name.split(':').next().unwrap_or(name)));
    let part = |whole: &str, part: &str| format!(" {whole} ").contains(&format!(" {part} "));
    part(&full, &name) || part(&name, &full) || actor.spellings.keys().any(|spelling| plain(spelling) == name)
}

#[test]
fn pronouns_mean_whom_a_reader_takes_them_for() {
    let gold: BTreeMap<String, Vec<Pronoun>> = include_str!("../gold/events/pronouns.jsonl")
        .lines()
        .map(|line| serde_json::from_str::<Gold>(line).unwrap())
        .map(|article| (article.id, article.pronouns))
        .collect();
    let reading = read_gold(include_str!("../gold/events/fresh.jsonl")).with(read_gold(include_str!("../gold/events/wikinews.jsonl")));
    let mut seen: BTreeMap<(bool, &str), Tally> = BTreeMap::new();
    for article in &reading.articles {
        let Some(pronouns) = gold.get(&article.path) else { continue };
        let analysis = analyse(&article.text);
        let syntax = Syntax::new(&article.text, &analysis);
        let actors = ArticleActors::read(article, &syntax, &Silent).unwrap();
        let bytes: Vec<usize> = article.text.char_indices().map(|(at, _)| at).chain([article.text.len()]).collect();
        for pronoun in pronouns {
            let (start, end) = (bytes[pronoun.start], bytes[pronoun.end]);
            let word = article.text[start..end].to_lowercase();
            let class = match word.as_str() {
                "he" | "she" | "him" | "her" | "his" | "hers" | "himself" | "herself" => "he, she",
                "it" | "itself" | "its" => "it",
                _ => "they",
            };
            let token = analysis.tokens.iter().position(|token| token.span.start() == start);
            let mention = token.and_then(|token| actors.at(token)).filter(|mention| mention.form == MentionForm::Pronoun);
            let found: Vec<&LocalActor> =
                mention.into_iter().flat_map(|mention| &mention.actors).map(|actor| &actors.actors[*actor]).collect();
            let right = !found.is_empty()
                && pronoun.who.iter().all(|name| found.iter().any(|actor| is_called(actor, name)))
                && found.iter().all(|actor| pronoun.who.iter().any(|name| is_called(actor, name)));
            let tally = seen.entry((is_sealed(&article.path), class)).or_default();
            tally.right += usize::from(right);
            tally.found += usize::from(!found.is_empty());
            tally.named += usize::from(!pronoun.who.is_empty());
            tally.all += 1;
            let as_gold = right || found.is_empty() && pronoun.who.is_empty();
            if !as_gold && !is_sealed(&article.path) && std::env::var_os(VERBOSE).is_some() {
                let names: Vec<&str> = found.iter().map(|actor| actor.name.as_str()).collect();
                let from = bytes[pronoun.start.saturating_sub(220)];
                let to = bytes[(pronoun.end + 60).min(bytes.len() - 1)];
                let around = format!("{}⟦{word}⟧{}", &article.text[from..start], &article.text[end..to]).replace('\n', " ⏎ ");
                println!("{} {class}: gold {:?} got {names:?} | {around}", article.path, pronoun.who);
            }
        }
    }
    for (sealed, class, precision, recall) in FLOORS {
        let Tally { all, named, found, right } = seen[&(sealed, class)];
        let share = |whole: usize| right as f64 / whole as f64;
        let label = if sealed { "sealed, " } else { "" };
        println!("{label}{class}: {all}, {named} of them named; precision {:.3}, recall {:.3}", share(found), share(named));
        assert!(share(found) >= precision && share(named) >= recall, "{label}{class}: below {precision}, {recall}");
    }
}
