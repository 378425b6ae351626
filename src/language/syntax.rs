//! Reading a dependency tree: children, phrases, conjuncts, subjects. No decisions about meaning.

use super::mend::{Links, mended, mended_tag};
use super::{Analysis, Dep, Entity, Pos, Tag, Token};
use std::ops::Range;

/// An analysis together with its text and the way from heads to dependents. Tokens are named by their index.
pub struct Syntax<'a> {
    /// The text that was analysed.
    pub text: &'a str,
    /// Its analysis.
    pub analysis: &'a Analysis,
    links: Links,
    tags: Vec<Tag>,
    offsets: Vec<u32>,
    dependents: Vec<u32>,
    sentence_of: Vec<u32>,
    lower: Vec<Box<str>>,
    lemmas: Vec<Option<Box<str>>>,
    edges: Vec<(u32, u32)>,
}

impl<'a> Syntax<'a> {
    /// Reads the tree once: linear in the number of tokens.
    pub fn new(text: &'a str, analysis: &'a Analysis) -> Self {
        let tokens = &analysis.tokens;
        let links = mended(text, analysis);
        let tags = (0..tokens.len()).map(|index| mended_tag(text, analysis, &links, index)).collect();
        let mut offsets = vec![0_u32; tokens.len() + 1];
        for (index, (head, _)) in links.iter().enumerate() {
            let head = *head as usize;
            if head != index && head < tokens.len() {
                offsets[head + 1] += 1;
            }
        }
        for index in 0..tokens.len() {
            offsets[index + 1] += offsets[index];
        }
        let mut next = offsets.clone();
        let mut dependents = vec![0_u32; offsets.last().copied().unwrap_or_default() as usize];
        for (index, (head, _)) in (0_u32..).zip(&links) {
            let head = *head as usize;
            if head != index as usize && head < tokens.len() {
                dependents[next[head] as usize] = index;
                next[head] += 1;
            }
        }
        let mut sentence_of = vec![0; tokens.len()];
        for (number, range) in (0_u32..).zip(&analysis.sentences) {
            for index in range.clone() {
                if let Some(slot) = sentence_of.get_mut(index as usize) {
                    *slot = number;
                }
            }
        }
        let lower = tokens.iter().map(|token| token.span.text(text).to_lowercase().replace('’', "'").into_boxed_str()).collect();
        let lemmas = tokens.iter().map(|token| silent_e(token.span.text(text), &token.lemma)).collect();
        let mut tree = Self { lemmas, text, analysis, links, tags, offsets, dependents, sentence_of, lower, edges: Vec::new() };
        tree.edges = tree.edges();
        tree
    }

    /// Leftmost and rightmost token below each token, itself included.
    fn edges(&self) -> Vec<(u32, u32)> {
        let mut edges: Vec<(u32, u32)> = (0..self.len()).map(|index| (to_u32(index), to_u32(index))).collect();
        for range in &self.analysis.sentences {
            // Deepest first: a token's depth is found by walking up, which ends because trees have no cycles; the bound guards bad input.
            let mut order: Vec<(usize, usize)> =
                range.clone().map(|index| (self.depth(index as usize), index as usize)).filter(|(_, index)| *index < edges.len()).collect();
            order.sort_unstable_by(|a, b| b.cmp(a));
            for (_, index) in order {
                let head = self.links[index].0 as usize;
                if head != index && head < edges.len() {
                    let (left, right) = edges[index];
                    edges[head] = (edges[head].0.min(left), edges[head].1.max(right));
                }
            }
        }
        edges
    }

    /// The number of tokens.
    pub fn len(&self) -> usize {
        self.analysis.tokens.len()
    }

    /// Whether "'s" or "'" follows a word.
    pub fn is_genitive(&self, index: usize) -> bool {
        index + 1 < self.len() && self.tag(index + 1) == Tag::Pos
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.analysis.tokens.is_empty()
    }

    /// Steps to the root; at most 200.
    pub fn depth(&self, mut index: usize) -> usize {
        let mut depth = 0;
        while depth < 200 {
            let Some(head) = self.head(index) else { break };
            index = head;
            depth += 1;
        }
        depth
    }

    /// A token.
    pub fn token(&self, index: usize) -> &'a Token {
        &self.analysis.tokens[index]
    }

    /// The words of a token as written.
    pub fn word(&self, index: usize) -> &'a str {
        self.analysis.tokens[index].span.text(self.text)
    }

    /// The words of a token in lower case with straight apostrophes.
    pub fn lower(&self, index: usize) -> &str {
        &self.lower[index]
    }

    /// The dictionary form.
    pub fn lemma(&self, index: usize) -> &str {
        self.lemmas[index].as_deref().unwrap_or(&self.analysis.tokens[index].lemma)
    }

    /// The relation to the head.
    pub fn dep(&self, index: usize) -> Dep {
        self.links[index].1
    }

    /// The fine tag.
    pub fn tag(&self, index: usize) -> Tag {
        self.tags[index]
    }

    /// The coarse tag.
    pub fn pos(&self, index: usize) -> Pos {
        self.analysis.tokens[index].pos
    }

    /// The head, or `None` for a root.
    pub fn head(&self, index: usize) -> Option<usize> {
        let head = self.links[index].0 as usize;
        (head != index && head < self.len()).then_some(head)
    }

    /// The dependents in order.
    pub fn children(&self, index: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let range = self.offsets[index] as usize..self.offsets[index + 1] as usize;
        self.dependents[range].iter().map(|child| *child as usize)
    }

    /// The dependents with one of these relations.
    pub fn by<'s>(&'s self, index: usize, deps: &'s [Dep]) -> impl DoubleEndedIterator<Item = usize> + 's {
        self.children(index).filter(|child| deps.contains(&self.dep(*child)))
    }

    /// The first dependent with one of these relations.
    pub fn first(&self, index: usize, deps: &[Dep]) -> Option<usize> {
        self.children(index).find(|child| deps.contains(&self.dep(*child)))
    }

    /// The tokens from the leftmost to the rightmost one below a token.
    pub fn phrase(&self, index: usize) -> Range<usize> {
        let (left, right) = self.edges[index];
        left as usize..right as usize + 1
    }

    /// Whether `below` is `index` or hangs below it.
    pub fn dominates(&self, index: usize, mut below: usize) -> bool {
        for _ in 0..200 {
            if below == index {
                return true;
            }
            match self.head(below) {
                Some(head) => below = head,
                None => return false,
            }
        }
        false
    }

    /// The named entity that covers a token.
    pub fn entity(&self, index: usize) -> Option<&'a Entity> {
        let entities = &self.analysis.entities;
        let after = entities.partition_point(|entity| entity.start as usize <= index);
        entities[..after].last().filter(|entity| index < entity.end as usize)
    }

    /// The number of the sentence that a token is in.
    pub fn sentence_of(&self, index: usize) -> usize {
        self.sentence_of[index] as usize
    }

    /// The tokens of a sentence.
    pub fn sentence(&self, number: usize) -> Range<usize> {
        self.analysis.sentences.get(number).map_or(0..0, |range| range.start as usize..range.end as usize)
    }

    /// A token and everything conjoined to it, in order: "A, B and C".
    pub fn conjuncts(&self, index: usize) -> Vec<usize> {
        let mut all = vec![index];
        let mut at = 0;
        while at < all.len() {
            all.extend(self.by(all[at], &[Dep::Conj]));
            at += 1;
        }
        all.sort_unstable();
        all
    }

    /// The first conjunct of the coordination that a token is in.
    pub fn first_conjunct(&self, mut index: usize) -> usize {
        while self.dep(index) == Dep::Conj {
            match self.head(index) {
                Some(head) => index = head,
                None => break,
            }
        }
        index
    }

    /// The comma right before a phrase.
    pub fn comma_before(&self, index: usize) -> Option<usize> {
        self.phrase(index).start.checked_sub(1).filter(|comma| self.word(*comma) == ",")
    }

    /// The comma right behind a phrase.
    pub fn comma_after(&self, index: usize) -> Option<usize> {
        Some(self.phrase(index).end).filter(|comma| *comma < self.len() && self.word(*comma) == ",")
    }

    /// Whether no blank stands before a token.
    pub fn is_glued(&self, index: usize) -> bool {
        index > 0 && self.token(index - 1).span.end() == self.token(index).span.start()
    }

    /// The noun that the relative clause around a word hangs on: what a "which", "who" or "whose" in it stands for.
    pub fn antecedent(&self, word: usize) -> Option<usize> {
        let mut at = word;
        for _ in 0..8 {
            let above = self.head(at)?;
            if self.dep(at) == Dep::Relcl {
                return Some(above);
            }
            at = above;
        }
        None
    }

    /// Whether a verb is an infinitive with "to".
    pub fn has_to(&self, verb: usize) -> bool {
        self.by(verb, &[Dep::Aux]).any(|aux| self.lower(aux) == "to")
    }

    /// Whether a token is the verb of a clause.
    pub fn is_verb(&self, index: usize) -> bool {
        matches!(self.pos(index), Pos::Verb | Pos::Aux)
            || matches!(self.tag(index), Tag::Vb | Tag::Vbd | Tag::Vbg | Tag::Vbn | Tag::Vbp | Tag::Vbz)
    }

    /// Whether a token is a noun or a name.
    pub fn is_noun(&self, index: usize) -> bool {
        matches!(self.pos(index), Pos::Noun | Pos::Propn)
    }

    /// Whether a verb is passive.
    pub fn is_passive(&self, index: usize) -> bool {
        self.tag(index) == Tag::Vbn && self.children(index).any(|child| matches!(self.dep(child), Dep::Auxpass | Dep::Nsubjpass))
    }

    /// The object of the preposition (or agent marker) `index`.
    pub fn object_of(&self, index: usize) -> Option<usize> {
        self.first(index, &[Dep::Pobj]).or_else(|| self.first(index, &[Dep::Pcomp]))
    }
}

/// "staged" is of "stage", not of "stag": a short verb in a single consonant doubles it before "-ed" and "-ing". "hopes" is of "hope": only
/// hissing sounds and "o" take "-es".
fn silent_e(word: &str, lemma: &str) -> Option<Box<str>> {
    let rest = word.strip_prefix(lemma)?;
    if rest == "es" && lemma.is_ascii() {
        return (!lemma.ends_with(['s', 'x', 'z', 'h', 'o', 'i', 'y'])).then(|| format!("{lemma}e").into_boxed_str());
    }
    if !matches!(rest, "ed" | "ing") || !lemma.is_ascii() {
        return None;
    }
    let vowel = |byte: &u8| b"aeiou".contains(byte);
    let letters = lemma.as_bytes();
    let groups = letters.iter().zip(std::iter::once(&b' ').chain(letters)).filter(|(now, before)| vowel(now) && !vowel(before)).count();
    let [.., middle, last] = letters else { return None };
    let short = groups == 1
        && vowel(middle)
        && !vowel(last)
        && !b"wxyh".contains(last)
        && !(letters.len() > 2 && vowel(&letters[letters.len() - 3]));
    short.then(|| format!("{lemma}e").into_boxed_str())
}

fn to_u32(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::silent_e;

    #[test]
    fn a_short_verb_that_does_not_double_its_consonant_has_a_silent_e() {
        assert_eq!(silent_e("staged", "stag").as_deref(), Some("stage"));
        assert_eq!(silent_e("hopes", "hop").as_deref(), Some("hope"));
        assert_eq!(silent_e("passes", "pass"), None);
        for (word, lemma) in
            [("visited", "visit"), ("rejected", "reject"), ("fixed", "fix"), ("shouted", "shout"), ("said", "say"), ("planned", "plan")]
        {
            assert_eq!(silent_e(word, lemma), None, "{word}");
        }
    }
}
