//! Names of persons, organisations and places in a text: a sequence tagger that judges the language model's entities anew.
//!
//! A structured perceptron (Collins 2002) over BILOU labels (Ratinov and Roth 2009). It is stacked on the model's recogniser:
//! what that one says is a feature among others, beside the word lists of this program, the run of capitals around a word, and
//! how the rest of the article writes it. It was trained on openly licensed text only, with `examples/train_names.rs`.

mod document;
mod features;
mod labels;
mod marks;
mod runs;
mod tagger;
mod weights;

pub use features::features;
pub use labels::{Label, NameClass, RecognisedName, from_labels, to_labels};
pub use tagger::{best_path, recognise};
pub use weights::{LABELS, Weights};
