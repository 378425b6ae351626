//! SVG 1.1: shapes, live text, and a title for every event.

use super::drawing::{Align, Drawing, Form, Ink, Item, Line, Text};
use crate::view::colors::Rgb;
use crate::view::whole;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// For readers who do not have our font: what each system has, in the order of likeness.
const FAMILIES: &str =
    "'Noto Sans', 'Noto Sans Math', 'Noto Sans Symbols 2', 'Open Sans', 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif";

/// A fade's colour, opacity in thousandths, and whether it goes to the left.
type FadeKey = (Rgb, usize, bool);

/// The document as text.
pub(super) fn svg(drawing: &Drawing, title: &str) -> String {
    let mut out = String::with_capacity(drawing.items.len() * 160);
    let (width, height) = (number(drawing.width), number(drawing.height));
    push(
        &mut out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{FAMILIES}\">\n<title>{}</title>\n",
            escaped(title)
        ),
    );
    let fades = fades(drawing);
    definitions(&mut out, &fades);
    for item in &drawing.items {
        match item {
            Item::Shape { form, fill, line } => shape(&mut out, form, *fill, *line),
            Item::Fade { area, ink, to_left } => {
                let number_of = fades.get(&key(*ink, *to_left)).copied().unwrap_or_default();
                let (x, y, w, h) = (number(area.left), number(area.top), number(area.width()), number(area.height()));
                push(&mut out, format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"url(#fade{number_of})\"/>\n"));
            }
            Item::Text(text) => self::text(&mut out, text),
            Item::Begin { class, id, title } => {
                push(&mut out, format_args!("<g class=\"{class}\" data-id=\"{}\">\n<title>{}</title>\n", escaped(id), escaped(title)));
            }
            Item::End => out.push_str("</g>\n"),
        }
    }
    out.push_str("</svg>\n");
    out
}

fn push(out: &mut String, words: std::fmt::Arguments<'_>) {
    out.write_fmt(words).ok(); // a String takes everything
}

/// With at most two decimals, which is finer than any screen or printer.
fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Without what XML does not allow, even escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

fn hex(Rgb([red, green, blue]): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn key(ink: Ink, to_left: bool) -> FadeKey {
    (ink.color, whole(ink.opacity * 1000.0), to_left)
}

/// Each fade once, numbered.
fn fades(drawing: &Drawing) -> BTreeMap<FadeKey, usize> {
    let mut fades: BTreeMap<FadeKey, usize> = drawing
        .items
        .iter()
        .filter_map(|item| if let Item::Fade { ink, to_left, .. } = item { Some((key(*ink, *to_left), 0)) } else { None })
        .collect();
    fades.values_mut().enumerate().for_each(|(number, value)| *value = number);
    fades
}

fn definitions(out: &mut String, fades: &BTreeMap<FadeKey, usize>) {
    if fades.is_empty() {
        return;
    }
    out.push_str("<defs>\n");
    for ((color, opacity, to_left), number_of) in fades {
        let (x1, x2) = if *to_left { (1, 0) } else { (0, 1) };
        let (color, opacity) = (hex(*color), number(*opacity as f32 / 1000.0));
        push(
            out,
            format_args!(
                "<linearGradient id=\"fade{number_of}\" x1=\"{x1}\" x2=\"{x2}\" y1=\"0\" y2=\"0\"><stop offset=\"0\" stop-color=\"{color}\" stop-opacity=\"{opacity}\"/><stop offset=\"1\" stop-color=\"{color}\" stop-opacity=\"0\"/></linearGradient>\n"
            ),
        );
    }
    out.push_str("</defs>\n");
}

fn shape(out: &mut String, form: &Form, fill: Option<Ink>, line: Option<Line>) {
    match form {
        Form::Rect(area, radius) => {
            let (x, y, w, h) = (number(area.left), number(area.top), number(area.width()), number(area.height()));
            push(out, format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\""));
            if *radius > 0.0 {
                push(out, format_args!(" rx=\"{}\"", number(*radius)));
            }
        }
        Form::Circle([x, y], radius) => {
            push(out, format_args!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"", number(*x), number(*y), number(*radius)));
        }
        Form::Polygon(points) => push(out, format_args!("<path d=\"{}Z\"", chain(points))),
        Form::Chain(points) => push(out, format_args!("<path d=\"{}\"", chain(points))),
    }
    match fill {
        Some(ink) => paint(out, "fill", ink),
        None => out.push_str(" fill=\"none\""),
    }
    if let Some(line) = line {
        paint(out, "stroke", line.ink);
        push(out, format_args!(" stroke-width=\"{}\"", number(line.width)));
        if let Some([dash, gap]) = line.dash {
            push(out, format_args!(" stroke-dasharray=\"{} {}\"", number(dash), number(gap)));
        }
    }
    out.push_str("/>\n");
}

fn paint(out: &mut String, what: &str, ink: Ink) {
    push(out, format_args!(" {what}=\"{}\"", hex(ink.color)));
    if ink.opacity < 1.0 {
        push(out, format_args!(" {what}-opacity=\"{}\"", number(ink.opacity)));
    }
}

fn chain(points: &[[f32; 2]]) -> String {
    let mut path = String::new();
    for (at, [x, y]) in points.iter().enumerate() {
        push(&mut path, format_args!("{}{} {}", if at == 0 { "M" } else { "L" }, number(*x), number(*y)));
    }
    path
}

fn text(out: &mut String, text: &Text) {
    let anchor = match text.align {
        Align::Start => "",
        Align::Middle => " text-anchor=\"middle\"",
        Align::End => " text-anchor=\"end\"",
    };
    let bold = if text.bold { " font-weight=\"bold\"" } else { "" };
    let (x, y) = (number(text.at[0]), number(text.at[1]));
    let (size, color) = (number(text.size), hex(text.color));
    push(
        out,
        format_args!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{bold}{anchor} fill=\"{color}\">{}</text>\n", escaped(&text.words)),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, words) in [(1.0, "1"), (0.5, "0.5"), (-0.001, "0"), (123.456, "123.46"), (1e5, "100000")] {
            assert_eq!(number(value), words);
        }
    }

    #[test]
    fn nothing_breaks_out_of_a_text() {
        assert_eq!(escaped("a<b> & \"c\" \u{0} \u{ffff}"), "a&lt;b&gt; &amp; &quot;c&quot;   ");
    }
}
