//! What stands below the timeline: what the marks mean, the events without a date, the sources. In strips, so that pages can break.

use super::drawing::{Align, Area, Drawing as Sheet, Form, pale, solid};
use super::extents::{BAND, dots, dotted, soft};
use super::lines::SMALL;
use super::marks::{Plan, mark, own_sign};
use crate::model::{Article, Kind, Modality};
use crate::view::colors::kind_color;
use crate::view::index::KINDS;
use crate::view::key::{DATE_SIGNS, DateSign, LOOKS, Look, OWN};
use crate::view::words::long_count;

/// Height of a line of entries, in points.
const LINE: f32 = 20.0;
/// Space between entries.
const GAP: f32 = 22.0;
/// At most so many undated events and so many sources by name.
const NAMED: usize = 400;
/// The least width of a column of sources or undated events.
const LEAST_COLUMN: f32 = 200.0;

/// Adds the strips to `out`, each for a sheet of this width.
pub(super) fn strips(plan: &Plan<'_>, width: f32) -> Vec<Sheet> {
    let mut out = vec![heading(plan, "Kinds", width)];
    out.extend(flow(plan, width, kinds(plan)));
    out.push(heading(plan, "Did it happen, and how is the date known?", width));
    out.extend(flow(plan, width, looks(plan)));
    out.push(heading(plan, "When", width));
    out.extend(flow(plan, width, dates()));
    undated(plan, width, &mut out);
    sources(plan, width, &mut out);
    out
}

/// The kinds alone, for a sheet that must not be higher than asked.
pub(super) fn short(plan: &Plan<'_>, width: f32) -> Vec<Sheet> {
    flow(plan, width, kinds(plan))
}

type Draw = Box<dyn Fn(&mut Sheet, &Plan<'_>, f32)>;

/// An entry: the width of its sign, how to draw it from a place on, and its words.
struct Entry(f32, Draw, String);

fn heading(plan: &Plan<'_>, words: &str, width: f32) -> Sheet {
    let mut sheet = Sheet { width, height: 30.0, ..Sheet::default() };
    sheet.items.push(plan.text((0.0, 19.0), words, 12.5, true, plan.colors.strong, Align::Start));
    sheet
}

/// Entries side by side, in as many lines as they need.
fn flow(plan: &Plan<'_>, width: f32, entries: Vec<Entry>) -> Vec<Sheet> {
    let new = || Sheet { width, height: LINE, ..Sheet::default() };
    let (mut lines, mut x) = (vec![new()], 0.0);
    for Entry(sign, draw, words) in entries {
        let whole = sign + 6.0 + plan.fonts.width(&words, SMALL, false);
        if x > 0.0 && x + whole > width {
            lines.push(new());
            x = 0.0;
        }
        if let Some(line) = lines.last_mut() {
            draw(line, plan, x);
            line.items.push(plan.text((x + sign + 6.0, LINE / 2.0), &words, SMALL, false, plan.colors.text, Align::Start));
        }
        x += whole + GAP;
    }
    lines
}

fn of_look(look: Look, words: String) -> Entry {
    let planned = if look.modality == Modality::Planned { 6.0 } else { 0.0 };
    Entry(14.0 + planned, Box::new(move |sheet, plan, x| mark(sheet, [x + 7.0, LINE / 2.0], look, plan.colors)), words)
}

/// The kinds that occur, with their counts.
fn kinds(plan: &Plan<'_>) -> Vec<Entry> {
    let mut counts = [0; KINDS];
    plan.lanes.all().add_kinds(0..plan.lanes.len(), &mut counts);
    for event in plan.lanes.undated().iter().filter_map(|event| plan.board.events.get(*event as usize)) {
        counts[Kind::ALL.iter().position(|kind| *kind == event.kind).unwrap_or_default()] += 1;
    }
    let counts = Kind::ALL.iter().zip(counts).filter(|(_, count)| *count > 0);
    counts.map(|(kind, count)| of_look(Look::plain(*kind), format!("{} {}", kind.as_str(), long_count(count as usize)))).collect()
}

fn looks(plan: &Plan<'_>) -> Vec<Entry> {
    let mut looks: Vec<Entry> = LOOKS.iter().map(|(look, words)| of_look(*look, (*words).to_owned())).collect();
    let events = &plan.board.events;
    if events.iter().any(|event| plan.board.is_own(event.id)) {
        let own = |sheet: &mut Sheet, plan: &Plan<'_>, x: f32| {
            mark(sheet, [x + 7.0, LINE / 2.0], Look::plain(Kind::Meeting), plan.colors);
            own_sign(sheet, [x + 7.0, LINE / 2.0], plan.colors);
        };
        looks.push(Entry(14.0, Box::new(own), OWN.to_owned()));
    }
    looks
}

fn dates() -> Vec<Entry> {
    let entry = |(sign, words): &(DateSign, &str)| {
        let sign = *sign;
        Entry(64.0, Box::new(move |sheet, plan, x| sample(sheet, plan, x, sign)), (*words).to_owned())
    };
    DATE_SIGNS.iter().map(entry).collect()
}

fn sample(sheet: &mut Sheet, plan: &Plan<'_>, x: f32, sign: DateSign) {
    let color = kind_color(Kind::Meeting, plan.colors.dark);
    let y = LINE / 2.0;
    let band = Area::new(x, y - BAND / 2.0, x + 62.0, y + BAND / 2.0);
    let (middle, filled) = (x + 31.0, plan.colors.surface.mixed(color, 0.34));
    let mut at = middle;
    match sign {
        DateSign::Band => soft(sheet, band, color, 0.26),
        DateSign::Around => {
            soft(sheet, band, color, 0.26);
            dotted(sheet, band, color);
        }
        DateSign::AroundDay => dots(sheet, (middle, y), color),
        DateSign::Before => sheet.fade(band.with_x(band.left, middle), pale(color, 0.42), true),
        DateSign::After => sheet.fade(band.with_x(middle, band.right), pale(color, 0.42), false),
        DateSign::Between => {
            sheet.rect(band, pale(color, 0.07));
            dotted(sheet, band, color);
            for x in [band.left, band.right] {
                sheet.vertical(x, band.top, band.bottom, solid(color, 1.4));
            }
        }
        DateSign::Bar | DateSign::Since => {
            at = band.left + 8.0;
            if sign == DateSign::Since {
                sheet.fade(band, filled.into(), false);
            } else {
                sheet.rect(band, filled);
                sheet.stroke(Form::Rect(band, 0.0), solid(color, 1.3));
            }
            sheet.vertical(band.left + 1.0, band.top, band.bottom, solid(color, 2.5));
        }
    }
    mark(sheet, [at, y], Look::plain(Kind::Meeting), plan.colors);
}

fn undated(plan: &Plan<'_>, width: f32, out: &mut Vec<Sheet>) {
    let undated = plan.lanes.undated();
    if undated.is_empty() {
        return;
    }
    out.push(heading(plan, &format!("Undated: {}", long_count(undated.len())), width));
    let events = undated.iter().filter_map(|event| plan.board.events.get(*event as usize));
    columns(plan, width, undated.len(), events.map(|event| (Some(Look::of(event)), event.title.clone())), out);
}

fn sources(plan: &Plan<'_>, width: f32, out: &mut Vec<Sheet>) {
    let articles = &plan.board.articles;
    out.push(heading(plan, &format!("Sources: {}", long_count(articles.len())), width));
    columns(plan, width, articles.len(), articles.iter().map(|article| (None, source(plan, article))), out);
}

fn source(plan: &Plan<'_>, article: &Article) -> String {
    let date = article.published.as_ref().map_or_else(|| "no date".to_owned(), |published| plan.lanes.dates().edtf(&published.date));
    let publisher = article.publisher.as_ref().map(|publisher| format!("{publisher}, ")).unwrap_or_default();
    format!("{} ({publisher}{date})", article.display_title())
}

/// Lines in columns, from left to right, then down.
fn columns(plan: &Plan<'_>, width: f32, count: usize, lines: impl Iterator<Item = (Option<Look>, String)>, out: &mut Vec<Sheet>) {
    let more = count.saturating_sub(NAMED);
    let last = (more > 0).then(|| (None, format!("and {} more", long_count(more))));
    let lines: Vec<(Option<Look>, String)> = lines.take(NAMED).chain(last).collect();
    let longest = lines.iter().map(|(_, words)| plan.fonts.width(words, SMALL, false)).fold(0.0, f32::max);
    let across = (width / (longest + 34.0).max(LEAST_COLUMN)).floor().max(1.0);
    let column = width / across;
    let mut x = width;
    for (look, words) in lines {
        if x + column > width + 0.5 {
            out.push(Sheet { width, height: LINE - 2.0, ..Sheet::default() });
            x = 0.0;
        }
        let Some(line) = out.last_mut() else { return };
        let sign = if let Some(look) = look {
            mark(line, [x + 7.0, LINE / 2.0], look, plan.colors);
            18.0
        } else {
            0.0
        };
        let words = plan.fonts.cut(&words, SMALL, false, column - sign - 16.0);
        line.items.push(plan.text((x + sign, LINE / 2.0), &words, SMALL, false, plan.colors.text, Align::Start));
        x += column;
    }
}
