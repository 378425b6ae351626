//! The parts of the window as landmarks: F6 goes from one to the next, tab walks through what is in it.

use super::table::table_id;
use super::theme::Palette;
use egui::{Context, Id, LayerId, Order, Rect, Role, Sense, StrokeKind, Ui, WidgetInfo};

/// A part of the window, in the order in which one reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pane {
    /// Buttons below the menus.
    Tools,
    /// The actors.
    Actors,
    /// The articles.
    Articles,
    /// The kinds of events.
    Kinds,
    /// The timeline.
    Timeline,
    /// The table.
    Table,
    /// The selected event.
    Event,
    /// The text of an article.
    Source,
}

impl Pane {
    const fn name(self) -> &'static str {
        match self {
            Self::Tools => "Tools",
            Self::Actors => "Actors pane",
            Self::Articles => "Articles pane",
            Self::Kinds => "Kinds pane",
            Self::Timeline => "Timeline pane",
            Self::Table => "Table pane",
            Self::Event => "Event pane",
            Self::Source => "Source text pane",
        }
    }

    fn id(self) -> Id {
        Id::unique(("pane", self))
    }
}

/// The panes of a frame in the order they were drawn in.
type Drawn = (u64, Vec<(Pane, Rect)>);

/// Begins a pane in all the room that `ui` has. Call before its contents are drawn: the tab key goes on from here to the first of them.
pub fn begin(ui: &Ui, pane: Pane) {
    let (rect, id, ctx) = (ui.max_rect(), pane.id(), ui.ctx());
    let now = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| {
        let (pass, panes): &mut Drawn = data.get_temp_mut_or_default(Id::unique("panes"));
        if *pass != now {
            (*pass, *panes) = (now, Vec::new());
        }
        panes.push((pane, rect));
    });
    // It is a stop only while it has the focus: the tab key goes from control to control.
    let has_focus = ctx.memory(|memory| memory.has_focus(id));
    let response = ui.interact(rect, id, if has_focus { Sense::focusable_noninteractive() } else { Sense::hover() });
    response.widget_info(|| WidgetInfo::labeled(Role::Pane, true, pane.name()));
    if has_focus {
        let painter = ctx.layer_painter(LayerId::new(Order::Middle, id));
        painter.rect_stroke(rect, 4.0, Palette::of(ui).focus(), StrokeKind::Inside);
    }
}

/// Gives the focus to the pane after the one that has it, or to the one before.
pub fn go(ctx: &Context, forward: bool) {
    let (_, mut panes): Drawn = ctx.data_mut(|data| data.get_temp_mut_or_default::<Drawn>(Id::unique("panes")).clone());
    panes.sort_by_key(|(pane, _)| *pane);
    if panes.is_empty() {
        return;
    }
    let focused = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id));
    let here = focused.and_then(|response| {
        let exact = panes.iter().position(|(pane, _)| pane.id() == response.id || (*pane == Pane::Table && response.id == table_id()));
        exact.or_else(|| panes.iter().position(|(_, rect)| rect.contains(response.rect.center())))
    });
    let count = panes.len();
    let next = match (here, forward) {
        (None, true) => 0,
        (None, false) => count - 1,
        (Some(here), true) => (here + 1) % count,
        (Some(here), false) => (here + count - 1) % count,
    };
    let (pane, _) = panes[next];
    let id = if pane == Pane::Table { table_id() } else { pane.id() };
    ctx.memory_mut(|memory| memory.request_focus(id));
}
