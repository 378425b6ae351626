//! The dates that are headings of a chronology: alone on their line, or in front of what was then.

use super::recognise::Candidate;
use crate::model::Span;
use crate::time::meaning::{Date, Meaning, Part};

/// So many dates make a chronology.
const FEWEST: usize = 2;
/// What stands between a date and what was then.
const BEHIND: [&str; 6] = [":", "\u{2013}", "\u{2014}", " \u{2013}", " \u{2014}", " - "];

/// The places, among the candidates, of the days that are headings; none if there is only one.
pub(super) fn headings(text: &str, candidates: &[Candidate]) -> Vec<usize> {
    let is_day = |meaning: &Meaning| matches!(meaning, Meaning::Date(Date { part: Part::Day(..), .. }));
    let days = (0..candidates.len()).filter(|at| is_day(&candidates[*at].phrase.meaning));
    let found: Vec<usize> = days.filter(|at| is_heading(text, candidates, *at)).collect();
    if found.len() < FEWEST { Vec::new() } else { found }
}

fn is_heading(text: &str, candidates: &[Candidate], at: usize) -> bool {
    let span = candidates[at].span;
    let before = text[..span.start()].rsplit(['\n', '\r']).next().unwrap_or_default();
    let line = text[span.end()..].split(['\n', '\r']).next().unwrap_or_default();
    // "June 3–7": the end of a range is a part of the heading.
    let end = candidates.get(at + 1).map(|next| next.span).filter(|next| next.end() <= span.end() + line.len());
    let end = end.filter(|next| text[span.end()..next.start()].chars().all(|c| !c.is_alphanumeric())).map_or(span.end(), Span::end);
    let behind = text[end..span.end() + line.len()].trim_start_matches(['*', '_']);
    let is_mark = |words: &str| words.chars().all(|c| !c.is_alphanumeric());
    // "BERLIN, 22 May": nothing but marks in front.
    is_mark(before) && (is_mark(behind) || BEHIND.iter().any(|mark| behind.starts_with(mark)))
}

#[cfg(test)]
mod tests {
    use crate::language::Analysis;
    use crate::model::{ArticleId, DateSource, Published};

    fn value(text: &str, published: &str, words: &str) -> String {
        let published = Published { date: published.parse().unwrap(), source: DateSource::User, span: None, note: None };
        let found = crate::time::find(ArticleId::of(text), text, &Analysis::default(), Some(&published));
        let found: Vec<_> = found.into_iter().map(|time| (time.quote.span.text(text).to_owned(), time.value)).collect();
        found.iter().find(|(told, _)| told == words).unwrap_or_else(|| panic!("{words} is not in {found:?}")).1.clone()
    }

    #[test]
    fn under_a_day_the_text_counts_from_it() {
        let text = "Timeline\n\nMay 22\nThe court accuses Roe of treason. The assembly strips him of his seat the same evening.\n\nMay 24\nShortly \
                    after midnight, Roe knocks at the door. Two days later he asks for asylum.\n\nJune 3: Water is cut off.";
        let value = |words: &str| value(text, "2019-08-30", words);
        assert_eq!(value("May 22"), "2019-05-22");
        assert_eq!(value("the same evening"), "2019-05-22TEV");
        assert_eq!(value("Two days later"), "2019-05-26");
        assert_eq!(value("June 3"), "2019-06-03");
    }
}
