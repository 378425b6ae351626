//! `dateline parse`: texts in, the analysis of their language out, one JSON object a line.

use super::arguments::ParseArguments;
use super::exit::{failed, tell, written};
use super::json_lines::{Answer, answer_articles, answer_lines};
use super::progress::Progress;
use crate::actor::recognise::recognise;
use crate::language::{Analysis, Syntax, analyse};
use crate::model::{CodePoints, Severity, Warning};
use crate::read;
use serde::{Deserialize, Serialize};
use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

/// A text to analyse, as a line of input.
#[derive(Debug, Deserialize)]
struct Input {
    /// What names the text; given back as it is.
    id: serde_json::Value,
    text: String,
}

pub(super) fn parse(arguments: &ParseArguments) -> ExitCode {
    let mut warnings = Vec::new();
    let mut out = BufWriter::new(io::stdout().lock());
    let result = if arguments.jsonl {
        let on_line = |line: &str| match serde_json::from_str::<Input>(line) {
            Ok(input) => Ok(answer(&input.id, &input.text)),
            Err(error) => Err(format!("It is not an object with \"id\" and \"text\": {error}.")),
        };
        answer_lines(on_line, &mut out, &mut warnings)
    } else {
        let reading = match read::read(&arguments.paths, &Progress::new("Reading")) {
            Ok(reading) => reading,
            Err(cancelled) => return failed(cancelled),
        };
        warnings.extend(reading.warnings);
        answer_articles(&reading.articles, |article| answer(&article.path.as_str().into(), &article.text), &mut out, &mut warnings)
    };
    let result = result.and_then(|()| out.flush());
    tell(&warnings);
    written(result, &warnings)
}

/// The analysis of one text; with a note if the text is not English.
fn answer(id: &serde_json::Value, text: &str) -> Answer {
    let analysis = analyse(text);
    let note = || Warning {
        path: id.as_str().map_or_else(|| id.to_string(), str::to_owned),
        quote: None,
        severity: Severity::Note,
        message: "This text is not English, and its analysis mostly wrong.".to_owned(),
    };
    Answer { json: to_json(id, text, &analysis), note: (!analysis.english).then(note) }
}

#[derive(Serialize)]
struct Output<'a> {
    id: &'a serde_json::Value,
    tokens: Vec<TokenOutput<'a>>,
    sentences: Vec<[u32; 2]>,
    entities: Vec<EntityOutput>,
    names: Vec<NameOutput>,
}

#[derive(Serialize)]
struct TokenOutput<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    lemma: &'a str,
    tag: &'static str,
    pos: &'static str,
    head: u32,
    dep: &'static str,
}

/// A name as the search for actors takes it, where `entities` is what the language model says by itself.
#[derive(Serialize)]
struct NameOutput {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    class: &'static str,
}

#[derive(Serialize)]
struct EntityOutput {
    start: u32,
    end: u32,
    label: &'static str,
}

/// The analysis of a text as one line of JSON without the line end; token bounds in code points, heads, sentences,
/// entities and names in tokens.
fn to_json(id: &serde_json::Value, text: &str, analysis: &Analysis) -> String {
    let points = CodePoints::new(text);
    let tokens = analysis.tokens.iter().map(|token| TokenOutput {
        start: points.from_byte(token.span.start()),
        end: points.from_byte(token.span.end()),
        text: token.span.text(text),
        lemma: &token.lemma,
        tag: token.tag.as_str(),
        pos: token.pos.as_str(),
        head: token.head,
        dep: token.dep.as_str(),
    });
    let entities =
        analysis.entities.iter().map(|entity| EntityOutput { start: entity.start, end: entity.end, label: entity.label.as_str() });
    let names = recognise(&Syntax::new(text, analysis));
    let names = names.into_iter().map(|name| NameOutput { start: name.tokens.start, end: name.tokens.end, class: name.class.as_str() });
    let output = Output {
        id,
        tokens: tokens.collect(),
        sentences: analysis.sentences.iter().map(|range| [range.start, range.end]).collect(),
        entities: entities.collect(),
        names: names.collect(),
    };
    serde_json::to_string(&output).expect("strings and numbers can always be written as JSON")
}

#[cfg(test)]
mod tests {
    use super::{analyse, to_json};
    use serde_json::{Value, json};

    #[test]
    fn offsets_are_code_points_and_the_rest_counts_tokens() {
        let text = "😀 “Über” won.\nShe met Angela Merkel.";
        let line = to_json(&json!("a-1"), text, &analyse(text));
        assert!(!line.contains('\n'));
        let value: Value = serde_json::from_str(&line).expect("it is JSON");
        assert_eq!(value["id"], "a-1");
        assert_eq!(value["tokens"][2]["text"], "Über");
        assert_eq!((&value["tokens"][2]["start"], &value["tokens"][2]["end"]), (&json!(3), &json!(7)));
        let merkel = value["tokens"].as_array().expect("a list").iter().position(|token| token["text"] == "Merkel");
        let merkel = merkel.expect("the name is a token");
        assert_eq!(value["entities"], json!([{"start": merkel - 1, "end": merkel + 1, "label": "PERSON"}]));
        assert_eq!(value["names"], json!([{"start": merkel - 1, "end": merkel + 1, "type": "PER"}]));
        assert_eq!(value["sentences"][1], json!([6, 11]));
        assert_eq!(value["tokens"][7]["head"], 7);
    }
}
