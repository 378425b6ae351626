//! Cuts a text into lines, each of which is analysed by itself: a heading without a full stop would otherwise become
//! part of the sentence after it.

use std::ops::Range;

/// Whether a character ends a line (the mandatory breaks of Unicode's line breaking algorithm, UAX 14).
fn ends_line(char: char) -> bool {
    matches!(char, '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Byte ranges of the lines of a text that are not empty, without the characters that end them.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split(ends_line).filter_map(move |line| {
        let range = start..start + line.len();
        start = range.end + text[range.end..].chars().next().map_or(0, char::len_utf8);
        (!range.is_empty()).then_some(range)
    })
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn lines_end_at_every_kind_of_break() {
        let text = "Über\r\nb\n\n c\u{2028}d\u{85}";
        let found: Vec<&str> = lines(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["Über", "b", " c", "d"]);
        assert_eq!(lines("").count() + lines("\n\n").count(), 0);
    }
}
