//! An event as it leaves the program. The names and their order are a contract that scripts rely on.

use super::places::{Place, Places, Quoted};
use crate::model::{Actor, Board, CalendarUnit, Disagreement, Event, Mention, Side, When};
use chrono::{Days, NaiveDateTime, NaiveTime};
use serde::Serialize;
use std::borrow::Cow;

/// An event with all that belongs to it.
#[derive(Debug, Serialize)]
pub(super) struct EventRecord<'a> {
    pub(super) id: String,
    pub(super) title: &'a str,
    pub(super) kind: &'static str,
    pub(super) modality: &'static str,
    pub(super) confidence: f64,
    pub(super) when: WhenRecord<'a>,
    pub(super) place: Option<&'a str>,
    pub(super) actors: Vec<ActorRecord<'a>>,
    pub(super) mentions: Vec<MentionRecord<'a>>,
    /// Left out if the reports agree.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) disagreements: Vec<DisagreementRecord<'a>>,
    /// What the user added; left out where there is nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) tags: Vec<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) note: &'a str,
}

/// When it was. `start` is inclusive and `end` exclusive; `None` where open.
#[derive(Debug, Serialize)]
pub(super) struct WhenRecord<'a> {
    pub(super) edtf: String,
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
    pub(super) precision: crate::model::Precision,
    pub(super) basis: &'static str,
    pub(super) why: &'a str,
}

/// Who took part, and as what.
#[derive(Debug, Serialize)]
pub(super) struct ActorRecord<'a> {
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) state: Option<&'a str>,
    #[serde(skip)]
    pub(super) label: Cow<'a, str>,
    pub(super) aliases: &'a [String],
    pub(super) role: &'static str,
    pub(super) kind: &'static str,
    pub(super) roles: Vec<RoleRecord<'a>>,
}

/// What an article calls an actor, with the date of that article; empty if it is not known.
#[derive(Debug, Serialize)]
pub(super) struct RoleRecord<'a> {
    pub(super) text: &'a str,
    pub(super) date: String,
}

impl<'a> RoleRecord<'a> {
    /// The roles of an actor in the order of the articles.
    pub(super) fn all(board: &Board, actor: &'a Actor) -> Vec<Self> {
        let date = |role| board.role_date(role).map(|date| date.to_string()).unwrap_or_default();
        actor.roles.iter().map(|role| Self { text: &role.text, date: date(role) }).collect()
    }
}

/// One report of it.
#[derive(Debug, Serialize)]
pub(super) struct MentionRecord<'a> {
    pub(super) article: &'a str,
    pub(super) sentence: Place<'a>,
    pub(super) trigger: Option<Place<'a>>,
    pub(super) time: Option<Place<'a>>,
}

/// What its reports tell differently.
#[derive(Debug, Serialize)]
pub(super) struct DisagreementRecord<'a> {
    pub(super) about: &'static str,
    pub(super) sides: Vec<SideRecord<'a>>,
}

/// One of the things told, with the words that say so.
#[derive(Debug, Serialize)]
pub(super) struct SideRecord<'a> {
    pub(super) says: &'a str,
    pub(super) quotes: Vec<Quoted<'a>>,
}

impl<'a> EventRecord<'a> {
    /// The record of one event of the board.
    pub(super) fn of(board: &'a Board, places: &Places<'a>, event: &'a Event) -> Self {
        let actor = |participant: &'a crate::model::Participant| {
            let actor = board.actor(&participant.actor)?;
            Some(ActorRecord {
                name: &actor.name,
                state: actor.state.as_ref().map(|state| state.name.as_str()),
                label: actor.label(),
                aliases: &actor.aliases,
                role: participant.role.as_str(),
                kind: actor.kind.as_str(),
                roles: RoleRecord::all(board, actor),
            })
        };
        let curation = board.curation(event.id);
        Self {
            id: event.id.to_string(),
            title: &event.title,
            kind: event.kind.as_str(),
            modality: event.modality.as_str(),
            confidence: thousandths(event.confidence),
            when: WhenRecord::of(&event.when),
            place: event.place.as_deref(),
            actors: event.participants.iter().filter_map(actor).collect(),
            mentions: event.mentions.iter().filter_map(|mention| MentionRecord::of(places, mention)).collect(),
            disagreements: event.disagreements.iter().map(|one| DisagreementRecord::of(places, one)).collect(),
            tags: curation.iter().flat_map(|curation| &curation.tags).map(String::as_str).collect(),
            note: curation.map_or("", |curation| curation.note.as_str()),
        }
    }
}

impl<'a> DisagreementRecord<'a> {
    fn of(places: &Places<'a>, disagreement: &'a Disagreement) -> Self {
        let side = |side: &'a Side| SideRecord {
            says: &side.says,
            quotes: side.quotes.iter().filter_map(|quote| Quoted::of(places, *quote)).collect(),
        };
        Self { about: disagreement.about.as_str(), sides: disagreement.sides.iter().map(side).collect() }
    }
}

impl<'a> WhenRecord<'a> {
    pub(super) fn of(when: &'a When) -> Self {
        let bounds = when.bounds();
        Self {
            edtf: when.edtf.to_string(),
            start: bounds.earliest.map(|at| day(at, false)),
            end: bounds.latest.map(|at| day(at, true)),
            precision: when.precision(),
            basis: when.basis.as_str(),
            why: &when.why,
        }
    }
}

impl<'a> MentionRecord<'a> {
    fn of(places: &Places<'a>, mention: &Mention) -> Option<Self> {
        let article = mention.article();
        let (path, sentence) = places.quote(mention.sentence)?;
        Some(Self {
            article: path,
            sentence,
            trigger: places.place(article, mention.trigger),
            time: mention.time.and_then(|time| places.place(article, time)),
        })
    }
}

/// The day of an instant as an ISO date; as an exclusive end, the first day that is wholly after it.
fn day(at: NaiveDateTime, is_end: bool) -> String {
    let more = u64::from(is_end && at.time() != NaiveTime::MIN);
    CalendarUnit::Day(at.date().checked_add_days(Days::new(more)).unwrap_or(at.date())).to_string()
}

/// Rounded, so that the last digits of a computation do not make two equal files differ.
pub(super) fn thousandths(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Basis;

    #[test]
    fn bounds_are_whole_days() {
        for (edtf, start, end) in [
            ("2025-03-20", Some("2025-03-20"), Some("2025-03-21")),
            ("2025-03-20T14:30", Some("2025-03-20"), Some("2025-03-21")),
            ("2025-03-20T23:59", Some("2025-03-20"), Some("2025-03-21")),
            ("[..2025-03]", None, Some("2025-04-01")),
            ("2022-02-24/..", Some("2022-02-24"), None),
            ("-0043", Some("-0043-01-01"), Some("-0042-01-01")),
            ("", None, None),
        ] {
            let when = When { edtf: edtf.parse().unwrap(), basis: Basis::Stated, why: String::new() };
            let record = WhenRecord::of(&when);
            assert_eq!((record.start.as_deref(), record.end.as_deref()), (start, end), "{edtf}");
        }
    }
}
