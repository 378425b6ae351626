//! `dateline times`: texts in, TIMEX3 out, one JSON object a line.

use super::arguments::TimesArguments;
use super::exit::{failed, tell, written};
use super::json_lines::{Answer, answer_articles, answer_lines};
use super::progress::Progress;
use crate::language::analyse;
use crate::model::{ArticleId, CodePoints, DateSource, Edtf, EdtfError, Published};
use crate::read;
use crate::time::{find, lines_that_tell_time};
use serde::{Deserialize, Serialize};
use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

/// One line of input.
#[derive(Debug, Deserialize)]
struct TimesInput {
    /// Comes back with the result.
    id: serde_json::Value,
    /// The date of the document: EDTF, or nothing.
    #[serde(default)]
    dct: Option<String>,
    /// The text.
    text: String,
}

/// One line of output.
#[derive(Debug, Serialize)]
struct TimesOutput<'a> {
    id: &'a serde_json::Value,
    timexes: Vec<Timex>,
}

/// A time expression as TIMEX3 names it, in code points of the text; `end` is exclusive.
#[derive(Debug, Serialize)]
struct Timex {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
}

/// A line that cannot be read.
#[derive(Debug, thiserror::Error)]
enum TimesError {
    /// Not the JSON that is asked for.
    #[error("It is not an object with \"id\", \"dct\" and \"text\": {0}.")]
    Json(#[from] serde_json::Error),
    /// A date that is none.
    #[error("{0}.")]
    Date(#[from] EdtfError),
}

pub(super) fn times(arguments: &TimesArguments) -> ExitCode {
    let mut warnings = Vec::new();
    let mut out = BufWriter::new(io::stdout().lock());
    let set = arguments.published.filter(|date| *date != Edtf::Unknown).map(published);
    let result = if arguments.jsonl {
        let on_line = |line: &str| times_of_line(line, set.as_ref()).map_err(|error| error.to_string());
        answer_lines(on_line, &mut out, &mut warnings)
    } else {
        let reading = match read::read(&arguments.paths, &Progress::new("Reading")) {
            Ok(reading) => reading,
            Err(cancelled) => return failed(cancelled),
        };
        warnings.extend(reading.warnings);
        let of_article = |article: &crate::model::Article| {
            answer(&article.path.as_str().into(), &article.text, set.as_ref().or(article.published.as_ref()))
        };
        answer_articles(&reading.articles, of_article, &mut out, &mut warnings)
    };
    let result = result.and_then(|()| out.flush());
    tell(&warnings);
    written(result, &warnings)
}

/// The answer to `{"id","dct","text"}`; `set` is the date of lines that have none.
fn times_of_line(line: &str, set: Option<&Published>) -> Result<Answer, TimesError> {
    let input: TimesInput = serde_json::from_str(line)?;
    let own = match input.dct.as_deref().map(str::trim).filter(|dct| !dct.is_empty()) {
        Some(dct) => Some(published(dct.parse()?)),
        None => None,
    };
    Ok(answer(&input.id, &input.text, own.as_ref().or(set)))
}

fn published(date: Edtf) -> Published {
    Published { date, source: DateSource::User, span: None, note: None }
}

/// The time expressions of one text: `{"id","timexes":[{"start","end","type","value"}]}`.
fn answer(id: &serde_json::Value, text: &str, published: Option<&Published>) -> Answer {
    // The parse is the slow part: it sees only lines that hold something.
    let analysis = analyse(&lines_that_tell_time(text));
    let points = CodePoints::new(text);
    let timexes = find(ArticleId::of(text), text, &analysis, published).into_iter().map(|time| {
        let range = points.range(time.quote.span);
        Timex { start: range.start, end: range.end, kind: time.kind.as_str(), value: time.value }
    });
    let output = TimesOutput { id, timexes: timexes.collect() };
    Answer { json: serde_json::to_string(&output).expect("strings and numbers can always be written as JSON"), note: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timexes(line: &str) -> String {
        times_of_line(line, None).unwrap().json
    }

    #[test]
    fn offsets_count_code_points() {
        assert_eq!(
            timexes(r#"{"id":"a","dct":"2025-03-17","text":"Київ — they will meet on Thursday.\nNo time here."}"#),
            r#"{"id":"a","timexes":[{"start":25,"end":33,"type":"DATE","value":"2025-03-20"}]}"#
        );
    }

    #[test]
    fn a_document_without_a_date_keeps_what_it_states() {
        assert_eq!(
            timexes(r#"{"id":"b","text":"Yesterday he said it began on 3 March 2024."}"#),
            r#"{"id":"b","timexes":[{"start":0,"end":9,"type":"DATE","value":"XXXX-XX-XX"},{"start":30,"end":42,"type":"DATE","value":"2024-03-03"}]}"#
        );
    }

    #[test]
    fn a_wrong_line_says_what_is_wrong() {
        assert!(times_of_line("[]", None).err().unwrap().to_string().contains("\"text\""));
        assert!(times_of_line(r#"{"id":"c","dct":"soon","text":""}"#, None).err().unwrap().to_string().contains("EDTF"));
    }
}
