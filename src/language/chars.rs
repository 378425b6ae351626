//! Sets of characters, and the few predicates of characters that the model was trained with.

use serde::Deserialize;

/// A set of characters: a bit mask for ASCII and sorted ranges of code points.
#[derive(Debug, Clone)]
pub(super) struct CharSet {
    ascii: u128,
    ranges: Box<[(u32, u32)]>,
}

impl CharSet {
    /// A set from sorted inclusive ranges that do not overlap.
    pub(super) fn new(ranges: &[(u32, u32)]) -> Self {
        let ascii = (0..128).filter(|&code| in_ranges(ranges, code)).fold(0, |mask, code| mask | 1 << code);
        Self { ascii, ranges: ranges.into() }
    }

    /// Whether the set holds a character.
    pub(super) fn contains(&self, char: char) -> bool {
        let code = u32::from(char);
        if code < 128 { self.ascii >> code & 1 == 1 } else { in_ranges(&self.ranges, code) }
    }

    /// Whether every character of a text is in the set; false for an empty text.
    pub(super) fn contains_all(&self, text: &str) -> bool {
        !text.is_empty() && text.chars().all(|char| self.contains(char))
    }
}

fn in_ranges(ranges: &[(u32, u32)], code: u32) -> bool {
    let after = ranges.partition_point(|range| range.0 <= code);
    after > 0 && code <= ranges[after - 1].1
}

/// Numbers of the sets that stand for whole classes of characters.
#[derive(Debug, Deserialize)]
pub(super) struct ClassIds {
    pub(super) alphabetic: usize,
    pub(super) digit: usize,
    pub(super) space: usize,
    pub(super) alpha_lower: usize,
}

/// Letters, digits and white space in the sense of the model's training (general category L, digits of any script,
/// and white space with the information separators), and the lower-case letters that may end a host name.
#[derive(Debug)]
pub(super) struct Classes {
    pub(super) alphabetic: CharSet,
    pub(super) digit: CharSet,
    pub(super) space: CharSet,
    pub(super) alpha_lower: CharSet,
}
