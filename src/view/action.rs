//! The table of actions: one entry feeds menus, toolbar, shortcuts, command palette and the help page.

/// Something the user can do that needs no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Choose a folder of articles.
    OpenFolder,
    /// Show everything on the timeline.
    Fit,
}
