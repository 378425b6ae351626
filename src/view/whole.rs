//! From measures to whole numbers.

/// The whole number nearest to a value; 0 for what is negative or no number.
#[expect(clippy::cast_sign_loss, reason = "what is negative has become 0 before")]
pub fn whole(value: impl Into<f64>) -> usize {
    value.into().round().max(0.0) as usize
}
