//! Markdown -> pieces: headings, paragraphs, items of lists. As much of `CommonMark` as news articles use; emphasis and
//! links stay in the text, because a quotation shows the words of the file.

use super::lines::{Line, lines};
use super::structure::{Piece, is_list_item};
use crate::model::Span;

/// The parts of the text from byte `from` on. Consecutive lines are one paragraph.
pub(super) fn pieces(text: &str, from: usize) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open = false;
    for line in lines(text, from) {
        let words = line.span.text(text);
        let underlines = open && !line.after_blank && is_underline(words);
        if underlines && let Some(last) = pieces.last_mut().filter(|last| !last.body) {
            last.heading = true;
            open = false;
        } else if is_mark_only(words) {
            open = false;
        } else if let Some(span) = marked_heading(text, line.span).or_else(|| bold_line(text, line)) {
            pieces.push(Piece { span, heading: true, body: false });
            open = false;
        } else {
            let (span, starts) = without_mark(text, line.span);
            let continues = open && !line.after_blank && !starts;
            match pieces.last_mut() {
                Some(last) if continues => last.span = last.span.cover(line.span),
                _ => pieces.push(Piece { span, heading: false, body: starts }),
            }
            open = true;
        }
    }
    pieces
}

/// The words of a heading `## Words ##`, without the marks.
pub(super) fn marked_heading(text: &str, line: Span) -> Option<Span> {
    let words = line.text(text);
    let inner = words.trim_start_matches('#');
    let level = words.len() - inner.len();
    let spaced = (1..=6).contains(&level) && inner.starts_with([' ', '\t']);
    let trimmed = inner.trim_start();
    let start = line.end() - trimmed.len();
    let bare = trimmed.trim_end_matches('#');
    let closed = bare.is_empty() || bare.ends_with([' ', '\t']);
    let kept = if closed { bare.trim_end() } else { trimmed };
    if spaced { Span::of(text, start..start + kept.len()) } else { None }
}

/// The words of a line that is bold from end to end: writers use it as a heading.
fn bold_line(text: &str, line: Line) -> Option<Span> {
    let words = line.span.text(text);
    let mark = ["**", "__"].into_iter().find(|mark| words.starts_with(mark))?;
    let inner = words.strip_prefix(mark)?.strip_suffix(mark)?;
    let whole = line.after_blank && !inner.contains(mark) && inner.chars().any(char::is_alphanumeric) && !inner.ends_with('.');
    let start = line.span.start() + mark.len();
    if whole { Span::of(text, start..start + inner.len()) } else { None }
}

/// `===` or `---` under a line makes it a heading.
fn is_underline(words: &str) -> bool {
    words.chars().all(|c| c == '=') || words.chars().all(|c| c == '-')
}

/// Lines that hold no words of the article: rules, code fences, comments, pictures, definitions of links.
fn is_mark_only(words: &str) -> bool {
    let compact: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let rule = compact.len() >= 3 && ['-', '*', '_'].iter().any(|mark| compact.chars().all(|c| c == *mark));
    let underline = compact.chars().all(|c| c == '=');
    let fence = words.starts_with("```") || words.starts_with("~~~");
    let comment = words.starts_with("<!--") && words.ends_with("-->");
    let picture = words.starts_with("![") && words.ends_with(')');
    let definition = words.starts_with('[') && words.contains("]: ") && !words.starts_with("[^");
    rule || underline || fence || comment || picture || definition || compact.chars().all(|c| matches!(c, '|' | '-' | ':'))
}

/// The line without the marks of a quotation or of a list item, and whether it starts a part of its own.
fn without_mark(text: &str, line: Span) -> (Span, bool) {
    let mut words = line.text(text);
    while let Some(inner) = words.strip_prefix('>') {
        words = inner.trim_start();
    }
    let item = is_list_item(words);
    if item {
        words = words.split_once(' ').map_or(words, |(_, rest)| rest.trim_start());
    }
    let span = Span::of(text, line.end() - words.len()..line.end()).unwrap_or(line);
    (span, item || words.starts_with('|'))
}
