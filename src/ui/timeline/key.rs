//! The key to the marks: what shape, colour, fill and line mean.

use super::super::palette::kind_color;
use super::super::theme::{Palette, section, space};
use super::extents::{BAND, dots, dotted, gradient, soft};
use super::mark::{own_sign, paint_mark};
use crate::model::Kind;
use crate::view::key::{DATE_SIGNS, DateSign, LOOKS, Look, OWN};
use egui::epaint::Mesh;
use egui::{Popup, PopupCloseBehavior, Rect, RichText, Sense, Shape, Stroke, StrokeKind, Ui, vec2};

/// A small button that opens the key.
pub(super) fn key_button(ui: &mut Ui) {
    let response = ui.add(egui::Button::new(RichText::new("Key").small()).small()).on_hover_text("What the marks mean");
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(key);
}

fn key(ui: &mut Ui) {
    let palette = Palette::of(ui);
    ui.set_width(380.0);
    ui.label(RichText::new("KINDS").text_style(section()).color(palette.weak));
    egui::Grid::new("key of kinds").num_columns(3).spacing(vec2(space::L, 2.0)).show(ui, |ui| {
        for (at, kind) in Kind::ALL.iter().enumerate() {
            line(ui, Look::plain(*kind), kind.as_str(), palette);
            if at % 3 == 2 {
                ui.end_row();
            }
        }
    });
    ui.add_space(space::M);
    ui.label(RichText::new("DID IT HAPPEN, AND HOW IS THE DATE KNOWN?").text_style(section()).color(palette.weak));
    for (look, words) in LOOKS {
        ui.horizontal(|ui| line(ui, look, words, palette));
    }
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 18.0), Sense::hover());
        paint_mark(ui.painter(), rect.center(), 5.0, Look::plain(Kind::Meeting), palette);
        let mut sign = Vec::new();
        own_sign(&mut sign, rect.center(), 5.0, palette);
        ui.painter().extend(sign);
        ui.label(RichText::new(OWN).color(palette.text));
    });
    ui.add_space(space::M);
    ui.label(RichText::new("WHEN").text_style(section()).color(palette.weak));
    for (sign, words) in DATE_SIGNS {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(72.0, 18.0), Sense::hover());
            sample(ui, rect, sign, palette);
            ui.label(RichText::new(words).color(palette.text));
        });
    }
    ui.add_space(space::M);
    ui.label(RichText::new("Grey column: so many events, by kind. Click to zoom in.").color(palette.weak));
    ui.label(RichText::new("+3: so many more at that time. Click to list them.").color(palette.weak));
}

fn sample(ui: &Ui, rect: Rect, sign: DateSign, palette: &Palette) {
    let look = Look::plain(Kind::Meeting);
    let color = kind_color(look.kind, palette.dark);
    let band = Rect::from_center_size(rect.center(), vec2(rect.width() - 4.0, BAND));
    let (mut mesh, mut lines) = (Mesh::default(), Vec::new());
    let solid = palette.surface.lerp_to_gamma(color, 0.34);
    let half = Rect::from_center_size(rect.center(), vec2(0.0, BAND - 2.0));
    let mut mark = rect.center();
    match sign {
        DateSign::Band => soft(&mut mesh, band, color.gamma_multiply(0.26)),
        DateSign::Around => {
            soft(&mut mesh, band, color.gamma_multiply(0.26));
            dotted(&mut mesh, band, color);
        }
        DateSign::AroundDay => dots(&mut mesh, mark.x - 7.0..=mark.x + 7.0, mark.y + BAND / 2.0, color),
        DateSign::Before => gradient(&mut mesh, half.with_min_x(band.left()), color.gamma_multiply(0.42), true),
        DateSign::After => gradient(&mut mesh, half.with_max_x(band.right()), color.gamma_multiply(0.42), false),
        DateSign::Between => {
            mesh.add_colored_rect(band, color.gamma_multiply(0.07));
            dotted(&mut mesh, band, color);
            lines.extend([band.left(), band.right()].map(|x| Shape::vline(x, band.y_range(), Stroke::new(1.4, color))));
        }
        DateSign::Bar | DateSign::Since => {
            mark = band.left_center() + vec2(8.0, 0.0);
            lines.push(Shape::vline(band.left() + 1.0, band.y_range(), Stroke::new(2.5, color)));
            if sign == DateSign::Since {
                gradient(&mut mesh, band, solid, false);
            } else {
                mesh.add_colored_rect(band, solid);
                lines.push(Shape::rect_stroke(band, 0.0, Stroke::new(1.3, color), StrokeKind::Inside));
            }
        }
    }
    ui.painter().add(Shape::mesh(mesh));
    ui.painter().extend(lines);
    paint_mark(ui.painter(), mark, 5.0, look, palette);
}

fn line(ui: &mut Ui, look: Look, words: &str, palette: &Palette) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 18.0), Sense::hover());
        paint_mark(ui.painter(), rect.center(), 5.0, look, palette);
        ui.label(RichText::new(words).color(palette.text));
    });
}
