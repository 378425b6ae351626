//! What is saved: the articles as read and every decision of the user.

use super::renewal::Renewed;
use super::{EditLog, Hues, Renewal, board_with};
use crate::model::{ArticleId, Board, Edtf, Extraction, Given, Reading};
use std::collections::BTreeMap;

/// A piece of work. The findings are no part of it: they follow from the articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// The articles with their texts, and what was left out when they were read.
    pub reading: Reading,
    /// The user's decisions.
    pub edits: EditLog,
    /// Articles whose files have been read again with another text, in that order.
    pub renewals: Vec<Renewal>,
    /// The colours that actors have got.
    pub hues: Hues,
}

impl Project {
    /// A project without decisions.
    pub fn new(reading: Reading) -> Self {
        Self { reading, ..Self::default() }
    }

    /// What is shown of what was found in its articles. Edits whose target is gone are listed in `stray`.
    ///
    /// The extraction must come from a run with what is [`given`](Self::given).
    pub fn board(&self, extraction: Extraction) -> Board {
        board_with(extraction, self.edits.applied(), &self.renewals, &self.hues)
    }

    /// Whether two states hold the same articles and decisions. Colours that nobody chose are no work.
    pub(super) fn has_same_work(&self, other: &Self) -> bool {
        self.reading == other.reading && self.edits == other.edits && self.renewals == other.renewals
    }

    /// What the user has decided and not undone that the findings follow from.
    pub fn given(&self) -> Given {
        let Given { dates, removed } = super::given(self.edits.applied());
        let renewed = Renewed::new(&self.renewals);
        // A date that was set after the article was read again counts more than one from before.
        let mut now: BTreeMap<ArticleId, Edtf> = dates.iter().map(|(id, date)| (renewed.article(*id), *date)).collect();
        now.extend(dates.into_iter().filter(|(id, _)| renewed.article(*id) == *id));
        Given { dates: now, removed: removed.into_iter().map(|id| renewed.article(id)).collect() }
    }
}

#[cfg(test)]
impl Project {
    /// One with so many edits.
    pub(super) fn edited(times: usize) -> Self {
        let mut project = Self::default();
        for _ in 0..times {
            project.edits.push(crate::model::Edit::SetPublished { article: ArticleId::of("text"), date: "2025".parse().unwrap() });
        }
        project
    }
}
