//! Years that follow what they belong to: "March last year", "January 24 of the same year", "last year's third quarter".

use crate::time::en::context;
use crate::time::item::{ANNO, DATE, REL};
use crate::time::meaning::{Anchor, Count, Date, Meaning, Unit, Year};
use crate::time::rule::{Made, Match, Rule, one};

/// Attachments.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "date-of-relative-year",
        patterns: &["DATE ,? of|in? REL", "REL ' s DATE", "DATE ,? of|in? ANNO", "the same DATE REL"],
        make: attach,
        examples: &[
            ("in [March last year]", "2024-03"),
            ("in 1954 he left; on [January 24 of that year]", "1954-01-24"),
            ("[last year's third quarter]", "2024-Q3"),
        ],
        traps: &["March, last Monday"],
    },
    Rule {
        name: "year-ago-period",
        patterns: &[
            "the? year - @ago ORD|@periods quarter?",
            "the? year - @ago",
            "the? REL ' s quarter|period",
            "the? prior|previous - year quarter|period",
            "REL - ago|earlier @periods",
            "REL - ago|earlier",
        ],
        make: |found| {
            let unit = if found.says("month") {
                Unit::Month
            } else if found.says("quarter") {
                Unit::Quarter
            } else {
                Unit::Period
            };
            if found.get(REL).is_some() && !found.all_words().contains("year") {
                return None;
            }
            one(Meaning::Away { count: Count::whole(-1), unit: Unit::Year, base: Box::new(Meaning::shift(0, unit, Anchor::Focus)) })
        },
        examples: &[("in the third quarter of 2024, up from [the year-ago quarter]", "2023-Q3")],
        traps: &["a ten-year-old"],
    },
    Rule {
        name: "date-a-year-ago",
        patterns: &["REL|DATE of|in? REL", "the @alike|year @compared_periods of|in? the? REL"],
        make: |found| {
            let words = found.all_words();
            let same = words.split(' ').any(|word| context().alike.has(word));
            let second = found.nth_phrase(REL, usize::from(found.nth(REL, 1).is_some()))?;
            let years = match second.meaning {
                Meaning::Shift { count: Count::Exact(count), unit: Unit::Year, .. } if same && count != 0 => count,
                _ => return None,
            };
            let unit = match () {
                () if words.contains("month") => Unit::Month,
                () if words.contains("week") => Unit::Week,
                () if words.contains("quarter") => Unit::Quarter,
                () => Unit::Period,
            };
            one(Meaning::Away { count: Count::Exact(years), unit: Unit::Year, base: Box::new(Meaning::shift(0, unit, Anchor::Focus)) })
        },
        examples: &[("sales in January were lower than in [the same month a year ago]", "2024-01")],
        traps: &["the same month"],
    },
];

fn attach(found: &Match<'_>) -> Option<Made> {
    let phrase = |nth| found.nth_phrase(DATE | ANNO | REL, nth).map(|phrase| &phrase.meaning);
    let (first, second) = (phrase(0)?, phrase(1)?);
    let (date, year) = match (first, second) {
        (Meaning::Date(date), year) if date.year == Year::Unsaid => (date, year),
        (year, Meaning::Date(date)) if date.year == Year::Unsaid && found.says("s") => (date, year),
        _ => return None,
    };
    let year = match year {
        Meaning::Shift { count: Count::Exact(count), unit: Unit::Year, anchor } => match anchor {
            Anchor::Published | Anchor::Either => Year::Shift(count / 1000),
            Anchor::Focus => Year::Anaphoric(count / 1000),
        },
        Meaning::Date(Date { year: Year::Is(year), part: crate::time::meaning::Part::Whole, .. }) => Year::Is(*year),
        _ => return None,
    };
    one(Meaning::Date(Date { year, ..*date }))
}
