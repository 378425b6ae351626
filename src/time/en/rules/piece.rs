//! Numbered pieces: "the first half of 2008", "the last week of March", "the third day".

use crate::time::en::lexicon::unit;
use crate::time::item::{DATE, LAST, NEXT, ORD, SEASON, UNIT};
use crate::time::meaning::{Anchor, Meaning, Part, Unit, Year};
use crate::time::rule::{Made, Match, Rule, one};

/// Pieces.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "piece-of-date",
        patterns: &[
            "the? ORD|LAST full? UNIT of|in DATE",
            "the? ORD|LAST UNIT of|in the|this|LAST|NEXT UNIT",
            "the latter|former UNIT of DATE",
            "the? ORD|LAST quarter|half DATE",
        ],
        make: piece,
        examples: &[
            ("in [the first half of 2008]", "2008-H1"),
            ("in [the last week of March 2009]", "2009-W13"),
            ("in [the first quarter of last year]", "2024-Q1"),
        ],
        traps: &["the first half of the match"],
    },
    Rule {
        name: "season-of-year",
        patterns: &["the? SEASON of @which_year year"],
        make: |found| one(Meaning::date(relative_year(found), Part::Season(found.small(SEASON)?))),
        examples: &[("in [the spring of next year]", "2026-SP")],
        traps: &["the spring of a year"],
    },
];

/// "last year", "that year" in the words of a match.
pub(super) fn relative_year(found: &Match<'_>) -> Year {
    match () {
        () if found.says("last") => Year::Shift(-1),
        () if found.says("next") => Year::Shift(1),
        () if found.says("this") => Year::Shift(0),
        () if found.any(&["following", "after"]) => Year::Anaphoric(1),
        () if found.any(&["previous", "before"]) => Year::Anaphoric(-1),
        () => Year::Anaphoric(0),
    }
}

/// The whole, told by a unit: "the first week of last month".
fn whole_of(found: &Match<'_>) -> Option<Meaning> {
    let whole = unit(found.nth(UNIT, 1)?.unit);
    let numbered = found.get(ORD).is_some();
    let (count, anchor) = match () {
        () if found.nth(LAST, usize::from(!numbered)).is_some() => (-1, Anchor::Published),
        () if found.get(NEXT).is_some() => (1, Anchor::Published),
        () if found.says("this") => (0, Anchor::Published),
        () => (0, Anchor::Either),
    };
    Some(Meaning::shift(count, whole, anchor))
}

fn piece(found: &Match<'_>) -> Option<Made> {
    let piece = unit(found.get(UNIT)?.unit);
    let nth = match found.value(ORD) {
        Some(nth) => nth,
        None if found.says("former") => 1,
        None if found.says("latter") => 2,
        None => found.get(LAST).map(|_| -1)?,
    };
    let of = found.phrase(DATE).map(|phrase| phrase.meaning.clone()).or_else(|| whole_of(found))?;
    if piece >= of.grain() || matches!(piece, Unit::Second | Unit::Minute | Unit::Hour | Unit::Period | Unit::PartOfDay) {
        return None;
    }
    if let Meaning::Date(crate::time::meaning::Date { part: Part::Whole, year, .. }) = of
        && of.grain() == Unit::Year
    {
        let last = if nth == -1 { if piece == Unit::Half { 2 } else { 4 } } else { nth };
        match piece {
            Unit::Quarter if (1..=4).contains(&last) => return one(Meaning::date(year, Part::Quarter(i8::try_from(last).ok()?))),
            Unit::Half if (1..=2).contains(&last) => return one(Meaning::date(year, Part::Half(u8::try_from(last).ok()?))),
            _ => {}
        }
    }
    one(Meaning::Piece { nth, unit: piece, of: Box::new(of) })
}
