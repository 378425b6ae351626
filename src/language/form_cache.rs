//! Keeps what an encoder computed for the word forms seen last, for they make up most of any text.

use std::collections::HashMap;
use std::sync::Arc;

/// Forms kept in each of the two generations of the cache: 12 MB at most.
const GENERATION: usize = 3_200;

/// What a network sees of a token: up to six string identifiers or flags, of which it uses as many as it has tables.
pub(super) type Features = [u64; 6];

/// Rows of forms seen last, in two generations: when the younger one is full, the older one is dropped.
#[derive(Debug, Default)]
pub(super) struct Cache {
    young: HashMap<Features, Arc<[f32]>>,
    old: HashMap<Features, Arc<[f32]>>,
}

impl Cache {
    /// What is kept for a form.
    pub(super) fn get(&mut self, key: &Features) -> Option<Arc<[f32]>> {
        if let Some(found) = self.young.get(key) {
            return Some(Arc::clone(found));
        }
        let found = self.old.remove(key)?;
        self.insert(*key, Arc::clone(&found));
        Some(found)
    }

    /// Keep something for a form.
    pub(super) fn insert(&mut self, key: Features, row: Arc<[f32]>) {
        if self.young.len() >= GENERATION {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(key, row);
    }
}
