//! What counts from the article's date or from what the text speaks of: "yesterday", "last week", "two years ago", "the next day".

use super::length::looseness;
use crate::time::en::context;
use crate::time::en::lexicon::unit;
use crate::time::item::{DATE, DEICTIC, FOLLOWING, LAST, MON, MONTH, NEXT, PREVIOUS, SEASON, SPAN, UNIT, WDAY, YEAR};
use crate::time::meaning::{Anchor, Count, DayPart, Length, Meaning, Modifier, Part, TimeOfDay, Unit, Which, Year};
use crate::time::rule::{Made, Match, Phrase, Rule, Standing, one};

/// Single words and set phrases.
pub(super) const WORDS: &[Rule] = &[
    Rule {
        name: "today",
        patterns: &["DEICTIC"],
        make: |found| match found.value(DEICTIC)? {
            10 => one(Meaning::Time {
                day: Some(Box::new(Meaning::shift(0, Unit::Day, Anchor::Published))),
                time: TimeOfDay { minute: None, sure: true, part: Some(DayPart::Night), zone: None },
            }),
            days => one(Meaning::shift(days, Unit::Day, Anchor::Published)),
        },
        examples: &[
            ("He said [today]", "2025-03-17"),
            ("[Yesterday], he", "2025-03-16"),
            ("It opens [tomorrow]", "2025-03-18"),
            ("[tonight]", "2025-03-17TNI"),
        ],
        traps: &["todays"],
    },
    Rule {
        name: "day-before-yesterday",
        patterns: &["the day before yesterday", "the day after tomorrow"],
        make: |found| one(Meaning::shift(if found.says("before") { -2 } else { 2 }, Unit::Day, Anchor::Published)),
        examples: &[("[the day before yesterday]", "2025-03-15")],
        traps: &["the day before"],
    },
    Rule {
        name: "unit-after-next",
        patterns: &["the UNIT after next", "the UNIT before last"],
        make: |found| {
            let unit = unit(found.get(UNIT)?.unit);
            let sane = (Unit::Day..=Unit::Year).contains(&unit) && !matches!(unit, Unit::Fortnight | Unit::Period);
            sane.then(|| Meaning::shift(if found.says("after") { 2 } else { -2 }, unit, Anchor::Published)).and_then(one)
        },
        examples: &[("They vote [the week after next].", "2025-W14"), ("as [the year before last]", "2023")],
        traps: &["the week after the next vote"],
    },
    Rule {
        name: "end-of-unit",
        patterns: &[
            "the? year - end",
            "the? month - end",
            "the? year ' s end",
            "the? month ' s end",
            "the? week ' s end",
            "yearend",
            "~@before_year_end the? year end",
            "the? week - end",
            "year - end of? YEAR",
        ],
        make: |found| {
            if let Some(year) = found.value(YEAR) {
                return Phrase::new(Meaning::date(Year::Is(year), Part::Whole)).modified(Modifier::End).made();
            }
            let unit = if found.says("month") {
                Unit::Month
            } else if found.says("week") {
                Unit::Week
            } else {
                Unit::Year
            };
            Phrase::new(Meaning::shift(0, unit, Anchor::Either)).modified(Modifier::End).made()
        },
        examples: &[("by [year-end]", "2025"), ("at [month's end]", "2025-03")],
        traps: &["year-ending"],
    },
    Rule {
        name: "turn-of-century",
        patterns: &["the turn of the century|millennium"],
        make: |_| Phrase::new(Meaning::date(Year::Is(2000), Part::Whole)).modified(Modifier::About).made(),
        examples: &[("at [the turn of the century]", "2000")],
        traps: &["the turn of events"],
    },
];

/// Units and names with "this", "last", "next", "that".
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "this-unit",
        patterns: &[
            "@this_those same? very? UNIT",
            "the @same_present UNIT",
            "the current|present fiscal UNIT",
            "this @fiscal|LAST|NEXT UNIT",
            "the UNIT",
            "current|present - UNIT",
            "the latest UNIT",
            "the most recent UNIT",
            "the just? - ended|completed UNIT",
            "the UNIT just ended",
            "the UNIT ~ended|ending",
            "the @fiscal UNIT",
        ],
        make: this_unit,
        examples: &[("[this week]", "2025-W12"), ("[this year]", "2025"), ("a war in 1942; [that year], he died", "1942")],
        traps: &["the second time", "the quarter of the city"],
    },
    Rule {
        name: "last-unit",
        patterns: &["the? LAST|PREVIOUS @fiscal? UNIT", "the? NEXT|FOLLOWING @fiscal? UNIT", "the? UNIT previous", "the UNIT @unit_beside"],
        make: last_unit,
        examples: &[
            ("[last week]", "2025-W11"),
            ("[next year]", "2026"),
            ("It grew in 2010, not in [the year previous].", "2009"),
            ("On March 3 he left. [The next day] he came back", "2025-03-04"),
        ],
        traps: &["last weekly", "the next secondly"],
    },
    Rule {
        name: "last-name",
        patterns: &[
            "@this_that|LAST|NEXT|PREVIOUS|FOLLOWING MONTH",
            "the LAST|NEXT|PREVIOUS|FOLLOWING|same MON|SEASON|WDAY",
            "this|LAST|NEXT|that|PREVIOUS|FOLLOWING MON|SEASON|HOLIDAY|WDAY",
            "MON|WDAY LAST|NEXT",
        ],
        make: last_name,
        examples: &[
            ("[last March]", "2024-03"),
            ("[next summer]", "2025-SU"),
            ("[last Friday]", "2025-03-14"),
            ("[next Tuesday]", "2025-03-25"),
        ],
        traps: &["this Mayor"],
    },
    Rule {
        name: "last-units",
        patterns: &[
            "the? LAST|PREVIOUS|NEXT|FOLLOWING SPAN",
            "the? ORD|very SPAN",
            "these LAST SPAN",
            "this LAST|NEXT SPAN",
            "the NEXT few|several SPAN",
            "the? SPAN LAST",
            "the latest SPAN",
            "the most recent SPAN",
        ],
        make: |found| {
            let Meaning::Length(length) = found.phrase(SPAN)?.meaning else { return None };
            // "the last days of the war" are days of the war.
            if matches!(length.count, Count::Some(_)) && found.next_word() == "of" {
                return None;
            }
            let towards = if found.get(LAST | PREVIOUS).is_some() || found.any(&["latest", "recent"]) {
                -1
            } else {
                i8::from(found.get(NEXT | FOLLOWING).is_some())
            };
            Phrase { modifier: looseness(found), ..Phrase::new(Meaning::Length(Length { towards, ..length })) }.made()
        },
        examples: &[("over [the past two years]", "P2Y"), ("in [the next few months]", "PXM")],
        traps: &["the last of two years"],
    },
];

fn this_unit(found: &Match<'_>) -> Option<Made> {
    let item = found.get(UNIT)?;
    let unit = unit(item.unit);
    let that = found.among(&context().that_same);
    let the = found.says("the") && !that && !found.any(&["current", "present"]);
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Half | Unit::PartOfDay | Unit::Fortnight | Unit::Season) {
        return None;
    }
    if found.any(&["these", "those"]) {
        return None;
    }
    if found.get(LAST | NEXT).is_some() {
        return one(Meaning::shift(if found.get(NEXT).is_some() { 1 } else { -1 }, unit, Anchor::Published));
    }
    let anchor = if that || the { Anchor::Focus } else { Anchor::Either };
    // "the latest week" of a report is over.
    if found.any(&["latest", "recent"]) && matches!(unit, Unit::Week | Unit::Month) {
        return one(Meaning::shift(-1, unit, Anchor::Published));
    }
    if found.among(&context().reported) {
        return Phrase::new(Meaning::shift(0, unit, Anchor::Focus)).made();
    }
    if unit == Unit::Period {
        let standing = Standing::Part;
        return if that { Phrase::new(Meaning::shift(0, unit, anchor)).standing(standing).made() } else { None };
    }
    let phrase = Phrase::new(Meaning::shift(0, unit, anchor));
    if the { phrase.standing(Standing::Ambiguous).made() } else { phrase.made() }
}

fn last_unit(found: &Match<'_>) -> Option<Made> {
    let unit = unit(found.get(UNIT)?.unit);
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Half | Unit::Period | Unit::PartOfDay | Unit::Hour) {
        return None;
    }
    if found.any(&["before", "after"]) && !found.ends_clause() || found.next_word() == "of" {
        return None;
    }
    let definite = found.says("the");
    let back = found.get(LAST | PREVIOUS).is_some() || found.among(&context().backwards);
    let told = found.get(PREVIOUS | FOLLOWING).is_some() || (found.get(LAST | NEXT).is_none()) || (definite && found.says("next"));
    let coming = found.any(&["coming", "upcoming"]);
    let anchor = if told && !coming { Anchor::Focus } else { Anchor::Published };
    // "the past week", "the last decade" reach until now; "last week" is a week of the calendar.
    if definite && found.get(LAST).is_some() && (unit == Unit::Decade || found.says("past")) {
        return one(Meaning::Length(Length { count: Count::whole(1), unit, and: None, towards: -1 }));
    }
    one(Meaning::shift(if back { -1 } else { 1 }, unit, anchor))
}

fn last_name(found: &Match<'_>) -> Option<Made> {
    let which = match () {
        () if found.get(LAST).is_some() => Which::Last,
        () if found.get(NEXT).is_some() && found.says("the") => Which::Following,
        () if found.get(NEXT).is_some() => Which::Next,
        () if found.get(PREVIOUS).is_some() => Which::Previous,
        () if found.get(FOLLOWING).is_some() => Which::Following,
        () if found.any(&["that", "same"]) => Which::That,
        () => Which::This,
    };
    // "March last" is old-fashioned; "March last year" is not.
    if found.items.get(found.start).is_some_and(|first| first.is(MON | WDAY)) && !found.ends_clause() {
        return None;
    }
    if let Some(Meaning::Weekday { day, .. }) = found.phrase(WDAY).map(|phrase| phrase.meaning.clone()) {
        return one(Meaning::Weekday { day, which, week: None });
    }
    let part = match found.phrase(MON | DATE).map(|phrase| &phrase.meaning) {
        Some(Meaning::Date(date)) if date.year == Year::Unsaid => date.part,
        Some(_) => return None,
        None => match found.small(MONTH) {
            Some(month) => Part::Month(month),
            None => Part::Season(found.small(SEASON)?),
        },
    };
    let base = Box::new(Meaning::date(Year::Unsaid, part));
    one(Meaning::Piece { nth: nth_of(which), unit: Unit::Period, of: base })
}

/// How a name with "last" or "next" is kept: a piece without a size, numbered by direction.
pub(in crate::time) const fn nth_of(which: Which) -> i32 {
    match which {
        Which::Plain | Which::This => 0,
        Which::Last => -1,
        Which::Next => 1,
        Which::Previous => -2,
        Which::Following => 2,
        Which::That => 3,
    }
}
