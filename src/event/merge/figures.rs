//! Numbers in the clause of an event: how many of what, so that reports of one event can be held against each other.

use super::report::stem;
use crate::event::lexicon::lexicon;
use crate::language::{Dep, EntityLabel, Pos, Syntax};
use crate::model::Span;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A number with what it counts: "at least 12 people killed".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The least it can be.
    pub low: f64,
    /// The most it can be.
    pub high: f64,
    /// What is counted and what becomes of it, comparable between reports: "kill", "sell car", "$ cost".
    pub of: String,
    /// The words that say it.
    pub span: Span,
    /// These words on one line: "killed at least 12 people".
    pub words: String,
}

impl Figure {
    /// Whether two figures of the same thing cannot both be right.
    pub(crate) fn contradicts(&self, other: &Self) -> bool {
        self.of == other.of && (self.high < other.low || other.high < self.low)
    }
}

/// The figures among these tokens, in order.
pub(crate) fn figures(syntax: &Syntax, range: Range<usize>) -> Vec<Figure> {
    let mut out = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let Some((value, end)) = number(syntax, at, range.end) else {
            at += 1;
            continue;
        };
        if !tells_time(syntax, at) {
            out.extend(figure(syntax, at, end, value));
        }
        at = end;
    }
    out
}

/// Numbers that name a time, a rank or a person's age are no counts.
fn tells_time(syntax: &Syntax, at: usize) -> bool {
    let label = syntax.entity(at).map(|entity| entity.label);
    let named = matches!(
        label,
        Some(
            EntityLabel::Date
                | EntityLabel::Time
                | EntityLabel::Ordinal
                | EntityLabel::Product
                | EntityLabel::Law
                | EntityLabel::Org
                | EntityLabel::Fac
                | EntityLabel::Event
        )
    );
    named || matches!(syntax.dep(at), Dep::Appos | Dep::Npadvmod | Dep::Punct)
}

fn figure(syntax: &Syntax, start: usize, end: usize, value: f64) -> Option<Figure> {
    let head = end - 1;
    let money = start.checked_sub(1).filter(|before| matches!(syntax.word(*before), "$" | "€" | "£" | "¥"));
    let noun = syntax
        .head(head)
        .filter(|noun| matches!(syntax.dep(head), Dep::Nummod | Dep::Quantmod | Dep::Compound) && syntax.is_noun(*noun) && *noun >= end);
    let counted = noun.unwrap_or(head);
    let deed = deed(syntax, counted)?;
    let what = match (money, noun) {
        (Some(sign), _) => syntax.word(sign).to_owned(),
        (None, Some(noun)) if !is_anyone(syntax.lemma(noun)) => syntax.lemma(noun).to_lowercase(),
        _ => String::new(),
    };
    let (low, high, first) = bounds(syntax, money.unwrap_or(start), value);
    let name = harm(syntax.lemma(deed)).unwrap_or_else(|| stem(syntax.lemma(deed)));
    let counted = first.min(counted)..counted.max(head) + 1;
    let near = deed + 8 > first && deed < counted.end + 8 && syntax.sentence_of(deed) == syntax.sentence_of(first);
    let whole = if near { counted.start.min(deed)..counted.end.max(deed + 1) } else { counted };
    let span = syntax.token(whole.start).span.cover(syntax.token(whole.end - 1).span);
    let words = span.text(syntax.text).split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Figure { low, high, of: format!("{what} {name}").trim().to_lowercase(), span, words })
}

/// The verb that says what becomes of what is counted; "left 12 people dead" says it by an adjective, "a toll of 12" by a noun.
fn deed(syntax: &Syntax, counted: usize) -> Option<usize> {
    let mut at = counted;
    for _ in 0..4 {
        // "12 killed" in a headline: the participle hangs on the number.
        if let Some(below) = syntax.by(at, &[Dep::Acl, Dep::Amod]).find(|below| *below > at && harm(syntax.lemma(*below)).is_some()) {
            return Some(below);
        }
        at = syntax.head(at)?;
        if let Some(result) = syntax.by(at, &[Dep::Oprd, Dep::Acomp, Dep::Ccomp]).find(|below| harm(syntax.lemma(*below)).is_some()) {
            return Some(result);
        }
        if syntax.is_verb(at) {
            let toll = syntax.by(at, &[Dep::Nsubj, Dep::Nsubjpass]).flat_map(|subject| syntax.phrase(subject));
            return toll.into_iter().find(|word| harm(syntax.lemma(*word)).is_some() && syntax.is_noun(*word)).or(Some(at));
        }
        if syntax.is_noun(at) && harm(syntax.lemma(at)).is_some() {
            return Some(at);
        }
    }
    None
}

/// One word for all ways to say that someone died or was hurt.
fn harm(lemma: &str) -> Option<&'static str> {
    let lemma = lemma.to_lowercase();
    let lexicon = lexicon();
    if lexicon.is("death", &lemma) {
        Some("kill")
    } else if lexicon.is("wound", &lemma) {
        Some("wound")
    } else {
        None
    }
}

/// Nouns that say no more than the number itself.
fn is_anyone(lemma: &str) -> bool {
    lexicon().is("anyone", &lemma.to_lowercase())
}

/// What a number can mean with the words before it, and the first of these.
fn bounds(syntax: &Syntax, start: usize, value: f64) -> (f64, f64, usize) {
    let before = |back: usize| start.checked_sub(back).map_or("", |at| syntax.lower(at));
    match (before(2), before(1)) {
        ("at", "least") | ("more" | "greater", "than") | ("no", "fewer") => (value, f64::INFINITY, start - 2),
        ("at", "most") | ("up", "to") | ("fewer" | "less", "than") => (0.0, value, start - 2),
        (_, "over") => (value, f64::INFINITY, start - 1),
        (_, word) if lexicon().is("approximate", word) => (value * 0.8, value * 1.2, start - 1),
        _ => (value, value, start),
    }
}

/// The number that begins here and the token after it: "1,200", "3.5 million", "twenty-one", "two hundred".
fn number(syntax: &Syntax, start: usize, limit: usize) -> Option<(f64, usize)> {
    if syntax.pos(start) != Pos::Num {
        return None;
    }
    let mut value = plain(syntax.lower(start))?;
    let mut at = start + 1;
    while at < limit {
        let word = syntax.lower(at);
        if word == "-" && at + 1 < limit && (20.0..100.0).contains(&value) && plain(syntax.lower(at + 1)).is_some_and(|ones| ones < 10.0) {
            value += plain(syntax.lower(at + 1)).unwrap_or_default();
            at += 2;
        } else if let Some(times) = scale(word) {
            value *= times;
            at += 1;
        } else {
            break;
        }
    }
    Some((value, at))
}

/// "million" and "m" multiply alike.
fn scale(word: &str) -> Option<f64> {
    let powers = [("hundred", 1e2), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)];
    powers.into_iter().find(|(power, _)| lexicon().is(power, word)).map(|(_, value)| value)
}

fn plain(word: &str) -> Option<f64> {
    let digits = || word.starts_with(|c: char| c.is_ascii_digit()).then(|| word.replace(',', "").parse().ok()).flatten();
    whole(word).map(f64::from).or_else(digits)
}

/// The whole number that a word is: "3,500", "seven", "forty".
pub(in crate::event) fn whole(word: &str) -> Option<u32> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return word.replace(',', "").parse().ok();
    }
    let place = |class| lexicon().position(class, word).and_then(|at| u32::try_from(at).ok());
    place("ones").or_else(|| place("tens").map(|at| (at + 2) * 10))
}

#[cfg(test)]
mod tests {
    use super::{Figure, figures};
    use crate::language::{Syntax, analyse};

    fn of(text: &str) -> Vec<Figure> {
        let analysis = analyse(text);
        let syntax = Syntax::new(text, &analysis);
        figures(&syntax, 0..syntax.len())
    }

    #[test]
    fn deaths_are_counted_however_they_are_told() {
        for (text, low) in [
            ("The blast killed 12 people in Lagos.", 12.0),
            ("Twelve people were killed in the blast.", 12.0),
            ("The explosion left 12 people dead.", 12.0),
            ("A bomb killed twenty-one people.", 21.0),
            ("Some 1,200 people died in the flood.", 960.0),
        ] {
            let found = of(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!((found[0].of.as_str(), found[0].low), ("kill", low), "{text}");
        }
    }

    #[test]
    fn what_is_counted_keeps_figures_apart() {
        let [a, b] = [of("The army destroyed 12 tanks."), of("The army destroyed 15 bridges.")];
        assert!(!a[0].contradicts(&b[0]));
        let c = of("The army destroyed 15 tanks.");
        assert!(a[0].contradicts(&c[0]));
        assert!(!of("The army destroyed at least 12 tanks.")[0].contradicts(&c[0]));
    }

    #[test]
    fn dates_and_ranks_are_no_figures() {
        assert_eq!(of("On 12 May 2025 the second army attacked."), Vec::new());
    }
}
