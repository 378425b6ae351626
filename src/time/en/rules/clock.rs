//! Times of day: clock times with zones, parts of the day, and both on a day.

use crate::time::item::{AMPM, CLOCK, DATE, FOLLOWING, MILITARY, NEXT, NUM, PART, REGION, TIME, TPART, WDAY, ZONE};
use crate::time::meaning::{Anchor, DayPart, Meaning, Modifier, Part, Recurrence, TimeOfDay, Unit};
use crate::time::rule::{Made, Match, Phrase, Rule, Standing, one};

/// Parts of the day by their value in the lexicon.
pub(super) const PARTS: [DayPart; 7] =
    [DayPart::Morning, DayPart::Midday, DayPart::Afternoon, DayPart::Evening, DayPart::Night, DayPart::Daytime, DayPart::Overnight];

/// Times without a day.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "clock-time",
        patterns: &[
            "CLOCK",
            "CLOCK AMPM? local? time? ZONE?",
            "CLOCK AMPM? ,? ( ZONE )",
            "CLOCK @hours ZONE?",
            "NUM AMPM ZONE?",
            "NUM AMPM ( ZONE )",
            "NUM o ' clock AMPM?",
            "CLOCK AMPM? REGION standard|daylight? time?",
            "NUM AMPM REGION standard|daylight? time?",
            "~@before_clock MILITARY @hours",
            "MILITARY ZONE",
            "NUM AMPM local time",
            "CLOCK AMPM? ( ZONE +|- NUM )",
            "NUM AMPM ( ZONE +|- NUM )",
        ],
        make: clock,
        examples: &[
            ("at [16:15 UTC], he", "2025-03-17T16:15Z"),
            ("at [5 p.m.]", "2025-03-17T17:00"),
            ("at [3 o'clock]", "2025-03-17T03:00"),
        ],
        traps: &["won 2:1", "verses 3:16:18:20", "am 5"],
    },
    Rule {
        name: "clock-in-words",
        patterns: &[
            "half past NUM AMPM?",
            "a? quarter @beside_hour NUM AMPM",
            "~@before_quarter a? quarter @beside_hour NUM AMPM?",
            "NUM past NUM AMPM?",
            "NUM minutes past|to NUM AMPM?",
        ],
        make: |found| {
            let hour = found.nth(NUM, usize::from(found.nth(NUM, 1).is_some()))?.value;
            let away = match () {
                () if found.says("half") => 30,
                () if found.says("quarter") => 15,
                () => found.nth(NUM, 0)?.value,
            };
            let is_told = (1..=12).contains(&hour) && (1..=30).contains(&away);
            let away = if found.any(&["to", "before"]) { -away } else { away };
            let half_day = found.value(AMPM);
            let minute = half_day.map_or(hour * 60 + away, |half| (hour * 60 + away) % (12 * 60) + 12 * 60 * half);
            one(time(Some(u16::try_from(minute).ok().filter(|_| is_told)?), half_day.is_some(), None, None))
        },
        examples: &[
            ("It began at [half past six].", "2025-03-17T06:30"),
            ("at [quarter to nine p.m.]", "2025-03-17T20:45"),
            ("at [ten past four], he", "2025-03-17T04:10"),
            ("at [half past twelve]", "2025-03-17T12:30"),
            ("at [half past twelve a.m.]", "2025-03-17T00:30"),
        ],
        traps: &["half past thirteen men", "a quarter to three quarters", "walked past ten men", "the two past presidents"],
    },
    Rule {
        name: "clock-times",
        patterns: &["CLOCK and|to|- CLOCK AMPM", "NUM and|to|- NUM AMPM", "NUM and|to|- CLOCK AMPM", "CLOCK and|to|- NUM AMPM"],
        make: |found| {
            let half = 12 * 60;
            let minute = |nth| {
                let item = found.nth(CLOCK | NUM, nth)?;
                let minute = if item.is(CLOCK) { item.value } else { item.value.checked_mul(60)? };
                (60..13 * 60).contains(&minute).then_some(minute % half + half * found.value(AMPM)?)
            };
            // "11 to 2 p.m." begins before noon.
            let (mut first, second) = (minute(0)?, minute(1)?);
            if first >= second {
                first = first.checked_sub(half).filter(|first| *first >= 0)?;
            }
            let phrase = |minute: i32| Some(Phrase::new(time(u16::try_from(minute).ok(), true, None, None)));
            let at = found.place(CLOCK | NUM, 1)?;
            Some(Made::Several(vec![(0, 0, phrase(first)?), (at, found.last(), phrase(second)?)]))
        },
        examples: &[("trades between [2:40] and 3:00 p.m.", "2025-03-17T14:40"), ("between [11] and 2 p.m.", "2025-03-17T11:00")],
        traps: &["between 20 and 30 p.m."],
    },
    Rule {
        name: "noon-midnight",
        patterns: &["noon|midnight ZONE?"],
        make: |found| {
            let minute = if found.says("noon") { 12 * 60 } else { 24 * 60 };
            one(time(Some(minute), true, None, zone(found)))
        },
        examples: &[("by [noon]", "2025-03-17T12:00"), ("at [midnight]", "2025-03-17T24:00")],
        traps: &["high noonday"],
    },
    Rule {
        name: "at-night",
        patterns: &["~at night|nighttime"],
        make: |_| one(Meaning::Every(Recurrence::DayPart(DayPart::Night))),
        examples: &[("They travelled at [night]", "XXXX-XX-XXTNI")],
        traps: &["a night out"],
    },
    Rule {
        name: "part-of-day",
        patterns: &["the? PART"],
        make: |found| {
            let part = PARTS.get(usize::try_from(found.value(PART)?).ok()?)?;
            let said = time(None, true, Some(*part), None);
            Phrase::new(said).standing(Standing::Ambiguous).made()
        },
        examples: &[("struck [overnight]", "2025-03-17TNI"), ("in [the morning]", "2025-03-17TMO")],
        traps: &["Good Morning America"],
    },
];

/// Times on a day.
pub(super) const DAYS: &[Rule] = &[
    Rule {
        name: "time-on-day",
        patterns: &[
            "TIME ,? on|of? DATE",
            "DATE ,? at? around|about? TIME",
            "TIME -? ( DATE )",
            "DATE - TIME",
            "TIME TPART",
            "TIME on? the? TPART of DATE",
        ],
        make: on_day,
        examples: &[
            ("at [12:00 UTC Monday]", "2025-03-17T12:00Z"),
            ("[March 3 at 5 p.m.]", "2025-03-03T17:00"),
            ("[5 p.m. EST Nov. 9]", "2024-11-09T17:00-05:00"),
        ],
        traps: &[],
    },
    Rule {
        name: "part-on-day",
        patterns: &[
            "EARLY|LATE? DATE EARLY|LATE? TPART",
            "DATE ' s EARLY? TPART",
            "EARLY|LATE? TPART of|on DATE",
            "TPART WDAY",
            "EARLY|LATE in|on TPART of|on DATE",
            "EARLY|LATE in? TPART",
            "the? EARLY|LATE? TPART hours of|on? DATE?",
            "the? EARLY|LATE? hours of|on DATE",
        ],
        make: part_on_day,
        examples: &[
            ("[late Thursday night]", "2025-03-13TNI"),
            ("[the night of 4 March]", "2025-03-04TNI"),
            ("[Friday morning]", "2025-03-14TMO"),
        ],
        traps: &[],
    },
    Rule {
        name: "shifted-part-of-day",
        patterns: &["last|this PART", "that same? PART", "the? NEXT|FOLLOWING|same PART", "the previous PART", "the PART before"],
        make: |found| {
            let part = match PARTS.get(usize::try_from(found.value(PART)?).ok()?)? {
                DayPart::Overnight => return None,
                part => *part,
            };
            let (days, anchor) = match () {
                () if found.says("last") || found.says("yesterday") => (-1, Anchor::Published),
                () if found.says("tomorrow") => (1, Anchor::Published),
                () if found.says("this") => (0, Anchor::Published),
                () if found.get(NEXT | FOLLOWING).is_some() => (1, Anchor::Focus),
                () if found.any(&["previous", "before"]) => (-1, Anchor::Focus),
                () => (0, Anchor::Focus),
            };
            let day = Some(Box::new(Meaning::shift(days, Unit::Day, anchor)));
            one(Meaning::Time { day, time: TimeOfDay { minute: None, sure: true, part: Some(part), zone: None } })
        },
        examples: &[("Drones struck [last night]", "2025-03-16TNI"), ("He said [this morning]", "2025-03-17TMO")],
        traps: &["last nightfall"],
    },
    Rule {
        name: "time-in-part-of-day",
        patterns: &["TIME in TPART", "TIME at TPART"],
        make: |found| {
            let Meaning::Time { time, day: None } = found.phrase(TIME)?.meaning else { return None };
            let Meaning::Time { time: TimeOfDay { part: Some(part), .. }, .. } = found.phrase(TPART)?.meaning else { return None };
            one(Meaning::Time { day: None, time: in_part(time, part) })
        },
        examples: &[("at [3 o'clock in the afternoon]", "2025-03-17T15:00")],
        traps: &[],
    },
];

/// A time of day alone.
pub(super) const fn time(minute: Option<u16>, sure: bool, part: Option<DayPart>, zone: Option<i16>) -> Meaning {
    Meaning::Time { day: None, time: TimeOfDay { minute, sure, part, zone } }
}

fn zone(found: &Match<'_>) -> Option<i16> {
    // Daylight saving puts the clocks on by an hour.
    let summer = if found.says("daylight") { 60 } else { 0 };
    let Some(named) = found.value(ZONE) else { return found.value(REGION).and_then(|minutes| i16::try_from(minutes + summer).ok()) };
    let sign = if found.says("+") { 60 } else { -60 };
    let offset = (0..2).filter(|nth| found.place(NUM, *nth) > found.place(ZONE, 0)).find_map(|nth| found.nth(NUM, nth));
    let shift = offset.filter(|offset| offset.value <= 14).map_or(0, |offset| sign * offset.value);
    i16::try_from(named + shift).ok()
}

fn clock(found: &Match<'_>) -> Option<Made> {
    let mut minute = match (found.value(CLOCK), found.value(MILITARY)) {
        (Some(minute), _) => minute,
        (_, Some(digits)) if found.get(AMPM).is_none() => digits / 100 * 60 + digits % 100,
        _ => found.value(NUM).filter(|hour| (1..=24).contains(hour))? * 60,
    };
    match found.value(AMPM) {
        Some(_) if minute >= 13 * 60 => return None,
        Some(0) if minute >= 12 * 60 => minute -= 12 * 60,
        Some(1) if minute < 12 * 60 => minute += 12 * 60,
        _ => {}
    }
    let sure = found.get(AMPM).is_some() || !found.says("clock");
    one(time(Some(u16::try_from(minute).ok().filter(|minute| *minute <= 24 * 60)?), sure, None, zone(found)))
}

/// A day for a time: only what can be as short as a day.
fn day(found: &Match<'_>) -> Option<Meaning> {
    let meaning = found.phrase(DATE | WDAY)?.meaning.clone();
    (meaning.grain() == Unit::Day).then_some(meaning)
}

fn on_day(found: &Match<'_>) -> Option<Made> {
    let Meaning::Time { time, day: None } = found.phrase(TIME)?.meaning else { return None };
    let mut time = time;
    let part = found.phrase(TPART).map(|phrase| &phrase.meaning);
    let mut day_of_part = None;
    if let Some(Meaning::Time { time: TimeOfDay { part: Some(part), .. }, day }) = part {
        time = in_part(time, *part);
        day_of_part = day.as_deref().cloned();
    }
    // "at 8:40 p.m. on the fourth floor"
    let counts = |day: &Meaning| matches!(day, Meaning::Date(date) if matches!(date.part, Part::DayOnly(_))) && !found.ends_clause();
    let day = if found.get(DATE).is_some() { Some(day(found)?).filter(|day| !counts(day)) } else { day_of_part };
    let clock = Phrase::new(Meaning::Time { day: day.map(Box::new), time });
    // "at 11 a.m. on 11 November" holds two expressions, "11 a.m. Monday" one.
    let (at, date) = (found.place(TIME, 0)?, found.place(DATE, 0));
    match date {
        Some(date) if date > at + 1 && found.phrase(TPART).is_none() => {
            Some(Made::Several(vec![(at, at, clock), (date, date, found.phrase(DATE)?.clone())]))
        }
        _ => clock.made(),
    }
}

/// "3 o'clock in the afternoon".
fn in_part(time: TimeOfDay, part: DayPart) -> TimeOfDay {
    let late = matches!(part, DayPart::Afternoon | DayPart::Evening | DayPart::Night);
    let minute = time.minute.map(|minute| if late && minute < 12 * 60 { minute + 12 * 60 } else { minute });
    TimeOfDay { minute, sure: true, ..time }
}

fn part_on_day(found: &Match<'_>) -> Option<Made> {
    let part = match found.phrase(TPART).map(|phrase| &phrase.meaning) {
        Some(Meaning::Time { time: TimeOfDay { part: Some(part), .. }, day: None }) => *part,
        _ if found.says("hours") => DayPart::Morning,
        _ => return None,
    };
    let day = match found.get(DATE | WDAY) {
        Some(_) => Some(Box::new(day(found)?)),
        None => None,
    };
    let phrase = Phrase::new(Meaning::Time { day, time: TimeOfDay { minute: None, sure: true, part: Some(part), zone: None } });
    let modifier = if found.says("early") { Some(Modifier::Start) } else { found.says("late").then_some(Modifier::Late) };
    Phrase { modifier, ..phrase }.made()
}
