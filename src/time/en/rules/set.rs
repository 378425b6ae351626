//! What comes again: "every Monday", "daily", "twice a week", "Mondays", "a year" after a rate.

use crate::time::en::lexicon::unit;
use crate::time::item::{FREQ, MON, NUM, ORD, PART, REPEATED, SEASON, SPAN, UNIT, UNITS, WDAY, WEEKDAYS};
use crate::time::meaning::{Count, Meaning, Part, Recurrence, SOME, Unit};
use crate::time::rule::{Phrase, Rule, Standing, one};

use super::clock::PARTS;

/// Rates, before "a week" is taken for a length.
pub(super) const RATES: &[Rule] = &[Rule {
    name: "so-often",
    patterns: &["@times a|an|EACH UNIT", "NUM times a|an|EACH UNIT", "once EACH NUM UNITS"],
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
            // "the Daily Telegraph" is a name.
            let mut next = found.next_word().chars();
            if item.capital && next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase) {
                return None;
            }
            one(Meaning::Every(Recurrence::Unit(item.value, unit(item.unit))))
        },
        examples: &[("the [annual] report", "P1Y"), ("printed [daily]", "P1D")],
        traps: &["dailies", "the Daily Telegraph", "a Daily Nation reporter"],
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
        name: "every-other-name",
        patterns: &["EACH other|second WDAY", "alternate WEEKDAYS"],
        make: |_| one(Meaning::Every(Recurrence::Unit(2, Unit::Week))),
        examples: &[("meets [every second Tuesday]", "P2W"), ("on [alternate Tuesdays]", "P2W")],
        traps: &["every second man"],
    },
    Rule {
        name: "again-and-again",
        patterns: &["UNIT after|by UNIT", "PART after PART"],
        make: |found| {
            let (first, second) = (found.nth(UNIT | PART, 0)?, found.nth(UNIT | PART, 1)?);
            found.words(first).eq_ignore_ascii_case(found.words(second)).then_some(())?;
            let part = found.small(PART).filter(|_| first.is(PART)).and_then(|part| PARTS.get(usize::from(part)));
            one(Meaning::Every(part.map_or_else(|| Recurrence::Unit(1, unit(first.unit)), |part| Recurrence::DayPart(*part))))
        },
        examples: &[("[Year after year] they fail", "P1Y"), ("[Night after night] bombs fell", "XXXX-XX-XXTNI")],
        traps: &["the day after the night"],
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
                // "Colorado Springs".
                21 if found.get(REPEATED).is_some_and(|item| item.capital) => return None,
                21..=24 => Recurrence::Season(u8::try_from(value - 20).ok()?),
                _ => Recurrence::DayPart(*PARTS.get(usize::try_from(value).ok()?)?),
            };
            Phrase::new(Meaning::Every(recurrence))
                .standing(if found.get(REPEATED).is_some() { Standing::Ambiguous } else { Standing::Alone })
                .made()
        },
        examples: &[("[every Monday]", "XXXX-WXX-1"), ("[every summer]", "XXXX-SU"), ("open [Sundays]", "XXXX-WXX-7")],
        traps: &["every man", "Colorado Springs"],
    },
];
