//! The key to the marks: what each sign means, in words. The window and the pictures draw the same cases.

use crate::model::{Basis, Event, Kind, Modality};

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// By shape and colour.
    pub kind: Kind,
    /// By the line.
    pub modality: Modality,
    /// Hollow: the article's own date stands in, or nothing says when.
    pub hollow: bool,
}

impl Look {
    /// The look of an event.
    pub fn of(event: &Event) -> Self {
        Self { kind: event.kind, modality: event.modality, hollow: matches!(event.when.basis, Basis::Reported | Basis::Unknown) }
    }

    /// That of a kind, and of nothing else.
    pub const fn plain(kind: Kind) -> Self {
        Self { kind, modality: Modality::Happened, hollow: false }
    }
}

const fn look(modality: Modality, hollow: bool) -> Look {
    Look { kind: Kind::Meeting, modality, hollow }
}

/// The looks of marks of one kind.
pub const LOOKS: [(Look, &str); 5] = [
    (look(Modality::Happened, false), "the text says when"),
    (look(Modality::Happened, true), "no words say when: the article's own date stands in"),
    (look(Modality::Planned, false), "planned"),
    (look(Modality::Hypothetical, false), "hypothetical: if, could"),
    (look(Modality::Negated, false), "negated: did not, denied"),
];

/// What the dot at a mark means.
pub const OWN: &str = "added by you";

/// How an uncertain or long date is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateSign {
    /// A band with soft ends.
    Band,
    /// The same, dotted.
    Around,
    /// A mark with dots below it.
    AroundDay,
    /// A band that fades to the left.
    Before,
    /// A band that fades to the right.
    After,
    /// A dotted band between two lines.
    Between,
    /// A solid bar.
    Bar,
    /// A bar that fades to the right.
    Since,
}

/// The ways a date is drawn.
pub const DATE_SIGNS: [(DateSign, &str); 8] = [
    (DateSign::Band, "in that month, year, decade"),
    (DateSign::Around, "around that month, year, decade"),
    (DateSign::AroundDay, "around that day"),
    (DateSign::Before, "before"),
    (DateSign::After, "after"),
    (DateSign::Between, "once, some time between"),
    (DateSign::Bar, "it lasts all that time"),
    (DateSign::Since, "since; nobody says until when"),
];
