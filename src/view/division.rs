//! How a board is laid out: in lanes, by which date, with or without folds, and how dates are written.

use super::dates::Dates;
use super::lane_by::LaneBy;
use crate::model::{Board, Edtf, Event};
use serde::{Deserialize, Serialize};

/// By which of its dates an event stands on the axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DatedBy {
    /// When it happened.
    #[default]
    Happening,
    /// When the first article that tells it was published.
    Publication,
}

impl DatedBy {
    /// Its name on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Happening => "happening",
            Self::Publication => "publication",
        }
    }

    /// The date of an event in this sense.
    pub fn date(self, board: &Board, event: &Event) -> Edtf {
        match self {
            Self::Happening => event.when.edtf,
            Self::Publication => published(board, event),
        }
    }
}

/// When an event was reported first; unknown if no article that tells it has a date.
pub(super) fn published(board: &Board, event: &Event) -> Edtf {
    let dates = event.mentions.iter().filter_map(|mention| board.article(mention.article())?.published.as_ref()).map(|one| one.date);
    let known = dates.filter_map(|date| {
        let bounds = date.bounds();
        Some((bounds.earliest.or(bounds.latest)?, date))
    });
    known.min_by_key(|(at, _)| *at).map_or(Edtf::Unknown, |(_, date)| date)
}

/// Everything that decides where things stand on the timeline, apart from the filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Division {
    /// What the lanes are.
    pub by: LaneBy,
    /// By which date events stand on the axis.
    pub dated_by: DatedBy,
    /// Long empty spans are folded.
    pub folds: bool,
    /// Every lane has a line for the spans between neighbouring events.
    pub gaps: bool,
    /// How dates are written.
    pub dates: Dates,
}

impl From<LaneBy> for Division {
    fn from(by: LaneBy) -> Self {
        Self { by, ..Self::default() }
    }
}
