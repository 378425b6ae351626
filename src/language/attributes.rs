//! Rules that set coarse tags, morphology and some lemmas from fine tags, dependency labels and words (spaCy's
//! `AttributeRuler` with the model's own patterns).

use super::analysis::{Dep, Pos, Tag};
use serde::Deserialize;
use std::collections::HashMap;
use std::str::FromStr;

/// A rule as the model file holds it.
#[derive(Debug, Deserialize)]
pub(super) struct RuleTable {
    tokens: Vec<PatternTable>,
    index: usize,
    set: HashMap<String, String>,
}

/// What one token of a rule must be.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
struct PatternTable {
    tag: Option<Vec<String>>,
    not_tag: Option<Vec<String>>,
    dep: Option<Vec<String>>,
    not_dep: Option<Vec<String>>,
    lower: Option<Vec<String>>,
    is_space: Option<bool>,
}

/// What the rules see of a token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) tag: Tag,
    pub(super) dep: Dep,
    pub(super) lower: &'a str,
    pub(super) is_space: bool,
}

/// What the rules say of a token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attributes<'a> {
    pub(super) pos: Pos,
    pub(super) morphology: Morphology,
    pub(super) lemma: Option<&'a str>,
}

/// The morphological features that the lemmatiser asks for, as a set of bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Morphology(u8);

impl Morphology {
    pub(super) const NUMBER: Self = Self(1);
    pub(super) const SINGULAR: Self = Self(2);
    pub(super) const FINITE: Self = Self(4);
    pub(super) const INFINITIVE: Self = Self(8);
    pub(super) const PRESENT: Self = Self(16);
    pub(super) const POSITIVE: Self = Self(32);

    /// Parse features as Universal Dependencies writes them, such as `Number=Sing|Person=3`.
    fn parse(text: &str) -> Self {
        let bits = |feature: &str| match feature {
            "Number=Sing" => Self::NUMBER.0 | Self::SINGULAR.0,
            "VerbForm=Fin" => Self::FINITE.0,
            "VerbForm=Inf" => Self::INFINITIVE.0,
            "Tense=Pres" => Self::PRESENT.0,
            "Degree=Pos" => Self::POSITIVE.0,
            _ if feature.starts_with("Number=") => Self::NUMBER.0,
            _ => 0,
        };
        Self(text.split('|').map(bits).fold(0, |all, one| all | one))
    }

    /// Whether all features of `other` are among these.
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// One bit for each label of a scheme.
type Mask = u64;

fn mask<T: FromStr + Copy>(allowed: Option<&Vec<String>>, barred: Option<&Vec<String>>, bit: impl Fn(T) -> Mask) -> Mask {
    let bits = |names: &Vec<String>| names.iter().filter_map(|name| name.parse().ok()).map(&bit).fold(0, |all, one| all | one);
    allowed.map_or(Mask::MAX, bits) & !barred.map_or(0, bits)
}

fn tag_bit(tag: Tag) -> Mask {
    1 << tag as u32
}

fn dep_bit(dep: Dep) -> Mask {
    1 << dep as u32
}

#[derive(Debug)]
struct Pattern {
    tags: Mask,
    deps: Mask,
    lower: Option<Vec<Box<str>>>,
    is_space: Option<bool>,
}

impl Pattern {
    fn new(table: &PatternTable) -> Self {
        Self {
            tags: mask(table.tag.as_ref(), table.not_tag.as_ref(), tag_bit),
            deps: mask(table.dep.as_ref(), table.not_dep.as_ref(), dep_bit),
            lower: table.lower.as_ref().map(|words| words.iter().map(|word| word.as_str().into()).collect()),
            is_space: table.is_space,
        }
    }

    fn fits(&self, token: Seen<'_>) -> bool {
        self.tags & tag_bit(token.tag) != 0
            && self.deps & dep_bit(token.dep) != 0
            && self.is_space.is_none_or(|is_space| is_space == token.is_space)
            && self.lower.as_ref().is_none_or(|words| words.iter().any(|word| **word == *token.lower))
    }
}

#[derive(Debug)]
struct Rule {
    tokens: Vec<Pattern>,
    index: usize,
    pos: Option<Pos>,
    morphology: Option<Morphology>,
    lemma: Option<Box<str>>,
}

/// All rules, indexed by the first token's word if they name one, else by its tag.
#[derive(Debug)]
pub(super) struct Ruler {
    rules: Vec<Rule>,
    by_word: HashMap<Box<str>, Vec<usize>>,
    by_tag: Vec<Vec<usize>>,
}

impl Ruler {
    /// From the tables of the model file, in order of precedence: later rules win.
    pub(super) fn new(tables: &[RuleTable]) -> Self {
        let mut ruler = Self { rules: Vec::new(), by_word: HashMap::new(), by_tag: vec![Vec::new(); Tag::ALL.len()] };
        for (number, table) in tables.iter().enumerate() {
            let set = |key: &str| table.set.get(key);
            let tokens: Vec<Pattern> = table.tokens.iter().map(Pattern::new).collect();
            match &tokens[0].lower {
                Some(words) => {
                    for word in words {
                        ruler.by_word.entry(word.clone()).or_default().push(number);
                    }
                }
                None => {
                    for (tag, rules) in Tag::ALL.iter().zip(&mut ruler.by_tag) {
                        if tokens[0].tags & tag_bit(*tag) != 0 {
                            rules.push(number);
                        }
                    }
                }
            }
            ruler.rules.push(Rule {
                tokens,
                index: table.index,
                pos: set("pos").and_then(|pos| pos.parse().ok()),
                morphology: set("morph").map(|morphology| Morphology::parse(morphology)),
                lemma: set("lemma").map(|lemma| lemma.as_str().into()),
            });
        }
        ruler
    }

    /// Attributes of all tokens of a line.
    pub(super) fn apply(&self, tokens: &[Seen<'_>]) -> Vec<Attributes<'_>> {
        let mut matches = Vec::new();
        for (start, token) in tokens.iter().enumerate() {
            let by_word = self.by_word.get(token.lower).map_or(&[][..], Vec::as_slice);
            for &number in by_word.iter().chain(&self.by_tag[token.tag as usize]) {
                let patterns = &self.rules[number].tokens;
                let rest = &tokens[start..];
                if rest.len() >= patterns.len() && patterns.iter().zip(rest).all(|(pattern, &token)| pattern.fits(token)) {
                    matches.push((start + self.rules[number].index, number, start));
                }
            }
        }
        matches.sort_unstable();
        let mut out = vec![Attributes { pos: Pos::X, morphology: Morphology::default(), lemma: None }; tokens.len()];
        for (token, number, _) in matches {
            let (rule, attributes) = (&self.rules[number], &mut out[token]);
            attributes.pos = rule.pos.unwrap_or(attributes.pos);
            attributes.morphology = rule.morphology.unwrap_or(attributes.morphology);
            attributes.lemma = rule.lemma.as_deref().or(attributes.lemma);
        }
        out
    }
}
