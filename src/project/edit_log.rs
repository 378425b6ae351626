//! The log of decisions with undo and redo: a list and how much of it is applied.

use crate::model::Edit;
use serde::{Deserialize, Serialize};

/// Every decision in order. Undo and redo only move the end of what is applied; there is no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored")]
pub struct EditLog {
    edits: Vec<Edit>,
    applied: usize,
}

/// As in a file, before it is checked.
#[derive(Deserialize)]
struct Stored {
    edits: Vec<Edit>,
    applied: usize,
}

impl TryFrom<Stored> for EditLog {
    type Error = String;

    fn try_from(Stored { edits, applied }: Stored) -> Result<Self, String> {
        if applied > edits.len() {
            return Err(format!("{applied} edits are applied, but there are only {}", edits.len()));
        }
        Ok(Self { edits, applied })
    }
}

impl EditLog {
    /// Applies one more edit. What was undone before it is gone for good.
    pub fn push(&mut self, edit: Edit) {
        self.edits.truncate(self.applied);
        self.edits.push(edit);
        self.applied = self.edits.len();
    }

    /// Takes the last applied edit back and returns it.
    pub fn undo(&mut self) -> Option<Edit> {
        self.applied = self.applied.checked_sub(1)?;
        self.edits.get(self.applied).cloned()
    }

    /// Applies the edit that was taken back last and returns it.
    pub fn redo(&mut self) -> Option<Edit> {
        let edit = self.edits.get(self.applied)?.clone();
        self.applied += 1;
        Some(edit)
    }

    /// The edits in force, oldest first.
    pub fn applied(&self) -> &[Edit] {
        &self.edits[..self.applied]
    }

    /// What [`undo`](Self::undo) would take back: for "Undo {name}".
    pub fn undo_name(&self) -> Option<String> {
        self.applied().last().map(Edit::name)
    }

    /// What [`redo`](Self::redo) would apply: for "Redo {name}".
    pub fn redo_name(&self) -> Option<String> {
        self.edits.get(self.applied).map(Edit::name)
    }

    /// Every edit, those taken back as well.
    pub fn all(&self) -> &[Edit] {
        &self.edits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ArticleId;

    fn edit(year: i32) -> Edit {
        Edit::SetPublished { article: ArticleId::of("text"), date: format!("{year}").parse().unwrap() }
    }

    #[test]
    fn undo_and_redo_move_the_end() {
        let mut log = EditLog::default();
        assert_eq!((log.undo(), log.redo()), (None, None));
        log.push(edit(2024));
        log.push(edit(2025));
        assert_eq!(log.undo(), Some(edit(2025)));
        assert_eq!(
            (log.applied().len(), log.undo_name(), log.redo_name()),
            (1, Some("set date of article".to_owned()), Some("set date of article".to_owned()))
        );
        assert_eq!(log.redo(), Some(edit(2025)));
        assert_eq!(log.redo_name(), None);
    }

    #[test]
    fn a_new_edit_cuts_what_was_undone() {
        let mut log = EditLog::default();
        log.push(edit(2024));
        log.undo();
        log.push(edit(2025));
        assert_eq!(log.all(), [edit(2025)]);
        assert_eq!(log.redo(), None);
    }

    #[test]
    fn a_file_cannot_apply_more_than_there_is() {
        assert!(serde_json::from_str::<EditLog>(r#"{"edits":[],"applied":1}"#).is_err());
    }
}
