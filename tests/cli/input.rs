//! Bad input: what is skipped, with its reason, and what is read all the same.

use crate::case::{Outcome, STRIKE, TALKS, articles, dateline};
use std::fs;

// Bad input.

#[test]
fn a_missing_folder_is_named() {
    dateline("extract nowhere").run().code(1).writes_nothing().tells(&[&["skipped nowhere", "no such file or folder"], &["No article"]]);
    dateline("extract . nowhere").file("a.txt", TALKS).run().code(3).tells(&[&["skipped nowhere", "no such file or folder"]]);
}

#[test]
fn an_empty_folder_says_what_to_do() {
    dateline("extract empty").folder("empty").run().code(1).tells(&[&["skipped empty", "empty", ".txt", ".md"], &["No article"]]);
    let case = dateline("extract .").file("a.pdf", "%PDF-").file("b.jpg", "x").file(".hidden.txt", TALKS).file(".git/c.txt", TALKS);
    case.run().code(1).tells(&[&["none of its 2 files"], &["No article"]]);
}

#[test]
fn what_is_not_text_is_skipped_and_the_rest_is_read() {
    let case = dateline("extract . --format json")
        .file("a.txt", TALKS)
        .file("binary.txt", b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0")
        .file("empty.txt", "")
        .file("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        .file("report.txt", "%PDF-1.7\n%...")
        .file("spaces.md", " \r\n\t\n");
    let outcome = case.run().code(3).tells(&[
        &["skipped binary.txt", "not text", "UTF-8"],
        &["skipped empty.txt", "empty"],
        &["skipped picture.txt", "PNG picture"],
        &["skipped report.txt", "PDF document"],
        &["skipped spaces.md", "empty"],
    ]);
    assert_eq!(outcome.articles(), articles(&[("a.txt", "")]));
}

#[test]
fn broken_utf8_is_read_as_far_as_it_is_sound() {
    let mut broken = "Starmer’s “coalition” met in Paris.\nIt cost 5 ".as_bytes().to_vec();
    broken.extend(b"\xE2\x82 in all.");
    let outcome = dateline("extract . --format json").file("a.txt", broken).run().code(0);
    assert_eq!(outcome.tells(&[&["note on a.txt", "1 place (the first in line 2)"]]).articles().len(), 1);
}

#[test]
fn other_encodings_are_recognised() {
    let utf16: Vec<u8> = "\u{FEFF}Talks in Kyïv went on.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin = b"The caf\xE9 in Besan\xE7on was closed on 20 March 2025.";
    dateline("extract .").file("a.txt", utf16).run().code(0).tells(&[]);
    dateline("extract .").file("a.txt", latin).run().code(0).tells(&[&["note on a.txt", "windows-1252", "UTF-8"]]);
}

#[test]
fn a_huge_file_is_refused_without_being_read() {
    let size = if cfg!(target_os = "linux") { 1 << 40 } else { 200_000_000 };
    let outcome = dateline("extract .").file("a.txt", TALKS).hollow_file("huge.txt", size).run().code(3);
    outcome.tells(&[&["skipped huge.txt", "too large", "50 MB"]]);
    dateline("extract .").file("a.txt", TALKS).hollow_file("huge.txt", 200_000_000).run().code(3).tells(&[&["200 MB", "Split it"]]);
}

#[test]
fn the_same_text_twice_counts_once() {
    let outcome = dateline("extract . --format json").file("a.txt", TALKS).file("b/c.txt", TALKS).run().code(3);
    assert_eq!(outcome.tells(&[&["skipped b/c.txt", "same text as a.txt"]]).articles(), articles(&[("a.txt", "")]));
}

#[test]
fn a_file_given_twice_is_read_once() {
    dateline("extract . a.txt ./a.txt").file("a.txt", TALKS).run().code(0).tells(&[]);
}

#[test]
fn files_of_other_kinds_are_refused_when_asked_for() {
    dateline("extract a.docx").file("a.docx", "x").run().code(1).tells(&[&["skipped a.docx", ".txt", ".md"], &["No article"]]);
    dateline("extract articles.csv").file("articles.csv", "file\n").run().code(1).tells(&[&["list of articles"], &["No article"]]);
}

#[test]
fn a_folder_of_ten_thousand_files() {
    let mut case = dateline("extract . --format json");
    for number in 0..10_000 {
        case = case.file(&format!("{:02}/{number:04}.txt", number / 100), format!("Number {number}."));
    }
    assert_eq!(case.run().code(0).articles().len(), 10_000);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::os::unix::process::CommandExt as _;

    #[test]
    fn links_that_lead_back_or_nowhere_do_no_harm() {
        let case = dateline("extract . --format json").file("a/a.txt", TALKS).file("b/b.txt", STRIKE);
        let at = |path: &str| case.folder.path().join(path);
        symlink(at("."), at("a/up")).unwrap();
        symlink(at("b"), at("a/b")).unwrap();
        symlink(at("a/a.txt"), at("b/again.txt")).unwrap();
        symlink(at("gone.txt"), at("b/gone.txt")).unwrap();
        let outcome = case.run().code(3).tells(&[&["skipped b/gone.txt", "leads nowhere"]]);
        assert_eq!(outcome.articles(), articles(&[("a/a.txt", ""), ("b/b.txt", "")]));
    }

    #[test]
    fn what_may_not_be_read_is_named() {
        let case = dateline("").file("a.txt", TALKS).file("secret.txt", STRIKE).file("closed/b.txt", STRIKE);
        let at = |path: &str| case.folder.path().join(path);
        let close = |path: &str| fs::set_permissions(at(path), fs::Permissions::from_mode(0o000)).unwrap();
        close("secret.txt");
        close("closed");
        // Root may read everything: then the program runs as nobody, if nobody can reach it.
        let is_root = fs::read(at("secret.txt")).is_ok();
        fs::set_permissions(at("."), fs::Permissions::from_mode(0o755)).unwrap();
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
        command.current_dir(&case.folder).args(["extract", "."]);
        if is_root {
            command.uid(65_534).gid(65_534);
        }
        let Ok(output) = command.output() else { return };
        let err = String::from_utf8(output.stderr).unwrap();
        let outcome = Outcome { folder: case.folder, code: output.status.code().unwrap(), out: String::new(), err };
        fs::set_permissions(outcome.folder.path().join("closed"), fs::Permissions::from_mode(0o700)).unwrap();
        outcome.code(3).tells(&[&["skipped closed", "No permission"], &["skipped secret.txt", "No permission"]]);
    }

    #[test]
    fn names_that_are_no_unicode_are_shown_as_well_as_possible() {
        use std::os::unix::ffi::OsStrExt as _;
        let case = dateline("extract . --format json");
        let name = std::ffi::OsStr::from_bytes(b"caf\xE9.txt");
        if fs::write(case.folder.path().join(name), TALKS).is_ok() {
            assert_eq!(case.run().code(0).articles(), articles(&[("caf\u{FFFD}.txt", "")]));
        }
    }
}
