//! What a count on the canvas stands for: its events one by one, and whether zooming parts them.

use super::index::{Class, Column};
use super::lanes::Lanes;
use super::marks::{Cluster, GAP, Sort};
use std::ops::Range;

/// The events of a cluster as indices of the board, in order of time; at most `most`. `per_point` is that of the picture.
pub fn events_in(lanes: &Lanes, cluster: &Cluster, per_point: f64, most: usize) -> Vec<u32> {
    let Some(lane) = lanes.lanes().get(cluster.lane) else { return Vec::new() };
    let points = lane.points_and_bars(GAP * per_point).0.len();
    let mut found: Vec<(f64, u32)> = Vec::new();
    for (at, class) in lane.index.classes().iter().enumerate() {
        let at_places = |column: &Column, places: Range<usize>| -> Vec<(f64, u32)> {
            places.map(|place| (column.anchor(place), column.event(place))).collect()
        };
        let inside = class.folded().range(cluster.from, cluster.to);
        if cluster.sort == Sort::Across {
            let around = class.folded().range(cluster.from - class.longest, cluster.to + class.longest);
            let crosses =
                |event: u32| lanes.extent(event as usize).is_some_and(|extent| extent.start < cluster.to && extent.end > cluster.from);
            let outside = around.filter(|place| !inside.contains(place) && crosses(class.folded().event(*place))).take(most);
            found.extend(outside.map(|place| (class.folded().anchor(place), class.folded().event(place))));
            if lane.collapsed {
                let placed = placed_across(lanes, class, cluster.from, cluster.to).take(most);
                found.extend(placed.map(|place| (class.placed.anchor(place), class.placed.event(place))));
            }
            continue;
        }
        found.extend(at_places(class.folded(), inside.start..inside.end.min(inside.start.saturating_add(most))));
        if at < points && cluster.sort == Sort::Column {
            let placed = class.placed.range(cluster.from, cluster.to);
            found.extend(at_places(&class.placed, placed.start..placed.end.min(placed.start.saturating_add(most))));
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    found.truncate(most);
    found.into_iter().map(|(_, event)| event).collect()
}

/// The places of those events with a row that cross `from..to` with their marks outside it. Rows never overlap, so there are
/// at most two a row.
pub(super) fn placed_across<'a>(lanes: &'a Lanes, class: &'a Class, from: f64, to: f64) -> impl Iterator<Item = usize> + 'a {
    let (inside, around) = (class.placed.range(from, to), class.crossing(from, to));
    (around.start..inside.start).chain(inside.end..around.end).filter(move |place| {
        let extent = lanes.extent(class.placed.event(*place) as usize);
        extent.is_some_and(|extent| extent.start < to && extent.end > from)
    })
}

/// The stretch of time that the marks of a column lie in; `None` if zooming does not part them.
pub fn spread(lanes: &Lanes, cluster: &Cluster, per_point: f64) -> Option<(f64, f64)> {
    let lane = lanes.lanes().get(cluster.lane).filter(|_| cluster.sort == Sort::Column)?;
    let points = lane.points_and_bars(GAP * per_point).0;
    let columns = points.iter().map(|class| &class.placed).chain(lane.index.classes().iter().map(Class::folded));
    let ends = columns.filter_map(|column| {
        let places = column.range(cluster.from, cluster.to);
        (!places.is_empty()).then(|| (column.anchor(places.start), column.anchor(places.end - 1)))
    });
    let (first, last) = ends.reduce(|(a, b), (c, d)| (a.min(c), b.max(d)))?;
    (last - first >= 60.0).then_some((first, last))
}
