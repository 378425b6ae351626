//! What remains of a fault of the program's own: a file that says where it happened, for whoever is asked to mend it.

use super::run::APP_ID;
use std::backtrace::Backtrace;
use std::fs;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// So many reports are kept.
const MOST: usize = 10;
/// How the names of reports begin.
const PREFIX: &str = "fault ";

static LATEST: Mutex<Option<PathBuf>> = Mutex::new(None);

/// From now on every fault is written into a file in the program's own folder, besides standard error.
pub(super) fn keep_reports() {
    let Some(folder) = eframe::storage_dir(APP_ID).map(|folder| folder.join("faults")) else { return };
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |fault| {
        usual(fault);
        let name = format!("{PREFIX}{}.txt", now().format("%Y-%m-%d %H.%M.%S"));
        if let Some(path) = keep(&folder, &name, &report(fault)) {
            *LATEST.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
        }
    }));
}

/// " What happened is written in FILE.", if a fault was written into a file since the program was started.
pub(super) fn where_to_read() -> String {
    let latest = LATEST.lock().unwrap_or_else(PoisonError::into_inner);
    latest.as_ref().map_or_else(String::new, |path| format!(" What happened is written in {}.", path.display()))
}

fn report(fault: &PanicHookInfo<'_>) -> String {
    let thread = std::thread::current();
    format!(
        "Dateline {}, {} {}\nThread: {}\n{fault}\n\n{}\n",
        crate::VERSION,
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("without a name"),
        Backtrace::force_capture()
    )
}

/// Writes a report and removes the oldest ones; `None` if it could not be written.
fn keep(folder: &Path, name: &str, report: &str) -> Option<PathBuf> {
    fs::create_dir_all(folder).ok()?;
    let path = folder.join(name);
    fs::write(&path, report).ok()?;
    let mut old: Vec<PathBuf> = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).filter(|path| is_report(path)).collect();
    // Their names begin with the time.
    old.sort();
    for path in old.iter().rev().skip(MOST) {
        fs::remove_file(path).ok();
    }
    Some(path)
}

fn is_report(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PREFIX))
}

#[expect(clippy::disallowed_methods, reason = "the rim of the program: the clock comes in here")]
fn now() -> chrono::DateTime<chrono::Local> {
    chrono::Local::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_reports_are_kept_and_nothing_else_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("notes.txt"), "mine").unwrap();
        for second in 10..25 {
            assert!(keep(folder.path(), &format!("fault 2026-11-22 10.00.{second}.txt"), "report").is_some());
        }
        let mut left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        left.sort();
        assert_eq!((left.len(), left[0].as_str(), left[MOST].as_str()), (MOST + 1, "fault 2026-11-22 10.00.15.txt", "notes.txt"));
    }
}
