//! The only code that reads and writes project files: `*.dateline`, JSON, with a version.
//!
//! The texts are embedded, so that links never rot and the file opens on another machine. Every version ever written is
//! kept under `tests/projects/` and must open.

use super::{EditLog, Hues, Project, Renewal, Sealed, origins};
use crate::model::{Article, ArticleId, Edit, Origin, Reading, Span, Warning};
use crate::whole_file::write_whole;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The ending of the names of project files.
pub const PROJECT_ENDING: &str = "dateline";
/// The version of the format that this program writes, and the newest one that it reads.
pub const VERSION: u64 = 1;
const FORMAT: &str = "dateline";

/// What kept a project from being opened or saved. Each says what was tried, why it failed and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ProjectFileError {
    /// The system did not give the file.
    #[error("Cannot open the project: {reason} ({path})", path = path.display(), reason = io_reason(source))]
    Open {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Another kind of file.
    #[error("Cannot open the project: the file is no Dateline project. Open articles by their folder, or choose a file that ends with .dateline ({path})", path = path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// A project file that stops in the middle.
    #[error("Cannot open the project: the file is cut off. Copy it again from where it came from, or take a backup ({path})", path = path.display())]
    CutOff {
        /// The file.
        path: PathBuf,
    },
    /// A project file that contradicts itself.
    #[error("Cannot open the project: the file is damaged: {detail}. Take a backup, or report it if Dateline wrote it like that ({path})", path = path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        detail: String,
    },
    /// Written by a program that knows more.
    #[error("Cannot open the project: a newer Dateline wrote it (version {version} of the format, this program reads up to {VERSION}). Update Dateline; the file was not changed ({path})", path = path.display())]
    TooNew {
        /// The file.
        path: PathBuf,
        /// The version in the file.
        version: u64,
    },
    /// Another window holds the file.
    #[error("Cannot save the project: the file is open in another window of Dateline. Close it there, or save under another name ({path})", path = path.display())]
    Taken {
        /// The file.
        path: PathBuf,
    },
    /// Another program has written the file since it was read.
    #[error("Cannot save the project: another program has changed the file. Save under another name, or replace what is there ({path})", path = path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// There is no folder for what is not saved yet.
    #[error("Unsaved work cannot be kept safe: this system names no folder for it. Save the project to be safe")]
    NoFolder,
    /// The system did not take the file.
    #[error("Cannot save the project: {reason} What was there before is unchanged ({path})", path = path.display(), reason = io_reason(source))]
    Save {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

fn io_reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder. Check the name, and whether the disk is connected.".to_owned(),
        ErrorKind::PermissionDenied => "no permission. Change the permissions, or choose another folder.".to_owned(),
        ErrorKind::StorageFull => "the disk is full. Free some space and try again.".to_owned(),
        _ => format!("{error}. Try again, or choose another folder."),
    }
}

/// Whether a path is named like a project file.
pub fn is_project(path: &Path) -> bool {
    path.extension().and_then(OsStr::to_str).is_some_and(|ending| ending.eq_ignore_ascii_case(PROJECT_ENDING))
}

/// The first thing that is read: enough to know what the rest is.
#[derive(Deserialize)]
struct Header {
    format: String,
    version: u64,
}

/// Version 1.
#[derive(Deserialize)]
struct Stored {
    articles: Vec<Article>,
    #[serde(default)]
    warnings: Vec<Warning>,
    #[serde(default)]
    origins: BTreeMap<ArticleId, Origin>,
    #[serde(default)]
    renewals: Vec<Renewal>,
    #[serde(flatten)]
    edits: EditLog,
    /// Whatever stands there, and in the next one: they are no part of the work, and nothing in them keeps the project from being opened.
    #[serde(default)]
    findings: Value,
    #[serde(default)]
    hues: Value,
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    version: u64,
    program: &'static str,
    articles: &'a [Article],
    warnings: &'a [Warning],
    origins: &'a BTreeMap<ArticleId, Origin>,
    #[serde(skip_serializing_if = "<[Renewal]>::is_empty")]
    renewals: &'a [Renewal],
    #[serde(skip_serializing_if = "Hues::is_empty")]
    hues: &'a Hues,
    edits: &'a [Edit],
    applied: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<&'a Sealed>,
}

/// Writes the project whole or not at all.
///
/// # Errors
/// [`ProjectFileError::Save`].
pub fn save(project: &Project, path: &Path) -> Result<(), ProjectFileError> {
    save_with(project, None, path)
}

/// The same, with the findings, so that it is opened sooner.
///
/// # Errors
/// [`ProjectFileError::Save`].
pub fn save_with(project: &Project, findings: Option<&Sealed>, path: &Path) -> Result<(), ProjectFileError> {
    write_whole(path, |out| write(project, findings, path, out)).map_err(|source| ProjectFileError::Save { path: path.to_owned(), source })
}

fn write(project: &Project, findings: Option<&Sealed>, path: &Path, mut out: &mut dyn Write) -> io::Result<()> {
    let written = Written {
        format: FORMAT,
        version: VERSION,
        program: concat!("dateline ", env!("CARGO_PKG_VERSION")),
        articles: &project.reading.articles,
        warnings: &origins::without_name(&project.reading.warnings),
        origins: &origins::written(&project.reading.origins, path),
        renewals: &project.renewals,
        hues: &project.hues,
        edits: project.edits.all(),
        applied: project.edits.applied().len(),
        findings,
    };
    serde_json::to_writer_pretty(&mut out, &written)?;
    out.write_all(b"\n")
}

/// Reads a project. The file is not changed, whatever its version.
///
/// # Errors
/// `Open`, `Foreign`, `CutOff`, `Damaged` or `TooNew`.
pub fn load(path: &Path) -> Result<Project, ProjectFileError> {
    load_with(path).map(|(project, _)| project)
}

/// The same, with the findings that are kept in the file, if any.
///
/// # Errors
/// As [`load`].
pub fn load_with(path: &Path) -> Result<(Project, Option<Sealed>), ProjectFileError> {
    let owned = || path.to_owned();
    let bytes = fs::read(path).map_err(|source| ProjectFileError::Open { path: owned(), source })?;
    let header: Header = serde_json::from_slice(&bytes).map_err(|error| header_error(&bytes, &error, path))?;
    match header.version {
        _ if header.format != FORMAT => Err(ProjectFileError::Foreign { path: owned() }),
        0 => Err(ProjectFileError::Damaged { path: owned(), detail: "there is no version 0".to_owned() }),
        1 => load_version_1(&bytes, path).map_err(|detail| ProjectFileError::Damaged { path: owned(), detail }),
        version => Err(ProjectFileError::TooNew { path: owned(), version }),
    }
}

/// Tells a project that stops in the middle from a file of another kind.
fn header_error(bytes: &[u8], error: &serde_json::Error, path: &Path) -> ProjectFileError {
    let path = path.to_owned();
    let start: String = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).split_whitespace().collect();
    let ours = start.starts_with(&format!(r#"{{"format":"{FORMAT}""#));
    match (ours, error.is_eof()) {
        (false, _) => ProjectFileError::Foreign { path },
        (true, true) => ProjectFileError::CutOff { path },
        (true, false) => ProjectFileError::Damaged { path, detail: error.to_string() },
    }
}

fn load_version_1(bytes: &[u8], path: &Path) -> Result<(Project, Option<Sealed>), String> {
    let stored: Stored = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    for article in &stored.articles {
        check(article).map_err(|detail| format!("article {}: {detail}", article.path))?;
    }
    let mut ids: Vec<ArticleId> = stored.articles.iter().map(|article| article.id).collect();
    ids.sort_unstable();
    if ids.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err("an article is in it twice".to_owned());
    }
    let Stored { articles, warnings, origins, renewals, hues, edits, findings } = stored;
    let origins = origins::read(origins, path);
    let sealed = serde_json::from_value(findings).ok();
    let hues = serde_json::from_value(hues).unwrap_or_default();
    Ok((Project { reading: Reading { articles, warnings, origins }, edits, renewals, hues }, sealed))
}

/// What the rest of the program relies on: ids that belong to the texts, and places that lie in them.
fn check(article: &Article) -> Result<(), String> {
    let text = &article.text;
    if ArticleId::of(text) != article.id {
        return Err("its text is not the one its id belongs to".to_owned());
    }
    let lies_in_text = |span: Span| Span::of(text, span.range()).is_some();
    let own_date = article.published.as_ref().and_then(|published| published.span);
    if !article.blocks.iter().map(|block| block.span).chain(own_date).all(lies_in_text) {
        return Err("a place lies outside its text".to_owned());
    }
    if article.blocks.windows(2).any(|pair| pair[0].span.end() > pair[1].span.start()) {
        return Err("its parts overlap".to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Severity;

    fn project() -> Project {
        let text = "Київ: talks.";
        let article = Article { title: Some("Talks".to_owned()), ..Article::of_paragraph("a/б.txt", text) };
        let warning = Warning { path: "b.txt".to_owned(), quote: None, severity: Severity::Skipped, message: "It is empty.".to_owned() };
        let mut project = Project::new(Reading { articles: vec![article], warnings: vec![warning], ..Reading::default() });
        let article = project.reading.articles[0].id;
        project.edits.push(Edit::SetPublished { article, date: "2025-03-17".parse().unwrap() });
        project.edits.push(Edit::SetPublished { article, date: "2025".parse().unwrap() });
        project.edits.undo();
        project.hues = serde_json::from_str(r#"{"NATO":"sky"}"#).unwrap();
        project
    }

    fn load_bytes(bytes: &[u8]) -> Result<Project, ProjectFileError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.dateline");
        fs::write(&path, bytes).unwrap();
        let loaded = load(&path);
        assert_eq!(fs::read(&path).unwrap(), bytes, "the file must stay as it was");
        loaded
    }

    fn saved() -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.dateline");
        save(&project(), &path).unwrap();
        fs::read_to_string(path).unwrap()
    }

    #[test]
    fn what_is_saved_is_loaded() {
        assert_eq!(load_bytes(saved().as_bytes()).unwrap(), project());
    }

    #[test]
    fn a_newer_version_is_refused() {
        let newer = saved().replacen("\"version\": 1", "\"version\": 2", 1);
        let message = load_bytes(newer.as_bytes()).unwrap_err().to_string();
        assert!(message.contains("newer Dateline") && message.contains("version 2"), "{message}");
    }

    #[test]
    fn cut_off_foreign_and_damaged_files_are_told_apart() {
        let whole = saved();
        assert!(matches!(load_bytes(&whole.as_bytes()[..whole.len() / 2]), Err(ProjectFileError::CutOff { .. })));
        for foreign in ["", "{}", "hello", "[1]", r#"{"format":"other","version":1}"#] {
            assert!(matches!(load_bytes(foreign.as_bytes()), Err(ProjectFileError::Foreign { .. })), "{foreign}");
        }
        for (from, to) in [
            ("talks", "walks"),
            ("\"applied\": 1", "\"applied\": 9"),
            ("\"version\": 1", "\"version\": 0"),
            ("\"version\": 1", "\"version\": -1"),
        ] {
            let damaged = whole.replacen(from, to, 1);
            assert_ne!(damaged, whole);
            assert!(matches!(load_bytes(damaged.as_bytes()), Err(ProjectFileError::Damaged { .. })), "{to}");
        }
    }

    #[test]
    fn kept_findings_come_back_and_nothing_in_their_place_keeps_a_project_closed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.dateline");
        let sealed = crate::project::Seal::in_folder(folder.path()).unwrap().close(b"found");
        save_with(&project(), Some(&sealed), &path).unwrap();
        assert_eq!(load_with(&path).unwrap(), (project(), Some(sealed)));
        let whole = saved();
        for anything in ["null", "7", "[\"a\"]", "{}", "\"\""] {
            let with = whole.replacen("\"articles\"", &format!("\"findings\": {anything}, \"articles\""), 1);
            assert_ne!(with, whole);
            assert_eq!(load_bytes(with.as_bytes()).unwrap(), project(), "{anything}");
            let with = whole.replacen("{\n    \"NATO\": \"sky\"\n  }", anything, 1);
            assert_ne!(with, whole);
            assert_eq!(load_bytes(with.as_bytes()).unwrap(), Project { hues: Hues::default(), ..project() }, "{anything}");
        }
    }

    /// A disk that takes so many bytes and no more.
    struct Full<'a> {
        out: &'a mut dyn Write,
        left: usize,
    }

    impl Write for Full<'_> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.left == 0 {
                return Err(ErrorKind::StorageFull.into());
            }
            let taken = self.out.write(&bytes[..bytes.len().min(self.left)])?;
            self.left -= taken;
            Ok(taken)
        }

        fn flush(&mut self) -> io::Result<()> {
            self.out.flush()
        }
    }

    #[test]
    fn a_disk_that_is_full_at_any_byte_leaves_the_old_state_and_the_next_save_works() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.dateline");
        let sealed = crate::project::Seal::in_folder(&folder.path().join("own")).unwrap().close(b"found");
        let old = Project::edited(1);
        save(&old, &path).unwrap();
        let size = {
            let mut bytes = Vec::new();
            write(&project(), Some(&sealed), &path, &mut bytes).unwrap();
            bytes.len()
        };
        for left in 0..size {
            let failed = write_whole(&path, |out| write(&project(), Some(&sealed), &path, &mut Full { out, left }));
            assert_eq!(failed.unwrap_err().kind(), ErrorKind::StorageFull, "{left}");
            assert_eq!(load(&path).unwrap(), old, "{left}");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "{left}");
        }
        save_with(&project(), Some(&sealed), &path).unwrap();
        assert_eq!(load_with(&path).unwrap(), (project(), Some(sealed)));
    }

    #[test]
    fn a_file_cut_off_at_any_byte_is_never_taken_for_a_whole_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.dateline");
        let whole = saved();
        let end = whole.trim_end().len();
        for length in 0..end {
            if !whole.is_char_boundary(length) {
                continue;
            }
            fs::write(&path, &whole[..length]).unwrap();
            match load(&path).unwrap_err() {
                ProjectFileError::CutOff { .. } | ProjectFileError::Foreign { .. } => {}
                other => panic!("{length}: {other}"),
            }
        }
    }

    #[test]
    fn a_missing_file_says_so() {
        let message = load(Path::new("/no/such/file.dateline")).unwrap_err().to_string();
        assert!(message.starts_with("Cannot open the project: there is no such file"), "{message}");
        assert!(message.ends_with("(/no/such/file.dateline)"), "{message}");
    }
}
