//! Tells the program which commit it was built from, names what its findings follow from, and gives the Windows program its icon, version
//! and manifest.

mod fingerprint;

use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=packaging/build.rs");
    println!("cargo::rerun-if-changed=packaging/fingerprint.rs");
    name_commit();
    println!("cargo::rustc-env=DATELINE_FINDINGS={}", fingerprint::fingerprint());
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "windows") {
        add_resources();
    }
}

/// Development builds do not say it: they would be built anew for every commit.
fn name_commit() {
    println!("cargo::rerun-if-env-changed=DATELINE_COMMIT");
    let commit = if is_release() { given().or_else(found) } else { None };
    println!("cargo::rustc-env=DATELINE_BUILD={}", commit.map_or_else(String::new, |commit| format!(" ({commit})")));
}

fn is_release() -> bool {
    std::env::var("PROFILE").is_ok_and(|profile| profile == "release")
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

/// Icon, version and manifest of the .exe. Without the tools of the Windows SDK (or `windres`) a development build goes on
/// without them; a release does not.
fn add_resources() {
    let (icon, manifest) = ("assets/icon/dateline.ico", "packaging/windows/dateline.manifest");
    println!("cargo::rerun-if-changed={icon}");
    println!("cargo::rerun-if-changed={manifest}");
    if std::env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|env| env == "msvc") && !cfg!(windows) {
        // Checked from another system, never linked there.
        return;
    }
    let mut resource = winresource::WindowsResource::new();
    // Name and version are those of the package.
    resource
        .set_icon(icon)
        .set_manifest_file(manifest)
        .set("ProductName", "Dateline")
        .set("FileDescription", "Dateline")
        .set("CompanyName", "The Dateline developers")
        .set("OriginalFilename", "dateline.exe")
        .set("LegalCopyright", "Copyright (c) 2026 The Dateline developers. MIT OR Apache-2.0");
    match resource.compile() {
        Ok(()) => {}
        Err(error) if is_release() => panic!("cannot give dateline.exe its icon and version: {error}"),
        Err(error) => println!("cargo::warning=dateline.exe has no icon and no version: {error}"),
    }
}
