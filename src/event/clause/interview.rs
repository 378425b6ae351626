//! Interviews printed as questions and answers: who is "I" in the answers and "you" in the questions.

use crate::actor::ArticleActors;
use crate::event::lexicon::lexicon;
use crate::language::{Dep, Syntax};
use crate::model::{ActorKind, Article, BlockKind};

/// What a block of an interview is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Question,
    Answer,
}

/// An interview: what each block is, and who answers.
#[derive(Debug, Default)]
pub(crate) struct Interview {
    parts: Vec<Option<Part>>,
    answers: Option<usize>,
}

impl Interview {
    /// "Ann Roe, the mayor, resigned on Monday. Q: Why did you resign? A: They muted me.": whoever the text before the first question
    /// tells of first answers.
    pub(crate) fn find(article: &Article, syntax: &Syntax, actors: &ArticleActors) -> Self {
        let part = |words: &str| {
            let mark = words.split_once([':', '.']).map(|(mark, _)| mark.trim()).unwrap_or_default();
            if lexicon().is("question-mark", &mark.to_lowercase()) {
                Some(Part::Question)
            } else if lexicon().is("answer-mark", &mark.to_lowercase()) {
                Some(Part::Answer)
            } else {
                None
            }
        };
        let texts = article.blocks.iter().map(|block| (block.kind, block.span.text(syntax.text)));
        let mut parts: Vec<Option<Part>> = texts.map(|(kind, words)| part(words).filter(|_| kind != BlockKind::Metadata)).collect();
        let first = parts.iter().position(|part| *part == Some(Part::Question));
        let Some(first) = first.filter(|_| parts.contains(&Some(Part::Answer))) else { return Self::default() };
        // A second paragraph of an answer has no mark of its own; what follows the last mark may be the paper's own words again.
        let last = parts.iter().rposition(Option::is_some).unwrap_or(first);
        for number in first + 1..last {
            parts[number] = parts[number].or(parts[number - 1]);
        }
        let before = article.blocks[first].span.start();
        let mut persons = actors.mentions.iter().filter(|mention| {
            let person = mention.actors.len() == 1 && actors.actors[mention.actors[0]].kind == ActorKind::Person;
            // "Interview: Lars Dahl" and "By Lars Dahl" name who asks.
            let asks = mention.tokens.start.checked_sub(1).is_some_and(|word| matches!(syntax.lower(word), ":" | "by"));
            person && !asks && syntax.token(mention.tokens.start).span.start() < before
        });
        let told = |index: usize| matches!(syntax.dep(syntax.first_conjunct(index)), Dep::Nsubj | Dep::Nsubjpass);
        let answers = persons.clone().find(|mention| mention.tokens.clone().any(told)).or_else(|| persons.next());
        Self { parts, answers: answers.map(|mention| mention.actors[0]) }
    }

    /// "I" in an answer, "you" in a question: who answers.
    pub(crate) fn meant(&self, word: &str, block: usize) -> Option<usize> {
        let class = match self.parts.get(block).copied().flatten()? {
            Part::Answer => "first-person",
            Part::Question => "second-person",
        };
        self.answers.filter(|_| lexicon().is(class, word))
    }
}
