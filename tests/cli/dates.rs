//! The sidecar and other sources of the dates of articles.

use crate::case::{STRIKE, TALKS, articles, dateline};

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
