//! The weights of the tagger and their packed form.
//!
//! The file: the magic bytes, the scale (f32), the weights of transitions (one row for the start of a sentence, then one for
//! each label before, of i16 for each label after), the number of features (u32), and for each feature in rising order its
//! hash (u32), a bit set of labels (u16) and a byte (i8) for each label in the set. All little-endian. The square of a byte with its
//! sign, times the scale, is a score: fine steps for the many small ones, and room for the few large ones.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Number of labels.
pub const LABELS: usize = 13;

const MAGIC: &[u8; 8] = b"DLNAMES1";

/// The key of a feature is a hash already.
#[derive(Clone, Copy, Debug, Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) | u64::from(*byte);
        }
    }

    fn write_u32(&mut self, value: u32) {
        // The table takes its bits from both ends.
        self.0 = u64::from(value) | (u64::from(value) << 32);
    }
}

/// Scores of features and transitions.
#[derive(Clone, Debug)]
pub struct Weights {
    scale: f32,
    transitions: [[f32; LABELS]; LABELS + 1],
    rows: HashMap<u32, (u32, u16), BuildHasherDefault<AsIs>>,
    values: Vec<i8>,
}

impl Weights {
    /// Packs scores: those that round to nothing are left out, the rest are cut to a byte.
    pub fn pack(scale: f32, transitions: &[[f32; LABELS]; LABELS + 1], rows: &[(u32, [f32; LABELS])]) -> Vec<u8> {
        let mut rows: Vec<_> = rows.to_vec();
        rows.sort_unstable_by_key(|(hash, _)| *hash);
        let mut out = MAGIC.to_vec();
        out.extend(scale.to_le_bytes());
        for score in transitions.iter().flatten() {
            out.extend(((score / scale).round() as i16).to_le_bytes());
        }
        let mut body = Vec::new();
        let mut count = 0_u32;
        for (hash, scores) in rows {
            let bytes = scores.map(|score| ((score.abs() / scale).sqrt().round().min(127.0) * score.signum()) as i8);
            let set = bytes.iter().enumerate().filter(|(_, byte)| **byte != 0).fold(0_u16, |set, (label, _)| set | 1 << label);
            if set != 0 {
                count += 1;
                body.extend(hash.to_le_bytes());
                body.extend(set.to_le_bytes());
                body.extend(bytes.iter().filter(|byte| **byte != 0).map(|byte| byte.to_le_bytes()[0]));
            }
        }
        out.extend(count.to_le_bytes());
        out.extend(body);
        out
    }

    /// Reads the packed form; `None` if it is none.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let scale = f32::from_le_bytes(take(&mut rest)?);
        let mut transitions = [[0.0; LABELS]; LABELS + 1];
        for slot in transitions.as_flattened_mut() {
            *slot = f32::from(i16::from_le_bytes(take(&mut rest)?)) * scale;
        }
        let count = u32::from_le_bytes(take(&mut rest)?);
        let mut weights = Self { scale, transitions, rows: HashMap::default(), values: Vec::with_capacity(rest.len()) };
        weights.rows.reserve(count as usize);
        for _ in 0..count {
            let hash = u32::from_le_bytes(take(&mut rest)?);
            let set = u16::from_le_bytes(take(&mut rest)?);
            weights.rows.insert(hash, (u32::try_from(weights.values.len()).ok()?, set));
            for _ in 0..set.count_ones() {
                weights.values.push(i8::from_le_bytes(take(&mut rest)?));
            }
        }
        rest.is_empty().then_some(weights)
    }

    /// Adds the scores of a feature to those of each label.
    fn add(&self, feature: u32, scores: &mut [i32; LABELS]) {
        let Some((start, set)) = self.rows.get(&feature) else { return };
        let mut at = *start as usize;
        let mut set = *set;
        while set != 0 {
            let label = set.trailing_zeros() as usize;
            if let (Some(score), Some(value)) = (scores.get_mut(label), self.values.get(at)) {
                *score += i32::from(*value) * i32::from(value.unsigned_abs());
            }
            at += 1;
            set &= set - 1;
        }
    }

    /// The score of each label for a token with these features.
    pub(super) fn scores(&self, features: &[u32]) -> [f32; LABELS] {
        let mut sum = [0; LABELS];
        for feature in features {
            self.add(*feature, &mut sum);
        }
        sum.map(|score| score as f32 * self.scale)
    }

    /// The scores of going from the start of a sentence, or from a label, to each label.
    pub(super) const fn transitions(&self) -> &[[f32; LABELS]; LABELS + 1] {
        &self.transitions
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_read_back_and_a_cut_file_is_refused() {
        let mut row = [0.0; LABELS];
        (row[2], row[7]) = (4.0, -0.25);
        let bytes = Weights::pack(0.25, &[[0.5; LABELS]; LABELS + 1], &[(9, row), (3, [0.01; LABELS])]);
        let weights = Weights::unpack(&bytes).expect("it was just packed");
        assert_eq!(weights.rows.len(), 1);
        let scores = weights.scores(&[9, 9, 4]).map(|score| (score * 4.0).round() as i32);
        assert_eq!((scores[2], scores[7], scores[0]), (32, -2, 0));
        assert!(Weights::unpack(&bytes[..bytes.len() - 1]).is_none());
    }
}
