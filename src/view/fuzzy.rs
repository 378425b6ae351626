//! Finding a name by a few of its letters.

/// How well a query fits a name and what is said of it; the higher the better, `None` if it does not fit.
///
/// Every word of the query must stand in the name, best at the start of a word, or in the explanation, or at least have its
/// letters in the name in their order ("lnki" finds "Lanes by kind").
pub fn fit(query: &str, name: &str, about: &str) -> Option<u32> {
    let (name, about) = (name.to_lowercase(), about.to_lowercase());
    query.to_lowercase().split_whitespace().map(|word| fit_word(word, &name, &about)).sum()
}

fn fit_word(word: &str, name: &str, about: &str) -> Option<u32> {
    if name.starts_with(word) {
        return Some(100);
    }
    if let Some(at) = name.match_indices(word).map(|(at, _)| at).min_by_key(|at| !starts_word(name, *at)) {
        return Some(if starts_word(name, at) { 80 } else { 50 });
    }
    let about = about.match_indices(word).any(|(at, _)| starts_word(about, at));
    about.then_some(30).or_else(|| scattered(word, name))
}

fn starts_word(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|before| !before.is_alphanumeric())
}

/// The letters in their order: the more of them begin words, the better.
fn scattered(word: &str, name: &str) -> Option<u32> {
    let mut letters = name.char_indices();
    let mut starts = 0;
    for wanted in word.chars() {
        let (at, _) = letters.find(|(_, letter)| *letter == wanted)?;
        starts += u32::from(starts_word(name, at));
    }
    Some(1 + starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_better_fit_is_worth_more() {
        let name = "Lanes: By kind";
        let fits = ["lan", "kind", "ane", "division", "lnki"].map(|query| fit(query, name, "One lane, a division").unwrap());
        assert!(fits.is_sorted_by(|a, b| a > b), "{fits:?}");
        assert!(fit("kind lanes", name, "").is_some(), "in any order");
        assert_eq!(fit("zoom", name, ""), None);
        assert_eq!(fit("lanes zoom", name, ""), None, "every word must fit");
        assert_eq!(fit("", name, ""), Some(0));
    }
}
