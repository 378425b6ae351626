//! Which actions can be done now, what they are called now, and which switches are on.

use super::window::App;
use crate::view::{Action, Availability, DatedBy};
use egui::ThemePreference;

impl App {
    /// What can be done now.
    pub(super) fn availability(&self) -> Availability {
        let mut now = Availability::default();
        let (session, screen) = (&self.session, &self.screen);
        let edits = &session.project().edits;
        let (open, dated) = (!session.is_empty(), !screen.lanes.is_empty());
        for action in [Action::Save, Action::SaveAs] {
            now.enable(action, open);
        }
        for action in [Action::ExportJsonl, Action::ExportCsv, Action::ExportMarkdown] {
            now.enable(action, !session.board().events.is_empty());
        }
        now.enable(Action::ExportPicture, dated && !self.is_working());
        for action in [Action::Fit, Action::ZoomIn, Action::ZoomOut, Action::PanEarlier, Action::PanLater, Action::GoToDate] {
            now.enable(action, dated);
        }
        for action in [Action::NextEvent, Action::PreviousEvent] {
            now.enable(action, screen.tally.shown > 0);
        }
        for action in [Action::FocusSelection, Action::HideEvent, Action::EditEvent, Action::MergeEvent, Action::AcceptEvent] {
            now.enable(action, screen.selection.event.is_some());
        }
        for action in [Action::ReviewNext, Action::ReviewPrevious] {
            now.enable(action, screen.tally.shown > 0);
        }
        now.enable(Action::OnlyInView, dated || screen.filter.range.is_some());
        now.enable(Action::ShowHiddenLanes, !screen.lanes.hidden().is_empty());
        now.enable(Action::LookForChanges, !session.project().reading.origins.is_empty());
        now.enable(Action::MergeHints, !screen.hints.is_empty());
        now.enable(Action::Back, screen.history.can_go_back());
        now.enable(Action::Forward, screen.history.can_go_forward());
        now.enable(Action::ClearFilters, !screen.filter.is_empty());
        now.enable(Action::Undo, edits.undo_name().is_some());
        now.enable(Action::Redo, edits.redo_name().is_some());
        if let Some(name) = edits.undo_name() {
            now.rename(Action::Undo, format!("Undo {name}"));
        }
        if let Some(name) = edits.redo_name() {
            now.rename(Action::Redo, format!("Redo {name}"));
        }
        if self.widgets.event.is_editing {
            now.rename(Action::EditEvent, "Stop editing event".to_owned());
        }
        if self.has_several() {
            now.rename(Action::HideEvent, format!("Hide {} events", self.widgets.table.chosen_count()));
        } else if self.hidden_is_selected() {
            now.rename(Action::HideEvent, "Show event".to_owned());
        } else if screen.selection.event.is_some_and(|event| session.board().is_own(event)) {
            now.rename(Action::HideEvent, "Remove event".to_owned());
        }
        now.enable(Action::NewEvent, open);
        now.enable(Action::NewFromSelection, self.widgets.source.selection().is_some());
        let quotes = screen.selection.event(session.board()).map_or(0, |event| event.mentions.len());
        for action in [Action::NextQuote, Action::PreviousQuote] {
            now.enable(action, quotes > 1);
        }
        now.enable(Action::ReadSource, open);
        for action in [Action::NextHit, Action::PreviousHit] {
            now.enable(action, !screen.search.found().hits.is_empty());
        }
        now.enable(Action::Filters, open);
        self.check_switches(&mut now);
        now
    }

    fn check_switches(&self, now: &mut Availability) {
        now.check(Action::Middle(self.remembered.middle));
        now.check(Action::Lanes(self.screen.by()));
        now.check(Action::LaneOrder(self.screen.order()));
        let switches = [
            (self.remembered.wheel_zooms, Action::ToggleWheelZooms),
            (self.remembered.reduce_motion, Action::ToggleReduceMotion),
            (self.screen.filter.range.is_some(), Action::OnlyInView),
            (self.remembered.looks_for_new, Action::LookForNew),
            (self.remembered.one_window, Action::OneWindow),
        ];
        for (_, action) in switches.into_iter().filter(|(on, _)| *on) {
            now.check(action);
        }
        now.check(match self.remembered.theme {
            ThemePreference::System => Action::ThemeSystem,
            ThemePreference::Light => Action::ThemeLight,
            ThemePreference::Dark => Action::ThemeDark,
        });
        now.check(Action::Order(self.remembered.order));
        now.check(Action::Week(self.remembered.week));
        let switches = [
            (self.remembered.left, Action::ToggleLeft),
            (self.remembered.right, Action::ToggleRight),
            (self.remembered.dated_by == DatedBy::Publication, Action::ByPublication),
            (self.remembered.folds, Action::FoldSpans),
            (self.remembered.gaps, Action::ShowGaps),
        ];
        for (on, action) in switches {
            if on {
                now.check(action);
            }
        }
    }
}
