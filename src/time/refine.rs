//! Throws out what only looks like a time expression: "May" the surname, "second" the ordinal, four digits that count people.
//!
//! Works with the tags of the language analysis; where there is none, with the words beside the candidate alone.

use super::en::{Words, context};
use super::meaning::{Meaning, Part, Year};
use super::near;
use super::recognise::Candidate;
use super::rule::Standing;
use super::tense::{head_of, tokens_of};
use crate::language::{Analysis, Dep, EntityLabel, Pos, Tag, Token};
use std::ops::Range;

/// A candidate in its place.
struct Place<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    candidate: &'a Candidate,
    /// The tokens of the candidate; none without an analysis.
    tokens: Range<usize>,
    /// The word in front, in lower case.
    word_before: String,
    /// The word behind.
    word_after: &'a str,
}

/// Whether a candidate is a time expression in its place.
pub(super) fn stands(text: &str, analysis: &Analysis, candidate: &Candidate) -> bool {
    let (before, after) = (near::before(text, candidate.span.start()), near::after(text, candidate.span.end()));
    if tied(before, after, candidate.phrase.standing) {
        return false;
    }
    let place = || Place {
        text,
        analysis,
        candidate,
        tokens: tokens_of(analysis, candidate.span),
        word_before: before.trim_end_matches(' ').rsplit([' ', '\n', '(', '"']).next().unwrap_or_default().to_lowercase(),
        word_after: after.trim_start_matches(' ').split([' ', '\n', ',', '.', ';', ')']).next().unwrap_or_default(),
    };
    match candidate.phrase.standing {
        Standing::Alone => !is_verse(before, candidate) && (!is_holiday(candidate) || place().is_holiday()),
        Standing::Part => false,
        Standing::Number => place().is_year(),
        Standing::Ambiguous => place().is_time_word(),
    }
}

/// "Mark 16:15": chapter and verse.
fn is_verse(before: &str, candidate: &Candidate) -> bool {
    let Meaning::Time { day: None, time } = candidate.phrase.meaning else { return false };
    time.minute.is_some() && context().scripture.has(before.trim_end_matches(' ').rsplit([' ', '\n', '(']).next().unwrap_or_default())
}

fn is_holiday(candidate: &Candidate) -> bool {
    matches!(candidate.phrase.meaning, Meaning::Date(date) if matches!(date.part, Part::Holiday(_)) && date.year == Year::Unsaid)
}

/// Glued to something unknown: "May-Britt", "2014-0815", "Sun-Times", "2014@example.org".
fn tied(before: &str, after: &str, standing: Standing) -> bool {
    let (mut before, mut after) = (before.chars().rev(), after.chars());
    let (first, second) = (before.next(), before.next());
    let (next, then) = (after.next(), after.next());
    let hyphen = |letter: Option<char>| matches!(letter, Some('-' | '/' | '_' | '\u{2013}'));
    let (number, weak) = (standing == Standing::Number, matches!(standing, Standing::Number | Standing::Ambiguous));
    let behind = hyphen(next) && then.is_some_and(if number { char::is_numeric } else { char::is_alphabetic });
    let in_front = hyphen(first) && second.is_some_and(char::is_alphanumeric);
    let address = matches!(first, Some('@' | '_' | '=' | '&' | '.')) && second.is_some_and(|letter| !letter.is_whitespace());
    weak && (behind || in_front || address) || matches!(next, Some('@' | '_' | '\u{b0}'))
}

impl<'a> Place<'a> {
    fn before(&self) -> Option<&'a Token> {
        self.analysis.tokens.get(self.tokens.start.checked_sub(1)?).filter(|_| !self.tokens.is_empty())
    }

    fn after(&self) -> Option<&'a Token> {
        self.analysis.tokens.get(self.tokens.end).filter(|_| !self.tokens.is_empty())
    }

    fn words(&self) -> &'a str {
        self.candidate.span.text(self.text)
    }

    /// Whether one of these lemmas stands in front.
    fn follows(&self, lemmas: &Words) -> bool {
        self.before().map_or_else(|| lemmas.has(&self.word_before), |token| lemmas.has(&token.lemma))
    }

    /// Four digits: a year unless they count something.
    fn is_year(&self) -> bool {
        let Meaning::Date(super::meaning::Date { year: Year::Is(year), .. }) = self.candidate.phrase.meaning else { return true };
        let before = self.word_before.as_str();
        if context().numbered.has(before) || context().counted.has(self.word_after) {
            return false;
        }
        let counts = self.after().is_some_and(|token| token.tag == Tag::Nns && token.dep != Dep::Appos);
        if context().year_preps.has(before) {
            return !counts || (1500..2100).contains(&year);
        }
        let bracket = self.text[..self.candidate.span.start()].ends_with(['(', '[']);
        let likely = (1800..2060).contains(&year) || (bracket || context().likely_year.has(before)) && (1000..2060).contains(&year);
        let counts = counts && self.analysis.tokens.get(self.tokens.start).is_some_and(|token| token.dep == Dep::Nummod);
        let possessed = before.ends_with("'s") || before.ends_with("\u{2019}s");
        let named = self.before().is_some_and(|token| token.pos == Pos::Propn);
        let determined = possessed || named || context().determiners.has(before);
        let plausible = (1900..2040).contains(&year) && year % 100 != 0;
        likely && (!counts || determined || plausible)
    }

    /// Words with another meaning.
    fn is_time_word(&self) -> bool {
        let Some(token) = head_of(self.analysis, &self.tokens).map(|head| &self.analysis.tokens[head]) else {
            return self.is_time_word_untagged();
        };
        match &self.candidate.phrase.meaning {
            Meaning::Date(date) if matches!(date.part, Part::Month(_)) => self.is_month(token),
            Meaning::Date(date) if matches!(date.part, Part::Season(_)) => self.is_season(token),
            Meaning::Date(date) if matches!(date.part, Part::Half(_)) => self.in_business(),
            Meaning::Date(date) if matches!(date.part, Part::DayOnly(_)) => {
                !self.after().is_some_and(|next| matches!(next.pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num))
            }
            Meaning::Time { .. } if self.words().eq_ignore_ascii_case("overnight") => {
                self.before().is_none_or(|token| token.tag != Tag::Jj) && !self.follows(&context().before_overnight)
            }
            // "after one night in Lisbon": no night of the story.
            Meaning::Time { day: None, .. } if matches!(self.word_before.as_str(), "one" | "single") => false,
            Meaning::Time { .. } => {
                let title = token.tag == Tag::Nnp && self.before().is_some_and(|token| matches!(token.tag, Tag::Nnp | Tag::Nnps));
                !title
                    && self.word_after != "of"
                    && !self.in_name()
                    && !context().greetings.has(&self.word_before)
                    && matches!(token.pos, Pos::Noun | Pos::Adv | Pos::Propn)
            }
            Meaning::Vague(_) => self.is_vague(),
            Meaning::Length(_) => {
                let described =
                    self.before().is_some_and(|token| matches!(token.tag, Tag::Jj | Tag::PrpPoss | Tag::Nnp | Tag::Hyph | Tag::Nn));
                token.pos == Pos::Noun && !described && !self.after().is_some_and(|token| matches!(token.tag, Tag::Hyph | Tag::Cd))
            }
            Meaning::Shift { .. } => self.is_told_unit(token),
            _ => true,
        }
    }

    /// Without tags.
    fn is_time_word_untagged(&self) -> bool {
        let title = || {
            let before = near::before(self.text, self.candidate.span.start()).trim_end_matches(' ').rsplit(' ').next();
            self.words().starts_with(char::is_uppercase) && before.is_some_and(|word| word.starts_with(char::is_uppercase))
        };
        match &self.candidate.phrase.meaning {
            Meaning::Vague(_) => self.word_after != "than",
            Meaning::Date(date) if matches!(date.part, Part::Half(_)) => self.in_business(),
            Meaning::Shift { .. } => self.word_after != "of",
            Meaning::Time { .. } => !title() && !context().greetings.has(&self.word_before),
            Meaning::Date(date) if matches!(date.part, Part::Season(_)) => {
                self.words().starts_with("the ") || self.follows(&context().season_leads)
            }
            _ => true,
        }
    }

    /// Whether money is spoken of on the same line: then a half is one of the year, not of a match.
    fn in_business(&self) -> bool {
        let (start, end) = (self.candidate.span.start(), self.candidate.span.end());
        let before = self.text[..start].char_indices().rev().nth(120).map_or(0, |(at, _)| at);
        let after = self.text[end..].char_indices().nth(120).map_or(self.text.len(), |(at, _)| end + at);
        let around = self.text[before..after].to_lowercase();
        around.split(|letter: char| !letter.is_alphanumeric()).any(|word| context().money.begins(word))
    }

    /// Inside a name of several words.
    fn in_name(&self) -> bool {
        let entities = &self.analysis.entities;
        let from = entities.partition_point(|entity| entity.end as usize <= self.tokens.start);
        entities.get(from).is_some_and(|entity| {
            let named = matches!(
                entity.label,
                EntityLabel::Person | EntityLabel::Org | EntityLabel::WorkOfArt | EntityLabel::Product | EntityLabel::Gpe
            );
            named && (entity.start as usize..entity.end as usize).contains(&self.tokens.start) && entity.end - entity.start > 1
        })
    }

    /// A day, not part of a longer name: "The Christmas Cottage", "the Easter Offensive".
    fn is_holiday(&self) -> bool {
        let Some(token) = head_of(self.analysis, &self.tokens).map(|head| &self.analysis.tokens[head]) else { return true };
        let names = |at: usize| self.analysis.tokens.get(at).is_some_and(|token| token.pos == Pos::Propn);
        !(token.dep == Dep::Compound && self.tokens.end == token.head as usize && names(token.head as usize))
    }

    /// "May", "March" and so on.
    fn is_month(&self, token: &Token) -> bool {
        // "the Long March", "his March to the Sea".
        let march = self.words().eq_ignore_ascii_case("march")
            && token.dep != Dep::Compound
            && self.before().is_some_and(|token| matches!(token.tag, Tag::Dt | Tag::PrpPoss | Tag::Jj))
            && !self.follows(&context().march_leads);
        let verb = matches!(token.tag, Tag::Md | Tag::Vb | Tag::Vbp | Tag::Vbd);
        let surname = self.before().is_some_and(|token| token.tag == Tag::Nnp && token.dep == Dep::Compound);
        !march && !verb && !surname && !self.in_name()
    }

    fn is_season(&self, token: &Token) -> bool {
        let noun = matches!(token.pos, Pos::Noun | Pos::Propn);
        let head = self.analysis.tokens.get(token.head as usize);
        let modifies = token.dep == Dep::Compound && !self.tokens.contains(&(token.head as usize));
        let event = modifies && head.is_some_and(|head| context().seasonal.has(&head.lemma));
        let fall = self.words().to_ascii_lowercase().ends_with("fall");
        let placed = self.follows(&context().fall_leads);
        let falling = fall && (!placed || context().fall_goes_on.has(self.word_after));
        noun && (!modifies || event) && (event || !self.in_name()) && !falling
    }

    /// "the day", "the year", "the week": told before, not "the day to day business", "player of the year".
    fn is_told_unit(&self, token: &Token) -> bool {
        let compound = token.dep == Dep::Compound
            || self.after().is_some_and(|token| matches!(token.tag, Tag::Nn | Tag::Nns) && &*token.lemma != "end");
        let words = self.words();
        let day = words.eq_ignore_ascii_case("the day") && self.follows(&context().day_idioms);
        // "Man of the Year", "this time of the year".
        let title = words.split(' ').next_back().is_some_and(|unit| unit.starts_with(char::is_uppercase));
        let title = title || self.is_award();
        let of_time = near::before(self.text, self.candidate.span.start()).trim_end().ends_with("time of");
        let idiom = day || title || of_time;
        let clause = self.after().is_some_and(|token| matches!(token.tag, Tag::Wdt | Tag::Wrb | Tag::Hyph | Tag::To | Tag::Cd))
            || context().clause_goes_on.has(self.word_after);
        !compound && !idiom && !clause
    }

    /// "named player of the year": a noun without an article or adjective in front of "of the year".
    fn is_award(&self) -> bool {
        let Some(noun) = self.tokens.start.checked_sub(2).filter(|_| self.word_before == "of") else { return false };
        let tokens = &self.analysis.tokens;
        let described = |token: &Token| token.head as usize == noun && matches!(token.dep, Dep::Det | Dep::Poss | Dep::Amod | Dep::Nummod);
        matches!(tokens[noun].tag, Tag::Nn | Tag::Nnp) && !tokens[noun.saturating_sub(5)..noun].iter().any(described)
    }

    fn is_vague(&self) -> bool {
        let Some(token) = self.analysis.tokens.get(self.tokens.start) else { return true };
        let attributive = token.dep == Dep::Amod && self.tokens.end <= token.head as usize;
        match self.words().to_ascii_lowercase().as_str() {
            "earlier" => token.pos == Pos::Adv && self.word_after != "than" && token.dep != Dep::Amod,
            "later" => false,
            "now" => self.before().is_none_or(|token| &*token.lemma != "every") && self.word_after != "and",
            "present" | "former" => attributive,
            "the former" => attributive || self.after().is_some_and(|token| matches!(token.pos, Pos::Noun | Pos::Propn | Pos::Adj)),
            "soon" | "shortly" => !context().soon_goes_on.has(self.word_after),
            _ => true,
        }
    }
}
