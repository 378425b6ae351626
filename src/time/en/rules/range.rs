//! Ranges of two dates, and words in front that bind a date: "since", "until", "by", "before", "after".

use crate::time::en::context;
use crate::time::item::{DATE, TIME, TPART};
use crate::time::meaning::{Bound, Date, Meaning, Year};
use crate::time::rule::{Made, Match, Rule, Side, Standing};

/// From one to another.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "from-to",
        patterns: &["~from DATE ~@range_to DATE", "DATE ~through|- DATE", "ANNO ~to ANNO", "~from DATE ~up to|until DATE"],
        make: |found| range(found, Side::From),
        examples: &[("from [2014] to 2016", "2014"), ("[March 3] - April 5", "2025-03-03")],
        traps: &["from 2016 to 2014"],
    },
    Rule {
        name: "between",
        patterns: &["~between DATE ~and DATE"],
        make: |found| range(found, Side::Between),
        examples: &[("between [2014] and 2016", "2014"), ("between [March] and June 2024", "2024-03")],
        traps: &["between March and the wall"],
    },
    Rule {
        name: "shared-year",
        patterns: &["DATE ~,? ~and|or|/|- DATE"],
        make: |found| {
            let (first, second) = (found.nth_phrase(DATE, 0)?, found.nth_phrase(DATE, 1)?);
            let (Meaning::Date(one), Meaning::Date(two)) = (&first.meaning, &second.meaning) else { return None };
            (one.year == Year::Unsaid
                && two.year != Year::Unsaid
                && one.part != crate::time::meaning::Part::Whole
                && two.part != crate::time::meaning::Part::Whole)
                .then_some(())?;
            let shared = crate::time::rule::Phrase {
                meaning: Meaning::Date(Date { year: two.year, ..*one }),
                standing: Standing::Alone,
                ..first.clone()
            };
            Some(Made::Several(vec![
                (found.place(DATE, 0)?, found.place(DATE, 0)?, shared),
                (found.place(DATE, 1)?, found.place(DATE, 1)?, second.clone()),
            ]))
        },
        examples: &[("[May] and June 2024", "2024-05")],
        traps: &["May and 2024 people"],
    },
];

/// Bounds.
pub(super) const BOUNDS: &[Rule] = &[Rule {
    name: "bound",
    patterns: &[
        "~@bounds DATE|TIME|TPART",
        "~@bounds_the the? DATE|TIME|TPART",
        "~as ~of|from DATE",
        "~starting|beginning ~@start_at DATE|TIME",
        "~prior ~to DATE",
        "~not ~until DATE",
        "~up ~to DATE",
        "~@throughout ~the? DATE",
    ],
    make: |found| {
        let phrase = found.phrase(DATE | TIME | TPART)?;
        let bound = match () {
            () if found.among(&context().bound_since) => Bound::Since,
            () if found.among(&context().bound_until) => Bound::Until,
            () if found.says("by") => Bound::By,
            () if found.any(&["before", "prior"]) => Bound::Before,
            () if found.says("after") => Bound::After,
            () if found.among(&context().throughout) => Bound::Throughout,
            () => return None,
        };
        if phrase.side.is_some() || phrase.bound.is_some() {
            return None;
        }
        // "by 2012 votes", "over 1500 men": these words stand in front of numbers of all kinds.
        let counts = matches!(bound, Bound::By | Bound::Throughout);
        let standing = if phrase.standing == Standing::Number && !counts { Standing::Alone } else { phrase.standing };
        crate::time::rule::Phrase { bound: Some(bound), standing, ..phrase.clone() }.made()
    },
    examples: &[("since [2022]", "2022"), ("by [Friday]", "2025-03-21"), ("until [2024]", "2024")],
    traps: &["since them"],
}];

fn range(found: &Match<'_>, side: Side) -> Option<Made> {
    let (first, second) = (found.nth_phrase(DATE, 0)?, found.nth_phrase(DATE, 1)?);
    if first.side.is_some() || second.side.is_some() {
        return None;
    }
    let mut meaning = first.meaning.clone();
    if let (Meaning::Date(one), Meaning::Date(two)) = (&first.meaning, &second.meaning) {
        if let (Year::Is(one), Year::Is(two)) = (one.year, two.year)
            && one > two
        {
            return None;
        }
        if one.year == Year::Unsaid && two.year != Year::Unsaid && one.part != crate::time::meaning::Part::Whole {
            meaning = Meaning::Date(Date { year: two.year, ..*one });
        }
    }
    let from = crate::time::rule::Phrase { meaning, standing: Standing::Alone, ..first.clone() }.side(side);
    let to = crate::time::rule::Phrase { standing: Standing::Alone, ..second.clone() }.side(Side::To);
    let (one, two) = (found.place(DATE, 0)?, found.place(DATE, 1)?);
    Some(Made::Several(vec![(one, one, from), (two, two, to)]))
}
