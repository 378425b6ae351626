//! Projects on the command line: every version opens, what cannot be opened says why.

use crate::case::{articles, dateline};
use std::fs;
use std::path::Path;
use std::path::PathBuf;

// Projects.

fn project(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/projects").join(name)
}

#[test]
fn every_version_of_the_project_file_opens() {
    let outcome = dateline("extract --format json").arg(project("v1.dateline")).run().code(0);
    let found = outcome.articles();
    assert_eq!(found, articles(&[("talks.txt", "2025-03-21"), ("київ/strike.md", "2025-03-22")]));
    assert_eq!(outcome.json()["articles"][0]["published"]["source"], "user");
}

#[test]
fn projects_that_cannot_be_opened_say_why() {
    let newer = r#"{"format":"dateline","version":99,"articles":[]}"#;
    dateline("extract p.dateline").file("p.dateline", newer).run().code(1).tells(&[&["newer Dateline", "version 99", "p.dateline"]]);
    dateline("extract p.dateline").file("p.dateline", "hello").run().code(1).tells(&[&["no Dateline project"]]);
    let whole = fs::read(project("v1.dateline")).unwrap();
    dateline("extract p.dateline").file("p.dateline", &whole[..whole.len() / 2]).run().code(1).tells(&[&["cut off"]]);
    dateline("extract p.dateline").run().code(1).tells(&[&["no such file", "p.dateline"]]);
}
