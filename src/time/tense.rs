//! The tense around an expression: of the verb that governs it in the dependency tree.

use super::en::{Words, context};
use super::near;
use crate::language::{Analysis, Dep, Pos, Tag, Token};
use crate::model::Span;

/// When the verb says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Present,
    /// The present of what is arranged: "they meet on Friday"; with a time of day it tells a habit.
    Arranged,
    Future,
    /// No verb, or no analysis.
    Unknown,
}

/// The tokens of an expression.
pub(super) fn tokens_of(analysis: &Analysis, span: Span) -> std::ops::Range<usize> {
    let start = analysis.tokens.partition_point(|token| token.span.end() <= span.start());
    let length = analysis.tokens[start..].partition_point(|token| token.span.start() < span.end());
    start..start + length
}

fn within(token: &Token, list: &Words) -> bool {
    list.has(&token.lemma)
}

fn is(token: &Token, words: &[&str]) -> bool {
    words.contains(&&*token.lemma)
}

/// The token of an expression whose head lies outside of it.
pub(super) fn head_of(analysis: &Analysis, tokens: &std::ops::Range<usize>) -> Option<usize> {
    tokens.clone().rev().find(|at| {
        let token = &analysis.tokens[*at];
        let head = token.head as usize;
        !tokens.contains(&head) || head == *at
    })
}

/// The tense around an expression.
pub(super) fn tense(text: &str, analysis: &Analysis, span: Span) -> Tense {
    let tense = tense_of_verb(text, analysis, span);
    if tense == Tense::Future && describes(analysis, span) { Tense::Unknown } else { tense }
}

/// Whether the clause that governs an expression looks ahead from the moment of writing: "will", "is expected to".
pub(super) fn told_from_now(analysis: &Analysis, span: Span) -> bool {
    let Some(mut at) = head_of(analysis, &tokens_of(analysis, span)) else { return false };
    for _ in 0..12 {
        let token = &analysis.tokens[at];
        if matches!(token.pos, Pos::Verb | Pos::Aux) {
            let helper = analysis.tokens[at.saturating_sub(8)..at]
                .iter()
                .find(|helper| helper.head as usize == at && matches!(helper.dep, Dep::Aux | Dep::Auxpass) && helper.tag != Tag::To);
            let tense = helper.unwrap_or(token);
            match tense.tag {
                Tag::Vbz | Tag::Vbp => return helper.is_some(),
                Tag::Md => return within(tense, &context().modals_of_now),
                Tag::Vbd => return false,
                _ => {}
            }
        }
        let head = token.head as usize;
        if head == at || head >= analysis.tokens.len() {
            return false;
        }
        at = head;
    }
    false
}

/// Whether a day describes a noun, so that the tense of the verb says nothing of it: "claims from the Oct. 17 earthquake will be paid".
fn describes(analysis: &Analysis, span: Span) -> bool {
    let tokens = tokens_of(analysis, span);
    let numbered = tokens.len() > 1 && tokens.clone().next_back().is_some_and(|last| analysis.tokens[last].tag == Tag::Cd);
    numbered && modifies(analysis, &tokens)
}

/// "the 2014 explosion": whether an expression is a part of the noun behind it, so that what stands before it belongs to the noun.
pub(super) fn is_part_of_noun(analysis: &Analysis, span: Span) -> bool {
    modifies(analysis, &tokens_of(analysis, span))
}

fn modifies(analysis: &Analysis, tokens: &std::ops::Range<usize>) -> bool {
    head_of(analysis, tokens).is_some_and(|at| {
        let (dep, head) = (analysis.tokens[at].dep, analysis.tokens[at].head as usize);
        let modifies = matches!(dep, Dep::Nummod | Dep::Compound | Dep::Nmod | Dep::Amod) && head >= tokens.end;
        modifies && analysis.tokens.get(head).is_some_and(|noun| noun.pos == Pos::Noun)
    })
}

fn tense_of_verb(text: &str, analysis: &Analysis, span: Span) -> Tense {
    let tokens = tokens_of(analysis, span);
    let Some(mut at) = head_of(analysis, &tokens) else { return by_words(text, span) };
    let before = tokens.start.checked_sub(1).map(|before| &analysis.tokens[before]);
    let moved = before.is_some_and(|token| within(token, &context().moved_to));
    if told_beside(analysis, &tokens) || beside_an_end(analysis, &tokens) {
        return Tense::Past;
    }
    if before.is_some_and(|token| is(token, &["for"])) && called_for(analysis, tokens.start - 1) {
        // "had been scheduled for November 12": that day is over.
        let verb = analysis.tokens[tokens.start - 1].head as usize;
        return if in_past_perfect(analysis, verb) { Tense::Past } else { Tense::Future };
    }
    // "she had until May 29 to find a buyer"
    if before.is_some_and(|token| is(token, &["until", "till"]))
        && tokens.start >= 2
        && analysis.tokens[tokens.start - 2].pos != Pos::Aux
        && is(&analysis.tokens[tokens.start - 2], &["have"])
    {
        return Tense::Future;
    }
    if before.is_some_and(|token| is(token, &["of"])) && tokens.start >= 2 && is(&analysis.tokens[tokens.start - 2], &["ahead"]) {
        return Tense::Future;
    }
    // "wheat for December delivery", "the May contract".
    if analysis.tokens.get(tokens.end).is_some_and(|token| within(token, &context().traded)) {
        return Tense::Future;
    }
    let verb = analysis.tokens[at].head as usize;
    // Without another subject, "Saturday is" has it for one whatever the parser says.
    let alone = || !analysis.tokens.iter().skip(at).take(6).any(|token| token.head as usize == verb && token.dep == Dep::Nsubj);
    let subject = analysis.tokens[at].dep == Dep::Nsubj || analysis.tokens[at].dep == Dep::Npadvmod && at + 1 == verb && alone();
    let (mut object, mut goal) = (false, false);
    for step in 0..12 {
        let token = &analysis.tokens[at];
        // "He planned another briefing on Friday".
        if token.tag == Tag::Vbd && within(token, &context().planned) {
            return Tense::Future;
        }
        // "it forecast second-quarter revenue": what was foreseen lies ahead.
        if object && token.tag == Tag::Vbd && within(token, &context().foreseen) {
            return Tense::Future;
        }
        // "She had invited both to a meeting on Wednesday", "threatened a strike on Saturday": what is proposed is to come.
        // "has invited both to Brussels on Thursday" as well.
        let to = || {
            let words = analysis.tokens.get(at + 1..tokens.start).unwrap_or_default();
            words.iter().any(|word| word.dep == Dep::Prep && word.head as usize == at && is(word, &["to"]))
        };
        if matches!(token.tag, Tag::Vbd | Tag::Vbn) && within(token, &context().proposed) && (goal || is(token, &["invite"]) && to()) {
            return Tense::Future;
        }
        let noun = token.pos == Pos::Noun && !tokens.contains(&at);
        let of_to = || analysis.tokens.get(token.head as usize).is_some_and(|word| is(word, &["to", "for"]));
        goal |= noun && (token.dep == Dep::Dobj || token.dep == Dep::Pobj && of_to());
        object |= token.dep == Dep::Dobj;
        if moved && within(token, &context().moved) {
            return Tense::Future;
        }
        // "will pay a visit, her first since taking office in February"
        if token.tag == Tag::Vbg
            && token.dep == Dep::Pcomp
            && analysis.tokens.get(token.head as usize).is_some_and(|word| is(word, &["since"]))
        {
            return Tense::Past;
        }
        if matches!(token.pos, Pos::Verb | Pos::Aux) && !(token.tag == Tag::Vbg && token.dep == Dep::Amod) {
            match of_verb(analysis, at) {
                Tense::Unknown => {}
                // "38% above Friday's closing price": what is compared with is over.
                Tense::Present if owns_price(analysis, &tokens) => return Tense::Past,
                // "Saturday is the anniversary".
                Tense::Present if is(token, &["be"]) && subject && step == 1 => return Tense::Arranged,
                Tense::Present if is(token, &["be"]) && dates_subject(analysis, at, &tokens) => return Tense::Arranged,
                known => return known,
            }
        } else if within(token, &context().pending) && token.pos != Pos::Propn {
            return Tense::Future;
        }
        let head = token.head as usize;
        if head == at || head >= analysis.tokens.len() {
            break;
        }
        at = head;
    }
    Tense::Unknown
}

/// "The deadline is Friday", "he is due on Friday": what is present in tense but has its time as predicate lies ahead.
fn dates_subject(analysis: &Analysis, verb: usize, time: &std::ops::Range<usize>) -> bool {
    let end = (verb + 10).min(analysis.tokens.len());
    let predicates = (verb + 1..end).filter(|at| {
        let token = &analysis.tokens[*at];
        token.head as usize == verb && matches!(token.dep, Dep::Attr | Dep::Acomp) && !time.contains(at)
    });
    let words: Vec<&Token> = predicates.map(|at| &analysis.tokens[at]).collect();
    let behind = time.start > verb;
    behind && words.iter().all(|token| within(token, &context().pending_predicates))
}

/// "Friday's closing price", "Monday's close".
fn owns_price(analysis: &Analysis, time: &std::ops::Range<usize>) -> bool {
    let owns = analysis.tokens.get(time.end).is_some_and(|token| token.tag == Tag::Pos);
    let end = (time.end + 4).min(analysis.tokens.len());
    owns && analysis.tokens[(time.end + 1).min(end)..end].iter().any(|token| within(token, &context().prices))
}

/// A verb in the past stands just in front: "police said Tuesday the man would appear". The next clause often draws the day to its own
/// verb in the tree.
fn told_beside(analysis: &Analysis, tokens: &std::ops::Range<usize>) -> bool {
    let before = |steps: usize| tokens.start.checked_sub(steps).map(|at| &analysis.tokens[at]);
    let on = before(1).is_some_and(|token| is(token, &["on"]));
    before(1 + usize::from(on)).is_some_and(|token| token.tag == Tag::Vbd && within(token, &context().said))
}

/// "the quarter ended Sept. 30": over, whatever the sentence says of its results.
fn beside_an_end(analysis: &Analysis, tokens: &std::ops::Range<usize>) -> bool {
    let ended = |at: usize| {
        analysis.tokens.get(at).is_some_and(|token| matches!(token.tag, Tag::Vbd | Tag::Vbn) && within(token, &context().ended))
    };
    ended(tokens.end) || tokens.start.checked_sub(1).is_some_and(ended)
}

/// "A hearing has been called for Tuesday": `at` is the preposition.
fn called_for(analysis: &Analysis, at: usize) -> bool {
    let head = analysis.tokens[at].head as usize;
    analysis.tokens.get(head).is_some_and(|token| {
        let context = context();
        within(token, &context.called_for) || within(token, &context.foreseen)
    })
}

/// Whether the verb that governs an expression is negated: "did not recede until Friday".
pub(super) fn negated(analysis: &Analysis, span: Span) -> bool {
    let tokens = tokens_of(analysis, span);
    let Some(mut at) = head_of(analysis, &tokens) else { return false };
    for _ in 0..6 {
        let token = &analysis.tokens[at];
        if matches!(token.pos, Pos::Verb | Pos::Aux) {
            let from = at.saturating_sub(6);
            // "is not due until 2028"
            let end = (at + 3).min(analysis.tokens.len());
            if analysis.tokens[from..end].iter().any(|token| token.head as usize == at && token.dep == Dep::Neg) {
                return true;
            }
        }
        let head = token.head as usize;
        if head == at || head >= analysis.tokens.len() {
            return false;
        }
        at = head;
    }
    false
}

/// Without an analysis: the words of the sentence that look ahead.
fn by_words(text: &str, span: Span) -> Tense {
    let (before, after) = (near::before(text, span.start()), near::after(text, span.end()));
    let ends = ['.', '!', '?', '\n'];
    let before = before.rsplit(ends).next().unwrap_or_default();
    let after = after.split(ends).next().unwrap_or_default();
    let words = || before.split_whitespace().chain(after.split_whitespace());
    let ahead = words().any(|word| context().ahead_words.has(word));
    match () {
        () if ahead => Tense::Future,
        () if words().any(|word| context().past_words.has(word)) => Tense::Past,
        () => Tense::Unknown,
    }
}

/// The tense of a verb by its tag and auxiliaries; unknown if it only goes with another verb.
fn of_verb(analysis: &Analysis, at: usize) -> Tense {
    let verb = &analysis.tokens[at];
    let from = at.saturating_sub(8);
    let helpers: Vec<&Token> = analysis.tokens[from..at]
        .iter()
        .filter(|token| token.head as usize == at && matches!(token.dep, Dep::Aux | Dep::Auxpass))
        .collect();
    if helpers.iter().any(|token| token.tag == Tag::Md) {
        let past = matches!(verb.tag, Tag::Vbn) && helpers.iter().any(|token| &*token.lemma == "have");
        return if past { Tense::Past } else { Tense::Future };
    }
    let to = helpers.iter().any(|token| token.tag == Tag::To);
    let ahead = within(verb, &context().ahead);
    match verb.tag {
        Tag::Vbd => Tense::Past,
        Tag::Vbz | Tag::Vbp if is(verb, &["be"]) => Tense::Present,
        Tag::Vbz | Tag::Vbp => {
            if ahead && !within(verb, &context().weakly_ahead) {
                Tense::Future
            } else if ahead || within(verb, &context().arranged) || conditional(analysis, at) {
                Tense::Arranged
            } else {
                Tense::Present
            }
        }
        Tag::Vbn | Tag::Vb if to => infinitive(analysis, at),
        Tag::Vbn => {
            let finite = helpers.iter().find(|token| matches!(token.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp));
            match finite {
                // "is expected", not "had expected".
                Some(_)
                    if within(verb, &context().foreseen)
                        && helpers.iter().any(|token| token.dep == Dep::Auxpass)
                        && !has_particle(analysis, at) =>
                {
                    Tense::Future
                }
                Some(helper) if &*helper.lemma == "have" || helper.tag == Tag::Vbd => Tense::Past,
                // "once they are published on Monday".
                Some(_) if conditional(analysis, at) => Tense::Arranged,
                Some(_) => Tense::Present,
                None if ahead => Tense::Future,
                None => Tense::Past,
            }
        }
        // "has been waiting since Sunday".
        Tag::Vbg if helpers.iter().any(|token| &*token.lemma == "have") => Tense::Past,
        Tag::Vbg => match helpers.iter().find(|token| &*token.lemma == "be") {
            Some(helper) if helper.tag == Tag::Vbd => Tense::Past,
            Some(_) => Tense::Future,
            None => Tense::Unknown,
        },
        _ => Tense::Unknown,
    }
}

/// "was set up in May" is no "was set for May".
fn has_particle(analysis: &Analysis, verb: usize) -> bool {
    analysis.tokens.iter().skip(verb + 1).take(6).any(|token| token.head as usize == verb && token.dep == Dep::Prt)
}

/// "had been scheduled".
fn in_past_perfect(analysis: &Analysis, verb: usize) -> bool {
    let helpers = analysis.tokens[verb.saturating_sub(4)..verb].iter();
    helpers.filter(|token| token.head as usize == verb && token.tag == Tag::Vbd).any(|token| is(token, &["have"]))
}

/// Whether a clause begins with "when", "once" or "if": its present speaks of what is to come.
fn conditional(analysis: &Analysis, verb: usize) -> bool {
    analysis.tokens[verb.saturating_sub(8)..verb]
        .iter()
        .any(|token| token.head as usize == verb && matches!(token.dep, Dep::Mark | Dep::Advmod) && within(token, &context().conditions))
}

/// "expected to meet", "is to meet", "went to meet".
fn infinitive(analysis: &Analysis, at: usize) -> Tense {
    let head = analysis.tokens[at].head as usize;
    let Some(governor) = analysis.tokens.get(head).filter(|_| head != at) else { return Tense::Future };
    // "had been expected to vote on Thursday": it did not come so.
    if within(governor, &context().foreseen) && in_past_perfect(analysis, head) {
        return Tense::Past;
    }
    let noun = matches!(governor.pos, Pos::Noun | Pos::Propn | Pos::Adj);
    let ahead = within(governor, &context().ahead) || is(governor, &["be"]) || noun;
    // "was due to open", "had planned to meet" may look ahead from the past: still ahead of what is told.
    if ahead { Tense::Future } else { Tense::Unknown }
}
