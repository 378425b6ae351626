//! The panel around the article: its head, the text with clicks and hover, the way to the events before and after.

use super::job::{Light, job};
use super::underline::paint_underlines;
use crate::model::{Article, ArticleId, EventId};
use crate::ui::desk::Desk;
use crate::ui::parts;
use crate::ui::theme::{Palette, space};
use crate::view::{Command, MarkedSentence, SourceText};
use egui::text::{CCursor, CharIndex};
use egui::text_selection::LabelSelectionState;
use egui::{CursorIcon, Galley, Pos2, Rect, Response, RichText, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// The longest comfortable line, in points.
const MEASURE: f32 = 620.0;

/// What the panel remembers from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct SourceState {
    /// The article as it is set, and for which board and filter it was: set anew when one of them changes.
    set: Option<((u64, ArticleId), SourceText)>,
    /// What the text was last scrolled to.
    scrolled: Option<(EventId, usize, ArticleId)>,
    /// Whether the pointer was on a marked sentence in the last frame.
    hovering: bool,
}

/// Draws the article of the selection. `revision` changes with board and filter.
pub fn source_ui(ui: &mut Ui, desk: &Desk<'_>, revision: u64, state: &mut SourceState, out: &mut Vec<Command>) {
    let article = desk.selection.article.and_then(|id| desk.board.article(id));
    let Some(article) = article else {
        parts::section_title(ui, "SOURCE", |_| {});
        ui.weak("No article is open.");
        return;
    };
    let key = (revision, article.id);
    let set = match state.set.take() {
        Some((old, set)) if old == key => set,
        _ => SourceText::of(desk.board, desk.shown, article),
    };
    head_ui(ui, desk, article, &set, out);
    ScrollArea::vertical().id_salt(("source", article.id.to_string())).auto_shrink(false).show(ui, |ui| {
        let side = ((ui.available_width() - MEASURE) / 2.0).max(0.0);
        egui::Frame::new().inner_margin(egui::Margin { left: side.min(120.0) as i8, right: 10, top: 4, bottom: 24 }).show(ui, |ui| {
            text_ui(ui, desk, article, &set, state, out);
        });
    });
    state.set = Some((key, set));
}

fn head_ui(ui: &mut Ui, desk: &Desk<'_>, article: &Article, set: &SourceText, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let events = set.events();
    let place = desk.selection.event.and_then(|id| events.iter().position(|event| *event == id));
    parts::section_title(ui, "SOURCE", |ui| {
        let next = place.map_or(0, |place| place + 1);
        let previous = place.map_or(events.len(), |place| place).checked_sub(1);
        for (target, sign, name) in [
            (events.get(next), "↓", "Next event in this article"),
            (previous.and_then(|at| events.get(at)), "↑", "Previous event in this article"),
        ] {
            let enabled = target.is_some();
            let clicked = parts::arrow_button(ui, enabled, sign, name).clicked();
            if let (true, Some(event)) = (clicked, target) {
                out.push(Command::Reveal(*event));
            }
        }
        let count = place.map_or_else(|| parts::counted(events.len(), "event"), |place| format!("{} of {}", place + 1, events.len()));
        ui.weak(count);
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let date = article.published.as_ref().map_or_else(
            || "no date".to_owned(),
            |published| format!("{}, {}", desk.lanes.dates().edtf(&published.date), published.source.words()),
        );
        let from = article.publisher.as_deref().map(|publisher| format!("{publisher} · ")).unwrap_or_default();
        let color = if article.published.is_none() { palette.warning } else { palette.weak };
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let set = if article.published.is_none() { "Set date…" } else { "Change date…" };
            if parts::quiet_button(ui, set, &format!("{} of the article shown", set.trim_end_matches('…'))).clicked() {
                out.push(Command::AskDate(article.id));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let label = egui::Label::new(RichText::new(format!("{from}{date}")).small().color(color)).truncate();
                ui.add(label).on_hover_text(format!("{}\n{from}{date}", article.path));
            });
        });
    });
    ui.add(egui::Separator::default().spacing(9.0));
}

fn text_ui(ui: &mut Ui, desk: &Desk<'_>, article: &Article, set: &SourceText, state: &mut SourceState, out: &mut Vec<Command>) {
    let lit = desk.selection.lit(desk.board).and(desk.selection.event).and_then(|event| set.sentence_of(event));
    let light = Light { selected: desk.selection.event, hovered: desk.selection.hovered, lit };
    let width = ui.available_width();
    if let Some(title) = article.title.as_deref().filter(|title| !set.text.starts_with(title)) {
        let title = RichText::new(title).text_style(crate::ui::theme::reading_title()).color(Palette::of(ui).strong);
        ui.add(egui::Label::new(title).selectable(true));
        ui.add_space(space::S);
    }
    let label = egui::Label::new(job(set, light, ui.style(), width)).selectable(true).sense(Sense::click());
    let (pos, galley, response) = label.layout_in_ui(ui);
    let name = format!("Text of {}", article.display_title());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let color = ui.visuals().text_color();
    LabelSelectionState::label_text_selection(ui, &response, pos, galley.clone(), color, Stroke::NONE);
    paint_underlines(ui, set, light, (pos, &galley));
    scroll_to_lit(ui, desk, set, (pos, &galley), lit, state);
    pointer_ui(ui, desk, set, (pos, &galley), &response, state, out);
    sentence_nodes_ui(ui, desk, set, (pos, &galley), out);
}

fn place(galley: &Galley, pos: Pos2, char_index: usize) -> Rect {
    galley.pos_from_cursor(CCursor { index: CharIndex(char_index), prefer_next_row: true }).translate(pos.to_vec2())
}

/// From the first to the last letter of a sentence, over the whole width if it has several rows.
fn sentence_rect(galley: &Galley, pos: Pos2, sentence: &MarkedSentence) -> Rect {
    let (first, last) = (place(galley, pos, sentence.chars.start), place(galley, pos, sentence.chars.end.saturating_sub(1)));
    if first.top() < last.top() - 1.0 {
        Rect::from_min_max(pos2(pos.x, first.top()), pos2(pos.x + galley.size().x, last.bottom()))
    } else {
        first.union(last)
    }
}

/// Scrolls once for each newly lit quote, and only as far as needed.
fn scroll_to_lit(ui: &Ui, desk: &Desk<'_>, set: &SourceText, (pos, galley): (Pos2, &Galley), lit: Option<usize>, state: &mut SourceState) {
    let target = desk.selection.event.zip(desk.selection.article).map(|(event, article)| (event, desk.selection.mention, article));
    if target == state.scrolled {
        return;
    }
    if let Some(sentence) = lit.and_then(|at| set.sentences.get(at)) {
        let rect = sentence_rect(galley, pos, sentence);
        // What is comfortably in view stays where it is; the rest comes to the middle.
        let comfortable = ui.clip_rect().shrink2(vec2(0.0, 24.0));
        if !comfortable.y_range().contains(rect.top()) || !comfortable.y_range().contains(rect.bottom()) {
            let align = if rect.height() < comfortable.height() { egui::Align::Center } else { egui::Align::TOP };
            ui.scroll_to_rect(rect, Some(align));
        }
    }
    state.scrolled = target;
}

fn pointer_ui(
    ui: &Ui,
    desk: &Desk<'_>,
    set: &SourceText,
    (pos, galley): (Pos2, &Galley),
    response: &Response,
    state: &mut SourceState,
    out: &mut Vec<Command>,
) {
    let hit = |at: Pos2| {
        let index = galley.cursor_from_pos(at - pos).index.0;
        // Right of the last letter of a row is not in the text.
        place(galley, pos, index).expand2(vec2(14.0, 2.0)).contains(at).then(|| set.event_at(index)).flatten()
    };
    let hovered = response.hover_pos().and_then(hit);
    if let Some(event) = hovered {
        ui.set_cursor_icon(CursorIcon::PointingHand);
        tip_ui(desk, event, response);
    }
    if hovered.is_some() && desk.selection.hovered != hovered {
        out.push(Command::Hover(hovered));
    } else if hovered.is_none() && state.hovering {
        out.push(Command::Hover(None));
    }
    state.hovering = hovered.is_some();
    if response.clicked()
        && let Some(event) = response.interact_pointer_pos().and_then(hit)
    {
        out.push(Command::Reveal(event));
    }
}

fn tip_ui(desk: &Desk<'_>, event: EventId, response: &Response) {
    let Some(event) = desk.board.event(event) else { return };
    response.clone().on_hover_ui_at_pointer(|ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            parts::kind_dot(ui, event.kind);
            ui.label(RichText::new(desk.lanes.dates().edtf(&event.when.edtf)).text_style(crate::ui::theme::strong()));
            ui.weak(format!("· {} · {}", event.kind.as_str(), event.modality.as_str()));
        });
        if !event.when.why.is_empty() {
            ui.weak(&event.when.why);
        }
    });
}

/// Every marked sentence in view can be reached with the Tab key and by a screen reader. The nodes take no clicks of the
/// mouse, so that words can still be selected.
fn sentence_nodes_ui(ui: &Ui, desk: &Desk<'_>, set: &SourceText, (pos, galley): (Pos2, &Galley), out: &mut Vec<Command>) {
    for (at, sentence) in set.sentences.iter().enumerate() {
        let rect = sentence_rect(galley, pos, sentence);
        if !ui.is_rect_visible(rect) {
            continue;
        }
        for (nth, (event, kind, _)) in sentence.events.iter().enumerate() {
            let id = ui.scope_id().with(("sentence", at, nth));
            let node = ui.interact(rect, id, Sense::focusable_noninteractive());
            let title = desk.board.event(*event).map_or("", |event| event.title.as_str());
            let chosen = desk.selection.event == Some(*event);
            node.widget_info(|| WidgetInfo::selected(Role::Link, true, chosen, format!("Sentence, {}: {title}", kind.as_str())));
            parts::focus_ring(ui, &node, rect.expand(3.0));
            let pressed = node.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter) || input.key_pressed(egui::Key::Space));
            if pressed || ui.input(|input| input.has_accesskit_action_request(id, egui::accesskit::Action::Click)) {
                out.push(Command::Reveal(*event));
            }
        }
    }
}
