//! The state at home: whose army "the army" is where the text does not say, found once for an article.

use crate::actor::article_actors::Names;
use crate::actor::lexicon::lexicon;
use crate::actor::local_actor::LocalActor;
use crate::language::Syntax;
use crate::model::{ActorKind, Article, Block, BlockKind};

/// So far into the text the town of a dateline may stand, in bytes.
const DATELINE: usize = 24;

/// Among so many names of an article its dateline is looked for.
const OPENING: usize = 12;

/// How often the state that an article is about is named at least, and how many times as often as any other.
const MAIN: (usize, usize) = (3, 2);

/// The states at home in an article.
pub(in crate::actor) struct Home {
    /// Of the whole article.
    article: Option<usize>,
    /// Of the section in which a block stands, by block.
    sections: Vec<Option<usize>>,
}

impl Home {
    /// Looks at headings, dateline, first paragraph, and at all names.
    pub(in crate::actor) fn find(article: &Article, syntax: &Syntax, names: &Names, actors: &[LocalActor]) -> Self {
        let states = States { article, syntax, names, actors };
        Self { article: states.of_article(), sections: states.of_sections() }
    }

    /// The state at home where a block stands.
    pub(in crate::actor) fn of(&self, block: usize) -> Option<usize> {
        self.sections.get(block).copied().flatten().or(self.article)
    }
}

/// What is asked for them.
struct States<'s> {
    article: &'s Article,
    syntax: &'s Syntax<'s>,
    names: &'s Names<'s>,
    actors: &'s [LocalActor],
}

impl States<'_> {
    fn of_article(&self) -> Option<usize> {
        let lead = self.article.blocks.iter().find(|block| block.kind == BlockKind::Paragraph)?;
        if let Some(state) = self.in_metadata().or_else(|| self.in_dateline()) {
            return Some(state);
        }
        // The only one that the title and the first paragraph tell of; if they tell of none, of all.
        match self.named_in(0..lead.span.end()).as_slice() {
            [] => self.lone().or_else(|| self.main()),
            [state] => Some(*state),
            _ => None,
        }
    }

    /// "3. Peru: talks on hold": the only state that the heading of a section names, where other headings name other states.
    fn of_sections(&self) -> Vec<Option<usize>> {
        let mut told = Vec::new();
        let mut open = None;
        let mut sections = Vec::with_capacity(self.article.blocks.len());
        for block in &self.article.blocks {
            if block.kind == BlockKind::Heading {
                open = self.only_state_in(block);
                told.extend(open);
            }
            sections.push(open);
        }
        told.sort_unstable();
        told.dedup();
        if told.len() < 2 {
            sections.fill(None);
        }
        sections
    }

    fn only_state_in(&self, block: &Block) -> Option<usize> {
        match self.named_in(block.span.range()).as_slice() {
            [state] => Some(*state),
            _ => None,
        }
    }

    /// The states named in a part of the text.
    fn named_in(&self, part: std::ops::Range<usize>) -> Vec<usize> {
        let inside = |actor: &usize| self.actors[*actor].spans.iter().any(|span| part.contains(&span.start()));
        self.all().filter(inside).collect()
    }

    fn all(&self) -> impl Iterator<Item = usize> {
        (0..self.actors.len()).filter(|actor| self.actors[*actor].kind == ActorKind::Country)
    }

    /// "LIMA, Peru (Agency) — ": the state that a dateline in front of the text names behind its town.
    fn in_metadata(&self) -> Option<usize> {
        let blocks = self.article.blocks.iter().filter(|block| block.kind == BlockKind::Metadata);
        let mut parts = blocks.filter_map(|block| self.article.text.get(block.span.range())).flat_map(|line| line.split(',').skip(1));
        parts.find_map(|part| {
            let words = part.split(|c: char| !c.is_alphabetic() && c != ' ').next()?.trim();
            let (known, _) = lexicon().find(words).filter(|(known, _)| known.kind == ActorKind::Country)?;
            self.all().find(|actor| self.actors[*actor].name == known.name)
        })
    }

    /// "LIMA, Peru — The government": the state that stands before the dash at the head of a paragraph.
    fn in_dateline(&self) -> Option<usize> {
        let syntax = self.syntax;
        let mut named = self.names.named.iter().zip(self.names.of).take(OPENING);
        named.find_map(|(named, actor)| {
            let (from, end) = (named.tokens.start, named.tokens.end);
            let dash = end < syntax.len() && matches!(syntax.word(end), "—" | "–" | "-" | "--");
            let town = from.checked_sub(2).filter(|_| syntax.word(from - 1) == ",")?;
            let at = syntax.token(town).span.start();
            let begin = self.article.blocks.get(self.article.blocks.partition_point(|block| block.span.end() <= at))?.span.start();
            actor.filter(|_| dash && at < begin + DATELINE && named.kind == ActorKind::Country)
        })
    }

    /// The only state that the whole article tells of.
    fn lone(&self) -> Option<usize> {
        let mut states = self.all().filter(|actor| !self.actors[*actor].spans.is_empty());
        let first = states.next()?;
        states.next().is_none().then_some(first)
    }

    /// The state that the article tells of far more than of any other.
    fn main(&self) -> Option<usize> {
        let mut told: Vec<(usize, usize)> = self.all().map(|actor| (self.actors[actor].spans.len(), actor)).collect();
        told.sort_by_key(|(times, actor)| (std::cmp::Reverse(*times), *actor));
        let (most, first) = *told.first()?;
        let next = told.get(1).map_or(0, |(times, _)| *times);
        (most >= MAIN.0 && most >= MAIN.1 * next).then_some(first)
    }
}
