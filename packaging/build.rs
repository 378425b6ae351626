//! Tells the program which commit it was built from, and names what its findings follow from. Development builds do not say the
//! commit: they would be built anew for every one.

mod fingerprint;

use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=packaging/build.rs");
    println!("cargo::rerun-if-changed=packaging/fingerprint.rs");
    println!("cargo::rerun-if-env-changed=DATELINE_COMMIT");
    let release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let commit = if release { given().or_else(found) } else { None };
    println!("cargo::rustc-env=DATELINE_BUILD={}", commit.map_or_else(String::new, |commit| format!(" ({commit})")));
    println!("cargo::rustc-env=DATELINE_FINDINGS={}", fingerprint::fingerprint());
}

/// The commit that whoever builds a package from a folder without history names.
fn given() -> Option<String> {
    std::env::var("DATELINE_COMMIT").ok().filter(|commit| !commit.is_empty())
}

fn found() -> Option<String> {
    for file in [".git/HEAD", ".git/logs/HEAD"] {
        if std::path::Path::new(file).exists() {
            println!("cargo::rerun-if-changed={file}");
        }
    }
    let output = Command::new("git").args(["rev-parse", "--short=10", "HEAD"]).output().ok().filter(|output| output.status.success())?;
    let commit = String::from_utf8(output.stdout).ok()?;
    Some(commit.trim().to_owned()).filter(|commit| !commit.is_empty())
}
