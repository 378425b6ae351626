//! The vertical scroll bar of the lanes.

use super::super::theme::Palette;
use super::scene::TimelineState;
use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2};

/// Its width in points.
pub(super) const WIDTH: f32 = 10.0;

/// Keeps the scroll position inside, and draws the bar if there is anything to scroll.
pub(super) fn scroll_bar(ui: &Ui, rect: Rect, content: f32, state: &mut TimelineState, palette: &Palette) {
    let most = (content - rect.height()).max(0.0);
    if most > 0.0 {
        let bar = Rect::from_min_max(pos2(rect.right() - WIDTH, rect.top()), rect.max);
        let length = (rect.height() * rect.height() / content).max(28.0);
        let travel = (bar.height() - length).max(1.0);
        let response = ui.interact(bar, ui.scope_id().with("lane scroll bar"), Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Scroll bar of the lanes"));
        if let Some(at) = response.interact_pointer_pos() {
            if response.dragged() {
                state.scroll += response.drag_delta().y / travel * most;
            } else if response.clicked() {
                state.scroll = (at.y - bar.top() - length / 2.0) / travel * most;
            }
        }
        state.scroll = state.scroll.clamp(0.0, most);
        let lit = response.hovered() || response.dragged();
        let top = bar.top() + state.scroll / most * travel;
        let thick = if lit { 6.0 } else { 4.0 };
        let handle = Rect::from_min_max(pos2(bar.right() - thick - 2.0, top), pos2(bar.right() - 2.0, top + length));
        ui.painter().rect_filled(handle, thick / 2.0, if lit { palette.weak } else { palette.border });
    }
    state.scroll = state.scroll.clamp(0.0, most);
}
