//! How the window is looked at, kept from start to start. Nothing of the user's work is in it.

use crate::view::words::DateOrder;
use crate::view::{
    ACTIONS, Action, Arrangement, Arrangements, DatedBy, Dates, Division, LaneBy, Middle, PictureLook, TableLook, WeekStart,
};
use egui::ThemePreference;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const MOST_RECENT: usize = 8;

/// What the next start remembers. Fields may come and go: what is missing gets its default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the menus")]
pub(super) struct Remembered {
    /// Whether the guide was seen, or given up.
    pub(super) guided: bool,
    /// Actions chosen in the palette, the latest first, as they are called in the code.
    pub(super) recent_actions: Vec<String>,
    /// Whether the program has run before: the first start shows the sample articles.
    pub(super) started: bool,
    /// Colours.
    pub(super) theme: ThemePreference,
    /// What the middle of the window shows.
    pub(super) middle: Middle,
    /// Columns, widths and order of the table.
    pub(super) table: TableLook,
    /// How pictures were made last.
    pub(super) picture: PictureLook,
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
    /// The plain wheel zooms.
    pub(super) wheel_zooms: bool,
    /// Jumps go at once.
    pub(super) reduce_motion: bool,
    /// A later start hands what it was to open to this window.
    pub(super) one_window: bool,
    /// New articles beside those that are open are offered.
    pub(super) looks_for_new: bool,
    /// How the lanes of what was opened are arranged, by where it was opened from (nothing: the sample articles), newest first.
    arranged: Vec<(PathBuf, Arrangements)>,
    /// Folders, articles and projects that were opened last, newest first.
    pub(super) recent: Vec<PathBuf>,
}

impl Default for Remembered {
    fn default() -> Self {
        Self {
            guided: false,
            recent_actions: Vec::new(),
            started: false,
            theme: ThemePreference::System,
            middle: Middle::default(),
            table: TableLook::default(),
            picture: PictureLook::default(),
            lanes: LaneBy::default(),
            dated_by: DatedBy::default(),
            folds: false,
            gaps: false,
            order: None,
            week: None,
            left: true,
            right: true,
            wheel_zooms: false,
            reduce_motion: false,
            one_window: false,
            looks_for_new: false,
            arranged: Vec::new(),
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

    /// Sets everything that the settings show as at the first start. What was opened and done stays.
    pub(super) fn restore_settings(&mut self) {
        let kept = Self {
            guided: self.guided,
            started: self.started,
            recent_actions: std::mem::take(&mut self.recent_actions),
            arranged: std::mem::take(&mut self.arranged),
            recent: std::mem::take(&mut self.recent),
            table: std::mem::take(&mut self.table),
            picture: self.picture,
            ..Self::default()
        };
        *self = kept;
    }

    /// Notes that this action was chosen in the palette.
    pub(super) fn used(&mut self, action: Action) {
        let name = format!("{action:?}");
        self.recent_actions.retain(|known| *known != name);
        self.recent_actions.insert(0, name);
        self.recent_actions.truncate(MOST_RECENT);
    }

    /// The actions chosen last, the latest first.
    pub(super) fn used_last(&self) -> Vec<Action> {
        let find = |name: &String| ACTIONS.iter().map(|entry| entry.action).find(|action| format!("{action:?}") == *name);
        self.recent_actions.iter().filter_map(find).collect()
    }

    /// Notes that this was opened.
    pub(super) fn opened(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MOST_RECENT);
    }

    /// Notes how the lanes of what was opened from this place are arranged.
    pub(super) fn arrange(&mut self, place: Option<&Path>, arrangements: &Arrangements) {
        let place = place.unwrap_or(Path::new(""));
        self.arranged.retain(|(known, _)| known != place);
        if arrangements.values().any(|lanes| *lanes != Arrangement::default()) {
            self.arranged.insert(0, (place.to_owned(), arrangements.clone()));
            self.arranged.truncate(MOST_RECENT);
        }
    }

    /// How they were arranged when last seen.
    pub(super) fn arrangements(&self, place: Option<&Path>) -> Arrangements {
        let place = place.unwrap_or(Path::new(""));
        self.arranged.iter().find(|(known, _)| known == place).map(|(_, lanes)| lanes.clone()).unwrap_or_default()
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
    fn default_settings_leave_alone_what_was_opened_and_done() {
        let mut remembered = Remembered { wheel_zooms: true, guided: true, left: false, ..Remembered::default() };
        remembered.opened(Path::new("a"));
        remembered.used(Action::Lanes(LaneBy::Kind));
        remembered.used(Action::Fit);
        remembered.restore_settings();
        assert!(!remembered.wheel_zooms && remembered.left && remembered.guided && remembered.recent.len() == 1);
        assert_eq!(remembered.used_last(), [Action::Fit, Action::Lanes(LaneBy::Kind)]);
    }

    #[test]
    fn every_place_has_its_own_arrangement() {
        let mut remembered = Remembered::default();
        let mut arrangement = Arrangement::default();
        arrangement.apply(crate::view::LaneChange::CollapseAll);
        let arrangements = Arrangements::from([(LaneBy::Kind, arrangement)]);
        remembered.arrange(None, &arrangements);
        remembered.arrange(Some(Path::new("/a")), &Arrangements::from([(LaneBy::Kind, Arrangement::default())]));
        let again: Remembered = serde_json::from_str(&serde_json::to_string(&remembered).unwrap()).unwrap();
        assert_eq!(again.arrangements(None), arrangements);
        assert_eq!(again.arrangements(Some(Path::new("/a"))), Arrangements::new());
    }

    #[test]
    fn a_start_of_another_version_is_read_as_far_as_it_goes() {
        let remembered: Remembered = serde_json::from_str(r#"{"left":false,"gone":3}"#).unwrap();
        assert_eq!(remembered, Remembered { left: false, ..Remembered::default() });
    }
}
