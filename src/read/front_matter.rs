//! The metadata in front of a Markdown file: `key: value` lines between two lines `---`.

use crate::model::Span;

/// What the front matter says about the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// All of it, with the lines of dashes.
    pub(super) whole: Option<Span>,
    /// The first byte after it.
    pub(super) end: usize,
    /// `title:`
    pub(super) title: Option<Span>,
    /// `date:` or `published:`
    pub(super) date: Option<Span>,
    /// `publisher:`, `source:` or `site:`
    pub(super) publisher: Option<Span>,
    /// `url:` or `link:`
    pub(super) url: Option<Span>,
}

/// Front matter longer than this is none.
const MOST_LINES: usize = 100;

/// The front matter at the top of `text`; with nothing in it if there is none.
pub(super) fn front_matter(text: &str) -> FrontMatter {
    parse(text).unwrap_or_default()
}

fn parse(text: &str) -> Option<FrontMatter> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let mut found = FrontMatter { end: first.len(), ..FrontMatter::default() };
    for line in lines.take(MOST_LINES) {
        let start = found.end;
        found.end += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            found.whole = Span::of(text, 0..start + line.trim_end().len());
            return Some(found);
        }
        let continues = line.trim().is_empty() || line.starts_with([' ', '\t', '-', '#']);
        let Some((key, value)) = line.split_once(':') else {
            if continues {
                continue;
            }
            return None;
        };
        let lead = value.len() - value.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')).len();
        let words = value.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
        let at = start + key.len() + 1 + lead;
        let span = Span::of(text, at..at + words.len());
        match key.to_ascii_lowercase().as_str() {
            "title" => found.title = span,
            "date" | "published" | "pubdate" | "date_published" => found.date = found.date.or(span),
            "publisher" | "source" | "site" | "sitename" => found.publisher = found.publisher.or(span),
            "url" | "link" => found.url = found.url.or(span),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_matter_are_found_in_place() {
        let text = "---\r\ntitle: \"Talks: day two\"\r\ndate: 2025-05-23\r\ntags:\r\n  - war\r\nsource: AP\r\n---\r\nText";
        let found = front_matter(text);
        let words = |span: Option<Span>| span.map(|span| span.text(text));
        assert_eq!(words(found.title), Some("Talks: day two"));
        assert_eq!(words(found.date), Some("2025-05-23"));
        assert_eq!(words(found.publisher), Some("AP"));
        assert_eq!(&text[found.end..], "Text");
        assert!(words(found.whole).is_some_and(|whole| whole.ends_with("AP\r\n---")));
    }

    #[test]
    fn other_dashes_are_no_front_matter() {
        for text in ["", "---\nText without end", "---\nA sentence.\n---\n", "Text\n---\n", "--- title\n---\n"] {
            assert_eq!(front_matter(text), FrontMatter::default(), "{text}");
        }
    }
}
