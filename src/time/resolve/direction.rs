//! Whether words without a year or week of their own look back or ahead.

use super::scene::Scene;
use crate::time::meaning::Bound;
use crate::time::tense::Tense;

/// Direction in which an expression without a year looks: 1 ahead, -1 back, 0 to what is nearest.
pub(super) fn direction(bound: Option<Bound>, weekday: bool, scene: &Scene) -> i32 {
    let ahead = matches!(scene.tense, Tense::Future | Tense::Arranged);
    // "rose in the year through September", "he served until March": over, unless a day of the week is told. But "shut until Friday",
    // "extended through June": the end of what began before lies ahead.
    let over = bound == Some(Bound::Until) && scene.tense == Tense::Past && !weekday || bound == Some(Bound::Since) && !ahead;
    let by = bound == Some(Bound::By) && scene.tense != Tense::Past;
    match () {
        () if over => -1,
        () if ahead || by || bound == Some(Bound::Until) => 1,
        () => -i32::from(bound == Some(Bound::After) || scene.tense == Tense::Past),
    }
}
