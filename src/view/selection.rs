//! What is selected, under the pointer and in the source panel.

use crate::model::{ArticleId, Board, Event, EventId, Mention};

/// One event at most is selected; the source panel shows one of its quotes, or an article of its own choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The selected event.
    pub event: Option<EventId>,
    /// The event under the pointer, anywhere in the window.
    pub hovered: Option<EventId>,
    /// The article in the source panel.
    pub article: Option<ArticleId>,
    /// Which quote of the selected event the source panel lights: its place among the mentions.
    pub mention: usize,
}

impl Selection {
    /// Selects an event, or nothing, and shows its first quote; of several quotes rather the one in the article that
    /// is in the source panel already.
    pub fn select(&mut self, board: &Board, event: Option<EventId>) {
        self.event = event;
        let Some(event) = event.and_then(|id| board.event(id)) else { return };
        self.mention = event.mentions.iter().position(|mention| Some(mention.article()) == self.article).unwrap_or(0);
        if let Some(mention) = event.mentions.get(self.mention) {
            self.article = Some(mention.article());
        }
    }

    /// Lights another quote of the selected event.
    pub fn show_mention(&mut self, board: &Board, mention: usize) {
        if let Some(found) = self.event(board).and_then(|event| event.mentions.get(mention)) {
            self.mention = mention;
            self.article = Some(found.article());
        }
    }

    /// Lights the next quote of the selected event, or the one before, round and round.
    pub fn step_mention(&mut self, board: &Board, forward: bool) {
        let count = self.event(board).map_or(0, |event| event.mentions.len());
        if count > 0 {
            self.show_mention(board, (self.mention + if forward { 1 } else { count - 1 }) % count);
        }
    }

    /// The selected event, if the board still has it (shown or hidden).
    pub fn event<'a>(&self, board: &'a Board) -> Option<&'a Event> {
        let id = self.event?;
        board.event(id).or_else(|| board.hidden.iter().find(|event| event.id == id))
    }

    /// The quote of the selected event that is lit, if its article is in the source panel.
    pub fn lit<'a>(&self, board: &'a Board) -> Option<&'a Mention> {
        self.event(board)?.mentions.get(self.mention).filter(|mention| Some(mention.article()) == self.article)
    }

    /// Forgets what the board no longer has, and shows the first article if none is shown.
    pub fn keep_valid(&mut self, board: &Board) {
        let known = |id: &EventId| board.event(*id).is_some() || board.hidden.iter().any(|event| event.id == *id);
        self.event = self.event.filter(known);
        self.hovered = self.hovered.filter(known);
        let mentions = self.event(board).map_or(0, |event| event.mentions.len());
        self.mention = self.mention.min(mentions.saturating_sub(1));
        self.article = self.article.filter(|id| board.article(*id).is_some()).or_else(|| board.articles.first().map(|article| article.id));
    }
}
