//! When an event was: the time expression that governs its trigger in the tree, else what the story or the article's date say.

use super::context::{Page, is_speech};
use super::lexicon::lexicon;
use super::sense::begins_with;
use super::trigger::Trigger;
use crate::language::{Dep, Syntax, Tag};
use crate::model::words::edtf_words;
use crate::model::{Edtf, Kind, Modality, Precision, Span, TimeExpression, Timex3, When};
use chrono::TimeDelta;
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
                let governed = behind_semicolon(syntax, &(first..end), governed).unwrap_or(governed);
                let governed = told_beside(syntax, &(first..end), governed).unwrap_or(governed);
                let governed = before_clause(syntax, &(first..end), governed).unwrap_or(governed);
                governs.push((number, governed));
            }
        }
        governs.sort_by_key(|(number, governed)| (*governed, *number));
        Self { times, tokens, governs }
    }

    /// The date whose last word is this token, without what binds it to another verb: of "since November 2022, when it left", the month.
    fn ending_at(&self, token: usize) -> Option<Anchored> {
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
        if !crossing && !has_year && !bare && (syntax.is_verb(above) || is_event(above)) {
            return Some(above);
        }
        // "the treaty of 1960 is suspended": the year of the treaty, whatever happens to it. "During the crisis of 2023" is in it.
        let within = syntax.head(above).is_some_and(|word| lexicon().is("all-through", syntax.lower(word)));
        if syntax.is_noun(above) && syntax.lower(at) == "of" && !within {
            return is_event(above).then_some(above);
        }
        if syntax.is_noun(above) && !through_preposition {
            // "its May report" dates the report alone; "plans on Tuesday" is mostly a date of the verb.
            let modifier = matches!(syntax.dep(at), Dep::Compound | Dep::Amod | Dep::Poss | Dep::Nmod | Dep::Nummod);
            if modifier && !opens_with_date(syntax, first, (at, above)) {
                return Some(above);
            }
        }
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
    let behind = first
        .checked_sub(1)
        .is_some_and(|before| syntax.tag(before) == Tag::In && syntax.object_of(before).is_none_or(|object| object == noun));
    behind && end <= noun && (ends_with_year && matches!(syntax.dep(date), Dep::Nummod | Dep::Nmod) || day)
}

/// "was due to take place": the verb that tells what is due.
pub(super) fn what_is_due(syntax: &Syntax, verb: usize) -> Option<usize> {
    let due = syntax.by(verb, &[Dep::Acomp, Dep::Oprd]).find(|index| lexicon().is("ready", syntax.lower(*index)))?;
    syntax.first(due, &[Dep::Xcomp]).filter(|_| syntax.lemma(verb) == "be")
}

impl Page<'_, '_> {
    /// The date in the trigger's own clause, or one that the tree passes on to it.
    pub(crate) fn own_anchor(&self, anchors: &Anchors, trigger: &Trigger) -> Option<Anchored> {
        let syntax = self.syntax;
        let direct = anchors.at(trigger.head).or_else(|| trigger.light.and_then(|light| anchors.at(light)));
        if direct.is_some() {
            return direct;
        }
        let mut at = trigger.light.unwrap_or(trigger.head);
        if let Some(told) = self.date_of_when(anchors, at).or_else(|| self.distant(anchors, at)) {
            return Some(told);
        }
        // "Talks that had been planned for 5 October did not take place": then.
        let planned = |noun: usize| {
            let set = |verb: &usize| lexicon().is("arranging", syntax.lemma(*verb)) || lexicon().is("planned-for", syntax.lemma(*verb));
            syntax.by(noun, &[Dep::Relcl, Dep::Acl]).filter(set).find_map(|verb| anchors.at(verb))
        };
        if trigger.light.is_some()
            && syntax.is_noun(trigger.head)
            && let Some(found) = planned(trigger.head)
        {
            return Some(found);
        }
        if trigger.light.is_none() && syntax.is_noun(at) {
            // "a truce declared last November".
            let brings = |verb: &usize| syntax.tag(*verb) == Tag::Vbn && lexicon().is("bringing-about", syntax.lemma(*verb));
            let mut participles = syntax.by(at, &[Dep::Acl]).filter(brings);
            if let Some(found) = participles.find_map(|verb| anchors.at(verb)) {
                return Some(found);
            }
            at = self.verb_over_noun(at)?;
            // "On 6 July they signed a treaty founding a union at a summit": the parser hangs the occasion on the participle.
            let over = || anchors.at(self.verb_above(at).filter(|_| syntax.dep(at) == Dep::Acl && syntax.is_noun(trigger.head))?);
            if let Some(found) = anchors.at(at).or_else(|| anchors.at(what_is_due(syntax, at)?)).or_else(over) {
                return Some(found);
            }
        }
        self.occasion_before(anchors, at)
            .or_else(|| self.passed_on(anchors, at))
            .or_else(|| self.clause_of_occasion(anchors, trigger, at))
            .or_else(|| self.shared_by_next(anchors, at))
            .or_else(|| self.dated_below(anchors, at))
    }

    /// "She won Saturday's vote": the day of what the verb takes part in. "He was appointed to head the delegation last month": a day
    /// that is past cannot be that of what was still to come.
    fn dated_below(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let object = syntax.by(verb, &[Dep::Dobj]).filter(|_| lexicon().is("taking-part", syntax.lemma(verb)));
        if let Some(found) = object.into_iter().find_map(|noun| anchors.at(noun)) {
            return Some(found);
        }
        if let Some(found) = self.dated_beside(anchors, verb) {
            return Some(found);
        }
        let day = self.article.published.as_ref()?.date.bounds().latest?;
        // "had been pressing it to sell since last summer" as well.
        let pressing = syntax.tag(verb) == Tag::Vbg && syntax.by(verb, &[Dep::Aux]).any(|aux| syntax.tag(aux) == Tag::Vbn);
        // "pledged to complete it at the summit in 1999", "declined to renew it in 1982": so was that.
        let past = pressing || matches!(syntax.tag(verb), Tag::Vbd | Tag::Vbn);
        let perfect = |low: usize| syntax.by(low, &[Dep::Aux]).any(|aux| syntax.lower(aux) == "have");
        let mut below = syntax.by(verb, &[Dep::Xcomp]).filter(|low| past && syntax.tag(*low) == Tag::Vb && !perfect(*low));
        below
            .find_map(|low| anchors.at(low).or_else(|| self.at_occasion(anchors, low)))
            .filter(|found| found.when.bounds().latest.is_some_and(|end| end <= day))
    }

    /// "said in a statement Tuesday", "Asked on Friday whether he would go, he declined", "four years later a merger collapsed": the date of
    /// the words, of the question, and one in front of a subject that could have a date itself.
    fn dated_beside(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let is_medium = |index: &usize| is_speech(syntax, verb) && lexicon().is("medium-preposition", syntax.lower(*index));
        let media = syntax.by(verb, &[Dep::Prep]).filter(is_medium);
        // "demanded a congress in a letter": the parser hangs the letter on the congress.
        let own_media = syntax.by(verb, &[Dep::Dobj]).flat_map(|object| syntax.by(object, &[Dep::Prep])).filter(is_medium);
        // "in a joint letter sent over the weekend": when it was sent.
        let sent =
            |noun: usize| syntax.by(noun, &[Dep::Acl]).filter(|verb| syntax.tag(*verb) == Tag::Vbn).find_map(|verb| anchors.at(verb));
        // "in an interview with the newspaper, which came out on Tuesday": when it did.
        let came_out = |noun: usize| {
            let mut clauses = syntax
                .phrase(noun)
                .filter(|verb| matches!(syntax.dep(*verb), Dep::Relcl | Dep::Acl) && lexicon().is("coming-out", syntax.lemma(*verb)));
            clauses.find_map(|clause| anchors.at(clause))
        };
        let medium = media.chain(own_media).filter_map(|preposition| syntax.object_of(preposition));
        let medium = medium.into_iter().find_map(|noun| anchors.at(noun).or_else(|| sent(noun)).or_else(|| came_out(noun)));
        let asked = |clause: &usize| *clause < verb && lexicon().is("questioned", syntax.lemma(*clause)) && syntax.tag(*clause) == Tag::Vbn;
        let question = || syntax.by(verb, &[Dep::Advcl]).filter(asked).find_map(|clause| anchors.at(clause));
        let subject = || {
            // "A summit, convened in Doha on Monday, condemned the attack": what a meeting says it says while it meets. "A protocol signed in
            // 1970 froze the dispute": so does an agreement.
            let meets = |noun: usize| {
                let kind = lexicon().noun(syntax.lower(noun), syntax.lemma(noun)).map(|(kind, _)| kind);
                kind == Some(Kind::Meeting) || kind == Some(Kind::Agreement) && syntax.tag(verb) == Tag::Vbd && !is_speech(syntax, verb)
            };
            let mut nouns = syntax.by(verb, &[Dep::Nsubj, Dep::Nsubjpass]).filter(|noun| !is_speech(syntax, verb) || meets(*noun));
            nouns.find_map(|noun| {
                let opens = |found: &Anchored| found.span.start() <= syntax.token(syntax.phrase(noun).start).span.start();
                anchors.at(noun).filter(opens).or_else(|| Some(noun).filter(|noun| meets(*noun)).and_then(sent))
            })
        };
        medium.or_else(question).or_else(subject).or_else(|| self.soon_after(anchors, verb)).or_else(|| self.at_occasion(anchors, verb))
    }

    /// "would vote against it at the meeting on 26 August", "is to raise the matter at Monday's council": the day of the occasion.
    fn at_occasion(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let mut occasions = syntax.by(verb, &[Dep::Prep]).filter(|index| lexicon().is("at-occasion", syntax.lower(*index)));
        occasions.find_map(|index| {
            let occasion = syntax.object_of(index)?;
            // "at a summit which opens on 14 February".
            let opens = || syntax.by(occasion, &[Dep::Relcl, Dep::Acl]).find_map(|clause| anchors.at(clause));
            anchors.at(occasion).or_else(opens)
        })
    }

    /// "Went silent three days after reaching the Moon in 2018": the month or year of what came just before.
    fn soon_after(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let years = |after: usize| syntax.by(after, &[Dep::Npadvmod]).any(|length| syntax.lemma(length) == "year");
        let mut after = syntax.by(verb, &[Dep::Prep]).filter(|index| syntax.lower(*index) == "after" && !years(*index));
        let found = after.find_map(|index| syntax.by(index, &[Dep::Pcomp]).find_map(|clause| anchors.at(clause)))?;
        Some(found).filter(|found| found.when.precision() > Precision::Week)
    }

    /// "Since November 2022, when Yerevan left": a date right before the "when" of its clause.
    fn date_of_when(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let when = syntax.by(verb, &[Dep::Advmod]).find(|index| syntax.lower(*index) == "when")?;
        let before = when.checked_sub(1)?;
        let before = if syntax.word(before) == "," { before.checked_sub(1)? } else { before };
        anchors.ending_at(before)
    }

    /// "Struck a reef and capsized on Sunday night": the day at the end is that of both, if both are told alike.
    fn shared_by_next(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let next = syntax.first(verb, &[Dep::Conj]).filter(|next| syntax.tag(*next) == syntax.tag(verb) && syntax.tag(verb) == Tag::Vbd)?;
        let own = syntax.by(next, &[Dep::Nsubj, Dep::Nsubjpass]).next().is_some();
        if own || is_speech(syntax, verb) || is_speech(syntax, next) {
            return None;
        }
        let day = self.article.published.as_ref()?.date.bounds().earliest?;
        let fresh = |found: &Anchored| {
            let (Some(from), Some(to)) = (found.when.bounds().earliest, found.when.bounds().latest) else { return false };
            to - from <= TimeDelta::days(2) && from <= day && day - from <= TimeDelta::days(60)
        };
        anchors.at(next).filter(|found| found.span.start() > syntax.token(next).span.start()).filter(fresh)
    }

    /// "Died when two quakes hit Nepal in April 2015", "killed after an earthquake struck on Friday": the date of the clause.
    fn clause_of_occasion(&self, anchors: &Anchors, trigger: &Trigger, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        // "Angola, which gave up its mediation after the rebels pulled out in March 2025": about then.
        let aside = syntax.dep(verb) == Dep::Relcl;
        let harm = matches!(trigger.kind, Kind::Disaster | Kind::Attack);
        let class = if harm || aside { "harm-time" } else { "same-time" };
        // "suspended its flights again, as it did in May": another time.
        let again = |clause: usize| syntax.lemma(clause) == "do" && begins_with(syntax, clause, "likewise");
        let mut clauses = syntax.by(verb, &[Dep::Advcl]).filter(|clause| begins_with(syntax, *clause, class) && !again(*clause));
        let found = clauses.find_map(|clause| anchors.at(clause))?;
        Some(found).filter(|found| harm || !aside || found.when.precision() > Precision::Day)
    }

    /// "In the first round, which was held on October 20, she won": the date of the occasion that opens the sentence.
    fn occasion_before(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let opening = syntax.by(verb, &[Dep::Prep]).filter(|index| *index < verb && lexicon().is("simultaneous", syntax.lower(*index)));
        let clauses = opening.filter_map(|index| syntax.object_of(index)).flat_map(|noun| syntax.by(noun, &[Dep::Relcl, Dep::Acl]));
        clauses.into_iter().find_map(|clause| anchors.at(clause))
    }

    /// The verb whose argument a noun is, if its date is the noun's too.
    fn verb_over_noun(&self, noun: usize) -> Option<usize> {
        let syntax = self.syntax;
        let head = syntax.head(syntax.first_conjunct(noun))?;
        match syntax.dep(syntax.first_conjunct(noun)) {
            Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj if syntax.is_verb(head) && !is_speech(syntax, head) => Some(head),
            // "On Tuesday night there was an exchange of fire".
            Dep::Attr if syntax.first(head, &[Dep::Expl]).is_some() => Some(head),
            Dep::Pobj => {
                // "during an attack", "at a summit": at the same time; "after talks" is not.
                let verb = syntax.head(head)?;
                (lexicon().is("simultaneous", syntax.lower(head)) && syntax.is_verb(verb)).then_some(verb)
            }
            _ => None,
        }
    }

    fn passed_on(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let mut at = verb;
        for _ in 0..5 {
            let head = syntax.head(at)?;
            // "In 1986 they met and announced": what opens the sentence dates all of it.
            let said_too = syntax.dep(at) == Dep::Conj && is_speech(syntax, at);
            // "In March, after it had issued a warning": within the month, not on the day.
            let clause = syntax.dep(at) == Dep::Advcl && super::arguments::is_finite(syntax, at) && !self.past_perfect(at);
            let after = clause && begins_with(syntax, at, "harm-time") && !begins_with(syntax, at, "same-time");
            let shares = match syntax.dep(at) {
                Dep::Xcomp => !is_speech(syntax, head) || !matches!(syntax.tag(at), Tag::Vb),
                Dep::Conj => syntax.is_verb(head),
                Dep::Advcl if clause => {
                    let same = after || begins_with(syntax, at, "same-time");
                    syntax.is_verb(head) && same && !is_speech(syntax, head) && !is_speech(syntax, at)
                }
                Dep::Advcl => {
                    syntax.is_verb(head) && !super::arguments::is_finite(syntax, at) && !is_speech(syntax, head) && !is_speech(syntax, at)
                }
                Dep::Relcl => {
                    // "in Paris, where leaders discussed": the same occasion.
                    syntax.by(at, &[Dep::Advmod]).any(|index| lexicon().is("relative-adverb", syntax.lower(index)))
                }
                Dep::Prep => true,
                // "broke down in April, with the three countries failing to agree"
                Dep::Pcomp => syntax.lower(head) == "with" && syntax.tag(at) == Tag::Vbg,
                _ => false,
            };
            if !shares {
                return None;
            }
            let mut next = head;
            if syntax.dep(at) == Dep::Relcl {
                next = self.verb_above(head)?;
            }
            if let Some(found) = anchors.at(next) {
                let opens = found.span.start() < syntax.token(next).span.start();
                // "declared an emergency on 29 January and appealed for help": in one breath.
                let alike = syntax.tag(verb) == syntax.tag(next) && found.when.precision() <= Precision::Week;
                let fits = (!said_too || opens || alike) && (!after || found.when.precision() > Precision::Day);
                return Some(found).filter(|_| fits);
            }
            if said_too {
                return None;
            }
            at = next;
        }
        None
    }

    pub(super) fn verb_above(&self, mut index: usize) -> Option<usize> {
        for _ in 0..6 {
            index = self.syntax.head(index)?;
            if self.syntax.is_verb(index) {
                return Some(index);
            }
        }
        None
    }

    /// Whether the clause tells of something before the article's own news.
    pub(crate) fn background(&self, trigger: &Trigger, modality: Modality) -> bool {
        if modality != Modality::Happened && modality != Modality::Negated {
            return false;
        }
        let syntax = self.syntax;
        let past =
            |index: usize| syntax.by(index, &[Dep::Advmod, Dep::Amod]).any(|child| lexicon().is("background-adverb", syntax.lower(child)));
        let verb = trigger.verb(syntax);
        verb.is_some_and(|verb| self.past_perfect(verb) || past(verb)) || past(trigger.head)
    }
}
