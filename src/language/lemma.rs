//! Dictionary forms by suffix rules, lists of exceptions and a word list (spaCy's rule lemmatiser for English; the
//! tables come from `WordNet`).

use super::analysis::Pos;
use super::attributes::Morphology;
use super::chars::CharSet;
use super::weights::Weights;
use std::collections::HashMap;

/// Tables of one part of speech.
#[derive(Debug, Default)]
struct Tables {
    /// Ending and what replaces it.
    rules: Vec<(String, String)>,
    exceptions: HashMap<String, Vec<String>>,
    /// Known words, sorted by bytes.
    index: Box<[&'static str]>,
}

/// The lemmatiser.
#[derive(Debug)]
pub(super) struct Lemmatiser {
    tables: Vec<Option<Tables>>,
}

/// Rules and exceptions by the lower-case name of a part of speech.
pub(super) type RuleTables = HashMap<String, Vec<(String, String)>>;
/// Exceptions by the lower-case name of a part of speech.
pub(super) type ExceptionTables = HashMap<String, HashMap<String, Vec<String>>>;

impl Lemmatiser {
    /// From the tables of the model file.
    pub(super) fn new(weights: &Weights, mut rules: RuleTables, mut exceptions: ExceptionTables) -> Self {
        let mut table = |pos: &Pos| {
            let name = pos.as_str().to_lowercase();
            let index: Box<[&str]> = match pos {
                Pos::Adj | Pos::Adv | Pos::Noun | Pos::Verb => weights.text(&format!("lemma_index.{name}")).split('\n').collect(),
                _ => Box::default(),
            };
            let (rules, exceptions) = (rules.remove(&name), exceptions.remove(&name));
            let known = rules.is_some() || exceptions.is_some() || !index.is_empty();
            known.then(|| Tables { rules: rules.unwrap_or_default(), exceptions: exceptions.unwrap_or_default(), index })
        };
        Self { tables: Pos::ALL.iter().map(&mut table).collect() }
    }

    /// The dictionary form of a word, given also in lower case.
    pub(super) fn lemma(&self, word: &str, lower: &str, pos: Pos, morphology: Morphology, alphabetic: &CharSet) -> Box<str> {
        if pos == Pos::Space || is_base_form(pos, morphology) {
            return lower.into();
        }
        let Some(tables) = &self.tables[pos as usize] else {
            return if pos == Pos::Propn { word.into() } else { lower.into() };
        };
        let known = |form: &str| tables.index.binary_search(&form).is_ok();
        let (mut first, mut last, mut unknown): (Vec<String>, Vec<String>, Option<String>) = (Vec::new(), Vec::new(), None);
        for (ending, replacement) in &tables.rules {
            let Some(stem) = lower.strip_suffix(ending.as_str()) else { continue };
            let form = format!("{stem}{replacement}");
            if form.is_empty() {
                continue;
            }
            if known(&form) {
                first.push(form);
            } else if alphabetic.contains_all(&form) {
                unknown.get_or_insert(form);
            } else {
                last.push(form);
            }
        }
        // A form found later goes before one found earlier; exceptions go before all.
        let mut forms: Vec<&String> = Vec::new();
        for form in first.iter().rev().chain(&last) {
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        for form in tables.exceptions.get(lower).into_iter().flatten() {
            if !forms.contains(&form) {
                forms.insert(0, form);
            }
        }
        forms.first().copied().or(unknown.as_ref()).map_or(word, String::as_str).into()
    }
}

/// Whether a word is its own dictionary form.
fn is_base_form(pos: Pos, morphology: Morphology) -> bool {
    let has = |feature| morphology.has(feature);
    let present = has(Morphology::FINITE) && has(Morphology::PRESENT) && !has(Morphology::NUMBER);
    (pos == Pos::Noun && has(Morphology::SINGULAR))
        || (pos == Pos::Verb && present)
        || has(Morphology::INFINITIVE)
        || has(Morphology::POSITIVE)
}
