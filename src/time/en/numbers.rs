//! Numbers in words: "twenty-five", "two and a half", "a hundred", "twenty-first".

use crate::time::item::{Item, NUM, ORD, SCALE};

/// Words that this pass needs by number.
#[derive(Clone, Copy, Debug)]
pub(in crate::time) struct Glue {
    /// "-"
    pub(in crate::time) hyphen: u16,
    /// "and"
    pub(in crate::time) and: u16,
    /// "a"
    pub(in crate::time) a: u16,
    /// "half"
    pub(in crate::time) half: u16,
}

/// Joins the words of one number into one item.
pub(in crate::time) fn group(items: &[Item], glue: Glue) -> Vec<Item> {
    let mut out = Vec::with_capacity(items.len());
    let mut at = 0;
    while at < items.len() {
        let (item, next) = number(items, at, glue);
        out.push(item);
        at = next;
    }
    out
}

fn number(items: &[Item], at: usize, glue: Glue) -> (Item, usize) {
    let first = items[at];
    let follows = |place: usize| items.get(place).filter(|item| !item.gap);
    let word_number = first.word != 0 && first.is(NUM);
    let article = first.word == glue.a && follows(at + 1).is_some_and(|next| next.is(SCALE) && next.value >= 100);
    let hundred = first.is(SCALE) && first.value == 100;
    if !(first.is(NUM) || article || hundred) {
        return (first, at + 1);
    }
    let (mut value, mut next, mut end) = (if article || !first.is(NUM) { 1 } else { first.value }, at + 1, first.end);
    if !first.is(NUM) && !article {
        (value, next) = (first.value, at + 1);
    }
    // Tens with ones: "twenty-five", "twenty-first".
    if word_number && first.is(SCALE) {
        let hyphen = follows(next).is_some_and(|item| item.word == glue.hyphen);
        if let Some(ones) =
            follows(next + usize::from(hyphen)).filter(|item| item.word != 0 && (1..10).contains(&item.value) && item.is(NUM | ORD))
        {
            let classes = if ones.is(NUM) { NUM } else { ORD };
            (value, end) = (value + ones.value, ones.end);
            next += 1 + usize::from(hyphen);
            if classes == ORD {
                return (Item { classes, value, end, word: 0, unit: 0, ..first }, next);
            }
        }
    }
    let mut fraction = first.fraction;
    let mut large = false;
    while let Some(scale) = follows(next).filter(|item| item.is(SCALE) && item.value >= 100 && item.spaced) {
        value = value.saturating_mul(scale.value);
        (end, fraction, large) = (scale.end, 0, true);
        next += 1;
        let and = follows(next).is_some_and(|item| item.word == glue.and);
        if let Some(rest) = follows(next + usize::from(and)).filter(|item| item.word != 0 && item.is(NUM) && item.value < 100) {
            (value, end) = (value.saturating_add(rest.value), rest.end);
            next += 1 + usize::from(and);
        }
    }
    let half = |place: usize| follows(place).is_some_and(|item| item.word == glue.half);
    let with_half = follows(next).is_some_and(|item| item.word == glue.and)
        && (half(next + 1) || (follows(next + 1).is_some_and(|item| item.word == glue.a) && half(next + 2)));
    if with_half {
        next += if half(next + 1) { 2 } else { 3 };
        (fraction, end) = (500, items[next - 1].end);
    }
    if next == at + 1 && !large && !article && first.is(NUM) {
        return (first, next);
    }
    (Item { classes: NUM, value, fraction, end, word: 0, unit: 0, ..first }, next)
}
