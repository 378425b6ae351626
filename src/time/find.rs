//! The way through an article: recognise, throw out what is none, resolve in order of place.

use super::en::{context, rules::EARLY_YEAR};
use super::look_back;
use super::meaning::{Anchor, Bound, Count, Date, Length, Meaning, Part, Reference, Unit, Which, Year};
use super::near;
use super::recognise::{Candidate, ENGLISH};
use super::refine;
use super::resolve::{self, Ahead, Grounds, Known, Measure, Scene};
use super::rule::{Phrase, Side};
use super::sections::sections;
use super::stretch::Stretch;
use super::tense::{Tense, is_part_of_noun, negated, tense, told_from_now};
use crate::language::{Analysis, Tag, Token};
use crate::model::{ArticleId, Cancelled, Published, Quote, Silent, Span, TimeExpression, Watch, When};
use chrono::Datelike as _;

/// All time expressions of an article, in order of place.
///
/// `analysis` is that of the same `text`; where it has no tokens, words with several meanings are judged by their neighbours alone.
/// Without a publication date, dates that say their year resolve, all others keep `When::unknown` with that reason. `when` takes in
/// the words in front: "since 2022" is `2022/..`, "by Friday" `[..2025-03-21]`, and both ends of "from May to June" hold the range.
pub fn find(article: ArticleId, text: &str, analysis: &Analysis, published: Option<&Published>) -> Vec<TimeExpression> {
    find_watched(article, text, analysis, published, &Silent).unwrap_or_default()
}

/// The same, unless the watch stops it.
///
/// # Errors
/// `Cancelled` if the watch says so; it is asked before and after the words are searched, and at every few expressions.
pub fn find_watched(
    article: ArticleId,
    text: &str,
    analysis: &Analysis,
    published: Option<&Published>,
    watch: &dyn Watch,
) -> Result<Vec<TimeExpression>, Cancelled> {
    let go_on = || if watch.cancelled() { Err(Cancelled) } else { Ok(()) };
    go_on()?;
    let mut candidates = ENGLISH.recognise(text);
    go_on()?;
    candidates.retain(|candidate| refine::stands(text, analysis, candidate));
    let ancient = tells_antiquity(text, &candidates);
    candidates.retain(|candidate| ancient || candidate.phrase.rule != EARLY_YEAR);
    let mut scene = Scene::new(published);
    scene.look_back = look_back::opens(&candidates);
    scene.narrative = scene.look_back || tells_history(&candidates, &scene);
    let spans: Vec<Span> = candidates.iter().map(|candidate| candidate.span).collect();
    let byline = published.and_then(|published| published.span);
    let sections = sections(text, &spans, |at| {
        dates_a_section(&candidates[at].phrase.meaning) && !byline.is_some_and(|line| line.overlaps(spans[at]))
    });
    let habits = sections.is_empty() && tells_habits(&candidates, analysis);
    // "the former minister" dates nothing in news; in a history it is one of the words that place things in the past.
    candidates.retain(|candidate| scene.narrative || !says_former(text, candidate));
    // "The water did not recede until Friday": it did then.
    for candidate in &mut candidates {
        if candidate.phrase.bound == Some(Bound::Until) && negated(analysis, candidate.span) {
            candidate.phrase.bound = None;
        }
        // "after the 2014 explosion": it was in 2014.
        if matches!(candidate.phrase.bound, Some(Bound::After | Bound::Before | Bound::Since)) && is_part_of_noun(analysis, candidate.span)
        {
            candidate.phrase.bound = None;
        }
        // "handed over last month": the word before belongs to the verb.
        if candidate.phrase.bound == Some(Bound::Throughout) && behind_particle(analysis, candidate.span) {
            candidate.phrase.bound = None;
        }
    }
    let mut places = Places::new(text, analysis);
    let mut found: Vec<Found> = Vec::with_capacity(candidates.len());
    let mut section = 0;
    for (place, candidate) in candidates.iter().enumerate() {
        if place % 64 == 0 {
            go_on()?;
        }
        (scene.sentence, scene.paragraph) = places.of(candidate.span);
        scene.tense = tense(text, analysis, candidate.span);
        while sections.get(section).is_some_and(|section| section.bytes.end <= candidate.span.start()) {
            section += 1;
            scene.section = None;
        }
        let heading = sections.get(section).is_some_and(|section| section.date.start == place);
        if heading && scene.tense == Tense::Unknown && matches!(candidate.phrase.meaning, Meaning::Date(_)) {
            scene.tense = Tense::Past;
        }
        scene.from_now = scene.tense == Tense::Future && told_from_now(analysis, candidate.span);
        scene.measure = measure(text, candidate);
        scene.ahead = ahead(text, candidate, scene.tense);
        let hours = matches!(scene.tense, Tense::Unknown | Tense::Present) && is_opening_hour(text, &candidates, place);
        scene.habit = hours || habits && !matches!(scene.tense, Tense::Past | Tense::Future);
        if hangs_on_story(&candidate.phrase.meaning, &scene) {
            continue;
        }
        let expression = resolve_one(article, text, candidate, &mut scene);
        if heading {
            scene.section = scene.day.filter(|day| day.sentence == scene.sentence).map(|day| day.stretch);
        }
        let length = match candidate.phrase.meaning {
            Meaning::Length(length) => Some(length),
            _ => None,
        };
        found.push(Found { expression, side: candidate.phrase.side, length });
    }
    join_ranges(text, &mut found);
    join_periods(text, &mut found);
    Ok(found.into_iter().map(|found| found.expression).collect())
}

/// An expression with what its neighbours ask of it.
struct Found {
    expression: TimeExpression,
    /// Which end of a range it is.
    side: Option<Side>,
    /// The length that it tells.
    length: Option<Length>,
}

/// A text of the same length in which only the lines that hold a candidate for a time expression are left, the others are blank.
///
/// Only these need a language analysis; its spans fit the whole text. Takes a small part of the time that the analysis takes.
pub fn lines_that_tell_time(text: &str) -> String {
    let spans = ENGLISH.recognise(text).into_iter().map(|candidate| candidate.span.start());
    let mut starts = spans.peekable();
    let (mut kept, mut at) = (String::with_capacity(text.len()), 0);
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let told = starts.peek().is_some_and(|start| *start < end);
        while starts.next_if(|start| *start < end).is_some() {}
        if told {
            kept.push_str(line);
        } else {
            kept.extend(line.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        }
        at = end;
    }
    kept
}

fn resolve_one(article: ArticleId, text: &str, candidate: &Candidate, scene: &mut Scene) -> TimeExpression {
    let Candidate { span, phrase } = candidate;
    let words: String = span.text(text).split_whitespace().collect::<Vec<_>>().join(" ");
    // "shut from Friday through Monday": a state of the present with both ends told reaches on.
    let lasting = matches!(phrase.meaning, Meaning::Weekday { .. }) && phrase.side.is_some() && scene.tense == Tense::Present;
    let resolved = resolve::resolve(&phrase.meaning, phrase.bound.or(lasting.then_some(Bound::Until)), scene);
    let resolved = if phrase.side == Some(Side::To) { resolve::not_before(resolved, scene.from) } else { resolved };
    scene.from = match (phrase.side, resolved.known) {
        (Some(Side::From | Side::Between), Known::Place(stretch)) => Some(stretch),
        _ => None,
    };
    let (kind, value) = resolve::write(&phrase.meaning, &resolved);
    let when = resolve::place(&words, phrase, &resolved, scene);
    if let Known::Place(stretch) = resolved.known
        && moves_focus(phrase, stretch, scene)
    {
        // A year in passing ("the constitution of 1791", "as in 1939") does not move the story.
        let before = near::word_before(text, span.start());
        let leads = before.is_empty() || context().year_leads.has(before);
        // News goes on from a year only where a sentence begins with it: "In 2010, he won". A fiscal year begins in another year than
        // its number says: "fiscal 1990, which began Oct. 1".
        let begins = leads && begins_sentence(text, span.start());
        // "Twenty years ago this week" is the year of all that follows; "he told me in 2003" is no part of the story.
        let aside = if scene.look_back {
            true
        } else if scene.narrative {
            !leads && scene.dated.is_some()
        } else {
            !begins && matches!(phrase.meaning, Meaning::Date(_))
        };
        if stretch.unit() == Unit::Year && (aside || phrase.rule == FISCAL_YEAR) {
            if scene.narrative || leads {
                scene.touch(stretch);
            }
        } else {
            scene.speak_of(
                stretch,
                resolved.grounds == Grounds::Stated
                    || look_back::is_anniversary(candidate)
                    || (scene.narrative && matches!(resolved.grounds, Grounds::Focus(_))),
            );
        }
    }
    TimeExpression { quote: Quote { article, span: *span }, kind, value, when, rule: phrase.rule.to_owned() }
}

/// The rule for fiscal years.
const FISCAL_YEAR: &str = "fiscal-year";

/// "The Germans soon intervened", "he had previously refused": counted from what is told, not from the day of writing.
fn hangs_on_story(meaning: &Meaning, scene: &Scene) -> bool {
    match meaning {
        Meaning::Told => scene.focus.is_none(),
        Meaning::Vague(Reference::Soon) => scene.tense == Tense::Past,
        Meaning::Vague(Reference::Earlier) => scene.narrative,
        _ => false,
    }
}

fn says_former(text: &str, candidate: &Candidate) -> bool {
    let words = candidate.span.text(text);
    matches!(candidate.phrase.meaning, Meaning::Vague(_))
        && words.rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case("former"))
}

/// Whether an expression measures a distance, and whether the words in front compare: "from $3 million a year earlier".
fn measure(text: &str, candidate: &Candidate) -> Measure {
    let span = candidate.span;
    let last = span.text(text).rsplit(' ').next().unwrap_or_default();
    let period = matches!(candidate.phrase.meaning, Meaning::Date(Date { year: Year::Unsaid, part: Part::Quarter(_) | Part::Half(_), .. }));
    if !context().distance.has(last) && !period {
        return Measure::None;
    }
    // "up from the second quarter", "lower than in the first half".
    let reach = if period { 2 } else { 8 };
    let before = near::before(text, span.start()).rsplit([' ', '\n']).filter(|word| !word.is_empty()).take(reach);
    let mut words = before.take_while(|word| !word.ends_with(['.', ';']));
    let compared = words.any(|word| context().comparing.has(word));
    match () {
        () if compared => Measure::Compared,
        () if period => Measure::None,
        () => Measure::Distance,
    }
}

/// One of two clock times without a day, joined by a dash or "to": "08:00 - 20:00".
fn is_opening_hour(text: &str, candidates: &[Candidate], place: usize) -> bool {
    let clock = |candidate: &Candidate| matches!(&candidate.phrase.meaning, Meaning::Time { day: None, time } if time.minute.is_some());
    let joined = |first: usize| match candidates.get(first..first + 2) {
        Some([one, two]) if clock(one) && clock(two) => {
            let between = text.get(one.span.end()..two.span.start()).unwrap_or_default().trim();
            matches!(between, "-" | "\u{2013}" | "to")
        }
        _ => false,
    };
    joined(place) || place.checked_sub(1).is_some_and(joined)
}

/// Whether the text goes on from an expression. Not from this decade, from what only measures ("the most since March 2009"), nor from
/// the other side of a comparison: "from $3 million a year earlier", said of a quarter.
fn moves_focus(phrase: &Phrase, stretch: Stretch, scene: &Scene) -> bool {
    let age = matches!(phrase.meaning, Meaning::Shift { anchor: Anchor::Published, unit: Unit::Decade | Unit::Century, .. });
    let measured = phrase.bound == Some(Bound::Since) && !scene.narrative && stretch.unit() > Unit::Day;
    let other_side = matches!(phrase.meaning, Meaning::Shift { unit: Unit::Year, .. }) && stretch.unit() < Unit::Year;
    !age && !measured && !other_side
}

/// Whether at most two words of the sentence stand in front of a place.
fn begins_sentence(text: &str, place: usize) -> bool {
    let before = near::before(text, place).rsplit(['.', '!', '?', '\n', '"', '\u{201c}']).next().unwrap_or_default();
    before.split_whitespace().take(3).count() <= 2
}

/// Whether a text tells history: many dates with years of their own before the article's, few words like "yesterday" and "Monday".
fn tells_history(candidates: &[Candidate], scene: &Scene) -> bool {
    let now = scene.published.map(|day| day.year());
    let (mut old, mut fresh) = (0_usize, 0_usize);
    for candidate in candidates {
        match &candidate.phrase.meaning {
            Meaning::Date(date) => match date.year {
                Year::Is(year) if now.is_none_or(|now| year < now - 1) => old += if date.part == Part::Whole { 1 } else { 2 },
                Year::Is(_) | Year::Shift(_) => fresh += 1,
                _ => {}
            },
            Meaning::Shift { anchor: Anchor::Published, .. } | Meaning::Weekday { .. } => fresh += 2,
            _ => {}
        }
    }
    let placed = candidates.iter().filter(|candidate| !matches!(candidate.phrase.meaning, Meaning::Length(_) | Meaning::Vague(_)));
    let news = placed.take(OPENING_WORDS).any(|candidate| is_counted_from_now(&candidate.phrase.meaning));
    old >= 6 && old > 2 * fresh && !news || opens_as_history(candidates, scene)
}

/// Expressions of the first sentences.
const OPENING_WORDS: usize = 3;

/// "May 22", "Monday", "June 2019": what the sections of a chronology stand under.
fn dates_a_section(meaning: &Meaning) -> bool {
    let date = matches!(
        meaning,
        Meaning::Date(_) | Meaning::Weekday { .. } | Meaning::SameDay { .. } | Meaning::Shift { .. } | Meaning::Away { .. }
    );
    date && (Unit::Day..=Unit::Month).contains(&meaning.grain())
}

/// "yesterday", "last night": words that no history opens with. "Today" it may.
fn is_counted_from_now(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Shift { anchor: Anchor::Published, unit: Unit::Day, count } => *count == Count::whole(-1),
        Meaning::Time { day: Some(day), .. } => is_counted_from_now(day),
        _ => false,
    }
}

/// Years after which an article that opens with a day, month or season of that time tells history, however short it is.
const LONG_AGO: i32 = 10;

/// Expressions that a history holds at least.
const TELLING: usize = 4;

/// Bytes from the start of a text that count as its opening.
const OPENING: usize = 200;

/// "In the autumn of 1913 the whaler sailed": the opening of a history, if nothing in the text counts from the day of writing.
fn opens_as_history(candidates: &[Candidate], scene: &Scene) -> bool {
    let Some(now) = scene.published.map(|day| day.year()) else { return false };
    let date = |meaning: &Meaning| match meaning {
        Meaning::Date(date) => Some(*date),
        Meaning::Time { day: Some(day), .. } => match &**day {
            Meaning::Date(date) => Some(*date),
            _ => None,
        },
        _ => None,
    };
    let opening = candidates.first().filter(|first| first.span.start() < OPENING).and_then(|first| date(&first.phrase.meaning));
    let old = |date: Date| matches!(date.year, Year::Is(year) if year + LONG_AGO <= now) && date.part != Part::Whole;
    let fresh = |candidate: &Candidate| match &candidate.phrase.meaning {
        Meaning::Shift { anchor: Anchor::Published, .. } => true,
        meaning => {
            date(meaning).is_some_and(|date| matches!(date.year, Year::Shift(_)) || matches!(date.year, Year::Is(year) if year + 1 >= now))
        }
    };
    candidates.len() >= TELLING && opening.is_some_and(old) && !candidates.iter().any(fresh)
}

/// Whether the word before an expression is the particle of a verb: "handed over last month".
fn behind_particle(analysis: &Analysis, span: Span) -> bool {
    let first = analysis.tokens.partition_point(|token| token.span.end() <= span.start());
    first.checked_sub(1).is_some_and(|before| analysis.tokens[before].tag == Tag::Rp)
}

/// Whether a text marks a year before 1000 as one, by its era, its month or "circa": then "in 348" is a year as well.
fn tells_antiquity(text: &str, candidates: &[Candidate]) -> bool {
    let early = |candidate: &&Candidate| match &candidate.phrase.meaning {
        Meaning::Date(Date { year: Year::Is(year), .. }) => *year < 1000,
        _ => false,
    };
    let marked = |candidate: &Candidate| {
        let before = near::word_before(text, candidate.span.start());
        candidate.phrase.rule != EARLY_YEAR || before.starts_with(['c', 'C']) && context().circa.has(before)
    };
    candidates.iter().filter(early).any(marked)
}

/// Finite verbs in the present that a text needs before it can tell habits, and how many of ten finite verbs they are.
const HABITS: (usize, usize) = (15, 7);

/// Words counted from the day of writing that such a text may hold.
const FRESH: usize = 2;

/// Whether a text tells what holds every year, as a guide does: "The rains come in July". Nearly all its verbs are in the present, and
/// little is counted from the day of writing.
fn tells_habits(candidates: &[Candidate], analysis: &Analysis) -> bool {
    let fresh = |candidate: &&Candidate| match &candidate.phrase.meaning {
        Meaning::Shift { count, anchor: Anchor::Published, .. } => *count != Count::whole(0),
        Meaning::Weekday { which, .. } => !matches!(which, Which::Plain),
        _ => false,
    };
    let past = analysis.tokens.iter().filter(|token| token.tag == Tag::Vbd).count();
    let now = |token: &&Token| matches!(token.tag, Tag::Vbz | Tag::Vbp) && !context().habits.has(&token.lemma);
    let present = analysis.tokens.iter().filter(now).count();
    let (least, of_ten) = HABITS;
    present >= least && 10 * present >= of_ten * (present + past) && candidates.iter().filter(fresh).count() <= FRESH
}

/// Whether a length lies ahead: "will rule in three weeks", "must leave within ten days".
fn ahead(text: &str, candidate: &Candidate, tense: Tense) -> Option<Ahead> {
    if !matches!(candidate.phrase.meaning, Meaning::Length(_)) || !matches!(tense, Tense::Future | Tense::Arranged) {
        return None;
    }
    let before = near::word_before(text, candidate.span.start());
    match () {
        () if before.eq_ignore_ascii_case("in") => Some(Ahead::In),
        () if before.eq_ignore_ascii_case("within") => Some(Ahead::Within),
        () => None,
    }
}

/// In which sentence and paragraph a place lies; asked in order.
struct Places<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    sentence: usize,
    paragraph: usize,
    done: usize,
}

impl<'a> Places<'a> {
    const fn new(text: &'a str, analysis: &'a Analysis) -> Self {
        Self { text, analysis, sentence: 0, paragraph: 0, done: 0 }
    }

    fn of(&mut self, span: Span) -> (usize, usize) {
        let between = self.text.get(self.done..span.start()).unwrap_or_default();
        self.paragraph += between.bytes().filter(|byte| *byte == b'\n').count();
        self.done = self.done.max(span.start());
        while let Some(range) = self.analysis.sentences.get(self.sentence) {
            let end =
                (range.end as usize).checked_sub(1).and_then(|last| self.analysis.tokens.get(last)).map_or(0, |token| token.span.end());
            if end > span.start() {
                break;
            }
            self.sentence += 1;
        }
        (self.sentence, self.paragraph)
    }
}

/// Both ends of a range get the whole of it.
fn join_ranges(text: &str, found: &mut [Found]) {
    for at in 1..found.len() {
        let (Some(side @ (Side::From | Side::Between)), Some(Side::To)) = (found[at - 1].side, found[at].side) else { continue };
        let (from, to) = (&found[at - 1].expression, &found[at].expression);
        let words = from.quote.span.cover(to.quote.span).text(text);
        let joined: Option<When> = resolve::join(&from.when, &to.when, side, words);
        if let Some(when) = joined {
            found[at - 1].expression.when = when.clone();
            found[at].expression.when = when;
        }
    }
}

/// "In the three months to the end of December", "the year ended March 31": the day that ends a period stands for all of it.
fn join_periods(text: &str, found: &mut [Found]) {
    for at in 1..found.len() {
        let Some(length) = found[at - 1].length else { continue };
        let (span, end) = (found[at - 1].expression.quote.span, &found[at].expression);
        let between = text.get(span.end()..end.quote.span.start()).unwrap_or_default();
        let mut words = between.split_whitespace().peekable();
        if words.next().is_none_or(|first| !context().ending.has(first)) || words.any(|word| word != "on") {
            continue;
        }
        let words = span.cover(end.quote.span).text(text).split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(when) = resolve::period(&length, &end.when, &words) {
            found[at].expression.when = when;
        }
    }
}
