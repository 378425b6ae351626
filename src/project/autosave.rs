//! The state that a crash would lose: kept beside the project file, or in the program's own folder as long as there is none.

use super::{Lock, Locking, Project, ProjectFileError, load, lock};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

const ENDING: &str = "autosave";

/// A file named after `project` in the same folder: `.NAME.ENDING`.
pub(super) fn beside(project: &Path, ending: &str) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(project.file_name().unwrap_or(OsStr::new("project")));
    name.push(".");
    name.push(ending);
    project.with_file_name(name)
}

/// Where the unsaved state of this project file is kept.
pub fn autosave_path(project: &Path) -> PathBuf {
    beside(project, ENDING)
}

/// What an earlier window could not save any more.
#[derive(Debug)]
pub struct Leftover {
    /// The state.
    pub project: Project,
    /// The file it was found in.
    pub path: PathBuf,
    /// When it was kept last, if the system knows.
    pub kept: Option<SystemTime>,
    /// The place it was found in, held against other windows; none if it stood beside the project's file.
    pub shelter: Option<Shelter>,
}

impl Leftover {
    /// Throws it away.
    pub fn remove(self) {
        fs::remove_file(&self.path).ok();
    }
}

/// The state beside this project file that is not in it. One that says the same as the file is removed.
///
/// Ask only while holding the lock of the project file: another window's state is not a leftover.
pub fn leftover_of(file: &Path, saved: &Project) -> Option<Leftover> {
    let path = autosave_path(file);
    let project = load(&path).ok()?;
    if project.has_same_work(saved) {
        fs::remove_file(&path).ok();
        return None;
    }
    Some(Leftover { project, kept: changed(&path), path, shelter: None })
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}

/// The place for the work of a window whose project has no file yet.
#[derive(Debug)]
pub struct Shelter {
    path: PathBuf,
    _lock: Option<Lock>,
}

impl Shelter {
    /// A place of its own in this folder, which is made if it is not there.
    ///
    /// # Errors
    /// [`ProjectFileError::Save`] if the folder cannot be made.
    pub fn in_folder(folder: &Path) -> Result<Self, ProjectFileError> {
        fs::create_dir_all(folder).map_err(|source| ProjectFileError::Save { path: folder.to_owned(), source })?;
        let mut number = 1_u64;
        loop {
            let path = folder.join(format!("unsaved-{number}.{ENDING}"));
            // What is there and not locked is a leftover that nobody has decided on yet.
            if !path.exists() {
                match lock(&path) {
                    Locking::Held(lock) => return Ok(Self { path, _lock: Some(lock) }),
                    Locking::Unknown => return Ok(Self { path, _lock: None }),
                    Locking::Taken => {}
                }
            }
            number += 1;
        }
    }

    /// Where the state goes.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The states that windows without a project file left in this folder, oldest first; not those of windows still open.
pub fn leftovers_in(folder: &Path) -> Vec<Leftover> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension() == Some(OsStr::new(ENDING)) && !is_hidden(path))
        .collect();
    paths.sort_by_key(|path| (changed(path), path.clone()));
    paths.into_iter().filter_map(leftover_at).collect()
}

fn leftover_at(path: PathBuf) -> Option<Leftover> {
    let lock = match lock(&path) {
        Locking::Taken => return None,
        Locking::Held(lock) => Some(lock),
        Locking::Unknown => None,
    };
    let project = load(&path).ok()?;
    Some(Leftover { project, kept: changed(&path), path: path.clone(), shelter: Some(Shelter { path, _lock: lock }) })
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::save;

    #[test]
    fn the_newer_state_beside_a_file_is_found_and_one_that_says_the_same_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.dateline");
        save(&Project::edited(1), &file).unwrap();
        assert!(leftover_of(&file, &Project::edited(1)).is_none());
        save(&Project::edited(2), &autosave_path(&file)).unwrap();
        assert_eq!(leftover_of(&file, &Project::edited(1)).unwrap().project, Project::edited(2));
        save(&Project::edited(1), &autosave_path(&file)).unwrap();
        assert!(leftover_of(&file, &Project::edited(1)).is_none());
        assert!(!autosave_path(&file).exists());
    }

    #[test]
    fn windows_without_a_file_keep_their_states_apart() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("new");
        let (one, two) = (Shelter::in_folder(&folder).unwrap(), Shelter::in_folder(&folder).unwrap());
        assert_ne!(one.path(), two.path());
        save(&Project::edited(1), one.path()).unwrap();
        save(&Project::edited(2), two.path()).unwrap();
        assert!(leftovers_in(&folder).is_empty(), "both windows are open");
        drop(one);
        let left = leftovers_in(&folder);
        assert_eq!(left.iter().map(|left| &left.project).collect::<Vec<_>>(), [&Project::edited(1)]);
        assert!(leftovers_in(&folder).is_empty(), "another window is asking about it");
    }

    #[test]
    fn a_state_that_cannot_be_read_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("unsaved-1.autosave");
        fs::write(&path, "{").unwrap();
        assert!(leftovers_in(folder.path()).is_empty());
        assert!(path.exists());
        assert_ne!(Shelter::in_folder(folder.path()).unwrap().path(), path);
    }
}
