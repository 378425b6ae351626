//! `dateline times --jsonl`: texts in, TIMEX3 out.

use crate::language::analyse;
use crate::model::{ArticleId, CodePoints, DateSource, Edtf, EdtfError, Published};
use crate::time::{find, lines_that_tell_time};
use serde::{Deserialize, Serialize};

/// One line of input.
#[derive(Debug, Deserialize)]
pub(super) struct TimesInput {
    /// Comes back with the result.
    id: String,
    /// The date of the document: EDTF, or nothing.
    #[serde(default)]
    dct: Option<String>,
    /// The text.
    text: String,
}

/// One line of output.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct TimesOutput {
    id: String,
    timexes: Vec<Timex>,
}

/// A time expression as TIMEX3 names it, in code points of the text; `end` is exclusive.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Timex {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
}

/// A line that cannot be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum TimesError {
    /// Not the JSON that is asked for.
    #[error("This is not an object with \"id\", \"dct\" and \"text\": {0}.")]
    Json(#[from] serde_json::Error),
    /// A date that is none.
    #[error("{0}.")]
    Date(#[from] EdtfError),
}

/// The time expressions of one document: `{"id","dct","text"}` in, `{"id","timexes":[{"start","end","type","value"}]}` out.
///
/// `published` is the date for documents without a `dct`.
///
/// # Errors
/// If the line is not such an object, or its date not EDTF.
pub(super) fn times_json(line: &str, published: Option<Edtf>) -> Result<TimesOutput, TimesError> {
    let input: TimesInput = serde_json::from_str(line)?;
    let date = match input.dct.as_deref().map(str::trim).filter(|dct| !dct.is_empty()) {
        Some(dct) => Some(dct.parse()?),
        None => published,
    };
    let published = date.map(|date| Published { date, source: DateSource::User, span: None, note: None });
    let text = input.text.as_str();
    // The parse is the slow part: it sees only lines that hold something.
    let analysis = analyse(&lines_that_tell_time(text));
    let points = CodePoints::new(text);
    let found = find(ArticleId::of(text), text, &analysis, published.as_ref());
    let timexes = found.into_iter().map(|time| {
        let range = points.range(time.quote.span);
        Timex { start: range.start, end: range.end, kind: time.kind.as_str(), value: time.value }
    });
    Ok(TimesOutput { timexes: timexes.collect(), id: input.id })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timexes(line: &str) -> String {
        serde_json::to_string(&times_json(line, None).unwrap()).unwrap()
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
        assert!(times_json("[]", None).unwrap_err().to_string().contains("\"text\""));
        assert!(times_json(r#"{"id":"c","dct":"soon","text":""}"#, None).unwrap_err().to_string().contains("EDTF"));
    }
}
