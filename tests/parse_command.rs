//! `dateline parse`, as scripts use it.

use assert_cmd::Command;
use predicates::prelude::*;
use serde_json::Value;
use std::path::Path;

fn dateline() -> Command {
    Command::cargo_bin("dateline").expect("the program is built")
}

#[test]
fn json_lines_come_back_in_order_with_their_ids() {
    let documents: Vec<String> = (0..150).map(|id| format!("{{\"id\":{id},\"text\":\"Talks no. {id} failed.\"}}\n")).collect();
    let output =
        dateline().args(["parse", "--jsonl"]).write_stdin(documents.concat()).assert().success().stderr("").get_output().stdout.clone();
    let lines: Vec<Value> =
        String::from_utf8(output).expect("UTF-8").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 150);
    for (id, line) in lines.iter().enumerate() {
        assert_eq!(line["id"], id);
        let number = id.to_string();
        assert!(line["tokens"].as_array().expect("a list").iter().any(|token| token["text"] == number));
    }
}

#[test]
fn files_are_named_by_their_path_and_offsets_fit_the_text() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let output = dateline().arg("parse").arg(&folder).assert().success().get_output().stdout.clone();
    let output = String::from_utf8(output).expect("UTF-8");
    assert_eq!(output.lines().count(), 5);
    for line in output.lines() {
        let line: Value = serde_json::from_str(line).expect("JSON");
        let text = std::fs::read_to_string(folder.join(line["id"].as_str().expect("a path"))).expect("the article is there");
        let text: Vec<char> = text.chars().collect();
        for token in line["tokens"].as_array().expect("a list") {
            let bound = |name: &str| usize::try_from(token[name].as_u64().expect("a number")).expect("small");
            assert_eq!(text[bound("start")..bound("end")].iter().collect::<String>(), token["text"].as_str().expect("words"));
        }
    }
}

#[test]
fn doubtful_and_broken_input_is_told_and_the_rest_is_done() {
    let german = r#"{"id":"de","text":"Der Außenminister sagte am Donnerstag, dass die Gespräche weitergehen würden."}"#;
    let input = format!("{german}\nnot JSON\n\n{{\"id\":null,\"text\":\"\"}}\n");
    dateline()
        .args(["parse", "--jsonl"])
        .write_stdin(input)
        .assert()
        .code(3)
        .stdout(predicate::str::ends_with("{\"id\":null,\"tokens\":[],\"sentences\":[],\"entities\":[],\"names\":[]}\n"))
        .stderr(predicate::str::contains("note on de").and(predicate::str::contains("line 2")));
    dateline().arg("parse").assert().code(2);
    dateline().args(["parse", "--jsonl", "a.txt"]).assert().code(2);
}
