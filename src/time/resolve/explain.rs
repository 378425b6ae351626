//! One sentence for people on how a date is known.

use super::scene::{Grounds, Resolved, Scene};
use crate::model::words::{edtf_words, short_day};
use crate::model::{Edtf, When};
use crate::time::meaning::{Date, Meaning, Year};
use crate::time::rule::Phrase;
use crate::time::tense::Tense;

/// Why a date is what it is: `"Thursday" in an article of 17 Mar 2025, so Thu 20 Mar 2025`.
pub(super) fn why(words: &str, phrase: &Phrase, resolved: &Resolved, edtf: &Edtf, scene: &Scene) -> String {
    let result = edtf_words(edtf);
    let mut why = match resolved.grounds {
        Grounds::Stated => format!("the text says \"{words}\": {result}"),
        Grounds::Published => format!("\"{words}\"{} in an article of {}, so {result}", tense_words(scene, phrase), article_day(scene)),
        Grounds::Focus(stretch) => format!("\"{words}\", after {} in the text, so {result}", edtf_words(&stretch.edtf())),
    };
    if let Meaning::Date(Date { year: Year::Known(_), .. }) = phrase.meaning
        && resolved.grounds == Grounds::Stated
    {
        why = format!("the words behind \"{words}\" name a day that is widely known: {result}");
    }
    if let Some(other) = resolved.other {
        why = format!("{why}; it could also be {}", edtf_words(&other.edtf()));
    }
    if let Meaning::Date(date) = phrase.meaning
        && let (Some((day, month)), Year::Is(_)) = (date.other, date.year)
    {
        why = format!("{why}; read as month/day, but day {month} of month {day} is possible");
    }
    why
}

fn tense_words(scene: &Scene, phrase: &Phrase) -> &'static str {
    let open = match &phrase.meaning {
        Meaning::Weekday { which, .. } => *which == crate::time::meaning::Which::Plain,
        Meaning::Date(date) => date.year == Year::Unsaid,
        _ => false,
    };
    match scene.tense {
        Tense::Past if open => " with a verb in the past",
        Tense::Future | Tense::Arranged if open => " with a verb that looks ahead",
        _ => "",
    }
}

fn article_day(scene: &Scene) -> String {
    let day = scene.published.map(short_day).unwrap_or_default();
    if scene.approximate { format!("about {day}") } else { day }
}

/// A vague word.
pub(super) fn vague(words: &str, edtf: &Edtf, scene: &Scene) -> String {
    format!("\"{words}\" in an article of {}, so {}", article_day(scene), edtf_words(edtf))
}

/// It hangs on the article's date, and that is missing.
pub(super) fn needs_published(words: &str) -> When {
    When::unknown(format!("\"{words}\" counts from the article's date, which is not known"))
}

/// A month or day of the week by its name in a text that tells habits.
pub(super) fn habit(words: &str) -> When {
    When::unknown(format!("\"{words}\" comes again every time; the text tells what holds in general"))
}

/// It names no place on the calendar.
pub(in crate::time) fn unknown(words: &str, meaning: &Meaning) -> When {
    When::unknown(match meaning {
        Meaning::Length(_) => format!("\"{words}\" is a length of time"),
        Meaning::Every(_) => format!("\"{words}\" comes again and again"),
        _ => format!("\"{words}\" does not say which day it counts from"),
    })
}
