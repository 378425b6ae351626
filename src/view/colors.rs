//! The colours of both themes and the looks of kinds, without egui: the same on screen and in pictures.
//!
//! Kinds have a colour and a shape each, so that colour is never the only sign. The colours start from the palette of Okabe
//! and Ito (2008), which stays distinct for the common colour vision deficiencies, darkened or lightened until they are
//! legible as text (WCAG 2.2, contrast 4.5 : 1). Kinds that belong together share a shape; inside one shape no two colours
//! look alike to anyone.

use super::whole;
use crate::model::{Hue, Kind};

/// A colour: red, green, blue, from 0 to 255 each, in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rgb(pub [u8; 3]);

impl Rgb {
    /// The colour that 0xRRGGBB stands for.
    pub const fn hex(hex: u32) -> Self {
        let [_, red, green, blue] = hex.to_be_bytes();
        Self([red, green, blue])
    }

    /// This colour with so much of another, from 0 to 1, mixed in.
    #[must_use]
    pub fn mixed(self, other: Self, part: f32) -> Self {
        let mix = |at: usize| f32::from(self.0[at]) + (f32::from(other.0[at]) - f32::from(self.0[at])) * part;
        Self([0, 1, 2].map(|at| u8::try_from(whole(mix(at))).unwrap_or(u8::MAX)))
    }
}

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colors {
    /// Whether it is the dark one.
    pub dark: bool,
    /// Behind the timeline and the source text: where one looks.
    pub surface: Rgb,
    /// Behind lists, bars and controls.
    pub panel: Rgb,
    /// Menus, windows, popups.
    pub raised: Rgb,
    /// Buttons and fields at rest.
    pub control: Rgb,
    /// The same under the pointer.
    pub control_hover: Rgb,
    /// Lines of the calendar and between lanes.
    pub grid: Rgb,
    /// Borders of panels, lines of the coarser calendar unit.
    pub border: Rgb,
    /// Text.
    pub text: Rgb,
    /// Headings and what is selected.
    pub strong: Rgb,
    /// Text of second rank; still legible (WCAG AA) on surface and panel.
    pub weak: Rgb,
    /// The one accent: focus, links, progress, the visible range.
    pub accent: Rgb,
    /// Text on a surface filled with the accent.
    pub on_accent: Rgb,
    /// Behind the selected row, words, event.
    pub selection: Rgb,
    /// Behind the row under the pointer.
    pub hover: Rgb,
    /// Doubt and warnings.
    pub warning: Rgb,
    /// Errors.
    pub error: Rgb,
}

/// Light on dark.
pub const DARK: Colors = Colors {
    dark: true,
    surface: Rgb::hex(0x15_18_1d),
    panel: Rgb::hex(0x1c_20_26),
    raised: Rgb([0x25, 0x2a, 0x32]),
    control: Rgb::hex(0x2a_30_39),
    control_hover: Rgb::hex(0x35_3c_47),
    grid: Rgb::hex(0x26_2b_33),
    border: Rgb::hex(0x36_3d_48),
    text: Rgb::hex(0xd5_da_e1),
    strong: Rgb::hex(0xf5_f7_fa),
    weak: Rgb::hex(0x95_9f_ad),
    accent: Rgb::hex(0x7c_a8_ff),
    on_accent: Rgb::hex(0x0c_14_26),
    selection: Rgb::hex(0x2b_3f_66),
    hover: Rgb::hex(0x25_2a_33),
    warning: Rgb::hex(0xe8_b0_4b),
    error: Rgb::hex(0xff_8a_7a),
};

/// Dark on light.
pub const LIGHT: Colors = Colors {
    dark: false,
    surface: Rgb::hex(0xff_ff_ff),
    panel: Rgb::hex(0xf5_f6_f8),
    raised: Rgb::hex(0xff_ff_ff),
    control: Rgb::hex(0xe7_ea_ee),
    control_hover: Rgb::hex(0xda_de_e4),
    grid: Rgb::hex(0xea_ec_ef),
    border: Rgb::hex(0xd3_d7_dd),
    text: Rgb::hex(0x2a_30_3a),
    strong: Rgb::hex(0x0e_13_1b),
    weak: Rgb::hex(0x5c_65_72),
    accent: Rgb::hex(0x2a_5b_d7),
    on_accent: Rgb::hex(0xff_ff_ff),
    selection: Rgb::hex(0xd5_e2_ff),
    hover: Rgb::hex(0xec_ef_f3),
    warning: Rgb::hex(0x8a_5a_00),
    error: Rgb::hex(0xb3_26_1e),
};

impl Colors {
    /// The dark or the light ones.
    pub const fn get(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }
}

/// The outline of a kind's mark. A kind is known by shape and colour together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KindShape {
    /// Words: statement, accusation, warning, demand, rejection.
    Circle,
    /// Working together: meeting, agreement, aid.
    Square,
    /// Force and harm: deployment, attack, protest, disaster.
    Diamond,
    /// State and society: sanction, election, appointment, legal, economy.
    Triangle,
    /// Anything else.
    Ring,
}

/// What a hue looks like: legible as text and as a mark on every surface of the theme.
pub const fn hue(hue: Hue, dark: bool) -> Rgb {
    let (in_dark, in_light) = match hue {
        Hue::Blue => (0x6b_a4_ff, 0x00_55_a4),
        Hue::Sky => (0x56_c4_f0, 0x00_72_a8),
        Hue::Green => (0x2f_c0_94, 0x00_73_52),
        Hue::Yellow => (0xe8_de_5a, 0x76_6c_00),
        Hue::Orange => (0xe6_9f_00, 0x96_63_00),
        Hue::Vermilion => (0xf5_78_42, 0x8f_1f_00),
        Hue::Purple => (0xd9_7f_b8, 0xa3_3d_85),
        Hue::Slate => (0xc3_ca_d4, 0x38_42_50),
    };
    Rgb::hex(if dark { in_dark } else { in_light })
}

const fn look(kind: Kind) -> (KindShape, Hue) {
    use KindShape::{Circle, Diamond, Ring, Square, Triangle};
    match kind {
        Kind::Statement => (Circle, Hue::Sky),
        Kind::Accusation => (Circle, Hue::Vermilion),
        Kind::Warning => (Circle, Hue::Yellow),
        Kind::Demand => (Circle, Hue::Purple),
        Kind::Rejection => (Circle, Hue::Slate),
        Kind::Meeting => (Square, Hue::Blue),
        Kind::Agreement => (Square, Hue::Green),
        Kind::Aid => (Square, Hue::Yellow),
        Kind::Deployment => (Diamond, Hue::Orange),
        Kind::Attack => (Diamond, Hue::Vermilion),
        Kind::Protest => (Diamond, Hue::Purple),
        Kind::Disaster => (Diamond, Hue::Slate),
        Kind::Sanction => (Triangle, Hue::Vermilion),
        Kind::Election => (Triangle, Hue::Blue),
        Kind::Appointment => (Triangle, Hue::Purple),
        Kind::Legal => (Triangle, Hue::Orange),
        Kind::Economy => (Triangle, Hue::Green),
        Kind::Other => (Ring, Hue::Slate),
    }
}

/// The colour of a kind: legible as text and as a mark on every surface of the theme.
pub const fn kind_color(kind: Kind, dark: bool) -> Rgb {
    hue(look(kind).1, dark)
}

/// The shape of a kind's mark.
pub const fn kind_shape(kind: Kind) -> KindShape {
    look(kind).0
}

impl KindShape {
    /// The corners around the origin; `None` for a circle. Sizes are chosen so that all look equally large.
    pub fn corners(self, radius: f32) -> Option<Vec<[f32; 2]>> {
        let quarter = std::f32::consts::FRAC_PI_4;
        match self {
            Self::Circle => None,
            Self::Square => Some(regular(radius * 1.27, 4, quarter)),
            Self::Diamond => Some(regular(radius * 1.22, 4, 0.0)),
            Self::Triangle => {
                let triangle = regular(radius * 1.3, 3, -std::f32::consts::FRAC_PI_2);
                Some(triangle.into_iter().map(|[x, y]| [x, y + radius * 0.22]).collect())
            }
            Self::Ring => Some(regular(radius * 1.08, 6, 0.0)),
        }
    }
}

/// The corners of a regular polygon around the origin.
pub fn regular(radius: f32, corners: u8, turn: f32) -> Vec<[f32; 2]> {
    (0..corners)
        .map(|corner| {
            let angle = turn + f32::from(corner) / f32::from(corners) * std::f32::consts::TAU;
            [radius * angle.cos(), radius * angle.sin()]
        })
        .collect()
}
