//! Every error that users see says what to do: read from the sources, so that a new one cannot be forgotten.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};

/// How an advice begins.
const ADVICE: [&str; 16] =
    ["choose", "check", "copy", "save", "take", "update", "close", "give", "write", "free", "open", "use", "mend", "try", "add", "remove"];

/// Messages that are completed elsewhere: where that is.
const COMPLETED: [(&str, &str); 4] = [
    // The reasons of the system come with their advice: `io_reason`.
    ("src/project/file.rs", "{reason}"),
    // Each `Empty` is a whole sentence.
    ("src/picture/error.rs", "Cannot make the picture: {0}\")"),
    // The line names what must be there.
    ("src/cli/times.rs", "It is not an object with"),
    // A line that another part of the program has refused with its reason.
    ("src/cli/times.rs", "\"{0}.\""),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The texts of `#[error("…")]` with the file they are in.
fn messages() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    files.sort();
    let mut messages = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let name = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        for part in text.split("#[error(").skip(1) {
            let end = part.find(")]").unwrap();
            let message = part[..end].trim();
            if message != "transparent" {
                messages.push((name.clone(), format!("{message})")));
            }
        }
    }
    messages
}

#[test]
fn every_error_says_what_to_do() {
    let messages = messages();
    assert!(messages.len() > 12, "{}", messages.len());
    let says_what_to_do = |message: &str| {
        let words = message.to_lowercase();
        let words: Vec<&str> = words.split(|letter: char| !letter.is_alphabetic()).collect();
        ADVICE.iter().any(|advice| words.contains(advice))
    };
    let silent: Vec<_> = messages
        .iter()
        .filter(|(file, message)| !COMPLETED.iter().any(|(place, words)| file == place && message.contains(words)))
        .filter(|(file, message)| file.starts_with("src/") && !file.starts_with("src/model/") && !says_what_to_do(message))
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn every_error_about_a_file_names_it() {
    let nameless: Vec<_> = messages()
        .into_iter()
        .filter(|(_, message)| message.contains("{source}") || message.contains("the file"))
        .filter(|(file, message)| !message.contains("{path}") && !file.starts_with("src/model/"))
        .filter(|(_, message)| !message.contains("screenshot"))
        .collect();
    assert!(nameless.is_empty(), "{nameless:#?}");
}
