//! What has become of the files that articles were read from: looked at when asked.

use super::disk::load;
use super::pasted::from_bytes;
use super::walk::articles_in;
use crate::model::{ArticleId, Origin, Reading, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// What there is to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The files of the articles.
    files: BTreeMap<ArticleId, Origin>,
    /// The folders they were read from, and whether those below are looked at as well: that of a file which was opened itself is
    /// looked at alone.
    folders: BTreeMap<PathBuf, bool>,
    /// The ends of paths of files that gave no article when they were read.
    skipped: Vec<PathBuf>,
}

impl Places {
    /// Those of these articles.
    pub fn of(reading: &Reading) -> Self {
        let mut folders: BTreeMap<PathBuf, bool> = BTreeMap::new();
        for origin in reading.origins.values() {
            if let Some(folder) = origin.file.ancestors().nth(origin.depth.max(1)) {
                *folders.entry(folder.to_owned()).or_default() |= origin.depth > 0;
            }
        }
        let skipped = reading.warnings.iter().filter(|warning| warning.severity == Severity::Skipped);
        Self { files: reading.origins.clone(), folders, skipped: skipped.map(|warning| PathBuf::from(&warning.path)).collect() }
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

/// What was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// Their files have another text now.
    pub changed: BTreeSet<ArticleId>,
    /// Their files are gone.
    pub missing: BTreeSet<ArticleId>,
    /// Articles in the folders of the others that have not been read, in order of their paths.
    pub new: Vec<PathBuf>,
}

/// What a file is now; none if it is not there. `depth` as in [`Origin`].
pub(super) fn origin(file: &Path, depth: usize) -> Option<Origin> {
    let about = fs::metadata(file).ok().filter(fs::Metadata::is_file)?;
    let changed = about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let milliseconds = changed.and_then(|since| u64::try_from(since.as_millis()).ok()).unwrap_or_default();
    Some(Origin { file: file.to_owned(), bytes: about.len(), changed: milliseconds, depth })
}

/// Looks at the files of articles and, if asked to, for new ones beside them. A file that was written again with the same text
/// has not changed. Files of another kind and hidden ones are passed over, and so are those that gave no article before.
pub fn look(places: &Places, for_new: bool) -> Sight {
    let mut sight = Sight::default();
    for (id, known) in &places.files {
        match origin(&known.file, known.depth) {
            None => drop(sight.missing.insert(*id)),
            Some(now) if now == *known => {}
            Some(_) => {
                if !reads_as(&known.file, *id) {
                    sight.changed.insert(*id);
                }
            }
        }
    }
    if for_new {
        let known: BTreeSet<&Path> = places.files.values().map(|origin| origin.file.as_path()).collect();
        let is_new = |file: &PathBuf| !known.contains(file.as_path()) && !places.skipped.iter().any(|end| file.ends_with(end));
        let found = places.folders.iter().flat_map(|(folder, deep)| articles_in(folder, *deep)).filter(is_new);
        // A folder may lie in another one.
        sight.new = found.collect::<BTreeSet<_>>().into_iter().collect();
    }
    sight
}

/// Whether the file still gives the text of this article. What cannot be read has not changed as far as anybody can tell.
fn reads_as(file: &Path, id: ArticleId) -> bool {
    let Ok(bytes) = load(file) else { return true };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    from_bytes(&name, &bytes).articles.iter().any(|article| article.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Silent;

    #[test]
    fn changed_missing_and_new_files_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        for name in ["a.txt", "b.txt", "c.txt"] {
            fs::write(file(name), format!("The ministers met in {name}.")).unwrap();
        }
        let reading = super::super::read(&[folder.path().to_owned()], &Silent).unwrap();
        let places = Places::of(&reading);
        assert_eq!(look(&places, true), Sight::default());
        fs::write(file("a.txt"), "The ministers did not meet at all.").unwrap();
        fs::remove_file(file("b.txt")).unwrap();
        // Written again with the same text, by a program that marks its encoding.
        fs::write(file("c.txt"), "\u{FEFF}The ministers met in c.txt.").unwrap();
        for name in ["d.md", ".hidden.txt", "e.pdf"] {
            fs::write(file(name), "They met again.").unwrap();
        }
        let id = |name: &str| reading.articles.iter().find(|article| article.path == name).unwrap().id;
        let sight = look(&places, true);
        assert_eq!(sight.changed, BTreeSet::from([id("a.txt")]));
        assert_eq!(sight.missing, BTreeSet::from([id("b.txt")]));
        assert_eq!(sight.new.iter().map(|path| path.file_name().unwrap().to_owned()).collect::<Vec<_>>(), ["d.md"]);
        assert_eq!(look(&places, false).new, Vec::<PathBuf>::new());
    }

    #[test]
    fn new_files_are_looked_for_where_articles_came_from_and_nowhere_else() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        };
        write("news/2025/a.txt", "The ministers met.");
        write("news/twin.txt", "The ministers met.");
        write("other/b.txt", "They parted.");
        let read = |paths: &[&str]| {
            let paths: Vec<PathBuf> = paths.iter().map(|path| folder.path().join(path)).collect();
            super::super::read(&paths, &Silent).unwrap()
        };
        let reading = read(&["news", "other/b.txt"]);
        assert_eq!(look(&Places::of(&reading), true).new, Vec::<PathBuf>::new(), "the twin gave no article");
        for name in ["news/c.txt", "news/2026/d.txt", "news/.git/e.txt", "other/f.txt", "other/deep/g.txt", "h.txt"] {
            write(name, &format!("They met in {name}."));
        }
        let new = look(&Places::of(&reading), true).new;
        let new: Vec<_> = new.iter().map(|file| file.strip_prefix(folder.path()).unwrap().to_str().unwrap().replace('\\', "/")).collect();
        assert_eq!(new, ["news/2026/d.txt", "news/c.txt", "other/f.txt"]);
    }
}
