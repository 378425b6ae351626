//! The five sample articles, embedded in the program, so that it has something to show at its first start.

use super::assemble::Collector;
use super::sidecar::{SIDECAR, Sidecar};
use crate::model::Reading;

macro_rules! files {
    ($($name:literal,)+) => { &[$(($name, include_bytes!(concat!("../../seeds/", $name)).as_slice()),)+] };
}

const ARTICLES: &[(&str, &[u8])] = files![
    "000_7245354ed6fb97ad.txt",
    "001_334d1856cee0a5ac.txt",
    "002_1014bcaf17bbe8a0.txt",
    "003_7404d592642afe55.txt",
    "004_0cc22dba215e94ea.txt",
];
const LIST: &[u8] = include_bytes!("../../seeds/articles.csv");

/// The sample articles, exactly as [`read`](super::read) gives them for the folder `seeds`.
pub fn sample() -> Reading {
    let mut warnings = Vec::new();
    let mut sidecar = Sidecar::parse(SIDECAR, LIST, &mut warnings);
    let mut collector = Collector::default();
    for (name, bytes) in ARTICLES {
        let row = sidecar.row(name);
        collector.add(name, Ok(bytes.to_vec()), row.as_ref());
    }
    sidecar.report_unused(&mut warnings);
    collector.extend(warnings);
    collector.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Silent;
    use std::path::Path;

    #[test]
    fn the_sample_is_what_reading_its_folder_gives() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
        let read = super::super::read(&[folder], &Silent).unwrap();
        assert_eq!((read.articles, read.warnings), (sample().articles, sample().warnings));
        assert_eq!(sample().articles.len(), 5);
        assert_eq!(sample().warnings, []);
    }
}
