//! `dateline times`: time expressions of lines and of articles.

use crate::case::dateline;

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
