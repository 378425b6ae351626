//! Spellings of names: folding variants of one name together, and telling persons of one family name apart.

use super::lexicon::lexicon;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Whether two names can be one person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SamePerson {
    /// Family and given names agree.
    Yes,
    /// The family names agree and one has no given name.
    Perhaps,
    /// They differ.
    No,
}

/// A person's name in folded spelling.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PersonName {
    /// Given and middle names.
    pub given: Vec<String>,
    /// Family name with its particles.
    pub family: String,
    /// Which of several of one name: "jr", "ii"; empty if it is not said.
    pub generation: String,
}

/// Lower case without marks, apostrophes, hyphens and full stops; spelling variants of transliterated names made one.
///
/// `Zelenskyy`, `Zelenskiy` and `Zelensky` all give `zelenski`; `Sergey` and `Sergei` give `sergei`.
pub(crate) fn fold(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            '\'' | '’' | '‘' | '-' | '.' | '`' | '"' => {}
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ą' | 'ă' => plain.push('a'),
            'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' | 'ė' => plain.push('e'),
            'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => plain.push('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => plain.push('o'),
            'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => plain.push('u'),
            'ç' | 'ć' | 'č' => plain.push('c'),
            'ñ' | 'ń' | 'ň' => plain.push('n'),
            'š' | 'ś' | 'ş' | 'ș' => plain.push('s'),
            'ž' | 'ź' | 'ż' => plain.push('z'),
            'ý' | 'ÿ' => plain.push('y'),
            'ğ' => plain.push('g'),
            'ł' => plain.push('l'),
            'ř' => plain.push('r'),
            'ț' | 'ţ' | 'ť' => plain.push('t'),
            'đ' | 'ď' => plain.push('d'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'x' => plain.push_str("ks"),
            _ => plain.push(c),
        }
    }
    let mut folded = String::with_capacity(plain.len());
    for c in plain.chars().map(|c| if c == 'j' || c == 'y' { 'i' } else { c }) {
        if !folded.ends_with(c) {
            folded.push(c);
        }
    }
    folded
}

/// The key under which spellings of one name of a body meet: folded words without articles and corporate endings.
pub(crate) fn body_key(name: &str, is_corporate: impl Fn(&str) -> bool) -> String {
    let words: Vec<&str> = name.split_whitespace().filter(|word| !lexicon().is("small-in-name", &word.to_lowercase())).collect();
    let end = words.iter().rposition(|word| !is_corporate(&word.to_lowercase())).map_or(words.len(), |last| last + 1);
    words[..end].iter().map(|word| fold(word.trim_end_matches(','))).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The first letters of the capitalised words: "European Union" gives "EU".
pub(crate) fn initials(name: &str) -> String {
    name.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
}

/// "Karvel & Lowe", by its words: a firm that goes by its first partner too.
pub(crate) fn is_firm(words: &[impl AsRef<str>]) -> bool {
    words.get(1).is_some_and(|mark| mark.as_ref() == "&")
}

/// "Jr", "Sr.", "III".
pub(crate) fn is_generation(word: &str) -> bool {
    lexicon().is("generation", word.trim_end_matches('.'))
}

/// "Hadi" of "al-Hadi": later in a text the Arabic article before a family name is left out.
fn without_article(word: &str) -> &str {
    let rest = word.split_once('-').filter(|(article, rest)| lexicon().is("name-article", &article.to_lowercase()) && !rest.is_empty());
    rest.map_or(word, |(_, rest)| rest)
}

impl PersonName {
    /// Splits a name at its last word, particles before it included. `is_particle` is asked for lower-case words.
    pub fn of(name: &str, is_particle: impl Fn(&str) -> bool) -> Self {
        let generation = name.split_whitespace().skip(1).find(|word| is_generation(word)).map(fold).unwrap_or_default();
        let words: Vec<&str> = name.split_whitespace().filter(|word| !is_generation(word)).collect();
        let Some(mut start) = words.len().checked_sub(1) else { return Self::default() };
        while start > 1 && is_particle(&words[start - 1].to_lowercase()) {
            start -= 1;
        }
        Self {
            given: words[..start].iter().map(|word| fold(word)).collect(),
            family: words[start..].iter().map(|word| fold(without_article(word))).collect::<Vec<_>>().join(" "),
            generation,
        }
    }

    /// Compares two names. Full names with and without "Jr" are father and son.
    pub fn same(&self, other: &Self) -> SamePerson {
        if self.family.is_empty() || self.family != other.family {
            return SamePerson::No;
        }
        match (self.given.first(), other.given.first()) {
            (Some(a), Some(b)) if same_given(a, b) && self.generation == other.generation => SamePerson::Yes,
            (Some(_), Some(_)) => SamePerson::No,
            _ => SamePerson::Perhaps,
        }
    }
}

fn same_given(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    a == b || initial(a, b) || initial(b, a) || matches!((VARIANTS.get(a), VARIANTS.get(b)), (Some(x), Some(y)) if x == y)
}

static VARIANTS: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/lexicon/actor-given-variants.txt").lines().filter(|line| !line.starts_with('#'));
    lines.enumerate().flat_map(|(set, line)| line.split_whitespace().map(move |name| (fold(name), set))).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> PersonName {
        PersonName::of(text, |word| matches!(word, "von" | "der" | "de"))
    }

    #[test]
    fn spellings_of_one_name_fold_together() {
        for (a, b) in [
            ("Zelensky", "Zelenskyy"),
            ("Zelensky", "Zelenskiy"),
            ("Sergey", "Sergei"),
            ("Dmitry", "Dmitri"),
            ("Erdoğan", "Erdogan"),
            ("Yulia", "Julia"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
        for (a, b) in [("Medvedev", "Medvedchuk"), ("Iran", "Iraq"), ("Austria", "Australia")] {
            assert_ne!(fold(a), fold(b));
        }
    }

    #[test]
    fn persons_of_one_family_name_stay_apart() {
        assert_eq!(name("Dmitry Medvedev").same(&name("Daniil Medvedev")), SamePerson::No);
        assert_eq!(name("Sergey Lavrov").same(&name("Sergei Lavrov")), SamePerson::Yes);
        assert_eq!(name("Lavrov").same(&name("Sergei Lavrov")), SamePerson::Perhaps);
        assert_eq!(name("S. Lavrov").same(&name("Sergei Lavrov")), SamePerson::Yes);
        assert_eq!(name("Bill Gates").same(&name("William Gates")), SamePerson::Yes);
        assert_eq!(name("Donald Trump Jr").same(&name("Donald Trump")), SamePerson::No);
        assert_eq!(name("Donald Trump Jr.").same(&name("Donald Trump Jr")), SamePerson::Yes);
        assert_eq!(name("Trump").same(&name("Donald Trump Jr")), SamePerson::Perhaps);
    }

    #[test]
    fn particles_belong_to_the_family_name() {
        assert_eq!(name("Ursula von der Leyen").family, "von der leien");
        assert_eq!(initials("European Union"), "EU");
        assert_eq!(body_key("The Boeing Company", |word| word == "company"), "boeing");
    }
}
