//! A date as a person types it: EDTF, or words.

use super::en::context;
use super::find::find;
use crate::language::Analysis;
use crate::model::{ArticleId, Basis, DateSource, Edtf, Published, When};
use chrono::NaiveDate;

/// Reads one phrase typed by a user: EDTF ("2025-03", "[..2025-03-20]") or words ("last Tuesday", "around 1914", "March 3-5").
///
/// Relative words count from `today`. `None` if the phrase holds anything that is no date.
pub fn phrase(text: &str, today: NaiveDate) -> Option<When> {
    let text = text.trim();
    if let Ok(edtf) = text.parse::<Edtf>()
        && edtf != Edtf::Unknown
    {
        return Some(When { edtf, basis: Basis::Stated, why: crate::model::words::edtf_words(&edtf) });
    }
    let published = Published { date: Edtf::day(today), source: DateSource::User, span: None, note: None };
    // Words that a text must lead up to may stand alone here: "May", "1914", "summer".
    let readings = [text.to_owned(), format!("in {text}"), capitalised(text)];
    readings.iter().find_map(|reading| {
        let found = find(ArticleId::of(""), reading, &Analysis::default(), Some(&published));
        let (first, last) = (found.first()?, found.last()?);
        let covered = first.quote.span.cover(last.quote.span);
        let rest = format!("{} {}", &reading[..covered.start()], &reading[covered.end()..]);
        let whole = rest
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .all(|word| context().around_typed.has(word));
        let one = found.len() == 1 || found.iter().all(|expression| expression.when.edtf == first.when.edtf);
        (whole && one && first.when.basis != Basis::Unknown).then(|| first.when.clone())
    })
}

fn capitalised(text: &str) -> String {
    let upper = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    text.split(' ').map(upper).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_type_dates_in_many_ways() {
        let today = NaiveDate::from_ymd_opt(2025, 3, 17).unwrap();
        for (text, edtf) in [
            ("2025-03", "2025-03"),
            ("[..2025-03-20]", "[..2025-03-20]"),
            ("last Tuesday", "2025-03-11"),
            ("last tuesday", "2025-03-11"),
            ("around 1914", "1914~"),
            ("yesterday", "2025-03-16"),
            ("3 March 2025", "2025-03-03"),
            ("march 2024", "2024-03"),
            ("since 2022", "2022/.."),
            ("44 BC", "-0043"),
            ("1990s", "199X"),
            ("from 3 March to 5 March 2025", "2025-03-03/2025-03-05"),
            ("March 3-5", "2025-03-03/2025-03-05"),
        ] {
            let when = phrase(text, today).unwrap_or_else(|| panic!("{text} is not read"));
            assert_eq!(when.edtf.to_string(), edtf, "{text}");
        }
        for text in ["banana", "", "the second", "room 2014 upstairs"] {
            assert_eq!(phrase(text, today), None, "{text}");
        }
    }
}
