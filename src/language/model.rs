//! The language model: tokenizer, networks and tables, read once from the file in the binary.

use super::affix::{Rule, Rules};
use super::analysis::Tag;
use super::attributes::{RuleTable, Ruler};
use super::chars::{CharSet, ClassIds, Classes};
use super::encoder::{Encoder, WIDTH};
use super::form::Vocabulary;
use super::lemma::{ExceptionTables, Lemmatiser, RuleTables};
use super::linear::Linear;
use super::ner::Recogniser;
use super::parser::Parser;
use super::tokenizer::{Affixes, Tokenizer};
use super::weights::Weights;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The tables of the model file.
#[derive(Deserialize)]
struct Tables {
    networks: HashMap<String, Network>,
    tokenizer: TokenizerTable,
    norms: Vec<(u64, String)>,
    symbols: HashMap<String, u64>,
    tags: Vec<String>,
    parser_moves: Vec<String>,
    ner_moves: Vec<String>,
    attribute_rules: Vec<RuleTable>,
    lemma_rules: RuleTables,
    lemma_exceptions: ExceptionTables,
    sets: Vec<Vec<(u32, u32)>>,
}

#[derive(Deserialize)]
struct Network {
    seeds: Vec<u32>,
}

#[derive(Deserialize)]
struct TokenizerTable {
    prefixes: Vec<Rule>,
    suffixes: Vec<Rule>,
    infixes: Vec<Rule>,
    rules: HashMap<String, Vec<(String, Option<String>)>>,
    #[serde(flatten)]
    classes: ClassIds,
}

/// The language model. It is read-only but for caches that change no result, so any number of threads may use it.
#[derive(Debug)]
pub struct Model {
    pub(super) classes: Classes,
    pub(super) vocabulary: Vocabulary,
    pub(super) tokenizer: Tokenizer,
    /// Vectors for the tagger and the parser.
    pub(super) encoder: Encoder,
    /// Vectors for the recogniser of entities.
    pub(super) entity_encoder: Encoder,
    pub(super) tags: Vec<Tag>,
    pub(super) tagger: Linear,
    pub(super) parser: Parser,
    pub(super) recogniser: Recogniser,
    pub(super) ruler: Ruler,
    pub(super) lemmatiser: Lemmatiser,
}

impl Model {
    /// Read the model from the binary. Everyone but a benchmark wants [`Model::shared`].
    ///
    /// # Panics
    /// If the embedded file is not the one that this program was written for, which a test rules out.
    pub fn load() -> Self {
        let weights = Weights::embedded();
        let tables: Tables = serde_json::from_str(weights.text("tables")).expect("the embedded tables have their shape");
        let sets: Vec<CharSet> = tables.sets.iter().map(|ranges| CharSet::new(ranges)).collect();
        let TokenizerTable { prefixes, suffixes, infixes, rules, classes: ids } = tables.tokenizer;
        let classes = Classes {
            alphabetic: sets[ids.alphabetic].clone(),
            digit: sets[ids.digit].clone(),
            space: sets[ids.space].clone(),
            alpha_lower: sets[ids.alpha_lower].clone(),
        };
        let affixes = Affixes {
            prefixes: Rules::new(prefixes, &sets, false),
            suffixes: Rules::new(suffixes, &sets, true),
            infixes: Rules::new(infixes, &sets, false),
        };
        let encoder = |name: &str| Encoder::new(&weights, name, &tables.networks[name].seeds);
        let (tagger, bias) = (weights.numbers("tagger.weight"), weights.numbers("tagger.bias"));
        Self {
            encoder: encoder("tok2vec"),
            entity_encoder: encoder("ner"),
            tagger: Linear::new(WIDTH, bias.len(), |output, input| tagger[output * WIDTH + input]).with_bias(bias.into_iter()),
            tags: tables.tags.iter().map(|tag| tag.parse().unwrap_or(Tag::Xx)).collect(),
            parser: Parser::new(&weights, &tables.parser_moves),
            recogniser: Recogniser::new(&weights, &tables.ner_moves),
            ruler: Ruler::new(&tables.attribute_rules),
            lemmatiser: Lemmatiser::new(&weights, tables.lemma_rules, tables.lemma_exceptions),
            vocabulary: Vocabulary { symbols: tables.symbols, norms: tables.norms.into_iter().collect() },
            tokenizer: Tokenizer::new(sets, affixes, rules, &classes),
            classes,
        }
    }

    /// The model of this process, read at the first call.
    pub fn shared() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(Self::load)
    }
}
