//! How the window is looked at, kept from start to start. Nothing of the user's work is in it.

use crate::view::words::DateOrder;
use crate::view::{DatedBy, Dates, Division, LaneBy, WeekStart};
use egui::ThemePreference;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const MOST_RECENT: usize = 8;

/// What the next start remembers. Fields may come and go: what is missing gets its default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the menus")]
pub(super) struct Remembered {
    /// Whether the program has run before: the first start shows the sample articles.
    pub(super) started: bool,
    /// Colours.
    pub(super) theme: ThemePreference,
    /// The division of the timeline.
    pub(super) lanes: LaneBy,
    /// By which date events stand on the axis.
    pub(super) dated_by: DatedBy,
    /// Whether long empty spans are folded.
    pub(super) folds: bool,
    /// Whether the spans between neighbours are shown.
    pub(super) gaps: bool,
    /// The order of dates; `None`: as the system has it.
    pub(super) order: Option<DateOrder>,
    /// The first day of a week; `None`: as the system has it.
    pub(super) week: Option<WeekStart>,
    /// Whether the panel on the left is open.
    pub(super) left: bool,
    /// Whether the panel on the right is open.
    pub(super) right: bool,
    /// Folders, articles and projects that were opened last, newest first.
    pub(super) recent: Vec<PathBuf>,
}

impl Default for Remembered {
    fn default() -> Self {
        Self {
            started: false,
            theme: ThemePreference::System,
            lanes: LaneBy::default(),
            dated_by: DatedBy::default(),
            folds: false,
            gaps: false,
            order: None,
            week: None,
            left: true,
            right: true,
            recent: Vec::new(),
        }
    }
}

impl Remembered {
    /// Where things stand on the timeline; `system` is how the system writes dates.
    pub(super) fn division(&self, system: Dates) -> Division {
        let dates = Dates { order: self.order.unwrap_or(system.order), week: self.week.unwrap_or(system.week) };
        Division { by: self.lanes, dated_by: self.dated_by, folds: self.folds, gaps: self.gaps, dates }
    }

    /// Notes that this was opened.
    pub(super) fn opened(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MOST_RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_comes_first_and_nothing_twice() {
        let mut remembered = Remembered::default();
        for name in ["a", "b", "a", "c", "d", "e", "f", "g", "h", "i"] {
            remembered.opened(Path::new(name));
        }
        let names: Vec<_> = remembered.recent.iter().map(|path| path.display().to_string()).collect();
        assert_eq!(names.join(""), "ihgfedca");
    }

    #[test]
    fn a_start_of_another_version_is_read_as_far_as_it_goes() {
        let remembered: Remembered = serde_json::from_str(r#"{"left":false,"gone":3}"#).unwrap();
        assert_eq!(remembered, Remembered { left: false, ..Remembered::default() });
    }
}
