//! Paths as people see them: below the opened folder, with `/` on every system, no two alike.

use super::walk::Found;
use std::collections::HashMap;
use std::path::{Component, Path, absolute};

/// A path with `/` between its parts. Bytes that are no Unicode are shown as U+FFFD.
pub(super) fn shown(path: &Path) -> String {
    let mut parts = Vec::new();
    let mut root = String::new();
    for part in path.components() {
        match part {
            Component::Prefix(prefix) => root = prefix.as_os_str().to_string_lossy().replace('\\', "/"),
            Component::RootDir => root.push('/'),
            other => parts.push(other.as_os_str().to_string_lossy()),
        }
    }
    format!("{root}{}", parts.join("/"))
}

/// The path to show for each file, in the same order. Where several files would look alike ("news.txt" of two
/// folders), each is shown with as many folders in front as it takes to tell them apart.
pub(super) fn distinct(files: &[Found]) -> Vec<String> {
    let mut paths: Vec<String> = files.iter().map(|found| shown(&found.below)).collect();
    for more in 1..=64 {
        let doubles = doubles(&paths);
        if doubles.is_empty() {
            return paths;
        }
        for at in doubles {
            paths[at] = with_parents(&files[at], more);
        }
    }
    for at in doubles(&paths) {
        paths[at] = format!("{} ({})", paths[at], at + 1);
    }
    paths
}

/// The places of all paths that occur more than once.
fn doubles(paths: &[String]) -> Vec<usize> {
    let mut count: HashMap<&str, usize> = HashMap::new();
    for path in paths {
        *count.entry(path).or_default() += 1;
    }
    (0..paths.len()).filter(|at| count.get(paths[*at].as_str()).is_some_and(|count| *count > 1)).collect()
}

/// The path below the folder with so many of the folders above it in front.
fn with_parents(found: &Found, more: usize) -> String {
    let whole = absolute(&found.file).unwrap_or_else(|_| found.file.clone());
    let parts: Vec<_> = whole.components().filter(|part| matches!(part, Component::Normal(_))).collect();
    let kept = (found.below.components().count() + more).min(parts.len());
    shown(&parts[parts.len() - kept..].iter().collect::<std::path::PathBuf>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(file: &str, below: &str) -> Found {
        Found { file: file.into(), below: below.into(), depth: 0 }
    }

    #[test]
    fn files_that_look_alike_get_folders_in_front() {
        let files = [found("/x/a/news.txt", "news.txt"), found("/y/a/news.txt", "news.txt"), found("/x/a/other.txt", "other.txt")];
        assert_eq!(distinct(&files), ["x/a/news.txt", "y/a/news.txt", "other.txt"]);
        let files = [found("/x/news.txt", "news.txt"), found("/y/news.txt", "news.txt")];
        assert_eq!(distinct(&files), ["x/news.txt", "y/news.txt"]);
    }

    #[test]
    fn any_unicode_is_shown_with_slashes() {
        let path: std::path::PathBuf = ["東京", "Kyïv — день 1.txt"].iter().collect();
        assert_eq!(shown(&path), "東京/Kyïv — день 1.txt");
    }
}
