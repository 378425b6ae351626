//! Where the files of articles lie, as a project says it: as seen from the project, so that both can move together, and never
//! with the name of the user.
//!
//! In memory every place is a whole path. In the file it is one of three: a path from the folder of the project
//! (`../news/a.txt`), one below the user's own folder (`~/news/a.txt`), or a whole path outside of it (`/srv/news/a.txt`).
//! Older files have whole paths everywhere.

use crate::model::{ArticleId, Origin, Warning};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf, absolute};

/// What stands for the user's own folder.
const OWN: &str = "~";

/// The origins as they are written into the project at this path. A place that cannot be written as text is left out: the
/// article itself is in the project.
pub(super) fn written(origins: &BTreeMap<ArticleId, Origin>, project: &Path) -> BTreeMap<ArticleId, Origin> {
    let (base, home) = (folder_of(project), own_folder());
    let all = origins.iter().filter_map(|(id, origin)| {
        let file = said(&absolute(&origin.file).ok()?, &base, home.as_deref())?;
        Some((*id, Origin { file: file.into(), ..*origin }))
    });
    all.collect()
}

/// The same the other way.
pub(super) fn read(origins: BTreeMap<ArticleId, Origin>, project: &Path) -> BTreeMap<ArticleId, Origin> {
    let (base, home) = (folder_of(project), own_folder());
    origins.into_iter().map(|(id, origin)| (id, Origin { file: meant(&origin.file, &base, home.as_deref()), ..origin })).collect()
}

/// Warnings as they are written: one that names a whole path below the user's own folder names it from there.
pub(super) fn without_name(warnings: &[Warning]) -> Vec<Warning> {
    let home = own_folder();
    let said = |path: &str| {
        let below = Path::new(path).strip_prefix(home.as_deref()?).ok()?;
        Some(format!("{OWN}/{}", with_slashes(below)?))
    };
    warnings
        .iter()
        .map(|warning| Warning { path: said(&warning.path).unwrap_or_else(|| warning.path.clone()), ..warning.clone() })
        .collect()
}

fn folder_of(project: &Path) -> PathBuf {
    let whole = absolute(project).unwrap_or_else(|_| project.to_owned());
    whole.parent().map(Path::to_owned).unwrap_or_default()
}

/// The user's own folder, unless that is the whole disk.
fn own_folder() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| home.is_absolute() && has_name(home))
}

fn has_name(path: &Path) -> bool {
    path.components().any(|part| matches!(part, Component::Normal(_)))
}

fn said(file: &Path, base: &Path, home: Option<&Path>) -> Option<String> {
    let shared: PathBuf = file.components().zip(base.components()).take_while(|(a, b)| a == b).map(|(part, _)| part).collect();
    let below_own = home.filter(|home| file.starts_with(home));
    let is_near = below_own.map_or_else(|| has_name(&shared), |home| shared.starts_with(home));
    if is_near {
        let up = base.components().count() - shared.components().count();
        let below = with_slashes(file.strip_prefix(&shared).ok()?)?;
        let path = format!("{}{below}", "../".repeat(up));
        return Some(if path.starts_with(OWN) { format!("./{path}") } else { path });
    }
    match below_own {
        Some(home) => Some(format!("{OWN}/{}", with_slashes(file.strip_prefix(home).ok()?)?)),
        None => file.to_str().map(str::to_owned),
    }
}

fn with_slashes(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

fn meant(said: &Path, base: &Path, home: Option<&Path>) -> PathBuf {
    let path = match (said.strip_prefix(OWN), home) {
        (Ok(below), Some(home)) => home.join(below),
        _ => base.join(said),
    };
    // "a/../b" is "b": a file is compared with others by its path.
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn places_are_said_from_the_project_and_never_with_the_users_name() {
        let home = Some(Path::new("/home/anna"));
        for (file, base, expected) in [
            ("/home/anna/case/news/a.txt", "/home/anna/case", "news/a.txt"),
            ("/home/anna/case/a.txt", "/home/anna/case", "a.txt"),
            ("/home/anna/Documents/a.txt", "/home/anna/Desktop/work", "../../Documents/a.txt"),
            ("/home/anna/Documents/Київ — «1».txt", "/media/stick", "~/Documents/Київ — «1».txt"),
            ("/home/anna/a.txt", "/home/bob", "~/a.txt"),
            ("/home/anna/~/a.txt", "/home/anna", "./~/a.txt"),
            ("/srv/news/a.txt", "/srv/work", "../news/a.txt"),
            ("/srv/news/a.txt", "/home/anna", "/srv/news/a.txt"),
            ("/media/anna/stick/news/a.txt", "/media/anna/stick", "news/a.txt"),
        ] {
            let (file, base) = (Path::new(file), Path::new(base));
            assert_eq!(said(file, base, home).as_deref(), Some(expected));
            assert_eq!(meant(Path::new(expected), base, home), file);
            assert!(!expected.contains("anna"), "{expected}");
        }
        assert_eq!(said(Path::new("/home/anna/a.txt"), Path::new("/home/anna"), None).as_deref(), Some("a.txt"));
    }

    #[cfg(unix)]
    #[test]
    fn project_and_articles_can_move_together_and_older_files_say_whole_paths() {
        let home = Some(Path::new("/home/bob"));
        assert_eq!(meant(Path::new("news/a.txt"), Path::new("/mnt/x"), home), Path::new("/mnt/x/news/a.txt"));
        assert_eq!(meant(Path::new("~/a.txt"), Path::new("/mnt/x"), home), Path::new("/home/bob/a.txt"));
        assert_eq!(meant(Path::new("/home/anna/a.txt"), Path::new("/mnt/x"), home), Path::new("/home/anna/a.txt"));
    }

    #[test]
    fn a_warning_names_the_own_folder_by_its_sign() {
        use crate::model::Severity;
        let warning = |path: String| Warning { path, quote: None, severity: Severity::Skipped, message: "It is empty.".to_owned() };
        let Some(home) = own_folder() else { return };
        let said = without_name(&[warning(home.join("a").join("b.pdf").display().to_string()), warning("a/b.pdf".to_owned())]);
        assert_eq!(said.iter().map(|warning| warning.path.as_str()).collect::<Vec<_>>(), ["~/a/b.pdf", "a/b.pdf"]);
    }

    #[cfg(windows)]
    #[test]
    fn places_on_other_drives_are_said_whole_or_from_the_own_folder() {
        let home = Some(Path::new(r"C:\Users\Anna"));
        for (file, base, expected) in [
            (r"C:\Users\Anna\news\a.txt", r"C:\Users\Anna\work", "../news/a.txt"),
            (r"C:\Users\Anna\news\a.txt", r"E:\work", "~/news/a.txt"),
            (r"D:\news\a.txt", r"E:\work", r"D:\news\a.txt"),
        ] {
            assert_eq!(said(Path::new(file), Path::new(base), home).as_deref(), Some(expected));
            assert_eq!(meant(Path::new(expected), Path::new(base), home), Path::new(file));
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_that_is_no_text_does_not_keep_a_project_from_being_saved() {
        use crate::project::{Project, load, save};
        use std::os::unix::ffi::OsStrExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (path, id) = (folder.path().join("p.dateline"), ArticleId::of("text"));
        let mut project = Project::default();
        let file = folder.path().join(std::ffi::OsStr::from_bytes(b"caf\xe9.txt"));
        project.reading.origins.insert(id, Origin { file, bytes: 4, changed: 0, depth: 0 });
        save(&project, &path).unwrap();
        assert!(load(&path).unwrap().reading.origins.is_empty());
        let near = Origin { file: folder.path().join("a.txt"), bytes: 4, changed: 0, depth: 1 };
        project.reading.origins.insert(id, near.clone());
        save(&project, &path).unwrap();
        assert!(!std::fs::read_to_string(&path).unwrap().contains(folder.path().to_str().unwrap()));
        assert_eq!(load(&path).unwrap().reading.origins[&id], near);
    }
}
