//! How a person has arranged the lanes of one division: their order, and which are pinned, collapsed or hidden.
//!
//! It names lanes by what their events have in common, never by number: so it outlives new articles, filters and restarts,
//! and what it says of a lane that is not there waits until it is.

use super::lanes::{Lane, LaneKey};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the lanes are ordered by before any is moved by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LaneOrder {
    /// The most important first: actors, articles and kinds as the board has them, places by the number of their events.
    #[default]
    Importance,
    /// The lane whose first event is earliest comes first.
    FirstAppearance,
    /// By name, without regard to case.
    Name,
}

/// The arrangement of the lanes of one division.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// The order before any lane is moved.
    pub order: LaneOrder,
    /// Lanes moved by hand, in the order of moving: each stands before another lane, or last.
    moves: Vec<(LaneKey, Option<LaneKey>)>,
    /// Lanes on top, whatever the order.
    pinned: BTreeSet<LaneKey>,
    /// Lanes that are not shown.
    hidden: BTreeSet<LaneKey>,
    /// Whether lanes are collapsed unless said otherwise.
    all_collapsed: bool,
    /// Lanes that differ from `all_collapsed`.
    toggled: BTreeSet<LaneKey>,
}

/// One change of the arrangement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LaneChange {
    /// Pin a lane to the top, or let it go.
    Pin(LaneKey),
    /// Show a lane as one row of counts, or in full again.
    Collapse(LaneKey),
    /// Leave a lane out.
    Hide(LaneKey),
    /// Show a hidden lane again.
    Show(LaneKey),
    /// Put a lane before another one, or last.
    Move {
        /// The lane.
        lane: LaneKey,
        /// The one that follows it; `None` puts it last.
        before: Option<LaneKey>,
    },
    /// Show all hidden lanes.
    ShowAll,
    /// Every lane as one row of counts.
    CollapseAll,
    /// Every lane in full.
    ExpandAll,
    /// Order the lanes by this; what was moved by hand goes back.
    Order(LaneOrder),
}

impl Arrangement {
    /// Takes a change.
    pub fn apply(&mut self, change: LaneChange) {
        match change {
            LaneChange::Pin(lane) => toggle(&mut self.pinned, lane),
            LaneChange::Collapse(lane) => toggle(&mut self.toggled, lane),
            LaneChange::Hide(lane) => {
                self.hidden.insert(lane);
            }
            LaneChange::Show(lane) => {
                self.hidden.remove(&lane);
            }
            LaneChange::Move { lane, before } if before.as_ref() != Some(&lane) => {
                // The same lane moved twice in a row has been moved once.
                if self.moves.last().is_some_and(|(last, _)| *last == lane) {
                    self.moves.pop();
                }
                self.moves.push((lane, before));
            }
            LaneChange::Move { .. } => {}
            LaneChange::ShowAll => self.hidden.clear(),
            LaneChange::CollapseAll => (self.all_collapsed, self.toggled) = (true, BTreeSet::new()),
            LaneChange::ExpandAll => (self.all_collapsed, self.toggled) = (false, BTreeSet::new()),
            LaneChange::Order(order) => {
                self.order = order;
                self.moves.clear();
            }
        }
    }

    /// Whether a lane is shown as one row of counts.
    pub fn is_collapsed(&self, lane: &LaneKey) -> bool {
        self.all_collapsed != self.toggled.contains(lane)
    }

    /// Whether a lane stands on top.
    pub fn is_pinned(&self, lane: &LaneKey) -> bool {
        self.pinned.contains(lane)
    }

    /// Whether a lane is left out.
    pub fn is_hidden(&self, lane: &LaneKey) -> bool {
        self.hidden.contains(lane)
    }

    /// Puts lanes in order: the shown ones first, pinned ones on top of them. Returns how many are pinned and how many shown.
    pub(super) fn arrange(&self, lanes: &mut [Lane]) -> (usize, usize) {
        // "No actor named" is no name among names: it comes last, however lanes are ordered.
        match self.order {
            LaneOrder::Importance => lanes.sort_by_key(|lane| lane.rank),
            LaneOrder::FirstAppearance => lanes.sort_by(|a, b| a.first.total_cmp(&b.first).then(a.rank.cmp(&b.rank))),
            LaneOrder::Name => lanes.sort_by_cached_key(|lane| (lane.key.is_rest(), lane.name.to_lowercase(), lane.rank)),
        }
        for (lane, before) in &self.moves {
            let Some(from) = lanes.iter().position(|other| other.key == *lane) else { continue };
            let to = match before {
                None => lanes.len(),
                Some(before) => match lanes.iter().position(|other| other.key == *before) {
                    Some(to) => to,
                    None => continue,
                },
            };
            if from < to {
                lanes[from..to].rotate_left(1);
            } else {
                lanes[to..=from].rotate_right(1);
            }
        }
        for lane in lanes.iter_mut() {
            lane.pinned = self.is_pinned(&lane.key);
            lane.collapsed = self.is_collapsed(&lane.key);
        }
        lanes.sort_by_key(|lane| (self.is_hidden(&lane.key), !lane.pinned));
        let shown = lanes.partition_point(|lane| !self.is_hidden(&lane.key));
        (lanes[..shown].partition_point(|lane| lane.pinned), shown)
    }
}

fn toggle(lanes: &mut BTreeSet<LaneKey>, lane: LaneKey) {
    if !lanes.remove(&lane) {
        lanes.insert(lane);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;
    use proptest::prelude::*;

    fn key(number: usize) -> LaneKey {
        LaneKey::Kind(Kind::ALL[number])
    }

    fn lanes(names: &[&str]) -> Vec<Lane> {
        let lane = |(at, name): (usize, &&str)| Lane {
            name: (*name).to_owned(),
            rank: u32::try_from(at).unwrap(),
            first: -(at as f64),
            ..Lane::of(key(at))
        };
        names.iter().enumerate().map(lane).collect()
    }

    fn names(arrangement: &Arrangement, lanes: &mut [Lane]) -> String {
        let (pinned, shown) = arrangement.arrange(lanes);
        let name = |lanes: &[Lane]| lanes.iter().map(|lane| lane.name.as_str()).collect::<String>();
        format!("{}|{}|{}", name(&lanes[..pinned]), name(&lanes[pinned..shown]), name(&lanes[shown..]))
    }

    #[test]
    fn lanes_are_ordered_moved_pinned_and_hidden() {
        let mut lanes = lanes(&["b", "D", "a", "c"]);
        let mut arrangement = Arrangement::default();
        assert_eq!(names(&arrangement, &mut lanes), "|bDac|");
        arrangement.apply(LaneChange::Move { lane: key(3), before: Some(key(1)) });
        assert_eq!(names(&arrangement, &mut lanes), "|bcDa|");
        arrangement.apply(LaneChange::Move { lane: key(0), before: None });
        assert_eq!(names(&arrangement, &mut lanes), "|cDab|");
        arrangement.apply(LaneChange::Pin(key(2)));
        arrangement.apply(LaneChange::Hide(key(3)));
        assert_eq!(names(&arrangement, &mut lanes), "a|Db|c");
        arrangement.apply(LaneChange::Order(LaneOrder::Name));
        arrangement.apply(LaneChange::ShowAll);
        assert_eq!(names(&arrangement, &mut lanes), "a|bcD|");
        arrangement.apply(LaneChange::Pin(key(2)));
        arrangement.apply(LaneChange::Order(LaneOrder::FirstAppearance));
        assert_eq!(names(&arrangement, &mut lanes), "|caDb|");
    }

    #[test]
    fn all_are_collapsed_and_one_is_not() {
        let mut arrangement = Arrangement::default();
        arrangement.apply(LaneChange::CollapseAll);
        arrangement.apply(LaneChange::Collapse(key(1)));
        assert!(arrangement.is_collapsed(&key(0)) && !arrangement.is_collapsed(&key(1)));
        arrangement.apply(LaneChange::ExpandAll);
        assert!(!arrangement.is_collapsed(&key(0)) && !arrangement.is_collapsed(&key(1)));
    }

    proptest! {
        #[test]
        fn no_change_loses_a_lane(changes in proptest::collection::vec((0_usize..5, 0_usize..8, 0_usize..9), 0..40)) {
            let mut lanes = lanes(&["a", "b", "c", "d", "e", "f", "g", "h"]);
            let mut arrangement = Arrangement::default();
            for (change, lane, other) in changes {
                let before = (other < 8).then(|| key(other));
                arrangement.apply(match change {
                    0 => LaneChange::Pin(key(lane)),
                    1 => LaneChange::Hide(key(lane)),
                    2 => LaneChange::Show(key(lane)),
                    _ => LaneChange::Move { lane: key(lane), before: before.clone() },
                });
                let (pinned, shown) = arrangement.arrange(&mut lanes);
                prop_assert!(pinned <= shown);
                let mut seen: Vec<&LaneKey> = lanes.iter().map(|lane| &lane.key).collect();
                seen.sort();
                seen.dedup();
                prop_assert_eq!(seen.len(), 8);
                let same_group = before.as_ref().is_some_and(|before| {
                    *before != key(lane)
                        && arrangement.is_hidden(before) == arrangement.is_hidden(&key(lane))
                        && arrangement.is_pinned(before) == arrangement.is_pinned(&key(lane))
                });
                if change > 2 && same_group {
                    let at = |key: &LaneKey| lanes.iter().position(|lane| lane.key == *key);
                    prop_assert_eq!(at(&key(lane)).map(|at| at + 1), before.as_ref().and_then(at), "it stands before the other");
                }
            }
        }
    }
}
