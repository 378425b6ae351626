//! Bytes and metadata -> articles; the same text twice counts once.

use super::decode::{decode, decode_page};
use super::html::page;
use super::published::{evidence, published, publisher};
use super::sidecar::Row;
use super::structure::{Markup, Structure, page_structure, structure};
use crate::model::{Article, ArticleId, BlockKind, DateEvidence, Edtf, Origin, Reading, Severity, Warning};
use std::collections::HashMap;
use std::sync::Arc;

/// Collects articles one after the other.
#[derive(Default)]
pub(super) struct Collector {
    reading: Reading,
    path_of: HashMap<ArticleId, String>,
}

impl Collector {
    /// Adds the file that is shown as `path`, or a warning why it is left out. Returns the article.
    pub(super) fn add(&mut self, path: &str, bytes: Result<Vec<u8>, String>, row: Option<&Row>) -> Option<ArticleId> {
        let mut notes = Vec::new();
        let source = match bytes.and_then(|bytes| Source::read(path, &bytes, &mut notes)) {
            Ok(source) => source,
            Err(reason) => {
                self.warn(path, Severity::Skipped, reason);
                return None;
            }
        };
        let id = ArticleId::of(&source.text);
        if let Some(twin) = self.path_of.get(&id) {
            let message = format!("It has the same text as {twin}, which is read. Remove one of them.");
            self.warn(path, Severity::Skipped, message);
            return None;
        }
        let article = article(path, source, row, &mut notes);
        for note in notes {
            self.warn(path, Severity::Note, note);
        }
        self.path_of.insert(id, path.to_owned());
        self.reading.articles.push(article);
        Some(id)
    }

    /// Notes the file of an article.
    pub(super) fn came_from(&mut self, article: ArticleId, origin: Origin) {
        self.reading.origins.insert(article, origin);
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

fn article(path: &str, source: Source, row: Option<&Row>, notes: &mut Vec<String>) -> Article {
    let Source { text, structure, title, publisher: site, url, dates } = source;
    let listed = row.is_some_and(|row| row.published != Edtf::Unknown);
    let dates = evidence(&text, &structure, dates, path, listed, notes);
    let published = published(&dates, row, notes);
    let agency_or_paper = publisher(&text, &structure, site, row);
    let headline = structure.blocks.iter().find(|block| block.kind == BlockKind::Title).map(|block| block.span);
    let own_title = structure.front.title.or(headline).map(|span| span.text(&text).to_owned());
    let own_url = structure.front.url.map(|span| span.text(&text).to_owned());
    Article {
        id: ArticleId::of(&text),
        path: path.to_owned(),
        title: row.and_then(|row| row.title.clone()).or(title).or(own_title),
        publisher: agency_or_paper,
        url: row.and_then(|row| row.url.clone()).or(own_url).or(url),
        published,
        dates,
        text: Arc::from(text),
        blocks: structure.blocks,
    }
}

/// A file after its format has been read.
#[derive(Default)]
struct Source {
    text: String,
    structure: Structure,
    title: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
    dates: Vec<DateEvidence>,
}

impl Source {
    /// Reads a file by its ending.
    fn read(path: &str, bytes: &[u8], notes: &mut Vec<String>) -> Result<Self, String> {
        let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        if matches!(ending.as_deref(), Some("html" | "htm" | "xhtml")) {
            return Self::page(bytes, notes);
        }
        let decoded = decode(bytes)?;
        notes.extend(decoded.note);
        let markup = if matches!(ending.as_deref(), Some("md" | "markdown")) { Markup::Markdown } else { Markup::Plain };
        Ok(Self { structure: structure(&decoded.text, markup), text: decoded.text, ..Self::default() })
    }

    fn page(bytes: &[u8], notes: &mut Vec<String>) -> Result<Self, String> {
        let decoded = decode_page(bytes)?;
        notes.extend(decoded.note);
        let page = page(&decoded.text);
        if page.pieces.len() <= usize::from(page.title.is_some()) {
            return Err("No article was found on this page. Save its text as plain text (.txt) and add that.".to_owned());
        }
        let structure = page_structure(&page.text, &page.pieces);
        Ok(Self { structure, text: page.text, title: page.title, publisher: page.publisher, url: page.url, dates: page.dates })
    }
}
