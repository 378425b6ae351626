//! What the user can do that needs no data. What there is to say about each is in [`super::action_table`].

use super::words::DateOrder;
use super::{ACTIONS, Entry, LaneBy, LaneOrder, Middle, WeekStart};

/// Something the user can do that needs no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Choose a folder of articles.
    OpenFolder,
    /// Choose articles to read in addition.
    AddFiles,
    /// Choose a folder to read in addition.
    AddFolder,
    /// Look whether the files of the articles have changed.
    LookForChanges,
    /// Watch the folders of the articles for new and changed ones, or no longer.
    LookForNew,
    /// Later starts open in this window, or in one of their own.
    OneWindow,
    /// Choose a project file.
    OpenProject,
    /// Type a path instead of choosing it.
    TypePath,
    /// Read the sample articles.
    OpenSample,
    /// Save the project.
    Save,
    /// Save the project under another name.
    SaveAs,
    /// Write the events as JSON lines.
    ExportJsonl,
    /// Write the events as a table.
    ExportCsv,
    /// Write the chronology as Markdown.
    ExportMarkdown,
    /// Draw the timeline into a file.
    ExportPicture,
    /// Leave the program.
    Quit,
    /// Take back the last edit.
    Undo,
    /// Make the edit again.
    Redo,
    /// Add an event in the middle of what is in view.
    NewEvent,
    /// Add an event that the selected words of the source text tell.
    NewFromSelection,
    /// Leave the selected event out, or take it back in.
    HideEvent,
    /// Change the fields of the selected event, or stop changing them.
    EditEvent,
    /// The selected event is right; go on to the next one.
    AcceptEvent,
    /// Merge the selected event with another one.
    MergeEvent,
    /// Go through actors that may be the same.
    MergeHints,
    /// Select the next event that nobody has reviewed.
    ReviewNext,
    /// Select the one before.
    ReviewPrevious,
    /// Put the cursor into the search field.
    Search,
    /// Show the next place that has the words searched for.
    NextHit,
    /// Show the one before.
    PreviousHit,
    /// Choose what is shown.
    Filters,
    /// Take away filters.
    ClearFilters,
    /// Clear the selection, close what is open.
    Escape,
    /// Colours as the system has them.
    ThemeSystem,
    /// Light colours.
    ThemeLight,
    /// Dark colours.
    ThemeDark,
    /// Show this in the middle of the window.
    Middle(Middle),
    /// The table instead of the timeline, or the timeline again.
    ToggleTable,
    /// Divide the timeline in this way.
    Lanes(LaneBy),
    /// Events stand at the date of their first report, or again at that of their happening.
    ByPublication,
    /// Draw long empty spans short, or in full again.
    FoldSpans,
    /// Show how long it is between neighbouring events, or no longer.
    ShowGaps,
    /// Write dates in this order; `None`: as the system does.
    Order(Option<DateOrder>),
    /// Begin weeks on this day; `None`: as the system does.
    Week(Option<WeekStart>),
    /// Order the lanes by this.
    LaneOrder(LaneOrder),
    /// Every lane as one row of counts.
    CollapseLanes,
    /// Every lane in full.
    ExpandLanes,
    /// Show the lanes that were hidden.
    ShowHiddenLanes,
    /// The plain wheel zooms, or scrolls the lanes.
    ToggleWheelZooms,
    /// Jumps without movement in between, or with it.
    ToggleReduceMotion,
    /// Show or hide the panel on the left.
    ToggleLeft,
    /// Show or hide the panel on the right.
    ToggleRight,
    /// Everything a step larger.
    Larger,
    /// Everything a step smaller.
    Smaller,
    /// Everything in its own size.
    NormalSize,
    /// Show everything on the timeline.
    Fit,
    /// Bring the timeline to the selected event.
    FocusSelection,
    /// Zoom in around the middle.
    ZoomIn,
    /// Zoom out around the middle.
    ZoomOut,
    /// Move to earlier dates.
    PanEarlier,
    /// Move to later dates.
    PanLater,
    /// Ask for a date and go there.
    GoToDate,
    /// Leave out all events outside the stretch of time in view, or take them back in.
    OnlyInView,
    /// Select the event before.
    PreviousEvent,
    /// Select the event after.
    NextEvent,
    /// Show the next quote of the selected event.
    NextQuote,
    /// Show the quote before.
    PreviousQuote,
    /// Go to the source text with the keyboard.
    ReadSource,
    /// The view of the timeline before.
    Back,
    /// The view of the timeline after.
    Forward,
    /// Give the keys to the next part of the window.
    NextPane,
    /// Give the keys to the part before.
    PreviousPane,
    /// How the window looks and moves.
    Settings,
    /// The settings as at the first start.
    RestoreSettings,
    /// Find an action by its name.
    Palette,
    /// The guide of the first start.
    Guide,
    /// All shortcuts.
    Keyboard,
    /// What was left out while reading.
    Warnings,
    /// Version and licences.
    About,
}

impl Action {
    /// Its entry in the table.
    pub fn entry(self) -> Option<&'static Entry> {
        ACTIONS.iter().find(|entry| entry.action == self)
    }

    /// Its name in menus.
    pub fn name(self) -> &'static str {
        self.entry().map_or("", |entry| entry.name)
    }
}
