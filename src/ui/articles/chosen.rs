//! Which articles of the list are selected, for decisions on several at once.

use crate::model::{ArticleId, Board};
use egui::Modifiers;
use std::collections::BTreeSet;

/// What the panel remembers from frame to frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticlesState {
    /// The selected ones.
    pub(super) chosen: BTreeSet<ArticleId>,
    /// Where a range begins: the article that was chosen last.
    from: Option<ArticleId>,
    /// Whether those that were removed are listed too.
    pub(super) lists_removed: bool,
}

impl ArticlesState {
    /// Forgets what the board no longer has.
    pub(super) fn keep_valid(&mut self, board: &Board) {
        self.chosen.retain(|id| board.article(*id).is_some());
        self.from = self.from.filter(|id| board.article(*id).is_some());
    }

    /// Takes a click: with Ctrl (Cmd) one more or one less, with Shift everything from the one before. Returns whether it was
    /// a plain one, which selects nothing.
    pub(super) fn click(&mut self, board: &Board, article: ArticleId, modifiers: Modifiers) -> bool {
        if modifiers.shift {
            let place = |id: ArticleId| board.articles.iter().position(|article| article.id == id);
            let here = place(article);
            let from = self.from.and_then(place).or(here);
            if let Some((from, here)) = from.zip(here) {
                self.chosen.extend(board.articles[from.min(here)..=from.max(here)].iter().map(|article| article.id));
            }
            return false;
        }
        self.from = Some(article);
        if modifiers.command {
            if !self.chosen.remove(&article) {
                self.chosen.insert(article);
            }
            return false;
        }
        self.chosen.clear();
        true
    }

    /// The articles that a decision on this one is about: all selected ones if it is one of them.
    pub(super) fn with(&self, article: ArticleId) -> Vec<ArticleId> {
        if self.chosen.contains(&article) { self.chosen.iter().copied().collect() } else { vec![article] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Article;
    use std::sync::Arc;

    fn board() -> Board {
        let mut board = Board::default();
        for name in ["a", "b", "c", "d"] {
            board.articles.push(Article {
                id: ArticleId::of(name),
                path: name.to_owned(),
                title: None,
                publisher: None,
                url: None,
                published: None,
                dates: vec![],
                text: Arc::from(name),
                blocks: vec![],
            });
        }
        board.indexed()
    }

    #[test]
    fn ctrl_adds_shift_reaches_and_a_plain_click_clears() {
        let (board, mut state) = (board(), ArticlesState::default());
        let mut click = |name: &str, modifiers| {
            let plain = state.click(&board, ArticleId::of(name), modifiers);
            let all = board.articles.iter().filter(|article| state.chosen.contains(&article.id));
            (plain, all.map(|article| article.path.as_str()).collect::<String>())
        };
        assert_eq!(click("b", Modifiers::COMMAND), (false, "b".to_owned()));
        assert_eq!(click("d", Modifiers::SHIFT), (false, "bcd".to_owned()));
        assert_eq!(click("c", Modifiers::COMMAND), (false, "bd".to_owned()));
        assert_eq!(click("a", Modifiers::SHIFT), (false, "abcd".to_owned()));
        assert_eq!(click("a", Modifiers::NONE), (true, String::new()));
        assert_eq!(click("b", Modifiers::SHIFT), (false, "ab".to_owned()), "a plain click is where a range begins");
    }
}
