//! The picture in pages, for PDF: slices of time one after the other, each with as many pages as its lanes need.
//!
//! Every page has the names of its lanes and the calendar. A lane that is too high for the rest of a page goes on to the next.

use super::drawing::{Area, Drawing as Sheet, Form, Item};
use super::legend;
use super::lines::{RULER, grid, ruler, zigzags};
use super::marks::Plan;
use super::rows::{LaneRows, rows};
use super::sheet::{MARGIN, NAMES, TITLE_HEIGHT, axis_width, calendar_of, lane_at, lane_height, paste, range, title};
use crate::model::Watch;
use crate::view::calendar::Step;
use crate::view::{DAY, LANE_PADDING, ROW_HEIGHT, TimelineView, whole};
use std::ops::Range;

/// Points of paper for a point of the picture: titles of 12 points are 8.6 points high on paper.
pub(super) const SCALE: f32 = 0.72;
/// Pages may hold so many times what a sheet holds in the same width.
const DENSER: f32 = 1.6;
/// A lane is cut only if at least so many of its rows stand on each side.
const LEAST_ROWS: usize = 3;

/// Some rows of a lane on a page.
struct Part<'a> {
    lane: &'a LaneRows,
    rows: Range<usize>,
}

/// All pages, each as large as the paper.
pub(super) fn pages(plan: &Plan<'_>, watch: &dyn Watch) -> Vec<Sheet> {
    let (width, height) = plan.options.page.points();
    let (width, height) = (width / SCALE, height / SCALE);
    let canvas = Area::new(MARGIN + NAMES, MARGIN + TITLE_HEIGHT + RULER, width - MARGIN, height - MARGIN);
    let range = range(plan);
    let views = slices(plan, range, canvas.width());
    let mut out: Vec<(Sheet, TimelineView)> = Vec::new();
    for (number, view) in views.iter().copied().enumerate() {
        if watch.cancelled() {
            return Vec::new();
        }
        watch.step(number, views.len(), "");
        let lanes = rows(plan.board, plan.lanes, plan.fonts, view, canvas.width());
        for parts in divided(&lanes, canvas.height()) {
            out.push((page(plan, view, &parts, canvas, (width, height)), view));
        }
    }
    last_pages(plan, range, (width, height), &mut out);
    let count = out.len();
    let numbered = out.into_iter().enumerate().map(|(number, (mut sheet, view))| {
        title(&mut sheet, plan, view, Some((number + 1, count)));
        sheet
    });
    numbered.collect()
}

/// The slices of time. With a width that was asked for they are equally long. Else they hold about as many events each, so
/// that no page is nearly empty because little happened in its time.
fn slices(plan: &Plan<'_>, range: TimelineView, page: f32) -> Vec<TimelineView> {
    let count = (axis_width(plan, range, 0.0) / page / if plan.options.width.is_some() { 1.0 } else { DENSER }).round().max(1.0);
    let all = plan.lanes.all();
    let inside = all.range(range.start, range.end);
    let mut edges = vec![range.start];
    let mut slice = 1.0_f32;
    while slice < count {
        let part = f64::from(slice / count);
        let edge = if plan.options.width.is_some() || inside.is_empty() {
            range.time_from_x(part, 1.0)
        } else {
            let place = inside.start + whole(inside.len() as f64 * part);
            let axis = plan.lanes.axis();
            axis.of_calendar(Step::Days(1).floor(axis.to_calendar(all.anchor(place.min(inside.end - 1)))))
        };
        if edges.last().is_some_and(|last| edge - last >= DAY) && range.end - edge >= DAY {
            edges.push(edge);
        }
        slice += 1.0;
    }
    edges.push(range.end);
    edges.windows(2).map(|pair| TimelineView { start: pair[0], end: pair[1] }).collect()
}

/// Deals the lanes out to pages of this height.
fn divided(lanes: &[LaneRows], height: f32) -> Vec<Vec<Part<'_>>> {
    let rows_in = |room: f32| whole(((room - 2.0 * LANE_PADDING) / ROW_HEIGHT).floor());
    let (mut pages, mut page, mut room): (Vec<Vec<Part<'_>>>, Vec<Part<'_>>, f32) = (Vec::new(), Vec::new(), height);
    for lane in lanes {
        let mut next = 0;
        while next < lane.rows.len() {
            let left = lane.rows.len() - next;
            let here = rows_in(room).min(left);
            let cut_well = here == left || (here >= LEAST_ROWS && left > rows_in(height).min(2 * LEAST_ROWS));
            if here > 0 && (cut_well || page.is_empty()) {
                page.push(Part { lane, rows: next..next + here });
                room -= lane_height(here);
                next += here;
            } else {
                pages.push(std::mem::take(&mut page));
                room = height;
            }
        }
    }
    if !page.is_empty() {
        pages.push(page);
    }
    pages
}

fn blank(plan: &Plan<'_>, (width, height): (f32, f32)) -> Sheet {
    let mut sheet = Sheet { width, height, ..Sheet::default() };
    let ground = Form::Rect(Area::new(0.0, 0.0, width, height), 0.0);
    sheet.items.push(Item::Shape { form: ground, fill: Some(plan.colors.surface.into()), line: None });
    sheet
}

fn page(plan: &Plan<'_>, view: TimelineView, parts: &[Part<'_>], canvas: Area, size: (f32, f32)) -> Sheet {
    let mut sheet = blank(plan, size);
    let height: f32 = parts.iter().map(|part| lane_height(part.rows.len())).sum();
    let canvas = Area { bottom: canvas.top + height, ..canvas };
    let calendar = calendar_of(plan, view, canvas);
    grid(&mut sheet, plan, &calendar, view, canvas);
    zigzags(&mut sheet, plan, view, canvas);
    ruler(&mut sheet, plan, &calendar, view, canvas, canvas.top - RULER);
    let mut y = canvas.top;
    for part in parts {
        y = lane_at(&mut sheet, plan, part.lane, part.rows.clone(), y, canvas, part.rows.start > 0);
    }
    sheet
}

/// Key, undated events and sources, on pages of their own.
fn last_pages(plan: &Plan<'_>, range: TimelineView, size: (f32, f32), out: &mut Vec<(Sheet, TimelineView)>) {
    let mut y = f32::INFINITY;
    for strip in legend::strips(plan, size.0 - 2.0 * MARGIN) {
        if y + strip.height > size.1 - MARGIN {
            out.push((blank(plan, size), range));
            y = MARGIN + TITLE_HEIGHT;
        }
        if let Some((sheet, _)) = out.last_mut() {
            y = paste(sheet, strip, MARGIN, y);
        }
    }
}
