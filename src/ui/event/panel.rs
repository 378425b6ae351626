//! The selected event: what, when and why, who, where, and every quote that tells it.

use super::edit::fields_ui;
use super::entry::EventState;
use super::remarks::{decisions_ui, remarks_ui};
use crate::model::{Basis, Edit, Event, Mention, Role, Side};
use crate::ui::actors::actor_chip;
use crate::ui::desk::Desk;
use crate::ui::dialogs::ReadDate;
use crate::ui::palette::kind_color;
use crate::ui::parts;
use crate::ui::theme::{self, Palette, space};
use crate::view::words::{basis_words, modality_words};
use crate::view::{Action, Command};
use egui::{Frame, Margin, RichText, ScrollArea, Ui, WidgetInfo};

/// Draws the event in the height it gets.
pub fn event_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut EventState, read_date: ReadDate<'_>, out: &mut Vec<Command>) {
    let left_behind = state.left_behind(desk.selected().map(|event| event.id), read_date);
    out.extend(left_behind.map(Command::Edit));
    title_ui(ui, desk, out);
    let Some(event) = desk.selected() else {
        ui.add_space(space::S);
        ui.weak("Select an event on the timeline or a marked sentence in the text.");
        return;
    };
    ScrollArea::vertical().id_salt("event").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if state.is_editing {
            fields_ui(ui, desk, event, state, read_date, out);
        } else {
            let title = RichText::new(&event.title).text_style(theme::reading_heading()).color(Palette::of(ui).strong);
            ui.add(egui::Label::new(title).selectable(true));
            when_ui(ui, desk, event, out);
        }
        // What it rests on comes before what was made of it.
        mentions_ui(ui, desk, event, out);
        disagreements_ui(ui, desk, event, out);
        decisions_ui(ui, desk, event, state, out);
        if !state.is_editing {
            look_ui(ui, desk, event);
            participants_ui(ui, desk, event, out);
        }
        remarks_ui(ui, desk, event, state, read_date, out);
    });
}

fn title_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    parts::section_title(ui, "EVENT", |ui| {
        for (action, sign, name) in [(Action::NextEvent, "→", "Next event"), (Action::PreviousEvent, "←", "Previous event")] {
            let enabled = desk.availability.is_enabled(action);
            if parts::arrow_button(ui, enabled, sign, name).clicked() {
                out.push(Command::Action(action));
            }
        }
        if let Some(place) = desk.selected().and_then(|event| desk.board.event_index(event.id)) {
            if desk.shown.get(place).copied().unwrap_or(true) {
                let place = desk.shown.iter().take(place + 1).filter(|shown| **shown).count();
                ui.weak(format!("{} of {}", parts::count(place), parts::count(desk.tally.shown)));
            } else {
                let words = format!("It is not among the {} that the filter shows", parts::counted(desk.tally.shown, "event"));
                ui.weak("filtered out").on_hover_text(words);
            }
        }
    });
}

/// The colour of how a date is known.
fn basis_color(basis: Basis, palette: &Palette) -> egui::Color32 {
    match basis {
        Basis::Stated | Basis::Relative => palette.weak,
        Basis::Reported | Basis::Unknown => palette.warning,
        Basis::Assigned => palette.accent,
    }
}

fn when_ui(ui: &mut Ui, desk: &Desk<'_>, event: &Event, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let date = desk.lanes.dates().edtf(&event.when.edtf);
    ui.horizontal_wrapped(|ui| {
        let date_color = if event.when.basis == Basis::Unknown { palette.warning } else { palette.text };
        ui.label(RichText::new(capitalised(&date)).text_style(theme::strong()).color(date_color));
        parts::badge(ui, basis_words(event.when.basis), basis_color(event.when.basis, palette)).on_hover_text("How the date is known");
    });
    if !event.when.why.is_empty() {
        ui.label(RichText::new(capitalised(&event.when.why)).color(palette.weak));
    }
    let article = event.mentions.first().and_then(|mention| desk.board.article(mention.article()));
    if let Some(article) = article.filter(|article| article.published.is_none() && event.when.basis != Basis::Stated)
        && ui.button("Set date of article…").clicked()
    {
        out.push(Command::AskDate(article.id));
    }
}

fn look_ui(ui: &mut Ui, desk: &Desk<'_>, event: &Event) {
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        parts::kind_dot(ui, event.kind);
        ui.label(RichText::new(event.kind.as_str()).color(kind_color(event.kind, palette.dark)));
        ui.weak("·");
        ui.label(modality_words(event.modality));
        if let Some(place) = &event.place {
            ui.weak("·");
            ui.label(place).on_hover_text("Place");
        }
        ui.weak("·");
        if desk.board.is_own(event.id) {
            ui.label(RichText::new("added by you").color(palette.accent)).on_hover_text("Nothing of it was found: you have added it");
            return;
        }
        let percent = (event.confidence.clamp(0.0, 1.0) * 100.0).round();
        let words = if event.confidence >= 0.75 {
            "clear"
        } else if event.confidence >= 0.45 {
            "fairly clear"
        } else {
            "doubtful"
        };
        let importance = (event.importance.clamp(0.0, 1.0) * 100.0).round();
        let why = if event.importance_why.is_empty() { String::new() } else { format!(" ({})", event.importance_why) };
        let hint = format!("How sure the finding is: {percent:.0} %. Importance: {importance:.0} %{why}");
        ui.weak(words).on_hover_text(hint);
    });
    if !event.confidence_why.is_empty() && !desk.board.is_own(event.id) {
        ui.label(RichText::new(capitalised(&event.confidence_why)).small().color(palette.weak)).on_hover_text("What the finding rests on");
    }
}

fn participants_ui(ui: &mut Ui, desk: &Desk<'_>, event: &Event, out: &mut Vec<Command>) {
    for (role, word) in [
        (Role::Speaker, "said by"),
        (Role::Agent, "by"),
        (Role::Addressee, "to"),
        (Role::Patient, "about, to"),
        (Role::Mentioned, "mentions"),
    ] {
        let actors: Vec<_> = event.participants.iter().filter(|participant| participant.role == role).collect();
        if actors.is_empty() {
            continue;
        }
        ui.horizontal_top(|ui| {
            let label = ui.allocate_ui_with_layout(egui::vec2(64.0, 22.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.set_min_width(64.0);
                ui.weak(word)
            });
            label.response.on_hover_text(format!("Role: {}", role.as_str()));
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Min).with_main_wrap(true), |ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
                for participant in actors {
                    actor_chip(ui, desk, &participant.actor, out);
                }
            });
        });
    }
}

/// "Reports disagree about the number: killed 12 people (Reuters) / killed 15 people (TASS)"; each side leads to its source.
fn disagreements_ui(ui: &mut Ui, desk: &Desk<'_>, event: &Event, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    for disagreement in &event.disagreements {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let about = format!("Reports disagree about the {}:", disagreement.about.as_str());
            ui.label(RichText::new(about).color(palette.warning));
            for (at, side) in disagreement.sides.iter().enumerate() {
                if at > 0 {
                    ui.weak("/");
                }
                let words = format!("{} ({})", side.says, sources(desk, side));
                if ui.link(words).on_hover_text("Show where it says so").clicked() {
                    let says = |mention: &Mention| {
                        side.quotes.iter().any(|quote| quote.article == mention.article() && quote.span.overlaps(mention.sentence.span))
                    };
                    let place = event.mentions.iter().position(says);
                    out.extend(place.map(Command::ShowMention).or_else(|| Some(Command::ShowArticle(side.quotes.first()?.article))));
                }
            }
        });
    }
}

/// Who says it: the publishers, or else the titles, of the articles.
fn sources(desk: &Desk<'_>, side: &Side) -> String {
    let mut names: Vec<&str> = Vec::new();
    for article in side.quotes.iter().filter_map(|quote| desk.board.article(quote.article)) {
        let name = article.publisher.as_deref().unwrap_or_else(|| article.display_title());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

fn mentions_ui(ui: &mut Ui, desk: &Desk<'_>, event: &Event, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let articles = event.article_count();
    if event.mentions.is_empty() {
        ui.weak("No article tells it: you have added it.");
        return;
    }
    ui.add_space(space::S);
    let title = format!("Reported by {}", parts::counted(articles, "article"));
    ui.label(RichText::new(title).text_style(theme::strong()).color(palette.text));
    for (at, mention) in event.mentions.iter().enumerate() {
        mention_ui(ui, desk, (at, mention), event, out);
    }
}

fn mention_ui(ui: &mut Ui, desk: &Desk<'_>, (at, mention): (usize, &Mention), event: &Event, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let Some(article) = desk.board.article(mention.article()) else { return };
    let lit = desk.selection.lit(desk.board) == Some(mention);
    let quote = mention.sentence.span.text(&article.text);
    let inner = Frame::new()
        .fill(if lit { crate::ui::palette::kind_wash(event.kind, palette.dark) } else { palette.surface })
        .corner_radius(space::CORNER)
        .inner_margin(Margin { left: 12, right: 8, top: 6, bottom: 6 })
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.label(RichText::new(parts::quoted(&one_line(quote))).color(palette.text));
            let from = article.publisher.as_deref().unwrap_or_else(|| article.display_title());
            let date = crate::ui::articles::date_words(desk.lanes.dates(), article.published.as_ref());
            ui.add(egui::Label::new(RichText::new(format!("{from}, {date}")).small().color(palette.weak)).truncate());
        });
    let rect = inner.response.rect;
    let bar = egui::Rect::from_min_size(rect.left_top(), egui::vec2(3.0, rect.height()));
    ui.painter().rect_filled(bar, 1.5, kind_color(event.kind, palette.dark));
    let response = ui.interact(rect, ui.scope_id().with(("mention", at)), egui::Sense::click());
    let name = format!("Quote {} of {}: {}", at + 1, event.mentions.len(), one_line(quote));
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, lit, &name));
    parts::focus_ring(ui, &response, rect);
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text("Show this sentence in the article").clicked() {
        out.push(Command::ShowMention(at));
    }
    if event.mentions.len() > 1 && parts::quiet_button(ui, "Split off", &format!("Split off quote {}", at + 1)).clicked() {
        out.push(Command::Edit(Edit::SplitOff { event: event.id, article: mention.article(), trigger: mention.trigger }));
    }
}

/// The text with every run of white space as one space.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same with its first letter as a capital.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
