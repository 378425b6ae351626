//! Early, mid, late, the end of, earlier this, about.

use super::length::looseness;
use crate::time::en::context;
use crate::time::en::lexicon::unit;
use crate::time::item::{ABOUT, ANNO, DATE, EARLY, END, LATE, MID, MIDDLE, MORE, SPAN, UNIT};
use crate::time::meaning::{Anchor, Date, Meaning, Modifier, Part, Unit, Year};
use crate::time::rule::{Made, Match, Phrase, Rule, Standing};

/// Modifiers.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "early-late",
        patterns: &[
            "the? EARLY|MID|LATE -? DATE",
            "EARLY|LATE in the? DATE",
            "the? EARLY to mid|late - DATE",
            "the? EARLY|LATE part of DATE",
            "the @part_of part of? DATE",
            "mid|EARLY|LATE -? UNIT",
            "the? mid - to? late? -? DATE",
        ],
        make: |found| {
            let modifier = match () {
                () if found.get(EARLY).is_some() || found.says("earlier") => Modifier::Start,
                () if found.get(MID).is_some() => Modifier::Mid,
                () => Modifier::Late,
            };
            modify(found, modifier)
        },
        examples: &[("in [early March]", "2025-03"), ("[mid-2024]", "2024"), ("in [the late 1980s]", "198"), ("[late in 2024]", "2024")],
        traps: &["the late John"],
    },
    Rule {
        name: "half-of-age",
        patterns: &["DATE of DATE"],
        make: |found| {
            let half = match found.phrase(DATE)?.meaning {
                Meaning::Date(Date { year: Year::Unsaid, part: Part::Half(1), .. }) => Modifier::FirstHalf,
                Meaning::Date(Date { year: Year::Unsaid, part: Part::Half(2), .. }) => Modifier::SecondHalf,
                _ => return None,
            };
            let age = found.nth_phrase(DATE, 1)?;
            (age.meaning.grain() >= Unit::Decade && age.modifier.is_none()).then_some(())?;
            age.clone().modified(half).made()
        },
        examples: &[("in [the second half of the 19th century]", "18"), ("in [the first half of the 1980s]", "198")],
        traps: &["the second half of the match"],
    },
    Rule {
        name: "end-of-date",
        patterns: &[
            "the? very? END|START|MIDDLE of DATE",
            "START|END of DATE",
            "the? END|START of the UNIT",
            "DATE ' s END|START",
            "MIDDLE - DATE",
            "DATE - END",
            "MON - END",
        ],
        make: |found| {
            let modifier = match () {
                () if found.get(END).is_some() => Modifier::End,
                () if found.get(MIDDLE).is_some() => Modifier::Mid,
                () => Modifier::Start,
            };
            modify(found, modifier)
        },
        examples: &[("by [the end of March]", "2025-03"), ("at [the beginning of 2024]", "2024"), ("[the end of this year]", "2025")],
        traps: &["the end of the road"],
    },
    Rule {
        name: "earlier-this",
        patterns: &[
            "earlier|later in? DATE",
            "earlier|later on|in the? UNIT",
            "the rest|remainder of DATE",
            "sometime|some in? DATE",
            "the balance of DATE",
        ],
        make: |found| {
            if found.any(&["sometime", "some"]) {
                return found.phrase(DATE)?.clone().made();
            }
            modify(found, if found.says("earlier") { Modifier::EarlierIn } else { Modifier::LaterIn })
        },
        examples: &[("set up [earlier this year]", "2025"), ("will meet [later this week]", "2025-W12"), ("[later in 2024]", "2024")],
        traps: &["earlier than March"],
    },
    Rule {
        name: "about",
        patterns: &[
            "ABOUT|LESS|MORE SPAN",
            "@compare than SPAN",
            "at least|most SPAN",
            "up to SPAN",
            "a little|bit more|less|MORE|LESS than? SPAN",
            "@hardly|as SPAN",
            "the? ABOUT DATE",
            "as @as_early as DATE",
            "as long ago as DATE",
            "as far back as DATE",
            "close to SPAN",
            "well over SPAN",
            "no more|less than SPAN",
            "ABOUT the? year? ANNO",
        ],
        make: about,
        examples: &[
            ("for [about three years]", "P3Y"),
            ("[over three years]", "P3Y"),
            ("[circa 1914]", "1914"),
            ("[at least two days]", "P2D"),
        ],
        traps: &["about them"],
    },
];

fn modify(found: &Match<'_>, modifier: Modifier) -> Option<Made> {
    if let Some(phrase) = found.phrase(DATE) {
        let whole = matches!(phrase.meaning.grain(), Unit::Day) && !matches!(phrase.meaning, Meaning::Shift { .. });
        // "late Tuesday" is Tuesday; "late on March 3" says no more than the day either.
        let weekday = matches!(phrase.meaning, Meaning::Weekday { .. }) && found.get(EARLY | LATE).is_some() && !found.says("the");
        if whole && !weekday && !matches!(modifier, Modifier::EarlierIn | Modifier::LaterIn) {
            return None;
        }
        if phrase.modifier.is_some() {
            return None;
        }
        return Phrase { modifier: Some(modifier), standing: Standing::Alone, ..phrase.clone() }.made();
    }
    let unit = unit(found.get(UNIT)?.unit);
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Half | Unit::Period | Unit::PartOfDay | Unit::Season | Unit::Quarter)
    {
        return None;
    }
    let anchor = if found.says("the") { Anchor::Focus } else { Anchor::Either };
    Phrase::new(Meaning::shift(0, unit, anchor)).modified(modifier).made()
}

fn about(found: &Match<'_>) -> Option<Made> {
    if let Some(phrase) = found.phrase(SPAN) {
        // "over the past two years" is no more than two years.
        if matches!(phrase.meaning, Meaning::Length(length) if length.towards != 0) {
            return None;
        }
        let modifier = match () {
            () if found.any(&["over", "least"]) || found.get(MORE).is_some() => Some(Modifier::MoreThan),
            () if found.among(&context().at_most) => Some(Modifier::LessThan),
            () => looseness(found),
        };
        return Phrase { modifier: modifier.or(phrase.modifier), standing: Standing::Alone, ..phrase.clone() }.made();
    }
    let phrase = found.phrase(DATE).or_else(|| found.phrase(ANNO))?;
    let about = found.get(ABOUT).is_some() && !found.says("over");
    matches!(phrase.meaning, Meaning::Date(_) | Meaning::Time { .. }).then_some(())?;
    let modifier = phrase.modifier.or_else(|| about.then_some(Modifier::About));
    // "roughly 1600 hours"; but "around" and "circa" stand mostly in front of years.
    let counts = about && !found.says("around") && !found.any(&["circa", "ca"]);
    let standing = if phrase.standing == Standing::Number && counts { Standing::Number } else { Standing::Alone };
    Phrase { modifier, standing, ..phrase.clone() }.made()
}
