//! Text -> lines with their places, and which of their ends are only the wrapping of a longer paragraph.

use crate::model::Span;
use std::ops::RangeInclusive;

/// A line with words in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its words, without surrounding white space.
    pub(super) span: Span,
    /// Whether a blank line or the start of the text stands before it.
    pub(super) after_blank: bool,
}

/// The width, in characters, of a text that counts as wrapped by hand or machine: editors wrap at 72 to 100.
const WRAP_WIDTHS: RangeInclusive<usize> = 40..=120;

/// Every line with words in it, from byte `from` on. It ends with LF, CRLF, CR, or a Unicode line or paragraph separator.
pub(super) fn lines(text: &str, from: usize) -> Vec<Line> {
    let mut found = Vec::new();
    let (mut start, mut after_blank) = (from, true);
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let end = rest.find(is_line_end).unwrap_or(rest.len());
        let words = rest[..end].trim();
        let lead = rest[..end].len() - rest[..end].trim_start().len();
        let span = Span::of(text, start + lead..start + lead + words.len());
        found.extend(span.map(|span| Line { span, after_blank }));
        after_blank = span.is_none();
        let line_end = if rest[end..].starts_with("\r\n") { 2 } else { rest[end..].chars().next().map_or(0, char::len_utf8) };
        start += end + line_end;
    }
    found
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The width in characters at which this text is wrapped, or `None` if each of its lines is a paragraph of its own.
///
/// Whoever wraps a text breaks a line only when the next word no longer fits. So a text is wrapped if that holds for
/// most of its line ends inside paragraphs, and most of those lines end in the middle of a sentence.
pub(super) fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let width = lines.iter().map(|line| line.span.text(text).chars().count()).max().filter(|width| WRAP_WIDTHS.contains(width))?;
    let inner: Vec<_> = lines.windows(2).filter(|pair| !pair[1].after_blank).collect();
    let full: Vec<_> = inner.iter().filter(|pair| is_full(text, pair[0], pair[1], width)).collect();
    let broken_off = full.iter().filter(|pair| !ends_sentence(pair[0].span.text(text))).count();
    let wrapped = !full.is_empty() && full.len() * 3 >= inner.len() * 2 && broken_off * 2 >= full.len();
    wrapped.then_some(width)
}

/// Whether the first word of `next` no longer fitted on `line`.
pub(super) fn is_full(text: &str, line: Line, next: Line, width: usize) -> bool {
    let word = next.span.text(text).split_whitespace().next().unwrap_or_default();
    line.span.text(text).chars().count() + 1 + word.chars().count() > width
}

/// Whether a text ends like a sentence: with a full stop, a question or exclamation mark, quotation marks aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end().trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '*', '_']);
    bare.ends_with(['.', '!', '?', '…', ';', ':', ',', '。', '！', '？'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&str, bool)> {
        lines(text, 0).into_iter().map(|line| (line.span.text(text), line.after_blank)).collect()
    }

    #[test]
    fn every_kind_of_line_end_counts() {
        assert_eq!(words("a\nb\r\nc\rd\u{2028}e"), [("a", true), ("b", false), ("c", false), ("d", false), ("e", false)]);
        assert_eq!(words(" a \r\n\r\n\tb\u{A0}\n \n\n c"), [("a", true), ("b", true), ("c", true)]);
        assert_eq!(words("\n \r\n"), []);
    }

    #[test]
    fn a_wrapped_text_is_told_from_one_line_per_paragraph() {
        let wrapped = "The ministers of nine countries met in Paris on\nTuesday to discuss the plan, which had been drawn\nup last week. They agreed on little.\n\nOn Wednesday the talks went on in Brussels, where\nthe foreign ministers meet.\n";
        assert_eq!(wrap_width(wrapped, &lines(wrapped, 0)), Some(49));
        let short = "The ministers met in Paris.\nThey agreed on little there.\nTalks go on.\n";
        assert_eq!(wrap_width(short, &lines(short, 0)), None);
        let apart = "The ministers met in Paris.\n\nThey agreed on little there.\n";
        assert_eq!(wrap_width(apart, &lines(apart, 0)), None);
    }
}
