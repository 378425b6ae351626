//! The sizes of everything that the settings offer, and the way from one to the next.

/// In percent. WCAG 2.2 (1.4.4) asks for 200 without loss.
pub const SCALES: [u16; 8] = [75, 100, 125, 150, 175, 200, 250, 300];

/// The next larger or smaller size after this one, both in percent; the same at the end.
pub fn next_scale(now: f32, larger: bool) -> u16 {
    let beyond = |scale: &u16| if larger { f32::from(*scale) > now + 0.5 } else { f32::from(*scale) < now - 0.5 };
    let next = if larger { SCALES.into_iter().find(beyond) } else { SCALES.into_iter().rev().find(beyond) };
    next.unwrap_or(if larger { SCALES[SCALES.len() - 1] } else { SCALES[0] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_lead_through_the_sizes_of_the_settings_from_anywhere() {
        assert_eq!((next_scale(100.0, true), next_scale(100.0, false)), (125, 75));
        assert_eq!((next_scale(110.0, true), next_scale(110.0, false)), (125, 100));
        assert_eq!((next_scale(300.0, true), next_scale(75.0, false)), (300, 75));
    }
}
