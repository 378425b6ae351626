//! The events as a table: which columns there are, the order of its rows, what stands in a cell, and rows as text to copy.

use super::Dates;
use super::words::{basis_words, modality_words};
use crate::model::{Board, Event, harmless_cell};
use chrono::{Days, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    /// When it was.
    Date,
    /// The first day that it may have been on, as spreadsheets sort it (ISO 8601).
    From,
    /// The last one.
    To,
    /// How the date is known.
    Basis,
    /// Its title.
    Title,
    /// Who takes part.
    Actors,
    /// Its kind.
    Kind,
    /// Whether it happened.
    Modality,
    /// Where.
    Place,
    /// How many articles report it.
    Articles,
    /// Who reports it: publishers, or titles of articles.
    Sources,
    /// The sentence that tells it first.
    Quote,
    /// How sure the finding is, in percent.
    Confidence,
    /// How much it matters, in percent.
    Importance,
    /// Its tags.
    Tags,
    /// What a person wrote about it.
    Note,
    /// Whether a person has accepted it.
    Reviewed,
}

impl Column {
    /// In the order of the table.
    pub const ALL: [Self; 17] = [
        Self::Date,
        Self::From,
        Self::To,
        Self::Basis,
        Self::Title,
        Self::Actors,
        Self::Kind,
        Self::Modality,
        Self::Place,
        Self::Articles,
        Self::Sources,
        Self::Quote,
        Self::Confidence,
        Self::Importance,
        Self::Tags,
        Self::Note,
        Self::Reviewed,
    ];

    /// The words above it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Date => "Date",
            Self::From => "First day",
            Self::To => "Last day",
            Self::Basis => "How known",
            Self::Title => "Title",
            Self::Actors => "Actors",
            Self::Kind => "Kind",
            Self::Modality => "Happened",
            Self::Place => "Place",
            Self::Articles => "Articles",
            Self::Sources => "Sources",
            Self::Quote => "Quote",
            Self::Confidence => "Confidence",
            Self::Importance => "Importance",
            Self::Tags => "Tags",
            Self::Note => "Note",
            Self::Reviewed => "Reviewed",
        }
    }

    /// Its width in points until a person chooses another.
    const fn default_width(self) -> f32 {
        match self {
            Self::Date => 210.0,
            Self::Title => 300.0,
            Self::Actors | Self::Sources => 180.0,
            Self::Quote => 380.0,
            Self::Basis | Self::Place | Self::Tags | Self::Note => 130.0,
            Self::From | Self::To | Self::Kind | Self::Modality | Self::Confidence | Self::Importance | Self::Reviewed => 118.0,
            Self::Articles => 80.0,
        }
    }

    /// Whether its cells are numbers, which stand on the right.
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Articles | Self::Confidence | Self::Importance)
    }
}

/// The narrowest column, in points.
pub const NARROWEST: f32 = 48.0;
/// The widest column, in points.
pub const WIDEST: f32 = 900.0;

/// How the table is looked at; remembered from start to start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableLook {
    /// Columns that are not shown.
    hidden: BTreeSet<Column>,
    /// Widths that a person has chosen, in points.
    widths: BTreeMap<Column, f32>,
    /// The column that rows are ordered by.
    pub sort: Column,
    /// From the last to the first.
    pub descending: bool,
}

impl Default for TableLook {
    fn default() -> Self {
        let hidden = [Column::From, Column::To, Column::Sources, Column::Quote, Column::Importance, Column::Note].into();
        Self { hidden, widths: BTreeMap::new(), sort: Column::Date, descending: false }
    }
}

impl TableLook {
    /// The columns that are shown, with their widths.
    pub fn columns(&self) -> impl Iterator<Item = (Column, f32)> {
        Column::ALL.into_iter().filter(|column| self.shows(*column)).map(|column| (column, self.width(column)))
    }

    /// The same in so much room, in points: what is left over goes to the titles, unless somebody has set their width.
    pub fn columns_in(&self, room: f32) -> impl Iterator<Item = (Column, f32)> {
        let taken: f32 = self.columns().map(|(_, width)| width).sum();
        let spare = if self.widths.contains_key(&Column::Title) { 0.0 } else { (room - taken).max(0.0) };
        self.columns().map(move |(column, width)| (column, if column == Column::Title { width + spare } else { width }))
    }

    /// Whether a column is shown.
    pub fn shows(&self, column: Column) -> bool {
        !self.hidden.contains(&column)
    }

    fn width(&self, column: Column) -> f32 {
        self.widths.get(&column).copied().filter(|width| width.is_finite()).unwrap_or(column.default_width()).clamp(NARROWEST, WIDEST)
    }

    /// Takes one change.
    pub fn apply(&mut self, change: &TableChange) {
        match *change {
            TableChange::Sort(column) => {
                self.descending = self.sort == column && !self.descending;
                self.sort = column;
            }
            TableChange::Column(column) => {
                // The last column stays: a table without any could not be brought back.
                if !self.hidden.remove(&column) && self.columns().count() > 1 {
                    self.hidden.insert(column);
                }
            }
            TableChange::Width(column, width) => drop(self.widths.insert(column, width.clamp(NARROWEST, WIDEST))),
            TableChange::OwnWidth(column) => drop(self.widths.remove(&column)),
            TableChange::Restore => *self = Self::default(),
        }
    }
}

/// A change of how the table is looked at.
#[derive(Clone, Debug, PartialEq)]
pub enum TableChange {
    /// Order by this column; again: the other way round.
    Sort(Column),
    /// Show or hide a column.
    Column(Column),
    /// Make a column so wide, in points.
    Width(Column, f32),
    /// Give a column its own width back.
    OwnWidth(Column),
    /// Columns, widths and order as at the first start.
    Restore,
}

/// What a row is ordered by. What is not there comes last, whichever way round the rows stand.
#[derive(PartialEq)]
enum Key {
    Nothing,
    Number(f64),
    Words(String),
}

impl Key {
    fn of_words(words: &str) -> Self {
        if words.is_empty() { Self::Nothing } else { Self::Words(words.to_lowercase()) }
    }

    fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let order = match (self, other) {
            (Self::Nothing, Self::Nothing) => return Ordering::Equal,
            (Self::Nothing, _) => return Ordering::Greater,
            (_, Self::Nothing) => return Ordering::Less,
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Words(a), Self::Words(b)) => a.cmp(b),
            (Self::Number(_), Self::Words(_)) => Ordering::Less,
            (Self::Words(_), Self::Number(_)) => Ordering::Greater,
        };
        if descending { order.reverse() } else { order }
    }
}

/// The shown events in the order of the table, as indices into the board's. Rows that are alike keep the order of time;
/// dates are ordered by their bounds, and what has no date, or nothing in the column, comes last.
pub fn rows(board: &Board, shown: &[bool], look: &TableLook) -> Vec<u32> {
    let seen = (0_u32..).zip(&board.events).filter(|(at, _)| shown.get(*at as usize).copied().unwrap_or(true));
    if look.sort == Column::Date {
        let mut rows: Vec<_> = seen.map(|(at, event)| (event.when.bounds(), at)).collect();
        rows.sort_by(|(a, _), (b, _)| {
            // "On or before 1 March" stands at its last day, as on the timeline.
            let last_day = |latest: NaiveDateTime| latest.checked_sub_days(Days::new(1)).unwrap_or(latest);
            let start = |bounds: &crate::model::Bounds| bounds.earliest.or(bounds.latest.map(last_day));
            match (start(a), start(b)) {
                (None, None) => Ordering::Equal,
                (None, Some(_)) => Ordering::Greater,
                (Some(_), None) => Ordering::Less,
                (from, to) => {
                    let order = from.cmp(&to).then(a.latest.cmp(&b.latest));
                    if look.descending { order.reverse() } else { order }
                }
            }
        });
        return rows.into_iter().map(|(_, at)| at).collect();
    }
    let mut rows: Vec<(Key, u32)> = seen.map(|(at, event)| (key(board, event, look.sort), at)).collect();
    rows.sort_by(|(a, _), (b, _)| a.compare(b, look.descending));
    rows.into_iter().map(|(_, at)| at).collect()
}

fn key(board: &Board, event: &Event, column: Column) -> Key {
    match column {
        Column::Articles => Key::Number(event.article_count() as f64),
        Column::Confidence => Key::Number(event.confidence),
        Column::Importance => Key::Number(event.importance),
        Column::Reviewed => Key::Number(f64::from(u8::from(!is_reviewed(board, event)))),
        Column::Title => Key::of_words(&event.title),
        Column::From => instant(event.when.bounds().earliest),
        Column::To => instant(event.when.bounds().latest),
        _ => Key::of_words(&cell(board, event, column, Dates::default())),
    }
}

fn instant(at: Option<NaiveDateTime>) -> Key {
    at.map_or_else(|| Key::of_words(""), |at| Key::Number(at.and_utc().timestamp() as f64))
}

fn is_reviewed(board: &Board, event: &Event) -> bool {
    board.curation(event.id).is_some_and(|curation| curation.is_accepted)
}

/// What stands in a cell.
pub fn cell(board: &Board, event: &Event, column: Column, dates: Dates) -> String {
    let percent = |share: f64| format!("{:.0} %", share.clamp(0.0, 1.0) * 100.0);
    let curation = board.curation(event.id);
    match column {
        Column::Date => dates.edtf(&event.when.edtf),
        Column::From => event.when.bounds().earliest.map(iso).unwrap_or_default(),
        // The end of a stretch is the first instant after it.
        Column::To => event.when.bounds().latest.map(|end| iso(end - TimeDelta::minutes(1))).unwrap_or_default(),
        Column::Basis => basis_words(event.when.basis).to_owned(),
        Column::Title => event.title.clone(),
        Column::Actors => joined(event.participants.iter().map(|one| board.actor_label(&one.actor))),
        Column::Kind => event.kind.as_str().to_owned(),
        Column::Modality => modality_words(event.modality).to_owned(),
        Column::Place => event.place.clone().unwrap_or_default(),
        Column::Articles => event.article_count().to_string(),
        Column::Sources => joined(event.mentions.iter().filter_map(|mention| {
            let article = board.article(mention.article())?;
            Some(article.publisher.as_deref().unwrap_or_else(|| article.display_title()))
        })),
        Column::Quote => event
            .mentions
            .first()
            .and_then(|mention| Some(one_line(mention.sentence.span.text(&board.article(mention.article())?.text))))
            .unwrap_or_default(),
        Column::Confidence => percent(event.confidence),
        Column::Importance => percent(event.importance),
        Column::Tags => curation.map(|curation| joined(curation.tags.iter().map(String::as_str))).unwrap_or_default(),
        Column::Note => curation.map(|curation| one_line(&curation.note)).unwrap_or_default(),
        Column::Reviewed => if is_reviewed(board, event) { "yes" } else { "no" }.to_owned(),
    }
}

/// The day of an instant.
fn iso(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d").to_string()
}

/// The words one after the other, each once.
fn joined<T: AsRef<str> + PartialEq>(words: impl Iterator<Item = T>) -> String {
    let mut text = String::new();
    let mut seen: Vec<T> = Vec::new();
    for word in words {
        if !seen.contains(&word) {
            text.push_str(if text.is_empty() { "" } else { "; " });
            text.push_str(word.as_ref());
            seen.push(word);
        }
    }
    text
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Rows as tab-separated values (TSV) with a header row, for the clipboard: spreadsheets put each cell where it belongs.
/// Tabs and line ends within a cell become spaces, and no cell can act as a formula.
pub fn tsv<'a>(board: &Board, events: impl Iterator<Item = &'a Event>, look: &TableLook, dates: Dates) -> String {
    let columns: Vec<Column> = look.columns().map(|(column, _)| column).collect();
    let mut text = columns.iter().map(|column| column.title()).collect::<Vec<_>>().join("\t");
    for event in events {
        text.push('\n');
        for (at, column) in columns.iter().enumerate() {
            if at > 0 {
                text.push('\t');
            }
            text.push_str(&whole_cell(&harmless_cell(&one_line(&cell(board, event, *column, dates)))));
        }
    }
    text.push('\n');
    text
}

/// A cell that begins with a quotation mark would swallow what follows up to the next one: spreadsheets read what is pasted as
/// RFC 4180 says, with a tab in the place of the comma.
fn whole_cell(text: &str) -> Cow<'_, str> {
    if text.starts_with('"') { Cow::Owned(format!("\"{}\"", text.replace('"', "\"\""))) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Basis, Curation, EventId, Kind, Mention, Modality, Quote, Span, When};

    fn id(at: usize) -> EventId {
        EventId::of(ArticleId::of("a"), Span::new(at, at + 1).unwrap())
    }

    fn board(dates: &[(&str, &str)]) -> Board {
        let mut board = Board::default();
        for (at, (title, date)) in dates.iter().enumerate() {
            let span = Span::new(at, at + 1).unwrap();
            let quote = Quote { article: ArticleId::of("a"), span };
            let when = When { edtf: date.parse().unwrap(), basis: Basis::Stated, why: String::new() };
            board.events.push(Event {
                id: id(at),
                title: (*title).to_owned(),
                kind: Kind::Meeting,
                modality: Modality::Happened,
                when,
                place: None,
                participants: vec![],
                mentions: vec![Mention { sentence: quote, trigger: span, time: None }],
                confidence: 0.5,
                confidence_why: String::new(),
                importance: 0.25,
                importance_why: String::new(),
                disagreements: vec![],
            });
        }
        board.indexed()
    }

    fn titles(board: &Board, look: &TableLook) -> String {
        rows(board, &[], look).iter().map(|at| board.events[*at as usize].title.as_str()).collect()
    }

    #[test]
    fn rows_are_ordered_by_the_bounds_of_dates_and_what_has_none_comes_last() {
        let board = board(&[("d", ""), ("c", "2025-03"), ("a", "-0043-03-15"), ("b", "[..2025-03-01]"), ("e", ""), ("f", "2025-03-02")]);
        let mut look = TableLook::default();
        assert_eq!(titles(&board, &look), "abcfde");
        look.apply(&TableChange::Sort(Column::Date));
        assert_eq!(titles(&board, &look), "fcbade", "the undated stay last, in their order");
        look.apply(&TableChange::Sort(Column::Title));
        assert_eq!((titles(&board, &look).as_str(), look.descending), ("abcdef", false));
        look.apply(&TableChange::Sort(Column::Kind));
        assert_eq!(titles(&board, &look), "dcabef", "rows that are alike keep their order");
        look.apply(&TableChange::Sort(Column::Kind));
        assert_eq!(titles(&board, &look), "dcabef");
    }

    #[test]
    fn what_is_filtered_out_is_not_in_the_table() {
        let board = board(&[("a", "2025"), ("b", "2026")]);
        assert_eq!(rows(&board, &[false, true], &TableLook::default()), [1]);
    }

    #[test]
    fn copied_rows_keep_their_cells_and_cannot_act() {
        let mut board = board(&[("=HYPERLINK(1)\tnext\nline", "2025-03-20")]);
        board.curation.insert(id(0), Curation { tags: ["-1".to_owned(), "b".to_owned()].into(), is_accepted: true, ..Curation::default() });
        let look = TableLook::default();
        let text = tsv(&board, board.events.iter(), &look, Dates::default());
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!((lines.len(), lines[0].len(), lines[1].len()), (2, 11, 11));
        assert_eq!(lines[0][..3], ["Date", "How known", "Title"]);
        assert_eq!(lines[1][..3], ["Thu 20 Mar 2025", "stated", "'=HYPERLINK(1) next line"]);
        assert_eq!(lines[1][7..], ["1", "50 %", "'-1; b", "yes"]);
    }

    #[test]
    fn first_and_last_days_are_written_as_spreadsheets_sort_them() {
        let board = board(&[("a", "2025-03"), ("b", "2025-03-20T14:05"), ("c", "../2024-02-29")]);
        let days = |at: usize| [Column::From, Column::To].map(|column| cell(&board, &board.events[at], column, Dates::default()));
        assert_eq!(days(0), ["2025-03-01", "2025-03-31"]);
        assert_eq!(days(1), ["2025-03-20", "2025-03-20"]);
        assert_eq!(days(2), ["", "2024-02-29"]);
        let mut look = TableLook::default();
        look.apply(&TableChange::Column(Column::To));
        look.apply(&TableChange::Sort(Column::To));
        assert_eq!(rows(&board, &[], &look), [2, 1, 0]);
        assert!(tsv(&board, board.events.iter(), &look, Dates::default()).starts_with("Date\tLast day\tHow known"));
    }

    #[test]
    fn a_title_that_begins_with_a_quotation_mark_swallows_nothing() {
        let titles = ["\"We will see\", he said", "\"never closed", "a \"b\" c"];
        let board = board(&titles.map(|title| (title, "2025")));
        let text = tsv(&board, board.events.iter(), &TableLook::default(), Dates::default());
        let mut rows = csv::ReaderBuilder::new().delimiter(b'\t').from_reader(text.as_bytes());
        let read: Vec<String> = rows.records().map(|row| row.unwrap()[2].to_owned()).collect();
        assert_eq!(read, titles);
    }

    #[test]
    fn columns_come_and_go_but_one_stays() {
        let mut look = TableLook::default();
        look.apply(&TableChange::Column(Column::Quote));
        assert!(look.shows(Column::Quote));
        for column in Column::ALL {
            if look.shows(column) {
                look.apply(&TableChange::Column(column));
            }
        }
        assert_eq!(look.columns().count(), 1);
        look.apply(&TableChange::Width(Column::Reviewed, 1e9));
        assert_eq!(look.columns().collect::<Vec<_>>(), [(Column::Reviewed, WIDEST)]);
        let again: TableLook = serde_json::from_str(&serde_json::to_string(&look).unwrap()).unwrap();
        assert_eq!(again, look);
        look.apply(&TableChange::Restore);
        assert_eq!(look, TableLook::default());
    }

    #[test]
    fn titles_take_the_room_that_is_left() {
        let mut look = TableLook::default();
        let taken = |look: &TableLook, room: f32| look.columns_in(room).map(|(_, width)| width).sum::<f32>();
        let title = |look: &TableLook, room: f32| look.columns_in(room).find(|(column, _)| *column == Column::Title).unwrap().1;
        let own = title(&look, 0.0);
        assert!((taken(&look, 3000.0) - 3000.0).abs() < 0.5);
        assert!(title(&look, 3000.0) > own);
        look.apply(&TableChange::Width(Column::Title, 200.0));
        assert!((title(&look, 3000.0) - 200.0).abs() < 0.5, "somebody has set it");
        look.apply(&TableChange::OwnWidth(Column::Title));
        assert!(title(&look, 3000.0) > own);
    }
}
