//! What of the first lines is metadata: dates, bylines, datelines, the names of papers and sections above the title.

use super::date_line::{DateLine, date_line, is_introduced};
use super::dated_part::dated_part;
use super::dateline::dateline;
use super::head_line::{Place, head_line, names_only};
use super::line_looks::{has_desk_mark, is_byline, is_desk_line, is_label, is_page, is_place_line, is_title};
use super::lines::ends_sentence;
use super::standing_line::{is_breadcrumb, is_standing};
use super::structure::{Piece, Structure};
use crate::model::BlockKind;

/// Metadata stands in the first lines or nowhere: in so many, or in all above the first paragraph.
pub(super) const HEAD_PIECES: usize = 6;
/// The longest head above the first paragraph, in lines: some list what is new below the title.
const LONGEST_HEAD: usize = 14;
/// The shortest first paragraph, in words.
const SHORTEST_PARAGRAPH: usize = 14;
/// The longest name of a paper or section above the date, in words.
const LONGEST_RUNNING_HEAD: usize = 3;
/// The same, all in capitals: "SPACE & SCIENCE DIGEST".
const LONGEST_SHOUTED_HEAD: usize = 5;
/// The shortest title below a masthead, in words: a shorter one may be a second name.
const SHORTEST_TITLE: usize = 5;

/// What the head of a text says of its pieces.
pub(super) struct Head {
    /// Metadata where it is some; all else may be a paragraph, for all that is known here.
    pub(super) kinds: Vec<BlockKind>,
    /// How many pieces the head has.
    pub(super) length: usize,
}

/// Finds the metadata of a text, and notes what it says.
pub(super) fn head(text: &str, pieces: &[Piece], found: &mut Structure) -> Head {
    let mut kinds = vec![BlockKind::Paragraph; pieces.len()];
    let length = head_length(text, pieces);
    for (at, piece) in pieces.iter().enumerate().take(length) {
        let line = date_line(text, piece.span.start()).filter(|line| line.whole == piece.span);
        let place = |line: &DateLine| if line.change { found.changed } else { found.date_line };
        if let Some(line) = line.filter(|line| place(line).is_none()) {
            found.note(line);
            kinds[at] = BlockKind::Metadata;
        } else if let Some(line) = dateline(text, piece.span.start()).filter(|line| line.whole == piece.span && found.dateline.is_none()) {
            found.dateline = Some(line);
            kinds[at] = BlockKind::Metadata;
        } else if let Some(line) =
            head_line(text, piece.span, place_of_line(text, pieces, at)).filter(|line| place(line).is_none() && at + 1 < pieces.len())
        {
            found.note(line);
            kinds[at] = BlockKind::Metadata;
        } else if (is_byline(text, piece.span) || is_label(piece.span.text(text)) || is_breadcrumb(piece.span.text(text)))
            && at + 1 < pieces.len()
        {
            kinds[at] = BlockKind::Metadata;
        }
    }
    let undated = |found: &Structure| found.date_line.is_none() && found.changed.is_none();
    if undated(found) && found.dateline.as_ref().is_none_or(|line| line.date.is_none()) {
        let part = line_with_date(text, pieces, length, &kinds);
        note(found, &mut kinds, part);
    }
    if undated(found) {
        note(found, &mut kinds, date_below(text, pieces));
    }
    let dates = found.date_line.into_iter().chain(found.changed).map(|line| line.whole);
    let dates = dates.chain(found.dateline.as_ref().map(|line| line.whole));
    if let Some(dated) = dates.filter_map(|whole| pieces.iter().position(|piece| piece.span == whole)).min() {
        running_heads(text, pieces, dated, &mut kinds);
    }
    standing_lines(text, pieces, length, &mut kinds);
    Head { kinds, length }
}

fn note(found: &mut Structure, kinds: &mut [BlockKind], line: Option<(usize, DateLine)>) {
    if let Some((at, line)) = line {
        found.note(line);
        kinds[at] = BlockKind::Metadata;
    }
}

/// How many pieces the head may have.
fn head_length(text: &str, pieces: &[Piece]) -> usize {
    let is_prose = |piece: &Piece| {
        let words = piece.span.text(text);
        !piece.body && !piece.heading && ends_sentence(words) && words.split_whitespace().count() >= SHORTEST_PARAGRAPH
    };
    let above = pieces.iter().take(LONGEST_HEAD).position(is_prose).unwrap_or(0);
    above.max(HEAD_PIECES)
}

/// "Posted on 24 March 2026 by Ann | 31 comments": the first line of the head one part of which is a date. The first of all may be the title.
fn line_with_date(text: &str, pieces: &[Piece], length: usize, kinds: &[BlockKind]) -> Option<(usize, DateLine)> {
    let open = |at: &usize| kinds[*at] == BlockKind::Paragraph && !pieces[*at].heading;
    let no_title = |at: &usize| *at > 0 || place_of_line(text, pieces, *at) == Place::AboveTitle;
    let mut lines = (0..length.min(pieces.len().saturating_sub(1))).filter(open).filter(no_title);
    lines.find_map(|at| dated_part(text, pieces[at].span).map(|line| (at, line)))
}

/// "(Published: 2025-11-06 15:21)" as the last line.
fn date_below(text: &str, pieces: &[Piece]) -> Option<(usize, DateLine)> {
    let last = pieces.len().checked_sub(1).filter(|last| *last > 0)?;
    let line = pieces[last].span;
    is_introduced(line.text(text)).then(|| head_line(text, line, Place::Below)).flatten().map(|line| (last, line))
}

/// Whether a line may be the title.
fn place_of_line(text: &str, pieces: &[Piece], at: usize) -> Place {
    let titled = || pieces.len() > at + 2 && is_title(text, pieces[at + 1]) && !is_byline(text, pieces[at + 1].span);
    match at {
        0 if titled() => Place::AboveTitle,
        0 => Place::First,
        _ => Place::Below,
    }
}

/// "THE GLOBE AND MAIL", "The Gulf Ledger / MUSCAT DESK", "EXPLAINER / News | Disputes" above what can only be the title: not the title.
fn standing_lines(text: &str, pieces: &[Piece], length: usize, kinds: &mut [BlockKind]) {
    let words = |at: usize| pieces[at].span.text(text);
    let open = |at: &usize| kinds[*at] == BlockKind::Paragraph;
    let told = |at: &usize| {
        let words = words(*at);
        let said = words.split_whitespace().count() >= SHORTEST_TITLE
            && !has_desk_mark(words)
            && !(names_only(words, false) && is_standing(words));
        said && is_title(text, pieces[*at]) && *at + 1 < pieces.len()
    };
    let above: Vec<usize> =
        (0..length.min(pieces.len())).filter(open).take_while(|at| !pieces[*at].heading && is_standing(words(*at))).collect();
    let next = above.last().and_then(|last| (last + 1..length.min(pieces.len())).find(open));
    if next.is_some_and(|next| told(&next)) {
        for at in above {
            kinds[at] = BlockKind::Metadata;
        }
    }
}

/// The name of a paper or section above the date, and the page below it, are no title where one follows: "COMPANIES & MARKETS",
/// "News, page 5".
fn running_heads(text: &str, pieces: &[Piece], dated: usize, kinds: &mut [BlockKind]) {
    let mut next = dated;
    while next < pieces.len().min(HEAD_PIECES)
        && (kinds[next] == BlockKind::Metadata
            || is_page(pieces[next].span.text(text))
            || is_desk_line(pieces[next].span.text(text))
            || next > dated && dated > 0 && is_place_line(pieces[next].span.text(text)))
    {
        kinds[next] = BlockKind::Metadata;
        next += 1;
    }
    let is_name = |piece: &Piece| {
        let words = piece.span.text(text);
        let shouted = !words.contains(char::is_lowercase);
        let longest = if shouted { LONGEST_SHOUTED_HEAD } else { LONGEST_RUNNING_HEAD };
        !piece.heading && words.split_whitespace().count() <= longest && !ends_sentence(words) && names_only(words, false)
    };
    let titled = next + 1 < pieces.len() && is_title(text, pieces[next]);
    // A byline stands below the title.
    let above = (0..dated).all(|at| is_breadcrumb(pieces[at].span.text(text)) || kinds[at] == BlockKind::Paragraph && is_name(&pieces[at]));
    if titled && above {
        kinds[..dated].fill(BlockKind::Metadata);
    }
}
