//! An animated change from one view to another.

use super::TimelineView;

/// How long a jump takes, in seconds: long enough to keep one's bearings, short enough not to wait.
const DURATION: f64 = 0.32;

/// A view on its way. The clock comes from outside, in seconds; any starting point will do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flight {
    from: TimelineView,
    to: TimelineView,
    began: f64,
}

impl Flight {
    /// Sets out at the time `now`.
    pub const fn new(from: TimelineView, to: TimelineView, now: f64) -> Self {
        Self { from, to, began: now }
    }

    /// Where it goes.
    pub const fn target(&self) -> TimelineView {
        self.to
    }

    /// The view at `now`: eased at both ends (smoothstep), `target` once it has arrived.
    pub fn at(&self, now: f64) -> TimelineView {
        let share = ((now - self.began) / DURATION).clamp(0.0, 1.0);
        self.from.towards(self.to, share * share * (3.0 - 2.0 * share))
    }

    /// Whether it has arrived.
    pub fn is_over(&self, now: f64) -> bool {
        now - self.began >= DURATION
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flight_arrives_exactly() {
        let (from, to) = (TimelineView::new(0.0, 1e9), TimelineView::new(5e8, 5e8 + 1e5));
        let flight = Flight::new(from, to, 10.0);
        assert!(!flight.is_over(10.1));
        assert!(flight.at(10.1).span() < from.span());
        assert!(flight.is_over(11.0));
        assert_eq!(flight.at(11.0), to);
    }
}
