//! The sizes of everything that the settings offer.

/// In percent. WCAG 2.2 (1.4.4) asks for 200 without loss.
pub const SCALES: [u16; 8] = [75, 100, 125, 150, 175, 200, 250, 300];
