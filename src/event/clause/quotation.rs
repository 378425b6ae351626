//! Words in quotation marks: which tokens stand in direct speech, and who speaks.

use crate::language::{Dep, Pos, Syntax};
use crate::model::{Article, BlockKind, Span};

/// One passage in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The passage with its marks.
    pub span: Span,
    /// Whether it is speech: a clause, not just a word held at arm's length.
    pub speech: bool,
    /// The verb that attributes it, if found.
    pub verb: Option<usize>,
}

/// The quotations of an article and the quotation of each token.
#[derive(Debug, Default)]
pub(crate) struct Quotations {
    /// In order.
    pub all: Vec<Quotation>,
    of: Vec<Option<u32>>,
}

impl Quotations {
    /// Pairs the marks of each paragraph. A paragraph that opens a quotation and does not close it carries it on to the next one that opens with a mark.
    pub(crate) fn find(article: &Article, syntax: &Syntax, is_speech_verb: impl Fn(usize) -> bool) -> Self {
        let mut all = Vec::new();
        let mut carried: Option<char> = None;
        for block in article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
            let text = block.span.text(syntax.text);
            carried = pair(text, block.span.start(), carried, &mut all);
        }
        let mut out =
            Self { all: all.into_iter().map(|span| Quotation { span, speech: false, verb: None }).collect(), of: vec![None; syntax.len()] };
        out.assign(syntax);
        out.attribute(syntax, is_speech_verb);
        out
    }

    /// The quotation that a token stands in, if it is speech.
    pub(crate) fn speech(&self, token: usize) -> Option<&Quotation> {
        let number = self.of.get(token).copied().flatten()?;
        self.all.get(number as usize).filter(|quotation| quotation.speech)
    }

    fn assign(&mut self, syntax: &Syntax) {
        for (number, quotation) in (0_u32..).zip(&mut self.all) {
            let first = syntax.analysis.tokens.partition_point(|token| token.span.start() < quotation.span.start());
            let inside: Vec<usize> =
                (first..syntax.len()).take_while(|index| syntax.token(*index).span.end() <= quotation.span.end()).collect();
            let clause = inside.iter().any(|index| {
                syntax.is_verb(*index) && syntax.by(*index, &[Dep::Nsubj, Dep::Nsubjpass]).any(|subject| inside.contains(&subject))
            });
            let words = inside.iter().filter(|index| syntax.pos(**index) != Pos::Punct).count();
            quotation.speech = clause || words > 7;
            for index in inside {
                self.of[index] = Some(number);
            }
        }
    }

    /// The verb of saying nearest outside: same sentence, then the sentence that leads in with a colon, then the previous quotation's.
    fn attribute(&mut self, syntax: &Syntax, is_speech_verb: impl Fn(usize) -> bool) {
        let mut last: Option<usize> = None;
        for number in 0..self.all.len() {
            let span = self.all[number].span;
            let tokens = &syntax.analysis.tokens;
            let first = tokens.partition_point(|token| token.span.start() < span.start());
            let after = tokens.partition_point(|token| token.span.start() < span.end());
            let near = |index: &usize| self.of[*index].is_none() && is_speech_verb(*index);
            let forward =
                (after..tokens.len().min(after + 12)).take_while(|index| !matches!(syntax.word(*index), "." | "!" | "?")).find(near);
            let backward =
                (first.saturating_sub(14)..first).rev().take_while(|index| !matches!(syntax.word(*index), "." | "!" | "?")).find(near);
            let verb = backward
                .filter(|_| first > 0 && matches!(syntax.word(first - 1), ":" | ","))
                .or(forward)
                .or(backward)
                .or(last.filter(|verb| syntax.sentence_of(*verb) + 4 > syntax.sentence_of(first.min(tokens.len().saturating_sub(1)))));
            self.all[number].verb = verb;
            if self.all[number].speech {
                last = verb.or(last);
            }
        }
    }
}

fn pair(text: &str, base: usize, carried: Option<char>, out: &mut Vec<Span>) -> Option<char> {
    let mut open: Option<(usize, char)> = None;
    let mut first = true;
    for (at, c) in text.char_indices() {
        let before = text[..at].chars().next_back();
        let after = text[at + c.len_utf8()..].chars().next();
        let starts =
            before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '—' | '–' | '-')) && after.is_some_and(|c| !c.is_whitespace());
        match (open, c) {
            (None, '“' | '„' | '«') => open = Some((at, c)),
            (None, '`') if text[at..].starts_with("``") => open = Some((at, '`')),
            (Some((start, '`')), '\'') if text[at..].starts_with("''") => {
                out.extend(Span::new(base + start, base + at + 2));
                open = None;
            }
            (None, '"') => open = Some((at, '"')),
            (None, '‘' | '\'') if starts && !text[at..].starts_with("''") && closes_later(&text[at + c.len_utf8()..]) => {
                open = Some((at, '‘'));
            }
            (Some((start, '“' | '„' | '«')), '”' | '»') | (Some((start, '"')), '"') => {
                out.extend(Span::new(base + start, base + at + c.len_utf8()));
                open = None;
            }
            (Some((start, '‘')), '’' | '\'') if after.is_none_or(|c| !c.is_alphanumeric()) => {
                out.extend(Span::new(base + start, base + at + c.len_utf8()));
                open = None;
            }
            // A paragraph that ends what an earlier one opened.
            (None, '”') if first && carried.is_some() => out.extend(Span::new(base, base + at + c.len_utf8())),
            _ => {}
        }
        first &= c.is_whitespace() || open.is_none();
    }
    let (start, mark) = open?;
    // Left open: speech up to the end if the paragraph began with it or the mark is directed; a stray straight mark is ignored.
    if matches!(mark, '“' | '`') || start == 0 {
        out.extend(Span::new(base + start, base + text.len()));
        return Some(mark);
    }
    None
}

/// Whether a single mark is a quotation mark: it closes after a letter or stop, before a space or the end.
fn closes_later(rest: &str) -> bool {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if matches!(c, '’' | '\'') && at > 0 && chars.peek().is_none_or(|(_, next)| !next.is_alphanumeric()) && !rest[..at].ends_with('s')
        {
            return true;
        }
    }
    false
}
