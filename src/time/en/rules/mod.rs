//! The rules of English, stage by stage: the flat list of everything that is recognised, in order.

mod attach;
mod calendar;
mod clock;
mod holiday;
mod length;
mod modified;
mod piece;
mod range;
mod relative;
mod set;
mod vague;

use crate::time::rule::Rule;

/// The stages of the cascade. Later ones see the phrases of earlier ones.
pub(in crate::time) const STAGES: &[&[&[Rule]]] = &[
    &[calendar::RULES, calendar::LISTS, clock::RULES, length::RULES, set::RATES, holiday::RULES, vague::RULES, relative::WORDS],
    &[set::RULES, vague::TOLD, relative::RULES, relative::WEEKDAYS, piece::RULES, calendar::DAYS],
    &[attach::RULES],
    &[modified::RULES],
    &[clock::DAYS, relative::AWAY],
    &[range::RULES],
    &[range::BOUNDS, vague::LATE],
];
