//! What the cascade works on: known words, numbers and marks of a text, and the phrases that rules build of them.

/// A set of word classes and phrase kinds.
pub(super) type Classes = u64;

/// Defines the classes with the names that patterns and the lexicon use.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal,)+) => {
        $($(#[$doc])* pub(super) const $name: Classes = 1 << $bit;)+

        /// The class of this name.
        pub(super) fn class(name: &str) -> Option<Classes> {
            match name { $(stringify!($name) => Some($name),)+ _ => None }
        }
    };
}

classes! {
    /// A number in digits or words.
    NUM = 0,
    /// 1 to 31 in digits.
    DAY = 1,
    /// An ordinal.
    ORD = 2,
    /// Four digits, 1000 to 2999, without a comma.
    YEAR = 3,
    /// Two digits.
    SHORT = 4,
    /// One to three digits: a year only beside an era.
    SMALL = 5,
    /// Month name.
    MONTH = 6,
    /// Weekday name.
    WEEKDAY = 7,
    /// Season.
    SEASON = 8,
    /// Unit, singular.
    UNIT = 9,
    /// Unit, plural.
    UNITS = 10,
    /// "1990s", "nineties".
    DECADE = 11,
    /// "10:30".
    CLOCK = 12,
    /// "a.m."
    AMPM = 13,
    /// "GMT".
    ZONE = 14,
    /// "morning".
    PART = 15,
    /// "yesterday".
    DEICTIC = 16,
    /// "Christmas".
    HOLIDAY = 17,
    /// "BC".
    ERA = 18,
    /// "daily".
    FREQ = 19,
    /// "every".
    EACH = 20,
    /// "last", "past".
    LAST = 21,
    /// "next", "coming".
    NEXT = 22,
    /// "previous", "preceding".
    PREVIOUS = 23,
    /// "following".
    FOLLOWING = 24,
    /// "early".
    EARLY = 25,
    /// "mid".
    MID = 26,
    /// "late".
    LATE = 27,
    /// "about".
    ABOUT = 28,
    /// "over", in front of numbers.
    MORE = 29,
    /// "under", in front of numbers.
    LESS = 30,
    /// "several".
    SOME = 31,
    /// "recently" and so on, with the direction as value.
    REF = 32,
    /// "Mondays".
    WEEKDAYS = 33,
    /// A date written in digits alone: its parts are packed in the value.
    DIGITS = 34,
    /// "summers", "mornings".
    REPEATED = 35,
    /// "end", "close".
    END = 36,
    /// "start", "beginning".
    START = 37,
    /// "middle".
    MIDDLE = 38,
    /// Tens and scales, while numbers are read.
    SCALE = 39,
    /// "Q3", "H1".
    QUARTER = 40,
    /// "Eastern", in front of "time": minutes east of UTC.
    REGION = 43,
    /// Four digits that can be a time: "0300".
    MILITARY = 42,
    /// "FY25".
    FISCAL = 41,
    /// Phrase: a stretch of the calendar.
    DATE = 48,
    /// Phrase: a length of time.
    SPAN = 49,
    /// Phrase: a clock time.
    TIME = 50,
    /// Phrase: something that comes again.
    SET = 51,
    /// Phrase: a year alone.
    ANNO = 52,
    /// Phrase: a month alone, with or without a year.
    MON = 53,
    /// Phrase: a day with its month but no year.
    MDAY = 54,
    /// Phrase: a stretch told by "this", "last", "that" and a unit.
    REL = 55,
    /// Phrase: a weekday.
    WDAY = 56,
    /// Phrase: a part of a day.
    TPART = 57,
    /// Phrase: vague.
    VAGUE = 58,
    /// Phrase that stands only if a larger one takes it in.
    LOOSE = 59,
}

/// A known word, number or mark, or a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// First byte.
    pub(super) start: u32,
    /// The byte after the last one.
    pub(super) end: u32,
    /// What it can be.
    pub(super) classes: Classes,
    /// Its number in the vocabulary; 0 for numbers and phrases.
    pub(super) word: u16,
    /// The number, month, weekday and so on.
    pub(super) value: i32,
    /// Thousandths, for numbers.
    pub(super) fraction: u16,
    /// The unit, by its place in the list of units.
    pub(super) unit: u8,
    /// Something unknown stands between this item and the one before.
    pub(super) gap: bool,
    /// White space stands before it.
    pub(super) spaced: bool,
    /// Begins with a capital letter.
    pub(super) capital: bool,
    /// Place of its meaning in the list of phrases, if it is one.
    pub(super) phrase: Option<u32>,
}

impl Item {
    /// Whether it is in one of the classes.
    pub(super) const fn is(&self, classes: Classes) -> bool {
        self.classes & classes != 0
    }
}
