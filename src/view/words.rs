//! Counts, and how things are known, in words for people. Dates in words are the model's: the same on screen and in every file.

pub use crate::model::words::*;
use crate::model::{Basis, Modality};

/// A count in few characters: 37, 1.2k, 48k, 3.1M.
pub fn short_count(count: usize) -> String {
    let short = |value: f64, unit: char| if value < 9.95 { format!("{value:.1}{unit}") } else { format!("{value:.0}{unit}") };
    match count {
        0..=999 => count.to_string(),
        1000..=999_499 => short(count as f64 / 1e3, 'k'),
        _ => short(count as f64 / 1e6, 'M'),
    }
}

/// "1 day", "11 days".
pub fn plural(count: usize, noun: &str) -> String {
    format!("{} {noun}{}", long_count(count), if count == 1 { "" } else { "s" })
}

/// A count as people read it: 1,234,567.
pub fn long_count(count: usize) -> String {
    let digits = count.to_string();
    let mut words = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

/// How a date is known, in the words of the window.
pub const fn basis_words(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated",
        Basis::Relative => "worked out",
        Basis::Reported => "date of the article",
        Basis::Assigned => "set by you",
        Basis::Unknown => "unknown",
    }
}

/// Whether it happened, in the words of the window.
pub const fn modality_words(modality: Modality) -> &'static str {
    match modality {
        Modality::Happened => "happened",
        Modality::Planned => "planned",
        Modality::Hypothetical => "only possible",
        Modality::Negated => "did not happen",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_short_and_right() {
        for (count, words) in
            [(7, "7"), (999, "999"), (1000, "1.0k"), (9949, "9.9k"), (48_200, "48k"), (999_400, "999k"), (999_600, "1.0M")]
        {
            assert_eq!(short_count(count), words);
        }
        assert_eq!(long_count(1_234_567), "1,234,567");
        assert_eq!(long_count(12), "12");
    }
}
