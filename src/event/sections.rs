//! The sections of a chronology: what stands under a line that holds nothing but a date, or behind a date at the start of a paragraph,
//! was then.

use super::anchor::Anchored;
use crate::model::{Article, Block, BlockKind, Edtf, Precision, TimeExpression};

/// So many dates make a chronology; a single one may be anything.
const FEWEST: usize = 2;
/// What stands between a date and what was then: "May 22: ...", "22 May – ...".
const BEHIND: [&str; 5] = [":", "\u{2013}", "\u{2014}", " -", "|"];

/// For each block of an article the date under which it stands.
#[derive(Default)]
pub(crate) struct Sections {
    /// By block: index into `dates`.
    blocks: Vec<Option<usize>>,
    dates: Vec<Anchored>,
}

impl Sections {
    /// Finds the dated sections of an article.
    pub(crate) fn find(article: &Article, times: &[TimeExpression]) -> Self {
        let mut found = Self { blocks: vec![None; article.blocks.len()], dates: Vec::new() };
        let mut open = None;
        for (number, block) in article.blocks.iter().enumerate() {
            match block.kind {
                BlockKind::Title | BlockKind::Metadata => continue,
                BlockKind::Heading | BlockKind::Paragraph => {}
            }
            match dated_by(&article.text, block, times) {
                Some(date) => {
                    open = Some(found.dates.len());
                    found.dates.push(date);
                }
                None if block.kind == BlockKind::Heading => open = None,
                None => {}
            }
            found.blocks[number] = open;
        }
        if found.dates.len() < FEWEST {
            found.blocks.fill(None);
        }
        found
    }

    /// The date under which a block stands.
    pub(crate) fn of(&self, block: usize) -> Option<&Anchored> {
        self.blocks.get(block).copied().flatten().map(|at| &self.dates[at])
    }
}

/// The date that a block is, or opens with: "May 22", "June 3–7", "22 May: Ministers met".
fn dated_by(text: &str, block: &Block, times: &[TimeExpression]) -> Option<Anchored> {
    let first = times.partition_point(|time| time.quote.span.start() < block.span.start());
    let inside: Vec<&TimeExpression> = times[first..].iter().take_while(|time| time.quote.span.end() <= block.span.end()).collect();
    let opening = inside.first()?;
    // "Monday, May 22", "June 3–7": the parts of one date follow each other.
    let is_mark = |words: &str| words.chars().all(|c| !c.is_alphanumeric());
    let mut last = *opening;
    for time in &inside[1..] {
        if !is_mark(&text[last.quote.span.end()..time.quote.span.start()]) {
            break;
        }
        last = time;
    }
    let before = &text[block.span.start()..opening.quote.span.start()];
    let behind = &text[last.quote.span.end()..block.span.end()];
    let labels =
        BEHIND.iter().any(|mark| behind.trim_start_matches(['*', '_']).starts_with(mark) || behind.starts_with(&format!(" {mark}")));
    let known = opening.when.edtf != Edtf::Unknown && (Precision::Day..=Precision::Month).contains(&opening.when.precision());
    let ranged = matches!(opening.when.edtf, Edtf::Interval { .. });
    ((known || ranged) && is_mark(before) && (labels || is_mark(behind)))
        .then(|| Anchored { when: opening.when.clone(), span: opening.quote.span.cover(last.quote.span) })
}
