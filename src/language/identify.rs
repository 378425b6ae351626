//! Tells whether a text is English, so that the reader can be warned if it is not.

use whatlang::{Lang, detect};

/// Letters that a text must have before it can be called anything but English.
const ENOUGH: usize = 24;

/// Whether a text is English, or too short to tell.
pub(super) fn is_english(text: &str) -> bool {
    if text.chars().filter(|char| char.is_alphabetic()).nth(ENOUGH - 1).is_none() {
        return true;
    }
    detect(text).is_none_or(|found| found.lang() == Lang::Eng || !found.is_reliable())
}
