//! How the window looks: colours of surfaces and text, spacing, type. What kinds and actors look like is in [`super::palette`].

use super::fonts;
use crate::view::colors;
use egui::{Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, Ui, Visuals, vec2};

/// Distances in points. Everything stands on multiples of 4, a pair that belongs together on 2.
pub mod space {
    /// Inside a pair that belongs together.
    pub const XS: f32 = 2.0;
    /// Between parts of one thing.
    pub const S: f32 = 4.0;
    /// Between things.
    pub const M: f32 = 8.0;
    /// Around the contents of a panel.
    pub const L: f32 = 12.0;
    /// Between sections.
    pub const XL: f32 = 16.0;
    /// Height of a row in a list.
    pub const ROW: f32 = 26.0;
    /// Radius of corners of controls.
    pub const CORNER: u8 = 5;
}

/// The colours of one theme.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Whether it is the dark one.
    pub dark: bool,
    /// Behind the timeline and the source text: where one looks.
    pub surface: Color32,
    /// Behind lists, bars and controls.
    pub panel: Color32,
    /// Menus, windows, popups.
    pub raised: Color32,
    /// Buttons and fields at rest.
    pub control: Color32,
    /// The same under the pointer.
    pub control_hover: Color32,
    /// Lines of the calendar and between lanes.
    pub grid: Color32,
    /// Borders of panels, lines of the coarser calendar unit.
    pub border: Color32,
    /// Text.
    pub text: Color32,
    /// Headings and what is selected.
    pub strong: Color32,
    /// Text of second rank; still legible (WCAG AA) on surface and panel.
    pub weak: Color32,
    /// The one accent: focus, links, progress, the visible range.
    pub accent: Color32,
    /// Text on a surface filled with the accent.
    pub on_accent: Color32,
    /// Behind the selected row, words, event.
    pub selection: Color32,
    /// Behind the row under the pointer.
    pub hover: Color32,
    /// Doubt and warnings.
    pub warning: Color32,
    /// Errors.
    pub error: Color32,
}

const DARK: Palette = Palette::from(&colors::DARK);
const LIGHT: Palette = Palette::from(&colors::LIGHT);

/// A colour for egui.
pub(super) const fn color(colors::Rgb([red, green, blue]): colors::Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

impl Palette {
    const fn from(colors: &colors::Colors) -> Self {
        Self {
            dark: colors.dark,
            surface: color(colors.surface),
            panel: color(colors.panel),
            raised: color(colors.raised),
            control: color(colors.control),
            control_hover: color(colors.control_hover),
            grid: color(colors.grid),
            border: color(colors.border),
            text: color(colors.text),
            strong: color(colors.strong),
            weak: color(colors.weak),
            accent: color(colors.accent),
            on_accent: color(colors.on_accent),
            selection: color(colors.selection),
            hover: color(colors.hover),
            warning: color(colors.warning),
            error: color(colors.error),
        }
    }

    /// The dark or the light one.
    pub const fn get(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// The line around what has the keyboard focus: 2 points wide, and three times as bright or dark as anything it can lie on
    /// (WCAG 2.2, 1.4.11 and 2.4.13).
    pub const fn focus(&self) -> Stroke {
        Stroke { width: 2.0, color: self.accent }
    }

    /// The one that this part of the window is drawn in.
    pub fn of(ui: &Ui) -> &'static Self {
        Self::get(ui.visuals().dark_mode)
    }
}

/// Section titles of panels: small, bold, weak.
pub fn section() -> TextStyle {
    TextStyle::Name("section".into())
}

/// Body text in bold.
pub fn strong() -> TextStyle {
    TextStyle::Name("strong".into())
}

/// The source text: a little larger than the window around it.
pub fn reading() -> TextStyle {
    TextStyle::Name("reading".into())
}

/// Headings inside the source text.
pub fn reading_heading() -> TextStyle {
    TextStyle::Name("reading heading".into())
}

/// The title of an article above its text.
pub fn reading_title() -> TextStyle {
    TextStyle::Name("reading title".into())
}

/// Line height of the source text, as a multiple of its size.
pub const READING_LEADING: f32 = 1.5;

/// Sets fonts, type, spacing and the colours of both themes.
pub fn apply(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    for theme in [Theme::Dark, Theme::Light] {
        ctx.style_mut_of(theme, |style| set_style(style, Palette::get(theme == Theme::Dark)));
    }
}

/// Lets things move into place, or be there at once.
pub fn set_motion(ctx: &Context, reduced: bool) {
    ctx.all_styles_mut(|style| style.animation_time = if reduced { 0.0 } else { ANIMATION });
}

/// How long what opens and closes takes, in seconds.
const ANIMATION: f32 = 0.12;

fn set_style(style: &mut Style, palette: &Palette) {
    let regular = |size| FontId::new(size, FontFamily::Proportional);
    let bold = |size| FontId::new(size, fonts::bold());
    style.text_styles = [
        (TextStyle::Small, regular(11.5)),
        (TextStyle::Body, regular(13.0)),
        (TextStyle::Monospace, regular(13.0)),
        (TextStyle::Button, regular(13.0)),
        (TextStyle::Heading, bold(17.0)),
        (section(), bold(11.0)),
        (strong(), bold(13.0)),
        (reading(), regular(14.5)),
        (reading_heading(), bold(14.5)),
        (reading_title(), bold(18.0)),
    ]
    .into();
    style.visuals = visuals(palette);
    style.animation_time = ANIMATION;
    style.interaction.tooltip_delay = 0.35;
    style.interaction.selectable_labels = false;
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space::M, space::S);
    spacing.button_padding = vec2(9.0, 4.0);
    spacing.interact_size = vec2(28.0, 26.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(16);
    spacing.menu_width = 280.0;
    spacing.tooltip_width = 380.0;
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 9.0;
    spacing.combo_width = 96.0;
    spacing.scroll = egui::style::ScrollStyle { bar_width: 8.0, floating_allocated_width: 0.0, ..egui::style::ScrollStyle::floating() };
}

fn visuals(palette: &Palette) -> Visuals {
    let mut visuals = if palette.dark { Visuals::dark() } else { Visuals::light() };
    visuals.weak_text_color = Some(palette.weak);
    visuals.hyperlink_color = palette.accent;
    visuals.faint_bg_color = palette.hover;
    visuals.extreme_bg_color = palette.surface;
    visuals.text_edit_bg_color = Some(palette.surface);
    visuals.code_bg_color = palette.control;
    visuals.warn_fg_color = palette.warning;
    visuals.error_fg_color = palette.error;
    visuals.panel_fill = palette.panel;
    visuals.window_fill = palette.raised;
    visuals.window_stroke = Stroke::new(1.0, palette.border);
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.window_shadow =
        Shadow { offset: [0, 8], blur: 32, spread: 0, color: Color32::from_black_alpha(if palette.dark { 110 } else { 40 }) };
    visuals.popup_shadow =
        Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(if palette.dark { 90 } else { 32 }) };
    visuals.selection.bg_fill = palette.selection;
    visuals.selection.stroke = Stroke::new(1.5, palette.accent);
    visuals.text_cursor.stroke = Stroke::new(1.5, palette.accent);
    visuals.text_cursor.blink = false; // a blinking cursor would wake the window twice a second
    visuals.slider_trailing_fill = true;
    set_widgets(&mut visuals, palette);
    visuals
}

fn set_widgets(visuals: &mut Visuals, palette: &Palette) {
    let widgets = &mut visuals.widgets;
    for widget in [&mut widgets.noninteractive, &mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
        widget.corner_radius = CornerRadius::same(space::CORNER);
        widget.expansion = 0.0;
    }
    let set = |widget: &mut egui::style::WidgetVisuals, fill: Color32, border: Color32, text: Color32| {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, border);
        widget.fg_stroke = Stroke::new(1.0, text);
    };
    set(&mut widgets.noninteractive, palette.panel, palette.border, palette.text);
    set(&mut widgets.inactive, palette.control, Color32::TRANSPARENT, palette.text);
    set(&mut widgets.hovered, palette.control_hover, Color32::TRANSPARENT, palette.strong);
    // egui draws keyboard focus as "active".
    set(&mut widgets.active, palette.selection, palette.accent, palette.strong);
    widgets.active.bg_stroke = palette.focus();
    set(&mut widgets.open, palette.control_hover, palette.border, palette.strong);
}

#[cfg(test)]
mod tests {
    use super::super::palette::{contrast, kind_wash};
    use super::*;
    use crate::model::Kind;

    #[test]
    fn what_has_the_focus_is_seen_in_both_themes() {
        for palette in [&DARK, &LIGHT] {
            let grounds = [
                ("surface", palette.surface),
                ("panel", palette.panel),
                ("raised", palette.raised),
                ("hover", palette.hover),
                ("control", palette.control),
                ("control under the pointer", palette.control_hover),
                ("selection", palette.selection),
                ("grid", palette.grid),
                ("border", palette.border),
            ];
            // On what is lit the ring has a ground of its own.
            let washes = Kind::ALL.iter().map(|kind| (kind.as_str(), kind_wash(*kind, palette.dark)));
            for (name, ground) in grounds.into_iter().chain(washes) {
                let contrast = contrast(palette.focus().color, ground);
                assert!(contrast >= 3.0, "focus on {name}, dark {}: {contrast:.2}", palette.dark);
            }
            assert!(palette.focus().width >= 2.0);
            let style = visuals(palette);
            assert_eq!(style.widgets.active.bg_stroke, palette.focus(), "controls of egui");
            assert!(contrast(style.selection.stroke.color, palette.surface) >= 3.0, "fields of text");
        }
    }

    #[test]
    fn text_is_legible_in_both_themes() {
        for palette in [&DARK, &LIGHT] {
            for (name, text) in [
                ("text", palette.text),
                ("strong", palette.strong),
                ("weak", palette.weak),
                ("accent", palette.accent),
                ("warning", palette.warning),
                ("error", palette.error),
            ] {
                for (place, ground) in
                    [("surface", palette.surface), ("panel", palette.panel), ("raised", palette.raised), ("hover", palette.hover)]
                {
                    let contrast = contrast(text, ground);
                    assert!(contrast >= 4.5, "{name} on {place}, dark {}: {contrast:.2}", palette.dark);
                }
            }
            for ground in [palette.selection, palette.control, palette.control_hover] {
                assert!(contrast(palette.text, ground) >= 4.5 && contrast(palette.strong, ground) >= 7.0);
            }
            assert!(contrast(palette.on_accent, palette.accent) >= 4.5);
        }
    }
}
