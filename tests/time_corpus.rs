//! Our own phrases: what must be found, what must not, and what has two readings. The file says the format.

use dateline::language::analyse;
use dateline::model::{ArticleId, DateSource, Published, TimeExpression};
use dateline::time::find;

fn times(text: &str, date: &str) -> Vec<TimeExpression> {
    let published = Published { date: date.parse().expect("a date"), source: DateSource::User, span: None, note: None };
    find(ArticleId::of(text), text, &analyse(text), Some(&published))
}

/// The text without brackets, and the words that stood in them.
fn marked(text: &str) -> (String, Vec<&str>) {
    let words = text.split('[').skip(1).filter_map(|part| part.split_once(']')).map(|(words, _)| words).collect();
    (text.replace(['[', ']'], ""), words)
}

/// Checks a line; its first cell is a kind, or the date of the article.
fn check(line: &str) -> Result<(), String> {
    let mut cells = line.split('\t');
    let (kind, text) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
    let date = if kind.starts_with(|first: char| first.is_ascii_digit()) { kind } else { "2025-03-17" };
    let list =
        |cell: Option<&str>| cell.unwrap_or_default().split(" ; ").filter(|item| !item.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (values, edtf) = (list(cells.next()), list(cells.next()));
    let (text, words) = marked(text);
    let found = times(&text, date);
    let got: Vec<_> = found.iter().map(|time| (time.quote.span.text(&text), time.value.as_str(), time.when.edtf.to_string())).collect();
    let wrong = |what: &str| Err(format!("{what}: {text:?} gives {got:?}"));
    if got.iter().map(|(words, ..)| *words).ne(words.iter().copied()) {
        return wrong("expressions");
    }
    if got.iter().map(|(_, value, _)| *value).ne(values.iter().map(String::as_str)) {
        return wrong(&format!("values, should be {values:?}"));
    }
    let edtf_of = |edtf: &String| if edtf == "-" { String::new() } else { edtf.clone() };
    if !edtf.is_empty() && got.iter().map(|(.., edtf)| edtf.clone()).ne(edtf.iter().map(edtf_of)) {
        return wrong(&format!("places in time, should be {edtf:?}"));
    }
    let doubt = |time: &TimeExpression| time.when.why.contains("could also be") || time.when.why.contains("is possible");
    if kind == "open" && !found.iter().any(doubt) {
        return wrong("no other reading is named");
    }
    Ok(())
}

#[test]
fn every_phrase_reads_as_it_should() {
    all_right(include_str!("corpus/time.tsv"), 600);
}

#[test]
fn passages_of_news_read_as_they_should() {
    all_right(include_str!("corpus/time-news.tsv"), 130);
}

fn all_right(corpus: &str, at_least: usize) {
    let lines: Vec<&str> = corpus.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() >= at_least, "only {} phrases", lines.len());
    let wrong: Vec<String> = lines.iter().filter_map(|line| check(line).err()).collect();
    assert!(wrong.is_empty(), "{} of {} phrases are wrong:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
}
