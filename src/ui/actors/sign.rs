//! The signs in a row of the list: what an actor is, and when it was in the news.

use crate::model::ActorKind;
use crate::ui::theme::Palette;
use crate::view::Activity;
use egui::{Color32, Pos2, Rect, Ui, pos2, vec2};

/// A person is a disc, an organisation a square, a country a flag-like bar, a group two discs.
pub(in crate::ui) fn paint_kind(ui: &Ui, center: Pos2, kind: ActorKind, color: Color32) {
    let painter = ui.painter();
    match kind {
        ActorKind::Person => {
            painter.circle_filled(center, 4.5, color);
        }
        ActorKind::Organisation => {
            painter.rect_filled(Rect::from_center_size(center, vec2(8.0, 8.0)), 1.5, color);
        }
        ActorKind::Country => {
            painter.rect_filled(Rect::from_center_size(center, vec2(11.0, 7.0)), 1.0, color);
        }
        ActorKind::Group => {
            painter.circle_filled(center - vec2(2.5, 0.0), 3.0, color);
            painter.circle_filled(center + vec2(3.0, 0.0), 3.0, color);
        }
    }
}

/// Bars for the events of an actor over time; `peak` is the highest of all actors.
pub(super) fn paint_activity(ui: &Ui, rect: Rect, activity: &Activity, peak: u16, color: Color32) {
    let palette = Palette::of(ui);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, palette.border));
    let width = rect.width() / activity.steps.len().max(1) as f32;
    for (at, number) in activity.steps.iter().enumerate().filter(|(_, number)| **number > 0) {
        // The square root keeps single events visible beside an actor with dozens of them.
        let share = (f32::from(*number) / f32::from(peak.max(1))).sqrt();
        let height = (rect.height() * share).max(3.0);
        let left = rect.left() + at as f32 * width;
        let bar = Rect::from_min_max(pos2(left, rect.bottom() - height), pos2(left + width.max(2.0), rect.bottom()));
        ui.painter().rect_filled(bar, 0.0, color);
    }
}
