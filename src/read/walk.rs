//! Which files are articles: the walk through folders. Order of names, hidden files left out, loops of links entered once.

use super::disk::reason;
use super::sidecar::SIDECAR;
use crate::model::{Cancelled, Severity, Warning, Watch};
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf, absolute};
use walkdir::{DirEntry, WalkDir};

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Where it is.
    pub(super) file: PathBuf,
    /// Its path below the folder that was given, or its name if it was given itself.
    pub(super) below: PathBuf,
    /// How many folders up the one lies that was given; 0 if it was given itself.
    pub(super) depth: usize,
}

/// All files to be read, and the folders that have a sidecar.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// In the order in which they were found.
    pub(super) articles: Vec<Found>,
    /// Sidecars, with whether their whole folder was walked: only then a row without a file is worth a word.
    pub(super) sidecars: Vec<(Found, bool)>,
    /// Each file once, however it was reached.
    seen: HashSet<PathBuf>,
}

/// The endings of file names that are read, in lower case.
pub const ENDINGS: [&str; 7] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml"];

/// Finds every article in or at `paths`, folders first. What cannot be entered goes to `warnings`.
pub(super) fn walk(paths: &[PathBuf], watch: &dyn Watch, warnings: &mut Vec<Warning>) -> Result<Files, Cancelled> {
    let mut files = Files::default();
    let mut single = Vec::new();
    for path in paths {
        match fs::metadata(path) {
            Err(error) => warnings.push(skipped(path, reason(&error))),
            Ok(about) if about.is_dir() => files.add_folder(path, watch, warnings)?,
            Ok(_) => single.push(path),
        }
    }
    for path in single {
        files.add_file(path, warnings);
    }
    Ok(files)
}

impl Files {
    fn add_file(&mut self, path: &Path, warnings: &mut Vec<Warning>) {
        let name = PathBuf::from(path.file_name().unwrap_or(path.as_os_str()));
        if is_sidecar(path.file_name()) {
            return warnings.push(skipped(path, "It is the list of articles. Open its folder, or the articles themselves.".to_owned()));
        }
        if !is_article(path) && path.extension().is_some() {
            return warnings.push(skipped(
                path,
                "Dateline reads plain text (.txt), Markdown (.md) and web pages (.html). Save it in one of these forms.".to_owned(),
            ));
        }
        let file = absolute(path).unwrap_or_else(|_| path.to_owned());
        let sidecar = file.with_file_name(SIDECAR);
        if sidecar.is_file() && self.sidecars.iter().all(|(known, _)| known.file != sidecar) {
            self.sidecars.push((Found { file: sidecar, below: PathBuf::from(SIDECAR), depth: 0 }, false));
        }
        self.add(Found { file, below: name, depth: 0 });
    }

    fn add_folder(&mut self, folder: &Path, watch: &dyn Watch, warnings: &mut Vec<Warning>) -> Result<(), Cancelled> {
        let (before, warned) = (self.articles.len(), warnings.len());
        let (mut entered, mut others, mut again) = (HashSet::from_iter(fs::canonicalize(folder)), 0_usize, 0_usize);
        let root = absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let entries = WalkDir::new(&root).follow_links(true).sort_by_file_name().into_iter();
        for entry in entries.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry) && enters(entry, &mut entered)) {
            if watch.cancelled() {
                return Err(Cancelled);
            }
            match entry {
                Err(error) => warnings.extend(entry_warning(folder, &root, &error)),
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => {
                    let found = Found { file: entry.path().to_owned(), below: below(&root, entry.path()), depth: entry.depth() };
                    if is_sidecar(Some(entry.file_name())) {
                        if self.sidecars.iter().all(|(known, _)| known.file != found.file) {
                            self.sidecars.push((found, true));
                        }
                    } else if is_article(entry.path()) {
                        again += usize::from(!self.add(found));
                    } else {
                        others += 1;
                    }
                }
            }
        }
        if self.articles.len() + again == before && warnings.len() == warned {
            let message = match others {
                0 => "The folder is empty. Put articles into it as plain text (.txt), Markdown (.md) or web pages (.html).".to_owned(),
                1 => "No articles in this folder: its only file is neither plain text (.txt) nor Markdown (.md) nor a web page (.html)."
                    .to_owned(),
                _ => format!(
                    "No articles in this folder: none of its {others} files is plain text (.txt), Markdown (.md) or a web page (.html)."
                ),
            };
            warnings.push(skipped(folder, message));
        }
        Ok(())
    }

    /// Takes the file in, unless it is in already.
    fn add(&mut self, found: Found) -> bool {
        let is_new = self.seen.insert(fs::canonicalize(&found.file).unwrap_or_else(|_| found.file.clone()));
        if is_new {
            self.articles.push(found);
        }
        is_new
    }
}

/// Whether to go into this folder. A link to a folder that lies inside one entered already leads nowhere new.
fn enters(entry: &DirEntry, entered: &mut HashSet<PathBuf>) -> bool {
    if !entry.path_is_symlink() || !entry.file_type().is_dir() {
        return true;
    }
    let Ok(target) = fs::canonicalize(entry.path()) else { return true };
    let known = target.ancestors().any(|folder| entered.contains(folder));
    entered.insert(target);
    !known
}

/// Articles in this folder and, if they are `deep`, in those below it: in order of their paths. What cannot be entered is passed over.
pub(super) fn articles_in(folder: &Path, deep: bool) -> impl Iterator<Item = PathBuf> {
    let depth = if deep { usize::MAX } else { 1 };
    let entries = WalkDir::new(folder).max_depth(depth).sort_by_file_name().into_iter();
    let shown = entries.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)).flatten();
    shown.filter(|entry| entry.file_type().is_file() && is_article(entry.path())).map(DirEntry::into_path)
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn is_article(path: &Path) -> bool {
    path.extension().and_then(OsStr::to_str).is_some_and(|ending| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
}

fn is_sidecar(name: Option<&OsStr>) -> bool {
    name.and_then(OsStr::to_str).is_some_and(|name| name.eq_ignore_ascii_case(SIDECAR))
}

fn below(root: &Path, path: &Path) -> PathBuf {
    path.strip_prefix(root).unwrap_or(path).to_owned()
}

/// A folder that cannot be entered, or a link that leads nowhere. A link back to a folder above is no loss.
fn entry_warning(folder: &Path, root: &Path, error: &walkdir::Error) -> Option<Warning> {
    let path = error.path().unwrap_or(root);
    let shown = if path == root { folder.to_owned() } else { below(root, path) };
    let is_link = fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink());
    match error.io_error() {
        None => None,
        Some(_) if is_link && !is_article(path) => None,
        Some(_) if is_link && !path.exists() => {
            Some(skipped(&shown, "It is a link that leads nowhere. Remove it, or put the file there.".to_owned()))
        }
        Some(error) => Some(skipped(&shown, reason(error))),
    }
}

pub(super) fn skipped(path: &Path, message: String) -> Warning {
    Warning { path: super::shown_path::shown(path), quote: None, severity: Severity::Skipped, message }
}
