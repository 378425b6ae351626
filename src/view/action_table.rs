//! The table of actions: one entry feeds menus, toolbar, shortcuts, command palette and the help page.

use super::words::DateOrder;
use super::{Action, LaneBy, LaneOrder, Middle, WeekStart, chord::Chord};

/// A menu of the menu bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Menu {
    /// Articles and projects.
    File,
    /// Decisions.
    Edit,
    /// How the window looks.
    View,
    /// Moving through time.
    Timeline,
    /// Explanations.
    Help,
    /// Not in the menu bar: the settings.
    Settings,
}

impl Menu {
    /// In the order of the menu bar.
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::View, Self::Timeline, Self::Help];

    /// All that have actions, for palette and help page.
    pub const WITH_SETTINGS: [Self; 6] = [Self::File, Self::Edit, Self::View, Self::Timeline, Self::Help, Self::Settings];

    /// The title in the menu bar.
    pub const fn title(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::View => "View",
            Self::Timeline => "Timeline",
            Self::Help => "Help",
            Self::Settings => "Settings",
        }
    }
}

/// What there is to say about an action.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The action.
    pub action: Action,
    /// Its name in menus and the palette; "…" if it asks for more.
    pub name: &'static str,
    /// Its menu.
    pub menu: Menu,
    /// A name of a submenu, if it stands in one.
    pub submenu: Option<&'static str>,
    /// A line is drawn in the menu between entries of different groups.
    pub group: u8,
    /// Key combinations; the first is shown beside the name.
    pub chords: &'static [Chord],
    /// What it does, in a sentence for tooltip and help page.
    pub help: &'static str,
}

const fn entry(action: Action, menu: Menu, group: u8, name: &'static str, chords: &'static [Chord], help: &'static str) -> Entry {
    Entry { action, name, menu, submenu: None, group, chords, help }
}

const fn sub(submenu: &'static str, entry: Entry) -> Entry {
    Entry { submenu: Some(submenu), ..entry }
}

/// Windows programs are left by "Exit".
const QUIT: &str = if cfg!(windows) { "Exit" } else { "Quit" };

/// Every action, in the order of the menus.
pub const ACTIONS: &[Entry] = {
    use Action as A;
    use Menu::{Edit, File, Help, Settings, Timeline, View};
    const LANES: &str = "Lanes";
    const ORDER: &str = "Order of lanes";
    const THEME: &str = "Theme";
    const EXPORT: &str = "Export";
    const DATES: &str = "Dates";
    const WEEKS: &str = "Weeks begin";
    &[
        entry(A::OpenFolder, File, 0, "Open folder…", &[Chord::command("O")], "Read all articles of a folder"),
        entry(A::AddFiles, File, 0, "Add articles…", &[], "Read more articles and keep those that are open"),
        entry(A::AddFolder, File, 0, "Add folder…", &[], "Read another folder and keep the articles that are open"),
        entry(A::TypePath, File, 0, "Open path…", &[], "Type where a folder, an article or a project is"),
        entry(A::OpenSample, File, 0, "Open sample articles", &[], "Five articles to try Dateline with"),
        entry(A::LookForChanges, File, 0, "Look for changed files", &[Chord::plain("F5")], "See which articles have changed on disk"),
        entry(A::OpenProject, File, 1, "Open project…", &[Chord::command_shift("O")], "Open a .dateline file"),
        entry(A::Save, File, 1, "Save project", &[Chord::command("S")], "Save articles and edits in one .dateline file"),
        entry(A::SaveAs, File, 1, "Save project as…", &[Chord::command_shift("S")], "Save in another file"),
        sub(EXPORT, entry(A::ExportJsonl, File, 2, "JSON lines…", &[], "Write one event a line, for programs")),
        sub(EXPORT, entry(A::ExportCsv, File, 2, "CSV table…", &[], "Write a table for a spreadsheet")),
        sub(EXPORT, entry(A::ExportMarkdown, File, 2, "Markdown…", &[], "Write the chronology as text with sources")),
        entry(A::ExportPicture, File, 2, "Export picture…", &[Chord::command_shift("E")], "Draw the timeline into a file: SVG, PNG or PDF"),
        entry(A::Quit, File, 3, QUIT, &[Chord::command("Q")], "Leave Dateline; it asks if something is unsaved"),
        entry(A::Undo, Edit, 0, "Undo", &[Chord::command("Z")], "Take back the last edit"),
        entry(A::Redo, Edit, 0, "Redo", &[Chord::command_shift("Z"), Chord::command("Y")], "Make the edit again"),
        entry(
            A::NewEvent,
            Edit,
            1,
            "New event…",
            &[Chord::plain("N")],
            "Add an event of your own in the middle of the timeline; double-click the timeline to add it there",
        ),
        entry(
            A::NewFromSelection,
            Edit,
            1,
            "New event from selection",
            &[Chord::command("E")],
            "Add an event that the selected words of the source text tell",
        ),
        entry(
            A::HideEvent,
            Edit,
            2,
            "Hide event",
            &[Chord::plain("Delete"), Chord::plain("Backspace")],
            "Leave the selected event out of the chronology",
        ),
        entry(
            A::EditEvent,
            Edit,
            2,
            "Edit event",
            &[Chord::plain("F2"), Chord::plain("E")],
            "Change title, date, kind, place and actors of the selected event",
        ),
        entry(A::MergeEvent, Edit, 2, "Merge event…", &[Chord::plain("M")], "Say that the selected event is the same as another one"),
        entry(A::AcceptEvent, Edit, 3, "Accept event", &[Chord::plain("Enter")], "The selected event is right; go on to the next one"),
        entry(
            A::ReviewNext,
            Edit,
            3,
            "Next to review",
            &[Chord::plain("J")],
            "Select the next event that nobody has reviewed, the most important first",
        ),
        entry(A::ReviewPrevious, Edit, 3, "Previous to review", &[Chord::plain("K")], "Select the event to review before this one"),
        entry(A::MergeHints, Edit, 3, "Actors that may be the same…", &[], "Merge actors that have a name in common, or keep them apart"),
        entry(
            A::Search,
            Edit,
            4,
            "Search",
            &[Chord::command("F"), Chord::sign("/")],
            "Show only events with these words, and light the words in the text",
        ),
        entry(
            A::NextHit,
            Edit,
            4,
            "Next place with the words",
            &[Chord::plain("F3")],
            "Show the next place that has the words searched for",
        ),
        entry(A::PreviousHit, Edit, 4, "Previous place with the words", &[Chord::shift("F3")], "Show the place before"),
        entry(
            A::Filters,
            Edit,
            4,
            "Filters…",
            &[Chord::command("L")],
            "Choose by kind, modality, date, confidence, review and tag what is shown; save the choice by a name",
        ),
        entry(A::ClearFilters, Edit, 4, "Clear filters", &[Chord::command_shift("F")], "Show all events again"),
        entry(A::Escape, Edit, 4, "Clear selection", &[Chord::plain("Escape")], "Close what is open, else clear the selection"),
        entry(A::Settings, Edit, 5, "Settings…", &[Chord::command("Comma")], "Theme, size, dates, weeks, wheel and movement"),
        entry(A::RestoreSettings, Settings, 0, "Restore default settings", &[], "Set everything in the settings as at the first start"),
        entry(A::Middle(Middle::Timeline), View, 0, "Timeline alone", &[], "Show the events on the timeline"),
        entry(A::Middle(Middle::Table), View, 0, "Table alone", &[], "Show the same events as a table"),
        entry(A::Middle(Middle::Both), View, 0, "Timeline and table", &[], "Show the timeline above the table"),
        entry(
            A::ToggleTable,
            View,
            0,
            "Switch timeline and table",
            &[Chord::command("T")],
            "Show the table instead of the timeline, or the timeline again",
        ),
        sub(LANES, entry(A::Lanes(LaneBy::Actor), View, 1, "By actor", &[], "One lane for each actor")),
        sub(LANES, entry(A::Lanes(LaneBy::Article), View, 1, "By article", &[], "One lane for each article")),
        sub(LANES, entry(A::Lanes(LaneBy::Kind), View, 1, "By kind", &[], "One lane for each kind of event")),
        sub(LANES, entry(A::Lanes(LaneBy::Place), View, 1, "By place", &[], "One lane for each place")),
        sub(LANES, entry(A::Lanes(LaneBy::Tag), View, 1, "By tag", &[], "One lane for each tag")),
        sub(LANES, entry(A::Lanes(LaneBy::One), View, 1, "One lane", &[], "All events in one lane")),
        sub(ORDER, entry(A::LaneOrder(LaneOrder::Importance), View, 1, "By importance", &[], "The most important lanes first")),
        sub(ORDER, entry(A::LaneOrder(LaneOrder::FirstAppearance), View, 1, "By first event", &[], "The lane that begins first on top")),
        sub(ORDER, entry(A::LaneOrder(LaneOrder::Name), View, 1, "By name", &[], "From A to Z")),
        entry(A::CollapseLanes, View, 1, "Collapse all lanes", &[Chord::command_shift("Minus")], "Every lane as one row of counts"),
        entry(A::ExpandLanes, View, 1, "Expand all lanes", &[Chord::command_shift("Plus")], "Every lane in full again"),
        entry(A::ShowHiddenLanes, View, 1, "Show hidden lanes", &[], "Show the lanes that were hidden"),
        entry(A::NextPane, View, 2, "Next pane", &[Chord::plain("F6")], "Give the keys to the next part of the window"),
        entry(A::PreviousPane, View, 2, "Previous pane", &[Chord::shift("F6")], "Give the keys to the part of the window before"),
        entry(A::ToggleLeft, View, 2, "Actors and articles", &[Chord::command("1")], "Show or hide the panel on the left"),
        entry(A::ToggleRight, View, 2, "Event and source text", &[Chord::command("2")], "Show or hide the panel on the right"),
        sub(THEME, entry(A::ThemeSystem, Settings, 0, "As the system", &[], "Light or dark as the system is set")),
        sub(THEME, entry(A::ThemeLight, Settings, 0, "Light", &[], "Dark text on a light ground")),
        sub(THEME, entry(A::ThemeDark, Settings, 0, "Dark", &[], "Light text on a dark ground")),
        entry(A::Larger, View, 3, "Larger", &[Chord::command("Plus"), Chord::command("Equals")], "Show everything larger"),
        entry(A::Smaller, View, 3, "Smaller", &[Chord::command("Minus")], "Show everything smaller"),
        entry(A::NormalSize, View, 3, "Normal size", &[Chord::command("0")], "Show everything in its own size"),
        sub(DATES, entry(A::Order(None), Settings, 0, "As the system writes dates", &[], "Write dates as the system is set")),
        sub(
            DATES,
            entry(A::Order(Some(DateOrder::DayMonthYear)), Settings, 0, "Day first: 20 Mar 2025", &[], "Write dates with the day first"),
        ),
        sub(
            DATES,
            entry(
                A::Order(Some(DateOrder::MonthDayYear)),
                Settings,
                0,
                "Month first: Mar 20, 2025",
                &[],
                "Write dates with the month first",
            ),
        ),
        sub(
            DATES,
            entry(A::Order(Some(DateOrder::Iso)), Settings, 0, "Year first: 2025-03-20 (ISO 8601)", &[], "Write dates with the year first"),
        ),
        sub(WEEKS, entry(A::Week(None), Settings, 0, "As the system begins weeks", &[], "Begin weeks as the system is set")),
        sub(WEEKS, entry(A::Week(Some(WeekStart::Monday)), Settings, 0, "Weeks begin on Monday", &[], "Begin weeks on Monday")),
        sub(WEEKS, entry(A::Week(Some(WeekStart::Sunday)), Settings, 0, "Weeks begin on Sunday", &[], "Begin weeks on Sunday")),
        sub(WEEKS, entry(A::Week(Some(WeekStart::Saturday)), Settings, 0, "Weeks begin on Saturday", &[], "Begin weeks on Saturday")),
        entry(
            A::ToggleWheelZooms,
            Settings,
            0,
            "Wheel zooms",
            &[],
            "The wheel zooms over the timeline, and scrolls over the names of lanes",
        ),
        entry(
            A::LookForNew,
            Settings,
            0,
            "Watch the folders of the articles",
            &[],
            "Look every ten seconds for articles that are new or have changed, and offer to read them",
        ),
        entry(
            A::OneWindow,
            Settings,
            0,
            "Open everything in one window",
            &[],
            "What a later start or a double-click opens comes into this window instead of one of its own",
        ),
        entry(A::ToggleReduceMotion, Settings, 0, "Reduce motion", &[], "Go to other views at once, without movement in between"),
        entry(A::Fit, Timeline, 0, "Fit everything", &[Chord::plain("0"), Chord::plain("Home")], "Show all events on the timeline"),
        entry(A::FocusSelection, Timeline, 0, "Go to selected event", &[Chord::plain("F")], "Bring the timeline to the selected event"),
        entry(A::GoToDate, Timeline, 0, "Go to date…", &[Chord::command("G")], "Bring the timeline to a date"),
        entry(
            A::OnlyInView,
            Timeline,
            0,
            "Only events in view",
            &[Chord::command_shift("G")],
            "Leave out what lies outside the stretch of time in view, in all panels",
        ),
        entry(
            A::ZoomIn,
            Timeline,
            1,
            "Zoom in",
            &[Chord::plain("W"), Chord::sign("Plus"), Chord::sign("Equals")],
            "Show half as much time",
        ),
        entry(A::ZoomOut, Timeline, 1, "Zoom out", &[Chord::plain("S"), Chord::sign("Minus")], "Show twice as much time"),
        entry(A::PanEarlier, Timeline, 1, "Earlier", &[Chord::plain("A"), Chord::plain("ArrowLeft")], "Move to earlier dates"),
        entry(A::PanLater, Timeline, 1, "Later", &[Chord::plain("D"), Chord::plain("ArrowRight")], "Move to later dates"),
        entry(A::PreviousEvent, Timeline, 2, "Previous event", &[Chord::sign("Comma")], "Select the event before in time"),
        entry(A::NextEvent, Timeline, 2, "Next event", &[Chord::sign("Period")], "Select the event after in time"),
        entry(
            A::NextQuote,
            Timeline,
            2,
            "Next source of the event",
            &[Chord::plain("Q")],
            "Show the next quote that tells the selected event",
        ),
        entry(A::PreviousQuote, Timeline, 2, "Previous source of the event", &[Chord::shift("Q")], "Show the quote before"),
        entry(
            A::ReadSource,
            Timeline,
            2,
            "Go to the source text",
            &[Chord::plain("T")],
            "Bring the keyboard to the sentence of the selected event: ↑ and ↓ go to other marked sentences, Enter selects",
        ),
        entry(A::Back, Timeline, 3, "Back", &[Chord::alt("ArrowLeft")], "The stretch of time that was in view before"),
        entry(A::Forward, Timeline, 3, "Forward", &[Chord::alt("ArrowRight")], "The stretch of time that was left by going back"),
        entry(
            A::ByPublication,
            Timeline,
            4,
            "By date of publication",
            &[Chord::plain("P")],
            "Place events by their first report instead of their happening",
        ),
        entry(A::FoldSpans, Timeline, 4, "Fold long empty spans", &[], "Draw spans without events short, with a break"),
        entry(
            A::ShowGaps,
            Timeline,
            4,
            "Spans between events",
            &[Chord::plain("G")],
            "Show how long it is from event to event in each lane",
        ),
        entry(A::Palette, Help, 0, "Find an action…", &[Chord::command_shift("P"), Chord::command("K")], "Type what you want to do"),
        entry(
            A::Keyboard,
            Help,
            0,
            "Keyboard, mouse and touch",
            &[Chord::sign("Questionmark"), Chord::plain("F1")],
            "What keys, mouse and fingers do",
        ),
        entry(A::Guide, Help, 0, "Guide", &[], "The three steps of the first start again"),
        entry(A::Warnings, Help, 1, "Warnings", &[], "Which files were left out, and why"),
        entry(A::About, Help, 2, "About Dateline", &[], "Version, what is inside, licences"),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_action_has_one_entry_with_a_name_and_help() {
        let actions: BTreeSet<Action> = ACTIONS.iter().map(|entry| entry.action).collect();
        assert_eq!(actions.len(), ACTIONS.len());
        for entry in ACTIONS {
            assert!(!entry.name.is_empty() && !entry.help.is_empty(), "{:?}", entry.action);
            assert!(!entry.help.ends_with('.') && entry.name.starts_with(char::is_uppercase), "{:?}", entry.action);
            assert_eq!(entry.action.name(), entry.name);
        }
    }

    #[test]
    fn no_key_combination_means_two_things() {
        let mut seen = BTreeSet::new();
        for chord in ACTIONS.iter().flat_map(|entry| entry.chords) {
            assert!(seen.insert(chord.words(false)), "{}", chord.words(false));
        }
    }
}
