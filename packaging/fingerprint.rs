//! Names everything that decides what is found: its sources, its data, the libraries, the compiler and the system.
//!
//! Findings that are kept with a project are used again only by a program with the same name for all of it.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What findings follow from, besides the articles.
const GROUNDS: [&str; 10] = [
    "src/language",
    "src/time",
    "src/actor",
    "src/event",
    "src/model",
    "src/pipeline",
    "src/pipeline.rs",
    "assets/language/en_core_web_sm.safetensors",
    "assets/names/names.bin",
    "assets/lexicon",
];

/// A name of 16 hexadecimal digits; another one whenever something may be found in another way.
pub(crate) fn fingerprint() -> String {
    let mut hasher = DefaultHasher::new();
    for ground in GROUNDS.into_iter().chain(["Cargo.lock"]) {
        println!("cargo::rerun-if-changed={ground}");
        for file in files(Path::new(ground)) {
            // On every system the same.
            hasher.write(file.to_string_lossy().replace('\\', "/").as_bytes());
            hasher.write(&fs::read(&file).unwrap_or_default());
        }
    }
    for said in ["TARGET", "OPT_LEVEL"].map(|name| std::env::var(name).unwrap_or_default()) {
        hasher.write(said.as_bytes());
    }
    let compiler = std::env::var("RUSTC").ok().and_then(|rustc| Command::new(rustc).arg("--version").output().ok());
    hasher.write(&compiler.map(|output| output.stdout).unwrap_or_default());
    format!("{:016x}", hasher.finish())
}

/// The files at and below this path, in order.
fn files(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else { return vec![path.to_owned()] };
    let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    entries.iter().flat_map(|entry| files(entry)).collect()
}
