//! Which events are shown.

use super::FilterChange;
use crate::model::{ActorId, ArticleId, Board, Event, Kind};
use std::collections::BTreeSet;

/// Every part that is set must hold; an empty part lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Events with at least one of these actors.
    pub actors: BTreeSet<ActorId>,
    /// Events told by at least one of these articles.
    pub articles: BTreeSet<ArticleId>,
    /// Kinds left out.
    pub hidden_kinds: BTreeSet<Kind>,
    /// Words that must all stand in the title, the quoted sentence, the place or the names of actors. Case does not matter.
    pub text: String,
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty() && self.articles.is_empty() && self.hidden_kinds.is_empty() && self.text.trim().is_empty()
    }

    /// Takes one change. What is chosen alone is taken away by choosing it again.
    pub fn apply(&mut self, change: FilterChange) {
        match change {
            FilterChange::Actor { actor, add } => choose(&mut self.actors, actor, add),
            FilterChange::Article { article, add } => choose(&mut self.articles, article, add),
            FilterChange::Kind(kind) => {
                if !self.hidden_kinds.remove(&kind) {
                    self.hidden_kinds.insert(kind);
                }
            }
            FilterChange::OnlyKind(kind) => {
                let others: BTreeSet<Kind> = Kind::ALL.iter().copied().filter(|other| *other != kind).collect();
                self.hidden_kinds = if self.hidden_kinds == others { BTreeSet::new() } else { others };
            }
            FilterChange::Text(text) => self.text = text,
            FilterChange::Clear => *self = Self::default(),
        }
    }

    /// Forgets actors and articles that the board no longer has.
    pub fn keep_valid(&mut self, board: &Board) {
        self.actors.retain(|actor| board.actor(actor).is_some());
        self.articles.retain(|article| board.article(*article).is_some());
    }

    /// For every event of the board, in its order, whether it is shown.
    pub fn shown(&self, board: &Board) -> Vec<bool> {
        let words: Vec<String> = self.text.split_whitespace().map(str::to_lowercase).collect();
        board.events.iter().map(|event| self.lets_through(event) && has_words(board, event, &words)).collect()
    }

    fn lets_through(&self, event: &Event) -> bool {
        !self.hidden_kinds.contains(&event.kind)
            && (self.actors.is_empty() || event.participants.iter().any(|participant| self.actors.contains(&participant.actor)))
            && (self.articles.is_empty() || event.mentions.iter().any(|mention| self.articles.contains(&mention.article())))
    }
}

fn choose<T: Ord>(chosen: &mut BTreeSet<T>, one: T, add: bool) {
    if add {
        if !chosen.remove(&one) {
            chosen.insert(one);
        }
        return;
    }
    let alone = chosen.len() == 1 && chosen.contains(&one);
    chosen.clear();
    if !alone {
        chosen.insert(one);
    }
}

fn has_words(board: &Board, event: &Event, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut text = event.title.to_lowercase();
    let mut add = |more: &str| {
        text.push('\n');
        text.push_str(&more.to_lowercase());
    };
    event.place.iter().for_each(|place| add(place));
    for mention in &event.mentions {
        if let Some(article) = board.article(mention.article()) {
            add(mention.sentence.span.text(&article.text));
        }
    }
    for actor in event.participants.iter().filter_map(|participant| board.actor(&participant.actor)) {
        add(&actor.name);
        actor.aliases.iter().for_each(|alias| add(alias));
    }
    words.iter().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ActorId;

    fn actor(name: &str) -> ActorId {
        ActorId(name.to_owned())
    }

    #[test]
    fn a_click_chooses_alone_and_a_second_one_takes_it_back() {
        let mut filter = Filter::default();
        let mut click = |name: &str, add: bool| {
            filter.apply(FilterChange::Actor { actor: actor(name), add });
            filter.actors.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(click("a", false), "a");
        assert_eq!(click("b", true), "a b");
        assert_eq!(click("b", true), "a");
        assert_eq!(click("b", false), "b");
        assert_eq!(click("b", false), "");
    }

    #[test]
    fn a_kind_is_hidden_or_shown_alone() {
        let mut filter = Filter::default();
        filter.apply(FilterChange::Kind(Kind::Attack));
        assert_eq!(filter.hidden_kinds.len(), 1);
        filter.apply(FilterChange::OnlyKind(Kind::Attack));
        assert!(!filter.hidden_kinds.contains(&Kind::Attack) && filter.hidden_kinds.len() == Kind::ALL.len() - 1);
        filter.apply(FilterChange::OnlyKind(Kind::Attack));
        assert!(filter.is_empty());
    }
}
