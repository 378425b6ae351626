//! The article's own date as its text gives it away: evidence, ranked and kept. For articles whose metadata says nothing.
//!
//! Nothing here is assumed silently: a suggestion carries its reason and is for a person to accept. The ranking follows what
//! Barbaresi, "htmldate" (JOSS 2020), found most telling in visible text: words of publishing beside a date, then a date line on its
//! own near the top, then what the sentences imply.

use super::en::{Words, context};
use super::meaning::{Date, Meaning, Part, Year};
use super::near;
use super::recognise::{Candidate, ENGLISH};
use crate::model::words::edtf_words;
use crate::model::{CalendarUnit, Edtf, Moment, Span};
use chrono::{Datelike as _, NaiveDate};

/// A date that an article may be of, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDate {
    /// The date; open on one side (`[2025-03-14..]`) where the text only bounds it.
    pub date: Edtf,
    /// How it shows.
    pub evidence: Evidence,
    /// The words that show it.
    pub span: Span,
    /// One sentence for people.
    pub why: String,
}

/// How an article's date shows in its text, in order of trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// "Published 3 March 2025, 14:05 GMT".
    Published,
    /// "Updated 3 March 2025": the article may be older.
    Updated,
    /// A full date on a line of its own near the top or the end.
    Line,
    /// A full date at the start of the text, after a place at most: "MOSCOW, 3 March 2025".
    Opening,
    /// "Tuesday, March 18": the weekday fixes the year to one near the latest date told.
    Weekday,
    /// The latest day that is told as past: the article cannot be older.
    LatestPast,
}

/// Lines from the top, and from the end, that may hold a date of their own.
const EDGE: usize = 6;

/// All evidence for the date of an article in its text, best first. Empty if the text gives nothing away.
pub fn own_dates(text: &str) -> Vec<OwnDate> {
    let candidates = ENGLISH.recognise(text);
    let lines = Lines::new(text);
    let mut found: Vec<OwnDate> = candidates.iter().filter_map(|candidate| stated(text, &lines, candidate)).collect();
    let latest = candidates.iter().filter_map(full_day).max();
    found.extend(candidates.iter().filter_map(|candidate| by_weekday(text, candidate, latest?)));
    found.extend(latest_past(text, &candidates));
    found.sort_by_key(|own| (own.evidence, own.span.start()));
    found
}

/// Where the lines of a text begin and end, without the empty ones.
struct Lines {
    lines: Vec<(usize, usize)>,
}

impl Lines {
    fn new(text: &str) -> Self {
        let start = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
        let lines = text.lines().filter(|line| !line.trim().is_empty()).map(|line| (start(line), start(line) + line.len()));
        Self { lines: lines.collect() }
    }

    /// The number of the line of a place, and its range.
    fn of(&self, at: usize) -> Option<(usize, (usize, usize))> {
        let number = self.lines.partition_point(|(_, end)| *end <= at);
        self.lines.get(number).map(|range| (number, *range))
    }

    fn at_edge(&self, number: usize) -> bool {
        number < EDGE || number + EDGE >= self.lines.len()
    }
}

/// The day of a date said in full; a time on a day counts as the day.
fn full_day(candidate: &Candidate) -> Option<NaiveDate> {
    let date = match &candidate.phrase.meaning {
        Meaning::Date(date) => date,
        Meaning::Time { day: Some(day), .. } => match &**day {
            Meaning::Date(date) => date,
            _ => return None,
        },
        _ => return None,
    };
    match (date.year, date.part) {
        (Year::Is(year), Part::Day(month, day)) => NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day)),
        _ => None,
    }
}

/// A full date beside words of publishing, on a line of its own, or at the start.
fn stated(text: &str, lines: &Lines, candidate: &Candidate) -> Option<OwnDate> {
    let day = full_day(candidate)?;
    let span = candidate.span;
    let (number, (start, end)) = lines.of(span.start())?;
    // A window, so that a text of one line takes no longer.
    let before = near::before(&text[start..], span.start() - start);
    let whole = before.len() == span.start() - start;
    let before = before.to_lowercase();
    let after = near::after(text.get(..end).unwrap_or(text), span.end());
    let beside = |words: &Words| {
        let tail = before.trim_end_matches([' ', ':', '-', '|', '\u{2013}', '\u{2014}', ',']);
        let tail = context().date_labels.strip_from(tail).trim_end_matches([' ', ':']);
        words.has(tail.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default())
    };
    let short = |rest: &str| rest.split_whitespace().take(7).count() <= 6;
    let evidence = match () {
        () if beside(&context().publishing) => Evidence::Published,
        () if beside(&context().updating) => Evidence::Updated,
        () if lines.at_edge(number) && whole && before.trim().len() <= 40 && short(&before) && short(after) => Evidence::Line,
        () if number == 0 && whole && short(&before) && (before.trim().is_empty() || before.trim_end().ends_with([',', '('])) => {
            Evidence::Opening
        }
        () => return None,
    };
    let words = span.text(text);
    let reason = match evidence {
        Evidence::Published => format!("the text says it was published on \"{words}\""),
        Evidence::Updated => format!("the text says it was updated on \"{words}\""),
        Evidence::Line => format!("\"{words}\" stands on a line of its own"),
        _ => format!("the text begins with \"{words}\""),
    };
    Some(OwnDate { date: Edtf::day(day), evidence, span, why: reason })
}

/// A day and month with their weekday and without a year: the year nearest to the latest date told in full in which they agree.
fn by_weekday(text: &str, candidate: &Candidate, latest: NaiveDate) -> Option<OwnDate> {
    let Meaning::Date(Date { year: Year::Unsaid, part: Part::Day(month, day), weekday: Some(weekday), .. }) = candidate.phrase.meaning
    else {
        return None;
    };
    let near = latest.year();
    let in_year = |year| NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day));
    let agrees = |date: &NaiveDate| date.weekday().number_from_monday() == u32::from(weekday);
    let date = (0..=5).flat_map(|away| [near + away, near - away]).filter_map(in_year).find(agrees)?;
    let about = Moment::about(CalendarUnit::Day(date));
    let words = candidate.span.text(text);
    let why = format!("\"{words}\" fits {}, and news tells of days close by", edtf_words(&Edtf::day(date)));
    Some(OwnDate { date: Edtf::On(about), evidence: Evidence::Weekday, span: candidate.span, why })
}

/// The latest full date or month that no word of the sentence puts in the future: the article is not older.
fn latest_past(text: &str, candidates: &[Candidate]) -> Option<OwnDate> {
    let past = candidates.iter().filter(|candidate| !looks_ahead(text, candidate.span));
    let (day, span) =
        past.filter_map(|candidate| Some((full_day(candidate)?, candidate.span))).max_by_key(|(day, span)| (*day, span.start()))?;
    let date = Edtf::since(Moment::exact(CalendarUnit::Day(day)));
    let words = span.text(text);
    Some(OwnDate { date, evidence: Evidence::LatestPast, span, why: format!("it tells of \"{words}\" as past, so it is not older") })
}

/// Whether the words just in front look ahead: "will begin on", "by", "until".
fn looks_ahead(text: &str, span: Span) -> bool {
    let before = near::before(text, span.start());
    let words =
        before.rsplit([' ', '\n']).filter(|word| !word.is_empty()).take(12).take_while(|word| !word.ends_with(['.', '!', '?', '"']));
    words.into_iter().any(|word| context().before_future_date.has(word))
}

/// The one suggestion to make for an undated article, if its evidence names a day.
pub fn suggest_own_date(text: &str) -> Option<OwnDate> {
    own_dates(text).into_iter().find(|own| own.evidence <= Evidence::Weekday && is_plausible(own))
}

/// News is not older than newspapers.
fn is_plausible(own: &OwnDate) -> bool {
    own.date.bounds().earliest.is_some_and(|at| at.date().year() >= 1600)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(text: &str) -> Option<(String, Evidence)> {
        suggest_own_date(text).map(|own| (own.date.to_string(), own.evidence))
    }

    #[test]
    fn words_of_publishing_come_before_all_else() {
        let text = "A headline\n12 January 2025\nPublished 3 March 2025, 14:05 GMT\nUpdated 4 March 2025\n\nThe body.";
        assert_eq!(best(text), Some(("2025-03-03".to_owned(), Evidence::Published)));
        let all: Vec<_> = own_dates(text).iter().map(|own| own.evidence).collect();
        assert!(all.is_sorted() && all.contains(&Evidence::Updated) && all.contains(&Evidence::Line));
    }

    #[test]
    fn a_line_of_its_own_is_evidence_and_a_date_in_a_sentence_is_none() {
        assert_eq!(best("A headline\nBy Ann Author\nMarch 3, 2025\n\nThe body."), Some(("2025-03-03".to_owned(), Evidence::Line)));
        assert_eq!(best("The long war that everybody in the country remembers so well began on March 3, 2015 and ended late."), None);
    }

    #[test]
    fn a_weekday_fixes_the_year() {
        let text = "The long and bitter war in the north began in earnest on 24 February 2022 when troops crossed.\nOn Tuesday, March 18, the leaders of both spoke.";
        assert_eq!(best(text), Some(("2025-03-18~".to_owned(), Evidence::Weekday)));
    }

    #[test]
    fn what_is_told_as_past_bounds_the_date() {
        let text = "The long and bitter war in the north began in earnest on 24 February 2022 when troops crossed. The next vote will be held on 5 May 2031 in every town of the land.";
        let own = own_dates(text);
        assert_eq!(own.iter().map(|own| own.date.to_string()).collect::<Vec<_>>(), ["[2022-02-24..]"]);
        assert_eq!(suggest_own_date(text), None);
    }
}
