//! The panel around the article: its head, the text with clicks and hover, the way to the events before and after.

use super::job::{Light, job};
use super::nodes::nodes_ui;
use super::page::Page;
use super::underline::{paint_grounds, paint_hits, paint_underlines};
use super::words::Words;
use crate::model::{Article, ArticleId, BlockKind, EventId, Span};
use crate::ui::desk::Desk;
use crate::ui::parts;
use crate::ui::shortcuts::shortcut_words;
use crate::ui::theme::{Palette, space};
use crate::view::{Action, Command, SourceText};
use egui::text::LayoutJob;
use egui::{CursorIcon, Pos2, Rect, Response, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use std::ops::Range;
use std::sync::Arc;

/// The longest comfortable line, in points.
const MEASURE: f32 = 620.0;

/// What the panel remembers from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct SourceState {
    /// The article as it is set, and for which board and filter it was: set anew when one of them changes.
    set: Option<((u64, ArticleId), SourceText)>,
    /// What it is laid out from.
    job: Option<(Laid, LayoutJob)>,
    /// The places searched for, in code points of the set text.
    hits: Vec<Range<usize>>,
    /// The words that the person has selected.
    words: Words,
    /// What the text was last scrolled to.
    scrolled: Option<(EventId, usize, ArticleId)>,
    /// The place searched for that it was last scrolled to.
    scrolled_hit: Option<(usize, usize, ArticleId)>,
    /// The sentence that is to get the focus.
    wanted: Option<usize>,
    /// The event whose sentence is to get the focus once its article is set.
    wanted_event: Option<EventId>,
    /// Whether the pointer was on a marked sentence in the last frame.
    hovering: bool,
}

/// What decides the layout of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Laid {
    revision: u64,
    article: ArticleId,
    lit: Option<usize>,
    width: u32,
    is_dark: bool,
}

impl SourceState {
    /// The words of an article that are selected.
    pub fn selection(&self) -> Option<(ArticleId, Span)> {
        self.words.selection()
    }

    /// Selects no words.
    pub fn clear_selection(&mut self) {
        self.words.clear();
    }

    /// Gives the focus to the sentence that tells this event, or else to the first one of the article shown.
    pub fn focus_on(&mut self, event: Option<EventId>) {
        (self.wanted, self.wanted_event) = (Some(0), event);
    }
}

/// Draws the article of the selection.
pub fn source_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut SourceState, out: &mut Vec<Command>) {
    let article = desk.selection.article.and_then(|id| desk.board.article(id));
    let Some(article) = article else {
        parts::section_title(ui, "SOURCE", |_| {});
        ui.weak("No article is open.");
        return;
    };
    let key = (desk.revision, article.id);
    let set = match state.set.take() {
        Some((old, set)) if old == key => set,
        _ => {
            let set = SourceText::of(desk.board, desk.shown, article);
            state.hits = hits(desk, article, &set);
            set
        }
    };
    if let Some(event) = state.wanted_event.take() {
        state.wanted = set.sentence_of(event).or(state.wanted);
    }
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
    let place = desk.selection.event.and_then(|id| set.place_of(id));
    // Which of several quotes it is stands in the title: beside it there is room for the arrows alone.
    let quotes = desk.selected().map_or(0, |event| event.mentions.len());
    let title = if quotes > 1 { format!("{} OF {quotes} SOURCES", desk.selection.mention + 1) } else { "SOURCE".to_owned() };
    parts::section_title(ui, &title, |ui| {
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
        if quotes > 1 {
            quotes_ui(ui, out);
        }
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

/// The way to the other quotes of the selected event.
fn quotes_ui(ui: &mut Ui, out: &mut Vec<Command>) {
    ui.separator();
    for (action, sign) in [(Action::NextQuote, "→"), (Action::PreviousQuote, "←")] {
        let keys = shortcut_words(ui.ctx(), action).unwrap_or_default();
        let button = parts::arrow_button(ui, true, sign, action.name());
        if button.on_hover_text(keys).clicked() {
            out.push(Command::Action(action));
        }
    }
}

fn text_ui(ui: &mut Ui, desk: &Desk<'_>, article: &Article, set: &SourceText, state: &mut SourceState, out: &mut Vec<Command>) {
    let lit = desk.selection.lit(desk.board).and(desk.selection.event).and_then(|event| set.sentence_of(event));
    let light = Light { selected: desk.selection.event, hovered: desk.selection.hovered, lit };
    let width = ui.available_width();
    // The text shows its own title, below the name of its paper or not.
    let told = |title: &str| article.blocks.iter().any(|block| block.kind == BlockKind::Title && block.span.text(&article.text) == title);
    if let Some(title) = article.title.as_deref().filter(|title| !set.text.starts_with(title) && !told(title)) {
        let title = RichText::new(title).text_style(crate::ui::theme::reading_title()).color(Palette::of(ui).strong);
        ui.add(egui::Label::new(title).selectable(true));
        ui.add_space(space::S);
    }
    // egui keeps the layout of the frame before: the same job costs next to nothing.
    let laid = Laid { revision: desk.revision, article: article.id, lit, width: width.to_bits(), is_dark: ui.visuals().dark_mode };
    let job = match state.job.take() {
        Some((old, job)) if old == laid => job,
        _ => job(set, lit, ui.style(), width),
    };
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job.clone()));
    state.job = Some((laid, job));
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::click_and_drag());
    let name = format!("Text of {}", article.display_title());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let page = Page::new(&galley, rect.min, ui.clip_rect().y_range());
    state.words.interact(ui, &response, &page, (set, article), out);
    paint_grounds(ui, set, light, &page);
    paint_hits(ui, &state.hits, current_hit(desk, article), &page);
    state.words.paint(ui, &page);
    ui.painter().galley(rect.min, Arc::clone(&galley), ui.visuals().text_color());
    paint_underlines(ui, set, light, &page);
    state.words.paint_cursor(ui, &response, &page);
    scroll_to_lit(ui, desk, set, &page, lit, state);
    scroll_to_hit(ui, desk, article, &page, state);
    pointer_ui(ui, desk, set, &page, &response, state, out);
    nodes_ui(ui, desk, set, &page, &mut state.wanted, out);
    state.words.offers_ui(ui, &response, &page, article, out);
}

/// Which hit of this article is looked at.
fn current_hit(desk: &Desk<'_>, article: &Article) -> Option<usize> {
    let place = desk.board.articles.iter().position(|known| known.id == article.id)?;
    let inside = desk.found.hits_in(place);
    desk.hit.filter(|hit| inside.contains(hit)).map(|hit| hit - inside.start)
}

/// The hits of an article as code points of the set text.
fn hits(desk: &Desk<'_>, article: &Article, set: &SourceText) -> Vec<Range<usize>> {
    let Some(place) = desk.board.articles.iter().position(|known| known.id == article.id) else { return Vec::new() };
    desk.found.hits[desk.found.hits_in(place)].iter().filter_map(|hit| set.chars_of(hit.start..hit.end)).collect()
}

/// Scrolls once for each newly lit quote, and only as far as needed.
fn scroll_to_lit(ui: &Ui, desk: &Desk<'_>, set: &SourceText, page: &Page<'_>, lit: Option<usize>, state: &mut SourceState) {
    let target = desk.selection.event.zip(desk.selection.article).map(|(event, article)| (event, desk.selection.mention, article));
    if target == state.scrolled {
        return;
    }
    if let Some(sentence) = lit.and_then(|at| set.sentences.get(at)) {
        bring_into_view(ui, page.around(&sentence.chars));
    }
    state.scrolled = target;
}

/// Scrolls once for each hit that is gone to.
fn scroll_to_hit(ui: &Ui, desk: &Desk<'_>, article: &Article, page: &Page<'_>, state: &mut SourceState) {
    let target = current_hit(desk, article).map(|hit| (desk.steps, hit, article.id));
    if target == state.scrolled_hit {
        return;
    }
    if let Some(chars) = target.and_then(|(_, hit, _)| state.hits.get(hit)) {
        bring_into_view(ui, page.around(chars));
    }
    state.scrolled_hit = target;
}

/// What is comfortably in view stays where it is; the rest comes to the middle.
fn bring_into_view(ui: &Ui, rect: Rect) {
    let comfortable = ui.clip_rect().shrink2(vec2(0.0, 24.0));
    if !comfortable.y_range().contains(rect.top()) || !comfortable.y_range().contains(rect.bottom()) {
        let align = if rect.height() < comfortable.height() { egui::Align::Center } else { egui::Align::TOP };
        ui.scroll_to_rect(rect, Some(align));
    }
}

fn pointer_ui(
    ui: &Ui,
    desk: &Desk<'_>,
    set: &SourceText,
    page: &Page<'_>,
    response: &Response,
    state: &mut SourceState,
    out: &mut Vec<Command>,
) {
    let hit = |at: Pos2| page.char_at(at).and_then(|index| set.event_at(index));
    let hovered = response.hover_pos().filter(|_| !response.dragged()).and_then(hit);
    if let Some(event) = hovered {
        ui.set_cursor_icon(CursorIcon::PointingHand);
        // It would lie over what can be done with selected words.
        if state.words.selection().is_none() {
            tip_ui(desk, event, response);
        }
    } else if response.hovered() {
        ui.set_cursor_icon(CursorIcon::Text);
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
