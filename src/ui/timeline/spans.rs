//! How long it was: the lag of the event under the pointer, and the spans between neighbours below each lane.

use super::super::theme::Palette;
use super::mark::RADIUS;
use super::scene::Scene;
use crate::view::ROW_HEIGHT;
use crate::view::marks::{Canvas, Picture};
use crate::view::spans::{gaps, lag};
use egui::{FontId, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Size of the words between neighbours, in points.
const SMALL: f32 = 10.0;

/// Draws a line from the first report of the hovered event to its happening, with its length.
pub(super) fn lag_ui(ui: &Ui, rect: Rect, picture: &Picture, scene: &Scene<'_>) {
    let Some((event, lag)) =
        scene.hovered.and_then(|id| scene.board.event(id)).and_then(|event| Some((event, lag(scene.board, scene.lanes, event)?)))
    else {
        return;
    };
    let palette = Palette::of(ui);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let x = |at: f64| rect.left() + scene.view.x_from_time(at, f64::from(rect.width())).clamp(-9e3, 9e4) as f32;
    let (happened, published) = (x(lag.happened), x(lag.published));
    let marks = picture.marks.iter().enumerate().filter(|(_, mark)| scene.event(mark.event).is_some_and(|other| other.id == event.id));
    for (at, mark) in marks {
        let own = rect.left() + mark.x;
        let at_report = (own - published).abs() < (own - happened).abs();
        // A line through the event's own title could not be told from striking it out: it goes below.
        let goes_right = (if at_report { happened } else { published }) > own;
        let is_titled =
            scene.selected == Some(event.id) || picture.labels.iter().any(|label| label.mark == at && label.before != goes_right);
        let below = if is_titled { ROW_HEIGHT / 2.0 } else { 0.0 };
        let y = rect.top() + mark.y + below;
        // Beside the mark itself, so that it stays to be seen.
        let beside = if is_titled { 0.0 } else { (published - happened).signum() * 9.0 };
        let (from, to) = if at_report { (happened, own - beside) } else { (own + beside, published) };
        let line = Stroke::new(1.6, palette.accent);
        painter.hline(from.min(to)..=from.max(to), y, line);
        if is_titled {
            painter.vline(own, y - below + RADIUS + 2.0..=y, line);
        }
        for (end, filled) in [(published, true), (happened, false)] {
            if (end - own).abs() > 6.0 {
                let shape = if filled {
                    Shape::circle_filled(pos2(end, y), 3.5, palette.accent)
                } else {
                    Shape::circle_stroke(pos2(end, y), 3.5, Stroke::new(1.6, palette.accent))
                };
                painter.add(shape);
            }
        }
        let galley = painter.layout_no_wrap(lag.words.clone(), FontId::proportional(11.0), palette.strong);
        let size = galley.rect.size() + vec2(10.0, 3.0);
        let (left, right) = (from.min(to).max(rect.left()), from.max(to).min(rect.right()));
        let least = rect.left() + size.x / 2.0 + 2.0;
        let middle = left.midpoint(right).clamp(least, (rect.right() - size.x / 2.0 - 2.0).max(least));
        let above = if mark.y > 24.0 { -15.0 } else { 15.0 };
        let plate = Rect::from_center_size(pos2(middle, rect.top() + mark.y + above), size);
        painter.rect(plate, 4.0, palette.raised, Stroke::new(1.0, palette.accent), egui::StrokeKind::Inside);
        painter.galley(plate.center() - galley.rect.size() / 2.0, galley, palette.strong);
    }
    let response = ui.interact(Rect::from_center_size(rect.left_top(), vec2(1.0, 1.0)), ui.scope_id().with("lag"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}: {}", event.title, lag.words)));
}

/// Draws the spans between neighbours: a line from event to event below each lane, with its length where there is room.
pub(super) fn gaps_ui(ui: &Ui, rect: Rect, canvas: Canvas, scene: &Scene<'_>) {
    let palette = Palette::of(ui);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    for (number, gap) in gaps(scene.lanes, scene.view, canvas).into_iter().enumerate() {
        let y = rect.top() + gap.y;
        let (left, right) = (rect.left() + gap.left, rect.left() + gap.right);
        let thin = Stroke::new(1.0, palette.border);
        for x in [left, right] {
            painter.vline(x, y - 3.0..=y + 3.0, Stroke::new(1.0, palette.weak));
        }
        if gap.words.is_empty() {
            painter.hline(left..=right, y, thin);
            continue;
        }
        let galley = painter.layout_no_wrap(gap.words.clone(), FontId::proportional(SMALL), palette.weak);
        let middle = left.max(rect.left()).midpoint(right.min(rect.right()));
        let words = Rect::from_center_size(pos2(middle, y), galley.rect.size() + vec2(6.0, 0.0));
        painter.hline(left..=words.left(), y, thin);
        painter.hline(words.right()..=right, y, thin);
        painter.galley(words.center() - galley.rect.size() / 2.0, galley, palette.weak);
        let response = ui.interact(words.intersect(rect), ui.scope_id().with(("gap", number)), Sense::hover());
        let lane = scene.lanes.lanes().get(gap.lane).map_or("", |lane| lane.name.as_str());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{} between neighbours in lane {lane}", gap.words)));
    }
}
