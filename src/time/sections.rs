//! The sections of a chronology: what stands under a line that is nothing but a date, or behind a date at the start of a line.

use crate::language::lines;
use crate::model::Span;
use std::ops::Range;

/// So many dates make a chronology; a single one may be anything.
const FEWEST: usize = 2;
/// What stands between a date and what was then: "May 22: ...", "22 May – ...".
const BEHIND: [&str; 6] = [":", "\u{2013}", "\u{2014}", "- ", "--", "|"];
/// The longest line that ends a section as a heading without a date, in words.
const LONGEST_HEADING: usize = 8;
/// The shortest line, in bytes, that a wrapped text may go on from; shorter ones end where their paragraph does.
const SHORTEST_WRAPPED: usize = 40;

/// A part of a text that stands under a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Section {
    /// The expressions that are the date, by their places among those given: two in "June 3–7".
    pub(crate) date: Range<usize>,
    /// The bytes of the text that stand under it, the date itself among them.
    pub(crate) bytes: Range<usize>,
}

/// Finds the dated sections of a text, in order; none if there is only one.
///
/// `spans` are those of its time expressions in order of place, `is_date` tells which of them may be the date of a section. Takes time
/// linear in the length of the text.
pub(crate) fn sections(text: &str, spans: &[Span], is_date: impl Fn(usize) -> bool) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    let mut open = false;
    // Whether the line before is a date and nothing else.
    let mut below = false;
    let mut before: Option<Line> = None;
    let mut lines = filled(text).peekable();
    let mut next = 0;
    while let Some(line) = lines.next() {
        while spans.get(next).is_some_and(|span| span.start() < line.start) {
            next += 1;
        }
        let goes_on = before.as_ref().is_some_and(|before| before.is_broken_off(&line));
        let dated = dated_by(&line, &spans[next..]).filter(|_| is_date(next) && !goes_on);
        // What stands right below the date is a heading of its section.
        let ends = open && !below && line.is_heading() && lines.peek().is_some_and(|next| !next.is_heading());
        if let Some(last) = found.last_mut().filter(|_| open && (dated.is_some() || ends)) {
            last.bytes.end = line.start;
            open = false;
        }
        below = dated.is_some_and(|dated| dated.alone);
        if let Some(dated) = dated {
            found.push(Section { date: next..next + dated.parts, bytes: line.start..text.len() });
            open = true;
        }
        before = Some(line);
    }
    if found.len() < FEWEST { Vec::new() } else { found }
}

/// The date that a line is, or begins with.
#[derive(Clone, Copy)]
struct Dated {
    /// So many expressions tell it.
    parts: usize,
    /// Whether the line is nothing else.
    alone: bool,
}

/// The date that a line is, or begins with. `spans` are those from the line on.
fn dated_by(line: &Line, spans: &[Span]) -> Option<Dated> {
    let within = |from: usize, to: usize| line.words.get(from.checked_sub(line.start)?..to.checked_sub(line.start)?);
    let first = spans.first()?;
    // "BERLIN, 22 May": nothing but marks in front.
    if !within(line.start, first.start()).is_some_and(is_mark) {
        return None;
    }
    // "Monday, May 22", "June 3–7": the parts of one date follow each other.
    let parts = spans.windows(2).take_while(|pair| within(pair[0].end(), pair[1].start()).is_some_and(is_mark)).count() + 1;
    let behind = within(spans[parts - 1].end(), line.start + line.words.len())?.trim_start_matches(['*', '_', ' ']);
    let alone = is_mark(behind);
    (alone || BEHIND.iter().any(|mark| behind.starts_with(mark))).then_some(Dated { parts, alone })
}

/// Whether there are no words.
fn is_mark(words: &str) -> bool {
    words.chars().all(|c| !c.is_alphanumeric())
}

/// A line that holds more than blanks.
struct Line<'t> {
    start: usize,
    /// Without what ends it.
    words: &'t str,
    after_blank: bool,
}

fn filled(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut end = 0;
    lines(text).filter_map(move |range| {
        let words = text[range.clone()].trim_end();
        if words.is_empty() {
            return None;
        }
        let between = &text[end..range.start];
        let after_blank = between != "\r\n" && between.chars().nth(1).is_some();
        end = range.end;
        Some(Line { start: range.start, words, after_blank })
    })
}

impl Line<'_> {
    /// Whether it may be a heading: marked as one, or short and no sentence.
    fn is_heading(&self) -> bool {
        let capital = self.words.trim_start_matches(['*', '_', '"', '\u{201c}']).starts_with(char::is_uppercase);
        let sentence = self.words.ends_with(|c: char| !c.is_alphanumeric());
        self.words.starts_with('#') || capital && !sentence && self.words.split_whitespace().nth(LONGEST_HEADING).is_none()
    }

    /// Whether the next line goes on with its sentence.
    fn is_broken_off(&self, next: &Self) -> bool {
        !next.after_blank && self.words.len() >= SHORTEST_WRAPPED && self.words.ends_with(|c: char| c.is_alphanumeric() || c == ',')
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Analysis;
    use crate::model::{ArticleId, DateSource, Published, TimeExpression};

    fn times(text: &str) -> Vec<TimeExpression> {
        let published = Published { date: "2019-08-30".parse().unwrap(), source: DateSource::User, span: None, note: None };
        crate::time::find(ArticleId::of(text), text, &Analysis::default(), Some(&published))
    }

    fn value(text: &str, words: &str) -> String {
        let found: Vec<_> = times(text).into_iter().map(|time| (time.quote.span.text(text).to_owned(), time.value)).collect();
        found.iter().find(|(told, _)| told == words).unwrap_or_else(|| panic!("{words} is not in {found:?}")).1.clone()
    }

    /// Where each section begins and ends.
    fn found(text: &str) -> Vec<(&str, &str)> {
        let spans: Vec<Span> = times(text).iter().map(|time| time.quote.span).collect();
        let words = |section: &Section| {
            let words = text[section.bytes.clone()].trim();
            (words.split_whitespace().next().unwrap(), words.split_whitespace().last().unwrap())
        };
        sections(text, &spans, |_| true).iter().map(words).collect()
    }

    #[test]
    fn a_section_ends_at_the_next_date_or_heading() {
        let text = "How it came about\n\n1 May: It began.\r\n\r\n2 May\r\nMayor arrested\r\nThe police came early.\rNothing was said.\n\nWhat comes next\n\nNobody knows.";
        assert_eq!(found(text), [("1", "began."), ("2", "said.")]);
        assert_eq!(
            found("*May 1* | It began.\n- June 3\u{2013}7 \u{2013} It went on.\n# June 9\nIt ended."),
            [("*May", "began."), ("-", "on."), ("#", "ended.")]
        );
    }

    #[test]
    fn a_date_inside_a_paragraph_or_a_single_one_begins_no_section() {
        assert_eq!(found("1 May: It began. 2 May: It ended."), []);
        assert_eq!(found("BERLIN, 1 May: It began.\nThey left on 2 May: nobody knew why."), []);
        assert_eq!(found("1 May: The ministers of all the member states agreed to meet again on\n2 May\u{2014}in Rome."), []);
    }

    #[test]
    fn under_a_day_the_text_counts_from_it() {
        let text = "Timeline\n\nMay 22\nThe court accuses Roe of treason. The assembly strips him of his seat the same evening.\n\nMay 24\nShortly \
                    after midnight, Roe knocks at the door. Two days later he asks for asylum.\n\nJune 3: Water is cut off.\n\nReactions\n\nThe \
                    minister will speak in the evening.";
        assert_eq!(value(text, "May 22"), "2019-05-22");
        assert_eq!(value(text, "the same evening"), "2019-05-22TEV");
        assert_eq!(value(text, "Two days later"), "2019-05-26");
        assert_eq!(value(text, "June 3"), "2019-06-03");
        assert_eq!(value(text, "the evening"), "2019-08-30TEV");
    }
}
