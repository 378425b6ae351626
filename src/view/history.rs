//! Back and forward through the views of the timeline: stretches of time, divisions into lanes and their arrangements.

use super::{Arrangement, LaneBy, TimelineView, ViewChange};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many steps back are kept.
const DEPTH: usize = 200;

/// The arrangement of the lanes of every division that has one.
pub type Arrangements = BTreeMap<LaneBy, Arrangement>;

/// How the timeline is looked at: what a step back brings back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlook {
    /// The visible range.
    pub view: TimelineView,
    /// The division into lanes.
    pub by: LaneBy,
    /// Their arrangements. Shared, because most steps leave them as they are.
    pub arrangements: Arc<Arrangements>,
}

impl Outlook {
    /// The arrangement of the lanes that are shown.
    pub fn arrangement(&self) -> Arrangement {
        self.arrangements.get(&self.by).cloned().unwrap_or_default()
    }
}

/// The views that were looked at. A run of continuous changes (one drag, one turn of the wheel) is one step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewHistory {
    back: Vec<Outlook>,
    forward: Vec<Outlook>,
    gliding: bool,
}

impl ViewHistory {
    /// Notes that `old` was left by such a change. Call before the view is replaced.
    pub fn leave(&mut self, old: Outlook, change: ViewChange) {
        let same_run = self.gliding && change == ViewChange::Continuous;
        self.gliding = change == ViewChange::Continuous;
        if same_run {
            return;
        }
        self.forward.clear();
        if self.back.last() != Some(&old) {
            self.back.push(old);
        }
        if self.back.len() > DEPTH {
            self.back.remove(0);
        }
    }

    /// Ends a run of continuous changes: the next one is a new step. Call when the pointer is released or rests.
    pub const fn settle(&mut self) {
        self.gliding = false;
    }

    /// The view before `now`, if there is one.
    pub fn back(&mut self, now: Outlook) -> Option<Outlook> {
        self.gliding = false;
        let view = self.back.pop()?;
        self.forward.push(now);
        Some(view)
    }

    /// The view that was left by going back, if there is one.
    pub fn forward(&mut self, now: Outlook) -> Option<Outlook> {
        self.gliding = false;
        let view = self.forward.pop()?;
        self.back.push(now);
        Some(view)
    }

    /// Whether there is a step back.
    pub const fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a step forward.
    pub const fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(start: f64) -> Outlook {
        Outlook { view: TimelineView::new(start, start + 1000.0), ..Outlook::default() }
    }

    #[test]
    fn a_run_of_continuous_changes_is_one_step() {
        let mut history = ViewHistory::default();
        history.leave(view(0.0), ViewChange::Jump);
        for step in 1..20 {
            history.leave(view(f64::from(step)), ViewChange::Continuous);
        }
        assert_eq!(history.back(view(20.0)), Some(view(1.0)));
        assert_eq!(history.back(view(1.0)), Some(view(0.0)));
        assert_eq!(history.back(view(0.0)), None);
        assert_eq!(history.forward(view(0.0)), Some(view(1.0)));
        assert_eq!(history.forward(view(1.0)), Some(view(20.0)));
        assert!(!history.can_go_forward() && history.can_go_back());
    }

    #[test]
    fn settling_starts_a_new_step_and_a_new_step_forgets_the_forward_ones() {
        let mut history = ViewHistory::default();
        history.leave(view(0.0), ViewChange::Continuous);
        history.settle();
        history.leave(view(5.0), ViewChange::Continuous);
        assert_eq!(history.back(view(9.0)), Some(view(5.0)));
        assert!(history.can_go_forward());
        history.leave(view(5.0), ViewChange::Jump);
        assert!(!history.can_go_forward());
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let mut history = ViewHistory::default();
        (0..1000).for_each(|step| history.leave(view(f64::from(step)), ViewChange::Jump));
        assert_eq!(history.back.len(), DEPTH);
    }
}
