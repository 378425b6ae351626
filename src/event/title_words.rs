//! The kept words of a title put together: marks in pairs, commas where two phrases still meet, names behind pronouns, a cut if too long.

use super::lexicon::lexicon;
use crate::actor::{ArticleActors, LocalMention, MentionForm};
use crate::language::{Dep, Pos, Syntax, Tag};
use crate::model::ActorKind;
use std::collections::BTreeSet;

/// Longest title in characters, before a cut.
const LONGEST: usize = 120;

/// Joins the words of a title; `trigger` is the word that a cut keeps.
pub(super) fn joined(syntax: &Syntax, actors: &ArticleActors, kept: &BTreeSet<usize>, trigger: usize) -> String {
    let kept = trimmed(syntax, &between(syntax, &pair_marks(syntax, kept)));
    let text = words(syntax, actors, &kept);
    // "a break fee of £35m.": the stop of the sentence.
    let figure = text.rsplit(' ').next().is_some_and(|last| last.chars().any(|c| c.is_ascii_digit()));
    let text = text.strip_suffix('.').filter(|_| figure).map_or(text.clone(), str::to_owned);
    if text.chars().count() <= LONGEST + 1 {
        return capitalised(&text);
    }
    let told = quoted_before(syntax, &kept, trigger).map(|at| (words(syntax, actors, &kept[..at]), words(syntax, actors, &kept[at..])));
    let told = told.filter(|(_, by)| by.chars().count() <= LONGEST * 2 / 3);
    capitalised(&told.map_or_else(|| cut_off(&text, LONGEST), |(told, by)| shorten_told(&told, &by)))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
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

/// The marks that were left out between two kept words that stand on either side of them: "worth 212 million, was awarded", "January 28, 1986".
fn between(syntax: &Syntax, kept: &BTreeSet<usize>) -> BTreeSet<usize> {
    let mut all = kept.clone();
    for &left in kept {
        let (gap, right) = (left + 1, left + 2);
        if kept.contains(&right) && matches!(syntax.word(gap), "," | ";") && !splits_subject(syntax, &all, left, right) {
            all.insert(gap);
        }
    }
    all
}

/// Whether a comma would stand alone between subject and verb: what it closed was left out.
fn splits_subject(syntax: &Syntax, kept: &BTreeSet<usize>, left: usize, right: usize) -> bool {
    let verb =
        if syntax.is_verb(right) && !matches!(syntax.dep(right), Dep::Aux | Dep::Auxpass) { Some(right) } else { syntax.head(right) };
    let mut subjects = verb.into_iter().flat_map(|verb| syntax.by(verb, &[Dep::Nsubj, Dep::Nsubjpass]));
    let around = subjects.find(|subject| syntax.phrase(*subject).contains(&left));
    around.is_some_and(|subject| !kept.range(syntax.phrase(subject).start..=left).any(|index| syntax.word(*index) == ","))
}

/// Without marks and conjunctions at the ends, the "that" of a clause whose verb is gone, and brackets that have lost their other half.
fn trimmed(syntax: &Syntax, kept: &BTreeSet<usize>) -> Vec<usize> {
    let mut kept: Vec<usize> = kept.iter().copied().collect();
    let loose = |index: usize| {
        let mark = matches!(syntax.word(index), "," | "–" | "-" | ":" | ";" | "•" | "·" | "*");
        let that = syntax.lower(index) == "that" && (syntax.dep(index) == Dep::Mark || matches!(syntax.tag(index), Tag::In | Tag::Wdt));
        mark || syntax.pos(index) == Pos::Cconj || that
    };
    while kept.first().is_some_and(|index| loose(*index)) {
        kept.remove(0);
    }
    let hangs = |index: usize| syntax.pos(index) == Pos::Cconj || matches!(syntax.word(index), "," | "–" | "-" | ":" | ";" | "." | "(");
    while kept.last().is_some_and(|index| hangs(*index)) {
        kept.pop();
    }
    // "(IOC)" without what it held.
    let empty = |pair: &[usize]| matches!((syntax.word(pair[0]), syntax.word(pair[1])), ("(", ")") | ("‘", "’"));
    while let Some(empty) = kept.windows(2).position(empty) {
        kept.drain(empty..empty + 2);
    }
    let count = |bracket: &str| kept.iter().filter(|index| syntax.word(**index) == bracket).count();
    if count("(") != count(")") {
        kept.retain(|index| !matches!(syntax.word(*index), "(" | ")"));
    }
    kept
}

fn words(syntax: &Syntax, actors: &ArticleActors, kept: &[usize]) -> String {
    let mut text = String::new();
    let mut shown: Option<Vec<usize>> = None;
    let mut waiting: Option<String> = None;
    for (place, &index) in kept.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| kept[before]);
        let touches = before.is_some_and(|last| syntax.token(last).span.end() == syntax.token(index).span.start());
        // "He [Karl Dahl]'ll": a name does not come between the parts of a word.
        if let Some(name) = waiting.take_if(|_| !touches || !syntax.word(index).starts_with(['\'', '’'])) {
            text.push_str(&name);
        }
        // What stood between two commas was left out.
        if syntax.word(index) == "," && text.ends_with(',') {
            continue;
        }
        let closes = syntax.word(index) == "\"" && text.matches('"').count() % 2 == 1;
        if !text.is_empty() && !touches && !closes && !matches!(syntax.word(index), "," | ":" | ";" | "”") {
            text.push(' ');
        }
        text.push_str(syntax.word(index));
        let pronoun = |mention: &&LocalMention| mention.form == MentionForm::Pronoun && !in_part(syntax, actors, index, mention);
        if let Some(mention) = actors.at(index).filter(pronoun)
            && shown.as_ref() != Some(&mention.actors)
            && !is_clear(syntax, actors, &kept[..place], (index, mention))
        {
            let names: Vec<&str> = mention.actors.iter().map(|actor| actors.actors[*actor].name.as_str()).collect();
            let possessive = if syntax.tag(index) == Tag::PrpPoss { "’s" } else { "" };
            waiting = Some(format!(" [{}{possessive}]", names.join(", ")));
            shown = Some(mention.actors.clone());
        }
    }
    text.extend(waiting);
    text
}

/// "attacked Roe and Peru's allies, accusing them": Roe alone is not what "them" says.
fn in_part(syntax: &Syntax, actors: &ArticleActors, index: usize, mention: &LocalMention) -> bool {
    let one = mention.actors.len() == 1 && actors.actors[mention.actors[0]].kind == ActorKind::Person;
    one && lexicon().is("plural-pronoun", syntax.lower(index))
}

/// Whether the subject that a title has already is what its pronoun stands for: "The mission started its work".
fn is_clear(syntax: &Syntax, actors: &ArticleActors, before: &[usize], (pronoun, mention): (usize, &LocalMention)) -> bool {
    // Nobody else has been named.
    let named = before.iter().filter_map(|index| actors.at(*index)).filter(|named| named.form != MentionForm::Pronoun);
    let others: BTreeSet<&Vec<usize>> = named.map(|named| &named.actors).collect();
    if others.len() == 1 && others.contains(&mention.actors) {
        return true;
    }
    let subject = |index: &&usize| matches!(syntax.dep(**index), Dep::Nsubj | Dep::Nsubjpass) && syntax.is_noun(**index);
    let Some(&subject) = before.iter().rev().find(subject) else { return false };
    if let Some(named) = actors.at(subject).filter(|named| named.form != MentionForm::Pronoun) {
        return named.actors == mention.actors;
    }
    let several = matches!(syntax.tag(subject), Tag::Nns | Tag::Nnps) || syntax.by(subject, &[Dep::Conj]).next().is_some();
    let lower = syntax.lower(pronoun);
    if several {
        lexicon().is("plural-pronoun", lower)
    } else {
        lexicon().is("thing-pronoun", lower) && !crate::actor::is_role(syntax.lower(subject))
    }
}

/// Where the words of whoever speaks begin, behind what is quoted.
fn quoted_before(syntax: &Syntax, kept: &[usize], trigger: usize) -> Option<usize> {
    let content = syntax.by(trigger, &[Dep::Ccomp, Dep::Xcomp]).find(|clause| *clause < trigger)?;
    let end = syntax.phrase(content).end;
    let mut at = kept.iter().position(|index| *index >= end)?;
    while at < kept.len() && matches!(syntax.word(kept[at]), "," | "\"" | "”" | "’" | "." | "?" | "!") {
        at += 1;
    }
    (at > 0 && kept.get(at..)?.contains(&trigger)).then_some(at)
}

/// Cuts what is told, and keeps by whom.
fn shorten_told(told: &str, by: &str) -> String {
    let room = LONGEST.saturating_sub(by.chars().count() + 3).max(LONGEST / 3);
    format!("{} {by}", cut_off(told, room))
}

/// The words that fit, an ellipsis, and the mark of a quotation that was open.
fn cut_off(text: &str, room: usize) -> String {
    let part = cut(text, room);
    let straight = part.matches('"').count() % 2 == 1;
    let curly = part.matches('“').count() > part.matches('”').count();
    format!("{part}…{}{}", if straight { "\"" } else { "" }, if curly { "”" } else { "" })
}

/// The words that fit into so many characters; no half of a bracket.
fn cut(text: &str, room: usize) -> &str {
    let end = text.char_indices().take(room).filter(|(_, c)| c.is_whitespace()).last().map_or(text.len(), |(at, _)| at);
    let part = &text[..end];
    let open = part.rfind('[').filter(|open| !part[*open..].contains(']'));
    part[..open.unwrap_or(part.len())].trim_end_matches([',', ' ', ':', ';', '"', '“'])
}
