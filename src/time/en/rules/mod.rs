//! The rules of English, stage by stage: the flat list of everything that is recognised, in order.

mod attach;
mod calendar;
mod clock;
mod distance;
mod holiday;
mod length;
mod listed;
mod modified;
mod piece;
mod range;
mod relative;
mod set;
mod vague;
mod weekday;

use crate::time::rule::Rule;

pub(in crate::time) use calendar::EARLY_YEAR;

/// The stages of the cascade. Later ones see the phrases of earlier ones.
pub(in crate::time) const STAGES: &[&[&[Rule]]] = &[
    &[
        calendar::RULES,
        listed::RULES,
        clock::RULES,
        length::RULES,
        set::RATES,
        holiday::RULES,
        vague::RULES,
        relative::WORDS,
        weekday::WORDS,
    ],
    &[set::RULES, vague::TOLD, relative::RULES, distance::RULES, weekday::RULES, piece::RULES, calendar::DAYS],
    &[attach::RULES],
    &[modified::RULES],
    &[clock::DAYS, distance::AWAY],
    &[range::RULES],
    &[range::BOUNDS, vague::LATE],
];
