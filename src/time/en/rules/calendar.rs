//! Dates by the calendar: days, months, years, decades, centuries, seasons, quarters, fiscal years.

use crate::time::en::context;
use crate::time::en::digits::unpack_date;
use crate::time::holiday::known_year;
use crate::time::item::{DAY, DECADE, DIGITS, ERA, FISCAL, Item, MONTH, ORD, QUARTER, SEASON, SHORT, SMALL, YEAR};
use crate::time::meaning::{Date, Meaning, Part, Year};
use crate::time::rule::{Made, Match, Phrase, Rule, Standing, one};

/// Single dates.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "date-in-digits",
        patterns: &["DIGITS"],
        make: |found| {
            let (year, month, day, doubtful) = unpack_date(found.value(DIGITS)?);
            let date = Date::new(Year::Is(year), Part::Day(month, day));
            one(Meaning::Date(Date { other: doubtful.then_some((day, month)), ..date }))
        },
        examples: &[("signed on [2025-03-20]", "2025-03-20"), ("on [20.03.2025] in Bonn", "2025-03-20"), ("[3/20/2025]", "2025-03-20")],
        traps: &["call 555-12-1234", "version 1.2.3", "192.168.10.12"],
    },
    Rule {
        name: "day-month-year",
        patterns: &[
            "MONTH DAY|ORD ,? ,? of? YEAR",
            "MONTH the DAY|ORD ,? YEAR",
            "the? DAY|ORD of? MONTH ,? of? YEAR",
            "MONTH DAY|ORD ,? ' SHORT",
            "DAY - MONTH - YEAR",
            "YEAR MONTH DAY",
            "the? DAY|ORD day of MONTH ,? of? YEAR",
        ],
        make: |found| one(Meaning::Date(Date::new(year(found)?, day(found)?))),
        examples: &[
            ("on [March 3, 2024]", "2024-03-03"),
            ("[the 3rd of March 2024]", "2024-03-03"),
            ("([12 Sept. 1999])", "1999-09-12"),
            ("[July 4, '76]", "1976-07-04"),
        ],
        traps: &["March 45, 2025"],
    },
    Rule {
        name: "month-year",
        patterns: &["MONTH ,? of? YEAR", "MONTH ' SHORT", "MONTH of the year YEAR", "MONTH - YEAR"],
        make: |found| one(Meaning::date(year(found)?, Part::Month(found.small(MONTH)?))),
        examples: &[("in [March 2024]", "2024-03"), ("in [Sept. 2024]", "2024-09"), ("in [March, 2024]", "2024-03")],
        traps: &["they march 2000 miles"],
    },
    Rule {
        name: "day-month",
        patterns: &["MONTH DAY|ORD", "MONTH the ORD", "the? DAY|ORD of? MONTH", "the? DAY|ORD day of MONTH"],
        make: |found| {
            let part = day(found)?;
            let known = if let Part::Day(month, day) = part { known_year(month, day, found.next_word()) } else { None };
            one(Meaning::date(known.map_or(Year::Unsaid, Year::Known), part))
        },
        examples: &[
            ("On [March 3], a summit", "2025-03-03"),
            ("since the [Sept. 11] attacks", "2001-09-11"),
            ("on [the 27th of February]", "2025-02-27"),
            ("[5 May]", "2025-05-05"),
        ],
        traps: &["March 32 men", "may 5 people"],
    },
    Rule {
        name: "month",
        patterns: &["MONTH"],
        make: |found| {
            let item = found.get(MONTH)?;
            let words = found.words(item);
            let ambiguous = context().weak_months.has(words);
            let short = words.len() < 4 && !ambiguous || matches!(words, "Mar." | "Sept");
            let standing = if short {
                Standing::Part
            } else if ambiguous {
                Standing::Ambiguous
            } else {
                Standing::Alone
            };
            Phrase::new(Meaning::date(Year::Unsaid, Part::Month(found.small(MONTH)?))).standing(standing).made()
        },
        examples: &[("in [February]", "2025-02"), ("elections were held in [May]", "2024-05")],
        traps: &["they may march", "Dec tastes", "Mar del Plata"],
    },
    Rule {
        name: "early-year",
        patterns: &["MONTH of SMALL", "the? DAY|ORD of? MONTH ,? SMALL"],
        make: |found| {
            // Three digits in front of a word count something.
            let year = found.items.get(found.start + found.last()).filter(|item| item.value >= 100 && found.ends_clause())?.value;
            let part = match found.get(ORD | DAY) {
                Some(number) => month_day(found.small(MONTH)?, number)?,
                None => Part::Month(found.small(MONTH)?),
            };
            one(Meaning::date(Year::Is(year), part))
        },
        examples: &[("He died on [30 September 420].", "0420-09-30"), ("in [December of 384], he", "0384-12")],
        traps: &["on 30 September 420 men left", "on 30 September, 420 men left"],
    },
    Rule {
        name: EARLY_YEAR,
        patterns: &["~@before_early_year SMALL", "~@before_early_year SMALL -|to|and SMALL", "~( ~@circa_year SMALL - SMALL"],
        make: |found| {
            let year = |nth| found.nth(SMALL, nth).map(|item| item.value).filter(|year| (100..1000).contains(year));
            let phrase = |year| Phrase::new(Meaning::date(Year::Is(year), Part::Whole));
            let first = year(0)?;
            if found.items.get(found.start + found.last() + 1).is_some_and(|item| item.is(ERA) && !item.gap) {
                return None;
            }
            // "in 300 men", "about 165 Girondists": three digits in front of such a word count something.
            let named = found.next_word().starts_with(char::is_uppercase) && !found.among(&context().circa);
            if !named && !found.ends_clause() && !context().after_early_year.has(found.next_word()) {
                return None;
            }
            match found.place(SMALL, 1) {
                Some(at) => {
                    let second = year(1).filter(|second| *second > first)?;
                    let from = found.place(SMALL, 0)?;
                    Some(Made::Several(vec![(from, from, phrase(first)), (at, at, phrase(second))]))
                }
                None => phrase(first).made(),
            }
        },
        examples: &[
            ("He died on 30 September 420. In [348], he had left.", "0348"),
            ("Theodorus ([c. 314] - 368) was an abbot", "0314"),
            ("He died in AD 79. After [211] it became the capital", "0211"),
        ],
        traps: &["in 300 men", "In 348, a year after 1920", "around 120."],
    },
    Rule {
        name: "year-with-era",
        patterns: &["SMALL|YEAR ERA", "~in? ERA SMALL|YEAR", "FISCAL"],
        make: |found| {
            let number = found.value(SMALL | YEAR).or_else(|| found.value(FISCAL))?;
            one(Meaning::date(Year::Is(in_era(number, found.value(ERA).unwrap_or(1))), Part::Whole))
        },
        examples: &[("in [44 BC]", "BC0044"), ("in [AD 79]", "0079"), ("in [FY25]", "2025")],
        traps: &["44 bc lands", "ad 79"],
    },
    Rule {
        name: "date-with-era",
        patterns: &["MONTH ,? SMALL|YEAR ERA", "MONTH DAY ,? SMALL|YEAR ERA", "the? DAY|ORD of? MONTH ,? SMALL|YEAR ERA"],
        make: |found| {
            let numbers = found.place(ERA, 0)?;
            let items = &found.items[found.start..found.start + numbers];
            let year = Year::Is(in_era(items.last()?.value, found.value(ERA)?));
            let days: Vec<_> = items[..items.len() - 1].iter().filter(|item| item.is(DAY | ORD) && !item.is(MONTH)).collect();
            let month = found.small(MONTH)?;
            let part = days.first().map_or(Part::Month(month), |day| Part::Day(month, u8::try_from(day.value).unwrap_or(1)));
            one(Meaning::date(year, part))
        },
        examples: &[("in [August 480 BC]", "BC0480-08"), ("on [15 March 44 BC]", "BC0044-03-15")],
        traps: &["March 44 men"],
    },
    Rule {
        name: "year",
        patterns: &["YEAR", "the? year YEAR", "the year SMALL"],
        make: |found| {
            // "in the year 300 men died".
            if found.get(SMALL).is_some() && !found.ends_clause() {
                return None;
            }
            let standing = if found.says("year") { Standing::Alone } else { Standing::Number };
            Phrase::new(Meaning::date(Year::Is(found.value(YEAR | SMALL)?), Part::Whole)).standing(standing).made()
        },
        examples: &[("back in [2022]", "2022"), ("in [the year 1066]", "1066")],
        traps: &["$2025", "2,025 people", "flight 2014", "1709 pupils", "room A2014", "2025 km", "2014.5"],
    },
    Rule {
        name: "short-year",
        patterns: &["~@before_short_year ' SHORT"],
        make: |found| one(Meaning::date(Year::Short(found.value(SHORT)?), Part::Whole)),
        examples: &[("the revolution of ['89]", "1989")],
        traps: &["he said '89 men"],
    },
    Rule {
        name: "fiscal-year",
        patterns: &["the? fiscal year? YEAR", "the? YEAR fiscal year", "the? financial year YEAR", "calendar year? YEAR"],
        make: |found| one(Meaning::date(Year::Is(found.value(YEAR)?), Part::Whole)),
        examples: &[("in [fiscal 2024]", "2024"), ("for [the 2024 fiscal year]", "2024")],
        traps: &["fiscal 20"],
    },
    Rule {
        name: "decade",
        patterns: &["the? DECADE", "the? DECADE ERA", "the? ' DECADE", "the? YEAR ' s", "the? SHORT ' s"],
        make: |found| {
            let value = found.value(DECADE).or_else(|| found.value(YEAR)).or_else(|| found.value(SHORT))?;
            if found.value(ERA) == Some(-1) {
                return one(Meaning::date(Year::Decade(1 - value - 9), Part::Whole));
            }
            (!(100..1000).contains(&value)).then_some(())?;
            let apostrophe = found.says("'") || found.says("\u{2019}");
            let standing = if value < 100 && !found.says("the") && !apostrophe { Standing::Part } else { Standing::Alone };
            (value % 10 == 0 || found.get(DECADE).is_some()).then_some(())?;
            Phrase::new(Meaning::date(decade(value), Part::Whole)).standing(standing).made()
        },
        examples: &[("in [the 1990s]", "199"), ("[the '90s]", "199"), ("[the nineties]", "199"), ("[the 1800s]", "18")],
        traps: &["in her nineties", "in his 90s", "Boeing 747s"],
    },
    Rule {
        name: "century",
        patterns: &["the? ORD -? century ERA?"],
        make: |found| {
            let nth = found.value(ORD)?;
            (1..30).contains(&nth).then_some(())?;
            let first = if found.value(ERA) == Some(-1) { 1 - 100 * nth } else { 100 * (nth - 1) };
            one(Meaning::date(Year::Century(first), Part::Whole))
        },
        examples: &[("in [the 19th century]", "18"), ("[20th-century] art", "19"), ("[the 5th century BC]", "BC04")],
        traps: &["half a century"],
    },
    Rule {
        name: "season",
        patterns: &["the? SEASON", "the? SEASON ,? of? YEAR", "the? SEASON ,? of? SMALL ERA", "YEAR SEASON", "the? SEASON of? ' SHORT"],
        make: |found| {
            let said =
                found.value(YEAR).or_else(|| found.value(SMALL)).map(|number| Year::Is(in_era(number, found.value(ERA).unwrap_or(1))));
            let year = said.or_else(|| found.value(SHORT).map(Year::Short)).unwrap_or(Year::Unsaid);
            // "the 2012 Summer Olympics" are dated by their year; the season belongs to the name.
            if context().games.has(found.next_word()) {
                let phrase = Phrase::new(Meaning::date(year, Part::Whole)).standing(Standing::Number);
                let at = found.place(YEAR, 0).filter(|at| *at == 0)?;
                return Some(Made::Several(vec![(at, at, phrase)]));
            }
            let standing = if year == Year::Unsaid { Standing::Ambiguous } else { Standing::Alone };
            Phrase::new(Meaning::date(year, Part::Season(found.small(SEASON)?))).standing(standing).made()
        },
        examples: &[
            ("in [the summer of 1942]", "1942-SU"),
            ("[winter 2024]", "2024-WI"),
            ("last seen in [the autumn]", "2024-FA"),
            ("the [2012] Summer Olympics", "2012"),
        ],
        traps: &["prices fall", "winter wheat", "spring to mind", "the Winter Games"],
    },
    Rule {
        name: "quarter-by-months",
        patterns: &["the? MONTH -|to|through MONTH @periods ,? of? YEAR?"],
        make: |found| {
            let part = match (found.nth(MONTH, 0)?.value, found.nth(MONTH, 1)?.value) {
                (first @ (1 | 4 | 7 | 10), last) if last == first + 2 => Part::Quarter(i8::try_from((first + 2) / 3).ok()?),
                (first @ (1 | 7), last) if last == first + 5 => Part::Half(u8::try_from((first + 5) / 6).ok()?),
                _ => return None,
            };
            one(Meaning::date(found.value(YEAR).map_or(Year::Unsaid, Year::Is), part))
        },
        examples: &[("fell in [the July-September quarter]", "2024-Q3"), ("in [the January to June period of 2023]", "2023-H1")],
        traps: &["the May-June quarter"],
    },
    Rule {
        name: "reported-quarter",
        patterns: &["the YEAR quarter|period", "the @alike quarter|period of|in YEAR"],
        make: |found| one(Meaning::date(Year::Is(found.value(YEAR)?), Part::Quarter(0))),
        examples: &[("The third-quarter loss was $3 million. In [the 1988 quarter], it", "1988-Q3")],
        traps: &["the 1988 quarterback"],
    },
    Rule {
        name: "quarter",
        patterns: &[
            "the? ORD - quarter",
            "the? fiscal ORD -? quarter",
            "the? ORD|LAST fiscal? quarter",
            "the? ORD -? quarter ,? of? fiscal? YEAR",
            "QUARTER ,? of? YEAR|FISCAL",
            "QUARTER ' SHORT",
            "QUARTER",
            "YEAR QUARTER",
            "the? ORD half ,? of? YEAR",
            "the? YEAR ORD -? quarter",
            "the? LAST quarter ,? of? YEAR",
            "the? ORD - half",
            "the? ORD half",
        ],
        make: quarter,
        examples: &[
            ("in [the third quarter of 2024]", "2024-Q3"),
            ("[Q3 2024]", "2024-Q3"),
            ("[the second half of 2008]", "2008-H2"),
            ("[third-quarter] profit rose", "2024-Q3"),
        ],
        traps: &["the second half was goalless", "a quarter of them"],
    },
];

/// The rule for years of three digits without a mark of their own: they stand only in a text that also marks one.
pub(in crate::time) const EARLY_YEAR: &str = "early-year-alone";

/// Days whose month was told before.
pub(super) const DAYS: &[Rule] = &[Rule {
    name: "day-only",
    patterns: &["~@before_day the ORD|DAY", "the? ORD|DAY of @this_the same? month"],
    make: |found| {
        let day = found.small(ORD | DAY).filter(|day| (1..=31).contains(day))?;
        let bare = found.get(ORD).is_none() && !found.says("month") && !found.ends_clause();
        if bare {
            return None;
        }
        let standing = if found.says("month") { Standing::Alone } else { Standing::Ambiguous };
        Phrase::new(Meaning::date(Year::Unsaid, Part::DayOnly(day))).standing(standing).made()
    },
    examples: &[("made an offer on 2 October. On [the 5th], they accepted", "2024-10-05")],
    traps: &["on the 5 men"],
}];

/// A year as astronomers count, of an era: -1 is before the common era.
pub(super) const fn in_era(number: i32, era: i32) -> i32 {
    if era < 0 { 1 - number } else { number }
}

pub(super) fn decade(value: i32) -> Year {
    match value {
        0..100 => Year::ShortDecade(value),
        2000 => Year::Decade(value),
        _ if value % 100 == 0 => Year::Century(value),
        _ => Year::Decade(value),
    }
}

pub(super) fn year(found: &Match<'_>) -> Option<Year> {
    found.value(YEAR).map(Year::Is).or_else(|| found.value(SHORT).map(Year::Short))
}

fn day(found: &Match<'_>) -> Option<Part> {
    month_day(found.small(MONTH)?, found.get(DAY).or_else(|| found.get(ORD))?)
}

pub(super) fn month_day(month: u8, day: &Item) -> Option<Part> {
    let longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].get(usize::from(month).checked_sub(1)?).copied()?;
    let number = u8::try_from(day.value).ok()?;
    (1..=longest).contains(&number).then_some(Part::Day(month, number))
}

fn quarter(found: &Match<'_>) -> Option<Made> {
    let year =
        found.value(YEAR).map(Year::Is).or_else(|| found.value(SHORT).map(Year::Short)).or_else(|| found.value(FISCAL).map(Year::Is));
    let nth = found.value(ORD).or_else(|| found.get(crate::time::item::LAST).map(|_| -1));
    let part = match (found.value(QUARTER), nth) {
        (Some(half @ 11..=12), _) => Part::Half(u8::try_from(half - 10).ok()?),
        (Some(quarter), _) => Part::Quarter(i8::try_from(quarter).ok()?),
        (_, Some(half @ 1..=2)) if found.says("half") => Part::Half(u8::try_from(half).ok()?),
        _ if found.says("half") => return None,
        (_, Some(-1)) if year.is_none() && found.says("final") => Part::Quarter(4),
        (_, Some(-1)) if year.is_some() => Part::Quarter(4),
        (_, Some(quarter @ (-1 | 1..=4))) => Part::Quarter(i8::try_from(quarter).ok()?),
        _ => return None,
    };
    let loose = year.is_none() && matches!(part, Part::Half(_)) && found.get(QUARTER).is_none();
    Phrase::new(Meaning::date(year.unwrap_or(Year::Unsaid), part))
        .standing(if loose { Standing::Ambiguous } else { Standing::Alone })
        .made()
}
