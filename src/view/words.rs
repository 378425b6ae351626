//! Counts in words for people. Dates in words are the model's: the same on screen and in every file.

pub use crate::model::words::*;

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
