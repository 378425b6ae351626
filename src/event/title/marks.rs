//! The marks of a title: in pairs, where two phrases still meet, and none that points to what was left out.

use crate::language::{Dep, Pos, Syntax, Tag};
use std::collections::BTreeSet;

/// So many words are too few to say something by themselves.
const TAIL: usize = 4;

/// The kept words of a title with the marks that belong to them.
pub(super) fn with_marks(syntax: &Syntax, kept: &BTreeSet<usize>) -> Vec<usize> {
    let mut kept = trimmed(syntax, &between(syntax, &pair_marks(syntax, kept)));
    without_tail(syntax, &mut kept);
    kept
}

/// Without a few words behind the last comma that say nothing without what was left out of their phrase: ", the largest [in years]".
fn without_tail(syntax: &Syntax, kept: &mut Vec<usize>) {
    let Some(comma) = kept.iter().rposition(|word| syntax.word(*word) == ",").filter(|comma| *comma > 0) else { return };
    let tail = &kept[comma + 1..];
    let (Some(last), Some(head)) = (tail.last(), tail.iter().find(|word| syntax.head(**word).is_none_or(|head| !tail.contains(&head))))
    else {
        return;
    };
    let tells = |word: &usize| syntax.is_verb(*word) || matches!(syntax.pos(*word), Pos::Propn | Pos::Aux);
    let is_cut = syntax.phrase(*head).end > last + 1 && syntax.pos(last + 1) != Pos::Punct;
    if tail.len() <= TAIL && is_cut && syntax.dep(*head) != Dep::Conj && !tail.iter().any(tells) {
        kept.truncate(comma);
    }
}

/// The quotation marks of a sentence that open and close the same words, but for the one that closes what another sentence has opened.
/// A straight mark closes what a straight mark opened.
fn quotations(syntax: &Syntax, sentence: usize, closed: Option<usize>) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut straight, mut curly) = (None, None);
    for index in syntax.sentence(sentence) {
        match syntax.word(index) {
            _ if Some(index) == closed => {}
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

/// The mark that closes a quotation which a sentence before has opened.
fn closed_here(syntax: &Syntax, sentence: usize) -> Option<usize> {
    let mark = syntax.sentence(sentence).find(|word| matches!(syntax.word(*word), "\"" | "“" | "”"))?;
    let behind_a_word = mark > syntax.sentence(sentence).start && syntax.is_glued(mark);
    let opens = mark + 1 < syntax.len() && syntax.is_glued(mark + 1);
    (syntax.word(mark) == "”" || syntax.word(mark) == "\"" && behind_a_word && !opens).then_some(mark)
}

/// Keeps the marks of a quotation that is kept whole, and neither of one that is cut.
fn pair_marks(syntax: &Syntax, keep: &BTreeSet<usize>) -> BTreeSet<usize> {
    let is_mark = |index: &usize| matches!(syntax.word(*index), "\"" | "“" | "”");
    let mut kept: BTreeSet<usize> = keep.iter().copied().filter(|index| !is_mark(index)).collect();
    let Some(first) = keep.first() else { return kept };
    let sentence = syntax.sentence_of(*first);
    let closed = closed_here(syntax, sentence);
    kept.extend(closed.filter(|mark| (syntax.sentence(sentence).start..*mark).all(|word| keep.contains(&word))));
    for (open, close) in quotations(syntax, sentence, closed) {
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
    // "has not replied; on Monday he warned", "since Sunday – a claim that he denied": two clauses.
    let words: Vec<usize> = kept.iter().copied().collect();
    let verb = |word: usize| syntax.is_verb(word) || matches!(syntax.pos(word), Pos::Aux | Pos::Part);
    for pair in words.windows(2).filter(|pair| !verb(pair[1])) {
        let is_lone_dash = |mark: &usize| {
            let dash = |word: &usize| matches!(syntax.word(*word), "–" | "—");
            dash(mark) && syntax.sentence(syntax.sentence_of(*mark)).filter(dash).count() == 1 && mark + 1 == pair[1]
        };
        all.extend((pair[0] + 1..pair[1]).find(|mark| syntax.word(*mark) == ";" || is_lone_dash(mark)));
    }
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
    let subjects: Vec<usize> = verb.into_iter().flat_map(|verb| syntax.by(verb, &[Dep::Nsubj, Dep::Nsubjpass])).collect();
    // "a party, the Movement of Amhara, said": where the tree tells no subject, it is the name before the verb.
    let untold = verb == Some(right) && subjects.is_empty() && (syntax.head(right).is_none() || syntax.dep(right) == Dep::Acl);
    let plain = |word: &usize| syntax.word(*word) != "," && !syntax.is_verb(*word);
    if untold && kept.range(syntax.sentence(syntax.sentence_of(left)).start..=left).all(plain) {
        return true;
    }
    let around = subjects.into_iter().find(|subject| syntax.phrase(*subject).contains(&left));
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
