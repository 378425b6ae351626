//! A piece of a text: where it starts and where it ends.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A byte range of one text: `start` inclusive, `end` exclusive.
///
/// Never empty. Made by [`Span::of`] it lies inside its text and on character boundaries, so that slicing with it
/// cannot fail. What leaves the program counts code points instead: see [`CodePoints`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span of `range` in `text`, or `None` if it is empty, too long, or not on character boundaries of `text`.
    pub fn of(text: &str, range: Range<usize>) -> Option<Self> {
        let fits = range.start < range.end && text.is_char_boundary(range.start) && text.is_char_boundary(range.end);
        if fits { Self::new(range.start, range.end) } else { None }
    }

    /// A span that the caller knows to lie on character boundaries. `None` if it is empty or beyond 4 GiB.
    pub fn new(start: usize, end: usize) -> Option<Self> {
        let (start, end) = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
        (start < end).then_some(Self { start, end })
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last one.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// As a range of bytes, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes; at least 1.
    #[expect(clippy::len_without_is_empty, reason = "a span is never empty")]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// The words themselves; empty if the span does not belong to this text.
    pub fn text(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl TryFrom<(u32, u32)> for Span {
    type Error = &'static str;

    fn try_from((start, end): (u32, u32)) -> Result<Self, Self::Error> {
        Self::new(start as usize, end as usize).ok_or("a span must not be empty")
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

/// Turns byte offsets of one text into code points and back, as the files that leave the program count them.
///
/// Keeps one entry per 64 bytes, so a look-up reads at most 64 bytes of the text.
pub struct CodePoints<'a> {
    text: &'a str,
    before: Vec<u32>,
}

const STRIDE: usize = 64;

impl<'a> CodePoints<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0_u32;
        for (at, byte) in text.bytes().enumerate() {
            if at % STRIDE == 0 {
                before.push(count);
            }
            count += u32::from(starts_char(byte));
        }
        if text.len().is_multiple_of(STRIDE) {
            before.push(count);
        }
        Self { text, before }
    }

    /// The number of code points before the byte offset `at`, which is cut to the length of the text.
    pub fn from_byte(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let block = at / STRIDE;
        let rest = &self.text.as_bytes()[block * STRIDE..at];
        self.before[block] as usize + rest.iter().filter(|byte| starts_char(**byte)).count()
    }

    /// The byte offset of code point number `at`, or the length of the text if there are fewer.
    pub fn to_byte(&self, at: usize) -> usize {
        let block = self.before.partition_point(|count| *count as usize <= at).saturating_sub(1);
        let mut left = at - self.before[block] as usize;
        for (offset, byte) in self.text.bytes().enumerate().skip(block * STRIDE) {
            if starts_char(byte) {
                if left == 0 {
                    return offset;
                }
                left -= 1;
            }
        }
        self.text.len()
    }

    /// A span as `start..end` in code points.
    pub fn range(&self, span: Span) -> Range<usize> {
        self.from_byte(span.start())..self.from_byte(span.end())
    }
}

const fn starts_char(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_must_lie_on_character_boundaries() {
        assert_eq!(Span::of("Kyïv", 0..2).map(|s| s.text("Kyïv")), Some("Ky"));
        assert_eq!(Span::of("Kyïv", 0..3), None);
        assert_eq!(Span::of("Kyïv", 2..2), None);
        assert_eq!(Span::of("Kyïv", 2..9), None);
    }

    #[test]
    fn code_points_count_characters_not_bytes() {
        let text = "Київ and 東京 ".repeat(20);
        let points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.from_byte(byte), count);
            assert_eq!(points.to_byte(count), byte);
        }
        assert_eq!(points.from_byte(text.len()), text.chars().count());
        assert_eq!(points.to_byte(text.chars().count()), text.len());
    }

    #[test]
    fn an_empty_text_has_an_end() {
        assert_eq!(CodePoints::new("").from_byte(0), 0);
        assert_eq!(CodePoints::new("").to_byte(0), 0);
    }
}
