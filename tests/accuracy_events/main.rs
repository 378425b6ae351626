//! How well events and actors are found, with a floor for each measure.
//!
//! Sample articles: recall of core events, share of triggers that lie on gold events, and of the core events found the share
//! with right date, modality and kind, and F1 of the actors; the same for invented articles and for articles of Wikinews, of
//! both kinds also for some at whose errors nobody looks.
//! PLOVER records: share of sentences whose event has the right kind.
//! Names: exact span and class F1 on sentences that the tagger was not trained on.
//! Pronouns: whom they mean, on the invented articles and those of Wikinews.
//! Confidence: on the sample, on the invented articles, on two topics of MEANTIME and on the trial timelines of SemEval-2015 task 4, how often an event
//! is right in trigger, date and modality, against what its confidence says.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod articles;
mod confidence;
mod gold;
mod kinds;
mod names;
mod pronouns;
