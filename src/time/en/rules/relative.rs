//! What counts from the article's date or from what the text speaks of: "yesterday", "last week", "two years ago", "the next day".

use super::length::looseness;
use crate::time::en::lexicon::unit;
use crate::time::item::{DATE, DEICTIC, FOLLOWING, LAST, MON, MONTH, NEXT, PREVIOUS, REL, SEASON, SPAN, TIME, UNIT, WDAY, WEEKDAY, YEAR};
use crate::time::meaning::{Anchor, Count, DayPart, Length, Meaning, Modifier, Part, Reference, TimeOfDay, Unit, Which, Year};
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
        name: "weekday",
        patterns: &["WEEKDAY"],
        make: |found| {
            let item = found.get(WEEKDAY)?;
            let full =
                found.words(item).trim_end_matches('.').len() > 5 && item.capital || found.words(item).eq_ignore_ascii_case("friday");
            let standing = if full { Standing::Alone } else { Standing::Part };
            Phrase::new(Meaning::Weekday { day: found.small(WEEKDAY)?, which: Which::Plain, week: None }).standing(standing).made()
        },
        examples: &[("They met on [Thursday].", "2025-03-13"), ("They will meet on [Thursday].", "2025-03-20")],
        traps: &["the sun rose", "he sat down", "Wed in May"],
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
            "this|that|these|those same? very? UNIT",
            "the same|very|current|present UNIT",
            "the current|present fiscal UNIT",
            "this fiscal|calendar|financial|coming|past|last UNIT",
            "the UNIT",
            "current|present - UNIT",
            "the latest UNIT",
            "the most recent UNIT",
            "the just? - ended|completed UNIT",
            "the UNIT just ended",
            "the UNIT ~ended|ending",
            "the fiscal|financial|calendar|full|entire|whole UNIT",
        ],
        make: this_unit,
        examples: &[("[this week]", "2025-W12"), ("[this year]", "2025"), ("a war in 1942; [that year], he died", "1942")],
        traps: &["the second time", "the quarter of the city"],
    },
    Rule {
        name: "last-unit",
        patterns: &[
            "the? LAST|PREVIOUS fiscal|calendar|financial|full? UNIT",
            "the? NEXT|FOLLOWING fiscal|calendar|financial|full? UNIT",
            "the? UNIT previous",
            "the UNIT before|after|following|previously|earlier|later|preceding",
        ],
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
            "this|LAST|NEXT|PREVIOUS|FOLLOWING|that|same MONTH",
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
    Rule {
        name: "long-ago",
        patterns: &["not? so|too|very|that? long ago", "some|a time|while ago", "a long|short|little time|while ago", "ages ago"],
        make: |_| one(Meaning::Vague(Reference::Past)),
        examples: &[("He left [long ago].", "PAST_REF"), ("It began [some time ago].", "PAST_REF")],
        traps: &["as long as", "some time later"],
    },
    Rule {
        name: "ago",
        patterns: &[
            "ABOUT|LESS|MORE? SPAN ago",
            "more|less than SPAN ago|earlier|later|previously|afterwards|afterward",
            "ABOUT|LESS|MORE? SPAN earlier|later|previously|afterwards|afterward|hence|thereafter",
            "just|only|some|exactly|barely? SPAN before|after|previous|prior|beforehand",
            "SPAN from now|today",
            "in SPAN ' s? time",
            "just|only|exactly|barely SPAN ago|earlier|later",
            "a UNIT or two|so ago|later|earlier",
            "a UNIT or two|so before|after",
        ],
        make: ago,
        examples: &[
            ("[two years ago]", "2023"),
            ("[six weeks ago]", "2025-W06"),
            ("On March 3 he left. [Two days later] he came back", "2025-03-05"),
            ("[a few years ago]", "PAST_REF"),
        ],
        traps: &["two years of agony"],
    },
];

/// Weekdays with more about them.
pub(super) const WEEKDAYS: &[Rule] = &[
    Rule {
        name: "weekday-and-date",
        patterns: &["WDAY ,? the? DATE", "WDAY ( DATE )", "DATE ( WDAY )"],
        make: |found| {
            let Meaning::Weekday { day, .. } = found.phrase(WDAY)?.meaning else { return None };
            let nth = usize::from(found.nth_phrase(DATE, 0).is_some_and(|phrase| matches!(phrase.meaning, Meaning::Weekday { .. })));
            let Meaning::Date(date) = found.nth_phrase(DATE, nth)?.meaning else { return None };
            matches!(date.part, Part::Day(..) | Part::DayOnly(_)).then_some(())?;
            one(Meaning::Date(crate::time::meaning::Date { weekday: Some(day), ..date }))
        },
        examples: &[("on [Monday, March 3], he", "2025-03-03"), ("on [Thursday 6 March 2025]", "2025-03-06")],
        traps: &["Monday, 2025 people"],
    },
    Rule {
        name: "weekday-of-week",
        patterns: &["WDAY of? this|last|next week", "a week from WDAY", "a? week LAST? WDAY", "WDAY week"],
        make: |found| {
            let Meaning::Weekday { day, .. } = found.phrase(WDAY)?.meaning else { return None };
            if found.says("of") || found.any(&["this", "last", "next"]) {
                let weeks = if found.says("last") { -1 } else { i32::from(found.says("next")) };
                let week = Some(Box::new(Meaning::shift(weeks, Unit::Week, Anchor::Published)));
                return one(Meaning::Weekday { day, which: Which::Plain, week });
            }
            found.says("from").then_some(())?;
            let base = Box::new(Meaning::Weekday { day, which: Which::Next, week: None });
            one(Meaning::Away { count: Count::whole(1), unit: Unit::Week, base })
        },
        examples: &[("on [Monday of last week]", "2025-03-10"), ("on [Thursday of next week]", "2025-03-27")],
        traps: &["Monday of weeks"],
    },
];

/// Lengths before and after something with a date of its own, and periods told by their last day.
pub(super) const AWAY: &[Rule] = &[
    Rule {
        name: "period-by-its-end",
        patterns: &["REL ended|ending|to|through on? DATE", "REL that ended|ends on? DATE"],
        make: |found| {
            let Meaning::Shift {
                count: Count::Exact(0),
                unit: unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Half),
                ..
            } = found.nth_phrase(REL, 0)?.meaning
            else {
                return None;
            };
            let end = found.phrase(DATE)?.clone();
            (end.meaning.grain() == Unit::Day).then_some(())?;
            let period = Phrase::new(Meaning::Away { count: Count::whole(0), unit, base: Box::new(end.meaning.clone()) });
            let (first, last) = (found.place(REL, 0)?, found.place(DATE, 0)?);
            Some(Made::Several(vec![(first, first, period), (last, last, end)]))
        },
        examples: &[("In [the quarter] ended Dec. 31, 2023, it", "2023-Q4"), ("in [the week] ended March 8", "2025-W10")],
        traps: &["the road ended"],
    },
    Rule {
        name: "away-from-date",
        patterns: &["SPAN before|after|from|prior|following to? DATE|TIME", "REL before|after|following DATE"],
        make: |found| {
            // "two days after Monday's raid" counts from the raid.
            if matches!(found.next_word(), "'s" | "\u{2019}s") || found.next_word().starts_with(['\'', '\u{2019}']) {
                return None;
            }
            // "the day after March 3": the first phrase is a unit without a date of its own.
            let told = found.phrase(REL).map(|phrase| &phrase.meaning).filter(|_| found.get(SPAN).is_none());
            let base = found.phrase(DATE | TIME)?.meaning.clone();
            let sign = if found.any(&["before", "prior"]) { -1 } else { 1 };
            let (count, unit) = match found.phrase(SPAN).map(|phrase| &phrase.meaning) {
                Some(Meaning::Length(length)) => (length.count, length.unit),
                _ => match told {
                    Some(Meaning::Shift { count: Count::Exact(0), unit, anchor: Anchor::Focus }) => (Count::whole(1), *unit),
                    _ => return None,
                },
            };
            let count = match count {
                Count::Exact(count) => Count::Exact(sign * count),
                Count::Some(_) => Count::Some(sign),
            };
            one(Meaning::Away { count, unit, base: Box::new(base) })
        },
        examples: &[
            ("[two days before March 3]", "2025-03-01"),
            ("on [the day after March 3, 2025]", "2025-03-04"),
            ("[three weeks after March 3, 2025]", "2025-W13"),
        ],
        traps: &["two days after the vote"],
    },
];

fn this_unit(found: &Match<'_>) -> Option<Made> {
    let item = found.get(UNIT)?;
    let unit = unit(item.unit);
    let that = found.any(&["that", "those", "same", "very"]);
    let the = found.says("the") && !that && !found.any(&["current", "present"]);
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Half | Unit::PartOfDay | Unit::Fortnight | Unit::Season) {
        return None;
    }
    if found.any(&["these", "those"]) {
        return None;
    }
    if found.any(&["past", "last", "coming"]) {
        return one(Meaning::shift(if found.says("coming") { 1 } else { -1 }, unit, Anchor::Published));
    }
    let anchor = if that || the { Anchor::Focus } else { Anchor::Either };
    // "the latest week" of a report is over.
    if found.any(&["latest", "recent"]) && matches!(unit, Unit::Week | Unit::Month) {
        return one(Meaning::shift(-1, unit, Anchor::Published));
    }
    if found.any(&["latest", "recent", "ended", "completed"]) {
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
    let back = found.get(LAST | PREVIOUS).is_some() || found.any(&["before", "previously", "earlier", "preceding", "previous"]);
    let told = found.get(PREVIOUS | FOLLOWING).is_some() || (found.get(LAST | NEXT).is_none()) || (definite && found.says("next"));
    let coming = found.any(&["coming", "upcoming"]);
    let anchor = if told && !coming { Anchor::Focus } else { Anchor::Published };
    // "the past week", "the last decade" reach until now; "last week" is a week of the calendar.
    if definite && found.get(LAST).is_some() && (unit == Unit::Decade || found.says("past") && unit >= Unit::Year) {
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

fn ago(found: &Match<'_>) -> Option<Made> {
    let (count, unit, and) = match found.phrase(SPAN).map(|phrase| &phrase.meaning) {
        Some(Meaning::Length(Length { count, unit, and, .. })) => (*count, *unit, *and),
        _ => (Count::whole(1), unit(found.get(UNIT)?.unit), None),
    };
    let past = found.any(&["ago", "earlier", "before", "previously", "previous", "prior", "beforehand"]);
    if found.any(&["before", "after", "prior"]) && !found.ends_clause() {
        return None;
    }
    let published = found.any(&["ago", "now", "today", "in", "hence"]);
    let anchor = if published { Anchor::Published } else { Anchor::Focus };
    let sign = if past { -1 } else { 1 };
    let count = match (count, and) {
        (Count::Some(_), _) if published && past => return one(Meaning::Vague(Reference::Past)),
        (Count::Some(_), _) => Count::Some(sign),
        (Count::Exact(count), Some((small, Unit::Month))) if unit == Unit::Year => {
            let months = (count / 1000 * 12 + small).saturating_mul(1000);
            return Phrase {
                modifier: looseness(found),
                ..Phrase::new(Meaning::Shift { count: Count::Exact(sign * months), unit: Unit::Month, anchor })
            }
            .made();
        }
        (Count::Exact(count), _) => Count::Exact(sign * count),
    };
    Phrase { modifier: looseness(found), ..Phrase::new(Meaning::Shift { count, unit, anchor }) }.made()
}
