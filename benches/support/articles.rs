//! Articles as long as a benchmark needs them, put together from paragraphs of the sample and of the texts under `tests/gold`,
//! at random but always the same.

use chrono::{Days, NaiveDate};
use dateline::read;
use std::error::Error;
use std::fs;
use std::path::Path;

/// Numbers that look random and are always the same (`SplitMix64`).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// Below this limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).unwrap_or(0)
    }

    /// A day of so many years from 2015 on.
    pub(crate) fn day(&mut self, years: usize) -> NaiveDate {
        NaiveDate::default() + Days::new(16_436 + self.below(365 * years) as u64)
    }
}

/// The paragraphs of every text of the sample and of the gold data, text by text.
pub(crate) fn texts() -> Result<Vec<Vec<String>>, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts: Vec<String> = read::sample().articles.iter().map(|article| article.text.to_string()).collect();
    for name in ["wikiwars", "gum-ccother", "meantime-dev"] {
        for line in fs::read_to_string(root.join(format!("tests/gold/timex/{name}.jsonl")))?.lines() {
            let document: serde_json::Value = serde_json::from_str(line)?;
            texts.extend(document["text"].as_str().map(str::to_owned));
        }
    }
    let news = |line: &&str| (4..150).contains(&line.split_whitespace().count());
    let paragraphs = |text: &String| text.lines().filter(news).map(str::to_owned).collect();
    Ok(texts.iter().map(paragraphs).filter(|paragraphs: &Vec<String>| !paragraphs.is_empty()).collect())
}

/// An article of at least so many words: stretches of four paragraphs from texts taken at random.
pub(crate) fn article(texts: &[Vec<String>], length: usize, random: &mut Random) -> String {
    let (mut text, mut words) = (String::new(), 0);
    while words < length {
        let paragraphs = &texts[random.below(texts.len())];
        for paragraph in paragraphs.iter().skip(random.below(paragraphs.len())).take(4) {
            if words < length {
                words += paragraph.split_whitespace().count();
                text.push_str(paragraph);
                text.push_str("\n\n");
            }
        }
    }
    text
}
