//! From word forms to vectors in context: hash embeddings and a window encoder (spaCy's `MultiHashEmbed.v2` and
//! `MaxoutWindowEncoder.v2` with width 96, window 1, depth 4, three maxout pieces).
//!
//! The embedding of a form and what it adds to the first window layer depend on the form alone; they are kept for the
//! forms seen last.

use super::form_cache::{Cache, Features};
use super::hash::row_hashes;
use super::linear::Linear;
use super::weights::Weights;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Numbers in the vector of a token.
pub(super) const WIDTH: usize = 96;
/// Pieces of a maxout unit.
const PIECES: usize = 3;
/// Outputs of a layer before maxout: piece by piece.
const WIDE: usize = WIDTH * PIECES;
/// Rows of zeros between two lines, and before the first and after the last one: as many as there are window layers.
const PAD: usize = 4;
/// Numbers kept for a form: its embedding and what it adds to the first layer as left neighbour, itself and as right
/// neighbour.
const KEPT: usize = WIDTH + 3 * WIDE;
/// Rows whose wide outputs are held at a time.
const BLOCK: usize = 48;

/// A table of embedding rows; a key picks four of them, which are added up.
#[derive(Debug)]
struct Embedding {
    rows: Vec<f32>,
    seed: u32,
}

impl Embedding {
    fn add(&self, key: u64, out: &mut [f32]) {
        let count = self.rows.len() / WIDTH;
        for hash in row_hashes(key, self.seed) {
            let row = &self.rows[hash as usize % count * WIDTH..][..WIDTH];
            for (sum, value) in out.iter_mut().zip(row) {
                *sum += value;
            }
        }
    }
}

/// The part of a layer after its product: maxout and layer normalisation.
#[derive(Debug)]
struct Norm {
    gain: Vec<f32>,
    shift: Vec<f32>,
}

impl Norm {
    /// Add to `out` the normalised maxima of the pieces of `wide`.
    fn add_to(&self, wide: &[f32], out: &mut [f32]) {
        let (first, rest) = wide.split_at(WIDTH);
        let (second, third) = rest.split_at(WIDTH);
        let mut best = [0.0; WIDTH];
        for (((best, &a), &b), &c) in best.iter_mut().zip(first).zip(second).zip(third) {
            let ab = if b > a { b } else { a };
            *best = if c > ab { c } else { ab };
        }
        let width = WIDTH as f32;
        let mean = sum(&best) / width;
        for value in &mut best {
            *value -= mean;
        }
        let squares = best.map(|value| value * value);
        let scale = 1.0 / (sum(&squares) / width + 1e-8).sqrt();
        for (((to, &value), &gain), &shift) in out.iter_mut().zip(&best).zip(&self.gain).zip(&self.shift) {
            *to += value * scale * gain + shift;
        }
    }
}

/// The sum in an order of its own that does not depend on the processor: sixteen running sums, then a tree.
fn sum(values: &[f32; WIDTH]) -> f32 {
    let mut lanes = [0.0f32; 16];
    for chunk in values.as_chunks::<16>().0 {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            *lane += value;
        }
    }
    for half in [8, 4, 2, 1] {
        for i in 0..half {
            lanes[i] += lanes[i + half];
        }
    }
    lanes[0]
}

/// A network from features to vectors.
#[derive(Debug)]
pub(super) struct Encoder {
    embeddings: Vec<Embedding>,
    mix: Linear,
    mix_norm: Norm,
    /// The first window layer, its parts for left neighbour, token and right neighbour side by side, without bias.
    first: Linear,
    first_bias: Vec<f32>,
    first_norm: Norm,
    windows: Vec<(Linear, Norm)>,
    cache: Mutex<Cache>,
}

/// Vectors of the tokens of several lines.
#[derive(Debug)]
pub(super) struct Vectors {
    rows: Vec<f32>,
}

impl Vectors {
    /// The vectors of the `count` tokens that stand after `before` tokens in `lines` earlier lines.
    pub(super) fn line(&self, lines: usize, before: usize, count: usize) -> &[f32] {
        let start = PAD * (lines + 1) + before;
        &self.rows[(start + 1) * WIDTH..][..count * WIDTH]
    }
}

impl Encoder {
    /// Read the network `name` with the seeds of its embedding tables.
    pub(super) fn new(weights: &Weights, name: &str, seeds: &[u32]) -> Self {
        let table = |(number, &seed)| Embedding { rows: weights.numbers(&format!("{name}.embed.{number}")), seed };
        let layer = |part: &str| {
            let read = |what: &str| weights.numbers(&format!("{name}.{part}.{what}"));
            (read("weight"), read("bias"), Norm { gain: read("gain"), shift: read("shift") })
        };
        // The file holds the pieces of a unit side by side; here a piece of all units stands together.
        let unit = |output: usize| output % WIDTH * PIECES + output / WIDTH;
        let full = |weight: &[f32], bias: &[f32], inputs: usize| {
            let linear = Linear::new(inputs, WIDE, |output, input| weight[unit(output) * inputs + input]);
            linear.with_bias((0..WIDE).map(|output| bias[unit(output)]))
        };
        let (mix, mix_bias, mix_norm) = layer("mix");
        let (first, first_bias, first_norm) = layer("window.0");
        let part = |output: usize, input: usize| first[unit(output % WIDE) * 3 * WIDTH + output / WIDE * WIDTH + input];
        let window = |number| {
            let (weight, bias, norm) = layer(&format!("window.{number}"));
            (full(&weight, &bias, 3 * WIDTH), norm)
        };
        Self {
            embeddings: (0..).zip(seeds).map(|(number, seed): (usize, _)| table((number, seed))).collect(),
            mix: full(&mix, &mix_bias, seeds.len() * WIDTH),
            mix_norm,
            first: Linear::new(WIDTH, 3 * WIDE, part),
            first_bias: (0..WIDE).map(|output| first_bias[unit(output)]).collect(),
            first_norm,
            windows: (1..PAD).map(window).collect(),
            cache: Mutex::default(),
        }
    }

    /// Vectors of the tokens of several lines, none of which sees another.
    pub(super) fn encode(&self, lines: &[&[Features]]) -> Vectors {
        let mut numbers = HashMap::new();
        let mut keys = Vec::new();
        let tokens: Vec<Vec<usize>> = lines
            .iter()
            .map(|line| {
                let number = |features: &Features| {
                    let key = self.key(features);
                    *numbers.entry(key).or_insert_with(|| {
                        keys.push(key);
                        keys.len() - 1
                    })
                };
                line.iter().map(number).collect()
            })
            .collect();
        let kept = self.form_rows(&keys);
        let mut rows = self.first_layer(&tokens, &kept);
        let mut next = rows.clone();
        let mut wide = vec![0.0; BLOCK * WIDE];
        for (linear, norm) in &self.windows {
            let count = rows.len() / WIDTH - 2;
            for first in (0..count).step_by(BLOCK) {
                let wide = &mut wide[..BLOCK.min(count - first) * WIDE];
                linear.apply(&rows[first * WIDTH..], WIDTH, wide);
                for (wide, out) in wide.chunks(WIDE).zip(next[(first + 1) * WIDTH..].chunks_mut(WIDTH)) {
                    norm.add_to(wide, out);
                }
            }
            rows.copy_from_slice(&next);
        }
        Vectors { rows }
    }

    /// Only what the network sees, so that forms that it cannot tell apart are kept once.
    fn key(&self, features: &Features) -> Features {
        let mut key = [0; 6];
        let seen = self.embeddings.len();
        key[..seen].copy_from_slice(&features[..seen]);
        key
    }

    /// What is kept for each of some forms, computed for those that are not in the cache.
    fn form_rows(&self, keys: &[Features]) -> Vec<Arc<[f32]>> {
        let found: Vec<_> = {
            let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
            keys.iter().map(|key| cache.get(key)).collect()
        };
        let missing: Vec<_> = keys.iter().zip(&found).filter(|(_, row)| row.is_none()).map(|(key, _)| *key).collect();
        let mut fresh = Vec::with_capacity(missing.len());
        for keys in missing.chunks(BLOCK) {
            self.compute_rows(keys, &mut fresh);
        }
        {
            let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
            for (key, row) in missing.iter().zip(&fresh) {
                cache.insert(*key, Arc::clone(row));
            }
        }
        let mut fresh = fresh.into_iter();
        found.into_iter().filter_map(|row| row.or_else(|| fresh.next())).collect()
    }

    fn compute_rows(&self, keys: &[Features], out: &mut Vec<Arc<[f32]>>) {
        let inputs = self.embeddings.len() * WIDTH;
        let mut embedded = vec![0.0; keys.len() * inputs];
        for (key, row) in keys.iter().zip(embedded.chunks_mut(inputs)) {
            for ((table, &feature), part) in self.embeddings.iter().zip(key).zip(row.chunks_mut(WIDTH)) {
                table.add(feature, part);
            }
        }
        let mut wide = vec![0.0; keys.len() * WIDE];
        self.mix.apply(&embedded, inputs, &mut wide);
        let mut mixed = vec![0.0; keys.len() * WIDTH];
        for (wide, row) in wide.chunks(WIDE).zip(mixed.chunks_mut(WIDTH)) {
            self.mix_norm.add_to(wide, row);
        }
        let mut parts = vec![0.0; keys.len() * 3 * WIDE];
        self.first.apply(&mixed, WIDTH, &mut parts);
        out.extend(mixed.chunks(WIDTH).zip(parts.chunks(3 * WIDE)).map(|(row, parts)| {
            let mut kept = Vec::with_capacity(KEPT);
            kept.extend_from_slice(row);
            kept.extend_from_slice(parts);
            Arc::from(kept)
        }));
    }

    /// The rows after the first window layer: one of zeros, the padded lines, one of zeros.
    fn first_layer(&self, lines: &[Vec<usize>], kept: &[Arc<[f32]>]) -> Vec<f32> {
        let mut forms: Vec<Option<&[f32]>> = vec![None; PAD];
        for line in lines {
            forms.extend(line.iter().map(|&number| Some(&*kept[number])));
            forms.resize(forms.len() + PAD, None);
        }
        let mut rows = vec![0.0; (forms.len() + 2) * WIDTH];
        let at = |place: Option<usize>| place.and_then(|place| forms.get(place).copied().flatten());
        for (place, row) in rows[WIDTH..].chunks_mut(WIDTH).enumerate().take(forms.len()) {
            let mut wide = [0.0; WIDE];
            for (part, form) in [at(place.checked_sub(1)), at(Some(place)), at(Some(place + 1))].into_iter().enumerate() {
                if let Some(form) = form {
                    for (sum, value) in wide.iter_mut().zip(&form[WIDTH + part * WIDE..][..WIDE]) {
                        *sum += value;
                    }
                }
            }
            for (sum, bias) in wide.iter_mut().zip(&self.first_bias) {
                *sum += bias;
            }
            if let Some(form) = forms[place] {
                row.copy_from_slice(&form[..WIDTH]);
            }
            self.first_norm.add_to(&wide, row);
        }
        rows
    }
}
