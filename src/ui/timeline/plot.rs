//! The bare plot that canvas and overview are drawn on: no axes, no grid, no handling of its own. Its view belongs to the app.

use egui::{Color32, Id, Response, Sense, Ui, Vec2};
use egui_plot::{Plot, PlotBounds, PlotItem};

/// Fills the room of `ui` with one item, seen in these bounds.
pub(super) fn bare_plot<'a>(ui: &mut Ui, id: Id, bounds: PlotBounds, item: impl PlotItem + 'a) -> Response {
    let room = ui.max_rect();
    let plot = Plot::new(id)
        .width(room.width())
        .height(room.height())
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .set_margin_fraction(Vec2::ZERO)
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .cursor_color(Color32::TRANSPARENT)
        .sense(Sense::click_and_drag());
    let shown = plot.show(ui, |plot| {
        plot.set_plot_bounds(bounds);
        plot.add(item);
    });
    shown.response
}
