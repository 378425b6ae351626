//! Dates by the calendar: days, months, years, decades, centuries, seasons, quarters, fiscal years.

use crate::time::en::digits::unpack_date;
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
            let attacks = matches!(found.next_word(), "attack" | "attacks" | "terrorist" | "terror" | "hijackers" | "hijackings");
            one(Meaning::date(if part == Part::Day(9, 11) && attacks { Year::Is(2001) } else { Year::Unsaid }, part))
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
            let ambiguous = matches!(words, "May" | "March" | "August" | "April" | "June" | "MAY" | "MARCH");
            let short = words.len() < 4 && words != "May" && words != "MAY" || matches!(words, "Mar." | "Sept");
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
        patterns: &["YEAR", "the? year YEAR"],
        make: |found| {
            let standing = if found.says("year") { Standing::Alone } else { Standing::Number };
            Phrase::new(Meaning::date(Year::Is(found.value(YEAR)?), Part::Whole)).standing(standing).made()
        },
        examples: &[("back in [2022]", "2022"), ("in [the year 1066]", "1066")],
        traps: &["$2025", "2,025 people", "flight 2014", "1709 pupils", "room A2014", "2025 km", "2014.5"],
    },
    Rule {
        name: "short-year",
        patterns: &["~in|of|from|since|until|by|for|class|early|late|the|mid|summer|fall|spring|winter ' SHORT"],
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
            let standing = if year == Year::Unsaid { Standing::Ambiguous } else { Standing::Alone };
            Phrase::new(Meaning::date(year, Part::Season(found.small(SEASON)?))).standing(standing).made()
        },
        examples: &[("in [the summer of 1942]", "1942-SU"), ("[winter 2024]", "2024-WI"), ("last seen in [the autumn]", "2024-FA")],
        traps: &["prices fall", "winter wheat", "spring to mind"],
    },
    Rule {
        name: "quarter-by-months",
        patterns: &["the? MONTH -|to|through MONTH quarter|period|half ,? of? YEAR?"],
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

/// Days whose month was told before.
pub(super) const DAYS: &[Rule] = &[Rule {
    name: "day-only",
    patterns: &["~on|by|until|since|till the ORD|DAY", "the? ORD|DAY of that|this|the same? month"],
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

/// Lists and short ranges that share a month or a century.
pub(super) const LISTS: &[Rule] = &[
    Rule {
        name: "days-of-month",
        patterns: &[
            "MONTH DAY|ORD and|or|-|to|through|until|/ DAY|ORD ,? YEAR?",
            "the? DAY|ORD and|or|-|to|through|until|/ the? DAY|ORD of? MONTH ,? YEAR?",
            "from|between the? DAY|ORD and|to|until the? DAY|ORD of? MONTH ,? YEAR?",
            "from|between MONTH DAY|ORD and|to|until|through DAY|ORD ,? YEAR?",
        ],
        make: days_of_month,
        examples: &[("on [March 3]-5", "2025-03-03"), ("between [12] and 18 February 2024", "2024-02-12")],
        traps: &["March 5-33"],
    },
    Rule {
        name: "decades",
        patterns: &["the? ' DECADE and|or|to|through|- the? ' DECADE", "the? DECADE and|or|to|through|- the? DECADE"],
        make: |found| {
            let phrase = |nth| Some(Phrase::new(Meaning::date(decade(found.nth(DECADE, nth)?.value), Part::Whole)));
            let (first, second) = (found.place(DECADE, 0)?, found.place(DECADE, 1)?);
            let apostrophe = usize::from(found.says("'") || found.says("\u{2019}"));
            (found.value(DECADE)? % 10 == 0).then_some(())?;
            Some(Made::Several(vec![(0, first, phrase(0)?), (second - apostrophe, second, phrase(1)?)]))
        },
        examples: &[("in [the 70s] and 80s", "197"), ("between [the 1950s] and the 1970s", "195")],
        traps: &["temperatures in the 20s"],
    },
    Rule {
        name: "centuries",
        patterns: &["the? ORD -? century? and|or|to|- the? ORD centuries|century"],
        make: |found| {
            let phrase = |nth| {
                let number = found.nth(ORD, nth)?.value;
                (1..30).contains(&number).then(|| Phrase::new(Meaning::date(Year::Century(100 * (number - 1)), Part::Whole)))
            };
            let (first, second) = (found.place(ORD, 0)?, found.place(ORD, 1)?);
            (found.nth(ORD, 0)?.value < found.nth(ORD, 1)?.value).then_some(())?;
            Some(Made::Several(vec![(0, first, phrase(0)?), (second, found.last(), phrase(1)?)]))
        },
        examples: &[("from [the 15th] to the 19th century", "14"), ("in [the 18th] and 19th centuries", "17")],
        traps: &["the first to the third man"],
    },
    Rule {
        name: "years",
        patterns: &[
            "YEAR - YEAR",
            "YEAR - SHORT",
            "YEAR / SHORT",
            "YEAR and|or ' SHORT",
            "YEAR - ' SHORT",
            "SMALL -|to|and|or|until SMALL ERA",
            "from|between SMALL to|and|until SMALL ERA",
        ],
        make: years,
        examples: &[("in [1957]-58", "1957"), ("the war of [1914]-1918", "1914")],
        traps: &["2014-1234", "call 2014-12"],
    },
];

/// A year as astronomers count, of an era: -1 is before the common era.
pub(super) const fn in_era(number: i32, era: i32) -> i32 {
    if era < 0 { 1 - number } else { number }
}

fn decade(value: i32) -> Year {
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

fn month_day(month: u8, day: &Item) -> Option<Part> {
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

fn days_of_month(found: &Match<'_>) -> Option<Made> {
    use crate::time::rule::Side;
    let month = found.small(MONTH)?;
    let year = found.value(YEAR).map_or(Year::Unsaid, Year::Is);
    let (first, second) = (found.nth(DAY | ORD, 0)?, found.nth(DAY | ORD, 1)?);
    let phrase = |part| Phrase::new(Meaning::date(year, part));
    let (from, to) = (phrase(month_day(month, first)?), phrase(month_day(month, second)?));
    let (from, to) = match () {
        () if found.any(&["and", "or", "/"]) && !found.says("between") => (from, to),
        () if first.value >= second.value => return None,
        () if found.says("between") => (from.side(Side::Between), to.side(Side::To)),
        () => (from.side(Side::From), to.side(Side::To)),
    };
    let (first, second) = (found.place(DAY | ORD, 0)?, found.place(DAY | ORD, 1)?);
    let month_place = found.place(MONTH, 0)?;
    let end = found.place(YEAR, 0).unwrap_or_else(|| second.max(month_place));
    Some(Made::Several(vec![(first.min(month_place), first, from), (second, end, to)]))
}

fn years(found: &Match<'_>) -> Option<Made> {
    use crate::time::rule::Side;
    let era = found.value(ERA);
    let (first, last) = match era {
        Some(_) => (found.nth(SMALL, 0)?.value, found.nth(SMALL, 1)?.value),
        None => (found.value(YEAR)?, found.nth(YEAR, 1).map(|item| item.value).or_else(|| found.value(SHORT))?),
    };
    let short = era.is_none() && found.nth(YEAR, 1).is_none();
    let last = if short { first - first % 100 + last } else { last };
    let era = era.unwrap_or(1);
    let (first, last) = (in_era(first, era), in_era(last, era));
    (first < last && last - first < 1000 && (last < 2100)).then_some(())?;
    let tight = !found.any(&["-"]) || last < 2100;
    tight.then_some(())?;
    let (from, to) = (Phrase::new(Meaning::date(Year::Is(first), Part::Whole)), Phrase::new(Meaning::date(Year::Is(last), Part::Whole)));
    let (from, to) =
        if found.any(&["and", "or"]) && !found.says("between") { (from, to) } else { (from.side(Side::From), to.side(Side::To)) };
    let (first, second) = (found.place(YEAR | SMALL | SHORT, 0)?, found.place(YEAR | SMALL | SHORT, 1)?);
    Some(Made::Several(vec![(first, first, from), (second, found.last(), to)]))
}
