//! What a single line is by its looks: title, heading, byline, label, name of a desk, page or place.

use super::head_line::names_only;
use super::lines::ends_sentence;
use super::structure::Piece;
use crate::model::Span;

/// What stands between the names of desks, sections and papers.
const DESK_MARKS: [&str; 4] = [" / ", " | ", " \u{b7} ", " \u{2022} "];
/// The longest heading in characters and in words.
const LONGEST_HEADING: (usize, usize) = (100, 14);
/// The longest title in characters and in words.
const LONGEST_TITLE: (usize, usize) = (180, 28);
/// The most words of a byline behind "By".
const LONGEST_BYLINE: usize = 12;
/// The most words of a line that names the reporter by his desk: "From our court reporter in Leeds".
const LONGEST_OUR_REPORTER: usize = 8;
/// The longest line that says where the text stood, in words.
const LONGEST_PAGE_LINE: usize = 6;
/// The longest name of a paper in capitals, in words.
const LONGEST_MASTHEAD: usize = 5;
/// The longest name of a place on a line of its own, in words.
const LONGEST_PLACE: usize = 3;

/// Whether a piece may be the title: marked as a heading, or short and no whole sentence, unless it asks.
pub(super) fn is_title(text: &str, piece: Piece) -> bool {
    let words = piece.span.text(text);
    let asks = words.ends_with(['?', '!']) && !words.starts_with(['"', '“', '\'', '‘']) && words.matches(['.', '?', '!']).count() == 1;
    piece.heading || (looks_like_heading(words, LONGEST_TITLE) && !piece.body && (asks || !ends_sentence(words)))
}

/// Whether a piece may be a heading inside the text.
pub(super) fn is_heading(text: &str, piece: Piece) -> bool {
    let words = piece.span.text(text);
    piece.heading || (looks_like_heading(words, LONGEST_HEADING) && !piece.body && !ends_sentence(words))
}

fn looks_like_heading(words: &str, (most_characters, most_words): (usize, usize)) -> bool {
    let begins = words.trim_start_matches(['"', '“', '\'', '‘', '«', '*', '_', '[', '(']).chars().next();
    let short = words.chars().count() <= most_characters && words.split_whitespace().count() <= most_words;
    short && !words.contains(['\n', '\r']) && words.chars().any(char::is_alphabetic) && begins.is_some_and(|c| !c.is_lowercase())
}

/// Whether a line that stands below the title and above the date can be a second title: it is no whole sentence.
pub(super) fn may_be_second_title(text: &str, line: Span) -> bool {
    let words = line.text(text);
    looks_like_heading(words, LONGEST_TITLE) && !ends_sentence(words)
}

/// "BRUSSELS BUREAU / Continental Wire": names of desks and papers apart from each other.
pub(super) fn is_desk_line(words: &str) -> bool {
    has_desk_mark(words) && words.split_whitespace().count() <= LONGEST_BYLINE && !ends_sentence(words) && names_only(words, false)
}

/// Whether a line has parts as those of desks have.
pub(super) fn has_desk_mark(words: &str) -> bool {
    DESK_MARKS.iter().any(|mark| words.contains(mark))
}

/// Whether a line says only on which page of which section the text stood, or how long it is: "Features, p. 32", "Words: 503".
pub(super) fn is_page(words: &str) -> bool {
    let mut parts = words.split_whitespace().rev();
    let (number, word) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default().to_lowercase());
    let is_number = number.ends_with(|c: char| c.is_ascii_digit()) && number.len() <= 5;
    is_number && (matches!(word.as_str(), "page" | "p.") || word == "words:") && words.split_whitespace().count() <= LONGEST_PAGE_LINE
}

/// "THE GLOBE AND MAIL", "THE STAR, Kenya", "RÚV English": the name of a paper begins in capitals, or is all in them.
pub(super) fn is_masthead(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let shouted = |words: &str| words.chars().filter(|c| c.is_uppercase()).count() > 1 && !words.contains(char::is_lowercase);
    let begins = words.split_whitespace().next().is_some_and(shouted);
    !ends_sentence(words) && names_only(words, false) && (shouted(words) && count <= LONGEST_MASTHEAD || begins && count <= LONGEST_PLACE)
}

/// "ANKARA", "COAST NEWS" on a line of its own: a place or section.
pub(super) fn is_place_line(words: &str) -> bool {
    !words.contains(char::is_lowercase) && words.chars().any(char::is_alphabetic) && words.split_whitespace().count() <= LONGEST_PLACE
}

/// What a line that begins with one of these and a colon says of the text: `section: world`, `slug: vote-night`.
const LABELS: [&str; 9] = ["section", "slug", "category", "author", "authors", "tags", "keywords", "source", "url"];

/// "SE     Foreign", "WC     612 words": a field of a press archive, other than its headline.
fn is_field(words: &str) -> bool {
    let (code, rest) = words.split_at_checked(2).unwrap_or_default();
    code.chars().all(|c| c.is_ascii_uppercase()) && code != "HD" && rest.starts_with("   ")
}

/// `section: world/americas`, `SE     Foreign`.
pub(super) fn is_label(words: &str) -> bool {
    if is_field(words) {
        return true;
    }
    let label = words.split_once(": ").map(|(label, _)| label.to_ascii_lowercase());
    label.is_some_and(|label| LABELS.contains(&label.as_str())) && words.split_whitespace().count() <= LONGEST_BYLINE
}

/// `By Jane Doe`, `By Jane Doe and John Roe in Kyiv`.
pub(super) fn is_byline(text: &str, line: Span) -> bool {
    let words = line.text(text);
    // "From our court reporter".
    let ours = words.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("from our "));
    if ours && words.split_whitespace().count() <= LONGEST_OUR_REPORTER && !ends_sentence(words) {
        return true;
    }
    let name = words.strip_prefix("By ").or_else(|| words.strip_prefix("BY ")).or_else(|| words.strip_prefix("by "));
    name.is_some_and(|name| {
        name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= LONGEST_BYLINE && !ends_sentence(name)
    })
}
