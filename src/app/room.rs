//! How the panels share the window: where there is little room each gives way, so that nothing lies over anything else.

/// Lower than this, in points, nobody can move the borders between the panels of a column.
const LOW: f32 = 560.0;
/// The least that the actors, the articles and the kinds are shown in, in points of height.
const LEAST: [f32; 3] = [130.0, 90.0, 64.0];
/// Narrower than this, in points, nobody can move the borders between the columns.
const NARROW: f32 = 1000.0;

/// Lower than this, in points, the timeline does without its overview, and without the tray of undated events.
pub(super) const LEAST_FOR_OVERVIEW: f32 = 240.0;
pub(super) const LEAST_FOR_TRAY: f32 = 150.0;

/// A size that a person may change, or one that the window leaves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Share {
    /// At first, at least and at most, in points.
    Free(f32, f32, f32),
    /// Exactly that many points.
    Fixed(f32),
    /// There is no room for it.
    None,
}

/// The heights of the articles and of the kinds in the left column; the actors have the rest. `room` is what there is, the others
/// what the lists would take.
pub(super) fn left_heights(room: f32, articles: f32, kinds: f32) -> (Share, Share) {
    let [actors_least, articles_least, kinds_least] = LEAST;
    if room >= LOW {
        let kinds = kinds.min(room * 0.4);
        let most = (room - kinds - actors_least).max(articles_least);
        return (Share::Free(articles.min(room * 0.36).min(most), articles_least, most), Share::Fixed(kinds));
    }
    let kinds = kinds.min(room * 0.28);
    let kinds = if kinds < kinds_least { Share::None } else { Share::Fixed(kinds) };
    let rest = room - if let Share::Fixed(kinds) = kinds { kinds } else { 0.0 };
    let articles = if rest < actors_least + articles_least { Share::None } else { Share::Fixed(articles.min(rest * 0.42)) };
    (articles, kinds)
}

/// The widths of the left and of the right column in a window of this width.
pub(super) fn widths(window: f32) -> (Share, Share) {
    if window < NARROW {
        return (Share::Fixed((window * 0.25).clamp(170.0, 268.0)), Share::Fixed((window * 0.34).clamp(240.0, 340.0)));
    }
    (Share::Free(268.0, 200.0, 420.0), Share::Free((window * 0.22).clamp(340.0, 560.0), 280.0, (window * 0.45).max(341.0)))
}

/// The height of the event above the source text: `wanted` at first.
pub(super) fn event_height(room: f32, wanted: f32) -> Share {
    if room < LOW { Share::Fixed(wanted.min(room * 0.5)) } else { Share::Free(wanted, 60.0, room * 0.75) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(share: Share) -> f32 {
        match share {
            Share::Free(first, least, most) => first.clamp(least, most),
            Share::Fixed(size) => size,
            Share::None => 0.0,
        }
    }

    #[test]
    fn the_actors_always_keep_some_room_and_nothing_lies_over_anything() {
        for room in (60..1400).map(|room| room as f32) {
            for (articles, kinds) in [(80.0, 64.0), (600.0, 240.0), (4000.0, 300.0)] {
                let (articles, kinds) = left_heights(room, articles, kinds);
                let left = room - size(kinds) - size(articles);
                assert!(left >= LEAST[0].min(room * 0.4), "{room}: {articles:?} {kinds:?}");
                if let Share::Free(_, least, most) = articles {
                    assert!(least <= most && room - size(kinds) - most >= LEAST[0]);
                }
            }
        }
    }

    #[test]
    fn the_middle_keeps_a_third_of_a_narrow_window() {
        for window in (720..1000).map(|window| window as f32) {
            let (left, right) = widths(window);
            assert!(window - size(left) - size(right) >= window * 0.33, "{window}");
        }
    }
}
