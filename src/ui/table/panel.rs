//! The table: its rows, of which only those in view are drawn, and what pointer and keys do to them.

use super::bar::{actions_ui, bar_ui, copy};
use super::header::{self, header_ui};
use super::keys::{Wish, wishes};
use super::state::TableState;
use crate::model::{Basis, Event};
use crate::ui::desk::Desk;
use crate::ui::palette::kind_color;
use crate::ui::parts;
use crate::ui::theme::{Palette, space};
use crate::view::table::cell;
use crate::view::{Action, Column, Command, TableLook, whole};
use egui::{Color32, EventFilter, Frame, Id, Margin, Rect, Role, ScrollArea, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// The height of a row, in points.
const ROW: f32 = 26.0;
/// The room left and right of what stands in a cell, in points.
const PADDING: f32 = 8.0;

/// The table's body, so that it can be given the focus.
pub(in crate::ui) fn table_id() -> Id {
    Id::unique("table rows")
}

/// Draws the table in the room there is. `revision` changes whenever board or filter do.
pub fn table_ui(ui: &mut Ui, desk: &Desk<'_>, look: &TableLook, revision: u64, state: &mut TableState, out: &mut Vec<Command>) {
    state.refresh(desk, look, revision);
    Frame::new().inner_margin(Margin::symmetric(12, 5)).show(ui, |ui| bar_ui(ui, desk, look, state, out));
    ui.spacing_mut().item_spacing.y = 0.0;
    let (titles, _) = ui.allocate_exact_size(vec2(ui.available_width(), header::HEIGHT), Sense::hover());
    let area = ui.available_rect_before_wrap();
    let body = ui.interact(area, table_id(), Sense::click());
    let words = format!("Events, {}", parts::counted(state.rows.len(), "row"));
    body.widget_info(|| WidgetInfo::labeled(Role::Table, true, &words));
    if body.clicked() {
        body.request_focus();
    }
    if body.has_focus() {
        let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(table_id(), filter));
        let page = ((state.height / ROW) as isize - 1).max(1);
        for wish in wishes(ui, page) {
            follow_wish(ui, desk, look, state, wish, out);
        }
    }
    rows_ui(ui, area, desk, look, state, out);
    header_ui(ui, titles, state.offset.x, look, out);
    parts::focus_ring(ui, &body, area);
}

fn rows_ui(ui: &mut Ui, area: Rect, desk: &Desk<'_>, look: &TableLook, state: &mut TableState, out: &mut Vec<Command>) {
    let width: f32 = look.columns().map(|(_, width)| width).sum();
    let mut scroll = ScrollArea::both().id_salt("table").auto_shrink(false);
    if let Some(place) = state.wanted.take()
        && let Some(offset) = offset_for(place, state.offset.y, area.height())
    {
        scroll = scroll.vertical_scroll_offset(offset);
    }
    let mut hovered = None;
    let output = scroll.show_viewport(ui, |ui, viewport| {
        ui.set_width(width.max(area.width()));
        ui.set_height(state.rows.len() as f32 * ROW);
        // Counted from the edge of the area: far down a long table the coordinates of the contents are too coarse.
        let first = whole((viewport.top() / ROW).floor());
        let above = viewport.top() - first as f32 * ROW;
        let count = whole(((viewport.height() + above) / ROW).ceil());
        for place in first..(first + count).min(state.rows.len()) {
            let top = area.top() - above + (place - first) as f32 * ROW;
            let rect = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), ROW));
            if row_ui(ui, rect, place, viewport.left(), desk, look, state, out) {
                hovered = state.event(desk, place).map(|event| event.id);
            }
        }
    });
    (state.offset, state.height) = (output.state.clamped_offset(), output.inner_rect.height());
    if state.hovered != hovered {
        state.hovered = hovered;
        out.push(Command::Hover(hovered));
    }
}

/// How far to scroll so that a row is in view; `None` if it is already.
fn offset_for(place: usize, offset: f32, height: f32) -> Option<f32> {
    let (top, bottom) = (place as f32 * ROW, (place + 1) as f32 * ROW);
    if top < offset {
        Some(top)
    } else if bottom > offset + height {
        // A row from far away comes to rest in the middle.
        let far = bottom > offset + 2.0 * height;
        Some(if far { top - height / 2.0 } else { bottom - height }.max(0.0))
    } else {
        None
    }
}

/// Draws one row. Returns whether the pointer is on it.
#[expect(clippy::too_many_arguments, reason = "a row is drawn from everything the table has")]
fn row_ui(
    ui: &mut Ui,
    rect: Rect,
    place: usize,
    scroll: f32,
    desk: &Desk<'_>,
    look: &TableLook,
    state: &mut TableState,
    out: &mut Vec<Command>,
) -> bool {
    let Some(event) = state.event(desk, place) else { return false };
    let palette = Palette::of(ui);
    let visible = rect.intersect(ui.clip_rect());
    // Not a stop of the tab key: the table as a whole is one, and the arrows move in it.
    let response = ui.interact(visible, table_id().with(event.id), Sense::CLICK);
    let chosen = state.choice.events().contains(&event.id);
    let is_cursor = state.choice.cursor() == Some(event.id);
    let fill = if chosen {
        palette.selection
    } else if response.hovered() || desk.selection.hovered == Some(event.id) {
        palette.hover
    } else {
        Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, 0.0, fill);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, palette.grid));
    let mut left = rect.left() - scroll;
    let mut words = Vec::new();
    for (column, width) in look.columns_in(rect.width()) {
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width, ROW));
        left += width;
        let text = cell(desk.board, event, column, desk.lanes.dates());
        if place.right() > rect.left() && place.left() < rect.right() {
            cell_ui(ui, place, column, event, &text);
        }
        words.push(text);
    }
    words.retain(|text| !text.is_empty());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, words.join(", ")));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(chosen));
    if is_cursor && ui.memory(|memory| memory.has_focus(table_id())) {
        let ring = rect.shrink2(vec2(2.0, 1.0));
        ui.painter().rect_stroke(ring, space::CORNER, palette.focus(), egui::StrokeKind::Inside);
    }
    if response.clicked() {
        click(ui, desk, state, event, place, out);
    }
    if response.double_clicked() {
        open(desk, event, out);
    }
    if response.secondary_clicked() && !chosen {
        state.choice.only(event.id);
        state.place = place;
        out.push(Command::Reveal(event.id));
    }
    let hovered = response.hovered();
    response.context_menu(|ui| {
        if ui.button("Open").clicked() {
            open(desk, event, out);
        }
        actions_ui(ui, desk, look, state, out);
    });
    hovered
}

fn cell_ui(ui: &Ui, rect: Rect, column: Column, event: &Event, text: &str) {
    let palette = Palette::of(ui);
    let center = rect.center().y;
    let (mut left, mut width) = (rect.left() + PADDING, rect.width() - 2.0 * PADDING);
    if column == Column::Kind {
        parts::kind_mark(ui, pos2(left + 4.0, center), event.kind, true);
        (left, width) = (left + 16.0, width - 16.0);
    }
    let color = match column {
        Column::Title => palette.strong,
        Column::Kind => kind_color(event.kind, palette.dark),
        Column::Date | Column::Basis => match event.when.basis {
            Basis::Unknown | Basis::Reported => palette.warning,
            Basis::Assigned => palette.accent,
            Basis::Stated | Basis::Relative => palette.text,
        },
        Column::Reviewed if text == "no" => palette.weak,
        _ => palette.text,
    };
    if column.is_number() {
        parts::right_text(ui, pos2(rect.right() - PADDING, center), text, &TextStyle::Body, color);
    } else {
        parts::line(ui, pos2(left, center), width, text, &TextStyle::Body, color);
    }
}

fn click(ui: &Ui, desk: &Desk<'_>, state: &mut TableState, event: &Event, place: usize, out: &mut Vec<Command>) {
    let modifiers = ui.input(|input| input.modifiers);
    if modifiers.shift {
        state.choice.extend(event.id, &state.order(desk));
    } else if modifiers.command {
        state.choice.toggle(event.id);
    } else {
        state.choice.only(event.id);
    }
    state.place = place;
    ui.memory_mut(|memory| memory.request_focus(table_id()));
    out.push(Command::Reveal(event.id));
}

fn follow_wish(ui: &Ui, desk: &Desk<'_>, look: &TableLook, state: &mut TableState, wish: Wish, out: &mut Vec<Command>) {
    let last = state.rows.len().saturating_sub(1);
    let (to, run) = match wish {
        Wish::Rows(step, run) => match state.place_of(desk, state.choice.cursor()) {
            Some(at) => (at.saturating_add_signed(step), run),
            // The row is gone, hidden perhaps: the next one has taken its place.
            None => (state.place, run),
        },
        Wish::End { last: is_last, run } => (if is_last { last } else { 0 }, run),
        Wish::Sideways(points) => return ui.scroll_with_delta(vec2(-points, 0.0)),
        Wish::All => return state.choice.all(&state.order(desk)),
        Wish::Copy => return out.extend(copy(desk, look, state)),
        Wish::Open => return state.event(desk, state.place).into_iter().for_each(|event| open(desk, event, out)),
    };
    let to = to.min(last);
    let Some(event) = state.event(desk, to) else { return };
    if run {
        state.choice.extend(event.id, &state.order(desk));
    } else {
        state.choice.only(event.id);
    }
    (state.place, state.wanted) = (to, Some(to));
    out.push(Command::Reveal(event.id));
}

/// Shows the event and its source beside the table.
fn open(desk: &Desk<'_>, event: &Event, out: &mut Vec<Command>) {
    out.push(Command::Reveal(event.id));
    if !desk.availability.is_checked(Action::ToggleRight) {
        out.push(Command::Action(Action::ToggleRight));
    }
}
