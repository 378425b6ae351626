//! A title that is too long, shortened at the joints of its sentence: what is left out is a whole phrase that the rest can do without.

use super::words::Shown;
use crate::event::lexicon::lexicon;
use crate::language::{Dep, Pos, Syntax};

/// The longest title in characters that is left as it is.
pub(super) const LONGEST: usize = 170;

/// So many characters are left of a longer one.
pub(super) const ROOM: usize = 150;

/// The longest title of which nothing more can be left out. A longer one is cut in the middle of a phrase.
const LIMIT: usize = 180;

/// What a title can do without.
const LOOSE: [Dep; 9] = [Dep::Prep, Dep::Advcl, Dep::Relcl, Dep::Acl, Dep::Appos, Dep::Conj, Dep::Npadvmod, Dep::Advmod, Dep::Parataxis];

/// The words of `told` that stay if at most `room` characters are to be shown, and whether some were left out; the word `trigger` stays.
pub(super) fn fitted(shown: &Shown, told: &[usize], trigger: usize, room: usize) -> (Vec<usize>, bool) {
    let mut kept = told.to_vec();
    let mut is_cut = false;
    while shown.text(&kept).chars().count() > room {
        let Some(end) = loose_end(shown, &kept, trigger, room) else { break };
        kept.truncate(end);
        without_stumps(shown.syntax, &mut kept);
        is_cut = true;
    }
    (kept, is_cut)
}

/// The words that fit if no phrase can be left out.
pub(super) fn limit(room: usize) -> usize {
    room + LIMIT - ROOM
}

/// Where the phrase begins that is left out from the end: the shortest one that makes the rest fit, else the longest.
fn loose_end(shown: &Shown, kept: &[usize], trigger: usize, room: usize) -> Option<usize> {
    let syntax = shown.syntax;
    let last = kept.iter().copied().rev().find(|word| syntax.pos(*word) != Pos::Punct)?;
    let after = kept.iter().position(|word| *word == trigger)? + 1;
    let mut best = None;
    let mut at = last;
    for _ in 0..30 {
        let phrase = syntax.phrase(at);
        let start = kept.iter().position(|word| *word >= phrase.start)?;
        let whole = phrase.end > last;
        if start < after || !whole || syntax.dominates(at, trigger) {
            break;
        }
        // "if the talks fail": without it the rest would not be true.
        let is_condition = || syntax.by(at, &[Dep::Mark]).any(|mark| lexicon().is("title-condition", syntax.lower(mark)));
        if LOOSE.contains(&syntax.dep(at)) && !is_condition() && !is_needed(syntax, at) {
            best = Some(start);
            if shown.text(&kept[..start]).chars().count() <= room {
                break;
            }
        }
        at = syntax.head(at)?;
    }
    best
}

/// "describes as a step", "accuses them of lying", "on the night of 14 April", "the moment they sign": whether what a phrase hangs on says nothing without it.
fn is_needed(syntax: &Syntax, head: usize) -> bool {
    let of_verb = || syntax.head(head).is_some_and(|verb| syntax.is_verb(verb));
    let doing = || of_verb() && syntax.by(head, &[Dep::Pcomp]).next().is_some();
    let moment = || syntax.head(head).is_some_and(|noun| syntax.dep(noun) == Dep::Npadvmod);
    // "not as long as the ship stays"
    let measured = || syntax.head(head).is_some_and(|adverb| syntax.dep(adverb) == Dep::Advmod);
    match syntax.dep(head) {
        Dep::Advcl => measured(),
        Dep::Prep => matches!(syntax.lower(head), "as" | "of") || doing(),
        Dep::Relcl => moment(),
        _ => false,
    }
}

/// Whether a word points to what has been left out: a mark, "and", "the", "of", "that", "would"; not the "out" of "carried out".
fn hangs(syntax: &Syntax, index: usize) -> bool {
    matches!(syntax.pos(index), Pos::Cconj | Pos::Sconj | Pos::Det | Pos::Adp | Pos::Aux | Pos::Part) && syntax.dep(index) != Dep::Prt
        || matches!(syntax.word(index), "," | "–" | "—" | "-" | ":" | ";" | "(" | "“" | "\"")
}

/// Without words at the end that point to what has been cut off.
pub(super) fn without_stumps(syntax: &Syntax, kept: &mut Vec<usize>) {
    while kept.len() > 1 && kept.last().is_some_and(|last| hangs(syntax, *last)) {
        kept.pop();
    }
}
