//! The card that explains an event under the pointer: what, when, why we think so, who, and the words of the source.

use super::super::event::one_line;
use super::super::palette::kind_color;
use super::super::parts;
use super::super::theme::{Palette, space, strong};
use super::mark::{Look, paint_mark};
use super::scene::Scene;
use crate::model::{Actor, Event, Modality};
use crate::view::spans::lag;
use egui::{RichText, Sense, TextWrapMode, Ui, vec2};

/// The widest the card gets, in points.
const WIDTH: f32 = 360.0;
/// The most letters of a quote.
const QUOTE: usize = 320;
/// The most actors by name.
const ACTORS: usize = 6;

/// Fills a tooltip.
pub(super) fn card(ui: &mut Ui, event: &Event, scene: &Scene<'_>) {
    let palette = Palette::of(ui);
    ui.set_max_width(WIDTH);
    ui.style_mut().wrap_mode = Some(TextWrapMode::Wrap);
    ui.spacing_mut().item_spacing = vec2(space::S, space::S);
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
        paint_mark(ui.painter(), rect.center(), 5.0, Look::of(event), palette);
        let sign = match event.modality {
            Modality::Happened => String::new(),
            other => format!("{}  ·  ", other.as_str()),
        };
        ui.label(RichText::new(format!("{sign}{}", event.kind.as_str())).small().color(kind_color(event.kind, palette.dark)));
        if scene.board.is_own(event.id) {
            ui.label(RichText::new("·  added by you").small().color(palette.accent));
        }
    });
    ui.label(RichText::new(&event.title).text_style(strong()).color(palette.strong));
    ui.label(RichText::new(scene.lanes.dates().edtf(&event.when.edtf)).color(palette.text));
    if let Some(lag) = lag(scene.board, scene.lanes, event) {
        ui.label(RichText::new(lag.words).small().color(palette.accent));
    }
    if !event.when.why.is_empty() {
        ui.label(RichText::new(&event.when.why).small().color(palette.weak));
    }
    let names: Vec<_> =
        event.participants.iter().filter_map(|participant| scene.board.actor(&participant.actor)).map(Actor::label).collect();
    if !names.is_empty() {
        let more = names.len().saturating_sub(ACTORS);
        let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
        ui.label(RichText::new(format!("{}{rest}", names[..names.len().min(ACTORS)].join(", "))).small().color(palette.text));
    }
    if let Some((quote, article)) = quote(event, scene) {
        ui.add_space(space::XS);
        let bar = ui.available_rect_before_wrap();
        let inner = ui.horizontal(|ui| {
            ui.add_space(10.0);
            ui.vertical(|ui| {
                ui.label(RichText::new(parts::quoted(&quote)).color(palette.text));
                ui.label(RichText::new(article).small().color(palette.weak));
            });
        });
        let line = egui::Rect::from_min_max(bar.min, egui::pos2(bar.left() + 2.0, inner.response.rect.bottom()));
        ui.painter().rect_filled(line, 1.0, palette.border);
    }
}

/// The sentence that tells it, cut to a readable length, and where it stands.
fn quote(event: &Event, scene: &Scene<'_>) -> Option<(String, String)> {
    let mention = event.mentions.first()?;
    let article = scene.board.article(mention.article())?;
    let cut = parts::shortened(&one_line(mention.sentence.span.text(&article.text)), QUOTE);
    let others = event.article_count().saturating_sub(1);
    let more = match others {
        0 => String::new(),
        1 => " and 1 more article".to_owned(),
        _ => format!(" and {others} more articles"),
    };
    (!cut.is_empty()).then(|| (cut, format!("{}{more}", article.display_title())))
}
