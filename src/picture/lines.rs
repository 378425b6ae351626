//! What stands around the events: the title, the two rows of the calendar with their lines, the names of the lanes.

use super::drawing::{Align, Area, Drawing as Sheet, Form, Item, pale, solid};
use super::marks::{Plan, mark};
use crate::view::breaks::{Break, breaks, room};
use crate::view::colors::hue;
use crate::view::key::Look;
use crate::view::ticks::{Cell, Ruler};
use crate::view::words::long_count;
use crate::view::{Lane, LaneKey, TimelineView};

/// Height of each row of the ruler, in points.
const ROW: f32 = 21.0;
/// Height of the ruler.
pub(super) const RULER: f32 = 2.0 * ROW + 1.0;
/// Space left of a name.
const INSET: f32 = 5.0;
/// Size of the names of lanes and of the coarser calendar unit.
const NAME: f32 = 12.5;
/// Size of what is said beside.
pub(super) const SMALL: f32 = 11.0;

/// The two rows above the lanes; `canvas` says where the time axis stands, `top` is the upper edge of the ruler.
pub(super) fn ruler(sheet: &mut Sheet, plan: &Plan<'_>, ruler: &Ruler, view: TimelineView, canvas: Area, top: f32) {
    let colors = plan.colors;
    let breaks = breaks_in(plan, view, canvas);
    let x = |at: f64| canvas.left + view.x_from_time(at, f64::from(canvas.width())) as f32;
    let rows = [(&ruler.coarse, top, NAME, true, colors.strong), (&ruler.fine, top + ROW, SMALL, false, colors.weak)];
    for (cells, y, size, bold, color) in rows {
        for cell in cells {
            let (left, right) = (x(cell.start), x(cell.end));
            if left >= canvas.left - 0.5 && left < canvas.right {
                sheet.vertical(left, y + 4.0, top + RULER, solid(colors.border, 1.0));
            }
            let from = left.max(canvas.left) + INSET;
            let to = right.min(canvas.right);
            let room = if bold { to - from } else { room(&breaks, from - canvas.left, to - canvas.left) } - 2.0;
            let fits = |name: &&String| plan.fonts.width(name, size, bold) <= room;
            if let Some(name) = cell.names.iter().filter(|name| !name.is_empty()).find(fits) {
                sheet.items.push(plan.text((from, y + ROW / 2.0), name, size, bold, color, Align::Start));
            }
        }
    }
    sheet.horizontal(canvas.left, canvas.right, top + RULER, solid(colors.border, 1.0));
    for one in &breaks {
        let Some((left, right)) = one.label else { continue };
        let y = top + ROW * 1.5;
        let pill = Form::Rect(Area::new(canvas.left + left, y - 8.5, canvas.left + right, y + 8.5), 8.5);
        sheet.items.push(Item::Shape { form: pill, fill: Some(colors.panel.into()), line: Some(solid(colors.border, 1.0)) });
        let center = canvas.left + left.midpoint(right);
        sheet.items.push(plan.text((center, y), &one.words, SMALL, false, colors.text, Align::Middle));
    }
}

fn breaks_in(plan: &Plan<'_>, view: TimelineView, canvas: Area) -> Vec<Break> {
    breaks(plan.lanes.axis(), view, canvas.width(), |words| plan.fonts.width(words, SMALL, false) + 12.0)
}

/// The lines of the calendar behind the lanes.
pub(super) fn grid(sheet: &mut Sheet, plan: &Plan<'_>, ruler: &Ruler, view: TimelineView, canvas: Area) {
    let mut lines = |cells: &[Cell], color| {
        for cell in cells.iter().filter(|cell| view.contains(cell.start)) {
            let x = canvas.left + view.x_from_time(cell.start, f64::from(canvas.width())) as f32;
            sheet.vertical(x, canvas.top, canvas.bottom, solid(color, 1.0));
        }
    };
    lines(&ruler.fine, plan.colors.grid);
    lines(&ruler.coarse, plan.colors.border);
}

/// The breaks behind the lanes, where long empty spans are folded.
pub(super) fn zigzags(sheet: &mut Sheet, plan: &Plan<'_>, view: TimelineView, canvas: Area) {
    let colors = plan.colors;
    for one in breaks_in(plan, view, canvas) {
        let (left, right) = (canvas.left + one.left, canvas.left + one.right);
        sheet.begin("fold", String::new(), format!("{} folded", one.words));
        sheet.rect(Area::new(left, canvas.top, right, canvas.bottom), pale(colors.border, 0.35));
        let middle = left.midpoint(right);
        let zigzag = |side: f32| {
            let (mut teeth, mut y, mut right) = (Vec::new(), canvas.top, false);
            while y <= canvas.bottom {
                teeth.push([middle + side + if right { 2.5 } else { -2.5 }, y]);
                (y, right) = (y + 6.0, !right);
            }
            Form::Chain(teeth)
        };
        for side in [-2.0, 2.0] {
            sheet.stroke(zigzag(side), solid(colors.border, 0.8));
        }
        sheet.end();
    }
}

/// The name of a lane with what it is; `area` is its room left of the canvas.
pub(super) fn lane_name(sheet: &mut Sheet, plan: &Plan<'_>, lane: &Lane, events: usize, area: Area, continued: bool) {
    let colors = plan.colors;
    let middle = area.top + 14.0;
    let mut left = area.left + 12.0;
    match &lane.key {
        LaneKey::Actor(id) => {
            let color = plan.board.actor_index(id).map_or(colors.weak, |index| hue(plan.board.hue(index), colors.dark));
            sheet.fill(Form::Rect(Area::new(area.left, area.top + 3.0, area.left + 3.0, area.bottom - 3.0), 1.5), color);
        }
        LaneKey::Kind(kind) => {
            mark(sheet, [area.left + 12.0, middle], Look::plain(*kind), colors);
            left += 12.0;
        }
        _ => {}
    }
    let count = long_count(events);
    let count_width = plan.fonts.width(&count, SMALL, false);
    sheet.items.push(plan.text((area.right - 10.0, middle), &count, SMALL, false, colors.weak, Align::End));
    let room = area.right - 18.0 - count_width - left;
    let space = ((area.height() - 8.0) / 17.0).floor();
    let mut y = middle;
    let lines = wrapped(plan, &lane.name, room, if space >= 2.0 { 2 } else { 1 });
    for line in &lines {
        sheet.items.push(plan.text((left, y), line, NAME, true, colors.text, Align::Start));
        y += 16.0;
    }
    let second = if continued { Some("continued".to_owned()) } else { second_line(plan, lane) };
    if let Some(second) = second.filter(|_| y + 6.0 <= area.bottom) {
        let second = plan.fonts.cut(&second, SMALL, false, area.right - 10.0 - left);
        sheet.items.push(plan.text((left, y), &second, SMALL, false, colors.weak, Align::Start));
    }
}

/// A name on so many lines; the last one is cut.
fn wrapped(plan: &Plan<'_>, name: &str, room: f32, lines: usize) -> Vec<String> {
    let fits = |text: &str| plan.fonts.width(text, NAME, true) <= room;
    if lines == 1 || fits(name) {
        return vec![plan.fonts.cut(name, NAME, true, room)];
    }
    let breaks = name.match_indices(' ').map(|(at, _)| at).rfind(|at| fits(&name[..*at]));
    match breaks {
        Some(at) => vec![name[..at].to_owned(), plan.fonts.cut(name[at..].trim_start(), NAME, true, room)],
        None => vec![plan.fonts.cut(name, NAME, true, room)],
    }
}

/// What a lane is, in a few words.
fn second_line(plan: &Plan<'_>, lane: &Lane) -> Option<String> {
    match &lane.key {
        LaneKey::Actor(id) => {
            let actor = plan.board.actor(id)?;
            Some(actor.roles.first().map_or_else(|| actor.kind.as_str().to_owned(), |role| role.text.clone()))
        }
        LaneKey::Article(id) => {
            let article = plan.board.article(*id)?;
            let date =
                article.published.as_ref().map_or_else(|| "no date".to_owned(), |published| plan.lanes.dates().edtf(&published.date));
            Some(article.publisher.as_ref().map_or(date.clone(), |publisher| format!("{publisher}, {date}")))
        }
        _ => None,
    }
}
