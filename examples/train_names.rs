//! Trains the tagger of names and writes its weights: `train_names OUT GOLD.jsonl... --test GOLD.jsonl...`.
//!
//! The files after `--test` are only scored, and their sentences are left out of the training files.
//! A gold file has one document a line: `{"id","sentences":[[token,...],...],"entities":[{"sent","start","end","type"}]}`,
//! spans in tokens, types `PER`, `ORG`, `LOC`. Averaged structured perceptron (Collins 2002), [`EPOCHS`] passes over the
//! sentences in an order that a fixed seed shuffles. Features seen once are left out, and so are small weights.

#![expect(clippy::unwrap_used, reason = "a tool for the makers stops at the first surprise")]

use dateline::actor::is_role;
use dateline::actor::recognise::{LABELS, Label, NameClass, RecognisedName, Weights, best_path, features, from_labels, to_labels};
use dateline::language::{Syntax, analyse};
use serde::Deserialize;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

const EPOCHS: usize = 10;
/// Sentences of one text: corpora of single sentences are cut into texts of the length of an article.
const SENTENCES: usize = 25;
/// Averaged weights below this are dropped.
const SMALLEST: f32 = 0.15;
/// The smallest weight that can be packed; the largest is 127 times 127 as much.
const SCALE: f32 = 0.004;

#[derive(Deserialize)]
struct Gold {
    sentences: Vec<Vec<String>>,
    entities: Vec<GoldName>,
}

#[derive(Deserialize)]
struct GoldName {
    sent: usize,
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    class: Option<String>,
}

/// A sentence with its features and its labels.
struct Example {
    features: Vec<Vec<u32>>,
    labels: Vec<Label>,
}

/// Whether tokens are joined as in print, or by spaces alone as corpora do.
fn join(tokens: &[String], print: bool, text: &mut String) -> Vec<Range<usize>> {
    let mut bounds = Vec::new();
    let mut open = true;
    for token in tokens {
        let closes = matches!(
            token.as_str(),
            "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "%" | "'s" | "n't" | "'" | "''" | "'re" | "'ve" | "'ll"
        );
        if !(open || print && closes) {
            text.push(' ');
        }
        open = open && !print || print && matches!(token.as_str(), "(" | "[" | "$" | "``");
        if !print {
            open = false;
        }
        let start = text.len();
        text.push_str(token);
        bounds.push(start..text.len());
    }
    bounds
}

fn golds(path: &str) -> Vec<Gold> {
    std::fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

const HONORIFICS: &[&str] = &["mr", "mrs", "miss", "ms", "dr", "prof", "sir", "lord", "lady", "saint", "st", "emperor", "king", "queen"];

/// The names of a sentence. Corpora differ in whether a title is part of a person's name: here it is not. A phrase that only
/// describes a person ("Minister of Education", "Ann of DAB") is no name, nor is a people.
fn tidy_names(gold: &Gold, sentence: usize) -> Vec<(Range<usize>, NameClass)> {
    let words = &gold.sentences[sentence];
    let mut out = Vec::new();
    for name in gold.entities.iter().filter(|name| name.sent == sentence) {
        let class = NameClass::ALL.into_iter().find(|class| Some(class.as_str()) == name.class.as_deref());
        let Some(class) = class else { continue };
        let mut tokens = name.start..name.end;
        if class == NameClass::Person {
            let title = |word: &str| {
                let lower = word.to_lowercase();
                let plain = lower.trim_end_matches('.');
                is_role(plain) || HONORIFICS.contains(&plain) || matches!(plain, "vice" | "prime" | "first" | "special")
            };
            if tokens.len() > 1 {
                tokens.start += words[tokens.clone()].iter().take_while(|word| title(word)).count();
            }
            if words[tokens.clone()].iter().any(|word| matches!(word.as_str(), "'s" | "of" | "and"))
                || title(&words[name.start]) && tokens.start == name.start
            {
                continue;
            }
        }
        let people = tokens.len() == 1 && is_people_name(&words[tokens.start]);
        if !tokens.is_empty() && !people {
            out.push((tokens, class));
        }
    }
    out
}

fn is_people_name(word: &str) -> bool {
    word.len() > 4 && ["ans", "ars", "ese", "ish"].iter().any(|ending| word.ends_with(ending)) && word.starts_with(char::is_uppercase)
}

/// The sentences of a file as texts of [`SENTENCES`], without those that are held back.
fn read(path: &str, held_back: &HashSet<Vec<String>>) -> Vec<Vec<Example>> {
    use rayon::prelude::*;
    let mut chunks = Vec::new();
    for gold in golds(path) {
        let tidy: Vec<_> = (0..gold.sentences.len()).map(|sentence| tidy_names(&gold, sentence)).collect();
        let kept: Vec<usize> = (0..gold.sentences.len()).filter(|sentence| !held_back.contains(&gold.sentences[*sentence])).collect();
        for (number, kept) in kept.chunks(SENTENCES).enumerate() {
            let mut text = String::new();
            let mut names: Vec<(Range<usize>, NameClass)> = Vec::new();
            for sentence in kept {
                let bounds = join(&gold.sentences[*sentence], number % 2 == 0, &mut text);
                text.push('\n');
                for (tokens, class) in &tidy[*sentence] {
                    names.push((bounds[tokens.start].start..bounds[tokens.end - 1].end, *class));
                }
            }
            chunks.push((text, names));
        }
    }
    chunks.par_iter().map(|(text, names)| examples(text, names)).collect()
}

fn examples(text: &str, names: &[(Range<usize>, NameClass)]) -> Vec<Example> {
    let analysis = analyse(text);
    let syntax = Syntax::new(text, &analysis);
    let features = features(&syntax);
    let tokens = &analysis.tokens;
    let mut found: Vec<RecognisedName> = Vec::new();
    for (range, class) in names {
        let start = tokens.partition_point(|token| token.span.end() <= range.start);
        let end = tokens.partition_point(|token| token.span.start() < range.end);
        let whole = start < end && syntax.sentence_of(start) == syntax.sentence_of(end - 1);
        if whole && found.last().is_none_or(|last| last.tokens.end <= start) {
            found.push(RecognisedName { tokens: start..end, class: *class });
        }
    }
    let labels = to_labels(&found, tokens.len());
    (0..analysis.sentences.len())
        .map(|number| syntax.sentence(number))
        .map(|range| Example { features: features[range.clone()].to_vec(), labels: labels[range].to_vec() })
        .collect()
}

type Row = [f32; LABELS];

/// Weights that are averaged over all steps: the sum of `step * change` is taken off at the end (Daumé's way).
struct Learner {
    index: HashMap<u32, u32>,
    now: Vec<Row>,
    late: Vec<Row>,
    transitions: [Row; LABELS + 1],
    late_transitions: [Row; LABELS + 1],
    step: f32,
}

impl Learner {
    fn new(data: &[&Example]) -> Self {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for feature in data.iter().flat_map(|example| &example.features).flatten() {
            *counts.entry(*feature).or_default() += 1;
        }
        let mut kept: Vec<u32> = counts.into_iter().filter(|(_, count)| *count > 1).map(|(feature, _)| feature).collect();
        kept.sort_unstable();
        let rows = kept.len();
        let index = kept.into_iter().zip(0..).collect();
        let none = [[0.0; LABELS]; LABELS + 1];
        Self {
            index,
            now: vec![[0.0; LABELS]; rows],
            late: vec![[0.0; LABELS]; rows],
            transitions: none,
            late_transitions: none,
            step: 1.0,
        }
    }

    fn scores(&self, rows: &[Vec<u32>]) -> Vec<Row> {
        let mut out = vec![[0.0; LABELS]; rows.len()];
        for (sum, features) in out.iter_mut().zip(rows) {
            for feature in features {
                let row = &self.now[*feature as usize];
                for (total, weight) in sum.iter_mut().zip(row) {
                    *total += weight;
                }
            }
        }
        out
    }

    fn learn(&mut self, features: &[Vec<u32>], gold: &[Label]) {
        let guess = best_path(&self.scores(features), &self.transitions);
        if guess != gold {
            for (labels, by) in [(gold, 1.0), (guess.as_slice(), -1.0)] {
                let mut before = 0;
                for (row, label) in features.iter().zip(labels) {
                    let label = usize::from(*label);
                    self.transitions[before][label] += by;
                    self.late_transitions[before][label] += by * self.step;
                    before = label + 1;
                    for feature in row {
                        self.now[*feature as usize][label] += by;
                        self.late[*feature as usize][label] += by * self.step;
                    }
                }
            }
        }
        self.step += 1.0;
    }

    fn packed(&self) -> Vec<u8> {
        let average = |now: &Row, late: &Row| -> Row { std::array::from_fn(|label| now[label] - late[label] / self.step) };
        let mut transitions = self.transitions;
        for (row, late) in transitions.iter_mut().zip(&self.late_transitions) {
            *row = average(row, late);
        }
        let rows: Vec<(u32, Row)> = self
            .index
            .iter()
            .map(|(hash, row)| {
                let weights = average(&self.now[*row as usize], &self.late[*row as usize]);
                (*hash, weights.map(|weight| if weight.abs() < SMALLEST { 0.0 } else { weight }))
            })
            .collect();
        Weights::pack(SCALE, &transitions, &rows)
    }
}

fn train(data: &[&Example]) -> Vec<u8> {
    let mut learner = Learner::new(data);
    let data: Vec<(Vec<Vec<u32>>, &[Label])> = data
        .iter()
        .map(|example| {
            let rows = example.features.iter().map(|row| row.iter().filter_map(|feature| learner.index.get(feature).copied()).collect());
            (rows.collect(), example.labels.as_slice())
        })
        .collect();
    let mut order: Vec<usize> = (0..data.len()).collect();
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..EPOCHS {
        for last in (1..order.len()).rev() {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            order.swap(last, usize::try_from(seed % (last as u64 + 1)).unwrap());
        }
        for at in &order {
            learner.learn(&data[*at].0, data[*at].1);
        }
    }
    learner.packed()
}

fn score(weights: &Weights, data: &[Vec<Example>]) -> String {
    let (mut both, mut ours, mut theirs) = (0_usize, 0_usize, 0_usize);
    for example in data.iter().flatten() {
        let found = weights.label(&example.features);
        let key = |names: Vec<RecognisedName>| -> BTreeSet<_> {
            names.into_iter().map(|name| (name.tokens.start, name.tokens.end, name.class)).collect()
        };
        let (mine, gold) = (key(from_labels(&found)), key(from_labels(&example.labels)));
        both += mine.intersection(&gold).count();
        ours += mine.len();
        theirs += gold.len();
    }
    let (precision, recall) = (both as f64 / ours.max(1) as f64, both as f64 / theirs.max(1) as f64);
    format!("P {:.1} R {:.1} F1 {:.1}", 100.0 * precision, 100.0 * recall, 200.0 * both as f64 / (ours + theirs).max(1) as f64)
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (out, files) = arguments.split_first().expect("train_names OUT GOLD.jsonl... [--test GOLD.jsonl...]");
    let split = files.iter().position(|file| file == "--test").unwrap_or(files.len());
    let tests = files.get(split + 1..).unwrap_or_default();
    let held_back: HashSet<Vec<String>> = tests.iter().flat_map(|file| golds(file)).flat_map(|gold| gold.sentences).collect();
    let training: Vec<Vec<Example>> = files[..split].iter().flat_map(|file| read(file, &held_back)).collect();
    let packed = train(&training.iter().flatten().collect::<Vec<_>>());
    std::fs::write(out, &packed).unwrap();
    let weights = Weights::unpack(&packed).unwrap();
    println!("{} bytes; training data: {}", packed.len(), score(&weights, &training));
    for file in tests {
        println!("{file}: {}", score(&weights, &read(file, &HashSet::new())));
    }
}
