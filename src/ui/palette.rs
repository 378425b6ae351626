//! The colours of kinds and actors for egui, and the measure of contrast. What they are is in [`crate::view::colors`]; the
//! tests below hold them to what it promises.

use super::theme::{Palette, color};
use crate::model::{Board, Hue, Kind};
use crate::view::colors;
pub use crate::view::colors::{KindShape, kind_shape};
use egui::Color32;

/// The colour of a kind: legible as text and as a mark on every surface of the theme.
pub const fn kind_color(kind: Kind, dark: bool) -> Color32 {
    color(colors::kind_color(kind, dark))
}

/// The colour behind a sentence that tells an event of this kind: text stays legible on it.
pub fn kind_wash(kind: Kind, dark: bool) -> Color32 {
    wash(kind, dark, if dark { 0.17 } else { 0.11 })
}

/// The same for the sentence of the selected event.
pub fn kind_wash_lit(kind: Kind, dark: bool) -> Color32 {
    wash(kind, dark, if dark { 0.40 } else { 0.30 })
}

fn wash(kind: Kind, dark: bool, part: f32) -> Color32 {
    Palette::get(dark).surface.lerp_to_gamma(kind_color(kind, dark), part)
}

/// The colour of a hue.
pub const fn hue_color(hue: Hue, dark: bool) -> Color32 {
    color(colors::hue(hue, dark))
}

/// The colour of the actor at this place of the board. Eight take turns: the name always stands beside it.
pub fn actor_color(board: &Board, index: usize, dark: bool) -> Color32 {
    hue_color(board.hue(index), dark)
}

/// The contrast ratio of WCAG 2.2, from 1 to 21.
pub fn contrast(one: Color32, other: Color32) -> f32 {
    let luminance = |color: Color32| {
        let [red, green, blue] = [color.r(), color.g(), color.b()].map(|byte| {
            let value = f32::from(byte) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_actors_are_legible() {
        for dark in [true, false] {
            let palette = Palette::get(dark);
            for ground in [palette.surface, palette.panel] {
                for kind in Kind::ALL {
                    let contrast = contrast(kind_color(*kind, dark), ground);
                    assert!(contrast >= 4.5, "{kind:?}, dark {dark}: {contrast:.2}");
                }
                for hue in Hue::ALL {
                    assert!(contrast(hue_color(hue, dark), ground) >= 4.5, "{hue:?}, dark {dark}");
                }
            }
            for kind in Kind::ALL {
                assert!(contrast(palette.text, kind_wash(*kind, dark)) >= 7.0, "{kind:?}, dark {dark}");
                let lit = contrast(palette.strong, kind_wash_lit(*kind, dark));
                assert!(lit >= 4.5, "{kind:?} lit, dark {dark}: {lit:.2}");
            }
        }
    }

    /// As seen by most (identity), without long-wave cones, without medium-wave cones: Viénot, Brettel and Mollon (1999),
    /// in linear RGB.
    const EYES: [[[f32; 3]; 3]; 3] = [
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        [[0.112_38, 0.887_62, 0.0], [0.112_38, 0.887_62, 0.0], [0.004_01, -0.004_01, 1.0]],
        [[0.292_75, 0.707_25, 0.0], [0.292_75, 0.707_25, 0.0], [-0.022_34, 0.022_34, 1.0]],
    ];

    /// CIE 1976 L*a*b*, white point D65.
    fn lab(color: Color32, eye: &[[f32; 3]; 3]) -> [f32; 3] {
        let linear = [color.r(), color.g(), color.b()].map(|byte| {
            let value = f32::from(byte) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        let seen = eye.map(|row| row.iter().zip(linear).map(|(weight, value)| weight * value).sum::<f32>().clamp(0.0, 1.0));
        let xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
            .map(|row: [f32; 3]| row.iter().zip(seen).map(|(weight, value)| weight * value).sum::<f32>());
        let curve = |value: f32| if value > 0.008_856 { value.cbrt() } else { 7.787 * value + 16.0 / 116.0 };
        let [x, y, z] = [curve(xyz[0] / 0.9505), curve(xyz[1]), curve(xyz[2] / 1.089)];
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    #[test]
    fn kinds_of_one_shape_are_told_apart_by_everybody() {
        for dark in [true, false] {
            for eye in &EYES {
                for (at, one) in Kind::ALL.iter().enumerate() {
                    for other in Kind::ALL[at + 1..].iter().filter(|other| kind_shape(**other) == kind_shape(*one)) {
                        let (left, right) = (lab(kind_color(*one, dark), eye), lab(kind_color(*other, dark), eye));
                        let distance = left.iter().zip(right).map(|(left, right)| (left - right).powi(2)).sum::<f32>().sqrt();
                        assert!(distance >= 11.0, "{one:?} and {other:?}, dark {dark}: {distance:.1}");
                    }
                }
            }
        }
    }
}
