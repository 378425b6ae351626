//! Writing a file whole or not at all: beside its place, synced, then renamed.
//!
//! Knows nothing of what is written. Used by everything that writes to disk.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes what `write` gives to `path`. If anything fails, the file that stood there is untouched.
///
/// A link is followed, so that the file it leads to is replaced and not the link. Permissions are kept. What stands there and is no
/// file (a device such as the null device, a pipe) is written to, never replaced.
///
/// # Errors
/// What the system or `write` says. A file that must not be written is refused, although a rename could replace it.
pub fn write_whole(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = fs::metadata(&target).ok();
    if let Some(old) = &old {
        if old.is_dir() {
            return Err(io::Error::new(ErrorKind::IsADirectory, "it is a folder"));
        }
        if old.permissions().readonly() {
            return Err(io::Error::new(ErrorKind::PermissionDenied, "it is marked as read-only"));
        }
        if !old.is_file() {
            let mut out = BufWriter::new(File::options().write(true).open(&target)?);
            write(&mut out)?;
            return out.flush();
        }
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let mut builder = tempfile::Builder::new();
    let prefix = unfinished_prefix(&target);
    builder.prefix(&prefix).suffix(UNFINISHED);
    for_everyone(&mut builder);
    let temporary = builder.tempfile_in(&folder)?;
    let mut out = BufWriter::new(temporary);
    write(&mut out)?;
    let temporary = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    if let Some(old) = old {
        temporary.as_file().set_permissions(old.permissions())?;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(&target).map_err(|error| error.error)?;
    // The new name is on disk only when the folder is. Not every system lets a folder be synced: the file is whole anyway.
    if let Ok(folder) = File::open(&folder) {
        folder.sync_all().ok();
    }
    Ok(())
}

/// The ending of files that are being written.
const UNFINISHED: &str = ".tmp";

/// How the names of files begin that are to become this one.
fn unfinished_prefix(target: &Path) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(target.file_name().unwrap_or_default());
    prefix.push("-");
    prefix
}

/// Removes what programs left behind that were ended while they wrote this file. Call it only while nobody else can write it.
pub fn remove_unfinished(path: &Path) {
    let (Some(folder), prefix) = (path.parent(), unfinished_prefix(path)) else { return };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let bytes = name.as_encoded_bytes();
        if bytes.starts_with(prefix.as_encoded_bytes()) && bytes.ends_with(UNFINISHED.as_bytes()) {
            fs::remove_file(entry.path()).ok();
        }
    }
}

/// Temporary files are made for their owner alone; this one becomes an ordinary file, less what the user's mask takes away.
#[cfg(unix)]
fn for_everyone(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

/// Elsewhere a file takes its permissions from its folder.
#[cfg(not(unix))]
fn for_everyone(_builder: &mut tempfile::Builder<'_, '_>) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.json");
        write_whole(&path, |out| out.write_all(b"old")).unwrap();
        let failed = write_whole(&path, |out| {
            out.write_all(b"new")?;
            Err(io::Error::other("stop"))
        });
        assert!(failed.is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_stands_there_is_replaced_unless_it_is_protected() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.json");
        write_whole(&path, |out| out.write_all(b"one")).unwrap();
        write_whole(&path, |out| out.write_all(b"two")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert_eq!(write_whole(&path, |out| out.write_all(b"three")).unwrap_err().kind(), ErrorKind::PermissionDenied);
        assert_eq!(write_whole(folder.path(), |out| out.write_all(b"x")).unwrap_err().kind(), ErrorKind::IsADirectory);
    }

    #[test]
    fn what_an_ended_program_left_is_removed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("b.dateline");
        for name in ["b.dateline", ".b.dateline-Xy1.tmp", ".a.dateline-Xy1.tmp", "b.dateline-1.tmp", ".b.dateline.autosave"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        remove_unfinished(&path);
        let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, [".a.dateline-Xy1.tmp", ".b.dateline.autosave", "b.dateline", "b.dateline-1.tmp"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_written_to_and_stays_a_pipe() {
        use std::os::unix::fs::FileTypeExt as _;
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || fs::read_to_string(pipe).unwrap()
        });
        write_whole(&pipe, |out| out.write_all(b"events")).unwrap();
        assert!(fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo());
        assert_eq!(reader.join().unwrap(), "events");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        write_whole(&link, |out| out.write_all(b"new")).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
    }
}
