//! What comes again: "every Monday", "daily", "twice a week", "Mondays", "a year" after a rate.

use crate::time::en::lexicon::unit;
use crate::time::item::{FREQ, MON, NUM, ORD, PART, REPEATED, SEASON, SPAN, UNIT, UNITS, WDAY, WEEKDAYS};
use crate::time::meaning::{Count, Meaning, Part, Recurrence, SOME, Unit};
use crate::time::rule::{Phrase, Rule, Standing, one};

use super::clock::PARTS;

/// Rates, before "a week" is taken for a length.
pub(super) const RATES: &[Rule] = &[Rule {
    name: "so-often",
    patterns: &["once|twice|thrice a|an|EACH UNIT", "NUM times a|an|EACH UNIT", "once EACH NUM UNITS"],
    make: |found| {
        one(Meaning::Every(Recurrence::Unit(
            if found.says("once") { found.value(NUM).unwrap_or(1) } else { 1 },
            unit(found.get(UNIT | UNITS)?.unit),
        )))
    },
    examples: &[("[twice a week]", "P1W"), ("[three times a year]", "P1Y")],
    traps: &["once a man"],
}];

/// Sets.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "adverb-of-frequency",
        patterns: &["FREQ"],
        make: |found| {
            let item = found.get(FREQ)?;
            one(Meaning::Every(Recurrence::Unit(item.value, unit(item.unit))))
        },
        examples: &[("the [annual] report", "P1Y"), ("printed [daily]", "P1D")],
        traps: &["dailies"],
    },
    Rule {
        name: "every-unit",
        patterns: &[
            "EACH UNIT",
            "EACH single|other|ORD|SEASON? UNIT",
            "EACH NUM UNITS",
            "EACH SPAN",
            "EACH few|couple UNITS",
            "EACH and every UNIT",
        ],
        make: |found| {
            let (count, unit) = match found.phrase(SPAN).map(|phrase| &phrase.meaning) {
                Some(Meaning::Length(length)) => {
                    (if let Count::Exact(count) = length.count { (count / 1000).max(1) } else { SOME }, length.unit)
                }
                _ if found.any(&["few", "couple"]) => (SOME, unit(found.get(UNITS)?.unit)),
                _ => (found.value(NUM).or_else(|| found.value(ORD)).unwrap_or(1).max(1), unit(found.get(UNIT | UNITS)?.unit)),
            };
            if found.says("every") && found.says("now") || matches!(unit, Unit::Second | Unit::Half | Unit::Period) && found.says("per") {
                return None;
            }
            let count = if found.says("other") { 2 } else { count };
            one(Meaning::Every(Recurrence::Unit(count, unit)))
        },
        examples: &[("[every day]", "P1D"), ("[every two years]", "P2Y"), ("[every few months]", "PXM"), ("300 tonnes [per month]", "P1M")],
        traps: &["every now and again", "each other"],
    },
    Rule {
        name: "every-name",
        patterns: &["EACH WDAY|MON|SEASON", "WEEKDAYS", "EACH PART", "REPEATED"],
        make: |found| {
            if let Some(Meaning::Weekday { day, .. }) = found.phrase(WDAY).map(|phrase| &phrase.meaning) {
                return one(Meaning::Every(Recurrence::Weekday(*day)));
            }
            if let Some(Meaning::Date(date)) = found.phrase(MON).map(|phrase| &phrase.meaning)
                && let Part::Month(month) = date.part
            {
                return one(Meaning::Every(Recurrence::Month(month)));
            }
            if let Some(day) = found.small(WEEKDAYS) {
                return one(Meaning::Every(Recurrence::Weekday(day)));
            }
            if let Some(season) = found.small(SEASON) {
                return one(Meaning::Every(Recurrence::Season(season)));
            }
            let value = found.value(PART | REPEATED)?;
            let recurrence = match value {
                21..=24 => Recurrence::Season(u8::try_from(value - 20).ok()?),
                _ => Recurrence::DayPart(*PARTS.get(usize::try_from(value).ok()?)?),
            };
            Phrase::new(Meaning::Every(recurrence))
                .standing(if found.get(REPEATED).is_some() { Standing::Ambiguous } else { Standing::Alone })
                .made()
        },
        examples: &[("[every Monday]", "XXXX-WXX-1"), ("[every summer]", "XXXX-SU"), ("open [Sundays]", "XXXX-WXX-7")],
        traps: &["every man"],
    },
];
