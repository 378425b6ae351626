//! Lines that stand above the title of every text of an outlet: its name, section, series, the way through its pages.

use super::head_line::names_only;
use super::line_looks::{is_desk_line, is_masthead, is_page, is_place_line};
use super::lines::ends_sentence;
use crate::word_list::WordClasses;
use std::sync::LazyLock;

/// The longest name of an outlet or series, in words.
const LONGEST_NAME: usize = 6;
/// The longest name of a public body in capitals, in words.
const LONGEST_BODY: usize = 12;
/// What stands between the steps of a way through pages: "Home > Courts > Luxembourg", "Himal Online » Disaster".
const STEPS: [&str; 3] = [" > ", " \u{bb} ", " \u{203a} "];

static WORDS: LazyLock<WordClasses> = LazyLock::new(|| WordClasses::read(&[include_str!("../../assets/lexicon/outlet-words.txt")]));

/// Whether a line above a title is no title itself.
pub(super) fn is_standing(line: &str) -> bool {
    let words = without_number(line);
    is_breadcrumb(line)
        || is_topic(line)
        || is_desk_line(words)
        || is_place_line(words)
        || is_page(line)
        || is_masthead(words)
        || is_outlet(words)
        || is_body(words)
}

/// "Home > Courts > Luxembourg": where on a site the text stood.
pub(super) fn is_breadcrumb(line: &str) -> bool {
    let steps = |mark: &str| line.contains(mark) && line.split(mark).all(|step| names_only(step, false));
    STEPS.into_iter().any(steps) && !ends_sentence(line)
}

/// "International | Border deals": a section and a topic, of two words at most.
fn is_topic(line: &str) -> bool {
    let short = |part: &str| part.starts_with(char::is_uppercase) && part.split_whitespace().count() <= 2;
    line.contains(" | ") && line.split(" | ").all(short)
}

/// "South Asia Brief No. 41", "Sahel Wire / MALI (2nd lead)": without what tells one text of a series from the next.
fn without_number(line: &str) -> &str {
    let bare = line.strip_suffix(')').and_then(|line| line.rfind('(').map(|at| line[..at].trim_end())).unwrap_or(line);
    let number = |word: &str| word.chars().any(|c| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit() || "#/.-,".contains(c));
    let Some((before, last)) = bare.rsplit_once(' ') else { return bare };
    let before =
        before.strip_suffix("No.").or_else(|| before.strip_suffix("no.")).or_else(|| before.strip_suffix("Issue")).unwrap_or(before);
    if number(last) { before.trim_end() } else { bare }
}

/// "Continental Law Monitor", "South Atlantic News Agency", "Press Statement".
fn is_outlet(words: &str) -> bool {
    let last = words.rsplit([' ', '-']).next().unwrap_or_default().to_lowercase();
    let counted = words.split_whitespace().count();
    // "Press release": no name, but a kind of text.
    let name = match counted {
        1 => WORDS.is("section", &last),
        2 if WORDS.is("genre", &last) => true,
        2..=LONGEST_NAME => WORDS.is("outlet", &last) && names_only(words, false),
        _ => false,
    };
    name && !ends_sentence(words)
}

/// "MINISTRY OF FOREIGN AFFAIRS AND INTERNATIONAL COOPERATION".
fn is_body(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default().to_lowercase();
    let counted = words.split_whitespace().count();
    (2..=LONGEST_BODY).contains(&counted) && !words.contains(char::is_lowercase) && WORDS.is("body", &first) && !ends_sentence(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_outlets_sections_and_series_stand_above_titles() {
        for line in [
            "Home > Courts > Luxembourg",
            "Himal Online \u{bb} Disaster",
            "The Gulf Ledger",
            "MercoPress. South Atlantic News Agency",
            "South Asia Brief No. 41",
            "Sahel Wire / MALI-TRUCE (2nd lead)",
            "MINISTRY OF FOREIGN AFFAIRS AND INTERNATIONAL COOPERATION",
            "Oslo \u{b7} Nordic & Arctic",
            "Press Statement",
            "Press release",
            "World",
        ] {
            assert!(is_standing(line), "{line}");
        }
    }

    #[test]
    fn titles_do_not() {
        for line in [
            "Nine days in Vard\u{f8}",
            "Kenya Expels Tanzanian Envoy",
            "Minister Resigns",
            "What the press saw of it in the world",
            "Ministry denies the report",
            "Turnout > 90 % in Ghana, says commission",
            "Talks in Geneva",
        ] {
            assert!(!is_standing(line), "{line}");
        }
    }
}
