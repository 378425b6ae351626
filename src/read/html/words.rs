//! The words of a part of a page as plain text: paragraphs and headings with empty lines between them.

use super::dom::{Dom, Step};
use super::main_text::may_tell;
use crate::model::Span;
use crate::read::structure::Piece;

/// Elements that begin a line of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// A text with its parts.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
}

/// Collects the words of one paragraph.
#[derive(Default)]
struct Line {
    words: String,
    linked: usize,
    space: bool,
    breaks: usize,
}

impl Words {
    /// Adds a paragraph or heading, unless it has no words or only repeats the title.
    pub(super) fn push(&mut self, words: &str, heading: bool) {
        let words = words.trim();
        let title = self.pieces.first().map(|piece| piece.span.text(&self.text));
        if words.is_empty() || title == Some(words) {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(words);
        self.pieces.extend(Span::of(&self.text, start..self.text.len()).map(|span| Piece { span, heading, body: !heading }));
    }

    /// Adds the words of a part of the page, without those of `except`, which stand there already.
    pub(super) fn read(&mut self, dom: &Dom, part: usize, except: Option<usize>) {
        let (mut line, mut heading, mut links) = (Line::default(), false, 0_usize);
        for step in dom.steps(part, |node| Some(node) != except && (node == part || may_tell(dom, node))) {
            let (Step::Enter(node) | Step::Leave(node)) = step;
            let (name, enters) = (dom.name(node), matches!(step, Step::Enter(_)));
            if BLOCKS.contains(&name) {
                self.end_line(&mut line, heading);
                heading = if is_heading(name) { enters } else { heading };
            }
            match name {
                "a" => links = if enters { links + 1 } else { links.saturating_sub(1) },
                // One break goes on in the paragraph, two begin a new one; a short line that ends like none is one of its own.
                "br" if enters => {
                    line.breaks += 1;
                    line.space = true;
                    if line.breaks == 2 || line.is_short() {
                        self.end_line(&mut line, heading);
                    }
                }
                _ => {}
            }
            if let Some(words) = dom.words(node).filter(|_| enters) {
                line.add(words, links > 0);
            }
        }
        self.end_line(&mut line, heading);
    }

    fn end_line(&mut self, line: &mut Line, heading: bool) {
        let line = std::mem::take(line);
        let letters = line.words.chars().count();
        // "Read more: ...": a line that is little but a link leads away from the article.
        let leads_away =
            line.linked * 5 > letters * 4 && letters < 200 && !line.words.trim_end().ends_with(['.', '!', '?', '"', '\u{201d}']);
        if heading || !leads_away {
            self.push(&line.words, heading);
        }
    }
}

/// Characters of a line that may be a heading or a byline.
const SHORT: usize = 60;

impl Line {
    fn is_short(&self) -> bool {
        let words = self.words.trim();
        words.chars().count() < SHORT && words.chars().last().is_some_and(char::is_alphanumeric)
    }

    /// Adds words with single spaces between them.
    fn add(&mut self, words: &str, linked: bool) {
        for c in words.chars() {
            if c.is_whitespace() && c != '\u{a0}' || c == '\u{200b}' {
                self.space = true;
                continue;
            }
            if std::mem::take(&mut self.space) && !self.words.is_empty() {
                self.words.push(' ');
            }
            self.breaks = 0;
            // Soft hyphens are advice to a typesetter, no letters.
            if c != '\u{ad}' {
                self.words.push(if c == '\u{a0}' { ' ' } else { c });
                self.linked += usize::from(linked);
            }
        }
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}
