//! Vague words: now, recently, soon, earlier.

use crate::time::item::{NEXT, REF, UNITS};
use crate::time::meaning::{Count, Length, Meaning, Reference, Unit};
use crate::time::rule::{Phrase, Rule, Standing, one};

/// Vague expressions.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "vague-word",
        patterns: &[
            "REF",
            "more|very|quite REF",
            "right|just now",
            "the future",
            "the near|immediate|foreseeable future",
            "the recent|distant|immediate past",
            "at present",
            "very soon",
            "these days",
            "the time being",
            "~at|for the moment",
            "~at this time|moment|point|stage",
        ],
        make: |found| {
            let said = found.value(REF);
            let reference = match () {
                () if found.says("past") => Reference::Past,
                () if found.says("moment")
                    && matches!(found.next_word(), "of" | "when" | "that" | "he" | "she" | "they" | "it" | "the") =>
                {
                    return None;
                }
                () if found.any(&["days", "being", "moment"]) => Reference::Present,
                () if found.says("future") => Reference::Future,
                () if found.any(&["now", "this"]) => Reference::Present,
                () if found.any(&["soon", "shortly"]) => Reference::Soon,
                () if found.says("previously") => Reference::Earlier,
                () => match said? {
                    -1 => Reference::Past,
                    1 => Reference::Future,
                    _ => Reference::Present,
                },
            };
            let standing = if found.any(&["now", "soon", "shortly", "present", "current", "future", "recent", "presently"]) {
                Standing::Ambiguous
            } else {
                Standing::Alone
            };
            Phrase::new(Meaning::Vague(reference)).standing(standing).made()
        },
        examples: &[("He [recently] said", "PAST_REF"), ("is [now] open", "PRESENT_REF"), ("opens [soon]", "FUTURE_REF")],
        traps: &["nowhere"],
    },
    Rule {
        name: "recent-units",
        patterns: &["the? REF UNITS", "the? coming|upcoming UNITS", "the LAST|NEXT UNITS"],
        make: |found| {
            let unit = crate::time::en::lexicon::unit(found.get(UNITS)?.unit);
            matches!(unit, Unit::Hour | Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century).then_some(())?;
            // "the last days of the war" are days of the war.
            if found.next_word() == "of" {
                return None;
            }
            let towards = match found.value(REF) {
                Some(0) => return None,
                Some(sign) => i8::try_from(sign).ok()?,
                None if found.get(NEXT).is_some() => 1,
                None => -1,
            };
            one(Meaning::Length(Length { count: Count::Some(0), unit, and: None, towards }))
        },
        examples: &[("in [recent years]", "PXY"), ("in [the coming weeks]", "PXW")],
        traps: &["recent yearbooks", "the last days of the war"],
    },
];

/// What was told before.
pub(super) const TOLD: &[Rule] = &[Rule {
    name: "that-time",
    patterns: &["~by|since|until|till|before that time|point|moment"],
    make: |found| if found.next_word() == "of" { None } else { one(Meaning::Told) },
    examples: &[("The price is set by June 10, 2025. If it is not agreed by [that time], Fiat will pay", "2025-06-10")],
    traps: &["at that time of year", "that time is money"],
}];

/// Words that larger phrases take in first.
pub(super) const LATE: &[Rule] = &[
    Rule {
        name: "the-past",
        patterns: &["the past"],
        make: |_| one(Meaning::Vague(Reference::Past)),
        examples: &[("of [the past]", "PAST_REF")],
        traps: &["the past two years"],
    },
    Rule {
        name: "earlier-later",
        patterns: &["earlier", "later"],
        make: |found| {
            let reference = if found.says("later") { Reference::Later } else { Reference::Earlier };
            Phrase::new(Meaning::Vague(reference)).standing(Standing::Ambiguous).made()
        },
        examples: &[("[Earlier], he stressed", "PAST_REF")],
        traps: &["earlier than him"],
    },
];
