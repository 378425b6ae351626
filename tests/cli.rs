//! The command line as scripts use it: what goes in, what comes out, and what each kind of bad input gets told.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// One run of the program in a folder of its own.
struct Case {
    folder: TempDir,
    command: Command,
}

/// What came out of it.
struct Outcome {
    /// Removed when the outcome is dropped.
    folder: TempDir,
    code: i32,
    out: String,
    err: String,
}

fn dateline(arguments: &str) -> Case {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
    command.current_dir(&folder).args(arguments.split_whitespace());
    Case { folder, command }
}

impl Case {
    fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let file = self.folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
        self
    }

    fn folder(self, path: &str) -> Self {
        fs::create_dir_all(self.folder.path().join(path)).unwrap();
        self
    }

    /// A file of this size that holds nothing and takes no room on disk.
    fn hollow_file(self, path: &str, bytes: u64) -> Self {
        fs::File::create(self.folder.path().join(path)).unwrap().set_len(bytes).unwrap();
        self
    }

    fn arg(mut self, argument: impl AsRef<Path>) -> Self {
        self.command.arg(argument.as_ref());
        self
    }

    fn threads(mut self, count: usize) -> Self {
        self.command.env("RAYON_NUM_THREADS", count.to_string());
        self
    }

    fn run(mut self) -> Outcome {
        let output = self.command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Outcome { folder: self.folder, code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Outcome {
    fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "standard error: {}", self.err);
        self
    }

    /// Exactly these lines on standard error, each with all these parts.
    fn tells(self, lines: &[&[&str]]) -> Self {
        assert_eq!(self.err.lines().count(), lines.len(), "{}", self.err);
        for (line, parts) in self.err.lines().zip(lines) {
            assert!(line.starts_with("dateline: "), "{line}");
            for part in *parts {
                assert!(line.contains(part), "{part:?} is missing in {line:?}");
            }
        }
        self
    }

    fn writes_nothing(self) -> Self {
        assert_eq!(self.out, "");
        self
    }

    fn events(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }

    /// The paths and dates of the articles, from `--format json`.
    fn articles(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        self.json()["articles"]
            .as_array()
            .unwrap()
            .iter()
            .map(|article| (text(&article["path"]), text(&article["published"]["edtf"])))
            .collect()
    }
}

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")
}

const TALKS: &str = "The ministers met in Paris on 20 March 2025 to discuss the plan.\n";
const STRIKE: &str = "Russia attacked Kyiv with drones on 21 March 2025, officials said.\n";

fn articles(found: &[(&str, &str)]) -> Vec<(String, String)> {
    found.iter().map(|(path, date)| ((*path).to_owned(), (*date).to_owned())).collect()
}

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

// The sidecar and other sources of dates.

#[test]
fn the_sidecar_gives_dates_and_what_is_wrong_with_it_is_named() {
    let list = "file,published,title\na.txt,2025-03-21~,Talks\nsub/b.txt,tomorrow,\ngone.txt,2025,\n";
    let outcome =
        dateline("extract . --format json").file("a.txt", TALKS).file("sub/b.txt", STRIKE).file("articles.csv", list).run().code(0);
    let outcome =
        outcome.tells(&[&["note on articles.csv", "Line 3", "sub/b.txt", "tomorrow"], &["note on articles.csv", "Line 4", "gone.txt"]]);
    assert_eq!(outcome.articles(), articles(&[("a.txt", "2025-03-21~"), ("sub/b.txt", "")]));
    assert_eq!(outcome.json()["articles"][0]["title"], "Talks");
}

#[test]
fn a_sidecar_with_wrong_columns_is_explained() {
    let outcome = dateline("extract .").file("a.txt", TALKS).file("articles.csv", "name;date\na.txt;2025\n").run();
    outcome.code(0).tells(&[&["note on articles.csv", "line 1", "no column \"file\"", "name, date"]]);
}

#[test]
fn spreadsheets_may_write_the_sidecar() {
    let list = "\u{FEFF}Publisher;FILE;Published\r\nAP;\"Kyïv, день 1.TXT\";2025-03\r\n";
    let outcome = dateline("extract . --format json").file("Kyïv, день 1.TXT", TALKS).file("articles.csv", list).run().code(0).tells(&[]);
    assert_eq!(outcome.articles(), articles(&[("Kyïv, день 1.TXT", "2025-03")]));
    assert_eq!(outcome.json()["articles"][0]["publisher"], "AP");
}

#[test]
fn the_nearest_sidecar_counts() {
    let case = dateline("extract . --format json").file("sub/a.txt", TALKS).file("sub/b.txt", STRIKE);
    let case = case
        .file("articles.csv", "file,published\nsub/a.txt,2024\nsub/b.txt,2024\n")
        .file("sub/articles.csv", "file,published\na.txt,2025\n");
    assert_eq!(case.run().articles(), articles(&[("sub/a.txt", "2025"), ("sub/b.txt", "2024")]));
    let single = dateline("extract sub/a.txt --format json")
        .file("sub/a.txt", TALKS)
        .file("sub/articles.csv", "file,published\na.txt,2025\ngone.txt,2024\n");
    assert_eq!(single.run().code(0).tells(&[]).articles(), articles(&[("a.txt", "2025")]));
}

#[test]
fn the_text_itself_may_say_when_it_was_published() {
    let case = dateline("extract . --format json")
        .file("1.txt", "date 2025-05-23 MOSCOW, May 23. /TASS/. Russia warned the West.")
        .file("2.txt", "LONDON, 3 March 2025 (Reuters) - Britain warned Russia.")
        .file("3.txt", "LONDON, March 3 (Reuters) - Britain warned Russia.")
        .file("4.md", "---\ndate: 2025-03-04\n---\n# Talks\n\nThey met.\n");
    let outcome = case.run().code(0).tells(&[&["note on 3.txt", "March 3", "no year"]]);
    assert_eq!(outcome.articles(), articles(&[("1.txt", "2025-05-23"), ("2.txt", "2025-03-03"), ("3.txt", ""), ("4.md", "2025-03-04")]));
    assert_eq!(outcome.json()["articles"][2]["publisher"], "Reuters");
}

#[test]
fn the_person_has_the_last_word_on_the_date() {
    let case = dateline("extract . --format json --published 2025-03-22")
        .file("a.txt", TALKS)
        .file("articles.csv", "file,published\na.txt,2024\n");
    let outcome = case.run().code(0);
    assert_eq!(outcome.articles(), articles(&[("a.txt", "2025-03-22")]));
    assert_eq!(outcome.json()["articles"][0]["published"]["source"], "user");
}

// What comes out.

#[test]
fn each_line_has_the_shape_that_scripts_rely_on() {
    let outcome = dateline("extract").arg(seeds()).run().code(0).tells(&[]);
    let keys = ["id", "title", "kind", "modality", "confidence", "when", "place", "actors", "mentions"];
    assert!(outcome.out.lines().count() > 20, "{}", outcome.out);
    for line in outcome.out.lines() {
        let places: Vec<usize> = keys.iter().map(|key| line.find(&format!("\"{key}\":")).unwrap()).collect();
        assert!(places.is_sorted(), "{line}");
    }
    for event in outcome.events() {
        let keys_of = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        // What reports tell differently comes behind, where they do.
        assert_eq!(keys_of(&event).into_iter().filter(|key| key != "disagreements").count(), keys.len());
        assert_eq!(keys_of(&event["when"]), ["basis", "edtf", "end", "precision", "start", "why"]);
        for actor in event["actors"].as_array().unwrap() {
            assert_eq!(keys_of(actor), ["aliases", "kind", "name", "role"]);
        }
        assert!(!event["mentions"].as_array().unwrap().is_empty());
    }
}

#[test]
fn places_count_code_points_of_the_file() {
    let text = "\u{FEFF}Київ — 東京 👍\r\n\r\nThe ministers met in Paris on 20 March 2025.\r\nRussia attacked Kyïv on 21 March 2025, officials said.\r\n";
    let outcome = dateline("extract .").file("a.txt", text).run().code(0);
    let points: Vec<char> = text.trim_start_matches('\u{FEFF}').chars().collect();
    let mut checked = 0;
    for event in outcome.events() {
        for mention in event["mentions"].as_array().unwrap() {
            assert_eq!(mention["article"], "a.txt");
            for place in [&mention["sentence"], &mention["trigger"], &mention["time"]].into_iter().filter(|place| !place.is_null()) {
                let range =
                    usize::try_from(place["start"].as_u64().unwrap()).unwrap()..usize::try_from(place["end"].as_u64().unwrap()).unwrap();
                assert_eq!(points[range].iter().collect::<String>(), place["text"].as_str().unwrap());
                checked += 1;
            }
        }
    }
    assert!(checked >= 6, "{}", outcome.out);
}

#[test]
fn what_reports_tell_differently_is_kept_with_its_sources() {
    let case = dateline("extract . --format")
        .file("articles.csv", "file,published,publisher\na.txt,2025-03-04,Reuters\nb.txt,2025-03-05,TASS\n")
        .file("a.txt", "A bomb killed 12 people at a market in Baghdad on 3 March 2025.\n")
        .file("b.txt", "On 3 March 2025 a bomb at a market in Baghdad killed 15 people, officials said.\n");
    let line = case.arg("jsonl").run().code(0).events().into_iter().find(|event| event["mentions"].as_array().unwrap().len() == 2).unwrap();
    assert_eq!(line["disagreements"].as_array().unwrap().len(), 1, "{line}");
    let number = &line["disagreements"][0];
    assert_eq!(number["about"], "number");
    let side = |at: usize| (number["sides"][at]["says"].as_str().unwrap(), number["sides"][at]["quotes"][0]["article"].as_str().unwrap());
    assert_eq!((side(0), side(1)), (("killed 12 people", "a.txt"), ("killed 15 people", "b.txt")));
    assert_eq!(number["sides"][1]["quotes"][0]["text"], "killed 15 people");
}

#[test]
fn a_chronology_to_read_names_what_reports_disagree_about() {
    let case = dateline("extract . --format md")
        .file("articles.csv", "file,published,publisher\na.txt,2025-03-04,Reuters\nb.txt,2025-03-05,TASS\n")
        .file("a.txt", "A bomb killed 12 people at a market in Baghdad on 3 March 2025.\n")
        .file("b.txt", "On 3 March 2025 a bomb at a market in Baghdad killed 15 people, officials said.\n");
    let out = case.run().code(0).out;
    assert!(out.contains("*Reports disagree about the number*: killed 12 people (Reuters) / killed 15 people (TASS)"), "{out}");
}

#[test]
fn the_scores_of_an_event_come_with_their_grounds() {
    let outcome = dateline("extract . --format json").file("a.txt", TALKS).arg("--published=2025-03-22").run().code(0);
    let event = &outcome.json()["events"][0];
    assert!(event["confidence_why"].as_str().unwrap().starts_with("1 article, "), "{event}");
    assert!(event["importance_why"].as_str().unwrap().contains("1 of 1 article"), "{event}");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for format in ["jsonl", "json", "csv", "md"] {
        let run = |threads| dateline("extract --format").arg(format).arg(seeds()).threads(threads).run().code(0).out;
        assert_eq!(run(1), run(2), "{format}");
    }
}

#[test]
fn a_spreadsheet_gets_rows_that_cannot_act() {
    let outcome = dateline("extract . -o out.csv").file("=1.txt", TALKS).file("b.txt", STRIKE).run().code(0).writes_nothing();
    let bytes = fs::read(outcome.folder.path().join("out.csv")).unwrap();
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a byte order mark, for Excel");
    let mut table = csv::Reader::from_reader(bytes);
    assert_eq!(table.headers().unwrap().iter().take(4).collect::<Vec<_>>(), ["start", "end", "date", "edtf"]);
    let rows: Vec<_> = table.records().map(Result::unwrap).collect();
    assert!(rows.len() >= 2);
    let risky = |cell: &str| cell.starts_with(['=', '+', '-', '@']);
    assert!(!rows.iter().any(|row| row.iter().any(risky)), "{rows:?}");
    assert!(rows.iter().any(|row| row.iter().any(|cell| cell == "'=1.txt")));
}

#[test]
fn markdown_reads_as_a_chronology() {
    let outcome = dateline("extract . --format md").file("a.txt", TALKS).file("b.txt", STRIKE).run().code(0);
    let at = |words: &str| outcome.out.find(words).unwrap_or_else(|| panic!("{words:?} is missing in {}", outcome.out));
    assert!(at("# Chronology") < at("## 2025") && at("### Thu 20 Mar 2025") < at("### Fri 21 Mar 2025"));
    assert!(at("> Russia attacked Kyiv") < at("## Sources"));
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let outcome = dateline("extract a.txt -o old.json").file("a.txt", TALKS).file("old.json", "old").run().code(0);
    let written = fs::read_to_string(outcome.folder.path().join("old.json")).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&written).unwrap()["format"], "dateline-findings");
    dateline("extract a.txt -o no/such/out.csv")
        .file("a.txt", TALKS)
        .run()
        .code(1)
        .writes_nothing()
        .tells(&[&["Cannot write", "no/such/out.csv"]]);
    let outcome = dateline("extract nowhere -o old.json").file("old.json", "old").run().code(1);
    assert_eq!(fs::read_to_string(outcome.folder.path().join("old.json")).unwrap(), "old");
    assert_eq!(fs::read_dir(outcome.folder.path()).unwrap().count(), 1, "no temporary file is left");
}

#[test]
fn a_reader_who_has_had_enough_is_no_failure() {
    let pipes = std::process::Stdio::piped;
    for format in ["jsonl", "json", "csv", "md"] {
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
        let mut child = command.args(["extract", "--format", format]).arg(seeds()).stdout(pipes()).stderr(pipes()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""), "{format}");
    }
}

// Time expressions.

#[test]
fn times_of_lines_come_back_in_order() {
    let lines: Vec<String> =
        (1..=200).map(|id| format!("{{\"id\":{id},\"dct\":\"2025-03-17\",\"text\":\"Київ: they will meet on Thursday.\"}}\n")).collect();
    let mut case = dateline("times --jsonl");
    case.command.write_stdin(lines.concat());
    let outcome = case.run().code(0).tells(&[]);
    let wanted = |id| format!(r#"{{"id":{id},"timexes":[{{"start":24,"end":32,"type":"DATE","value":"2025-03-20"}}]}}"#);
    assert_eq!(outcome.out.lines().count(), 200);
    for (line, id) in outcome.out.lines().zip(1..) {
        assert_eq!(line, wanted(id));
    }
}

#[test]
fn lines_that_are_no_questions_are_named() {
    let mut case = dateline("times --jsonl --published 2025-03-17");
    case.command.write_stdin(
        &b"\n[]\n{\"id\":\"a\",\"text\":\"They will meet on Thursday.\"}\n\xFF\xFE\n{\"id\":1,\"dct\":\"soon\",\"text\":\"\"}\n"[..],
    );
    let outcome = case.run().code(3).tells(&[&["line 2", "\"text\""], &["line 4", "UTF-8"], &["line 5", "soon", "EDTF"]]);
    assert_eq!(outcome.out, "{\"id\":\"a\",\"timexes\":[{\"start\":18,\"end\":26,\"type\":\"DATE\",\"value\":\"2025-03-20\"}]}\n");
}

#[test]
fn times_of_articles_count_from_their_own_date_unless_told_otherwise() {
    let case = |arguments| dateline(arguments).file("a.txt", "date 2025-03-17 They will meet on Thursday.\n");
    assert!(case("times .").run().code(0).out.contains("\"2025-03-20\""));
    assert!(case("times . --published 2025-03-24").run().code(0).out.contains("\"2025-03-27\""));
    dateline("times").run().code(2).writes_nothing();
    dateline("times a.txt --jsonl").run().code(2).writes_nothing();
}

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

// Usage.

#[test]
fn bad_usage_is_told_from_failure() {
    for arguments in [
        "extract",
        "extract . --format xml",
        "extract . --published yesterday",
        "--nonsense",
        "extract . -o",
        "--size big",
        "--renderer paper",
    ] {
        let outcome = dateline(arguments).run().code(2).writes_nothing();
        assert!(outcome.err.contains("--help"), "{}", outcome.err);
    }
    let outcome = dateline("extract . --published yesterday").run();
    assert!(outcome.err.contains("2025-03-20~"), "{}", outcome.err);
}

#[test]
fn help_and_version_are_results() {
    for (arguments, words) in
        [("--help", "dateline extract articles/"), ("extract --help", "Exit codes"), ("--version", env!("CARGO_PKG_VERSION"))]
    {
        let outcome = dateline(arguments).run().code(0).tells(&[]);
        assert!(outcome.out.contains(words), "{}", outcome.out);
    }
}

#[cfg(not(feature = "gui"))]
#[test]
fn a_build_without_a_window_says_so() {
    dateline("").run().code(2).writes_nothing().tells(&[&["no window", "dateline extract"]]);
}
