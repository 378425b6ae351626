//! Distances: "two years ago", "two days later", "two days before March 3", and periods told by their last day.

use super::length::looseness;
use crate::time::en::context;
use crate::time::en::lexicon::unit;
use crate::time::item::{DATE, REL, SPAN, TIME, UNIT, WDAY};
use crate::time::meaning::{Anchor, Count, Length, Meaning, Reference, Unit, Which};
use crate::time::rule::{Made, Match, Phrase, Rule, one};

/// Distances from now or from what the text speaks of.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "long-ago",
        patterns: &["not? @so? long ago", "some|a time|while ago", "a @long_short time|while ago", "ages ago"],
        // "as long ago as 1985" says when.
        make: |found| if found.next_word() == "as" { None } else { one(Meaning::Vague(Reference::Past)) },
        examples: &[("He left [long ago].", "PAST_REF"), ("It began [some time ago].", "PAST_REF")],
        traps: &["as long as", "some time later"],
    },
    Rule {
        name: "ago",
        patterns: &[
            "ABOUT|LESS|MORE? SPAN ago",
            "more|less than SPAN ago|@later",
            "ABOUT|LESS|MORE? SPAN @later",
            "@hardly? SPAN @beside",
            "SPAN from now",
            "in SPAN ' s? time",
            "@hardly SPAN @ago_later",
            "a UNIT or two|so @ago_later",
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
    Rule {
        name: "same-day",
        patterns: &["SPAN ago REL|WDAY", "SPAN from REL|WDAY"],
        make: |found| {
            let Meaning::Length(Length { count: Count::Exact(count), unit, and: None, towards: 0 }) = found.phrase(SPAN)?.meaning else {
                return None;
            };
            let base = found.phrase(REL | WDAY)?.meaning.clone();
            let day = matches!(
                base,
                Meaning::Weekday { which: Which::Plain, .. } | Meaning::Shift { unit: Unit::Day, anchor: Anchor::Published, .. }
            );
            (day && count % 1000 == 0 && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year)).then_some(())?;
            let count = if found.says("ago") { -count / 1000 } else { count / 1000 };
            one(Meaning::SameDay { count, unit, base: Box::new(base) })
        },
        examples: &[("It fell [two years ago today]", "2023-03-17"), ("The ban ends [a week from today].", "2025-03-24")],
        traps: &["two years ago this month"],
    },
];

/// Lengths before and after something with a date of its own, and periods told by their last day.
pub(super) const AWAY: &[Rule] = &[
    Rule {
        name: "period-by-its-end",
        patterns: &["REL @ending on? DATE", "REL that ended|ends on? DATE"],
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
        name: "years-ago-this-month",
        patterns: &["REL REL"],
        make: |found| {
            let Meaning::Shift { count: Count::Exact(years @ ..0), unit: Unit::Year, .. } = found.nth_phrase(REL, 0)?.meaning else {
                return None;
            };
            let base = found.nth_phrase(REL, 1)?.meaning.clone();
            let this = matches!(base, Meaning::Shift { count: Count::Exact(0), unit: Unit::Month | Unit::Week, .. });
            (this && years % 1000 == 0).then_some(())?;
            one(Meaning::SameDay { count: years / 1000, unit: Unit::Year, base: Box::new(base) })
        },
        examples: &[
            ("It opened [thirty years ago this month].", "1995-03"),
            ("[Ten years ago this month] it fell", "2015-03"),
            ("[Ten years ago this week] it fell", "2015-W12"),
        ],
        traps: &["it fell last year"],
    },
    Rule {
        name: "away-from-date",
        patterns: &["SPAN @before_after to? DATE|TIME", "REL @before_after to? DATE"],
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

fn ago(found: &Match<'_>) -> Option<Made> {
    let (count, unit, and) = match found.phrase(SPAN).map(|phrase| &phrase.meaning) {
        Some(Meaning::Length(Length { count, unit, and, .. })) => (*count, *unit, *and),
        _ => (Count::whole(1), unit(found.get(UNIT)?.unit), None),
    };
    let past = found.among(&context().backwards);
    if found.among(&context().needs_clause_end) && !found.ends_clause() {
        return None;
    }
    // "two weeks later than planned" is a length.
    if found.next_word() == "than" {
        return None;
    }
    let published = found.among(&context().from_now);
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
