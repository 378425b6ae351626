//! Text -> title, headings, paragraphs and metadata, each with its place.
//!
//! In plain text a heading is known by its looks: a short line that does not end like a sentence and stands before a
//! paragraph. Markdown marks its headings.

use super::date_line::{DateLine, date_line};
use super::dateline::{Dateline, dateline};
use super::front_matter::{FrontMatter, front_matter};
use super::head::{HEAD_PIECES, Head, head};
use super::line_looks::{is_heading, is_title, may_be_second_title};
use super::lines::{is_full, lines, wrap_width};
use super::markdown;
use crate::model::{Block, BlockKind, Span};

/// The parts of a text and what its head says about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Structure {
    /// In order, without overlap.
    pub(super) blocks: Vec<Block>,
    /// Front matter of Markdown.
    pub(super) front: FrontMatter,
    /// The date line at the top.
    pub(super) date_line: Option<DateLine>,
    /// The line at the top that says when the text was last changed.
    pub(super) changed: Option<DateLine>,
    /// The dateline of an agency.
    pub(super) dateline: Option<Dateline>,
}

impl Structure {
    /// Takes note of a date line, and of the day of the last change that it may name as well.
    pub(super) fn note(&mut self, line: DateLine) {
        if line.change {
            self.changed = Some(line);
        } else {
            self.date_line = Some(line);
        }
        let changed = line.changed_on.map(|(words, date)| DateLine { words, date, change: true, changed_on: None, ..line });
        self.changed = self.changed.or(changed);
    }
}

/// A line, or the lines of one paragraph, before it is known what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its words.
    pub(super) span: Span,
    /// Whether the markup says that it is a heading.
    pub(super) heading: bool,
    /// Whether the markup says that it is none: an item of a list, a line of a table.
    pub(super) body: bool,
}

/// How the text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// `.txt`
    Plain,
    /// `.md`, `CommonMark` as far as news needs it.
    Markdown,
}

/// More short lines than this one after the other are a list, not headings.
const MOST_HEADINGS_IN_A_ROW: usize = 3;

/// The parts of the text of a web page, whose markup tells headings from paragraphs.
pub(super) fn page_structure(text: &str, pieces: &[Piece]) -> Structure {
    parts(text, pieces, Structure::default())
}

/// Finds the parts of `text`.
pub(super) fn structure(text: &str, markup: Markup) -> Structure {
    let front = if markup == Markup::Markdown { front_matter(text) } else { FrontMatter::default() };
    let mut found = Structure { front, ..Structure::default() };
    found.blocks.extend(found.front.whole.map(|span| Block { span, kind: BlockKind::Metadata }));
    let mut from = found.front.end;
    if let Some(line) = date_line(text, from) {
        found.note(line);
        found.blocks.push(Block { span: line.whole, kind: BlockKind::Metadata });
        from = line.whole.end();
    }
    let pieces = match markup {
        Markup::Plain => plain_pieces(text, from),
        Markup::Markdown => markdown::pieces(text, from),
    };
    parts(text, &pieces, found)
}

/// What the pieces are, and the dateline in front of the first paragraph.
fn parts(text: &str, pieces: &[Piece], mut found: Structure) -> Structure {
    let kinds = kinds(text, pieces, &mut found);
    for (piece, kind) in pieces.iter().zip(kinds) {
        let mut span = piece.span;
        let is_lead = kind == BlockKind::Paragraph && found.blocks.iter().all(|block| block.kind != BlockKind::Paragraph);
        // "SANTIAGO, Aug. 12, 2024 /Newsline/ -- Workers walk out": a wire may put it in front of the title.
        let signed = |line: &Dateline| line.agency.is_some() && line.date.is_some();
        // Below a second title: "Talks in Geneva / They go on / GENEVA, March 19, 2021 /Newsline/. Ministers met".
        let near = found.dateline.is_none() && found.blocks.len() < HEAD_PIECES;
        let whole = |line: &Dateline| is_lead || (kind == BlockKind::Title || near) && signed(line);
        if let Some(line) = dateline(text, span.start()).filter(|line| whole(line) && span.contains(line.whole)) {
            found.blocks.push(Block { span: line.whole, kind: BlockKind::Metadata });
            for block in found.blocks.iter_mut().filter(|block| block.kind == BlockKind::Paragraph && may_be_second_title(text, block.span))
            {
                block.kind = BlockKind::Heading;
            }
            let rest = &text[line.whole.end()..span.end()];
            let start = span.end() - rest.trim_start().len();
            found.dateline = Some(line);
            match Span::of(text, start..span.end()) {
                Some(words) => span = words,
                // The dateline stands on a line of its own.
                None => continue,
            }
        }
        found.blocks.push(Block { span, kind });
    }
    found
}

/// One piece per line; the lines of a wrapped paragraph together.
fn plain_pieces(text: &str, from: usize) -> Vec<Piece> {
    let lines = lines(text, from);
    let width = wrap_width(text, &lines);
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let marked = markdown::marked_heading(text, line.span);
        let previous = at.checked_sub(1).map(|before| lines[before]);
        let joins = previous.zip(width).is_some_and(|(previous, width)| !line.after_blank && is_full(text, previous, *line, width));
        let body = is_list_item(line.span.text(text));
        match pieces.last_mut() {
            Some(last) if joins && marked.is_none() && !body && !last.heading => last.span = last.span.cover(line.span),
            _ => pieces.push(Piece { span: marked.unwrap_or(line.span), heading: marked.is_some(), body }),
        }
    }
    pieces
}

/// Whether a line begins like an item of a list.
pub(super) fn is_list_item(line: &str) -> bool {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = number.len() < line.len() && line.len() - number.len() <= 3 && (number.starts_with(". ") || number.starts_with(") "));
    numbered || ["- ", "* ", "+ ", "• ", "· ", "– ", "— ", "▪ ", "◦ "].iter().any(|mark| line.starts_with(mark))
}

/// What each piece is. Notes a date line that stands below the title.
fn kinds(text: &str, pieces: &[Piece], found: &mut Structure) -> Vec<BlockKind> {
    let Head { mut kinds, length } = head(text, pieces, found);
    let is_open = |at: usize, kinds: &[BlockKind]| kinds[at] == BlockKind::Paragraph;
    let Some(first) = (0..pieces.len()).find(|at| is_open(*at, &kinds)) else { return kinds };
    let mut at = first;
    if first + 1 < pieces.len() && is_title(text, pieces[first]) {
        kinds[first] = BlockKind::Title;
        at += 1;
    }
    // What stands between the title and who wrote it when is a second title.
    let signed = (at..pieces.len().min(length)).rev().find(|at| kinds[*at] == BlockKind::Metadata).unwrap_or(at);
    for second in at..signed {
        if is_open(second, &kinds) && may_be_second_title(text, pieces[second].span) {
            kinds[second] = BlockKind::Heading;
        }
    }
    while at < pieces.len() {
        if pieces[at].heading {
            kinds[at] = BlockKind::Heading;
        }
        let run = (at..pieces.len()).take_while(|at| is_open(*at, &kinds) && is_heading(text, pieces[*at])).count();
        let before_paragraph = pieces.get(at + run).is_some_and(|piece| !piece.heading);
        if (1..=MOST_HEADINGS_IN_A_ROW).contains(&run) && before_paragraph {
            kinds[at..at + run].fill(BlockKind::Heading);
        }
        at += run.max(1);
    }
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::{Heading, Metadata, Paragraph, Title};

    fn check(markup: Markup, text: &str, wanted: &[(BlockKind, &str)]) {
        let found = structure(text, markup);
        let blocks: Vec<_> = found.blocks.iter().map(|block| (block.kind, block.span.text(text))).collect();
        assert_eq!(blocks, wanted);
    }

    #[test]
    fn a_dateline_on_its_own_line_is_no_heading() {
        check(
            Markup::Plain,
            "Talks in Geneva\n\nGENEVA, March 19, 2021\n\nMinisters met on Monday.",
            &[(Title, "Talks in Geneva"), (Metadata, "GENEVA, March 19, 2021"), (Paragraph, "Ministers met on Monday.")],
        );
    }

    #[test]
    fn the_date_may_stand_below_the_text() {
        let text = "Talks in Geneva\n\nMinisters met on Monday.\n\n(Published: 2021-03-19 15:21)";
        let found = structure(text, Markup::Plain);
        assert_eq!(found.date_line.map(|line| line.date.to_string()).as_deref(), Some("2021-03-19"));
        assert_eq!(found.blocks.last().map(|block| block.kind), Some(Metadata));
    }

    #[test]
    fn the_name_of_the_paper_is_no_title() {
        for name in ["THE HARBOUR POST\nREPORT ON BUSINESS", "HBP English\nNews | Elections", "THE STAR, Kenya"] {
            let text = format!(
                "{name}\n\nMinisters agree on border deal\n\nBy Ann Roe\n19 March 2021\n\nMinisters met on Monday.\n\nThey will meet again."
            );
            let found = structure(&text, Markup::Plain);
            let title = found.blocks.iter().find(|block| block.kind == Title).map(|block| block.span.text(&text));
            assert_eq!(title, Some("Ministers agree on border deal"), "{name}");
        }
        let text = "TALKS COLLAPSE IN GENEVA\n\nBy Ann Roe\n19 March 2021\n\nMinisters met on Monday.\n\nThey left.";
        assert_eq!(structure(text, Markup::Plain).blocks[0].kind, Title);
    }

    #[test]
    fn a_second_title_stands_above_the_dateline_or_the_date() {
        check(
            Markup::Plain,
            "Talks in Geneva\n\nAnn Roe recalled that nobody from either of the two delegations had met since 2019\n\nGENEVA, March 19, 2021. /TASS/. Ministers met.",
            &[
                (Title, "Talks in Geneva"),
                (Heading, "Ann Roe recalled that nobody from either of the two delegations had met since 2019"),
                (Metadata, "GENEVA, March 19, 2021. /TASS/."),
                (Paragraph, "Ministers met."),
            ],
        );
        check(
            Markup::Plain,
            "Talks in Geneva\n\nMinistry says that the note which the other side sent to them is null and void\n\nAnn Roe | 19.03.2021 - Update : 19.03.2021\n\nGENEVA\n\nMinisters met.",
            &[
                (Title, "Talks in Geneva"),
                (Heading, "Ministry says that the note which the other side sent to them is null and void"),
                (Metadata, "Ann Roe | 19.03.2021 - Update : 19.03.2021"),
                (Metadata, "GENEVA"),
                (Paragraph, "Ministers met."),
            ],
        );
    }

    #[test]
    fn a_dateline_may_stand_in_front_of_the_title() {
        check(
            Markup::Plain,
            "SANTIAGO, Chile, Aug. 12, 2024 /Newsline/ -- Workers walk out at mine\n\nWorkers went on strike on Monday.",
            &[
                (Metadata, "SANTIAGO, Chile, Aug. 12, 2024 /Newsline/ --"),
                (Title, "Workers walk out at mine"),
                (Paragraph, "Workers went on strike on Monday."),
            ],
        );
    }

    #[test]
    fn names_above_the_date_and_pages_below_it_are_no_title_where_one_follows() {
        check(
            Markup::Plain,
            "Valley Courier\n14 February 2025\nNews, page 5\n\nLibraries reprieved as council sets budget\n\nThe council met.",
            &[
                (Metadata, "Valley Courier"),
                (Metadata, "14 February 2025"),
                (Metadata, "News, page 5"),
                (Title, "Libraries reprieved as council sets budget"),
                (Paragraph, "The council met."),
            ],
        );
        check(
            Markup::Plain,
            "Kyiv Under Fire\n14 February 2025\n\nDrones flew on Friday.",
            &[(Title, "Kyiv Under Fire"), (Metadata, "14 February 2025"), (Paragraph, "Drones flew on Friday.")],
        );
    }

    #[test]
    fn labels_and_mastheads_in_capitals_are_no_title() {
        check(
            Markup::Plain,
            "published: 2020-09-28T06:15:00Z\nsection: world/americas\nslug: vote-night\n\nBoth claim victory\n\nBoth men cheered.",
            &[
                (Metadata, "published: 2020-09-28T06:15:00Z"),
                (Metadata, "section: world/americas"),
                (Metadata, "slug: vote-night"),
                (Title, "Both claim victory"),
                (Paragraph, "Both men cheered."),
            ],
        );
        check(
            Markup::Plain,
            "SPACE & SCIENCE DIGEST\n12 October 2022\n\nLander loses a thruster\n\nControllers saw it.",
            &[
                (Metadata, "SPACE & SCIENCE DIGEST"),
                (Metadata, "12 October 2022"),
                (Title, "Lander loses a thruster"),
                (Paragraph, "Controllers saw it."),
            ],
        );
    }

    #[test]
    fn headings_stand_between_paragraphs() {
        check(
            Markup::Plain,
            "Talks in Paris\nMinisters met on Monday.\n\nWhat next\n\nThey meet again.\nShare this",
            &[
                (Title, "Talks in Paris"),
                (Paragraph, "Ministers met on Monday."),
                (Heading, "What next"),
                (Paragraph, "They meet again."),
                (Paragraph, "Share this"),
            ],
        );
    }

    #[test]
    fn a_lead_with_a_full_stop_is_no_title() {
        check(Markup::Plain, "The Kremlin warned.\nIt said so.", &[(Paragraph, "The Kremlin warned."), (Paragraph, "It said so.")]);
        check(Markup::Plain, "One line", &[(Paragraph, "One line")]);
        check(Markup::Plain, "Will they meet?\nNobody knows.", &[(Title, "Will they meet?"), (Paragraph, "Nobody knows.")]);
    }

    #[test]
    fn metadata_in_front_is_cut_off_the_sentence() {
        check(
            Markup::Plain,
            " date 2025-05-23 MOSCOW, May 23. /TASS/. Russia warned.\r\n\r\nMore.",
            &[(Metadata, "date 2025-05-23"), (Metadata, "MOSCOW, May 23. /TASS/."), (Paragraph, "Russia warned."), (Paragraph, "More.")],
        );
        check(
            Markup::Plain,
            "Drones over Kyiv\nBy Jane Doe\n23 May 2025\n\nKYIV, Ukraine (AP) — Drones flew.",
            &[
                (Title, "Drones over Kyiv"),
                (Metadata, "By Jane Doe"),
                (Metadata, "23 May 2025"),
                (Metadata, "KYIV, Ukraine (AP) —"),
                (Paragraph, "Drones flew."),
            ],
        );
    }

    #[test]
    fn a_list_is_no_run_of_headings() {
        let list = "Home\nWorld\nPolitics\nSport\nMore";
        check(
            Markup::Plain,
            &format!("It began.\n{list}\nIt ended."),
            &[
                (Paragraph, "It began."),
                (Paragraph, "Home"),
                (Paragraph, "World"),
                (Paragraph, "Politics"),
                (Paragraph, "Sport"),
                (Paragraph, "More"),
                (Paragraph, "It ended."),
            ],
        );
        check(
            Markup::Plain,
            "It began.\n- Talks\nIt ended.",
            &[(Paragraph, "It began."), (Paragraph, "- Talks"), (Paragraph, "It ended.")],
        );
    }

    #[test]
    fn the_lines_of_a_wrapped_paragraph_are_one_block() {
        check(
            Markup::Plain,
            "Talks in Paris\n\nThe ministers of nine countries met in Paris on\nTuesday to discuss the plan, which had been drawn\nup last week.\n\nNo deal\n\nThey agreed on little, and the talks went on\nuntil midnight.",
            &[
                (Title, "Talks in Paris"),
                (
                    Paragraph,
                    "The ministers of nine countries met in Paris on\nTuesday to discuss the plan, which had been drawn\nup last week.",
                ),
                (Heading, "No deal"),
                (Paragraph, "They agreed on little, and the talks went on\nuntil midnight."),
            ],
        );
    }

    #[test]
    fn markdown_marks_its_headings() {
        check(
            Markup::Markdown,
            "---\ntitle: T\n---\n# Talks *in* Paris #\n\nMinisters met\non Monday.\n\n## What next?\n\n- They meet\n  again.\n\nResults\n-------\nNone.\n\n***\n> Quoted\n> words.\n",
            &[
                (Metadata, "---\ntitle: T\n---"),
                (Title, "Talks *in* Paris"),
                (Paragraph, "Ministers met\non Monday."),
                (Heading, "What next?"),
                (Paragraph, "They meet\n  again."),
                (Heading, "Results"),
                (Paragraph, "None."),
                (Paragraph, "Quoted\n> words."),
            ],
        );
    }
}
