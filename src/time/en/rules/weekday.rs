//! Weekdays, alone and with more about them.

use crate::time::item::{DATE, LAST, NEXT, WDAY, WEEKDAY};
use crate::time::meaning::{Anchor, Count, Date, Meaning, Part, Unit, Which};
use crate::time::rule::{Phrase, Rule, Standing, one};

/// Names of days.
pub(super) const WORDS: &[Rule] = &[Rule {
    name: "weekday",
    patterns: &["WEEKDAY"],
    make: |found| {
        let item = found.get(WEEKDAY)?;
        let full = found.words(item).trim_end_matches('.').len() > 5 && item.capital || found.words(item).eq_ignore_ascii_case("friday");
        let standing = if full { Standing::Alone } else { Standing::Part };
        Phrase::new(Meaning::Weekday { day: found.small(WEEKDAY)?, which: Which::Plain, week: None }).standing(standing).made()
    },
    examples: &[("They met on [Thursday].", "2025-03-13"), ("They will meet on [Thursday].", "2025-03-20")],
    traps: &["the sun rose", "he sat down", "Wed in May"],
}];

/// Weekdays with more about them.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "weekday-and-date",
        patterns: &["WDAY ,? the? DATE", "WDAY ( DATE )", "DATE ( WDAY )"],
        make: |found| {
            let Meaning::Weekday { day, .. } = found.phrase(WDAY)?.meaning else { return None };
            let nth = usize::from(found.nth_phrase(DATE, 0).is_some_and(|phrase| matches!(phrase.meaning, Meaning::Weekday { .. })));
            let Meaning::Date(date) = found.nth_phrase(DATE, nth)?.meaning else { return None };
            matches!(date.part, Part::Day(..) | Part::DayOnly(_)).then_some(())?;
            one(Meaning::Date(Date { weekday: Some(day), ..date }))
        },
        examples: &[("on [Monday, March 3], he", "2025-03-03"), ("on [Thursday 6 March 2025]", "2025-03-06")],
        traps: &["Monday, 2025 people"],
    },
    Rule {
        name: "weekday-beside-date",
        patterns: &["the? WDAY @before_after DATE"],
        make: |found| {
            let Meaning::Weekday { day, .. } = found.phrase(WDAY)?.meaning else { return None };
            let base = found.phrase(DATE)?.meaning.clone();
            matches!(base, Meaning::Date(_) if base.grain() == Unit::Day).then_some(())?;
            let which = if found.any(&["before", "prior"]) { Which::Previous } else { Which::Following };
            one(Meaning::Weekday { day, which, week: Some(Box::new(base)) })
        },
        examples: &[("on [the Friday before Christmas 2024]", "2024-12-20"), ("on [the Monday after Easter 2025]", "2025-04-21")],
        traps: &["Monday after work"],
    },
    Rule {
        name: "weekday-of-week",
        patterns: &["WDAY of? this|LAST|NEXT week", "a week from WDAY", "a? week LAST? WDAY", "WDAY week"],
        make: |found| {
            let Meaning::Weekday { day, .. } = found.phrase(WDAY)?.meaning else { return None };
            if found.says("of") || found.says("this") || found.get(LAST | NEXT).is_some() {
                let weeks = if found.get(LAST).is_some() { -1 } else { i32::from(found.get(NEXT).is_some()) };
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
