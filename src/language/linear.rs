//! Products of matrices with the model's weights.
//!
//! Every element of a product is one chain of fused multiply-adds in the order of the inputs, and the lanes of a vector
//! hold different outputs. So the width of the vectors and the number of rows done at once do not change a single bit:
//! results are equal on every processor with fused multiply-add, and elsewhere it is emulated exactly, only slower.

#![expect(clippy::inline_always, reason = "what is not inlined is compiled without the processor's vector instructions")]

use pulp::{Arch, Simd, WithSimd};

/// Outputs that are computed together; the weights are stored in panels of this width.
const PANEL: usize = 32;

/// A layer `y = W x + b`, its weights laid out for the product.
#[derive(Debug, Clone)]
pub(super) struct Linear {
    inputs: usize,
    outputs: usize,
    /// Panels of `PANEL` outputs: for each input the weights of those outputs, the last panel filled up with zeros.
    panels: Vec<f32>,
    bias: Vec<f32>,
}

impl Linear {
    /// A layer of which `weight(j, i)` is the weight of input `i` in output `j`.
    pub(super) fn new(inputs: usize, outputs: usize, weight: impl Fn(usize, usize) -> f32) -> Self {
        let mut panels = vec![0.0; outputs.div_ceil(PANEL) * PANEL * inputs];
        for output in 0..outputs {
            let (panel, lane) = (output / PANEL, output % PANEL);
            for input in 0..inputs {
                panels[(panel * inputs + input) * PANEL + lane] = weight(output, input);
            }
        }
        Self { inputs, outputs, panels, bias: vec![0.0; outputs] }
    }

    /// The same layer with a bias, which is added after the product.
    pub(super) fn with_bias(mut self, bias: impl Iterator<Item = f32>) -> Self {
        self.bias = bias.collect();
        assert_eq!(self.bias.len(), self.outputs, "a layer has one bias for each output");
        self
    }

    /// Number of outputs.
    pub(super) fn outputs(&self) -> usize {
        self.outputs
    }

    /// The layer for many rows of inputs: row `i` of `y` (of [`outputs`](Self::outputs) numbers) is that of
    /// `x[i * stride..][..inputs]`, so that rows may overlap.
    pub(super) fn apply(&self, x: &[f32], stride: usize, y: &mut [f32]) {
        let rows = y.len() / self.outputs;
        debug_assert!(rows == 0 || (rows - 1) * stride + self.inputs <= x.len());
        Arch::new().dispatch(Product { layer: self, x, stride, y });
        debug_assert_eq!(y.len(), rows * self.outputs);
    }
}

struct Product<'a> {
    layer: &'a Linear,
    x: &'a [f32],
    stride: usize,
    y: &'a mut [f32],
}

impl WithSimd for Product<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        // As many accumulators as the registers hold: 32 of 512 bits, 16 of 256 bits, 32 of 128 bits.
        match S::F32_LANES {
            16 => self.blocks::<S, 12, 2>(simd),
            8 => self.blocks::<S, 3, 4>(simd),
            4 => self.blocks::<S, 3, 8>(simd),
            _ => self.blocks::<S, 1, 32>(simd),
        }
    }
}

impl Product<'_> {
    #[inline(always)]
    fn blocks<S: Simd, const ROWS: usize, const VECTORS: usize>(self, simd: S) {
        let Self { layer, x, stride, y } = self;
        let (inputs, outputs) = (layer.inputs, layer.outputs);
        let rows = y.len() / outputs;
        let mut packed = vec![[0.0; ROWS]; if rows < ROWS { 0 } else { inputs }];
        for first in (0..rows).step_by(ROWS) {
            let count = ROWS.min(rows - first);
            let out = &mut y[first * outputs..][..count * outputs];
            if count == ROWS {
                for r in 0..ROWS {
                    let row = &x[(first + r) * stride..][..inputs];
                    for (cell, &value) in packed.iter_mut().zip(row) {
                        cell[r] = value;
                    }
                }
                block::<S, ROWS, VECTORS>(simd, layer, &packed, out);
            } else {
                for r in 0..count {
                    let row = x[(first + r) * stride..][..inputs].as_chunks::<1>().0;
                    block::<S, 1, VECTORS>(simd, layer, row, &mut out[r * outputs..][..outputs]);
                }
            }
        }
    }
}

/// A block of `ROWS` rows, whose inputs are packed side by side.
#[inline(always)]
fn block<S: Simd, const ROWS: usize, const VECTORS: usize>(simd: S, layer: &Linear, packed: &[[f32; ROWS]], out: &mut [f32]) {
    let outputs = layer.outputs;
    let panels = layer.panels.chunks_exact(layer.inputs * PANEL);
    for ((panel, bias), first) in panels.zip(layer.bias.chunks(PANEL)).zip((0..).step_by(PANEL)) {
        let weights = S::as_simd_f32s(panel).0.as_chunks::<VECTORS>().0;
        let mut sums = [[simd.splat_f32s(0.0); VECTORS]; ROWS];
        for (weights, values) in weights.iter().zip(packed) {
            for r in 0..ROWS {
                let value = simd.splat_f32s(values[r]);
                for v in 0..VECTORS {
                    sums[r][v] = simd.mul_add_f32s(value, weights[v], sums[r][v]);
                }
            }
        }
        for r in 0..ROWS {
            let mut lanes = [0.0; PANEL];
            let (vectors, _) = S::as_mut_simd_f32s(&mut lanes);
            vectors.copy_from_slice(&sums[r]);
            let row = &mut out[r * outputs + first..][..bias.len()];
            for ((to, &sum), &bias) in row.iter_mut().zip(&lanes).zip(bias) {
                *to = sum + bias;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Linear;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn products_are_chains_of_fused_multiply_adds_bit_for_bit(
            rows in 0_usize..30,
            inputs in 1_usize..70,
            outputs in 1_usize..80,
            stride in 1_usize..9,
            seed in any::<u32>(),
        ) {
            let number = |n: usize| (seed.wrapping_mul(2_654_435_761).wrapping_add(n as u32 * 40_503) % 2_003) as f32 / 1_001.0 - 1.0;
            let weight = |output: usize, input: usize| number(output * 71 + input);
            let x: Vec<f32> = (0..rows * stride + inputs).map(number).collect();
            let layer = Linear::new(inputs, outputs, weight).with_bias((0..outputs).map(number));
            let mut y = vec![0.0; rows * outputs];
            layer.apply(&x, stride, &mut y);
            for (row, y) in y.chunks(outputs).enumerate() {
                for (output, &value) in y.iter().enumerate() {
                    let chain = (0..inputs).fold(0.0_f32, |sum, input| x[row * stride + input].mul_add(weight(output, input), sum));
                    prop_assert_eq!(value.to_bits(), (chain + number(output)).to_bits());
                }
            }
        }
    }
}
