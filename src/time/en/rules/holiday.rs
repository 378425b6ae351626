//! Holidays and named days.

use crate::time::item::{DAY, HOLIDAY, YEAR};
use crate::time::meaning::{Meaning, Part, Year};
use crate::time::rule::{Rule, one};

/// Named days. Their numbers and the patterns `@holidays` are those of [`crate::time::holiday`].
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "holiday",
        patterns: &["HOLIDAY day? ,? YEAR?"],
        make: |found| one(Meaning::date(found.value(YEAR).map_or(Year::Unsaid, Year::Is), Part::Holiday(found.small(HOLIDAY)?))),
        examples: &[("on [Christmas Day 2024]", "2024-12-25"), ("at [Easter 2024]", "2024-03-31")],
        traps: &["christmas-tree"],
    },
    Rule {
        name: "named-day",
        patterns: &["@holidays"],
        make: |found| {
            let words = found.all_words();
            found.items.get(found.start).filter(|first| first.capital || found.words(first) == "the")?;
            let number = crate::time::holiday::number(&words)?;
            let fixed = crate::time::holiday::fixed(number);
            let year = found.value(YEAR).map(Year::Is).or(fixed).unwrap_or(Year::Unsaid);
            one(Meaning::date(year, Part::Holiday(number)))
        },
        examples: &[("on [Christmas Eve 2024]", "2024-12-24"), ("on [Good Friday 2025]", "2025-04-18")],
        traps: &["a good friday"],
    },
    Rule {
        name: "nine-eleven",
        patterns: &["DAY / DAY"],
        make: |found| {
            let said = (found.nth(DAY, 0)?.value, found.nth(DAY, 1)?.value);
            (said == (9, 11)).then_some(())?;
            one(Meaning::date(Year::Is(2001), Part::Day(9, 11)))
        },
        examples: &[("since [9/11]", "2001-09-11")],
        traps: &["3/4 of them"],
    },
];
