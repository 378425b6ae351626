//! One source text and what is known about it.

use super::{Edtf, Span};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::Arc;

/// Names an article by its contents: the first 16 bytes of the SHA-256 of its text.
///
/// Two files with the same text are one article, and an article keeps its id when its file is moved or renamed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ArticleId([u8; 16]);

impl ArticleId {
    /// The id of a text.
    pub fn of(text: &str) -> Self {
        let digest = Sha256::digest(text.as_bytes());
        let mut id = [0; 16];
        id.copy_from_slice(&digest[..16]);
        Self(id)
    }

    /// The raw bytes, for ids that are derived from this one.
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ArticleId({self})")
    }
}

impl From<ArticleId> for String {
    fn from(id: ArticleId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for ArticleId {
    type Error = &'static str;

    fn try_from(hex: String) -> Result<Self, Self::Error> {
        let mut id = [0; 16];
        if hex.len() != 32 || !hex.is_ascii() {
            return Err("an article id has 32 hexadecimal digits");
        }
        for (at, byte) in id.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).map_err(|_| "an article id has 32 hexadecimal digits")?;
        }
        Ok(Self(id))
    }
}

/// One source text with its metadata.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Derived from the text.
    pub id: ArticleId,
    /// Where it came from: the path below the folder that was opened, with `/` between the parts on every system.
    pub path: String,
    /// As the sidecar or the text itself gives it; the window falls back to the first words.
    pub title: Option<String>,
    /// Who published it, if known.
    pub publisher: Option<String>,
    /// Where it was published, if known.
    pub url: Option<String>,
    /// When it was published, if known.
    pub published: Option<Published>,
    /// Everything in the article and its file that says when it was published, the most trusted first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<DateEvidence>,
    /// The whole text, exactly as in the file after decoding (byte order mark removed, line ends kept).
    pub text: Arc<str>,
    /// The parts of the text in order. They do not overlap; white space between them belongs to none.
    pub blocks: Vec<Block>,
}

impl Article {
    /// What to call it on screen: its title, or its headline, or its first words, or its path. A heading between paragraphs
    /// ("Details") says nothing about the whole.
    pub fn display_title(&self) -> &str {
        if let Some(title) = self.title.as_deref().filter(|title| !title.trim().is_empty()) {
            return title;
        }
        let headline = self.blocks.iter().find(|block| block.kind == BlockKind::Title);
        let first = headline.or_else(|| self.blocks.iter().find(|block| block.kind == BlockKind::Paragraph));
        first.map_or(self.path.as_str(), |block| block.span.text(&self.text))
    }
}

#[cfg(test)]
impl Article {
    /// One of a single paragraph that nothing more is known of.
    pub(crate) fn of_paragraph(path: &str, text: &str) -> Self {
        let span = Span::of(text, 0..text.len()).expect("an article has words");
        Self {
            id: ArticleId::of(text),
            path: path.to_owned(),
            title: None,
            publisher: None,
            url: None,
            published: None,
            dates: Vec::new(),
            text: Arc::from(text),
            blocks: vec![Block { span, kind: BlockKind::Paragraph }],
        }
    }
}

/// The day an article was published, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The date; may be approximate (`2025-03-17~`) or a whole month.
    pub date: Edtf,
    /// Where the date came from.
    pub source: DateSource,
    /// The words that say so, if they stand in the article.
    pub span: Option<Span>,
    /// A remark on how the date was found: of the sidecar, or the markup that says it.
    pub note: Option<String>,
}

/// One thing that says when an article was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateEvidence {
    /// The day that it says.
    pub date: Edtf,
    /// What it is.
    pub source: DateSource,
    /// Its words: of the text, of the page's markup, of the file's name.
    pub words: String,
    /// Where they stand, if in the article's text.
    pub span: Option<Span>,
}

/// Where an article's date came from, in order of trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateSource {
    /// A person set it.
    User,
    /// `articles.csv` beside the article.
    Sidecar,
    /// The metadata of a web page: `<meta property="article:published_time" ...>`.
    Metadata,
    /// The structured data of a web page: JSON-LD, `itemprop="datePublished"`.
    StructuredData,
    /// A line `date 2025-05-23` at the top of the text.
    DateLine,
    /// A dateline as news agencies write it: `MOSCOW, May 23. /TASS/`.
    Dateline,
    /// The address: `/2025/03/17/`.
    Url,
    /// A `time` element of a web page.
    TimeElement,
    /// When it was last changed: "Updated 4 March 2025", `dateModified`. The article may be older.
    Changed,
    /// The name of the file: `2025-03-17-title.txt`.
    FileName,
}

impl DateSource {
    /// For people, after "Date ": "set by you", "from articles.csv", ...
    pub const fn words(self) -> &'static str {
        match self {
            Self::User => "set by you",
            Self::Sidecar => "from articles.csv",
            Self::DateLine => "from the date line at the top of the text",
            Self::Metadata => "from the metadata of the page",
            Self::StructuredData => "from the structured data of the page",
            Self::Dateline => "from the dateline",
            Self::Url => "from the address of the page",
            Self::TimeElement => "from a time on the page",
            Self::Changed => "from the day it was last changed",
            Self::FileName => "from the name of the file",
        }
    }
}

/// A part of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands: without surrounding white space.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a part of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The headline of the article.
    Title,
    /// A heading between paragraphs.
    Heading,
    /// Running text.
    Paragraph,
    /// Metadata in front of the text: a leading `date ...`, or `MOSCOW, May 23. /TASS/.`
    Metadata,
}
