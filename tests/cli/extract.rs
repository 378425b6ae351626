//! `dateline extract`: what comes out, in every format.

use crate::case::{STRIKE, TALKS, dateline, seeds};
use serde_json::Value;
use std::fs;

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
            assert_eq!(keys_of(actor), ["aliases", "kind", "name", "role", "roles"]);
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
