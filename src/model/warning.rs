//! What could not be read or understood, with its place: shown, never thrown.

use super::Quote;
use serde::{Deserialize, Serialize};

/// Something a person should know about their input. It never stops the work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// The file or article it is about, as shown to people: the path below the opened folder.
    pub path: String,
    /// The place in the text, if there is one.
    pub quote: Option<Quote>,
    /// How much was lost.
    pub severity: Severity,
    /// What happened and what to do, one or two sentences.
    pub message: String,
}

/// How much a warning costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The input was used; something about it is worth knowing (an encoding guessed, a date not understood).
    Note,
    /// The input was left out.
    Skipped,
}
