//! Where in a text a word stands: in speech, in the content of a statement, under a condition, in a heading.

use super::arguments::is_finite;
use super::interview::Interview;
use super::quotation::Quotations;
use crate::event::dating::anchor::Anchored;
use crate::event::dating::sections::Sections;
use crate::event::lexicon::{Class, lexicon};
use crate::language::{Dep, EntityLabel, Syntax, Tag};
use crate::model::{Article, BlockKind, Kind};

/// An article's parts as the rules ask for them.
pub(crate) struct Page<'p, 'a> {
    /// The article.
    pub article: &'p Article,
    /// Its tree.
    pub syntax: &'p Syntax<'a>,
    /// Its quotations.
    pub quotations: Quotations,
    /// What of it is an interview.
    pub interview: Interview,
    /// What of it stands under a date.
    pub sections: Sections,
    /// Whether it tells of what was years ago.
    pub looks_back: bool,
    /// Whether it is about an election.
    pub of_election: bool,
}

/// A verb's lemma, joined with its particle or preposition if the lexicon knows the pair.
pub(crate) fn verb_entry(syntax: &Syntax, verb: usize) -> Option<(Kind, Class)> {
    let lexicon = lexicon();
    let lemma = syntax.lemma(verb).to_lowercase();
    for child in syntax.by(verb, &[Dep::Prt, Dep::Prep, Dep::Advmod, Dep::Agent]) {
        // "fired him on Monday" is not "fired on".
        let dates =
            |object: usize| syntax.entity(object).is_some_and(|entity| matches!(entity.label, EntityLabel::Date | EntityLabel::Time));
        if syntax.object_of(child).is_some_and(dates) {
            continue;
        }
        if let Some(entry) = lexicon.verb(&format!("{lemma}_{}", syntax.lower(child))) {
            return Some(entry);
        }
    }
    // "called for the governor to be suspended": the preposition opens a clause.
    let opens = |clause: usize| syntax.by(clause, &[Dep::Mark]).find_map(|mark| lexicon.verb(&format!("{lemma}_{}", syntax.lower(mark))));
    if let Some(entry) = syntax.by(verb, &[Dep::Ccomp, Dep::Advcl, Dep::Xcomp]).find_map(opens) {
        return Some(entry);
    }
    if lexicon.is("naming", &lemma) && names_it(syntax, verb) {
        return Some((Kind::Statement, Class::Speech));
    }
    lexicon.verb(&lemma)
}

/// "called the ruling a blow", "called the plan “unacceptable”", "was called illegal": said of it.
fn names_it(syntax: &Syntax, verb: usize) -> bool {
    let in_quotes = |object: usize| syntax.phrase(object).any(|mark| mark > verb && matches!(syntax.word(mark), "\"" | "“" | "‘"));
    syntax.first(verb, &[Dep::Oprd]).is_some() || syntax.by(verb, &[Dep::Dobj]).any(in_quotes)
}

/// Whether a verb is one of saying.
pub(crate) fn is_speech(syntax: &Syntax, verb: usize) -> bool {
    syntax.is_verb(verb) && matches!(verb_entry(syntax, verb), Some((_, Class::Speech)))
}

impl Page<'_, '_> {
    /// The verb of saying in whose content a token stands ("said THAT ..."), if any.
    pub(crate) fn content_of(&self, token: usize) -> Option<usize> {
        let syntax = self.syntax;
        let mut at = token;
        for _ in 0..60 {
            let head = syntax.head(at)?;
            let content = matches!(syntax.dep(at), Dep::Ccomp | Dep::Xcomp | Dep::Csubj | Dep::Csubjpass) || (syntax.dep(at) == Dep::Pcomp);
            // "X did Y, officials said": the news itself, with its source behind it.
            let attributed = syntax.dep(at) == Dep::Ccomp && at < head && syntax.phrase(at).end <= head && is_finite(syntax, at);
            if attributed && is_speech(syntax, head) && !self.quoted(at) {
                return None;
            }
            if content && syntax.dep(at) != Dep::Pcomp && is_speech(syntax, head) {
                return Some(head);
            }
            if matches!(syntax.dep(at), Dep::Pcomp) && syntax.head(head).is_some_and(|verb| is_speech(syntax, verb)) {
                return syntax.head(head);
            }
            // "the view that ...", "a statement to the effect that ..."
            if syntax.dep(at) == Dep::Acl && syntax.is_noun(head) && is_finite(syntax, at) && syntax.first(at, &[Dep::Mark]).is_some() {
                return Some(head);
            }
            at = head;
        }
        None
    }

    /// Whether a token stands in direct speech.
    pub(crate) fn quoted(&self, token: usize) -> bool {
        self.quotations.speech(token).is_some()
    }

    /// What kind of block a token stands in.
    ///
    /// A heading of several words that ends with a full stop is read as running text.
    pub(crate) fn block(&self, token: usize) -> BlockKind {
        let span = self.syntax.token(token).span;
        let Some(block) = self.article.blocks.get(self.block_number(token)).filter(|block| block.span.overlaps(span)) else {
            return BlockKind::Paragraph;
        };
        let words = block.span.text(self.syntax.text);
        let sentence = words.ends_with(['.', '!', '?', '"', '”']) && words.split_whitespace().count() > 6;
        if sentence && block.kind != BlockKind::Metadata { BlockKind::Paragraph } else { block.kind }
    }

    /// The number of the block a token stands in.
    pub(crate) fn block_number(&self, token: usize) -> usize {
        let span = self.syntax.token(token).span;
        self.article.blocks.partition_point(|block| block.span.end() <= span.start())
    }

    /// The date under which a token stands in a chronology.
    pub(crate) fn section(&self, token: usize) -> Option<&Anchored> {
        self.sections.at(self.syntax.token(token).span.start())
    }

    /// Whether a clause tells a habit or a general truth: "has always fought", "often".
    pub(crate) fn habitual(&self, verb: usize) -> bool {
        self.syntax.by(verb, &[Dep::Advmod, Dep::Npadvmod]).any(|child| lexicon().is("habit-adverb", self.syntax.lower(child)))
    }

    /// Whether a verb is in the simple present (or its passive): told of states and habits, seldom of events.
    pub(crate) fn simple_present(&self, verb: usize) -> bool {
        let syntax = self.syntax;
        let mut auxiliaries = syntax.by(verb, &[Dep::Aux, Dep::Auxpass]).peekable();
        match syntax.tag(verb) {
            Tag::Vbz | Tag::Vbp => true,
            Tag::Vbn => auxiliaries.peek().is_some() && auxiliaries.all(|aux| lexicon().is("present-be", syntax.lower(aux))),
            Tag::Vb => auxiliaries.peek().is_some() && auxiliaries.all(|aux| matches!(syntax.lower(aux), "do" | "does")),
            _ => false,
        }
    }

    /// Whether a verb is in the progressive present: "are expressing".
    pub(crate) fn progressive(&self, verb: usize) -> bool {
        self.syntax.tag(verb) == Tag::Vbg && self.syntax.by(verb, &[Dep::Aux]).any(|aux| lexicon().is("present-be", self.syntax.lower(aux)))
    }

    /// Whether a verb is denied for all time: "its panel never met".
    pub(crate) fn never(&self, verb: usize) -> bool {
        self.syntax.by(verb, &[Dep::Neg]).any(|negation| self.syntax.lower(negation) == "never")
    }

    /// Whether a verb has "had" before it: earlier than what is told.
    pub(crate) fn past_perfect(&self, verb: usize) -> bool {
        self.syntax.by(verb, &[Dep::Aux]).any(|aux| matches!(self.syntax.lower(aux), "had" | "'d")) && self.syntax.tag(verb) == Tag::Vbn
    }
}
