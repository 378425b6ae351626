//! What is saved: the articles as read and every decision of the user.

use super::EditLog;
use crate::model::{ArticleId, Edtf, Reading};
use std::collections::BTreeMap;

/// A piece of work. The findings are no part of it: they follow from the articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// The articles with their texts, and what was left out when they were read.
    pub reading: Reading,
    /// The user's decisions.
    pub edits: EditLog,
}

impl Project {
    /// A project without decisions.
    pub fn new(reading: Reading) -> Self {
        Self { reading, edits: EditLog::default() }
    }

    /// The dates that the user has set and not undone.
    pub fn dates(&self) -> BTreeMap<ArticleId, Edtf> {
        super::dates(self.edits.applied())
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
