//! What the clause around a word tells: who does what to whom, in speech or not, happened or not.

pub(super) mod arguments;
pub(super) mod context;
pub(super) mod interview;
pub(super) mod modality;
pub(super) mod quotation;
