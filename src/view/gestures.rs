//! What the mouse, the fingers and the keys of single parts do: for the help page, beside the table of actions.

/// A group of gestures: its title, and each with what it does.
pub type Gestures = (&'static str, &'static [(&'static str, &'static str)]);

/// All groups, in the order of the help page.
pub const GESTURES: [Gestures; 4] = [
    (
        "Mouse",
        &[
            ("Ctrl + wheel", "Zoom at the pointer"),
            ("Wheel", "Scroll the lanes"),
            ("Shift + wheel", "Move through time"),
            ("Drag on the timeline", "Move through time"),
            ("Drag on the ruler, Shift + drag", "Zoom to a range"),
            ("Drag in the overview", "Move or resize the frame"),
            ("Shift + drag in the overview", "Show only events of that time"),
            ("Drag the name of a lane", "Put the lane elsewhere"),
            ("Right click the name of a lane", "Pin, collapse, hide, move the lane"),
            ("Click an event or marked sentence", "Select the event"),
            ("Double click an event", "Show where it is told"),
            ("Double click the empty timeline", "Add an event there"),
            ("Drag over words of the source text", "Select them: copy, or make an event of them"),
            ("Click an actor", "Show only its events"),
            ("Ctrl + click an actor", "Add it to those shown"),
            ("Drag an actor on another", "Merge the two"),
            ("Right click an actor or article", "Everything that can be done with it"),
            ("Ctrl or Shift + click articles", "Select several of them"),
            ("Drop files on the window", "Open them; with Shift, add them"),
        ],
    ),
    (
        "Touch and trackpad",
        &[
            ("Pinch", "Zoom between the fingers"),
            ("Swipe sideways", "Move through time"),
            ("Swipe up or down", "Scroll the lanes"),
            ("Tap an event", "Select the event"),
        ],
    ),
    (
        "Table",
        &[
            ("↑ ↓ PageUp PageDown Home End", "Go from row to row"),
            ("Shift + those, Shift + click", "Select a run of rows"),
            ("Ctrl + click", "Select one more row, or one less"),
            ("Ctrl+A", "Select all rows"),
            ("Ctrl+C", "Copy the selected rows for a spreadsheet"),
            ("Enter, double click", "Show the event and its source"),
            ("Delete", "Hide the selected events"),
            ("Click a title", "Sort by the column; again: the other way round"),
            ("Drag the edge of a title, Shift + ← →", "Make the column wider or narrower"),
            ("Right click a row", "Accept, hide, tag, copy"),
        ],
    ),
    (
        "Everywhere",
        &[
            ("Tab, Shift+Tab", "Next control, the one before"),
            ("Arrows", "The control beside this one"),
            ("Enter, Space", "Press the control"),
            ("Esc", "Close what is open, leave a field"),
        ],
    ),
];
