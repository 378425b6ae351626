//! Reads the embedded model file: tensors in the safetensors format.

use serde::Deserialize;
use std::collections::HashMap;

/// The model: spaCy's `en_core_web_sm` 3.8, converted by `assets/language/convert.py`.
static FILE: &[u8] = include_bytes!("../../assets/language/en_core_web_sm.safetensors");

/// Version of the file's layout that this program reads.
const FORMAT: &str = "dateline-language 1";

/// What the header of a safetensors file says of one tensor.
#[derive(Debug, Deserialize)]
struct Entry {
    dtype: String,
    data_offsets: [usize; 2],
}

/// The tensors of the embedded file.
#[derive(Debug)]
pub(super) struct Weights {
    entries: HashMap<String, Entry>,
    data: &'static [u8],
}

impl Weights {
    /// Read the header of the embedded file.
    pub(super) fn embedded() -> Self {
        let (length, rest) = FILE.split_first_chunk::<8>().expect("the embedded file has a header");
        let length = usize::try_from(u64::from_le_bytes(*length)).expect("the header is short");
        let (header, data) = rest.split_at(length);
        let mut header: HashMap<String, serde_json::Value> = serde_json::from_slice(header).expect("the header is JSON");
        let metadata = header.remove("__metadata__").unwrap_or_default();
        assert_eq!(metadata["format"], FORMAT, "the embedded file has the format that this program was built for");
        let parse = |(name, value)| (name, serde_json::from_value(value).expect("an entry has type and offsets"));
        Self { entries: header.into_iter().map(parse).collect(), data }
    }

    fn bytes(&self, name: &str, dtype: &str) -> &'static [u8] {
        let entry = self.entries.get(name).filter(|entry| entry.dtype == dtype);
        let [start, end] = entry.unwrap_or_else(|| panic!("the embedded file holds {name}")).data_offsets;
        &self.data[start..end]
    }

    /// A tensor of 32-bit floating-point numbers.
    pub(super) fn numbers(&self, name: &str) -> Vec<f32> {
        self.bytes(name, "F32").as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect()
    }

    /// A text.
    pub(super) fn text(&self, name: &str) -> &'static str {
        std::str::from_utf8(self.bytes(name, "U8")).expect("texts are UTF-8")
    }
}

#[cfg(test)]
mod tests {
    use super::{FILE, Weights};
    use sha2::{Digest, Sha256};
    use std::fmt::Write as _;

    #[test]
    fn the_embedded_file_is_the_documented_one() {
        let documented = include_str!("../../assets/language/en_core_web_sm.safetensors.sha256").trim();
        let digest = Sha256::digest(FILE).iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").expect("a string takes everything");
            text
        });
        assert_eq!(digest, documented);
    }

    #[test]
    fn tensors_have_the_sizes_of_the_networks() {
        let weights = Weights::embedded();
        assert_eq!(weights.numbers("tok2vec.mix.weight").len(), 96 * 3 * 576);
        assert_eq!(weights.numbers("ner.embed.0").len(), 5_000 * 96);
        assert!(weights.text("lemma_index.verb").split('\n').is_sorted());
    }
}
