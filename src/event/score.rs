//! How sure a finding is and how much a reader would want it, from evidence that can be told in words.

use super::lexicon::Class;
use crate::model::{Kind, Modality};

/// What speaks for an event.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent observation")]
pub struct Evidence {
    /// A date stands in its clause.
    pub dated: bool,
    /// Its date was taken from the story before.
    pub date_taken_up: bool,
    /// How many actors take part.
    pub named_participants: usize,
    /// One of them acts or speaks.
    pub agent: bool,
    /// How sure the word alone is.
    pub class: Class,
    /// It stands in direct speech.
    pub quoted: bool,
    /// It stands in the content of a statement.
    pub content: bool,
    /// It stands in a headline.
    pub heading: bool,
    /// Its verb has a tense.
    pub finite: bool,
    /// It stands at the head of the article.
    pub first_block: bool,
}

impl Evidence {
    /// From 0 to 1: how sure the finding is. A weighted sum, to be read with the table of stated against measured.
    pub fn confidence(&self, modality: Modality) -> f64 {
        let mut sum: f64 = match self.class {
            Class::Speech => 0.62,
            Class::Act | Class::Strong => 0.60,
            Class::Light => 0.5,
            Class::Weak => 0.40,
        };
        sum += if self.dated { 0.15 } else { 0.0 };
        sum += if self.agent {
            0.15
        } else if self.named_participants > 0 {
            0.08
        } else {
            0.0
        };
        sum += if self.finite { 0.05 } else { 0.0 };
        sum -= if self.quoted { 0.12 } else { 0.0 };
        sum -= if self.content { 0.08 } else { 0.0 };
        sum -= if modality == Modality::Hypothetical { 0.15 } else { 0.0 };
        sum.clamp(0.05, 0.98)
    }

    /// From 0 to 1: how much one report of it would be wanted in a short list.
    pub fn weight(&self, kind: Kind, modality: Modality) -> f64 {
        let kind: f64 = match kind {
            Kind::Attack | Kind::Agreement | Kind::Election | Kind::Disaster => 0.5,
            Kind::Meeting | Kind::Sanction | Kind::Deployment | Kind::Appointment | Kind::Legal | Kind::Protest | Kind::Aid => 0.45,
            Kind::Warning | Kind::Demand | Kind::Rejection | Kind::Economy => 0.35,
            Kind::Accusation => 0.3,
            Kind::Statement | Kind::Other => 0.2,
        };
        let mut sum = kind;
        sum += if self.dated { 0.15 } else { 0.0 };
        sum += if self.first_block || self.heading { 0.15 } else { 0.0 };
        sum += 0.05 * self.named_participants.min(3) as f64;
        sum -= if self.quoted || self.content { 0.1 } else { 0.0 };
        sum -= if modality == Modality::Hypothetical { 0.1 } else { 0.0 };
        sum.clamp(0.0, 1.0)
    }
}
