//! What each time expression governs in the tree: the verb or the event noun that it dates.

use crate::event::clause::context::is_speech;
use crate::event::lexicon::lexicon;
use crate::language::{Dep, Syntax, Tag};
use crate::model::words::edtf_words;
use crate::model::{Edtf, Span, TimeExpression, Timex3, When};
use std::ops::Range;

/// For each time expression its head token and the token that it governs.
pub(crate) struct Anchors<'t> {
    times: &'t [TimeExpression],
    /// The tokens of each.
    tokens: Vec<Range<usize>>,
    /// Index into `times`, governed token.
    governs: Vec<(usize, usize)>,
}

/// A date found for an event.
#[derive(Clone, Debug)]
pub(crate) struct Anchored {
    /// The date.
    pub when: When,
    /// The words that say so.
    pub span: Span,
}

impl<'t> Anchors<'t> {
    /// Finds what each time expression governs. `is_event` tells whether a noun is a trigger.
    pub(crate) fn new(syntax: &Syntax, times: &'t [TimeExpression], is_event: impl Fn(usize) -> bool) -> Self {
        let mut governs = Vec::new();
        let tokens = times.iter().map(|time| tokens_of(syntax, time.quote.span)).collect::<Vec<_>>();
        for (number, time) in times.iter().enumerate() {
            // "now" and "currently" date a state, not an event.
            // "will begin within ten days" has a place in time, "lasted ten days" has none.
            if time.kind == Timex3::Set || time.when.edtf == Edtf::Unknown || time.value == "PRESENT_REF" {
                continue;
            }
            let Range { start: first, end } = tokens[number];
            if first >= end {
                continue;
            }
            if is_other_side(syntax, first, end) {
                continue;
            }
            let outside = |index: &usize| syntax.head(*index).is_none_or(|head| head < first || head >= end);
            let head = (first..end).rev().find(outside).unwrap_or(first);
            if let Some(governed) = governed(syntax, (first, head), &is_event) {
                let governed = before_and(syntax, &(first..end), governed).filter(|_| !opens_with(&tokens, end)).unwrap_or(governed);
                let mends = [behind_semicolon, told_beside, before_clause, in_front_of_all, in_the_clause_between];
                let governed = mends.into_iter().fold(governed, |at, mend| mend(syntax, &(first..end), at).unwrap_or(at));
                governs.push((number, governed));
            }
        }
        governs.sort_by_key(|(number, governed)| (*governed, *number));
        Self { times, tokens, governs }
    }

    /// The date whose last word is this token, without what binds it to another verb: of "since November 2022, when it left", the month.
    pub(super) fn ending_at(&self, token: usize) -> Option<Anchored> {
        let number = self.tokens.iter().position(|tokens| tokens.end == token + 1 && tokens.contains(&token))?;
        let time = &self.times[number];
        // "since Saturday evening, when": the day.
        let day = time.value.split('T').next().unwrap_or_default();
        let night = time.value.ends_with("NI");
        let plain = Some(day).filter(|_| !night)?.parse::<Edtf>().ok().filter(|edtf| matches!(edtf, Edtf::On(_)))?;
        let when = if plain == time.when.edtf {
            time.when.clone()
        } else {
            let why = format!("it was then: {}", edtf_words(&plain));
            When { edtf: plain, basis: time.when.basis, why }
        };
        Some(Anchored { when, span: time.quote.span })
    }

    /// Whether an expression that dates something tells of this day or a part of it.
    pub(in crate::event) fn tell(&self, day: Edtf) -> bool {
        let day = day.bounds();
        self.governs.iter().map(|(number, _)| self.times[*number].when.bounds()).any(|told| {
            let (from, to) = (told.earliest.zip(day.earliest), told.latest.zip(day.latest));
            from.is_some_and(|(told, day)| told >= day) && to.is_some_and(|(told, day)| told <= day)
        })
    }

    /// The finest date that governs a token directly.
    pub(crate) fn at(&self, token: usize) -> Option<Anchored> {
        let first = self.governs.partition_point(|(_, governed)| *governed < token);
        let best = self.governs[first..].iter().take_while(|(_, governed)| *governed == token).map(|(number, _)| &self.times[*number]);
        // "Since then they have met six times, most recently last month": a word that names no time says least.
        let vague = |time: &TimeExpression| time.value.ends_with("_REF");
        let best = best.min_by_key(|time| (vague(time), time.when.precision(), time.quote.span.start()))?;
        Some(Anchored { when: best.when.clone(), span: best.quote.span })
    }
}

/// "Climbed to 97 million from 71 million a year earlier": the date of the figure that is compared with, not of the climb.
fn is_other_side(syntax: &Syntax, first: usize, end: usize) -> bool {
    // "three seats fewer than in 2021"
    let than = first.checked_sub(2).is_some_and(|before| syntax.lower(before) == "than" && syntax.tag(before + 1) == Tag::In);
    if than {
        return true;
    }
    let distance = lexicon().is("distance-end", syntax.lower(end - 1));
    let mut at = first.checked_sub(1).filter(|_| distance);
    for _ in 0..4 {
        let Some(index) = at else { return false };
        if syntax.tag(index) == Tag::In {
            return lexicon().is("comparison", syntax.lower(index));
        }
        at = syntax.head(index).filter(|head| *head < first && syntax.is_noun(index) | (syntax.tag(index) == Tag::Cd));
    }
    false
}

/// "He won in June; the following month a judge threw it out": words behind a semicolon date what follows, whatever the parser makes of them.
fn behind_semicolon(syntax: &Syntax, time: &Range<usize>, governed: usize) -> Option<usize> {
    let before = time.start.checked_sub(1)?;
    let before = if syntax.tag(before) == Tag::In { before.checked_sub(1)? } else { before };
    let astray = syntax.word(before) == ";" && governed < before;
    let end = syntax.sentence(syntax.sentence_of(time.start)).end;
    (time.end..end).find(|verb| has_tense(syntax, *verb)).filter(|_| astray)
}

/// "The minister said on Thursday he was ready": words right behind a verb of saying date it, whatever the parser makes of them.
fn told_beside(syntax: &Syntax, time: &Range<usize>, governed: usize) -> Option<usize> {
    let before = time.start.checked_sub(1)?;
    let before = if syntax.tag(before) == Tag::In { before.checked_sub(1)? } else { before };
    let below = governed > time.start && is_speech(syntax, before) && syntax.dep(governed) == Dep::Ccomp;
    let subject = syntax.by(governed, &[Dep::Nsubj, Dep::Nsubjpass]).any(|subject| subject >= time.end);
    (below && has_tense(syntax, before) && subject && syntax.head(governed) == Some(before)).then_some(before)
}

/// "He was sentenced yesterday, more than six years after a clerk noticed it": words before the conjunction of a clause, and before a comma,
/// date what the clause hangs on.
fn before_clause(syntax: &Syntax, time: &Range<usize>, governed: usize) -> Option<usize> {
    let main = syntax.head(governed).filter(|main| syntax.dep(governed) == Dep::Advcl && *main < time.start && syntax.is_verb(*main))?;
    let comma = time.end < syntax.len() && syntax.word(time.end) == ",";
    let mark = syntax.by(governed, &[Dep::Mark]).next()?;
    (comma && mark > time.end).then_some(main)
}

/// "In May 2019, investigators searching the offices found a notebook": words that open the sentence date the main verb, not the participle
/// that the parser hangs its subject on.
fn in_front_of_all(syntax: &Syntax, time: &Range<usize>, governed: usize) -> Option<usize> {
    let start = syntax.sentence(syntax.sentence_of(time.start)).start;
    let opens = (start..time.start).all(|index| matches!(syntax.tag(index), Tag::In | Tag::Dt));
    let bare = syntax.tag(governed) == Tag::Vbg && syntax.by(governed, &[Dep::Aux]).next().is_none();
    let main = syntax.head(governed).filter(|main| opens && bare && syntax.dep(governed) == Dep::Advcl && has_tense(syntax, *main))?;
    let no_subject = syntax.by(main, &[Dep::Nsubj, Dep::Nsubjpass]).next().is_none();
    let subject = syntax.by(governed, &[Dep::Nsubj]).any(|subject| subject >= time.end && subject < governed);
    (governed < main && no_subject && subject).then_some(main)
}

/// "Chile welcomes the deal which the two reached in Lima, Peru's capital, on Tuesday": a verb in the present in front of a clause in the past
/// has no day of its own behind it.
fn in_the_clause_between(syntax: &Syntax, time: &Range<usize>, governed: usize) -> Option<usize> {
    let present = matches!(syntax.tag(governed), Tag::Vbz | Tag::Vbp) && governed < time.start;
    let told = |clause: &usize| syntax.dep(*clause) == Dep::Relcl && syntax.tag(*clause) == Tag::Vbd && syntax.dominates(governed, *clause);
    (governed..time.start).rev().filter(|_| present).find(told)
}

/// Whether a time expression begins behind the "and" at this token: "on Monday and Tuesday".
fn opens_with(times: &[Range<usize>], and: usize) -> bool {
    times.iter().any(|tokens| tokens.start == and + 1 || tokens.start == and + 2)
}

/// "She sued the firm that December and, in the spring, handed her files over": words before "and" date what stands before it, whatever the
/// parser makes of them.
fn before_and(syntax: &Syntax, time: &Range<usize>, governed: usize) -> Option<usize> {
    let and = time.end;
    let behind = and < syntax.len() && syntax.tag(and) == Tag::Cc && governed > and && syntax.is_verb(governed);
    let start = syntax.sentence(syntax.sentence_of(time.start)).start;
    (start..time.start).rev().find(|verb| has_tense(syntax, *verb)).filter(|_| behind)
}

/// Whether a verb has a tense by its own form.
fn has_tense(syntax: &Syntax, verb: usize) -> bool {
    syntax.is_verb(verb) && matches!(syntax.tag(verb), Tag::Vbd | Tag::Vbz | Tag::Vbp)
}

fn tokens_of(syntax: &Syntax, span: Span) -> Range<usize> {
    let tokens = &syntax.analysis.tokens;
    let first = tokens.partition_point(|token| token.span.end() <= span.start());
    let end = tokens.partition_point(|token| token.span.start() < span.end());
    first..end
}

/// Climbs from a time expression, of which the first token and the head are given, to the verb or event noun that it dates.
fn governed(syntax: &Syntax, (first, head): (usize, usize), is_event: &impl Fn(usize) -> bool) -> Option<usize> {
    let mut at = head;
    // "a contract until 2025", "its forecast for the full year": how long a thing lasts, not when it was made.
    let term = syntax.head(head).filter(|preposition| lexicon().is("term-preposition", syntax.lower(*preposition)));
    let lasts = |noun: usize| lexicon().is("lasting", syntax.lemma(noun));
    if let Some(preposition) = term
        && let Some(above) = syntax.head(preposition)
        && (syntax.is_noun(above) && !is_event(above)
            || syntax.is_noun(above) && lasts(above)
            || syntax.lower(preposition) != "for" && syntax.by(above, &[Dep::Dobj]).any(lasts)
            // "withdrew its forecast for 2026"
            || syntax.lower(preposition) == "for" && syntax.by(above, &[Dep::Dobj]).any(|noun| lexicon().is("foretold", syntax.lemma(noun))))
    {
        return None;
    }
    let mut below = head;
    for _ in 0..12 {
        let above = syntax.head(at)?;
        let through_preposition = matches!(syntax.dep(at), Dep::Pobj | Dep::Pcomp)
            || matches!(syntax.dep(above), Dep::Prep | Dep::Advmod | Dep::Npadvmod) && !syntax.is_noun(above);
        // "closed the border crossing on Tuesday": a noun, whatever the tagger makes of it.
        let crossing = syntax.tag(above) == Tag::Vbg && syntax.by(above, &[Dep::Det]).next().is_some();
        // "its part in the 1994 genocide in 2021": the noun has its year already.
        let has_year = is_event(above) && first > above && named_by_year(syntax, above);
        // "arrested on the way to work on Monday": no event of its own.
        let bare = syntax.tag(above) == Tag::Nn
            && syntax.dep(above) == Dep::Pobj
            && syntax.by(above, &[Dep::Det, Dep::Poss, Dep::Amod, Dep::Compound, Dep::Nummod]).next().is_none();
        // "celebrated the launch Tuesday": when it was celebrated.
        let weekday = at == head && first == head && syntax.dep(head) == Dep::Npadvmod && syntax.tag(head) == Tag::Nnp;
        let object = weekday && syntax.dep(above) == Dep::Dobj && syntax.head(above).is_some_and(|verb| syntax.tag(verb) == Tag::Vbd);
        if !crossing && !has_year && !bare && !object && (syntax.is_verb(above) || is_event(above)) {
            return Some(above);
        }
        // "the treaty of 1960 is suspended": the year of the treaty, whatever happens to it. "During the crisis of 2023" is in it.
        let within = syntax.head(above).is_some_and(|word| lexicon().is("all-through", syntax.lower(word)));
        // "submit a motion of no confidence next week": not the motion's.
        if syntax.is_noun(above) && syntax.lower(at) == "of" && below == head && !within {
            return is_event(above).then_some(above);
        }
        if syntax.is_noun(above) && !through_preposition {
            // "its May report" dates the report alone; "plans on Tuesday" is mostly a date of the verb.
            let modifier = matches!(syntax.dep(at), Dep::Compound | Dep::Amod | Dep::Poss | Dep::Nmod | Dep::Nummod);
            if modifier && !opens_with_date(syntax, first, (at, above)) {
                return Some(above);
            }
        }
        below = at;
        at = above;
    }
    None
}

/// "the 1994 genocide".
fn named_by_year(syntax: &Syntax, noun: usize) -> bool {
    let year = |index: usize| index < noun && syntax.word(index).len() == 4 && syntax.word(index).bytes().all(|byte| byte.is_ascii_digit());
    syntax.by(noun, &[Dep::Nummod, Dep::Compound, Dep::Nmod]).any(year)
}

/// "In 1930 MPs rejected", "On 4 April 1949 twelve countries founded", "On 12 September officers stopped": the parser makes the date a part of
/// what follows it.
fn opens_with_date(syntax: &Syntax, first: usize, (date, noun): (usize, usize)) -> bool {
    let end = syntax.phrase(date).end.max(date + 1);
    let figures = |index: usize| syntax.word(index).bytes().all(|byte| byte.is_ascii_digit());
    let ends_with_year = end.checked_sub(1).is_some_and(|last| syntax.word(last).len() == 4 && figures(last));
    // "On 14 June Italy seized", "On June 14 Italy seized", where the parser may leave the preposition without an object.
    let short = |index: usize| figures(index) && syntax.word(index).len() <= 2;
    let day = date == first + 1 && (short(first) && syntax.dep(date) == Dep::Compound || short(date) && syntax.tag(first) == Tag::Nnp);
    let named = matches!(syntax.tag(noun), Tag::Nns | Tag::Nnps | Tag::Nnp);
    let day = day && named;
    // "Last May President Roe called a vote".
    let start = syntax.sentence(syntax.sentence_of(first)).start;
    let opens = first == start && matches!(syntax.tag(first), Tag::Jj | Tag::Dt) && date > first;
    if opens && end <= noun && matches!(syntax.tag(noun), Tag::Nnp | Tag::Nnps) {
        return true;
    }
    let behind = first
        .checked_sub(1)
        .is_some_and(|before| syntax.tag(before) == Tag::In && syntax.object_of(before).is_none_or(|object| object == noun));
    behind && end <= noun && (ends_with_year && matches!(syntax.dep(date), Dep::Nummod | Dep::Nmod) || day)
}
