//! `articles.csv`, the metadata of the articles in a folder: `file,published,title,publisher,url,note`.
//!
//! Forgiving where nothing can be misunderstood (order of columns, byte order mark, `;` or tabs as separators, upper
//! case), and clear about the rest: each row that cannot be used is named by its line.

use super::decode::decode;
use crate::model::{Edtf, Severity, Warning};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization as _;

/// The name of the file.
pub(super) const SIDECAR: &str = "articles.csv";
const COLUMNS: [&str; 6] = ["file", "published", "title", "publisher", "url", "note"];

/// What one row says about an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The article's path below the sidecar's folder, with `/`.
    pub(super) file: String,
    /// `Unknown` if the cell is empty or not understood.
    pub(super) published: Edtf,
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) note: Option<String>,
    /// Where it stands in the file, from 1.
    line: u64,
    used: bool,
}

/// A sidecar as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sidecar {
    /// As shown to people.
    path: String,
    rows: Vec<Row>,
    /// Where the row of a file stands in `rows`.
    by_name: HashMap<String, usize>,
    /// The same for names without regard to case and to the way accents are written.
    by_folded_name: HashMap<String, usize>,
}

impl Sidecar {
    /// Reads the bytes of a sidecar that people know as `path`. What is wrong with it goes to `warnings`.
    pub(super) fn parse(path: &str, bytes: &[u8], warnings: &mut Vec<Warning>) -> Self {
        let mut sidecar = Self { path: path.to_owned(), ..Self::default() };
        let decoded = match decode(bytes) {
            Ok(decoded) => decoded,
            Err(reason) => {
                warnings.push(note(path, format!("Not used as the list of articles: {reason}")));
                return sidecar;
            }
        };
        warnings.extend(decoded.note.map(|message| note(path, message)));
        if decoded.text.matches('"').count() % 2 == 1 {
            let message = "A quotation mark is not closed, so that rows may be read as one. Close it, or double it inside a cell (\"\").";
            warnings.push(note(path, message.to_owned()));
        }
        sidecar.read_rows(&decoded.text, warnings);
        sidecar
    }

    fn read_rows(&mut self, text: &str, warnings: &mut Vec<Warning>) {
        let mut reader =
            csv::ReaderBuilder::new().delimiter(separator(text)).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
        let names: Vec<String> = match reader.headers() {
            Ok(names) => names.iter().map(str::to_lowercase).collect(),
            Err(error) => return warnings.push(note(&self.path, format!("Not used as the list of articles: {error}."))),
        };
        let Some(columns) = Columns::of(&names, &self.path, warnings) else { return };
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    warnings.push(note(&self.path, format!("Not read to its end: {error}.")));
                    break;
                }
            };
            let line = record.position().map_or(0, csv::Position::line);
            if record.len() > names.len() {
                let message = format!(
                    "Line {line} has {} cells, but there are {} columns. Put cells that contain the separator in quotation marks.",
                    record.len(),
                    names.len()
                );
                warnings.push(note(&self.path, message));
            }
            self.add_row(&columns.row(&record), line, warnings);
        }
    }

    fn add_row(&mut self, cells: &[Option<&str>; 6], line: u64, warnings: &mut Vec<Warning>) {
        let [file, date, title, publisher, url, remark] = cells.map(|cell| cell.filter(|cell| !cell.is_empty()));
        let Some(file) = file else {
            if cells.iter().flatten().any(|cell| !cell.is_empty()) {
                warnings.push(note(
                    &self.path,
                    format!("Line {line} names no file and is not used. Write the name into the column \"file\", or remove the line."),
                ));
            }
            return;
        };
        let file = file.replace('\\', "/").trim_start_matches("./").to_owned();
        if let Some(earlier) = self.by_name.get(&file) {
            let first = self.rows[*earlier].line;
            let message = format!("Line {line} is about {file} again and is not used: line {first} counts. Remove one of them.");
            return warnings.push(note(&self.path, message));
        }
        let date = date.unwrap_or_default().parse().unwrap_or_else(|error| {
            warnings.push(note(&self.path, format!("Line {line}, date of {file} not used: {error}.")));
            Edtf::Unknown
        });
        let owned = |cell: Option<&str>| cell.map(str::to_owned);
        let (title, url, note) = (owned(title), owned(url), owned(remark));
        self.by_name.insert(file.clone(), self.rows.len());
        self.by_folded_name.entry(folded(&file)).or_insert(self.rows.len());
        self.rows.push(Row { file, published: date, title, publisher: owned(publisher), url, note, line, used: false });
    }

    /// The row about the article at `path` below the sidecar's folder, which then counts as used. Exact names win over those
    /// that differ in case or in the way accents are written (macOS splits them off).
    pub(super) fn row(&mut self, path: &str) -> Option<Row> {
        let at = self.by_name.get(path).or_else(|| self.by_folded_name.get(&folded(path)))?;
        let row = self.rows.get_mut(*at)?;
        row.used = true;
        Some(row.clone())
    }

    /// Names the rows that no file was found for.
    pub(super) fn report_unused(&self, warnings: &mut Vec<Warning>) {
        for row in self.rows.iter().filter(|row| !row.used) {
            let message =
                format!("Line {}: there is no article {} in this folder. Correct the name or remove the row.", row.line, row.file);
            warnings.push(note(&self.path, message));
        }
    }
}

fn folded(path: &str) -> String {
    path.nfc().flat_map(char::to_lowercase).collect()
}

/// The comma, or the semicolon or tab that spreadsheets write in some countries: what the first line has most of.
fn separator(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let mut best = b',';
    for mark in [b';', b'\t'] {
        let count = |mark: u8| header.bytes().filter(|byte| *byte == mark).count();
        if count(mark) > count(best) {
            best = mark;
        }
    }
    best
}

/// The place of each known column.
struct Columns([Option<usize>; 6]);

impl Columns {
    fn of(names: &[String], path: &str, warnings: &mut Vec<Warning>) -> Option<Self> {
        let columns = COLUMNS.map(|column| names.iter().position(|name| name == column));
        if columns[0].is_none() {
            let found = names.join(", ");
            let message = format!("Not used: line 1 has no column \"file\" (found: {found}). Name the columns {}.", COLUMNS.join(","));
            warnings.push(note(path, message));
            return None;
        }
        let unknown: Vec<&str> =
            names.iter().filter(|name| !COLUMNS.contains(&name.as_str()) && !name.is_empty()).map(String::as_str).collect();
        if !unknown.is_empty() {
            let message = format!("Line 1: columns not known and not used: {}. Known are {}.", unknown.join(", "), COLUMNS.join(", "));
            warnings.push(note(path, message));
        }
        Some(Self(columns))
    }

    fn row<'a>(&self, record: &'a csv::StringRecord) -> [Option<&'a str>; 6] {
        self.0.map(|at| at.and_then(|at| record.get(at)))
    }
}

fn note(path: &str, message: String) -> Warning {
    Warning { path: path.to_owned(), quote: None, severity: Severity::Note, message }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (Sidecar, Vec<String>) {
        let mut warnings = Vec::new();
        let sidecar = Sidecar::parse(SIDECAR, text.as_bytes(), &mut warnings);
        (sidecar, warnings.into_iter().map(|warning| warning.message).collect())
    }

    fn check_warning(text: &str, parts: &[&str]) {
        let (_, warnings) = parse(text);
        assert_eq!(warnings.len(), 1, "{warnings:?}");
        assert!(parts.iter().all(|part| warnings[0].contains(part)), "{warnings:?}");
    }

    #[test]
    fn columns_in_any_order_and_with_any_separator() {
        for text in [
            "file,published,title\na.txt,2025-03-17~,\"Talks, day 2\"\n",
            "\u{FEFF}Title;FILE;Published\r\n\"Talks, day 2\"; a.txt ;2025-03-17~\r\n",
            "published\tfile\ttitle\n2025-03-17~\ta.txt\tTalks, day 2\n",
        ] {
            let (mut sidecar, warnings) = parse(text);
            let row = sidecar.row("a.txt").unwrap();
            assert_eq!(
                (row.published.to_string().as_str(), row.title.as_deref(), row.publisher),
                ("2025-03-17~", Some("Talks, day 2"), None)
            );
            assert_eq!(warnings, [""; 0]);
        }
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        check_warning("name,when\na.txt,2025\n", &["no column \"file\"", "name, when", "file,published"]);
        check_warning("file,date\na.txt,2025\n", &["date", "Known are"]);
        check_warning("file,published\na.txt,2025\nb.txt,17.03.2025\n", &["Line 3", "b.txt", "17.03.2025", "2025-03-20"]);
        check_warning("file,published\na.txt,2025\na.txt,2024\n", &["Line 3", "line 2 counts"]);
        check_warning("file,note\na.txt,one, two\n", &["Line 2", "3 cells"]);
        check_warning("file,published\n,2025\n", &["Line 2", "names no file"]);
        check_warning("file,note\na.txt,\"open\n", &["quotation mark"]);
        check_warning("\0\0\0\u{1}", &["Not used"]);
    }

    #[test]
    fn rows_without_a_file_are_named() {
        let (mut sidecar, _) = parse("file\na.txt\nb.txt\n");
        assert!(sidecar.row("a.txt").is_some());
        let mut warnings = Vec::new();
        sidecar.report_unused(&mut warnings);
        assert_eq!(warnings.len(), 1);
        assert!(warnings[0].message.contains("Line 3: there is no article b.txt"), "{}", warnings[0].message);
    }

    #[test]
    fn names_match_across_systems() {
        let (mut sidecar, _) = parse("file\nsub\\Kyïv.TXT\n");
        assert!(sidecar.row("sub/Kyi\u{308}v.txt").is_some());
        assert!(sidecar.row("sub/Lviv.txt").is_none());
    }
}
