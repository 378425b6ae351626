//! Web pages saved as files: which words are the article, and what dates it. The pages under `tests/pages` are our own.

use dateline::model::{Article, DateSource, Silent};
use std::fmt::Write as _;
use std::path::Path;

fn pages() -> dateline::model::Reading {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    dateline::read::read(&[folder], &Silent).expect("nobody cancels")
}

/// An article as a reader of the golden file wants to see it.
fn show(article: &Article) -> String {
    let mut out = format!("# {}\n", article.path);
    let said = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    let _ = writeln!(out, "title: {}\npublisher: {}\nurl: {}", said(&article.title), said(&article.publisher), said(&article.url));
    let published = article.published.as_ref().map(|published| format!("{} {}", published.date, published.source.words()));
    let _ = writeln!(out, "published: {}", published.unwrap_or_else(|| "-".to_owned()));
    for evidence in &article.dates {
        let _ = writeln!(out, "  {} {}: {}", evidence.date, evidence.source.words(), evidence.words);
    }
    for block in &article.blocks {
        let _ = writeln!(out, "{:?}: {}", block.kind, block.span.text(&article.text));
    }
    out
}

#[test]
fn the_article_is_found_on_every_page() {
    let reading = pages();
    let shown: Vec<String> = reading.articles.iter().map(show).collect();
    let warnings: Vec<String> = reading.warnings.iter().map(|warning| format!("{}: {}", warning.path, warning.message)).collect();
    insta::assert_snapshot!("pages", format!("{}\n# warnings\n{}\n", shown.join("\n"), warnings.join("\n")));
}

#[test]
fn what_stands_around_an_article_is_left_out() {
    for article in &pages().articles {
        for words in [
            "Home",
            "Related",
            "Advertisement",
            "Subscribe",
            "Tracking",
            "nobody, really nobody",
            "More stories",
            "file photo",
            "Read more",
        ] {
            assert!(!article.text.contains(words), "{}: {words}", article.path);
        }
    }
}

#[test]
fn the_surest_evidence_dates_the_page_and_the_rest_is_kept() {
    let reading = pages();
    let best = |path: &str| {
        let article = reading.articles.iter().find(|article| article.path == path).unwrap_or_else(|| panic!("{path} is not read"));
        assert!(article.dates.is_sorted_by_key(|evidence| evidence.source));
        article.published.as_ref().map(|published| (published.date.to_string(), published.source))
    };
    assert_eq!(best("news-site.html"), Some(("2025-03-17".to_owned(), DateSource::Metadata)));
    assert_eq!(best("blog.html"), Some(("2024-06-10".to_owned(), DateSource::DateLine)));
    assert_eq!(best("saved.html"), Some(("2011-03-04".to_owned(), DateSource::DateLine)));
    assert_eq!(best("2019-06-04-village.htm"), Some(("2019-06-04".to_owned(), DateSource::FileName)));
    assert_eq!(best("windows-1252.html"), Some(("2009-05-06".to_owned(), DateSource::Metadata)));
}

#[test]
fn a_page_without_an_article_is_named_and_left_out() {
    let reading = pages();
    assert!(reading.articles.iter().all(|article| article.path != "links-only.html"));
    assert!(reading.warnings.iter().any(|warning| warning.path == "links-only.html" && warning.message.contains("No article was found")));
}
