//! What resolving knows of the article while it walks through it.

use crate::model::{CalendarUnit, Edtf, Published};
use crate::time::meaning::Unit;
use crate::time::stretch::Stretch;
use crate::time::tense::Tense;
use chrono::{Datelike as _, NaiveDate};

/// The article's date, and the running focus of its narrative.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent observation")]
pub(in crate::time) struct Scene {
    /// The article's day, if it is known at least to the month.
    pub(in crate::time) published: Option<NaiveDate>,
    /// Whether that day is only approximate.
    pub(in crate::time) approximate: bool,
    /// The last stretch that the text spoke of.
    pub(in crate::time) focus: Option<Focus>,
    /// The last stretch with a year of its own.
    pub(in crate::time) dated: Option<Focus>,
    /// The last quarter or half that the text spoke of.
    pub(in crate::time) quarter: Option<Focus>,
    /// The last month that the text spoke of.
    pub(in crate::time) month: Option<Focus>,
    /// The last day that the text spoke of.
    pub(in crate::time) day: Option<Focus>,
    /// The day under which the present paragraph stands: "22 May: The court accuses him".
    pub(in crate::time) section: Option<Stretch>,
    /// The last decade or century that the text spoke of.
    pub(in crate::time) age: Option<Stretch>,
    /// Whether the present expression measures a distance.
    pub(in crate::time) measure: Measure,
    /// Whether the present expression is a length that lies ahead.
    pub(in crate::time) ahead: Option<Ahead>,
    /// The stretch with which the present range begins.
    pub(in crate::time) from: Option<Stretch>,
    /// Whether the present expression tells what holds again and again: "open 08:00 - 20:00", and in a guide "the rains come in July".
    pub(in crate::time) habit: bool,
    /// A stretch far from the story, which the story follows only if the next one lies there too.
    pub(in crate::time) aside: Option<Stretch>,
    /// The text tells history: its dates hang on each other, not on the day of writing.
    pub(in crate::time) narrative: bool,
    /// It opens with the anniversary of its story.
    pub(in crate::time) look_back: bool,
    /// The tense around the present expression.
    pub(in crate::time) tense: Tense,
    /// Whether a future is told from the day of writing, "is expected to" or "will", not "would".
    pub(in crate::time) from_now: bool,
    /// The number of the present sentence and paragraph.
    pub(in crate::time) sentence: usize,
    pub(in crate::time) paragraph: usize,
}

/// Years between two dates of one story.
const FAR: i32 = 8;

/// Whether an expression measures a distance in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::time) enum Measure {
    /// No: "last year".
    None,
    /// "a year ago".
    Distance,
    /// One side of a comparison: "more than a year ago".
    Compared,
}

/// How a length that lies ahead is bound to the moment of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::time) enum Ahead {
    /// "in three weeks": when they are over.
    In,
    /// "within three weeks": before they are over.
    Within,
}

/// A stretch spoken of, and where.
#[derive(Clone, Copy, Debug)]
pub(in crate::time) struct Focus {
    pub(in crate::time) stretch: Stretch,
    pub(in crate::time) sentence: usize,
    pub(in crate::time) paragraph: usize,
}

/// On what a date rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::time) enum Grounds {
    /// The words alone.
    Stated,
    /// The article's date.
    Published,
    /// What the text spoke of before.
    Focus(Stretch),
}

/// What is known of an expression after resolving.
#[derive(Clone, Copy, Debug)]
pub(in crate::time) struct Resolved {
    pub(in crate::time) known: Known,
    pub(in crate::time) grounds: Grounds,
    /// The other reading, if the words leave two.
    pub(in crate::time) other: Option<Stretch>,
}

/// Whether it has a place on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::time) enum Known {
    /// It is this.
    Place(Stretch),
    /// It needs the article's date, and that is missing.
    NeedsPublished,
    /// It needs something that the text does not say.
    Open,
}

impl Scene {
    /// For an article.
    pub(in crate::time) fn new(published: Option<&Published>) -> Self {
        let day = published.and_then(|published| day_of(&published.date));
        Self {
            published: day,
            approximate: published.is_some_and(|published| published.date.is_doubtful() || !is_day(&published.date)),
            focus: None,
            dated: None,
            quarter: None,
            month: None,
            day: None,
            section: None,
            age: None,
            measure: Measure::None,
            ahead: None,
            habit: false,
            from: None,
            aside: None,
            narrative: false,
            look_back: false,
            tense: Tense::Unknown,
            from_now: false,
            sentence: 0,
            paragraph: 0,
        }
    }

    /// The focus as a day, or the article's day.
    pub(in crate::time) fn spoken_of(&self) -> Option<(Stretch, Grounds)> {
        match self.focus {
            Some(focus) => Some((focus.stretch, Grounds::Focus(focus.stretch))),
            None => self.published.map(|day| (Stretch::Day(day), Grounds::Published)),
        }
    }

    /// What "that December" counts from: the last dated stretch, or a year told since, if only in passing.
    pub(in crate::time) fn told(&self) -> Option<Stretch> {
        let year = |focus: &Focus| focus.stretch.unit() == Unit::Year && !self.narrative;
        let passing = self.focus.filter(year).filter(|focus| self.dated.is_none_or(|dated| dated.sentence <= focus.sentence));
        passing.or(self.dated).or(self.focus).map(|focus| focus.stretch)
    }

    /// The last dated stretch, if the present words are part of the same story.
    pub(in crate::time) fn story(&self) -> Option<Stretch> {
        let dated = self.dated?;
        // "They fought in 2011. A truce concluded last July collapsed in December": what the sentence has spoken of since is nearer.
        let nearer = self.focus.is_some_and(|focus| focus.sentence == self.sentence && focus.sentence > dated.sentence);
        if nearer && !self.narrative {
            return None;
        }
        let near = self.paragraph == dated.paragraph && self.sentence - dated.sentence.min(self.sentence) <= 3;
        let before = self.published.is_none_or(|day| dated.stretch.first().is_some_and(|first| first.year() < day.year()));
        (self.narrative || (near && before && self.tense == Tense::Past)).then_some(dated.stretch)
    }

    /// Whether a stretch is a look aside: a source's year, a comparison. The second one in a row near it is none.
    fn is_aside(&mut self, stretch: Stretch) -> bool {
        let year = |stretch: Stretch| stretch.first().map_or(0, |first| first.year());
        let far = |other: Stretch| (year(other) - year(stretch)).abs() > FAR;
        let aside = self.dated.is_some_and(|dated| far(dated.stretch)) && self.aside.is_none_or(far);
        self.aside = aside.then_some(stretch);
        aside && self.narrative
    }

    /// Takes note of a stretch that the next "that year" can mean, without moving the story.
    pub(in crate::time) fn touch(&mut self, stretch: Stretch) {
        self.focus = Some(Focus { stretch, sentence: self.sentence, paragraph: self.paragraph });
    }

    /// Takes note of what the text speaks of.
    pub(in crate::time) fn speak_of(&mut self, stretch: Stretch, stated: bool) {
        let focus = Focus { stretch, sentence: self.sentence, paragraph: self.paragraph };
        if stretch.unit() > Unit::Year {
            self.age = Some(stretch);
        }
        if stretch.unit() > Unit::Year || (self.narrative && !stated) {
            return;
        }
        self.focus = Some(focus);
        if matches!(stretch.unit(), Unit::Quarter | Unit::Half) {
            self.quarter = Some(focus);
        }
        if stretch.unit() == Unit::Month {
            self.month = Some(focus);
        }
        if stretch.unit() <= Unit::Day {
            self.day = Some(focus);
        }
        if stated && !self.is_aside(stretch) {
            self.dated = Some(focus);
        }
    }
}

const fn is_day(date: &Edtf) -> bool {
    matches!(date, Edtf::On(moment) if matches!(moment.unit, CalendarUnit::Day(_) | CalendarUnit::Minute(_)))
}

/// The day for which a publication date stands: itself, or the middle of a month.
fn day_of(date: &Edtf) -> Option<NaiveDate> {
    let Edtf::On(moment) = date else { return date.bounds().earliest.map(|at| at.date()) };
    match moment.unit {
        CalendarUnit::Day(day) => Some(day),
        CalendarUnit::Minute(at) => Some(at.date()),
        CalendarUnit::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 15),
        _ => None,
    }
}
