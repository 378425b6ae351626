//! Vague words: now, recently, soon, earlier.

use crate::time::en::context;
use crate::time::item::{NEXT, REF, UNITS};
use crate::time::meaning::{Bound, Count, Length, Meaning, Reference, Unit};
use crate::time::rule::{Phrase, Rule, Standing, one};

/// Vague expressions.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "vague-word",
        patterns: &[
            "REF",
            "@degree REF",
            "right|just now",
            "the future",
            "the @near_future future",
            "the @recent_past past",
            "at present",
            "very soon",
            "these days",
            "the time being",
            "~at|for the moment",
            "~at this @moments",
            "~to this day",
        ],
        make: |found| {
            let said = found.value(REF);
            let reference = match () {
                () if found.says("past") => Reference::Past,
                () if found.says("moment") && context().moment_clause.has(found.next_word()) => return None,
                () if found.among(&context().present_phrases) => Reference::Present,
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
            let standing = if found.among(&context().weak_vague) { Standing::Ambiguous } else { Standing::Alone };
            Phrase::new(Meaning::Vague(reference)).standing(standing).made()
        },
        examples: &[
            ("He [recently] said", "PAST_REF"),
            ("is [now] open", "PRESENT_REF"),
            ("opens [soon]", "FUTURE_REF"),
            ("It lies there to [this day]", "PRESENT_REF"),
        ],
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
    patterns: &["~@before_that_time that @moments", "~at that time", "~by|since then", "~until|till then"],
    make: |found| {
        // "by then de facto defeated": only at the end of its clause it points back for sure.
        let loose = found.says("then") && !found.ends_clause();
        if loose || found.next_word() == "of" {
            return None;
        }
        let bound = match () {
            () if found.among(&context().bound_since) => Some(Bound::Since),
            () if found.among(&context().bound_until) => Some(Bound::Until),
            () if found.says("by") => Some(Bound::By),
            () if found.says("before") => Some(Bound::Before),
            () => None,
        };
        Phrase { bound, ..Phrase::new(Meaning::Told) }.made()
    },
    examples: &[
        ("The price is set by June 10, 2025. If it is not agreed by [that time], Fiat will pay", "2025-06-10"),
        ("War broke out on March 3, 2024. By [then], he had left.", "2024-03-03"),
    ],
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
