//! What has become of the files that articles were read from: looked at when asked, never watched.

use super::disk::load;
use super::pasted::from_bytes;
use super::walk::ENDINGS;
use crate::model::{ArticleId, Origin};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

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

/// What a file is now; none if it is not there.
pub(super) fn origin(file: &Path) -> Option<Origin> {
    let about = fs::metadata(file).ok().filter(fs::Metadata::is_file)?;
    let changed = about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let milliseconds = changed.and_then(|since| u64::try_from(since.as_millis()).ok()).unwrap_or_default();
    Some(Origin { file: file.to_owned(), bytes: about.len(), changed: milliseconds })
}

/// Looks at the files of these articles and, if asked to, for new ones beside them. A file that was written again with the same
/// text has not changed. Files of another kind and hidden ones are passed over.
pub fn look(origins: &BTreeMap<ArticleId, Origin>, for_new: bool) -> Sight {
    let mut sight = Sight::default();
    for (id, known) in origins {
        match origin(&known.file) {
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
        let known: BTreeSet<&Path> = origins.values().map(|origin| origin.file.as_path()).collect();
        let folders: BTreeSet<&Path> = known.iter().filter_map(|file| file.parent()).collect();
        for folder in folders {
            let Ok(entries) = fs::read_dir(folder) else { continue };
            let files = entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
            sight.new.extend(files.map(|entry| entry.path()).filter(|file| is_shown_article(file) && !known.contains(file.as_path())));
        }
        sight.new.sort();
    }
    sight
}

/// Whether the file still gives the text of this article. What cannot be read has not changed as far as anybody can tell.
fn reads_as(file: &Path, id: ArticleId) -> bool {
    let Ok(bytes) = load(file) else { return true };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    from_bytes(&name, &bytes).articles.iter().any(|article| article.id == id)
}

fn is_shown_article(file: &Path) -> bool {
    let is_hidden = file.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let ending = file.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    !is_hidden && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
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
        assert_eq!(look(&reading.origins, true), Sight::default());
        fs::write(file("a.txt"), "The ministers did not meet at all.").unwrap();
        fs::remove_file(file("b.txt")).unwrap();
        // Written again with the same text, by a program that marks its encoding.
        fs::write(file("c.txt"), "\u{FEFF}The ministers met in c.txt.").unwrap();
        for name in ["d.md", ".hidden.txt", "e.pdf"] {
            fs::write(file(name), "They met again.").unwrap();
        }
        let id = |name: &str| reading.articles.iter().find(|article| article.path == name).unwrap().id;
        let sight = look(&reading.origins, true);
        assert_eq!(sight.changed, BTreeSet::from([id("a.txt")]));
        assert_eq!(sight.missing, BTreeSet::from([id("b.txt")]));
        assert_eq!(sight.new.iter().map(|path| path.file_name().unwrap().to_owned()).collect::<Vec<_>>(), ["d.md"]);
        assert_eq!(look(&reading.origins, false).new, Vec::<PathBuf>::new());
    }
}
