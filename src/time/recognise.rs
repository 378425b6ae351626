//! Finds time expressions and what they mean, without knowing any date: a cascade of stages, each a flat list of rules.
//!
//! Every stage reads the items from left to right once and takes the longest match at each place (of equally long ones, the rule that
//! stands first). A phrase that a stage builds is an item of the next stage. Finite-state cascades of this kind are described in
//! Abney, "Partial parsing via finite-state cascades" (1996). Each stage is linear, because patterns are of bounded length.

use super::en::{Lexicon, group, rules, scan};
use super::item::{self, Classes, Item};
use super::meaning::{Date, Meaning, Part, Unit, Year};
use super::rule::{Made, Pattern, Phrase, Rule, Standing, Vocabulary as _};
use crate::model::Span;
use std::sync::LazyLock;

/// An expression in the text, with its meaning.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// The words.
    pub(super) span: Span,
    /// What they say.
    pub(super) phrase: Phrase,
}

/// One step of the cascade.
struct Stage {
    rules: &'static [&'static [Rule]],
    patterns: Vec<Pattern>,
    by_word: Vec<Vec<u16>>,
    by_class: Vec<Vec<u16>>,
    /// The classes that some pattern begins with.
    starts: Classes,
}

/// A language ready to recognise.
pub(super) struct Recogniser {
    lexicon: Lexicon,
    glue: super::en::Glue,
    stages: Vec<Stage>,
}

/// English.
pub(super) static ENGLISH: LazyLock<Recogniser> = LazyLock::new(Recogniser::english);

impl Recogniser {
    fn english() -> Self {
        let mut lexicon = Lexicon::new();
        for mark in [",", "-", "/", "(", ")", "'", "+", ":"] {
            lexicon.word(mark);
        }
        let glue =
            super::en::Glue { hyphen: lexicon.word("-"), and: lexicon.word("and"), a: lexicon.word("a"), half: lexicon.word("half") };
        let mut read = |rules: &'static [&'static [Rule]]| {
            let numbered = rules.iter().copied().flatten().enumerate();
            let patterns = numbered.flat_map(|(number, rule)| rule.patterns.iter().flat_map(expand).map(move |pattern| (number, pattern)));
            patterns.map(|(number, pattern)| Pattern::read(&pattern, number, &mut lexicon)).collect::<Vec<_>>()
        };
        let read: Vec<_> = rules::STAGES.iter().map(|rules| (*rules, read(rules))).collect();
        let stages = read.into_iter().map(|(rules, patterns)| Stage::new(rules, patterns, lexicon.len())).collect();
        Self { lexicon, glue, stages }
    }

    /// All expressions of a text, in order of place.
    pub(super) fn recognise(&self, text: &str) -> Vec<Candidate> {
        let mut phrases = Vec::new();
        let mut items = group(&scan(text, &self.lexicon), self.glue);
        for stage in &self.stages {
            items = stage.run(text, &items, &mut phrases);
        }
        let mut candidates = Vec::new();
        for item in &items {
            let Some(phrase) = item.phrase.and_then(|at| phrases.get(at as usize)) else { continue };
            let span = Span::new(item.start as usize, item.end as usize);
            if let Some(span) = span.filter(|_| phrase.standing != Standing::Part) {
                candidates.push(Candidate { span, phrase: phrase.clone() });
            }
        }
        candidates
    }
}

/// A pattern, or the patterns for which it stands: `@holidays` are the names of the table.
fn expand(pattern: &&'static str) -> Vec<String> {
    if *pattern == "@holidays" { super::holiday::patterns().collect() } else { vec![(*pattern).to_owned()] }
}

impl Stage {
    fn new(rules: &'static [&'static [Rule]], patterns: Vec<Pattern>, words: usize) -> Self {
        let (mut by_word, mut by_class, mut starts) = (vec![Vec::new(); words], vec![Vec::new(); 64], 0);
        for (number, pattern) in patterns.iter().enumerate() {
            let number = u16::try_from(number).expect("there are fewer than 65536 patterns");
            let (classes, first_words) = pattern.firsts();
            starts |= classes;
            (0..64).filter(|bit| classes & 1 << bit != 0).for_each(|bit| by_class[bit].push(number));
            for word in first_words {
                by_word[usize::from(word)].push(number);
            }
        }
        Self { rules, patterns, by_word, by_class, starts }
    }

    fn rule(&self, number: usize) -> Option<&'static Rule> {
        self.rules.iter().copied().flatten().nth(number)
    }

    fn run(&self, text: &str, items: &[Item], phrases: &mut Vec<Phrase>) -> Vec<Item> {
        let mut out = Vec::with_capacity(items.len());
        let mut at = 0;
        while at < items.len() {
            if let Some((made, from, to)) = self.best(text, items, phrases, at) {
                out.extend_from_slice(&items[at..from]);
                push_made(made, items, (at, from, to), phrases, &mut out);
                at = to;
            } else {
                out.push(items[at]);
                at += 1;
            }
        }
        out
    }

    /// The best match at a place: what it makes and the items it takes.
    fn best(&self, text: &str, items: &[Item], phrases: &[Phrase], at: usize) -> Option<(Made, usize, usize)> {
        let item = &items[at];
        let words = self.by_word.get(usize::from(item.word)).filter(|_| item.word != 0);
        let mut tried: Vec<u16> = words.cloned().unwrap_or_default();
        let mut classes = item.classes & self.starts;
        while classes != 0 {
            tried.extend_from_slice(&self.by_class[classes.trailing_zeros() as usize]);
            classes &= classes - 1;
        }
        let mut best: Option<(usize, usize, u16, Made, usize)> = None;
        for number in tried {
            let pattern = &self.patterns[usize::from(number)];
            let Some((found, from, to)) = pattern.at(text, items, phrases, at) else { continue };
            let end = found.start + found.last() + 1;
            if best.as_ref().is_some_and(|best| (best.4, std::cmp::Reverse(best.2)) >= (end, std::cmp::Reverse(number))) {
                continue;
            }
            let Some(rule) = self.rule(pattern.rule) else { continue };
            if let Some(made) = (rule.make)(&found) {
                best = Some((from, to, number, name(made, rule.name), end));
            }
        }
        best.map(|(from, to, _, made, _)| (made, from, to))
    }
}

fn name(made: Made, rule: &'static str) -> Made {
    match made {
        Made::One(phrase) => Made::One(Phrase { rule, ..phrase }),
        Made::Several(parts) => Made::Several(parts.into_iter().map(|(from, to, phrase)| (from, to, Phrase { rule, ..phrase })).collect()),
    }
}

/// Puts the phrases of a match in place of its items.
fn push_made(made: Made, items: &[Item], (start, from, to): (usize, usize, usize), phrases: &mut Vec<Phrase>, out: &mut Vec<Item>) {
    let mut push = |first: usize, last: usize, phrase: Phrase, out: &mut Vec<Item>| {
        let single = first == last;
        let kept = if single { items[first].classes & KEPT } else { 0 };
        out.push(Item {
            end: items[last].end,
            classes: classes_of(&phrase) | kept,
            word: if single { items[first].word } else { 0 },
            value: items[first].value,
            phrase: u32::try_from(phrases.len()).ok(),
            ..items[first]
        });
        phrases.push(phrase);
    };
    match made {
        Made::One(phrase) => push(from, to - 1, phrase, out),
        Made::Several(parts) => {
            let mut done = from;
            for (first, last, phrase) in parts {
                out.extend_from_slice(items.get(done..start + first).unwrap_or_default());
                push(start + first, start + last, phrase, out);
                done = start + last + 1;
            }
            out.extend_from_slice(items.get(done..to).unwrap_or_default());
        }
    }
}

/// Classes that a phrase of one word keeps: later stages ask for the word again.
const KEPT: Classes = item::SEASON | item::PART | item::MONTH | item::HOLIDAY | item::WEEKDAY | item::UNITS;

/// What a phrase can be to the rules of later stages.
fn classes_of(phrase: &Phrase) -> Classes {
    let kind = match &phrase.meaning {
        Meaning::Date(Date { part: Part::Whole, year: Year::Is(_), .. }) => item::DATE | item::ANNO,
        Meaning::Date(Date { part: Part::Month(_), .. }) => item::DATE | item::MON,
        Meaning::Date(Date { part: Part::Day(..) | Part::DayOnly(_), .. }) => item::DATE | item::MDAY,
        Meaning::Date(_) | Meaning::Away { .. } | Meaning::SameDay { .. } | Meaning::Piece { .. } => item::DATE,
        Meaning::Weekday { .. } => item::DATE | item::WDAY,
        Meaning::Shift { unit: Unit::PartOfDay, .. } => item::TPART,
        Meaning::Shift { .. } => item::DATE | item::REL,
        Meaning::Time { time, .. } if time.minute.is_none() => item::TPART,
        Meaning::Time { .. } => item::TIME,
        Meaning::Length(_) => item::SPAN,
        Meaning::Every(_) => item::SET,
        Meaning::Vague(_) | Meaning::Told => item::VAGUE,
    };
    if phrase.standing == Standing::Part { kind | item::LOOSE } else { kind }
}
