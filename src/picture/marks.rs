//! The marks of events, as on screen: kind by shape and colour, how the date is known by the fill, whether it happened by the line.

use super::drawing::{Align, Area, Drawing as Sheet, Form, Item, Text, dashed, solid};
use super::extents::extent;
use super::fonts::Fonts;
use super::rows::Placed;
use crate::model::{Actor, Article, Board, Event, Modality};
use crate::view::colors::{Colors, Rgb, kind_color, kind_shape, regular};
use crate::view::key::Look;
use crate::view::{Lanes, PictureOptions};

/// The radius of a mark, in points.
pub(super) const RADIUS: f32 = 5.0;
/// Size of titles, in points.
pub(super) const TITLE: f32 = 12.0;
/// From line to line of a title.
const LEADING: f32 = 15.5;

/// What every part of a picture looks at.
pub(super) struct Plan<'a> {
    pub(super) board: &'a Board,
    pub(super) lanes: &'a Lanes,
    pub(super) fonts: &'a Fonts,
    pub(super) colors: &'static Colors,
    pub(super) options: &'a PictureOptions,
}

impl Plan<'_> {
    /// A text whose middle stands at this height.
    pub(super) fn text(&self, at: (f32, f32), text: &str, size: f32, bold: bool, color: Rgb, align: Align) -> Item {
        // Half the height of capitals of Noto Sans is 0.357 of its size.
        let base = at.1 + size * 0.357;
        Item::Text(Text { at: [at.0, base], words: text.to_owned(), size, bold, color, align, width: self.fonts.width(text, size, bold) })
    }
}

/// An event with what stands behind it and its title. `canvas` is the room of the lanes, `y` the middle of the row.
pub(super) fn event(sheet: &mut Sheet, plan: &Plan<'_>, placed: &Placed, canvas: Area, y: f32) {
    let Some(told) = plan.board.events.get(placed.mark.event as usize) else { return };
    sheet.begin("event", told.id.to_string(), card(plan, told));
    extent(sheet, &placed.mark, told, plan.colors, (canvas.left, canvas.right), (canvas.left, y));
    let center = [canvas.left + placed.mark.x, y];
    mark(sheet, center, Look::of(told), plan.colors);
    if plan.board.is_own(told.id) {
        own_sign(sheet, center, plan.colors);
    }
    for (number, line) in placed.title.iter().filter(|line| !line.is_empty()).enumerate() {
        let at = (canvas.left + placed.title_left, y + number as f32 * LEADING);
        sheet.items.push(plan.text(at, line, TITLE, false, plan.colors.text, Align::Start));
    }
    sheet.end();
}

/// What the card under the pointer says, in lines.
fn card(plan: &Plan<'_>, event: &Event) -> String {
    let board = plan.board;
    let mut lines = vec![event.title.clone(), plan.lanes.dates().edtf(&event.when.edtf)];
    let modality = if event.modality == Modality::Happened { String::new() } else { format!(", {}", event.modality.as_str()) };
    lines.push(format!("{}{modality}", event.kind.as_str()));
    if !event.when.why.is_empty() {
        lines.push(event.when.why.clone());
    }
    let actors: Vec<_> = event.participants.iter().filter_map(|one| board.actor(&one.actor)).map(Actor::label).collect();
    if !actors.is_empty() {
        lines.push(actors.join(", "));
    }
    let mut articles: Vec<&str> =
        event.mentions.iter().filter_map(|one| board.article(one.article())).map(Article::display_title).collect();
    articles.dedup();
    lines.extend(articles.into_iter().map(|title| format!("Source: {title}")));
    lines.join("\n")
}

/// Draws a mark.
pub(super) fn mark(sheet: &mut Sheet, [x, y]: [f32; 2], look: Look, colors: &Colors) {
    let own = kind_color(look.kind, colors.dark);
    // A negated event is pale, so that the stroke through it stands out from its own colour.
    let color = if look.modality == Modality::Negated { colors.surface.mixed(own, 0.6) } else { own };
    let corners = |radius: f32| kind_shape(look.kind).corners(radius).map(|corners| moved(corners, x, y));
    if look.modality == Modality::Hypothetical {
        let outline = |radius: f32| corners(radius).unwrap_or_else(|| moved(regular(radius, 16, 0.0), x, y));
        sheet.fill(Form::Polygon(outline(RADIUS)), colors.surface);
        sheet.stroke(Form::Polygon(outline(RADIUS - 0.6)), dashed(color, 1.5, 2.4, 2.0));
        if !look.hollow {
            sheet.fill(Form::Circle([x, y], RADIUS * 0.36), color);
        }
    } else {
        let form = |radius: f32| corners(radius).map_or(Form::Circle([x, y], radius), Form::Polygon);
        if look.hollow {
            sheet.items.push(Item::Shape { form: form(RADIUS - 0.8), fill: Some(colors.surface.into()), line: Some(solid(color, 1.6)) });
        } else {
            sheet.fill(form(RADIUS), color);
        }
    }
    match look.modality {
        Modality::Planned => {
            let tip = x + RADIUS + 4.6;
            sheet.stroke(Form::Chain(vec![[tip - 2.9, y - 3.4], [tip, y], [tip - 2.9, y + 3.4]]), solid(color, 1.5));
        }
        Modality::Negated => {
            let arm = RADIUS + 1.4;
            let stroke = || Form::Chain(vec![[x - arm, y + arm], [x + arm, y - arm]]);
            sheet.stroke(stroke(), solid(colors.surface, 3.4));
            sheet.stroke(stroke(), solid(colors.text, 1.5));
        }
        Modality::Happened | Modality::Hypothetical => {}
    }
}

/// The sign of an event that a person has added: a dot at the upper right.
pub(super) fn own_sign(sheet: &mut Sheet, [x, y]: [f32; 2], colors: &Colors) {
    let at = [x + RADIUS * 0.95, y - RADIUS * 0.95];
    sheet.fill(Form::Circle(at, 3.4), colors.surface);
    sheet.fill(Form::Circle(at, 2.3), colors.accent);
}

fn moved(corners: Vec<[f32; 2]>, x: f32, y: f32) -> Vec<[f32; 2]> {
    corners.into_iter().map(|[dx, dy]| [x + dx, y + dy]).collect()
}
