//! The user's decisions on articles, apart from their dates: what they are called, and which are left out.

use crate::model::{Article, ArticleEdit, ArticleId, Board, Edit, Event};
use std::collections::{BTreeMap, BTreeSet};

/// What has been decided.
#[derive(Default)]
pub(super) struct Articles {
    removed: BTreeSet<ArticleId>,
    titles: BTreeMap<ArticleId, String>,
    publishers: BTreeMap<ArticleId, String>,
}

/// The articles that these edits leave out. The pipeline makes the chronology without them.
pub(super) fn removed(edits: &[Edit]) -> BTreeSet<ArticleId> {
    let mut decided = Articles::default();
    for edit in edits.iter().flat_map(Edit::each) {
        if let Edit::Article { article, decision } = edit {
            decided.apply(*article, decision);
        }
    }
    decided.removed
}

impl Articles {
    /// Takes one more decision.
    pub(super) fn apply(&mut self, article: ArticleId, decision: &ArticleEdit) {
        match decision {
            ArticleEdit::Title(title) => drop(self.titles.insert(article, title.clone())),
            ArticleEdit::Publisher(publisher) => drop(self.publishers.insert(article, publisher.clone())),
            ArticleEdit::Remove => drop(self.removed.insert(article)),
            ArticleEdit::Return => drop(self.removed.remove(&article)),
        }
    }

    /// Names the articles as decided, and leaves out the removed ones with everything that only they tell.
    pub(super) fn finish(self, board: &mut Board) {
        for article in &mut board.articles {
            let given = |names: &BTreeMap<ArticleId, String>| names.get(&article.id).filter(|name| !name.is_empty()).cloned();
            let (title, publisher) = (given(&self.titles), given(&self.publishers));
            article.title = title.or_else(|| article.title.take());
            article.publisher = publisher.or_else(|| article.publisher.take());
        }
        if self.removed.is_empty() {
            return;
        }
        let is_gone = |id: ArticleId| self.removed.contains(&id);
        let (removed, articles): (Vec<Article>, Vec<Article>) =
            std::mem::take(&mut board.articles).into_iter().partition(|article| is_gone(article.id));
        board.warnings.retain(|warning| removed.iter().all(|article| article.path != warning.path));
        (board.removed, board.articles) = (removed, articles);
        board.times.retain(|time| !is_gone(time.quote.article));
        let curation = &board.curation;
        let stays = |event: &mut Event| {
            let before = event.mentions.len();
            event.mentions.retain(|mention| !is_gone(mention.article()));
            if event.mentions.len() < before {
                event.settle_disagreements();
            }
            // What a person has added needs no article.
            !event.mentions.is_empty() || curation.get(&event.id).is_some_and(|curation| curation.is_own)
        };
        board.events.retain_mut(stays);
        board.hidden.retain_mut(stays);
        let takes_part: BTreeSet<_> =
            board.events.iter().chain(&board.hidden).flat_map(|event| &event.participants).map(|one| one.actor.clone()).collect();
        // The hues stay with their actors.
        let hues = std::mem::take(&mut board.hues);
        let mut kept = Vec::new();
        for (mut actor, hue) in std::mem::take(&mut board.actors).into_iter().zip(hues) {
            let was_named = !actor.mentions.is_empty();
            actor.mentions.retain(|quote| !is_gone(quote.article));
            actor.roles.retain(|role| !is_gone(role.quote.article));
            if !was_named || !actor.mentions.is_empty() || takes_part.contains(&actor.id) {
                kept.push((actor, hue));
            }
        }
        (board.actors, board.hues) = kept.into_iter().unzip();
    }
}
