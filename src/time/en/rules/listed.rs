//! Lists and short ranges that share a month, a century or an era: "March 3-5", "3, 4 and 5 March", "1957-58", "the 70s and 80s".

use super::calendar::{decade, in_era, month_day};
use crate::time::item::{DAY, DECADE, ERA, MONTH, ORD, SHORT, SMALL, YEAR};
use crate::time::meaning::{Meaning, Part, Year};
use crate::time::rule::{Made, Match, Phrase, Rule, Side};

/// Lists and short ranges that share a month or a century.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "days-of-month",
        patterns: &[
            "MONTH DAY|ORD @joins|/ DAY|ORD ,? YEAR?",
            "the? DAY|ORD @joins|/ the? DAY|ORD of? MONTH ,? YEAR?",
            "from|between the? DAY|ORD @joins the? DAY|ORD of? MONTH ,? YEAR?",
            "from|between MONTH DAY|ORD @joins DAY|ORD ,? YEAR?",
        ],
        make: days_of_month,
        examples: &[("on [March 3]-5", "2025-03-03"), ("between [12] and 18 February 2024", "2024-02-12")],
        traps: &["March 5-33"],
    },
    Rule {
        name: "days-listed",
        patterns: &[
            "MONTH DAY|ORD , DAY|ORD ,? and|or DAY|ORD ,? YEAR?",
            "the? DAY|ORD , DAY|ORD ,? and|or the? DAY|ORD of? MONTH ,? YEAR?",
        ],
        make: |found| {
            let month = found.small(MONTH)?;
            let year = found.value(YEAR).map_or(Year::Unsaid, Year::Is);
            let part = |nth| Some((found.place(DAY | ORD, nth)?, month_day(month, found.nth(DAY | ORD, nth)?)?));
            let ((first, one), (second, two), (third, three)) = (part(0)?, part(1)?, part(2)?);
            let month_place = found.place(MONTH, 0)?;
            let end = found.place(YEAR, 0).unwrap_or_else(|| third.max(month_place));
            let phrase = |part| Phrase::new(Meaning::date(year, part));
            Some(Made::Several(vec![
                (first.min(month_place), first, phrase(one)),
                (second, second, phrase(two)),
                (third, end, phrase(three)),
            ]))
        },
        examples: &[("on [3], 4 and 5 March 2025", "2025-03-03"), ("on [March 3], 4 and 5", "2025-03-03")],
        traps: &["5, 6 and 70 March"],
    },
    Rule {
        name: "decades",
        patterns: &["the? ' DECADE @joins the? ' DECADE", "the? DECADE @joins the? DECADE"],
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
        patterns: &["the? ORD -? century? @joins the? ORD centuries|century"],
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
            "SMALL @joins SMALL ERA",
            "from|between SMALL @joins SMALL ERA",
        ],
        make: years,
        examples: &[("in [1957]-58", "1957"), ("the war of [1914]-1918", "1914")],
        traps: &["2014-1234", "call 2014-12"],
    },
];

fn days_of_month(found: &Match<'_>) -> Option<Made> {
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
