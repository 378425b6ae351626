//! Which events are shown.

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
