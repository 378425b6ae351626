//! The title of an event: the shortest clause of its sentence that stands alone, in the original words.
//!
//! Whole phrases are left out (relative clauses, appositions, asides); the words kept stay in their order and form.
//! A pronoun is followed by the name it stands for in brackets.

use super::arguments::{arguments, is_finite, is_passive, listed_behind, told_beside};
use super::context::{Page, is_speech};
use super::lexicon::lexicon;
use super::trigger::{Trigger, hyphenated};
use crate::actor::{ArticleActors, LocalMention, MentionForm};
use crate::language::{Dep, Pos, Syntax, Tag};
use crate::model::ActorKind;
use std::collections::BTreeSet;

/// Longest title in characters, before a cut.
const LONGEST: usize = 120;

/// Makes the title.
pub(crate) fn title(page: &Page, actors: &ArticleActors, trigger: &Trigger) -> String {
    let syntax = page.syntax;
    let mut keep = BTreeSet::new();
    if let Some(verb) = trigger.verb(syntax) {
        clause(page, actors, trigger, verb, &mut keep);
        // "re-elected"
        keep.extend(hyphenated(syntax, verb)..verb);
    } else {
        noun_clause(page, actors, trigger, &mut keep);
        // "the Coalition of the Willing meeting": half a name says nothing.
        let names = keep.iter().filter_map(|index| actors.at(*index)).filter(|mention| mention.form == MentionForm::Name);
        let whole: Vec<usize> = names.flat_map(|mention| mention.tokens.clone()).collect();
        keep.extend(whole);
    }
    let text = words(syntax, actors, &keep);
    shorten(&text)
}

/// Dependents that can be left out of a noun phrase.
const ASIDE: &[Dep] = &[Dep::Relcl, Dep::Appos, Dep::Parataxis, Dep::Punct, Dep::Advcl];

/// Keeps a noun phrase without its asides.
fn phrase(syntax: &Syntax, head: usize, keep: &mut BTreeSet<usize>, depth: usize) {
    keep.insert(head);
    if depth > 30 {
        return;
    }
    for child in syntax.children(head) {
        let dep = syntax.dep(child);
        let quote_or_hyphen =
            dep == Dep::Punct && matches!(syntax.word(child), "-" | "\"" | "“" | "”" | "‘" | "’" | "$" | "£" | "€" | "/" | "(" | ")");
        let listed = dep == Dep::Punct && syntax.word(child) == "," && syntax.by(head, &[Dep::Conj, Dep::Amod]).any(|other| other > child);
        let long_clause = dep == Dep::Acl && syntax.phrase(child).len() > 9;
        let finite_clause = dep == Dep::Acl && is_finite(syntax, child) && syntax.phrase(child).len() > 12;
        if quote_or_hyphen || listed || (!ASIDE.contains(&dep) && !long_clause && !finite_clause) {
            phrase(syntax, child, keep, depth + 1);
        }
    }
}

/// The name that stands in apposition to a subject which is none: in "his lawyer, Maria Popa, accused" it is Maria Popa who accused.
fn by_name(syntax: &Syntax, actors: &ArticleActors, subject: usize) -> usize {
    let name = |index: usize| actors.at(index).is_some_and(|mention| mention.form == MentionForm::Name && mention.tokens.contains(&index));
    if name(subject) || !syntax.is_noun(subject) {
        return subject;
    }
    let above = (syntax.dep(subject) == Dep::Appos).then(|| syntax.head(subject)).flatten();
    let mut beside = syntax.by(subject, &[Dep::Appos]).chain(above).filter(|other| name(*other));
    match (beside.next(), beside.next()) {
        (Some(only), None) if syntax.by(only, &[Dep::Conj]).next().is_none() => only,
        _ => subject,
    }
}

/// "the pact on migration which Italy signed": the parser hangs the clause on "migration", a noun that nothing makes one thing.
fn whole_thing(syntax: &Syntax, noun: usize) -> usize {
    let bare = syntax.dep(noun) == Dep::Pobj && syntax.tag(noun) == Tag::Nn && syntax.by(noun, &[Dep::Det, Dep::Poss]).next().is_none();
    let above = syntax.head(noun).and_then(|preposition| syntax.head(preposition)).filter(|above| bare && syntax.is_noun(*above));
    above.unwrap_or(noun)
}

fn clause(page: &Page, actors: &ArticleActors, trigger: &Trigger, verb: usize, keep: &mut BTreeSet<usize>) {
    let syntax = page.syntax;
    keep.insert(verb);
    keep.insert(trigger.head);
    let found = arguments(syntax, verb);
    let subject = if found.passive { found.patient } else { found.agent };
    // "As stated by the ministry, the participants signed": who signed has no part in the stating.
    let borrowed = |subject: &usize| *subject > verb && syntax.dep(verb) == Dep::Advcl && !syntax.dominates(verb, *subject);
    // In "a truce proposed by the United States, Egypt's foreign minister announced" the minister is no other name of the States.
    let told_by = |subject: usize| if told_beside(syntax, subject, verb) { subject } else { by_name(syntax, actors, subject) };
    // "The candidates elected were Ann Roe and Karl Dahl": both sides of "were".
    if listed_behind(syntax, verb).is_some()
        && let Some(noun) = syntax.head(verb)
    {
        phrase(syntax, noun, keep, 0);
        let linked = if syntax.dep(noun) == Dep::Pobj { syntax.head(noun) } else { Some(noun) };
        keep.extend(linked.into_iter().chain(linked.and_then(|word| syntax.head(word))));
    }
    if let Some(subject) = subject.filter(|subject| !borrowed(subject)).map(told_by) {
        phrase(syntax, subject, keep, 0);
        drop_tail(syntax, subject, verb, keep);
    }
    // The verbs above that carry the tense: "plan to establish".
    let mut at = verb;
    while syntax.dep(at) == Dep::Xcomp && syntax.head(at).is_some_and(|head| syntax.is_verb(head) && !is_speech(syntax, head)) {
        at = syntax.head(at).unwrap_or(at);
        keep.insert(at);
        small(syntax, at, keep);
    }
    if syntax.dep(verb) == Dep::Xcomp
        && let Some(head) = syntax.head(verb).filter(|head| is_speech(syntax, *head))
    {
        keep.insert(head);
        small(syntax, head, keep);
    }
    small(syntax, verb, keep);
    if syntax.dep(verb) == Dep::Conj
        && syntax.first(verb, &[Dep::Aux, Dep::Auxpass]).is_none()
        && syntax.tag(verb) != Tag::Vbd
        && let Some(first) = syntax.head(verb).filter(|head| syntax.is_verb(*head))
    {
        keep.extend(syntax.by(first, &[Dep::Aux, Dep::Auxpass]));
    }
    for child in syntax.children(verb) {
        match syntax.dep(child) {
            // "the pact which Italy signed": the thing itself.
            Dep::Dobj if syntax.dep(verb) == Dep::Relcl && matches!(syntax.tag(child), Tag::Wdt | Tag::Wp) => {
                if let Some(thing) = syntax.head(verb) {
                    phrase(syntax, whole_thing(syntax, thing), keep, 0);
                }
            }
            Dep::Dobj | Dep::Dative | Dep::Attr | Dep::Oprd | Dep::Agent | Dep::Prep | Dep::Acomp | Dep::Npadvmod => {
                // "the moment they sign a truce" is nothing without its clause.
                let hollow = syntax.dep(child) == Dep::Npadvmod && (child < verb || syntax.by(child, &[Dep::Relcl]).next().is_some());
                let unneeded = hollow || syntax.dep(child) == Dep::Prep && (child < verb || syntax.phrase(child).len() > 16);
                if !unneeded {
                    phrase(syntax, child, keep, 0);
                }
            }
            Dep::Xcomp | Dep::Ccomp => content(page, verb, child, keep),
            Dep::Punct if syntax.word(child) == ":" && child > verb => {
                keep.insert(child);
            }
            _ => {}
        }
    }
    if trigger.head != verb && !keep.contains(&trigger.head) {
        phrase(syntax, trigger.head, keep, 0);
    }
    relative(syntax, verb, keep);
}

/// "which Brussels accuses of carrying oil" does not stand alone: what the pronoun stands for comes before it.
fn relative(syntax: &Syntax, verb: usize, keep: &mut BTreeSet<usize>) {
    let is_pronoun = |index: &usize| matches!(syntax.tag(*index), Tag::Wdt | Tag::Wp | Tag::WpPoss);
    let Some(pronoun) = keep.iter().copied().find(is_pronoun).filter(|index| syntax.dominates(verb, *index) && *index < verb) else {
        return;
    };
    let mut clause = verb;
    for _ in 0..4 {
        match (syntax.dep(clause), syntax.head(clause)) {
            (Dep::Relcl, Some(noun)) if noun < pronoun => {
                phrase(syntax, noun, keep, 0);
                keep.retain(|index| {
                    *index == pronoun || !syntax.dominates(noun, *index) || *index < pronoun || syntax.dominates(clause, *index)
                });
                return;
            }
            (Dep::Conj | Dep::Xcomp | Dep::Ccomp, Some(head)) => clause = head,
            _ => return,
        }
    }
}

/// What is said or wanted: kept if it follows the verb, or stands before it in the same sentence as a quotation.
fn content(page: &Page, verb: usize, clause: usize, keep: &mut BTreeSet<usize>) {
    let syntax = page.syntax;
    let range = syntax.phrase(clause);
    if range.end <= verb || range.start > verb {
        keep.extend(range.filter(|index| syntax.sentence_of(*index) == syntax.sentence_of(verb)));
        // The comma and closing mark between quotation and verb.
        let bridge: Vec<usize> =
            syntax.by(verb, &[Dep::Punct]).filter(|index| matches!(syntax.word(*index), "”" | "\"" | "“" | "," | "’" | "‘")).collect();
        if clause < verb {
            keep.extend(bridge);
        } else {
            keep.extend(bridge.into_iter().filter(|index| *index > verb && syntax.word(*index) != ","));
        }
    }
}

/// Auxiliaries, negation, particles and markers of a verb.
fn small(syntax: &Syntax, verb: usize, keep: &mut BTreeSet<usize>) {
    for child in syntax.children(verb) {
        let adverb = syntax.dep(child) == Dep::Advmod && lexicon().is("title-adverb", syntax.lower(child));
        let to = syntax.dep(child) == Dep::Aux;
        if adverb || to || matches!(syntax.dep(child), Dep::Auxpass | Dep::Neg | Dep::Prt) {
            keep.insert(child);
        }
    }
}

/// Takes the clause itself out of the subject phrase ("drones launched by Russia": the title keeps both once) and stray conjunctions.
fn drop_tail(syntax: &Syntax, subject: usize, verb: usize, keep: &mut BTreeSet<usize>) {
    if syntax.dominates(subject, verb) && syntax.dep(verb) != Dep::Acl {
        let own: Vec<usize> = keep.iter().copied().filter(|index| syntax.dominates(verb, *index)).collect();
        for index in own {
            if index != verb {
                keep.remove(&index);
            }
        }
    }
}

/// A noun without light verb: the clause it stands in if short, else its phrase.
fn noun_clause(page: &Page, actors: &ArticleActors, trigger: &Trigger, keep: &mut BTreeSet<usize>) {
    let syntax = page.syntax;
    let head = syntax.head(trigger.head);
    if let Some(verb) = head.filter(|verb| {
        matches!(syntax.dep(trigger.head), Dep::Nsubj | Dep::Nsubjpass) && syntax.is_verb(*verb) && !is_passive(syntax, *verb)
    }) {
        clause(page, actors, &Trigger { light: Some(verb), ..trigger.clone() }, verb, keep);
        return;
    }
    phrase(syntax, trigger.head, keep, 0);
}

/// The quotation marks of a sentence that open and close the same words. A straight mark closes what a straight mark opened.
fn quotations(syntax: &Syntax, sentence: usize) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut straight, mut curly) = (None, None);
    for index in syntax.sentence(sentence) {
        match syntax.word(index) {
            "\"" => match straight.take() {
                Some(open) => pairs.push((open, index)),
                None => straight = Some(index),
            },
            "“" => curly = Some(index),
            "”" => pairs.extend(curly.take().map(|open| (open, index))),
            _ => {}
        }
    }
    pairs
}

/// Keeps the marks of a quotation that is kept whole, and neither of one that is cut.
fn pair_marks(syntax: &Syntax, keep: &BTreeSet<usize>) -> BTreeSet<usize> {
    let is_mark = |index: &usize| matches!(syntax.word(*index), "\"" | "“" | "”");
    let mut kept: BTreeSet<usize> = keep.iter().copied().filter(|index| !is_mark(index)).collect();
    let Some(first) = keep.first() else { return kept };
    for (open, close) in quotations(syntax, syntax.sentence_of(*first)) {
        let is_wanted = keep.contains(&open) || keep.contains(&close);
        if is_wanted && open + 1 < close && (open + 1..close).all(|index| syntax.pos(index) == Pos::Punct || kept.contains(&index)) {
            kept.extend([open, close]);
        }
    }
    kept
}

fn words(syntax: &Syntax, actors: &ArticleActors, keep: &BTreeSet<usize>) -> String {
    let mut text = String::new();
    let mut before: Option<usize> = None;
    let mut kept: Vec<usize> = pair_marks(syntax, keep).into_iter().collect();
    while kept.first().is_some_and(|index| matches!(syntax.word(*index), "," | "–" | "-" | ":" | ";") || (syntax.pos(*index) == Pos::Cconj))
    {
        kept.remove(0);
    }
    while kept.last().is_some_and(|index| matches!(syntax.word(*index), "," | "–" | "-" | ":" | ";" | "." | "(")) {
        kept.pop();
    }
    // "(IOC)" without what it held.
    while let Some(empty) = kept.windows(2).position(|pair| syntax.word(pair[0]) == "(" && syntax.word(pair[1]) == ")") {
        kept.drain(empty..empty + 2);
    }
    for index in kept {
        // What stood between two commas was left out.
        if syntax.word(index) == "," && text.ends_with(',') {
            continue;
        }
        let glued = before.is_some_and(|last| syntax.token(last).span.end() == syntax.token(index).span.start())
            || matches!(syntax.word(index), "," | ":" | "”");
        if !text.is_empty() && !glued {
            text.push(' ');
        }
        text.push_str(syntax.word(index));
        // "attacked Roe and Peru's allies, accusing them": Roe alone is not what "them" says.
        let in_part = |mention: &LocalMention| {
            let one = mention.actors.len() == 1 && actors.actors[mention.actors[0]].kind == ActorKind::Person;
            one && lexicon().is("plural-pronoun", syntax.lower(index))
        };
        let pronoun = |mention: &&LocalMention| mention.form == MentionForm::Pronoun && !in_part(mention);
        if let Some(mention) = actors.at(index).filter(pronoun) {
            let names: Vec<&str> = mention.actors.iter().map(|actor| actors.actors[*actor].name.as_str()).collect();
            let possessive = if syntax.tag(index) == Tag::PrpPoss { "’s" } else { "" };
            text.extend([" [", &names.join(", "), possessive, "]"]);
        }
        before = Some(index);
    }
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Cuts at a word near the limit and says so with an ellipsis.
fn shorten(text: &str) -> String {
    if text.chars().count() <= LONGEST + 1 {
        return text.to_owned();
    }
    let cut = text.char_indices().take(LONGEST).filter(|(_, c)| c.is_whitespace()).last().map_or(text.len(), |(at, _)| at);
    format!("{}…", text[..cut].trim_end_matches([',', ' ', ':', ';']))
}
