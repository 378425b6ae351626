//! What a rule is, and how its pattern is read and matched.
//!
//! A pattern is a row of slots separated by spaces: `MONTH DAY|ORD ,? YEAR`. Words in capitals name classes of items, `@joins` any word
//! of that group in the lexicon, others stand for themselves; `|` separates alternatives, `?` makes a slot optional, and `~` marks context, which belongs to the pattern but
//! not to the expression. A pattern has at most twelve slots and no repetition, so that matching takes constant time per item.

use super::en::Words;
use super::item::{self, Classes, Item};
use super::meaning::{Bound, Count, Meaning, Modifier};
use super::near;

/// Numbers words while patterns are read.
pub(super) trait Vocabulary {
    /// The number of a word or mark; a new one if it is new.
    fn word(&mut self, word: &str) -> u16;

    /// The words of a group.
    fn group(&self, name: &str) -> Vec<&'static str>;
}

/// A small named thing: a pattern over items, what it makes of a match, examples that run and traps that must not match.
#[derive(Debug)]
pub(super) struct Rule {
    /// Name, unique; the user sees it in details.
    pub(super) name: &'static str,
    /// Any of these patterns.
    pub(super) patterns: &'static [&'static str],
    /// What the words mean; `None` if the match is not one after all.
    pub(super) make: fn(&Match<'_>) -> Option<Made>,
    /// Text with the expression in brackets, and its TIMEX3 value in an article of Monday 17 March 2025.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests run them"))]
    pub(super) examples: &'static [(&'static str, &'static str)],
    /// Texts in which this rule must find nothing.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests run them"))]
    pub(super) traps: &'static [&'static str],
}

/// What a rule makes of a match.
#[derive(Clone, Debug)]
pub(super) enum Made {
    /// One phrase of all the words.
    One(Phrase),
    /// Several phrases, each with the first and the last of its slots' items, counted from the start of the match.
    Several(Vec<(usize, usize, Phrase)>),
}

/// A phrase in the making.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// What it means.
    pub(super) meaning: Meaning,
    /// What narrows or loosens it.
    pub(super) modifier: Option<Modifier>,
    /// How it binds what happened.
    pub(super) bound: Option<Bound>,
    /// Its side of a range, if it is one.
    pub(super) side: Option<Side>,
    /// How well it stands without a larger phrase around it.
    pub(super) standing: Standing,
    /// The rule that made it.
    pub(super) rule: &'static str,
}

/// The sides of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// "from X", all the time until the next one.
    From,
    /// "between X", at some time until the next one.
    Between,
    /// The end of the range that the one before begins.
    To,
}

/// Whether a phrase is an expression by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Yes.
    Alone,
    /// Only as part of a larger one.
    Part,
    /// Four digits: the words around decide.
    Number,
    /// A word with another meaning, such as "May" or "second": its tag decides.
    Ambiguous,
}

/// A rule's pattern found in the items.
#[derive(Debug)]
pub(super) struct Match<'a> {
    pub(super) text: &'a str,
    pub(super) items: &'a [Item],
    pub(super) phrases: &'a [Phrase],
    /// The first item.
    pub(super) start: usize,
    slots: [Option<(Classes, u16)>; MAX_SLOTS],
}

const MAX_SLOTS: usize = 12;

impl<'a> Match<'a> {
    fn captured(&self) -> impl Iterator<Item = (Classes, &'a Item)> {
        self.slots.iter().flatten().map(|(classes, at)| (*classes, &self.items[self.start + usize::from(*at)]))
    }

    /// The item that a slot of this class took, the `nth` of them from 0 on.
    pub(super) fn nth(&self, class: Classes, nth: usize) -> Option<&'a Item> {
        self.captured().filter(|(classes, item)| classes & class != 0 && item.is(class)).nth(nth).map(|(_, item)| item)
    }

    /// The first item that a slot of this class took.
    pub(super) fn get(&self, class: Classes) -> Option<&'a Item> {
        self.nth(class, 0)
    }

    /// The value of the first item that a slot of this class took.
    pub(super) fn value(&self, class: Classes) -> Option<i32> {
        self.get(class).map(|item| item.value)
    }

    /// The same as one byte.
    pub(super) fn small(&self, class: Classes) -> Option<u8> {
        self.value(class).and_then(|value| u8::try_from(value).ok())
    }

    /// The phrase that a slot of this class took.
    pub(super) fn phrase(&self, class: Classes) -> Option<&'a Phrase> {
        self.nth_phrase(class, 0)
    }

    /// The `nth` phrase that a slot of this class took.
    pub(super) fn nth_phrase(&self, class: Classes, nth: usize) -> Option<&'a Phrase> {
        self.nth(class, nth).and_then(|item| item.phrase).and_then(|at| self.phrases.get(at as usize))
    }

    /// Whether one of the matched words is this one.
    pub(super) fn says(&self, word: &str) -> bool {
        self.captured().any(|(_, item)| self.words(item).eq_ignore_ascii_case(word))
    }

    /// Whether one of the matched words is in a list.
    pub(super) fn among(&self, list: &Words) -> bool {
        self.captured().any(|(_, item)| list.has(self.words(item)))
    }

    /// Whether one of these words is matched.
    pub(super) fn any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.says(word))
    }

    /// All matched words in lower case with single spaces, without apostrophes, commas and years.
    pub(super) fn all_words(&self) -> String {
        let kept = self.captured().map(|(_, item)| item).filter(|item| !item.is(item::YEAR));
        let words = kept.map(|item| self.words(item).trim_end_matches('.')).filter(|word| !matches!(*word, "'" | "," | "\u{2019}"));
        words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join(" ")
    }

    /// The place of an item, counted from the start of the match.
    pub(super) fn place(&self, class: Classes, nth: usize) -> Option<usize> {
        let mut taken =
            self.slots.iter().flatten().filter(|(classes, at)| classes & class != 0 && self.items[self.start + usize::from(*at)].is(class));
        taken.nth(nth).map(|(_, at)| usize::from(*at))
    }

    /// The place of the last item.
    pub(super) fn last(&self) -> usize {
        self.slots.iter().flatten().last().map_or(0, |(_, at)| usize::from(*at))
    }

    /// Whether the clause ends after the match: nothing or a mark follows.
    pub(super) fn ends_clause(&self) -> bool {
        let end = self.items.get(self.start + self.last()).map_or(0, |item| item.end as usize);
        let rest = near::after(self.text, end).trim_start_matches([' ', '"', '\u{201d}', '\'']);
        rest.chars().next().is_none_or(|next| matches!(next, '.' | ',' | ';' | ':' | ')' | '!' | '?' | '\n' | '\u{2014}'))
    }

    /// So many words behind the match.
    pub(super) fn next_words(&self, count: usize) -> String {
        let end = self.items.get(self.start + self.last()).map_or(0, |item| item.end as usize);
        let words = near::after(self.text, end).split([' ', ',', '.', '\n']).filter(|word| !word.is_empty());
        words.take(count).collect::<Vec<_>>().join(" ")
    }

    /// The word behind the match.
    pub(super) fn next_word(&self) -> &'a str {
        let end = self.items.get(self.start + self.last()).map_or(0, |item| item.end as usize);
        near::after(self.text, end).trim_start_matches(' ').split([' ', ',', '.', '\n']).next().unwrap_or_default()
    }

    /// The words of an item.
    pub(super) fn words(&self, item: &Item) -> &'a str {
        self.text.get(item.start as usize..item.end as usize).unwrap_or_default()
    }

    /// The number that a slot took, as a count of units.
    pub(super) fn count(&self, class: Classes) -> Option<Count> {
        self.get(class).map(count)
    }
}

/// An item's number as a count.
pub(super) const fn count(item: &Item) -> Count {
    Count::Exact(item.value.saturating_mul(1000).saturating_add(item.fraction as i32))
}

impl Phrase {
    /// A phrase that stands alone.
    pub(super) const fn new(meaning: Meaning) -> Self {
        Self { meaning, modifier: None, bound: None, side: None, standing: Standing::Alone, rule: "" }
    }

    /// With a standing.
    #[must_use]
    pub(super) fn standing(self, standing: Standing) -> Self {
        Self { standing, ..self }
    }

    /// With a modifier.
    #[must_use]
    pub(super) fn modified(self, modifier: Modifier) -> Self {
        Self { modifier: Some(modifier), ..self }
    }

    /// As one side of a range.
    #[must_use]
    pub(super) fn side(self, side: Side) -> Self {
        Self { side: Some(side), ..self }
    }

    /// As what a rule gives back.
    #[expect(clippy::unnecessary_wraps, reason = "rules end with it")]
    pub(super) fn made(self) -> Option<Made> {
        Some(Made::One(self))
    }
}

/// One phrase with this meaning.
#[expect(clippy::unnecessary_wraps, reason = "rules end with it")]
pub(super) fn one(meaning: Meaning) -> Option<Made> {
    Some(Made::One(Phrase::new(meaning)))
}

/// A slot of a pattern.
#[derive(Clone, Debug, Default)]
struct Slot {
    classes: Classes,
    words: Vec<u16>,
    optional: bool,
    context: bool,
}

impl Slot {
    fn takes(&self, item: &Item) -> bool {
        item.is(self.classes) || (item.word != 0 && self.words.contains(&item.word))
    }
}

/// A pattern with its rule's place in the stage.
#[derive(Debug)]
pub(super) struct Pattern {
    slots: Vec<Slot>,
    pub(super) rule: usize,
}

impl Pattern {
    /// Reads a pattern. Patterns are part of the program, so a wrong one stops every test.
    pub(super) fn read(text: &str, rule: usize, vocabulary: &mut impl Vocabulary) -> Self {
        let slot = |word: &str| {
            let (context, word) = word.strip_prefix('~').map_or((false, word), |rest| (true, rest));
            let (optional, word) = word.strip_suffix('?').map_or((false, word), |rest| (true, rest));
            let mut slot = Slot { optional, context, ..Slot::default() };
            for choice in word.split('|') {
                if let Some(group) = choice.strip_prefix('@') {
                    let words = vocabulary.group(group);
                    assert!(!words.is_empty(), "no list has the name {group}");
                    slot.words.extend(words.into_iter().map(|word| vocabulary.word(word)));
                } else if choice.len() > 1 && choice.bytes().all(|byte| byte.is_ascii_uppercase()) {
                    slot.classes |= item::class(choice).expect("patterns name classes that exist");
                } else {
                    slot.words.push(vocabulary.word(choice));
                }
            }
            slot
        };
        let slots: Vec<_> = text.split(' ').map(slot).collect();
        assert!(slots.len() <= MAX_SLOTS, "a pattern has too many slots: {text}");
        Self { slots, rule }
    }

    /// The classes and words that a match can begin with.
    pub(super) fn firsts(&self) -> (Classes, Vec<u16>) {
        let mut firsts = (0, Vec::new());
        for slot in &self.slots {
            firsts.0 |= slot.classes;
            firsts.1.extend_from_slice(&slot.words);
            if !slot.optional {
                break;
            }
        }
        firsts
    }

    /// Matches at an item; gives the match, and the range of items that are no context.
    pub(super) fn at<'a>(
        &self,
        text: &'a str,
        items: &'a [Item],
        phrases: &'a [Phrase],
        start: usize,
    ) -> Option<(Match<'a>, usize, usize)> {
        let mut found = Match { text, items, phrases, start, slots: [None; MAX_SLOTS] };
        let end = self.go(0, start, &mut found)?;
        let context = |taken: &(usize, &Slot)| taken.1.context && found.slots[taken.0].is_some();
        let numbered: Vec<_> = self.slots.iter().enumerate().collect();
        let before = numbered.iter().take_while(|taken| taken.1.context).filter(|taken| context(taken)).count();
        let after = numbered.iter().rev().take_while(|taken| taken.1.context).filter(|taken| context(taken)).count();
        Some((found, start + before, end - after))
    }

    fn go(&self, slot: usize, at: usize, found: &mut Match<'_>) -> Option<usize> {
        let Some(this) = self.slots.get(slot) else { return (at > found.start).then_some(at) };
        if let Some(item) = found.items.get(at)
            && this.takes(item)
            && (at == found.start || !item.gap)
        {
            found.slots[slot] = Some((this.classes, (at - found.start) as u16));
            if let Some(end) = self.go(slot + 1, at + 1, found) {
                return Some(end);
            }
            found.slots[slot] = None;
        }
        if this.optional { self.go(slot + 1, at, found) } else { None }
    }
}
