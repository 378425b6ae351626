//! Words of the text that the person has selected: by mouse, or by keys while the text has the focus.

use super::page::Page;
use crate::model::{Article, ArticleId, Span};
use crate::ui::parts;
use crate::ui::shortcuts::shortcut_words;
use crate::ui::theme::Palette;
use crate::view::{Action, Command, FilterChange, SourceText};
use egui::text::{CCursor, CharIndex};
use egui::text_selection::{CCursorRange, TextCursorState};
use egui::{Button, Event, EventFilter, Id, Key, Response, RichText, Role, Stroke, Ui, WidgetInfo, pos2, vec2};
use std::ops::Range;

/// The selection, and the article it is in.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    cursor: TextCursorState,
    article: Option<ArticleId>,
    /// The bytes of the article that are selected.
    span: Option<Span>,
}

impl Words {
    /// What is selected.
    pub(super) fn selection(&self) -> Option<(ArticleId, Span)> {
        self.article.zip(self.span)
    }

    /// Selects nothing.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The selected code points of the set text.
    fn chars(&self) -> Option<Range<usize>> {
        let range = self.cursor.char_range()?.as_sorted_char_range();
        (range.start < range.end).then_some(range.start.0..range.end.0)
    }

    /// Takes mouse and keys of this frame. `response` is the text's.
    pub(super) fn interact(
        &mut self,
        ui: &Ui,
        response: &Response,
        page: &Page<'_>,
        (set, article): (&SourceText, &Article),
        out: &mut Vec<Command>,
    ) {
        if self.article != Some(article.id) {
            *self = Self { article: Some(article.id), ..Self::default() };
        }
        let before = self.cursor.char_range();
        if let Some(at) = response.interact_pointer_pos() {
            let cursor = page.galley.cursor_from_pos(at - page.pos);
            // The secondary button asks for the menu of what is selected; a press on the button over the text is not one on the text.
            let origin = ui.input(|input| input.pointer.press_origin());
            let on_button = self.span.is_some() && origin.is_some_and(|at| self.button_rect(ui, page).contains(at));
            if !on_button && !ui.input(|input| input.pointer.secondary_down() || input.pointer.secondary_released()) {
                self.cursor.pointer_interaction(ui, response, cursor, page.galley, response.dragged());
            }
            if response.drag_started() || response.double_clicked() {
                response.request_focus();
            }
        }
        if response.has_focus() {
            self.keys(ui, response.id, page, set);
        }
        let copies = response.has_focus() || (self.span.is_some() && ui.memory(|memory| memory.focused().is_none()));
        if copies
            && let Some(span) = self.span
            && ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)))
        {
            out.push(copy(span, article));
        }
        if before != self.cursor.char_range() || self.span.is_none() {
            self.span = self.chars().and_then(|chars| set.span_of(&article.text, chars));
        }
    }

    fn keys(&mut self, ui: &Ui, id: Id, page: &Page<'_>, set: &SourceText) {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: self.span.is_some(), ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        // Without a cursor yet it stands at the first letter in view.
        let mut range = self.cursor.char_range().unwrap_or_else(|| CCursorRange::one(CCursor::new(CharIndex(page.chars().start))));
        let events = ui.input(|input| input.filtered_events(&filter));
        let mut is_moved = false;
        for event in &events {
            if let Event::Key { key: Key::Escape, pressed: true, .. } = event {
                range = CCursorRange::one(range.primary);
                is_moved = true;
                ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape));
            } else {
                is_moved |= range.on_event(ui.ctx().os(), event, page.galley, id);
            }
        }
        if is_moved {
            self.cursor.set_char_range(Some(range));
            let at = range.primary.index.0.min(set.chars());
            ui.scroll_to_rect(page.place(at).expand2(vec2(0.0, 24.0)), None);
        }
    }

    /// Draws what is selected, under the text.
    pub(super) fn paint(&self, ui: &Ui, page: &Page<'_>) {
        let palette = Palette::of(ui);
        if let Some(chars) = self.chars() {
            for piece in page.pieces(&chars) {
                ui.painter().rect_filled(piece.with_max_x(piece.right().max(piece.left() + 3.0)), 0.0, palette.accent.gamma_multiply(0.45));
            }
        }
    }

    /// Draws the cursor while the text has the focus.
    pub(super) fn paint_cursor(&self, ui: &Ui, response: &Response, page: &Page<'_>) {
        if let Some(range) = self.cursor.char_range().filter(|_| response.has_focus()) {
            let place = page.place(range.primary.index.0);
            ui.painter().vline(place.left(), place.y_range(), Stroke::new(2.0, Palette::of(ui).accent));
        }
    }

    /// What can be done with the selection: a button below its end, and a menu.
    pub(super) fn offers_ui(&self, ui: &mut Ui, response: &Response, page: &Page<'_>, article: &Article, out: &mut Vec<Command>) {
        let Some(span) = self.span else { return };
        response.context_menu(|ui| {
            let name = Action::NewFromSelection.name();
            let keys = shortcut_words(ui.ctx(), Action::NewFromSelection).unwrap_or_default();
            if ui.add(Button::new(name).shortcut_text(keys)).clicked() {
                out.push(Command::NewFromText(article.id, span));
                ui.close();
            }
            if ui.button("Copy").clicked() {
                ui.close();
                out.push(copy(span, article));
            }
            if ui.button("Search for these words").clicked() {
                let words: Vec<&str> = span.text(&article.text).split_whitespace().collect();
                let words = words.join(" ").replace(['"', '“', '”'], " ");
                out.push(Command::Filter(FilterChange::Text(format!("\"{}\"", words.trim()))));
                ui.close();
            }
        });
        // While the mouse still selects, a button would be in the way.
        if ui.input(|input| input.pointer.any_down()) && !ui.rect_contains_pointer(self.button_rect(ui, page)) {
            return;
        }
        let palette = Palette::of(ui);
        let rect = self.button_rect(ui, page);
        let text = RichText::new("+ New event").small().color(palette.on_accent);
        let button = ui.put(rect, Button::new(text).fill(palette.accent).corner_radius(4));
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, "New event from selection"));
        parts::focus_ring(ui, &button, rect.expand(4.0));
        let keys = shortcut_words(ui.ctx(), Action::NewFromSelection).unwrap_or_default();
        if button.on_hover_text(format!("Add an event that these words tell   ({keys})")).clicked() {
            out.push(Command::NewFromText(article.id, span));
        }
    }

    fn button_rect(&self, ui: &Ui, page: &Page<'_>) -> egui::Rect {
        let size = vec2(92.0, 24.0);
        let chars = self.chars().unwrap_or_default();
        let end = page.place(chars.end.saturating_sub(1));
        let (left, right) = (page.pos.x, (page.pos.x + page.galley.size().x).max(page.pos.x + size.x).min(ui.clip_rect().right()));
        let x = (end.left() - size.x / 2.0).clamp(left, (right - size.x).max(left));
        // Below the last row; above the first where there is no room below.
        let below = end.bottom() + 4.0;
        let clip = ui.clip_rect();
        let y = if below + size.y > clip.bottom() { page.place(chars.start).top() - 4.0 - size.y } else { below };
        // Many words fill the panel: then over the last of them.
        let y = if y < clip.top() { clip.bottom() - size.y - 4.0 } else { y };
        egui::Rect::from_min_size(pos2(x, y), size)
    }
}

/// These words, as they stand in the article.
fn copy(span: Span, article: &Article) -> Command {
    let text = span.text(&article.text).to_owned();
    let what = parts::counted(text.split_whitespace().count(), "word");
    Command::Copy { text, what }
}
