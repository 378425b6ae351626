//! One run of the program in a folder of its own, and what came out of it.

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use tempfile::TempDir;

/// One run of the program in a folder of its own.
pub(crate) struct Case {
    pub(crate) folder: TempDir,
    pub(crate) command: Command,
}

/// What came out of it.
pub(crate) struct Outcome {
    /// Removed when the outcome is dropped.
    pub(crate) folder: TempDir,
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) fn dateline(arguments: &str) -> Case {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
    command.current_dir(&folder).args(arguments.split_whitespace());
    Case { folder, command }
}

impl Case {
    pub(crate) fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let file = self.folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
        self
    }

    pub(crate) fn folder(self, path: &str) -> Self {
        fs::create_dir_all(self.folder.path().join(path)).unwrap();
        self
    }

    /// A file of this size that holds nothing and takes no room on disk.
    pub(crate) fn hollow_file(self, path: &str, bytes: u64) -> Self {
        fs::File::create(self.folder.path().join(path)).unwrap().set_len(bytes).unwrap();
        self
    }

    pub(crate) fn arg(mut self, argument: impl AsRef<Path>) -> Self {
        self.command.arg(argument.as_ref());
        self
    }

    pub(crate) fn threads(mut self, count: usize) -> Self {
        self.command.env("RAYON_NUM_THREADS", count.to_string());
        self
    }

    pub(crate) fn run(mut self) -> Outcome {
        let output = self.command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Outcome { folder: self.folder, code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Outcome {
    pub(crate) fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "standard error: {}", self.err);
        self
    }

    /// Exactly these lines on standard error, each with all these parts.
    pub(crate) fn tells(self, lines: &[&[&str]]) -> Self {
        assert_eq!(self.err.lines().count(), lines.len(), "{}", self.err);
        for (line, parts) in self.err.lines().zip(lines) {
            assert!(line.starts_with("dateline: "), "{line}");
            for part in *parts {
                assert!(line.contains(part), "{part:?} is missing in {line:?}");
            }
        }
        self
    }

    pub(crate) fn writes_nothing(self) -> Self {
        assert_eq!(self.out, "");
        self
    }

    pub(crate) fn events(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }

    /// The paths and dates of the articles, from `--format json`.
    pub(crate) fn articles(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        self.json()["articles"]
            .as_array()
            .unwrap()
            .iter()
            .map(|article| (text(&article["path"]), text(&article["published"]["edtf"])))
            .collect()
    }
}

pub(crate) fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")
}

pub(crate) const TALKS: &str = "The ministers met in Paris on 20 March 2025 to discuss the plan.\n";

pub(crate) const STRIKE: &str = "Russia attacked Kyiv with drones on 21 March 2025, officials said.\n";

pub(crate) fn articles(found: &[(&str, &str)]) -> Vec<(String, String)> {
    found.iter().map(|(path, date)| ((*path).to_owned(), (*date).to_owned())).collect()
}
