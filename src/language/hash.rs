//! The hash functions by which the model finds its embedding rows: `MurmurHash64A` for strings and the 128-bit
//! `MurmurHash3` that spreads one key over four rows (public domain algorithms by Austin Appleby).

/// 64-bit hash of a string (`MurmurHash64A`, seed 1), as the model's string identifiers use it.
pub(super) fn string_hash(text: &str) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    let bytes = text.as_bytes();
    let mut hash = 1 ^ (bytes.len() as u64).wrapping_mul(M);
    let (words, tail) = bytes.as_chunks::<8>();
    for word in words {
        let mut k = u64::from_le_bytes(*word).wrapping_mul(M);
        k ^= k >> 47;
        hash = (hash ^ k.wrapping_mul(M)).wrapping_mul(M);
    }
    if !tail.is_empty() {
        let mut last = [0; 8];
        last[..tail.len()].copy_from_slice(tail);
        hash = (hash ^ u64::from_le_bytes(last)).wrapping_mul(M);
    }
    hash ^= hash >> 47;
    hash = hash.wrapping_mul(M);
    hash ^ (hash >> 47)
}

/// Four 32-bit hashes of a 64-bit key (`MurmurHash3_x64_128` of its eight bytes).
pub(super) fn row_hashes(key: u64, seed: u32) -> [u32; 4] {
    let mut h1 = key.wrapping_mul(0x87c3_7b91_1142_53d5).rotate_left(31).wrapping_mul(0x4cf5_ad43_2745_937f);
    h1 ^= u64::from(seed) ^ 8;
    let mut h2 = u64::from(seed) ^ 8;
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    h1 = mix(h1);
    h2 = mix(h2);
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    [low(h1), low(h1 >> 32), low(h2), low(h2 >> 32)]
}

fn mix(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

#[expect(clippy::cast_possible_truncation, reason = "the low half is what is wanted")]
fn low(hash: u64) -> u32 {
    hash as u32
}

#[cfg(test)]
mod tests {
    use super::{row_hashes, string_hash};

    #[test]
    fn hashes_equal_those_of_the_reference() {
        // From spaCy's StringStore and thinc's NumpyOps.hash.
        assert_eq!(string_hash("coffee"), 3_197_928_453_018_144_401);
        assert_eq!(string_hash("a"), 11_901_859_001_352_538_922);
        assert_eq!(string_hash("n’t"), 16_712_971_838_599_463_365);
        assert_eq!(string_hash("apple"), 8_566_208_034_543_834_098);
        assert_eq!(string_hash("parliament"), 15_851_115_111_742_249_243);
        assert_eq!(string_hash("Außenminister"), 7_934_694_696_081_694_616);
        assert_eq!(string_hash("Verfassungsgericht"), 14_602_200_372_726_615_030);
        assert_eq!(row_hashes(0, 8), [0, 0, 0, 0]);
        assert_eq!(row_hashes(1, 12), [2_938_686_206, 2_291_508_213, 2_246_688_320, 3_554_967_022]);
        assert_eq!(row_hashes(3_197_928_453_018_144_401, 11), [2_750_598_018, 3_251_727_970, 914_169_445, 2_562_981_563]);
    }
}
