//! Files and folders -> a `Reading`.

use super::assemble::Collector;
use super::disk::load;
use super::look::origin;
use super::shown_path::{distinct, shown};
use super::sidecar::{Row, Sidecar};
use super::walk::{Files, walk};
use crate::model::{Cancelled, Reading, Severity, Warning, Watch};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Reads every article in or at `paths`: folders with all that is below them, and single files.
///
/// Plain text (`.txt`, `.text`), Markdown (`.md`, `.markdown`) and web pages (`.html`, `.htm`, `.xhtml`) are read; hidden files and other kinds in folders are
/// passed over. `articles.csv` beside an article or above it, up to the folder that was given, tells its metadata; the
/// nearest one that names it counts.
///
/// # Errors
/// `Cancelled` if the watch says so. Everything else is a warning.
pub fn read(paths: &[PathBuf], watch: &dyn Watch) -> Result<Reading, Cancelled> {
    let mut warnings = Vec::new();
    let files = walk(paths, watch, &mut warnings)?;
    let mut sidecars = Sidecars::load(&files, &mut warnings);
    let mut collector = Collector::default();
    collector.extend(warnings);
    let total = files.articles.len();
    for (at, (found, path)) in files.articles.iter().zip(distinct(&files.articles)).enumerate() {
        if watch.cancelled() {
            return Err(Cancelled);
        }
        let row = sidecars.row(&found.file);
        // As it was before it is read: what changes meanwhile is noticed by the next look.
        let origin = origin(&found.file, found.depth);
        if let Some((article, origin)) = collector.add(&path, load(&found.file), row.as_ref()).zip(origin) {
            collector.came_from(article, origin);
        }
        watch.step(at + 1, total, &path);
    }
    let mut unused = Vec::new();
    sidecars.finish(&mut unused);
    collector.extend(unused);
    Ok(collector.finish())
}

/// The sidecars by the folder they stand in.
struct Sidecars {
    by_folder: BTreeMap<PathBuf, Listed>,
}

struct Listed {
    sidecar: Sidecar,
    /// Whether the whole folder was read. If not, only what concerns the files that were asked for is worth a word.
    whole: bool,
}

impl Sidecars {
    fn load(files: &Files, warnings: &mut Vec<Warning>) -> Self {
        let mut by_folder = BTreeMap::new();
        for (found, whole) in &files.sidecars {
            let path = shown(&found.below);
            let Some(folder) = found.file.parent() else { continue };
            match load(&found.file) {
                Err(message) => warnings.push(Warning { path, quote: None, severity: Severity::Note, message }),
                Ok(bytes) => {
                    let sidecar = Sidecar::parse(&path, &bytes, warnings);
                    by_folder.insert(folder.to_owned(), Listed { sidecar, whole: *whole });
                }
            }
        }
        Self { by_folder }
    }

    /// What the nearest sidecar that names this file says about it.
    fn row(&mut self, file: &Path) -> Option<Row> {
        file.ancestors().skip(1).find_map(|folder| {
            let listed = self.by_folder.get_mut(folder)?;
            listed.sidecar.row(&shown(file.strip_prefix(folder).ok()?))
        })
    }

    fn finish(&self, warnings: &mut Vec<Warning>) {
        self.by_folder.values().filter(|listed| listed.whole).for_each(|listed| listed.sidecar.report_unused(warnings));
    }
}
