//! One line of JSON for each line of standard input or each article: several at a time, answers in the order of the questions.

use crate::model::{Article, Severity, Warning};
use rayon::prelude::*;
use std::io::{self, BufRead as _, Write};

/// Lines that are worked on at a time, before their answers are written.
const BATCH: usize = 64;

/// An answer as one line of JSON, and what a person should know about it.
pub(super) struct Answer {
    pub(super) json: String,
    pub(super) note: Option<Warning>,
}

/// Answers each line of standard input that is not blank. A line that cannot be answered becomes a warning with its number.
///
/// # Errors
/// What `out` says.
pub(super) fn answer_lines(
    answer: impl Fn(&str) -> Result<Answer, String> + Sync,
    out: &mut impl Write,
    warnings: &mut Vec<Warning>,
) -> io::Result<()> {
    let mut batch = Vec::new();
    let mut input = io::stdin().lock();
    for number in 1_usize.. {
        let mut line = Vec::new();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) if line.trim_ascii().is_empty() => {}
            Ok(_) => batch.push((number, line)),
            Err(error) => {
                warnings.push(skipped(number, format!("Standard input could not be read further: {error}. Give what follows again.")));
                break;
            }
        }
        if batch.len() == BATCH {
            answer_batch(&answer, &batch, out, warnings)?;
            batch.clear();
        }
    }
    answer_batch(&answer, &batch, out, warnings)
}

/// Answers each article, in order.
///
/// # Errors
/// What `out` says.
pub(super) fn answer_articles(
    articles: &[Article],
    answer: impl Fn(&Article) -> Answer + Sync,
    out: &mut impl Write,
    warnings: &mut Vec<Warning>,
) -> io::Result<()> {
    for batch in articles.chunks(BATCH) {
        let answers: Vec<Answer> = batch.par_iter().map(&answer).collect();
        for Answer { json, note } in answers {
            writeln!(out, "{json}")?;
            warnings.extend(note);
        }
    }
    Ok(())
}

fn answer_batch(
    answer: &(impl Fn(&str) -> Result<Answer, String> + Sync),
    batch: &[(usize, Vec<u8>)],
    out: &mut impl Write,
    warnings: &mut Vec<Warning>,
) -> io::Result<()> {
    let one = |line: &[u8]| match std::str::from_utf8(line) {
        Ok(text) => answer(text.trim_start_matches('\u{FEFF}')),
        Err(error) => Err(format!("It is not UTF-8: {error}. Save the lines as UTF-8.")),
    };
    let answers: Vec<_> = batch.par_iter().map(|(number, line)| (*number, one(line))).collect();
    for (number, answer) in answers {
        match answer {
            Ok(Answer { json, note }) => {
                writeln!(out, "{json}")?;
                warnings.extend(note);
            }
            Err(reason) => warnings.push(skipped(number, reason)),
        }
    }
    Ok(())
}

fn skipped(number: usize, message: String) -> Warning {
    Warning { path: format!("line {number} of standard input"), quote: None, severity: Severity::Skipped, message }
}
