//! One window per project file: a lock beside it, which the system takes back when the program ends, however it ends.

use same_file::Handle;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Holds a project file for this window as long as it lives.
#[derive(Debug)]
pub struct Lock {
    /// The open file is the lock.
    _file: File,
    path: PathBuf,
}

/// What came of asking for a lock.
#[derive(Debug)]
pub enum Locking {
    /// It is ours.
    Held(Lock),
    /// Another window has the file open.
    Taken,
    /// The folder takes no lock, because it is read-only or its file system knows none. Nothing is known of other windows.
    Unknown,
}

/// Asks for the lock of this project file, which need not exist yet.
pub fn lock(project: &Path) -> Locking {
    let path = lock_path(project);
    // Whoever lets go removes the file; one that was removed between opening and locking locks nothing, so another is made.
    for _ in 0..16 {
        match try_once(&path) {
            Ok(Some(file)) => return Locking::Held(Lock { _file: file, path }),
            Ok(None) => {}
            Err(TryLockError::WouldBlock) => return Locking::Taken,
            Err(TryLockError::Error(_)) => return Locking::Unknown,
        }
    }
    Locking::Unknown
}

/// The lock, unless its file was removed meanwhile.
fn try_once(path: &Path) -> Result<Option<File>, TryLockError> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path).map_err(TryLockError::Error)?;
    file.try_lock()?;
    let is_still_there = || -> io::Result<bool> { Ok(Handle::from_file(file.try_clone()?)? == Handle::from_path(path)?) };
    Ok(is_still_there().unwrap_or(false).then_some(file))
}

/// Where the lock of a project file stands: beside it, hidden where names with a dot are.
fn lock_path(project: &Path) -> PathBuf {
    super::beside(project, "lock")
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is still held: nobody can have locked the file of this name in between.
        fs::remove_file(&self.path).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_one_is_told_and_the_first_one_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Київ.dateline");
        let Locking::Held(first) = lock(&path) else { panic!("the first one gets the lock") };
        assert!(matches!(lock(&path), Locking::Taken));
        drop(first);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(matches!(lock(&path), Locking::Held(_)));
    }

    #[test]
    fn what_a_crash_leaves_behind_locks_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dateline");
        fs::write(lock_path(&path), "").unwrap();
        assert!(matches!(lock(&path), Locking::Held(_)));
    }

    #[test]
    fn where_no_lock_can_be_made_nothing_is_known() {
        assert!(matches!(lock(Path::new("/no/such/folder/a.dateline")), Locking::Unknown));
    }
}
