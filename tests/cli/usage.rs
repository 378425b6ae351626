//! Usage: bad arguments, help, version.

use crate::case::dateline;

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
