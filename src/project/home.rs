//! Where a project is kept: its file, held for this window, with the state it had when it was last read or written.

use super::{Leftover, Lock, Locking, Project, ProjectFileError, Sealed, Stamp, autosave_path, leftover_of, load_with, lock, save_with};
use crate::whole_file::remove_unfinished;
use std::path::{Path, PathBuf};

/// The file of an open project.
#[derive(Debug)]
pub struct Home {
    path: PathBuf,
    /// None where no lock can be had.
    _lock: Option<Lock>,
    stamp: Option<Stamp>,
}

/// A project as it was opened.
#[derive(Debug)]
pub struct Opened {
    /// What is in the file.
    pub project: Project,
    /// The file; none if another window has it open: then this is a copy without a file.
    pub home: Option<Home>,
    /// What an earlier window could not save.
    pub leftover: Option<Leftover>,
    /// The findings that are kept in the file, if any.
    pub findings: Option<Sealed>,
}

/// Reads a project and holds its file, unless another window does.
///
/// # Errors
/// As [`load`].
pub fn open(path: &Path) -> Result<Opened, ProjectFileError> {
    let lock = match lock(path) {
        Locking::Held(lock) => Some(lock),
        Locking::Unknown => None,
        Locking::Taken => {
            let (project, findings) = load_with(path)?;
            return Ok(Opened { project, home: None, leftover: None, findings });
        }
    };
    if lock.is_some() {
        remove_unfinished(path);
        remove_unfinished(&autosave_path(path));
    }
    // The stamp first: what changes while the file is read is noticed when it is saved.
    let stamp = Stamp::of(path);
    let (project, findings) = load_with(path)?;
    let leftover = leftover_of(path, &project);
    Ok(Opened { project, home: Some(Home { path: path.to_owned(), _lock: lock, stamp }), leftover, findings })
}

impl Home {
    /// A place that the user has chosen, and agreed to replace if something stands there.
    ///
    /// # Errors
    /// [`ProjectFileError::Taken`] if another window has that file open.
    pub fn chosen(path: &Path) -> Result<Self, ProjectFileError> {
        let lock = match lock(path) {
            Locking::Held(lock) => Some(lock),
            Locking::Unknown => None,
            Locking::Taken => return Err(ProjectFileError::Taken { path: path.to_owned() }),
        };
        Ok(Self { path: path.to_owned(), _lock: lock, stamp: Stamp::of(path) })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the project, whole or not at all, with the findings if they are given. `replace` says that what another program wrote may be lost.
    ///
    /// # Errors
    /// [`ProjectFileError::Changed`] if another program has written the file and it may not be replaced, or
    /// [`ProjectFileError::Save`].
    pub fn save(&mut self, project: &Project, findings: Option<&Sealed>, replace: bool) -> Result<(), ProjectFileError> {
        let stamp = Stamp::of(&self.path);
        if !replace && stamp.is_some() && stamp != self.stamp {
            return Err(ProjectFileError::Changed { path: self.path.clone() });
        }
        save_with(project, findings, &self.path)?;
        self.stamp = Stamp::of(&self.path);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{load, save};
    use std::fs;

    #[test]
    fn a_second_window_gets_a_copy_without_a_file_and_cannot_save_over_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dateline");
        let mut home = Home::chosen(&path).unwrap();
        home.save(&Project::edited(1), None, false).unwrap();
        let second = open(&path).unwrap();
        assert_eq!((second.project, second.home.is_some()), (Project::edited(1), false));
        let refused = Home::chosen(&path).unwrap_err();
        assert!(matches!(refused, ProjectFileError::Taken { .. }) && refused.to_string().contains("another window"), "{refused}");
        drop(home);
        assert!(open(&path).unwrap().home.is_some());
    }

    #[test]
    fn what_another_program_wrote_is_not_replaced_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dateline");
        save(&Project::edited(1), &path).unwrap();
        let mut home = open(&path).unwrap().home.unwrap();
        fs::write(&path, "something longer than nothing").unwrap();
        assert!(matches!(home.save(&Project::edited(2), None, false), Err(ProjectFileError::Changed { .. })));
        assert_eq!(fs::read_to_string(&path).unwrap(), "something longer than nothing");
        home.save(&Project::edited(2), None, true).unwrap();
        home.save(&Project::edited(3), None, false).unwrap();
        fs::remove_file(&path).unwrap();
        home.save(&Project::edited(3), None, false).unwrap();
        assert_eq!(load(&path).unwrap(), Project::edited(3));
    }

    #[test]
    fn the_leftover_of_a_crash_comes_with_the_file_but_not_to_a_second_window() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dateline");
        save(&Project::edited(1), &path).unwrap();
        save(&Project::edited(2), &autosave_path(&path)).unwrap();
        let first = open(&path).unwrap();
        assert_eq!(first.leftover.as_ref().unwrap().project, Project::edited(2));
        assert!(open(&path).unwrap().leftover.is_none());
    }
}
