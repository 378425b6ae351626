//! Throws out what only looks like a time expression: "May" the surname, "second" the ordinal, four digits that count people.

use super::meaning::{Meaning, Part, Year};
use super::recognise::Candidate;
use super::rule::Standing;
use super::tense::{head_of, tokens_of};
use crate::language::{Analysis, Dep, EntityLabel, Pos, Tag, Token};

/// Whether a candidate is a time expression in its place.
pub(super) fn stands(text: &str, analysis: &Analysis, candidate: &Candidate) -> bool {
    if tied(text, candidate) {
        return false;
    }
    match candidate.phrase.standing {
        Standing::Alone => true,
        Standing::Part => false,
        Standing::Number => year_stands(text, analysis, candidate),
        Standing::Ambiguous => word_stands(text, analysis, candidate),
    }
}

/// Glued to something unknown: "May-Britt", "2014-0815", "Sun-Times".
fn tied(text: &str, candidate: &Candidate) -> bool {
    let (before, after) = (&text[..candidate.span.start()], &text[candidate.span.end()..]);
    let mut before = before.chars().rev();
    let mut after = after.chars();
    let number = candidate.phrase.standing == Standing::Number;
    let weak = number || candidate.phrase.standing == Standing::Ambiguous;
    let hyphen = |letter: Option<char>| matches!(letter, Some('-' | '/' | '_' | '\u{2013}'));
    let (first, second) = (before.next(), before.next());
    let (next, then) = (after.next(), after.next());
    let glued_after = hyphen(next) && then.is_some_and(if number { char::is_numeric } else { char::is_alphabetic });
    let glued_before = hyphen(first) && second.is_some_and(char::is_alphanumeric);
    let mail = matches!(first, Some('@' | '_' | '=' | '&' | '.')) && second.is_some_and(|letter| !letter.is_whitespace()) && weak;
    (weak && (glued_after && !number || glued_before || number && glued_after)) || mail || matches!(next, Some('@' | '_'))
}

fn neighbour<'a>(analysis: &'a Analysis, tokens: &std::ops::Range<usize>, step: isize) -> Option<&'a Token> {
    let at = if step < 0 { tokens.start.checked_add_signed(step)? } else { tokens.end.checked_add_signed(step - 1)? };
    analysis.tokens.get(at)
}

/// The word in front, in lower case, and the word behind.
fn words_around<'a>(text: &'a str, candidate: &Candidate) -> (String, &'a str) {
    let before = text[..candidate.span.start()].trim_end_matches(' ').rsplit([' ', '\n', '(', '"']).next().unwrap_or_default();
    let after = text[candidate.span.end()..].trim_start_matches(' ').split([' ', '\n', ',', '.', ';', ')']).next().unwrap_or_default();
    (before.to_ascii_lowercase(), after)
}

/// Whether the word in front begins with a capital letter.
fn before_is_capital(text: &str, candidate: &Candidate) -> bool {
    text[..candidate.span.start()].trim_end_matches(' ').rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// Four digits: a year unless they count something.
fn year_stands(text: &str, analysis: &Analysis, candidate: &Candidate) -> bool {
    let Meaning::Date(date) = candidate.phrase.meaning else { return true };
    let Year::Is(year) = date.year else { return true };
    let tokens = tokens_of(analysis, candidate.span);
    let after = neighbour(analysis, &tokens, 1);
    let (before, after_word) = words_around(text, candidate);
    let before = before.as_str();
    if matches!(
        before,
        "$" | "€"
            | "£"
            | "#"
            | "no"
            | "no."
            | "number"
            | "flight"
            | "room"
            | "route"
            | "highway"
            | "boeing"
            | "km"
            | "page"
            | "section"
            | "us$"
            | "rs"
            | "rs."
    ) {
        return false;
    }
    if matches!(
        before,
        "in" | "since" | "until" | "till" | "during" | "by" | "before" | "after" | "early" | "late" | "mid" | "year" | "circa" | "from"
    ) {
        let counted = after.is_some_and(|token| token.tag == Tag::Nns) && !matches!(before, "since" | "until" | "circa");
        return !counted || (1500..2100).contains(&year);
    }
    let likely = (1800..2060).contains(&year);
    let counts = after.is_some_and(|token| token.tag == Tag::Nns && token.dep != Dep::Appos)
        && analysis.tokens.get(tokens.start).is_some_and(|token| token.dep == Dep::Nummod);
    let determined = before.ends_with("'s")
        || before.ends_with("’s")
        || matches!(before, "the" | "its" | "their" | "his" | "her" | "our" | "a")
        || likely && analysis.tokens.get(tokens.start.wrapping_sub(1)).is_some_and(|token| token.pos == Pos::Propn);
    let measured = matches!(
        after_word,
        "km" | "m"
            | "miles"
            | "kg"
            | "people"
            | "men"
            | "women"
            | "metres"
            | "meters"
            | "feet"
            | "ft"
            | "%"
            | "percent"
            | "per"
            | "acres"
            | "hectares"
            | "points"
            | "troops"
            | "euros"
            | "dollars"
    );
    likely && !measured && (!counts || determined)
}

/// Words with another meaning.
fn word_stands(text: &str, analysis: &Analysis, candidate: &Candidate) -> bool {
    let tokens = tokens_of(analysis, candidate.span);
    let words = candidate.span.text(text);
    if tokens.is_empty() {
        let (before, after) = words_around(text, candidate);
        let title = before_is_capital(text, candidate) && words.starts_with(char::is_uppercase);
        match &candidate.phrase.meaning {
            Meaning::Vague(_) if after == "than" => return false,
            Meaning::Shift { .. } if after == "of" => return false,
            Meaning::Time { .. } => return !title,
            _ => {}
        }
        let placed = words.starts_with("the ") || matches!(before.as_str(), "in" | "of" | "since" | "by" | "until" | "last");
        return placed || !matches!(&candidate.phrase.meaning, Meaning::Date(date) if matches!(date.part, Part::Season(_)));
    }
    let head = head_of(analysis, &tokens).unwrap_or(tokens.start);
    let token = &analysis.tokens[head];
    let before = neighbour(analysis, &tokens, -1);
    let after = neighbour(analysis, &tokens, 1);
    let in_person = analysis.entities.iter().any(|entity| {
        matches!(entity.label, EntityLabel::Person | EntityLabel::Org | EntityLabel::WorkOfArt | EntityLabel::Product | EntityLabel::Gpe)
            && (entity.start as usize..entity.end as usize).contains(&tokens.start)
            && entity.end - entity.start > 1
    });
    match &candidate.phrase.meaning {
        Meaning::Date(date) if matches!(date.part, Part::Month(_)) => {
            !in_person
                && !matches!(token.tag, Tag::Md | Tag::Vb | Tag::Vbp | Tag::Vbd)
                && !before.is_some_and(|token| token.tag == Tag::Nnp && token.dep == Dep::Compound)
        }
        Meaning::Date(date) if matches!(date.part, Part::Season(_)) => {
            let noun = matches!(token.pos, Pos::Noun | Pos::Propn);
            let modifies = token.dep == Dep::Compound && !tokens.contains(&(token.head as usize));
            let fall = words.to_ascii_lowercase().ends_with("fall");
            let placed = before.is_some_and(|token| {
                matches!(
                    &*token.lemma,
                    "in" | "during" | "by" | "until" | "since" | "of" | "over" | "through" | "throughout" | "for" | "this" | "last"
                )
            });
            noun && !modifies
                && !in_person
                && (!fall || placed && !after.is_some_and(|token| matches!(&*token.lemma, "of" | "in" | "from")))
        }
        Meaning::Time { .. } if words.eq_ignore_ascii_case("overnight") => {
            !before.is_some_and(|token| matches!(token.tag, Tag::Jj) || matches!(&*token.lemma, "a" | "an" | "every" | "each"))
        }
        Meaning::Time { .. } => !in_person && matches!(token.pos, Pos::Noun | Pos::Adv | Pos::Propn),
        Meaning::Vague(_) => vague_stands(text, analysis, &tokens, words),
        Meaning::Length(_) => {
            let noun = matches!(token.pos, Pos::Noun);
            noun && !before.is_some_and(|token| matches!(token.tag, Tag::Jj | Tag::PrpPoss | Tag::Nnp | Tag::Hyph | Tag::Nn))
                && !after.is_some_and(|token| token.tag == Tag::Hyph)
        }
        Meaning::Shift { .. } => {
            let compound =
                token.dep == Dep::Compound || after.is_some_and(|token| matches!(token.tag, Tag::Nn | Tag::Nns) && &*token.lemma != "end");
            !compound && !after.is_some_and(|token| matches!(token.tag, Tag::Wdt | Tag::Wrb | Tag::Hyph) || &*token.lemma == "of")
        }
        _ => true,
    }
}

fn vague_stands(text: &str, analysis: &Analysis, tokens: &std::ops::Range<usize>, words: &str) -> bool {
    let token = &analysis.tokens[tokens.start];
    let after = neighbour(analysis, tokens, 1).map(|token| token.span.text(text)).unwrap_or_default();
    match words.to_ascii_lowercase().as_str() {
        "earlier" | "later" => token.pos == Pos::Adv && after != "than" && !matches!(token.dep, Dep::Amod),
        "present" => token.pos == Pos::Adj && token.dep == Dep::Amod && tokens.end <= token.head as usize,
        "presently" | "current" | "recent" | "future" => true,
        _ => true,
    }
}
