//! One sheet with everything, for SVG and PNG: title, calendar, lanes, key, sources.

use super::drawing::{Align, Area, Drawing as Sheet, Form, Item, solid};
use super::legend;
use super::lines::{RULER, grid, lane_name, ruler, zigzags};
use super::marks::{Plan, event};
use super::rows::{LaneRows, Placed, events, rows, width_for};
use crate::model::Watch;
use crate::view::marks::{Canvas, Cluster, HALF, Mark, Picture, Sort, picture};
use crate::view::ticks::{self, Ruler};
use crate::view::words::{long_count, plural, short_count};
use crate::view::{LANE_PADDING, Lane, ROW_HEIGHT, TimelineView, civil};

/// Space around everything, in points.
pub(super) const MARGIN: f32 = 24.0;
/// Width of the names of the lanes.
pub(super) const NAMES: f32 = 190.0;
/// Height of the title with the line below it.
pub(super) const TITLE_HEIGHT: f32 = 54.0;

/// The range of a picture: what was asked for, or everything that is dated.
pub(super) fn range(plan: &Plan<'_>) -> TimelineView {
    let whole = || TimelineView::fit(plan.lanes).unwrap_or_default();
    plan.options
        .range
        .map_or_else(whole, |(start, end)| TimelineView::new(plan.lanes.axis().of_calendar(start), plan.lanes.axis().of_calendar(end)))
}

/// The width of the time axis: what was asked for, or what the titles need.
pub(super) fn axis_width(plan: &Plan<'_>, view: TimelineView, around: f32) -> f32 {
    let own = || width_for(plan.board, plan.lanes, plan.fonts, view);
    plan.options.width.map_or_else(own, |width| (width - around).max(120.0))
}

/// Composes the sheet.
pub(super) fn sheet(plan: &Plan<'_>, watch: &dyn Watch) -> Sheet {
    let view = range(plan);
    let around = 2.0 * MARGIN + NAMES;
    let axis = axis_width(plan, view, around);
    let width = axis + around;
    let mut sheet = Sheet { width, ..Sheet::default() };
    sheet.items.push(Item::End); // the place of the ground, which is as high as what follows
    title(&mut sheet, plan, view, None);
    let top = MARGIN + TITLE_HEIGHT + RULER;
    let lanes_bottom = if let Some(height) = plan.options.height {
        limited(&mut sheet, plan, view, Area::new(MARGIN + NAMES, top, width - MARGIN, height))
    } else {
        unlimited(&mut sheet, plan, view, Area::new(MARGIN + NAMES, top, width - MARGIN, top), watch)
    };
    sheet.height = plan.options.height.unwrap_or(lanes_bottom + MARGIN);
    let whole = Area::new(0.0, 0.0, sheet.width, sheet.height);
    sheet.items[0] = Item::Shape { form: Form::Rect(whole, 0.0), fill: Some(plan.colors.surface.into()), line: None };
    sheet
}

/// The calendar above the lanes.
pub(super) fn calendar_of(plan: &Plan<'_>, view: TimelineView, canvas: Area) -> Ruler {
    ticks::ruler_on(plan.lanes.axis(), plan.lanes.dates(), view, f64::from(canvas.width()))
}

/// The title and, below it, what the picture shows. On pages also which page it is.
pub(super) fn title(sheet: &mut Sheet, plan: &Plan<'_>, view: TimelineView, page: Option<(usize, usize)>) {
    let (left, right) = (MARGIN, sheet.width - MARGIN);
    let mut room = right - left;
    if let Some((number, of)) = page {
        let words = format!("page {number} of {of}");
        room -= plan.fonts.width(&words, 11.0, false) + 16.0;
        sheet.items.push(plan.text((right, MARGIN + 9.0), &words, 11.0, false, plan.colors.weak, Align::End));
    }
    let name = plan.fonts.cut(&plan.options.title, 17.0, true, room);
    sheet.items.push(plan.text((left, MARGIN + 9.0), &name, 17.0, true, plan.colors.strong, Align::Start));
    let below = plan.fonts.cut(&summary(plan, view), 11.5, false, right - left);
    sheet.items.push(plan.text((left, MARGIN + 32.0), &below, 11.5, false, plan.colors.weak, Align::Start));
}

/// "Mon 17 Mar 2025 to Sun 18 May 2025 · 64 events · undated: 12 · 5 articles".
fn summary(plan: &Plan<'_>, view: TimelineView) -> String {
    let all = plan.lanes.len();
    let mut inside: Vec<u32> = plan.lanes.lanes().iter().flat_map(|lane| events(plan.lanes, lane, view)).collect();
    inside.sort_unstable();
    inside.dedup();
    let shown =
        if inside.len() == all { plural(all, "event") } else { format!("{} of {}", long_count(inside.len()), plural(all, "event")) };
    let undated = plan.lanes.undated().len();
    let undated = if undated > 0 { format!("  ·  undated: {}", long_count(undated)) } else { String::new() };
    let articles = plural(plan.board.articles.len(), "article");
    format!("{}  ·  {shown}{undated}  ·  {articles}", range_words(plan, view))
}

/// From the first to the last day of what is shown, without the air around it.
fn range_words(plan: &Plan<'_>, view: TimelineView) -> String {
    let (first, last) = plan.lanes.range().unwrap_or((view.start, view.end));
    let (start, end) = (view.start.max(first), view.end.min(last));
    let (start, end) = if start < end { (start, end) } else { (view.start, view.end) };
    let day = |at: f64| plan.lanes.dates().day(civil(plan.lanes.axis().to_calendar(at)).date());
    format!("{} to {}", day(start), day(end - 1.0))
}

/// Every event with its title, the lanes as high as they must be; below them key and sources. Returns where it ends.
fn unlimited(sheet: &mut Sheet, plan: &Plan<'_>, view: TimelineView, canvas: Area, watch: &dyn Watch) -> f32 {
    let lanes = rows(plan.board, plan.lanes, plan.fonts, view, canvas.width());
    let height: f32 = lanes.iter().map(|lane| lane_height(lane.rows.len())).sum();
    let canvas = Area { bottom: canvas.top + height, ..canvas };
    let calendar = calendar_of(plan, view, canvas);
    grid(sheet, plan, &calendar, view, canvas);
    zigzags(sheet, plan, view, canvas);
    ruler(sheet, plan, &calendar, view, canvas, canvas.top - RULER);
    let mut y = canvas.top;
    for (number, lane) in lanes.iter().enumerate() {
        if watch.cancelled() {
            return y;
        }
        watch.step(number, lanes.len(), "");
        y = lane_at(sheet, plan, lane, 0..lane.rows.len(), y, canvas, false);
    }
    y += 14.0;
    for strip in legend::strips(plan, sheet.width - 2.0 * MARGIN) {
        y = paste(sheet, strip, MARGIN, y);
    }
    y
}

/// The height of a lane of so many rows.
pub(super) fn lane_height(rows: usize) -> f32 {
    rows.max(1) as f32 * ROW_HEIGHT + 2.0 * LANE_PADDING
}

/// Some rows of a lane from `top` on. Returns where they end.
pub(super) fn lane_at(
    sheet: &mut Sheet,
    plan: &Plan<'_>,
    lane: &LaneRows,
    part: std::ops::Range<usize>,
    top: f32,
    canvas: Area,
    continued: bool,
) -> f32 {
    let bottom = top + lane_height(part.len());
    let Some(of) = plan.lanes.lanes().get(lane.lane) else { return top };
    let count = lane.rows.iter().map(Vec::len).sum();
    sheet.begin("lane", lane.lane.to_string(), of.name.clone());
    lane_name(sheet, plan, of, count, Area::new(canvas.left - NAMES, top, canvas.left, bottom), continued);
    for (number, row) in lane.rows[part].iter().enumerate() {
        let y = top + LANE_PADDING + (number as f32 + 0.5) * ROW_HEIGHT;
        for placed in row {
            event(sheet, plan, placed, canvas, y);
        }
    }
    sheet.end();
    sheet.horizontal(canvas.left - NAMES, canvas.right, bottom, solid(plan.colors.border, 0.7));
    bottom
}

/// Puts a strip onto the sheet. Returns where it ends.
pub(super) fn paste(sheet: &mut Sheet, strip: Sheet, x: f32, y: f32) -> f32 {
    sheet.items.extend(strip.items.into_iter().map(|item| shifted(item, x, y)));
    y + strip.height
}

fn shifted(item: Item, dx: f32, dy: f32) -> Item {
    let area = |area: Area| Area::new(area.left + dx, area.top + dy, area.right + dx, area.bottom + dy);
    let all = |points: Vec<[f32; 2]>| points.into_iter().map(|[x, y]| [x + dx, y + dy]).collect();
    match item {
        Item::Shape { form, fill, line } => {
            let form = match form {
                Form::Rect(rect, radius) => Form::Rect(area(rect), radius),
                Form::Circle([x, y], radius) => Form::Circle([x + dx, y + dy], radius),
                Form::Polygon(points) => Form::Polygon(all(points)),
                Form::Chain(points) => Form::Chain(all(points)),
            };
            Item::Shape { form, fill, line }
        }
        Item::Fade { area: rect, ink, to_left } => Item::Fade { area: area(rect), ink, to_left },
        Item::Text(mut text) => {
            text.at = [text.at[0] + dx, text.at[1] + dy];
            Item::Text(text)
        }
        Item::Begin { .. } | Item::End => item,
    }
}

/// The lanes as on screen, in a sheet of a fixed height: what has no room is counted. Returns where they end.
fn limited(sheet: &mut Sheet, plan: &Plan<'_>, view: TimelineView, canvas: Area) -> f32 {
    let key = legend::short(plan, sheet.width - 2.0 * MARGIN);
    let key_height: f32 = key.iter().map(|strip| strip.height).sum();
    // Room for one line about the lanes that do not fit.
    let most = (canvas.bottom - MARGIN - key_height - 30.0 - canvas.top).max(28.0);
    let all = plan.lanes.lanes();
    let fit = all.len() - (0..all.len()).filter(|lane| plan.lanes.top(lane + 1) > most).count();
    let fit = fit.max(1).min(all.len());
    let canvas = Area { bottom: canvas.top + plan.lanes.top(fit).min(most), ..canvas };
    let window = Canvas { width: canvas.width(), height: canvas.height(), scroll: 0.0 };
    let calendar = calendar_of(plan, view, canvas);
    grid(sheet, plan, &calendar, view, canvas);
    zigzags(sheet, plan, view, canvas);
    ruler(sheet, plan, &calendar, view, canvas, canvas.top - RULER);
    let laid = picture(plan.board, plan.lanes, view, window);
    for (number, lane) in all.iter().enumerate().take(fit) {
        let (top, bottom) = (canvas.top + plan.lanes.top(number), canvas.top + plan.lanes.top(number + 1));
        let count = events(plan.lanes, lane, view).count();
        lane_name(sheet, plan, lane, count, Area::new(canvas.left - NAMES, top, canvas.left, bottom.min(canvas.bottom)), false);
        sheet.horizontal(canvas.left - NAMES, canvas.right, bottom.min(canvas.bottom), solid(plan.colors.border, 0.7));
    }
    clusters(sheet, plan, &laid, canvas);
    marks(sheet, plan, &laid, canvas);
    let mut y = canvas.bottom + 6.0;
    let below = below(&laid, canvas.width(), canvas.height());
    if fit < all.len() || below > 0 {
        let mut parts = Vec::new();
        if below > 0 {
            sheet.begin("cluster", below.to_string(), String::new());
            sheet.end();
            parts.push(format!("{} that would stand lower in the last lane", plural(below, "event")));
        }
        if fit < all.len() {
            parts.push(left_out(plan, &all[fit..], view));
        }
        let words = format!("and {}", parts.join(", and "));
        sheet.items.push(plan.text((MARGIN + 12.0, y + 8.0), &words, 11.0, false, plan.colors.weak, Align::Start));
    }
    y += 24.0;
    for strip in key {
        y = paste(sheet, strip, MARGIN, y);
    }
    y
}

/// How many events have their marks or counts below the last row that is in sight.
fn below(laid: &Picture, width: f32, height: f32) -> usize {
    let counts = laid.clusters.iter().filter(|cluster| cluster.top >= height).map(|cluster| cluster.count as usize);
    laid.marks.iter().filter(|mark| mark.y > height && mark.right > 0.0 && mark.left < width).count() + counts.sum::<usize>()
}

fn left_out(plan: &Plan<'_>, lanes: &[Lane], view: TimelineView) -> String {
    let mut hidden: Vec<u32> = lanes.iter().flat_map(|lane| events(plan.lanes, lane, view)).collect();
    hidden.sort_unstable();
    hidden.dedup();
    format!("{} with {}", plural(lanes.len(), "more lane"), plural(hidden.len(), "event"))
}

fn marks(sheet: &mut Sheet, plan: &Plan<'_>, laid: &Picture, canvas: Area) {
    let mut titles: Vec<Option<(f32, f32, bool)>> = vec![None; laid.marks.len()];
    laid.labels.iter().for_each(|label| titles[label.mark] = Some((label.left, label.right, label.before)));
    for (mark, title) in laid.marks.iter().zip(titles) {
        if mark.y > canvas.height() || mark.right <= 0.0 || mark.left >= canvas.width() {
            continue;
        }
        let mark = Mark { x: mark.x.clamp(HALF, canvas.width() - HALF), ..*mark };
        let words = plan.board.events.get(mark.event as usize).map_or("", |event| event.title.as_str());
        let (text, left) = title.map_or((String::new(), 0.0), |(left, right, before)| {
            let text = plan.fonts.cut(words, super::marks::TITLE, false, right - left);
            let width = plan.fonts.width(&text, super::marks::TITLE, false);
            (text, if before { right - width } else { left })
        });
        event(sheet, plan, &Placed::at(mark, text, left), canvas, canvas.top + mark.y);
    }
}

/// Columns of what has no room of its own, with their counts.
fn clusters(sheet: &mut Sheet, plan: &Plan<'_>, laid: &Picture, canvas: Area) {
    let in_sight = |one: &&Cluster| one.top < canvas.height() && (one.sort == Sort::Across || one.right > 0.0 && one.left < canvas.width());
    for cluster in laid.clusters.iter().filter(in_sight) {
        let words = match cluster.sort {
            Sort::Column => short_count(cluster.count as usize),
            Sort::Beside | Sort::Across => format!("+{}", short_count(cluster.count as usize)),
        };
        let body = plan.colors.surface.mixed(plan.colors.text, if plan.colors.dark { 0.24 } else { 0.17 });
        let (left, right) = (canvas.left + cluster.left.max(0.0) + 1.0, canvas.left + cluster.right.min(canvas.width()) - 1.0);
        let column = Area::new(left, canvas.top + cluster.top, right, canvas.top + cluster.bottom.min(canvas.height()));
        sheet.begin("cluster", cluster.count.to_string(), format!("{} without room of their own", plural(cluster.count as usize, "event")));
        match cluster.sort {
            Sort::Column => {
                let top = column.bottom - height(plan, cluster);
                sheet.rect(Area { top, ..column }, body);
                sheet.items.push(plan.text((left.midpoint(right), top - 6.0), &words, 11.0, false, plan.colors.text, Align::Middle));
            }
            Sort::Beside => {
                sheet.items.push(plan.text((left.midpoint(right), column.middle()), &words, 11.0, false, plan.colors.text, Align::Middle));
            }
            Sort::Across => {
                let at = (canvas.left - 6.0, column.middle());
                sheet.items.push(plan.text(at, &words, 11.0, false, plan.colors.text, Align::End));
            }
        }
        sheet.end();
    }
}

/// As high as the logarithm of the count.
fn height(plan: &Plan<'_>, cluster: &Cluster) -> f32 {
    let whole = plan.lanes.lanes().get(cluster.lane).map_or(1, |lane| lane.index.len());
    let share = ((1.0 + cluster.count as f32).ln() / (1.0 + whole as f32).ln()).clamp(0.0, 1.0);
    ((cluster.bottom - cluster.top - 12.0) * share).max(4.0)
}
