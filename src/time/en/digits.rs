//! Numbers in digits, and what is written with digits: ordinals, decades, clock times, dates.

use super::context::context;
use super::scan::blank;
use crate::time::item::{CLOCK, Classes, DAY, DECADE, DIGITS, FISCAL, Item, NUM, ORD, QUARTER, SHORT, SMALL, YEAR};

/// Zeros of the decimal digits that news in other scripts uses.
const ZEROS: [u32; 9] = [0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xE50, 0x1040, 0xFF10];

/// The value of a decimal digit beyond ASCII.
pub(super) fn foreign(digit: char) -> Option<u32> {
    let code = u32::from(digit);
    ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| code - zero)
}

/// A number group: its value, how many digits, and where it ends.
#[derive(Clone, Copy)]
struct Group {
    value: i32,
    count: usize,
    end: usize,
}

/// Digits from `at` on, of any script; `None` if there are none. More than nine count as none of a value.
fn group(text: &str, at: usize) -> Option<Group> {
    let (mut value, mut count, mut end) = (0_i32, 0, at);
    for letter in text.get(at..)?.chars() {
        let Some(digit) = letter.to_digit(10).or_else(|| foreign(letter)) else { break };
        value = value.saturating_mul(10).saturating_add_unsigned(digit);
        count += 1;
        end += letter.len_utf8();
    }
    (count > 0).then_some(Group { value, count, end })
}

fn byte(text: &str, at: usize) -> u8 {
    text.as_bytes().get(at).copied().unwrap_or(0)
}

/// The number at `at`, or `None` and where to go on if it can have no part in a time expression.
pub(super) fn read(text: &str, at: usize) -> (Option<Item>, usize) {
    let Some(first) = group(text, at) else { return (None, at + 1) };
    if first.count > 9 {
        return (None, first.end);
    }
    if let Some(end) = chain(text, first) {
        return (None, end);
    }
    if let Some(item) = clock(text, at, first).or_else(|| date(text, at, first)) {
        return (Some(item), item.end as usize);
    }
    let (number, fraction, end, plain) = amount(text, first);
    let before = text[..at].chars().next_back();
    if matches!(before, Some('$' | '€' | '£' | '¥' | '₹' | '#' | '№')) || byte(text, end) == b'%' {
        return (None, end + usize::from(byte(text, end) == b'%'));
    }
    let letters = text[end..].bytes().take_while(u8::is_ascii_alphabetic).count();
    if plain && letters > 0 {
        return suffixed(text, at, first, end + letters);
    }
    if letters == 0 && text[end..].starts_with(|next: char| next.is_alphabetic()) {
        return (None, end);
    }
    let classes = if plain { plain_classes(first) } else { NUM };
    (Some(Item { classes, value: number, fraction, ..blank(at, end) }), end)
}

/// "1,500" and "2.5"; `plain` says that it is digits alone.
fn amount(text: &str, first: Group) -> (i32, u16, usize, bool) {
    let (mut number, mut end, mut plain) = (first.value, first.end, true);
    while byte(text, end) == b',' {
        match group(text, end + 1) {
            Some(next) if next.count == 3 && first.count <= 3 => {
                number = number.saturating_mul(1000).saturating_add(next.value);
                end = next.end;
                plain = false;
            }
            _ => break,
        }
    }
    let mut fraction = 0;
    if byte(text, end) == b'.'
        && let Some(next) = group(text, end + 1)
    {
        let scale = [0, 100, 10, 1].get(next.count).copied().unwrap_or(0);
        fraction = u16::try_from(next.value * scale).unwrap_or(0);
        end = next.end;
        plain = false;
    }
    (number, fraction, end, plain)
}

fn plain_classes(first: Group) -> Classes {
    let mut classes = NUM;
    if first.count <= 2 && (1..=31).contains(&first.value) {
        classes |= DAY;
    }
    if first.count == 2 {
        classes |= SHORT;
    }
    if first.count <= 3 && first.value > 0 {
        classes |= SMALL;
    }
    if first.count == 4 && (1000..3000).contains(&first.value) {
        classes |= YEAR;
    }
    if first.count == 4 && first.value % 100 < 60 && first.value < 2400 {
        classes |= crate::time::item::MILITARY;
    }
    classes
}

/// Digits with letters at once after them.
fn suffixed(text: &str, at: usize, first: Group, end: usize) -> (Option<Item>, usize) {
    let suffix = &text[first.end..end];
    match () {
        () if context().ordinal_endings.has(suffix) => (Some(Item { classes: ORD, value: first.value, ..blank(at, end) }), end),
        () if suffix.eq_ignore_ascii_case("s") && (2..=4).contains(&first.count) && first.value % 10 == 0 => {
            (Some(Item { classes: DECADE, value: first.value, ..blank(at, end) }), end)
        }
        () if context().glued.has(suffix) => {
            (Some(Item { classes: plain_classes(first), value: first.value, ..blank(at, first.end) }), first.end)
        }
        () => (None, end),
    }
}

/// Where more than three numbers joined by colons or dots end: verses, addresses of computers, versions.
fn chain(text: &str, first: Group) -> Option<usize> {
    let mark = byte(text, first.end);
    if !matches!(mark, b':' | b'.') {
        return None;
    }
    let (mut end, mut count) = (first.end, 1);
    while byte(text, end) == mark
        && let Some(next) = group(text, end + 1)
    {
        (end, count) = (next.end, count + 1);
    }
    (count > 3).then_some(end)
}

/// "16:15", "16:15:30", and "5.15" before "p.m.".
fn clock(text: &str, at: usize, hour: Group) -> Option<Item> {
    let mark = byte(text, hour.end);
    if hour.count > 2 || hour.value > 24 || !matches!(mark, b':' | b'.') {
        return None;
    }
    let minute = group(text, hour.end + 1).filter(|minute| minute.count == 2 && minute.value < 60)?;
    let mut end = minute.end;
    if mark == b'.' {
        return is_before_half(text, end).then_some(Item { classes: CLOCK, value: hour.value * 60 + minute.value, ..blank(at, end) });
    }
    if byte(text, end) == b':'
        && let Some(second) = group(text, end + 1).filter(|second| second.count == 2 && second.value < 61)
    {
        end = second.end;
    }
    Some(Item { classes: CLOCK, value: hour.value * 60 + minute.value, ..blank(at, end) })
}

/// Whether "a.m." or "pm" follows.
fn is_before_half(text: &str, at: usize) -> bool {
    let at = at + usize::from(byte(text, at) == b' ');
    let half = matches!(byte(text, at), b'a' | b'p' | b'A' | b'P');
    let at = at + 1 + usize::from(byte(text, at + 1) == b'.');
    half && matches!(byte(text, at), b'm' | b'M') && !byte(text, at + 1).is_ascii_alphanumeric()
}

/// Packs year, month, day and, for `3/4/2025`, that day and month may change places.
pub(in crate::time) const fn pack_date(year: i32, month: i32, day: i32, doubtful: bool) -> i32 {
    (year * 2 + doubtful as i32) * 512 + month * 32 + day
}

/// The parts of a packed date.
pub(in crate::time) const fn unpack_date(packed: i32) -> (i32, u8, u8, bool) {
    let years = packed.div_euclid(512);
    ((years.div_euclid(2)), (packed.rem_euclid(512) / 32) as u8, (packed.rem_euclid(32)) as u8, years.rem_euclid(2) == 1)
}

/// "2025-03-20", "20/3/2025", "3/20/25", "20.03.2025".
fn date(text: &str, at: usize, first: Group) -> Option<Item> {
    let mark = byte(text, first.end);
    if !matches!(mark, b'-' | b'/' | b'.') {
        return None;
    }
    let second = group(text, first.end + 1).filter(|second| second.count <= 2)?;
    if byte(text, second.end) != mark {
        return None;
    }
    let third = group(text, second.end + 1)?;
    let (year, month, day, doubtful) = match (first.count, third.count) {
        (4, 1..=2) => (first.value, second.value, third.value, false),
        (1..=2, 4) => by_size(mark, first.value, second.value, third.value),
        (1..=2, 2) if mark == b'/' => by_size(mark, first.value, second.value, expand(third.value)),
        _ => return None,
    };
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..3000).contains(&year);
    let more = matches!(byte(text, third.end), b'-' | b'/') || (byte(text, third.end) == b'.' && group(text, third.end + 1).is_some());
    (fits && !more).then(|| {
        let end = if byte(text, third.end) == b'T' { time_tail(text, third.end) } else { third.end };
        Item { classes: DIGITS, value: pack_date(year, month, day, doubtful), ..blank(at, end) }
    })
}

/// Where the `T` of `2025-03-20T14:30` is followed by a time, it goes on as an item of its own.
const fn time_tail(_text: &str, end: usize) -> usize {
    end + 1
}

const fn expand(two: i32) -> i32 {
    if two < 70 { 2000 + two } else { 1900 + two }
}

/// Month first as in the United States, unless the dots or the sizes say otherwise.
const fn by_size(mark: u8, first: i32, second: i32, year: i32) -> (i32, i32, i32, bool) {
    if mark == b'.' || first > 12 { (year, second, first, false) } else { (year, first, second, second <= 12 && first != second) }
}

/// "Q3", "H1", "FY25", "FY2025", "3Q" is read elsewhere.
pub(super) fn code(letters: &[u8], digits: &[u8]) -> Option<(Classes, i32)> {
    let value = std::str::from_utf8(digits).ok()?.parse::<i32>().ok()?;
    match (letters, digits.len()) {
        (b"Q" | b"q", 1) if (1..=4).contains(&value) => Some((QUARTER, value)),
        (b"H", 1) if (1..=2).contains(&value) => Some((QUARTER, 10 + value)),
        (b"FY" | b"CY", 2) => Some((FISCAL, expand(value))),
        (b"FY" | b"CY" | b"AD", 4) if (1000..3000).contains(&value) => Some((FISCAL, value)),
        (b"AD", 2..=3) => Some((FISCAL, value)),
        _ => None,
    }
}
