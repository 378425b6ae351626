//! The word lists that rules and refinement ask, read once from the embedded files.

use crate::word_list::sections;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Words of one list, in lower case.
#[derive(Debug, Default)]
pub(in crate::time) struct Words(HashSet<&'static str>);

impl Words {
    /// Whether a word is in the list, whatever its case.
    pub(in crate::time) fn has(&self, word: &str) -> bool {
        if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            self.0.contains(word.to_ascii_lowercase().as_str())
        } else {
            self.0.contains(word)
        }
    }

    /// Whether a word begins with one of the list.
    pub(in crate::time) fn begins(&self, word: &str) -> bool {
        word.char_indices().skip(1).any(|(end, _)| self.0.contains(&word[..end])) || self.0.contains(word)
    }

    /// The text without a word of the list at its end.
    pub(in crate::time) fn strip_from<'a>(&self, text: &'a str) -> &'a str {
        let start = text.rfind(|letter: char| !letter.is_alphanumeric()).map_or(0, |at| at + 1);
        text.get(start..).filter(|last| self.0.contains(last)).map_or(text, |_| &text[..start])
    }
}

/// Defines the lists that code names, each a section of this name in one of the files.
macro_rules! lists {
    ($($name:ident)+) => {
        /// The lists; what each is for stands in its file.
        #[derive(Debug, Default)]
        pub(in crate::time) struct Context { $(pub(in crate::time) $name: Words,)+ }

        fn read(all: &[(&'static str, &'static str)]) -> Context {
            Context { $($name: Words(of(all, stringify!($name)).collect()),)+ }
        }

        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name)),+];
    };
}

lists! {
    numbered counted seasonal money ahead arranged conditions said traded moved
    year_leads year_preps likely_year determiners distance comparing moment_clause weak_vague present_phrases attributive
    that_same reported backwards needs_clause_end from_now weak_months ages bound_since bound_until throughout alike
    march_leads season_leads fall_leads fall_goes_on before_overnight ended ending called_for planned proposed modals_of_now prices greetings games habits circa after_early_year day_idioms clause_goes_on soon_goes_on
    moved_to pending pending_predicates ahead_words past_words weakly_ahead foreseen
    less_than at_most glued ordinal_endings around_typed date_labels publishing updating before_future_date scripture
}

/// Every section of both files, each word with the name of its list.
static SECTIONS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let mut all = sections(include_str!("../../../assets/lexicon/time/en-context.txt"));
    all.extend(sections(include_str!("../../../assets/lexicon/time/en-groups.txt")));
    all
});

static CONTEXT: LazyLock<Context> = LazyLock::new(|| read(&SECTIONS));

/// The lists, read at first use.
pub(in crate::time) fn context() -> &'static Context {
    &CONTEXT
}

/// The words that a pattern names as `@name`.
pub(in crate::time) fn group_words(name: &str) -> impl Iterator<Item = &'static str> {
    of(&SECTIONS, name)
}

fn of(all: &[(&'static str, &'static str)], name: &str) -> impl Iterator<Item = &'static str> {
    all.iter().filter(move |(list, _)| *list == name).map(|(_, word)| *word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::en::rules::STAGES;

    #[test]
    fn every_list_is_asked_and_has_words() {
        let patterns: Vec<&str> = STAGES.iter().copied().flatten().copied().flatten().flat_map(|rule| rule.patterns).copied().collect();
        let in_pattern = |name: &str| {
            let group = format!("@{name}");
            patterns.iter().any(|pattern| pattern.split([' ', '|', '~', '?']).any(|choice| choice == group))
        };
        for (name, _) in SECTIONS.iter() {
            assert!(NAMES.contains(name) || in_pattern(name), "nothing asks for the list {name}");
        }
        for name in NAMES {
            assert!(of(&SECTIONS, name).next().is_some(), "no file has the list {name}");
        }
    }

    #[test]
    fn words_are_found_in_any_case_and_by_their_beginnings() {
        let list = Words(["profit", "net"].into());
        assert!(list.has("Profit") && list.has("net") && !list.has("profits"));
        assert!(list.begins("profits") && list.begins("net") && !list.begins("ne"));
        assert_eq!(list.strip_from("posted net"), "posted ");
        assert_eq!(list.strip_from("posted"), "posted");
    }
}
