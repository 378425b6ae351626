//! Why an action cannot be done now: what it needs first.

use super::Action;

impl Action {
    /// What it needs, said where it is shown but cannot be done.
    pub const fn needs(self) -> &'static str {
        match self {
            Self::Save | Self::SaveAs => "nothing is open",
            Self::ExportJsonl | Self::ExportCsv | Self::ExportMarkdown => "there are no events",
            Self::ExportPicture => "no event has a date, or something is being read",
            Self::Fit | Self::ZoomIn | Self::ZoomOut | Self::PanEarlier | Self::PanLater | Self::GoToDate | Self::OnlyInView => {
                "no event shown has a date"
            }
            Self::NextEvent | Self::PreviousEvent | Self::ReviewNext | Self::ReviewPrevious => "no event is shown",
            Self::FocusSelection | Self::HideEvent | Self::EditEvent | Self::MergeEvent | Self::AcceptEvent => "no event is selected",
            Self::LookForChanges => "no article was read from a file",
            Self::MergeHints => "no two actors have a name in common",
            Self::ShowHiddenLanes => "no lane is hidden",
            Self::Back => "there is no view before this one",
            Self::Forward => "no view was left by going back",
            Self::ClearFilters => "nothing is filtered",
            Self::Undo => "nothing has been changed",
            Self::Redo => "nothing has been taken back",
            _ => "not possible now",
        }
    }
}
