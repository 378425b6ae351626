//! What stands close to a place in a text: a window, so that hostile text without spaces or ends takes no longer.

/// Bytes on each side that are looked at.
const WINDOW: usize = 300;

/// The text in front of a place.
pub(super) fn before(text: &str, place: usize) -> &str {
    let start = place.saturating_sub(WINDOW);
    let start = (start..=place).find(|at| text.is_char_boundary(*at)).unwrap_or(place);
    text.get(start..place).unwrap_or_default()
}

/// The word in front of a place, as it is written.
pub(super) fn word_before(text: &str, place: usize) -> &str {
    before(text, place).trim_end_matches(' ').rsplit([' ', '\n', '(']).next().unwrap_or_default()
}

/// The text behind a place.
pub(super) fn after(text: &str, place: usize) -> &str {
    let end = (place + WINDOW).min(text.len());
    let end = (place..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(place);
    text.get(place..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_end_between_characters_and_inside_the_text() {
        assert_eq!((before("in 2014", 3), after("in 2014", 3)), ("in ", "2014"));
        let wide = "\u{20ac}".repeat(WINDOW);
        assert_eq!(before(&wide, wide.len()).len(), WINDOW);
        assert_eq!(after(&wide, 0).len(), WINDOW);
        assert_eq!((before("", 0), after("", 0)), ("", ""));
        assert_eq!((word_before("born (c. 314)", 9), word_before("", 0)), ("c.", ""));
    }
}
