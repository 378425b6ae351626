//! What time words say before anyone knows when they were written.

/// The meaning of a time expression. Nothing in it depends on a calendar or on the article's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A stretch of the calendar, named in full or in part: "March 3, 2025", "March", "the third quarter", "the 1990s".
    Date(Date),
    /// A weekday: "Monday", "last Friday".
    Weekday {
        /// 1 Monday to 7 Sunday.
        day: u8,
        /// Which of them.
        which: Which,
        /// The week it lies in, if the words say so: "Monday of last week".
        week: Option<Box<Meaning>>,
    },
    /// So many units before or after an anchor: "yesterday", "last week", "two years ago", "the next day", "that month".
    Shift {
        /// How many; negative is backwards, 0 is the unit that holds the anchor.
        count: Count,
        /// What is counted.
        unit: Unit,
        /// From where.
        anchor: Anchor,
    },
    /// "by that time": what the text speaks of.
    Told,
    /// So long before or after something that has a date itself: "two days before March 3", "a week after Christmas".
    Away {
        /// How many; negative is before.
        count: Count,
        /// What is counted.
        unit: Unit,
        /// From where.
        base: Box<Meaning>,
    },
    /// The same day so many units before or after: "two years ago today", "a week from Friday".
    SameDay {
        /// How many; negative is before.
        count: i32,
        /// What is counted: days, weeks, months or years.
        unit: Unit,
        /// The day that it is the same as.
        base: Box<Meaning>,
    },
    /// A numbered piece of something larger: "the first half of 2008", "the last week of March".
    Piece {
        /// 1 is the first, -1 the last.
        nth: i32,
        /// Pieces of this size.
        unit: Unit,
        /// The whole.
        of: Box<Meaning>,
    },
    /// A time of day, on a day if the words say which.
    Time {
        /// The day, or none: then the context says.
        day: Option<Box<Meaning>>,
        /// The time.
        time: TimeOfDay,
    },
    /// A length of time.
    Length(Length),
    /// Something that comes again.
    Every(Recurrence),
    /// "recently", "now", "soon".
    Vague(Reference),
}

/// A named stretch of the calendar; what is missing comes from the context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    /// The year.
    pub(super) year: Year,
    /// What of the year.
    pub(super) part: Part,
    /// A weekday said beside the date, 1 to 7: a check, and a help to find the year.
    pub(super) weekday: Option<u8>,
    /// Another reading of the same digits, as month and day: `3/4/2025`.
    pub(super) other: Option<(u8, u8)>,
}

/// The year of a date, or what stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// Not said.
    Unsaid,
    /// Astronomical: 0 is 1 BCE.
    Is(i32),
    /// Not said, but known of a famous day: "the Sept. 11 attacks".
    Known(i32),
    /// Two digits: '98.
    Short(i32),
    /// Ten years from here on: 1990.
    Decade(i32),
    /// Ten years by two digits: the '90s.
    ShortDecade(i32),
    /// A hundred years from here on: 1900.
    Century(i32),
    /// So many years from the article's: "March last year".
    Shift(i32),
    /// So many years from the one that the text speaks of: "March of that year".
    Anaphoric(i32),
}

/// What of a year is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// Month 1 to 12.
    Month(u8),
    /// Month and day.
    Day(u8, u8),
    /// A day of a month that is not said: "the 20th".
    DayOnly(u8),
    /// 1 spring to 4 winter.
    Season(u8),
    /// 1 to 4; -1 is the last one, 0 the present one, or beside a year the one that a report is about.
    Quarter(i8),
    /// 1 or 2.
    Half(u8),
    /// A holiday, by its number in the lexicon.
    Holiday(u8),
}

/// Which of the days or months of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Not said: tense and context decide.
    Plain,
    /// "this".
    This,
    /// "last", "past".
    Last,
    /// "next", "coming".
    Next,
    /// "the previous", "the Monday before": back from what the text speaks of.
    Previous,
    /// "the following": on from what the text speaks of.
    Following,
    /// "that": the one that the text speaks of.
    That,
}

/// From where a shift counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The moment of writing.
    Published,
    /// What the text speaks of.
    Focus,
    /// What the text speaks of if it tells a story there, else the moment of writing.
    Either,
}

/// A number of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    /// So many thousandths of a unit: 2500 is two and a half.
    Exact(i32),
    /// Some, before (-1), after (1).
    Some(i32),
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    PartOfDay,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
    /// "period", "time", "era".
    Period,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    /// How many.
    pub(super) count: Count,
    /// Of what.
    pub(super) unit: Unit,
    /// And a smaller part of it: "two years and six months".
    pub(super) and: Option<(i32, Unit)>,
    /// "the past two years", "the next two weeks": it ends (-1) or begins (1) now.
    pub(super) towards: i8,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TimeOfDay {
    /// Minutes since midnight, if a clock time is said.
    pub(super) minute: Option<u16>,
    /// Whether the hour is known on the dial of 24 hours.
    pub(super) sure: bool,
    /// Part of the day.
    pub(super) part: Option<DayPart>,
    /// Minutes east of UTC, if a zone is said.
    pub(super) zone: Option<i16>,
}

/// Parts of the day, as TIMEX3 names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
    /// "overnight": the night before the day.
    Overnight,
}

/// The number of units between recurrences that the words leave open: "every few months".
pub(super) const SOME: i32 = 0;

/// Something that comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Recurrence {
    /// Every so many units; [`SOME`] if the number stays open.
    Unit(i32, Unit),
    /// Every week on this day.
    Weekday(u8),
    /// Every year in this month.
    Month(u8),
    /// Every year in this season.
    Season(u8),
    /// Every day in this part.
    DayPart(DayPart),
}

/// Direction of vague words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    Past,
    Present,
    Future,
    /// "soon", "shortly": after the moment of writing, or after what is told.
    Soon,
    /// "earlier": before the article's own news.
    Earlier,
    /// "later": after what the text speaks of.
    Later,
}

/// What narrows a stretch or loosens it, apart from the TIMEX3 value (its attribute `mod`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Modifier {
    /// "early", "the beginning of".
    Start,
    Mid,
    /// "late".
    Late,
    /// "the first half of", said of a decade or century.
    FirstHalf,
    SecondHalf,
    /// "the end of".
    End,
    About,
    MoreThan,
    LessThan,
    /// "earlier this week": from its start until now.
    EarlierIn,
    /// "later this week": from now until its end.
    LaterIn,
}

/// How the words in front bind an expression to what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// "since 2022", "from March on".
    Since,
    /// "until 2024", "to", "through".
    Until,
    /// "by Friday".
    By,
    Before,
    After,
    /// "throughout", "over", "during".
    Throughout,
}

impl Date {
    /// A date without doubts.
    pub(super) const fn new(year: Year, part: Part) -> Self {
        Self { year, part, weekday: None, other: None }
    }
}

impl Count {
    /// Whole units.
    pub(super) const fn whole(number: i32) -> Self {
        Self::Exact(number.saturating_mul(1000))
    }
}

impl Meaning {
    /// A whole number of units from an anchor.
    pub(super) const fn shift(count: i32, unit: Unit, anchor: Anchor) -> Self {
        Self::Shift { count: Count::whole(count), unit, anchor }
    }

    /// A date by year and part.
    pub(super) const fn date(year: Year, part: Part) -> Self {
        Self::Date(Date::new(year, part))
    }

    /// A plain length.
    pub(super) const fn length(count: Count, unit: Unit) -> Self {
        Self::Length(Length { count, unit, and: None, towards: 0 })
    }

    /// The smallest unit that it names, as far as the words say.
    pub(super) fn grain(&self) -> Unit {
        match self {
            Self::Date(date) => match date.part {
                Part::Day(..) | Part::DayOnly(_) | Part::Holiday(_) => Unit::Day,
                Part::Month(_) => Unit::Month,
                Part::Season(_) => Unit::Season,
                Part::Quarter(_) => Unit::Quarter,
                Part::Half(_) => Unit::Half,
                Part::Whole => match date.year {
                    Year::Decade(_) | Year::ShortDecade(_) => Unit::Decade,
                    Year::Century(_) => Unit::Century,
                    _ => Unit::Year,
                },
            },
            Self::Weekday { .. } | Self::SameDay { .. } => Unit::Day,
            Self::Shift { unit, .. } | Self::Away { unit, .. } | Self::Piece { unit, .. } => *unit,
            Self::Time { .. } => Unit::PartOfDay,
            Self::Length(length) => length.unit,
            Self::Every(_) | Self::Vague(_) | Self::Told => Unit::Period,
        }
    }
}
