//! The dateline as news agencies write it: `MOSCOW, May 23. /TASS/.`, `KYIV, Ukraine (AP) — `, `LONDON, March 3 (Reuters) - `,
//! or, on a line of its own, `GENEVA, March 19, 2021`.

use super::full_date::{day_month, full_date, month_day};
use crate::model::Span;
use chrono::{Datelike as _, NaiveDate};

/// A dateline and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    /// All of it, with the mark that ends it.
    pub(super) whole: Span,
    /// The news agency, as written.
    pub(super) agency: Option<String>,
    /// The words of the date in it.
    pub(super) words: Option<Span>,
    /// Month and day.
    pub(super) month_day: Option<(u32, u32)>,
    /// The full date, where the year is given as well.
    pub(super) date: Option<NaiveDate>,
}

/// The dateline that begins at byte `from`, or `None` if the text begins there like any other.
pub(super) fn dateline(text: &str, from: usize) -> Option<Dateline> {
    let line_end = from + text.get(from..)?.find(['\n', '\r']).unwrap_or(text.len() - from);
    let mut scan = Scan { text: &text[..line_end], at: from };
    let place = scan.places();
    let date = scan.date();
    let agency = scan.agency();
    let by_hyphen = scan.ends_with_dash();
    let ended = by_hyphen || (agency.is_some() && scan.ends_with_stop()) || (place == Place::Capitals && scan.ends_with_colon(text));
    let telling = match place {
        Place::None => agency.is_some() && by_hyphen,
        Place::Mixed => agency.is_some() || date.is_some_and(|(.., date)| date.is_some()),
        Place::Capitals => agency.is_some() || date.is_some() || is_city_like(&text[from..line_end]),
    };
    let runs_on = text[scan.at..line_end].chars().any(char::is_alphanumeric);
    // `GENEVA, March 19, 2021` on a line of its own: a place and a whole date are no sentence.
    let alone = place != Place::None && date.is_some_and(|(.., date)| date.is_some()) && (scan.ends_with_stop() || !runs_on) && {
        scan.skip(&[' ', '\u{A0}', '\t']);
        scan.at == line_end
    };
    if !(ended && telling && runs_on || alone) {
        return None;
    }
    let (words, month_day, date) = date.map_or((None, None, None), |(span, month, day, date)| (Some(span), Some((month, day)), date));
    let end = from + text[from..scan.at].trim_end().len();
    Some(Dateline { whole: Span::of(text, from..end)?, agency, words, month_day, date })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    None,
    Capitals,
    Mixed,
}

/// A place name of five letters or more, or one of the short ones that datelines have: other short words in capitals
/// before a dash ("NATO - the alliance -") are abbreviations and belong to the sentence.
fn is_city_like(text: &str) -> bool {
    const SHORT: &[&str] = &[
        "ADEN", "BAKU", "BERN", "BONN", "CALI", "DOHA", "GAZA", "KIEV", "KYIV", "LIMA", "LVIV", "LYON", "NICE", "OSLO", "RIGA", "ROME",
        "SEOUL",
    ];
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    let second: String = text[word.len()..].chars().skip(1).take_while(|c| c.is_alphabetic()).collect();
    let two_words = second.chars().count() >= 2 && second.chars().all(char::is_uppercase);
    two_words || word.chars().count() >= 5 || SHORT.contains(&word.as_str())
}

struct Scan<'a> {
    /// The text up to the end of the line.
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn skip(&mut self, marks: &[char]) -> usize {
        let rest = self.rest();
        let length = rest.len() - rest.trim_start_matches(marks).len();
        self.at += length;
        length
    }

    /// `MOSCOW`, `NEW YORK/LONDON`, `KYIV, Ukraine`, `Brussels`: at most five words of a place, then at most two regions.
    fn places(&mut self) -> Place {
        if month_day(self.rest()).is_some() || day_month(self.rest()).is_some() {
            return Place::None;
        }
        let (length, capitals) = place_length(self.rest());
        if length == 0 {
            return Place::None;
        }
        self.at += length;
        for _ in 0..2 {
            let Some(after) = self.rest().strip_prefix(',').map(str::trim_start) else { break };
            let (region, _) = place_length(after);
            if region == 0 || month_day(after).is_some() || day_month(after).is_some() {
                break;
            }
            self.at = self.text.len() - after.len() + region;
        }
        if capitals { Place::Capitals } else { Place::Mixed }
    }

    /// `, May 23`, `. 23 May`, ` May 23, 2025`: span, month, day, and the full date if it has a year.
    fn date(&mut self) -> Option<(Span, u32, u32, Option<NaiveDate>)> {
        let back = self.at;
        self.skip(&[' ', ',', '.', '\u{A0}']);
        let rest = self.rest();
        let full = full_date(rest);
        let found = full
            .map(|(date, length)| (date.month(), date.day(), length))
            .or_else(|| month_day(rest).or_else(|| day_month(rest).map(|(day, month, length)| (month, day, length))));
        let Some((month, day, length)) = found else {
            self.at = back;
            return None;
        };
        let span = Span::new(self.at, self.at + length)?;
        self.at += length;
        Some((span, month, day, full.map(|(date, _)| date)))
    }

    /// `(Reuters)`, `/TASS/`, `[AFP]`.
    fn agency(&mut self) -> Option<String> {
        let back = self.at;
        self.skip(&[' ', ',', '.', '\u{A0}']);
        let close = match self.rest().chars().next() {
            Some('(') => ')',
            Some('/') => '/',
            Some('[') => ']',
            _ => {
                self.at = back;
                return None;
            }
        };
        let inner = &self.rest()[1..];
        let name = inner.find(close).map(|end| inner[..end].trim());
        let is_name = |name: &&str| {
            name.chars().count() <= 40
                && (name.starts_with(char::is_uppercase) || *name == "dpa")
                && name.chars().all(|c| c.is_alphanumeric() || " .-&'’/".contains(c))
        };
        let Some(name) = name.filter(is_name) else {
            self.at = back;
            return None;
        };
        self.at += 2 + inner.find(close)?;
        Some(name.to_owned())
    }

    /// ` — `, ` – `, ` - `, ` -- `: with white space on at least one side.
    fn ends_with_dash(&mut self) -> bool {
        let back = self.at;
        let before = self.skip(&[' ', '.', '\u{A0}']);
        let dashes = self.skip(&['-', '–', '—', '―']);
        let after = self.rest().starts_with([' ', '\u{A0}']);
        let ends = dashes > 0 && (before > 0 || after || dashes > 1);
        if !ends {
            self.at = back;
        }
        ends
    }

    /// `.` after the agency.
    fn ends_with_stop(&mut self) -> bool {
        self.skip(&['.']) > 0
    }

    /// `:` after a place, unless the text is a transcript in which speakers stand like that.
    fn ends_with_colon(&mut self, whole: &str) -> bool {
        let is_label = |line: &str| {
            line.split_once(": ").is_some_and(|(label, _)| label.chars().any(char::is_uppercase) && !label.chars().any(char::is_lowercase))
        };
        let transcript = whole.lines().filter(|line| is_label(line)).count() > 1;
        let ends = !transcript && self.rest().starts_with(": ");
        self.at += usize::from(ends);
        ends
    }
}

/// The length of a place name at the start of `text` (at most five words), and whether it is all in capitals.
fn place_length(text: &str) -> (usize, bool) {
    const SMALL: &[&str] = &["de", "la", "el", "al", "on", "upon", "sur", "do", "da", "di", "del", "of"];
    let (mut at, mut end, mut capitals) = (0, 0, true);
    for _ in 0..5 {
        let rest = &text[at..];
        let word = &rest[..rest.find(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’')).unwrap_or(rest.len())];
        let in_capitals = word == "St" || !word.chars().any(char::is_lowercase);
        let is_name = word.starts_with(char::is_uppercase) || (end > 0 && SMALL.contains(&word));
        let leaves_capitals = end > 0 && capitals && !in_capitals;
        if word.is_empty() || !is_name || leaves_capitals {
            break;
        }
        capitals = in_capitals && capitals;
        end = at + word.len();
        if word.chars().count() <= 2 && text[end..].starts_with(". ") {
            end += 1;
        }
        if !text[end..].starts_with([' ', '/', '-']) {
            break;
        }
        at = end + 1;
    }
    (end, capitals)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, whole: &str, agency: Option<&str>, date: Option<&str>) {
        let found = dateline(text, 0).unwrap_or_else(|| panic!("no dateline in {text:?}"));
        assert_eq!((found.whole.text(text), found.agency.as_deref(), found.words.map(|span| span.text(text))), (whole, agency, date));
    }

    #[test]
    fn the_forms_of_the_agencies() {
        check("MOSCOW, May 23. /TASS/. Russia's stance", "MOSCOW, May 23. /TASS/.", Some("TASS"), Some("May 23"));
        check("KYIV, Ukraine (AP) — Russia launched", "KYIV, Ukraine (AP) —", Some("AP"), None);
        check("LONDON, March 3 (Reuters) - British", "LONDON, March 3 (Reuters) -", Some("Reuters"), Some("March 3"));
        check("BEIJING, Aug. 20 (Xinhua) -- China", "BEIJING, Aug. 20 (Xinhua) --", Some("Xinhua"), Some("Aug. 20"));
        check("MOSCOW. May 23 (Interfax) - Russia", "MOSCOW. May 23 (Interfax) -", Some("Interfax"), Some("May 23"));
        check(
            "NEW YORK/LONDON, 3 March 2025 (Reuters) – Oil",
            "NEW YORK/LONDON, 3 March 2025 (Reuters) –",
            Some("Reuters"),
            Some("3 March 2025"),
        );
        check("WASHINGTON — President Trump", "WASHINGTON —", None, None);
        check("ST. PETERSBURG, June 19 /TASS/. Talks", "ST. PETERSBURG, June 19 /TASS/.", Some("TASS"), Some("June 19"));
        check("ISLAMABAD: Pakistan's army", "ISLAMABAD:", None, None);
        check("March 3 (Reuters) - Shell said", "March 3 (Reuters) -", Some("Reuters"), Some("March 3"));
        check("Berlin (dpa) - Der", "Berlin (dpa) -", Some("dpa"), None);
        check("The Hague, 5 October 2020 – The court", "The Hague, 5 October 2020 –", None, Some("5 October 2020"));
    }

    #[test]
    fn a_place_and_a_whole_date_may_stand_alone() {
        for text in ["GENEVA, March 19, 2021", "Geneva, 19 March 2021", "KYIV, Ukraine, March 19, 2021.", "PARIS, 19 March 2021 (AFP)"] {
            let found = dateline(&format!("{text}\nMinisters met."), 0).unwrap_or_else(|| panic!("no dateline in {text:?}"));
            assert_eq!((found.whole.end(), found.date), (text.len(), NaiveDate::from_ymd_opt(2021, 3, 19)), "{text}");
        }
        for text in ["Geneva, March 19", "Geneva, March 19, 2021 was calm", "March 19, 2021", "In Geneva, March 19, 2021 it was."] {
            assert_eq!(dateline(text, 0), None, "{text}");
        }
    }

    #[test]
    fn the_year_is_kept_where_it_is_given() {
        let found = dateline("PARIS, 23 May 2025 (AFP) — France", 0).unwrap();
        assert_eq!((found.month_day, found.date), (Some((5, 23)), NaiveDate::from_ymd_opt(2025, 5, 23)));
        assert_eq!(dateline("PARIS, May 23 (AFP) — France", 0).unwrap().date, None);
    }

    #[test]
    fn other_beginnings_are_none() {
        for text in [
            "",
            "MOSCOW",
            "MOSCOW, May 23.",
            "NATO - the alliance - met on Tuesday.",
            "The UK (and France) - both nuclear powers - agreed.",
            "Moscow - the capital - was quiet.",
            "Russia and Ukraine met.",
            "May 23 was a Friday.",
            "TRUMP: Thank you all.\nQUESTION: Mr President?",
            "US-led talks began.",
        ] {
            assert_eq!(dateline(text, 0), None, "{text}");
        }
    }
}
