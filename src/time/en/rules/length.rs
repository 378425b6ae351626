//! Lengths of time: "two years", "a week", "two-year", "several months", "half an hour".

use crate::time::en::context;
use crate::time::en::lexicon::unit;
use crate::time::item::{ABOUT, Item, LESS, MORE, NUM, ORD, UNIT, UNITS, YEAR};
use crate::time::meaning::{Count, Length, Meaning, Modifier, Unit};
use crate::time::rule::{Made, Match, Phrase, Rule, Standing, count};

/// Lengths.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "length",
        patterns: &[
            "NUM -? UNIT|UNITS",
            "NUM @more UNITS|UNIT",
            "NUM -? UNIT - long",
            "NUM -? UNITS - long",
            "another NUM? UNIT|UNITS",
            "the? NUM -? UNIT period",
            "a NUM -? UNIT -? long period",
            "the NUM UNITS",
            "NUM UNITS and nights",
        ],
        make: |found| number_of(found, found.count(NUM).unwrap_or(Count::whole(1))),
        examples: &[
            ("for [two years]", "P2Y"),
            ("a [30-day] ceasefire", "P30D"),
            ("[2.5 hours]", "PT2.5H"),
            ("[twenty-five years]", "P25Y"),
        ],
        traps: &[
            "twenty yearbooks",
            "two weekly papers",
            "a 45-year-old man",
            "she is 45 years old",
            "three quarters of the troops",
            "in some quarters",
            "at least 25 years of age",
        ],
    },
    Rule {
        name: "in-a-row",
        patterns: &["the|a ORD @in_a_row UNIT", "the|a ORD UNIT in a row"],
        make: |found| {
            let count = found.value(ORD).filter(|count| *count > 1)?;
            number_of(found, Count::whole(count))
        },
        examples: &[("rose for [the fourth consecutive month]", "P4M"), ("[the third day in a row]", "P3D")],
        traps: &["the first straight week", "the third straight win"],
    },
    Rule {
        name: "one-unit",
        patterns: &["a|an UNIT", "a|an @whole UNIT"],
        make: |found| {
            let unit = unit(found.get(UNIT)?.unit);
            if matches!(unit, Unit::Second | Unit::Quarter | Unit::Half | Unit::Period | Unit::Season | Unit::PartOfDay) {
                return None;
            }
            Phrase::new(Meaning::length(Count::whole(1), unit)).made()
        },
        examples: &[("after [a week] of talks", "P1W"), ("for [an hour]", "PT1H")],
        traps: &["a second man", "a quarter of them", "a half"],
    },
    Rule {
        name: "length-and-half",
        patterns: &["a|an UNIT and a half", "NUM UNITS and a half", "half -? a|an UNIT", "a half - UNIT"],
        make: |found| {
            let half = Count::Exact(500);
            let whole = found.get(NUM).map_or(1, |item| item.value);
            let first = found.place(UNIT | UNITS, 0)?;
            let count = if found.says("and") { Count::Exact(whole * 1000 + 500) } else { half };
            (first > 0).then_some(())?;
            number_of(found, count)
        },
        examples: &[("[a year and a half]", "P1.5Y"), ("[half an hour]", "PT0.5H")],
        traps: &["half a loaf"],
    },
    Rule {
        name: "mixed-length",
        patterns: &["NUM UNIT|UNITS ,? and? NUM UNIT|UNITS"],
        make: |found| {
            let (large, small) = (found.nth(UNIT | UNITS, 0)?, found.nth(UNIT | UNITS, 1)?);
            (unit(large.unit) > unit(small.unit)).then_some(())?;
            let (first, second) = (found.nth(NUM, 0)?, found.nth(NUM, 1)?);
            let length = Length { count: count(first), unit: unit(large.unit), and: Some((second.value, unit(small.unit))), towards: 0 };
            Phrase::new(Meaning::Length(length)).made()
        },
        examples: &[("[two years and six months]", "P2Y6M"), ("[1 hour 20 minutes]", "PT1H20M")],
        traps: &["two months and three years-long"],
    },
    Rule {
        name: "length-choice",
        patterns: &["NUM @joins NUM -? UNIT|UNITS"],
        make: |found| {
            let unit = unit(found.get(UNIT | UNITS)?.unit);
            let (first, second) = (found.nth(NUM, 0)?, found.nth(NUM, 1)?);
            (first.value < second.value).then_some(())?;
            let phrase = |item: &Item| Phrase::new(Meaning::length(count(item), unit));
            Some(Made::Several(vec![(0, 0, phrase(first)), (found.place(NUM, 1)?, found.last(), phrase(second))]))
        },
        examples: &[("between [12] and 18 months", "P12M"), ("[two] to three years", "P2Y")],
        traps: &["1945 and 3 days"],
    },
    Rule {
        name: "some-units",
        patterns: &[
            "the? SOME UNITS|UNIT",
            "a SOME of? UNITS|UNIT",
            "a good? SOME more? UNITS",
            "SOME more UNITS",
            "many a UNIT",
            "quite a SOME UNITS",
        ],
        make: |found| {
            (found.get(UNITS).is_some() || found.says("many")).then_some(())?;
            number_of(found, Count::Some(0))
        },
        examples: &[("for [several years]", "PXY"), ("[a few days]", "PXD"), ("[a couple of weeks]", "PXW")],
        traps: &["many a slip"],
    },
    Rule {
        name: "bare-units",
        patterns: &["UNITS", "UNITS - long", "UNIT - long", "~a|an UNIT - long", "UNITS and UNITS"],
        make: |found| {
            let unit = unit(found.get(UNITS | UNIT)?.unit);
            let bare = found.get(UNITS).is_some();
            let useful =
                !matches!(unit, Unit::Second | Unit::Quarter | Unit::Half | Unit::Period | Unit::Season | Unit::Weekend | Unit::PartOfDay);
            useful.then_some(())?;
            // "14 years old" and "the minutes of the meeting" are neither.
            if is_age(found) || unit == Unit::Minute && found.next_words(2) == "of the" {
                return None;
            }
            let count = if bare { Count::Some(0) } else { Count::whole(1) };
            Phrase::new(Meaning::length(count, unit))
                .standing(if found.says("long") { Standing::Alone } else { Standing::Ambiguous })
                .made()
        },
        examples: &[("fought for [years]", "PXY"), ("[decades-long] fight", "PXDE"), ("a [year-long] siege", "P1Y")],
        traps: &["seconds out"],
    },
];

fn number_of(found: &Match<'_>, count: Count) -> Option<Made> {
    // Ages: "45 years old", "a 45-year-old".
    if is_age(found) || found.next_word() == "of" && found.next_words(2) == "of age" {
        return None;
    }
    // "the 2010 season", "the 2012 quarter" name a year.
    if found.get(UNIT).is_some() && found.get(NUM).is_some_and(|item| item.is(YEAR) && item.word == 0 && (1500..2100).contains(&item.value))
    {
        return None;
    }
    let unit = unit(found.get(UNIT | UNITS)?.unit);
    // "three quarters of the troops" is a share.
    let share = unit == Unit::Quarter && (found.next_word() == "of" || count == Count::Some(0));
    if share || matches!(unit, Unit::Half | Unit::Period | Unit::PartOfDay) {
        return None;
    }
    Phrase { modifier: looseness(found), ..Phrase::new(Meaning::length(count, unit)) }.made()
}

/// "45 years old", "a 45-year-old".
fn is_age(found: &Match<'_>) -> bool {
    context().ages.has(found.next_word()) || found.next_word().starts_with("-old")
}

/// "about", "more than", "less than".
pub(super) fn looseness(found: &Match<'_>) -> Option<Modifier> {
    match () {
        () if found.get(ABOUT).is_some() => Some(Modifier::About),
        () if found.get(MORE).is_some() || found.any(&["more", "least"]) => Some(Modifier::MoreThan),
        () if found.get(LESS).is_some() || found.among(&context().less_than) => Some(Modifier::LessThan),
        () => None,
    }
}
