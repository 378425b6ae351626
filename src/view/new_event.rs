//! The event that a person adds at a place of the timeline: as precise as the zoom lets one point, and of that lane.

use super::lanes::{LaneKey, Lanes};
use super::{DAY, TimelineView, YEAR, civil};
use crate::model::{CalendarUnit, Edtf, OwnEvent, Participant, Role};
use chrono::{Datelike as _, TimeDelta};

/// A stretch of the calendar narrower than this, in points, cannot be pointed at.
const POINTED_AT: f64 = 3.0;
/// From this width of a day on, in points, the time of day is meant as well.
const WIDE_DAY: f64 = 300.0;
/// The steps of a time of day, in minutes.
const STEPS: [i64; 5] = [1, 5, 15, 30, 60];

/// The date of a place: `at` in seconds of the axis, on a canvas that shows `view` in so many points.
pub fn date_at(lanes: &Lanes, view: TimelineView, width: f64, at: f64) -> Edtf {
    let points = |seconds: f64| seconds / view.span() * width;
    let time = civil(lanes.axis().to_calendar(at));
    let (day, year) = (time.date(), time.year());
    let unit = if points(DAY) >= WIDE_DAY {
        let step = STEPS.into_iter().find(|step| points(*step as f64 * 60.0) >= POINTED_AT).unwrap_or(60);
        let midnight = day.and_time(chrono::NaiveTime::MIN);
        let minutes = (time - midnight).num_seconds() as f64 / 60.0;
        let rounded = (minutes / step as f64).round() as i64 * step;
        // The last minutes of a day are not rounded into the next one.
        CalendarUnit::Minute(midnight + TimeDelta::minutes(rounded.min(24 * 60 - step)))
    } else if points(DAY) >= POINTED_AT {
        CalendarUnit::Day(day)
    } else if points(YEAR / 12.0) >= POINTED_AT {
        CalendarUnit::Month(year, day.month())
    } else if points(YEAR) >= POINTED_AT {
        CalendarUnit::Year(year)
    } else if points(YEAR * 10.0) >= POINTED_AT {
        CalendarUnit::Decade(year.div_euclid(10) * 10)
    } else {
        CalendarUnit::Century(year.div_euclid(100) * 100)
    };
    Edtf::on(unit)
}

/// A new event of that date in that lane: with the lane's actor, kind, place or tag.
pub fn event_in(lane: Option<&LaneKey>, when: Edtf) -> OwnEvent {
    let mut event = OwnEvent::untitled(when);
    match lane {
        Some(LaneKey::Actor(actor)) => event.participants.push(Participant { actor: actor.clone(), role: Role::Agent }),
        Some(LaneKey::Kind(kind)) => event.kind = *kind,
        Some(LaneKey::Place(place)) => event.place = Some(place.clone()),
        Some(LaneKey::Tag(tag)) => drop(event.tags.insert(tag.clone())),
        _ => {}
    }
    event
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::seconds;

    #[test]
    fn the_date_is_as_precise_as_one_can_point() {
        let at = seconds("2025-03-20T14:37:00".parse().unwrap());
        let date = |span: f64| {
            let view = TimelineView::new(at - span / 2.0, at + span / 2.0);
            date_at(&Lanes::default(), view, 1000.0, at).to_string()
        };
        assert_eq!(date(3600.0), "2025-03-20T14:37");
        assert_eq!(date(DAY), "2025-03-20T14:35");
        assert_eq!(date(DAY * 3.0), "2025-03-20T14:30");
        assert_eq!(date(DAY * 10.0), "2025-03-20");
        assert_eq!(date(YEAR / 2.0), "2025-03-20");
        assert_eq!(date(YEAR * 5.0), "2025-03");
        assert_eq!(date(YEAR * 200.0), "2025");
        assert_eq!(date(YEAR * 2000.0), "202X");
        assert_eq!(date(YEAR * 8000.0), "20XX");
    }

    #[test]
    fn the_end_of_a_day_stays_on_it() {
        let at = seconds("2025-03-20T23:59:00".parse().unwrap());
        let view = TimelineView::new(at - DAY, at + DAY);
        assert_eq!(date_at(&Lanes::default(), view, 1000.0, at).to_string(), "2025-03-20T23:45");
    }

    #[test]
    fn a_lane_gives_what_its_events_have_in_common() {
        let key = |lane: LaneKey| event_in(Some(&lane), Edtf::Unknown);
        assert_eq!(key(LaneKey::Kind(crate::model::Kind::Attack)).kind, crate::model::Kind::Attack);
        assert_eq!(key(LaneKey::Place("Paris".into())).place.as_deref(), Some("Paris"));
        assert_eq!(key(LaneKey::Tag("a".into())).tags.into_iter().collect::<Vec<_>>(), ["a"]);
        assert_eq!(key(LaneKey::Actor(crate::model::ActorId("x".into()))).participants.len(), 1);
        assert_eq!(key(LaneKey::NoActor), OwnEvent::untitled(Edtf::Unknown));
    }
}
