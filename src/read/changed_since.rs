//! Whether a text that was changed some days after it was published speaks from the day of the change.
//!
//! Sites keep the first day of a story in its head and write its text anew. "The funerals were held on Wednesday" in an article published
//! on a Tuesday and changed on the day after can only have been written then.

use chrono::NaiveDate;

/// The longest time between the two days, in days: after a week a weekday no longer tells them apart.
const LONGEST: i64 = 5;

/// Words that look ahead, or to another week, when they stand before a weekday.
const ELSEWHERE: &[&str] = &[
    "to",
    "will",
    "would",
    "shall",
    "should",
    "may",
    "might",
    "could",
    "can",
    "is",
    "are",
    "due",
    "expected",
    "scheduled",
    "planned",
    "until",
    "by",
    "before",
    "from",
    "since",
    "next",
    "last",
    "previous",
    "every",
    "each",
    "following",
];

/// The weekday after the day of publication of which the text speaks as past.
pub(super) fn weekday_told_since(text: &str, published: NaiveDate, changed: NaiveDate) -> Option<String> {
    if !(1..=LONGEST).contains(&(changed - published).num_days()) {
        return None;
    }
    let days = published.iter_days().skip(1).take_while(|day| *day <= changed);
    days.map(|day| day.format("%A").to_string()).find(|weekday| text.match_indices(weekday).any(|(at, _)| is_told_as_past(&text[..at])))
}

/// Whether the words of the sentence before a weekday tell of the past.
fn is_told_as_past(before: &str) -> bool {
    let sentence = before.rsplit(['.', '!', '?', '\n', '\r', ';', '“', '"']).next().unwrap_or_default();
    let words: Vec<String> =
        sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let past = |word: &String| matches!(word.as_str(), "was" | "were" | "had" | "said" | "told" | "held") || word.ends_with("ed");
    let last = words.iter().rposition(past);
    last.is_some_and(|last| words[last..].iter().all(|word| !ELSEWHERE.contains(&word.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, published: &str, changed: &str) -> Option<String> {
        weekday_told_since(text, published.parse().unwrap(), changed.parse().unwrap())
    }

    #[test]
    fn a_weekday_told_as_past_after_the_day_of_publication_gives_the_change_away() {
        let wednesday = Some("Wednesday".to_owned());
        for text in ["The first funerals were held on Wednesday.", "Exports resumed on Wednesday afternoon", "He said on Wednesday"] {
            assert_eq!(told(text, "2022-02-08", "2022-02-09"), wednesday, "{text}");
        }
        for text in [
            "They agreed to meet on Wednesday.",
            "The vote was scheduled for Wednesday.",
            "The vote is expected on Wednesday",
            "He was arrested last Wednesday.",
            "He was arrested. On Wednesday she will speak.",
            "He was arrested on Tuesday",
            "",
        ] {
            assert_eq!(told(text, "2022-02-08", "2022-02-09"), None, "{text}");
        }
        let text = "He was arrested on Wednesday.";
        assert_eq!(told(text, "2022-02-08", "2022-02-08"), None);
        assert_eq!(told(text, "2022-02-08", "2022-03-09"), None);
        assert_eq!(told(text, "2022-02-09", "2022-02-08"), None);
    }
}
