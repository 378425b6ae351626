//! Senses of verbs: what kind of event a word tells depends on its object, its subject or what is said.

use super::arguments::{is_passive, subject};
use super::context::is_speech;
use super::lexicon::{Class, Entry, lexicon};
use crate::language::{Dep, Syntax, Tag};
use crate::model::Kind;

/// The kind of a verb whose sense its object, its subject or what is said decides.
pub(crate) fn refine(syntax: &Syntax, verb: usize, lemma: &str, entry: Entry) -> Entry {
    let who = subject(syntax, verb, 0);
    let patient = syntax.first(verb, &[Dep::Dobj]).or_else(|| who.filter(|_| is_passive(syntax, verb)));
    let noun = |index: Option<usize>| index.map(|index| syntax.lemma(index).to_lowercase()).unwrap_or_default();
    if let Some(kind) = lexicon().sense(lemma, &noun(patient), &noun(who)) {
        return (kind, entry.1);
    }
    let by_nature = matches!(lemma, "hit" | "strike" | "kill" | "injure" | "destroy" | "wound" | "damage") && patient.is_some();
    if by_nature && struck_by_nature(syntax, verb) {
        return (Kind::Disaster, entry.1);
    }
    if matches!(lemma, "attack" | "blast" | "slam" | "hit") && is_verbal_attack(syntax, verb) {
        return (Kind::Accusation, Class::Speech);
    }
    if entry == (Kind::Statement, Class::Speech) { (content_kind(syntax, verb), entry.1) } else { entry }
}

/// What a statement does by its content: "said that X must" demands, "said it would boycott" threatens, "says it will not accept" rejects.
fn content_kind(syntax: &Syntax, verb: usize) -> Kind {
    let Some(clause) = syntax.by(verb, &[Dep::Ccomp]).find(|clause| *clause > verb) else { return Kind::Statement };
    let modal = |words: &[&str]| syntax.by(clause, &[Dep::Aux]).any(|aux| words.contains(&syntax.lower(aux)));
    let negated = syntax.by(clause, &[Dep::Neg]).next().is_some();
    let own = syntax.first(clause, &[Dep::Nsubj]).is_some_and(|subject| matches!(syntax.tag(subject), Tag::Prp));
    let lemma = syntax.lemma(clause).to_lowercase();
    if modal(&["must", "should", "ought"]) && !own {
        return Kind::Demand;
    }
    if modal(&["will", "would", "'ll", "could", "can"])
        && own
        && negated
        && matches!(
            lemma.as_str(),
            "accept"
                | "allow"
                | "support"
                | "sign"
                | "join"
                | "agree"
                | "recognise"
                | "recognize"
                | "tolerate"
                | "permit"
                | "negotiate"
                | "attend"
                | "participate"
                | "compromise"
        )
    {
        return Kind::Rejection;
    }
    let hostile = matches!(lexicon().verb(&lemma), Some((Kind::Attack | Kind::Sanction | Kind::Protest, _)))
        || matches!(lemma.as_str(), "blockade" | "retaliate" | "boycott" | "respond");
    let unless = syntax.by(clause, &[Dep::Advcl]).any(|inner| syntax.by(inner, &[Dep::Mark]).any(|mark| syntax.lower(mark) == "unless"));
    if own && !negated && modal(&["will", "would", "'ll"]) && (hostile || unless) {
        return Kind::Warning;
    }
    Kind::Statement
}

fn struck_by_nature(syntax: &Syntax, verb: usize) -> bool {
    let cause = subject(syntax, verb, 0).into_iter().chain(syntax.first(verb, &[Dep::Agent]).and_then(|index| syntax.object_of(index)));
    cause
        .into_iter()
        .chain(syntax.by(verb, &[Dep::Prep]).filter_map(|index| syntax.object_of(index)))
        .any(|noun| matches!(lexicon().noun(syntax.lower(noun), syntax.lemma(noun)), Some((Kind::Disaster, _))))
}

/// "has attacked the prime minister ..., accusing him of": words, not weapons.
fn is_verbal_attack(syntax: &Syntax, verb: usize) -> bool {
    let about_words = |index: usize| is_speech(syntax, index);
    let clause = syntax.by(verb, &[Dep::Advcl, Dep::Conj]).any(about_words);
    let manner = syntax
        .by(verb, &[Dep::Prep])
        .any(|index| matches!(syntax.lower(index), "over" | "for" | "as") && syntax.object_of(index).is_some());
    let criticised = syntax.first(verb, &[Dep::Dobj]).is_some_and(|object| {
        matches!(
            syntax.lemma(object),
            "plan" | "policy" | "decision" | "proposal" | "idea" | "move" | "remark" | "law" | "handling" | "record" | "comment" | "report"
        )
    });
    clause || manner || criticised
}
