//! What panels ask for. They never change anything themselves: one place applies commands after drawing.

use super::{Action, LaneBy, LaneChange, PictureFormat, PictureOptions, TableChange, TimelineView};
use crate::model::{ActorId, ArticleId, Basis, DateRange, Edit, EventId, Filter, Modality, OwnEvent, Review, Span};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// A wish of the user.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// One of the actions that need no data; also in menus, palette and shortcuts.
    Action(Action),
    /// A decision to be kept in the log.
    Edit(Edit),
    /// Add this event and let the person say more of it.
    NewEvent(Box<OwnEvent>),
    /// Take a new event back, if nothing has been said of it yet.
    TakeBack(EventId),
    /// Add an event that these words of an article tell.
    NewFromText(ArticleId, Span),
    /// Go to the next place that has the words looked for, or to the one before.
    StepHit {
        /// The next one.
        forward: bool,
    },
    /// Put this text on the clipboard and say so; `what` it is in words: "3 rows".
    Copy {
        /// The text.
        text: String,
        /// What is said to have been copied.
        what: String,
    },
    /// Select this event, or nothing.
    Select(Option<EventId>),
    /// Select this event and bring the timeline to it.
    Reveal(EventId),
    /// The pointer rests on this event, or on none.
    Hover(Option<EventId>),
    /// Show this article in the source panel.
    ShowArticle(ArticleId),
    /// Look at this range.
    View(TimelineView, ViewChange),
    /// Divide the timeline into lanes by this.
    Lanes(LaneBy),
    /// Arrange the lanes otherwise.
    Arrange(LaneChange),
    /// Show everything in this size, in percent.
    Scale(u16),
    /// Show this card of the guide, counted from 0, or end it.
    Guide(Option<usize>),
    /// An action that was chosen in the palette.
    FromPalette(Action),
    /// Look at the table otherwise.
    Table(TableChange),
    /// Change what is shown.
    Filter(FilterChange),
    /// Read these files and folders: instead of what is open, or in addition to it.
    Open {
        /// Files, folders or a project.
        paths: Vec<PathBuf>,
        /// Keep what is open.
        add: bool,
    },
    /// Take this path, which was typed: open it, or do what a file dialog was asked for.
    TypedPath {
        /// As it was typed.
        path: PathBuf,
        /// If it is opened: keep what is open.
        add: bool,
    },
    /// Ask for the date of this article.
    AskDate(ArticleId),
    /// Ask for the date of these articles: the same for all, or for each what it gives away.
    AskDates(Vec<ArticleId>),
    /// Read the files of these articles again.
    Reread(Vec<ArticleId>),
    /// Choose the file that is this article's now.
    FindAgain(ArticleId),
    /// Ask for title and publisher of this article.
    AskArticle(ArticleId),
    /// Show what is known and decided about this actor.
    AskActor(ActorId),
    /// Ask which actor is the same as this one.
    AskMergeActor(ActorId),
    /// Light this quote of the selected event in the source panel: its place among the event's mentions.
    ShowMention(usize),
    /// Open what a person has been asked or told about.
    Dialog(Dialog),
    /// Close it.
    CloseDialog,
    /// Save what is unsaved and then do this.
    SaveThen(Next),
    /// Throw away what is unsaved and do this.
    Discard(Next),
    /// Save although another program has written the file, and then do this.
    SaveOver(Option<Next>),
    /// Take up what an earlier window could not save.
    Recover,
    /// Throw it away.
    GiveUpLeftover,
    /// Draw the timeline into a file, or choose the file first.
    Picture(PictureWish),
    /// Stop reading.
    CancelJob,
}

/// A picture that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureWish {
    /// Choose the file, which is called this at first.
    Choose(PathBuf, PictureFormat),
    /// Draw it.
    Draw {
        /// What it is to be.
        options: PictureOptions,
        /// In which format.
        format: PictureFormat,
        /// The file.
        path: PathBuf,
        /// A file of that name may be replaced: a person has said so.
        replace: bool,
    },
}

/// A window on top that asks or tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Type a path to open.
    Path,
    /// Type a date to go to.
    GoToDate,
    /// All actions by name.
    Palette,
    /// Keys, mouse and touch.
    Keyboard,
    /// How the window looks and moves.
    Settings,
    /// What was left out while reading.
    Warnings,
    /// Which event is the same as the selected one.
    Merge,
    /// Which actors may be the same.
    MergeHints,
    /// Version and licences.
    About,
}

/// What waits until unsaved edits are saved or given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Leave the program.
    Quit,
    /// Open these files and folders.
    Open(Vec<PathBuf>),
    /// Open the sample articles.
    OpenSample,
}

/// How a new view of the timeline is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewChange {
    /// One step of a drag or a wheel turn: at once; a run of them is one step back.
    Continuous,
    /// A jump: animated unless the user prefers less motion; a step back of its own.
    Jump,
}

/// One change to the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterChange {
    /// Show only events of this actor; with `add`, of this one or those chosen already.
    Actor {
        /// The actor.
        actor: ActorId,
        /// Keep those chosen already.
        add: bool,
    },
    /// Show only events that all of these actors take part in.
    Together(BTreeSet<ActorId>),
    /// Show only events of this article; with `add`, of this one or those chosen already.
    Article {
        /// The article.
        article: ArticleId,
        /// Keep those chosen already.
        add: bool,
    },
    /// Show only events with this tag; with `add`, with this one or those chosen already.
    Tag {
        /// The tag.
        tag: String,
        /// Keep those chosen already.
        add: bool,
    },
    /// Show only events in this state; with `add`, in this one or those chosen already.
    Review {
        /// The state.
        review: Review,
        /// Keep those chosen already.
        add: bool,
    },
    /// Show or leave out this modality.
    Modality(Modality),
    /// Show or leave out events whose date is known in this way.
    Basis(Basis),
    /// Show events that are at least so many percent sure.
    Confidence(u8),
    /// Show all kinds.
    AllKinds,
    /// Show all modalities.
    AllModalities,
    /// Show events however their dates are known.
    AllBases,
    /// Filter by this instead.
    Use(Box<Filter>),
    /// Show or leave out this kind.
    Kind(crate::model::Kind),
    /// Show this kind alone; again, all of them.
    OnlyKind(crate::model::Kind),
    /// Show only what has these words.
    Text(String),
    /// Show only what may have happened in this stretch of time, or take that away.
    Range(Option<DateRange>),
    /// Show everything.
    Clear,
}
