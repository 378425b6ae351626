//! How well the tree's arguments find who takes part: MEANTIME's triggers and entities given, which entities are theirs?

use crate::event::clause::arguments::arguments;
use crate::language::{Dep, Syntax, Tag, analyse};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
struct Document {
    id: String,
    sentences: Vec<Vec<String>>,
    /// Sentence, first word, word after the last.
    entities: Vec<[usize; 3]>,
    events: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    sent: usize,
    start: usize,
    end: usize,
    /// The entities that MEANTIME links to the event as Arg0, Arg1 or Arg2.
    gold: Vec<[usize; 2]>,
}

/// The word of a range that the others hang on.
fn head(syntax: &Syntax, words: std::ops::Range<usize>) -> usize {
    words.clone().find(|index| syntax.head(*index).is_none_or(|head| !words.contains(&head))).unwrap_or(words.start)
}

/// The heads that an event noun takes: owner, what it names in front, and "of", "by", "between" and "with" behind it.
fn noun_arguments(syntax: &Syntax, noun: usize) -> Vec<usize> {
    let mut out: Vec<usize> = syntax.by(noun, &[Dep::Poss, Dep::Amod, Dep::Compound, Dep::Nmod]).collect();
    for preposition in syntax.by(noun, &[Dep::Prep, Dep::Agent]) {
        if matches!(syntax.lower(preposition), "of" | "by" | "between" | "with" | "against") {
            out.extend(syntax.object_of(preposition));
        }
    }
    out
}

/// The heads of everything that takes part. MEANTIME links a relative clause to its pronoun, and what someone is to the verb "be".
fn argument_heads(syntax: &Syntax, trigger: usize) -> BTreeSet<usize> {
    if !syntax.is_verb(trigger) {
        return noun_arguments(syntax, trigger).into_iter().flat_map(|head| syntax.conjuncts(head)).collect();
    }
    let found = arguments(syntax, trigger);
    let relative =
        syntax.by(trigger, &[Dep::Nsubj, Dep::Nsubjpass, Dep::Dobj]).find(|index| matches!(syntax.tag(*index), Tag::Wdt | Tag::Wp));
    let own = |head: usize| if syntax.dominates(head, trigger) { relative.unwrap_or(head) } else { head };
    let is = syntax.first(trigger, &[Dep::Attr]);
    let all = [found.agent, found.patient, found.dative, is].into_iter().flatten().map(own);
    all.flat_map(|head| syntax.conjuncts(head)).collect()
}

#[test]
fn the_tree_finds_who_takes_part() {
    let verbose = std::env::var_os("DATELINE_ARGUMENTS").is_some();
    let (mut both, mut ours, mut theirs) = (0, 0, 0);
    for line in include_str!("../../../tests/gold/events/participants.jsonl").lines() {
        let document: Document = serde_json::from_str(line).unwrap();
        for (number, sentence) in document.sentences.iter().enumerate() {
            let mut text = String::new();
            let mut bounds = Vec::new();
            for word in sentence {
                bounds.push((text.len(), text.len() + word.len()));
                text.push_str(word);
                text.push(' ');
            }
            let analysis = analyse(&text);
            let syntax = Syntax::new(&text, &analysis);
            let place = |words: [usize; 2]| {
                let start = analysis.tokens.partition_point(|token| token.span.end() <= bounds[words[0]].0);
                let end = analysis.tokens.partition_point(|token| token.span.start() < bounds[words[1] - 1].1);
                start..end
            };
            for event in document.events.iter().filter(|event| event.sent == number) {
                let trigger = head(&syntax, place([event.start, event.end]));
                let found = argument_heads(&syntax, trigger);
                // Mentions nest ("Apple CEO Steve Jobs"): the widest one that the head stands for, but not around the event itself.
                let mut widest: BTreeMap<usize, [usize; 2]> = BTreeMap::new();
                for [_, start, end] in document.entities.iter().filter(|entity| entity[0] == number) {
                    let inner = head(&syntax, place([*start, *end]));
                    if found.contains(&inner) && !(*start..*end).contains(&event.start) {
                        let slot = widest.entry(inner).or_insert([*start, *end]);
                        if end - start > slot[1] - slot[0] {
                            *slot = [*start, *end];
                        }
                    }
                }
                let hit: BTreeSet<[usize; 2]> = widest.into_values().collect();
                let gold: BTreeSet<[usize; 2]> = event.gold.iter().copied().collect();
                if verbose && hit != gold {
                    let say = |words: &[usize; 2]| sentence[words[0]..words[1]].join(" ");
                    println!(
                        "{} {}\n  {:?}: missed {:?} wrong {:?}",
                        document.id,
                        text,
                        syntax.word(trigger),
                        gold.difference(&hit).map(say).collect::<Vec<_>>(),
                        hit.difference(&gold).map(say).collect::<Vec<_>>()
                    );
                }
                both += hit.intersection(&gold).count();
                ours += hit.len();
                theirs += gold.len();
            }
        }
    }
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    let f1 = share(2 * both, ours + theirs);
    println!("participants: P {:.3} R {:.3} F1 {f1:.3} of {theirs}", share(both, ours), share(both, theirs));
    assert!(f1 >= 0.83, "{f1:.3}");
}
