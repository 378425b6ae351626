//! What is filtered by, part by part: in words, and how each part is taken away.

use super::FilterChange;
use super::words::plural;
use crate::model::{ActorId, Basis, Board, Filter, Kind, Modality};
use std::collections::BTreeSet;

/// One part of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What it lets through: "only attack, meeting", "Emmanuel Macron".
    pub words: String,
    /// Takes it away.
    pub remove: FilterChange,
}

/// Every part of a filter that is set.
pub fn chips(filter: &Filter, board: &Board) -> Vec<Chip> {
    let chip = |words: String, remove| Chip { words, remove };
    let mut chips = Vec::new();
    if !filter.text.trim().is_empty() {
        chips.push(chip(format!("“{}”", filter.text.trim()), FilterChange::Text(String::new())));
    }
    let names = |actor: &ActorId| board.actor_label(actor).into_owned();
    if filter.together {
        let names: Vec<String> = filter.actors.iter().map(names).collect();
        chips.push(chip(format!("{} together", names.join(" and ")), FilterChange::Together(BTreeSet::new())));
    } else {
        for actor in &filter.actors {
            chips.push(chip(names(actor), FilterChange::Actor { actor: actor.clone(), add: true }));
        }
    }
    for article in &filter.articles {
        let title = board.article(*article).map_or("article", |article| article.display_title());
        chips.push(chip(title.to_owned(), FilterChange::Article { article: *article, add: true }));
    }
    for tag in &filter.tags {
        chips.push(chip(format!("tag {tag}"), FilterChange::Tag { tag: tag.clone(), add: true }));
    }
    for review in &filter.reviews {
        chips.push(chip(review.as_str().to_owned(), FilterChange::Review { review: *review, add: true }));
    }
    let facet = |shown: &[&str], hidden: &[&str]| {
        let several = |names: &[&str], noun: &str| if names.len() > 3 { plural(names.len(), noun) } else { names.join(", ") };
        if shown.len() < hidden.len() { format!("only {}", several(shown, "kind")) } else { format!("without {}", several(hidden, "kind")) }
    };
    let split = |all: Vec<(&'static str, bool)>| -> (Vec<&str>, Vec<&str>) {
        let (hidden, shown): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, hidden)| *hidden);
        (shown.into_iter().map(|one| one.0).collect(), hidden.into_iter().map(|one| one.0).collect())
    };
    if !filter.hidden_kinds.is_empty() {
        let (shown, hidden) = split(Kind::ALL.iter().map(|kind| (kind.as_str(), filter.hidden_kinds.contains(kind))).collect());
        chips.push(chip(facet(&shown, &hidden), FilterChange::AllKinds));
    }
    if !filter.hidden_modalities.is_empty() {
        let all = Modality::ALL.iter().map(|one| (one.as_str(), filter.hidden_modalities.contains(one))).collect();
        let (shown, hidden) = split(all);
        chips.push(chip(facet(&shown, &hidden), FilterChange::AllModalities));
    }
    if !filter.hidden_bases.is_empty() {
        let (shown, hidden) = split(Basis::ALL.iter().map(|one| (basis_words(*one), filter.hidden_bases.contains(one))).collect());
        chips.push(chip(format!("dates {}", facet(&shown, &hidden)), FilterChange::AllBases));
    }
    if filter.least_confidence > 0 {
        chips.push(chip(format!("at least {} % sure", filter.least_confidence), FilterChange::Confidence(0)));
    }
    if let Some(range) = filter.range {
        chips.push(chip(range.words(), FilterChange::Range(None)));
    }
    chips
}

/// How a date is known, for people.
pub const fn basis_words(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated",
        Basis::Relative => "worked out",
        Basis::Reported => "date of the article",
        Basis::Assigned => "set by you",
        Basis::Unknown => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DateRange, Review};

    #[test]
    fn every_part_has_words_and_can_be_taken_away() {
        let mut filter = Filter {
            text: "drones".into(),
            least_confidence: 70,
            range: Some(DateRange { from: "2025-03-17T00:00:00".parse().unwrap(), to: "2025-03-18T00:00:00".parse().unwrap() }),
            ..Filter::default()
        };
        filter.actors.insert(ActorId("gone".into()));
        filter.tags.insert("key".into());
        filter.reviews.insert(Review::Own);
        filter.hidden_kinds.extend([Kind::Statement, Kind::Other]);
        filter.hidden_modalities.extend([Modality::Planned, Modality::Hypothetical, Modality::Negated]);
        filter.hidden_bases.insert(Basis::Reported);
        let board = Board::default();
        let words: Vec<String> = chips(&filter, &board).into_iter().map(|chip| chip.words).collect();
        assert_eq!(
            words,
            [
                "“drones”",
                "gone",
                "tag key",
                "added by you",
                "without statement, other",
                "only happened",
                "dates without date of the article",
                "at least 70 % sure",
                "Mon 17 Mar 2025",
            ]
        );
        for chip in chips(&filter, &board) {
            filter.apply(chip.remove);
        }
        assert!(filter.is_empty(), "{filter:?}");
    }

    #[test]
    fn actors_that_must_all_take_part_are_one_chip() {
        let mut filter = Filter::default();
        filter.apply(FilterChange::Together(["Kyiv", "Moscow"].map(|name| ActorId(name.into())).into()));
        let all = chips(&filter, &Board::default());
        assert_eq!(all.iter().map(|chip| chip.words.as_str()).collect::<Vec<_>>(), ["Kyiv and Moscow together"]);
        filter.apply(all[0].remove.clone());
        assert!(filter.is_empty(), "{filter:?}");
    }
}
