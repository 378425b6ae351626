//! `dateline parse`: texts in, the analysis of their language out, one JSON object a line.

use super::arguments::ParseArguments;
use super::exit::{failed, tell, written};
use super::progress::Progress;
use crate::language::{Analysis, analyse};
use crate::model::{CodePoints, Severity, Warning};
use crate::read;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead as _, BufWriter, Write};
use std::process::ExitCode;

/// Texts that are analysed at a time, before their results are written.
const BATCH: usize = 64;

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
        parse_lines(&mut out, &mut warnings)
    } else {
        let reading = match read::read(&arguments.paths, &Progress::new("Reading")) {
            Ok(reading) => reading,
            Err(cancelled) => return failed(cancelled),
        };
        warnings.extend(reading.warnings);
        let texts: Vec<Input> =
            reading.articles.iter().map(|article| Input { id: article.path.as_str().into(), text: article.text.to_string() }).collect();
        texts.chunks(BATCH).try_for_each(|texts| write_batch(texts, &mut out, &mut warnings))
    };
    let result = result.and_then(|()| out.flush());
    tell(&warnings);
    written(result, &warnings)
}

/// Analyse the texts of standard input, one JSON object a line.
fn parse_lines(out: &mut impl Write, warnings: &mut Vec<Warning>) -> io::Result<()> {
    let mut batch = Vec::new();
    for (number, line) in (1_usize..).zip(io::stdin().lock().lines()) {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str(&line) {
            Ok(input) => batch.push(input),
            Err(error) => warnings.push(warning(
                format!("standard input, line {number}"),
                Severity::Skipped,
                format!("It is not an object with \"id\" and \"text\": {error}"),
            )),
        }
        if batch.len() == BATCH {
            write_batch(&batch, out, warnings)?;
            batch.clear();
        }
    }
    write_batch(&batch, out, warnings)
}

fn write_batch(texts: &[Input], out: &mut impl Write, warnings: &mut Vec<Warning>) -> io::Result<()> {
    let analyses: Vec<(String, bool)> = texts
        .par_iter()
        .map(|input| {
            let analysis = analyse(&input.text);
            (to_json(&input.id, &input.text, &analysis), analysis.english)
        })
        .collect();
    for ((json, english), input) in analyses.into_iter().zip(texts) {
        writeln!(out, "{json}")?;
        if !english {
            let name = input.id.as_str().map_or_else(|| input.id.to_string(), str::to_owned);
            warnings.push(warning(name, Severity::Note, "This text is not English, and its analysis mostly wrong.".to_owned()));
        }
    }
    Ok(())
}

fn warning(path: String, severity: Severity, message: String) -> Warning {
    Warning { path, quote: None, severity, message }
}

#[derive(Serialize)]
struct Output<'a> {
    id: &'a serde_json::Value,
    tokens: Vec<TokenOutput<'a>>,
    sentences: Vec<[u32; 2]>,
    entities: Vec<EntityOutput>,
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

#[derive(Serialize)]
struct EntityOutput {
    start: u32,
    end: u32,
    label: &'static str,
}

/// The analysis of a text as one line of JSON without the line end; token bounds in code points, heads, sentences and
/// entities in tokens.
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
    let output = Output {
        id,
        tokens: tokens.collect(),
        sentences: analysis.sentences.iter().map(|range| [range.start, range.end]).collect(),
        entities: entities.collect(),
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
        assert_eq!(value["sentences"][1], json!([6, 11]));
        assert_eq!(value["tokens"][7]["head"], 7);
    }
}
