//! Findings of single articles as bytes, so that a project opens without reading all its articles anew.
//!
//! They are used again only by the very program that made them, and only for an article that is the same in everything they
//! follow from. What is put together of all articles is never kept.

use super::memory::{Findings, Ground, Memory};
use crate::event::ArticleFindings;
use crate::model::{ArticleId, TimeExpression};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// Names everything in the program that findings follow from; the build script sets it.
const PROGRAM: &str = env!("DATELINE_FINDINGS");
/// Compression: the fastest.
const LEVEL: u8 = 1;
/// No article gives more bytes than this.
const MOST_BYTES: usize = 1 << 28;

/// The findings of articles at one moment.
#[derive(Clone, Default)]
pub struct KeptFindings(BTreeMap<ArticleId, Arc<Findings>>);

/// The whole, as written.
#[derive(Serialize, Deserialize)]
struct All<'a> {
    program: &'a str,
    #[serde(borrow)]
    articles: Vec<(ArticleId, &'a [u8])>,
}

/// One article, as written.
#[derive(Serialize)]
struct Written<'a> {
    ground: &'a [u8; 32],
    english: bool,
    times: &'a [TimeExpression],
    events: Option<&'a ArticleFindings>,
}

/// The same, as read.
#[derive(Deserialize)]
struct Read {
    ground: [u8; 32],
    english: bool,
    times: Vec<TimeExpression>,
    events: Option<ArticleFindings>,
}

impl KeptFindings {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As bytes. What was packed before, or came from a file, is not packed again.
    pub fn pack(&self) -> Vec<u8> {
        let sound: Vec<(&ArticleId, &Arc<Findings>)> = self.0.iter().filter(|(_, findings)| !findings.failed).collect();
        let articles = sound.par_iter().map(|(id, findings)| (**id, findings.packed.get_or_init(|| pack(findings)).as_ref()));
        // What cannot be written is empty, and then not taken back.
        let articles = articles.filter(|(_, bytes)| !bytes.is_empty()).collect();
        postcard::to_allocvec(&All { program: PROGRAM, articles }).unwrap_or_default()
    }
}

fn pack(findings: &Findings) -> Box<[u8]> {
    let Findings { ground, english, failed: _, times, events, packed: _ } = findings;
    let written = Written { ground: &ground.0, english: *english, times, events: events.as_ref() };
    postcard::to_allocvec(&written).map(|bytes| compress_to_vec(&bytes, LEVEL).into_boxed_slice()).unwrap_or_default()
}

fn unpack(packed: &[u8]) -> Option<Findings> {
    let bytes = decompress_to_vec_with_limit(packed, MOST_BYTES).ok()?;
    let (Read { ground, english, times, events }, rest) = postcard::take_from_bytes(&bytes).ok()?;
    let packed = OnceLock::from(Box::from(packed));
    rest.is_empty().then_some(Findings { ground: Ground(ground), english, failed: false, times, events, packed })
}

impl Memory {
    /// What is known of single articles now.
    pub fn kept(&self) -> KeptFindings {
        KeptFindings(self.findings.clone())
    }

    /// Takes back what was kept; returns for how many articles. Another program's findings are not taken, nor what is damaged.
    pub fn recall(&mut self, packed: &[u8]) -> usize {
        let Ok(All { program, articles }) = postcard::from_bytes(packed) else { return 0 };
        if program != PROGRAM {
            return 0;
        }
        let known: Vec<_> = articles.par_iter().filter_map(|(id, bytes)| Some((*id, Arc::new(unpack(bytes)?)))).collect();
        let count = known.len();
        self.findings.extend(known);
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, DateSource, Edtf, Extraction, Given, Published, Reading, Silent};
    use crate::pipeline;

    fn reading() -> Reading {
        let texts = [
            "The ministers met in Paris on Tuesday. France will send 20 trucks to Kyiv next week, Emmanuel Macron said.",
            "Russia attacked Kyiv last week. At least 12 people were killed. Vladimir Putin denied it on Friday.",
            "Le ministre a rencontré son homologue mardi à Paris.",
        ];
        let mut articles: Vec<Article> =
            texts.iter().zip(["a.txt", "b.txt", "c.txt"]).map(|(text, path)| Article::of_paragraph(path, text)).collect();
        let date = "2025-03-20".parse().unwrap();
        articles[0].published = Some(Published { date, source: DateSource::Sidecar, span: None, note: None });
        Reading { articles, ..Reading::default() }
    }

    fn found(memory: &mut Memory, reading: &Reading, given: &Given) -> Extraction {
        pipeline::extract_given(reading, given, memory, &Silent).unwrap()
    }

    #[test]
    fn what_is_taken_back_gives_the_very_same_extraction() {
        let (reading, given) = (reading(), Given::default());
        let mut first = Memory::default();
        let fresh = found(&mut first, &reading, &given);
        let packed = first.kept().pack();
        let mut second = Memory::default();
        assert_eq!(second.recall(&packed), reading.articles.len());
        assert_eq!(found(&mut second, &reading, &given), fresh);
        assert!(second.analyses.is_empty(), "an article was read again");
        assert_eq!(second.kept().pack(), packed, "the bytes are always the same");
        // A date of the user's changes what follows from it, and nothing else is read again.
        let dates = BTreeMap::from([(reading.articles[0].id, Edtf::Unknown)]);
        let given = Given { dates, ..Given::default() };
        assert_eq!(found(&mut second, &reading, &given), found(&mut Memory::default(), &reading, &given));
        assert_eq!(second.analyses.len(), 1);
    }

    #[test]
    fn an_article_that_is_another_one_in_anything_is_read_again() {
        let reading = reading();
        let mut memory = Memory::default();
        found(&mut memory, &reading, &Given::default());
        let packed = memory.kept().pack();
        for change in [
            |reading: &mut Reading| reading.articles[1].title = Some("Another title".to_owned()),
            |reading: &mut Reading| reading.articles[1].blocks.clear(),
            |reading: &mut Reading| reading.articles[0].published = None,
        ] {
            let mut changed = reading.clone();
            change(&mut changed);
            assert_ne!(changed, reading);
            let mut memory = Memory::default();
            memory.recall(&packed);
            assert_eq!(found(&mut memory, &changed, &Given::default()), found(&mut Memory::default(), &changed, &Given::default()));
            assert_eq!(memory.analyses.len(), 1);
        }
    }

    #[test]
    fn damaged_bytes_and_those_of_another_program_are_not_taken() {
        let (reading, mut memory) = (reading(), Memory::default());
        found(&mut memory, &reading, &Given::default());
        let packed = memory.kept().pack();
        let mut other = packed.clone();
        other[1] ^= 1;
        for bytes in [&[][..], &packed[..packed.len() / 2], &other] {
            assert_eq!(Memory::default().recall(bytes), 0);
        }
        let whole = memory.findings.values().next().unwrap().packed.get().unwrap();
        for place in (0..whole.len()).step_by(7) {
            assert!(unpack(&whole[..place]).is_none());
            let mut damaged = whole.to_vec();
            damaged[place] ^= 0x10;
            // It may be taken for something else, but never stops the program: whose bytes they are is for the caller to make sure.
            drop(unpack(&damaged));
        }
    }
}
