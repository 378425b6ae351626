//! Bytes and metadata -> articles; the same text twice counts once.

use super::decode::decode;
use super::published::{published, publisher};
use super::sidecar::Row;
use super::structure::{Markup, structure};
use crate::model::{Article, ArticleId, BlockKind, Reading, Severity, Warning};
use std::collections::HashMap;
use std::sync::Arc;

/// Collects articles one after the other.
#[derive(Default)]
pub(super) struct Collector {
    reading: Reading,
    path_of: HashMap<ArticleId, String>,
}

impl Collector {
    /// Adds the file that is shown as `path`, or a warning why it is left out.
    pub(super) fn add(&mut self, path: &str, bytes: Result<Vec<u8>, String>, row: Option<&Row>) {
        let decoded = match bytes.and_then(|bytes| decode(&bytes)) {
            Ok(decoded) => decoded,
            Err(reason) => return self.warn(path, Severity::Skipped, reason),
        };
        let id = ArticleId::of(&decoded.text);
        if let Some(twin) = self.path_of.get(&id) {
            let message = format!("It has the same text as {twin}, which is read. Remove one of them.");
            return self.warn(path, Severity::Skipped, message);
        }
        let mut notes: Vec<String> = decoded.note.into_iter().collect();
        let article = article(path, id, decoded.text, row, &mut notes);
        for note in notes {
            self.warn(path, Severity::Note, note);
        }
        self.path_of.insert(id, path.to_owned());
        self.reading.articles.push(article);
    }

    /// Adds warnings of others.
    pub(super) fn extend(&mut self, warnings: Vec<Warning>) {
        self.reading.warnings.extend(warnings);
    }

    /// The articles by path, the warnings as they came.
    pub(super) fn finish(mut self) -> Reading {
        self.reading.articles.sort_by(|a, b| a.path.cmp(&b.path));
        self.reading
    }

    fn warn(&mut self, path: &str, severity: Severity, message: String) {
        self.reading.warnings.push(Warning { path: path.to_owned(), quote: None, severity, message });
    }
}

fn article(path: &str, id: ArticleId, text: String, row: Option<&Row>, notes: &mut Vec<String>) -> Article {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let markup = if matches!(ending.as_deref(), Some("md" | "markdown")) { Markup::Markdown } else { Markup::Plain };
    let structure = structure(&text, markup);
    let published = published(&text, &structure, row, notes);
    let agency_or_paper = publisher(&text, &structure, row);
    let headline = structure.blocks.iter().find(|block| block.kind == BlockKind::Title).map(|block| block.span);
    let own_title = structure.front.title.or(headline).map(|span| span.text(&text).to_owned());
    let own_url = structure.front.url.map(|span| span.text(&text).to_owned());
    Article {
        id,
        path: path.to_owned(),
        title: row.and_then(|row| row.title.clone()).or(own_title),
        publisher: agency_or_paper,
        url: row.and_then(|row| row.url.clone()).or(own_url),
        published,
        text: Arc::from(text),
        blocks: structure.blocks,
    }
}
