//! PDF 1.7: one page for each sheet, with the fonts that its texts use, so that they look the same everywhere and can be
//! selected and searched.

use super::drawing::{Area, Drawing, Form, Ink, Item, Line, Text};
use super::error::PictureError;
use super::fonts::Fonts;
use super::pages::SCALE;
use crate::model::Watch;
use crate::view::colors::Rgb;
use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, LinearGradient, SpreadMethod, Stop, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use std::collections::BTreeMap;

/// How far the handles of a curve reach that stands for a quarter of a circle.
const QUARTER: f32 = 0.552_284_8;

/// The file as bytes.
pub(super) fn pdf(pages: &[Drawing], title: &str, fonts: &Fonts, watch: &dyn Watch) -> Result<Vec<u8>, PictureError> {
    let mut document = Document::new();
    document.set_metadata(
        Metadata::new().title(title.to_owned()).language("en".to_owned()).creator(format!("Dateline {}", env!("CARGO_PKG_VERSION"))),
    );
    let mut embedded: BTreeMap<usize, Font> = BTreeMap::new();
    for (number, drawing) in pages.iter().enumerate() {
        if watch.cancelled() {
            return Err(PictureError::Cancelled(crate::model::Cancelled));
        }
        watch.step(number, pages.len(), "");
        let broken = || PictureError::Writer("a page without size".to_owned());
        let settings = PageSettings::from_wh(drawing.width * SCALE, drawing.height * SCALE).ok_or_else(broken)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        surface.push_transform(&Transform::from_scale(SCALE, SCALE));
        for item in &drawing.items {
            draw(&mut surface, item, fonts, &mut embedded);
        }
        surface.pop();
        surface.finish();
        page.finish();
    }
    document.finish().map_err(|error| PictureError::Writer(format!("{error:?}")))
}

fn draw(surface: &mut Surface<'_>, item: &Item, fonts: &Fonts, embedded: &mut BTreeMap<usize, Font>) {
    match item {
        Item::Shape { form, fill, line } => {
            surface.set_fill(fill.map(filled));
            surface.set_stroke(line.map(stroked));
            if let Some(path) = path(form) {
                surface.draw_path(&path);
            }
        }
        Item::Fade { area, ink, to_left } => {
            surface.set_stroke(None);
            surface.set_fill(Some(fade(*area, *ink, *to_left)));
            if let Some(path) = path(&Form::Rect(*area, 0.0)) {
                surface.draw_path(&path);
            }
        }
        Item::Text(text) => write(surface, text, fonts, embedded),
        Item::Begin { .. } | Item::End => {}
    }
}

fn color(Rgb([red, green, blue]): Rgb) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

fn opacity(part: f32) -> NormalizedF32 {
    NormalizedF32::new(part.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE)
}

fn filled(ink: Ink) -> Fill {
    Fill { paint: color(ink.color).into(), opacity: opacity(ink.opacity), ..Fill::default() }
}

fn stroked(line: Line) -> Stroke {
    let dash = line.dash.map(|dash| StrokeDash { array: dash.to_vec(), offset: 0.0 });
    Stroke { paint: color(line.ink.color).into(), opacity: opacity(line.ink.opacity), width: line.width, dash, ..Stroke::default() }
}

fn fade(area: Area, ink: Ink, to_left: bool) -> Fill {
    let (x1, x2) = if to_left { (area.right, area.left) } else { (area.left, area.right) };
    let stop = |offset: f32, part: f32| Stop { offset: opacity(offset), color: color(ink.color).into(), opacity: opacity(part) };
    let gradient = LinearGradient {
        x1,
        y1: area.top,
        x2,
        y2: area.top,
        transform: Transform::identity(),
        spread_method: SpreadMethod::Pad,
        stops: vec![stop(0.0, ink.opacity), stop(1.0, 0.0)],
        anti_alias: false,
    };
    Fill { paint: gradient.into(), ..Fill::default() }
}

fn path(form: &Form) -> Option<Path> {
    let mut path = PathBuilder::new();
    match form {
        // Corners are round only where nobody will see it on paper.
        Form::Rect(area, _) => path.push_rect(Rect::from_ltrb(area.left, area.top, area.right, area.bottom)?),
        Form::Circle([x, y], r) => {
            let k = r * QUARTER;
            path.move_to(x + r, *y);
            path.cubic_to(x + r, y + k, x + k, y + r, *x, y + r);
            path.cubic_to(x - k, y + r, x - r, y + k, x - r, *y);
            path.cubic_to(x - r, y - k, x - k, y - r, *x, y - r);
            path.cubic_to(x + k, y - r, x + r, y - k, x + r, *y);
            path.close();
        }
        Form::Polygon(points) | Form::Chain(points) => {
            let [first, rest @ ..] = points.as_slice() else { return None };
            path.move_to(first[0], first[1]);
            for [x, y] in rest {
                path.line_to(*x, *y);
            }
            if matches!(form, Form::Polygon(_)) {
                path.close();
            }
        }
    }
    path.finish()
}

fn write(surface: &mut Surface<'_>, text: &Text, fonts: &Fonts, embedded: &mut BTreeMap<usize, Font>) {
    surface.set_stroke(None);
    surface.set_fill(Some(filled(text.color.into())));
    let mut x = text.left();
    for run in fonts.runs(&text.words, text.bold) {
        let font = embedded.get(&run.face).cloned().or_else(|| {
            let face = fonts.face(run.face)?;
            Font::new(face.data.clone().into(), face.index)
        });
        let width = run.width * text.size;
        if let Some(font) = font {
            embedded.insert(run.face, font.clone());
            let glyphs: Vec<KrillaGlyph> = run
                .glyphs
                .into_iter()
                .map(|one| KrillaGlyph::new(GlyphId::new(one.id), one.advance, one.offset[0], one.offset[1], 0.0, one.text, None))
                .collect();
            surface.draw_glyphs(Point::from_xy(x, text.at[1]), &glyphs, font, &text.words, text.size, false);
        }
        x += width;
    }
}
