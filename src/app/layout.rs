//! Where the panels stand.

use super::room::{self, Share};
use super::window::{App, Talk, Widgets};
use crate::model::Edtf;
use crate::time;
use crate::ui::articles::Files;
use crate::ui::desk::Desk;
use crate::ui::dialogs::ReadDate;
use crate::ui::filters::FilterState;
use crate::ui::panes::{self, Pane};
use crate::ui::table::table_ui;
use crate::ui::theme::Palette;
use crate::ui::timeline::{OVERVIEW_HEIGHT, Scene, overview_ui, timeline_ui, undated_ui};
use crate::ui::{actors, articles, banner, dialogs, empty, event, filters, guide, kinds, menu, parts, source, status};
use crate::view::{Availability, Command, LaneBy, Middle};
use chrono::NaiveDate;
use egui::containers::panel::PanelState;
use egui::{CentralPanel, Frame, Id, Margin, Panel, ScrollArea, Ui};
use std::path::PathBuf;

/// A tip stays as long as the pointer rests, and would stand above a dialog that a key opens: what can do nothing for once has none.
fn end_tip(ui: &mut Ui, talk: &mut Talk) {
    let has_dialog = talk.dialog.is_some();
    if has_dialog && !talk.had_dialog {
        ui.disable();
        ui.ctx().request_repaint();
    }
    talk.had_dialog = has_dialog;
}

/// Draws everything.
pub(super) fn frame_ui(ui: &mut Ui, app: &mut App, availability: &Availability, now: f64, out: &mut Vec<Command>) {
    let lanes = app.screen.by();
    let desk = Desk {
        board: app.session.board(),
        shown: &app.screen.shown,
        lanes: &app.screen.lanes,
        view: app.screen.target(),
        tally: &app.screen.tally,
        filter: &app.screen.filter,
        found: app.screen.search.found(),
        hit: app.screen.search.at(),
        steps: app.screen.search.steps(),
        revision: app.screen.revision(),
        selection: &app.screen.selection,
        hints: &app.screen.hints,
        availability,
    };
    end_tip(ui, &mut app.talk);
    let palette = Palette::of(ui);
    bars_ui(ui, &desk, lanes, &app.remembered.recent, &mut app.widgets.filters, out);
    if let Some(notice) = &app.talk.notice {
        let dismissed = Panel::top("notice").frame(Frame::NONE).show(ui, |ui| banner::banner_ui(ui, notice, out)).inner;
        if dismissed {
            app.talk.notice = None;
        }
    }
    let line = Frame::new().fill(palette.panel).inner_margin(Margin::symmetric(12, 2));
    Panel::bottom("status")
        .frame(line)
        .show(ui, |ui| status::status_ui(ui, &desk, app.worker.progress(), app.talk.message.as_deref(), out));
    let is_open = !app.session.is_empty();
    if is_open && app.remembered.left {
        let sight = &app.lookout.sight;
        let files = Files { changed: &sight.changed, missing: &sight.missing, new: &sight.new };
        left_ui(ui, &desk, files, &mut app.widgets, out);
    }
    if is_open && app.remembered.right {
        let today = app.today;
        right_ui(ui, &desk, &mut app.widgets, &|text| read_date(text, today), out);
    }
    let scene = Scene {
        board: desk.board,
        lanes: desk.lanes,
        view: app.screen.view_at(now),
        selected: desk.selection.event,
        hovered: desk.selection.hovered,
        today: app.today,
        wheel_zooms: app.remembered.wheel_zooms,
        order: app.screen.order(),
        around: app.screen.around.as_ref(),
        range: app.screen.filter.range,
    };
    let reading = app.worker.progress().is_some();
    CentralPanel::default().frame(Frame::new().fill(palette.surface)).show(ui, |ui| {
        // The filters in force stand over what they filter: the lists beside it stay where they are when one comes or goes.
        if !desk.filter.is_empty() {
            let chips = Frame::new().fill(palette.panel).inner_margin(Margin { left: 12, right: 12, top: 5, bottom: 5 });
            Panel::top("filters").frame(chips).show(ui, |ui| filters::chips_ui(ui, &desk, &mut app.widgets.filters, out));
        }
        if !is_open && !reading {
            empty::welcome_ui(ui, &app.remembered.recent, out);
        } else if desk.tally.shown == 0 {
            empty::no_events_ui(ui, &desk, reading, out);
        } else {
            let (middle, revision) = (app.remembered.middle, app.screen.revision());
            if middle != Middle::Timeline {
                let is_alone = middle == Middle::Table;
                let widgets = &mut app.widgets;
                beside_ui(ui, is_alone, |ui| table_ui(ui, &desk, &app.remembered.table, revision, &mut widgets.table, out));
                if is_alone {
                    return;
                }
            }
            middle_ui(ui, &desk, &scene, &mut app.widgets.timeline, out);
        }
    });
    let dragged = ui.ctx().input(|input| input.raw.hovered_files.len());
    if dragged > 0 {
        empty::drop_ui(ui, dragged, is_open);
    }
    let today = app.today;
    over_ui(ui.ctx(), &desk, &mut app.talk, &|text| read_date(text, today), out);
}

/// The menus, and the buttons below them.
fn bars_ui(ui: &mut Ui, desk: &Desk<'_>, lanes: LaneBy, recent: &[PathBuf], state: &mut FilterState, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let bar = Frame::new().fill(palette.panel).inner_margin(Margin::symmetric(8, 4));
    let below = Frame::new().fill(palette.panel).inner_margin(Margin { left: 12, right: 12, top: 0, bottom: 7 });
    Panel::top("menu").frame(bar).show_separator_line(false).show(ui, |ui| menu::menu_ui(ui, desk, recent, state, out));
    Panel::top("tools").frame(below).show(ui, |ui| {
        panes::begin(ui, Pane::Tools);
        menu::toolbar_ui(ui, desk, lanes, out);
    });
}

/// The table: alone in the middle of the window, or below the timeline.
fn beside_ui(ui: &mut Ui, is_alone: bool, table: impl FnOnce(&mut Ui)) {
    let table = |ui: &mut Ui| {
        panes::begin(ui, Pane::Table);
        table(ui);
    };
    if is_alone {
        return table(ui);
    }
    let room = ui.available_height();
    let panel = Panel::bottom("table").resizable(true).default_size(room * 0.45).size_range(120.0..=(room * 0.8).max(121.0));
    panel.frame(Frame::new().fill(Palette::of(ui).surface)).show(ui, table);
}

/// What stands over everything else: the dialog, or else the guide.
fn over_ui(ctx: &egui::Context, desk: &Desk<'_>, talk: &mut Talk, read_date: ReadDate<'_>, out: &mut Vec<Command>) {
    if let Some(dialog) = &mut talk.dialog {
        dialogs::dialog_ui(ctx, desk, dialog, read_date, out);
    } else if let Some(step) = talk.guide {
        guide::guide_ui(ctx, step, out);
    }
}

fn middle_ui(ui: &mut Ui, desk: &Desk<'_>, scene: &Scene<'_>, state: &mut crate::ui::timeline::TimelineState, out: &mut Vec<Command>) {
    if scene.lanes.is_empty() {
        Panel::bottom("tray").frame(Frame::NONE).show_separator_line(false).show(ui, |ui| undated_ui(ui, scene, state, out));
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| empty::no_dates_ui(ui, desk, out));
        return;
    }
    let room = ui.available_height();
    if room > room::LEAST_FOR_OVERVIEW {
        Panel::bottom("overview")
            .exact_size(OVERVIEW_HEIGHT)
            .frame(Frame::NONE)
            .show_separator_line(false)
            .show(ui, |ui| overview_ui(ui, scene, state, out));
    }
    if !scene.lanes.undated().is_empty() && room > room::LEAST_FOR_TRAY {
        Panel::bottom("tray").frame(Frame::NONE).show_separator_line(false).show(ui, |ui| undated_ui(ui, scene, state, out));
    }
    CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
        panes::begin(ui, Pane::Timeline);
        timeline_ui(ui, scene, state, out);
    });
}

fn left_ui(ui: &mut Ui, desk: &Desk<'_>, files: Files<'_>, state: &mut Widgets, out: &mut Vec<Command>) {
    let frame = parts::panel_frame(ui);
    let inner = Frame { inner_margin: Margin { left: 0, right: 0, top: 4, bottom: 0 }, ..frame };
    let (width, _) = room::widths(ui.ctx().content_rect().width());
    let Some(column) = shared("left", Panel::left, width) else { return };
    column.frame(frame).show(ui, |ui| {
        let wanted = 38.0 + 42.0 * desk.board.articles.len() as f32;
        let (articles, kinds) = room::left_heights(ui.available_height(), wanted, kinds::height(desk));
        if let Some(panel) = shared("kinds", Panel::bottom, kinds) {
            panel.frame(inner).show(ui, |ui| {
                panes::begin(ui, Pane::Kinds);
                ScrollArea::vertical().show(ui, |ui| kinds::kinds_ui(ui, desk, out));
            });
        }
        follow(ui, "articles", articles);
        if let Some(panel) = shared("articles", Panel::bottom, articles) {
            panel.frame(inner).show(ui, |ui| {
                panes::begin(ui, Pane::Articles);
                articles::articles_ui(ui, desk, files, &mut state.articles, out);
            });
        }
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            panes::begin(ui, Pane::Actors);
            actors::actors_ui(ui, desk, &mut state.actors, out);
        });
    });
}

fn right_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut Widgets, read_date: ReadDate<'_>, out: &mut Vec<Command>) {
    let frame = parts::panel_frame(ui);
    let inner = Frame { inner_margin: Margin { left: 0, right: 0, top: 0, bottom: 6 }, ..frame };
    let below = Frame { inner_margin: Margin { left: 0, right: 0, top: 4, bottom: 0 }, ..frame };
    let (_, width) = room::widths(ui.ctx().content_rect().width());
    let Some(column) = shared("right", Panel::right, width) else { return };
    column.frame(frame).show(ui, |ui| {
        let room = ui.available_height();
        let (name, height) = match desk.selected() {
            None => ("no event", Share::Fixed(82.0)),
            Some(_) if state.event.is_editing => ("event fields", room::event_height(room, room * 0.7)),
            Some(_) => ("event", room::event_height(room, (room * 0.52).min(480.0))),
        };
        if let Some(top) = shared(name, Panel::top, height) {
            top.frame(inner).show(ui, |ui| {
                panes::begin(ui, Pane::Event);
                guide::anchor(ui.ctx(), guide::Anchor::Event, ui.max_rect());
                event::event_ui(ui, desk, &mut state.event, read_date, out);
            });
        }
        CentralPanel::default().frame(below).show(ui, |ui| {
            panes::begin(ui, Pane::Source);
            source::source_ui(ui, desk, &mut state.source, out);
        });
    });
}

/// A panel of a share of the room. One whose size a person may change keeps it under its own name, so that a window that was small
/// for a while does not squeeze it for good.
fn shared(name: &str, panel: fn(Id) -> Panel, share: Share) -> Option<Panel> {
    match share {
        Share::Free(first, least, most) => Some(panel(Id::unique(name)).resizable(true).default_size(first).size_range(least..=most)),
        Share::Fixed(size) => Some(panel(Id::unique((name, "fixed"))).resizable(false).exact_size(size)),
        Share::None => None,
    }
}

/// The panel takes its new size at first, as more articles come for instance, unless a person has given it another.
fn follow(ui: &Ui, name: &str, share: Share) {
    let Share::Free(first, least, most) = share else { return };
    let first = first.clamp(least, most);
    let panel = ui.scope_id().with(Id::unique(name));
    let key = panel.with("size at first");
    ui.data_mut(|data| {
        let before = data.get_persisted::<f32>(key);
        if before != Some(first) {
            let now = data.get_persisted::<PanelState>(panel).map(|state| state.outer_rect.height());
            if now.zip(before).is_some_and(|(now, before)| (now - before).abs() < 1.5) {
                data.remove::<PanelState>(panel);
            }
            data.insert_persisted(key, first);
        }
    });
}

/// What a person typed: EDTF, or a phrase as in an article written today.
fn read_date(text: &str, today: NaiveDate) -> Result<Edtf, String> {
    if let Ok(edtf) = text.parse::<Edtf>()
        && edtf != Edtf::Unknown
    {
        return Ok(edtf);
    }
    let phrase = time::phrase(text, today).map(|when| when.edtf).filter(|edtf| *edtf != Edtf::Unknown);
    phrase.ok_or_else(|| {
        format!("“{}” is not understood as a date. Write for example 17 March 2025, March 2025, last Thursday, or 2025-03-17~", text.trim())
    })
}
